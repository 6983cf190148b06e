import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { liveApplicationOf } from '#rooms/recruiting/door.ts';
import { learnerName } from '../outside/people.queries.ts';
import { syllabus } from '../syllabus/syllabus.queries.ts';
import { cohortFound } from './cohort.commands.ts';
import { type Cohort, type Place, placesIn } from './cohort.queries.ts';
import { comesFirst, missingBefore } from './cohort.rules.ts';

const takenIn = (places: readonly Place[]) => places.filter((each) => each.takenAt && !each.leftAt).length;

const mayCome = async (scope: Scope, cohort: Cohort, applicantId: string, field: string): Promise<void> => {
  const { tx, actor } = scope;
  const from = await syllabus(scope, cohort.syllabusId);
  const live = await liveApplicationOf(scope, applicantId);
  if (!live) {
    const welcomed = await tx
      .selectFrom('recruiting.applicants')
      .select('person_id')
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', applicantId)
      .executeTakeFirst();
    if (!welcomed?.person_id)
      throw new Refusal('Their application has ended, so they cannot take a place.', field);
    const own = await tx
      .selectFrom('people.accounts')
      .select('id')
      .where('organisation_id', '=', actor.organisationId)
      .where('person_id', '=', welcomed.person_id)
      .execute();
    if (own.some(({ id }) => cohort.trainers.includes(id)))
      throw new Refusal('They lead this cohort, so they cannot learn in it as well.', field);
    return;
  }
  if (live.state === 'paused')
    throw new Refusal('Their way in is paused. Go on with it first, then give them a place.', field);
  const missing = missingBefore(from?.content.rules.enrolAfter ?? [], live);
  if (missing.length > 0)
    throw new Refusal(
      `${live.calledName} cannot take a place yet: ${comesFirst(missing)}. You can ask again when that is done.`,
      field,
    );
};

/** Two hands give the last place one after the other: the second sees that it is taken. */
const holdPlaces = async ({ tx, actor }: Scope, cohortId: string): Promise<void> => {
  await tx
    .selectFrom('training.cohorts')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', cohortId)
    .forUpdate()
    .execute();
};

/**
 * Gives somebody a place in a cohort, or puts them on its waiting list when every place is taken. Answers which. They
 * hear of a place. Raises NotFound for somebody of another centre, and a Refusal that says what is missing, or when the
 * cohort is not open, or they are in it already.
 */
export const givePlace = async (
  scope: Scope,
  ask: { readonly cohortId: string; readonly applicantId: string },
  field = 'applicantId',
): Promise<'taken' | 'waiting'> => {
  const { tx, actor, now } = scope;
  const cohort = await cohortFound(scope, ask.cohortId);
  if (cohort.state === 'planned')
    throw new Refusal('This cohort is only planned. Open it first, then give places.', field);
  if (cohort.state !== 'opened') throw new Refusal('This cohort is over, so nobody can join it.', field);
  const learner = await learnerName(scope, ask.applicantId);
  if (!learner || learner.centreId !== cohort.centreId) throw new NotFound('applicant');
  await holdPlaces(scope, cohort.id);
  const places = await placesIn(scope, cohort.id);
  if (places.some((each) => each.applicantId === ask.applicantId && !each.leftAt))
    throw new Refusal(`${learner.name} is in this cohort already, or waits for a place in it.`, field);
  await mayCome(scope, cohort, ask.applicantId, field);
  const free = takenIn(places) < cohort.places;
  const id = newId();
  await tx
    .insertInto('training.cohort_places')
    .values({
      organisation_id: actor.organisationId,
      id,
      cohort_id: cohort.id,
      centre_id: cohort.centreId,
      applicant_id: ask.applicantId,
      asked_at: now.toString(),
      taken_at: free ? now.toString() : null,
      taken_by: free ? accountOf(actor) : null,
    })
    .execute();
  if (free) await tell(scope, cohort, id, ask.applicantId);
  await scope.audit(free ? 'training.place_taken' : 'training.place_waited_for', {
    kind: 'applicant',
    id: ask.applicantId,
    centreId: cohort.centreId,
  });
  return free ? 'taken' : 'waiting';
};

const tell = (scope: Scope, cohort: Cohort, placeId: string, applicantId: string): Promise<void> =>
  scope.enqueue('training.cohort_news', {
    what: 'place',
    cohortId: cohort.id,
    placeId,
    applicantId,
  });

const placeFound = async (scope: Scope, cohort: Cohort, placeId: string) => {
  const places = await placesIn(scope, cohort.id);
  const place = places.find(({ id, leftAt }) => id === placeId && leftAt === null);
  if (!place) throw new NotFound('place');
  return { places, place };
};

/** A place has come free for somebody who waits. Raises NotFound, and a Refusal while every place is taken. */
export const takeWaitingPlace = async (
  scope: Scope,
  ask: { readonly cohortId: string; readonly placeId: string },
): Promise<void> => {
  const cohort = await cohortFound(scope, ask.cohortId);
  await holdPlaces(scope, cohort.id);
  const { places, place } = await placeFound(scope, cohort, ask.placeId);
  if (place.takenAt) return;
  if (cohort.state !== 'opened') throw new Refusal('This cohort is over, so nobody can join it.');
  if (takenIn(places) >= cohort.places)
    throw new Refusal('Every place is taken. Make room for one more, or wait until somebody leaves.');
  await mayCome(scope, cohort, place.applicantId, '');
  await scope.tx
    .updateTable('training.cohort_places')
    .set({ taken_at: scope.now.toString(), taken_by: accountOf(scope.actor) })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', place.id)
    .execute();
  await tell(scope, cohort, place.id, place.applicantId);
  await scope.audit('training.place_taken', {
    kind: 'applicant',
    id: place.applicantId,
    centreId: cohort.centreId,
  });
};

/** Somebody leaves a cohort, and why. What they have earned stays theirs. Raises NotFound, and a Refusal without a reason. */
export const leaveCohort = async (
  scope: Scope,
  ask: { readonly cohortId: string; readonly placeId: string; readonly why: string },
): Promise<void> => {
  const cohort = await cohortFound(scope, ask.cohortId);
  const { place } = await placeFound(scope, cohort, ask.placeId);
  const why = ask.why.trim();
  if (!why) throw new Refusal('Say in a few words why they leave.', 'why');
  await scope.tx
    .updateTable('training.cohort_places')
    .set({ left_at: scope.now.toString(), left_why: why })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', place.id)
    .execute();
  await scope.audit('training.cohort_left', {
    kind: 'applicant',
    id: place.applicantId,
    centreId: cohort.centreId,
  });
};
