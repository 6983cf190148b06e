import { z } from 'zod';
import type { ProgrammeTemplateContent } from '../content/shapes.ts';
import { BLOCK_KINDS, FACILITATORS, STAGES, THEME_CODES, TOPIC_CODES } from '../words.ts';

const words = z.string();
const count = z.number().int().min(0);
const kind = z.enum(BLOCK_KINDS);
const named = { name: words, words };

const structureBlock = z.strictObject({
  kind,
  ...named,
  minutes: count,
  mayMoveTo: z.array(kind).exactOptional(),
});

const groupKind = z.strictObject({
  code: z.enum(['antenatal_group', 'drop_in']),
  ...named,
  ledBy: z.enum(FACILITATORS),
  sessions: z.strictObject({ most: count }).exactOptional(),
  minutes: count,
  rhythm: z.strictObject({ every: z.enum(['week', 'month']), count: count.exactOptional() }),
  places: z.strictObject({ usual: count, most: count }),
  openFrom: z.enum(['referral', 'acceptance']),
  openUntil: z.enum(['last_session', 'first_birthday']),
  structure: z.array(structureBlock),
});

/** What a template must be to be written: read once here, and typed from then on. Raises a ZodError, a fault of ours. */
export const templateContent: z.ZodType<ProgrammeTemplateContent> = z.strictObject({
  code: words,
  version: count,
  effectiveFrom: z.iso.date(),
  name: words,
  about: words,
  vision: words,
  purpose: words,
  ethos: z.enum(['citizen_led', 'professionally_led']),
  ethosWords: words,
  themes: z.array(z.strictObject({ code: z.enum(THEME_CODES), ...named })),
  topics: z.array(z.strictObject({ code: z.enum(TOPIC_CODES), ...named })),
  stages: z.array(z.strictObject({ code: z.enum(STAGES), name: words })),
  groupKinds: z.array(groupKind),
  structureRules: z.strictObject({
    checkInAfter: z.array(kind),
    breakNeeded: z.boolean(),
    totalMinutes: count,
  }),
  courseBalance: z.strictObject({ activitiesOfEachTheme: count, activitiesOfEachTopic: count }),
  eligibility: z.strictObject({
    referralFromWeeks: count,
    referralToWeeks: count,
    completeByWeeks: count.exactOptional(),
    startSlackDays: count,
    relation: z.array(z.strictObject({ code: words, name: words })),
    needs: z.array(
      z.strictObject({ code: words, ...named, suits: z.enum(['yes', 'talk_first', 'other_service']) }),
    ),
    postnatalUntilMonths: count,
  }),
  promises: z.strictObject({
    triageWorkingDays: count,
    offerAnswerDays: count,
    reminderDaysBefore: z.array(count),
    missedContactDays: count,
    quietHelloDays: count,
  }),
  triageReasons: z.array(
    z.strictObject({
      code: words,
      decision: z.enum(['accept', 'signpost', 'hand_over', 'decline']),
      ...named,
      parentWords: words,
      referrerWords: words,
    }),
  ),
  signposts: z.array(
    z.strictObject({
      code: words,
      ...named,
      how: z.enum(['signpost', 'warm_handover']),
      followUpDays: count,
    }),
  ),
  groundRulesSuggested: z.array(words),
});
