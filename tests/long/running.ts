import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedLogins } from '#platform/db/connect.ts';
import { startEmbeddedServer } from '#platform/db/embedded-server.ts';
import { type Child, startKith } from '../../bench/children.ts';
import { fillTown, type Town } from '../../bench/town.ts';

export const SECRET = 'a secret of the long tests, long enough to be one';

/** The built Kith as a program of its own, over its own PostgreSQL in a folder of its own, with the town of the bench. */
export interface Running {
  readonly town: Town;
  kith: Child;
  /** Starts it again on the same data, after it was killed. */
  readonly again: () => Promise<void>;
  /** Asks as the superuser, past every policy. */
  readonly rows: <Row extends pg.QueryResultRow>(query: string, values?: unknown[]) => Promise<Row[]>;
  readonly end: () => Promise<void>;
}

export const openRunning = async (): Promise<Running> => {
  const dataDir = mkdtempSync(join(realpathSync(tmpdir()), 'kith-long-'));
  const start = () => startKith({ DATA_DIR: dataDir, KITH_SECRET: SECRET });
  const superuser = async () => {
    const joined = await startEmbeddedServer({ dataDir, durable: true });
    await joined.stop();
    return joined.superuser;
  };
  const kith = await start();
  const town = await fillTown(await superuser(), embeddedLogins(await superuser(), 'kith').app, 'kith');
  const running: Running = {
    town,
    kith,
    again: async () => {
      running.kith = await start();
    },
    rows: async <Row extends pg.QueryResultRow>(query: string, values?: unknown[]) => {
      const client = new pg.Client({ ...(await superuser()), database: 'kith' });
      await client.connect();
      try {
        return (await client.query<Row>(query, values)).rows;
      } finally {
        await client.end();
      }
    },
    end: async () => {
      await running.kith.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
  return running;
};
