import type { Config } from '#platform/config.ts';
import { openKith } from './open.ts';

/** Runs the jobs alone, until told to stop. */
export const work = async (config: Config): Promise<number> => {
  const kith = await openKith(config, { mustOwn: false, say: console.log });
  try {
    const runner = await kith.app.startWorker();
    console.log('The worker is running. Stop it with Ctrl and C.');
    await new Promise<void>((resolve) => {
      process.once('SIGTERM', () => resolve());
      process.once('SIGINT', () => resolve());
    });
    await runner.stop();
    return 0;
  } finally {
    await kith.close();
  }
};
