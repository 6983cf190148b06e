import type { Question, Score, Scores } from './question-set.shape.ts';

/** How near the two are on one question. */
export type Nearness = 'exact' | 'near' | 'apart';

export interface AgreementLine {
  readonly code: string;
  readonly one: Score;
  readonly other: Score;
  readonly nearness: Nearness;
}

export interface Agreement {
  readonly lines: readonly AgreementLine[];
  /** On how many questions the two are at most one point apart. */
  readonly withinOne: number;
  /** How far apart they are on average, in points; 0 when they agree on everything. */
  readonly meanApart: number;
}

/**
 * How far two interviewers agree, question by question. Within one point counts as agreeing: the scale has four. With two
 * people and a handful of questions no coefficient says more than these two figures, so there is none. Questions that one
 * of them has not scored are left out.
 */
export const agreementOf = (
  questions: readonly Pick<Question, 'code'>[],
  one: Scores,
  other: Scores,
): Agreement => {
  const lines = questions.flatMap(({ code }): readonly AgreementLine[] => {
    const [a, b] = [one[code], other[code]];
    if (a === undefined || b === undefined) return [];
    const apart = Math.abs(a - b);
    return [{ code, one: a, other: b, nearness: apart === 0 ? 'exact' : apart === 1 ? 'near' : 'apart' }];
  });
  const apart = lines.reduce((sum, line) => sum + Math.abs(line.one - line.other), 0);
  return {
    lines,
    withinOne: lines.filter(({ nearness }) => nearness !== 'apart').length,
    meanApart: lines.length === 0 ? 0 : apart / lines.length,
  };
};

/** What it means, in a sentence or two; for the two who scored. */
export const agreementInWords = ({ lines, withinOne, meanApart }: Agreement): string => {
  if (lines.length === 0) return 'There is nothing to compare yet.';
  const average =
    meanApart === 0
      ? 'You gave the same scores throughout.'
      : `On average you are ${meanApart.toFixed(1)} points apart.`;
  const near =
    withinOne === lines.length
      ? `You are within one point on all ${lines.length} questions.`
      : `You are within one point on ${withinOne} of ${lines.length} questions.`;
  const next =
    withinOne === lines.length
      ? 'Talk about the ones that matter most to you, then agree a score for each.'
      : 'Begin with the ones where you are far apart: one of you heard something that the other did not.';
  return `${near} ${average} ${next}`;
};

export const nearnessWords: Readonly<Record<Nearness, string>> = {
  exact: 'The same',
  near: 'One apart',
  apart: 'Talk about this one',
};

/** The score to begin the talk with: what both gave, or nothing where they differ, so that it is agreed and not averaged. */
export const agreedToBegin = (lines: readonly AgreementLine[]): Scores =>
  Object.fromEntries(
    lines.filter(({ nearness }) => nearness === 'exact').map(({ code, one }) => [code, one]),
  );

/** The questions that have no score yet. */
export const unscored = <Q extends Pick<Question, 'code'>>(
  questions: readonly Q[],
  scores: Scores,
): readonly Q[] => questions.filter(({ code }) => scores[code] === undefined);

/** The question after this one; null after the last. */
export const questionAfter = <Q extends Pick<Question, 'code'>>(
  questions: readonly Q[],
  code: string,
): Q | null => questions[questions.findIndex((each) => each.code === code) + 1] ?? null;
