import type pg from 'pg';
import { hashOfSecret, newSecret } from '#kernel/ids.ts';

/** How long a browser is remembered without coming back; browsers keep no cookie for longer. */
export const DEVICE_DAYS = 400;

export interface Met {
  /** What the browser keeps: a new random number when it had none that we gave this account. */
  readonly secret: string;
  /** The account never signed in with this browser before, and has with another. */
  readonly strange: boolean;
}

/**
 * Meets the browser that somebody just signed in with. The very first one of an account is not strange: it was
 * invited. `shown` is what the browser kept, or nothing.
 */
export const meetDevice = async (
  signInPool: pg.Pool,
  accountId: string,
  shown: string | undefined,
  now: Temporal.Instant,
): Promise<Met> => {
  const known = shown
    ? await signInPool.query(
        'update sign_in.devices set last_at = $3 where account_id = $1 and secret_hash = $2',
        [accountId, hashOfSecret(shown), now.toString()],
      )
    : null;
  if (shown && known?.rowCount) return { secret: shown, strange: false };
  // A browser that two people share keeps its number: each account knows it by itself.
  const secret = shown ?? newSecret();
  const { rows } = await signInPool.query<{ others: boolean }>(
    `insert into sign_in.devices (account_id, secret_hash, first_at, last_at) values ($1, $2, $3, $3)
     on conflict (account_id, secret_hash) do update set last_at = excluded.last_at
     returning exists (select from sign_in.devices d where d.account_id = $1 and d.secret_hash <> $2) as others`,
    [accountId, hashOfSecret(secret), now.toString()],
  );
  return { secret, strange: rows[0]?.others === true };
};
