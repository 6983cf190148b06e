import type { Role } from '#platform/db/actor.ts';

/** Who could be asked to answer for what we keep: whoever keeps the programme. The database asks the same. */
export const MAY_BE_LEAD: readonly Role[] = [
  'volunteer_manager',
  'programme_coordinator',
  'administrator',
  'service_lead',
];

/** Who names them. */
export const NAMES_LEADS: readonly Role[] = ['service_lead'];
