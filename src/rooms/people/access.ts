import type { Role } from '#platform/db/actor.ts';
import type { Access, Stand } from '#platform/room.ts';

const everyRole: readonly Role[] = [
  'practitioner',
  'volunteer_manager',
  'programme_coordinator',
  'administrator',
  'service_lead',
  'specialist',
  'peer_supporter',
];
const withFamilies: readonly Role[] = [
  'practitioner',
  'volunteer_manager',
  'programme_coordinator',
  'administrator',
];
const careOfFamilies: readonly Role[] = ['practitioner', 'volunteer_manager', 'programme_coordinator'];
const houseKeepers: readonly Role[] = ['administrator', 'service_lead'];
const nobody: readonly Stand[] = [];

/** Who may see, add and change rows of this room, as the policies say. Of a person: a family file that was introduced. */
export const access: Access = {
  'people.organisations': { see: ['anyone'], add: nobody, change: houseKeepers },
  'people.centres': { see: ['anyone'], add: houseKeepers, change: houseKeepers },
  'people.help_lines': { see: ['anyone'], add: houseKeepers, change: houseKeepers },
  'people.persons': {
    see: [...withFamilies, 'peer_supporter', 'parent'],
    add: withFamilies,
    change: [...withFamilies, 'parent'],
  },
  'people.contacts': {
    see: [...withFamilies, 'parent'],
    add: withFamilies,
    change: [...withFamilies, 'parent'],
  },
  'people.accounts': { see: [...everyRole, 'parent'], add: houseKeepers, change: houseKeepers },
  'people.roles': { see: everyRole, add: ['service_lead'], change: ['service_lead'] },
  'people.merges': { see: careOfFamilies, add: careOfFamilies, change: careOfFamilies },
  'people.not_duplicates': { see: withFamilies, add: careOfFamilies, change: careOfFamilies },
};
