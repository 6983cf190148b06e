// Read by the page on the server and by its script in the browser, so it imports nothing.

const DAY = 24 * 60;

/** A time of day as the planner shows it, from minutes after midnight: "10.30", "1.05". Whole minutes, any size. */
export const startText = (minutes: number): string => {
  const within = ((minutes % DAY) + DAY) % DAY;
  const hour = Math.floor(within / 60);
  return `${hour % 12 === 0 ? 12 : hour % 12}.${String(within % 60).padStart(2, '0')}`;
};

/** A length as the planner shows it: "2 h 00", "45 min". Whole minutes, zero or more. */
export const lengthText = (minutes: number): string =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;

/** The minutes against the time there is, in words; never a wall. */
export const sumWords = (minutes: number, total: number): string => {
  if (minutes === total) return total === 120 ? 'Fits the two hours.' : 'Fits the time there is.';
  const apart = Math.abs(total - minutes);
  const said = apart === 1 ? '1 minute' : `${apart} minutes`;
  return minutes < total
    ? `${said} still free.`
    : `${said} too long. Something can be shorter, or wait until next time.`;
};

/** When each block starts, in minutes after midnight, the first at `from`. */
export const startsFrom = (from: number, minutes: readonly number[]): readonly number[] => {
  let at = from;
  return minutes.map((each) => {
    const start = at;
    at += each;
    return start;
  });
};
