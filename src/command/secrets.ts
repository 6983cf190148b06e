import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#platform/config.ts';
import { CommandError } from './sentence.ts';

/** What seals, signs and derives; the one before opens what it sealed, and nothing else. */
export interface Secrets {
  readonly secret: string;
  readonly before?: string;
}

const newOne = (): string => randomBytes(48).toString('base64url');

export const secretFiles = ({ dataDir }: Pick<Config, 'dataDir'>) => ({
  secret: join(dataDir, 'secret'),
  before: join(dataDir, 'secret.before'),
  next: join(dataDir, 'secret.next'),
});

const read = (file: string): string => readFileSync(file, 'utf8').trim();

/** On the disk when it returns, not only on its way there. */
const write = (file: string, text: string, flag: 'w' | 'wx'): void => {
  const opened = openSync(file, flag, 0o600);
  try {
    writeFileSync(opened, text);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
};

/** KITH_SECRET, or (beside the embedded database) one made at the first start and kept with the data. */
export const secretsFor = (config: Config): Secrets => {
  if (config.secret)
    return { secret: config.secret, ...(config.secretBefore && { before: config.secretBefore }) };
  const files = secretFiles(config);
  if (!existsSync(files.secret)) {
    mkdirSync(config.dataDir, { recursive: true });
    write(files.secret, newOne(), 'wx');
  }
  return { secret: read(files.secret), ...(existsSync(files.before) && { before: read(files.before) }) };
};

/**
 * A new secret takes the place of the file beside the data, and the one before stays beside it. Cut off at any moment
 * there is a secret that opens everything, and doing it again goes on from there. Raises CommandError where the last
 * change is not finished.
 */
export const changeSecretFile = (config: Config): void => {
  const files = secretFiles(config);
  const { secret, before } = secretsFor(config);
  if (before !== undefined && before !== secret)
    throw new CommandError(
      `The last change is not finished: ${files.before} is still there. Run kith keys rotate, and take the file away once it says so.`,
    );
  write(files.next, newOne(), 'w');
  write(files.before, secret, 'w');
  renameSync(files.next, files.secret);
};

/** The secrets where there are any: this makes none, because a secret made here would be another than the servers'. */
export const secretsThere = (config: Config): Secrets | null =>
  config.secret || existsSync(secretFiles(config).secret) ? secretsFor(config) : null;
