import { mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { repositoryRoot } from '../root.ts';
import { bootstrap } from './bootstrap.ts';
import { readCatalog } from './catalog.ts';
import { embeddedLogins } from './connect.ts';
import { startEmbeddedServer } from './embedded-server.ts';
import { migrate } from './migrate.ts';
import { schemaSql, schemaTypes } from './schema-text.ts';

/** What `npm run generate` writes, by its path in the repository. */
export type Generated = Readonly<Record<string, string>>;

/** Brings a scratch database up from the migrations and writes down what it then is. */
export async function generate(): Promise<Generated> {
  const dataDir = mkdtempSync(join(realpathSync(tmpdir()), 'kith-generate-'));
  const server = await startEmbeddedServer({ dataDir, durable: false, temporary: true });
  try {
    await bootstrap(server.superuser, { database: 'scratch' });
    const { owner } = embeddedLogins(server.superuser, 'scratch');
    await migrate(owner);
    const client = new pg.Client(owner);
    await client.connect();
    try {
      const catalog = await readCatalog(client);
      return {
        'db/schema.sql': schemaSql(catalog),
        'src/platform/db/schema.generated.ts': schemaTypes(catalog),
      };
    } finally {
      await client.end();
    }
  } finally {
    await server.stop();
  }
}

/** The paths whose committed text is no longer what the migrations make. */
export function stale(made: Generated): string[] {
  return Object.keys(made).filter((path) => {
    try {
      return readFileSync(join(repositoryRoot(), path), 'utf8').replaceAll('\r\n', '\n') !== made[path];
    } catch {
      return true;
    }
  });
}
