import type { Jobs } from '#platform/jobs/worker.ts';
import { awardsOf } from '../credentials/award.queries.ts';
import { credentialOf } from '../credentials/sign.commands.ts';

/** Somebody looks at their record: what of theirs is not signed yet is signed, so that they can take it away with them. */
export const growingJobs: Jobs = {
  'training.sign_own': async (scope, payload) => {
    for (const award of await awardsOf(scope, [String(payload.applicantId)]))
      await credentialOf(scope, award, String(payload.origin));
  },
};
