import { CARE_OF_FAMILIES, WITH_FAMILIES } from '#platform/db/actor.ts';
import type { Access } from '#platform/room.ts';

/** Who may see, add and change rows of this room, as the policies say: the office may enter a loss, and not read it. */
export const access: Access = {
  'families.pregnancies': { see: [...WITH_FAMILIES, 'parent'], add: WITH_FAMILIES, change: WITH_FAMILIES },
  'families.parents': { see: [...WITH_FAMILIES, 'parent'], add: WITH_FAMILIES, change: WITH_FAMILIES },
  'families.babies': { see: [...WITH_FAMILIES, 'parent'], add: WITH_FAMILIES, change: WITH_FAMILIES },
  'families.losses': { see: CARE_OF_FAMILIES, add: WITH_FAMILIES, change: CARE_OF_FAMILIES },
  'families.pauses': { see: CARE_OF_FAMILIES, add: WITH_FAMILIES, change: CARE_OF_FAMILIES },
  'families.safety_instructions': {
    see: [...CARE_OF_FAMILIES, 'peer_supporter'],
    add: CARE_OF_FAMILIES,
    change: CARE_OF_FAMILIES,
  },
};
