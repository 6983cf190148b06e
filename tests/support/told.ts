import pg from 'pg';
import { readConfig } from '#platform/config.ts';
import { fillDemo } from '../../seeds/story.ts';
import { type App, openApp } from '../../src/app.ts';
import { type TestDatabase, templateOnce, testDatabase } from './database.ts';
import { MONDAY } from './stand.ts';

/** What is sealed in the told databases opens with this, and with nothing else. */
export const TOLD_SECRET = 'a secret of the tests, long enough to be one';

/** The house over a database that is to be told, or was. */
export const openTold = (database: TestDatabase, now: Temporal.Instant): Promise<App> =>
  openApp({
    config: readConfig({ PUBLIC_URL: 'http://kith.test' }),
    connections: database,
    secret: TOLD_SECRET,
    clock: () => now,
    log: false,
  });

/** The demonstration as of `MONDAY`: told once a run, which takes a while, and copied for each who asks. */
export const toldDatabase = async (): Promise<TestDatabase> =>
  testDatabase(
    await templateOnce('kith_told', async (database) => {
      const app = await openTold(database, MONDAY);
      try {
        await fillDemo(app, () => undefined);
      } finally {
        await app.close();
      }
      await looksAround(database);
    }),
  );

/** The cluster of the tests gathers no statistics by itself; a house that has been lived in has them. */
const looksAround = async ({ owner }: TestDatabase): Promise<void> => {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('analyze');
  } finally {
    await client.end();
  }
};
