/** Names and days of groups, counted from today, whichever day that is. */

const SEASONS: readonly string[] = ['Winter', 'Spring', 'Summer', 'Autumn'];

/** The season of a date in Britain: December begins winter. */
export const seasonOf = (date: Temporal.PlainDate): string =>
  SEASONS[Math.floor((date.month % 12) / 3)] ?? 'Winter';

/** The season after this one. */
export const nextSeason = (season: string): string => SEASONS[(SEASONS.indexOf(season) + 1) % 4] ?? 'Spring';

/** The season before this one. */
export const seasonBefore = (season: string): string =>
  SEASONS[(SEASONS.indexOf(season) + 3) % 4] ?? 'Autumn';

/** The first such weekday (1 is Monday) on a date or after it. */
export const weekdayFrom = (date: Temporal.PlainDate, weekday: number): Temporal.PlainDate =>
  date.add({ days: (weekday - date.dayOfWeek + 7) % 7 });

/** The last such weekday before a date. */
export const weekdayBefore = (date: Temporal.PlainDate, weekday: number): Temporal.PlainDate =>
  date.subtract({ days: ((date.dayOfWeek - weekday + 6) % 7) + 1 });

/** When a weekly series must begin for its session of this number to be on (or, on a holiday, a week after) this day. */
export const startFor = (
  on: Temporal.PlainDate,
  number: number,
  holidays: ReadonlySet<string>,
): Temporal.PlainDate => {
  let day = on;
  while (holidays.has(day.toString())) day = day.add({ days: 7 });
  for (let left = number - 1; left > 0; ) {
    day = day.subtract({ days: 7 });
    if (!holidays.has(day.toString())) left -= 1;
  }
  return day;
};

/** The nth such weekday of the month so many months before a date's. */
export const nthWeekdayOfMonth = (
  date: Temporal.PlainDate,
  monthsBefore: number,
  nth: number,
  weekday: number,
): Temporal.PlainDate =>
  weekdayFrom(date.subtract({ months: monthsBefore }).with({ day: 1 }), weekday).add({ days: (nth - 1) * 7 });
