import pg from 'pg';
import { newId } from '#kernel/ids.ts';
import type { AccountActor, Role, SystemActor } from '#platform/db/actor.ts';
import { type Gateway, gateway, type Scope } from '#platform/db/as-actor.ts';
import { testDatabase } from '../../../tests/support/database.ts';

export const now = Temporal.Instant.from('2026-11-23T09:00:00Z');

/** An organisation with two centres, for the tests of this room. */
export interface Stand {
  readonly system: SystemActor;
  readonly gateway: Gateway;
  readonly centreId: string;
  readonly otherCentreId: string;
  /** Somebody of the team who holds the roles at the first centre, or (told so) at the other. */
  readonly staff: (role: Role, centreId?: string) => Promise<AccountActor>;
  /** A parent, for a file that is there already if one is given. */
  readonly parent: (personId?: string) => Promise<AccountActor>;
  readonly as: <T>(actor: AccountActor | SystemActor, work: (scope: Scope) => Promise<T>) => Promise<T>;
  readonly openVenue: (name?: string, centreId?: string) => Promise<string>;
  readonly end: () => Promise<void>;
}

const settle = async (asActor: Gateway, slug: string, end: Stand['end']): Promise<Stand> => {
  const organisationId = newId();
  const system: SystemActor = { kind: 'system', organisationId, why: 'test' };
  const as: Stand['as'] = (actor, work) => asActor(actor, now, work);
  const [centreId, otherCentreId] = [newId(), newId()];
  const at = now.toString();
  await as(system, async ({ tx }) => {
    await tx
      .insertInto('people.organisations')
      .values({ organisation_id: organisationId, slug, name: 'Harbour Families', made_at: at })
      .execute();
    await tx
      .insertInto('people.centres')
      .values(
        [centreId, otherCentreId].map((id, place) => ({
          organisation_id: organisationId,
          id,
          slug: `centre-${place + 1}`,
          name: place === 0 ? 'Hartley' : 'Millbrook',
          town: 'Hartley',
          opened_on: '2020-01-01',
        })),
      )
      .execute();
  });
  const someone = async (
    side: 'team' | 'family',
    roles: AccountActor['roles'],
    known?: string,
  ): Promise<AccountActor> => {
    const [accountId, personId] = [newId(), known ?? newId()];
    await as(system, async ({ tx }) => {
      if (known === undefined)
        await tx
          .insertInto('people.persons')
          .values({
            organisation_id: organisationId,
            id: personId,
            centre_id: centreId,
            side,
            given_name: 'Sam',
            made_at: at,
          })
          .execute();
      await tx
        .insertInto('people.accounts')
        .values({ organisation_id: organisationId, id: accountId, person_id: personId, made_at: at })
        .execute();
    });
    return { kind: 'account', organisationId, accountId, personId, side, name: 'Sam', roles };
  };
  return {
    system,
    gateway: asActor,
    end,
    centreId,
    otherCentreId,
    as,
    staff: (role, where = centreId) => someone('team', [{ role, centreId: where }]),
    parent: (personId) => someone('family', [], personId),
    openVenue: async (name = 'Children’s Centre', where = centreId) => {
      const id = newId();
      await as(system, ({ tx }) =>
        tx
          .insertInto('programme.venues')
          .values({
            organisation_id: organisationId,
            id,
            centre_id: where,
            name,
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
};

/** A database with one organisation in it; `neighbour` gives another organisation in the same database. */
export const stand = async (): Promise<Stand & { readonly neighbour: () => Promise<Stand> }> => {
  const database = await testDatabase();
  const pool = new pg.Pool(database.app);
  const left: Promise<void>[] = [];
  pool.on('connect', (client) => {
    left.push(new Promise((resolve) => client.once('end', () => resolve())));
  });
  const asActor = gateway(pool);
  const end = async () => {
    await pool.end();
    // The pool answers before its connections have closed, and a database that is dropped cuts them off.
    await Promise.all(left);
    await database.drop();
  };
  const here = await settle(asActor, 'harbour', end);
  return { ...here, neighbour: () => settle(asActor, 'neighbour', end) };
};
