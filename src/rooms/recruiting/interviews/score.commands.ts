import { sql } from 'kysely';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { unscored } from './agreement.rules.ts';
import { interviewOf, scoresOf } from './interview.queries.ts';
import { questionSetOf } from './question-set.queries.ts';
import type { Question, Score } from './question-set.shape.ts';

const ownInterview = async (scope: Scope, interviewId: string) => {
  const account = accountOf(scope.actor);
  const interview = await interviewOf(scope, interviewId);
  if (account === null || !interview?.panel.includes(account)) throw new NotFound('interview');
  if (interview.cancelledAt || interview.closedAt)
    throw new Refusal('This interview is over, so nothing was changed.');
  return { account, interview };
};

export interface Noted {
  readonly interviewId: string;
  readonly code: string;
  /** Null: not scored yet; the words are kept all the same. */
  readonly score: Score | null;
  readonly words: string;
}

/**
 * Keeps one interviewer's score and notes on one question; the other questions stay as they are. Raises NotFound for
 * anybody who is not one of the two, and Refusal once they have finished.
 */
export const noteScore = async (scope: Scope, { interviewId, code, score, words }: Noted): Promise<void> => {
  const { account, interview } = await ownInterview(scope, interviewId);
  const set = await questionSetOf(scope, interview.questionSetId);
  if (!set?.content.questions.some((question) => question.code === code)) throw new NotFound('question');
  const own = (await scoresOf(scope, interviewId)).find(({ accountId }) => accountId === account);
  if (own?.doneAt)
    throw new Refusal('You have finished scoring this interview. Your scores stay as they are.');
  const scored = JSON.stringify(score === null ? {} : { [code]: score });
  const noted = JSON.stringify({ [code]: words });
  // Both windows of one interviewer may be the first to write.
  await scope.tx
    .insertInto('recruiting.interview_scores')
    .values({
      organisation_id: scope.actor.organisationId,
      interview_id: interviewId,
      account_id: account,
      centre_id: interview.centreId,
      applicant_id: interview.applicantId,
      scores: scored,
      words: noted,
      changed_at: scope.now.toString(),
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'interview_id', 'account_id']).doUpdateSet({
        scores: sql`(interview_scores.scores - ${code}::text) || excluded.scores`,
        words: sql`interview_scores.words || excluded.words`,
        changed_at: scope.now.toString(),
        version: sql`interview_scores.version + 1`,
      }),
    )
    .execute();
};

/**
 * One of the two has finished. From here on their scores do not change, and when both have, each sees the other's.
 * Answers the questions still without a score by raising a Refusal that names them. Raises NotFound.
 */
export const finishScoring = async (scope: Scope, interviewId: string): Promise<void> => {
  const { account, interview } = await ownInterview(scope, interviewId);
  const set = await questionSetOf(scope, interview.questionSetId);
  const own = (await scoresOf(scope, interviewId)).find(({ accountId }) => accountId === account);
  if (own?.doneAt) return;
  const questions: readonly Question[] = set?.content.questions ?? [];
  const left = unscored(questions, own?.scores ?? {});
  if (left.length > 0 || questions.length === 0)
    throw new Refusal(
      `Give a score for each question first. Still open: ${left.map(({ value }) => value).join(', ')}.`,
    );
  await scope.tx
    .updateTable('recruiting.interview_scores')
    .set({ done_at: scope.now.toString(), changed_at: scope.now.toString() })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('interview_id', '=', interviewId)
    .where('account_id', '=', account)
    .execute();
  await scope.audit('recruiting.interview_scored', {
    kind: 'interview',
    id: interviewId,
    centreId: interview.centreId,
  });
  // Whose move it is in the route is not a practitioner's to write: the house does it, once both are there.
  await scope.enqueue('recruiting.scores_done', { interviewId });
};
