import { date, maybeOneOf, text, tick, wholeNumber } from '#platform/forms/fields.ts';
import { form, type Typed } from '#platform/forms/form.ts';
import type { Requirement } from './readiness.rules.ts';

const MONTHS = ['6', '12', '18', '24', '36', '60'] as const;

export const requirementForm = form('requirement', {
  effectiveFrom: date('Enter the day from which it holds.'),
  dropped: tick(),
  minimum: wholeNumber('Say how many must be shown.', 1, 10),
  validMonths: maybeOneOf(MONTHS),
  graceDays: wholeNumber('Say how many days of grace there are; 0 when none.', 0, 180),
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
  keepsEarned: version?.keepsEarned === false ? '' : 'yes',
  words: version?.words ?? '',
});
