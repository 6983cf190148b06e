import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { ReferenceRules } from './reference.rules.ts';
import { firstRules } from './rules.queries.ts';

const rowOf = (scope: Scope, rules: ReferenceRules) => ({
  organisation_id: scope.actor.organisationId,
  version: rules.version,
  effective_from: rules.effectiveFrom.toString(),
  needed: rules.needed,
  known_years: rules.knownYears,
  may_be_related: rules.mayBeRelated,
  may_work_here: rules.mayWorkHere,
  contexts_least: rules.contextsLeast,
  answer_days: rules.answerDays,
  reminder_days: rules.reminderDays,
  link_days: rules.linkDays,
  made_by: accountOf(scope.actor),
  made_at: scope.now.toString(),
});

/** Gives an organisation the rules about referees that Kith brings; what is there stays. */
export const loadReferenceRules = async (scope: Scope): Promise<void> => {
  await scope.tx
    .insertInto('recruiting.reference_rules')
    .values(rowOf(scope, firstRules))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** New rules about referees from a day on; the version is the next one. What was named before stays named. */
export const changeReferenceRules = async (
  scope: Scope,
  rules: Omit<ReferenceRules, 'version'>,
): Promise<void> => {
  await loadReferenceRules(scope);
  const last = await scope.tx
    .selectFrom('recruiting.reference_rules')
    .select('version')
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await scope.tx
    .insertInto('recruiting.reference_rules')
    .values(rowOf(scope, { ...rules, version: last.version + 1 }))
    .execute();
  await scope.audit('recruiting.reference_rules_changed', { kind: 'reference_rules', id: null });
};
