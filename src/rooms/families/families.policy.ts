import { type Actor, CARE_OF_FAMILIES, holds, WITH_FAMILIES } from '#platform/db/actor.ts';

interface At {
  readonly centreId: string;
}

export const mayOpenFamily = (actor: Actor, at: At): boolean => holds(actor, WITH_FAMILIES, at.centreId);
export const mayCareFor = (actor: Actor, at: At): boolean => holds(actor, CARE_OF_FAMILIES, at.centreId);
export const maySeeFamilies = (actor: Actor): boolean => holds(actor, WITH_FAMILIES);
export const mayDecidePauses = (actor: Actor): boolean => holds(actor, CARE_OF_FAMILIES);
