import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { centresRoutes } from './centres/centres.routes.tsx';
import { safeContactGuard } from './contact/contact.guard.ts';
import { contactRoutes } from './contact/contact.routes.tsx';
import { duplicatesRoutes } from './duplicates/duplicates.routes.tsx';
import { aboutRoutes } from './files/about.routes.tsx';
import { helpLinesRoutes } from './help-lines/help-lines.routes.tsx';
import { memberRoutes } from './team/member.routes.tsx';
import { teamRoutes } from './team/team.routes.tsx';

export const room: Room = {
  name: 'people',
  routes: [
    ...contactRoutes,
    ...aboutRoutes,
    ...duplicatesRoutes,
    ...teamRoutes,
    ...memberRoutes,
    ...centresRoutes,
    ...helpLinesRoutes,
  ],
  announces: ['people.merged', 'people.merge_undone'],
  guards: [safeContactGuard],
  access,
};
