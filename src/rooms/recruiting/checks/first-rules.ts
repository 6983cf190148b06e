import type { NewActivityRule } from '../activity/activity.commands.ts';
import type { CheckRules } from './check.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

/** What a new organisation begins with. Windows and months are policy of ours to start from, and none of it is legal advice. */
export const firstCheckRules: readonly (CheckRules & { readonly source: string })[] = [
  {
    effectiveFrom: day('2012-09-10'),
    renewAfterMonths: 36,
    updateServiceMonths: 12,
    freshMonths: 3,
    keepDetailMonths: 6,
    source:
      'Usual practice. Certificates have no end of their own: after how long a check is done again is for you to decide.',
  },
];

export const firstActivityRules: readonly NewActivityRule[] = [
  {
    effectiveFrom: day('2012-09-10'),
    moreThanDays: 3,
    inDays: 30,
    overnight: true,
    supervisedExempt: true,
    words:
      'With children on more than 3 days in 30, or one night: a regulated activity, unless under supervision.',
    source:
      'The definition of regulated activity with children as changed in 2012. Take advice where you are not sure.',
  },
  {
    effectiveFrom: day('2026-09-01'),
    moreThanDays: 3,
    inDays: 30,
    overnight: true,
    supervisedExempt: false,
    words:
      'With children on more than 3 days in 30, or one night: a regulated activity, under supervision too.',
    source:
      'Crime and Policing Act 2026, in force from 1 September 2026. Take advice where you are not sure.',
  },
];
