import { path } from '#platform/http/path.ts';

export const families = path('/families');
/** A parent's own file. The hub draws it, with what later rooms add. */
export const family = path('/families/:personId');
export const birth = path('/families/:personId/birth');
export const undoBirth = path('/families/:personId/birth/:babyId/undo');
/** What recording a loss will do, before anything is asked. */
export const loss = path('/families/:personId/loss');
export const recordLoss = path('/families/:personId/loss/record');
export const lossUndo = path('/families/:personId/loss/undo');
export const dueDate = path('/families/:personId/due-date');
export const newPregnancy = path('/families/:personId/new-pregnancy');
export const safety = path('/families/:personId/safety');
export const endSafety = path('/families/:personId/safety/:instructionId/end');
export const link = path('/families/:personId/link');
export const unlink = path('/families/:personId/link/:otherId/end');
export const rest = path('/families/:personId/rest');
/** Parents whose messages rest, and who has to decide. */
export const pauses = path('/families/pauses');
export const pause = path('/families/pauses/:pauseId');
