import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { helpRoutes } from './help/help.routes.tsx';
import { escalationJobs } from './owner/escalate.jobs.ts';

export const room: Room = { name: 'safeguarding', routes: [...helpRoutes], jobs: escalationJobs, access };
