import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { syllabus } from '../syllabus/syllabus.queries.ts';
import type { Cohort } from './cohort.queries.ts';
import { missingBefore } from './cohort.rules.ts';
import type { Candidate } from './places.pages.tsx';

const momentOrNull = (value: string | null) => (value === null ? null : Temporal.Instant.from(value));

/** Who at the centre of a cohort could take a place, by name, with what comes first for those who may not yet. */
export const candidatesFor = async (
  scope: Scope,
  cohort: Cohort,
  already: readonly string[],
): Promise<readonly Candidate[]> => {
  const from = await syllabus(scope, cohort.syllabusId);
  const { rows } = await sql<{
    id: string;
    name: string;
    steps: readonly { code: string; doneAt: string | null; waivedAt: string | null }[] | null;
    live: boolean;
    trained: boolean;
  }>`
    select p.id, trim(p.given_name || ' ' || p.family_name) as name, a.id is not null as live,
      exists (select from training.awards w where w.organisation_id = p.organisation_id and w.applicant_id = p.id
        and w.kind = 'level' and w.withdrawn_at is null) as trained,
      (select json_agg(json_build_object('code', s.code, 'doneAt', s.done_at, 'waivedAt', s.waived_at))
        from recruiting.steps s where s.organisation_id = p.organisation_id and s.application_id = a.id) as steps
    from recruiting.applicants p
    left join recruiting.applications a on a.organisation_id = p.organisation_id and a.applicant_id = p.id
      and a.withdrawn_at is null and a.declined_at is null and a.welcomed_at is null
    where p.organisation_id = ${scope.actor.organisationId} and p.centre_id = ${cohort.centreId}
      and (p.person_id is not null or (a.id is not null and a.paused_at is null))
      and p.id <> all (${[...already]}::uuid[])
    order by p.given_name, p.family_name, p.id limit 300`.execute(scope.tx);
  return rows
    .map((row) => ({
      applicantId: row.id,
      name: row.name,
      trained: row.trained,
      missing: missingBefore(
        from?.content.rules.enrolAfter ?? [],
        row.live
          ? {
              state: 'live',
              steps: (row.steps ?? []).map(({ code, doneAt, waivedAt }) => ({
                code,
                doneAt: momentOrNull(doneAt),
                waivedAt: momentOrNull(waivedAt),
              })),
            }
          : null,
      ),
    }))
    .toSorted(
      (one, other) =>
        Number(one.trained) - Number(other.trained) || one.missing.length - other.missing.length,
    );
};
