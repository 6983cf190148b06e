import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Asked, Part, Readiness, ReadinessFacts, Requirement } from './readiness.rules.ts';
import { readinessOn } from './readiness.rules.ts';

type Dates<T> = {
  readonly [K in keyof T]: T[K] extends Temporal.PlainDate
    ? string
    : T[K] extends Temporal.PlainDate | null
      ? string | null
      : T[K];
};
type Each<K extends 'roles' | 'suspensions' | 'proofs' | 'exemptions' | 'levels'> = readonly Dates<
  ReadinessFacts[K][number]
>[];

interface FactsRow {
  readonly account_id: string;
  readonly person_id: string;
  readonly applicant_id: string | null;
  readonly closed_on: string | null;
  readonly roles: Each<'roles'>;
  readonly suspensions: Each<'suspensions'>;
  readonly proofs: Each<'proofs'>;
  readonly exemptions: Each<'exemptions'>;
  readonly levels: Each<'levels'>;
  readonly asked_on: string;
  readonly pauses_on: string | null;
}

const day = (text: string) => Temporal.PlainDate.from(text);
const dayOrNull = (text: string | null) => (text === null ? null : day(text));

/** Every version of what is asked of volunteers, by part, place on the page and date. */
export const requirementsOf = async (scope: Scope): Promise<readonly Requirement[]> => {
  const rows = await scope.tx
    .selectFrom('delivery.requirements')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('part')
    .orderBy('position')
    .orderBy('effective_from')
    .execute();
  return rows.map((row) => ({
    part: row.part,
    code: row.code as Asked,
    version: row.version,
    effectiveFrom: day(row.effective_from),
    dropped: row.dropped,
    minimum: row.minimum,
    validMonths: row.valid_months,
    graceDays: row.grace_days,
    renewDays: row.renew_days,
    keepsEarned: row.keeps_earned,
    position: row.position,
    words: row.words,
  }));
};

const factsFrom = (row: FactsRow, requirements: readonly Requirement[]): ReadinessFacts => ({
  accountId: row.account_id,
  personId: row.person_id,
  applicantId: row.applicant_id,
  closedOn: dayOrNull(row.closed_on),
  roles: row.roles.map((each) => ({ ...each, endedOn: dayOrNull(each.endedOn) })),
  suspensions: row.suspensions.map((each) => ({
    fromOn: day(each.fromOn),
    untilOn: dayOrNull(each.untilOn),
  })),
  proofs: row.proofs.map((each) => ({
    ...each,
    earnedOn: day(each.earnedOn),
    expiresOn: dayOrNull(each.expiresOn),
  })),
  exemptions: row.exemptions.map((each) => ({
    ...each,
    fromOn: day(each.fromOn),
    untilOn: day(each.untilOn),
    endedOn: dayOrNull(each.endedOn),
  })),
  levels: row.levels.map((each) => ({ ...each, on: day(each.on) })),
  requirements,
  askedOn: day(row.asked_on),
  pausesOn: dayOrNull(row.pauses_on),
});

/**
 * What readiness is decided from, by account, for people whom the actor manages and for the actor. `days` are the days
 * that will be asked about: the level of check depends on the day, and the highest is taken where a day was not named.
 */
export const readinessFacts = async (
  scope: Scope,
  accountIds: readonly string[],
  days: readonly Temporal.PlainDate[],
): Promise<ReadonlyMap<string, ReadinessFacts>> => {
  if (accountIds.length === 0) return new Map();
  const asked = [...new Set(days.map((each) => each.toString()))];
  const [requirements, { rows }] = await Promise.all([
    requirementsOf(scope),
    sql<FactsRow>`
      select account_id, person_id, applicant_id, closed_on::text as closed_on, roles, suspensions, proofs, exemptions, levels,
        asked_on::text as asked_on, pauses_on::text as pauses_on
      from delivery.readiness_facts(${[...new Set(accountIds)]}::uuid[], ${asked}::date[], ${scope.now.toString()}::timestamptz)`.execute(
      scope.tx,
    ),
  ]);
  return new Map(rows.map((row) => [row.account_id, factsFrom(row, requirements)]));
};

const NOBODY: Readiness = {
  answer: 'no',
  reasons: [{ code: 'role', why: 'role' }],
  renewals: [],
  pauses: [],
};

/** Whether each of these people may do a part on one day at a centre; whoever the actor may not ask about may not. */
export const readinessOf = async (
  scope: Scope,
  accountIds: readonly string[],
  ask: { readonly part: Part; readonly on: Temporal.PlainDate; readonly centreId: string | null },
): Promise<ReadonlyMap<string, Readiness>> => {
  const facts = await readinessFacts(scope, accountIds, [ask.on]);
  return new Map(
    accountIds.map((accountId) => {
      const of = facts.get(accountId);
      return [accountId, of ? readinessOn(of, ask.part, ask.on, ask.centreId) : NOBODY];
    }),
  );
};
