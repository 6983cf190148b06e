/** Pregnancy in Mind in its present version: referral from 12 to 26 weeks, and the course over by 34. */
import type { ProgrammeTemplateContent } from '../shapes.ts';
import { pregnancyInMind1 } from './pregnancy-in-mind-1.ts';

export const pregnancyInMind2: ProgrammeTemplateContent = {
  ...pregnancyInMind1,
  version: 2,
  effectiveFrom: '2024-04-01',
  about:
    'Eight weekly group sessions in pregnancy led by practitioners, over by 34 weeks, and a monthly drop-in led by peer supporters from the day of referral to the first birthday.',
  eligibility: {
    ...pregnancyInMind1.eligibility,
    referralToWeeks: 26,
    completeByWeeks: 34,
    // One cancelled week can still be made up.
    startSlackDays: 7,
    relation: [
      ...pregnancyInMind1.eligibility.relation,
      { code: 'parent_of_unborn', name: 'I am the baby’s other parent' },
    ],
  },
  promises: { ...pregnancyInMind1.promises, offerAnswerDays: 5, reminderDaysBefore: [5, 1] },
};
