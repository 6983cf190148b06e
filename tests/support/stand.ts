import pg from 'pg';
import { newId } from '#kernel/ids.ts';
import type { AccountActor, Actor, Role, SystemActor } from '#platform/db/actor.ts';
import { type Gateway, gateway, type Scope } from '#platform/db/as-actor.ts';
import { vaultOf } from '#platform/db/vault.ts';
import { openFamily, type Relation } from '#rooms/families/door.ts';
import { giveRole, introduce, openAccount, openFile } from '#rooms/people/door.ts';
import { loadProgramme } from '#rooms/programme/door.ts';
import { testDatabase } from './database.ts';

/** Monday 23 November 2026, ten in the morning. */
export const MONDAY = Temporal.Instant.from('2026-11-23T10:00:00Z');

type Work<T> = (scope: Scope) => Promise<T>;

export interface TestCentre {
  readonly id: string;
  readonly slug: string;
}

export interface Family {
  readonly personId: string;
  readonly pregnancyId: string;
}

/** An organisation of two centres, and people to act as. */
export interface Ground {
  readonly organisationId: string;
  readonly centres: readonly [TestCentre, TestCentre];
  /** The first centre, where everything is unless told otherwise, and the second. */
  readonly centreId: string;
  readonly otherCentreId: string;
  readonly gateway: Gateway;
  /** The house itself, as an actor. */
  readonly theHouse: SystemActor;
  /** Runs in one transaction, through row security: as an actor, or as anybody who holds the role at a centre. */
  readonly as: <T>(who: Actor | Role, work: Work<T>, centreId?: string) => Promise<T>;
  /** As the parent whose file it is, without an account. */
  readonly asParent: <T>(personId: string, work: Work<T>) => Promise<T>;
  readonly system: <T>(work: Work<T>) => Promise<T>;
  /** Somebody of the team with a file, an account and these roles. */
  readonly member: (name: string, roles: readonly Role[], centreId?: string) => Promise<AccountActor>;
  /** Somebody of the team whose name does not matter. */
  readonly staff: (role: Role, centreId?: string) => Promise<AccountActor>;
  /** A parent's file, with an e-mail address that may be used. */
  readonly file: (givenName: string, familyName?: string) => Promise<string>;
  /** A parent who signs in, for this file or one of their own. */
  readonly parent: (personId?: string, name?: string) => Promise<AccountActor>;
  /** A parent with a pregnancy whom no peer supporter has met yet. */
  readonly stranger: (name: string, dueOn: string | null, relation?: Relation) => Promise<Family>;
  /** The same, introduced to the team. */
  readonly family: (name: string, dueOn: string | null, relation?: Relation) => Promise<Family>;
  readonly openVenue: (name?: string, centreId?: string) => Promise<string>;
}

interface CentreNamed {
  readonly slug: string;
  readonly name: string;
}

export interface GroundOptions {
  readonly slug?: string;
  readonly name?: string;
  /** Two centres; Hartley and Brook Lane unless given. */
  readonly centres?: readonly [CentreNamed, CentreNamed];
  /** Loads the programme that ships. */
  readonly programme?: boolean;
}

const HERE = [
  { slug: 'hartley', name: 'Hartley' },
  { slug: 'brook', name: 'Brook Lane' },
] as const;
/** Another organisation, to be unknown to the first. */
export const ELSEWHERE: GroundOptions = {
  slug: 'other',
  name: 'Somebody Else',
  centres: [
    { slug: 'far', name: 'Far' },
    { slug: 'further', name: 'Further' },
  ],
};

/** Settles an organisation on a database, through any gateway to it. */
export const settle = async (
  way: Gateway,
  clock: () => Temporal.Instant,
  { slug = 'test', name = 'Testing Together', centres = HERE, programme = false }: GroundOptions = {},
): Promise<Ground> => {
  const organisationId = newId();
  const [centreId, otherCentreId] = [newId(), newId()];
  const theHouse: SystemActor = { kind: 'system', organisationId, why: 'test' };
  const actor = (personId: string, roles: AccountActor['roles'] | null): AccountActor => ({
    kind: 'account',
    organisationId,
    accountId: newId(),
    personId,
    side: roles === null ? 'family' : 'team',
    name: 'Somebody',
    roles: roles ?? [],
  });
  const ground: Ground = {
    organisationId,
    centres: [
      { id: centreId, slug: centres[0].slug },
      { id: otherCentreId, slug: centres[1].slug },
    ],
    centreId,
    otherCentreId,
    gateway: way,
    theHouse,
    as: (who, work, at = centreId) =>
      way(typeof who === 'string' ? actor(newId(), [{ role: who, centreId: at }]) : who, clock(), work),
    asParent: (personId, work) => way(actor(personId, null), clock(), work),
    system: (work) => way(theHouse, clock(), work),
    member: async (fullName, roles, at = centreId) => {
      const [givenName = fullName, ...family] = fullName.split(' ');
      const accountId = newId();
      const personId = await ground.system(async (scope) => {
        const made = await openFile(scope, {
          side: 'team',
          centreId: at,
          givenName,
          familyName: family.join(' '),
        });
        await openAccount(scope, { accountId, personId: made, demo: false });
        for (const role of roles) await giveRole(scope, { accountId, role, centreId: at });
        return made;
      });
      const held = roles.map((role) => ({ role, centreId: at }));
      return { ...actor(personId, held), accountId, name: fullName };
    },
    staff: (role, at) => ground.member('Sam Reed', [role], at),
    file: (givenName, familyName = 'Hale') =>
      ground.system((scope) =>
        openFile(scope, {
          side: 'family',
          centreId,
          givenName,
          familyName,
          contact: { email: `${givenName.toLowerCase()}@example.org`, phone: '07700 900123', mayEmail: true },
        }),
      ),
    parent: async (personId, called = 'Amina') => {
      const parent = { ...actor(personId ?? (await ground.file(called)), null), name: called };
      await ground.system((scope) =>
        openAccount(scope, { accountId: parent.accountId, personId: parent.personId, demo: false }),
      );
      return parent;
    },
    stranger: (fullName, dueOn, relation = 'pregnant') =>
      ground.system(async (scope) => {
        const [givenName = fullName, ...rest] = fullName.split(' ');
        const personId = await openFile(scope, {
          side: 'family',
          centreId,
          givenName,
          familyName: rest.join(' '),
          contact: { phone: '07700 900123', mayText: true },
        });
        const { pregnancyId } = await openFamily(scope, {
          centreId,
          dueOn: dueOn === null ? null : Temporal.PlainDate.from(dueOn),
          personId,
          relation,
        });
        return { personId, pregnancyId };
      }),
    family: async (fullName, dueOn, relation) => {
      const family = await ground.stranger(fullName, dueOn, relation);
      await ground.system((scope) => introduce(scope, family.personId));
      return family;
    },
    openVenue: async (venue = 'Children’s Centre', at = centreId) => {
      const id = newId();
      await ground.system(({ tx }) =>
        tx
          .insertInto('programme.venues')
          .values({
            organisation_id: organisationId,
            id,
            centre_id: at,
            name: venue,
            room: 'Oak Room',
            address: '1 High Street',
            postcode: 'LS1 1AA',
            capacity: 14,
            step_free: true,
          })
          .execute(),
      );
      return id;
    },
  };
  await ground.system(async (scope) => {
    await scope.tx
      .insertInto('people.organisations')
      .values({ organisation_id: organisationId, slug, name, made_at: clock().toString() })
      .execute();
    await scope.tx
      .insertInto('people.centres')
      .values(
        centres.map((centre, at) => ({
          ...centre,
          organisation_id: organisationId,
          id: at === 0 ? centreId : otherCentreId,
          town: 'Hartley',
          opened_on: '2020-01-01',
        })),
      )
      .execute();
    if (programme) await loadProgramme(scope);
  });
  return ground;
};

/** A ground on a database of its own. */
export interface Stand extends Ground {
  /** The clock of everything that is done here; move it by hand. */
  now: Temporal.Instant;
  /** The owner of the tables: reads and writes past every policy. */
  readonly owner: pg.Client;
  /** Everything left under a name so far, oldest first. */
  readonly announced: (task: string) => Promise<readonly Record<string, unknown>[]>;
  /** Another organisation in the same database. */
  readonly neighbour: () => Promise<Ground>;
  readonly close: () => Promise<void>;
}

export const openStand = async (options: GroundOptions & { now?: Temporal.Instant } = {}): Promise<Stand> => {
  const database = await testDatabase();
  const pool = new pg.Pool({ ...database.app, max: 10, pipeline: true } as pg.PoolConfig);
  const owner = new pg.Client(database.owner);
  // The pool answers before its connections have closed; what one says while its database goes is no failure of a test.
  const left: Promise<void>[] = [];
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    left.push(new Promise((resolve) => client.once('end', () => resolve())));
  });
  await owner.connect();
  const way = gateway(pool, vaultOf('the secret of an organisation that is made up for tests'));
  const clock = () => stand.now;
  const stand = { now: options.now ?? MONDAY } as Stand;
  return Object.assign(stand, await settle(way, clock, options), {
    owner,
    announced: async (task: string) =>
      (
        await owner.query<{ payload: Record<string, unknown> }>(
          `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id`,
          [task],
        )
      ).rows.map(({ payload }) => payload),
    neighbour: () => settle(way, clock, ELSEWHERE),
    close: async () => {
      await Promise.all([pool.end(), owner.end()]);
      await Promise.all(left);
      await database.drop();
    },
  });
};
