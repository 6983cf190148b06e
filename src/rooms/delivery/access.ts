import { CARE_OF_FAMILIES, ROLES, RUNS_SESSIONS, WITH_FAMILIES, WITH_GROUPS } from '#platform/db/actor.ts';
import type { Access, Stand } from '#platform/room.ts';

// A peer supporter writes of a session because they run it and may, not because of their role alone.
const RUNS_THIS: readonly Stand[] = [...CARE_OF_FAMILIES, 'on_the_rota'];
const MARKS_THIS: readonly Stand[] = [...WITH_FAMILIES, 'on_the_rota'];

/** Who may see, add and change what of delivery; the database says the same, and a test holds the two together. */
export const access: Access = {
  'delivery.groups': { see: [...WITH_GROUPS, 'parent', 'anyone'], add: WITH_FAMILIES, change: WITH_FAMILIES },
  'delivery.leaders': { see: [...WITH_GROUPS, 'parent'], add: CARE_OF_FAMILIES, change: CARE_OF_FAMILIES },
  'delivery.sessions': {
    see: [...WITH_GROUPS, 'parent', 'anyone'],
    add: WITH_FAMILIES,
    change: [...WITH_FAMILIES, 'on_the_rota'],
  },
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
  'delivery.plans': { see: RUNS_SESSIONS, add: RUNS_THIS, change: RUNS_THIS },
  'delivery.plan_blocks': {
    see: RUNS_SESSIONS,
    add: RUNS_THIS,
    change: RUNS_THIS,
    remove: RUNS_THIS,
  },
  'delivery.attendances': { see: [...WITH_GROUPS, 'parent'], add: MARKS_THIS, change: MARKS_THIS },
  'delivery.register_closings': { see: WITH_GROUPS, add: MARKS_THIS, change: CARE_OF_FAMILIES },
  'delivery.corrections': { see: WITH_GROUPS, add: MARKS_THIS, change: [] },
  'delivery.requirements': { see: ROLES, add: ['service_lead', 'programme_coordinator'], change: [] },
  'delivery.exemptions': {
    see: ['volunteer_manager', 'programme_coordinator', 'service_lead'],
    add: ['author'],
    change: ['volunteer_manager', 'programme_coordinator'],
  },
  'delivery.rota': {
    see: [...WITH_GROUPS, 'service_lead', 'parent'],
    add: CARE_OF_FAMILIES,
    change: CARE_OF_FAMILIES,
  },
  // Said through a function by a parent or a supporter, and read by whoever said it.
  'delivery.known_pairs': { see: ['author', 'parent'], add: [], change: ['author', 'parent'] },
  'delivery.reflections': { see: [...CARE_OF_FAMILIES, 'author'], add: ['author'], change: ['author'] },
};
