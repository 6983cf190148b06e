import type { Scope } from '#platform/db/as-actor.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { concernPath, receiptPath } from '../paths.ts';
import { filesOfAccounts } from './owner.queries.ts';

interface Telling {
  readonly concernId: string;
  readonly centreId: string;
  /** What makes this telling different from the one before it: 'owner', 'deputy', 'last', 'remind 3'. */
  readonly step: string;
  /** Where links lead, such as https://kith.example.org; without it the message says to sign in. */
  readonly origin: string | null;
  /** A time as people say it. */
  readonly readBy: string | null;
}

/**
 * Tells people that a concern waits for them, by e-mail and by SMS, at once and with nothing of the concern in it.
 */
export const tellOf = async (
  scope: Scope,
  accountIds: readonly string[],
  telling: Telling,
): Promise<void> => {
  const files = await filesOfAccounts(scope, accountIds);
  for (const accountId of accountIds) {
    const personId = files.get(accountId);
    if (!personId) continue;
    for (const channel of ['email', 'sms'] as const)
      await queueMessage(scope, {
        template: 'concern_waiting',
        about: 'safety',
        channel,
        to: { personId },
        centreId: telling.centreId,
        details: {
          ...(telling.origin && {
            link: `${telling.origin}${concernPath({ concernId: telling.concernId })}`,
          }),
          ...(telling.readBy && { read_by: telling.readBy }),
        },
        once: `concern:${telling.concernId}:${telling.step}:${accountId}:${channel}`,
      });
  }
};

/** Tells whoever raised a concern that it was taken on; what was written to them stays on their receipt. */
export const tellReporter = async (
  scope: Scope,
  concern: {
    readonly id: string;
    readonly centreId: string;
    readonly raisedBy: string;
    readonly origin: string | null;
  },
): Promise<void> => {
  const personId = (await filesOfAccounts(scope, [concern.raisedBy])).get(concern.raisedBy);
  if (!personId) return;
  await queueMessage(scope, {
    template: 'concern_taken_on',
    about: 'safety',
    channel: 'email',
    to: { personId },
    centreId: concern.centreId,
    details: concern.origin ? { link: `${concern.origin}${receiptPath({ concernId: concern.id })}` } : {},
    once: `concern_taken_on:${concern.id}`,
  });
};
