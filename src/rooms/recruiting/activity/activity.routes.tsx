import { dateAt } from '#kernel/dates.ts';
import { isId } from '#kernel/ids.ts';
import { date, dateBoxes, oneOf, text, wholeNumber, yesNo } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { checkPagePath } from '../checks/check.pages.tsx';
import { checkedPerson } from '../checks/check.queries.ts';
import { activityRules as activityRulesPath, eligibilityReview } from '../paths.ts';
import { mayRecruit, mayShapeRoles } from '../recruiting.policy.ts';
import { decideReview, layDownActivityRule } from './activity.commands.ts';
import { ActivityRulesPage } from './activity.pages.tsx';
import { activityRules, reviewOf, settingsOf } from './activity.queries.ts';
import { type ReviewFacts, ReviewPage } from './review.pages.tsx';

export const activityRoutes: readonly Route[] = [
  page({
    path: activityRulesPath,
    load: async (scope, { organisation }) => {
      const all = await activityRules(scope);
      const today = dateAt(scope.now, organisation.zone);
      const current =
        all.findLast((rule) => Temporal.PlainDate.compare(rule.effectiveFrom, today) <= 0) ?? null;
      return { all, current, today };
    },
    can: (actor) => mayShapeRoles(actor),
    audit: notSensitive('rules about days with children; they are about no person'),
    form: form('recruiting.activity_rule', {
      effectiveFrom: date('Write down from when it holds.'),
      moreThanDays: wholeNumber('Write down how many days.', 0, 31),
      inDays: wholeNumber('Write down within how many days.', 1, 366),
      overnight: yesNo('Say whether one night is enough.'),
      supervisedExempt: yesNo('Say whether supervision keeps somebody outside.'),
      words: text('Say it in a sentence, so that the team understands it.', 500),
      source: text('Write down where it comes from.', 1000),
    }),
    prefill: ({ current, today }) => ({
      ...dateBoxes('effectiveFrom', today),
      moreThanDays: String(current?.moreThanDays ?? ''),
      inDays: String(current?.inDays ?? ''),
      overnight: current ? (current.overnight ? 'yes' : 'no') : '',
      supervisedExempt: current ? (current.supervisedExempt ? 'yes' : 'no') : '',
    }),
    show: (facts, view) => <ActivityRulesPage view={view} facts={facts} />,
    submit: async (scope, rule) => {
      await layDownActivityRule(scope, rule);
      return { to: activityRulesPath(), notice: { happened: 'Laid down. It holds from the day you chose.' } };
    },
  }),
  page({
    path: eligibilityReview,
    load: async (scope, { params }): Promise<ReviewFacts | null> => {
      const review = isId(params.reviewId) ? await reviewOf(scope, params.reviewId) : null;
      const person = review && (await checkedPerson(scope, review.applicantId));
      return review && person && { review, person, settings: await settingsOf(scope, [review.applicantId]) };
    },
    can: (actor, { review }) => mayRecruit(actor, review.centreId),
    audit: looking('recruiting.eligibility_review_looked_at', ({ review }: ReviewFacts) => ({
      kind: 'applicant',
      id: review.applicantId,
      centreId: review.centreId,
    })),
    form: form('recruiting.eligibility_review', {
      decision: oneOf(['ask_for_barred_list', 'fewer_days', 'not_regulated'], 'Choose what you decide.'),
      reasoning: text('Write down why, so that it can be understood later.', 2000),
    }),
    show: (facts, view) => <ReviewPage view={view} facts={facts} />,
    submit: async (scope, value, { review, person }) => {
      await decideReview(scope, { reviewId: review.id, ...value });
      return {
        to: checkPagePath(person),
        notice: {
          happened: 'Decided, in your name.',
          next:
            value.decision === 'ask_for_barred_list'
              ? 'You can ask for the check with the children’s barred list below.'
              : 'Look at the rota: the day stays stopped while it is one too many.',
        },
      };
    },
  }),
];
