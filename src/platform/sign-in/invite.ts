import { newId } from '#kernel/ids.ts';
import type { Scope } from '../db/as-actor.ts';

/**
 * Leaves the errand that gives somebody their sign-in and sends them the link: in the transaction that decides it,
 * so that nobody is invited whose file was not kept. For a parent it opens the account too. `origin` is where the
 * link leads. A second call before the first was done changes nothing.
 */
export const leaveInvitation = (
  scope: Scope,
  { personId, origin }: { readonly personId: string; readonly origin: string },
): Promise<void> =>
  scope.enqueue('sign_in.invite', { personId, origin, once: newId() }, { key: `sign_in.invite:${personId}` });

/** Leaves the errand that takes a closed account's sign-in away, and frees its address. */
export const leaveClosing = (scope: Scope, accountId: string): Promise<void> =>
  scope.enqueue('sign_in.close', { accountId }, { key: `sign_in.close:${accountId}` });
