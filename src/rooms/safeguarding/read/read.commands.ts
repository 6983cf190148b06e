import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { tellReporter } from '../owner/telling.ts';
import { type Concern, concernGiven } from './read.queries.ts';

/** Opens a concern that was given to the actor and writes down that they did; null when it was not given to them. */
export const openConcern = async (scope: Scope, concernId: string): Promise<Concern | null> => {
  const account = accountOf(scope.actor);
  const concern = account ? await concernGiven(scope, concernId) : null;
  if (!concern || !account) return null;
  await scope.tx
    .insertInto('safeguarding.acknowledgements')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      concern_id: concernId,
      account_id: account,
      opened_at: scope.now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return concern;
};

/**
 * Takes a concern on: the clock stops, and whoever raised it reads these words on their receipt. Raises NotFound
 * when it was not given to the actor, and a Refusal when somebody has taken it on already.
 */
export const acknowledge = async (
  scope: Scope,
  {
    concernId,
    words,
    origin,
  }: { readonly concernId: string; readonly words: string; readonly origin: string | null },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const concern = await openConcern(scope, concernId);
  if (!concern) throw new NotFound('concern');
  // The receipt first: its row is where two people taking it on at once meet.
  const told = await tx
    .updateTable('safeguarding.receipts')
    .set({ acknowledged_at: now.toString(), words })
    .where('organisation_id', '=', actor.organisationId)
    .where('concern_id', '=', concernId)
    .where('acknowledged_at', 'is', null)
    .executeTakeFirst();
  if (told.numUpdatedRows === 0n)
    throw new Refusal(
      'Somebody has taken this concern on already. Load the page again to see who, and speak with them.',
    );
  await tx
    .updateTable('safeguarding.acknowledgements')
    .set({ acknowledged_at: now.toString(), words_to_reporter: words })
    .where('organisation_id', '=', actor.organisationId)
    .where('concern_id', '=', concernId)
    .where('account_id', '=', accountOf(actor))
    .where('acknowledged_at', 'is', null)
    .execute();
  await scope.audit('safeguarding.concern_taken_on', {
    kind: 'concern',
    id: concernId,
    centreId: concern.centreId,
  });
  if (concern.raisedBy && concern.raisedBy !== accountOf(actor))
    await tellReporter(scope, {
      id: concernId,
      centreId: concern.centreId,
      raisedBy: concern.raisedBy,
      origin,
    });
};
