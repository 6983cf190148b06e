/** Where else a family may be helped, and how soon we look whether they were. */
import type { SignpostContent } from '../shapes.ts';

export const signposts: readonly SignpostContent[] = [
  {
    code: 'specialist_perinatal',
    name: 'Community perinatal mental health team',
    words: 'For severe or complex illness in pregnancy and the first year or two.',
    how: 'warm_handover',
    followUpDays: 5,
  },
  {
    code: 'crisis_team',
    name: 'Crisis team, or 999',
    words: 'For danger now. Stay on the line or in the room until someone has taken over.',
    how: 'warm_handover',
    followUpDays: 1,
  },
  {
    code: 'talking_therapies',
    name: 'NHS Talking Therapies',
    words: 'Parents are seen sooner in pregnancy and the first year. Anyone can refer themselves.',
    how: 'signpost',
    followUpDays: 21,
  },
  {
    code: 'maternal_mental_health',
    name: 'Maternal mental health service',
    words: 'For fear of birth, a traumatic birth, or loss.',
    how: 'warm_handover',
    followUpDays: 10,
  },
  {
    code: 'midwife',
    name: 'Midwife',
    words: 'Questions about the pregnancy, and about how it is going for the parent.',
    how: 'signpost',
    followUpDays: 14,
  },
  {
    code: 'health_visitor',
    name: 'Health visitor',
    words: 'Feeding, sleep, growth, and the parent’s own wellbeing.',
    how: 'signpost',
    followUpDays: 14,
  },
  {
    code: 'gp',
    name: 'GP',
    words: 'Low mood or worry that lasts, medicines, and anything physical.',
    how: 'signpost',
    followUpDays: 14,
  },
  {
    code: 'domestic_abuse',
    name: 'Domestic abuse service',
    words: 'Advocates who plan with the parent for safety. Only ever spoken of in private.',
    how: 'warm_handover',
    followUpDays: 3,
  },
  {
    code: 'bereavement',
    name: 'Bereavement support',
    words: 'The bereavement midwife, and charities for families after a loss.',
    how: 'warm_handover',
    followUpDays: 14,
  },
  {
    code: 'family_hub',
    name: 'Family hub or children’s centre',
    words: 'Money, housing, feeding groups, and things to do nearby.',
    how: 'signpost',
    followUpDays: 28,
  },
];
