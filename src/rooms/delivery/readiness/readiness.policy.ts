import { type Actor, holds, ROLES, type Role } from '#platform/db/actor.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';

/** Who lays down what is asked of volunteers, for all centres. */
export const LAYS_DOWN: readonly Role[] = ['service_lead', 'programme_coordinator'];
/** Who sees how far volunteers of a centre are. */
export const SEES_VOLUNTEERS: readonly Role[] = [...RECRUITS, 'practitioner', 'service_lead'];

export const mayLayDown = (actor: Actor): boolean => holds(actor, LAYS_DOWN);
export const maySeeRequirements = (actor: Actor): boolean => holds(actor, ROLES);
export const maySeeVolunteers = (actor: Actor, centreId?: string): boolean =>
  holds(actor, SEES_VOLUNTEERS, centreId);
/** Who answers for a volunteer at their centre, and puts them on hold. */
export const mayAnswerFor = (actor: Actor, centreId?: string): boolean => holds(actor, RECRUITS, centreId);
