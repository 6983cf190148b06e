import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { leadRoutes } from './lead/lead.routes.tsx';
import { looksRoutes } from './looks/looks.routes.tsx';

/** What people can ask for, and how long things stay. */
export const room: Room = {
  name: 'rights',
  routes: [...leadRoutes, ...looksRoutes],
  access,
};
