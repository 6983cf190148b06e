import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { countedLooks, shownLooks } from './looks.words.ts';

const PER_PAGE = 50;

export interface Look {
  /** Its number in the audit, as text: there may be more than a number holds. */
  readonly seq: string;
  readonly at: Temporal.Instant;
  readonly accountId: string | null;
  readonly verb: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly centreId: string | null;
}

export interface LookingFor {
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly since: Temporal.Instant;
  /** Only what was written down before this number. */
  readonly before: string | null;
}

/** A page of looks, newest first; `more` when there are older ones. Empty for whoever is not the data lead. */
export const looksOf = async (
  scope: Scope,
  { personId, accountId, since, before }: LookingFor,
): Promise<{ readonly looks: readonly Look[]; readonly more: boolean }> => {
  const { rows } = await sql<{
    seq: string;
    at: string;
    account_id: string | null;
    verb: string;
    subject_kind: string;
    subject_id: string | null;
    centre_id: string | null;
  }>`select seq::text, at, account_id, verb, subject_kind, subject_id, centre_id
     from rights.looks(${Object.keys(shownLooks)}::text[], ${personId}::uuid, ${accountId}::uuid,
       ${since.toString()}::timestamptz, ${before}::bigint, ${PER_PAGE + 1})`.execute(scope.tx);
  const looks = rows.slice(0, PER_PAGE).map((row) => ({
    seq: row.seq,
    at: Temporal.Instant.from(row.at),
    accountId: row.account_id,
    verb: row.verb,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    centreId: row.centre_id,
  }));
  return { looks, more: rows.length > PER_PAGE };
};

/** How many quiet looks of each verb there were in that month. */
export const quietLooks = async (
  scope: Scope,
  zone: string,
  month: Temporal.PlainYearMonth,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ verb: string; looks: number }>`
    select verb, looks::int from rights.look_counts(${Object.keys(countedLooks)}::text[], ${zone},
      ${month.toPlainDate({ day: 1 }).toString()}::date)`.execute(scope.tx);
  return new Map(rows.map(({ verb, looks }) => [verb, looks]));
};

/** Everybody of the team who has or had a way in, by name: whose looks somebody may ask for. */
export const lookers = async (
  scope: Scope,
): Promise<readonly { readonly accountId: string; readonly name: string }[]> => {
  const { rows } = await sql<{ accountId: string; name: string }>`
    select a.id as "accountId", trim(coalesce(p.known_as, p.given_name) || ' ' || p.family_name) as name
    from people.accounts a
    join people.persons p on p.organisation_id = a.organisation_id and p.id = a.person_id and p.side = 'team'
    where a.organisation_id = ${scope.actor.organisationId}
    order by 2, 1`.execute(scope.tx);
  return rows;
};
