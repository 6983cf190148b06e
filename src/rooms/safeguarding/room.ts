import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { dutyRoutes } from './duty/duty.routes.tsx';
import { helpRoutes } from './help/help.routes.tsx';
import { escalationJobs } from './owner/escalate.jobs.ts';
import { raiseRoutes } from './raise/raise.routes.tsx';
import { readRoutes } from './read/read.routes.tsx';
import { suspendRoutes } from './suspend/suspend.routes.tsx';

export const room: Room = {
  name: 'safeguarding',
  routes: [...raiseRoutes, ...dutyRoutes, ...readRoutes, ...suspendRoutes, ...helpRoutes],
  jobs: escalationJobs,
  access,
};
