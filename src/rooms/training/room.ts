import type { Room } from '#platform/room.ts';
import { access } from './access.ts';
import { certificateRoutes } from './certificates/certificate.routes.tsx';
import { cohortRoutes } from './cohorts/all.routes.ts';
import { cohortJobs } from './cohorts/cohort.jobs.ts';
import { cohortMessages } from './cohorts/cohort.messages.ts';
import { courseRoutes } from './course/course.routes.tsx';
import { credentialJobs, credentialRecurring } from './credentials/credential.jobs.ts';
import { credentialRoutes } from './credentials/credential.routes.ts';
import { growingJobs } from './growing/growing.jobs.ts';
import { growingMessages } from './growing/growing.messages.ts';
import { growingRoutes } from './growing/growing.routes.ts';
import { peopleRoutes } from './outside/people.routes.tsx';
import { practiceJobs } from './practice/practice.jobs.ts';
import { practiceRoutes } from './practice/practice.routes.tsx';
import { signOffRoutes } from './practice/sign-off.routes.tsx';
import { reviewRoutes } from './review/review.routes.tsx';
import { syllabusRoutes } from './syllabus/syllabus.routes.tsx';
import { trainingJobs } from './training.jobs.ts';
import { trainingMessages } from './training.messages.ts';

export const room: Room = {
  name: 'training',
  routes: [
    ...courseRoutes,
    ...certificateRoutes,
    ...credentialRoutes,
    ...reviewRoutes,
    ...syllabusRoutes,
    ...peopleRoutes,
    ...growingRoutes,
    ...practiceRoutes,
    ...signOffRoutes,
    ...cohortRoutes,
  ],
  jobs: { ...trainingJobs, ...credentialJobs, ...growingJobs, ...practiceJobs, ...cohortJobs },
  announces: ['training.awarded', 'training.award_withdrawn'],
  recurring: [...credentialRecurring],
  messages: [...trainingMessages, ...growingMessages, ...cohortMessages],
  access,
};
