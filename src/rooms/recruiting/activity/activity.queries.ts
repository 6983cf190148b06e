import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { ActivityRule, Setting } from './activity.rules.ts';

export interface LaidDownRule extends ActivityRule {
  readonly id: string;
  readonly words: string;
  readonly source: string;
  readonly madeBy: string | null;
  readonly madeAt: Temporal.Instant;
}

/** Every rule about days with children that was ever laid down, in the order in which they hold: the last of one date wins. */
export const activityRules = async (scope: Scope): Promise<readonly LaidDownRule[]> => {
  const rows = await scope.tx
    .selectFrom('recruiting.activity_rules')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('effective_from')
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    effectiveFrom: Temporal.PlainDate.from(row.effective_from),
    moreThanDays: row.more_than_days,
    inDays: row.in_days,
    overnight: row.overnight,
    supervisedExempt: row.supervised_exempt,
    words: row.words,
    source: row.source,
    madeBy: row.made_by,
    madeAt: Temporal.Instant.from(row.made_at),
  }));
};

/** Another place where somebody is with children. */
export interface DeclaredSetting extends Setting {
  readonly id: string;
  readonly applicantId: string;
  readonly centreId: string;
  readonly name: string;
  readonly what: string;
  readonly declaredAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
}

/** The other places these people said they are with children, those that ended too; a volunteer asks for their own. */
export const settingsOf = async (
  scope: Scope,
  applicantIds: readonly string[],
): Promise<readonly DeclaredSetting[]> => {
  if (applicantIds.length === 0) return [];
  const rows = await scope.tx
    .selectFrom('recruiting.declared_settings')
    .selectAll()
    // Dates in an array come back from the driver as they are written.
    .select(sql<readonly string[]>`dates::text[]`.as('day_texts'))
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('applicant_id', 'in', [...applicantIds])
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    applicantId: row.applicant_id,
    centreId: row.centre_id,
    name: row.name,
    what: row.what,
    daysOfWeek: row.days_of_week,
    fromOn: Temporal.PlainDate.from(row.from_on),
    untilOn: row.until_on === null ? null : Temporal.PlainDate.from(row.until_on),
    dates: row.day_texts.map((each) => Temporal.PlainDate.from(each)),
    overnight: row.overnight,
    declaredAt: Temporal.Instant.from(row.declared_at),
    endedAt: row.ended_at === null ? null : Temporal.Instant.from(row.ended_at),
  }));
};

export type ReviewDecision = 'ask_for_barred_list' | 'fewer_days' | 'not_regulated';

export interface EligibilityReview {
  readonly id: string;
  readonly applicantId: string;
  readonly centreId: string;
  readonly openedAt: Temporal.Instant;
  readonly crossesOn: Temporal.PlainDate;
  readonly decision: ReviewDecision | null;
  readonly reasoning: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Temporal.Instant | null;
}

const reviewRows = (scope: Scope) =>
  scope.tx
    .selectFrom('recruiting.eligibility_reviews')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc');

const reviewFrom = (
  row: Awaited<ReturnType<ReturnType<typeof reviewRows>['execute']>>[number],
): EligibilityReview => ({
  id: row.id,
  applicantId: row.applicant_id,
  centreId: row.centre_id,
  openedAt: Temporal.Instant.from(row.opened_at),
  crossesOn: Temporal.PlainDate.from(row.crosses_on),
  decision: row.decision,
  reasoning: row.reasoning,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at === null ? null : Temporal.Instant.from(row.decided_at),
});

/** What was decided, or is still to be decided, about the days of these people, the newest first. */
export const reviewsOf = async (
  scope: Scope,
  applicantIds: readonly string[],
): Promise<readonly EligibilityReview[]> =>
  applicantIds.length === 0
    ? []
    : (
        await reviewRows(scope)
          .where('applicant_id', 'in', [...applicantIds])
          .execute()
      ).map(reviewFrom);

/** The reviews of these centres that nobody has decided yet, the soonest crossing first. */
export const openReviewsAt = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly EligibilityReview[]> =>
  centreIds.length === 0
    ? []
    : (
        await reviewRows(scope)
          .clearOrderBy()
          .where('centre_id', 'in', [...centreIds])
          .where('decided_at', 'is', null)
          .orderBy('crosses_on')
          .orderBy('id')
          .limit(200)
          .execute()
      ).map(reviewFrom);

/** One review, decided or not; null when there is none for this actor. */
export const reviewOf = async (scope: Scope, reviewId: string): Promise<EligibilityReview | null> => {
  const row = await reviewRows(scope).where('id', '=', reviewId).executeTakeFirst();
  return row ? reviewFrom(row) : null;
};
