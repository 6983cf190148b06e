import { describe, expect, test } from 'vitest';
import type { MeetingState } from './meeting.rules.ts';
import type { Away } from './rhythm.rules.ts';
import { yearOf, yearOn } from './year.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const BEGINS = day('2026-01-05');

const meeting = (on: string, state: MeetingState, dueOn: string | null = null) => ({
  on: day(on),
  dueOn: dueOn === null ? null : day(dueOn),
  state,
  people: ['her'],
});

const year = (today: string, meetings: readonly ReturnType<typeof meeting>[], leave: readonly Away[] = []) =>
  yearOf(
    {
      everyDays: 28,
      nearDays: 13,
      graceDays: 14,
      beginsOn: BEGINS,
      held: meetings.filter(({ state }) => state === 'held').map(({ on }) => on),
      leave,
      holidays: new Set(),
      today: day(today),
    },
    { year: 0, meetings },
  );

describe('the year on one page', () => {
  test('has a slot every four weeks, each of them once, from the first to the last of its year', () => {
    const slots = year('2026-01-05', []);
    expect(slots.map(({ slot }) => slot)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1));
    expect(slots[0]?.dueOn.toString()).toBe('2026-02-02');
    expect(slots.map(({ outcome }) => outcome)).toEqual(['due', ...Array(12).fill('ahead')]);
    expect([yearOn(BEGINS, day('2027-01-04')), yearOn(BEGINS, day('2027-01-05'))]).toEqual([0, 1]);
  });

  test('gives what was held late to the day it lies nearest to, and says by how much', () => {
    const [first, second] = year('2026-02-20', [meeting('2026-02-15', 'held', '2026-03-02')]);
    expect([first?.outcome, first?.off]).toEqual(['held', 13]);
    expect(second?.outcome).toBe('due');
    // A tie goes to the later day, so the first was missed.
    const [missed, held] = year('2026-02-20', [meeting('2026-02-16', 'held', '2026-02-02')]);
    expect([missed?.outcome, held?.outcome, held?.off]).toEqual(['missed', 'held', -14]);
  });

  test('calls a time set until its day has passed, and from then on says that nobody has spoken for it', () => {
    for (const state of ['proposed', 'agreed'] as const) {
      const asked = [meeting('2026-02-04', state, '2026-02-02')];
      expect(year('2026-02-04', asked)[0]?.outcome).toBe('planned');
      expect(year('2026-02-05', asked)[0]?.outcome).toBe('unsaid');
    }
  });

  test('keeps what did not happen beside what came of its day, and excuses a day that fell into leave', () => {
    const away = { fromOn: day('2026-02-14'), untilOn: day('2026-03-20') };
    const slots = year(
      '2026-04-01',
      [
        meeting('2026-02-02', 'did_not_happen', '2026-02-02'),
        meeting('2026-02-09', 'held', '2026-02-02'),
        meeting('2026-03-30', 'held', '2026-03-30'),
      ],
      [away],
    );
    expect(slots.slice(0, 3).map(({ outcome }) => outcome)).toEqual(['held', 'excused', 'held']);
    expect(slots[0]?.missed.map(({ on }) => on.toString())).toEqual(['2026-02-02']);
  });
});
