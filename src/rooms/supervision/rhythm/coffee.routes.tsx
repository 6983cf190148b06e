import { dateAt, timeFromWords } from '#kernel/dates.ts';
import { NotFound } from '#kernel/refusal.ts';
import { accountOf, centresOf, holds } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { dateBoxes, oneOf, optionalDate, optionalText } from '#platform/forms/fields.ts';
import { type FieldError, form } from '#platform/forms/form.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';
import { clockTime } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { changeCoffee, comeToCoffee } from './coffee.commands.ts';
import { type CoffeeFacts, CoffeePage } from './coffee.pages.tsx';
import { momentOf } from './meeting.form.ts';
import { coffeesAt } from './meeting.queries.ts';
import { rulesOn } from './rules.queries.ts';

const MAY = ['peer_supporter', ...RECRUITS] as const;

const coffeeForm = form(
  'supervision.coffee',
  {
    what: oneOf(['come', 'not', 'change'], 'Say what you would like to do.'),
    meetingId: optionalText(40),
    on: optionalDate('Enter a real date, with the year in four figures, such as 26 11 2026.'),
    at: optionalText(20),
    place: optionalText(200),
  },
  ({ what, on, at }): readonly FieldError[] =>
    what !== 'change'
      ? []
      : [
          ...(on ? [] : [{ field: 'on', message: 'Enter the day.' }]),
          ...(timeFromWords(at) ? [] : [{ field: 'at', message: 'Enter a time such as 10.30am or 2pm.' }]),
        ],
);

const coffeeFacts = async (scope: Scope): Promise<CoffeeFacts> => {
  const coffees = (await coffeesAt(scope, centresOf(scope.actor, MAY), scope.now)).filter(
    (each) => each.state !== 'called_off',
  );
  const rules = await rulesOn(scope, dateAt(scope.now, coffees[0]?.zone ?? 'Europe/London'));
  return {
    coffees,
    supportsAt: centresOf(scope.actor, ['peer_supporter']),
    me: accountOf(scope.actor) ?? '',
    names: await namesOfAccounts(
      scope,
      coffees.flatMap((each) => each.people.map((one) => one.accountId)),
    ),
    everyDays: rules.coffee.everyDays,
  };
};

export const coffeeRoutes: readonly Route[] = [
  page({
    path: paths.coffee,
    load: coffeeFacts,
    can: (actor) => holds(actor, MAY),
    audit: looking('supervision.coffee_seen', (_: CoffeeFacts) => null),
    form: coffeeForm,
    prefill: ({ coffees: [next] }) => {
      if (!next) return {};
      const there = next.startsAt.toZonedDateTimeISO(next.zone);
      return {
        ...dateBoxes('on', there.toPlainDate()),
        at: clockTime(there.toPlainTime()),
        place: next.place,
      };
    },
    submit: async (scope, value, { coffees }) => {
      const meeting = coffees.find((each) => each.id === value.meetingId);
      if (!meeting) throw new NotFound('meeting');
      if (value.what === 'change') {
        const at = timeFromWords(value.at);
        if (!value.on || !at) throw new NotFound('time');
        await changeCoffee(scope, meeting.id, {
          startsAt: momentOf({ on: value.on, at }, meeting.zone),
          place: value.place,
        });
        return {
          to: paths.coffee(),
          notice: { happened: 'The coffee morning is changed.', next: 'Those who said they come are told.' },
        };
      }
      await comeToCoffee(scope, meeting.id, value.what === 'come');
      return {
        to: paths.coffee(),
        notice:
          value.what === 'come'
            ? { happened: 'You are coming.', next: 'It is in your diary from now on.' }
            : { happened: 'You are not coming.', next: 'If that changes, say so here.' },
      };
    },
    show: (facts, view) => <CoffeePage view={view} facts={facts} />,
  }),
];
