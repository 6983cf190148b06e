import type { RouteStep } from '../profile.shape.ts';

/** The usual way in: a talk before any form, then four things side by side, so that nobody waits for the slowest. */
export const usualRoute: readonly RouteStep[] = [
  {
    code: 'conversation',
    name: 'A conversation',
    words:
      'We talk for about twenty minutes, by phone or over a cup of tea. You ask, we ask. Nothing is decided.',
    owner: 'applicant',
    days: 10,
    after: [],
  },
  {
    code: 'application',
    name: 'Your application',
    words: 'A few questions about you and when you are free. You can write, or tell us and we write it down.',
    owner: 'applicant',
    days: 14,
    after: ['conversation'],
  },
  {
    code: 'references',
    name: 'References',
    words: 'Two people who know you answer a few short questions. They do not need an account.',
    owner: 'applicant',
    days: 21,
    after: ['application'],
  },
  {
    code: 'check',
    name: 'The check',
    words:
      'A check of the right level for the role. It costs you nothing, and having a past does not rule you out.',
    owner: 'us',
    days: 28,
    after: ['application'],
  },
  {
    code: 'interview',
    name: 'A personal interview',
    words: 'Two of us meet you and ask how you are with people. Everybody is asked the same questions.',
    owner: 'us',
    days: 14,
    after: ['application'],
  },
  {
    code: 'course',
    name: 'Keeping people safe: a short course',
    words: 'About forty minutes online, in five parts. Stop and come back whenever you like.',
    owner: 'applicant',
    days: 21,
    after: ['application'],
  },
  {
    code: 'offer',
    name: 'Our offer',
    words: 'We tell you what we would love you to do. You say yes, or not now.',
    owner: 'us',
    days: 5,
    after: ['references', 'check', 'interview', 'course'],
  },
  {
    code: 'induction',
    name: 'Your first day',
    words: 'We show you round, go through how we work, and you meet the people you will be with.',
    owner: 'us',
    days: 14,
    after: ['offer'],
  },
];
