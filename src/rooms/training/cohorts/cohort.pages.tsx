import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form } from '#ui/form.tsx';
import { Card, Columns, Details, Empty, Heading, Inset, Lede, Muted, Row, Rows, Tag } from '#ui/show.tsx';
import { clockTime, counted, dayAndDate, minutesInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Syllabus } from '../syllabus/syllabus.queries.ts';
import type { Cohort, Meeting, Place, Trainee } from './cohort.queries.ts';
import { inARow, needsCatchUp } from './cohort.rules.ts';
import { stateTag } from './list.pages.tsx';
import type { Apology, CatchUp, Cell } from './progress.queries.ts';
import { UnitKey, UnitStrip, unitsInWords } from './units.pages.tsx';

/** A trainee of the cohort, with everything the page says of them. */
export interface TraineeRow {
  readonly trainee: Trainee;
  readonly place: Place;
  readonly cells: readonly Cell[];
  /** Whether the safeguarding course is done; null where the actor may not know. */
  readonly eLearning: boolean | null;
}

export interface CohortFacts {
  readonly cohort: Cohort;
  readonly syllabus: Syllabus;
  readonly trainers: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly meetings: readonly Meeting[];
  readonly rows: readonly TraineeRow[];
  readonly waiting: readonly { readonly place: Place; readonly name: string }[];
  readonly left: readonly { readonly place: Place; readonly name: string }[];
  readonly apologies: readonly Apology[];
  readonly catchUps: readonly CatchUp[];
  /** Meetings of the past of which nobody has noted who came. */
  readonly toMark: readonly string[];
  readonly mayPlan: boolean;
  readonly mayNote: boolean;
}

export const whenWords = (moment: Temporal.Instant, zone: string, today: Temporal.PlainDate): string => {
  const there = moment.toZonedDateTimeISO(zone);
  return `${dayAndDate(there.toPlainDate(), { today })} at ${clockTime(there.toPlainTime())}`;
};

const unitsLine = ({ syllabus }: CohortFacts, meeting: Meeting): string =>
  meeting.parts
    .map(({ unitCode, title }) => {
      const unit = syllabus.content.units.find(({ code }) => code === unitCode);
      return unit ? `${unit.number} ${unit.title}` : title;
    })
    .join(' · ');

const MeetingRow = ({ facts, meeting, view }: { facts: CohortFacts; meeting: Meeting; view: View }) => {
  const sorry = facts.apologies.filter(({ meetingId }) => meetingId === meeting.id).length;
  const mark = facts.toMark.includes(meeting.id);
  const past = Temporal.Instant.compare(meeting.startsAt, view.now) <= 0;
  const marker = meeting.calledOffAt ? 'Called off' : mark ? 'Who came?' : past ? 'Held' : 'To come';
  return (
    <Row
      marker={marker}
      tone={meeting.calledOffAt ? 'grey' : mark ? 'clay' : past ? 'pine' : 'iris'}
      action={{
        href: paths.cohortMeeting({ cohortId: facts.cohort.id, meetingId: meeting.id }),
        label: mark ? 'Note who came' : 'Open',
        about: meeting.title,
        kind: mark ? 'button' : 'link',
      }}
    >
      <strong>{whenWords(meeting.startsAt, facts.cohort.zone, view.today)}</strong>
      <br />
      {meeting.title}, {minutesInWords(meeting.minutes)}
      <br />
      <Muted>{unitsLine(facts, meeting)}</Muted>
      {meeting.calledOffAt ? (
        <>
          <br />
          <Muted>{meeting.calledOffWhy}</Muted>
        </>
      ) : null}
      {sorry > 0 && !meeting.calledOffAt ? (
        <>
          <br />
          {counted(sorry, 'person', 'people')} cannot come.
        </>
      ) : null}
    </Row>
  );
};

const Missed = ({ facts, row }: { facts: CohortFacts; row: TraineeRow }) => {
  const missed = row.cells.filter(({ state }) => needsCatchUp(state));
  if (missed.length === 0 || !facts.mayPlan) return null;
  return (
    <p>
      Find a time for{' '}
      {missed.map(({ unitCode }, index) => (
        <span key={unitCode}>
          {index > 0 ? ', ' : ''}
          <a
            href={paths.offerCatchUp({
              cohortId: facts.cohort.id,
              applicantId: row.trainee.applicantId,
              unitCode,
            })}
          >
            unit {facts.syllabus.content.units.find(({ code }) => code === unitCode)?.number}
            <span class="nhsuk-u-visually-hidden"> with {row.trainee.name}</span>
          </a>
        </span>
      ))}
      .
    </p>
  );
};

const People = ({ facts }: { facts: CohortFacts }) =>
  facts.rows.length === 0 ? (
    <Empty title="Nobody has a place yet.">
      {facts.cohort.state === 'planned'
        ? 'Open the cohort when its days are right. Then people can take places.'
        : 'Give places to people who are ready for them.'}
    </Empty>
  ) : (
    <>
      <Rows>
        {facts.rows.map((row) => (
          <Row
            key={row.place.id}
            action={{
              href: paths.learner({ applicantId: row.trainee.applicantId }),
              label: 'Open',
              about: row.trainee.name,
            }}
          >
            <strong>{row.trainee.name}</strong>
            {row.eLearning === false ? (
              <>
                {' '}
                <Tag tone="honey">Safeguarding course to do</Tag>
              </>
            ) : null}
            <br />
            {unitsInWords(row.cells, facts.syllabus.content.units)}
            <UnitStrip cells={row.cells} units={facts.syllabus.content.units} />
            {row.trainee.accessNeeds ? (
              <p>
                <Muted>Access:</Muted> {row.trainee.accessNeeds}
              </p>
            ) : null}
            <Missed facts={facts} row={row} />
            {facts.mayPlan && facts.cohort.state === 'opened' ? (
              <p>
                <a href={paths.leaveCohort({ cohortId: facts.cohort.id, placeId: row.place.id })}>
                  They leave
                  <span class="nhsuk-u-visually-hidden">: {row.trainee.name}</span>
                </a>
              </p>
            ) : null}
          </Row>
        ))}
      </Rows>
      <Details summary="What the signs mean">
        <UnitKey />
      </Details>
    </>
  );

const Waiting = ({ facts, view }: { facts: CohortFacts; view: View }) => {
  const free = facts.cohort.places - facts.rows.length;
  return facts.waiting.length === 0 ? null : (
    <>
      <Heading level={2}>Waiting for a place</Heading>
      {free > 0 ? (
        <p>{counted(free, 'place is', 'places are')} free. Whoever asked first comes first.</p>
      ) : null}
      <Rows>
        {facts.waiting.map(({ place, name }) => (
          <Row
            key={place.id}
            action={
              facts.mayPlan && free > 0 ? (
                <Form
                  form={view.form}
                  action={paths.giveWaitingPlace({ cohortId: facts.cohort.id, placeId: place.id })}
                >
                  <Button kind="secondary" small about={`to ${name}`}>
                    Give the place
                  </Button>
                </Form>
              ) : undefined
            }
          >
            <strong>{name}</strong>
          </Row>
        ))}
      </Rows>
    </>
  );
};

const Left = ({ facts }: { facts: CohortFacts }) =>
  facts.left.length === 0 ? null : (
    <Details summary={`${counted(facts.left.length, 'person', 'people')} left`}>
      <ul>
        {facts.left.map(({ place, name }) => (
          <li key={place.id}>
            <a href={paths.learner({ applicantId: place.applicantId })}>{name}</a>: {place.leftWhy} What they
            earned stays theirs.
          </li>
        ))}
      </ul>
    </Details>
  );

const Doings = ({ facts, view }: { facts: CohortFacts; view: View }) => {
  const { cohort } = facts;
  const at = { cohortId: cohort.id };
  if (!facts.mayPlan || (cohort.state !== 'planned' && cohort.state !== 'opened')) return null;
  return (
    <>
      {cohort.state === 'planned' ? (
        <Card tone="soon" title="Only planned so far">
          <p>Look at the days. When they are right, open the cohort, and people can take places.</p>
          <Form form={view.form} action={paths.openCohort(at)}>
            <Button>Open it</Button>
          </Form>
        </Card>
      ) : (
        <ButtonRow>
          <ButtonLink href={paths.cohortPlaces(at)}>Give a place</ButtonLink>
        </ButtonRow>
      )}
      <p>
        <a href={paths.editCohort(at)}>Change the name, places or trainers</a>
      </p>
      <p>
        <a href={paths.callOffCohort(at)}>Call the cohort off</a>
      </p>
      {cohort.state === 'opened' ? (
        <Form form={view.form} action={paths.closeCohort(at)}>
          <Button kind="quiet">Close it: everybody has finished</Button>
        </Form>
      ) : null}
    </>
  );
};

/** A cohort on one page: its days, its people, and how far each of them is. */
export const CohortPage = ({ facts, view }: { facts: CohortFacts; view: View }): VNode => {
  const { cohort } = facts;
  const tag = stateTag({ ...cohort, firstAt: facts.meetings[0]?.startsAt ?? null }, view.now);
  const trainers = facts.trainers.map((id) => facts.names.get(id) ?? 'somebody who has left');
  return (
    <Frame view={view} title={cohort.name} back={{ href: paths.cohorts(), label: 'Training cohorts' }} wide>
      <Heading above={cohort.centreName}>{cohort.name}</Heading>
      <p>
        <Tag tone={tag.tone}>{tag.words}</Tag>
      </p>
      <Lede>
        {facts.rows.length} of {counted(cohort.places, 'place')} taken. Led by {inARow(trainers)}. It meets at{' '}
        {cohort.place}.
      </Lede>
      {cohort.calledOffAt ? <Inset tone="clay">{cohort.calledOffWhy}</Inset> : null}
      <Columns aside={<Doings facts={facts} view={view} />}>
        <Heading level={2}>People</Heading>
        <People facts={facts} />
        <Waiting facts={facts} view={view} />
        <Left facts={facts} />
        <Heading level={2}>Meetings</Heading>
        <Rows>
          {facts.meetings.map((meeting) => (
            <MeetingRow key={meeting.id} facts={facts} meeting={meeting} view={view} />
          ))}
        </Rows>
      </Columns>
    </Frame>
  );
};
