import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { loadJobs } from './load/load.jobs.ts';
import { loadMessages } from './load/load.messages.ts';
import { loadRoutes } from './load/load.routes.tsx';
import { noteJobs } from './notes/note.jobs.ts';
import { noteMessages } from './notes/note.messages.ts';
import { noteRoutes } from './notes/note.routes.tsx';
import { rhythmHears, rhythmJobs, rhythmRecurring } from './rhythm/rhythm.jobs.ts';
import { rhythmMessages } from './rhythm/rhythm.messages.ts';
import { rhythmRoutes } from './rhythm/rhythm.routes.ts';
import { stayWellRoutes } from './staying-well/stay-well.routes.tsx';

export const room: Room = {
  name: 'supervision',
  routes: [...rhythmRoutes, ...noteRoutes, ...loadRoutes, ...stayWellRoutes],
  jobs: { ...noteJobs, ...rhythmJobs, ...loadJobs },
  hears: { ...rhythmHears },
  recurring: [...rhythmRecurring],
  messages: [...noteMessages, ...rhythmMessages, ...loadMessages],
  access,
};
