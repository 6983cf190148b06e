import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf, isSystem, type Role } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { BY_THE_ROUTE, givenByHand } from '../people.policy.ts';

/**
 * Lets somebody sign in: `accountId` is the id of their sign-in, `personId` their file. For the house, an
 * administrator or the service lead.
 */
export const openAccount = async (
  scope: Scope,
  {
    accountId,
    personId,
    demo,
  }: { readonly accountId: string; readonly personId: string; readonly demo: boolean },
): Promise<void> => {
  const { tx, actor, now } = scope;
  await tx
    .insertInto('people.accounts')
    .values({
      organisation_id: actor.organisationId,
      id: accountId,
      person_id: personId,
      demo,
      made_at: now.toString(),
    })
    .execute();
  await scope.audit('people.account_opened', { kind: 'account', id: accountId });
};

/**
 * Gives a role at a centre, or at all of them with `centreId` null. For the house or the service lead, never to
 * oneself; that of a peer supporter the house alone gives, at the end of the route for volunteers. Giving what is held
 * already changes nothing. Refuses otherwise (`role`).
 */
export const giveRole = async (
  scope: Scope,
  {
    accountId,
    role,
    centreId,
  }: { readonly accountId: string; readonly role: Role; readonly centreId: string | null },
): Promise<void> => {
  const { tx, actor, now } = scope;
  if (accountOf(actor) === accountId)
    throw new Refusal('Nobody gives a role to themselves. Ask another service lead.');
  if (!isSystem(actor) && !givenByHand(role)) throw new Refusal(BY_THE_ROUTE, 'role');
  const made = await tx
    .insertInto('people.roles')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      account_id: accountId,
      role,
      centre_id: centreId,
      given_at: now.toString(),
      given_by: accountOf(actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n)
    await scope.audit('people.role_given', { kind: 'account', id: accountId, centreId });
};

/** Ends a role from this moment. For the service lead, never one's own; NotFound when it is not held now. Announces `people.role_ended`. */
export const endRole = async (scope: Scope, roleId: string): Promise<void> => {
  const { tx, actor, now } = scope;
  const held = await tx
    .selectFrom('people.roles')
    .select(['account_id', 'centre_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', roleId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!held) throw new NotFound('role');
  if (held.account_id === accountOf(actor))
    throw new Refusal('Nobody ends a role of their own. Ask another service lead.');
  const done = await tx
    .updateTable('people.roles')
    .set({ ended_at: now.toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', roleId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new NotFound('role');
  await scope.audit('people.role_ended', { kind: 'account', id: held.account_id, centreId: held.centre_id });
  await scope.enqueue('people.role_ended', { accountId: held.account_id });
};
