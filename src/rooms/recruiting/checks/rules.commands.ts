import { newId } from '#kernel/ids.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { layDownActivityRule } from '../activity/activity.commands.ts';
import { activityRules } from '../activity/activity.queries.ts';
import type { CheckRules } from './check.rules.ts';
import { firstActivityRules, firstCheckRules } from './first-rules.ts';
import { allCheckRules } from './rules.queries.ts';

/** Lays down from when on checks are done again after so many months, and how long things are kept. */
export const layDownCheckRules = async (
  scope: Scope,
  rules: CheckRules & { readonly source: string },
): Promise<void> => {
  const id = newId();
  await scope.tx
    .insertInto('recruiting.check_rules')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      effective_from: rules.effectiveFrom.toString(),
      renew_after_months: rules.renewAfterMonths,
      update_service_months: rules.updateServiceMonths,
      fresh_months: rules.freshMonths,
      keep_detail_months: rules.keepDetailMonths,
      source: rules.source,
      made_by: accountOf(scope.actor),
      made_at: scope.now.toString(),
    })
    .execute();
  await scope.audit('recruiting.check_rules_laid_down', { kind: 'check_rules', id });
};

/**
 * Gives an organisation its first rules about checks and about days with children; rules that are there stay alone.
 * Which check a role may be asked for is not among them: a named person decides that.
 */
export const loadCheckRules = async (scope: Scope): Promise<void> => {
  if ((await allCheckRules(scope)).length === 0)
    for (const rules of firstCheckRules) await layDownCheckRules(scope, rules);
  if ((await activityRules(scope)).length === 0)
    for (const rule of firstActivityRules) await layDownActivityRule(scope, rule);
};
