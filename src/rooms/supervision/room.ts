import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { rhythmHears, rhythmJobs, rhythmRecurring } from './rhythm/rhythm.jobs.ts';
import { rhythmMessages } from './rhythm/rhythm.messages.ts';

export const room: Room = {
  name: 'supervision',
  jobs: { ...rhythmJobs },
  hears: { ...rhythmHears },
  recurring: [...rhythmRecurring],
  messages: [...rhythmMessages],
  access,
};
