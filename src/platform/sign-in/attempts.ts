import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { DEVICE_DAYS } from './devices.ts';
import { keyFor } from './keys.ts';
import { type Counted, pausedUntil, type Tries, withOneMore } from './sign-in.rules.ts';

interface AttemptRow {
  readonly tries: number;
  readonly first_at: Date;
  readonly last_at: Date;
  readonly locked_until: Date | null;
}

const instant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());

/** May this try be made, and if it does not match, until when is the next one paused? */
export interface Try {
  /** Set when no try is taken now. */
  readonly pausedUntil: Temporal.Instant | null;
  /** Set when this one was the last before a pause. */
  readonly thenPausedUntil: Temporal.Instant | null;
}

/** Counts tries that do not match. The database holds keyed hashes: reading it does not tell who tried. */
export class Attempts {
  readonly #pool: pg.Pool;
  readonly #key: string;
  constructor(signInPool: pg.Pool, secret: string) {
    this.#pool = signInPool;
    this.#key = keyFor(secret, 'attempts');
  }

  #hash(counted: Counted, subject: string): string {
    return createHmac('sha256', this.#key).update(`${counted} ${subject}`).digest('base64url');
  }

  /**
   * Takes one try. It is counted before it is made, so that a hundred at once cannot all slip past the count;
   * `forgive` takes it back when it matched.
   */
  async take(counted: Counted, subject: string, now: Temporal.Instant): Promise<Try> {
    const hash = this.#hash(counted, subject);
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      await client.query(
        `insert into sign_in.attempts (key_hash, tries, first_at, last_at) values ($1, 0, $2, $2) on conflict do nothing`,
        [hash, now.toString()],
      );
      const { rows } = await client.query<AttemptRow>(
        'select tries, first_at, last_at, locked_until from sign_in.attempts where key_hash = $1 for update',
        [hash],
      );
      const before = rows[0] ? triesOf(rows[0]) : null;
      const paused = pausedUntil(before, now);
      const after = paused ? null : withOneMore(counted, before, now);
      if (after)
        await client.query(
          'update sign_in.attempts set tries = $2, first_at = $3, last_at = $4, locked_until = $5 where key_hash = $1',
          [
            hash,
            after.tries,
            after.firstAt.toString(),
            after.lastAt.toString(),
            after.lockedUntil?.toString() ?? null,
          ],
        );
      await client.query('commit');
      return { pausedUntil: paused, thenPausedUntil: after?.lockedUntil ?? null };
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /** It matched: whoever it was may make mistakes anew. */
  async forgive(counted: Counted, subject: string): Promise<void> {
    await this.#pool.query('delete from sign_in.attempts where key_hash = $1', [
      this.#hash(counted, subject),
    ]);
  }

  /** It matched: one try less from this network, whose other tries still count. `wasLast` when this one had begun a pause. */
  async giveBack(counted: Counted, subject: string, wasLast: boolean): Promise<void> {
    await this.#pool.query(
      'update sign_in.attempts set tries = greatest(tries - 1, 0), locked_until = case when $2 then null else locked_until end where key_hash = $1',
      [this.#hash(counted, subject), wasLast],
    );
  }

  /** True the first time a code is used: somebody who looked over a shoulder must not use it again while it lasts. */
  async firstUse(code: string, accountId: string, now: Temporal.Instant): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `insert into sign_in.attempts as used (key_hash, tries, first_at, last_at) values ($1, 1, $2, $2)
       on conflict (key_hash) do update set last_at = excluded.last_at where used.last_at < excluded.last_at - interval '3 minutes'`,
      [this.#hash('code', `${accountId} used ${code}`), now.toString()],
    );
    return rowCount === 1;
  }

  /** Forgets counts, sessions, links and browsers that are long over. */
  async sweep(now: Temporal.Instant): Promise<void> {
    const yesterday = now.subtract({ hours: 25 }).toString();
    await this.#pool.query('delete from sign_in.attempts where last_at < $1', [yesterday]);
    await this.#pool.query('delete from sign_in."session" where "expiresAt" < $1', [yesterday]);
    await this.#pool.query('delete from sign_in."verification" where "expiresAt" < $1', [yesterday]);
    await this.#pool.query('delete from sign_in.invitations where expires_at < $1', [yesterday]);
    await this.#pool.query('delete from sign_in.devices where last_at < $1', [
      now.subtract({ hours: DEVICE_DAYS * 24 }).toString(),
    ]);
  }
}

const triesOf = (row: AttemptRow): Tries => ({
  tries: row.tries,
  firstAt: instant(row.first_at),
  lastAt: instant(row.last_at),
  lockedUntil: row.locked_until && instant(row.locked_until),
});
