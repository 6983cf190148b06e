import { newId } from '#kernel/ids.ts';
import { NotFound, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { SourceSaid } from './source.form.ts';
import { mayKeepSources } from './source.policy.ts';
import { slugOf } from './source.rules.ts';

const columns = (said: SourceSaid) => ({
  kind: said.kind,
  name: said.name,
  words: said.words,
  from_on: said.fromOn.toString(),
  until_on: said.untilOn?.toString() ?? null,
  cost_pence: said.cost,
  reach: said.reach,
});

/** Adds a source at a centre and answers its id. Its link has its name; a second one of that name gets a number. */
export const addSource = async (scope: Scope, said: SourceSaid): Promise<string> => {
  const { tx, actor, now } = scope;
  if (!mayKeepSources(actor, said.centreId)) throw new NotFound('centre');
  const id = newId();
  const slug = slugOf(said.name);
  // A name can be taken at a centre the actor does not see: the database says so, and the next number is tried.
  for (let count = 1; ; count += 1) {
    const made = await tx
      .insertInto('recruiting.sources')
      .values({
        organisation_id: actor.organisationId,
        id,
        centre_id: said.centreId,
        ...columns(said),
        slug: count === 1 ? slug : `${slug}-${count}`,
        made_by: accountOf(actor),
        made_at: now.toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 1n) break;
  }
  await scope.audit('recruiting.source_added', { kind: 'source', id, centreId: said.centreId });
  return id;
};

/** Changes a source; its link stays, because posters hang on. Raises NotFound, and StaleEdit where somebody else saved. */
export const changeSource = async (
  scope: Scope,
  {
    sourceId,
    centreId,
    version,
    said,
  }: {
    readonly sourceId: string;
    readonly centreId: string;
    readonly version: number;
    readonly said: SourceSaid;
  },
): Promise<void> => {
  const { tx, actor } = scope;
  if (!mayKeepSources(actor, centreId)) throw new NotFound('source');
  const changed = await tx
    .updateTable('recruiting.sources')
    .set({ ...columns(said), version: version + 1 })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', sourceId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new StaleEdit('this source');
  await scope.audit('recruiting.source_changed', { kind: 'source', id: sourceId, centreId });
};
