import { z } from 'zod';
import { date, maybeOneOf, text, tick, wholeNumber } from '#platform/forms/fields.ts';
import { form, type Typed } from '#platform/forms/form.ts';
import type { Requirement } from './readiness.rules.ts';

const MONTHS = ['6', '12', '18', '24', '36', '60'] as const;

const DAYS = 'Enter numbers of days from 1 to 365 with commas between them, six at most, such as 60, 30, 7.';

/** "60, 30, 7": days before the end, the most first. */
const daysBefore = () =>
  z.string().transform((typed, ctx): readonly number[] => {
    const parts = typed
      .split(/[\s,;]+/)
      .map((part) => part.trim())
      .filter(Boolean);
    const days = [...new Set(parts.map(Number))];
    if (
      parts.length > 0 &&
      days.length <= 6 &&
      parts.every((part) => /^\d{1,3}$/.test(part)) &&
      days.every((each) => each >= 1 && each <= 365)
    )
      return days.toSorted((one, other) => other - one);
    ctx.addIssue({ code: 'custom', message: DAYS });
    return z.NEVER;
  });

export const requirementForm = form('requirement', {
  effectiveFrom: date('Enter the day from which it holds.'),
  dropped: tick(),
  minimum: wholeNumber('Say how many must be shown.', 1, 40),
  validMonths: maybeOneOf(MONTHS),
  graceDays: wholeNumber('Say how many days of grace there are; 0 when none.', 0, 180),
  renewDays: daysBefore(),
  keepsEarned: tick(),
  words: text('Say in a sentence what is asked.', 500),
});

export const MONTH_OPTIONS = [
  { value: '', label: 'Without end, or until its own last day' },
  ...MONTHS.map((value) => ({ value, label: `${value} months` })),
];

export const requirementPrefill = (version: Requirement | null): Typed => ({
  minimum: String(version?.minimum ?? 1),
  validMonths: version?.validMonths ? String(version.validMonths) : '',
  graceDays: String(version?.graceDays ?? 0),
  renewDays: (version?.renewDays ?? [60, 30, 7]).join(', '),
  keepsEarned: version?.keepsEarned === false ? '' : 'yes',
  words: version?.words ?? '',
});
