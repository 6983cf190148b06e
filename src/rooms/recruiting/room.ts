import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { stepJobs, stepRecurring } from './route/step.jobs.ts';
import { stepMessages } from './route/step.messages.ts';

export const room: Room = {
  name: 'recruiting',
  routes: [],
  announces: ['recruiting.proof_changed', 'recruiting.welcomed'],
  hears: {},
  jobs: { ...stepJobs },
  recurring: [...stepRecurring],
  messages: [...stepMessages],
  access,
};
