import { type SqlBool, sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { filesOf, type PersonFile } from '#rooms/people/door.ts';
import { type FamilyFacts, familiesOf } from '../family.queries.ts';
import { type ListAsked, type ListStage, PAGE } from './list.rules.ts';

export interface ListedFamily {
  readonly file: PersonFile;
  readonly facts: FamilyFacts | null;
}

// The latest pregnancy of each parent, as `families.facts_of` picks it.
const current = (organisationId: string) => sql`select distinct on (r.person_id) r.person_id, g.id, g.due_on
  from families.parents r join families.pregnancies g on g.organisation_id = r.organisation_id and g.id = r.pregnancy_id
  where r.organisation_id = ${organisationId} and r.ended_at is null order by r.person_id, r.since desc, r.id desc`;

const born = sql<SqlBool>`exists (select from families.babies b where b.organisation_id = app.org() and b.pregnancy_id = c.id and b.undone_at is null)`;
const lost = sql<SqlBool>`c.id = any ((select families.lost_pregnancies())::uuid[])`;

const ofStage = (stage: ListStage) => {
  const at = {
    pregnant: sql`c.due_on is not null and not ${born} and not ${lost}`,
    born: sql`${born} and not ${lost}`,
    loss: lost,
    unknown: sql`c.due_on is null and not ${born} and not ${lost}`,
  }[stage];
  const here = sql`exists (select from c where c.person_id = p.id and ${at})`;
  return stage === 'unknown'
    ? sql<SqlBool>`(${here} or not exists (select from c where c.person_id = p.id))`
    : sql<SqlBool>`${here}`;
};

const escaped = (typed: string) => typed.toLowerCase().replace(/[\\%_]/g, '\\$&');

/** One page of the parents whose files the actor may open, by name; `more` says that another page follows. */
export const listFamilies = async (
  scope: Scope,
  asked: ListAsked,
): Promise<{ readonly rows: readonly ListedFamily[]; readonly more: boolean }> => {
  const found = await sql<{ id: string }>`
    ${asked.stage ? sql`with c as materialized (${current(scope.actor.organisationId)})` : sql``}
    select p.id from people.persons p
    where p.organisation_id = ${scope.actor.organisationId} and p.side = 'family' and p.merged_into is null
      ${asked.centreId ? sql`and p.centre_id = ${asked.centreId}::uuid` : sql``}
      ${asked.among ? sql`and p.centre_id = any (${[...asked.among]}::uuid[])` : sql``}
      ${asked.name ? sql`and lower(coalesce(p.known_as || ' ', '') || p.given_name || ' ' || p.family_name) like ${`%${escaped(asked.name)}%`}` : sql``}
      ${asked.stage ? sql`and ${ofStage(asked.stage)}` : sql``}
    order by p.family_name collate "en-x-icu", p.given_name collate "en-x-icu", p.id
    limit ${PAGE + 1} offset ${(asked.page - 1) * PAGE}`.execute(scope.tx);
  const ids = found.rows.slice(0, PAGE).map((row) => row.id);
  const [files, facts] = await Promise.all([filesOf(scope, ids), familiesOf(scope, ids)]);
  return {
    rows: ids.flatMap((id) => {
      const file = files.get(id);
      return file ? [{ file, facts: facts.get(id) ?? null }] : [];
    }),
    more: found.rows.length > PAGE,
  };
};
