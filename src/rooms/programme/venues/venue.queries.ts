import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';

/** A room where groups meet. */
export interface Venue {
  readonly id: string;
  readonly centreId: string;
  readonly name: string;
  readonly room: string;
  readonly address: string;
  readonly postcode: string;
  readonly capacity: number;
  readonly crechePlaces: number;
  readonly stepFree: boolean;
  readonly parking: string;
  readonly transport: string;
  readonly notes: string;
  readonly closed: boolean;
  readonly version: number;
}

const base = ({ tx, actor }: Scope) =>
  tx.selectFrom('programme.venues').selectAll().where('organisation_id', '=', actor.organisationId);

const venueOf = (row: Awaited<ReturnType<ReturnType<typeof base>['execute']>>[number]): Venue => ({
  id: row.id,
  centreId: row.centre_id,
  name: row.name,
  room: row.room,
  address: row.address,
  postcode: row.postcode,
  capacity: row.capacity,
  crechePlaces: row.creche_places,
  stepFree: row.step_free,
  parking: row.parking,
  transport: row.transport,
  notes: row.notes,
  closed: row.closed_at !== null,
  version: row.version,
});

/** The rooms of a centre, or (without one) of every centre the actor may see; open ones first, then by name. */
export const venues = async (scope: Scope, centreId?: string): Promise<readonly Venue[]> => {
  let query = base(scope);
  if (centreId !== undefined) query = query.where('centre_id', '=', centreId);
  const rows = await query
    .orderBy(sql`closed_at is not null`)
    .orderBy(sql`name collate "en-x-icu"`)
    .orderBy(sql`room collate "en-x-icu"`)
    .execute();
  return rows.map(venueOf);
};

/** One room; null when there is none for this actor. */
export const venue = async (scope: Scope, id: string): Promise<Venue | null> => {
  const row = await base(scope).where('id', '=', id).executeTakeFirst();
  return row ? venueOf(row) : null;
};

/** A time a room is taken. */
export interface Booking {
  readonly id: string;
  readonly venueId: string;
  readonly centreId: string;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly what: string;
  readonly version: number;
}

const bookingsBase = ({ tx, actor }: Scope) =>
  tx
    .selectFrom('programme.bookings')
    .select(['id', 'venue_id', 'centre_id', 'what', 'version'])
    .select([sql<string>`lower(during)`.as('from'), sql<string>`upper(during)`.as('until')])
    .where('organisation_id', '=', actor.organisationId)
    .where('cancelled_at', 'is', null);

const bookingOf = (
  row: Awaited<ReturnType<ReturnType<typeof bookingsBase>['execute']>>[number],
): Booking => ({
  id: row.id,
  venueId: row.venue_id,
  centreId: row.centre_id,
  from: Temporal.Instant.from(row.from),
  until: Temporal.Instant.from(row.until),
  what: row.what,
  version: row.version,
});

/** When a room is taken between two moments, in order of time; cancelled bookings are not among them. */
export const bookingsOf = async (
  scope: Scope,
  venueId: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly Booking[]> => {
  const rows = await bookingsBase(scope)
    .where('venue_id', '=', venueId)
    .where(sql<boolean>`during && tstzrange(${from.toString()}, ${until.toString()}, '[)')`)
    .orderBy(sql`lower(during)`)
    .execute();
  return rows.map(bookingOf);
};

/** One booking that stands; null when there is none for this actor, or it was cancelled. */
export const booking = async (scope: Scope, id: string): Promise<Booking | null> => {
  const row = await bookingsBase(scope).where('id', '=', id).executeTakeFirst();
  return row ? bookingOf(row) : null;
};
