import { type Actor, accountOf, CARE_OF_FAMILIES, holds } from '#platform/db/actor.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';

/** Adds practice, and says the last yes: whoever looks after volunteers at the learner's centre, never the learner. */
export const maySayTheLastYes = (
  actor: Actor,
  learner: { readonly centreId: string; readonly own: boolean },
): boolean => !learner.own && holds(actor, RECRUITS, learner.centreId);

/** Signs competencies off: those and the practitioners of the centre, never the learner. */
export const maySignOff = (
  actor: Actor,
  learner: { readonly centreId: string; readonly own: boolean },
): boolean => !learner.own && holds(actor, CARE_OF_FAMILIES, learner.centreId);

/** Writes about a session: whoever was beside the learner, or looks after them; never the learner. */
export const mayWriteAbout = (
  actor: Actor,
  practice: { readonly centreId: string; readonly own: boolean; readonly alongsideId: string | null },
): boolean =>
  !practice.own &&
  ((practice.alongsideId !== null && practice.alongsideId === accountOf(actor)) ||
    holds(actor, RECRUITS, practice.centreId));
