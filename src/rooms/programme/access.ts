import { ROLES } from '#platform/db/actor.ts';
import type { Access } from '#platform/room.ts';
import {
  BOOKS,
  CHANGES_PROGRAMME,
  KEEPS_HOLIDAYS,
  KEEPS_VENUES,
  REVIEWS,
  SEES_BOOKINGS,
  WRITES_ACTIVITIES,
} from './programme.policy.ts';

/** Who may see, add and change rows of this room, as the policies say. A parent sees of the toolbox what has a handout and is in use; anyone sees of the rooms those where an open drop-in meets. */
export const access: Access = {
  'programme.templates': { see: ['anyone'], add: CHANGES_PROGRAMME, change: CHANGES_PROGRAMME },
  'programme.activities': { see: [...ROLES, 'parent'], add: WRITES_ACTIVITIES, change: WRITES_ACTIVITIES },
  'programme.reviews': { see: ['anyone'], add: REVIEWS, change: [] },
  'programme.favourites': { see: ['author'], add: ['author'], change: [], remove: ['author'] },
  'programme.venues': { see: [...ROLES, 'parent', 'anyone'], add: KEEPS_VENUES, change: KEEPS_VENUES },
  'programme.bookings': { see: SEES_BOOKINGS, add: BOOKS, change: BOOKS },
  'programme.bank_holidays': { see: ['anyone'], add: KEEPS_HOLIDAYS, change: [], remove: KEEPS_HOLIDAYS },
};
