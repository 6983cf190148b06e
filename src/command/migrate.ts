import type { Config } from '#platform/config.ts';
import { openDatabase } from '#platform/db/connect.ts';
import { migrate } from '#platform/db/migrate.ts';

/** Brings the database up to date and says what ran. */
export const migrateNow = async (config: Config): Promise<number> => {
  const connections = await openDatabase({ ...config, onProgress: console.log });
  try {
    const ran = await migrate(connections.owner, { onProgress: console.log });
    console.log(ran.length === 0 ? 'The database is up to date.' : `Done: ${ran.length} migrations.`);
    return 0;
  } finally {
    await connections.stop();
  }
};
