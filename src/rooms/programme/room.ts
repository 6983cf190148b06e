import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { handoutRoutes } from './handouts/handout.routes.tsx';
import { holidayRoutes } from './holidays/holiday.routes.tsx';
import { templateRoutes } from './templates/template.routes.tsx';
import { toolboxRoutes } from './toolbox/toolbox.routes.tsx';
import { venueRoutes } from './venues/venue.routes.tsx';

export const room: Room = {
  name: 'programme',
  routes: [...toolboxRoutes, ...templateRoutes, ...venueRoutes, ...holidayRoutes, ...handoutRoutes],
  access,
};
