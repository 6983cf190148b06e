import type { Scope } from '#platform/db/as-actor.ts';
import { giveProof, withdrawProof } from '../proofs/proof.commands.ts';
import { applicationOf } from '../route/application.queries.ts';
import { isOver } from '../route/application.rules.ts';
import { stepDone } from '../route/steps.commands.ts';
import { checksOf } from './check.queries.ts';
import type { CheckFacts } from './check.rules.ts';
import { levelNumber } from './eligibility.rules.ts';

/** The step of the check is done, where an application goes on and the step is open. */
export const endCheckStep = async (scope: Scope, applicationId: string | null): Promise<void> => {
  const application = applicationId ? await applicationOf(scope, applicationId) : null;
  const step = application?.steps.find((each) => each.code === 'check');
  if (application && step && !isOver(step))
    await stepDone(scope, { applicationId: application.id, code: 'check' });
};

/** Somebody is cleared by a certificate, from a day until its renewal: readiness counts it, and the step is done. */
export const clear = async (
  scope: Scope,
  check: CheckFacts,
  from: Temporal.PlainDate,
  liveApplicationId: string | null,
): Promise<void> => {
  const level = levelNumber(check);
  if (level === 0 || !check.renewByOn) return;
  await giveProof(scope, {
    applicantId: check.applicantId,
    centreId: check.centreId,
    code: 'clearance',
    earnedOn: from,
    expiresOn: check.renewByOn,
    level,
    fromId: check.id,
  });
  await endCheckStep(scope, liveApplicationId);
};

/** Nothing that came from this check holds any longer: neither the certificate nor a look at the Update Service. */
export const unclear = async (scope: Scope, check: CheckFacts, why: string): Promise<void> => {
  for (const fromId of [check.id, ...check.looks.map((look) => look.id)])
    await withdrawProof(scope, { applicantId: check.applicantId, code: 'clearance', fromId, why });
};

/**
 * What is known now makes certificates of before worthless too: this check and every earlier one of the same person
 * count no longer. A certificate that came later is not touched.
 */
export const unclearUntil = async (scope: Scope, check: CheckFacts, why: string): Promise<void> => {
  for (const each of await checksOf(scope, [check.applicantId]))
    if (each.issuedOn && check.issuedOn && Temporal.PlainDate.compare(each.issuedOn, check.issuedOn) <= 0)
      await unclear(scope, each, why);
};
