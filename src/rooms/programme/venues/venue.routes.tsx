import { dateAt, momentAt } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { dateBoxes } from '#platform/forms/fields.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, notSensitive, page, type Route } from '#platform/http/page.ts';
import { type Centre, centre, centres } from '#rooms/people/door.ts';
import { clockTime } from '#ui/times.ts';
import { holidays } from '../holidays/holiday.queries.ts';
import * as paths from '../paths.ts';
import { centresToKeep, mayBook, mayKeepVenues, maySeeRooms } from '../programme.policy.ts';
import { bookRoom, cancelBooking, moveBooking } from './booking.commands.ts';
import { type BookingFacts, BookingPage, type VenueFacts, VenuePage, WEEKS } from './booking.pages.tsx';
import { addVenue, changeVenue } from './venue.commands.ts';
import { bookingForm, newVenueForm, venueForm, venuePrefill } from './venue.form.ts';
import { EditVenuePage, NewVenuePage, VenuesPage } from './venue.pages.tsx';
import { booking, bookingsOf, type Venue, venue, venues } from './venue.queries.ts';

const open = notSensitive('rooms and times, nothing of a person');

const list = page({
  path: paths.venues,
  can: (actor) => maySeeRooms(actor),
  audit: open,
  load: async (scope) => {
    const [found, all] = [await venues(scope), await centres(scope)];
    const mine = all.filter(({ id }) => maySeeRooms(scope.actor, id));
    return { venues: found, centres: mine };
  },
  show: (facts, view) => <VenuesPage facts={facts} view={view} />,
});

const add = page({
  path: paths.newVenue,
  can: (actor) => mayKeepVenues(actor),
  audit: open,
  load: async (scope): Promise<{ centres: readonly Centre[] }> => {
    const own = centresToKeep(scope.actor);
    return { centres: (await centres(scope)).filter(({ id }) => own.includes(id)) };
  },
  form: (facts) => newVenueForm(facts.centres.map(({ id }) => id)),
  submit: async (scope, { centre: centreId, ...fields }) => {
    const venueId = await addVenue(scope, centreId, fields);
    return {
      to: paths.venue({ venueId }),
      notice: { happened: 'The room is added.', next: 'It can be booked from now on.' },
    };
  },
  show: (facts, view) => <NewVenuePage centres={facts.centres} view={view} />,
});

const edit = page({
  path: paths.editVenue,
  can: (actor, { found }: { found: Venue }) => mayKeepVenues(actor, found.centreId),
  audit: open,
  load: async (scope, { params }) => {
    const found = await venue(scope, params.venueId);
    return found && { found };
  },
  form: venueForm,
  prefill: ({ found }) => venuePrefill(found),
  version: ({ found }) => found.version,
  submit: async (scope, value, { found }, ask) => {
    await changeVenue(scope, found.id, ask.version, value);
    return { to: paths.venue({ venueId: found.id }), notice: { happened: 'The room is saved.' } };
  },
  show: ({ found }, view) => <EditVenuePage venue={found} view={view} />,
});

const ahead = (asked: string | undefined): number =>
  WEEKS.find((weeks) => String(weeks) === asked) ?? WEEKS[0];

const placeOf = async (scope: Scope, venueId: string) => {
  const found = await venue(scope, venueId);
  const where = found && (await centre(scope, found.centreId));
  return found && where ? { venue: found, centre: where } : null;
};

/** Two moments of one day at a centre. A day that is over is a slip of the finger: nobody books yesterday. */
const momentsOf = (
  { on, from, until }: { on: Temporal.PlainDate; from: Temporal.PlainTime; until: Temporal.PlainTime },
  { zone }: Centre,
  now: Temporal.Instant,
) => {
  if (Temporal.PlainDate.compare(on, dateAt(now, zone)) < 0)
    throw new Refusal('This day is over. Enter today or a day to come.', 'on');
  return { from: momentAt(on, from, zone), until: momentAt(on, until, zone) };
};

const one = page({
  path: paths.venue,
  can: (actor, facts: VenueFacts) => maySeeRooms(actor, facts.venue.centreId),
  audit: open,
  load: async (scope, { params, query }) => {
    const place = await placeOf(scope, params.venueId);
    if (!place) return null;
    const weeks = ahead(query.weeks);
    const today = dateAt(scope.now, place.centre.zone);
    const end = today.add({ weeks });
    const start = momentAt(today, Temporal.PlainTime.from('00:00'), place.centre.zone);
    const found = await bookingsOf(
      scope,
      place.venue.id,
      start,
      momentAt(end, Temporal.PlainTime.from('00:00'), place.centre.zone),
    );
    return {
      ...place,
      weeks,
      bookings: found,
      holidays: await holidays(scope, place.centre.nation, today, end),
    };
  },
  form: bookingForm,
  submit: async (scope, value, facts) => {
    // Looking at a room and booking it are two rights; a page has one.
    if (!mayBook(scope.actor, facts.venue.centreId))
      throw new Refusal('Your role cannot book rooms. Ask an administrator.');
    const { from, until } = momentsOf(value, facts.centre, scope.now);
    await bookRoom(scope, {
      venueId: facts.venue.id,
      centreId: facts.venue.centreId,
      from,
      until,
      what: value.what,
    });
    return { to: paths.venue({ venueId: facts.venue.id }), notice: { happened: 'The room is booked.' } };
  },
  show: (facts, view) => <VenuePage facts={facts} view={view} />,
});

const bookingAt = async (scope: Scope, venueId: string, bookingId: string): Promise<BookingFacts | null> => {
  const found = await booking(scope, bookingId);
  if (!found || found.venueId !== venueId) return null;
  const place = await placeOf(scope, venueId);
  return place && { ...place, booking: found };
};

const change = page({
  path: paths.booking,
  can: (actor, facts: BookingFacts) => mayBook(actor, facts.booking.centreId),
  audit: open,
  load: (scope, { params }) => bookingAt(scope, params.venueId, params.bookingId),
  form: bookingForm,
  prefill: ({ booking: { what, from, until }, centre: { zone } }) => ({
    what,
    ...dateBoxes('on', from.toZonedDateTimeISO(zone).toPlainDate()),
    from: clockTime(from.toZonedDateTimeISO(zone).toPlainTime()),
    until: clockTime(until.toZonedDateTimeISO(zone).toPlainTime()),
  }),
  version: (facts) => facts.booking.version,
  submit: async (scope, value, facts, ask) => {
    const { from, until } = momentsOf(value, facts.centre, scope.now);
    await moveBooking(scope, facts.booking.id, { from, until, what: value.what, version: ask.version });
    return { to: paths.venue({ venueId: facts.venue.id }), notice: { happened: 'The booking is changed.' } };
  },
  show: (facts, view) => <BookingPage facts={facts} view={view} />,
});

const cancel = action({
  path: paths.cancelRoomBooking,
  can: (actor, facts: BookingFacts) => mayBook(actor, facts.booking.centreId),
  audit: open,
  load: (scope, { params }) => bookingAt(scope, params.venueId, params.bookingId),
  form: justAButton('cancel-booking'),
  back: (facts) => paths.venue({ venueId: facts.venue.id }),
  submit: async (scope, _, facts) => {
    await cancelBooking(scope, facts.booking.id);
    return {
      to: paths.venue({ venueId: facts.venue.id }),
      notice: { happened: 'The booking is cancelled.', next: 'The time is free for others.' },
    };
  },
});

export const venueRoutes: readonly Route[] = [list, add, one, edit, change, cancel];
