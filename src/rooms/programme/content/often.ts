/** Stages, cautions and adaptations that hold in the same words for many activities. */
import type { Adaptation, Caution, FacilitatorKind, Stage } from './shapes.ts';

export const antenatal: readonly Stage[] = ['trimester_1', 'trimester_2', 'trimester_3'];
export const postnatal: readonly Stage[] = ['newborn_0_3', 'baby_3_6', 'baby_6_12'];
export const anyStage: readonly Stage[] = [...antenatal, ...postnatal];

export const practitioner: readonly [FacilitatorKind] = ['practitioner'];
export const peerSupporter: readonly [FacilitatorKind] = ['peer_supporter'];
export const either: readonly [FacilitatorKind, FacilitatorKind] = ['practitioner', 'peer_supporter'];

export const eyesAsTheyLike: Caution = {
  kind: 'trauma',
  text: 'Closing the eyes or going quiet inside can bring hard memories up. Say that eyes may stay open, that anyone may stop or step out, and that nobody needs to explain.',
};

export const noFlatBack: Caution = {
  kind: 'late_pregnancy',
  text: 'From the second half of pregnancy nobody lies flat on their back. Offer side-lying with cushions, or a chair.',
};

export const easyBreath: Caution = {
  kind: 'late_pregnancy',
  text: 'No breath-holding and no counting that feels like a stretch. If someone is dizzy or short of breath, they go back to ordinary breathing and rest; if it does not pass, they call their midwife or maternity unit.',
};

export const healingBody: Caution = {
  kind: 'after_birth',
  text: 'Bodies heal at their own speed, above all after a caesarean or stitches. Keep every movement small, leave out whatever pulls, and send questions about exercise to the midwife, health visitor or GP.',
};

export const safeSleepElsewhere: Caution = {
  kind: 'babies',
  text: 'If a baby or a parent falls asleep, look that the baby’s face is clear and that nobody sleeps sitting up with a baby. Questions about safe sleep go to the health visitor.',
};

export const noOneIsAsked: Caution = {
  kind: 'trauma',
  text: 'What someone says may touch others. Nobody is asked to tell more than they offered, and anyone may pass. Follow up quietly afterwards, and raise a concern if you are worried about anyone’s safety.',
};

export const notEveryStory: Caution = {
  kind: 'trauma',
  text: 'Some parents have lost a baby, or had a frightening birth. Say at the start that no one way of feeling is expected, and have a second person free to sit with someone.',
};

export const shortSentences: Adaptation = {
  kind: 'interpreter',
  text: 'Give the interpreter the words beforehand, use short sentences and stop after each. Allow a third more time.',
};

export const camerasAsTheyLike: Adaptation = {
  kind: 'online',
  text: 'Cameras may be off. Ask people to check that the room feels private, and agree a word in the chat for “I have stepped away”.',
};

export const babyStays: Adaptation = {
  kind: 'baby_in_arms',
  text: 'Feeding, rocking and walking about are all part of it. Say so first, and leave gaps.',
};
