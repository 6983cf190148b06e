import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pregnancyInMind1 } from '#rooms/programme/content/templates/pregnancy-in-mind-1.ts';
import { pregnancyInMind2 } from '#rooms/programme/content/templates/pregnancy-in-mind-2.ts';
import { courseSpanDays, lastSafeStart, type WindowContent, windowOn } from './window.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => day('2000-01-01').add({ days }));
const eligibilities = fc.record({
  from: fc.integer({ min: 0, max: 20 }),
  length: fc.integer({ min: 0, max: 20 }),
  complete: fc.option(fc.integer({ min: 24, max: 40 }), { nil: undefined }),
  slack: fc.integer({ min: 0, max: 28 }),
  sessions: fc.integer({ min: 1, max: 12 }),
  every: fc.integer({ min: 1, max: 2 }),
});
const contentOf = (made: {
  from: number;
  length: number;
  complete: number | undefined;
  slack: number;
  sessions: number;
  every: number;
}): WindowContent => {
  const { completeByWeeks: _, ...rest } = pregnancyInMind2.eligibility;
  return {
    eligibility: {
      ...rest,
      referralFromWeeks: made.from,
      referralToWeeks: made.from + made.length,
      startSlackDays: made.slack,
      ...(made.complete !== undefined && { completeByWeeks: made.complete }),
    },
    groupKinds: pregnancyInMind2.groupKinds.map((kind) =>
      kind.code === 'antenatal_group'
        ? {
            ...kind,
            sessions: { most: made.sessions },
            rhythm: { every: 'week' as const, count: made.every },
          }
        : kind,
    ),
  };
};

test('the seed’s version: eight weekly sessions end two free weeks before the day before the due date', () => {
  expect(courseSpanDays(pregnancyInMind1)).toBe(49);
  expect(lastSafeStart(day('2027-03-26'), pregnancyInMind1)?.toString()).toBe('2027-01-21');
});

test('the present version: they end by 34 weeks, less a free week', () => {
  // 34 weeks is 12 February; one week free is the 5th; seven weeks before is 18 December.
  expect(lastSafeStart(day('2027-03-26'), pregnancyInMind2)?.toString()).toBe('2026-12-18');
});

test.each([
  ['2026-09-10', 'too_early', 11],
  ['2026-09-11', 'within', 12],
  ['2026-12-18', 'within', 26],
  ['2026-12-19', 'too_late', 26],
  ['2027-01-15', 'too_late', 30],
])('on %s a family due on 26 March is %s', (on, place, weeks) => {
  const answer = windowOn({ dueOn: day('2027-03-26'), born: false }, day(on), pregnancyInMind2);
  expect([answer.place, answer.gestation?.weeks]).toEqual([place, weeks]);
  expect(answer.within).toBe(place === 'within');
});

test('after birth, or without a due date, no group is promised and the reason is said', () => {
  const born = windowOn({ dueOn: day('2027-03-26'), born: true }, day('2027-03-01'), pregnancyInMind2);
  expect(born).toMatchObject({ place: 'after_birth', within: false, lastStart: null });
  const unknown = windowOn({ dueOn: null, born: false }, day('2027-03-01'), pregnancyInMind2);
  expect(unknown).toMatchObject({ place: 'no_due_date', within: false });
  expect(born.reasons.join()).toContain('drop-in');
});

test('a course that begins on the last safe day ends in time and keeps its slack; one that begins a day later does not', () => {
  fc.assert(
    fc.property(dates, eligibilities, (dueOn, made) => {
      const content = contentOf(made);
      const start = lastSafeStart(dueOn, content);
      const last = start?.add({ days: 7 * made.every * (made.sessions - 1) });
      const limit =
        made.complete === undefined
          ? dueOn.subtract({ days: 1 })
          : dueOn.subtract({ days: 280 - made.complete * 7 });
      expect(last?.add({ days: made.slack }).toString()).toBe(limit.toString());
    }),
  );
});

test('the window opens once and closes once, and whoever is within can still begin today', () => {
  fc.assert(
    fc.property(dates, eligibilities, (dueOn, made) => {
      const content = contentOf(made);
      const places = Array.from({ length: 300 }, (_, at) => {
        const on = dueOn.subtract({ days: 290 - at });
        const answer = windowOn({ dueOn, born: false }, on, content);
        expect(answer.reasons.length).toBeGreaterThan(0);
        if (answer.within) {
          expect(Temporal.PlainDate.compare(on, answer.lastStart ?? on)).toBeLessThanOrEqual(0);
          expect(answer.gestation?.weeks).toBeGreaterThanOrEqual(made.from);
        }
        return answer.place;
      });
      const order = ['too_early', 'within', 'too_late'];
      const changes = places.map((place) => order.indexOf(place));
      expect(changes).toEqual([...changes].sort((one, other) => one - other));
    }),
    { numRuns: 40 },
  );
});
