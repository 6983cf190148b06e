import { type Actor, holds, type Role } from '#platform/db/actor.ts';

/** Who sees groups, sessions and places of a centre. */
export const TEAM: readonly Role[] = [
  'practitioner',
  'volunteer_manager',
  'programme_coordinator',
  'administrator',
  'peer_supporter',
];

/** Who opens groups, offers places and moves sessions. */
export const ARRANGERS: readonly Role[] = [
  'practitioner',
  'volunteer_manager',
  'programme_coordinator',
  'administrator',
];

/** Who decides who runs a group. */
export const LEADS: readonly Role[] = ['practitioner', 'volunteer_manager', 'programme_coordinator'];

/** May see what belongs to this centre, or (without one) to any. */
export const maySee = (actor: Actor, centreId?: string): boolean => holds(actor, TEAM, centreId);

/** May arrange groups, places and dates of this centre. */
export const mayArrange = (actor: Actor, centreId?: string): boolean => holds(actor, ARRANGERS, centreId);

/** May say who runs a group of this centre. */
export const mayLead = (actor: Actor, centreId?: string): boolean => holds(actor, LEADS, centreId);
