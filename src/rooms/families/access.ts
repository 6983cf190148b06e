import type { Role } from '#platform/db/actor.ts';
import type { Access } from '#platform/room.ts';

const withFamilies: readonly Role[] = [
  'practitioner',
  'volunteer_manager',
  'programme_coordinator',
  'administrator',
];
const careOfFamilies: readonly Role[] = ['practitioner', 'volunteer_manager', 'programme_coordinator'];

/** Who may see, add and change rows of this room, as the policies say: the office may enter a loss, and not read it. */
export const access: Access = {
  'families.pregnancies': { see: [...withFamilies, 'parent'], add: withFamilies, change: withFamilies },
  'families.parents': { see: [...withFamilies, 'parent'], add: withFamilies, change: withFamilies },
  'families.babies': { see: [...withFamilies, 'parent'], add: withFamilies, change: withFamilies },
  'families.losses': { see: careOfFamilies, add: withFamilies, change: careOfFamilies },
  'families.pauses': { see: careOfFamilies, add: withFamilies, change: careOfFamilies },
  'families.safety_instructions': {
    see: [...careOfFamilies, 'peer_supporter'],
    add: careOfFamilies,
    change: careOfFamilies,
  },
};
