import { clockTime, dayFrom } from '#ui/times.ts';

/** A moment somebody has to keep, as people say it: "11am today", "9.30am tomorrow", "9am on Monday 23 November". */
export const byWhen = (moment: Temporal.Instant, zone: string, now: Temporal.Instant): string => {
  const there = moment.toZonedDateTimeISO(zone);
  const day = dayFrom(there.toPlainDate(), now.toZonedDateTimeISO(zone).toPlainDate());
  return `${clockTime(there.toPlainTime())}${/^(today|tomorrow|yesterday)$/.test(day) ? ' ' : ' on '}${day}`;
};

/** What the clock of a concern says: "To be taken on by 11am today", or that it should have been. */
export const dueWords = (acknowledgeBy: Temporal.Instant, zone: string, now: Temporal.Instant): string =>
  Temporal.Instant.compare(acknowledgeBy, now) < 0
    ? `It should have been taken on by ${byWhen(acknowledgeBy, zone, now)}.`
    : `To be taken on by ${byWhen(acknowledgeBy, zone, now)}.`;
