import pg from 'pg';
import type { Config } from '#platform/config.ts';
import { openDatabase } from '#platform/db/connect.ts';
import { countTexts, renewTexts, unsaidColumns } from '#platform/db/vault.renew.ts';
import { type HouseVault, vaultOf } from '#platform/db/vault.ts';
import { renewSecondSteps } from '#platform/sign-in/second-step.renew.ts';
import { changeSecretFile, secretFiles, secretsFor } from './secrets.ts';
import { CommandError } from './sentence.ts';

const withOwner = async <T>(owner: pg.PoolConfig, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** A Kith that knows only the secret of before would find texts that it cannot open. */
const refuseBesideOthers = async (client: pg.Client, vault: HouseVault): Promise<void> => {
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity
      where datname = current_database() and application_name ~ '^kith [0-9a-f]{12}$' and application_name <> $1`,
    [`kith ${vault.trace}`],
  );
  if ((rows[0]?.others ?? 0) > 0)
    throw new CommandError(
      'A Kith is running that does not know the new secret yet. Stop it, start it anew with the same settings as here, and then run this again. Nothing was changed.',
    );
};

const newSecret = (config: Config): number => {
  if (config.secret)
    throw new CommandError(
      'The secret comes from KITH_SECRET here, so Kith cannot change it. Put the present one into KITH_SECRET_BEFORE and a new one into KITH_SECRET, start every Kith anew, then run: kith keys rotate',
    );
  changeSecretFile(config);
  const { secret, before } = secretFiles(config);
  console.log(
    `A new secret stands in ${secret}, and the one before in ${before}.\nNow stop Kith and start it anew: it then opens with both and seals with the new one. After that, while it runs: kith keys rotate`,
  );
  return 0;
};

const goes = (config: Config): string =>
  config.secret
    ? 'KITH_SECRET_BEFORE may go now: take it out of the settings and start every Kith anew.'
    : `The secret before may go now: move ${secretFiles(config).before} away and start Kith anew.`;

const rotate = async (config: Config): Promise<number> => {
  const { secret, before } = secretsFor(config);
  if (before === undefined || before === secret)
    throw new CommandError(
      config.secret
        ? 'There is no secret of before. Put the old one into KITH_SECRET_BEFORE and the new one into KITH_SECRET, then run this again.'
        : 'There is no secret of before, so nothing is to be done. To change the secret, begin with: kith keys new',
    );
  const vault = vaultOf(secret, before);
  const connections = await openDatabase({ ...config });
  try {
    const { owner } = connections;
    await withOwner(owner, (client) => refuseBesideOthers(client, vault));
    console.log('Under the new secret now:');
    const { renewed, shut } = await renewTexts(owner, vault, console.log);
    const steps = await renewSecondSteps(owner, { secret, before });
    console.log(`${renewed} texts and ${steps.renewed} authenticator apps in all.`);
    const unsaid = await withOwner(owner, unsaidColumns);
    // What neither opens is not helped by keeping the one before; keys make themselves anew, apps are set up anew.
    const texts = shut.map(
      ({ table, column, texts }) => `${texts} in ${table}.${column} open with neither secret`,
    );
    if (steps.shut > 0)
      texts.push(`${steps.shut} authenticator apps open with neither secret: kith user unlock`);
    if (texts.length > 0) console.log(`Left as they are:\n  ${texts.join('\n  ')}`);
    const words = shut.some(({ purpose }) => purpose !== 'signing-keys');
    if (unsaid.length > 0)
      console.log(
        `These hold sealed texts and do not say so, which is a fault in Kith: ${unsaid.join(', ')}.`,
      );
    if (words || unsaid.length > 0) {
      console.log('Keep the secret before, and look for one that is older still.');
      return 1;
    }
    console.log(
      `${goes(config)}\nKeep it somewhere safe for as long as you keep backups from before today: they open with nothing else.`,
    );
    return 0;
  } finally {
    await connections.stop();
  }
};

const tell = async (config: Config): Promise<number> => {
  const { secret, before } = secretsFor(config);
  const connections = await openDatabase({ ...config });
  try {
    const { newest, others } = await withOwner(connections.owner, (client) =>
      countTexts(client, vaultOf(secret, before)),
    );
    console.log(`${newest} texts are under the secret in use, ${others} are not.`);
    if (others > 0)
      console.log(
        before === undefined
          ? 'Some stand under a secret that is not here, or in the older form. Give the one before as KITH_SECRET_BEFORE, then run: kith keys rotate'
          : 'Run: kith keys rotate',
      );
    return 0;
  } finally {
    await connections.stop();
  }
};

/** Says under which secret things stand; `new` makes one beside the data, `rotate` brings everything under it. */
export const keys = async (config: Config, [what, ...rest]: readonly string[]): Promise<number> => {
  if (rest.length > 0)
    throw new CommandError(
      'No command takes a secret as a word: it would stand in the list of what runs. Use the settings.',
    );
  if (what === undefined) return tell(config);
  if (what === 'new') return newSecret(config);
  if (what === 'rotate') return rotate(config);
  throw new CommandError('Say which: kith keys, kith keys new, or kith keys rotate');
};
