import { NotFound, Refusal } from '#kernel/refusal.ts';
import { holds, WITH_FAMILIES } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { leaveInvitation } from '#platform/sign-in/invite.ts';
import { type Contact, contactOf } from '../contact/contact.queries.ts';
import { fileOf } from '../files/files.queries.ts';
import { refuseTakenAddress } from './invite.commands.ts';
import { signInOfFile } from './team.queries.ts';

/** How far a parent is with a page of their own. */
export type OwnPage =
  /** No e-mail address, or none that is safe: nothing can be sent. */
  | { readonly is: 'no_safe_address' }
  | { readonly is: 'none' }
  | {
      readonly is: 'invited';
      readonly until: Temporal.Instant | null;
      /** Why the link did not leave, in words; null where it did. */
      readonly trouble: string | null;
    }
  | { readonly is: 'used' };

/** How far a parent is with a page of their own, for those who know how to reach them. */
export const ownPageOf = async (
  scope: Scope,
  personId: string,
  contact: Pick<Contact, 'email' | 'mayEmail'> | null,
): Promise<OwnPage> => {
  const signIn = await signInOfFile(scope, personId);
  if (signIn?.cameIn) return { is: 'used' };
  if (!contact?.email || !contact.mayEmail) return { is: 'no_safe_address' };
  return signIn === null
    ? { is: 'none' }
    : { is: 'invited', until: signIn.invitedUntil, trouble: signIn.trouble };
};

/**
 * Sends a parent the link to a page of their own, or sends it again. For everyone who knows how to reach them; the
 * account is opened by the house. Refuses without an e-mail address that is safe, with one that somebody else signs
 * in with, and once they have come in.
 */
export const inviteParent = async (
  scope: Scope,
  {
    personId,
    origin,
    field = '',
  }: {
    readonly personId: string;
    readonly origin: string;
    /** The field of the form that a refusal is about; none where there is only a button. */
    readonly field?: string;
  },
): Promise<void> => {
  const file = await fileOf(scope, personId);
  if (file?.side !== 'family' || !holds(scope.actor, WITH_FAMILIES, file.centreId))
    throw new NotFound('file');
  const contact = await contactOf(scope, file.id);
  const own = await ownPageOf(scope, file.id, contact);
  if (own.is === 'used')
    throw new Refusal(
      'They have their page already. For a new link they give their e-mail address at “Sign in”.',
      field,
    );
  if (own.is === 'no_safe_address' || !contact?.email)
    throw new Refusal(
      'First we need an e-mail address that is safe to write to. Ask them, and add it to their file.',
      field,
    );
  if (own.is === 'none') await refuseTakenAddress(scope, contact.email, field);
  await leaveInvitation(scope, { personId: file.id, origin });
  await scope.audit('people.parent_invited', { kind: 'person', id: file.id, centreId: file.centreId });
};
