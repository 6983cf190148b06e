import { newId } from '#kernel/ids.ts';
import { NotFound } from '#kernel/refusal.ts';
import { isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { leaveInvitation } from '#platform/sign-in/invite.ts';
import { openFile } from '../files/files.commands.ts';
import { refuseTakenAddress } from './invite.commands.ts';
import { giveRole, openAccount } from './team.commands.ts';

export interface NewVolunteer {
  readonly centreId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly knownAs?: string | null;
  readonly email: string | null;
  readonly phone?: string | null;
  readonly mayText?: boolean;
  /** As a short code of the language; English (en) unless told. */
  readonly language?: string;
  readonly accessNeeds?: string;
  /** The team file they have from an earlier time with us; absent for somebody new. */
  readonly personId?: string | null;
  /** Where the link to their sign-in leads, such as https://kith.example.org; null: nothing is sent. */
  readonly origin: string | null;
}

const openAccountOf = async (scope: Scope, personId: string): Promise<string | null> => {
  const row = await scope.tx
    .selectFrom('people.accounts')
    .select('id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
};

/**
 * Takes a volunteer into the team at the end of their route: a team file, an account, the role of a peer supporter at
 * the centre, and (with `origin`) the letter with the link. Only the house does this, because the role lets somebody
 * know families. Somebody who comes back keeps their file; what is there already is not made twice. Answers file and
 * account. Refuses an address that another sign-in has (`email`); NotFound for anyone but the house.
 */
export const welcomeVolunteer = async (
  scope: Scope,
  volunteer: NewVolunteer,
): Promise<{ readonly personId: string; readonly accountId: string }> => {
  if (!isSystem(scope.actor)) throw new NotFound('page');
  const { centreId, email, origin } = volunteer;
  const known = volunteer.personId ? await openAccountOf(scope, volunteer.personId) : null;
  if (!known && email) await refuseTakenAddress(scope, email, 'email');
  const personId =
    volunteer.personId ??
    (await openFile(scope, {
      side: 'team',
      centreId,
      givenName: volunteer.givenName,
      familyName: volunteer.familyName,
      knownAs: volunteer.knownAs ?? null,
      language: volunteer.language ?? 'en',
      accessNeeds: volunteer.accessNeeds ?? '',
      contact: {
        ...(email && { email, mayEmail: true }),
        ...(volunteer.phone && { phone: volunteer.phone, mayText: volunteer.mayText ?? false }),
        neutralOnly: false,
      },
    }));
  const accountId = known ?? newId();
  if (!known) await openAccount(scope, { accountId, personId, demo: false });
  await giveRole(scope, { accountId, role: 'peer_supporter', centreId });
  if (!known && email && origin !== null) await leaveInvitation(scope, { personId, origin });
  return { personId, accountId };
};
