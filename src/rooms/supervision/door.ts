/** What other rooms may know of supervision and ask of it. */

export { answerDebrief, holdDebrief, offerDebrief, takeDebrief } from './load/debrief.commands.ts';
export { type Debrief, debriefsToOffer, ownDebrief } from './load/debrief.queries.ts';
export { heavyAt, type LoadOfPerson, loadOfPeople } from './load/load.queries.ts';
export { LoadCard } from './load/load-card.pages.tsx';
export { type HowItWas, type LoadNote, noteLoad, tellHowItWas } from './load/told.commands.ts';
export { closeAction } from './notes/action.commands.ts';
export { type Action, actionsDue, openActionsOf } from './notes/action.queries.ts';
export { saveDraft } from './notes/draft.commands.ts';
export { draftsOf, type OwnDraft } from './notes/draft.queries.ts';
export { addToNote, type Keeping, keepNote, openNote, shareEarlierNotes } from './notes/note.commands.ts';
export {
  lookAt,
  type NoteThere,
  type NoteToWrite,
  noteOf,
  notesOf,
  notesToWrite,
} from './notes/note.queries.ts';
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
export { sharePlan, writePlan } from './staying-well/stay-well.commands.ts';
export { type PlanWords, plansSharedWithMe } from './staying-well/stay-well.queries.ts';
