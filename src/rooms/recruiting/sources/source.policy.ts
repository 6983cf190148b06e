import { type Actor, holds, type Role } from '#platform/db/actor.ts';
import { RECRUITS } from '../recruiting.policy.ts';

/** Who keeps the list of where people hear of a centre: those who recruit, and the office, which prints the posters. */
export const KEEPS_SOURCES: readonly Role[] = [...RECRUITS, 'administrator'];
/** Who reads it. */
export const READS_SOURCES: readonly Role[] = [...KEEPS_SOURCES, 'service_lead'];

export const mayKeepSources = (actor: Actor, centreId?: string): boolean =>
  holds(actor, KEEPS_SOURCES, centreId);
export const mayReadSources = (actor: Actor): boolean => holds(actor, READS_SOURCES);
