import type { Access, Room } from '#platform/room.ts';
import { referRoutes } from './forms/refer.routes.tsx';
import { selfRoutes } from './forms/self.routes.tsx';
import { staffRoutes } from './forms/staff.routes.tsx';
import { handoverRoutes } from './handovers/handover.routes.tsx';
import { importRoutes } from './import/import.routes.tsx';
import { referralJobs, referralRecurring } from './referral.jobs.ts';
import { referralMessages } from './referral.messages.ts';
import { DECIDING, IMPORTING, RECEIVING } from './referral.policy.ts';
import { triageRoutes } from './triage/triage.routes.tsx';

const access: Access = {
  'referrals.referrers': { see: RECEIVING, add: RECEIVING, change: RECEIVING },
  'referrals.imports': { see: RECEIVING, add: IMPORTING, change: IMPORTING },
  'referrals.import_rejects': { see: IMPORTING, add: IMPORTING, change: [], remove: [] },
  'referrals.referrals': { see: [...RECEIVING, 'parent'], add: RECEIVING, change: RECEIVING },
  // The office may write down what a letter said, and not read it again.
  'referrals.needs': { see: DECIDING, add: RECEIVING, change: DECIDING },
  'referrals.triages': { see: DECIDING, add: DECIDING, change: [] },
  'referrals.handovers': { see: DECIDING, add: DECIDING, change: DECIDING },
  'referrals.withdrawals': { see: RECEIVING, add: RECEIVING, change: [] },
};

export const room: Room = {
  name: 'referrals',
  routes: [
    ...referRoutes,
    ...selfRoutes,
    ...staffRoutes,
    ...importRoutes,
    ...triageRoutes,
    ...handoverRoutes,
  ],
  announces: ['referrals.received', 'referrals.imported', 'referrals.welcomed', 'referrals.ended'],
  messages: referralMessages,
  jobs: referralJobs,
  recurring: referralRecurring,
  access,
};
