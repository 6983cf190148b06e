import { momentAt } from '#kernel/dates.ts';

/** How a group meets: from a first day, at a time on the centre's own clock. */
export interface Rhythm {
  readonly startsOn: Temporal.PlainDate;
  readonly at: Temporal.PlainTime;
  readonly every: 'week' | 'month';
  readonly minutes: number;
  readonly zone: string;
}

export interface PlannedDate {
  readonly number: number;
  readonly on: Temporal.PlainDate;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** Which weekday of its month a date is: the 26th of November 2026 is the fourth Thursday. 5 means the last one. */
export const weekdayOfMonth = (
  date: Temporal.PlainDate,
): { readonly weekday: number; readonly nth: number } => ({
  weekday: date.dayOfWeek,
  nth: Math.ceil(date.day / 7),
});

const nthWeekday = (month: Temporal.PlainYearMonth, weekday: number, nth: number): Temporal.PlainDate => {
  const first = month.toPlainDate({ day: 1 });
  const offset = (weekday - first.dayOfWeek + 7) % 7;
  const wanted = first.add({ days: offset + (nth - 1) * 7 });
  return wanted.month === month.month ? wanted : wanted.subtract({ days: 7 });
};

const when = (number: number, on: Temporal.PlainDate, rhythm: Rhythm): PlannedDate => {
  const startsAt = momentAt(on, rhythm.at, rhythm.zone);
  return { number, on, startsAt, endsAt: startsAt.add({ minutes: rhythm.minutes }) };
};

/**
 * The dates of a series. Weekly: a week on a bank holiday is skipped and the rest move on by it.
 * Monthly: the same weekday of each month (the second Tuesday); on a bank holiday, the next week's.
 * The hour stays on the wall when the clocks change. `count` sessions, numbered from `firstNumber`.
 */
export const seriesOf = (
  rhythm: Rhythm,
  count: number,
  holidays: ReadonlySet<string>,
  firstNumber = 1,
): readonly PlannedDate[] => {
  const dates: PlannedDate[] = [];
  if (rhythm.every === 'week') {
    for (let on = rhythm.startsOn; dates.length < count; on = on.add({ days: 7 }))
      if (!holidays.has(on.toString())) dates.push(when(firstNumber + dates.length, on, rhythm));
    return dates;
  }
  const { weekday, nth } = weekdayOfMonth(rhythm.startsOn);
  const first = rhythm.startsOn.toPlainYearMonth();
  for (let index = 0; index < count; index += 1) {
    let on = nthWeekday(first.add({ months: index }), weekday, nth);
    while (holidays.has(on.toString())) on = on.add({ days: 7 });
    dates.push(when(firstNumber + index, on, rhythm));
  }
  return dates;
};

/**
 * The rest of a series when one of its sessions moves to another day and the later ones follow:
 * each keeps its distance to the one before it, weeks on a holiday skipped. `from` is the moved one's number.
 */
export const shiftedFrom = (
  rhythm: Rhythm,
  from: number,
  to: Temporal.PlainDate,
  upTo: number,
  holidays: ReadonlySet<string>,
): readonly PlannedDate[] => seriesOf({ ...rhythm, startsOn: to }, upTo - from + 1, holidays, from);
