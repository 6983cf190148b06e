import type { Scope } from '#platform/db/as-actor.ts';
import { FINDING_CODES, type FindingCode } from './finding.rules.ts';

/** Something impossible that stands now. */
export interface Finding {
  readonly id: string;
  readonly code: FindingCode;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly centreId: string | null;
  readonly centre: string;
  readonly since: Temporal.Instant;
}

const MOST = 200;

/** What stands now, the longest first; 200 at most. Only for those whom the database lets see it. */
export const findingsNow = async (scope: Scope): Promise<readonly Finding[]> => {
  const rows = await scope.tx
    .selectFrom('platform.findings as f')
    .leftJoin('people.centres as c', (join) =>
      join.onRef('c.organisation_id', '=', 'f.organisation_id').onRef('c.id', '=', 'f.centre_id'),
    )
    .where('f.organisation_id', '=', scope.actor.organisationId)
    .where('f.gone_at', 'is', null)
    .orderBy('f.first_seen_at')
    .limit(MOST)
    .select(['f.id', 'f.code', 'f.subject_kind', 'f.subject_id', 'f.centre_id', 'f.first_seen_at', 'c.name'])
    .execute();
  return rows.flatMap((row) => {
    const code = FINDING_CODES.find((each) => each === row.code);
    return code
      ? [
          {
            id: row.id,
            code,
            subjectKind: row.subject_kind,
            subjectId: row.subject_id,
            centreId: row.centre_id,
            centre: row.name ?? '',
            since: Temporal.Instant.from(row.first_seen_at),
          },
        ]
      : [];
  });
};

/** How many impossible things stand now. */
export const findingsStanding = async (scope: Scope): Promise<number> => {
  const row = await scope.tx
    .selectFrom('platform.findings')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('gone_at', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
};
