import { dateAt } from '#kernel/dates.ts';
import { isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import { centres } from '#rooms/people/door.ts';
import { longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { mayShapeRhythm } from '../supervision.policy.ts';
import { layDownRhythm } from './rules.commands.ts';
import { rulesForm, rulesFrom, rulesPrefill } from './rules.form.ts';
import { type RulesFacts, RulesPage } from './rules.pages.tsx';
import { rulesVersions } from './rules.queries.ts';

const rulesFacts = async (scope: Scope): Promise<RulesFacts & { readonly today: Temporal.PlainDate }> => {
  const today = dateAt(scope.now, (await centres(scope))[0]?.zone ?? 'Europe/London');
  const versions = await rulesVersions(scope);
  const [shipped] = versions.slice(-1);
  const now = versions.find((each) => Temporal.PlainDate.compare(each.effectiveFrom, today) <= 0) ?? shipped;
  if (!now) throw new Error('what ships is always there');
  return { today, versions, now };
};

export const rulesRoutes: readonly Route[] = [
  page({
    path: paths.rules,
    load: rulesFacts,
    can: (actor) => isTeam(actor),
    audit: notSensitive('how often everybody meets'),
    form: rulesForm,
    prefill: ({ versions: [newest], now }) => rulesPrefill((newest ?? now).content),
    submit: async (scope, value, { versions: [newest], now, today }) => {
      await layDownRhythm(scope, rulesFrom((newest ?? now).content, value), { from: value.from, today });
      return {
        to: paths.rules(),
        notice: {
          happened: `It holds from ${longDate(value.from, { today })} on.`,
          next: 'From that day everybody’s days are counted with it, and proposals are looked at again.',
        },
      };
    },
    show: (facts, view) => <RulesPage view={view} facts={facts} mayChange={mayShapeRhythm(view.actor)} />,
  }),
];
