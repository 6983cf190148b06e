import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { type MeetingState, type MissedWhy, meetingState } from './meeting.rules.ts';
import type { Because } from './place.rules.ts';
import type { How, MeetingKind } from './rhythm.shape.ts';

export interface InMeeting {
  readonly accountId: string;
  readonly said: 'yes' | 'other_time' | null;
  readonly saidWords: string;
  readonly came: boolean | null;
}

export interface Meeting {
  readonly id: string;
  readonly centreId: string;
  readonly centreName: string;
  readonly zone: string;
  readonly kind: MeetingKind;
  readonly earlyCode: string | null;
  /** The day of the rhythm it is for; null where it is for none. */
  readonly dueOn: Temporal.PlainDate | null;
  /** Who holds it; null for peers among themselves and for coffee. */
  readonly supervisorId: string | null;
  readonly startsAt: Temporal.Instant;
  readonly on: Temporal.PlainDate;
  readonly minutes: number;
  readonly how: How;
  readonly place: string;
  readonly because: readonly Because[];
  readonly sequence: number;
  /** Null: the house proposed it. */
  readonly proposedBy: string | null;
  readonly state: MeetingState;
  readonly missedWhy: MissedWhy | null;
  readonly missedWords: string;
  readonly changedAt: Temporal.Instant;
  readonly version: number;
  /** Those the actor may see. */
  readonly people: readonly InMeeting[];
}

interface Row {
  readonly id: string;
  readonly centre_id: string;
  readonly centre_name: string;
  readonly zone: string;
  readonly kind: MeetingKind;
  readonly early_code: string | null;
  readonly due_on: string | null;
  readonly supervisor_id: string | null;
  readonly starts_at: string;
  readonly minutes: number;
  readonly how: How;
  readonly place_words: string;
  readonly because: readonly Because[];
  readonly sequence: number;
  readonly proposed_by: string | null;
  readonly agreed_at: string | null;
  readonly held_at: string | null;
  readonly did_not_happen_at: string | null;
  readonly did_not_happen_why: MissedWhy | null;
  readonly did_not_happen_words: string;
  readonly called_off_at: string | null;
  readonly changed_at: string;
  readonly version: number;
  readonly people: readonly InMeeting[];
}

const moment = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));

const meetingFrom = (row: Row): Meeting => {
  const startsAt = Temporal.Instant.from(row.starts_at);
  return {
    id: row.id,
    centreId: row.centre_id,
    centreName: row.centre_name,
    zone: row.zone,
    kind: row.kind,
    earlyCode: row.early_code,
    dueOn: row.due_on === null ? null : Temporal.PlainDate.from(row.due_on),
    supervisorId: row.supervisor_id,
    startsAt,
    on: startsAt.toZonedDateTimeISO(row.zone).toPlainDate(),
    minutes: row.minutes,
    how: row.how,
    place: row.place_words,
    because: row.because,
    sequence: row.sequence,
    proposedBy: row.proposed_by,
    state: meetingState({
      agreedAt: moment(row.agreed_at),
      heldAt: moment(row.held_at),
      didNotHappenAt: moment(row.did_not_happen_at),
      calledOffAt: moment(row.called_off_at),
    }),
    missedWhy: row.did_not_happen_why,
    missedWords: row.did_not_happen_words,
    changedAt: Temporal.Instant.from(row.changed_at),
    version: row.version,
    people: row.people,
  };
};

const asked = async (scope: Scope, where: RawBuilder<unknown>): Promise<readonly Meeting[]> => {
  const { rows } = await sql<Row>`
    select m.*, c.name as centre_name, c.zone,
      coalesce((select jsonb_agg(jsonb_build_object('accountId', p.account_id, 'said', p.said, 'saidWords', p.said_words, 'came', p.came) order by p.account_id)
        from supervision.meeting_people p where p.organisation_id = m.organisation_id and p.meeting_id = m.id), '[]') as people
    from supervision.meetings m join people.centres c on c.organisation_id = m.organisation_id and c.id = m.centre_id
    where m.organisation_id = ${scope.actor.organisationId} and ${where}
    order by m.starts_at, m.id`.execute(scope.tx);
  return rows.map(meetingFrom);
};

const inIt = (accountIds: readonly string[]) => sql`exists (
  select from supervision.meeting_people x where x.organisation_id = m.organisation_id and x.meeting_id = m.id and x.account_id = any (${[...accountIds]}::uuid[]))`;
const OPEN = sql`m.held_at is null and m.did_not_happen_at is null and m.called_off_at is null`;

/** One meeting; null when there is none for this actor. */
export const meetingById = async (scope: Scope, id: string): Promise<Meeting | null> =>
  (await asked(scope, sql`m.id = ${id}`))[0] ?? null;

/** Everything but coffee that was ever planned for these peer supporters, from a moment on; earliest first. */
export const meetingsOf = (
  scope: Scope,
  accountIds: readonly string[],
  since: Temporal.Instant,
): Promise<readonly Meeting[]> =>
  asked(
    scope,
    sql`m.kind <> 'coffee' and m.starts_at >= ${since.toString()}::timestamptz and ${inIt(accountIds)}`,
  );

/** Open ones that somebody holds, or peers', at a centre, that others may join; from a moment on. */
export const openTogether = (
  scope: Scope,
  ask: {
    readonly centreId: string;
    readonly kind: 'group' | 'peer';
    readonly supervisorId: string | null;
    readonly from: Temporal.Instant;
  },
): Promise<readonly Meeting[]> =>
  asked(
    scope,
    sql`m.centre_id = ${ask.centreId} and m.kind = ${ask.kind} and m.supervisor_id is not distinct from ${ask.supervisorId}::uuid
      and m.starts_at >= ${ask.from.toString()}::timestamptz and ${OPEN}`,
  );

/** Everything somebody is in or holds between two moments, called off too, that a calendar would show. */
export const meetingsInDiary = (
  scope: Scope,
  accountId: string,
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<readonly Meeting[]> =>
  asked(
    scope,
    sql`m.starts_at >= ${from.toString()}::timestamptz and m.starts_at < ${until.toString()}::timestamptz and (m.supervisor_id = ${accountId} or ${inIt([accountId])})`,
  );

/** Open ones whose time is between two moments, of everybody: for letters, as the house. */
export const openBetween = (
  scope: Scope,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly Meeting[]> =>
  asked(
    scope,
    sql`m.starts_at >= ${from.toString()}::timestamptz and m.starts_at < ${until.toString()}::timestamptz and ${OPEN}`,
  );

/** Past, and nobody has said whether they met: of these peer supporters (null: those the actor holds). Not coffee. */
export const openInThePast = (
  scope: Scope,
  { heldBy, before }: { readonly heldBy: string; readonly before: Temporal.Instant },
): Promise<readonly Meeting[]> =>
  asked(
    scope,
    sql`m.kind <> 'coffee' and m.supervisor_id = ${heldBy} and m.starts_at < ${before.toString()}::timestamptz and ${OPEN}`,
  );

/** The next open ones that somebody is in, earliest first. Without coffee. */
export const openAheadOf = (
  scope: Scope,
  accountIds: readonly string[],
  from: Temporal.Instant,
): Promise<readonly Meeting[]> =>
  accountIds.length === 0
    ? Promise.resolve([])
    : asked(
        scope,
        sql`m.kind <> 'coffee' and m.starts_at >= ${from.toString()}::timestamptz and ${OPEN} and ${inIt(accountIds)}`,
      );

/** The coffee mornings of a centre from a moment on, called off ones too. */
export const coffeesAt = (
  scope: Scope,
  centreIds: readonly string[],
  from: Temporal.Instant,
): Promise<readonly Meeting[]> =>
  centreIds.length === 0
    ? Promise.resolve([])
    : asked(
        scope,
        sql`m.kind = 'coffee' and m.centre_id = any (${[...centreIds]}::uuid[]) and m.starts_at >= ${from.toString()}::timestamptz`,
      );

export interface Move {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly by: string | null;
  readonly why: string;
  readonly at: Temporal.Instant;
}

/** Each time a meeting was moved, earliest first. */
export const movesOf = async (
  scope: Scope,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Move[]>> => {
  const found = new Map<string, Move[]>();
  if (meetingIds.length === 0) return found;
  const rows = await scope.tx
    .selectFrom('supervision.meeting_moves')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('meeting_id', 'in', [...meetingIds])
    .orderBy('at')
    .execute();
  for (const row of rows)
    found.set(row.meeting_id, [
      ...(found.get(row.meeting_id) ?? []),
      {
        from: Temporal.Instant.from(row.from_at),
        to: Temporal.Instant.from(row.to_at),
        by: row.moved_by,
        why: row.why,
        at: Temporal.Instant.from(row.at),
      },
    ]);
  return found;
};

/** The days on which something that counts was held with a peer supporter: who came, or where nobody said who. */
export const heldDays = async (
  scope: Scope,
  accountId: string,
  ask: { readonly counts: readonly string[]; readonly zone: string },
): Promise<readonly Temporal.PlainDate[]> => {
  const { rows } = await sql<{ starts_at: string }>`
    select m.starts_at from supervision.meetings m
    join supervision.meeting_people p on p.organisation_id = m.organisation_id and p.meeting_id = m.id
    where m.organisation_id = ${scope.actor.organisationId} and p.account_id = ${accountId} and p.came is not false
      and m.held_at is not null and m.kind = any (${[...ask.counts]}::text[])
    order by m.starts_at`.execute(scope.tx);
  return rows.map(({ starts_at }) =>
    Temporal.Instant.from(starts_at).toZonedDateTimeISO(ask.zone).toPlainDate(),
  );
};

/** The last day on which each of these peer supporters met for supervision, of whatever form; who never did is not in it. */
export const lastHeldOf = async (
  scope: Scope,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Temporal.PlainDate>> => {
  if (accountIds.length === 0) return new Map();
  const { rows } = await sql<{ account_id: string; starts_at: string; zone: string }>`
    select distinct on (p.account_id) p.account_id, m.starts_at, c.zone from supervision.meeting_people p
    join supervision.meetings m on m.organisation_id = p.organisation_id and m.id = p.meeting_id
    join people.centres c on c.organisation_id = m.organisation_id and c.id = m.centre_id
    where p.organisation_id = ${scope.actor.organisationId} and p.account_id = any (${[...accountIds]}::uuid[]) and p.came is not false
      and m.held_at is not null and m.kind in ('one_to_one', 'group', 'peer')
    order by p.account_id, m.starts_at desc`.execute(scope.tx);
  return new Map(
    rows.map((row) => [
      row.account_id,
      Temporal.Instant.from(row.starts_at).toZonedDateTimeISO(row.zone).toPlainDate(),
    ]),
  );
};
