import { join } from 'node:path';
import { newId } from '#kernel/ids.ts';
import type { AccountActor, Actor, Role } from '#platform/db/actor.ts';
import type { Route } from '#platform/http/page.ts';
import { buildServer } from '#platform/http/server.tsx';
import { repositoryRoot } from '#platform/root.ts';
import { Browser } from './browser.ts';
import type { Stand } from './stand.ts';

/** The pages of one room behind the real server, with nothing of the others. */
export interface Pages {
  /** Whether the organisation is a demo; change it by hand. */
  demo: boolean;
  /** Signed in as an actor, as anybody who holds the role at a centre (one person, however often), or not at all. */
  readonly as: (who: AccountActor | Role | 'nobody', centreId?: string) => Browser;
  readonly close: () => Promise<void>;
}

export const openPages = async (stand: Stand, routes: readonly Route[]): Promise<Pages> => {
  const actors = new Map<string, AccountActor>();
  const pages: Pick<Pages, 'demo'> = { demo: false };
  const server = await buildServer({
    house: {
      gateway: stand.gateway,
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
        island: (name) => `/${name}.js`,
      },
      signInPath: '/sign-in',
    },
    secret: 'a secret of the tests, long enough to be one',
    clientDir: join(repositoryRoot(), 'src', 'ui', 'look'),
    trustProxy: false,
    https: false,
    ready: async () => true,
    visitorOf: async (request) => ({
      organisation: {
        id: stand.organisationId,
        slug: 'test',
        name: 'Testing Together',
        zone: 'Europe/London',
        demo: pages.demo,
      },
      actor:
        actors.get(String(request.headers['x-test-as'])) ??
        ({ kind: 'anyone', organisationId: stand.organisationId } satisfies Actor),
    }),
    routes,
    limits: { pages: 100_000 },
    log: false,
  });
  const anybody = (role: Role, centreId: string): AccountActor => ({
    kind: 'account',
    organisationId: stand.organisationId,
    accountId: newId(),
    personId: newId(),
    side: 'team',
    name: 'Sam Reed',
    roles: [{ role, centreId }],
  });
  return Object.assign(pages, {
    as: (who: AccountActor | Role | 'nobody', centreId = stand.centreId) => {
      if (who === 'nobody') return new Browser(server);
      const key = typeof who === 'string' ? `${who}@${centreId}` : who.accountId;
      if (!actors.has(key)) actors.set(key, typeof who === 'string' ? anybody(who, centreId) : who);
      return new Browser(server, { 'x-test-as': key });
    },
    close: () => server.close().then(() => undefined),
  });
};
