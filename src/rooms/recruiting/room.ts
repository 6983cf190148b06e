import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { activityRoutes } from './activity/activity.routes.tsx';
import { checkMessages } from './checks/check.messages.ts';
import { checkRoutes } from './checks/check.routes.tsx';
import { disclosureJobs, disclosureRecurring } from './checks/disclosure.jobs.ts';
import { disclosureRoutes } from './checks/disclosure.routes.tsx';
import { eligibilityRoutes } from './checks/eligibility.routes.tsx';
import { mineCheckRoutes } from './checks/mine.routes.tsx';
import { checkRuleRoutes } from './checks/rules.routes.tsx';
import { figureRoutes } from './figures/figures.routes.tsx';
import { fileRoutes } from './file/file.routes.tsx';
import { arrangeRoutes } from './interviews/arrange.routes.tsx';
import { interviewJobs } from './interviews/interview.jobs.ts';
import { interviewMessages } from './interviews/interview.messages.ts';
import { mineInterviewRoutes } from './interviews/mine.routes.tsx';
import { panelRoutes } from './interviews/panel.routes.tsx';
import { questionSetRoutes } from './interviews/question-set.routes.tsx';
import { togetherRoutes } from './interviews/together.routes.tsx';
import { joinMessages } from './join/join.messages.ts';
import { joinRoutes } from './join/join.routes.tsx';
import { inviteMessages } from './list/invite.messages.ts';
import { listRoutes } from './list/list.routes.tsx';
import { formRoutes } from './mine/form.routes.tsx';
import { mineJobs, mineRecurring } from './mine/mine.jobs.ts';
import { mineMessages } from './mine/mine.messages.ts';
import { mineRoutes } from './mine/mine.routes.tsx';
import { writtenRoutes } from './mine/written.routes.tsx';
import { openingRoutes } from './openings/openings.routes.tsx';
import { profileRoutes } from './profiles/profile.routes.tsx';
import { mineRefereeRoutes } from './references/mine.routes.tsx';
import { refereeRoutes } from './references/referee.routes.tsx';
import { referenceJobs, referenceRecurring } from './references/reference.jobs.ts';
import { referenceMessages } from './references/reference.messages.ts';
import { referenceRuleRoutes } from './references/rules.routes.tsx';
import { referenceRoutes } from './references/staff.routes.tsx';
import { stepJobs, stepRecurring } from './route/step.jobs.ts';
import { stepMessages } from './route/step.messages.ts';
import { sourceRoutes } from './sources/source.routes.tsx';
import { timeRoutes } from './times/time.routes.tsx';
import { welcomeJobs } from './welcome/welcome.jobs.ts';

export const room: Room = {
  name: 'recruiting',
  routes: [
    ...joinRoutes,
    ...mineRoutes,
    ...formRoutes,
    ...writtenRoutes,
    ...fileRoutes,
    ...mineRefereeRoutes,
    ...refereeRoutes,
    ...referenceRoutes,
    ...referenceRuleRoutes,
    ...arrangeRoutes,
    ...panelRoutes,
    ...togetherRoutes,
    ...mineInterviewRoutes,
    ...questionSetRoutes,
    ...eligibilityRoutes,
    ...checkRoutes,
    ...disclosureRoutes,
    ...mineCheckRoutes,
    ...checkRuleRoutes,
    ...activityRoutes,
    ...listRoutes,
    ...figureRoutes,
    ...profileRoutes,
    ...sourceRoutes,
    ...timeRoutes,
    ...openingRoutes,
  ],
  announces: [
    'recruiting.proof_changed',
    'recruiting.settings_changed',
    'recruiting.rules_changed',
    'recruiting.welcomed',
  ],
  hears: {},
  jobs: { ...disclosureJobs, ...mineJobs, ...referenceJobs, ...interviewJobs, ...stepJobs, ...welcomeJobs },
  recurring: [...disclosureRecurring, ...mineRecurring, ...referenceRecurring, ...stepRecurring],
  messages: [
    ...checkMessages,
    ...joinMessages,
    ...mineMessages,
    ...referenceMessages,
    ...interviewMessages,
    ...inviteMessages,
    ...stepMessages,
  ],
  access,
};
