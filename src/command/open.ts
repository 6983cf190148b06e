import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#platform/config.ts';
import { type Connections, openDatabase } from '#platform/db/connect.ts';
import { migrate } from '#platform/db/migrate.ts';
import { type App, openApp } from '../app.ts';

/** KITH_SECRET, or (beside the embedded database) one made at the first start and kept with the data. */
const secretFor = (config: Config): string => {
  if (config.secret) return config.secret;
  const file = join(config.dataDir, 'secret');
  if (!existsSync(file)) {
    mkdirSync(config.dataDir, { recursive: true });
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
};

export interface Opened {
  readonly connections: Connections;
  readonly secret: string;
  readonly app: App;
  readonly close: () => Promise<void>;
}

/** Finds or brings up the database, migrates it, and opens Kith over it without listening. */
export const openKith = async (
  config: Config,
  options: { readonly mustOwn: boolean; readonly say?: (sentence: string) => void; readonly log?: boolean },
): Promise<Opened> => {
  const say = options.say ?? (() => undefined);
  const connections = await openDatabase({ ...config, mustOwn: options.mustOwn, onProgress: say });
  try {
    await migrate(connections.owner, { onProgress: say });
    const secret = secretFor(config);
    const app = await openApp({
      config,
      connections,
      secret,
      ...(options.log !== undefined && { log: options.log }),
    });
    return {
      connections,
      secret,
      app,
      close: async () => {
        await app.close();
        await connections.stop();
      },
    };
  } catch (error) {
    await connections.stop();
    throw error;
  }
};
