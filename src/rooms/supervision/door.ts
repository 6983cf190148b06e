/** What other rooms may know of supervision and ask of it. */

export { type Debrief, debriefsToOffer, ownDebrief } from './load/debrief.queries.ts';
export { heavyAt, type LoadOfPerson, loadOfPeople } from './load/load.queries.ts';
export { type HowItWas, type LoadNote, noteLoad, noteLoad, tellHowItWas } from './load/told.commands.ts';
export { beginArrangement } from './rhythm/arrangement.commands.ts';
export { type Arrangement, arrangementsOf, leaveOf } from './rhythm/arrangement.queries.ts';
export { keepRhythm } from './rhythm/keep.commands.ts';
export { meetingById } from './rhythm/meeting.queries.ts';
export { type RhythmState, rhythmState } from './rhythm/rhythm.rules.ts';
export { loadSupervision } from './rhythm/rules.commands.ts';
export {
  arrangementsWithoutSupervisor,
  diaryOf,
  meetingsToClose,
  otherTimesAsked,
  overdueAt,
  ownNext,
  proposalsToAnswer,
  type Slipping,
} from './rhythm/waiting.queries.ts';
