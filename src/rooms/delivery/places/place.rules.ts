import { daysBetween } from '#kernel/dates.ts';
import { lifecycle } from '#kernel/lifecycle.ts';
import { Refusal } from '#kernel/refusal.ts';

export type PlaceState = 'offered' | 'taken' | 'declined' | 'lapsed' | 'ended';

/** A place in a group: offered, then taken, declined or lapsed; a place that was taken ends for a reason. */
export const placeLife = lifecycle<PlaceState, 'take' | 'decline' | 'lapse' | 'offer_again' | 'end'>({
  name: 'place',
  states: { offered: 'offered', taken: 'taken', declined: 'declined', lapsed: 'lapsed', ended: 'ended' },
  moves: {
    take: { from: ['offered'], to: 'taken', words: 'taken' },
    decline: { from: ['offered'], to: 'declined', words: 'declined' },
    lapse: { from: ['offered'], to: 'lapsed', words: 'lapsed' },
    offer_again: { from: ['declined', 'lapsed', 'ended'], to: 'offered', words: 'offered again' },
    end: { from: ['taken', 'offered'], to: 'ended', words: 'ended' },
  },
});

export interface PlaceMoments {
  readonly taken_at: string | null;
  readonly declined_at: string | null;
  readonly lapsed_at: string | null;
  readonly ended_at: string | null;
}

/** Where a place stands, from its moments. */
export const placeState = (place: PlaceMoments): PlaceState => {
  if (place.ended_at) return 'ended';
  if (place.declined_at) return 'declined';
  if (place.lapsed_at) return 'lapsed';
  return place.taken_at ? 'taken' : 'offered';
};

/** Whether a place holds a chair: taken, or offered and not yet answered. */
export const holdsAChair = (place: PlaceMoments): boolean => ['offered', 'taken'].includes(placeState(place));

/** Raises a Refusal when a group has no chair left. `held` counts taken places and open offers. */
export const assertRoom = (places: number, held: number): void => {
  if (held >= places)
    throw new Refusal(
      'Every place is taken or offered. The parent stays on the waiting list and keeps their turn.',
    );
};

export const endReasonWords = {
  finished: 'finished the course',
  moved_on: 'moved on after the birth',
  left: 'chose to leave',
  moved_away: 'moved away',
  loss: 'after a loss',
  could_not_reach: 'we could not reach them',
  mistake: 'was a mistake',
} as const;

export type EndReason = keyof typeof endReasonWords;

/** What is known of somebody who waits and of a group that has a chair, for saying whether they fit. */
export interface Waiting {
  readonly personId: string;
  readonly since: Temporal.Instant;
  readonly dueOn: Temporal.PlainDate | null;
  /** The last date on which a course can start for this pregnancy, by the template. */
  readonly lastStart: Temporal.PlainDate | null;
  readonly language: string;
  readonly interpreterNeeded: boolean;
  readonly accessNeeds: string;
}

export interface Chair {
  readonly startsOn: Temporal.PlainDate;
  readonly dueFrom: Temporal.PlainDate | null;
  readonly dueUntil: Temporal.PlainDate | null;
  readonly language: string;
  readonly stepFree: boolean | null;
  readonly online: boolean;
}

export interface Fit {
  readonly fits: boolean;
  readonly because: readonly string[];
}

const before = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0;

/**
 * Whether a group suits somebody who waits, in words. Only the calendar says no; language and access are said
 * aloud and left to the person who decides, because people know more of each other than a table does.
 */
export const fitOf = (waiting: Waiting, chair: Chair): Fit => {
  const because: string[] = [];
  let fits = true;
  if (waiting.lastStart && before(waiting.lastStart, chair.startsOn)) {
    fits = false;
    because.push('starts too late for the due date');
  }
  if (waiting.dueOn && chair.dueFrom && before(waiting.dueOn, chair.dueFrom))
    because.push('due before most of the group');
  if (waiting.dueOn && chair.dueUntil && before(chair.dueUntil, waiting.dueOn))
    because.push('due after most of the group');
  if (waiting.dueOn && because.length === 0) because.push('due date fits');
  if (!waiting.dueOn) because.push('no due date yet: ask first');
  if (waiting.interpreterNeeded && waiting.language !== chair.language) because.push('needs an interpreter');
  if (waiting.language === chair.language && chair.language !== 'en') because.push('same language');
  if (
    /wheel|step|stairs|walk|mobility/i.test(waiting.accessNeeds) &&
    chair.stepFree === false &&
    !chair.online
  )
    because.push('the room has steps: choose another room');
  return { fits, because };
};

/**
 * The order of a waiting list: whose last chance to start comes first, then who has waited longest.
 * Somebody without a due date waits in the order of asking, after those whose time is running out within six weeks.
 */
export const inTurn =
  (today: Temporal.PlainDate) =>
  (one: Waiting, other: Waiting): number => {
    const left = (each: Waiting) => (each.lastStart ? daysBetween(today, each.lastStart) : 42);
    return left(one) - left(other) || Temporal.Instant.compare(one.since, other.since);
  };
