import { type Actor, holds, type Role } from '#platform/db/actor.ts';

/** Who opens families' files. */
export const WITH_FAMILIES: readonly Role[] = [
  'practitioner',
  'volunteer_manager',
  'programme_coordinator',
  'administrator',
];
/** Who looks after families: reads losses, decides what may be sent, releases safety instructions. */
export const CARE_OF_FAMILIES: readonly Role[] = [
  'practitioner',
  'volunteer_manager',
  'programme_coordinator',
];

interface At {
  readonly centreId: string;
}

export const mayOpenFamily = (actor: Actor, at: At): boolean => holds(actor, WITH_FAMILIES, at.centreId);
export const mayCareFor = (actor: Actor, at: At): boolean => holds(actor, CARE_OF_FAMILIES, at.centreId);
export const maySeeFamilies = (actor: Actor): boolean => holds(actor, WITH_FAMILIES);
export const mayDecidePauses = (actor: Actor): boolean => holds(actor, CARE_OF_FAMILIES);
