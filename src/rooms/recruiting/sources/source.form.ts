import { z } from 'zod';
import { date, oneOf, oneOfThese, optionalDate, optionalText, text } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { penceFrom, SOURCE_KINDS } from './source.rules.ts';

/** An amount in pounds, as pence; empty is nothing. */
const pounds = () =>
  z.string().transform((value, ctx): number => {
    if (value.trim() === '') return 0;
    const pence = penceFrom(value);
    if (pence !== null) return pence;
    ctx.addIssue({
      code: 'custom',
      message: 'Enter an amount in pounds, such as 40 or 12.50, or leave it empty.',
    });
    return z.NEVER;
  });

const reach = () =>
  z.string().transform((value, ctx): number | null => {
    const typed = value.trim().replaceAll(',', '');
    if (typed === '') return null;
    if (/^\d{1,8}$/.test(typed)) return Number(typed);
    ctx.addIssue({ code: 'custom', message: 'Enter a whole number, such as 120, or leave it empty.' });
    return z.NEVER;
  });

/** A source of volunteers: what it is, when, what it cost and whom it reached. */
export const sourceForm = (centreIds: readonly string[]) =>
  form(
    'source of volunteers',
    {
      centreId: oneOfThese(centreIds, 'Choose the centre.'),
      kind: oneOf(SOURCE_KINDS, 'Choose what kind it is.'),
      name: text('Give it a name that people know, such as “Poster in the library”.', 120),
      words: optionalText(1000),
      fromOn: date('Enter the day on which it begins.'),
      untilOn: optionalDate(),
      cost: pounds(),
      reach: reach(),
    },
    ({ fromOn, untilOn }) =>
      untilOn && Temporal.PlainDate.compare(untilOn, fromOn) < 0
        ? [{ field: 'untilOn', message: 'The last day is before the first. Check the two dates.' }]
        : [],
  );

export interface SourceSaid {
  readonly centreId: string;
  readonly kind: (typeof SOURCE_KINDS)[number];
  readonly name: string;
  readonly words: string;
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate | null;
  readonly cost: number;
  readonly reach: number | null;
}
