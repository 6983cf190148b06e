import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonRow,
  CheckboxField,
  DateField,
  Form,
  RadioField,
  TextField,
  TimeField,
} from '#ui/form.tsx';
import { Empty, Heading, Inset, Lede, Muted } from '#ui/show.tsx';
import { clockTime, counted, minutesInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Syllabus } from '../syllabus/syllabus.queries.ts';
import type { Expected } from './attendance.commands.ts';
import { whenWords } from './cohort.pages.tsx';
import type { Cohort, Meeting } from './cohort.queries.ts';
import type { Apology, Noted } from './progress.queries.ts';

export interface MeetingFacts {
  readonly cohort: Cohort;
  readonly syllabus: Syllabus;
  readonly trainers: readonly string[];
  readonly meeting: Meeting;
  readonly meetings: readonly Meeting[];
  readonly expected: readonly Expected[];
  readonly noted: readonly Noted[];
  readonly apologies: readonly Apology[];
  readonly mayPlan: boolean;
}

const titleOf = ({ syllabus }: Pick<MeetingFacts, 'syllabus'>, unitCode: string): string => {
  const unit = syllabus.content.units.find(({ code }) => code === unitCode);
  return unit ? `${unit.number} ${unit.title}` : unitCode;
};

const Person = ({ facts, who, view }: { facts: MeetingFacts; who: Expected; view: View }) => {
  const sorry = facts.apologies.find(
    ({ applicantId, meetingId }) => applicantId === who.applicantId && meetingId === facts.meeting.id,
  );
  const hint = [
    who.guest && `Guest for ${who.units.map((unit) => titleOf(facts, unit)).join(', ')}.`,
    sorry && `Said they cannot come. ${sorry.words}`.trim(),
    who.accessNeeds && `Access: ${who.accessNeeds}`,
  ].filter(Boolean);
  const options = [
    { value: 'all', label: 'Was there' },
    ...(who.units.length > 1
      ? [
          {
            value: 'some',
            label: 'For some of it',
            reveals: (
              <CheckboxField
                form={view.form}
                name={`units-${who.applicantId}`}
                legend={`What ${who.name} was there for`}
                small
                options={who.units.map((unit) => ({ value: unit, label: titleOf(facts, unit) }))}
              />
            ),
          },
        ]
      : []),
    { value: 'none', label: 'Was not there' },
  ];
  return (
    <RadioField
      form={view.form}
      name={`came-${who.applicantId}`}
      legend={who.name}
      hint={hint.length > 0 ? hint.join(' ') : undefined}
      inline={who.units.length < 2}
      options={options}
    />
  );
};

const NoteWhoCame = ({ facts, view }: { facts: MeetingFacts; view: View }) => {
  if (facts.meeting.calledOffAt) return null;
  if (Temporal.Instant.compare(facts.meeting.startsAt, view.now) > 0)
    return <p>When people have arrived, note here who came. Each unit counts for them at once.</p>;
  if (facts.expected.length === 0)
    return <Empty title="Nobody was expected at this meeting, so there is nothing to note." />;
  return (
    <>
      <Heading level={2}>Who came?</Heading>
      <Form form={view.form}>
        {facts.expected.map((who) => (
          <Person key={who.applicantId} facts={facts} who={who} view={view} />
        ))}
        {facts.noted.length > 0 ? (
          <TextField
            form={view.form}
            name="why"
            label="What was wrong before? (if you change something)"
            hint="A correction is added; what was noted before is kept."
          />
        ) : null}
        <ButtonRow>
          <Button>Save who came</Button>
        </ButtonRow>
      </Form>
    </>
  );
};

/** One meeting: what it is made of, who is expected, who came. */
export const MeetingPage = ({ facts, view }: { facts: MeetingFacts; view: View }): VNode => {
  const { cohort, meeting } = facts;
  const at = { cohortId: cohort.id, meetingId: meeting.id };
  const toCome = Temporal.Instant.compare(meeting.startsAt, view.now) > 0;
  const live = cohort.state === 'planned' || cohort.state === 'opened';
  return (
    <Frame
      view={view}
      title={meeting.title}
      back={{ href: paths.cohort({ cohortId: cohort.id }), label: cohort.name }}
    >
      <Heading above={cohort.name}>{meeting.title}</Heading>
      <Lede>
        {whenWords(meeting.startsAt, cohort.zone, view.today)}, {minutesInWords(meeting.minutes)}, at{' '}
        {meeting.placeWords || cohort.place}.
      </Lede>
      {meeting.calledOffAt ? <Inset tone="clay">Called off. {meeting.calledOffWhy}</Inset> : null}
      <ol>
        {meeting.parts.map((part) => (
          <li key={part.position}>
            {part.unitCode ? (
              <a href={paths.syllabusUnit({ syllabusId: facts.syllabus.id, unitCode: part.unitCode })}>
                {titleOf(facts, part.unitCode)}
              </a>
            ) : (
              part.title
            )}
            , <Muted>{minutesInWords(part.minutes)}</Muted>
            {part.unitCode && facts.mayPlan && live && (toCome || meeting.calledOffAt) ? (
              <>
                {' '}
                <a href={paths.layUnit({ ...at, unitCode: part.unitCode })}>
                  Lay onto another day
                  <span class="nhsuk-u-visually-hidden">: {titleOf(facts, part.unitCode)}</span>
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ol>
      {toCome && facts.apologies.some(({ meetingId }) => meetingId === meeting.id) ? (
        <p>
          {facts.expected
            .filter(({ applicantId }) =>
              facts.apologies.some(
                (each) => each.meetingId === meeting.id && each.applicantId === applicantId,
              ),
            )
            .map(({ name }) => name)
            .join(', ')}{' '}
          said they cannot come.
        </p>
      ) : null}
      <NoteWhoCame facts={facts} view={view} />
      {facts.mayPlan && live && toCome && !meeting.calledOffAt ? (
        <p>
          <a href={paths.moveCohortMeeting(at)}>Move this meeting</a>
          {' · '}
          <a href={paths.callOffCohortMeeting(at)}>Call it off</a>
        </p>
      ) : null}
    </Frame>
  );
};

/** Move one meeting. */
export const MoveMeetingPage = ({ facts, view }: { facts: MeetingFacts; view: View }): VNode => (
  <Frame
    view={view}
    title={`Move ${facts.meeting.title}`}
    back={{
      href: paths.cohortMeeting({ cohortId: facts.cohort.id, meetingId: facts.meeting.id }),
      label: facts.meeting.title,
    }}
  >
    <Heading above={facts.cohort.name}>Move {facts.meeting.title}</Heading>
    <Lede>
      Now it is {whenWords(facts.meeting.startsAt, facts.cohort.zone, view.today)}. The other meetings stay
      where they are. Everybody in it hears of it.
    </Lede>
    <Form form={view.form}>
      <DateField form={view.form} name="day" legend="To which day?" />
      <TimeField form={view.form} name="time" label="When does it start?" />
      <TextField
        form={view.form}
        name="placeWords"
        label="Where, if not where you usually meet? (optional)"
        hint={facts.meeting.bookingId ? 'If you write a place here, the room is given back.' : undefined}
      />
      <ButtonRow>
        <Button>Move it</Button>
      </ButtonRow>
    </Form>
  </Frame>
);

export interface LayFacts extends MeetingFacts {
  readonly unitCode: string;
}

/** Lay one unit onto another meeting. */
export const LayUnitPage = ({ facts, view }: { facts: LayFacts; view: View }): VNode => {
  const coming = facts.meetings.filter(
    ({ id, startsAt, calledOffAt }) =>
      id !== facts.meeting.id && !calledOffAt && Temporal.Instant.compare(startsAt, view.now) > 0,
  );
  const minutes = facts.meeting.parts.find(({ unitCode }) => unitCode === facts.unitCode)?.minutes ?? 0;
  return (
    <Frame
      view={view}
      title="Lay a unit onto another day"
      back={{
        href: paths.cohortMeeting({ cohortId: facts.cohort.id, meetingId: facts.meeting.id }),
        label: facts.meeting.title,
      }}
    >
      <Heading above={titleOf(facts, facts.unitCode)}>Lay onto another day</Heading>
      <Lede>The other meeting grows longer by {minutesInWords(minutes)}. Everybody in it hears of it.</Lede>
      {coming.length === 0 ? (
        <Empty title="No other meeting is still to come. Move this one instead." />
      ) : (
        <Form form={view.form}>
          <RadioField
            form={view.form}
            name="onto"
            legend="Onto which meeting?"
            options={coming.map((each) => {
              const end = each.endsAt.add({ minutes }).toZonedDateTimeISO(facts.cohort.zone);
              return {
                value: each.id,
                label: `${whenWords(each.startsAt, facts.cohort.zone, view.today)}: ${each.title}`,
                hint: `It would last until ${clockTime(end.toPlainTime())}, with ${counted(each.parts.length + 1, 'part')}.`,
              };
            })}
          />
          <ButtonRow>
            <Button>Lay it there</Button>
          </ButtonRow>
        </Form>
      )}
    </Frame>
  );
};
