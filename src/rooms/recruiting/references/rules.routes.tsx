import { dateAt } from '#kernel/dates.ts';
import { NotFound } from '#kernel/refusal.ts';
import { dateBoxes } from '#platform/forms/fields.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import { referenceRules } from '../paths.ts';
import { mayRecruit, mayShapeRoles } from '../recruiting.policy.ts';
import { changeReferenceRules } from './rules.commands.ts';
import { rulesForm } from './rules.form.ts';
import { RulesPage } from './rules.pages.tsx';
import { rulesAfter, rulesOn } from './rules.queries.ts';

/** The rules about referees: to read, and from a day on to change. */
export const referenceRuleRoutes: readonly Route[] = [
  page({
    path: referenceRules,
    load: async (scope, { organisation }) => {
      const today = dateAt(scope.now, organisation.zone);
      return {
        today,
        rules: await rulesOn(scope, today),
        later: await rulesAfter(scope, today),
        mayChange: mayShapeRoles(scope.actor),
      };
    },
    can: (actor) => mayShapeRoles(actor) || mayRecruit(actor),
    audit: notSensitive('Rules that hold for everybody; nothing of anybody.'),
    prefill: ({ rules, today }) => ({
      needed: String(rules.needed),
      knownYears: String(rules.knownYears),
      contextsLeast: String(rules.contextsLeast),
      mayBeRelated: rules.mayBeRelated ? 'yes' : '',
      mayWorkHere: rules.mayWorkHere ? 'yes' : '',
      answerDays: String(rules.answerDays),
      reminderDays: String(rules.reminderDays),
      linkDays: String(rules.linkDays),
      ...dateBoxes('effectiveFrom', today),
    }),
    form: ({ today }) => rulesForm(today),
    show: (facts, view) => <RulesPage view={view} facts={facts} />,
    submit: async (scope, rules, { mayChange }) => {
      if (!mayChange) throw new NotFound('rules');
      await changeReferenceRules(scope, rules);
      return { to: referenceRules(), notice: { happened: 'The new rules are there.' } };
    },
  }),
];
