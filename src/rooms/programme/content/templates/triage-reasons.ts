/** Why a referral ends as it does, in three voices: for staff, for the parent and for whoever referred. */
import type { TriageReason } from '../shapes.ts';

export const triageReasons: readonly TriageReason[] = [
  {
    code: 'fits_group',
    decision: 'accept',
    name: 'Fits the antenatal group',
    words: 'Within the dates, the need fits, and the parent would like a group.',
    parentWords:
      'We would like to offer you a place in a group. We will write with a date as soon as one is free. The drop-in is open to you now.',
    referrerWords: 'Accepted for an antenatal group. The drop-in is open to the family from today.',
  },
  {
    code: 'fits_after_talk',
    decision: 'accept',
    name: 'Fits, after a talk',
    words: 'A practitioner has spoken with the parent, and both think that a group will help.',
    parentWords:
      'Thank you for talking with us. We would like to offer you a place in a group, in the way that we agreed.',
    referrerWords: 'Accepted after a conversation with the parent.',
  },
  {
    code: 'drop_in_only',
    decision: 'accept',
    name: 'Drop-in, without a group',
    words: 'Too late for a course to finish in time, or the parent prefers the drop-in.',
    parentWords:
      'The monthly drop-in is open to you until your child’s first birthday. You don’t have to book.',
    referrerWords:
      'Welcomed to the monthly drop-in. A group course would not have finished in time, or was not wanted.',
  },
  {
    code: 'other_support_fits_better',
    decision: 'signpost',
    name: 'Another kind of support fits better',
    words: 'The need is real and someone else meets it better. Name who, and follow it up.',
    parentWords:
      'We think that someone else can help you more. We have written down who they are and how to reach them. We will check in with you after that.',
    referrerWords: 'Signposted to another service, with a follow-up date.',
  },
  {
    code: 'outside_area',
    decision: 'signpost',
    name: 'Lives outside our area',
    words: 'There may be a programme nearer home. Find it before writing.',
    parentWords: 'There is support closer to where you live. We have put its details on your page.',
    referrerWords: 'The family lives outside our area. We have given them details of support nearer home.',
  },
  {
    code: 'too_early',
    decision: 'signpost',
    name: 'Too early in pregnancy',
    words: 'Before the window opens. Agree a date on which we write again.',
    parentWords:
      'Our groups start a little later in pregnancy. We will write to you when it is time. Until then, here are people you can talk to.',
    referrerWords:
      'Before our referral window. We have agreed with the family when we will be in touch again.',
  },
  {
    code: 'needs_specialist',
    decision: 'hand_over',
    name: 'Needs a specialist service',
    words:
      'More unwell than a group can safely hold. Speak with the other service, with the parent’s agreement.',
    parentWords:
      'You deserve more help than a group can give just now. We have agreed with you who that will be, and we will check that you were seen.',
    referrerWords: 'Handed over to a specialist service. We will check that the parent was seen.',
  },
  {
    code: 'danger_now',
    decision: 'hand_over',
    name: 'Danger now',
    words:
      'Someone’s life or safety is at risk today. 999 or the crisis team first, a concern raised next, this form last.',
    parentWords:
      'We were worried about your safety and asked for help straight away. Someone will talk with you about what happens next.',
    referrerWords: 'Passed on urgently on the day. Please ring us.',
  },
  {
    code: 'parent_prefers_not',
    decision: 'decline',
    name: 'The parent would rather not',
    words: 'Their choice, and the door stays open. No reason is needed.',
    parentWords:
      'You have told us that this is not for you just now. Thank you for saying so. You can come back to us whenever you like.',
    referrerWords: 'The parent has decided not to take this up for now, and can return at any time.',
  },
  {
    code: 'no_reply',
    decision: 'decline',
    name: 'We could not reach them',
    words:
      'Tried in the ways the parent said were safe, on different days. Ask the referrer whether all is well.',
    parentWords:
      'We have not managed to catch you. That is fine. You can still come to us whenever you like.',
    referrerWords:
      'We have not been able to reach the parent in the ways we were given. Please tell us if there is another way, or if you are worried.',
  },
  {
    code: 'sent_twice',
    decision: 'decline',
    name: 'Already with us',
    words: 'The same family was referred before. Join the two and close this one.',
    parentWords: 'You were already with us, so nothing changes.',
    referrerWords: 'The family was already known to us. Nothing more is needed from you.',
  },
];
