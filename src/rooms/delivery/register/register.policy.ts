import {
  type Actor,
  CARE_OF_FAMILIES,
  holds,
  isSystem,
  RUNS_SESSIONS,
  WITH_GROUPS,
} from '#platform/db/actor.ts';

/** Who marks registers, closes them and asks after people: everyone who works with groups, at their own centre. */
export const mayRegister = (actor: Actor, centreId: string): boolean =>
  isSystem(actor) || holds(actor, WITH_GROUPS, centreId);

/** Who may say afterwards that a session did or did not happen, and how long it was. */
export const mayChangeClosing = (actor: Actor, centreId: string): boolean =>
  isSystem(actor) || holds(actor, CARE_OF_FAMILIES, centreId);

/** Who may know that there was a loss. Everyone else is only told to be kind and not to ask. */
export const mayKnowOfLoss = (actor: Actor, centreId: string): boolean =>
  isSystem(actor) || holds(actor, CARE_OF_FAMILIES, centreId);

/** Who plans sessions and keeps run sheets. The office books rooms and does not read plans. */
export const mayPlan = (actor: Actor, centreId: string): boolean =>
  isSystem(actor) || holds(actor, RUNS_SESSIONS, centreId);
