import { CARE_OF_FAMILIES, RUNS_SESSIONS, WITH_FAMILIES, WITH_GROUPS } from '#platform/db/actor.ts';
import type { Access } from '#platform/room.ts';

/** Who may see, add and change what of delivery; the database says the same, and a test holds the two together. */
export const access: Access = {
  'delivery.groups': { see: [...WITH_GROUPS, 'parent', 'anyone'], add: WITH_FAMILIES, change: WITH_FAMILIES },
  'delivery.leaders': { see: [...WITH_GROUPS, 'parent'], add: CARE_OF_FAMILIES, change: CARE_OF_FAMILIES },
  'delivery.sessions': { see: [...WITH_GROUPS, 'parent', 'anyone'], add: WITH_FAMILIES, change: WITH_GROUPS },
  'delivery.places': {
    see: [...WITH_GROUPS, 'parent'],
    add: WITH_FAMILIES,
    change: [...WITH_FAMILIES, 'parent'],
  },
  'delivery.waiting': { see: [...WITH_FAMILIES, 'parent'], add: WITH_FAMILIES, change: WITH_FAMILIES },
  'delivery.answers': {
    see: [...WITH_GROUPS, 'parent'],
    add: [...WITH_FAMILIES, 'parent'],
    change: [...WITH_FAMILIES, 'parent'],
  },
  'delivery.plans': { see: RUNS_SESSIONS, add: RUNS_SESSIONS, change: RUNS_SESSIONS },
  'delivery.plan_blocks': {
    see: RUNS_SESSIONS,
    add: RUNS_SESSIONS,
    change: RUNS_SESSIONS,
    remove: RUNS_SESSIONS,
  },
  'delivery.attendances': { see: [...WITH_GROUPS, 'parent'], add: WITH_GROUPS, change: WITH_GROUPS },
  'delivery.register_closings': { see: WITH_GROUPS, add: WITH_GROUPS, change: CARE_OF_FAMILIES },
  'delivery.corrections': { see: WITH_GROUPS, add: WITH_GROUPS, change: [] },
  // Said through a function by a parent or a supporter, and read by whoever said it.
  'delivery.known_pairs': { see: ['author', 'parent'], add: [], change: ['author', 'parent'] },
  'delivery.reflections': { see: [...CARE_OF_FAMILIES, 'author'], add: ['author'], change: ['author'] },
};
