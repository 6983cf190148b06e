import { Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { heardFrom } from '../route/heard.commands.ts';
import { lockedApplication, stepDone } from '../route/steps.commands.ts';
import { assertGoesOn } from './mine.rules.ts';

/** The applicant says yes to what was offered. Said already changes nothing. Raises NotFound, and Refusal without an offer. */
export const acceptOffer = async (scope: Scope, applicationId: string): Promise<void> => {
  const application = await lockedApplication(scope, applicationId);
  if (application.acceptedAt) return;
  assertGoesOn(application.state);
  if (!application.offeredAt) throw new Refusal('Nothing has been offered yet. It is our move.');
  await stepDone(scope, { applicationId, code: 'offer' });
  await heardFrom(scope, applicationId);
};
