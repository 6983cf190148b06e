import { type Actor, centresOf, holds, type Role } from '#platform/db/actor.ts';

/** Who may open a note of others for safety's sake, with a reason: the readers for safeguarding of the centre. */
export const OPENS_NOTES: readonly Role[] = ['service_lead', 'specialist'];

export const mayOpenNotes = (actor: Actor, centreId?: string): boolean => holds(actor, OPENS_NOTES, centreId);
export const opensNotesAt = (actor: Actor): readonly string[] => centresOf(actor, OPENS_NOTES);
