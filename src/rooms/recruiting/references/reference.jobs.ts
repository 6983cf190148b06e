import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Jobs, Recurring } from '#platform/jobs/worker.ts';
import { applicationOf } from '../route/application.queries.ts';
import { askReferee } from './referee.commands.ts';
import { refereesOf } from './reference.queries.ts';
import { reminderIsDue } from './reference.rules.ts';
import { rulesOn } from './rules.queries.ts';
import { referencesOpen, settleReferences } from './settle.commands.ts';

/**
 * Every morning: the one reminder to a referee who has not answered, and where a link has ended the move comes back to
 * us. Nobody is reminded while the application rests.
 */
const clock = async (scope: Scope): Promise<void> => {
  const waiting = await scope.tx
    .selectFrom('recruiting.steps')
    .select('application_id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('code', '=', 'references')
    .where('done_at', 'is', null)
    .where('waived_at', 'is', null)
    .where('application_id', 'in', (asked) =>
      asked
        .selectFrom('recruiting.reference_asks')
        .select('application_id')
        .where('organisation_id', '=', scope.actor.organisationId)
        .where('ended_at', 'is', null),
    )
    .limit(1000)
    .execute();
  for (const { application_id } of waiting) {
    const application = await applicationOf(scope, application_id);
    if (!application || !referencesOpen(application) || application.state === 'paused') continue;
    const rules = await rulesOn(scope, dateAt(scope.now, application.zone));
    for (const referee of await refereesOf(scope, application.id))
      if (
        referee.state === 'asked' &&
        referee.askedAt &&
        referee.expiresAt &&
        reminderIsDue(
          {
            sentAt: referee.askedAt,
            expiresAt: referee.expiresAt,
            reminded: referee.remindedAt !== null,
            callWanted: referee.callWantedAt !== null,
          },
          rules.reminderDays,
          scope.now,
        )
      )
        await askReferee(scope, application, referee, {
          kind: 'reminder',
          rules,
          until: referee.expiresAt,
        });
    await settleReferences(scope, application);
  }
};

export const referenceJobs: Jobs = { 'recruiting.reference_clock': clock };
export const referenceRecurring: readonly Recurring[] = [
  { cron: '15 9 * * *', job: 'recruiting.reference_clock' },
];
