import { z } from 'zod';
import { date, maybeOneOf, oneOf, optionalText } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { longDate } from '#ui/times.ts';
import { AGE_BANDS, DISABLED, ETHNIC_GROUPS, GENDERS } from './about-you.rules.ts';
import { LEAVING_CODES } from './mine.rules.ts';

/** On the page of times each button is a small form of its own: one takes a time, one gives it back. */
export const timesForm = form('mine.times', { timeId: z.string(), giveBack: z.string() });

export const helpForm = form('mine.help', {
  kind: oneOf(['call', 'together', 'other'], 'Choose what would help.'),
  words: optionalText(1000),
});

const valuesOf = <const T extends readonly { readonly value: string }[]>(choices: T) =>
  maybeOneOf(choices.map(({ value }) => value));

export const aboutYouForm = form('mine.about_you', {
  ageBand: valuesOf(AGE_BANDS),
  ethnicGroup: valuesOf(ETHNIC_GROUPS),
  gender: valuesOf(GENDERS),
  disabled: valuesOf(DISABLED),
});

export const leaveForm = form('mine.leave', {
  why: oneOf(LEAVING_CODES, 'Choose the one that is nearest. It helps us to do better.'),
  words: optionalText(1000),
});

export const offerForm = form('mine.offer', {
  answer: oneOf(['yes', 'no'], 'Say yes, or say that it is not for you.'),
});

const LONGEST_REST_DAYS = 366;

const untilForm = (today: Temporal.PlainDate) =>
  form(
    'mine.pause',
    { until: date('Say until when, so that we know when to write to you.'), why: optionalText(500) },
    ({ until }) => {
      const ahead = today.until(until, { largestUnit: 'day' }).days;
      if (ahead < 1) return [{ field: 'until', message: 'Choose a day after today.' }];
      if (ahead > LONGEST_REST_DAYS)
        return [
          {
            field: 'until',
            message: `Choose a day within a year, so by ${longDate(today.add({ days: LONGEST_REST_DAYS }))}. You can rest again then.`,
          },
        ];
      return [];
    },
  );

export type PauseValue =
  | { readonly goOn: true }
  | { readonly goOn: false; readonly until: Temporal.PlainDate; readonly why: string };

/** A rest until a day, or (by the button on a page that rests) the end of it. */
export const pauseForm = (today: Temporal.PlainDate) => {
  const until = untilForm(today);
  return {
    name: until.name,
    fields: until.fields,
    parse: (typed: Parameters<typeof until.parse>[0]) => {
      if (typed.goOn === 'yes') return { ok: true, value: { goOn: true } as PauseValue } as const;
      const read = until.parse(typed);
      return read.ok ? ({ ok: true, value: { goOn: false, ...read.value } as PauseValue } as const) : read;
    },
  };
};
