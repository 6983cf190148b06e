import { CARE_OF_FAMILIES, ROLES, WITH_FAMILIES } from '#platform/db/actor.ts';
import type { Access, Stand } from '#platform/room.ts';
import { HOUSEKEEPERS, SUSPENDERS } from './people.policy.ts';

const nobody: readonly Stand[] = [];

/** Who may see, add and change rows of this room, as the policies say. Of a person: a family file that was introduced. */
export const access: Access = {
  'people.organisations': { see: ['anyone'], add: nobody, change: HOUSEKEEPERS },
  'people.centres': { see: ['anyone'], add: HOUSEKEEPERS, change: HOUSEKEEPERS },
  'people.help_lines': { see: ['anyone'], add: HOUSEKEEPERS, change: HOUSEKEEPERS },
  'people.persons': {
    see: [...WITH_FAMILIES, 'peer_supporter', 'parent'],
    add: WITH_FAMILIES,
    change: [...WITH_FAMILIES, 'parent'],
  },
  'people.contacts': {
    see: [...WITH_FAMILIES, 'parent'],
    add: WITH_FAMILIES,
    change: [...WITH_FAMILIES, 'parent'],
  },
  'people.accounts': { see: [...ROLES, 'parent'], add: HOUSEKEEPERS, change: HOUSEKEEPERS },
  'people.roles': { see: ROLES, add: ['service_lead'], change: ['service_lead'] },
  // Who looks after families seals a file through a function; what was linked to what, the house alone reads.
  'people.seals': { see: nobody, add: nobody, change: nobody },
  'people.suspensions': { see: [...SUSPENDERS, 'author'], add: SUSPENDERS, change: SUSPENDERS },
  'people.merges': { see: CARE_OF_FAMILIES, add: CARE_OF_FAMILIES, change: CARE_OF_FAMILIES },
  'people.not_duplicates': { see: WITH_FAMILIES, add: CARE_OF_FAMILIES, change: CARE_OF_FAMILIES },
};
