import {
  date,
  oneOfThese,
  optionalText,
  text,
  tick,
  time,
  wholeNumber,
  yesNo,
} from '#platform/forms/fields.ts';
import { form, type Typed } from '#platform/forms/form.ts';
import type { Venue } from './venue.queries.ts';

const room = {
  name: text('Enter the name of the building.', 120),
  room: optionalText(120),
  address: text('Enter the address.', 300),
  postcode: text('Enter the postcode.', 10),
  capacity: wholeNumber('Say how many people the room holds.', 1, 500),
  creche: wholeNumber('Say how many crèche places there are. Enter 0 when there are none.', 0, 100),
  stepFree: yesNo('Say whether there is a way in without steps.'),
  parking: optionalText(600),
  transport: optionalText(600),
  notes: optionalText(2000),
  closed: tick(),
};

/** A room at a centre that was chosen already. */
export const venueForm = form('venue', room);

/** A new room at one of these centres. */
export const newVenueForm = (centreIds: readonly string[]) =>
  form('new-venue', { centre: oneOfThese(centreIds, 'Choose the centre it belongs to.'), ...room });

export type VenueFields = Extract<ReturnType<typeof venueForm.parse>, { ok: true }>['value'];

export const venuePrefill = (venue: Venue): Typed => ({
  name: venue.name,
  room: venue.room,
  address: venue.address,
  postcode: venue.postcode,
  capacity: String(venue.capacity),
  creche: String(venue.crechePlaces),
  stepFree: venue.stepFree ? 'yes' : 'no',
  parking: venue.parking,
  transport: venue.transport,
  notes: venue.notes,
  closed: venue.closed ? 'yes' : '',
});

/** When a room is wanted, and what for. */
export const bookingForm = form(
  'booking',
  {
    what: text('Say what the room is for.', 120),
    on: date('Enter the day.'),
    from: time('Enter when it starts.'),
    until: time('Enter when it ends.'),
  },
  ({ from, until }) =>
    Temporal.PlainTime.compare(from, until) < 0
      ? []
      : [{ field: 'until', message: 'The end has to come after the start, on the same day.' }],
);
