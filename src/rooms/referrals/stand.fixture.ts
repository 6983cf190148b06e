import pg from 'pg';
import { newId } from '#kernel/ids.ts';
import type { AccountActor, Actor, Role, SystemActor } from '#platform/db/actor.ts';
import { type Gateway, gateway, type Scope } from '#platform/db/as-actor.ts';
import { loadProgramme } from '#rooms/programme/door.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { type Arrival, type NewParent, noNeeds } from './receive/receive.rules.ts';

export const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
export const today = Temporal.PlainDate.from('2026-11-23');

/** An organisation with two centres and its programme, for the tests of this room. */
export interface Stand {
  readonly organisationId: string;
  readonly centreId: string;
  readonly otherCentreId: string;
  readonly system: SystemActor;
  readonly gateway: Gateway;
  readonly staff: (role: Role, centreId?: string) => Promise<AccountActor>;
  readonly parentOf: (personId: string) => Promise<AccountActor>;
  readonly as: <T>(actor: Actor, work: (scope: Scope) => Promise<T>) => Promise<T>;
  readonly house: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;
  /** Everything announced under a name so far, oldest first. */
  readonly announced: (task: string) => Promise<readonly Record<string, unknown>[]>;
  readonly end: () => Promise<void>;
}

const account = async (stand: Pick<Stand, 'house' | 'organisationId'>, personId: string): Promise<string> => {
  const accountId = newId();
  await stand.house(({ tx }) =>
    tx
      .insertInto('people.accounts')
      .values({
        organisation_id: stand.organisationId,
        id: accountId,
        person_id: personId,
        made_at: now.toString(),
      })
      .execute(),
  );
  return accountId;
};

export const stand = async (): Promise<Stand> => {
  const database = await testDatabase();
  const pool = new pg.Pool({ ...database.app, pipeline: true } as pg.PoolConfig);
  // Only the owner of the job library's tables may read what is waiting; the house only leaves work.
  const owner = new pg.Pool(database.owner);
  // Dropping the database ends connections that are still closing.
  for (const each of [pool, owner]) each.on('error', () => undefined);
  const way = gateway(pool);
  const organisationId = newId();
  const [centreId, otherCentreId] = [newId(), newId()];
  const system: SystemActor = { kind: 'system', organisationId, why: 'test' };
  const as: Stand['as'] = (actor, work) => way(actor, now, work);
  const house: Stand['house'] = (work) => as(system, work);
  await house(async (scope) => {
    await scope.tx
      .insertInto('people.organisations')
      .values({
        organisation_id: organisationId,
        slug: 'harbour',
        name: 'Harbour Families',
        made_at: now.toString(),
      })
      .execute();
    await scope.tx
      .insertInto('people.centres')
      .values(
        [
          { id: centreId, slug: 'hartley', name: 'Hartley Centre' },
          { id: otherCentreId, slug: 'brook', name: 'Brook Lane' },
        ].map((centre) => ({
          ...centre,
          organisation_id: organisationId,
          town: 'Hartley',
          opened_on: '2020-01-01',
        })),
      )
      .execute();
    await loadProgramme(scope);
  });
  return {
    organisationId,
    centreId,
    otherCentreId,
    system,
    gateway: way,
    as,
    house,
    staff: async (role, where = centreId) => {
      const personId = newId();
      await house(({ tx }) =>
        tx
          .insertInto('people.persons')
          .values({
            organisation_id: organisationId,
            id: personId,
            centre_id: where,
            side: 'team',
            given_name: 'Sam',
            made_at: now.toString(),
          })
          .execute(),
      );
      const accountId = await account({ house, organisationId }, personId);
      return {
        kind: 'account',
        organisationId,
        accountId,
        personId,
        side: 'team',
        name: 'Sam',
        roles: [{ role, centreId: where }],
      };
    },
    parentOf: async (personId) => {
      const accountId = await account({ house, organisationId }, personId);
      return {
        kind: 'account',
        organisationId,
        accountId,
        personId,
        side: 'family',
        name: 'Amira',
        roles: [],
      };
    },
    announced: async (task) => {
      const { rows } = await owner.query<{ payload: Record<string, unknown> }>(
        `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id`,
        [task],
      );
      return rows.map(({ payload }) => payload);
    },
    end: async () => {
      await Promise.all([pool.end(), owner.end()]);
      await database.drop();
    },
  };
};

export const amira: NewParent = {
  givenName: 'Amira',
  familyName: 'Haddad',
  knownAs: null,
  bornOn: Temporal.PlainDate.from('1994-03-14'),
  pronouns: null,
  language: 'ar',
  interpreterNeeded: true,
  accessNeeds: '',
  nhsNumber: '9434765919',
  contact: {
    email: 'amira@example.org',
    phone: '+447700900123',
    address: null,
    postcode: null,
    mayEmail: true,
    mayText: true,
    mayCall: false,
    mayVoicemail: false,
    neutralOnly: true,
    safeTimes: 'mornings',
  },
};

/** A midwife's referral of Amira, 20 weeks pregnant; say what is different. */
export const arrival = (centreId: string, other: Partial<Arrival> = {}): Arrival => ({
  centreId,
  route: 'professional',
  cameBy: 'form',
  parent: amira,
  relation: 'pregnant',
  family: { dueOn: today.add({ weeks: 20 }), bornOn: null, babiesExpected: 1 },
  needs: { ...noNeeds, why: 'Anxious since moving here.' },
  referrer: {
    name: 'Jo Marsh',
    job: 'Midwife',
    worksFor: 'Kelby midwives',
    email: 'jo@example.org',
    phone: null,
  },
  parentKnows: true,
  tellReferrer: true,
  heardOfUs: '',
  outsideKey: null,
  ...other,
});
