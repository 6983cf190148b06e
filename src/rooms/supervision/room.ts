import type { Room } from '#platform/room.ts';
import { access } from './access.ts';

export const room: Room = {
  name: 'supervision',
  access,
};
