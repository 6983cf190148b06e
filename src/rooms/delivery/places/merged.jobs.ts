import type { Job } from '#platform/jobs/worker.ts';
import { endPlace, takePlace } from './place.commands.ts';
import { placesOf } from './place.queries.ts';

const text = (payload: Readonly<Record<string, unknown>>, name: string): string =>
  String(payload[name] ?? '');

/**
 * Two files became one. What the kept file had already stayed behind on the closed one and ends here, so that
 * nobody is expected twice; a place that the closed file had taken counts for an offer the kept one still had.
 */
export const filesMerged: Job = async (scope, payload) => {
  const kept = await placesOf(scope, text(payload, 'keptId'));
  for (const place of await placesOf(scope, text(payload, 'mergedId'))) {
    if (place.state !== 'taken' && place.state !== 'offered') continue;
    const same = kept.find((each) => each.groupId === place.groupId && each.state === 'offered');
    await endPlace(scope, place.id, 'mistake');
    if (same && place.state === 'taken') await takePlace(scope, same.id);
  }
  await scope.tx
    .updateTable('delivery.waiting')
    .set({ ended_at: scope.now.toString(), end_reason: 'mistake' })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('person_id', '=', text(payload, 'mergedId'))
    .where('ended_at', 'is', null)
    .execute();
};

/** They were two people after all: what ended because of the merge is open again. */
export const mergeUndone: Job = async (scope, payload) => {
  const { tx, actor } = scope;
  const merge = await tx
    .selectFrom('people.merges')
    .select('merged_at')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', text(payload, 'mergeId'))
    .executeTakeFirst();
  if (!merge) return;
  const mergedId = text(payload, 'mergedId');
  const live = new Set(
    (await placesOf(scope, mergedId))
      .filter((place) => place.state === 'taken' || place.state === 'offered')
      .map((place) => place.groupId),
  );
  for (const place of await placesOf(scope, mergedId)) {
    const since =
      place.endedAt && Temporal.Instant.compare(place.endedAt, Temporal.Instant.from(merge.merged_at)) >= 0;
    if (!since || place.endReason !== 'mistake' || live.has(place.groupId)) continue;
    live.add(place.groupId);
    await tx
      .updateTable('delivery.places')
      .set({ ended_at: null, end_reason: null, version: place.version + 1 })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', place.id)
      .execute();
  }
  await tx
    .updateTable('delivery.waiting')
    .set({ ended_at: null, end_reason: null })
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', mergedId)
    .where('end_reason', '=', 'mistake')
    .where('ended_at', '>=', merge.merged_at)
    .execute();
};
