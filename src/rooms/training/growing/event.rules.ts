/** What somebody may come to: the words a page says, in the order a form offers them. */
export const EVENT_KINDS = ['refresher', 'shared', 'talk', 'visit'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const kindWords: Readonly<Record<EventKind, { readonly name: string; readonly hint: string }>> = {
  refresher: { name: 'Refresher', hint: 'Going over something again that people have learned before.' },
  shared: {
    name: 'Shared learning',
    hint: 'Volunteers and the professionals of the building learn from each other.',
  },
  talk: { name: 'Talk', hint: 'Somebody comes and tells about their work or their life.' },
  visit: { name: 'Visit', hint: 'You go and see another place together.' },
};

/** What `renews` says when a refresher goes over the topic of the safeguarding course. */
export const SAFEGUARDING_TOPIC = 'safeguarding';

export interface EventMoments {
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly calledOffAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
}

export type EventState = 'ahead' | 'on_now' | 'to_close' | 'closed' | 'called_off';

/** The moment an event is over. */
export const endOf = ({ startsAt, minutes }: Pick<EventMoments, 'startsAt' | 'minutes'>): Temporal.Instant =>
  startsAt.add({ minutes });

/** Where an event stands: ahead, going on, over with nobody having written down who came, closed, or called off. */
export const eventState = (event: EventMoments, now: Temporal.Instant): EventState => {
  if (event.calledOffAt) return 'called_off';
  if (event.closedAt) return 'closed';
  if (Temporal.Instant.compare(now, event.startsAt) < 0) return 'ahead';
  return Temporal.Instant.compare(now, endOf(event)) < 0 ? 'on_now' : 'to_close';
};

/** Whether somebody may still say yes or no: until it begins, and not once it is called off. */
export const mayAnswerEvent = (event: EventMoments, now: Temporal.Instant): boolean =>
  eventState(event, now) === 'ahead';

/** How many places are left; null where as many may come as like. Never below zero. */
export const placesLeft = (places: number | null, coming: number): number | null =>
  places === null ? null : Math.max(0, places - coming);

/** Which changes of an event those who come must hear of, and a calendar must take up: another time, length or place. */
export const isMoved = (
  before: Pick<EventMoments, 'startsAt' | 'minutes'> & { readonly place: string },
  after: Pick<EventMoments, 'startsAt' | 'minutes'> & { readonly place: string },
): boolean =>
  Temporal.Instant.compare(before.startsAt, after.startsAt) !== 0 ||
  before.minutes !== after.minutes ||
  before.place !== after.place;
