import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { lossGuard } from './loss/loss.guard.ts';

export const room: Room = { name: 'families', routes: [], guards: [lossGuard], access };
