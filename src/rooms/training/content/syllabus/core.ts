import type { ShippedSyllabus } from '../../syllabus/syllabus.shape.ts';
import { activities } from './activities.ts';
import { alongside } from './alongside.ts';
import { babies } from './babies.ts';
import { boundaries } from './boundaries.ts';
import { competencies } from './competencies.ts';
import { conduct } from './conduct.ts';
import { difference } from './difference.ts';
import { dropIn } from './drop-in.ts';
import { feelings } from './feelings.ts';
import { group } from './group.ts';
import { layouts } from './layouts.ts';
import { listening } from './listening.ts';
import { minds } from './minds.ts';
import { ownStory } from './own-story.ts';
import { partners } from './partners.ts';
import { safeguarding } from './safeguarding.ts';
import { stayingWell } from './staying-well.ts';

const units = [
  listening,
  alongside,
  ownStory,
  feelings,
  difference,
  partners,
  minds,
  babies,
  dropIn,
  activities,
  group,
  conduct,
  safeguarding,
  boundaries,
  stayingWell,
];

/** The core training of peer supporters as it ships. */
export const coreSyllabus: ShippedSyllabus = {
  code: 'core',
  version: 1,
  // As the programme’s own template: the review gives no first day; an organisation sets its own.
  effectiveFrom: '2018-01-01',
  name: 'Core training for peer supporters',
  content: {
    about:
      'Fifteen units of two hours for people who come alongside parents in pregnancy and the first year. Being with people comes first, what we do in groups second. Every unit is worth something by itself: whoever leaves early takes along what they have learned, with proof of it.',
    competencies: [...competencies],
    units,
    layouts: [...layouts],
    rules: {
      enrolAfter: ['application', 'course'],
      alongsideFromUnits: 4,
      practice: [
        { kind: 'shadowing', times: 2 },
        { kind: 'buddying', times: 2 },
        { kind: 'observed', times: 1 },
      ],
    },
    levels: [
      {
        code: 'core',
        name: 'Core training',
        words: 'All fifteen units. Together with the sign-off it opens running sessions.',
        units: units.map(({ code }) => code),
      },
    ],
  },
};

export const shippedSyllabi: readonly ShippedSyllabus[] = [coreSyllabus];
