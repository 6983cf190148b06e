import type { DiaryEntry } from '#platform/calendar/entry.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { eventsOf } from './event.queries.ts';

/**
 * The learning events that an account said yes to, for their calendar, in a stretch of time: from the first moment on,
 * up to and without the second. Titles are neutral; one that was called off is cancelled there too.
 */
export const learningEventsDiary = async (
  scope: Scope,
  accountId: string,
  between: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<readonly DiaryEntry[]> =>
  (await eventsOf(scope, accountId, between)).map((event) => ({
    uid: `learning_events-${event.id}`,
    sequence: event.sequence,
    startsAt: event.startsAt,
    minutes: event.minutes,
    zone: event.zone,
    title: 'Course',
    place: event.place === '' ? null : event.place,
    cancelled: event.calledOffAt !== null,
    changedAt: event.changedAt,
  }));
