import type { Scope } from '#platform/db/as-actor.ts';
import { purgeDrafts } from '#platform/forms/drafts.ts';
import { purgeSubmissions } from '#platform/http/submission.ts';
import type { Jobs, Recurring } from '#platform/jobs/worker.ts';

const REJECTS_KEPT_DAYS = 30;

/** Rejected rows and drafts hold what somebody typed about a parent: they go when their days are over. */
const clearAway = async (scope: Scope): Promise<void> => {
  const { tx, actor, now } = scope;
  await tx
    .deleteFrom('referrals.import_rejects')
    .where('organisation_id', '=', actor.organisationId)
    .where('import_id', 'in', (old) =>
      old
        .selectFrom('referrals.imports')
        .select('id')
        .where('organisation_id', '=', actor.organisationId)
        .where('started_at', '<', now.subtract({ hours: REJECTS_KEPT_DAYS * 24 }).toString()),
    )
    .execute();
  await purgeDrafts(scope);
  await purgeSubmissions(scope);
};

export const referralJobs: Jobs = { 'referrals.clear_away': clearAway };
export const referralRecurring: readonly Recurring[] = [{ cron: '20 2 * * *', job: 'referrals.clear_away' }];
