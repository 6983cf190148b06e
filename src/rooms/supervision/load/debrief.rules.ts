import { lifecycle } from '#kernel/lifecycle.ts';

export type DebriefState = 'open' | 'taken' | 'offered' | 'held' | 'declined' | 'dropped';

/** What of a talk has happened so far. */
export interface DebriefMoments {
  readonly takenAt: Temporal.Instant | null;
  readonly offeredAt: Temporal.Instant | null;
  readonly closedWhy: 'held' | 'no_thanks' | 'taken_back' | null;
}

/** The life of a talk after something hard. */
export const debriefLife = lifecycle({
  name: 'talk',
  states: {
    open: 'waiting to be offered',
    taken: 'taken on by somebody who rings',
    offered: 'offered',
    held: 'held',
    declined: 'not wanted',
    dropped: 'no longer needed',
  },
  moves: {
    take: { from: ['open', 'taken', 'offered'], to: 'taken', words: 'taken on' },
    offer: { from: ['open', 'taken', 'offered'], to: 'offered', words: 'offered' },
    hold: { from: ['open', 'taken', 'offered'], to: 'held', words: 'held' },
    decline: { from: ['open', 'taken', 'offered'], to: 'declined', words: 'declined' },
    take_back: { from: ['open', 'taken'], to: 'dropped', words: 'taken back' },
  },
});

/** Where a talk stands, read from what happened. */
export const debriefState = ({ takenAt, offeredAt, closedWhy }: DebriefMoments): DebriefState => {
  if (closedWhy === 'held') return 'held';
  if (closedWhy === 'no_thanks') return 'declined';
  if (closedWhy === 'taken_back') return 'dropped';
  if (offeredAt) return 'offered';
  return takenAt ? 'taken' : 'open';
};

/** How late an offer is: not at all, past its day, or so long past that the coordinator is told as well. */
export type Lateness = 'in_time' | 'late' | 'very_late';

/** The coordinator hears of it once the time to offer has gone by twice: by 48 hours, where a day is given. */
export const latenessOf = (
  debrief: {
    readonly openedAt: Temporal.Instant;
    readonly offerBy: Temporal.Instant;
    readonly state: DebriefState;
  },
  now: Temporal.Instant,
): Lateness => {
  if (debrief.state !== 'open' && debrief.state !== 'taken') return 'in_time';
  if (Temporal.Instant.compare(now, debrief.offerBy) <= 0) return 'in_time';
  return Temporal.Instant.compare(now, veryLateAt(debrief)) > 0 ? 'very_late' : 'late';
};

/** The moment from which the coordinator is told too. */
export const veryLateAt = (debrief: {
  readonly openedAt: Temporal.Instant;
  readonly offerBy: Temporal.Instant;
}): Temporal.Instant => debrief.offerBy.add(debrief.offerBy.since(debrief.openedAt));
