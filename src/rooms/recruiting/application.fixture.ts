import { hashOfSecret, newId, newSecret } from '#kernel/ids.ts';
import type { Ground } from '../../../tests/support/stand.ts';
import { loadRoleProfiles } from './profiles/load.commands.ts';
import type { StepCode } from './profiles/profile.shape.ts';
import { beginRoute, stepDone } from './route/steps.commands.ts';

/** The role profiles that ship, for the stand's organisation, and the roles open at its first centre. */
export const openRecruiting = async (stand: Ground): Promise<void> => {
  await stand.system(async (scope) => {
    await loadRoleProfiles(scope);
    await scope.tx
      .insertInto('recruiting.openings')
      .values({
        organisation_id: stand.organisationId,
        centre_id: stand.centreId,
        role_code: 'peer_supporter',
        open: true,
        wanted: 4,
        changed_at: scope.now.toString(),
      })
      .execute();
  });
};

export interface Enquirer {
  readonly givenName?: string;
  readonly familyName?: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly centreId?: string;
  readonly roleCode?: string;
}

/** Somebody asks about volunteering: their ids, and the secret of their own page. */
export const enquire = async (
  stand: Ground,
  who: Enquirer = {},
): Promise<{ readonly applicationId: string; readonly applicantId: string; readonly secret: string }> =>
  stand.system(async (scope) => {
    const { tx, now } = scope;
    const [applicantId, applicationId, secret] = [newId(), newId(), newSecret()];
    const centreId = who.centreId ?? stand.centreId;
    const organisation_id = stand.organisationId;
    const profile = await tx
      .selectFrom('recruiting.role_profiles')
      .select('id')
      .where('organisation_id', '=', organisation_id)
      .where('code', '=', who.roleCode ?? 'peer_supporter')
      .orderBy('version', 'desc')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('recruiting.applicants')
      .values({
        organisation_id,
        id: applicantId,
        centre_id: centreId,
        given_name: who.givenName ?? 'Marta',
        family_name: who.familyName ?? 'Nowak',
        email: who.email === undefined ? `${applicantId}@example.org` : who.email,
        phone: who.phone ?? null,
        made_at: now.toString(),
      })
      .execute();
    await tx
      .insertInto('recruiting.applications')
      .values({
        organisation_id,
        id: applicationId,
        centre_id: centreId,
        applicant_id: applicantId,
        profile_id: profile.id,
        origin: 'http://kith.test',
        came_by: 'form',
        enquired_at: now.toString(),
        last_heard_at: now.toString(),
      })
      .execute();
    await tx
      .insertInto('recruiting.links')
      .values({
        organisation_id,
        secret_hash: hashOfSecret(secret),
        application_id: applicationId,
        centre_id: centreId,
        applicant_id: applicantId,
        made_at: now.toString(),
      })
      .execute();
    await beginRoute(scope, applicationId);
    return { applicationId, applicantId, secret };
  });

/** Marks steps done as the house, in the order given. */
export const walkTo = async (
  stand: Ground,
  applicationId: string,
  codes: readonly StepCode[],
): Promise<void> => {
  for (const code of codes)
    await stand.system(async (scope) => {
      // An offer is made by the centre before it can be accepted.
      if (code === 'offer')
        await scope.tx
          .updateTable('recruiting.applications')
          .set({ offered_at: scope.now.toString() })
          .where('organisation_id', '=', stand.organisationId)
          .where('id', '=', applicationId)
          .execute();
      await stepDone(scope, { applicationId, code });
    });
};
