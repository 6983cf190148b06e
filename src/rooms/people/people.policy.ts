import { type Actor, CARE_OF_FAMILIES, holds, type Role, WITH_FAMILIES } from '#platform/db/actor.ts';

/** Who keeps the house: centres, help lines, accounts. */
export const HOUSEKEEPERS: readonly Role[] = ['administrator', 'service_lead'];

export const mayOpenFile = (actor: Actor, file: { readonly centreId: string }): boolean =>
  holds(actor, WITH_FAMILIES, file.centreId);
export const mayJoinFiles = (actor: Actor, file: { readonly centreId: string }): boolean =>
  holds(actor, CARE_OF_FAMILIES, file.centreId);
export const mayKeepHouse = (actor: Actor): boolean => holds(actor, HOUSEKEEPERS);
export const mayGiveRoles = (actor: Actor): boolean => holds(actor, ['service_lead']);
/**
 * Whoever gives roles closes any account; an administrator those of people who work at centres of theirs alone, and
 * never a service lead's.
 */
export const mayCloseAccount = (
  actor: Actor,
  { roles }: { readonly roles: readonly { readonly role: Role; readonly centreId: string | null }[] },
): boolean =>
  mayGiveRoles(actor) ||
  (mayKeepHouse(actor) &&
    roles.every(
      ({ role, centreId }) =>
        role !== 'service_lead' && centreId !== null && holds(actor, HOUSEKEEPERS, centreId),
    ));
/** The team page is for everyone of the team. */
export const mayMeetTheTeam = (actor: Actor): boolean => actor.kind === 'account' && actor.side === 'team';
