import { hashPassword } from 'better-auth/crypto';
import type pg from 'pg';
import { hashOfSecret, newId, newSecret } from '#kernel/ids.ts';

/** A sign-in to write: its id is the id of the people.accounts row it belongs to. */
export interface SignIn {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  /** From `hashForPassword`; without it people come by e-mail link or passkey until they choose one. */
  readonly passwordHash?: string;
}

/** A password as it is kept: slow to make on purpose (tens of milliseconds), so make it once for many demo people. */
export const hashForPassword = (password: string): Promise<string> => hashPassword(password);

/** An address as it is kept and compared. */
export const addressOf = (email: string): string => email.trim().toLowerCase();

/** Another sign-in has this address already. */
export class AddressTaken extends Error {
  override readonly name = 'AddressTaken';
  constructor() {
    super('Somebody already signs in with this e-mail address.');
  }
}

const UNIQUE = '23505';

/**
 * Writes sign-ins, many at once. Their addresses count as verified: whoever opens them here was invited by
 * somebody who knows them, and the library would otherwise end a password session at the first e-mail link.
 * Raises AddressTaken, having written none.
 */
export const writeSignIns = async (
  signInPool: pg.Pool | pg.PoolClient,
  signIns: readonly SignIn[],
  now: Temporal.Instant,
): Promise<void> => {
  if (signIns.length === 0) return;
  const withPassword = signIns.filter((each) => each.passwordHash !== undefined);
  try {
    await signInPool.query(
      `with opened as (
         insert into sign_in."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
         select id, name, email, true, $4, $4 from unnest($1::uuid[], $2::text[], $3::text[]) as given (id, name, email)
         returning "id"
       )
       insert into sign_in."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
       select given.id, given.account_id::text, 'credential', opened."id", given.hash, $4, $4
         from unnest($5::uuid[], $6::uuid[], $7::text[]) as given (id, account_id, hash) join opened on opened."id" = given.account_id`,
      [
        signIns.map((each) => each.accountId),
        signIns.map((each) => each.name),
        signIns.map((each) => addressOf(each.email)),
        now.toString(),
        withPassword.map(() => newId()),
        withPassword.map((each) => each.accountId),
        withPassword.map((each) => each.passwordHash ?? ''),
      ],
    );
  } catch (error) {
    if ((error as { code?: unknown }).code === UNIQUE) throw new AddressTaken();
    throw error;
  }
};

/** Writes a sign-in unless this account has one already; true when it was written. Raises AddressTaken. */
export const keepSignIn = async (
  signInPool: pg.Pool,
  signIn: SignIn,
  now: Temporal.Instant,
): Promise<boolean> => {
  const { rowCount } = await signInPool.query('select from sign_in."user" where "id" = $1', [
    signIn.accountId,
  ]);
  if (rowCount === 1) return false;
  await writeSignIns(signInPool, [signIn], now);
  return true;
};

/** Gives a sign-in another address. Raises AddressTaken. */
export const moveSignIn = async (
  signInPool: pg.Pool,
  accountId: string,
  email: string,
  now: Temporal.Instant,
): Promise<void> => {
  try {
    await signInPool.query(
      'update sign_in."user" set "email" = $2, "updatedAt" = $3 where "id" = $1 and "email" <> $2',
      [accountId, addressOf(email), now.toString()],
    );
  } catch (error) {
    if ((error as { code?: unknown }).code === UNIQUE) throw new AddressTaken();
    throw error;
  }
};

/** Takes a sign-in away with its sessions, passkeys and password; the account and what it did stay. */
export const removeSignIn = async (signInPool: pg.Pool, accountId: string): Promise<void> => {
  await signInPool.query('delete from sign_in."user" where "id" = $1', [accountId]);
};

/** Forgets somebody's authenticator app and passkeys and ends their sessions, after they lost them: they set up a second step anew. */
export const forgetSecondStep = async (signInPool: pg.Pool, accountId: string): Promise<void> => {
  await signInPool.query('delete from sign_in."twoFactor" where "userId" = $1', [accountId]);
  await signInPool.query('delete from sign_in."passkey" where "userId" = $1', [accountId]);
  await signInPool.query('delete from sign_in."session" where "userId" = $1', [accountId]);
};

/** Sets somebody's password, also when they had none. */
export const setPassword = async (
  signInPool: pg.Pool | pg.PoolClient,
  accountId: string,
  password: string,
  now: Temporal.Instant,
): Promise<void> => {
  await signInPool.query(
    `insert into sign_in."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
     values ($1, $2::text, 'credential', $2::uuid, $3, $4, $4)
     on conflict ("userId", "providerId") do update set "password" = excluded."password", "updatedAt" = excluded."updatedAt"`,
    [newId(), accountId, await hashForPassword(password), now.toString()],
  );
};

export const INVITATION_DAYS = 14;

/** Makes the secret of an invitation to choose a password; it works once, for two weeks. An earlier one stops working. */
export const makeInvitation = async (
  signInPool: pg.Pool,
  accountId: string,
  now: Temporal.Instant,
): Promise<string> => {
  const secret = newSecret();
  await signInPool.query('delete from sign_in.invitations where account_id = $1 and used_at is null', [
    accountId,
  ]);
  await signInPool.query(
    'insert into sign_in.invitations (token_hash, account_id, made_at, expires_at) values ($1, $2, $3, $4)',
    [hashOfSecret(secret), accountId, now.toString(), now.add({ hours: INVITATION_DAYS * 24 }).toString()],
  );
  return secret;
};

export interface Invited {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
}

/** Whom an invitation was for; null when it was used, is too old, or never was. */
export const invitedBy = async (
  signInPool: pg.Pool,
  secret: string,
  now: Temporal.Instant,
): Promise<Invited | null> => {
  const { rows } = await signInPool.query<Invited>(
    `select i.account_id as "accountId", u."email" as email, u."name" as name
       from sign_in.invitations i join sign_in."user" u on u."id" = i.account_id
      where i.token_hash = $1 and i.used_at is null and i.expires_at > $2`,
    [hashOfSecret(secret), now.toString()],
  );
  return rows[0] ?? null;
};

/** Uses an invitation up, setting the password if one was chosen. False when somebody was faster. */
export const acceptInvitation = async (
  signInPool: pg.Pool,
  secret: string,
  password: string | null,
  now: Temporal.Instant,
): Promise<boolean> => {
  const client = await signInPool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ account_id: string }>(
      'update sign_in.invitations set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning account_id',
      [hashOfSecret(secret), now.toString()],
    );
    const accountId = rows[0]?.account_id;
    if (accountId !== undefined && password !== null) await setPassword(client, accountId, password, now);
    await client.query('commit');
    return accountId !== undefined;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
};

/** The account id behind an address, or null. */
export const accountWithAddress = async (signInPool: pg.Pool, email: string): Promise<string | null> => {
  const { rows } = await signInPool.query<{ id: string }>(
    'select "id" as id from sign_in."user" where "email" = $1',
    [addressOf(email)],
  );
  return rows[0]?.id ?? null;
};

/** The addresses of accounts, by account id. */
export const addressesOf = async (
  signInPool: pg.Pool,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await signInPool.query<{ id: string; email: string }>(
    'select "id" as id, "email" as email from sign_in."user" where "id" = any ($1::uuid[])',
    [accountIds],
  );
  return new Map(rows.map(({ id, email }) => [id, email]));
};

/** Whether an account has a password. */
export const hasPassword = async (signInPool: pg.Pool, accountId: string): Promise<boolean> => {
  const { rowCount } = await signInPool.query(
    `select from sign_in."account" where "userId" = $1 and "providerId" = 'credential' and "password" is not null`,
    [accountId],
  );
  return rowCount === 1;
};
