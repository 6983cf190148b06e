import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { loadJobs } from './load/load.jobs.ts';
import { loadMessages } from './load/load.messages.ts';
import { loadRoutes } from './load/load.routes.tsx';
import { rhythmHears, rhythmJobs, rhythmRecurring } from './rhythm/rhythm.jobs.ts';
import { rhythmMessages } from './rhythm/rhythm.messages.ts';
import { stayWellRoutes } from './staying-well/stay-well.routes.tsx';

export const room: Room = {
  name: 'supervision',
  routes: [...loadRoutes, ...stayWellRoutes],
  jobs: { ...rhythmJobs, ...loadJobs },
  hears: { ...rhythmHears },
  recurring: [...rhythmRecurring],
  messages: [...rhythmMessages, ...loadMessages],
  access,
};
