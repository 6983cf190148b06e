import { dateAt } from '#kernel/dates.ts';
import { type Actor, centresOf, holds } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { dateBoxes } from '#platform/forms/fields.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import { centre, centres, namesOfAccounts } from '#rooms/people/door.ts';
import {
  clockOn,
  DUTIES,
  DUTY_ROLES,
  type Duty,
  type OnDuty,
  onDuty,
  teamAt,
} from '../owner/owner.queries.ts';
import { clockPath, dutyPath, onDutyPath } from '../paths.ts';
import { setClock, setDuties } from './duty.commands.ts';
import { clockForm, dutyForm } from './duty.form.ts';
import { ClockPage, type DutyFacts, DutyPage, OnDutyPage } from './duty.pages.tsx';
import { clocks } from './duty.queries.ts';

const mayChange = (actor: Actor): boolean => holds(actor, ['service_lead']);
const plain = notSensitive('which colleague reads concerns; nothing of any concern');

/** A duty's holder, as account id or as name. */
const holdersOf = (
  duties: readonly OnDuty[],
  centreId: string,
  say: (accountId: string) => string | undefined,
) => {
  const holders: Partial<Record<Duty, string>> = {};
  for (const duty of DUTIES) {
    const held = duties.find((each) => each.centreId === centreId && each.duty === duty);
    const said = held && say(held.accountId);
    if (said) holders[duty] = said;
  }
  return holders;
};

const overview = page({
  path: onDutyPath,
  can: mayChange,
  audit: plain,
  load: async (scope) => {
    const mine = centresOf(scope.actor, ['service_lead']);
    const duties = await onDuty(scope);
    const names = await namesOfAccounts(
      scope,
      duties.map(({ accountId }) => accountId),
    );
    return {
      centres: (await centres(scope))
        .filter(({ id }) => mine.includes(id))
        .map(({ id, name }) => ({
          id,
          name,
          holders: holdersOf(duties, id, (account) => names.get(account)),
        })),
      clocks: await clocks(scope),
    };
  },
  show: (facts, view) => <OnDutyPage facts={facts} view={view} />,
});

const loadDuty = async (scope: Scope, centreId: string): Promise<DutyFacts | null> => {
  if (!holds(scope.actor, ['service_lead'], centreId)) return null;
  const place = await centre(scope, centreId);
  if (!place) return null;
  const duties = await onDuty(scope, centreId);
  const { members } = await teamAt(scope, centreId, duties);
  return {
    centre: place,
    choices: members.filter(({ roles }) => roles.some((role) => DUTY_ROLES.includes(role))),
    holders: holdersOf(duties, centreId, (account) => account),
  };
};

const duty = page({
  path: dutyPath,
  can: (actor, facts: DutyFacts) => holds(actor, ['service_lead'], facts.centre.id),
  audit: plain,
  load: (scope, ask) => loadDuty(scope, ask.params.centreId),
  show: (facts, view) => <DutyPage facts={facts} view={view} />,
  form: (facts: DutyFacts) => dutyForm(facts.choices.map(({ accountId }) => accountId)),
  prefill: (facts) => ({ ...facts.holders }),
  submit: async (scope, wanted, facts) => {
    await setDuties(scope, facts.centre.id, wanted);
    return {
      to: onDutyPath(),
      notice: { happened: 'Saved.', next: 'It counts for concerns raised from now on.' },
    };
  },
});

const clock = page({
  path: clockPath,
  can: mayChange,
  audit: plain,
  load: async (scope, ask) => {
    const today = dateAt(scope.now, ask.organisation.zone);
    return { today, now: await clockOn(scope, today) };
  },
  show: (_facts, view) => <ClockPage view={view} />,
  form: ({ today }: { readonly today: Temporal.PlainDate }) => clockForm(today),
  prefill: ({ today, now }) => ({
    first: String(now.acknowledgeWithinMinutes),
    again: String(now.escalateAgainAfterMinutes),
    ...dateBoxes('from', today),
  }),
  submit: async (scope, { from, first, again }) => {
    await setClock(scope, from, { acknowledgeWithinMinutes: first, escalateAgainAfterMinutes: again });
    return { to: onDutyPath(), notice: { happened: 'Saved.' } };
  },
});

export const dutyRoutes: readonly Route[] = [overview, duty, clock];
