import type { Scope } from '#platform/db/as-actor.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { issueHere } from './certificates/issue.commands.ts';

const issue = (scope: Scope, payload: Readonly<Record<string, unknown>>): Promise<void> =>
  issueHere(scope, String(payload.learningId));

/** A volunteer who is signed in finished the course; the certificate is the house's to issue. */
export const trainingJobs: Jobs = { 'training.issue': issue };
