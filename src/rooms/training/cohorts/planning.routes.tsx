import { dateAt } from '#kernel/dates.ts';
import { centresOf, isTeam, ROLES } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, looking, page, type Route } from '#platform/http/page.ts';
import { accountsAt, centres, namesOfAccounts } from '#rooms/people/door.ts';
import { venues } from '#rooms/programme/door.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';
import { certificatesOf } from '../certificates/certificate.queries.ts';
import { certificateState } from '../course/course.rules.ts';
import * as paths from '../paths.ts';
import { syllabus, syllabusFor } from '../syllabus/syllabus.queries.ts';
import { callOffCohort, changeCohort, closeCohort, openCohort, planCohort } from './cohort.commands.ts';
import { changeForm, planForm, whyForm } from './cohort.form.ts';
import { type CohortFacts, CohortPage } from './cohort.pages.tsx';
import { mayNote, mayPlanCohorts } from './cohort.policy.ts';
import { type Cohort, cohortById, cohortList, meetingsIn, traineesOf } from './cohort.queries.ts';
import { ChangeCohortPage, CohortsPage, PlanCohortPage, type PlanFacts } from './list.pages.tsx';
import { WhyPage } from './places.pages.tsx';
import { cellsOf, pictureOf } from './progress.queries.ts';

const cohortFacts = async (scope: Scope, id: string): Promise<CohortFacts | null> => {
  const cohort = await cohortById(scope, id);
  const from = cohort && (await syllabus(scope, cohort.syllabusId));
  if (!cohort || !from) return null;
  const meetings = await meetingsIn(scope, [cohort.id]);
  const trainees = await traineesOf(scope, cohort.id);
  const picture = await pictureOf(scope, { cohortId: cohort.id });
  const mayPlan = mayPlanCohorts(scope.actor, cohort.centreId);
  const living = picture.places.filter(({ leftAt }) => leftAt === null);
  const today = dateAt(scope.now, cohort.zone);
  const certificates = mayPlan
    ? await certificatesOf(
        scope,
        living.map(({ applicantId }) => applicantId),
      )
    : null;
  const nameOf = (applicantId: string) =>
    trainees.find((each) => each.applicantId === applicantId && !each.guest);
  const units = from.content.units.map(({ code }) => code);
  const named = (rows: typeof picture.places) =>
    rows.flatMap((place) => {
      const trainee = nameOf(place.applicantId);
      return trainee ? [{ place, trainee, name: trainee.name }] : [];
    });
  const noted = new Set(picture.noted.map(({ meetingId }) => meetingId));
  const rows = named(living.filter(({ takenAt }) => takenAt !== null));
  return {
    cohort,
    syllabus: from,
    trainers: cohort.trainers,
    names: await namesOfAccounts(scope, cohort.trainers),
    meetings,
    rows: rows
      .map(({ place, trainee }) => ({
        place,
        trainee,
        cells: cellsOf(
          { units, meetings, ...picture },
          { applicantId: trainee.applicantId, place },
          scope.now,
        ),
        eLearning:
          certificates?.some(
            (each) => each.applicantId === trainee.applicantId && certificateState(each, today) === 'holds',
          ) ?? null,
      }))
      .toSorted((one, other) => one.trainee.name.localeCompare(other.trainee.name)),
    waiting: named(living.filter(({ takenAt }) => takenAt === null)),
    left: mayPlan ? named(picture.places.filter(({ leftAt }) => leftAt !== null)) : [],
    apologies: picture.apologies,
    catchUps: picture.catchUps,
    toMark:
      cohort.state === 'opened' && rows.length > 0
        ? meetings
            .filter(
              ({ id: meetingId, startsAt, endsAt, calledOffAt }) =>
                calledOffAt === null &&
                Temporal.Instant.compare(endsAt, scope.now) <= 0 &&
                rows.some(
                  ({ place }) => place.takenAt && Temporal.Instant.compare(place.takenAt, startsAt) <= 0,
                ) &&
                !noted.has(meetingId),
            )
            .map(({ id: meetingId }) => meetingId)
        : [],
    mayPlan,
    mayNote: mayNote(scope.actor, cohort),
  };
};

const planFacts = async (scope: Scope, asked: string | undefined): Promise<PlanFacts | null> => {
  const own = centresOf(scope.actor, RECRUITS);
  const all = (await centres(scope)).filter(({ id }) => own.includes(id));
  const centre = all.find(({ id }) => id === asked) ?? all[0];
  if (!centre) return null;
  return {
    centre,
    centres: all,
    syllabus: await syllabusFor(scope, centre.zone),
    team: await accountsAt(scope, centre.id, ROLES),
    venues: (await venues(scope, centre.id)).filter(({ closed }) => !closed),
  };
};

const seen = <F extends { readonly cohort: Cohort }>(verb: string) =>
  looking<F>(verb, ({ cohort }) => ({ kind: 'cohort', id: cohort.id, centreId: cohort.centreId }));

const oneCohort = async (scope: Scope, id: string): Promise<{ readonly cohort: Cohort } | null> => {
  const cohort = await cohortById(scope, id);
  return cohort && { cohort };
};

type One = { readonly cohort: Cohort };
const at = ({ cohort }: One) => paths.cohort({ cohortId: cohort.id });
const ofPlanner = (actor: Parameters<typeof mayPlanCohorts>[0], { cohort }: One) =>
  mayPlanCohorts(actor, cohort.centreId);

export const planningRoutes: readonly Route[] = [
  page({
    path: paths.cohorts,
    load: async (scope) => ({
      cohorts: await cohortList(scope),
      mayPlan: mayPlanCohorts(scope.actor),
    }),
    can: (actor) => isTeam(actor),
    audit: looking('training.cohorts_listed', () => ({ kind: 'cohort', id: null })),
    show: (facts, view) => <CohortsPage facts={facts} view={view} />,
  }),
  page({
    path: paths.newCohort,
    load: (scope, { query }) => planFacts(scope, query.centre),
    can: (actor, { centre }) => mayPlanCohorts(actor, centre.id),
    audit: looking('training.cohort_planning', ({ centre }: PlanFacts) => ({
      kind: 'cohort',
      id: null,
      centreId: centre.id,
    })),
    prefill: () => ({ places: '12', venueId: '' }),
    form: ({ syllabus: from, team, venues: rooms }) =>
      planForm({
        layouts: from?.content.layouts.map(({ code }) => code) ?? [],
        team: team.map(({ accountId }) => accountId),
        venues: rooms.map(({ id }) => id),
      }),
    submit: async (scope, plan, { centre }) => {
      const id = await planCohort(scope, {
        ...plan,
        venueId: plan.venueId || null,
        centreId: centre.id,
      });
      return {
        to: paths.cohort({ cohortId: id }),
        notice: {
          happened: 'The cohort is planned.',
          next: 'Look at the days below. When they are right, open it, and people can take places.',
        },
      };
    },
    show: (facts, view) => <PlanCohortPage facts={facts} view={view} />,
  }),
  page({
    path: paths.cohort,
    load: (scope, { params }) => cohortFacts(scope, params.cohortId),
    can: (_, facts) => facts.mayNote,
    audit: seen<CohortFacts>('training.cohort_seen'),
    show: (facts, view) => <CohortPage facts={facts} view={view} />,
  }),
  page({
    path: paths.editCohort,
    load: async (scope, { params }) => {
      const cohort = await cohortById(scope, params.cohortId);
      return cohort && { cohort, team: await accountsAt(scope, cohort.centreId, ROLES) };
    },
    can: ofPlanner,
    audit: seen<One & { readonly team: Awaited<ReturnType<typeof accountsAt>> }>('training.cohort_seen'),
    version: ({ cohort }) => cohort.version,
    prefill: ({ cohort }) => ({
      name: cohort.name,
      placeWords: cohort.placeWords,
      places: String(cohort.places),
      trainers: cohort.trainers,
    }),
    form: ({ team }) => changeForm(team.map(({ accountId }) => accountId)),
    submit: async (scope, to, { cohort }, { version }) => {
      await changeCohort(scope, cohort.id, { ...to, version });
      return { to: at({ cohort }), notice: { happened: 'The cohort is changed.' } };
    },
    show: (facts, view) => <ChangeCohortPage facts={facts} view={view} />,
  }),
  action({
    path: paths.openCohort,
    load: (scope, { params }) => oneCohort(scope, params.cohortId),
    can: ofPlanner,
    audit: seen<One>('training.cohort_seen'),
    form: justAButton('cohort-open'),
    back: at,
    submit: async (scope, _, facts) => {
      await openCohort(scope, facts.cohort.id);
      return {
        to: at(facts),
        notice: { happened: 'The cohort is open.', next: 'Now people can take places. That is our move.' },
      };
    },
  }),
  action({
    path: paths.closeCohort,
    load: (scope, { params }) => oneCohort(scope, params.cohortId),
    can: ofPlanner,
    audit: seen<One>('training.cohort_seen'),
    form: justAButton('cohort-close'),
    back: at,
    submit: async (scope, _, facts) => {
      await closeCohort(scope, facts.cohort.id);
      return {
        to: at(facts),
        notice: {
          happened: 'The cohort is finished.',
          next: 'What is still missed can be caught up any time.',
        },
      };
    },
  }),
  page({
    path: paths.callOffCohort,
    load: (scope, { params }) => oneCohort(scope, params.cohortId),
    can: ofPlanner,
    audit: seen<One>('training.cohort_seen'),
    form: whyForm('cohort-call-off', 'Say why it is called off. The people in it read it.'),
    submit: async (scope, { why }, facts) => {
      await callOffCohort(scope, facts.cohort.id, why);
      return {
        to: at(facts),
        notice: { happened: 'The cohort is called off.', next: 'Everybody in it is written to.' },
      };
    },
    show: (facts, view) => (
      <WhyPage
        view={view}
        title={`Call off ${facts.cohort.name}`}
        lede="Every meeting still to come is called off, rooms are given back, and everybody in it is told why. What people have earned stays theirs."
        label="Why? People read this."
        button="Call it off"
        back={{ href: at(facts), label: facts.cohort.name }}
      />
    ),
  }),
];
