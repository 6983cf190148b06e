import type { Scope } from '#platform/db/as-actor.ts';

/** A course somebody did elsewhere, as they told us. */
export interface Outside {
  readonly id: string;
  readonly applicantId: string;
  readonly centreId: string;
  readonly provider: string;
  readonly title: string;
  readonly doneOn: Temporal.PlainDate;
  readonly number: string;
  readonly toldAt: Temporal.Instant;
  /** Null: it waits to be checked. */
  readonly accepted: boolean | null;
  readonly wordsToThem: string;
}

const rowsOf = (scope: Scope) =>
  scope.tx
    .selectFrom('training.outside_courses as o')
    .selectAll('o')
    .where('o.organisation_id', '=', scope.actor.organisationId);

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

const outsideOf = (row: Row): Outside => ({
  id: row.id,
  applicantId: row.applicant_id,
  centreId: row.centre_id,
  provider: row.provider,
  title: row.title,
  doneOn: Temporal.PlainDate.from(row.done_on),
  number: row.number,
  toldAt: Temporal.Instant.from(row.told_at),
  accepted: row.accepted,
  wordsToThem: row.words_to_them,
});

/** The last course elsewhere that somebody told us of, whatever became of it. */
export const lastOutside = async (scope: Scope, applicantId: string): Promise<Outside | null> => {
  const row = await rowsOf(scope)
    .where('o.applicant_id', '=', applicantId)
    .orderBy('o.told_at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? outsideOf(row) : null;
};

/** One with the name of whose it is, for those who check. */
export interface OutsideToCheck extends Outside {
  readonly name: string;
}

const withNames = (scope: Scope) =>
  rowsOf(scope)
    .innerJoin('recruiting.applicants as a', (join) =>
      join.onRef('a.organisation_id', '=', 'o.organisation_id').onRef('a.id', '=', 'o.applicant_id'),
    )
    .select(['a.given_name', 'a.family_name']);

const named = (row: Row & { readonly given_name: string; readonly family_name: string }): OutsideToCheck => ({
  ...outsideOf(row),
  name: `${row.given_name} ${row.family_name}`.trim(),
});

/** The courses done elsewhere that wait to be checked at these centres, the longest waiting first. */
export const outsideCoursesToCheck = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly OutsideToCheck[]> => {
  if (centreIds.length === 0) return [];
  const rows = await withNames(scope)
    .where('o.centre_id', 'in', [...centreIds])
    .where('o.decided_at', 'is', null)
    .orderBy('o.told_at')
    .orderBy('o.id')
    .limit(200)
    .execute();
  return rows.map(named);
};

/** One course done elsewhere, or null. */
export const outsideById = async (scope: Scope, id: string): Promise<OutsideToCheck | null> => {
  const row = await withNames(scope).where('o.id', '=', id).executeTakeFirst();
  return row ? named(row) : null;
};
