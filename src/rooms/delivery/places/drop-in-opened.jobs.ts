import { dateAt } from '#kernel/dates.ts';
import type { Job } from '#platform/jobs/worker.ts';
import { entitledUntil, familiesOf } from '#rooms/families/door.ts';
import { template } from '#rooms/programme/door.ts';
import { groupOf } from '../groups/group.queries.ts';
import { invite } from './following.jobs.ts';
import { notSealed } from './sealed.jobs.ts';

/**
 * A centre has its first drop-in: it is open to every family that was referred there and is still with us, as it
 * would have been on the day of their referral.
 */
export const dropInOpened: Job = async (scope, payload) => {
  const group = await groupOf(scope, String(payload.groupId ?? ''));
  if (group?.kind !== 'drop_in' || group.endedAt) return;
  const referred = await scope.tx
    .selectFrom('referrals.referrals')
    .select(['person_id', 'pregnancy_id'])
    .distinct()
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('centre_id', '=', group.centreId)
    .where('state', 'in', ['received', 'asked', 'welcomed'])
    .where(notSealed('person_id'))
    .execute();
  const families = await familiesOf(
    scope,
    referred.map((row) => row.person_id),
  );
  const months = (await template(scope, group.templateId))?.content.eligibility.postnatalUntilMonths ?? 12;
  const today = dateAt(scope.now, group.zone);
  for (const { person_id, pregnancy_id } of referred) {
    const family = families.get(person_id);
    // Somebody referred twice comes once, for the pregnancy that is now.
    if (!family || family.pregnancyId !== pregnancy_id) continue;
    const until = entitledUntil(family, months);
    if (until && Temporal.PlainDate.compare(until, today) < 0) continue;
    await invite(scope, {
      personId: person_id,
      pregnancyId: pregnancy_id,
      centreId: group.centreId,
      quiet: false,
      template: 'drop_in_open',
    });
  }
};
