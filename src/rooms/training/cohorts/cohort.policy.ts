import { type Actor, accountOf, holds, isTeam } from '#platform/db/actor.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';

/** Who plans cohorts, gives places and arranges catch-ups: those who recruit, at their centre. */
export const mayPlanCohorts = (actor: Actor, centreId?: string): boolean => holds(actor, RECRUITS, centreId);

/** Whoever leads the cohort, and those who recruit at its centre, note who came. */
export const mayNote = (
  actor: Actor,
  facts: { readonly centreId: string; readonly trainers: readonly string[] },
): boolean =>
  mayPlanCohorts(actor, facts.centreId) || (isTeam(actor) && facts.trainers.includes(accountOf(actor) ?? ''));
