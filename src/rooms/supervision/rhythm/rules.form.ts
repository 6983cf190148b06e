import { date, oneOf, time, wholeNumber } from '#platform/forms/fields.ts';
import { form, type Typed } from '#platform/forms/form.ts';
import { clockTime } from '#ui/times.ts';
import { HOWS, type RhythmRules } from './rhythm.shape.ts';

/** The figures of the rhythm that people change; early check-ins keep their words and change their days. */
export const rulesForm = form('supervision.rules', {
  from: date('Enter the day from which it holds.'),
  everyDays: wholeNumber('Enter how many days lie between two times.', 7, 182),
  minutes: wholeNumber('Enter how many minutes one takes.', 5, 480),
  how: oneOf(HOWS, 'Choose how people meet.'),
  groupMinutes: wholeNumber('Enter how many minutes one in a group takes.', 5, 480),
  nearDays: wholeNumber('Enter how many days a proposal may lie from its day.', 0, 60),
  noticeDays: wholeNumber('Enter how many days’ notice a proposal gives.', 1, 28),
  proposeAhead: wholeNumber('Enter how many times are proposed ahead.', 1, 6),
  graceDays: wholeNumber('Enter how many days of grace there are.', 1, 90),
  earliest: time('Enter when the day begins, such as 9.30am.'),
  latest: time('Enter when the day ends, such as 5pm.'),
  coffeeDays: wholeNumber('Enter how many days lie between two coffee mornings.', 7, 364),
  coffeeMinutes: wholeNumber('Enter how many minutes a coffee morning takes.', 5, 480),
  coffeeAt: time('Enter when a coffee morning begins, such as 10.30am.'),
});

type RulesValue = Extract<ReturnType<typeof rulesForm.parse>, { ok: true }>['value'];

const clock = (at: Temporal.PlainTime): string => at.toString({ smallestUnit: 'minute' });
const said = (text: string): string => clockTime(Temporal.PlainTime.from(text));

/** The version that was typed; what the page does not show stays as it was. */
export const rulesFrom = (before: RhythmRules, value: RulesValue): RhythmRules => ({
  ...before,
  oneToOne: { everyDays: value.everyDays, minutes: value.minutes, how: value.how },
  group: { ...before.group, minutes: value.groupMinutes },
  coffee: { everyDays: value.coffeeDays, minutes: value.coffeeMinutes, at: clock(value.coffeeAt) },
  nearDays: value.nearDays,
  noticeDays: value.noticeDays,
  proposeAhead: value.proposeAhead,
  graceDays: value.graceDays,
  hours: { earliest: clock(value.earliest), latest: clock(value.latest) },
});

export const rulesPrefill = (rules: RhythmRules): Typed => ({
  everyDays: String(rules.oneToOne.everyDays),
  minutes: String(rules.oneToOne.minutes),
  how: rules.oneToOne.how,
  groupMinutes: String(rules.group.minutes),
  nearDays: String(rules.nearDays),
  noticeDays: String(rules.noticeDays),
  proposeAhead: String(rules.proposeAhead),
  graceDays: String(rules.graceDays),
  earliest: said(rules.hours.earliest),
  latest: said(rules.hours.latest),
  coffeeDays: String(rules.coffee.everyDays),
  coffeeMinutes: String(rules.coffee.minutes),
  coffeeAt: said(rules.coffee.at),
});
