import { Refusal } from '#kernel/refusal.ts';
import { ConfigError, readConfig } from '#platform/config.ts';
import { BootstrapError } from '#platform/db/bootstrap.ts';
import { DataInUseError, EmbeddedServerError } from '#platform/db/embedded-server.ts';
import { MigrationError } from '#platform/db/migrate.ts';
import { doctor } from './doctor.ts';
import { exportTo } from './export.ts';
import { importReferralsFile } from './import-referrals.ts';
import { importVolunteersFile } from './import-volunteers.ts';
import { keys } from './keys.ts';
import { migrateNow } from './migrate.ts';
import { CommandError } from './sentence.ts';
import { start } from './start.ts';
import { createFirst } from './user-create.ts';
import { unlock } from './user-unlock.ts';
import { work } from './worker.ts';

const HELP = `kith: the hub of a peer support programme

  kith start [--empty] [--demo]       brings up the database, migrates, serves the pages
  kith worker                         runs the jobs alone (with WORKER=apart on the servers)
  kith migrate                        brings the database up to date and stops
  kith import referrals FILE.csv      reads a file of referrals [--centre SLUG]
  kith import volunteers FILE.csv     reads a file of volunteers you have already [--centre SLUG]
  kith export DIR                     writes every table as CSV
  kith user create EMAIL NAME         a first administrator, or another one
  kith user unlock EMAIL              for somebody who lost their phone or password
  kith keys [new|rotate]              under which secret texts are sealed, and changing it
  kith doctor                         looks whether everything is as it should be

Settings come from the environment: PORT, HOST, DATA_DIR, DATABASE_URL, KITH_SECRET, KITH_SECRET_BEFORE, PUBLIC_URL, SMTP_URL, MAIL_FROM, WORKER, TRUST_PROXY.
`;

const PLAIN = [
  CommandError,
  ConfigError,
  BootstrapError,
  DataInUseError,
  EmbeddedServerError,
  MigrationError,
  Refusal,
];

/** Runs one command and gives the exit code: 0 done, 1 not done and said why, 2 not understood. */
export const run = async (words: readonly string[]): Promise<number> => {
  const [command = '', ...rest] = words;
  try {
    const config = readConfig(process.env);
    switch (command) {
      case 'start':
        return await start(config, { empty: rest.includes('--empty'), demo: rest.includes('--demo') });
      case 'worker':
        return await work(config);
      case 'migrate':
        return await migrateNow(config);
      case 'import':
        return await (rest[0] === 'volunteers' ? importVolunteersFile : importReferralsFile)(config, rest);
      case 'export':
        return await exportTo(config, rest);
      case 'user':
        return await (rest[0] === 'unlock' ? unlock : createFirst)(config, rest);
      case 'keys':
        return await keys(config, rest);
      case 'doctor':
        return await doctor(config);
      default:
        console.log(HELP);
        return command === '' || command === 'help' || command === '--help' ? 0 : 2;
    }
  } catch (error) {
    if (PLAIN.some((kind) => error instanceof kind)) {
      console.error((error as Error).message);
      return 1;
    }
    throw error;
  }
};
