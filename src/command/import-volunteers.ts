import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Config } from '#platform/config.ts';
import { importVolunteers } from '#rooms/recruiting/door.ts';
import { organisationIds } from '../app.ts';
import { openKith } from './open.ts';
import { CommandError } from './sentence.ts';

const read = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch {
    throw new CommandError(`There is no file ${path}, or it cannot be read.`);
  }
};

/** Reads a file of volunteers: good rows land, bad rows go to FILE.rejects.csv with what to mend; nobody is messaged. */
export const importVolunteersFile = async (config: Config, words: readonly string[]): Promise<number> => {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { centre: { type: 'string' }, organisation: { type: 'string' } },
  });
  const [, path] = positionals;
  if (!path) throw new CommandError('Say from where: kith import volunteers FILE.csv [--centre SLUG]');
  const file = read(path);
  const kith = await openKith(config, { mustOwn: false });
  try {
    const [first] = await organisationIds(kith.app.pool);
    if (!first)
      throw new CommandError(
        'There is no organisation yet. Make one first: kith user create EMAIL NAME --organisation NAME',
      );
    const report = await importVolunteers(kith.app.gateway, {
      organisationId: values.organisation ?? first,
      ...(values.centre && { centreSlug: values.centre }),
      file,
      origin: config.publicUrl ?? '',
      rejectsPath: `${path}.rejects.csv`,
      now: kith.app.clock(),
      onProgress: (done, of) => {
        if (process.stdout.isTTY) process.stdout.write(`\r${done} of ${of} rows`);
      },
    });
    console.log(
      `\n${report.rowsLanded} landed, ${report.rowsKnown} were known already, ${report.rowsRejected} came back. Nobody was messaged or invited.`,
    );
    if (report.passedOver.length > 0)
      console.log(`Headings we do not know, passed over: ${report.passedOver.join(', ')}`);
    if (report.rowsRejected > 0) console.log(`What to mend: ${path}.rejects.csv`);
    return 0;
  } finally {
    await kith.close();
  }
};
