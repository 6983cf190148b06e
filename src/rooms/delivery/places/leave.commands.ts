import type { Scope } from '#platform/db/as-actor.ts';

/** Leaves every group and drop-in, whenever a parent likes; returns how many places ended. */
export const leaveEverything = async (scope: Scope, personId: string): Promise<number> => {
  const ended = await scope.tx
    .updateTable('delivery.places')
    .set((set) => ({
      ended_at: scope.now.toString(),
      end_reason: 'left' as const,
      version: set('version', '+', 1),
    }))
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('person_id', '=', personId)
    .where('declined_at', 'is', null)
    .where('lapsed_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  await scope.audit('delivery.left', { kind: 'person', id: personId });
  return Number(ended.numUpdatedRows);
};
