import { momentAt } from '#kernel/dates.ts';
import type { Actor } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { dateBoxes } from '#platform/forms/fields.ts';
import type { Typed } from '#platform/forms/form.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { clockTime } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { syllabus } from '../syllabus/syllabus.queries.ts';
import { type Expected, expectedAt, noteAttendance } from './attendance.commands.ts';
import { attendanceForm, moveForm, ontoForm, whyForm } from './cohort.form.ts';
import { mayNote, mayPlanCohorts } from './cohort.policy.ts';
import { cohortById, meetingsIn } from './cohort.queries.ts';
import { callOffMeeting, layUnitOnto, moveMeeting } from './meeting.commands.ts';
import {
  type LayFacts,
  LayUnitPage,
  type MeetingFacts,
  MeetingPage,
  MoveMeetingPage,
} from './meeting.pages.tsx';
import { WhyPage } from './places.pages.tsx';
import { apologiesFor, type Noted, notedAt } from './progress.queries.ts';

const facts = async (
  scope: Scope,
  params: { readonly cohortId: string; readonly meetingId: string },
): Promise<MeetingFacts | null> => {
  const cohort = await cohortById(scope, params.cohortId);
  if (!cohort) return null;
  const meetings = await meetingsIn(scope, [cohort.id]);
  const meeting = meetings.find(({ id }) => id === params.meetingId);
  const from = await syllabus(scope, cohort.syllabusId);
  if (!meeting || !from) return null;
  return {
    cohort,
    syllabus: from,
    trainers: cohort.trainers,
    meeting,
    meetings,
    expected: await expectedAt(scope, cohort, meeting),
    noted: await notedAt(scope, meeting.id),
    apologies: await apologiesFor(scope, meeting.id),
    mayPlan: mayPlanCohorts(scope.actor, cohort.centreId),
  };
};

const seen = looking('training.meeting_seen', ({ cohort, meeting }: MeetingFacts) => ({
  kind: 'cohort_meeting',
  id: meeting.id,
  centreId: cohort.centreId,
}));
const planner = (actor: Actor, { cohort }: MeetingFacts) => mayPlanCohorts(actor, cohort.centreId);
const here = ({ cohort, meeting }: MeetingFacts) =>
  paths.cohortMeeting({ cohortId: cohort.id, meetingId: meeting.id });

/** What the form says before anybody touches it: what was noted, or that everybody who did not say sorry was there. */
const asNoted = (expected: readonly Expected[], noted: readonly Noted[]): Typed =>
  Object.fromEntries(
    expected.flatMap(({ applicantId, units }): [string, string | readonly string[]][] => {
      const own = noted.filter((each) => each.applicantId === applicantId);
      if (own.length === 0) return [];
      const came = own.filter((each) => each.came).map(({ unitCode }) => unitCode);
      const all = units.every((unit) => came.includes(unit));
      return [
        [`came-${applicantId}`, all ? 'all' : came.length > 0 ? 'some' : 'none'],
        [`units-${applicantId}`, came],
      ];
    }),
  );

const whoCame = (expected: readonly Expected[], value: Readonly<Record<string, unknown>>) =>
  expected.map(({ applicantId, units }) => {
    const came = value[`came-${applicantId}`];
    const some = value[`units-${applicantId}`] as readonly string[];
    return { applicantId, units: came === 'all' ? units : came === 'some' ? some : [] };
  });

export const meetingRoutes: readonly Route[] = [
  page({
    path: paths.cohortMeeting,
    load: (scope, { params }) => facts(scope, params),
    can: (actor, { cohort }) => mayNote(actor, cohort),
    audit: seen,
    prefill: ({ expected, noted }) => asNoted(expected, noted),
    form: ({ expected }) => attendanceForm(expected),
    submit: async (scope, value, { cohort, meeting, expected }) => {
      const came = await noteAttendance(scope, {
        cohortId: cohort.id,
        meetingId: meeting.id,
        came: whoCame(expected, value),
        why: String(value.why),
      });
      return {
        to: paths.cohort({ cohortId: cohort.id }),
        notice: {
          happened: `Saved: ${came} of ${expected.length} came.`,
          next: 'Each unit counts for them from now on. Whoever missed one can be offered another time.',
        },
      };
    },
    show: (found, view) => <MeetingPage facts={found} view={view} />,
  }),
  page({
    path: paths.moveCohortMeeting,
    load: (scope, { params }) => facts(scope, params),
    can: planner,
    audit: seen,
    prefill: ({ cohort, meeting }) => {
      const there = meeting.startsAt.toZonedDateTimeISO(cohort.zone);
      return {
        ...dateBoxes('day', there.toPlainDate()),
        time: clockTime(there.toPlainTime()),
        placeWords: meeting.placeWords,
      };
    },
    form: moveForm,
    submit: async (scope, { day, time, placeWords }, found) => {
      await moveMeeting(scope, {
        cohortId: found.cohort.id,
        meetingId: found.meeting.id,
        startsAt: momentAt(day, time, found.cohort.zone),
        placeWords,
      });
      return {
        to: here(found),
        notice: { happened: 'The meeting is moved.', next: 'Everybody in it is being told.' },
      };
    },
    show: (found, view) => <MoveMeetingPage facts={found} view={view} />,
  }),
  page({
    path: paths.callOffCohortMeeting,
    load: (scope, { params }) => facts(scope, params),
    can: planner,
    audit: seen,
    form: whyForm('cohort-meeting-off', 'Say why it is called off. The people in it read it.'),
    submit: async (scope, { why }, found) => {
      await callOffMeeting(scope, { cohortId: found.cohort.id, meetingId: found.meeting.id, why });
      return {
        to: here(found),
        notice: {
          happened: 'The meeting is called off, and everybody in it is being told.',
          next: 'Its units have no day now. Lay each onto another meeting here.',
        },
      };
    },
    show: (found, view) => (
      <WhyPage
        view={view}
        title={`Call off ${found.meeting.title}`}
        lede="Its units are not lost: you can lay them onto other meetings afterwards."
        label="Why? People read this."
        button="Call it off"
        back={{ href: here(found), label: found.meeting.title }}
      />
    ),
  }),
  page({
    path: paths.layUnit,
    load: async (scope, { params }): Promise<LayFacts | null> => {
      const found = await facts(scope, params);
      return found?.meeting.parts.some(({ unitCode }) => unitCode === params.unitCode)
        ? { ...found, unitCode: params.unitCode }
        : null;
    },
    can: planner,
    audit: seen,
    form: ({ meetings }) => ontoForm(meetings.map(({ id }) => id)),
    submit: async (scope, { onto }, { cohort, meeting, unitCode }) => {
      await layUnitOnto(scope, {
        cohortId: cohort.id,
        meetingId: meeting.id,
        unitCode,
        ontoId: onto,
      });
      return {
        to: paths.cohort({ cohortId: cohort.id }),
        notice: { happened: 'The unit has another day.', next: 'Everybody in it is being told.' },
      };
    },
    show: (found, view) => <LayUnitPage facts={found} view={view} />,
  }),
];
