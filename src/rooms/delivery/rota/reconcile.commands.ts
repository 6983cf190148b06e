import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { centres } from '#rooms/people/door.ts';
import { firstCrossing, openEligibilityReview } from '#rooms/recruiting/door.ts';
import { readinessFacts } from '../readiness/readiness.queries.ts';
import { type ReadinessFacts, readinessOn } from '../readiness/readiness.rules.ts';
import { fillCrew } from './crew.commands.ts';
import { barredListOn, metersOf } from './meter.queries.ts';
import { dayTooMany, standDown } from './rota.commands.ts';
import { aheadOfThem } from './rota.queries.ts';

/** How far ahead a crossing is looked for, in days: a check takes weeks. */
const GOOD_TIME = 60;
/** Days before today that may still count in a stretch. */
const LOOKING_BACK = 366;

const standDownUnready = async (
  scope: Scope,
  accountIds: readonly string[] | null,
): Promise<readonly { accountId: string; on: Temporal.PlainDate }[]> => {
  const ahead = (await aheadOfThem(scope, accountIds)).filter((each) => each.stoodDownWhy === null);
  const facts = await readinessFacts(
    scope,
    ahead.map((each) => each.accountId),
    ahead.map((each) => each.on),
  );
  const crossing: { accountId: string; on: Temporal.PlainDate }[] = [];
  for (const each of ahead) {
    const of = facts.get(each.accountId);
    const readiness = of && readinessOn(of, each.part, each.on, each.centreId);
    if (readiness && readiness.answer !== 'yes') {
      const suspended = readiness.reasons.some((reason) => reason.why === 'suspended');
      await standDown(scope, { ...each, why: suspended ? 'suspended' : 'not_ready' });
    } else if (each.withChildren && each.part !== 'practitioner') {
      // Another place with children was declared, or a rule has changed: this very day is the one too many.
      const tooMany = await dayTooMany(scope, each.accountId, each.on);
      if (!tooMany?.equals(each.on)) continue;
      crossing.push(each);
      await standDown(scope, { ...each, why: 'too_many_days' });
    }
  }
  return crossing;
};

/** Opens the decision about days with children in good time: for the first day, within 60 days, that is or would be one too many. */
const forecast = async (
  scope: Scope,
  facts: ReadonlyMap<string, ReadinessFacts>,
  refused: readonly { accountId: string; on: Temporal.PlainDate }[],
  today: Temporal.PlainDate,
) => {
  const until = today.add({ days: GOOD_TIME });
  const meters = await metersOf(scope, [...facts.keys()], today.subtract({ days: LOOKING_BACK }), until);
  for (const [accountId, of] of facts) {
    const meter = meters.get(accountId);
    if (!of.applicantId || !meter) continue;
    const days = [
      firstCrossing(meter, today)?.on,
      ...refused.filter((each) => each.accountId === accountId).map((each) => each.on),
    ]
      .filter((day) => day !== undefined)
      .filter((day) => Temporal.PlainDate.compare(day, until) <= 0 && !barredListOn(of, day))
      .toSorted(Temporal.PlainDate.compare);
    const first = days[0];
    if (first) await openEligibilityReview(scope, { applicantId: of.applicantId, crossesOn: first });
  }
};

const volunteers = async (scope: Scope): Promise<readonly string[]> =>
  (
    await scope.tx
      .selectFrom('people.roles as r')
      .innerJoin('people.accounts as a', (join) =>
        join.onRef('a.organisation_id', '=', 'r.organisation_id').onRef('a.id', '=', 'r.account_id'),
      )
      .select('r.account_id')
      .distinct()
      .where('r.organisation_id', '=', scope.actor.organisationId)
      .where('r.role', '=', 'peer_supporter')
      .where('r.ended_at', 'is', null)
      .where('a.closed_at', 'is', null)
      .execute()
  ).map((row) => row.account_id);

/**
 * Brings the rota in line with who may be with families on which day, for these people or (null) for everybody: who may
 * not any more stands down from the sessions still to come, the usual crew comes back where they may again, and a day
 * with children too many opens its decision in good time. What is past is never touched, and cover that stood down is
 * not brought back. For the house.
 */
export const reconcile = async (scope: Scope, accountIds: readonly string[] | null): Promise<void> => {
  const stoodDown = await standDownUnready(scope, accountIds);
  const gaps = await fillCrew(scope, { accountIds });
  const home = (await centres(scope))[0];
  if (!home) return;
  const today = dateAt(scope.now, home.zone);
  const facts = await readinessFacts(scope, accountIds ?? (await volunteers(scope)), []);
  await forecast(scope, facts, [...stoodDown, ...gaps.filter((each) => each.tooMany)], today);
};

/** The same for the groups named: after sessions were added or moved. */
export const reconcileGroup = async (scope: Scope, groupId: string): Promise<void> => {
  const crew = await scope.tx
    .selectFrom('delivery.leaders')
    .select('account_id')
    .distinct()
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('group_id', '=', groupId)
    .where('until_at', 'is', null)
    .execute();
  if (crew.length > 0)
    await reconcile(
      scope,
      crew.map((row) => row.account_id),
    );
};
