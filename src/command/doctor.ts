import { sql } from 'kysely';
import pg from 'pg';
import { brokenInWords } from '#platform/audit/seal.rules.ts';
import { verifySeals } from '#platform/audit/seal.ts';
import type { Config } from '#platform/config.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { countWaiting } from '#platform/db/migrate.ts';
import { countTexts } from '#platform/db/vault.renew.ts';
import { vaultOf } from '#platform/db/vault.ts';
import { helpLines } from '#rooms/people/door.ts';
import { organisationIds } from '../app.ts';
import { findingsStanding } from '../invariants/finding.queries.ts';
import { openKith } from './open.ts';

export interface Told {
  readonly well: boolean;
  readonly sentence: string;
}

/** The seals are made every ten minutes; what is older than this was forgotten. */
const SEALED_WITHIN_HOURS = 1;
const STARTED_WITHIN_HOURS = 1;

const audit = async (scope: Scope): Promise<readonly Told[]> => {
  const { broken, seals, events, unsealed, last } = await verifySeals(scope);
  const late =
    unsealed.oldest !== null && scope.now.since(unsealed.oldest).total('hours') > SEALED_WITHIN_HOURS;
  return [
    broken
      ? {
          well: false,
          sentence: `The audit is not what was sealed: ${brokenInWords(broken)}. What came before it is whole.`,
        }
      : {
          well: true,
          sentence: `The audit is whole: ${seals} seals over ${events} events${last ? `, the last one ${last.slice(0, 16)}` : ''}.`,
        },
    ...(late
      ? [
          {
            well: false,
            sentence: `${unsealed.events} events of the audit have no seal yet, some for more than an hour: the jobs are not running.`,
          },
        ]
      : []),
  ];
};

const jobs = async (scope: Scope): Promise<Told> => {
  const before = scope.now.subtract({ hours: STARTED_WITHIN_HOURS }).toString();
  const { rows } = await sql<{ late: number }>`
    select count(*)::int as late from graphile_worker.jobs where run_at < ${before}::timestamptz and attempts = 0 and locked_at is null`.execute(
    scope.tx,
  );
  const late = rows[0]?.late ?? 0;
  return late === 0
    ? { well: true, sentence: 'No job has waited for more than an hour.' }
    : {
        well: false,
        sentence: `${late} ${late === 1 ? 'job has' : 'jobs have'} waited for more than an hour: nothing runs them. Start Kith, or kith worker.`,
      };
};

/** Whether the secret that is here opens what is sealed; as kith_owner. A lost signing key is replaced by itself. */
export const sealedTexts = async (owner: pg.PoolConfig, secret: string): Promise<Told> => {
  const client = new pg.Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { newest, others } = await countTexts(client, vaultOf(secret), ['safeguarding', 'disclosures']);
    return others === 0
      ? { well: true, sentence: `Every sealed text is under the secret in use: ${newest}.` }
      : {
          well: false,
          sentence: `${others} sealed texts are not under the secret in use. Say kith keys, and have the secret of before at hand.`,
        };
  } finally {
    await client.end();
  }
};

/** What is well and what is not with one organisation, for whoever looks after the installation; as the house. */
export const examine = async (scope: Scope): Promise<readonly Told[]> => {
  const unconfirmed = (await helpLines(scope)).filter((line) => line.confirmedOn === null).length;
  const standing = await findingsStanding(scope);
  return [
    ...(await audit(scope)),
    await jobs(scope),
    {
      well: standing === 0,
      sentence:
        standing === 0
          ? 'Nothing that cannot be was found last night.'
          : `${standing} ${standing === 1 ? 'thing' : 'things'} that cannot be stand on the page “What cannot be”.`,
    },
    {
      well: unconfirmed === 0,
      sentence:
        unconfirmed === 0
          ? 'Every urgent number is confirmed.'
          : `${unconfirmed} urgent ${unconfirmed === 1 ? 'number is' : 'numbers are'} not confirmed by a named person.`,
    },
  ];
};

/** Looks whether everything is as it should be, and says what is not. Exit code 1 when something is wrong. */
export const doctor = async (config: Config): Promise<number> => {
  const kith = await openKith(config, { mustOwn: false });
  const { app } = kith;
  let allWell = true;
  const say = ({ well, sentence }: Told) => {
    allWell &&= well;
    console.log(`${well ? 'well ' : 'WRONG'}  ${sentence}`);
  };
  try {
    const waiting = await countWaiting(kith.connections.owner);
    say({
      well: waiting === 0,
      sentence: waiting === 0 ? 'The database is up to date.' : `${waiting} migrations have not run.`,
    });
    say(await sealedTexts(kith.connections.owner, kith.secret));
    for (const organisationId of await organisationIds(app.pool))
      for (const told of await app.gateway(
        { kind: 'system', organisationId, why: 'doctor' },
        app.clock(),
        examine,
      ))
        say(told);
    return allWell ? 0 : 1;
  } finally {
    await kith.close();
  }
};
