import { z } from 'zod';

const words = z.string().min(1);

const question = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** The value it asks about, such as “Empathy”. */
  value: words,
  /** What it is about, as the applicant reads it beforehand. */
  about: words,
  question: words,
  /** What the two listen for. */
  listenFor: words,
  /** What a score of 1, 2, 3 and 4 sounds like. */
  anchors: z.tuple([words, words, words, words]),
});

/** The questions of an interview, in the order they are asked. */
export const questionSetContent = z.strictObject({ questions: z.array(question).min(1) });

export type QuestionSetContent = z.output<typeof questionSetContent>;
export type Question = QuestionSetContent['questions'][number];

/** A score on one question; 4 is the strongest. */
export const SCORES = [1, 2, 3, 4] as const;
export type Score = (typeof SCORES)[number];
/** Scores by the code of the question; a question without one is not scored yet. */
export type Scores = Readonly<Record<string, Score>>;
