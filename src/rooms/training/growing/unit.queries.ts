import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';

/** The titles of the units of training by their codes, in their order, each as the newest syllabus calls it. */
export const unitNames = async (scope: Scope): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ code: string; title: string; number: number }>`
    select distinct on (u ->> 'code') u ->> 'code' as code, u ->> 'title' as title, (u ->> 'number')::integer as number
    from training.syllabi s, jsonb_array_elements(s.content -> 'units') u
    where s.organisation_id = ${scope.actor.organisationId}
    order by u ->> 'code', s.version desc`.execute(scope.tx);
  return new Map(
    rows
      .toSorted((one, other) => one.number - other.number)
      .map(({ code, title, number }) => [code, `Unit ${number}: ${title}`]),
  );
};
