import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { newId } from '#kernel/ids.ts';
import { Browser } from '../../../tests/support/browser.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import type { Role } from '../db/actor.ts';
import { type Gateway, gateway } from '../db/as-actor.ts';
import { readAssets } from '../http/assets.ts';
import { notSensitive, page } from '../http/page.ts';
import { path } from '../http/path.ts';
import type { House } from '../http/serve.tsx';
import { buildServer } from '../http/server.tsx';
import { Sorry } from '../http/sorry.tsx';
import { repositoryRoot } from '../root.ts';
import { createAccount } from './accounts.ts';
import { visitors } from './identify.ts';
import { registerSignIn } from './register.ts';

const NO_ASSETS: House['assets'] = {
  look: '/look.css',
  font: '/font.woff2',
  icon: '/icon.svg',
  island: (name) => `/${name}.js`,
};

export const SECRET = 'a secret of the tests, long enough to be one';

export interface SignInHouse {
  readonly app: FastifyInstance;
  readonly appPool: pg.Pool;
  readonly signInPool: pg.Pool;
  readonly ownerPool: pg.Pool;
  readonly gateway: Gateway;
  readonly organisationId: string;
  readonly otherOrganisationId: string;
  readonly centres: readonly [string, string];
  /** Now; `later` moves it. */
  readonly clock: () => Temporal.Instant;
  readonly later: (by: Temporal.DurationLike) => void;
  readonly open: (
    who: {
      readonly email: string;
      readonly name?: string;
      readonly password?: string;
      readonly side?: 'family' | 'team';
      readonly roles?: readonly { readonly role: Role; readonly centreId: string | null }[];
      readonly demo?: boolean;
    },
    organisationId?: string,
  ) => Promise<string>;
  readonly browser: (headers?: Readonly<Record<string, string>>) => Browser;
  /** The addresses in the e-mails that wait to go, the latest last. */
  readonly letters: () => Promise<readonly { readonly address: string; readonly url: string }[]>;
  readonly close: () => Promise<void>;
}

/** A small house with the real pages of signing in, one page behind them (`/private`), and two organisations. */
export const openSignInHouse = async ({
  demo = false,
  publicUrl,
  built = false,
}: {
  demo?: boolean;
  publicUrl?: string;
  /** With the style sheet and scripts of the last build, for a real browser. */
  built?: boolean;
} = {}): Promise<SignInHouse> => {
  const database = await testDatabase();
  const [appPool, signInPool, ownerPool] = [database.app, database.signIn, database.owner].map(
    (each) => new pg.Pool({ ...each, max: 6, pipeline: true } as pg.PoolConfig),
  ) as [pg.Pool, pg.Pool, pg.Pool];
  // Dropping the database may meet a connection on its way out; that is no failure of a test.
  for (const pool of [appPool, signInPool, ownerPool]) {
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
  }
  const noAssets = mkdtempSync(join(tmpdir(), 'kith-no-assets-'));
  const clientDir = built ? join(repositoryRoot(), 'dist', 'client') : noAssets;
  const way = gateway(appPool);
  let ahead = Temporal.Duration.from({ seconds: 0 });
  const clock = () => Temporal.Now.instant().add(ahead);
  const organisationId = newId();
  const otherOrganisationId = newId();
  const centres = [newId(), newId()] as const;
  const otherCentre = newId();
  await ownerPool.query(
    `insert into people.organisations (organisation_id, slug, name, demo, made_at) values ($1, 'first', 'First Friends', $3, now() - interval '1 day'), ($2, 'second', 'Second Circle', false, now())`,
    [organisationId, otherOrganisationId, demo],
  );
  for (const [organisation, id] of [
    [organisationId, centres[0]],
    [organisationId, centres[1]],
    [otherOrganisationId, otherCentre],
  ])
    await ownerPool.query(
      `insert into people.centres (organisation_id, id, slug, name, town, opened_on) values ($1, $2, $3, 'Hartley', 'Hartley', '2026-01-01')`,
      [organisation, id, `centre-${id?.slice(-6)}`],
    );

  const house: House = {
    gateway: way,
    clock,
    chrome: () => ({ home: '/', nav: [], footer: [], signOut: '/sign-out' }),
    assets: built ? readAssets(clientDir) : NO_ASSETS,
    signInPath: '/sign-in',
    ...(publicUrl !== undefined && { publicUrl }),
  };
  const privatePage = page({
    path: path('/private'),
    can: (actor) => actor.kind === 'account',
    audit: notSensitive('a page of the tests'),
    load: async () => ({}),
    show: (_, view) => Sorry({ view, what: 'not-found' }),
  });
  const app = await buildServer({
    house,
    secret: SECRET,
    clientDir,
    trustProxy: false,
    https: publicUrl?.startsWith('https:') ?? false,
    visitorOf: visitors({ appPool, secret: SECRET, clock, publicUrl }),
    ready: async () => true,
    routes: [privatePage],
    also: (server) => registerSignIn(server, { house, appPool, signInPool, secret: SECRET, publicUrl }),
    log: false,
    limits: { pages: 100_000 },
  });

  return {
    app,
    appPool,
    signInPool,
    ownerPool,
    gateway: way,
    organisationId,
    otherOrganisationId,
    centres,
    clock,
    later: (by) => {
      ahead = ahead.add(by);
    },
    open: async (
      { email, name = 'Sam Okafor', password, side = 'team', roles = [], demo: isDemo = false },
      organisation = organisationId,
    ) => {
      const personId = newId();
      const [given, ...family] = name.split(' ');
      await ownerPool.query(
        'insert into people.persons (organisation_id, id, centre_id, side, given_name, family_name, made_at) values ($1, $2, $3, $4, $5, $6, now())',
        [
          organisation,
          personId,
          organisation === organisationId ? centres[0] : otherCentre,
          side,
          given,
          family.join(' '),
        ],
      );
      return createAccount(
        { gateway: way, signInPool, now: clock(), organisationId: organisation },
        { personId, email, name, roles, demo: isDemo, ...(password !== undefined && { password }) },
      );
    },
    browser: (headers) => new Browser(app, headers),
    letters: async () =>
      (
        await ownerPool.query<{ address: string; url: string }>(
          `select address, details ->> 'url' as url from platform.messages order by made_at, id`,
        )
      ).rows,
    close: async () => {
      await app.close();
      await Promise.all([appPool.end(), signInPool.end(), ownerPool.end()]);
      await database.drop();
      rmSync(noAssets, { recursive: true, force: true });
    },
  };
};
