import type { Scope } from '#platform/db/as-actor.ts';
import type { Clock } from '../owner/owner.rules.ts';

export interface DatedClock extends Clock {
  readonly from: Temporal.PlainDate;
}

/** Every clock the organisation has had and will have, the latest first. */
export const clocks = async (scope: Scope): Promise<readonly DatedClock[]> => {
  const rows = await scope.tx
    .selectFrom('safeguarding.clocks')
    .select(['effective_from', 'acknowledge_within_minutes', 'escalate_again_after_minutes'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('effective_from', 'desc')
    .execute();
  return rows.map((row) => ({
    from: Temporal.PlainDate.from(row.effective_from),
    acknowledgeWithinMinutes: row.acknowledge_within_minutes,
    escalateAgainAfterMinutes: row.escalate_again_after_minutes,
  }));
};
