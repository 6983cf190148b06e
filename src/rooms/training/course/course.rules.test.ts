import { describe, expect, it } from 'vitest';
import { safeguarding1 } from '../content/safeguarding-1.ts';
import {
  certificateState,
  coursePassed,
  courseUsable,
  expiryOf,
  isRight,
  mayBegin,
  moduleState,
  nextModule,
  reaches,
  scoreOf,
  screenAllowed,
  secondsSince,
  type Tried,
} from './course.rules.ts';
import type { CourseModule, Question } from './course.shape.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);

const question = (code: string, right: readonly string[], several = right.length > 1): Question => ({
  code,
  ask: 'Which?',
  several,
  readAgain: 1,
  options: ['a', 'b', 'c', 'd'].map((option) => ({
    code: option,
    words: option,
    right: right.includes(option),
    because: 'So it is.',
  })),
});

const five = ['one', 'two', 'three', 'four', 'five'].map((code) => question(code, ['a']));
const answers = (right: number) =>
  Object.fromEntries(five.map(({ code }, index) => [code, [index < right ? 'a' : 'b']]));

describe('a question', () => {
  it('is right only with exactly the right answers: none missing, none too many', () => {
    const two = question('two', ['a', 'c']);
    expect(isRight(two, ['a', 'c'])).toBe(true);
    expect(isRight(two, ['c', 'a'])).toBe(true);
    expect(isRight(two, ['a'])).toBe(false);
    expect(isRight(two, ['a', 'b', 'c'])).toBe(false);
    expect(isRight(two, [])).toBe(false);
    expect(isRight(two, ['a', 'c', 'zzz'])).toBe(false);
  });
});

describe('a try', () => {
  it('passes at the pass mark and not one below', () => {
    expect(scoreOf(five, answers(5), 80)).toEqual({ right: 5, of: 5, passed: true });
    expect(scoreOf(five, answers(4), 80)).toEqual({ right: 4, of: 5, passed: true });
    expect(scoreOf(five, answers(3), 80)).toEqual({ right: 3, of: 5, passed: false });
  });

  it('counts a question left open as not right', () => {
    expect(scoreOf(five, {}, 80)).toEqual({ right: 0, of: 5, passed: false });
  });

  it('never loses a pass to rounding', () => {
    expect(reaches(2, 3, 66)).toBe(true);
    expect(reaches(2, 3, 67)).toBe(false);
    expect(reaches(0, 0, 1)).toBe(false);
  });
});

describe('the whole course', () => {
  const modules = [{ code: 'first' }, { code: 'second' }];
  const tried = (module: string, right: number): Tried => ({ module, right, of: 5, passed: right >= 4 });

  it('is passed when each part is, however often it was tried', () => {
    expect(coursePassed(modules, [tried('first', 1), tried('first', 4)], 80)).toBe(false);
    expect(coursePassed(modules, [tried('first', 1), tried('second', 4), tried('first', 4)], 80)).toBe(true);
  });

  it('is not undone by a worse try after a good one', () => {
    expect(coursePassed(modules, [tried('first', 5), tried('second', 4), tried('first', 0)], 80)).toBe(true);
  });

  it('asks for its own mark over all the best tries', () => {
    expect(coursePassed(modules, [tried('first', 4), tried('second', 4)], 90)).toBe(false);
    expect(coursePassed(modules, [tried('first', 5), tried('second', 4)], 90)).toBe(true);
  });

  it('with no parts is never passed', () => {
    expect(coursePassed([], [], 80)).toBe(false);
  });
});

describe('reading', () => {
  const [first, second] = safeguarding1.content.modules as [CourseModule, CourseModule];

  it('goes one page at a time, and back to any', () => {
    expect(screenAllowed(first, {}, 1)).toBe(true);
    expect(screenAllowed(first, {}, 2)).toBe(false);
    expect(screenAllowed(first, { [first.code]: 3 }, 4)).toBe(true);
    expect(screenAllowed(first, { [first.code]: 3 }, 1)).toBe(true);
    expect(screenAllowed(first, { [first.code]: 3 }, 5)).toBe(false);
    expect(screenAllowed(first, { [first.code]: first.screens.length }, first.screens.length + 1)).toBe(
      false,
    );
    expect(screenAllowed(first, {}, 0)).toBe(false);
    expect(screenAllowed(first, {}, Number.NaN)).toBe(false);
  });

  it('opens the questions after the last page, and is passed after a try that was', () => {
    const passed: Tried = { module: first.code, right: 5, of: 5, passed: true };
    expect(moduleState(first, {}, [])).toBe('new');
    expect(moduleState(first, { [first.code]: 1 }, [])).toBe('begun');
    expect(moduleState(first, { [first.code]: first.screens.length }, [])).toBe('questions');
    expect(moduleState(first, { [first.code]: first.screens.length }, [{ ...passed, passed: false }])).toBe(
      'questions',
    );
    expect(moduleState(first, { [first.code]: first.screens.length }, [passed])).toBe('passed');
  });

  it('leads on to the next part that is not passed, round to the start, and nowhere when all are', () => {
    const done = (code: string): Tried => ({ module: code, right: 5, of: 5, passed: true });
    const { content } = safeguarding1;
    expect(nextModule(content, {}, [])?.code).toBe(first.code);
    expect(nextModule(content, {}, [done(first.code)], first.code)?.code).toBe(second.code);
    const last = content.modules.at(-1)?.code ?? '';
    expect(nextModule(content, {}, [done(last)], last)?.code).toBe(first.code);
    expect(
      nextModule(
        content,
        {},
        content.modules.map((module) => done(module.code)),
        last,
      ),
    ).toBeNull();
  });

  it('counts the time at a page, but not the night between two', () => {
    expect(secondsSince(at('2026-11-23T10:00:00Z'), at('2026-11-23T10:01:30Z'))).toBe(90);
    expect(secondsSince(at('2026-11-23T10:00:00Z'), at('2026-11-24T10:00:00Z'))).toBe(600);
    expect(secondsSince(at('2026-11-23T10:00:00Z'), at('2026-11-23T09:00:00Z'))).toBe(0);
  });
});

describe('a certificate', () => {
  it('holds for its months, to the end of a short one and over a leap day', () => {
    expect(expiryOf(day('2026-11-23'), 24)?.toString()).toBe('2028-11-23');
    expect(expiryOf(day('2026-08-31'), 6)?.toString()).toBe('2027-02-28');
    expect(expiryOf(day('2024-02-29'), 12)?.toString()).toBe('2025-02-28');
    expect(expiryOf(day('2026-11-23'), null)).toBeNull();
  });

  it('holds on its last day, has ended on the next, and never holds once taken back', () => {
    const certificate = { expiresOn: day('2028-11-23'), withdrawn: false };
    expect(certificateState(certificate, day('2028-11-23'))).toBe('holds');
    expect(certificateState(certificate, day('2028-11-24'))).toBe('ended');
    expect(certificateState({ ...certificate, withdrawn: true }, day('2027-01-01'))).toBe('withdrawn');
    expect(certificateState({ expiresOn: null, withdrawn: false }, day('2099-01-01'))).toBe('holds');
  });

  it('keeps the course shut while it holds, and opens it again sixty days before its end', () => {
    const certificate = { expiresOn: day('2028-11-23'), withdrawn: false };
    expect(mayBegin([], day('2026-11-23'), 60)).toBe(true);
    expect(mayBegin([certificate], day('2028-09-23'), 60)).toBe(false);
    expect(mayBegin([certificate], day('2028-09-24'), 60)).toBe(true);
    expect(mayBegin([certificate], day('2029-01-01'), 60)).toBe(true);
    expect(mayBegin([{ ...certificate, withdrawn: true }], day('2027-01-01'), 60)).toBe(true);
    expect(mayBegin([{ expiresOn: null, withdrawn: false }], day('2027-01-01'), 60)).toBe(false);
  });
});

describe('a course that nobody has reviewed', () => {
  it('may be used in a demonstration and nowhere else; once reviewed, the review decides', () => {
    expect(courseUsable(null, true)).toBe(true);
    expect(courseUsable(null, false)).toBe(false);
    expect(courseUsable({ approved: true }, false)).toBe(true);
    expect(courseUsable({ approved: false }, true)).toBe(false);
  });
});
