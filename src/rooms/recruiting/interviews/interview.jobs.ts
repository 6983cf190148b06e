import type { Scope } from '#platform/db/as-actor.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { passMove } from '../route/steps.commands.ts';
import { bothScored, interviewOf } from './interview.queries.ts';

/** One of the two has finished: when both have, it is for those who recruit to bring them together. */
const scoresDone = async (
  scope: Scope,
  { interviewId }: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const interview = await interviewOf(scope, String(interviewId));
  if (!interview || interview.closedAt || !(await bothScored(scope, interview.id))) return;
  await passMove(scope, { applicationId: interview.applicationId, code: 'interview', mover: 'us' });
};

export const interviewJobs: Jobs = { 'recruiting.scores_done': scoresDone };
