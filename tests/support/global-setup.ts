import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bootstrap } from '#platform/db/bootstrap.ts';
import { embeddedLogins } from '#platform/db/connect.ts';
import { type Superuser, startEmbeddedServer } from '#platform/db/embedded-server.ts';
import { migrate } from '#platform/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    superuser: Superuser;
    template: string;
  }
}

const TEMPLATE = 'kith_template';

/** One cluster for the whole run, with a migrated database that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(realpathSync(tmpdir()), 'kith-tests-'));
  const binaries = process.env.KITH_TEST_POSTGRES_BIN;
  const server = await startEmbeddedServer({
    dataDir,
    durable: false,
    temporary: true,
    ...(binaries === undefined || binaries === '' ? {} : { binaries }),
  });
  try {
    await bootstrap(server.superuser, { database: TEMPLATE });
    await migrate(embeddedLogins(server.superuser, TEMPLATE).owner);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('superuser', server.superuser);
  project.provide('template', TEMPLATE);
  return () => server.stop();
}
