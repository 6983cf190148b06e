import type { Jobs, Recurring } from '#platform/jobs/worker.ts';
import { awardJobs } from './award.jobs.ts';
import { changeOldKey } from './key.commands.ts';
import { signAnew } from './sign.commands.ts';

export const credentialJobs: Jobs = {
  ...awardJobs,
  'training.sign_anew': (scope, payload) => signAnew(scope, String(payload.keyId)),
  'training.change_old_key': changeOldKey,
};

/** Asked every night; a key is changed when it has been in use for a year. */
export const credentialRecurring: readonly Recurring[] = [
  { cron: '41 2 * * *', job: 'training.change_old_key' },
];
