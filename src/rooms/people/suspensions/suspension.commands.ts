import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf, isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { maySuspend } from '../people.policy.ts';

const ONESELF = 'Nobody decides this about themselves. Ask a colleague who may.';

/** Writes down and announces that somebody was suspended: for whoever has put the row there by a way of their own. */
export const suspensionBegun = async (
  scope: Scope,
  { accountId, centreId }: { readonly accountId: string; readonly centreId: string },
): Promise<void> => {
  await scope.audit('people.suspended', { kind: 'account', id: accountId, centreId });
  await scope.enqueue('people.suspension_changed', { accountId });
};

/**
 * From the next request on somebody of the team holds no role and meets no families; why is not written here, it lies
 * in a concern. For a volunteer manager, coordinator or service lead of the centre, and the house; NotFound for anybody
 * else. Suspending twice changes nothing. Refuses oneself. Announces `people.suspension_changed`.
 */
export const suspendAccount = async (
  scope: Scope,
  { accountId, centreId }: { readonly accountId: string; readonly centreId: string },
): Promise<void> => {
  const { tx, actor, now } = scope;
  if (accountOf(actor) === accountId) throw new Refusal(ONESELF);
  if (!isSystem(actor) && !maySuspend(actor, centreId)) throw new NotFound('account');
  const made = await tx
    .insertInto('people.suspensions')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      centre_id: centreId,
      account_id: accountId,
      from_at: now.toString(),
      by_account: accountOf(actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) await suspensionBegun(scope, { accountId, centreId });
};

/**
 * Somebody may meet families again, as far as everything else about them stands. For the same people, never about
 * oneself; NotFound when it has ended already. Announces `people.suspension_changed`.
 */
export const endSuspension = async (scope: Scope, suspensionId: string): Promise<void> => {
  const { tx, actor, now } = scope;
  const there = await tx
    .selectFrom('people.suspensions')
    .select(['account_id', 'centre_id', 'version'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', suspensionId)
    .where('until_at', 'is', null)
    .executeTakeFirst();
  if (!there) throw new NotFound('suspension');
  if (there.account_id === accountOf(actor)) throw new Refusal(ONESELF);
  const done = await tx
    .updateTable('people.suspensions')
    .set({ until_at: now.toString(), ended_by: accountOf(actor), version: there.version + 1 })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', suspensionId)
    .where('until_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new NotFound('suspension');
  await scope.audit('people.suspension_ended', {
    kind: 'account',
    id: there.account_id,
    centreId: there.centre_id,
  });
  await scope.enqueue('people.suspension_changed', { accountId: there.account_id });
};
