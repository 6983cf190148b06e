import { ROLES } from '#platform/db/actor.ts';
import type { Access, Stand } from '#platform/room.ts';

const nobody: readonly Stand[] = [];

/**
 * Who may see, add and change rows of this room, as the policies say. No role opens a concern: it is seen by
 * those it was given to, one by one, and they alone write that they opened it and took it on. Whoever raised a
 * concern has its receipt.
 */
export const access: Access = {
  'safeguarding.clocks': { see: ROLES, add: ['service_lead'], change: ['service_lead'] },
  'safeguarding.duties': { see: ROLES, add: ['service_lead'], change: ['service_lead'] },
  'safeguarding.concerns': { see: nobody, add: ['author'], change: nobody },
  'safeguarding.escalations': { see: nobody, add: nobody, change: nobody },
  'safeguarding.acknowledgements': { see: ['author'], add: nobody, change: nobody },
  'safeguarding.receipts': { see: ['author'], add: ['author'], change: nobody },
};
