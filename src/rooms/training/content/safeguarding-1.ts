import type { ShippedCourse } from '../course/course.shape.ts';
import { everyonesJob } from './everyones-job.ts';
import { stayingSafe } from './staying-safe.ts';
import { whatYouMightNotice } from './what-you-might-notice.ts';
import { whenSomebodyTellsYou } from './when-somebody-tells-you.ts';
import { whoToTell } from './who-to-tell.ts';

/** Our own short course. A sample until a named professional of the organisation has read and approved it. */
export const safeguarding1: ShippedCourse = {
  code: 'safeguarding',
  version: 1,
  effectiveFrom: '2025-01-06',
  name: 'Keeping children and adults safe: before you start',
  minutes: 40,
  passMark: 80,
  validMonths: 24,
  content: {
    about:
      'What safeguarding is, what you might notice, what to do when somebody tells you something, whom to tell and how fast, and how to stay safe yourself.',
    cautions: [
      'Parts of this may be hard to read. It speaks of abuse, of harm to children and of not wanting to live.',
      'You can stop after any page and come back when you like. Your place is kept.',
      'If it stirs something up, talk to someone you trust or to your volunteer manager. Samaritans answer day and night on 116 123. In danger, ring 999.',
    ],
    renewFromDays: 60,
    modules: [everyonesJob, whatYouMightNotice, whenSomebodyTellsYou, whoToTell, stayingSafe],
  },
};
