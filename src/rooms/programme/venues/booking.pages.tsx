import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import type { Centre } from '#rooms/people/door.ts';
import { Button, ButtonLink, ButtonRow, DateField, Form, TextField, TimeField } from '#ui/form.tsx';
import { Card, Columns, Empty, Heading, Inset, Row, Rows, SummaryList, Tag } from '#ui/show.tsx';
import { dayAndDate, shortDay, timeRange } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { mayBook, mayKeepVenues } from '../programme.policy.ts';
import { venueRows } from './venue.pages.tsx';
import type { Booking, Venue } from './venue.queries.ts';
import { venueName } from './venue.rules.ts';

export interface VenueFacts {
  readonly venue: Venue;
  readonly centre: Centre;
  readonly bookings: readonly Booking[];
  readonly weeks: number;
  readonly holidays: ReadonlySet<string>;
}

export const WEEKS = [6, 12, 26] as const;

const dayOf = (booking: Booking, zone: string) => booking.from.toZonedDateTimeISO(zone).toPlainDate();

/** "10.30am to 12.30pm", in the time of the place. */
export const hoursOf = (booking: Booking, zone: string): string =>
  timeRange(
    booking.from.toZonedDateTimeISO(zone).toPlainTime(),
    booking.until.toZonedDateTimeISO(zone).toPlainTime(),
  );

export const VenuePage = ({ facts, view }: { facts: VenueFacts; view: View }): VNode => {
  const { venue, centre } = facts;
  return (
    <Frame view={view} title={venueName(venue)} back={{ href: paths.venues(), label: 'Venues' }} wide>
      <Heading above={centre.name}>{venueName(venue)}</Heading>
      {venue.closed ? (
        <Inset tone="grey">
          <p>This room is closed. Nobody can book it; the bookings below still stand.</p>
        </Inset>
      ) : null}
      <Columns
        aside={
          <>
            <Card title="The room">
              <SummaryList rows={venueRows(venue)} />
              {mayKeepVenues(view.actor, venue.centreId) ? (
                <ButtonLink href={paths.editVenue({ venueId: venue.id })} kind="secondary" small>
                  Change the room
                </ButtonLink>
              ) : null}
            </Card>
            {mayBook(view.actor, venue.centreId) && !venue.closed ? (
              <Card title="Book this room">
                <Form form={view.form}>
                  <BookingFields view={view} />
                  <ButtonRow>
                    <Button>Book the room</Button>
                  </ButtonRow>
                </Form>
              </Card>
            ) : null}
          </>
        }
      >
        <Taken facts={facts} view={view} />
      </Columns>
    </Frame>
  );
};

const Taken = ({
  facts: { venue, centre, bookings, weeks, holidays },
  view,
}: {
  facts: VenueFacts;
  view: View;
}) => (
  <Card title={`The next ${weeks} weeks`}>
    <p class="k-no-print">
      {WEEKS.filter((each) => each !== weeks).map((each, index) => (
        <>
          {index > 0 ? ' · ' : null}
          <a href={paths.venue({ venueId: venue.id }, { weeks: String(each) })}>Show {each} weeks</a>
        </>
      ))}
    </p>
    {bookings.length === 0 ? (
      <Empty title="The room is free">Nobody has booked it in this time.</Empty>
    ) : (
      <Rows>
        {bookings.map((each) => {
          const day = dayOf(each, centre.zone);
          return (
            <Row
              key={each.id}
              marker={shortDay(day)}
              action={
                mayBook(view.actor, each.centreId)
                  ? {
                      href: paths.booking({ venueId: venue.id, bookingId: each.id }),
                      label: 'Change',
                      about: `${each.what}, ${dayAndDate(day)}`,
                    }
                  : undefined
              }
            >
              <strong>{hoursOf(each, centre.zone)}</strong>
              {holidays.has(day.toString()) ? (
                <>
                  {' '}
                  <Tag tone="honey">Bank holiday</Tag>
                </>
              ) : null}
              <br />
              {each.what}
            </Row>
          );
        })}
      </Rows>
    )}
  </Card>
);

const BookingFields = ({ view: { form } }: { view: View }) => (
  <>
    <TextField
      form={form}
      name="what"
      label="What for"
      hint="Others see this. No names of parents, please."
    />
    <DateField form={form} name="on" legend="Day" />
    <TimeField form={form} name="from" label="From" />
    <TimeField form={form} name="until" label="Until" hint="On the same day." />
  </>
);

export interface BookingFacts {
  readonly venue: Venue;
  readonly centre: Centre;
  readonly booking: Booking;
}

export const BookingPage = ({
  facts: { venue, centre, booking },
  view,
}: {
  facts: BookingFacts;
  view: View;
}): VNode => (
  <Frame
    view={view}
    title="Change a booking"
    back={{ href: paths.venue({ venueId: venue.id }), label: venueName(venue) }}
  >
    <Heading above={venueName(venue)}>Change a booking</Heading>
    <p>
      {booking.what}: {dayAndDate(dayOf(booking, centre.zone), { today: view.today })},{' '}
      {hoursOf(booking, centre.zone)}.
    </p>
    <Form form={view.form}>
      <BookingFields view={view} />
      <ButtonRow>
        <Button>Save the booking</Button>
        <Button
          kind="warning"
          formaction={paths.cancelRoomBooking({ venueId: venue.id, bookingId: booking.id })}
          about={`of ${venueName(venue)}`}
        >
          Cancel the booking
        </Button>
      </ButtonRow>
    </Form>
    <Inset>
      <p>
        A booking made with a session is better moved or called off on the page of the session, which tells
        the parents.
      </p>
    </Inset>
  </Frame>
);
