import type { VNode } from 'preact';
import { findings } from '#invariants/paths.ts';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { outboxPath } from '#platform/messages/paths.ts';
import * as delivery from '#rooms/delivery/paths.ts';
import * as families from '#rooms/families/paths.ts';
import * as people from '#rooms/people/paths.ts';
import { toolbox } from '#rooms/programme/paths.ts';
import * as recruiting from '#rooms/recruiting/paths.ts';
import * as referrals from '#rooms/referrals/paths.ts';
import { dataPath } from '#rooms/rights/paths.ts';
import { concernsPath } from '#rooms/safeguarding/paths.ts';
import * as supervision from '#rooms/supervision/paths.ts';
import * as training from '#rooms/training/paths.ts';
import { ButtonLink } from '#ui/form.tsx';
import { type Action, Card, Columns, Figure, Heading, Lede, Muted, Row, Rows, Tag } from '#ui/show.tsx';
import { clockTime, counted, dayAndDate, momentInWords, shortDay } from '#ui/times.ts';
import { FirstDaysCard } from './first-days.pages.tsx';
import type { ThisWeek, TodayFacts } from './today.queries.ts';
import {
  type Leads,
  sentenceOf,
  sessionName,
  type Thing,
  thingsOf,
  type When,
  whereWords,
} from './today.rules.ts';

const ways: { readonly [K in Leads['to']]: (leads: Extract<Leads, { to: K }>) => readonly [string, string] } =
  {
    session: ({ sessionId }) => [delivery.session({ sessionId }), 'Open'],
    register: ({ sessionId }) => [delivery.register({ sessionId }), 'Close it'],
    plan: ({ sessionId }) => [delivery.plan({ sessionId }), 'Plan'],
    follow_up: ({ sessionId, personId }) => [delivery.followUp({ sessionId, personId }), 'Ask after'],
    pause: ({ pauseId }) => [families.pause({ pauseId }), 'Decide'],
    place: ({ groupId, placeId }) => [delivery.place({ groupId, placeId }), 'Open'],
    referral: ({ referralId }) => [referrals.referralPath({ referralId }), 'Open'],
    handover: ({ handoverId }) => [referrals.followUpPath({ handoverId }), 'Follow up'],
    outbox: ({ state }) => [outboxPath({}, { state }), 'See them'],
    safety: ({ personId }) => [families.safety({ personId }), 'Look'],
    import: ({ importId }) => [referrals.importedPath({ importId }), 'Mend'],
    application: ({ applicationId }) => [recruiting.application({ applicationId }), 'Open'],
    applicants_quiet: () => [recruiting.applicants({}, { quiet: '14' }), 'See them'],
    volunteer: ({ personId }) => [delivery.volunteer({ personId }), 'Open'],
    group: ({ groupId }) => [delivery.group({ groupId }), 'Open'],
    days_with_children: ({ reviewId }) => [recruiting.eligibilityReview({ reviewId }), 'Decide'],
    outside_course: ({ outsideId }) => [training.checkOutside({ outsideId }), 'Check'],
    interview: ({ interviewId }) => [recruiting.interview({ interviewId }), 'Open'],
    suspension: ({ suspensionId }) => [people.suspension({ suspensionId }), 'Open'],
    debrief: ({ debriefId }) => [supervision.debrief({ debriefId }), 'Ring'],
    arrangement: ({ arrangementId }) => [supervision.arrangement({ arrangementId }), 'Open'],
    supervision_meeting: ({ meetingId }) => [supervision.meeting({ meetingId }), 'Open'],
    supervision_note: ({ meetingId }) => [supervision.notesOfMeeting({ meetingId }), 'Write'],
    action: ({ actionId }) => [supervision.agreedAction({ actionId }), 'Open'],
    last_yes: ({ applicantId }) => [training.lastYes({ applicantId }), 'Say it'],
    learner: ({ applicantId }) => [training.learner({ applicantId }), 'Open'],
    practice: ({ practiceId }) => [training.practice({ practiceId }), 'Write'],
    reflection: ({ practiceId }) => [training.ownReflection({ practiceId }), 'Write'],
    event: ({ eventId }) => [training.learningEvent({ eventId }), 'Open'],
    interest: ({ interestId }) => [training.interest({ interestId }), 'Answer'],
    cohort_meeting: ({ cohortId, meetingId }) => [training.cohortMeeting({ cohortId, meetingId }), 'Note'],
    catch_up: ({ cohortId, applicantId, unitCode }) => [
      training.offerCatchUp({ cohortId, applicantId, unitCode }),
      'Arrange',
    ],
    note_drafts: () => [supervision.noteDrafts(), 'See them'],
    own_supervision: () => [supervision.ownSupervision(), 'Open'],
    own_load: () => [supervision.ownLoad(), 'Open'],
    own_training: () => [training.ownTraining(), 'Open'],
    findings: () => [findings(), 'Look'],
    help_lines: () => [people.helpLines(), 'Confirm'],
  };

const actionOf = (thing: Thing): Action => {
  const way = ways[thing.leads.to] as (leads: Leads) => readonly [string, string];
  const [href, label] = way(thing.leads);
  // What is late asks for something to be done; what is on today is only opened.
  return { href, label, about: thing.what, kind: thing.when === 'late' ? 'button' : 'link' };
};

const MOST_SHOWN = 12;

const Part = ({ title, things }: { title: string; things: readonly Thing[] }) => {
  if (things.length === 0) return null;
  const row = (thing: Thing) => (
    <Row key={`${thing.what} ${thing.why}`} marker={thing.marker} tone={thing.tone} action={actionOf(thing)}>
      <p>
        <strong>{thing.what}</strong>
        {/^[a-z–]/.test(thing.why) ? ' ' : '. '}
        {thing.why}
      </p>
    </Row>
  );
  const rest = things.slice(MOST_SHOWN);
  return (
    <Card title={title}>
      <Rows>{things.slice(0, MOST_SHOWN).map(row)}</Rows>
      {rest.length > 0 ? (
        <details class="nhsuk-details">
          <summary class="nhsuk-details__summary">
            <span class="nhsuk-details__summary-text">{rest.length} more</span>
          </summary>
          <Rows>{rest.map(row)}</Rows>
        </details>
      ) : null}
    </Card>
  );
};

const Concern = ({ facts, view }: { facts: TodayFacts; view: View }) => {
  const { waiting, oldest } = facts.concerns;
  if (waiting === 0) return null;
  return (
    <Card
      tone="urgent"
      title={waiting === 1 ? 'A concern is waiting for you' : `${waiting} concerns are waiting for you`}
      action={
        <ButtonLink href={concernsPath()} kind="warning">
          {waiting === 1 ? 'Open it' : 'Open them'}
        </ButtonLink>
      }
    >
      <p>
        {oldest ? (
          <>
            {waiting === 1 ? 'Raised ' : 'The oldest was raised '}
            <strong>{momentInWords(oldest, view.zone, view.now)}</strong>.{' '}
          </>
        ) : null}
        If nobody takes it on in time, the next person is told.
      </p>
    </Card>
  );
};

const Week = ({ week, today }: { week: readonly ThisWeek[]; today: Temporal.PlainDate }) => (
  <Card title="The next seven days">
    {week.length > 0 ? (
      <Rows>
        {week.slice(0, MOST_SHOWN).map(({ session, planned, runBy }) => (
          <Row
            key={session.id}
            action={
              planned === null ? undefined : (
                <Tag tone={planned ? 'pine' : 'honey'}>{planned ? 'Planned' : 'To plan'}</Tag>
              )
            }
          >
            <p>
              <a href={delivery.session({ sessionId: session.id })}>{sessionName(session)}</a>
            </p>
            <p>
              <Muted>
                {[
                  `${session.on.equals(today) ? 'Today' : shortDay(session.on)}, ${clockTime(session.from)}`,
                  whereWords(session),
                  runBy.join(', '),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Muted>
            </p>
          </Row>
        ))}
      </Rows>
    ) : (
      <p>No group or drop-in meets in the next seven days.</p>
    )}
    {week.length > MOST_SHOWN ? (
      <p>
        <a href={delivery.groups()}>{week.length - MOST_SHOWN} more, under Groups</a>
      </p>
    ) : null}
  </Card>
);

const Aside = ({ facts }: { facts: TodayFacts }) => (
  <>
    {facts.figures && !facts.week ? (
      <Card title="The next seven days">
        <Figure
          figure={facts.figures.dropIns}
          of={`${facts.figures.dropIns === 1 ? 'drop-in' : 'drop-ins'} at ${counted(facts.figures.centres, 'centre')}`}
        />
        <p>You see figures here, and no families.</p>
      </Card>
    ) : null}
    {facts.week ? <Week week={facts.week} today={facts.today} /> : null}
    {facts.waiting === null ? null : (
      <Card title="Waiting for a group">
        <Figure figure={facts.waiting} of={facts.waiting === 1 ? 'parent' : 'parents'} />
        <p>
          <a href={delivery.waiting()}>The waiting list</a>
        </p>
      </Card>
    )}
    {facts.prepares ? (
      <Card title="For your sessions">
        <p>
          <a href={toolbox()}>The toolbox</a>: what to do, how long it takes and what to bring.
        </p>
      </Card>
    ) : null}
    {facts.dataCare && (facts.dataCare.lead || (facts.figures && facts.dataCare.named === 0)) ? (
      <Card title="What we keep about people">
        <p>
          {facts.dataCare.lead ? 'You answer for it here.' : 'Nobody answers for it yet.'}{' '}
          <a href={dataPath()}>{facts.dataCare.lead ? 'Open what waits' : 'Name somebody'}</a>
        </p>
      </Card>
    ) : null}
  </>
);

const PARTS: readonly (readonly [When, string])[] = [
  ['late', 'Late'],
  ['today', 'Today'],
  ['soon', 'Coming up'],
];

export const TodayPage = ({ view, facts }: { view: View; facts: TodayFacts }): VNode => (
  <Frame view={view} title={`Today, ${dayAndDate(facts.today)}`} wide>
    <Columns aside={<Aside facts={facts} />}>
      <Heading>{dayAndDate(facts.today)}</Heading>
      <Lede>{sentenceOf(facts.things)}</Lede>
      <Concern facts={facts} view={view} />
      <FirstDaysCard steps={facts.steps} view={view} />
      {PARTS.map(([when, title]) => (
        <Part key={when} title={title} things={thingsOf(facts.things, when)} />
      ))}
    </Columns>
  </Frame>
);
