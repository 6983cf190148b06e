import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { calendarRoutes } from './calendar/feed.routes.tsx';
import { fileRoutes } from './file/file.routes.tsx';
import { frontRoutes } from './front/front.routes.tsx';
import { meJobs } from './me/left.jobs.ts';
import { meRoutes } from './me/me.routes.tsx';
import { todayRoutes } from './today/today.routes.tsx';

/** The hub puts the other rooms together, each seen through its door. Of its own it keeps the links to people's calendars. */
export const room: Room = {
  name: 'hub',
  routes: [...frontRoutes, ...todayRoutes, ...meRoutes, ...fileRoutes, ...calendarRoutes],
  jobs: meJobs,
  access,
};
