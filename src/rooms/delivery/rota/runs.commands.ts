import { sql } from 'kysely';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { holds, WITH_FAMILIES, WITH_GROUPS } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';

/**
 * Somebody who is a peer supporter and nothing else writes only of sessions on whose rota they stand and on whose day
 * they may be with families. Raises Refusal otherwise, NotFound for whoever does not work with groups here; the
 * database holds the same.
 */
export const assertRunsIt = async (
  scope: Scope,
  session: { readonly id: string; readonly centreId: string },
): Promise<void> => {
  const { actor, tx } = scope;
  if (actor.kind === 'system' || holds(actor, WITH_FAMILIES, session.centreId)) return;
  if (!holds(actor, WITH_GROUPS, session.centreId)) throw new NotFound('session');
  const { rows } = await sql<{
    runs: boolean;
  }>`select delivery.runs_session(${session.id}::uuid) as runs`.execute(tx);
  if (!rows[0]?.runs)
    throw new Refusal(
      'You are not on the rota of this session, so you can read it and not write in it. If you were there, ask the volunteer manager to put you on.',
    );
};
