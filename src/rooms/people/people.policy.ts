import { type Actor, CARE_OF_FAMILIES, holds, type Role, WITH_FAMILIES } from '#platform/db/actor.ts';

/** Who keeps the house: centres, help lines, accounts. */
export const HOUSEKEEPERS: readonly Role[] = ['administrator', 'service_lead'];

export const mayOpenFile = (actor: Actor, file: { readonly centreId: string }): boolean =>
  holds(actor, WITH_FAMILIES, file.centreId);
export const mayJoinFiles = (actor: Actor, file: { readonly centreId: string }): boolean =>
  holds(actor, CARE_OF_FAMILIES, file.centreId);
export const mayKeepHouse = (actor: Actor): boolean => holds(actor, HOUSEKEEPERS);
export const mayGiveRoles = (actor: Actor): boolean => holds(actor, ['service_lead']);
/** Whoever gives roles closes any account; an administrator those of anyone but a service lead. */
export const mayCloseAccount = (
  actor: Actor,
  { roles }: { readonly roles: readonly { readonly role: Role }[] },
): boolean =>
  mayGiveRoles(actor) || (mayKeepHouse(actor) && !roles.some(({ role }) => role === 'service_lead'));
/** The team page is for everyone of the team. */
export const mayMeetTheTeam = (actor: Actor): boolean => actor.kind === 'account' && actor.side === 'team';
