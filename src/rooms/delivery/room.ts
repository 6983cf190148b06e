import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { alongsideRoutes } from './alongside/alongside.routes.tsx';
import { groupRoutes } from './groups/group.routes.tsx';
import { knownRoutes } from './known/known.routes.tsx';
import { dropInOpened } from './places/drop-in-opened.jobs.ts';
import { placeHears, placeJobs } from './places/following.jobs.ts';
import { placeRoutes } from './places/place.routes.tsx';
import { planRoutes } from './plan/plan.routes.tsx';
import { requirementRoutes } from './readiness/requirements.routes.tsx';
import { registerRoutes } from './register/register.routes.tsx';
import { rotaHears, rotaJobs, rotaRecurring } from './rota/rota.jobs.ts';
import { rotaRoutes } from './rota/rota.routes.tsx';
import { remind } from './sessions/remind.jobs.ts';
import { sessionRoutes } from './sessions/session.routes.tsx';
import { volunteeringRoutes } from './volunteering/volunteering.routes.tsx';
import { renewalJobs, renewalRecurring } from './volunteers/renewal.jobs.ts';
import { renewalMessages } from './volunteers/renewal.messages.ts';
import { volunteerRoutes } from './volunteers/volunteers.routes.tsx';

export const room: Room = {
  name: 'delivery',
  routes: [
    ...groupRoutes,
    ...placeRoutes,
    ...sessionRoutes,
    ...rotaRoutes,
    ...alongsideRoutes,
    ...volunteerRoutes,
    ...volunteeringRoutes,
    ...requirementRoutes,
    ...planRoutes,
    ...registerRoutes,
    ...knownRoutes,
  ],
  jobs: {
    ...placeJobs,
    ...rotaJobs,
    ...renewalJobs,
    'delivery.remind': remind,
    'delivery.drop_in_opened': dropInOpened,
  },
  announces: ['delivery.register_closed'],
  hears: { ...placeHears, ...rotaHears },
  recurring: [
    { cron: '7 * * * *', job: 'delivery.lapse_offers' },
    { cron: '12 * * * *', job: 'delivery.remind' },
    { cron: '30 4 * * *', job: 'delivery.end_of_the_year' },
    ...rotaRecurring,
    ...renewalRecurring,
  ],
  messages: renewalMessages,
  access,
};
