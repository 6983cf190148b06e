import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';

export interface Known {
  readonly id: string;
  readonly centreId: string;
  readonly calledName: string;
  readonly fullName: string;
}

interface Row {
  readonly id: string;
  readonly centre_id: string;
  readonly called_name: string;
  readonly full_name: string;
}

const knownOf = (row: Row): Known => ({
  id: row.id,
  centreId: row.centre_id,
  calledName: row.called_name,
  fullName: row.full_name,
});

const columns = sql`p.id, p.centre_id, coalesce(p.known_as, p.given_name) as called_name,
  trim(coalesce(p.known_as, p.given_name) || ' ' || p.family_name) as full_name`;

/** Parents the actor may know of at a centre whose names hold these words, at most eight. Two letters at least. */
export const parentsCalled = async (
  scope: Scope,
  centreId: string,
  words: string,
): Promise<readonly Known[]> => {
  const looked = words
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&');
  if (looked.length < 2) return [];
  const { rows } = await sql<Row>`
    select ${columns} from people.persons p
    where p.organisation_id = ${scope.actor.organisationId} and p.centre_id = ${centreId} and p.side = 'family' and p.merged_into is null
      and (lower(p.given_name || ' ' || p.family_name) like ${`%${looked}%`} or lower(coalesce(p.known_as, '') || ' ' || p.family_name) like ${`%${looked}%`})
    order by p.given_name collate "en-x-icu", p.family_name collate "en-x-icu" limit 8`.execute(scope.tx);
  return rows.map(knownOf);
};

/** The parents among these ids whom the actor may know of. */
export const parentsAmong = async (scope: Scope, ids: readonly string[]): Promise<readonly Known[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select ${columns} from people.persons p
    where p.organisation_id = ${scope.actor.organisationId} and p.id = any (${[...ids]}::uuid[]) and p.side = 'family' and p.merged_into is null`.execute(
    scope.tx,
  );
  return rows.map(knownOf);
};
