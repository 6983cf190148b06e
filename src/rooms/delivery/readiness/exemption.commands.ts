import { dateAt, daysBetween } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Excused, VolunteerPart } from './readiness.rules.ts';

/** The longest that somebody may answer for a volunteer, in days. */
export const LONGEST_EXEMPTION = 90;

/**
 * Somebody answers for a volunteer who has not shown one thing yet: with their name, a reason and a last day, from
 * today. Raises Refusal for oneself, a last day that is past or further than 90 days away, and where somebody has answered
 * for the same thing within a year: 90 days are not made longer by another 90.
 */
export const exempt = async (
  scope: Scope,
  ask: {
    readonly accountId: string;
    readonly centreId: string;
    readonly zone: string;
    readonly part: VolunteerPart;
    readonly code: Excused;
    readonly why: string;
    readonly untilOn: Temporal.PlainDate;
  },
): Promise<void> => {
  const by = accountOf(scope.actor);
  if (by === null) throw new NotFound('page');
  if (by === ask.accountId)
    throw new Refusal('Nobody answers for themselves. Ask a colleague who looks after volunteers.');
  const today = dateAt(scope.now, ask.zone);
  const days = daysBetween(today, ask.untilOn);
  if (days < 0) throw new Refusal('Choose a last day that is still to come.', 'untilOn');
  if (days > LONGEST_EXEMPTION)
    throw new Refusal(
      `The last day can be at most ${LONGEST_EXEMPTION} days away. After that it must have been shown.`,
      'untilOn',
    );
  const before = await scope.tx
    .selectFrom('delivery.exemptions')
    .select('from_on')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('account_id', '=', ask.accountId)
    .where('part', '=', ask.part)
    .where('code', '=', ask.code)
    .where('from_on', '>', today.subtract({ days: 365 }).toString())
    .orderBy('from_on')
    .limit(1)
    .executeTakeFirst();
  if (before && daysBetween(Temporal.PlainDate.from(before.from_on), ask.untilOn) > LONGEST_EXEMPTION)
    throw new Refusal(
      `Somebody has answered for this within the last year, and ${LONGEST_EXEMPTION} days from the first of them are the longest. Now it must be shown.`,
      'untilOn',
    );
  await scope.tx
    .insertInto('delivery.exemptions')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      centre_id: ask.centreId,
      account_id: ask.accountId,
      part: ask.part,
      code: ask.code,
      why: ask.why,
      given_by: by,
      given_at: scope.now.toString(),
      from_on: today.toString(),
      until_on: ask.untilOn.toString(),
    })
    .execute();
  await scope.audit('delivery.exempted', { kind: 'account', id: ask.accountId, centreId: ask.centreId });
  await scope.enqueue('delivery.reconcile', { accountIds: [ask.accountId] });
};

/** It excuses nothing from today on. NotFound when it is over already or not theirs to end. */
export const endExemption = async (
  scope: Scope,
  exemptionId: string,
  today: Temporal.PlainDate,
): Promise<void> => {
  const ended = await scope.tx
    .updateTable('delivery.exemptions')
    .set({ ended_on: today.toString(), ended_by: accountOf(scope.actor) })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', exemptionId)
    .where('ended_on', 'is', null)
    .returning(['account_id', 'centre_id'])
    .executeTakeFirst();
  if (!ended) throw new NotFound('exemption');
  await scope.audit('delivery.exemption_ended', {
    kind: 'account',
    id: ended.account_id,
    centreId: ended.centre_id,
  });
  await scope.enqueue('delivery.reconcile', { accountIds: [ended.account_id] });
};
