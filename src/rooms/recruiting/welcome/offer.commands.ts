import { Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { assertMove, isOver } from '../route/application.rules.ts';
import { NO_DECLINE } from '../route/ends.commands.ts';
import { heardFrom } from '../route/heard.commands.ts';
import { lockedApplication, passMove, stepDone } from '../route/steps.commands.ts';
import { tellApplicant } from '../route/tell.ts';

/**
 * Offers somebody the role, with a few words of one's own; the letter leaves with it and the move is theirs. Answers
 * whether a letter could leave. Raises NotFound, and Refusal while a step before it still goes on or once it was made.
 */
export const makeOffer = async (
  scope: Scope,
  { applicationId, words }: { readonly applicationId: string; readonly words: string },
): Promise<boolean> => {
  const application = await lockedApplication(scope, applicationId);
  const { route, name } = application.profile.content;
  if (!application.steps.some((step) => step.code === 'offer')) {
    const left = route
      .filter((step) => step.code !== 'offer' && step.code !== 'induction')
      .filter((step) => !application.steps.some((each) => each.code === step.code && isOver(each)))
      .map((step) => step.name);
    throw new Refusal(`Before an offer these steps end: ${left.join(', ')}.`);
  }
  assertMove('offer', application);
  await scope.tx
    .updateTable('recruiting.applications')
    .set({ offered_at: scope.now.toString(), version: application.version + 1, ...NO_DECLINE })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', applicationId)
    .execute();
  await passMove(scope, { applicationId, code: 'offer', mover: 'applicant' });
  await scope.audit('recruiting.offer_made', {
    kind: 'application',
    id: applicationId,
    centreId: application.centreId,
  });
  return tellApplicant(scope, application, {
    template: 'recruiting_offer',
    details: { next: `${name}, ${application.centreName}`, words },
    once: `recruiting_offer:${applicationId}`,
  });
};

/** Writes down a yes that was said by phone or face to face; the induction opens. Refuses before there is an offer. */
export const acceptOffer = async (scope: Scope, applicationId: string): Promise<void> => {
  await stepDone(scope, { applicationId, code: 'offer' });
  await heardFrom(scope, applicationId);
};
