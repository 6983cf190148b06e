import { sql } from 'kysely';
import type { Role } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { letterTrouble } from './letter.rules.ts';

export interface AccountAt {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
}

/** Who holds one of these roles at a centre (or at all of them) and can sign in, by name; one row for each role held. */
export const accountsAt = async (
  scope: Scope,
  centreId: string,
  roles: readonly Role[],
): Promise<readonly AccountAt[]> => {
  if (roles.length === 0) return [];
  const rows = await scope.tx
    .selectFrom('people.roles as r')
    .innerJoin('people.accounts as a', (join) =>
      join.onRef('a.organisation_id', '=', 'r.organisation_id').onRef('a.id', '=', 'r.account_id'),
    )
    .innerJoin('people.persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.person_id'),
    )
    .select(['r.account_id', 'r.role', 'p.given_name', 'p.family_name', 'p.known_as'])
    .distinct()
    .where('r.organisation_id', '=', scope.actor.organisationId)
    .where('r.ended_at', 'is', null)
    .where('a.closed_at', 'is', null)
    .where('r.role', 'in', [...roles])
    .where((where) => where.or([where('r.centre_id', '=', centreId), where('r.centre_id', 'is', null)]))
    .orderBy('p.given_name')
    .orderBy('p.family_name')
    .orderBy('r.role')
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    name: `${row.known_as ?? row.given_name} ${row.family_name}`.trim(),
    role: row.role as Role,
  }));
};

/**
 * Names of team members by account id: the whole name for colleagues, the first name alone for a parent, who may
 * know who runs their group. Parents' accounts are not in the map.
 */
export const namesOfAccounts = async (
  scope: Scope,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (accountIds.length === 0) return new Map();
  const found = await sql<{ account_id: string; called_name: string; family_name: string }>`
    select account_id, called_name, family_name from people.team_names(${[...new Set(accountIds)]}::uuid[])`.execute(
    scope.tx,
  );
  return new Map(found.rows.map((row) => [row.account_id, `${row.called_name} ${row.family_name}`.trim()]));
};

export interface TeamMember {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly demo: boolean;
  readonly closed: boolean;
  readonly roles: readonly {
    readonly id: string;
    readonly role: Role;
    readonly centreId: string | null;
    readonly since: Temporal.Instant;
  }[];
}

/** Everyone of the team who can sign in, by name, each with the roles they hold now. */
export const team = async (scope: Scope): Promise<readonly TeamMember[]> => {
  const rows = await scope.tx
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
    .select([
      'a.id',
      'a.person_id',
      'a.demo',
      'a.closed_at',
      'p.given_name',
      'p.family_name',
      'p.known_as',
      'r.id as role_id',
      'r.role',
      'r.centre_id',
      'r.given_at',
    ])
    .where('a.organisation_id', '=', scope.actor.organisationId)
    .where('p.side', '=', 'team')
    .orderBy(sql`p.given_name collate "en-x-icu"`)
    .orderBy(sql`p.family_name collate "en-x-icu"`)
    .orderBy('r.given_at')
    .execute();
  const members = new Map<string, TeamMember>();
  for (const row of rows) {
    const held =
      row.role_id && row.role && row.given_at
        ? [
            {
              id: row.role_id,
              role: row.role as Role,
              centreId: row.centre_id,
              since: Temporal.Instant.from(row.given_at),
            },
          ]
        : [];
    const known = members.get(row.id);
    members.set(row.id, {
      accountId: row.id,
      personId: row.person_id,
      name: `${row.known_as ?? row.given_name} ${row.family_name}`.trim(),
      demo: row.demo,
      closed: row.closed_at !== null,
      roles: [...(known?.roles ?? []), ...held],
    });
  }
  return [...members.values()];
};

export interface SignInOf {
  /** Until when the link that was sent still works; null when none does. */
  readonly invitedUntil: Temporal.Instant | null;
  /** Whether they have ever come in. */
  readonly cameIn: boolean;
  /** Why the last letter did not leave, in words; null where it did. */
  readonly trouble: string | null;
  /** False for the moment between the decision and the sign-in. */
  readonly ready: boolean;
}

interface SignInRow {
  readonly ready: boolean;
  readonly invited_until: string | null;
  readonly came_in: boolean;
  readonly letter: string | null;
}

const signInFrom = (row: SignInRow, side: 'family' | 'team'): SignInOf => ({
  trouble: row.came_in ? null : letterTrouble(row.letter, side),
  ready: row.ready,
  cameIn: row.came_in,
  invitedUntil: row.invited_until === null ? null : Temporal.Instant.from(row.invited_until),
});

/** How far somebody is with coming in; null when the account is not there or the actor may not invite. */
export const signInOf = async (scope: Scope, accountId: string): Promise<SignInOf | null> => {
  const { rows } = await sql<SignInRow>`
    select ready, invited_until, came_in, people.last_letter(account_id) as letter from people.sign_ins_of(array[${accountId}]::uuid[])`.execute(
    scope.tx,
  );
  return rows[0] ? signInFrom(rows[0], 'team') : null;
};

/** The same of the open account of a file; null when it has none. */
export const signInOfFile = async (scope: Scope, personId: string): Promise<SignInOf | null> => {
  const { rows } = await sql<SignInRow>`
    select coalesce(s.ready, false) as ready, s.invited_until, coalesce(s.came_in, false) as came_in, people.last_letter(a.id) as letter
    from people.accounts a left join lateral people.sign_ins_of(array[a.id]) s on true
    where a.organisation_id = ${scope.actor.organisationId} and a.person_id = ${personId} and a.closed_at is null`.execute(
    scope.tx,
  );
  return rows[0] ? signInFrom(rows[0], 'family') : null;
};
