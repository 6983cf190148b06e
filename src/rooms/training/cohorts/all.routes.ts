import type { Route } from '#platform/http/page.ts';
import { catchUpRoutes } from './catch-up.routes.tsx';
import { learnerRoutes } from './learner.routes.tsx';
import { meetingRoutes } from './meeting.routes.tsx';
import { ownTrainingRoutes } from './own.routes.tsx';
import { placesRoutes } from './places.routes.tsx';
import { planningRoutes } from './planning.routes.tsx';

/** Every page of cohorts and of one person's training. */
export const cohortRoutes: readonly Route[] = [
  ...planningRoutes,
  ...placesRoutes,
  ...meetingRoutes,
  ...catchUpRoutes,
  ...learnerRoutes,
  ...ownTrainingRoutes,
];
