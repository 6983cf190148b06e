import type { Jobs } from '#platform/jobs/worker.ts';
import { leaveWaiting } from '#rooms/delivery/door.ts';

/** What the house finishes when a parent has left: they no longer wait for a group. */
export const meJobs: Jobs = {
  'hub.left': async (scope, { personId }) => {
    if (typeof personId === 'string') await leaveWaiting(scope, personId, 'left');
  },
};
