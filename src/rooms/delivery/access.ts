import type { Access } from '#platform/room.ts';

const CARE = ['practitioner', 'volunteer_manager', 'programme_coordinator'] as const;
const ARRANGE = [...CARE, 'administrator'] as const;
const TEAM = [...ARRANGE, 'peer_supporter'] as const;
const RUN = [...CARE, 'peer_supporter'] as const;

/** Who may see, add and change what of delivery; the database says the same, and a test holds the two together. */
export const access: Access = {
  'delivery.groups': { see: [...TEAM, 'parent', 'anyone'], add: ARRANGE, change: ARRANGE },
  'delivery.leaders': { see: [...TEAM, 'parent'], add: CARE, change: CARE },
  'delivery.sessions': { see: [...TEAM, 'parent', 'anyone'], add: ARRANGE, change: TEAM },
  'delivery.places': { see: [...TEAM, 'parent'], add: ARRANGE, change: [...ARRANGE, 'parent'] },
  'delivery.waiting': { see: [...ARRANGE, 'parent'], add: ARRANGE, change: ARRANGE },
  'delivery.answers': {
    see: [...TEAM, 'parent'],
    add: [...ARRANGE, 'parent'],
    change: [...ARRANGE, 'parent'],
  },
  'delivery.plans': { see: RUN, add: RUN, change: RUN },
  'delivery.plan_blocks': { see: RUN, add: RUN, change: RUN, remove: RUN },
  'delivery.attendances': { see: [...TEAM, 'parent'], add: TEAM, change: TEAM },
  'delivery.register_closings': { see: TEAM, add: TEAM, change: CARE },
  'delivery.corrections': { see: TEAM, add: TEAM, change: [] },
  'delivery.reflections': { see: [...CARE, 'author'], add: ['author'], change: ['author'] },
};
