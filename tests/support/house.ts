import type { FastifyRequest } from 'fastify';
import { readConfig } from '#platform/config.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { drain } from '#platform/jobs/worker.ts';
import { loadClocks } from '#rooms/safeguarding/door.ts';
import { loadCourses } from '#rooms/training/door.ts';
import { type App, openApp } from '../../src/app.ts';
import { Browser } from './browser.ts';
import { testDatabase } from './database.ts';
import { ELSEWHERE, type Ground, MONDAY, settle } from './stand.ts';

/** The whole of Kith on a database of its own, with one organisation of two centres, its programme loaded, and another organisation beside it. */
export interface TestHouse extends Ground {
  readonly app: App;
  readonly otherOrganisationId: string;
  /** The clock of the house; move it by hand. */
  now: Temporal.Instant;
  /** Runs every job that is due. */
  readonly drain: () => Promise<void>;
  /** A browser without JavaScript, signed in as the actor (null: nobody). */
  readonly browser: (actor: AccountActor | null) => Browser;
  readonly close: () => Promise<void>;
}

export const openHouse = async (
  start = MONDAY,
  settings: Readonly<Record<string, string>> = {},
): Promise<TestHouse> => {
  const database = await testDatabase();
  const actors = new Map<string, AccountActor>();
  const house = { now: start } as TestHouse;
  const clock = () => house.now;
  const app = await openApp({
    config: readConfig({ PUBLIC_URL: 'http://kith.test', ...settings }),
    connections: database,
    secret: 'a secret of the tests, long enough to be one',
    clock,
    log: false,
    limits: { pages: 100_000 },
    visitorOf: async (request: FastifyRequest) => ({
      organisation: {
        id: house.organisationId,
        slug: 'test',
        name: 'Testing Together',
        zone: 'Europe/London',
        demo: false,
      },
      actor: actors.get(String(request.headers['x-test-as'])) ?? {
        kind: 'anyone',
        organisationId: house.organisationId,
      },
    }),
  });
  const ground = await settle(app.gateway, clock, { programme: true });
  const other = await settle(app.gateway, clock, ELSEWHERE);
  await ground.system(loadClocks);
  await ground.system(loadCourses);
  return Object.assign(house, ground, {
    app,
    otherOrganisationId: other.organisationId,
    drain: () =>
      drain({
        pool: app.pool,
        gateway: app.gateway,
        clock,
        jobs: app.jobs,
        organisations: async () => [ground.organisationId],
        onFailure: () => undefined,
      }),
    browser: (actor: AccountActor | null) => {
      if (actor === null) return new Browser(app.server);
      actors.set(actor.accountId, actor);
      return new Browser(app.server, { 'x-test-as': actor.accountId });
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  });
};
