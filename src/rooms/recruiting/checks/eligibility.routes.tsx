import { dateAt } from '#kernel/dates.ts';
import { NotFound } from '#kernel/refusal.ts';
import { holds } from '#platform/db/actor.ts';
import { date, dateBoxes, text } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { eligibility } from '../paths.ts';
import { mayShapeRoles, RECRUITS } from '../recruiting.policy.ts';
import { decideEligibility } from './eligibility.commands.ts';
import { EligibilityPage } from './eligibility.pages.tsx';
import { decisionsAbout, roleNamed } from './eligibility.queries.ts';
import { decisionOn, kindFault, suggestedDecision, tidyKind } from './eligibility.rules.ts';
import { kindFields, kindOf, kindTyped } from './kind.form.ts';

const decisionForm = form(
  'recruiting.eligibility',
  {
    ...kindFields,
    reasoning: text('Write down why, so that somebody can follow it in five years.', 4000),
    ruleVersion: text('Write down which guide or law you went by, and its date.'),
    effectiveFrom: date('Write down from when it holds.'),
    reviewOn: date('Write down when it is looked at again.'),
  },
  (value) => {
    const fault = kindFault(tidyKind(kindOf(value)));
    return fault ? [fault] : [];
  },
);

export const eligibilityRoutes: readonly Route[] = [
  page({
    path: eligibility,
    load: async (scope, { params, organisation }) => {
      const role = await roleNamed(scope, params.code);
      if (!role) return null;
      const decisions = await decisionsAbout(scope, role.code);
      const today = dateAt(scope.now, organisation.zone);
      return {
        role,
        decisions,
        today,
        current: decisionOn(decisions, today),
        names: await namesOfAccounts(
          scope,
          decisions.map((each) => each.decidedBy),
        ),
      };
    },
    can: (actor) => holds(actor, [...RECRUITS, 'service_lead']),
    audit: notSensitive('what a role may be asked for, and why; it is about no person'),
    form: decisionForm,
    prefill: ({ role, current, today }) => {
      const start = current ?? suggestedDecision(role.part);
      return {
        ...kindTyped(start),
        reasoning: start.reasoning,
        ruleVersion: current?.ruleVersion ?? '',
        ...dateBoxes('effectiveFrom', today),
        ...dateBoxes('reviewOn', today.add({ years: 1 })),
      };
    },
    show: (facts, view) => <EligibilityPage view={view} facts={facts} />,
    submit: async (scope, value, { role, today }) => {
      if (!mayShapeRoles(scope.actor)) throw new NotFound();
      await decideEligibility(scope, {
        ...kindOf(value),
        roleCode: role.code,
        part: role.part,
        reasoning: value.reasoning,
        ruleVersion: value.ruleVersion,
        decidedOn: today,
        effectiveFrom: value.effectiveFrom,
        reviewOn: value.reviewOn,
      });
      return {
        to: eligibility({ code: role.code }),
        notice: {
          happened: 'Decided, in your name.',
          next: 'From the day you chose, checks are asked for at this level and readiness counts it.',
        },
      };
    },
  }),
];
