import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Way } from './time.rules.ts';

/** One time at which somebody is free to talk, and who took it. */
export interface OfferedTime {
  readonly id: string;
  readonly centreId: string;
  readonly centreName: string;
  readonly zone: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly withAccount: string;
  readonly way: Way;
  readonly place: string;
  readonly applicationId: string | null;
  /** Who took it; null while it is free, and for somebody whose application is not the actor's to see. */
  readonly takenBy: string | null;
  readonly cancelled: boolean;
}

interface Row {
  readonly id: string;
  readonly centre_id: string;
  readonly centre_name: string;
  readonly zone: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly with_account: string;
  readonly way: Way;
  readonly place: string;
  readonly application_id: string | null;
  readonly taken_by: string | null;
  readonly cancelled_at: string | null;
}

const read = async ({ tx, actor }: Scope, which: ReturnType<typeof sql>): Promise<readonly OfferedTime[]> => {
  const { rows } = await sql<Row>`
    select t.id, t.centre_id, c.name as centre_name, c.zone, t.starts_at, t.ends_at, t.with_account, t.way, t.place,
      t.application_id, t.cancelled_at, nullif(trim(p.given_name || ' ' || p.family_name), '') as taken_by
    from recruiting.offered_times t
    join people.centres c on c.organisation_id = t.organisation_id and c.id = t.centre_id
    left join recruiting.applications a on a.organisation_id = t.organisation_id and a.id = t.application_id
    left join recruiting.applicants p on p.organisation_id = a.organisation_id and p.id = a.applicant_id
    where t.organisation_id = ${actor.organisationId} and ${which}
    order by t.starts_at, t.id limit 400`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    centreId: row.centre_id,
    centreName: row.centre_name,
    zone: row.zone,
    startsAt: Temporal.Instant.from(row.starts_at),
    endsAt: Temporal.Instant.from(row.ends_at),
    withAccount: row.with_account,
    way: row.way,
    place: row.place,
    applicationId: row.application_id,
    takenBy: row.taken_by,
    cancelled: row.cancelled_at !== null,
  }));
};

/** The times to come at these centres, soonest first, without those that were cancelled. */
export const timesAhead = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly OfferedTime[]> =>
  centreIds.length === 0
    ? []
    : read(
        scope,
        sql`t.centre_id = any (${[...centreIds]}::uuid[]) and t.ends_at > ${scope.now.toString()}::timestamptz and t.cancelled_at is null`,
      );

/** One time, or null when there is none for this actor. */
export const timeOf = async (scope: Scope, id: string): Promise<OfferedTime | null> =>
  (await read(scope, sql`t.id = ${id}`))[0] ?? null;
