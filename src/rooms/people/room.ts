import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { centresRoutes } from './centres/centres.routes.tsx';
import { safeContactGuard } from './contact/contact.guard.ts';
import { contactRoutes } from './contact/contact.routes.tsx';
import { duplicatesRoutes } from './duplicates/duplicates.routes.tsx';
import { aboutRoutes } from './files/about.routes.tsx';
import { helpLinesRoutes } from './help-lines/help-lines.routes.tsx';
import { suspensionRoutes } from './suspensions/suspension.routes.tsx';
import { memberRoutes } from './team/member.routes.tsx';
import { teamRoutes } from './team/team.routes.tsx';
import { sealAtWelcomeJob } from './wall/seal.jobs.ts';
import { sealRoutes } from './wall/seal.routes.tsx';
import { sealedGuard } from './wall/sealed.guard.ts';

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
    ...sealRoutes,
    ...suspensionRoutes,
  ],
  jobs: { 'people.seal_at_welcome': sealAtWelcomeJob },
  announces: [
    'people.merged',
    'people.merge_undone',
    'people.sealed',
    'people.suspension_changed',
    'people.role_ended',
  ],
  // What is sealed is not asked where it may be written to.
  guards: [sealedGuard, safeContactGuard],
  access,
};
