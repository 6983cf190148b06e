import type pg from 'pg';
import { newId } from '#kernel/ids.ts';
import type { Role } from '../db/actor.ts';
import type { Gateway } from '../db/as-actor.ts';
import { queueInvitation } from './letters.ts';
import { welcome } from './paths.ts';
import { hashForPassword, makeInvitation, removeSignIn, writeSignIns } from './sign-ins.ts';

export interface Opening {
  readonly gateway: Gateway;
  /** As kith_sign_in. */
  readonly signInPool: pg.Pool;
  readonly now: Temporal.Instant;
  readonly organisationId: string;
}

/** Somebody whose file exists and who shall be able to sign in. */
export interface NewAccount {
  /** Made here unless given. */
  readonly accountId?: string;
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  /** From `hashForPassword`, made once for many; without it they come by link or invitation. */
  readonly passwordHash?: string;
  /** No centre: at every centre of the organisation. */
  readonly roles: readonly { readonly role: Role; readonly centreId: string | null }[];
  /** A demonstration account skips the second step. */
  readonly demo?: boolean;
}

/**
 * Opens accounts: sign-in, account and roles, in the order given. Returns the account ids in that order.
 * The sign-ins are another login's tables and so another transaction: when the second half fails the first is taken back.
 * Raises AddressTaken when an address is in use, and whatever the database says of a person who is not there.
 */
export const createAccounts = async (
  { gateway, signInPool, now, organisationId }: Opening,
  accounts: readonly NewAccount[],
): Promise<readonly string[]> => {
  const named = accounts.map((each) => ({ ...each, accountId: each.accountId ?? newId() }));
  if (named.length === 0) return [];
  await writeSignIns(
    signInPool,
    named.map(({ accountId, email, name, passwordHash }) => ({
      accountId,
      email,
      name,
      ...(passwordHash !== undefined && { passwordHash }),
    })),
    now,
  );
  try {
    await gateway({ kind: 'system', organisationId, why: 'open accounts' }, now, async ({ tx, audit }) => {
      await tx
        .insertInto('people.accounts')
        .values(
          named.map((each) => ({
            organisation_id: organisationId,
            id: each.accountId,
            person_id: each.personId,
            demo: each.demo ?? false,
            made_at: now.toString(),
          })),
        )
        .execute();
      const roles = named.flatMap((each) =>
        each.roles.map(({ role, centreId }) => ({
          organisation_id: organisationId,
          id: newId(),
          account_id: each.accountId,
          role,
          centre_id: centreId,
          given_at: now.toString(),
        })),
      );
      if (roles.length > 0) await tx.insertInto('people.roles').values(roles).execute();
      for (const each of named) await audit('account.opened', { kind: 'account', id: each.accountId });
    });
  } catch (error) {
    for (const each of named) await removeSignIn(signInPool, each.accountId);
    throw error;
  }
  return named.map((each) => each.accountId);
};

/** Opens one account; a password in the clear is hashed here. See createAccounts. */
export const createAccount = async (
  opening: Opening,
  account: Omit<NewAccount, 'passwordHash'> & { readonly password?: string },
): Promise<string> => {
  const { password, ...rest } = account;
  const [id] = await createAccounts(opening, [
    { ...rest, ...(password !== undefined && { passwordHash: await hashForPassword(password) }) },
  ]);
  return id ?? '';
};

/**
 * Sends somebody an e-mail with a link to choose a password, once their account is open. Returns the link, which
 * also works when told by hand.
 */
export const inviteToSignIn = async (
  { gateway, signInPool, now, organisationId }: Opening,
  invited: {
    readonly accountId: string;
    readonly email: string;
    readonly name: string;
    readonly organisation: string;
    readonly origin: string;
  },
): Promise<string> => {
  const token = await makeInvitation(signInPool, invited.accountId, now);
  const url = `${invited.origin}${welcome({ token })}`;
  await gateway({ kind: 'system', organisationId, why: 'invite to sign in' }, now, async (scope) => {
    await queueInvitation(scope, {
      address: invited.email,
      url,
      name: invited.name,
      organisation: invited.organisation,
      once: newId(),
    });
    await scope.audit('account.invited', { kind: 'account', id: invited.accountId });
  });
  return url;
};
