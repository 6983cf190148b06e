import { momentAt } from '#kernel/dates.ts';

/** How a conversation may be held. */
export const WAYS = ['phone', 'video', 'in_person'] as const;
export type Way = (typeof WAYS)[number];

export interface Slot {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** How many times one form offers at most: a whole day of short ones. */
export const MOST_SLOTS = 40;

/**
 * The times of a length (in minutes) between two times of a day, one after another, at the clock on the centre's wall.
 * Only whole ones; none where the end comes before the first has ended.
 */
export const slotsBetween = (
  {
    day,
    from,
    to,
    minutes,
  }: {
    readonly day: Temporal.PlainDate;
    readonly from: Temporal.PlainTime;
    readonly to: Temporal.PlainTime;
    readonly minutes: number;
  },
  zone: string,
): readonly Slot[] => {
  const end = momentAt(day, to, zone);
  const slots: Slot[] = [];
  for (let at = momentAt(day, from, zone); slots.length < MOST_SLOTS; ) {
    const until = at.add({ minutes });
    if (Temporal.Instant.compare(until, end) > 0) break;
    slots.push({ startsAt: at, endsAt: until });
    at = until;
  }
  return slots;
};
