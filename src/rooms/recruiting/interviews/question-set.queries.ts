import type { Scope } from '#platform/db/as-actor.ts';
import type { QuestionSetContent } from './question-set.shape.ts';

export interface QuestionSet {
  readonly id: string;
  readonly version: number;
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string | null;
  readonly content: QuestionSetContent;
}

const sets = ({ tx, actor }: Scope) =>
  tx
    .selectFrom('recruiting.question_sets')
    .select(['id', 'version', 'made_at', 'made_by', 'content'])
    .where('organisation_id', '=', actor.organisationId);

const fromRow = (row: Awaited<ReturnType<ReturnType<typeof sets>['execute']>>[number]): QuestionSet => ({
  id: row.id,
  version: row.version,
  madeAt: Temporal.Instant.from(row.made_at),
  madeBy: row.made_by,
  content: row.content as unknown as QuestionSetContent,
});

/** The questions interviews are arranged with now; null when an organisation has none yet. */
export const currentQuestionSet = async (scope: Scope): Promise<QuestionSet | null> => {
  const row = await sets(scope)
    .where('code', '=', 'values')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
};

/** The questions an interview was arranged with. */
export const questionSetOf = async (scope: Scope, id: string): Promise<QuestionSet | null> => {
  const row = await sets(scope).where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
};
