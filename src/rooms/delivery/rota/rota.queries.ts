import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Part } from '../readiness/readiness.rules.ts';

export type StoodDownWhy = 'by_choice' | 'not_ready' | 'suspended' | 'crew_ended' | 'too_many_days';

/** Somebody's place on the rota of one session. */
export interface OnRota {
  readonly sessionId: string;
  readonly accountId: string;
  readonly part: Part;
  readonly withChildren: boolean;
  /** For this date only. */
  readonly cover: boolean;
  /** Null while they run it. */
  readonly stoodDownWhy: StoodDownWhy | null;
  readonly version: number;
}

/** Everyone who was ever put on these sessions, practitioners first; who stood down again too. */
export const rotaOf = async (scope: Scope, sessionIds: readonly string[]): Promise<readonly OnRota[]> => {
  if (sessionIds.length === 0) return [];
  const rows = await scope.tx
    .selectFrom('delivery.rota')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', 'in', [...sessionIds])
    .orderBy(sql`array_position('{practitioner,peer_supporter,creche,alongside}', part)`)
    .orderBy('put_on_at')
    .orderBy('account_id')
    .execute();
  return rows.map((row) => ({
    sessionId: row.session_id,
    accountId: row.account_id,
    part: row.part,
    withChildren: row.with_children,
    cover: row.cover,
    stoodDownWhy: row.stood_down_why,
    version: row.version,
  }));
};

/** Who runs a session: the account ids of everyone who stands on its rota and is not there to learn. */
export const runningIt = async (scope: Scope, sessionId: string): Promise<readonly string[]> =>
  (await rotaOf(scope, [sessionId]))
    .filter((each) => each.stoodDownWhy === null && each.part !== 'alongside')
    .map((each) => each.accountId);

/** Who runs each of these sessions: account ids by session id, practitioners first. */
export const runningIn = async (
  scope: Scope,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, string[]>();
  for (const each of await rotaOf(scope, [...new Set(sessionIds)]))
    if (each.stoodDownWhy === null && each.part !== 'alongside')
      found.set(each.sessionId, [...(found.get(each.sessionId) ?? []), each.accountId]);
  return found;
};

/** One session somebody runs or would run, with the day it is on at its centre. */
export interface SessionOfTheirs {
  readonly sessionId: string;
  readonly accountId: string;
  readonly part: Part;
  readonly withChildren: boolean;
  readonly cover: boolean;
  readonly stoodDownWhy: StoodDownWhy | null;
  readonly groupId: string;
  readonly groupName: string;
  readonly centreId: string;
  readonly startsAt: Temporal.Instant;
  readonly on: Temporal.PlainDate;
  readonly from: Temporal.PlainTime;
  readonly venue: string;
}

interface Row {
  readonly session_id: string;
  readonly account_id: string;
  readonly part: Part;
  readonly with_children: boolean;
  readonly cover: boolean;
  readonly stood_down_why: StoodDownWhy | null;
  readonly group_id: string;
  readonly group_name: string;
  readonly centre_id: string;
  readonly starts_at: string;
  readonly zone: string;
  readonly venue: string | null;
}

const theirs = (row: Row): SessionOfTheirs => {
  const startsAt = Temporal.Instant.from(row.starts_at);
  const there = startsAt.toZonedDateTimeISO(row.zone);
  return {
    sessionId: row.session_id,
    accountId: row.account_id,
    part: row.part,
    withChildren: row.with_children,
    cover: row.cover,
    stoodDownWhy: row.stood_down_why,
    groupId: row.group_id,
    groupName: row.group_name,
    centreId: row.centre_id,
    startsAt,
    on: there.toPlainDate(),
    from: there.toPlainTime(),
    venue: row.venue ?? '',
  };
};

const aheadOf = (scope: Scope) => sql`
  s.organisation_id = ${scope.actor.organisationId} and s.starts_at > ${scope.now.toString()}::timestamptz and s.called_off_at is null
  and g.ended_at is null and not exists (select from delivery.register_closings x where x.organisation_id = s.organisation_id and x.session_id = s.id)`;

/** The rows of these people (null: of everybody) on sessions still to come, earliest first; those who stood down too. */
export const aheadOfThem = async (
  scope: Scope,
  accountIds: readonly string[] | null,
): Promise<readonly SessionOfTheirs[]> => {
  const { rows } = await sql<Row>`
    select r.session_id, r.account_id, r.part, r.with_children, r.cover, r.stood_down_why, s.group_id, g.name as group_name, s.centre_id, s.starts_at, c.zone, v.name as venue
    from delivery.rota r
    join delivery.sessions s on s.organisation_id = r.organisation_id and s.id = r.session_id
    join delivery.groups g on g.organisation_id = s.organisation_id and g.id = s.group_id
    join people.centres c on c.organisation_id = s.organisation_id and c.id = s.centre_id
    left join programme.venues v on v.organisation_id = s.organisation_id and v.id = s.venue_id
    where ${aheadOf(scope)} and (${accountIds === null} or r.account_id = any (${accountIds ? [...accountIds] : []}::uuid[]))
    order by s.starts_at, r.account_id`.execute(scope.tx);
  return rows.map(theirs);
};

/** Narrows what is asked about the usual crew: to people, to groups or to centres; null: all of them. */
export interface OfWhom {
  readonly accountIds?: readonly string[] | null;
  readonly groupIds?: readonly string[] | null;
  readonly centreIds?: readonly string[] | null;
  readonly until?: Temporal.Instant;
}

/**
 * Every session still to come that the usual crew of a group does not stand on: never put on, or stood down. Earliest
 * first. Whoever stood down by choice or for a while is among them with why.
 */
export const notOnTheirSessions = async (
  scope: Scope,
  { accountIds = null, groupIds = null, centreIds = null, until }: OfWhom,
): Promise<readonly SessionOfTheirs[]> => {
  const { rows } = await sql<Row>`
    select s.id as session_id, l.account_id, l.part, l.part = 'creche' as with_children, false as cover, r.stood_down_why, s.group_id, g.name as group_name,
      s.centre_id, s.starts_at, c.zone, v.name as venue
    from delivery.leaders l
    join delivery.groups g on g.organisation_id = l.organisation_id and g.id = l.group_id
    join delivery.sessions s on s.organisation_id = g.organisation_id and s.group_id = g.id
    join people.centres c on c.organisation_id = s.organisation_id and c.id = s.centre_id
    left join programme.venues v on v.organisation_id = s.organisation_id and v.id = s.venue_id
    left join delivery.rota r on r.organisation_id = s.organisation_id and r.session_id = s.id and r.account_id = l.account_id
    where ${aheadOf(scope)} and l.until_at is null and (r.session_id is null or r.stood_down_at is not null)
      and (${accountIds === null} or l.account_id = any (${accountIds ? [...accountIds] : []}::uuid[]))
      and (${groupIds === null} or l.group_id = any (${groupIds ? [...groupIds] : []}::uuid[]))
      and (${centreIds === null} or l.centre_id = any (${centreIds ? [...centreIds] : []}::uuid[]))
      and (${until === undefined} or s.starts_at < ${(until ?? scope.now).toString()}::timestamptz)
    order by s.starts_at, l.account_id`.execute(scope.tx);
  return rows.map(theirs);
};
