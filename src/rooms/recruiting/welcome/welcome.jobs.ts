import type { Jobs } from '#platform/jobs/worker.ts';
import { welcomeApplicant } from './welcome.commands.ts';

export const welcomeJobs: Jobs = {
  'recruiting.welcome': (scope, { applicationId, origin }) =>
    welcomeApplicant(scope, { applicationId: String(applicationId), origin: String(origin) }),
};
