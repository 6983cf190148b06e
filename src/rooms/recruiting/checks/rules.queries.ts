import type { Scope } from '#platform/db/as-actor.ts';
import type { CheckRules } from './check.rules.ts';

export interface LaidDownCheckRules extends CheckRules {
  readonly id: string;
  readonly source: string;
  readonly madeBy: string | null;
  readonly madeAt: Temporal.Instant;
}

/** Every rule about checks that was ever laid down, in the order in which they hold: the last of one date wins. */
export const allCheckRules = async (scope: Scope): Promise<readonly LaidDownCheckRules[]> => {
  const rows = await scope.tx
    .selectFrom('recruiting.check_rules')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('effective_from')
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    effectiveFrom: Temporal.PlainDate.from(row.effective_from),
    renewAfterMonths: row.renew_after_months,
    updateServiceMonths: row.update_service_months,
    freshMonths: row.fresh_months,
    keepDetailMonths: row.keep_detail_months,
    source: row.source,
    madeBy: row.made_by,
    madeAt: Temporal.Instant.from(row.made_at),
  }));
};
