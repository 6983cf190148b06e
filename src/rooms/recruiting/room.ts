import type { Room } from '#platform/room.ts';
import { access } from './access.ts';

export const room: Room = {
  name: 'recruiting',
  routes: [],
  announces: ['recruiting.step_opened', 'recruiting.proof_changed', 'recruiting.welcomed'],
  hears: {},
  jobs: {},
  recurring: [],
  messages: [],
  access,
};
