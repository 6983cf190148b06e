import type { Room } from '#platform/room.ts';
import { fileRoutes } from './file/file.routes.tsx';
import { frontRoutes } from './front/front.routes.tsx';
import { meJobs } from './me/left.jobs.ts';
import { meRoutes } from './me/me.routes.tsx';
import { todayRoutes } from './today/today.routes.tsx';

/** The hub owns no table: it puts the other rooms together, each seen through its door. */
export const room: Room = {
  name: 'hub',
  routes: [...frontRoutes, ...todayRoutes, ...meRoutes, ...fileRoutes],
  jobs: meJobs,
  access: {},
};
