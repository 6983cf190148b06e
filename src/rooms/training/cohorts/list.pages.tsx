import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import type { AccountAt, Centre } from '#rooms/people/door.ts';
import type { Venue } from '#rooms/programme/door.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckboxField,
  DateField,
  Form,
  RadioField,
  TextField,
  TimeField,
} from '#ui/form.tsx';
import { Empty, Heading, Lede, Muted, Row, Rows, type Tone } from '#ui/show.tsx';
import { counted, shortDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Syllabus } from '../syllabus/syllabus.queries.ts';
import type { CohortInList } from './cohort.queries.ts';
import type { CohortState } from './cohort.rules.ts';

const stateTags: Readonly<Record<CohortState, { readonly words: string; readonly tone: Tone }>> = {
  planned: { words: 'Planned', tone: 'honey' },
  opened: { words: 'Open', tone: 'pine' },
  closed: { words: 'Finished', tone: 'grey' },
  called_off: { words: 'Called off', tone: 'grey' },
};

/** What a cohort's state is called on a page: it runs once its first meeting has begun. */
export const stateTag = (
  { state, firstAt }: { readonly state: CohortState; readonly firstAt: Temporal.Instant | null },
  now: Temporal.Instant,
) =>
  state === 'opened' && firstAt && Temporal.Instant.compare(firstAt, now) <= 0
    ? { words: 'Running', tone: 'iris' as const }
    : stateTags[state];

const datesOf = (cohort: CohortInList): string => {
  const day = (moment: Temporal.Instant) => shortDate(moment.toZonedDateTimeISO(cohort.zone).toPlainDate());
  return cohort.firstAt && cohort.lastAt
    ? `${day(cohort.firstAt)} to ${day(cohort.lastAt)}`
    : 'No meeting has a day';
};

const Cohorts = ({ cohorts, now }: { cohorts: readonly CohortInList[]; now: Temporal.Instant }) => (
  <Rows>
    {cohorts.map((cohort) => {
      const tag = stateTag(cohort, now);
      return (
        <Row
          key={cohort.id}
          marker={tag.words}
          tone={tag.tone}
          action={{ href: paths.cohort({ cohortId: cohort.id }), label: 'Open', about: cohort.name }}
        >
          <strong>{cohort.name}</strong>, {cohort.centreName}
          <br />
          {datesOf(cohort)}
          <br />
          <Muted>
            {cohort.taken} of {counted(cohort.places, 'place')} taken
            {cohort.waiting > 0 ? `, ${cohort.waiting} waiting` : ''}
          </Muted>
        </Row>
      );
    })}
  </Rows>
);

export interface ListFacts {
  readonly cohorts: readonly CohortInList[];
  readonly mayPlan: boolean;
}

/** Every cohort somebody plans or leads. */
export const CohortsPage = ({ facts, view }: { facts: ListFacts; view: View }): VNode => {
  const isOver = ({ state }: CohortInList) => state === 'closed' || state === 'called_off';
  const running = facts.cohorts.filter((each) => !isOver(each));
  const over = facts.cohorts.filter(isOver);
  return (
    <Frame view={view} title="Training cohorts">
      <Heading>Training cohorts</Heading>
      <Lede>
        People who go through the training together: when they meet, who leads them, how far each of them is.{' '}
        <a href={paths.syllabus()}>The syllabus</a> says what they learn.
      </Lede>
      {facts.mayPlan ? (
        <ButtonRow>
          <ButtonLink href={paths.newCohort()}>Plan a cohort</ButtonLink>
        </ButtonRow>
      ) : null}
      {running.length > 0 ? (
        <Cohorts cohorts={running} now={view.now} />
      ) : (
        <Empty title={facts.mayPlan ? 'No cohort is planned.' : 'You lead no cohort just now.'}>
          {facts.mayPlan
            ? 'When enough people are on their way in, plan the next one. You can do it before they have finished their checks.'
            : 'When you are named as a trainer, the cohort stands here. Others are seen by those who plan them.'}
        </Empty>
      )}
      {over.length > 0 ? (
        <>
          <Heading level={2}>Finished or called off</Heading>
          <Cohorts cohorts={over} now={view.now} />
        </>
      ) : null}
    </Frame>
  );
};

/** The team of a centre, each once, with what they do there. */
export const teamOptions = (team: readonly AccountAt[]) =>
  [...new Map(team.map((each) => [each.accountId, each.name]))].map(([value, label]) => ({ value, label }));

export interface PlanFacts {
  readonly centre: Centre;
  readonly centres: readonly Centre[];
  readonly syllabus: Syllabus | null;
  readonly team: readonly AccountAt[];
  readonly venues: readonly Venue[];
}

const NoSyllabus = () => (
  <Empty
    title="Nobody has said yet that the syllabus may be used."
    action={{ href: paths.syllabus(), label: 'Read the syllabus' }}
  >
    A practitioner, a specialist or the service lead reads it and approves it. Then a cohort can be planned.
  </Empty>
);

/** Plan a cohort: the days come from the layout, and bank holidays are skipped. */
export const PlanCohortPage = ({ facts, view }: { facts: PlanFacts; view: View }): VNode => {
  const { form } = view;
  return (
    <Frame view={view} title="Plan a cohort" back={{ href: paths.cohorts(), label: 'Training cohorts' }}>
      <Heading above={facts.centre.name}>Plan a cohort</Heading>
      {facts.centres.length > 1 ? (
        <p>
          For another centre:{' '}
          {facts.centres
            .filter(({ id }) => id !== facts.centre.id)
            .map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 ? ', ' : ''}
                <a href={paths.newCohort({}, { centre: id })}>{name}</a>
              </span>
            ))}
        </p>
      ) : null}
      {facts.syllabus === null ? (
        <NoSyllabus />
      ) : (
        <Form form={form}>
          <TextField form={form} name="name" label="What is it called?" hint="For example, Spring evenings" />
          <RadioField
            form={form}
            name="layout"
            legend="How are the units laid out?"
            options={facts.syllabus.content.layouts.map(({ code, name, words }) => ({
              value: code,
              label: name,
              hint: words,
            }))}
          />
          <DateField
            form={form}
            name="firstDay"
            legend="Which day is the first?"
            hint="Every meeting is counted from it. Where a bank holiday is in the way, that week is left out and the rest moves on."
          />
          <TimeField
            form={form}
            name="startsAt"
            label="When does each meeting start? (optional)"
            hint="Leave it empty to start when the layout says. You can move single meetings afterwards."
          />
          <RadioField
            form={form}
            name="venueId"
            legend="Which room?"
            hint="A room of the centre is booked for every meeting at once."
            options={[
              ...facts.venues.map((venue) => ({
                value: venue.id,
                label: `${venue.name}, ${venue.room}`,
                hint: `For ${venue.capacity}${venue.stepFree ? ', step-free' : ''}`,
              })),
              { value: '', label: 'Somewhere else' },
            ]}
          />
          <TextField
            form={form}
            name="placeWords"
            label="Where, if it is somewhere else?"
            hint="As you would tell somebody on the phone."
          />
          <TextField
            form={form}
            name="places"
            label="How many can take part?"
            width={3}
            inputmode="numeric"
          />
          <CheckboxField
            form={form}
            name="trainers"
            legend="Who leads it?"
            hint="They see who is in it and what was said about access, and note who came."
            options={teamOptions(facts.team)}
          />
          <ButtonRow>
            <Button>Plan it</Button>
          </ButtonRow>
          <p>Nobody is told yet. You look at the days first, then open it.</p>
        </Form>
      )}
    </Frame>
  );
};

export interface ChangeFacts {
  readonly cohort: { readonly id: string; readonly name: string; readonly venueId: string | null };
  readonly team: readonly AccountAt[];
}

/** Change what a cohort is called, how many take part, and who leads it. */
export const ChangeCohortPage = ({ facts, view }: { facts: ChangeFacts; view: View }): VNode => (
  <Frame
    view={view}
    title={`Change ${facts.cohort.name}`}
    back={{ href: paths.cohort({ cohortId: facts.cohort.id }), label: facts.cohort.name }}
  >
    <Heading>Change {facts.cohort.name}</Heading>
    <Form form={view.form}>
      <TextField form={view.form} name="name" label="What is it called?" />
      <TextField
        form={view.form}
        name="placeWords"
        label="Where does it meet?"
        hint={facts.cohort.venueId ? 'Leave it empty while it meets in the room that is booked.' : undefined}
      />
      <TextField
        form={view.form}
        name="places"
        label="How many can take part?"
        width={3}
        inputmode="numeric"
      />
      <CheckboxField
        form={view.form}
        name="trainers"
        legend="Who leads it?"
        options={teamOptions(facts.team)}
      />
      <ButtonRow>
        <Button>Save</Button>
      </ButtonRow>
    </Form>
  </Frame>
);
