import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { lockGroup } from '../groups/group.queries.ts';
import { endPlace } from './place.commands.ts';
import { notSealed } from './sealed.jobs.ts';

/** Whether the loss of every baby of this pregnancy is recorded and stands; asked of the pregnancy, because a parent can have a later one. */
export const isLost = async (scope: Scope, pregnancyId: string): Promise<boolean> => {
  const { rows } = await sql<{
    lost: boolean;
  }>`select ${pregnancyId}::uuid = any (families.lost_pregnancies()) as lost`.execute(scope.tx);
  return rows[0]?.lost === true;
};

/** Every wait of a lost pregnancy ends, and every open place but those of the parents who have not been told. */
export const endAfterLoss = async (
  scope: Scope,
  pregnancyId: string,
  untold: readonly string[],
): Promise<void> => {
  const { tx, actor, now } = scope;
  const open = await tx
    .selectFrom('delivery.places')
    .select(['id', 'person_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('pregnancy_id', '=', pregnancyId)
    .where('declined_at', 'is', null)
    .where('lapsed_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
  for (const place of open) if (!untold.includes(place.person_id)) await endPlace(scope, place.id, 'loss');
  const waited = await tx
    .updateTable('delivery.waiting')
    .set({ ended_at: now.toString(), end_reason: 'loss' })
    .where('organisation_id', '=', actor.organisationId)
    .where('pregnancy_id', '=', pregnancyId)
    .where('ended_at', 'is', null)
    .returning('person_id')
    .execute();
  for (const { person_id } of waited)
    await scope.audit('delivery.waiting_left', { kind: 'person', id: person_id });
};

/** Places of a pregnancy that a loss ended, those that were taken first. */
const endedByLoss = (scope: Scope, pregnancyId: string) =>
  scope.tx
    .selectFrom('delivery.places')
    .select(['id', 'group_id', 'person_id'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('pregnancy_id', '=', pregnancyId)
    .where('end_reason', '=', 'loss')
    .where(notSealed('person_id'))
    .orderBy('taken_at')
    .execute();

/**
 * Opens the places again that a loss ended, after the loss turned out to be a mistake: where the group goes on, a
 * chair is still free (nobody who took it meanwhile is sent away), and the parent holds no newer place in it.
 * Answers whose places stayed closed because the chair is gone: they wait, and keep their turn.
 */
export const reopenAfterLoss = async (scope: Scope, pregnancyId: string): Promise<readonly string[]> => {
  const withoutChair: string[] = [];
  for (const place of await endedByLoss(scope, pregnancyId)) {
    const group = await lockGroup(scope, place.group_id);
    if (group.stage === 'ended' || group.stage === 'finished') continue;
    if (group.kind === 'antenatal_group' && group.held >= group.places) {
      withoutChair.push(place.person_id);
      continue;
    }
    await scope.tx
      .updateTable('delivery.places')
      .set((set) => ({ ended_at: null, end_reason: null, version: set('version', '+', 1) }))
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('id', '=', place.id)
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('delivery.places as live')
              .select('live.id')
              .whereRef('live.organisation_id', '=', 'delivery.places.organisation_id')
              .whereRef('live.group_id', '=', 'delivery.places.group_id')
              .whereRef('live.person_id', '=', 'delivery.places.person_id')
              .where('live.ended_at', 'is', null)
              .where('live.declined_at', 'is', null)
              .where('live.lapsed_at', 'is', null),
          ),
        ),
      )
      .execute();
  }
  return withoutChair;
};

/** The latest wait that a loss ended goes on from where it was; a parent who waits already waits once. */
export const waitAgainAfterLoss = async (scope: Scope, pregnancyId: string): Promise<void> => {
  const ended = await scope.tx
    .selectFrom('delivery.waiting')
    .distinctOn('person_id')
    .select(['id', 'person_id'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('pregnancy_id', '=', pregnancyId)
    .where('end_reason', '=', 'loss')
    .where(notSealed('person_id'))
    .orderBy('person_id')
    .orderBy('since', 'desc')
    .execute();
  for (const { id, person_id } of ended)
    await scope.tx
      .updateTable('delivery.waiting')
      .set({ ended_at: null, end_reason: null })
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('id', '=', id)
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('delivery.waiting as live')
              .select('live.id')
              .where('live.organisation_id', '=', scope.actor.organisationId)
              .where('live.person_id', '=', person_id)
              .where('live.ended_at', 'is', null),
          ),
        ),
      )
      .execute();
};
