import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { newId } from '#kernel/ids.ts';
import type { AccountActor, Role } from '#platform/db/actor.ts';
import { gateway } from '#platform/db/as-actor.ts';
import type { Route } from '#platform/http/page.ts';
import { buildServer } from '#platform/http/server.tsx';
import { repositoryRoot } from '#platform/root.ts';
import type { Stand } from './stand.fixture.ts';

/** A browser without JavaScript, signed in as somebody holding one role. */
export interface PageBrowser {
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
  /** Sends a form as the page at `from` (the same address unless given) would. */
  readonly post: (
    url: string,
    typed: Readonly<Record<string, string | readonly string[]>>,
    from?: string,
  ) => Promise<LightMyRequestResponse>;
}

export interface Pages {
  readonly as: (role: Role | 'nobody', centreId?: string) => PageBrowser;
  /** Listens on loopback, on a port the system chose; for looking at pages. */
  readonly listen: () => Promise<string>;
  readonly close: () => Promise<void>;
}

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1];

/** The real server over a stand's database, with only these routes. Without a header it answers as a practitioner. */
export const openPages = async (
  stand: Stand,
  routes: readonly Route[],
  assets?: { look: string; font: string; icon: string },
): Promise<Pages> => {
  const pool = new pg.Pool({ ...stand.database.app, max: 4 });
  // Dropping the database may meet a connection on its way out; that is no failure of a test.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const actors = new Map<string, AccountActor>();
  const organisation = {
    id: stand.organisationId,
    slug: 'test',
    name: 'Testing Together',
    zone: 'Europe/London',
    demo: false,
  };
  const actorFor = async (role: Role, centreId: string): Promise<AccountActor> => {
    const key = `${role}@${centreId}`;
    const known = actors.get(key);
    if (known) return known;
    const made = {
      kind: 'account' as const,
      organisationId: stand.organisationId,
      accountId: newId(),
      personId: newId(),
      side: 'team' as const,
      name: 'Sam Reed',
      roles: [{ role, centreId }],
    };
    actors.set(key, made);
    return made;
  };
  const server = await buildServer({
    house: {
      gateway: gateway(pool),
      clock: () => stand.now,
      chrome: () => ({
        home: '/',
        nav: [{ href: '/families', label: 'Families' }],
        concernHref: '/concerns/new',
        footer: [],
      }),
      assets: {
        look: '/look.css',
        font: '/font.woff2',
        icon: '/icon.svg',
        ...assets,
        island: (name) => `/${name}.js`,
      },
      signInPath: '/sign-in',
    },
    secret: 'a secret of the tests, long enough to be one',
    clientDir: join(repositoryRoot(), 'src', 'ui', 'look'),
    trustProxy: false,
    https: false,
    ready: async () => true,
    visitorOf: async (request) => {
      const [role = 'practitioner', centreId = stand.centreId] = String(request.headers['x-test-as'] ?? '')
        .split('@')
        .filter(Boolean);
      return {
        organisation,
        actor:
          role === 'nobody'
            ? { kind: 'anyone', organisationId: stand.organisationId }
            : await actorFor(role as Role, centreId),
      };
    },
    routes,
    limits: { pages: 100_000 },
    log: false,
  });
  return {
    as: (role, centreId = stand.centreId) => {
      const jar = new Map<string, string>();
      const headers = () => ({
        'x-test-as': `${role}@${centreId}`,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      });
      const keep = (response: LightMyRequestResponse) => {
        for (const { name, value } of response.cookies) jar.set(name, value);
        return response;
      };
      const get = async (url: string) =>
        keep(await server.inject({ method: 'GET', url, headers: headers() }));
      return {
        get,
        post: async (url, typed, from = url) => {
          const page = (await get(from)).body;
          const body = new URLSearchParams();
          const tokens = {
            _csrf: hidden(page, '_csrf') ?? '',
            _key: hidden(page, '_key') ?? randomUUID(),
            _version: hidden(page, '_version') ?? '',
          };
          for (const [name, value] of Object.entries({ ...tokens, ...typed }))
            for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
          return keep(
            await server.inject({
              method: 'POST',
              url,
              headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
              payload: body.toString(),
            }),
          );
        },
      };
    },
    listen: () => server.listen({ host: '127.0.0.1', port: 0 }),
    close: async () => {
      await server.close();
      await pool.end();
    },
  };
};
