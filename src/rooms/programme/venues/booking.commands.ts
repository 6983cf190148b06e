import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { centre } from '#rooms/people/door.ts';
import { dayAndDate, timeRange } from '#ui/times.ts';
import { type Booking, booking, bookingsOf, type Venue, venue } from './venue.queries.ts';
import { venueName } from './venue.rules.ts';

/** The zone in which the words of a refusal say the time. */
const zoneOf = async (scope: Scope, centreId: string): Promise<string> => {
  const found = await centre(scope, centreId);
  if (!found) throw new NotFound('centre');
  return found.zone;
};

const taken = (place: Venue, holder: Booking | undefined, zone: string): Refusal => {
  if (!holder)
    return new Refusal(
      `Another centre has ${venueName(place)} then. Choose another time or another room.`,
      'from',
    );
  const from = holder.from.toZonedDateTimeISO(zone);
  const until = holder.until.toZonedDateTimeISO(zone);
  return new Refusal(
    `${venueName(place)} is taken on ${dayAndDate(from.toPlainDate())}, ${timeRange(from.toPlainTime(), until.toPlainTime())}: ${holder.what}. Choose another time or another room.`,
    'from',
  );
};

const isCollision = (error: unknown) => (error as { code?: unknown } | null)?.code === '23P01';

/**
 * Looks first, so that the refusal can say who has the room; the constraint of the database is the last line, behind
 * a savepoint so that a refused booking leaves the rest of a transaction (the other seven of a course) alive.
 */
const claim = async (
  scope: Scope,
  place: Venue,
  from: Temporal.Instant,
  until: Temporal.Instant,
  own: string | null,
  write: () => Promise<void>,
) => {
  const { tx } = scope;
  if (Temporal.Instant.compare(from, until) >= 0)
    throw new Refusal('The end comes before the start. Look at the times again.', 'until');
  // Two who write at the same moment would each wait for the other inside the constraint.
  await sql`select pg_advisory_xact_lock(hashtextextended(${place.id}, 20))`.execute(tx);
  const holder = async () => (await bookingsOf(scope, place.id, from, until)).find(({ id }) => id !== own);
  const before = await holder();
  if (before) throw taken(place, before, await zoneOf(scope, place.centreId));
  await sql`savepoint booking`.execute(tx);
  try {
    await write();
  } catch (error) {
    if (!isCollision(error)) throw error;
    await sql`rollback to savepoint booking`.execute(tx);
    throw taken(place, await holder(), await zoneOf(scope, place.centreId));
  }
  await sql`release savepoint booking`.execute(tx);
};

const openVenue = async (scope: Scope, id: string): Promise<Venue> => {
  const place = await venue(scope, id);
  if (!place) throw new NotFound('venue');
  if (place.closed) throw new Refusal(`${venueName(place)} is closed. Choose another room.`, 'venue');
  return place;
};

const during = (from: Temporal.Instant, until: Temporal.Instant) =>
  sql<string>`tstzrange(${from.toString()}, ${until.toString()}, '[)')`;

/**
 * Books a room and gives the id of the booking. Raises a Refusal that says who has the room when it is taken (the
 * transaction stays alive), when the end is not after the start or the room is closed; NotFound without such a room.
 */
export const bookRoom = async (
  scope: Scope,
  ask: {
    readonly venueId: string;
    readonly centreId: string;
    readonly from: Temporal.Instant;
    readonly until: Temporal.Instant;
    readonly what: string;
  },
): Promise<string> => {
  const { tx, actor, now } = scope;
  const place = await openVenue(scope, ask.venueId);
  const id = newId();
  await claim(scope, place, ask.from, ask.until, null, async () => {
    await tx
      .insertInto('programme.bookings')
      .values({
        organisation_id: actor.organisationId,
        id,
        centre_id: ask.centreId,
        venue_id: place.id,
        during: during(ask.from, ask.until),
        what: ask.what,
        made_by: accountOf(actor),
        made_at: now.toString(),
      })
      .execute();
  });
  await scope.audit('programme.room_booked', { kind: 'booking', id, centreId: ask.centreId });
  return id;
};

/**
 * Moves a booking to another time, another room or both. Raises a Refusal as bookRoom does, NotFound when it does
 * not stand any more, StaleEdit when `version` is given and is not the booking's.
 */
export const moveBooking = async (
  scope: Scope,
  id: string,
  to: {
    readonly from: Temporal.Instant;
    readonly until: Temporal.Instant;
    readonly venueId?: string;
    readonly what?: string;
    readonly version?: number;
  },
): Promise<void> => {
  const { tx, actor } = scope;
  const old = await booking(scope, id);
  if (!old) throw new NotFound('booking');
  const place = await openVenue(scope, to.venueId ?? old.venueId);
  await claim(scope, place, to.from, to.until, id, async () => {
    const moved = await tx
      .updateTable('programme.bookings')
      .set({
        venue_id: place.id,
        during: during(to.from, to.until),
        what: to.what ?? old.what,
        version: old.version + 1,
      })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', id)
      .where('version', '=', to.version ?? old.version)
      .where('cancelled_at', 'is', null)
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) throw new StaleEdit('booking');
  });
  await scope.audit('programme.booking_moved', { kind: 'booking', id, centreId: old.centreId });
};

/** Lets a room go: the time is free at once. Cancelling twice changes nothing. Raises NotFound for a booking unknown here. */
export const cancelBooking = async (scope: Scope, id: string): Promise<void> => {
  const { tx, actor, now } = scope;
  const known = await tx
    .selectFrom('programme.bookings')
    .select(['centre_id', 'cancelled_at'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!known) throw new NotFound('booking');
  if (known.cancelled_at !== null) return;
  await tx
    .updateTable('programme.bookings')
    .set((eb) => ({ cancelled_at: now.toString(), version: eb('version', '+', 1) }))
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .execute();
  await scope.audit('programme.booking_cancelled', { kind: 'booking', id, centreId: known.centre_id });
};
