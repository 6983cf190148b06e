/** Pregnancy in Mind as the evidence review describes it: referral from 12 to 28 weeks. */
import type { ProgrammeTemplateContent } from '../shapes.ts';
import {
  antenatalStructure,
  dropInStructure,
  groundRulesSuggested,
  needs,
  stages,
  themes,
  topics,
} from './pregnancy-in-mind-parts.ts';
import { signposts } from './signposts.ts';
import { triageReasons } from './triage-reasons.ts';

export const pregnancyInMind1: ProgrammeTemplateContent = {
  code: 'pregnancy-in-mind',
  version: 1,
  // The review gives no first day; an organisation sets its own.
  effectiveFrom: '2018-01-01',
  name: 'Pregnancy in Mind',
  about:
    'Up to eight group sessions in pregnancy led by practitioners, and a monthly drop-in led by peer supporters from the day of referral to the first birthday.',
  vision:
    'Every parent who finds pregnancy or the first year hard has good company, and nobody has to hide it.',
  purpose:
    'To help parents with mild to moderate worry or low mood to feel calmer, find words, get to know their baby and know other parents.',
  ethos: 'citizen_led',
  ethosWords:
    'Neighbours work together here. Practitioners lead the groups in pregnancy. Peer supporters run the drop-in, are part of the same team, and bring ideas from where they live. Within clear limits, what parents and peer supporters think of changes what we do.',
  themes,
  topics,
  stages,
  groupKinds: [
    {
      code: 'antenatal_group',
      name: 'Antenatal group',
      words: 'A small group that meets each week in pregnancy. Two hours, with a break.',
      ledBy: 'practitioner',
      sessions: { most: 8 },
      minutes: 120,
      rhythm: { every: 'week', count: 1 },
      places: { usual: 8, most: 10 },
      openFrom: 'acceptance',
      openUntil: 'last_session',
      structure: antenatalStructure,
    },
    {
      code: 'drop_in',
      name: 'Monthly drop-in',
      words: 'Open to every family from the day of referral. No booking, and come when you can.',
      ledBy: 'peer_supporter',
      minutes: 120,
      rhythm: { every: 'month', count: 1 },
      places: { usual: 12, most: 20 },
      openFrom: 'referral',
      openUntil: 'first_birthday',
      structure: dropInStructure,
    },
  ],
  structureRules: { checkInAfter: ['relaxation'], breakNeeded: true, totalMinutes: 120 },
  courseBalance: { activitiesOfEachTheme: 3, activitiesOfEachTopic: 2 },
  eligibility: {
    referralFromWeeks: 12,
    referralToWeeks: 28,
    startSlackDays: 14,
    relation: [
      { code: 'pregnant_person', name: 'I am pregnant' },
      { code: 'partner', name: 'My partner is pregnant' },
    ],
    needs,
    postnatalUntilMonths: 12,
  },
  promises: {
    triageWorkingDays: 5,
    offerAnswerDays: 7,
    reminderDaysBefore: [2],
    missedContactDays: 2,
    quietHelloDays: 35,
  },
  triageReasons,
  signposts,
  groundRulesSuggested,
};
