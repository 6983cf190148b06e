import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { inviteMessages } from './list/invite.messages.ts';
import { listRoutes } from './list/list.routes.tsx';
import { stepJobs, stepRecurring } from './route/step.jobs.ts';
import { stepMessages } from './route/step.messages.ts';

export const room: Room = {
  name: 'recruiting',
  routes: [...listRoutes],
  announces: ['recruiting.proof_changed', 'recruiting.welcomed'],
  hears: {},
  jobs: { ...stepJobs },
  recurring: [...stepRecurring],
  messages: [...inviteMessages, ...stepMessages],
  access,
};
