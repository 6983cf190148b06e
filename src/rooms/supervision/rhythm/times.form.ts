import { timeFromWords } from '#kernel/dates.ts';
import { oneOf, optionalDate, optionalText } from '#platform/forms/fields.ts';
import { type FieldError, form } from '#platform/forms/form.ts';
import { clockTime } from '#ui/times.ts';
import type { Hours } from './place.rules.ts';

export const DAY_FIELDS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
type DayField = (typeof DAY_FIELDS)[number];

const HOW = 'Write from when until when, such as 10am to 12 noon, or leave the day empty.';

const clock = (words: string): Temporal.PlainTime | null =>
  timeFromWords(words.replace(/12\s*(noon|midday)/i, '12pm').replace(/^\s*(noon|midday)\s*$/i, '12pm'));

/** "10am to 12 noon, 2pm to 4pm" as hours of a weekday; null where it cannot be read or runs backwards. */
export const hoursFromWords = (words: string, weekday: number): readonly Hours[] | null => {
  const parts = words
    .split(/[,;&]| and /i)
    .map((part) => part.trim())
    .filter(Boolean);
  const found: Hours[] = [];
  for (const part of parts) {
    const [first, second, ...more] = part.split(/\s*(?:\bto\b|\buntil\b|-|–)\s*/i);
    const [from, until] = [clock(first ?? ''), clock(second ?? '')];
    if (more.length > 0 || !from || !until || Temporal.PlainTime.compare(from, until) >= 0) return null;
    found.push({ weekday, from, until });
  }
  return found;
};

/** The same hours in words, for the boxes. */
export const hoursInWords = (hours: readonly Hours[]): string =>
  hours.map(({ from, until }) => `${clockTime(from)} to ${clockTime(until)}`).join(', ');

const day = () => optionalText(100);

// Two forms on one page, told apart by `what`, so that an error comes back to the page with everything typed.
export const timesForm = form(
  'supervision.times',
  {
    what: oneOf(['hours', 'leave'], 'Say what you would like to keep.'),
    monday: day(),
    tuesday: day(),
    wednesday: day(),
    thursday: day(),
    friday: day(),
    saturday: day(),
    sunday: day(),
    fromOn: optionalDate('Enter a real date, with the year in four figures, such as 26 11 2026.'),
    untilOn: optionalDate('Enter a real date, with the year in four figures, such as 26 11 2026.'),
  },
  (value) => {
    if (value.what === 'leave')
      return (['fromOn', 'untilOn'] as const).flatMap((field): FieldError[] =>
        value[field] === null
          ? [
              {
                field,
                message: field === 'fromOn' ? 'Enter the first day away.' : 'Enter the last day away.',
              },
            ]
          : [],
      );
    return DAY_FIELDS.flatMap((field, index): FieldError[] =>
      hoursFromWords(value[field], index + 1) === null ? [{ field, message: HOW }] : [],
    );
  },
);

/** All hours of a week as they were typed; only after the form has taken them. */
export const weekOf = (value: Readonly<Record<DayField, string>>): readonly Hours[] =>
  DAY_FIELDS.flatMap((field, index) => hoursFromWords(value[field], index + 1) ?? []);
