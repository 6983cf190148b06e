import { dateAt } from '#kernel/dates.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { giveProof } from '../proofs/proof.commands.ts';
import { pauseApplication } from '../route/ends.commands.ts';
import { lockedApplication, passMove, stepDone } from '../route/steps.commands.ts';
import { tellApplicant } from '../route/tell.ts';
import { unscored } from './agreement.rules.ts';
import { interviewOpen } from './interview.commands.ts';
import { bothScored, interviewOf } from './interview.queries.ts';
import { questionSetOf } from './question-set.queries.ts';
import type { Scores } from './question-set.shape.ts';
import type { Decision } from './way.rules.ts';

export interface Decided {
  readonly interviewId: string;
  readonly agreed: Scores;
  readonly decision: Decision;
  readonly reasons: string;
  /** For the applicant, in words that can be sent. */
  readonly feedback: string;
  /** With “not now”: until when the application rests; null for as long as it takes. */
  readonly until: Temporal.PlainDate | null;
  readonly version: number;
}

/**
 * What the two agreed, written down by one who recruits. Yes is a proof and ends the step; not now sends the feedback and
 * lets the application rest; after a no the decline is said on its own page, with its letter. Raises NotFound, StaleEdit,
 * and Refusal where one of the two has not scored or a question is not agreed.
 */
export const decideInterview = async (scope: Scope, decided: Decided): Promise<void> => {
  const { tx, actor, now } = scope;
  const by = accountOf(actor);
  const interview = await interviewOf(scope, decided.interviewId);
  if (!interview || by === null) throw new NotFound('interview');
  const application = await lockedApplication(scope, interview.applicationId);
  if (interview.closedAt || interview.cancelledAt) throw new Refusal('This interview is decided already.');
  if (!interviewOpen(application))
    throw new Refusal('This application is not going on, so nothing was decided.');
  if (decided.version !== interview.version) throw new StaleEdit('this interview');
  if (!(await bothScored(scope, interview.id)))
    throw new Refusal('Both of the two score first. Then you decide together.');
  const set = await questionSetOf(scope, interview.questionSetId);
  const [left] = unscored(set?.content.questions ?? [], decided.agreed);
  if (left) throw new Refusal(`Agree a score for “${left.value}”.`, `agreed_${left.code}`);
  if (decided.decision === 'not_now' && decided.feedback === '')
    throw new Refusal('Write a few words for the applicant: why not now, and what would help.', 'feedback');
  await tx
    .insertInto('recruiting.interview_outcomes')
    .values({
      organisation_id: actor.organisationId,
      interview_id: interview.id,
      centre_id: interview.centreId,
      applicant_id: interview.applicantId,
      decision: decided.decision,
      reasons: decided.reasons,
      agreed: JSON.stringify(decided.agreed),
      feedback: decided.feedback,
      decided_by: by,
      decided_at: now.toString(),
    })
    .execute();
  await tx
    .updateTable('recruiting.interviews')
    .set({ closed_at: now.toString(), version: interview.version + 1 })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', interview.id)
    .execute();
  await scope.audit('recruiting.interview_decided', {
    kind: 'interview',
    id: interview.id,
    centreId: interview.centreId,
  });
  // The feedback after a no goes with the letter that says so.
  if (decided.decision !== 'no' && decided.feedback !== '')
    await tellApplicant(scope, application, {
      template: decided.decision === 'yes' ? 'interview_yes' : 'interview_not_now',
      details: { feedback: decided.feedback },
      once: `interview_decided:${interview.id}`,
    });
  const step = { applicationId: application.id, code: 'interview' } as const;
  if (decided.decision !== 'yes') await passMove(scope, { ...step, mover: 'us' });
  if (decided.decision === 'not_now' && application.state !== 'paused')
    await pauseApplication(scope, {
      applicationId: application.id,
      until: decided.until,
      why: 'After the interview: not now.',
    });
  if (decided.decision !== 'yes') return;
  const heldOn = dateAt(interview.startsAt, application.zone);
  const today = dateAt(now, application.zone);
  await giveProof(scope, {
    applicantId: interview.applicantId,
    centreId: interview.centreId,
    code: 'interview',
    earnedOn: Temporal.PlainDate.compare(heldOn, today) > 0 ? today : heldOn,
    expiresOn: null,
    fromId: interview.id,
  });
  await stepDone(scope, step);
};
