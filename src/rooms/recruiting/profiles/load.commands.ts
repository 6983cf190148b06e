import { newId } from '#kernel/ids.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { firstRoles } from './content/roles.ts';

/** Gives an organisation its first role profiles with the usual route; those that are there stay as they are. */
export const loadRoleProfiles = async (scope: Scope): Promise<void> => {
  await scope.tx
    .insertInto('recruiting.role_profiles')
    .values(
      firstRoles.map((role) => ({
        organisation_id: scope.actor.organisationId,
        id: newId(),
        code: role.code,
        version: 1,
        effective_from: role.effectiveFrom,
        part: role.part,
        content: JSON.stringify(role.content),
        made_by: accountOf(scope.actor),
        made_at: scope.now.toString(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
