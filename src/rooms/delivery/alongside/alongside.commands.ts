import { Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type PracticeKind, planPractice } from '#rooms/training/door.ts';
import { putOnRota } from '../rota/rota.commands.ts';
import { runningIt } from '../rota/rota.queries.ts';
import type { SessionFacts } from '../sessions/session.queries.ts';

/**
 * Somebody comes along to one session to learn, next to one of those who run it: they are on its rota as learning
 * alongside, and training knows of it. Raises Refusal, in words, for whoever may not be with families that day even to
 * learn, and where the one beside them does not run this session.
 */
export const comeAlong = async (
  scope: Scope,
  ask: {
    readonly session: SessionFacts;
    readonly accountId: string;
    readonly besideAccountId: string;
    readonly kind: PracticeKind;
  },
): Promise<void> => {
  const { session, accountId, besideAccountId } = ask;
  const running = (await runningIt(scope, session.id)).filter((each) => each !== accountId);
  if (!running.includes(besideAccountId))
    throw new Refusal('Choose somebody who runs this session to be beside them.', 'besideAccountId');
  await putOnRota(scope, { sessionId: session.id, accountId, part: 'alongside' });
  await planPractice(scope, {
    accountId,
    centreId: session.centreId,
    kind: ask.kind,
    sessionId: session.id,
    on: session.on,
    what: session.groupName,
    alongsideAccountId: besideAccountId,
  });
};
