const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const monthOf = (date: Temporal.PlainDate) => months[date.month - 1] ?? '';

/**
 * A date as people say it: "Thursday 26 November". With `today`, the year is added when it is
 * another year than today's: "Thursday 7 January 2027".
 */
export function dayAndDate(date: Temporal.PlainDate, { today }: { today?: Temporal.PlainDate } = {}): string {
  return `${weekdays[date.dayOfWeek - 1]} ${longDate(date, { today: today ?? date })}`;
}

/** A date without its weekday: "26 November", "7 January 2027" when `today` is in another year or not given. */
export function longDate(date: Temporal.PlainDate, { today }: { today?: Temporal.PlainDate } = {}): string {
  const words = `${date.day} ${monthOf(date)}`;
  return today?.year === date.year ? words : `${words} ${date.year}`;
}

/** A date for tables and tight places: "26 Nov 2026". */
export function shortDate(date: Temporal.PlainDate): string {
  return `${date.day} ${monthOf(date).slice(0, 3)} ${date.year}`;
}

/** A weekday and date for lists: "Thu 26 Nov". */
export function shortDay(date: Temporal.PlainDate): string {
  return `${weekdays[date.dayOfWeek - 1]?.slice(0, 3)} ${date.day} ${monthOf(date).slice(0, 3)}`;
}

const figures = ({ hour, minute }: Temporal.PlainTime) => {
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return minute === 0 ? `${twelve}` : `${twelve}.${String(minute).padStart(2, '0')}`;
};

/** A time as people say it: "10.30am", "2pm", "12 noon", "12 midnight". Seconds are not said. */
export function clockTime(time: Temporal.PlainTime): string {
  if (time.minute === 0 && time.hour === 12) return '12 noon';
  if (time.minute === 0 && time.hour === 0) return '12 midnight';
  return `${figures(time)}${time.hour < 12 ? 'am' : 'pm'}`;
}

/** From one time to another: "10.30am to 12.30pm". */
export function timeRange(from: Temporal.PlainTime, to: Temporal.PlainTime): string {
  return `${clockTime(from)} to ${clockTime(to)}`;
}

/** How long something takes: "2 hours", "1 hour 30 minutes", "45 minutes". Whole minutes, zero or more. */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const said = [counted(hours, 'hour'), counted(rest, 'minute')].filter((part) => !part.startsWith('0 '));
  return said.join(' ') || '0 minutes';
}

/** A number with its word: "1 parent", "6 parents", "2 families" when the plural is given. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * When something happened or will happen, seen from `now`, in the wall time of `zone`:
 * "just now", "41 minutes ago", "in 5 minutes", "today at 9am", "yesterday at 3.10pm",
 * "tomorrow at 9am", "Monday 16 November at 9am". The clocks changing does not move the day.
 */
export function momentInWords(moment: Temporal.Instant, zone: string, now: Temporal.Instant): string {
  const minutes = Math.trunc(now.since(moment).total('minutes'));
  if (minutes === 0) return 'just now';
  if (minutes > 0 && minutes < 60) return `${counted(minutes, 'minute')} ago`;
  if (minutes < 0 && minutes > -60) return `in ${counted(-minutes, 'minute')}`;

  const there = moment.toZonedDateTimeISO(zone);
  const date = there.toPlainDate();
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return `${dayFrom(date, today)} at ${clockTime(there.toPlainTime())}`;
}

/** A day seen from today: "today", "yesterday", "tomorrow", or its day and date. */
export function dayFrom(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = today.until(date).days;
  if (days === 0) return 'today';
  if (days === -1) return 'yesterday';
  if (days === 1) return 'tomorrow';
  return dayAndDate(date, { today });
}
