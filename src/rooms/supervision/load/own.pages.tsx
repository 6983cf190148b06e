import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import * as delivery from '#rooms/delivery/paths.ts';
import type { HelpLine } from '#rooms/people/door.ts';
import { Button, ButtonLink, ButtonRow, Checkbox, DateField, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Card, Columns, Empty, Heading, Lede, Muted, Row, Rows, Said } from '#ui/show.tsx';
import { dayFrom, momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Debrief } from './debrief.queries.ts';
import type { Told } from './load.queries.ts';
import type { Load } from './load.rules.ts';
import { LoadCard } from './load-card.pages.tsx';

const Lines = ({ lines }: { lines: readonly HelpLine[] }) => (
  <Rows>
    {lines.map(({ id, name, what, phone, textTo, hours }) => (
      <Row key={id}>
        <strong>{name}</strong>
        {phone ? (
          <>
            : <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a>
          </>
        ) : null}
        {textTo ? `, or text ${textTo}` : null}
        <br />
        <Muted>
          {what} {hours}
        </Muted>
      </Row>
    ))}
  </Rows>
);

/** What is happening about a talk, told to the peer supporter whose it is. */
const happening = (debrief: Debrief, view: View): string => {
  const who = debrief.rings ?? 'Somebody';
  if (debrief.state === 'offered')
    return `${who} has offered you a talk.${debrief.offeredWords ? ` “${debrief.offeredWords}”` : ''}`;
  if (debrief.rings === null)
    return 'At the moment nobody of us is there to ring you. We go on looking for somebody. Until then the help lines are there for you as well.';
  const by = momentInWords(debrief.offerBy, debrief.zone, view.now);
  if (debrief.ringNow) return `We have told ${who} that you would like a call now.`;
  if (debrief.lateness !== 'in_time')
    return `${who} was to ring you ${by} at the latest, and has not yet. We are sorry. They have been told again.`;
  return `${who} rings you, ${by} at the latest.`;
};

const ShortAnswer = ({ view, say, children }: { view: View; say: string; children: string }) => (
  <Form form={view.form} action={paths.answerDebrief()}>
    <Button kind="secondary" name="say" value={say}>
      {children}
    </Button>
  </Form>
);

/** The talk that is open for the volunteer who looks, and what they can say to it. */
export const OwnDebriefCard = ({
  debrief,
  lines,
  phone,
  view,
}: {
  debrief: Debrief;
  lines: readonly HelpLine[];
  phone: string | null;
  view: View;
}) => (
  <Card tone="growth" title="A talk for you">
    <p>{happening(debrief, view)}</p>
    {phone ? (
      <p>
        You can ring the centre too: <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a>
      </p>
    ) : null}
    <ButtonRow>
      {debrief.state === 'offered' && debrief.answered === null ? (
        <ShortAnswer view={view} say="yes">
          Yes please
        </ShortAnswer>
      ) : null}
      {debrief.ringNow ? null : (
        <ShortAnswer view={view} say="ring_now">
          Please ring now
        </ShortAnswer>
      )}
      <ShortAnswer view={view} say="no_thanks">
        No thanks
      </ShortAnswer>
    </ButtonRow>
    {debrief.rings === null || debrief.ringNow || debrief.lateness !== 'in_time' ? (
      <Lines lines={lines} />
    ) : null}
    <p>
      <Muted>“No thanks” needs no reason, and you can ask again whenever you like.</Muted>
    </p>
  </Card>
);

export interface OwnFacts {
  readonly centreId: string;
  readonly zone: string;
  readonly phone: string | null;
  readonly debrief: Debrief | null;
  readonly lines: readonly HelpLine[];
}

/** "How was it?": two taps, and words for whoever likes. */
export const HowItWasPage = ({ facts, view }: { facts: OwnFacts; view: View }): VNode => (
  <Frame view={view} title="How was it?" back={{ href: paths.ownLoad(), label: 'What you carry' }}>
    <Heading>How was it?</Heading>
    <Lede>Two taps are enough. If it was heavy, you are offered a talk within a day.</Lede>
    {facts.debrief ? <OwnDebriefCard {...facts} debrief={facts.debrief} view={view} /> : null}
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="how"
        legend="The session was"
        options={[
          { value: 'light', label: 'Light' },
          { value: 'all_right', label: 'All right' },
          { value: 'heavy', label: 'Heavy' },
        ]}
      />
      <Checkbox
        form={view.form}
        name="told"
        label="Somebody told me something that stays with me"
        hint="Not what it was: only that it was so."
      />
      <TextArea
        form={view.form}
        name="words"
        label="A few words, if you like"
        hint="Only you and the one person who rings you can read them. Leave out names of families."
        rows={3}
      />
      <DateField form={view.form} name="on" legend="Which day was it? (leave it empty for today)" />
      <ButtonRow>
        <Button>Tell us</Button>
      </ButtonRow>
    </Form>
    <Card title="If somebody may be at risk">
      <p>
        This page is about you. A worry about a child or an adult goes another way, and it is not counted
        here: press “Raise a concern” at the top of any page. In danger, ring 999 first.
      </p>
    </Card>
    <p>
      <Muted>
        A light day leaves nothing behind: we keep only what was heavy and that you were told something.
      </Muted>
    </p>
  </Frame>
);

const KINDS = {
  session: 'You ran a session',
  hard: 'A session felt heavy',
  disclosure: 'Somebody told you something that stays',
} as const;

/** Everything that is known of what the volunteer carries, and the way to say that it was not so. */
export const OwnLoadPage = ({
  facts,
  load,
  told,
  view,
}: {
  facts: OwnFacts;
  load: Load;
  told: readonly Told[];
  view: View;
}): VNode => (
  <Frame
    view={view}
    title="What you carry"
    back={{ href: delivery.volunteering(), label: 'My volunteering' }}
    wide
  >
    <Heading>What you carry</Heading>
    <Lede>
      Being there for others can weigh something. Here is what we know of it, in the same words as your
      supervisor reads.
    </Lede>
    <Columns
      aside={
        <>
          <Card title="Staying well">
            <p>
              What keeps you well, the first signs, and who you ring: a plan in your own words, and yours
              alone.
            </p>
            <ButtonRow>
              <ButtonLink href={paths.stayingWell()} kind="secondary">
                Open your plan
              </ButtonLink>
            </ButtonRow>
          </Card>
          {facts.debrief ? null : (
            <Card title="Would you like to talk?">
              <p>You need no reason. We tell whoever looks after you, and they ring.</p>
              <ShortAnswer view={view} say="ring_now">
                Please ring now
              </ShortAnswer>
              <Lines lines={facts.lines.slice(0, 2)} />
            </Card>
          )}
        </>
      }
    >
      {facts.debrief ? <OwnDebriefCard {...facts} debrief={facts.debrief} view={view} /> : null}
      <LoadCard load={load} own />
      <ButtonRow>
        <ButtonLink href={paths.howItWas()}>Say how it was</ButtonLink>
      </ButtonRow>
      <Card title="What it counts">
        {told.length === 0 ? (
          <Empty title="Nothing yet">
            <p>When you run a session, or tell us how one was, it stands here.</p>
          </Empty>
        ) : (
          <Rows>
            {told.map((each) => (
              <Row
                key={each.id}
                marker={dayFrom(each.at.toZonedDateTimeISO(facts.zone).toPlainDate(), view.today)}
                action={
                  each.kind === 'session' ? undefined : (
                    <Form form={view.form} action={paths.takeBackEntry({ entryId: each.id })}>
                      <Button kind="quiet" small about={KINDS[each.kind].toLowerCase()}>
                        Take it back
                      </Button>
                    </Form>
                  )
                }
              >
                {KINDS[each.kind]}
                {each.bySelf ? '' : each.kind === 'session' ? '' : ' (from a run sheet)'}
                {each.words ? <Said>{each.words}</Said> : null}
              </Row>
            ))}
          </Rows>
        )}
      </Card>
    </Columns>
  </Frame>
);
