import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { newSecret } from '#kernel/ids.ts';

export type Way = 'password' | 'link' | 'passkey' | 'invitation';

export interface Session {
  readonly id: string;
  readonly way: Way | null;
  readonly agent: string | null;
  readonly startedAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
}

interface SessionRow {
  readonly id: string;
  readonly way: Way | null;
  readonly agent: string | null;
  readonly started: Date;
  readonly seen: Date;
}

const instant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());

/** Where an account is signed in, the latest first; sessions that lie idle too long are not among them. */
export const sessionsOf = async (
  signInPool: pg.Pool,
  accountId: string,
  who: 'staff' | 'volunteer' | 'parent',
  now: Temporal.Instant,
): Promise<readonly Session[]> => {
  const { rows } = await signInPool.query<SessionRow>(
    `select s."id" as id, s.way, s."userAgent" as agent, s."createdAt" as started, coalesce(s.last_seen_at, s."createdAt") as seen
       from sign_in."session" s, sign_in.limits l
      where l.who = $2 and s."userId" = $1 and s."expiresAt" > $3 and s."createdAt" + l.absolute > $3
        and coalesce(s.last_seen_at, s."createdAt") + l.idle > $3
      order by seen desc`,
    [accountId, who, now.toString()],
  );
  return rows.map((row) => ({
    id: row.id,
    way: row.way,
    agent: row.agent,
    startedAt: instant(row.started),
    lastSeenAt: instant(row.seen),
  }));
};

/**
 * Notes how a session began, or that its second step was taken, and gives it a new token: whoever saw the old
 * one holds nothing. Returns the new token.
 */
export const renewSession = async (
  signInPool: pg.Pool,
  token: string,
  way: Way | null,
  secondStepAt: Temporal.Instant | null,
): Promise<string> => {
  const fresh = newSecret();
  await signInPool.query(
    'update sign_in."session" set "token" = $2, way = coalesce($3, way), second_factor_at = coalesce($4, second_factor_at) where "token" = $1',
    [token, fresh, way, secondStepAt?.toString() ?? null],
  );
  return fresh;
};

/** How the session with this token began, and when its second step was taken. */
export const sessionWith = async (
  signInPool: pg.Pool,
  token: string,
): Promise<{
  readonly way: Way | null;
  readonly startedAt: Temporal.Instant;
  readonly secondStepAt: Temporal.Instant | null;
} | null> => {
  const { rows } = await signInPool.query<{ way: Way | null; started: Date; second: Date | null }>(
    'select way, "createdAt" as started, second_factor_at as second from sign_in."session" where "token" = $1',
    [token],
  );
  const row = rows[0];
  return row
    ? { way: row.way, startedAt: instant(row.started), secondStepAt: row.second && instant(row.second) }
    : null;
};

/** Ends the session with this token. */
export const endSessionWith = async (signInPool: pg.Pool, token: string): Promise<void> => {
  await signInPool.query('delete from sign_in."session" where "token" = $1', [token]);
};

/** Ends one session of an account; another account's is left alone. */
export const endSessionOf = async (
  signInPool: pg.Pool,
  accountId: string,
  sessionId: string,
): Promise<void> => {
  await signInPool.query('delete from sign_in."session" where "userId" = $1 and "id" = $2', [
    accountId,
    sessionId,
  ]);
};

/** Ends every session of an account, or every one but this. Open links stop working too. */
export const endSessionsOf = async (
  signInPool: pg.Pool,
  accountId: string,
  exceptSessionId: string | null = null,
): Promise<void> => {
  await signInPool.query(
    'delete from sign_in."session" where "userId" = $1 and ($2::uuid is null or "id" <> $2)',
    [accountId, exceptSessionId],
  );
  await signInPool.query(
    `delete from sign_in."verification" v using sign_in."user" u
      where u."id" = $1 and v."identifier" like 'magic-link:%' and (v."value"::jsonb) ->> 'email' = u."email"`,
    [accountId],
  );
};

/** A token as it stands in the cookie, signed the way the sign-in library reads it. */
export const signedToken = (token: string, sessionsKey: string): string =>
  `${token}.${createHmac('sha256', sessionsKey).update(token).digest('base64')}`;
