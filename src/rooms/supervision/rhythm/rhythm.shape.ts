import { z } from 'zod';
import { FIRST_LOAD_RULES, loadRules } from '../load/load.shape.ts';

export const KINDS = ['one_to_one', 'group', 'peer', 'coffee', 'early', 'debrief'] as const;
export type MeetingKind = (typeof KINDS)[number];
export const TURNS = ['one_to_one', 'group', 'peer'] as const;
/** What the house proposes in the rhythm: one to one, several with their supervisor, or peers among themselves. */
export type Turn = (typeof TURNS)[number];
export const FORMS = ['one_to_one', 'group', 'peer', 'mixed'] as const;
export type Form = (typeof FORMS)[number];
export const HOWS = ['face_to_face', 'phone', 'online'] as const;
export type How = (typeof HOWS)[number];

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const minutes = z.number().int().min(5).max(480);
const form = z.object({
  name: z.string().min(1),
  words: z.string().min(1),
  /** Which kinds of meeting, once held, count for the rhythm. */
  counts: z.array(z.enum(TURNS)).min(1),
  /** What is proposed, slot after slot; begins again at its end. */
  turns: z.array(z.enum(TURNS)).min(1),
});

/** How people meet for supervision: one dated version of `supervision.rules`. Days and minutes are whole numbers. */
export const rhythmRules = z
  .object({
    oneToOne: z.object({ everyDays: z.number().int().min(7).max(182), minutes, how: z.enum(HOWS) }),
    group: z.object({ minutes, how: z.enum(HOWS) }),
    coffee: z.object({ everyDays: z.number().int().min(7).max(364), minutes, at: clock }),
    early: z
      .array(
        z.object({
          code: z.string().regex(/^[a-z][a-z0-9_]*$/),
          afterDays: z.number().int().min(0).max(365),
          minutes,
          how: z.enum(HOWS),
          words: z.string().min(1),
        }),
      )
      .max(8),
    forms: z.object({ one_to_one: form, group: form, peer: form, mixed: form }),
    /** How many days before or after its due day a proposal may lie. */
    nearDays: z.number().int().min(0).max(60),
    /** So many days' notice a proposal gives. */
    noticeDays: z.number().int().min(1).max(28),
    proposeAhead: z.number().int().min(1).max(6),
    /** So many days after the due day new assignments pause. */
    graceDays: z.number().int().min(1).max(90),
    /** When people meet who gave no times of their own: Monday to Friday between these. */
    hours: z.object({ earliest: clock, latest: clock }),
    debrief: z.object({ offerWithinHours: z.number().int().min(1).max(168) }),
    load: loadRules,
  })
  .refine((rules) => rules.nearDays * 2 < rules.oneToOne.everyDays, {
    error: 'a proposal lies nearer to its own day than to the next',
  })
  .refine((rules) => rules.nearDays < rules.graceDays, {
    error: 'whoever follows the proposals is never paused',
  })
  .refine((rules) => rules.hours.earliest < rules.hours.latest, { error: 'the day begins before it ends' })
  .refine((rules) => new Set(rules.early.map(({ code }) => code)).size === rules.early.length, {
    error: 'each early check-in has a code of its own',
  });

export type RhythmRules = z.output<typeof rhythmRules>;
export type EarlyRule = RhythmRules['early'][number];

/** What ships, and what holds where nobody has laid down anything else: every four weeks, coffee every eight. */
export const FIRST_RHYTHM: RhythmRules = {
  oneToOne: { everyDays: 28, minutes: 60, how: 'face_to_face' },
  group: { minutes: 90, how: 'face_to_face' },
  coffee: { everyDays: 56, minutes: 90, at: '10:30' },
  early: [
    {
      code: 'hello',
      afterDays: 3,
      minutes: 20,
      how: 'phone',
      words: 'A call in the first week: how it was to begin, and what is still unclear.',
    },
    {
      code: 'weeks_3',
      afterDays: 21,
      minutes: 30,
      how: 'phone',
      words: 'After three weeks: what is different from what you expected.',
    },
    {
      code: 'weeks_10',
      afterDays: 70,
      minutes: 30,
      how: 'face_to_face',
      words: 'After ten weeks: what goes well, and what you would like to learn.',
    },
    {
      code: 'weeks_18',
      afterDays: 126,
      minutes: 30,
      how: 'face_to_face',
      words: 'After eighteen weeks: whether this is the right place for you, and what comes next.',
    },
  ],
  forms: {
    one_to_one: {
      name: 'One to one',
      words: 'The two of you, in peace and face to face.',
      counts: ['one_to_one'],
      turns: ['one_to_one'],
    },
    group: {
      name: 'In a group',
      words: 'Several peer supporters with one supervisor. A time for the two of you counts as well.',
      counts: ['group', 'one_to_one'],
      turns: ['group'],
    },
    peer: {
      name: 'Among peers',
      words: 'Peer supporters supervise one another. A time with the supervisor counts as well.',
      counts: ['peer', 'one_to_one'],
      turns: ['peer'],
    },
    mixed: {
      name: 'In turns',
      words: 'One to one and in a group by turns.',
      counts: ['one_to_one', 'group'],
      turns: ['one_to_one', 'group'],
    },
  },
  nearDays: 13,
  noticeDays: 2,
  proposeAhead: 2,
  graceDays: 14,
  hours: { earliest: '09:30', latest: '17:00' },
  debrief: { offerWithinHours: 24 },
  load: FIRST_LOAD_RULES,
};
