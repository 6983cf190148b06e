import { verifySeals } from '#platform/audit/seal.ts';
import type { Config } from '#platform/config.ts';
import { countWaiting } from '#platform/db/migrate.ts';
import { helpLines } from '#rooms/people/door.ts';
import { organisationIds } from '../app.ts';
import { openKith } from './open.ts';

/** Looks whether everything is as it should be, and says what is not. Exit code 1 when something is wrong. */
export const doctor = async (config: Config): Promise<number> => {
  const kith = await openKith(config, { mustOwn: false });
  const { app } = kith;
  let well = true;
  const say = (good: boolean, sentence: string) => {
    well &&= good;
    console.log(`${good ? 'well ' : 'WRONG'}  ${sentence}`);
  };
  try {
    const waiting = await countWaiting(kith.connections.owner);
    say(waiting === 0, waiting === 0 ? 'The database is up to date.' : `${waiting} migrations have not run.`);
    for (const organisationId of await organisationIds(app.pool)) {
      await app.gateway({ kind: 'system', organisationId, why: 'doctor' }, app.clock(), async (scope) => {
        const seals = await verifySeals(scope);
        say(
          seals.broken === null,
          seals.broken === null
            ? `The audit is whole: ${seals.seals} seals over ${seals.events} events.`
            : `The audit was changed: ${seals.broken}`,
        );
        const unconfirmed = (await helpLines(scope)).filter((line) => line.confirmedOn === null);
        say(
          unconfirmed.length === 0,
          unconfirmed.length === 0
            ? 'Every urgent number is confirmed.'
            : `${unconfirmed.length} urgent numbers are not confirmed by a named person.`,
        );
      });
    }
    return well ? 0 : 1;
  } finally {
    await kith.close();
  }
};
