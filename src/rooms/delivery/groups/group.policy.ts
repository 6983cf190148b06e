import {
  type Actor,
  CARE_OF_FAMILIES,
  holds,
  type Role,
  WITH_FAMILIES,
  WITH_GROUPS,
} from '#platform/db/actor.ts';

/** Who sees groups, sessions and places of a centre. */
export const TEAM: readonly Role[] = WITH_GROUPS;

/** Who opens groups, offers places and moves sessions. */
export const ARRANGERS: readonly Role[] = WITH_FAMILIES;

/** Who decides who runs a group. */
export const LEADS: readonly Role[] = CARE_OF_FAMILIES;

/** May see what belongs to this centre, or (without one) to any. */
export const maySee = (actor: Actor, centreId?: string): boolean => holds(actor, TEAM, centreId);

/** May arrange groups, places and dates of this centre. */
export const mayArrange = (actor: Actor, centreId?: string): boolean => holds(actor, ARRANGERS, centreId);

/** May say who runs a group of this centre. */
export const mayLead = (actor: Actor, centreId?: string): boolean => holds(actor, LEADS, centreId);
