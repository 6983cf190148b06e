import { sql } from 'kysely';
import { NotFound, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { mayRecruit } from '../recruiting.policy.ts';
import { openingsAt } from './openings.queries.ts';

export interface OpeningSaid {
  readonly code: string;
  readonly open: boolean;
  readonly wanted: number;
  readonly words: string;
}

/** Says which roles a centre looks for, how many, and what it adds in its own words. Raises NotFound and StaleEdit. */
export const setOpenings = async (
  scope: Scope,
  {
    centreId,
    version,
    roles,
  }: { readonly centreId: string; readonly version: number; readonly roles: readonly OpeningSaid[] },
): Promise<void> => {
  const { tx, actor, now } = scope;
  if (!mayRecruit(actor, centreId)) throw new NotFound('centre');
  // Two who save at once take turns, so that the second one sees what the first one said.
  await sql`select pg_advisory_xact_lock(hashtext('recruiting.openings'), hashtext(${centreId}))`.execute(tx);
  const before = await openingsAt(scope, centreId);
  if (!before) throw new NotFound('centre');
  if (before.version !== version) throw new StaleEdit('the roles');
  for (const { profile, version: had, ...was } of before.openings) {
    const said = roles.find(({ code }) => code === profile.code);
    if (!said || (said.open === was.open && said.wanted === was.wanted && said.words === was.words)) continue;
    const values = {
      open: said.open,
      wanted: said.wanted,
      words: said.words,
      changed_by: accountOf(actor),
      changed_at: now.toString(),
    };
    await tx
      .insertInto('recruiting.openings')
      .values({
        organisation_id: actor.organisationId,
        centre_id: centreId,
        role_code: profile.code,
        ...values,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'centre_id', 'role_code'])
          .doUpdateSet({ ...values, version: had + 1 }),
      )
      .execute();
  }
  await scope.audit('recruiting.openings_set', { kind: 'centre', id: centreId, centreId });
};
