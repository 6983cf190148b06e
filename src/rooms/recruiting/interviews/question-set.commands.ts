import { newId } from '#kernel/ids.ts';
import { Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { firstQuestions } from './content/first-questions.ts';
import { currentQuestionSet } from './question-set.queries.ts';
import { type QuestionSetContent, questionSetContent } from './question-set.shape.ts';

const insert = (scope: Scope, version: number, content: QuestionSetContent) =>
  scope.tx
    .insertInto('recruiting.question_sets')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      code: 'values',
      version,
      content: JSON.stringify(content),
      made_by: accountOf(scope.actor),
      made_at: scope.now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();

/** Gives an organisation the interview questions that Kith brings; what is there stays. */
export const loadQuestionSets = async (scope: Scope): Promise<void> => {
  await insert(scope, 1, firstQuestions);
};

/**
 * A new version of the questions, for interviews arranged from now on. `version` is the one that was changed: StaleEdit
 * when somebody made another meanwhile. Raises Refusal where two questions have the same code.
 */
export const changeQuestionSet = async (
  scope: Scope,
  { version, content }: { readonly version: number; readonly content: QuestionSetContent },
): Promise<void> => {
  const sound = questionSetContent.parse(content);
  const codes = new Set(sound.questions.map(({ code }) => code));
  if (codes.size !== sound.questions.length)
    throw new Refusal('Two questions ask about the same value. Give one of them another name.');
  const current = await currentQuestionSet(scope);
  if ((current?.version ?? 0) !== version) throw new StaleEdit('the questions');
  const made = await insert(scope, version + 1, sound);
  if (made.numInsertedOrUpdatedRows !== 1n) throw new StaleEdit('the questions');
  await scope.audit('recruiting.question_set_changed', { kind: 'question_set', id: null });
};
