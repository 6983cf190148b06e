import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Diary, Hours } from './place.rules.ts';
import { officeHours } from './place.rules.ts';
import type { Away } from './rhythm.rules.ts';
import type { Form, RhythmRules } from './rhythm.shape.ts';

/** Who supervises a peer supporter, and where they stand in the rhythm. Dates are of the centre. */
export interface Arrangement {
  readonly id: string;
  readonly centreId: string;
  readonly zone: string;
  readonly nation: string;
  readonly accountId: string;
  readonly supervisorId: string | null;
  readonly coverId: string | null;
  readonly form: Form;
  readonly newcomer: boolean;
  readonly beginsOn: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate;
  readonly pausesOn: Temporal.PlainDate | null;
  readonly pastSharedAt: Temporal.Instant | null;
  readonly startedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  readonly version: number;
}

interface Row {
  readonly id: string;
  readonly centre_id: string;
  readonly zone: string;
  readonly nation: string;
  readonly account_id: string;
  readonly supervisor_id: string | null;
  readonly cover_id: string | null;
  readonly form: Form;
  readonly newcomer: boolean;
  readonly begins_on: string;
  readonly due_on: string;
  readonly pauses_on: string | null;
  readonly past_shared_at: string | null;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly version: number;
}

const moment = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));

const arrangementFrom = (row: Row): Arrangement => ({
  id: row.id,
  centreId: row.centre_id,
  zone: row.zone,
  nation: row.nation,
  accountId: row.account_id,
  supervisorId: row.supervisor_id,
  coverId: row.cover_id,
  form: row.form,
  newcomer: row.newcomer,
  beginsOn: Temporal.PlainDate.from(row.begins_on),
  dueOn: Temporal.PlainDate.from(row.due_on),
  pausesOn: row.pauses_on === null ? null : Temporal.PlainDate.from(row.pauses_on),
  pastSharedAt: moment(row.past_shared_at),
  startedAt: Temporal.Instant.from(row.started_at),
  endedAt: moment(row.ended_at),
  version: row.version,
});

const COLUMNS = sql`a.id, a.centre_id, c.zone, c.nation, a.account_id, a.supervisor_id, a.cover_id, a.form, a.newcomer, a.begins_on, a.due_on, a.pauses_on,
  a.past_shared_at, a.started_at, a.ended_at, a.version`;
const FROM = sql`from supervision.arrangements a join people.centres c on c.organisation_id = a.organisation_id and c.id = a.centre_id`;

/** One arrangement, running or ended; null when there is none for this actor. */
export const arrangementById = async (scope: Scope, id: string): Promise<Arrangement | null> => {
  const { rows } = await sql<Row>`
    select ${COLUMNS} ${FROM} where a.organisation_id = ${scope.actor.organisationId} and a.id = ${id}`.execute(
    scope.tx,
  );
  return rows[0] ? arrangementFrom(rows[0]) : null;
};

/** The running arrangements of these peer supporters. */
export const arrangementsOf = async (
  scope: Scope,
  accountIds: readonly string[],
): Promise<readonly Arrangement[]> => {
  if (accountIds.length === 0) return [];
  const { rows } = await sql<Row>`
    select ${COLUMNS} ${FROM} where a.organisation_id = ${scope.actor.organisationId} and a.ended_at is null and a.account_id = any (${[...accountIds]}::uuid[])
    order by a.due_on, a.id`.execute(scope.tx);
  return rows.map(arrangementFrom);
};

/** The running arrangements at these centres, who is due first first. */
export const arrangementsAt = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly Arrangement[]> => {
  if (centreIds.length === 0) return [];
  const { rows } = await sql<Row>`
    select ${COLUMNS} ${FROM} where a.organisation_id = ${scope.actor.organisationId} and a.ended_at is null and a.centre_id = any (${[...centreIds]}::uuid[])
    order by a.due_on, a.id`.execute(scope.tx);
  return rows.map(arrangementFrom);
};

/** The running arrangements in which somebody is supervisor or cover, who is due first first. */
export const arrangementsLedBy = async (scope: Scope, accountId: string): Promise<readonly Arrangement[]> => {
  const { rows } = await sql<Row>`
    select ${COLUMNS} ${FROM} where a.organisation_id = ${scope.actor.organisationId} and a.ended_at is null and ${accountId}::uuid in (a.supervisor_id, a.cover_id)
    order by a.due_on, a.id`.execute(scope.tx);
  return rows.map(arrangementFrom);
};

export interface Leave extends Away {
  readonly id: string;
  readonly accountId: string;
  readonly centreId: string;
}

/** The leave of these people that was not taken back and ends on a day or later, earliest first. */
export const leaveOf = async (
  scope: Scope,
  accountIds: readonly string[],
  since: Temporal.PlainDate,
): Promise<readonly Leave[]> => {
  if (accountIds.length === 0) return [];
  const rows = await scope.tx
    .selectFrom('supervision.leave')
    .select(['id', 'account_id', 'centre_id', 'from_on', 'until_on'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('account_id', 'in', [...accountIds])
    .where('taken_back_at', 'is', null)
    .where('until_on', '>=', since.toString())
    .orderBy('from_on')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    centreId: row.centre_id,
    fromOn: Temporal.PlainDate.from(row.from_on),
    untilOn: Temporal.PlainDate.from(row.until_on),
  }));
};

/** The hours of the week that somebody gave, by weekday. */
export const ownHours = async (scope: Scope, accountId: string): Promise<readonly Hours[]> =>
  (await hoursOf(scope, [accountId])).get(accountId) ?? [];

const hoursOf = async (
  scope: Scope,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Hours[]>> => {
  const found = new Map<string, Hours[]>();
  if (accountIds.length === 0) return found;
  const rows = await scope.tx
    .selectFrom('supervision.availability')
    .select(['account_id', 'weekday', 'from_time', 'until_time'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('account_id', 'in', [...accountIds])
    .orderBy('weekday')
    .orderBy('from_time')
    .execute();
  for (const row of rows)
    found.set(row.account_id, [
      ...(found.get(row.account_id) ?? []),
      {
        weekday: row.weekday,
        from: Temporal.PlainTime.from(row.from_time),
        until: Temporal.PlainTime.from(row.until_time),
      },
    ]);
  return found;
};

/** What is known of the days of these people from a day on: hours (the usual ones for who gave none), leave, what is taken. */
export const diariesOf = async (
  scope: Scope,
  accountIds: readonly string[],
  ask: { readonly since: Temporal.PlainDate; readonly rules: RhythmRules; readonly without?: string },
): Promise<(accountId: string) => Diary> => {
  const ids = [...new Set(accountIds)];
  const hours = await hoursOf(scope, ids);
  const leave = await leaveOf(scope, ids, ask.since);
  const { rows: taken } = await sql<{ account_id: string; starts_at: string; minutes: number }>`
    select t.account_id, m.starts_at, m.minutes from supervision.meetings m
    join lateral (
      select m.supervisor_id as account_id
      union
      select p.account_id from supervision.meeting_people p where p.organisation_id = m.organisation_id and p.meeting_id = m.id
    ) t on t.account_id = any (${ids}::uuid[])
    where m.organisation_id = ${scope.actor.organisationId} and m.held_at is null and m.did_not_happen_at is null and m.called_off_at is null
      and m.starts_at >= ${ask.since.toString()}::date - 1 and m.id is distinct from ${ask.without ?? null}::uuid`.execute(
    scope.tx,
  );
  const usual = officeHours(ask.rules.hours.earliest, ask.rules.hours.latest);
  return (accountId) => ({
    hours: hours.get(accountId) ?? usual,
    leave: leave.filter((each) => each.accountId === accountId),
    taken: taken
      .filter((each) => each.account_id === accountId)
      .map((each) => ({ startsAt: Temporal.Instant.from(each.starts_at), minutes: each.minutes })),
  });
};
