import type { Volunteer } from './volunteers.queries.ts';

/** Which volunteers a list is about. */
export const SHOWN = ['all', 'not_ready', 'renewing', 'suspended'] as const;
export type Shown = (typeof SHOWN)[number];

const anyOf = ({ peerSupporter, creche }: Volunteer) => [peerSupporter, creche];

/** Whether a volunteer belongs to a list: not ready as peer supporter, something to renew soon, or suspended. */
export const isShown = (volunteer: Volunteer, shown: Shown): boolean => {
  if (shown === 'suspended') return volunteer.suspended;
  if (shown === 'not_ready') return volunteer.peerSupporter.answer !== 'yes';
  if (shown === 'renewing')
    return anyOf(volunteer).some((each) =>
      each.renewals.some((renewal) => renewal.window !== null || renewal.inGrace),
    );
  return true;
};
