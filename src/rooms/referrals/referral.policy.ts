import {
  type Actor,
  CARE_OF_FAMILIES,
  centresOf,
  holds,
  type Role,
  WITH_FAMILIES,
} from '#platform/db/actor.ts';

/** Who opens the list of referrals and enters new ones. */
export const RECEIVING: readonly Role[] = WITH_FAMILIES;
/** Who decides about a referral and reads why it came: the office and volunteers do not. */
export const DECIDING: readonly Role[] = CARE_OF_FAMILIES;
/** Who brings in a file of referrals. */
export const IMPORTING: readonly Role[] = ['programme_coordinator', 'administrator'];

export const mayReceive = (actor: Actor, centreId?: string): boolean => holds(actor, RECEIVING, centreId);
export const mayDecide = (actor: Actor, centreId?: string): boolean => holds(actor, DECIDING, centreId);
export const mayImport = (actor: Actor, centreId?: string): boolean => holds(actor, IMPORTING, centreId);

/** The centres whose referrals the actor may open. */
export const receivingCentres = (actor: Actor): readonly string[] => centresOf(actor, RECEIVING);
/** The centres for which the actor may bring in a file. */
export const importingCentres = (actor: Actor): readonly string[] => centresOf(actor, IMPORTING);
