import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Meeting, Place } from './cohort.queries.ts';
import { type UnitState, unitState } from './cohort.rules.ts';

/** A unit somebody holds, and how they came by it. */
export interface UnitHeld {
  readonly applicantId: string;
  readonly unitCode: string;
  readonly how: string;
  readonly earnedOn: Temporal.PlainDate;
  readonly awardId: string;
  /** The meeting or the catch-up it came from. */
  readonly fromId: string | null;
}

/** What these people hold now: for themselves, those who recruit at their centre, and their trainers. */
export const unitsHeld = async (
  scope: Scope,
  applicantIds: readonly string[],
): Promise<readonly UnitHeld[]> => {
  if (applicantIds.length === 0) return [];
  const { rows } = await sql<{
    applicant_id: string;
    unit_code: string;
    how: string;
    earned_on: string;
    award_id: string;
    from_id: string | null;
  }>`select * from training.units_held(${[...applicantIds]}::uuid[])`.execute(scope.tx);
  return rows.map((row) => ({
    applicantId: row.applicant_id,
    unitCode: row.unit_code,
    how: row.how,
    earnedOn: Temporal.PlainDate.from(row.earned_on),
    awardId: row.award_id,
    fromId: row.from_id,
  }));
};

/** What was noted last about one person and one unit of one meeting. */
export interface Noted {
  readonly meetingId: string;
  readonly unitCode: string;
  readonly applicantId: string;
  readonly came: boolean;
  readonly notedAt: Temporal.Instant;
}

/** The last note of each person and unit, of whole cohorts or of one person. */
export const notedIn = async (
  scope: Scope,
  of: { readonly cohortId: string } | { readonly meetingId: string } | { readonly applicantId: string },
): Promise<readonly Noted[]> => {
  const about =
    'cohortId' in of
      ? sql`cohort_id = ${of.cohortId}`
      : 'meetingId' in of
        ? sql`meeting_id = ${of.meetingId}`
        : sql`applicant_id = ${of.applicantId}`;
  const { rows } = await sql<{
    meeting_id: string;
    unit_code: string;
    applicant_id: string;
    came: boolean;
    noted_at: string;
  }>`select distinct on (meeting_id, unit_code, applicant_id) meeting_id, unit_code, applicant_id, came, noted_at
     from training.unit_attendances where organisation_id = ${scope.actor.organisationId} and ${about}
     order by meeting_id, unit_code, applicant_id, noted_at desc, id desc`.execute(scope.tx);
  return rows.map((row) => ({
    meetingId: row.meeting_id,
    unitCode: row.unit_code,
    applicantId: row.applicant_id,
    came: row.came,
    notedAt: Temporal.Instant.from(row.noted_at),
  }));
};

/** A missed unit that is offered once more. */
export interface CatchUp {
  readonly id: string;
  readonly applicantId: string;
  readonly centreId: string;
  readonly cohortId: string;
  readonly unitCode: string;
  readonly how: 'elsewhere' | 'one_to_one';
  readonly meetingId: string | null;
  readonly withCohortId: string | null;
  readonly heldAtCentreId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly withAccount: string | null;
  readonly placeWords: string;
  readonly sequence: number;
  readonly doneAt: Temporal.Instant | null;
  readonly calledOffAt: Temporal.Instant | null;
  readonly why: string;
  readonly changedAt: Temporal.Instant;
  /** What the trainee answered last; null: nothing yet. */
  readonly said: 'yes' | 'other_time' | null;
  readonly saidWords: string;
}

const rowsOf = (scope: Scope) =>
  scope.tx
    .selectFrom('training.catch_ups as u')
    .leftJoinLateral(
      (db) =>
        db
          .selectFrom('training.trainee_answers as a')
          .select(['a.said', 'a.words'])
          .whereRef('a.organisation_id', '=', 'u.organisation_id')
          .whereRef('a.catch_up_id', '=', 'u.id')
          .orderBy('a.at', 'desc')
          .orderBy('a.id', 'desc')
          .limit(1)
          .as('answer'),
      (join) => join.onTrue(),
    )
    .selectAll('u')
    .select(['answer.said', 'answer.words as said_words'])
    .where('u.organisation_id', '=', scope.actor.organisationId)
    .orderBy('u.starts_at')
    .orderBy('u.id');

const momentOrNull = (value: string | null) => (value === null ? null : Temporal.Instant.from(value));

const catchUpFrom = (row: Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]): CatchUp => ({
  id: row.id,
  applicantId: row.applicant_id,
  centreId: row.centre_id,
  cohortId: row.cohort_id,
  unitCode: row.unit_code,
  how: row.how as CatchUp['how'],
  meetingId: row.meeting_id,
  withCohortId: row.with_cohort_id,
  heldAtCentreId: row.held_at_centre_id,
  startsAt: Temporal.Instant.from(row.starts_at),
  minutes: row.minutes,
  withAccount: row.with_account,
  placeWords: row.place_words,
  sequence: row.sequence,
  doneAt: momentOrNull(row.done_at),
  calledOffAt: momentOrNull(row.called_off_at),
  why: row.why,
  changedAt: Temporal.Instant.from(row.changed_at),
  said: row.said as CatchUp['said'],
  saidWords: row.said_words ?? '',
});

/** Whether a catch-up is still to happen. */
export const isOpen = ({ doneAt, calledOffAt }: Pick<CatchUp, 'doneAt' | 'calledOffAt'>): boolean =>
  doneAt === null && calledOffAt === null;

/** Catch-ups of a cohort's own people, of the guests of a meeting, or of one person; called-off ones too. */
export const catchUpsOf = async (
  scope: Scope,
  of: { readonly cohortId: string } | { readonly meetingId: string } | { readonly applicantId: string },
): Promise<readonly CatchUp[]> => {
  const rows = rowsOf(scope);
  const some =
    'cohortId' in of
      ? rows.where('u.cohort_id', '=', of.cohortId)
      : 'meetingId' in of
        ? rows.where('u.meeting_id', '=', of.meetingId)
        : rows.where('u.applicant_id', '=', of.applicantId);
  return (await some.execute()).map(catchUpFrom);
};

/** One catch-up, or null when there is none for this actor. */
export const catchUpById = async (scope: Scope, id: string): Promise<CatchUp | null> => {
  const row = await rowsOf(scope).where('u.id', '=', id).executeTakeFirst();
  return row ? catchUpFrom(row) : null;
};

/** What a trainee said last about a meeting. */
export interface Apology {
  readonly meetingId: string;
  readonly applicantId: string;
  readonly words: string;
}

/** Who has said of which meeting that they cannot come, and not taken it back: in a cohort, or of one person. */
export const apologiesIn = async (
  scope: Scope,
  of: { readonly cohortId: string } | { readonly applicantId: string },
): Promise<readonly Apology[]> => {
  const about =
    'cohortId' in of ? sql`cohort_id = ${of.cohortId}` : sql`applicant_id = ${of.applicantId}`;
  const { rows } = await sql<{ meeting_id: string; applicant_id: string; said: string; words: string }>`
    select distinct on (meeting_id, applicant_id) meeting_id, applicant_id, said, words from training.trainee_answers
    where organisation_id = ${scope.actor.organisationId} and ${about} and meeting_id is not null
    order by meeting_id, applicant_id, at desc, id desc`.execute(scope.tx);
  return rows
    .filter(({ said }) => said === 'cannot_come')
    .map((row) => ({ meetingId: row.meeting_id, applicantId: row.applicant_id, words: row.words }));
};

/** One person and one unit, in the picture of a cohort. */
export interface Cell {
  readonly unitCode: string;
  readonly state: UnitState;
  readonly meeting: Meeting | null;
  readonly catchUp: CatchUp | null;
  readonly held: UnitHeld | null;
}

/** Where one person stands with every unit, from everything that is known. */
export const cellsOf = (
  facts: {
    readonly units: readonly string[];
    readonly meetings: readonly Meeting[];
    readonly noted: readonly Noted[];
    readonly held: readonly UnitHeld[];
    readonly catchUps: readonly CatchUp[];
  },
  whose: { readonly applicantId: string; readonly place: Pick<Place, 'takenAt'> | null },
  now: Temporal.Instant,
): readonly Cell[] => {
  const own = <T extends { readonly applicantId: string }>(rows: readonly T[]) =>
    rows.filter((each) => each.applicantId === whose.applicantId);
  const [held, noted, catchUps] = [own(facts.held), own(facts.noted), own(facts.catchUps)];
  return facts.units.map((unitCode) => {
    const meeting =
      facts.meetings.find(
        (each) => each.calledOffAt === null && each.parts.some((part) => part.unitCode === unitCode),
      ) ?? null;
    const has = held.find((each) => each.unitCode === unitCode) ?? null;
    const catchUp = catchUps.find((each) => each.unitCode === unitCode && isOpen(each)) ?? null;
    const note = noted.find((each) => each.unitCode === unitCode && each.meetingId === meeting?.id);
    const from = whose.place?.takenAt ?? null;
    return {
      unitCode,
      meeting,
      catchUp,
      held: has,
      state: unitState(
        {
          how: has?.how ?? null,
          here: has !== null && facts.meetings.some(({ id }) => id === has.fromId),
          catchUpOpen: catchUp !== null,
          came: note?.came ?? null,
          endsAt: meeting?.endsAt ?? null,
          beforeTheirTime:
            from !== null && meeting !== null && Temporal.Instant.compare(meeting.startsAt, from) < 0,
        },
        now,
      ),
    };
  });
};
