import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { figureRoutes } from './figures/figures.routes.tsx';
import { fileRoutes } from './file/file.routes.tsx';
import { inviteMessages } from './list/invite.messages.ts';
import { listRoutes } from './list/list.routes.tsx';
import { openingRoutes } from './openings/openings.routes.tsx';
import { profileRoutes } from './profiles/profile.routes.tsx';
import { mineRefereeRoutes } from './references/mine.routes.tsx';
import { refereeRoutes } from './references/referee.routes.tsx';
import { referenceJobs, referenceRecurring } from './references/reference.jobs.ts';
import { referenceMessages } from './references/reference.messages.ts';
import { referenceRoutes } from './references/staff.routes.tsx';
import { stepJobs, stepRecurring } from './route/step.jobs.ts';
import { stepMessages } from './route/step.messages.ts';
import { sourceRoutes } from './sources/source.routes.tsx';
import { timeRoutes } from './times/time.routes.tsx';
import { welcomeJobs } from './welcome/welcome.jobs.ts';

export const room: Room = {
  name: 'recruiting',
  routes: [
    ...fileRoutes,
    ...mineRefereeRoutes,
    ...refereeRoutes,
    ...referenceRoutes,
    ...listRoutes,
    ...figureRoutes,
    ...profileRoutes,
    ...sourceRoutes,
    ...timeRoutes,
    ...openingRoutes,
  ],
  announces: ['recruiting.proof_changed', 'recruiting.settings_changed', 'recruiting.welcomed'],
  hears: {},
  jobs: { ...referenceJobs, ...stepJobs, ...welcomeJobs },
  recurring: [...referenceRecurring, ...stepRecurring],
  messages: [...referenceMessages, ...inviteMessages, ...stepMessages],
  access,
};
