import { dateFromBoxes } from '#kernel/dates.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

export const DATE_FORMATS = '2026-11-26, 26/11/2026 or 26 Nov 2026';

/**
 * A date as files hold it: 2026-11-26, 26/11/2026 (the day first; dots and dashes too), 26 Nov 2026.
 * A time at midnight behind it, which spreadsheets add, is passed over. Null when it is none of these.
 */
export const dateInFile = (text: string): Temporal.PlainDate | null => {
  const bare = text.trim().replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare);
  if (iso) return dateFromBoxes({ year: iso[1] ?? '', month: iso[2] ?? '', day: iso[3] ?? '' });
  const figures = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(bare);
  if (figures)
    return dateFromBoxes({ day: figures[1] ?? '', month: figures[3] ?? '', year: figures[4] ?? '' });
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})$/.exec(bare);
  if (!words) return null;
  const named = (words[2] ?? '').toLowerCase();
  const month = MONTHS.findIndex((name) => name.startsWith(named)) + 1;
  return month === 0
    ? null
    : dateFromBoxes({ day: words[1] ?? '', month: String(month), year: words[3] ?? '' });
};
