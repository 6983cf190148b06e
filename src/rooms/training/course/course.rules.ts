import { daysBetween } from '#kernel/dates.ts';
import type { CourseContent, CourseModule, Question } from './course.shape.ts';

/** What was chosen, by the code of the question. */
export type Answers = Readonly<Record<string, readonly string[]>>;

export interface Score {
  readonly right: number;
  readonly of: number;
  readonly passed: boolean;
}

/** Whether exactly the right answers were chosen: none missing and none too many. */
export const isRight = (question: Question, chosen: readonly string[]): boolean =>
  question.options.every((option) => option.right === chosen.includes(option.code)) &&
  chosen.every((code) => question.options.some((option) => option.code === code));

/** Whether a share reaches a pass mark in percent; exactly the mark is enough. Nothing of nothing does not. */
export const reaches = (right: number, of: number, passMark: number): boolean =>
  of > 0 && right * 100 >= passMark * of;

/** How somebody did in the questions of a module. `passMark` in percent; a question left open is not right. */
export const scoreOf = (questions: readonly Question[], answers: Answers, passMark: number): Score => {
  const right = questions.filter((question) => isRight(question, answers[question.code] ?? [])).length;
  return { right, of: questions.length, passed: reaches(right, questions.length, passMark) };
};

/** One try, as it was counted then. */
export interface Tried {
  readonly module: string;
  readonly right: number;
  readonly of: number;
  readonly passed: boolean;
}

/**
 * Whether the whole course is passed: every module passed once, and the best tries together reach the pass mark (in
 * percent). Tries are not counted against anybody.
 */
export const coursePassed = (
  modules: readonly Pick<CourseModule, 'code'>[],
  tries: readonly Tried[],
  passMark: number,
): boolean => {
  const best = modules.map(({ code }) =>
    tries
      .filter((each) => each.module === code && each.passed)
      .reduce<Tried | null>(
        (found, each) => (found === null || each.right > found.right ? each : found),
        null,
      ),
  );
  const passed = best.filter((each) => each !== null);
  return (
    passed.length === modules.length &&
    modules.length > 0 &&
    reaches(
      passed.reduce((sum, each) => sum + each.right, 0),
      passed.reduce((sum, each) => sum + each.of, 0),
      passMark,
    )
  );
};

/** How far somebody has read, by the code of the module: the furthest screen, from 1. */
export type Reached = Readonly<Record<string, number>>;

export type ModuleState = 'passed' | 'questions' | 'begun' | 'new';

/** Where somebody stands in a module: passed, read to the end so that the questions are open, begun, or new. */
export const moduleState = (
  module: Pick<CourseModule, 'code' | 'screens'>,
  reached: Reached,
  tries: readonly Tried[],
): ModuleState => {
  if (tries.some((each) => each.module === module.code && each.passed)) return 'passed';
  const read = reached[module.code] ?? 0;
  if (read >= module.screens.length) return 'questions';
  return read > 0 ? 'begun' : 'new';
};

/** Which screen may be read: any one up to the one after the furthest. Nobody has to, and nobody skips to the end. */
export const screenAllowed = (
  module: Pick<CourseModule, 'code' | 'screens'>,
  reached: Reached,
  screen: number,
): boolean =>
  Number.isInteger(screen) &&
  screen >= 1 &&
  screen <= module.screens.length &&
  screen <= (reached[module.code] ?? 0) + 1;

/** The module to go on with when this one is done: the next that is not passed, from the start again at the end; null when all are. */
export const nextModule = (
  content: Pick<CourseContent, 'modules'>,
  reached: Reached,
  tries: readonly Tried[],
  after?: string,
): CourseModule | null => {
  const at = content.modules.findIndex((module) => module.code === after);
  const inOrder = [...content.modules.slice(at + 1), ...content.modules.slice(0, at + 1)];
  return inOrder.find((module) => moduleState(module, reached, tries) !== 'passed') ?? null;
};

// Longer than this between two screens is a cup of tea, a night, or a baby that woke up.
const LONGEST_AT_ONE_SCREEN = 10 * 60;

/** Seconds spent since the last step: the gap, but never more than ten minutes of it. */
export const secondsSince = (lastAt: Temporal.Instant, now: Temporal.Instant): number =>
  Math.max(0, Math.min(Math.round(lastAt.until(now).total('seconds')), LONGEST_AT_ONE_SCREEN));

/** The last day on which a certificate of this day holds; null when it has no end. */
export const expiryOf = (
  issuedOn: Temporal.PlainDate,
  validMonths: number | null,
): Temporal.PlainDate | null => (validMonths === null ? null : issuedOn.add({ months: validMonths }));

export type CertificateState = 'holds' | 'ended' | 'withdrawn';

/** Whether a certificate holds on a day: its last day is included, and a withdrawn one holds on none. */
export const certificateState = (
  certificate: { readonly expiresOn: Temporal.PlainDate | null; readonly withdrawn: boolean },
  on: Temporal.PlainDate,
): CertificateState => {
  if (certificate.withdrawn) return 'withdrawn';
  return certificate.expiresOn !== null && Temporal.PlainDate.compare(certificate.expiresOn, on) < 0
    ? 'ended'
    : 'holds';
};

/** Whether somebody may go through the course (again): nothing holds, or what holds ends within `renewFromDays`. */
export const mayBegin = (
  certificates: readonly { readonly expiresOn: Temporal.PlainDate | null; readonly withdrawn: boolean }[],
  on: Temporal.PlainDate,
  renewFromDays: number,
): boolean =>
  certificates
    .filter((each) => certificateState(each, on) === 'holds')
    .every((each) => each.expiresOn !== null && daysBetween(on, each.expiresOn) <= renewFromDays);

/**
 * Whether a course may be offered to applicants and counts: the latest review approves it. In a demonstration, where
 * nobody is kept safe by it, a course that nobody has reviewed yet may be used too, and says so.
 */
export const courseUsable = (latest: { readonly approved: boolean } | null, demo: boolean): boolean =>
  latest === null ? demo : latest.approved;
