import { path } from '#platform/http/path.ts';

export const familiesPath = path('/families');
/** A parent's own file. The hub draws it, with what later rooms add. */
export const familyPath = path('/families/:personId');
export const birthPath = path('/families/:personId/birth');
export const undoBirthPath = path('/families/:personId/birth/:babyId/undo');
export const lossPath = path('/families/:personId/loss');
export const lossUndoPath = path('/families/:personId/loss/undo');
export const dueDatePath = path('/families/:personId/due-date');
export const newPregnancyPath = path('/families/:personId/new-pregnancy');
export const safetyPath = path('/families/:personId/safety');
export const endSafetyPath = path('/families/:personId/safety/:instructionId/end');
export const linkPath = path('/families/:personId/link');
export const restPath = path('/families/:personId/rest');
/** Parents whose messages rest, and who has to decide. */
export const pausesPath = path('/families/pauses');
export const pausePath = path('/families/pauses/:pauseId');
