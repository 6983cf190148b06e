import { type Actor, holds, isSystem } from '#platform/db/actor.ts';

/** Who marks registers, closes them and asks after people: everyone who works with groups, at their own centre. */
export const mayRegister = (actor: Actor, centreId: string): boolean =>
  isSystem(actor) ||
  holds(
    actor,
    ['practitioner', 'volunteer_manager', 'programme_coordinator', 'administrator', 'peer_supporter'],
    centreId,
  );

/** Who may say afterwards that a session did or did not happen, and how long it was. */
export const mayChangeClosing = (actor: Actor, centreId: string): boolean =>
  isSystem(actor) || holds(actor, ['practitioner', 'volunteer_manager', 'programme_coordinator'], centreId);

/** Who may know that there was a loss. Everyone else is only told to be kind and not to ask. */
export const mayKnowOfLoss = (actor: Actor, centreId: string): boolean =>
  isSystem(actor) || holds(actor, ['practitioner', 'volunteer_manager', 'programme_coordinator'], centreId);

/** Who plans sessions and keeps run sheets. The office books rooms and does not read plans. */
export const mayPlan = (actor: Actor, centreId: string): boolean =>
  isSystem(actor) ||
  holds(actor, ['practitioner', 'volunteer_manager', 'programme_coordinator', 'peer_supporter'], centreId);
