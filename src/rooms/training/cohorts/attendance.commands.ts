import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { awardUnit, withdrawUnit } from '../credentials/award.commands.ts';
import { type Cohort, type Meeting, placesIn, traineesOf, unitsIn } from './cohort.queries.ts';
import { meetingFound } from './meeting.commands.ts';
import { type CatchUp, catchUpsOf, isOpen, type Noted, notedAt } from './progress.queries.ts';

/** Somebody expected at a meeting, for all its units or, as a guest, for some. */
export interface Expected {
  readonly applicantId: string;
  readonly name: string;
  readonly accessNeeds: string;
  readonly homeCentreId: string;
  readonly units: readonly string[];
  readonly guest: boolean;
}

/** Who is expected at a meeting: those with a place by its end, and guests for the units they were offered. */
export const expectedAt = async (
  scope: Scope,
  cohort: Cohort,
  meeting: Meeting,
): Promise<readonly Expected[]> => {
  const trainees = await traineesOf(scope, cohort.id);
  const places = await placesIn(scope, cohort.id);
  const guests = (await catchUpsOf(scope, { meetingId: meeting.id })).filter((each) => !each.calledOffAt);
  const units = unitsIn(meeting);
  const there = places.filter(
    ({ takenAt, leftAt }) =>
      takenAt !== null &&
      Temporal.Instant.compare(takenAt, meeting.endsAt) <= 0 &&
      (leftAt === null || Temporal.Instant.compare(leftAt, meeting.startsAt) > 0),
  );
  return trainees.flatMap((trainee): readonly Expected[] => {
    const common = {
      applicantId: trainee.applicantId,
      name: trainee.name,
      accessNeeds: trainee.accessNeeds,
      homeCentreId: trainee.homeCentreId,
    };
    if (!trainee.guest)
      return there.some(({ applicantId }) => applicantId === trainee.applicantId)
        ? [{ ...common, units, guest: false }]
        : [];
    const theirs = guests.filter(({ applicantId }) => applicantId === trainee.applicantId);
    return theirs.length > 0
      ? [{ ...common, units: theirs.map(({ unitCode }) => unitCode), guest: true }]
      : [];
  });
};

/** What was noted about somebody: the units they were there for. */
export interface WhoCame {
  readonly applicantId: string;
  readonly units: readonly string[];
}

interface Change {
  readonly who: Expected;
  readonly unitCode: string;
  readonly came: boolean;
  readonly before: Noted | null;
}

const changesIn = (
  expected: readonly Expected[],
  came: readonly WhoCame[],
  before: readonly Noted[],
): readonly Change[] =>
  expected.flatMap((who) => {
    const said = came.find(({ applicantId }) => applicantId === who.applicantId);
    if (!said) return [];
    return who.units
      .map((unitCode) => ({
        who,
        unitCode,
        came: said.units.includes(unitCode),
        before:
          before.find((each) => each.applicantId === who.applicantId && each.unitCode === unitCode) ?? null,
      }))
      .filter((each) => each.before?.came !== each.came);
  });

/**
 * Notes who was there for which unit, and awards it to them at once. Noting again corrects: what is new is added, the
 * last note counts, and a unit given by mistake is taken back. Answers how many came to something. Raises NotFound, and a
 * Refusal before the meeting has begun, when it was called off, or for a correction without a reason.
 */
export const noteAttendance = async (
  scope: Scope,
  ask: {
    readonly cohortId: string;
    readonly meetingId: string;
    readonly came: readonly WhoCame[];
    readonly why: string;
  },
): Promise<number> => {
  const { tx, actor, now } = scope;
  const { cohort, meeting } = await meetingFound(scope, ask);
  if (meeting.calledOffAt) throw new Refusal('This meeting was called off, so nobody was there.');
  if (cohort.state === 'planned') throw new Refusal('This cohort has not been opened yet.');
  if (Temporal.Instant.compare(meeting.startsAt, now) > 0)
    throw new Refusal('This meeting has not begun yet. Come back when people have arrived.');
  const expected = await expectedAt(scope, cohort, meeting);
  const before = await notedAt(scope, meeting.id);
  const changes = changesIn(expected, ask.came, before);
  if (changes.length === 0) return ask.came.filter(({ units }) => units.length > 0).length;
  const why = ask.why.trim();
  if (changes.some((each) => each.before !== null) && !why)
    throw new Refusal('You are changing what was noted before. Say in a few words what was wrong.', 'why');
  const own = await tx
    .insertInto('training.unit_attendances')
    .values(
      changes.map((each) => ({
        organisation_id: actor.organisationId,
        id: newId(),
        meeting_id: meeting.id,
        cohort_id: cohort.id,
        centre_id: cohort.centreId,
        unit_code: each.unitCode,
        applicant_id: each.who.applicantId,
        came: each.came,
        why: each.before === null ? '' : why,
        noted_by: accountOf(actor),
        noted_at: now.toString(),
      })),
    )
    .executeTakeFirst();
  if (own.numInsertedOrUpdatedRows !== BigInt(changes.length)) throw new NotFound('meeting');
  const catchUps = (await catchUpsOf(scope, { meetingId: meeting.id })).filter((each) => !each.calledOffAt);
  for (const each of changes) await carryOut(scope, { cohort, meeting, catchUps, why }, each);
  await scope.audit('training.attendance_noted', {
    kind: 'cohort_meeting',
    id: meeting.id,
    centreId: cohort.centreId,
  });
  return ask.came.filter(({ units }) => units.length > 0).length;
};

const carryOut = async (
  scope: Scope,
  at: {
    readonly cohort: Cohort;
    readonly meeting: Meeting;
    readonly catchUps: readonly CatchUp[];
    readonly why: string;
  },
  { who, unitCode, came, before }: Change,
): Promise<void> => {
  const { cohort, meeting } = at;
  const catchUp = at.catchUps.find(
    (each) => each.applicantId === who.applicantId && each.unitCode === unitCode,
  );
  const whose = { applicantId: who.applicantId, centreId: who.homeCentreId, unitCode };
  const fromId = catchUp?.id ?? meeting.id;
  if (came) {
    await awardUnit(scope, {
      ...whose,
      syllabusId: cohort.syllabusId,
      earnedOn: dateAt(meeting.startsAt, cohort.zone),
      how: catchUp ? 'catch_up' : 'cohort',
      fromId,
    });
  } else if (before?.came) {
    await withdrawUnit(scope, { ...whose, fromId, why: at.why });
  }
  if (catchUp && (isOpen(catchUp) || !came))
    await scope.tx
      .updateTable('training.catch_ups')
      .set({
        done_at: came ? scope.now.toString() : null,
        ...(!came && { called_off_at: scope.now.toString(), why: at.why || 'They could not come.' }),
        changed_at: scope.now.toString(),
      })
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('id', '=', catchUp.id)
      .execute();
};
