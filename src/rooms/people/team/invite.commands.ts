import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf, type Role } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { leaveClosing, leaveInvitation } from '#platform/sign-in/invite.ts';
import { openFile } from '../files/files.commands.ts';
import { BY_THE_ROUTE, givenByHand, mayCloseAccount, mayGiveRoles, mayKeepHouse } from '../people.policy.ts';
import { giveRole, openAccount } from './team.commands.ts';
import { team } from './team.queries.ts';

const TAKEN = 'Somebody already signs in with this e-mail address. Each person needs one of their own.';

/** Whether somebody signs in with this address already; always no for whoever may not invite. */
export const addressTaken = async (scope: Scope, email: string): Promise<boolean> => {
  const { rows } = await sql<{ taken: boolean }>`select people.address_taken(${email}) as taken`.execute(
    scope.tx,
  );
  return rows[0]?.taken ?? false;
};

/** Refuses an address that another sign-in has, about the given field. */
export const refuseTakenAddress = async (scope: Scope, email: string, field: string): Promise<void> => {
  if (await addressTaken(scope, email)) throw new Refusal(TAKEN, field);
};

export interface NewMember {
  readonly givenName: string;
  readonly familyName: string;
  /** Where the link goes, and later what concerns their work. */
  readonly email: string;
  readonly centreId: string;
  /** Only a service lead gives roles; from anyone else this must be empty. */
  readonly roles: readonly Role[];
  /** Where the link leads, such as https://kith.example.org. */
  readonly origin: string;
}

/**
 * Takes somebody into the team: their file, their account, the roles at the centre, and the letter with the link. For
 * administrators and service leads. Answers the account's id. Refuses an address in use (`email`), roles from
 * somebody who is no service lead, and the role of a peer supporter (`roles`).
 */
export const inviteMember = async (scope: Scope, member: NewMember): Promise<string> => {
  if (!mayKeepHouse(scope.actor)) throw new NotFound('page');
  if (member.roles.length > 0 && !mayGiveRoles(scope.actor))
    throw new Refusal('A service lead gives the roles. Leave them out; a service lead adds them.', 'roles');
  if (!member.roles.every(givenByHand)) throw new Refusal(BY_THE_ROUTE, 'roles');
  await refuseTakenAddress(scope, member.email, 'email');
  const personId = await openFile(scope, {
    side: 'team',
    centreId: member.centreId,
    givenName: member.givenName,
    familyName: member.familyName,
    contact: { email: member.email, mayEmail: true, neutralOnly: false },
  });
  const accountId = newId();
  await openAccount(scope, { accountId, personId, demo: false });
  for (const role of member.roles) await giveRole(scope, { accountId, role, centreId: member.centreId });
  await leaveInvitation(scope, { personId, origin: member.origin });
  return accountId;
};

const openMember = async (scope: Scope, accountId: string) => {
  const member = (await team(scope)).find((each) => each.accountId === accountId && !each.closed);
  if (!member || !mayKeepHouse(scope.actor)) throw new NotFound('account');
  return member;
};

/** Sends the link once more, to the address they sign in with; the one before stops working. NotFound for a closed account. */
export const inviteAgain = async (
  scope: Scope,
  { accountId, origin }: { readonly accountId: string; readonly origin: string },
): Promise<void> => {
  const { personId } = await openMember(scope, accountId);
  await leaveInvitation(scope, { personId, origin });
  await scope.audit('people.invited_again', { kind: 'account', id: accountId });
};

/**
 * Closes somebody's account: from the next page they open they are out, and their address is free again. What they did
 * stays. Refuses one's own, and a service lead's for anyone but a service lead. NotFound when it is closed already.
 * Announces `people.role_ended`.
 */
export const closeAccount = async (scope: Scope, accountId: string): Promise<void> => {
  const { tx, actor, now } = scope;
  if (accountOf(actor) === accountId)
    throw new Refusal('Nobody closes an account of their own. Ask a colleague who may.');
  const member = await openMember(scope, accountId);
  if (!mayCloseAccount(actor, member))
    throw new Refusal(
      'A service lead closes the account of a service lead, and of somebody who works at another centre.',
    );
  const closed = await tx
    .updateTable('people.accounts')
    .set({ closed_at: now.toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', accountId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (closed.numUpdatedRows === 0n) throw new NotFound('account');
  await leaveClosing(scope, accountId);
  await scope.audit('people.account_closed', { kind: 'account', id: accountId });
  await scope.enqueue('people.role_ended', { accountId });
};
