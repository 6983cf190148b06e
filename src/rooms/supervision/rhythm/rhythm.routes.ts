import type { Route } from '#platform/http/page.ts';
import { byHandRoutes } from './by-hand.routes.tsx';
import { coffeeRoutes } from './coffee.routes.tsx';
import { listRoutes } from './list.routes.tsx';
import { meetingRoutes } from './meeting.routes.tsx';
import { rulesRoutes } from './rules.routes.tsx';
import { timesRoutes } from './times.routes.tsx';
import { yearRoutes } from './year.routes.tsx';

/** Every page of the rhythm. */
export const rhythmRoutes: readonly Route[] = [
  ...listRoutes,
  ...rulesRoutes,
  ...coffeeRoutes,
  ...timesRoutes,
  ...byHandRoutes,
  ...meetingRoutes,
  ...yearRoutes,
];
