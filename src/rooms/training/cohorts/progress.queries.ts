import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Meeting, type Place, placeFrom } from './cohort.queries.ts';
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

interface HeldRow {
  readonly applicant_id: string;
  readonly unit_code: string;
  readonly how: string;
  readonly earned_on: string;
  readonly award_id: string;
  readonly from_id: string | null;
}

const heldFrom = (row: HeldRow): UnitHeld => ({
  applicantId: row.applicant_id,
  unitCode: row.unit_code,
  how: row.how,
  earnedOn: Temporal.PlainDate.from(row.earned_on),
  awardId: row.award_id,
  fromId: row.from_id,
});

/** What these people hold now: for themselves, those who recruit at their centre, and their trainers. */
export const unitsHeld = async (
  scope: Scope,
  applicantIds: readonly string[],
): Promise<readonly UnitHeld[]> => {
  if (applicantIds.length === 0) return [];
  const { rows } =
    await sql<HeldRow>`select * from training.units_held(${[...applicantIds]}::uuid[])`.execute(scope.tx);
  return rows.map(heldFrom);
};

/** What was noted last about one person and one unit of one meeting. */
export interface Noted {
  readonly meetingId: string;
  readonly unitCode: string;
  readonly applicantId: string;
  readonly came: boolean;
  readonly notedAt: Temporal.Instant;
}

interface NotedRow {
  readonly meeting_id: string;
  readonly unit_code: string;
  readonly applicant_id: string;
  readonly came: boolean;
  readonly noted_at: string;
}

const notedFrom = (row: NotedRow): Noted => ({
  meetingId: row.meeting_id,
  unitCode: row.unit_code,
  applicantId: row.applicant_id,
  came: row.came,
  notedAt: Temporal.Instant.from(row.noted_at),
});

/** The last note of each person and unit of a meeting. */
export const notedAt = async (scope: Scope, meetingId: string): Promise<readonly Noted[]> => {
  const { rows } = await sql<NotedRow>`
    select distinct on (unit_code, applicant_id) meeting_id, unit_code, applicant_id, came, noted_at
    from training.unit_attendances where organisation_id = ${scope.actor.organisationId} and meeting_id = ${meetingId}
    order by unit_code, applicant_id, noted_at desc, id desc`.execute(scope.tx);
  return rows.map(notedFrom);
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

interface CatchUpRow {
  readonly id: string;
  readonly applicant_id: string;
  readonly centre_id: string;
  readonly cohort_id: string;
  readonly unit_code: string;
  readonly how: string;
  readonly meeting_id: string | null;
  readonly with_cohort_id: string | null;
  readonly held_at_centre_id: string;
  readonly starts_at: string;
  readonly minutes: number;
  readonly with_account: string | null;
  readonly place_words: string;
  readonly sequence: number;
  readonly done_at: string | null;
  readonly called_off_at: string | null;
  readonly why: string;
  readonly changed_at: string;
  readonly said: string | null;
  readonly said_words: string | null;
}

const momentOrNull = (value: string | null) => (value === null ? null : Temporal.Instant.from(value));

const catchUpFrom = (row: CatchUpRow): CatchUp => ({
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

const catchUpsWhere = (scope: Scope, about: RawBuilder<unknown>) =>
  sql<CatchUpRow>`select u.*, a.said, a.words as said_words from training.catch_ups u
    left join lateral (select x.said, x.words from training.trainee_answers x
      where x.organisation_id = u.organisation_id and x.catch_up_id = u.id order by x.at desc, x.id desc limit 1) a on true
    where u.organisation_id = ${scope.actor.organisationId} and ${about} order by u.starts_at, u.id`;

/** Whether a catch-up is still to happen. */
export const isOpen = ({ doneAt, calledOffAt }: Pick<CatchUp, 'doneAt' | 'calledOffAt'>): boolean =>
  doneAt === null && calledOffAt === null;

/** Catch-ups of the guests of a meeting, of one person, or of those whom an account meets; called-off ones too. */
export const catchUpsOf = async (
  scope: Scope,
  of: { readonly meetingId: string } | { readonly applicantId: string } | { readonly withAccount: string },
): Promise<readonly CatchUp[]> => {
  const about =
    'meetingId' in of
      ? sql`u.meeting_id = ${of.meetingId}`
      : 'applicantId' in of
        ? sql`u.applicant_id = ${of.applicantId}`
        : sql`u.with_account = ${of.withAccount}`;
  return (await catchUpsWhere(scope, about).execute(scope.tx)).rows.map(catchUpFrom);
};

/** One catch-up, or null when there is none for this actor. */
export const catchUpById = async (scope: Scope, id: string): Promise<CatchUp | null> => {
  const { rows } = await catchUpsWhere(scope, sql`u.id = ${id}`).execute(scope.tx);
  return rows[0] ? catchUpFrom(rows[0]) : null;
};

/** What a trainee said last about a meeting. */
export interface Apology {
  readonly meetingId: string;
  readonly applicantId: string;
  readonly words: string;
}

interface ApologyRow {
  readonly meeting_id: string;
  readonly applicant_id: string;
  readonly said: string;
  readonly words: string;
}

const apologiesFrom = (rows: readonly ApologyRow[]): readonly Apology[] =>
  rows
    .filter(({ said }) => said === 'cannot_come')
    .map((row) => ({ meetingId: row.meeting_id, applicantId: row.applicant_id, words: row.words }));

const lastAnswers = (scope: Scope, about: RawBuilder<unknown>) =>
  sql<ApologyRow>`select distinct on (meeting_id, applicant_id) meeting_id, applicant_id, said, words from training.trainee_answers
    where organisation_id = ${scope.actor.organisationId} and ${about} and meeting_id is not null
    order by meeting_id, applicant_id, at desc, id desc`;

/** Who has said of a meeting that they cannot come, and not taken it back. */
export const apologiesFor = async (scope: Scope, meetingId: string): Promise<readonly Apology[]> =>
  apologiesFrom((await lastAnswers(scope, sql`meeting_id = ${meetingId}`).execute(scope.tx)).rows);

/** Everything that was noted, earned, offered and said, of a cohort or of one person. */
export interface Picture {
  readonly noted: readonly Noted[];
  readonly held: readonly UnitHeld[];
  readonly catchUps: readonly CatchUp[];
  readonly apologies: readonly Apology[];
  readonly places: readonly Place[];
}

/** In one question, because a page that shows a cohort asks for all of it. Places are in the order in which people asked. */
export const pictureOf = async (
  scope: Scope,
  of: { readonly cohortId: string } | { readonly applicantId: string },
): Promise<Picture> => {
  const org = scope.actor.organisationId;
  const whole = 'cohortId' in of;
  const about = whole ? sql`cohort_id = ${of.cohortId}` : sql`applicant_id = ${of.applicantId}`;
  // Somebody who left still has a row in the list of who left: what they hold is asked for with the others.
  const people = whole
    ? sql`array(select t.applicant_id from training.trainees_of(${of.cohortId}) t)`
    : sql`array[${of.applicantId}]::uuid[]`;
  const catchUps = catchUpsWhere(
    scope,
    whole ? sql`u.cohort_id = ${of.cohortId}` : sql`u.applicant_id = ${of.applicantId}`,
  );
  const { rows } = await sql<{ kind: string; row: unknown }>`
    select 'noted' as kind, to_jsonb(n) as row from (
      select distinct on (meeting_id, unit_code, applicant_id) meeting_id, unit_code, applicant_id, came, noted_at
      from training.unit_attendances where organisation_id = ${org} and ${about}
      order by meeting_id, unit_code, applicant_id, noted_at desc, id desc) n
    union all select 'held', to_jsonb(h) from training.units_held(${people}) h
    union all select 'answer', to_jsonb(a) from (${lastAnswers(scope, about)}) a
    union all select 'catch_up', to_jsonb(c) from (${catchUps}) c
    union all select 'place', to_jsonb(p) from (
      select * from training.cohort_places where organisation_id = ${org} and ${about} order by asked_at, id) p`.execute(
    scope.tx,
  );
  const all = <T>(kind: string) => rows.filter((each) => each.kind === kind).map((each) => each.row as T);
  return {
    noted: all<NotedRow>('noted').map(notedFrom),
    held: all<HeldRow>('held').map(heldFrom),
    catchUps: all<CatchUpRow>('catch_up').map(catchUpFrom),
    apologies: apologiesFrom(all<ApologyRow>('answer')),
    places: all<Parameters<typeof placeFrom>[0]>('place').map(placeFrom),
  };
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
      (whose.place &&
        facts.meetings.find(
          (each) => each.calledOffAt === null && each.parts.some((part) => part.unitCode === unitCode),
        )) ??
      null;
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
          inCohort: whose.place !== null,
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
