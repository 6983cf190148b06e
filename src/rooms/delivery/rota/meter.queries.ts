import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { activityRules, type MeterFacts } from '#rooms/recruiting/door.ts';
import { inForceOn, type ReadinessFacts } from '../readiness/readiness.rules.ts';

/**
 * The days with children of these people, with us and as they declared them, from one day to another, with the rules by
 * which they are counted; by account. For whom the actor manages, and the actor.
 */
export const metersOf = async (
  scope: Scope,
  accountIds: readonly string[],
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<ReadonlyMap<string, MeterFacts>> => {
  if (accountIds.length === 0) return new Map();
  const ids = [...new Set(accountIds)];
  const [rules, { rows }] = await Promise.all([
    activityRules(scope),
    sql<{ account_id: string; day: string }>`
      select account_id, day::text as day from delivery.child_days(${ids}::uuid[], ${from.toString()}::date, ${until.toString()}::date)`.execute(
      scope.tx,
    ),
  ]);
  const days = new Map<string, { on: Temporal.PlainDate }[]>(ids.map((id) => [id, []]));
  for (const { account_id, day } of rows) days.get(account_id)?.push({ on: Temporal.PlainDate.from(day) });
  return new Map([...days].map(([id, its]) => [id, { days: its, rules }]));
};

/** Whether the check with the children's barred list holds on a day, by the grace that is allowed for a check. */
export const barredListOn = (facts: ReadinessFacts, on: Temporal.PlainDate): boolean => {
  const grace =
    inForceOn(facts.requirements, 'creche', on).find((each) => each.code === 'clearance')?.graceDays ?? 0;
  return facts.proofs.some(
    (proof) =>
      proof.code === 'clearance' &&
      proof.level === 3 &&
      Temporal.PlainDate.compare(proof.earnedOn, on) <= 0 &&
      (proof.expiresOn === null || Temporal.PlainDate.compare(on, proof.expiresOn.add({ days: grace })) <= 0),
  );
};
