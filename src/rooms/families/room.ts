import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { listRoutes } from './file/list.routes.tsx';
import { lossGuard } from './loss/loss.guard.ts';
import { lossRoutes } from './loss/loss.routes.tsx';
import { linkRoutes } from './pregnancy/link.routes.tsx';
import { pregnancyRoutes } from './pregnancy/pregnancy.routes.tsx';
import { safetyRoutes } from './safety/safety.routes.tsx';

export const room: Room = {
  name: 'families',
  // The file page itself, /families/:personId, is the hub's.
  routes: [...listRoutes, ...pregnancyRoutes, ...linkRoutes, ...lossRoutes, ...safetyRoutes],
  announces: [
    'families.born',
    'families.lost',
    'families.loss_undone',
    'families.pause_decided',
    'families.due_date_changed',
  ],
  guards: [lossGuard],
  access,
};
