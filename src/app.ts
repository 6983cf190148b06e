import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Runner } from 'graphile-worker';
import pg from 'pg';
import { jobsOf, rooms } from './corridor.ts';
import { invariantJobs, invariantRecurring } from './invariants/finding.jobs.ts';
import { findingRoutes } from './invariants/finding.routes.tsx';
import { auditJobs, auditRecurring } from './platform/audit/seal.ts';
import type { Config } from './platform/config.ts';
import { type Gateway, gateway } from './platform/db/as-actor.ts';
import type { Connections } from './platform/db/connect.ts';
import { vaultOf } from './platform/db/vault.ts';
import { readAssets } from './platform/http/assets.ts';
import type { House, Visitor } from './platform/http/serve.tsx';
import { buildServer } from './platform/http/server.tsx';
import { type Jobs, startWorker } from './platform/jobs/worker.ts';
import { notifySms } from './platform/messages/notify.ts';
import { outboxRoutes } from './platform/messages/outbox.routes.tsx';
import { makeSender, messageRecurring } from './platform/messages/sender.ts';
import { houseTemplates } from './platform/messages/templates/all.ts';
import { repositoryRoot } from './platform/root.ts';
import { visitors } from './platform/sign-in/identify.ts';
import { signInJobs } from './platform/sign-in/invite.jobs.ts';
import { registerSignIn } from './platform/sign-in/register.ts';
import { chromeFor } from './rooms/hub/chrome.ts';
import { registerImport } from './rooms/referrals/door.ts';

export interface AppOptions {
  readonly config: Config;
  readonly connections: Pick<Connections, 'app' | 'signIn'>;
  readonly secret: string;
  /** Opens what it sealed until everything is sealed with the new one. */
  readonly secretBefore?: string;
  readonly clock?: () => Temporal.Instant;
  readonly log?: boolean;
  /** Tests sign people in by fixture; everything behind it is the real thing. */
  readonly visitorOf?: (request: FastifyRequest) => Promise<Visitor>;
  readonly limits?: { readonly pages: number };
}

/** Kith, whole: its pools, its server and its jobs, over one database. */
export interface App {
  readonly server: FastifyInstance;
  readonly gateway: Gateway;
  readonly house: House;
  readonly pool: pg.Pool;
  readonly signInPool: pg.Pool;
  readonly jobs: Jobs;
  readonly clock: () => Temporal.Instant;
  readonly startWorker: () => Promise<Runner>;
  readonly close: () => Promise<void>;
}

/** So many requests may wait for a connection; at two hundred pages a second the last of them waits two seconds. */
const MOST_WAITING = 400;

const poolOf = (connection: pg.PoolConfig, max: number): pg.Pool => {
  const pool = new pg.Pool({ ...connection, max, pipeline: true } as pg.PoolConfig);
  // A connection that breaks while idle is replaced; whoever uses one hears of it there.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

/** The ids of every organisation of this installation; the house's own errands go round them. */
export const organisationIds = async (pool: pg.Pool): Promise<readonly string[]> =>
  (
    await pool.query<{ organisation_id: string }>('select organisation_id from people.all_organisations()')
  ).rows.map((row) => row.organisation_id);

export const openApp = async (options: AppOptions): Promise<App> => {
  const { config, secret } = options;
  const clock = options.clock ?? (() => Temporal.Now.instant());
  const vault = vaultOf(secret, options.secretBefore);
  // By its name the change of a secret sees whether a Kith still runs that does not know the new one.
  const pool = poolOf({ ...options.connections.app, application_name: `kith ${vault.trace}` }, 20);
  const signInPool = poolOf(options.connections.signIn, 5);
  const way = gateway(pool, vault);
  const clientDir = join(repositoryRoot(), 'dist', 'client');
  const house: House = {
    gateway: way,
    clock,
    chrome: chromeFor,
    assets: readAssets(clientDir),
    signInPath: '/sign-in',
    ...(config.publicUrl && { publicUrl: config.publicUrl }),
  };
  const jobs: Jobs = {
    ...jobsOf(rooms),
    ...auditJobs,
    ...invariantJobs,
    ...signInJobs(signInPool),
    ...makeSender({
      templates: [...houseTemplates, ...rooms.flatMap((room) => room.messages ?? [])],
      guards: rooms.flatMap((room) => room.guards ?? []),
      mailFrom: config.mailFrom,
      ...(config.smtpUrl && { smtpUrl: config.smtpUrl }),
      ...(config.publicUrl && { publicUrl: config.publicUrl }),
      ...(config.notify && { sms: notifySms({ ...config.notify, clock }) }),
    }),
  };
  const server = await buildServer({
    house,
    secret,
    clientDir,
    trustProxy: config.trustProxy,
    https: config.publicUrl?.startsWith('https:') ?? false,
    busy: () => pool.waitingCount > MOST_WAITING,
    visitorOf: options.visitorOf ?? visitors({ appPool: pool, secret, clock, publicUrl: config.publicUrl }),
    ready: async () => {
      const { rows } = await pool.query<{ ready: boolean }>(
        "select to_regclass('delivery.sessions') is not null as ready",
      );
      return rows[0]?.ready === true;
    },
    routes: [...outboxRoutes, ...findingRoutes, ...rooms.flatMap((room) => room.routes ?? [])],
    also: async (app) => {
      await registerSignIn(app, { house, appPool: pool, signInPool, secret, publicUrl: config.publicUrl });
      await registerImport(app, house);
    },
    ...(options.log !== undefined && { log: options.log }),
    ...(options.limits && { limits: options.limits }),
    ...(config.securityContact && {
      security: { contact: config.securityContact, origin: config.publicUrl ?? null, now: clock },
    }),
  });
  return {
    server,
    gateway: way,
    house,
    pool,
    signInPool,
    jobs,
    clock,
    startWorker: () =>
      startWorker({
        pool,
        gateway: way,
        clock,
        jobs,
        recurring: [
          ...auditRecurring,
          ...invariantRecurring,
          ...messageRecurring,
          ...rooms.flatMap((room) => room.recurring ?? []),
        ],
        organisations: () => organisationIds(pool),
        onFailure: (task, error) =>
          server.log.error(
            {
              task,
              kind: error instanceof Error ? error.name : 'unknown',
              code: (error as { code?: unknown } | null)?.code,
            },
            'a job failed',
          ),
      }),
    close: async () => {
      await server.close();
      await Promise.all([pool.end(), signInPool.end()]);
    },
  };
};
