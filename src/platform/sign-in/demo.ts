import { sql } from 'kysely';
import type pg from 'pg';
import { ROLES, type Role, roleWords } from '../db/actor.ts';
import type { Gateway } from '../db/as-actor.ts';
import { addressesOf } from './sign-ins.ts';

/** The one password of every demonstration account: printed by `npm start` and shown on the page, so no secret at all. */
export const DEMO_PASSWORD = 'three-warm-mugs';

/** Somebody of the demonstration whom a newcomer can be. */
export interface DemoPerson {
  readonly name: string;
  readonly is: string;
  readonly email: string;
}

const PARENTS_SHOWN = 2;
// The order in which a newcomer understands the programme: the work with families first.
const SHOWN: readonly Role[] = [
  'practitioner',
  'volunteer_manager',
  'administrator',
  'peer_supporter',
  'programme_coordinator',
  'service_lead',
  'specialist',
];

/** One person for each role and two parents, the first that the demonstration opened; empty elsewhere. */
export const demoPeople = async (
  gateway: Gateway,
  signInPool: pg.Pool,
  organisationId: string,
  now: Temporal.Instant,
): Promise<readonly DemoPerson[]> => {
  const rows = await gateway(
    { kind: 'system', organisationId, why: 'show the demonstration sign-ins' },
    now,
    ({ tx }) =>
      tx
        .selectFrom('people.accounts as a')
        .innerJoin('people.persons as p', (join) =>
          join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.person_id'),
        )
        .leftJoin('people.roles as r', (join) =>
          join
            .onRef('r.organisation_id', '=', 'a.organisation_id')
            .onRef('r.account_id', '=', 'a.id')
            .on('r.ended_at', 'is', null),
        )
        .leftJoin('people.centres as c', (join) =>
          join.onRef('c.organisation_id', '=', 'r.organisation_id').onRef('c.id', '=', 'r.centre_id'),
        )
        .where('a.organisation_id', '=', organisationId)
        .where('a.demo', '=', true)
        .where('a.closed_at', 'is', null)
        .select([
          'a.id',
          'p.side',
          'r.role',
          'c.name as centre',
          sql<string>`trim(coalesce(nullif(p.known_as, ''), p.given_name) || ' ' || p.family_name)`.as(
            'name',
          ),
        ])
        .orderBy('a.id')
        .execute(),
  );
  const team = SHOWN.filter((role) => ROLES.includes(role)).flatMap((role) => {
    const first = rows.find((row) => row.role === role);
    return first
      ? [
          {
            id: first.id,
            name: first.name,
            is: first.centre ? `${roleWords[role]}, ${first.centre}` : roleWords[role],
          },
        ]
      : [];
  });
  const parents = rows.filter((row) => row.side === 'family').slice(0, PARENTS_SHOWN);
  const shown = [...team, ...parents.map(({ id, name }) => ({ id, name, is: 'parent' }))];
  const addresses = await addressesOf(
    signInPool,
    shown.map(({ id }) => id),
  );
  return shown.flatMap(({ id, name, is }) => {
    const email = addresses.get(id);
    return email === undefined ? [] : [{ name, is, email }];
  });
};
