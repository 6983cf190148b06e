import pg from 'pg';
import { newId } from '#kernel/ids.ts';
import type { AccountActor, Role } from '#platform/db/actor.ts';
import { gateway, type Scope } from '#platform/db/as-actor.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { openFile } from './files/files.commands.ts';

/** One organisation of two centres on a database of its own, and people to act as; for the tests of two rooms. */
export interface Stand {
  readonly database: TestDatabase;
  readonly organisationId: string;
  readonly centreId: string;
  readonly otherCentreId: string;
  now: Temporal.Instant;
  readonly system: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;
  /** Somebody holding one role at the first centre (or the one given). */
  readonly as: <T>(role: Role, work: (scope: Scope) => Promise<T>, centreId?: string) => Promise<T>;
  readonly asParent: <T>(personId: string, work: (scope: Scope) => Promise<T>) => Promise<T>;
  readonly asActor: <T>(actor: AccountActor, work: (scope: Scope) => Promise<T>) => Promise<T>;
  /** A parent's file at the first centre. */
  readonly parent: (givenName: string, familyName?: string) => Promise<string>;
  readonly owner: pg.Client;
  readonly close: () => Promise<void>;
}

export const openStand = async (): Promise<Stand> => {
  const database = await testDatabase();
  const pool = new pg.Pool({ ...database.app, max: 4 });
  // Dropping the database may meet a connection on its way out; that is no failure of a test.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const owner = new pg.Client(database.owner);
  await owner.connect();
  const run = gateway(pool);
  const organisationId = newId();
  const centreId = newId();
  const otherCentreId = newId();
  const actorOf = (role: Role | null, centre: string, personId = newId()): AccountActor => ({
    kind: 'account',
    organisationId,
    accountId: newId(),
    personId,
    side: role === null ? 'family' : 'team',
    name: 'Somebody',
    roles: role === null ? [] : [{ role, centreId: centre }],
  });
  const stand: Stand = {
    database,
    organisationId,
    centreId,
    otherCentreId,
    owner,
    now: Temporal.Instant.from('2026-11-23T10:00:00Z'),
    system: (work) => run({ kind: 'system', organisationId, why: 'test' }, stand.now, work),
    as: (role, work, centre = centreId) => run(actorOf(role, centre), stand.now, work),
    asParent: (personId, work) => run(actorOf(null, centreId, personId), stand.now, work),
    asActor: (actor, work) => run(actor, stand.now, work),
    parent: (givenName, familyName = 'Hale') =>
      stand.system((scope) =>
        openFile(scope, {
          side: 'family',
          centreId,
          givenName,
          familyName,
          contact: { email: `${givenName.toLowerCase()}@example.org`, phone: '07700 900123', mayEmail: true },
        }),
      ),
    close: async () => {
      await Promise.all([pool.end(), owner.end()]);
      await database.drop();
    },
  };
  await stand.system(async ({ tx }) => {
    await tx
      .insertInto('people.organisations')
      .values({
        organisation_id: organisationId,
        slug: 'test',
        name: 'Testing Together',
        made_at: stand.now.toString(),
      })
      .execute();
    await tx
      .insertInto('people.centres')
      .values([
        {
          organisation_id: organisationId,
          id: centreId,
          slug: 'north',
          name: 'North',
          town: 'Northam',
          opened_on: '2024-01-01',
        },
        {
          organisation_id: organisationId,
          id: otherCentreId,
          slug: 'south',
          name: 'South',
          town: 'Southam',
          opened_on: '2024-01-01',
        },
      ])
      .execute();
  });
  return stand;
};
