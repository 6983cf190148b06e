import type { Scope } from '#platform/db/as-actor.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { practiceFellThrough, practiceMoved, type SessionOf } from './practice.commands.ts';

type Payload = Readonly<Record<string, unknown>>;

const whose = (payload: Payload): SessionOf => {
  const sessionId = String(payload.sessionId);
  if (typeof payload.applicantId === 'string') return { sessionId, applicantId: payload.applicantId };
  if (typeof payload.accountId === 'string') return { sessionId, accountId: payload.accountId };
  return { sessionId, everybody: true };
};

/** What somebody changed about a session who may not write of anybody's learning. */
export const practiceJobs: Jobs = {
  'training.practice_fell_through': (scope: Scope, payload: Payload) =>
    practiceFellThrough(scope, { ...whose(payload), why: String(payload.why) }),
  'training.practice_moved': (scope: Scope, payload: Payload) =>
    practiceMoved(scope, {
      sessionId: String(payload.sessionId),
      on: Temporal.PlainDate.from(String(payload.on)),
    }),
};
