import { move } from '#kernel/lifecycle.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { actionById } from './action.queries.ts';
import { type ActionEnd, actionLife, actionState } from './note.rules.ts';

/**
 * Closes what was agreed: done, or let go with a few words why. One that the other closed meanwhile as the same stays as it
 * is. Raises NotFound for who does not work with the peer supporter, and Refusal for one that is over or without words.
 */
export const closeAction = async (
  scope: Scope,
  { actionId, as, words }: { readonly actionId: string; readonly as: ActionEnd; readonly words: string },
): Promise<void> => {
  const by = accountOf(scope.actor);
  const action = await actionById(scope, actionId);
  if (!action?.mine || by === null) throw new NotFound('action');
  if (action.closedAs === as) return;
  move(actionLife, as === 'done' ? 'do' : 'let_go', actionState(action.closedAs));
  if (as === 'let_go' && words.trim() === '')
    throw new Refusal('Say in a few words why you let it go.', 'words');
  await scope.tx
    .updateTable('supervision.actions')
    .set({
      closed_at: scope.now.toString(),
      closed_by: by,
      closed_as: as,
      closed_words: words.trim(),
    })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', actionId)
    .where('closed_at', 'is', null)
    .execute();
  await scope.audit('supervision.action_closed', {
    kind: 'supervision_action',
    id: actionId,
    centreId: action.centreId,
  });
};
