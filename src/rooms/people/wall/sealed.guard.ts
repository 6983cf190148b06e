import type { Scope } from '#platform/db/as-actor.ts';
import type { Leaving, Verdict } from '#platform/messages/message.ts';

/**
 * Asked before every message: nothing goes to somebody as the parent they were once their file is sealed, whatever
 * was queued and by whom. Only what concerns their own sign-in still does.
 */
export const sealedGuard = async (scope: Scope, { personId, about }: Leaving): Promise<Verdict> => {
  if (personId === null || about === 'account') return { say: 'go' };
  const sealed = await scope.tx
    .selectFrom('people.persons')
    .select('id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', personId)
    .where('sealed_at', 'is not', null)
    .executeTakeFirst();
  return sealed ? { say: 'stop', why: 'This file is closed to the team.' } : { say: 'go' };
};
