import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { awardUnit } from '../credentials/award.commands.ts';
import { syllabus } from '../syllabus/syllabus.queries.ts';
import { cohortFound } from './cohort.commands.ts';
import { type CatchUp, catchUpById, catchUpsOf, isOpen, unitsHeld } from './progress.queries.ts';

/** A meeting, anywhere in the organisation, at which a unit can be caught up. */
export interface StillToCome {
  readonly meetingId: string;
  readonly cohortId: string;
  readonly centreId: string;
  readonly cohortName: string;
  readonly centreName: string;
  readonly zone: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly place: string;
  readonly roomLeft: number;
}

/** Where a unit of a syllabus is still to come in other cohorts and there is room, the soonest first. */
export const stillToCome = async (
  scope: Scope,
  of: { readonly cohortId: string; readonly syllabusCode: string; readonly unitCode: string },
): Promise<readonly StillToCome[]> => {
  const { rows } = await sql<{
    meeting_id: string;
    cohort_id: string;
    centre_id: string;
    cohort_name: string;
    centre_name: string;
    zone: string;
    starts_at: string;
    minutes: number;
    place: string | null;
    room_left: number;
  }>`select * from training.unit_still_to_come(${of.syllabusCode}, ${of.unitCode}, ${scope.now.toString()}::timestamptz)
     where room_left > 0 and cohort_id <> ${of.cohortId} order by starts_at limit 20`.execute(scope.tx);
  return rows.map((row) => ({
    meetingId: row.meeting_id,
    cohortId: row.cohort_id,
    centreId: row.centre_id,
    cohortName: row.cohort_name,
    centreName: row.centre_name,
    zone: row.zone,
    startsAt: Temporal.Instant.from(row.starts_at),
    minutes: row.minutes,
    place: row.place ?? '',
    roomLeft: row.room_left,
  }));
};

/** How a missed unit is offered once more. */
export type Offer =
  | { readonly how: 'elsewhere'; readonly meetingId: string }
  | {
      readonly how: 'one_to_one';
      readonly startsAt: Temporal.Instant;
      readonly minutes: number;
      readonly withAccount: string;
      readonly placeWords: string;
    };

/**
 * Offers somebody of a cohort a unit they missed: at a meeting of another cohort with room, or one to one. The offer that
 * was open before is called off. Answers its id; they hear of it. Raises NotFound, and a Refusal when they hold the unit
 * already, the meeting is full or over, or the time has been.
 */
export const offerCatchUp = async (
  scope: Scope,
  ask: {
    readonly cohortId: string;
    readonly applicantId: string;
    readonly unitCode: string;
    readonly offer: Offer;
  },
): Promise<string> => {
  const { tx, actor, now } = scope;
  const cohort = await cohortFound(scope, ask.cohortId);
  const from = await syllabus(scope, cohort.syllabusId);
  const unit = from?.content.units.find(({ code }) => code === ask.unitCode);
  const place = await tx
    .selectFrom('training.cohort_places')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('cohort_id', '=', cohort.id)
    .where('applicant_id', '=', ask.applicantId)
    .where('taken_at', 'is not', null)
    .executeTakeFirst();
  if (!from || !unit || !place) throw new NotFound('unit');
  const held = await unitsHeld(scope, [ask.applicantId]);
  if (held.some(({ unitCode }) => unitCode === ask.unitCode))
    throw new Refusal('They have this unit already, so there is nothing to catch up.');
  const { offer } = ask;
  // The last chair of a meeting goes once, also when it is offered from two centres at one moment.
  if (offer.how === 'elsewhere')
    await sql`select pg_advisory_xact_lock(hashtextextended(${`training.chair:${offer.meetingId}`}, 0))`.execute(
      tx,
    );
  const meeting =
    offer.how === 'elsewhere'
      ? (
          await stillToCome(scope, {
            cohortId: cohort.id,
            syllabusCode: from.code,
            unitCode: ask.unitCode,
          })
        ).find(({ meetingId }) => meetingId === offer.meetingId)
      : null;
  if (meeting === undefined)
    throw new Refusal('There is no room left at that meeting, or it has begun. Choose another way.', 'way');
  if (offer.how === 'one_to_one' && Temporal.Instant.compare(offer.startsAt, now) <= 0)
    throw new Refusal('That time has been already. Enter a time to come.', 'day');
  await endOpen(scope, ask, 'Another time was found.');
  const id = newId();
  await tx
    .insertInto('training.catch_ups')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: cohort.centreId,
      applicant_id: ask.applicantId,
      cohort_id: cohort.id,
      unit_code: ask.unitCode,
      how: offer.how,
      meeting_id: meeting?.meetingId ?? null,
      with_cohort_id: meeting?.cohortId ?? null,
      held_at_centre_id: meeting?.centreId ?? cohort.centreId,
      starts_at: (offer.how === 'elsewhere' ? (meeting?.startsAt ?? now) : offer.startsAt).toString(),
      minutes: offer.how === 'elsewhere' ? (meeting?.minutes ?? unit.minutes) : offer.minutes,
      with_account: offer.how === 'one_to_one' ? offer.withAccount : null,
      place_words: offer.how === 'elsewhere' ? (meeting?.place ?? '') : offer.placeWords.trim(),
      offered_at: now.toString(),
      offered_by: accountOf(actor),
      changed_at: now.toString(),
    })
    .execute();
  await scope.enqueue('training.cohort_news', {
    what: 'catch_up',
    cohortId: cohort.id,
    catchUpId: id,
    applicantId: ask.applicantId,
  });
  await scope.audit('training.catch_up_offered', {
    kind: 'applicant',
    id: ask.applicantId,
    centreId: cohort.centreId,
  });
  return id;
};

const setCatchUp = async (
  scope: Scope,
  catchUp: CatchUp,
  set: Readonly<Record<string, string | number>>,
): Promise<void> => {
  const done = await scope.tx
    .updateTable('training.catch_ups')
    .set({ ...set, changed_at: scope.now.toString() })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', catchUp.id)
    .where('done_at', 'is', null)
    .where('called_off_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new NotFound('catch-up');
};

const endOpen = async (
  scope: Scope,
  { applicantId, unitCode }: { readonly applicantId: string; readonly unitCode: string },
  why: string,
): Promise<void> => {
  for (const each of await catchUpsOf(scope, { applicantId }))
    if (each.unitCode === unitCode && isOpen(each))
      await setCatchUp(scope, each, {
        called_off_at: scope.now.toString(),
        why,
        sequence: each.sequence + 1,
      });
};

const openCatchUp = async (scope: Scope, id: string): Promise<CatchUp> => {
  const found = await catchUpById(scope, id);
  if (!found) throw new NotFound('catch-up');
  if (!isOpen(found)) throw new Refusal('This catch-up is over already.');
  return found;
};

/**
 * A catch-up one to one took place: the unit is awarded. Raises NotFound, and a Refusal before its time, when it is over
 * already, or for one with another cohort, whose own page of who came says it.
 */
export const catchUpDone = async (scope: Scope, id: string): Promise<void> => {
  const catchUp = await openCatchUp(scope, id);
  if (catchUp.how === 'elsewhere')
    throw new Refusal(
      'Whether they came is noted on the page of that meeting, together with everybody else.',
    );
  if (Temporal.Instant.compare(catchUp.startsAt, scope.now) > 0)
    throw new Refusal('This catch-up is still to come. Come back when you have met.');
  const { rows } = await sql<{ syllabus_id: string; zone: string }>`
    select * from training.catch_up_counts_for(${id})`.execute(scope.tx);
  const [counts] = rows;
  if (!counts) throw new NotFound('catch-up');
  await setCatchUp(scope, catchUp, { done_at: scope.now.toString() });
  await awardUnit(scope, {
    applicantId: catchUp.applicantId,
    centreId: catchUp.centreId,
    syllabusId: counts.syllabus_id,
    unitCode: catchUp.unitCode,
    earnedOn: dateAt(catchUp.startsAt, counts.zone),
    how: 'one_to_one',
    fromId: catchUp.id,
  });
  await scope.audit('training.catch_up_done', {
    kind: 'applicant',
    id: catchUp.applicantId,
    centreId: catchUp.centreId,
  });
};

/** A catch-up does not take place, or did not, and why; the unit waits for another way. Raises NotFound, Refusal. */
export const callOffCatchUp = async (scope: Scope, id: string, why: string): Promise<void> => {
  const catchUp = await openCatchUp(scope, id);
  if (!why.trim()) throw new Refusal('Say in a few words why it does not take place.', 'why');
  await setCatchUp(scope, catchUp, {
    called_off_at: scope.now.toString(),
    why: why.trim(),
    sequence: catchUp.sequence + 1,
  });
  if (Temporal.Instant.compare(catchUp.startsAt, scope.now) > 0)
    await scope.enqueue('training.cohort_news', {
      what: 'catch_up_off',
      cohortId: catchUp.cohortId,
      catchUpId: catchUp.id,
      applicantId: catchUp.applicantId,
    });
  await scope.audit('training.catch_up_called_off', {
    kind: 'applicant',
    id: catchUp.applicantId,
    centreId: catchUp.centreId,
  });
};
