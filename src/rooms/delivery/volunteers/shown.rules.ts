import type { Volunteer } from './volunteers.queries.ts';

/** Which volunteers a list is about. */
export const SHOWN = ['all', 'not_ready', 'learning', 'renewing', 'nothing_new', 'suspended'] as const;
export type Shown = (typeof SHOWN)[number];

const anyOf = ({ peerSupporter, creche }: Volunteer) => [peerSupporter, creche];

/**
 * Whether a volunteer belongs to a list: not ready as peer supporter, learning alongside, something to renew soon, nothing
 * new while supervision is overdue, or suspended.
 */
export const isShown = (volunteer: Volunteer, shown: Shown): boolean => {
  if (shown === 'suspended') return volunteer.suspended;
  if (shown === 'not_ready') return volunteer.peerSupporter.answer !== 'yes';
  if (shown === 'learning')
    return volunteer.peerSupporter.answer !== 'yes' && volunteer.alongside.answer === 'yes';
  if (shown === 'nothing_new') return anyOf(volunteer).some((each) => each.pauses.length > 0);
  if (shown === 'renewing')
    return anyOf(volunteer).some((each) =>
      each.renewals.some((renewal) => renewal.window !== null || renewal.inGrace),
    );
  return true;
};
