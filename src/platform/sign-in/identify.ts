import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import { type AccountActor, ROLES, type Role } from '../db/actor.ts';
import type { Visitor } from '../http/serve.tsx';
import type { Organisation } from '../http/view.ts';
import { cookieSettings, keyFor, tokenIn } from './keys.ts';
import { actorOf, type Who } from './sign-in.rules.ts';

export interface Identifying {
  /** As kith_app. */
  readonly appPool: pg.Pool;
  readonly secret: string;
  readonly publicUrl?: string | undefined;
  readonly clock: () => Temporal.Instant;
}

interface WhoRow {
  readonly organisation_id: string;
  readonly account_id: string;
  readonly person_id: string;
  readonly side: 'family' | 'team';
  readonly name: string;
  readonly roles: string[];
  readonly is_staff: boolean;
  readonly second_factor_done: boolean;
  readonly is_demo: boolean;
  readonly session_id: string;
}

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

const rolesOf = (spread: readonly string[]): Who['roles'] =>
  spread.flatMap((held) => {
    const [role = '', centreId = ''] = held.split('@');
    return isRole(role) ? [{ role, centreId }] : [];
  });

/** Whose session a token is, at this moment; null when it has ended or the account was closed. */
export const whoHolds = async (
  appPool: pg.Pool,
  token: string,
  now: Temporal.Instant,
): Promise<Who | null> => {
  const { rows } = await appPool.query<WhoRow>({
    name: 'who_is',
    text: 'select * from people.who_is($1, $2)',
    values: [token, now.toString()],
  });
  const row = rows[0];
  if (!row) return null;
  return {
    organisationId: row.organisation_id,
    accountId: row.account_id,
    personId: row.person_id,
    side: row.side,
    name: row.name,
    roles: rolesOf(row.roles),
    staff: row.is_staff,
    secondFactorDone: row.second_factor_done,
    demo: row.is_demo,
    sessionId: row.session_id,
  };
};

/** Whoever holds the request's session, also while a second step is still to be taken. One query. */
const whoIs = ({ appPool, secret, publicUrl, clock }: Identifying) => {
  const { name } = cookieSettings(secret, publicUrl);
  const key = keyFor(secret, 'sessions');
  return async (request: FastifyRequest): Promise<Who | null> => {
    const token = tokenIn(request.cookies[name], key);
    return token === null ? null : whoHolds(appPool, token, clock());
  };
};

/**
 * Who asks: the account of a live session, or null. Staff whose second step is still to come are null too, so
 * that no page has to remember it. One query, no transaction; without a cookie none at all.
 */
export const identify = (with_: Identifying) => {
  const find = whoIs(with_);
  return async (request: FastifyRequest): Promise<AccountActor | null> => {
    const who = await find(request);
    return who && actorOf(who);
  };
};

const KEPT_FOR_MS = 30_000;

/**
 * The organisation of a host name, kept for half a minute: its name and zone hardly ever change.
 * Raises an error with status 503 while there is no organisation at all.
 */
export const organisationFor = ({ appPool }: Pick<Identifying, 'appPool'>) => {
  const kept = new Map<string, { readonly organisation: Organisation; readonly until: number }>();
  return async (host: string): Promise<Organisation> => {
    const known = kept.get(host);
    if (known && known.until > performance.now()) return known.organisation;
    const { rows } = await appPool.query<{
      organisation_id: string;
      slug: string;
      name: string;
      zone: string;
      demo: boolean;
    }>({
      name: 'organisation_for',
      text: 'select * from people.organisation_for($1)',
      values: [host],
    });
    const row = rows[0];
    if (!row) throw Object.assign(new Error('there is no organisation yet'), { statusCode: 503 });
    const organisation = {
      id: row.organisation_id,
      slug: row.slug,
      name: row.name,
      zone: row.zone,
      demo: row.demo,
    };
    // Host names come from outside: a stranger must not fill the memory with them.
    if (kept.size > 500) kept.clear();
    kept.set(host, { organisation, until: performance.now() + KEPT_FOR_MS });
    return organisation;
  };
};

/** Who asks, and of which organisation: what the server needs to know before a page. A session of another organisation is nobody here. */
export const visitors = (with_: Identifying) => {
  const findActor = identify(with_);
  const findOrganisation = organisationFor(with_);
  return async (request: FastifyRequest): Promise<Visitor> => {
    const [organisation, actor] = await Promise.all([findOrganisation(request.host), findActor(request)]);
    return {
      organisation,
      actor:
        actor && actor.organisationId === organisation.id
          ? actor
          : { kind: 'anyone', organisationId: organisation.id },
    };
  };
};
