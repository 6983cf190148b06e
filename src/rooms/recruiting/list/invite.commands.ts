import { NotFound, Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { mayRecruit } from '../recruiting.policy.ts';
import { applicationOf } from '../route/application.queries.ts';
import { tellApplicant } from '../route/tell.ts';
import { inviteCode } from './invite.messages.ts';
import { inPipeline } from './pipeline.queries.ts';
import { type Invite, leftOutOf } from './pipeline.rules.ts';

export interface Invited {
  readonly sent: number;
  /** Neither an e-mail address nor a phone that may be texted: somebody has to ring. */
  readonly unreachable: number;
  /** Not asked, because it does not fit where they are. */
  readonly leftOut: number;
}

/**
 * Writes one letter each to several applicants, with their own link. Whoever it does not fit, or who cannot be reached,
 * is left out and counted. The same letter to the same person goes once a day. Raises NotFound for somebody who does not
 * recruit, and a Refusal where nobody would get one.
 */
export const inviteSeveral = async (
  scope: Scope,
  {
    applicationIds,
    invite,
    words,
    today,
  }: {
    readonly applicationIds: readonly string[];
    readonly invite: Invite;
    /** A line of the sender's own, in the letter. */
    readonly words: string;
    readonly today: Temporal.PlainDate;
  },
): Promise<Invited> => {
  const rows = await inPipeline(scope, applicationIds);
  if (rows.length === 0) throw new NotFound('application');
  if (rows.some(({ centreId }) => !mayRecruit(scope.actor, centreId))) throw new NotFound('application');
  const suited = rows.filter((row) => leftOutOf(invite, row, today) === null);
  if (suited.length === 0)
    throw new Refusal('This does not fit where any of them is just now. Choose another letter.', 'invite');
  let sent = 0;
  for (const { applicationId } of suited) {
    const application = await applicationOf(scope, applicationId);
    if (!application) continue;
    const told = await tellApplicant(scope, application, {
      template: inviteCode(invite),
      details: words === '' ? {} : { words },
      once: `recruiting.invite:${invite}:${applicationId}:${today}`,
    });
    if (!told) continue;
    sent += 1;
    await scope.audit('recruiting.invited', {
      kind: 'application',
      id: applicationId,
      centreId: application.centreId,
    });
  }
  if (sent === 0)
    throw new Refusal('None of them has an e-mail address or a phone that may be texted. Please ring them.');
  return { sent, unreachable: suited.length - sent, leftOut: rows.length - suited.length };
};
