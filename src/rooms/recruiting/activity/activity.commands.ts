import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { ReviewDecision } from './activity.queries.ts';
import type { ActivityRule, Setting } from './activity.rules.ts';

export interface NewActivityRule extends ActivityRule {
  readonly words: string;
  readonly source: string;
}

/** Lays down from when on how many days with children make a regulated activity. What held before stays as it was. */
export const layDownActivityRule = async (scope: Scope, rule: NewActivityRule): Promise<void> => {
  if (rule.moreThanDays >= rule.inDays)
    throw new Refusal('More days than there are in the stretch can never be reached.', 'moreThanDays');
  const id = newId();
  await scope.tx
    .insertInto('recruiting.activity_rules')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      effective_from: rule.effectiveFrom.toString(),
      more_than_days: rule.moreThanDays,
      in_days: rule.inDays,
      overnight: rule.overnight,
      supervised_exempt: rule.supervisedExempt,
      words: rule.words,
      source: rule.source,
      made_by: accountOf(scope.actor),
      made_at: scope.now.toString(),
    })
    .execute();
  await scope.audit('recruiting.activity_rule_laid_down', { kind: 'activity_rule', id });
  await scope.enqueue('recruiting.rules_changed', {});
};

export interface NewSetting extends Setting {
  readonly applicantId: string;
  readonly centreId: string;
  /** What the place is called, such as "Brook Lane Primary". */
  readonly name: string;
  /** What they do there, in their words. */
  readonly what: string;
}

/**
 * Somebody is with children in another place too: its days count from now on. Said by themselves or written down by
 * those who recruit. Answers the id. Raises Refusal where no day is said or the last day comes before the first.
 */
export const declareSetting = async (scope: Scope, setting: NewSetting): Promise<string> => {
  if (setting.daysOfWeek.length === 0 && setting.dates.length === 0)
    throw new Refusal('Choose the days of the week, or write down the dates.', 'daysOfWeek');
  if (setting.untilOn && Temporal.PlainDate.compare(setting.untilOn, setting.fromOn) < 0)
    throw new Refusal('The last day comes before the first one. Look at both again.', 'untilOn');
  if (setting.dates.some((each) => Temporal.PlainDate.compare(each, setting.fromOn) < 0))
    throw new Refusal('One of the dates comes before the first day. Look at both again.', 'dates');
  const id = newId();
  await scope.tx
    .insertInto('recruiting.declared_settings')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      centre_id: setting.centreId,
      applicant_id: setting.applicantId,
      name: setting.name,
      what: setting.what,
      days_of_week: [...setting.daysOfWeek],
      from_on: setting.fromOn.toString(),
      until_on: setting.untilOn?.toString() ?? null,
      dates: setting.dates.map(String),
      overnight: setting.overnight,
      declared_by: accountOf(scope.actor),
      declared_at: scope.now.toString(),
    })
    .execute();
  await scope.audit('recruiting.setting_declared', {
    kind: 'applicant',
    id: setting.applicantId,
    centreId: setting.centreId,
  });
  await scope.enqueue('recruiting.settings_changed', { applicantId: setting.applicantId });
  return id;
};

/**
 * They are no longer with children there: `lastOn` is the last day that counts. A day before the first one says that it
 * never was so. Raises NotFound, and Refusal where it has ended already.
 */
export const endSetting = async (
  scope: Scope,
  { settingId, lastOn }: { readonly settingId: string; readonly lastOn: Temporal.PlainDate },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const there = await tx
    .selectFrom('recruiting.declared_settings')
    .select(['applicant_id', 'centre_id', 'ended_at', 'until_on'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', settingId)
    .executeTakeFirst();
  if (!there) throw new NotFound('setting');
  if (there.ended_at) throw new Refusal('This place has been ended already.');
  const last =
    there.until_on && Temporal.PlainDate.compare(lastOn, Temporal.PlainDate.from(there.until_on)) > 0
      ? there.until_on
      : lastOn.toString();
  await tx
    .updateTable('recruiting.declared_settings')
    .set({ until_on: last, ended_at: now.toString(), ended_by: accountOf(actor) })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', settingId)
    .execute();
  await scope.audit('recruiting.setting_ended', {
    kind: 'applicant',
    id: there.applicant_id,
    centreId: there.centre_id,
  });
  await scope.enqueue('recruiting.settings_changed', { applicantId: there.applicant_id });
};

/**
 * Somebody's days with children will be too many on `crossesOn`: a decision is opened for those who recruit, once while
 * one is open. Not again where the barred list was allowed already, nor for a crossing that was decided before.
 * Answers whether one was opened. Raises NotFound.
 */
export const openEligibilityReview = async (
  scope: Scope,
  { applicantId, crossesOn }: { readonly applicantId: string; readonly crossesOn: Temporal.PlainDate },
): Promise<boolean> => {
  const { tx, actor, now } = scope;
  const whose = await tx
    .selectFrom('recruiting.applicants')
    .select('centre_id')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', applicantId)
    .executeTakeFirst();
  if (!whose) throw new NotFound('applicant');
  const known = await tx
    .selectFrom('recruiting.eligibility_reviews')
    .select(['decision', 'crosses_on'])
    .where('organisation_id', '=', actor.organisationId)
    .where('applicant_id', '=', applicantId)
    .where('decided_at', 'is not', null)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (known?.decision === 'ask_for_barred_list') return false;
  if (known && known.crosses_on >= crossesOn.toString()) return false;
  const id = newId();
  const made = await tx
    .insertInto('recruiting.eligibility_reviews')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: whose.centre_id,
      applicant_id: applicantId,
      opened_at: now.toString(),
      crosses_on: crossesOn.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) {
    await scope.audit('recruiting.eligibility_review_opened', {
      kind: 'applicant',
      id: applicantId,
      centreId: whose.centre_id,
    });
    return true;
  }
  // Open already: a crossing that comes sooner than was forecast makes the matter sooner too.
  await tx
    .updateTable('recruiting.eligibility_reviews')
    .set({ crosses_on: crossesOn.toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('applicant_id', '=', applicantId)
    .where('decided_at', 'is', null)
    .where('crosses_on', '>', crossesOn.toString())
    .execute();
  return false;
};

/** Decides what follows from somebody's days. Raises NotFound, and Refusal where it was decided or nobody is named. */
export const decideReview = async (
  scope: Scope,
  review: { readonly reviewId: string; readonly decision: ReviewDecision; readonly reasoning: string },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const by = accountOf(actor);
  if (!by) throw new Refusal('A named person decides this.');
  const there = await tx
    .selectFrom('recruiting.eligibility_reviews')
    .select(['applicant_id', 'centre_id', 'decided_at'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', review.reviewId)
    .forUpdate()
    .executeTakeFirst();
  if (!there) throw new NotFound('review');
  if (there.decided_at) throw new Refusal('Somebody has decided this already. Look at the page again.');
  await tx
    .updateTable('recruiting.eligibility_reviews')
    .set({
      decision: review.decision,
      reasoning: review.reasoning,
      decided_by: by,
      decided_at: now.toString(),
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', review.reviewId)
    .execute();
  await scope.audit('recruiting.eligibility_review_decided', {
    kind: 'applicant',
    id: there.applicant_id,
    centreId: there.centre_id,
  });
};
