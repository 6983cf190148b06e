import { type Actor, holds, type Role } from '#platform/db/actor.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';

/** Who looks after the keys that credentials are signed with, and the address inside them. */
export const KEEPS_KEYS: readonly Role[] = ['administrator', 'service_lead'];

export const mayKeepKeys = (actor: Actor): boolean => holds(actor, KEEPS_KEYS);
/** Sees how an award came about and may take it back. */
export const mayTakeBack = (actor: Actor, centreId: string): boolean => holds(actor, RECRUITS, centreId);
