import { sql } from 'kysely';
import { ROLES, type Role } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type AccountAt, accountsAt } from '#rooms/people/door.ts';
import { type Clock, FIRST_CLOCK, type Possible } from './owner.rules.ts';

/** Who may be given concerns at all. The office and peer supporters never are, whatever page asks. */
export const DUTY_ROLES: readonly Role[] = [
  'volunteer_manager',
  'programme_coordinator',
  'practitioner',
  'specialist',
  'service_lead',
];

export const DUTIES = ['owner', 'deputy', 'last'] as const;
export type Duty = (typeof DUTIES)[number];

export interface OnDuty {
  readonly id: string;
  readonly centreId: string;
  readonly accountId: string;
  readonly duty: Duty;
}

/** Who is on duty now, at one centre or (without one) everywhere; the longest in a duty first. */
export const onDuty = async (scope: Scope, centreId?: string): Promise<readonly OnDuty[]> => {
  const now = scope.now.toString();
  const rows = await scope.tx
    .selectFrom('safeguarding.duties')
    .select(['id', 'centre_id', 'account_id', 'duty'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .$if(centreId !== undefined, (query) => query.where('centre_id', '=', centreId ?? ''))
    .where('from_at', '<=', now)
    .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', now)]))
    .orderBy('from_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    centreId: row.centre_id,
    accountId: row.account_id,
    duty: row.duty,
  }));
};

export interface TeamAt {
  /** Everyone with a role at the centre, each once, by name. */
  readonly members: readonly {
    readonly accountId: string;
    readonly name: string;
    readonly roles: readonly Role[];
  }[];
  readonly possible: Possible;
}

const gathered = (accounts: readonly AccountAt[]): TeamAt['members'] => {
  const members = new Map<string, { accountId: string; name: string; roles: Role[] }>();
  for (const { accountId, name, role } of accounts) {
    const member = members.get(accountId);
    if (member) member.roles.push(role);
    else members.set(accountId, { accountId, name, roles: [role] });
  }
  return [...members.values()];
};

/** Who of a centre is suspended: they would not be able to open what was given to them. */
const awayFrom = async ({ tx }: Scope, centreId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{
    away: string[];
  }>`select safeguarding.away(${centreId}::uuid) as away`.execute(tx);
  return rows[0]?.away ?? [];
};

/**
 * The team of a centre, and who of them could be given a concern: a duty counts while its holder has a fitting role
 * there and is not suspended. Whoever is suspended is still of the team, and can be named.
 */
export const teamAt = async (scope: Scope, centreId: string, duties?: readonly OnDuty[]): Promise<TeamAt> => {
  const held = (duties ?? (await onDuty(scope, centreId))).filter((duty) => duty.centreId === centreId);
  const members = gathered(await accountsAt(scope, centreId, ROLES));
  const away = await awayFrom(scope, centreId);
  const here = members.filter(({ accountId }) => !away.includes(accountId));
  const fit = new Set(
    here
      .filter(({ roles }) => roles.some((role) => DUTY_ROLES.includes(role)))
      .map(({ accountId }) => accountId),
  );
  const holders = (duty: Duty) =>
    held.filter((each) => each.duty === duty && fit.has(each.accountId)).map((each) => each.accountId);
  const withRole = (role: Role) =>
    here.filter(({ roles }) => roles.includes(role)).map(({ accountId }) => accountId);
  return {
    members,
    possible: {
      owners: holders('owner'),
      deputies: holders('deputy'),
      lasts: holders('last'),
      volunteerManagers: withRole('volunteer_manager'),
      serviceLeads: withRole('service_lead'),
    },
  };
};

/** The clock in force on a date. */
export const clockOn = async (scope: Scope, date: Temporal.PlainDate): Promise<Clock> => {
  const row = await scope.tx
    .selectFrom('safeguarding.clocks')
    .select(['acknowledge_within_minutes', 'escalate_again_after_minutes'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('effective_from', '<=', date.toString())
    .orderBy('effective_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        acknowledgeWithinMinutes: row.acknowledge_within_minutes,
        escalateAgainAfterMinutes: row.escalate_again_after_minutes,
      }
    : FIRST_CLOCK;
};

/** The files of accounts, for messages: account id → person id. Closed accounts are not in the map. */
export const filesOfAccounts = async (
  scope: Scope,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (accountIds.length === 0) return new Map();
  const rows = await scope.tx
    .selectFrom('people.accounts')
    .select(['id', 'person_id'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', 'in', [...accountIds])
    .where('closed_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id, row.person_id]));
};

/** The account of a member of the team, by their file; null when they have none. */
export const accountOfFile = async (scope: Scope, personId: string): Promise<string | null> => {
  const row = await scope.tx
    .selectFrom('people.accounts')
    .select('id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
};
