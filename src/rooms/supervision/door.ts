/** What other rooms may know of supervision and ask of it. */
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
