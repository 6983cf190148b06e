import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, DateField, Form, TextArea } from '#ui/form.tsx';
import { Card, Heading, Inset, Lede, Row, Rows, Said, SummaryList } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import type { FreeTime } from '../mine/talk.queries.ts';
import * as paths from '../paths.ts';
import type { StepCode } from '../profiles/profile.shape.ts';
import { DECLINE_REASONS, type DeclineReason, declineWords } from '../route/ends.rules.ts';
import type { Verb } from './do.rules.ts';
import { fieldsOf } from './fields.pages.tsx';
import type { ApplicationFile } from './file.queries.ts';

export interface DoFacts {
  readonly file: ApplicationFile;
  readonly verb: Verb;
  /** The open step that the page is about, where it is about one. */
  readonly step: StepCode | null;
  /** What was asked for, where the page answers it. */
  readonly ask: string | undefined;
  /** The reason that was chosen for a letter that declines. */
  readonly reason: DeclineReason | null;
  /** The times to talk that nobody has taken, where one is chosen. */
  readonly free: readonly FreeTime[];
}

interface Words {
  readonly title: string;
  readonly lede: string;
  readonly button: string;
  readonly warning?: boolean;
}

const wordsOf = ({ file, verb, step }: DoFacts): Words => {
  const name = file.calledName;
  const stepName = file.profile.content.route.find((each) => each.code === step)?.name ?? 'this step';
  const reached =
    file.email || (file.phone && file.mayText)
      ? ''
      : ` ${name} has no e-mail address and no phone that may be texted, so no letter can leave: ring them.`;
  const all: Readonly<Record<Verb, Words>> = {
    book: {
      title: `Give ${name} a time to talk`,
      lede: `If they rang and chose one with you. A letter confirms it; one they had before is given back.${reached}`,
      button: 'Take this time for them',
    },
    talked: {
      title: 'Write down the conversation',
      lede: `What comes next opens, and ${name} hears of it with a link.${reached}`,
      button: 'We have talked',
    },
    missed: {
      title: 'The conversation did not happen',
      lede: `${name} can choose another time on their page. Nothing is sent by itself: ring them, things happen.`,
      button: 'Save',
    },
    note: { title: 'Add a note', lede: 'Notes are only ever added.', button: 'Add the note' },
    answer: {
      title: `Write down that you answered ${name}`,
      lede: 'It goes from the list of what waits for us.',
      button: 'Save',
    },
    pause: {
      title: `Let ${name} rest`,
      lede: 'No letters leave and no day counts against anybody. A time they took to talk is given back.',
      button: 'Let it rest',
    },
    go_on: {
      title: 'Take it up again',
      lede: `It goes on where it was. Each open step has as many days left as before the rest.`,
      button: 'Take it up again',
    },
    withdraw: {
      title: `${name} does not want to go on`,
      lede: 'The application ends. The reason helps us to make the way in better; nobody holds it against them.',
      button: 'End the application',
      warning: true,
    },
    decline: {
      title: `Not go on with ${name}`,
      lede: 'Say what was weighed and write a kind letter. You read it once more before it leaves.',
      button: 'Look at the letter',
    },
    send: {
      title: 'Read it once more',
      lede: `When you send it, the application ends and ${name} gets this letter. It is your decision, by name.${reached}`,
      button: 'Send the letter and end the application',
      warning: true,
    },
    waive: {
      title: `${stepName}: not needed`,
      lede: `What comes after it opens at once. Steps that keep families safe are never let go for one person.`,
      button: 'It is not needed',
    },
    pass: {
      title: `${stepName}: whose move is it?`,
      lede: 'The days of waiting begin again where somebody else has to move.',
      button: 'Save',
    },
    link: {
      title: `${name}’s own page`,
      lede: `With the link ${name} sees where they are and does what is theirs to do. Whoever has it can open the page.${reached}`,
      button: 'Send the link again',
    },
    contact: {
      title: `How to reach ${name}`,
      lede: 'Letters about the application go there.',
      button: 'Save',
    },
    offer: {
      title: `Offer ${name} the role`,
      lede: `A letter leaves with your words, and ${name} answers on their page.${reached}`,
      button: 'Send the offer',
    },
    accept: {
      title: `${name} said yes`,
      lede: 'If they told you by phone or face to face. The induction opens.',
      button: 'Write down the yes',
    },
    induction: {
      title: `${name}’s induction`,
      lede: 'Tick what you have gone through together. It need not be on one day.',
      button: 'Save',
    },
    welcome: {
      title: `Welcome ${name}`,
      lede: `${name} becomes one of the team: a file, a sign-in as a peer supporter of ${file.centreName}, and an e-mail with the link to it. If they were a parent here, that file is locked for everybody, them included as a volunteer.`,
      button: `Welcome ${name}`,
    },
  };
  return all[verb];
};

const backTo = (file: ApplicationFile) => ({
  href: paths.application({ applicationId: file.id }),
  label: file.name,
});

export const DoPage = ({ view, facts }: { view: View; facts: DoFacts }): VNode => {
  const { file, verb } = facts;
  const words = wordsOf(facts);
  const back = backTo(file);
  if (verb === 'decline' && !facts.reason) return <ReasonPage view={view} file={file} />;
  const Fields = fieldsOf[verb];
  return (
    <Frame view={view} title={words.title} back={back}>
      <Heading above={file.name}>{words.title}</Heading>
      <Lede>{words.lede}</Lede>
      {verb === 'send' ? <Written view={view} file={file} /> : null}
      {verb === 'decline' && facts.reason ? (
        <LetterFields view={view} file={file} reason={facts.reason} />
      ) : null}
      {verb === 'decline' ? null : (
        <Form form={view.form}>
          {Fields ? <Fields view={view} facts={facts} /> : null}
          <ButtonRow>
            <Button kind={words.warning ? 'warning' : 'primary'}>{words.button}</Button>
            {verb === 'send' && file.decline ? (
              <ButtonLink
                kind="secondary"
                href={paths.applicationMove(
                  { applicationId: file.id, verb: 'decline' },
                  { reason: file.decline.why },
                )}
              >
                Change it
              </ButtonLink>
            ) : null}
            <ButtonLink kind="quiet" href={back.href}>
              Go back without saving
            </ButtonLink>
          </ButtonRow>
        </Form>
      )}
    </Frame>
  );
};

const ReasonPage = ({ view, file }: { view: View; file: ApplicationFile }) => (
  <Frame view={view} title={`Not go on with ${file.calledName}`} back={backTo(file)}>
    <Heading above={file.name}>Why do we not go on?</Heading>
    <Lede>
      Each reason comes with a letter to begin from, which you make your own. Nothing is decided or sent yet.
    </Lede>
    <Rows>
      {DECLINE_REASONS.map((reason) => (
        <Row
          key={reason}
          action={{
            href: paths.applicationMove({ applicationId: file.id, verb: 'decline' }, { reason }),
            label: 'Choose',
            about: declineWords[reason].name,
          }}
        >
          <strong>{declineWords[reason].name}</strong>
          <br />
          {declineWords[reason].words}
        </Row>
      ))}
    </Rows>
  </Frame>
);

const LetterFields = ({
  view,
  file,
  reason,
}: {
  view: View;
  file: ApplicationFile;
  reason: DeclineReason;
}) => (
  <Form form={view.form}>
    <Inset>{declineWords[reason].name}</Inset>
    <TextArea
      form={view.form}
      name="words"
      label="What was weighed"
      hint="For those who recruit here, by your name. It is not in the letter. The applicant can ask to read it."
      rows={4}
    />
    <TextArea
      form={view.form}
      name="letter"
      label="The letter"
      hint="A greeting and the centre’s name are added. Say nothing of what a referee said or a check showed."
      rows={14}
    />
    <DateField
      form={view.form}
      name="again"
      legend="From when may they apply again?"
      hint="Leave it empty if you name no day."
    />
    <ButtonRow>
      <Button>Look at the letter</Button>
      <ButtonLink kind="secondary" href={paths.applicationMove({ applicationId: file.id, verb: 'decline' })}>
        Another reason
      </ButtonLink>
      <ButtonLink kind="quiet" href={backTo(file).href}>
        Go back without saving
      </ButtonLink>
    </ButtonRow>
  </Form>
);

const Written = ({ view, file }: { view: View; file: ApplicationFile }) =>
  file.decline ? (
    <>
      <SummaryList
        rows={[
          { label: 'Reason', value: declineWords[file.decline.why].name },
          { label: 'What was weighed', value: <Said>{file.decline.words}</Said> },
          {
            label: 'May apply again',
            value: file.mayReapplyOn
              ? `From ${longDate(file.mayReapplyOn, { today: view.today })}`
              : 'No day is named',
          },
          { label: 'Decided by', value: view.actor.kind === 'account' ? view.actor.name : '' },
        ]}
      />
      <Card title="The letter" tone="tint">
        <Said>{`Hello ${file.calledName},\n\n${file.decline.letter}`}</Said>
      </Card>
    </>
  ) : null;
