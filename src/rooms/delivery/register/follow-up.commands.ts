import { NotFound, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type How, howWords } from './follow-up.form.ts';
import { followUpOf } from './follow-up.queries.ts';

/**
 * Somebody asked after a parent who did not come, and says how. Nothing is sent: the kind word was a person's own.
 * Raises NotFound when there is nothing to ask after, StaleEdit when a colleague wrote something meanwhile.
 */
export const followUp = async (
  scope: Scope,
  ask: {
    readonly sessionId: string;
    readonly personId: string;
    readonly version: number;
    readonly how: How;
    readonly words: string;
  },
): Promise<void> => {
  const there = await followUpOf(scope, ask.sessionId, ask.personId);
  if (!there) throw new NotFound('follow-up');
  const changed = await scope.tx
    .updateTable('delivery.attendances')
    .set({
      followed_up_at: scope.now.toString(),
      followed_up_by: accountOf(scope.actor),
      followed_up_words: `${howWords[ask.how]}.\n${ask.words}`.trim(),
      version: ask.version + 1,
    })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', ask.sessionId)
    .where('person_id', '=', ask.personId)
    .where('version', '=', ask.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new StaleEdit('follow-up');
  await scope.audit('delivery.followed_up', { kind: 'person', id: ask.personId, centreId: there.centreId });
};
