import type { Room } from '#platform/room.ts';
import { frontRoutes } from './front/front.routes.tsx';

/** The hub owns no table: it puts the other rooms together, each seen through its door. */
export const room: Room = { name: 'hub', routes: [...frontRoutes], access: {} };
