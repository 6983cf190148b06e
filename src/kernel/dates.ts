/** A date typed in three boxes, as it came; empty boxes are empty strings. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthNumber = (text: string): number => {
  const word = text.trim().toLowerCase().slice(0, 3);
  const named = MONTHS.indexOf(word);
  return named >= 0 ? named + 1 : Number(text);
};

// Nobody here was born before the first or plans beyond the last, and further out the database has no calendar.
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/**
 * The date that three boxes say, or null when no calendar has it or it is not of these centuries (1900 to 2199).
 * Months may be words ("Nov"). A year of two digits is refused: 26 may be 1926 or 2026, and a guess here moves a
 * birthday.
 */
export const dateFromBoxes = ({ day, month, year }: TypedDate): Temporal.PlainDate | null => {
  if (!/^\d{1,2}$/.test(day.trim()) || !/^\d{4}$/.test(year.trim())) return null;
  const monthOfYear = monthNumber(month);
  if (!Number.isInteger(monthOfYear)) return null;
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: monthOfYear, day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
};

/** Whole days from one date to another; negative when the other is earlier. */
export const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  from.until(to, { largestUnit: 'day' }).days;

/** The later of two dates. */
export const laterOf = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) >= 0 ? one : other;

/** The date at a centre at this moment: a session at 11pm belongs to the centre's day, not to UTC's. */
export const dateAt = (now: Temporal.Instant, zone: string): Temporal.PlainDate =>
  now.toZonedDateTimeISO(zone).toPlainDate();

/** The moment at which a clock on the wall of a place shows this date and time; a time skipped in spring moves on by an hour. */
export const momentAt = (
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  zone: string,
): Temporal.Instant => date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();

/**
 * Working days after a date, Monday to Friday without the holidays given.
 * `count` is whole days, zero or more; zero gives the date itself.
 */
export const workingDaysAfter = (
  date: Temporal.PlainDate,
  count: number,
  holidays: ReadonlySet<string>,
): Temporal.PlainDate => {
  let day = date;
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5 && !holidays.has(day.toString())) left -= 1;
  }
  return day;
};

/**
 * A time as people type it: "10.30am", "10:30", "2pm", "14.00". Null when it is not one.
 * An hour from 1 to 7 without am or pm is refused by returning null: nobody runs a group at 2am, but guessing is worse than asking.
 */
export const timeFromWords = (text: string): Temporal.PlainTime | null => {
  const found = /^(\d{1,2})(?:[.:h](\d{2}))?\s*(am|pm|noon|midday|midnight)?$/i.exec(
    text.trim().replace(/\s+/g, ' '),
  );
  if (!found) return null;
  const minute = Number(found[2] ?? '0');
  const half = found[3]?.toLowerCase();
  let hour = Number(found[1]);
  if (half && (hour < 1 || hour > 12)) return null;
  if (half === 'pm' && hour < 12) hour += 12;
  if ((half === 'am' || half === 'midnight') && hour === 12) hour = 0;
  if (!half && hour >= 1 && hour <= 7) return null;
  if (hour > 23 || minute > 59) return null;
  return Temporal.PlainTime.from({ hour, minute });
};
