import { z } from 'zod';

const words = z.string().min(1);
const paragraphs = z.array(words).min(1);
const code = z.string().regex(/^[a-z]+(-[a-z]+)*$/u);

/** A duty of the law as it stood on a day: dated, so that a change of the law is a change of data. */
const datedFact = z.strictObject({
  nation: z.enum(['United Kingdom', 'England', 'England and Wales', 'Wales', 'Scotland', 'Northern Ireland']),
  /** The day on which we last looked, as YYYY-MM-DD. */
  asOf: z.iso.date(),
  words,
  /** Where to look it up: the name of the law or the guidance. */
  source: words,
});

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), heading: words.optional(), paragraphs }),
  z.strictObject({
    kind: z.literal('points'),
    heading: words.optional(),
    lead: words.optional(),
    points: paragraphs,
  }),
  z.strictObject({ kind: z.literal('steps'), heading: words.optional(), steps: paragraphs }),
  /** A story of a family or a group. The people in it are made up. */
  z.strictObject({ kind: z.literal('story'), title: words, paragraphs }),
  /** Something to think about first; what we think folds out. */
  z.strictObject({ kind: z.literal('think'), ask: words, reveal: paragraphs }),
  /** What must not be missed. */
  z.strictObject({ kind: z.literal('remember'), words }),
  /** That this may be hard to read, and whom to turn to. */
  z.strictObject({ kind: z.literal('care'), words }),
  z.strictObject({ kind: z.literal('law'), lead: words, facts: z.array(datedFact).min(1) }),
]);

const screen = z.strictObject({ title: words, blocks: z.array(block).min(1) });

const option = z.strictObject({ code, words, right: z.boolean(), because: words });
const question = z.strictObject({
  code,
  ask: words,
  /** Whether more than one answer may be chosen. */
  several: z.boolean(),
  options: z.array(option).min(2),
  /** The screen of the module to read again, counted from 1. */
  readAgain: z.number().int().min(1),
});

const module = z.strictObject({
  code,
  title: words,
  about: words,
  minutes: z.number().int().min(1),
  screens: z.array(screen).min(1),
  questions: z.array(question).min(1),
});

/** A course: what a row of training.courses holds beside its columns. */
export const courseContent = z.strictObject({
  about: words,
  cautions: paragraphs,
  /** From how many days before a certificate ends the course may be done again. */
  renewFromDays: z.number().int().min(0),
  modules: z.array(module).min(1),
});

export type CourseContent = z.output<typeof courseContent>;
export type CourseModule = CourseContent['modules'][number];
export type CourseScreen = CourseModule['screens'][number];
export type CourseBlock = CourseScreen['blocks'][number];
export type Question = CourseModule['questions'][number];
export type QuestionOption = Question['options'][number];

/** A course as it ships with us. */
export interface ShippedCourse {
  readonly code: string;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly name: string;
  readonly minutes: number;
  /** Percent of the questions that must be right, in each module and over all. */
  readonly passMark: number;
  readonly validMonths: number | null;
  readonly content: CourseContent;
}
