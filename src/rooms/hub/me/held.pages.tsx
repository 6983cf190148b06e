import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import type { Centre, Contact, PersonFile } from '#rooms/people/door.ts';
import { Button, ButtonLink, Checkbox, CheckboxField, Form, RadioField, TextField } from '#ui/form.tsx';
import { Empty, Heading, Inset, Lede, Muted, Row, Rows, SummaryList } from '#ui/show.tsx';
import { dayAndDate, longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { HeldFacts } from './held.queries.ts';
import { telephone } from './me.pages.tsx';
import { phoneWords } from './me.rules.ts';

const toMe = { href: paths.me(), label: 'My page' };
const toHeld = { href: paths.held(), label: 'What we hold about you' };

const waysOf = (contact: Contact): string => {
  const ways = [
    ...(contact.mayText ? ['text'] : []),
    ...(contact.mayCall
      ? [contact.mayVoicemail ? 'call, and leave a voicemail' : 'call, but leave no voicemail']
      : []),
    ...(contact.mayEmail ? ['e-mail'] : []),
  ];
  return ways.length === 0 ? 'None. We send you nothing.' : ways.join('; ');
};

const About = ({ file }: { file: PersonFile }) => (
  <>
    <Heading level={2}>You</Heading>
    <SummaryList
      rows={[
        { label: 'Name', value: file.fullName },
        ...(file.knownAs ? [{ label: 'We call you', value: file.knownAs }] : []),
        ...(file.pronouns ? [{ label: 'Pronouns', value: file.pronouns }] : []),
        ...(file.bornOn ? [{ label: 'Birthday', value: longDate(file.bornOn) }] : []),
        ...(file.interpreterNeeded ? [{ label: 'Interpreter', value: 'You asked for one' }] : []),
        ...(file.accessNeeds ? [{ label: 'What helps you take part', value: file.accessNeeds }] : []),
      ]}
    />
    <p>
      <Muted>Is something here wrong? Tell anyone of the team, and we put it right.</Muted>
    </p>
  </>
);

const Reaching = ({ contact }: { contact: Contact | null }) => (
  <>
    <Heading level={2}>How we reach you</Heading>
    {contact ? (
      <SummaryList
        rows={[
          {
            label: 'Phone',
            value: contact.phone ? phoneWords(contact.phone) : 'None',
            action: { href: paths.myContact(), label: 'Change', about: 'how we reach you' },
          },
          { label: 'E-mail', value: contact.email ?? 'None' },
          { label: 'We may', value: waysOf(contact) },
          {
            label: 'Somebody else may see it',
            value: contact.neutralOnly ? 'Yes. Our messages say nothing of who we are.' : 'No',
          },
          ...(contact.safeTimes ? [{ label: 'Good times', value: contact.safeTimes }] : []),
        ]}
      />
    ) : (
      <p>We hold no phone number and no address of yours.</p>
    )}
  </>
);

const markWords = {
  came: 'You came',
  late: 'You came',
  sent_word: 'You told us you could not come',
  did_not_come: 'You were not there',
} as const;

const Came = ({ facts, today }: { facts: HeldFacts; today: Temporal.PlainDate }) => (
  <>
    <Heading level={2}>Sessions</Heading>
    {facts.sessions.length > 0 ? (
      <Rows>
        {facts.sessions.map((session) => (
          <Row key={session.id}>
            <p>
              <strong>{dayAndDate(session.on, { today })}</strong>, {session.group}
            </p>
            <p>
              <Muted>{markWords[session.mark]}</Muted>
            </p>
          </Row>
        ))}
      </Rows>
    ) : (
      <p>No session is written down for you.</p>
    )}
  </>
);

const reachUs = (centre: Centre | null) => (
  <>
    {centre?.phone ? <>ring {telephone(centre.phone)}</> : null}
    {centre?.phone && centre.email ? ' or ' : null}
    {centre?.email ? (
      <>
        write to <a href={`mailto:${centre.email}`}>{centre.email}</a>
      </>
    ) : null}
    {centre?.phone || centre?.email ? null : 'tell anyone of the team'}
  </>
);

export const HeldPage = ({ view, facts }: { view: View; facts: HeldFacts }): VNode => (
  <Frame view={view} title="What we hold about you" shell="parent" back={toMe}>
    <Heading>What we hold about you</Heading>
    <Lede>This is about you alone. Your partner, if you have one, sees none of it.</Lede>
    <About file={facts.file} />
    <Reaching contact={facts.contact} />
    {facts.referral ? (
      <>
        <Heading level={2}>How you came to us</Heading>
        <SummaryList rows={facts.referral} />
      </>
    ) : null}
    <Came facts={facts} today={view.today} />
    <Heading level={2}>A copy, or the rest of it</Heading>
    <p>
      The team also writes down what helps them support you. You can have a copy of everything:{' '}
      {reachUs(facts.centre)}. You need not say why, and we answer within a month.{' '}
      <a href={paths.privacy()}>Who sees what</a>.
    </p>
    <Heading level={2}>Leave</Heading>
    <p>You can leave whenever you like.</p>
    <p>
      <ButtonLink href={paths.leave()} kind="secondary">
        Leave
      </ButtonLink>
    </p>
  </Frame>
);

export const ReachPage = ({ view }: { view: View }): VNode => (
  <Frame view={view} title="How we reach you" shell="parent" back={toHeld}>
    <Heading>How we reach you</Heading>
    <Lede>Only what is safe for you. Leave empty what you do not want us to have.</Lede>
    <Form form={view.form}>
      <TextField form={view.form} name="phone" label="Phone" type="tel" autocomplete="tel" width={20} />
      <TextField form={view.form} name="email" label="E-mail" type="email" autocomplete="email" />
      <CheckboxField
        form={view.form}
        name="ways"
        legend="What may we do?"
        hint="Tick what is safe. With nothing ticked we send you nothing."
        options={[
          { value: 'text', label: 'Send a text' },
          { value: 'call', label: 'Call' },
          { value: 'voicemail', label: 'Leave a voicemail' },
          { value: 'email', label: 'Send an e-mail' },
        ]}
      />
      <RadioField
        form={view.form}
        name="othersMayRead"
        legend="May somebody else see your phone or e-mail?"
        hint="If so, our messages do not say who we are or what they are about."
        options={[
          { value: 'yes', label: 'Yes, somebody else may see it' },
          { value: 'no', label: 'No, only I see it' },
        ]}
      />
      <TextField
        form={view.form}
        name="safeTimes"
        label="Good times to call (you can leave this empty)"
        hint="For example, weekday mornings"
      />
      <Button>Save</Button>
    </Form>
  </Frame>
);

export const LeavePage = ({
  view,
  centre,
  groups,
}: {
  view: View;
  centre: Centre | null;
  groups: readonly string[];
}): VNode => (
  <Frame view={view} title="Leave" shell="parent" back={toHeld}>
    <Heading>Leave</Heading>
    <Lede>You can leave whenever you like. You need not say why, and you can come back.</Lede>
    {groups.length > 0 ? (
      <>
        <p>Your places in these end at once:</p>
        <ul>
          {groups.map((group) => (
            <li key={group}>{group}</li>
          ))}
        </ul>
      </>
    ) : (
      <Empty title="You have no place in a group or drop-in now">
        <p>Leaving also takes you off the waiting list, if you are on it.</p>
      </Empty>
    )}
    <Inset>
      <p>
        Leaving does not remove what we hold about you: by law we keep some of it for a time. To ask what can
        be removed, {reachUs(centre)}.
      </p>
    </Inset>
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="sure"
        legend="Do you want to leave?"
        options={[
          { value: 'yes', label: 'Yes, I want to leave' },
          { value: 'no', label: 'No, stay' },
        ]}
      />
      <Checkbox
        form={view.form}
        name="noMessages"
        label="Also stop every text, call and e-mail to me"
        hint="You can change this later under “What we hold”"
      />
      <Button>Continue</Button>
    </Form>
  </Frame>
);
