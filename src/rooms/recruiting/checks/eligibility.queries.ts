import type { Scope } from '#platform/db/as-actor.ts';
import type { Part } from '../profiles/profile.shape.ts';
import type { EligibilityDecision } from './eligibility.rules.ts';

/** Every decision about the check of a role (or of all roles), oldest first; of one date the last holds. */
export const decisionsAbout = async (
  scope: Scope,
  roleCode?: string,
): Promise<readonly EligibilityDecision[]> => {
  let rows = scope.tx
    .selectFrom('recruiting.eligibility_decisions')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId);
  if (roleCode !== undefined) rows = rows.where('role_code', '=', roleCode);
  const found = await rows.orderBy('effective_from').orderBy('made_at').orderBy('id').execute();
  return found.map((row) => ({
    id: row.id,
    roleCode: row.role_code,
    part: row.part,
    level: row.level,
    workforce: row.workforce,
    childrenBarred: row.children_barred,
    adultsBarred: row.adults_barred,
    reasoning: row.reasoning,
    ruleVersion: row.rule_version,
    decidedOn: Temporal.PlainDate.from(row.decided_on),
    effectiveFrom: Temporal.PlainDate.from(row.effective_from),
    reviewOn: Temporal.PlainDate.from(row.review_on),
    decidedBy: row.decided_by,
  }));
};

export interface RoleNamed {
  readonly code: string;
  readonly name: string;
  readonly part: Part;
}

/** What a role is called now and what somebody in it does; null where there is no such role. */
export const roleNamed = async (scope: Scope, code: string): Promise<RoleNamed | null> => {
  const row = await scope.tx
    .selectFrom('recruiting.role_profiles')
    .select(['code', 'part', 'content'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { name } = row.content as unknown as { readonly name: string };
  return { code: row.code, name, part: row.part };
};
