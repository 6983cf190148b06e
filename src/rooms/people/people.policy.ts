import { type Actor, CARE_OF_FAMILIES, holds, type Role, WITH_FAMILIES } from '#platform/db/actor.ts';

/** Who keeps the house: centres, help lines, accounts. */
export const HOUSEKEEPERS: readonly Role[] = ['administrator', 'service_lead'];
/** Who decides at a centre that somebody meets no families for now, and that they do again. */
export const SUSPENDERS: readonly Role[] = ['volunteer_manager', 'programme_coordinator', 'service_lead'];

export const mayOpenFile = (actor: Actor, file: { readonly centreId: string }): boolean =>
  holds(actor, WITH_FAMILIES, file.centreId);
export const mayJoinFiles = (actor: Actor, file: { readonly centreId: string }): boolean =>
  holds(actor, CARE_OF_FAMILIES, file.centreId);
/** Whoever looks after families at the file's centre says that its person works with us now. */
export const maySeal = (actor: Actor, file: { readonly centreId: string }): boolean =>
  mayJoinFiles(actor, file);
/** The service lead, who sees figures and no families, opens a seal that was a mistake. */
export const mayOpenSeals = (actor: Actor, centreId?: string): boolean =>
  holds(actor, ['service_lead'], centreId);
export const maySuspend = (actor: Actor, centreId: string): boolean => holds(actor, SUSPENDERS, centreId);
export const mayKeepHouse = (actor: Actor): boolean => holds(actor, HOUSEKEEPERS);
export const mayGiveRoles = (actor: Actor): boolean => holds(actor, ['service_lead']);
/** Whether somebody may give this role by hand: peer supporters come in through Applicants alone. */
export const givenByHand = (role: Role): boolean => role !== 'peer_supporter';
/** Why that is so, where somebody tries. */
export const BY_THE_ROUTE =
  'Peer supporters come in through Applicants, so that nobody meets families before everything is in place.';
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
