import type { Role } from '#platform/db/actor.ts';

/** Who could be asked to answer for what we keep: anybody employed here. Peer supporters are not asked to carry it. */
export const MAY_BE_LEAD: readonly Role[] = [
  'practitioner',
  'volunteer_manager',
  'programme_coordinator',
  'administrator',
  'service_lead',
  'specialist',
];

/** Who names them. */
export const NAMES_LEADS: readonly Role[] = ['service_lead'];
