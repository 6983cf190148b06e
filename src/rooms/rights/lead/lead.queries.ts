import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';

/** Whether the actor answers for what we keep about people; nobody who is suspended does. */
export const isDataLead = async (scope: Scope): Promise<boolean> => {
  const { rows } = await sql<{ lead: boolean }>`select rights.is_data_lead() as lead`.execute(scope.tx);
  return rows[0]?.lead ?? false;
};

export interface DataLead {
  readonly id: string;
  readonly accountId: string;
  readonly from: Temporal.Instant;
}

/** Who answers for what we keep about people now, the longest first. */
export const dataLeads = async (scope: Scope): Promise<readonly DataLead[]> => {
  const rows = await scope.tx
    .selectFrom('rights.data_leads')
    .select(['id', 'account_id', 'from_at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('until_at', 'is', null)
    .orderBy('from_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    from: Temporal.Instant.from(row.from_at),
  }));
};

export interface DataCare {
  /** Whether the actor answers for what we keep about people. */
  readonly lead: boolean;
  /** How many do. */
  readonly named: number;
}

/** Who answers for what we keep, as far as the actor's Today needs it; in one question. */
export const dataCare = async (scope: Scope): Promise<DataCare> => {
  const { rows } = await sql<DataCare>`
    select rights.is_data_lead() as lead, count(*)::int as named from rights.data_leads
    where organisation_id = ${scope.actor.organisationId} and until_at is null`.execute(scope.tx);
  return rows[0] ?? { lead: false, named: 0 };
};
