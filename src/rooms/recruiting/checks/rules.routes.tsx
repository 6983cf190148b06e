import { dateAt } from '#kernel/dates.ts';
import { date, dateBoxes, text, wholeNumber } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import { checkRules } from '../paths.ts';
import { mayShapeRoles } from '../recruiting.policy.ts';
import { checkRulesOn } from './check.rules.ts';
import { layDownCheckRules } from './rules.commands.ts';
import { CheckRulesPage } from './rules.pages.tsx';
import { allCheckRules } from './rules.queries.ts';

export const checkRuleRoutes: readonly Route[] = [
  page({
    path: checkRules,
    load: async (scope, { organisation }) => {
      const all = await allCheckRules(scope);
      const today = dateAt(scope.now, organisation.zone);
      return { all, current: checkRulesOn(all, today), today };
    },
    can: (actor) => mayShapeRoles(actor),
    audit: notSensitive('rules about checks; they are about no person'),
    form: form('recruiting.check_rules', {
      effectiveFrom: date('Write down from when it holds.'),
      renewAfterMonths: wholeNumber('Write down after how many months.', 1, 120),
      updateServiceMonths: wholeNumber('Write down how many months.', 1, 60),
      freshMonths: wholeNumber('Write down how many months.', 1, 60),
      keepDetailMonths: wholeNumber('Write down how many months, six at most.', 1, 6),
      source: text('Write down where it comes from.', 1000),
    }),
    prefill: ({ current, today }) => ({
      ...dateBoxes('effectiveFrom', today),
      renewAfterMonths: String(current?.renewAfterMonths ?? ''),
      updateServiceMonths: String(current?.updateServiceMonths ?? ''),
      freshMonths: String(current?.freshMonths ?? ''),
      keepDetailMonths: String(current?.keepDetailMonths ?? ''),
    }),
    show: (facts, view) => <CheckRulesPage view={view} facts={facts} />,
    submit: async (scope, rules) => {
      await layDownCheckRules(scope, rules);
      return { to: checkRules(), notice: { happened: 'Laid down. It holds from the day you chose.' } };
    },
  }),
];
