/**
 * Which reminder is due so many days before a session, by the days the template promises (such as 7 and 1): the
 * closest one whose day has come, so that a day on which nothing ran is made up for. Null before the first of them
 * and once the session's day is over.
 */
export const reminderDue = (daysLeft: number, promised: readonly number[]): number | null => {
  if (daysLeft < 0) return null;
  const come = promised.filter((days) => daysLeft <= days);
  return come.length > 0 ? Math.min(...come) : null;
};
