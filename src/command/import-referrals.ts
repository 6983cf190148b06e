import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '#platform/config.ts';
import { importReferrals } from '#rooms/referrals/door.ts';
import { organisationIds } from '../app.ts';
import { openKith } from './open.ts';
import { CommandError } from './sentence.ts';

/** Reads a file of referrals: good rows land, bad rows go to FILE.rejects.csv with what to mend; nobody is messaged. */
export const importReferralsFile = async (config: Config, words: readonly string[]): Promise<number> => {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { centre: { type: 'string' }, organisation: { type: 'string' } },
  });
  const [what, path] = positionals;
  if (what !== 'referrals' || !path)
    throw new CommandError(
      'Say what and from where: kith import referrals FILE.csv [--centre SLUG], or kith import volunteers FILE.csv',
    );
  const file = readOrSay(path);
  const kith = await openKith(config, { mustOwn: false });
  try {
    const [first] = await organisationIds(kith.app.pool);
    if (!first)
      throw new CommandError(
        'There is no organisation yet. Make one first: kith user create EMAIL NAME --organisation NAME',
      );
    const organisationId = values.organisation ?? first;
    return await importReferrals(kith.app.gateway, {
      organisationId,
      ...(values.centre && { centreSlug: values.centre }),
      file,
      fileName: basename(path),
      rejectsPath: `${path}.rejects.csv`,
      startedBy: null,
      now: kith.app.clock(),
      onProgress: (done, of) => {
        if (process.stdout.isTTY) process.stdout.write(`\r${done} of ${of} rows`);
      },
    }).then((report) => {
      console.log(
        `\n${report.rowsLanded} landed, ${report.rowsKnown} were known already, ${report.rowsRejected} came back. Nobody was messaged.`,
      );
      if (report.rowsRejected > 0) console.log(`What to mend: ${path}.rejects.csv`);
      return 0;
    });
  } finally {
    await kith.close();
  }
};

const readOrSay = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch {
    throw new CommandError(`There is no file ${path}, or it cannot be read.`);
  }
};
