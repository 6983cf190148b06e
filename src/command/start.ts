import { sealAudit } from '#platform/audit/seal.ts';
import type { Config } from '#platform/config.ts';
import { fillDemo } from '../../seeds/story.ts';
import { organisationIds } from '../app.ts';
import { openKith } from './open.ts';
import { CommandError } from './sentence.ts';

const untilToldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });

const bar = (done: number, of: number): string => {
  const filled = Math.round((done / of) * 24);
  return `${'█'.repeat(filled)}${'░'.repeat(24 - filled)}`;
};

/** Serves Kith until it is told to stop. The demo programme is filled once, into an empty database of our own. */
export const start = async (
  config: Config,
  ask: { readonly empty: boolean; readonly demo: boolean },
): Promise<number> => {
  const began = performance.now();
  const say = (sentence: string) => console.log(sentence);
  const kith = await openKith(config, { mustOwn: true, say });
  const { app, connections } = kith;
  try {
    const fresh = (await organisationIds(app.pool)).length === 0;
    const demo = fresh && !ask.empty && (connections.embedded || ask.demo);
    const people = demo
      ? await fillDemo(app, (words, done, of) => {
          if (process.stdout.isTTY) process.stdout.write(`\r${bar(done, of)} ${words.padEnd(50)}`);
          else if (done === of) say(words);
        })
      : null;
    if (demo && process.stdout.isTTY) process.stdout.write('\n');
    const runner = config.workerInside ? await app.startWorker() : null;
    const address = await app.server
      .listen({ host: config.host, port: config.port })
      .catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE')
          throw new CommandError(
            `Port ${config.port} is taken by another program. Choose another one: PORT=${config.port + 1} npm start`,
          );
        if (error.code === 'EACCES')
          throw new CommandError(
            `Port ${config.port} may not be opened by this account. Choose one above 1023: PORT=3000 npm start`,
          );
        throw error;
      });
    say(
      `\nKith is ready after ${((performance.now() - began) / 1000).toFixed(1)} s: ${config.publicUrl ?? address}`,
    );
    if (people) {
      say('\nThe demo programme is filled. Nobody in it is real. Sign in as:\n');
      for (const { role, email } of people.signIns) say(`  ${role.padEnd(24)} ${email}`);
      say(`\n  The password of all of them: ${people.password}`);
    } else if (fresh)
      say(
        '\nThere is no organisation yet. Make the first administrator:\n\n  npx kith user create you@example.org "Your Name" --organisation "Your Charity"\n',
      );
    else say('Stop it with Ctrl and C.');
    await untilToldToStop();
    say('Stopping.');
    await runner?.stop();
    // What was done since the last seal is sealed before the lights go out.
    for (const organisationId of await organisationIds(app.pool))
      await sealAudit({ gateway: app.gateway, clock: app.clock, organisationId });
    return 0;
  } finally {
    await kith.close();
  }
};
