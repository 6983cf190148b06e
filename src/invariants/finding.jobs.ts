import type { Jobs, Recurring } from '#platform/jobs/worker.ts';
import { lookForTheImpossible } from './finding.commands.ts';

export const invariantJobs: Jobs = {
  'invariants.look': async (scope) => {
    await lookForTheImpossible(scope);
  },
};

/** At night, after the jobs that end offers and years. */
export const invariantRecurring: readonly Recurring[] = [{ cron: '10 5 * * *', job: 'invariants.look' }];
