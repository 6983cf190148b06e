import { z } from 'zod';
import { dateFromBoxes, timeFromWords } from '#kernel/dates.ts';

const trimmed = (value: string) => value.replace(/\r\n/g, '\n').trim();

/** Text that must be there; `missing` is what to say when it is not. At most `most` characters (300 unless told). */
export const text = (missing: string, most = 300) =>
  z
    .string()
    .transform(trimmed)
    .pipe(
      z
        .string()
        .min(1, { error: missing })
        .max(most, { error: `Use ${most} characters or fewer.` }),
    );

/** Text that may be empty; at most `most` characters (2,000 unless told). */
export const optionalText = (most = 2000) =>
  z
    .string()
    .transform(trimmed)
    .pipe(z.string().max(most, { error: `Use ${most.toLocaleString('en-GB')} characters or fewer.` }));

/** One of several; `missing` is what to say when none, or something else, was chosen. */
export const oneOf = <const V extends string>(values: readonly [V, ...V[]], missing: string) =>
  z.enum(values, { error: missing });

/** One of several, or nothing chosen (null). */
export const maybeOneOf = <const V extends string>(values: readonly V[]) =>
  z.string().transform((value) => values.find((each) => each === value) ?? null);

/** One of a list known only when the page is loaded, such as the centres of an organisation. */
export const oneOfThese = (values: readonly string[], missing: string) =>
  z.string().refine((value) => values.includes(value), { error: missing });

/** Any number of several; what is not among them is passed over. */
export const someOf = <const V extends string>(values: readonly V[]) =>
  z
    .array(z.string())
    .transform((chosen) => values.filter((value) => chosen.includes(value)))
    .meta({ boxes: 'several' });

/** Any number of a list known only when the page is loaded. */
export const someOfThese = (values: readonly string[]) =>
  z
    .array(z.string())
    .transform((chosen) => values.filter((value) => chosen.includes(value)))
    .meta({ boxes: 'several' });

/** A question that must be answered yes or no. */
export const yesNo = (missing: string) =>
  z.enum(['yes', 'no'], { error: missing }).transform((value) => value === 'yes');

/** A question that may be left open: true, false or null. */
export const maybeYesNo = () =>
  z.string().transform((value) => (value === 'yes' ? true : value === 'no' ? false : null));

/** A box that is ticked or not. */
export const tick = () => z.string().transform((value) => value === 'yes' || value === 'on');

const boxes = z.object({ day: z.string(), month: z.string(), year: z.string() });
const someBox = (value: { day: string; month: string; year: string }) =>
  value.day.trim() + value.month.trim() + value.year.trim() !== '';

/** A date in three boxes that must be there; `missing` when empty, `wrong` when no calendar has it. */
export const date = (
  missing: string,
  wrong = 'Enter a real date, with the year in four figures, such as 26 11 2026.',
) =>
  boxes
    .transform((value, ctx): Temporal.PlainDate => {
      const found = someBox(value) ? dateFromBoxes(value) : null;
      if (found) return found;
      ctx.addIssue({ code: 'custom', message: someBox(value) ? wrong : missing });
      return z.NEVER;
    })
    .meta({ boxes: 'date' });

/** A date in three boxes that may be left empty (null). */
export const optionalDate = (
  wrong = 'Enter a real date, with the year in four figures, such as 26 11 2026, or leave it empty.',
) =>
  boxes
    .transform((value, ctx): Temporal.PlainDate | null => {
      if (!someBox(value)) return null;
      const found = dateFromBoxes(value);
      if (found) return found;
      ctx.addIssue({ code: 'custom', message: wrong });
      return z.NEVER;
    })
    .meta({ boxes: 'date' });

/** The three boxes as typed values, for prefilling; a null date leaves them empty. */
export const dateBoxes = (
  name: string,
  value: Temporal.PlainDate | null,
): Readonly<Record<string, string>> =>
  value
    ? {
        [`${name}-day`]: String(value.day),
        [`${name}-month`]: String(value.month),
        [`${name}-year`]: String(value.year),
      }
    : {};

/** A time as people say it, such as 10.30am. */
export const time = (missing: string) =>
  z.string().transform((value, ctx): Temporal.PlainTime => {
    const found = value.trim() === '' ? null : timeFromWords(value);
    if (found) return found;
    ctx.addIssue({
      code: 'custom',
      message: value.trim() === '' ? missing : 'Enter a time such as 10.30am or 2pm.',
    });
    return z.NEVER;
  });

/** A whole number within limits; `missing` when empty. */
export const wholeNumber = (missing: string, least: number, most: number) =>
  z.string().transform((value, ctx): number => {
    const typed = value.trim();
    const found = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
    if (found >= least && found <= most) return found;
    ctx.addIssue({
      code: 'custom',
      message: typed === '' ? missing : `Enter a whole number from ${least} to ${most}.`,
    });
    return z.NEVER;
  });

const EMAIL = /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]{2,}$/;

/** An e-mail address that must be there. */
export const email = (missing: string) =>
  z
    .string()
    .transform(trimmed)
    .pipe(
      z
        .string()
        .min(1, { error: missing })
        .max(254, { error: 'Use 254 characters or fewer.' })
        .refine((value) => value === '' || EMAIL.test(value), {
          error: 'Enter an e-mail address such as name@example.org.',
        }),
    );

/** An e-mail address that may be left empty (null). */
export const optionalEmail = () =>
  z
    .string()
    .transform(trimmed)
    .pipe(
      z
        .string()
        .max(254, { error: 'Use 254 characters or fewer.' })
        .refine((value) => value === '' || EMAIL.test(value), {
          error: 'Enter an e-mail address such as name@example.org, or leave it empty.',
        }),
    )
    .transform((value) => (value === '' ? null : value));

const PHONE_SENTENCE =
  'Enter a phone number with 10 or 11 figures, such as 07700 900123, or one that starts with + and the country.';

/**
 * A phone number brought into one shape, +447700900123: spaces, brackets and dashes go, a leading 0 becomes +44.
 * Null when it cannot be a number.
 */
export const phoneInOneShape = (typed: string): string | null => {
  const figures = typed.replace(/[\s().\-–]/g, '').replace(/^00/, '+');
  if (/^0\d{9,10}$/.test(figures)) return `+44${figures.slice(1)}`;
  return /^\+\d{8,15}$/.test(figures) ? figures : null;
};

/** A phone number that may be left empty (null), in one shape. */
export const optionalPhone = () =>
  z.string().transform((value, ctx): string | null => {
    if (value.trim() === '') return null;
    const found = phoneInOneShape(value);
    if (found) return found;
    ctx.addIssue({ code: 'custom', message: PHONE_SENTENCE });
    return z.NEVER;
  });
