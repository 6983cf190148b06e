import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { safeContactGuard } from './contact/contact.guard.ts';

export const room: Room = { name: 'people', routes: [], guards: [safeContactGuard], access };
