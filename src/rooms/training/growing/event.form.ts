import { z } from 'zod';
import { timeFromWords } from '#kernel/dates.ts';
import {
  date,
  oneOf,
  oneOfThese,
  optionalText,
  someOfThese,
  text,
  tick,
  wholeNumber,
} from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { EVENT_KINDS } from './event.rules.ts';

const time = z.string().transform((value, ctx): Temporal.PlainTime => {
  const found = timeFromWords(value);
  if (found) return found;
  ctx.addIssue({
    code: 'custom',
    message: value.trim() === '' ? 'Enter when it begins.' : 'Enter a time such as 10.30am or 2pm.',
  });
  return z.NEVER;
});

const placesField = z.string().transform((value, ctx): number | null => {
  const typed = value.trim();
  if (typed === '') return null;
  const found = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  if (found >= 1 && found <= 500) return found;
  ctx.addIssue({
    code: 'custom',
    message: 'Enter a whole number from 1 to 500, or leave it empty if as many may come as like.',
  });
  return z.NEVER;
});

/** Planning an event, or changing one. `units` are the codes that a refresher may go over again. */
export const eventForm = (centreIds: readonly string[], renewable: readonly string[]) =>
  form('learning-event', {
    centreId: oneOfThese(centreIds, 'Choose the centre it is for.'),
    kind: oneOf(EVENT_KINDS, 'Choose what kind of event it is.'),
    title: text('Enter what it is called.', 120),
    about: optionalText(2000),
    renews: z.string().transform((value) => (renewable.includes(value) ? value : null)),
    day: date('Enter the day.'),
    time,
    minutes: wholeNumber('Enter how many minutes it takes.', 15, 720),
    place: optionalText(300),
    ledBy: optionalText(200),
    places: placesField,
    tell: tick(),
  });

/** What a form of an event gives. */
export type EventTyped = Extract<
  ReturnType<ReturnType<typeof eventForm>['parse']>,
  { readonly ok: true }
>['value'];

export const answerForm = form('learning-event-answer', {
  said: oneOf(['yes', 'no'], 'Say whether you come.'),
});

export const callOffForm = form('learning-event-call-off', {
  why: text('Say in a sentence why it does not take place. Those who said yes read it.', 500),
});

/** Who came, of these accounts, and others of the team who came without having said so. */
export const cameForm = (accountIds: readonly string[]) =>
  form('learning-event-came', { came: someOfThese(accountIds) });

export const tookForm = form('learning-event-took', {
  took: optionalText(300),
});
