import type { Config } from '#platform/config.ts';
import { type Connections, openDatabase } from '#platform/db/connect.ts';
import { migrate } from '#platform/db/migrate.ts';
import { sealOpenTexts } from '#platform/db/vault.renew.ts';
import { vaultOf } from '#platform/db/vault.ts';
import { type App, openApp } from '../app.ts';
import { secretsFor } from './secrets.ts';

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
    const { secret, before } = secretsFor(config);
    await sealOpenTexts(connections.owner, vaultOf(secret, before));
    const app = await openApp({
      config,
      connections,
      secret,
      ...(before !== undefined && { secretBefore: before }),
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
