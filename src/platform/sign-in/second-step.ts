import { randomInt } from 'node:crypto';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type pg from 'pg';
import { newId, newSecret } from '#kernel/ids.ts';
import type { Auth } from './auth.ts';

interface Passkey {
  readonly id: string;
  readonly name: string | null;
  readonly madeAt: Temporal.Instant | null;
}

/** What somebody has set up to take the second step with. */
export interface SecondSteps {
  readonly app: boolean;
  readonly passkeys: readonly Passkey[];
}

/** Whether there is anything to take the second step with. */
export const isSetUp = (steps: SecondSteps): boolean => steps.app || steps.passkeys.length > 0;

/** What an account has set up; an authenticator app counts once its first code was right. */
export const secondStepsOf = async (signInPool: pg.Pool, accountId: string): Promise<SecondSteps> => {
  const { rows } = await signInPool.query<{
    app: boolean;
    passkeys: { id: string; name: string | null; made: string | null }[];
  }>(
    `select exists (select from sign_in."twoFactor" where "userId" = $1 and "verified") as app,
            (select coalesce(json_agg(json_build_object('id', "id", 'name', "name", 'made', "createdAt") order by "createdAt"), '[]')
               from sign_in."passkey" where "userId" = $1) as passkeys`,
    [accountId],
  );
  const row = rows[0];
  return {
    app: row?.app === true,
    passkeys: (row?.passkeys ?? []).map(({ id, name, made }) => ({
      id,
      name,
      madeAt: made === null ? null : Temporal.Instant.from(made),
    })),
  };
};

// No letters or figures that look alike on paper.
const SAYABLE = '23456789bcdfghjkmnpqrstvwxz';
const RECOVERY_CODES = 8;

const recoveryCode = (): string => {
  const five = () => Array.from({ length: 5 }, () => SAYABLE[randomInt(SAYABLE.length)]).join('');
  return `${five()}-${five()}`;
};

const keyOf = async (auth: Auth) => (await auth.$context).secretConfig;

const sealedCodes = async (auth: Auth, codes: readonly string[]) =>
  symmetricEncrypt({ key: await keyOf(auth), data: JSON.stringify(codes) });

/**
 * The secret to show to an authenticator app: the one already shown if its first code is still to come, so that
 * loading the page again does not spoil the code somebody has just scanned. Null once an app is set up.
 */
export const appSecret = async (
  auth: Auth,
  signInPool: pg.Pool,
  accountId: string,
): Promise<string | null> => {
  const key = await keyOf(auth);
  await signInPool.query(
    `insert into sign_in."twoFactor" ("id", "secret", "backupCodes", "userId", "verified", "failedVerificationCount")
     values ($1, $2, $3, $4, false, 0) on conflict ("userId") do nothing`,
    [
      newId(),
      await symmetricEncrypt({
        key,
        data: newSecret()
          .replace(/[^A-Za-z0-9]/g, '')
          .slice(0, 32),
      }),
      await sealedCodes(auth, Array.from({ length: RECOVERY_CODES }, recoveryCode)),
      accountId,
    ],
  );
  const { rows } = await signInPool.query<{ secret: string; verified: boolean }>(
    'select "secret" as secret, "verified" as verified from sign_in."twoFactor" where "userId" = $1',
    [accountId],
  );
  const row = rows[0];
  return !row || row.verified ? null : symmetricDecrypt({ key, data: row.secret });
};

/**
 * The library would ask for a second step by itself, but only after a password: a link in an e-mail would walk
 * past it. The house asks after either, so the library's own question is kept switched off.
 */
export const keepQuestionOurs = async (signInPool: pg.Pool, accountId: string): Promise<void> => {
  await signInPool.query('update sign_in."user" set "twoFactorEnabled" = false where "id" = $1', [accountId]);
};

/** The recovery codes that are left. */
export const recoveryCodesOf = async (
  auth: Auth,
  signInPool: pg.Pool,
  accountId: string,
): Promise<readonly string[]> => {
  const { rows } = await signInPool.query<{ codes: string }>(
    'select "backupCodes" as codes from sign_in."twoFactor" where "userId" = $1 and "verified"',
    [accountId],
  );
  const sealed = rows[0]?.codes;
  if (sealed === undefined) return [];
  const read: unknown = JSON.parse(await symmetricDecrypt({ key: await keyOf(auth), data: sealed }));
  return Array.isArray(read) ? read.filter((each) => typeof each === 'string') : [];
};

/** Makes new recovery codes; the old ones stop working. */
export const renewRecoveryCodes = async (
  auth: Auth,
  signInPool: pg.Pool,
  accountId: string,
): Promise<void> => {
  const sealed = await sealedCodes(auth, Array.from({ length: RECOVERY_CODES }, recoveryCode));
  await signInPool.query(
    'update sign_in."twoFactor" set "backupCodes" = $2 where "userId" = $1 and "verified"',
    [accountId, sealed],
  );
};

/** Takes the authenticator app away. */
export const forgetApp = async (signInPool: pg.Pool, accountId: string): Promise<void> => {
  await signInPool.query('delete from sign_in."twoFactor" where "userId" = $1', [accountId]);
};

/** Takes one of an account's own passkeys away. */
export const forgetPasskey = async (
  signInPool: pg.Pool,
  accountId: string,
  passkeyId: string,
): Promise<void> => {
  await signInPool.query('delete from sign_in."passkey" where "userId" = $1 and "id" = $2', [
    accountId,
    passkeyId,
  ]);
};

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Text as authenticator apps take it: RFC 4648 base 32, without padding. */
export const base32 = (text: string): string => {
  let bits = 0;
  let held = 0;
  let out = '';
  for (const byte of Buffer.from(text, 'utf8')) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) out += BASE32[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? out + BASE32[(held << (5 - bits)) & 31] : out;
};

/** The address that an authenticator app reads out of the square. */
export const appAddress = (secret: string, email: string): string =>
  `otpauth://totp/Kith:${encodeURIComponent(email)}?secret=${base32(secret)}&issuer=Kith`;
