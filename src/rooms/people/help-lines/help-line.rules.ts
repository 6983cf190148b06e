import { longDate } from '#ui/times.ts';

/** How a help line stands: never confirmed, confirmed more than a year ago, or confirmed. */
export type Standing = 'never' | 'long_ago' | 'confirmed';

/** A number is confirmed once a year: after that somebody has to dial it again before we vouch for it. */
const GOOD_FOR = { years: 1 } as const;

/** Whether somebody has confirmed a number within the last year, seen from `today`. */
export const standingOf = (confirmedOn: Temporal.PlainDate | null, today: Temporal.PlainDate): Standing => {
  if (confirmedOn === null) return 'never';
  return Temporal.PlainDate.compare(confirmedOn.add(GOOD_FOR), today) < 0 ? 'long_ago' : 'confirmed';
};

/** Who confirmed a number and when, in words. */
export const standingWords = (
  confirmedOn: Temporal.PlainDate | null,
  by: string | null,
  today: Temporal.PlainDate,
): string => {
  if (confirmedOn === null) return 'Nobody here has confirmed this number yet.';
  const said = `Confirmed by ${by ?? 'somebody who has left'} on ${longDate(confirmedOn)}.`;
  return standingOf(confirmedOn, today) === 'long_ago'
    ? `${said} That is more than a year ago: please confirm it again.`
    : said;
};
