import type { Tone } from '#ui/show.tsx';
import type { PracticeKind, Stretch, SyllabusBlock } from './syllabus.shape.ts';

export const stretchWords: Readonly<Record<Stretch, string>> = {
  role_play: 'Role-play',
  sharing: 'Sharing',
  arts: 'Arts',
  pairs: 'In pairs',
  story: 'Stories',
  practice: 'Trying out',
  talk: 'Talk',
  break: 'Break',
  reflection: 'Real sessions',
};

export const stretchTone = (stretch: Stretch): 'pine' | 'iris' | 'honey' =>
  stretch === 'break' ? 'honey' : stretch === 'reflection' ? 'iris' : 'pine';

export const blockWords: Readonly<
  Record<SyllabusBlock, { readonly name: string; readonly words: string; readonly tone: Tone }>
> = {
  relational: {
    name: 'Being with people',
    words: 'Relational skills come first. Everything else rests on them.',
    tone: 'iris',
  },
  content: {
    name: 'What we do in groups',
    words: 'Minds, babies, drop-ins, activities, and a group over its weeks.',
    tone: 'pine',
  },
  conduct: { name: 'How we behave', words: 'Our code of conduct, and what stays between us.', tone: 'honey' },
  safeguarding: {
    name: 'Keeping people safe',
    words: 'Practising the moment itself. It builds on the e-learning.',
    tone: 'clay',
  },
  boundaries: {
    name: 'Boundaries and staying well',
    words: 'What is ours to do, what is not, and how we last.',
    tone: 'honey',
  },
};

export const practiceWords: Readonly<Record<PracticeKind, string>> = {
  shadowing: 'Shadowing: going along and watching',
  buddying: 'Buddying: doing it with somebody beside you',
  observed: 'A first session that somebody observes',
};

/** The steps of the way in that can come before a place in a cohort, as people call them. */
export const stepWords = {
  conversation: 'The first conversation',
  application: 'The application',
  references: 'The references',
  check: 'The DBS check',
  interview: 'The interview',
  course: 'The safeguarding e-learning',
} as const;
export type EnrolStep = keyof typeof stepWords;
export const ENROL_STEPS = Object.keys(stepWords) as readonly EnrolStep[];
