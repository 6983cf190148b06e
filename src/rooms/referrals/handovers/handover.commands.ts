import { NotFound, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';

export interface FollowedUp {
  readonly handoverId: string;
  /** Null: not known yet; then it is looked at again on `againOn`. */
  readonly arrived: boolean | null;
  readonly seen: boolean | null;
  readonly words: string;
  readonly againOn: Temporal.PlainDate | null;
  readonly version?: number;
}

/**
 * Writes down whether somebody we passed on got there and was seen. With a day to look again it stays on the list
 * until then; without one it is done. Raises NotFound or StaleEdit.
 */
export const followUp = async (scope: Scope, found: FollowedUp): Promise<void> => {
  const { tx, actor, now } = scope;
  const there = await tx
    .selectFrom('referrals.handovers')
    .select(['version', 'centre_id', 'words', 'follow_up_on'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', found.handoverId)
    .where('followed_up_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!there) throw new NotFound('handover');
  if (found.version !== undefined && found.version !== there.version) throw new StaleEdit('this handover');
  const done = found.againOn === null;
  await tx
    .updateTable('referrals.handovers')
    .set({
      arrived: found.arrived,
      seen: found.seen,
      words: [there.words, found.words].filter(Boolean).join('\n'),
      follow_up_on: found.againOn?.toString() ?? there.follow_up_on,
      followed_up_at: done ? now.toString() : null,
      followed_up_by: done ? accountOf(actor) : null,
      version: there.version + 1,
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', found.handoverId)
    .execute();
  await scope.audit('referral.handover_followed_up', {
    kind: 'handover',
    id: found.handoverId,
    centreId: there.centre_id,
  });
};
