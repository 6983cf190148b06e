import { newId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Part } from '../profiles/profile.shape.ts';
import { type CheckKind, kindFault, tidyKind } from './eligibility.rules.ts';

export interface NewDecision extends CheckKind {
  readonly roleCode: string;
  readonly part: Part;
  readonly reasoning: string;
  /** Which edition of the rules it was decided by, such as "Eligibility guide, September 2026". */
  readonly ruleVersion: string;
  readonly decidedOn: Temporal.PlainDate;
  /** Not before the day of the decision: nothing becomes lawful or unlawful after the fact. */
  readonly effectiveFrom: Temporal.PlainDate;
  readonly reviewOn: Temporal.PlainDate;
}

/**
 * A named person decides which check a role may be asked for; the decisions before stay as they were. Answers the id.
 * Raises Refusal where nobody is named, the kind of check cannot be, or the dates do not follow one another. Announces
 * `recruiting.rules_changed`.
 */
export const decideEligibility = async (scope: Scope, decision: NewDecision): Promise<string> => {
  const by = accountOf(scope.actor);
  if (!by) throw new Refusal('A named person decides this.');
  const kind = tidyKind(decision);
  const fault = kindFault(kind);
  if (fault) throw new Refusal(fault.message, fault.field);
  if (Temporal.PlainDate.compare(decision.effectiveFrom, decision.decidedOn) < 0)
    throw new Refusal('It can hold from the day of the decision on, not from before.', 'effectiveFrom');
  if (Temporal.PlainDate.compare(decision.reviewOn, decision.decidedOn) <= 0)
    throw new Refusal('Choose a day to look at it again that is still to come.', 'reviewOn');
  const id = newId();
  await scope.tx
    .insertInto('recruiting.eligibility_decisions')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      role_code: decision.roleCode,
      part: decision.part,
      level: kind.level,
      workforce: kind.workforce,
      children_barred: kind.childrenBarred,
      adults_barred: kind.adultsBarred,
      reasoning: decision.reasoning,
      rule_version: decision.ruleVersion,
      decided_on: decision.decidedOn.toString(),
      effective_from: decision.effectiveFrom.toString(),
      review_on: decision.reviewOn.toString(),
      decided_by: by,
      made_at: scope.now.toString(),
    })
    .execute();
  await scope.audit('recruiting.eligibility_decided', { kind: 'eligibility_decision', id });
  await scope.enqueue('recruiting.rules_changed', {});
  return id;
};
