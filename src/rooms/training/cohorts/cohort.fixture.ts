import type { AccountActor } from '#platform/db/actor.ts';
import type { Ground } from '../../../../tests/support/stand.ts';
import { type Enquirer, enquire, openRecruiting, walkTo } from '../../recruiting/application.fixture.ts';
import { welcomedLearner } from '../practice/practice.fixture.ts';
import { loadSyllabi } from '../syllabus/load.commands.ts';
import { reviewSyllabus } from '../syllabus/review.commands.ts';
import { type Syllabus, syllabusVersions } from '../syllabus/syllabus.queries.ts';
import { type CohortPlanned, openCohort, planCohort } from './cohort.commands.ts';
import { givePlace } from './place.commands.ts';

/** What tests of cohorts stand on. */
export interface CohortGround {
  readonly from: Syllabus;
  readonly manager: AccountActor;
  /** A practitioner who leads cohorts and recruits nobody. */
  readonly trainer: AccountActor;
}

/** The syllabus that ships, read and approved, roles open, a manager and a trainer. */
export const openCohorts = async (ground: Ground): Promise<CohortGround> => {
  await openRecruiting(ground);
  await ground.system(loadSyllabi);
  const [from] = await ground.system(syllabusVersions);
  if (!from) throw new Error('no syllabus ships');
  const lead = await ground.member('Grace Lead', ['service_lead']);
  await ground.as(lead, (scope) =>
    reviewSyllabus(scope, { syllabusId: from.id, role: 'Health visitor', approved: true, words: '' }),
  );
  return {
    from,
    manager: await ground.member('Ruth Bell', ['volunteer_manager']),
    trainer: await ground.member('Joanne Price', ['practitioner']),
  };
};

/** Evenings from Tuesday 1 December 2026, for two people. */
export const evenings = (ground: Ground, trainers: readonly AccountActor[]): CohortPlanned => ({
  centreId: ground.centreId,
  name: 'Winter evenings',
  layout: 'evenings',
  firstDay: Temporal.PlainDate.from('2026-12-01'),
  startsAt: Temporal.PlainTime.from('18:30'),
  venueId: null,
  placeWords: 'The library, upstairs',
  places: 2,
  trainers: trainers.map(({ accountId }) => accountId),
});

/** A cohort that is open. Answers its id. */
export const cohortOpen = async (
  ground: Ground,
  { manager, trainer }: CohortGround,
  plan: Partial<CohortPlanned> = {},
): Promise<string> => {
  const id = await ground.as(manager, (scope) =>
    planCohort(scope, { ...evenings(ground, [trainer]), ...plan }),
  );
  await ground.as(manager, (scope) => openCohort(scope, id));
  return id;
};

/** An applicant whose form is in and who has done the safeguarding course. */
export const readyToTrain = async (ground: Ground, givenName: string, who: Enquirer = {}) => {
  const asked = await enquire(ground, { givenName, email: `${givenName.toLowerCase()}@example.org`, ...who });
  await walkTo(ground, asked.applicationId, ['conversation', 'application', 'course']);
  return asked;
};

/** The same, with a place in a cohort. */
export const inCohort = async (
  ground: Ground,
  manager: AccountActor,
  cohortId: string,
  givenName: string,
) => {
  const asked = await readyToTrain(ground, givenName);
  await ground.as(manager, (scope) => givePlace(scope, { cohortId, applicantId: asked.applicantId }));
  return asked;
};

/** Somebody who is welcomed: their account, and under which applicant their training is kept. */
export const welcomedTrainee = async (
  ground: Ground,
  name: string,
  roles: readonly ('peer_supporter' | 'volunteer_manager')[] = ['peer_supporter'],
) => {
  const learner = await welcomedLearner(ground, name, roles);
  await ground.system(({ tx, now }) =>
    tx
      .updateTable('recruiting.applications')
      .set({
        talked_at: now.toString(),
        applied_at: now.toString(),
        offered_at: now.toString(),
        accepted_at: now.toString(),
        welcomed_at: now.toString(),
      })
      .where('organisation_id', '=', ground.organisationId)
      .where('applicant_id', '=', learner.applicantId)
      .execute(),
  );
  return learner;
};
