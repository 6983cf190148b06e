import type { Competency } from '../../syllabus/syllabus.shape.ts';

// Published in October 2020 by Health Education England. We name its numbers so that somebody can carry what they have
// learned elsewhere; the words are ours, and where we know of no number there is none.
const hee = (...codes: readonly string[]) =>
  codes.map((code) => ({
    name: 'Competence Framework for Mental Health Peer Support Workers, HEE 2020',
    code,
  }));

export const competencies: readonly Competency[] = [
  {
    code: 'listening',
    name: 'Listens so that people feel heard',
    words: 'Listens without steering, says back what was said, and leaves room for silence.',
    frameworks: hee('3.5'),
  },
  {
    code: 'alongside',
    name: 'Comes alongside and does not fix',
    words: 'Trusts that parents know their own lives, and asks before giving advice.',
    frameworks: hee('3.1', '3.3'),
  },
  {
    code: 'story',
    name: 'Shares their own story with care',
    words: 'Chooses a piece that is safe to share, for the other person’s sake, and gives the talk back.',
    frameworks: hee('3.2'),
  },
  {
    code: 'feelings',
    name: 'Stays when feelings come',
    words: 'Bears tears, anger and silence without hurrying them away, and keeps steady.',
    frameworks: hee('3.3', '3.5'),
  },
  {
    code: 'inclusion',
    name: 'Welcomes every family',
    words:
      'Sees who cannot get in, works well with difference, and speaks up when somebody is treated unfairly.',
    frameworks: hee('3.6'),
  },
  {
    code: 'partners',
    name: 'Sees the whole family',
    words: 'Welcomes fathers, partners and others around the baby, and knows what is not said to two.',
    frameworks: hee('3.4'),
  },
  {
    code: 'wellbeing',
    name: 'Notices how a parent is and opens the way to help',
    words: 'Asks how somebody really is, stays calm when life is at risk, and fetches help at once.',
    frameworks: hee('2.7'),
  },
  {
    code: 'babies',
    name: 'Tunes in to babies with their parents',
    words: 'Watches, wonders and speaks for the baby so that the parent feels good.',
    frameworks: [],
  },
  {
    code: 'groups',
    name: 'Holds a group',
    words: 'Makes a room in which people stay, leads an activity and bends it, and ends well.',
    frameworks: [],
  },
  {
    code: 'confidence',
    name: 'Keeps confidences and asks first',
    words: 'Promises what can be kept, asks before passing something on, and knows when it has to be told.',
    frameworks: hee('2.5'),
  },
  {
    code: 'safeguarding',
    name: 'Notices, listens, writes it down and tells',
    words: 'Passes on worries about a child or an adult on the same day, in plain words.',
    frameworks: hee('2.6'),
  },
  {
    code: 'role',
    name: 'Knows the role and keeps to it',
    words: 'Says what a peer supporter is and is not, keeps the code of conduct, and says a warm no.',
    frameworks: [],
  },
  {
    code: 'own-wellbeing',
    name: 'Looks after themselves',
    words: 'Knows their own first signs, uses supervision, and asks for help in time.',
    frameworks: [],
  },
];
