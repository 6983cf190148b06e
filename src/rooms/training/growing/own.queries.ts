import type { Scope } from '#platform/db/as-actor.ts';
import type { OwnKind } from './record.rules.ts';

/** Something somebody wrote into their own learning record. */
export interface OwnLearning {
  readonly id: string;
  readonly applicantId: string;
  readonly centreId: string;
  readonly kind: OwnKind;
  readonly title: string;
  readonly whereFrom: string;
  readonly on: Temporal.PlainDate;
  readonly took: string;
  readonly shared: boolean;
  readonly version: number;
}

const rowsOf = (scope: Scope) =>
  scope.tx
    .selectFrom('training.own_learning')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId);

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

const ownOf = (row: Row): OwnLearning => ({
  id: row.id,
  applicantId: row.applicant_id,
  centreId: row.centre_id,
  kind: row.kind as OwnKind,
  title: row.title,
  whereFrom: row.where_from,
  on: Temporal.PlainDate.from(row.done_on),
  took: row.took,
  shared: row.shared_at !== null,
  version: row.version,
});

/** What somebody wrote into their own record, the newest first: all of it for themselves, for others what they shared. */
export const ownLearningOf = async (scope: Scope, applicantId: string): Promise<readonly OwnLearning[]> =>
  (
    await rowsOf(scope)
      .where('applicant_id', '=', applicantId)
      .orderBy('done_on', 'desc')
      .orderBy('id', 'desc')
      .limit(500)
      .execute()
  ).map(ownOf);

/** One of them, or null when the actor may not read it. */
export const ownLearningById = async (scope: Scope, id: string): Promise<OwnLearning | null> => {
  const row = await rowsOf(scope).where('id', '=', id).executeTakeFirst();
  return row ? ownOf(row) : null;
};
