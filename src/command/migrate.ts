import type { Config } from '#platform/config.ts';
import { openDatabase } from '#platform/db/connect.ts';
import { migrate } from '#platform/db/migrate.ts';
import { sealOpenTexts } from '#platform/db/vault.renew.ts';
import { vaultOf } from '#platform/db/vault.ts';
import { secretsThere } from './secrets.ts';

/** Brings the database up to date, seals what was written before it was sealed, and says what ran. */
export const migrateNow = async (config: Config): Promise<number> => {
  const connections = await openDatabase({ ...config, onProgress: console.log });
  try {
    const ran = await migrate(connections.owner, { onProgress: console.log });
    // Without one, the first Kith that starts seals them.
    const secrets = secretsThere(config);
    if (secrets) {
      const { renewed } = await sealOpenTexts(connections.owner, vaultOf(secrets.secret, secrets.before));
      if (renewed > 0) console.log(`Sealed: ${renewed} texts that stood open.`);
    }
    console.log(ran.length === 0 ? 'The database is up to date.' : `Done: ${ran.length} migrations.`);
    return 0;
  } finally {
    await connections.stop();
  }
};
