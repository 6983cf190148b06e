/** What other rooms may know of supervision and ask of it. */
export { debriefsToOffer, ownDebrief } from './load/debrief.queries.ts';
export { heavyAt } from './load/load.queries.ts';
export { noteLoad } from './load/told.commands.ts';
export { actionsDue } from './notes/action.queries.ts';
export { saveDraft } from './notes/draft.commands.ts';
export { addToNote, keepNote, openNote } from './notes/note.commands.ts';
export { lookAt, noteOf, notesToWrite } from './notes/note.queries.ts';
export { beginArrangement } from './rhythm/arrangement.commands.ts';
export { type Arrangement, arrangementsOf } from './rhythm/arrangement.queries.ts';
export { loadSupervision } from './rhythm/rules.commands.ts';
export {
  arrangementsWithoutSupervisor,
  diaryOf,
  meetingsToClose,
  otherTimesAsked,
  overdueAt,
  ownNext,
} from './rhythm/waiting.queries.ts';
