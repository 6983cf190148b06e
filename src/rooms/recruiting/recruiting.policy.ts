import { type Actor, holds, type Role } from '#platform/db/actor.ts';

/** Who looks after the way in for volunteers, at their centre. */
export const RECRUITS: readonly Role[] = ['volunteer_manager', 'programme_coordinator'];
/** Who decides what holds for all centres: role profiles, checks a role is eligible for, questions, requirements. */
export const SHAPES_ROLES: readonly Role[] = ['service_lead', 'programme_coordinator'];

export const mayRecruit = (actor: Actor, centreId?: string): boolean => holds(actor, RECRUITS, centreId);
export const mayShapeRoles = (actor: Actor): boolean => holds(actor, SHAPES_ROLES);
