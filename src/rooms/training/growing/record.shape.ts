import { z } from 'zod';
import { EVENT_KINDS } from './event.rules.ts';
import { OUTCOMES, PATHWAY_KINDS } from './pathway.rules.ts';
import { OWN_KINDS } from './record.rules.ts';

const day = z.iso.date().describe('A day, such as 2026-11-26');

const earned = z.strictObject({
  code: z.string(),
  title: z.string(),
  earnedOn: day,
  how: z.enum(['cohort', 'catch_up', 'one_to_one', 'elsewhere']),
  reference: z.string(),
  verifyAt: z.url().describe('Where anybody sees whether it still holds'),
  credentialAt: z.url().describe('Where the signed credential is fetched'),
  credential: z
    .string()
    .nullable()
    .describe('The signed credential (Open Badges 3.0 as a JWT); null: not signed yet'),
});

/** A learning record as its owner takes it away: plain JSON that any programme reads without us. */
export const learningRecordShape = z.strictObject({
  shape: z.literal('kith-learning-record'),
  version: z.literal(1),
  madeOn: day,
  organisation: z.strictObject({ name: z.string(), address: z.url() }),
  learner: z.strictObject({ name: z.string() }),
  units: z.array(earned),
  levels: z.array(earned),
  certificates: z.array(
    z.strictObject({
      title: z.string(),
      provider: z.string().nullable().describe('Null: the organisation itself'),
      issuedOn: day,
      expiresOn: day.nullable(),
      reference: z.string(),
      verifyAt: z.url(),
    }),
  ),
  events: z.array(
    z.strictObject({
      title: z.string(),
      kind: z.enum(EVENT_KINDS),
      on: day,
      minutes: z.int().positive(),
      renews: z.string().nullable(),
      took: z.string(),
    }),
  ),
  practice: z.array(
    z.strictObject({
      kind: z.enum(['shadowing', 'buddying', 'observed']),
      on: day,
      what: z.string(),
      reflection: z.string().nullable(),
    }),
  ),
  signOffs: z.array(
    z.strictObject({
      competency: z.string().nullable().describe('Null: the last yes, may run sessions'),
      name: z.string(),
      on: day,
      words: z.string(),
    }),
  ),
  own: z.array(
    z.strictObject({
      kind: z.enum(OWN_KINDS),
      title: z.string(),
      from: z.string(),
      on: day,
      took: z.string(),
    }),
  ),
  nextSteps: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(PATHWAY_KINDS),
      outcomes: z.array(z.strictObject({ outcome: z.enum(OUTCOMES), on: day })),
    }),
  ),
});
export type LearningRecordFile = z.infer<typeof learningRecordShape>;
