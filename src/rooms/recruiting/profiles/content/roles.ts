import type { Attribute, Part, ProfileContent } from '../profile.shape.ts';
import { usualRoute } from './route.ts';

// Which of them must be there at the start and which grow is a judgement of ours; a centre changes it on the page.
const attributes: readonly Attribute[] = [
  {
    code: 'empathy',
    name: 'Empathy',
    words: 'You can feel with somebody, and let them feel what they feel.',
    when: 'now',
  },
  {
    code: 'communication',
    name: 'Being easy to talk to',
    words: 'You listen more than you speak, and people find it easy to be with you.',
    when: 'now',
  },
  {
    code: 'commitment',
    name: 'Commitment',
    words: 'You come when you said you would, because somebody counts on it.',
    when: 'now',
  },
  {
    code: 'openness',
    name: 'Openness to learn',
    words: 'You are glad to learn, and you can hear it when something could be done another way.',
    when: 'now',
  },
  {
    code: 'self_regulation',
    name: 'Staying steady',
    words: 'When it gets hard you notice what happens in you, and you stay kind.',
    when: 'grows',
  },
  {
    code: 'coping',
    name: 'Looking after yourself',
    words: 'You know what does you good, and you ask for help when you need it.',
    when: 'grows',
  },
];

/** The roles a new organisation begins with. */
export const firstRoles: readonly {
  readonly code: string;
  readonly part: Part;
  readonly effectiveFrom: string;
  readonly content: ProfileContent;
}[] = [
  {
    code: 'peer_supporter',
    part: 'peer_supporter',
    effectiveFrom: '2024-01-01',
    content: {
      name: 'Peer supporter',
      about:
        'Peer supporters welcome parents to the monthly drop-in. Many have been through a hard time around a birth themselves; all of them know how much it helps when somebody is simply there.',
      whatYouDo: [
        'Welcome parents and babies at the drop-in, and make sure that nobody stands alone.',
        'Listen, and share a little of your own story where it helps.',
        'Run a short activity with the others of the team.',
        'Tell the volunteer manager when something worries you.',
      ],
      time: 'One drop-in of two hours a month, with half an hour before and after; supervision every four weeks; training first.',
      whatYouGet: [
        'Training that is yours to keep, with a certificate for each part.',
        'A volunteer manager who meets you every four weeks.',
        'Your costs paid back, and a team that drinks tea together.',
      ],
      attributes: [...attributes],
      route: [...usualRoute],
    },
  },
  {
    code: 'creche_volunteer',
    part: 'creche',
    effectiveFrom: '2024-01-01',
    content: {
      name: 'Crèche volunteer',
      about:
        'Crèche volunteers look after babies and small brothers and sisters next door, so that parents can have two hours for themselves.',
      whatYouDo: [
        'Set out toys and mats, and keep the room safe.',
        'Play, hold and comfort, always with another adult in the room.',
        'Tell the parent how it went, and the volunteer manager if something worries you.',
      ],
      time: 'Two and a half hours on the days of a group, as often as suits you; training first.',
      whatYouGet: [
        'Training in keeping children safe and well.',
        'A volunteer manager who meets you every four weeks.',
        'Your costs paid back.',
      ],
      attributes: [...attributes],
      route: [...usualRoute],
    },
  },
];
