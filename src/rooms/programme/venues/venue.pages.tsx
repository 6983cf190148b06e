import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import type { Centre } from '#rooms/people/door.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  Fieldset,
  Form,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Card, Empty, Heading, Lede, Muted, Row, Rows, type SummaryRow, Tag } from '#ui/show.tsx';
import { counted } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { centresToKeep } from '../programme.policy.ts';
import type { Venue } from './venue.queries.ts';
import { venueName } from './venue.rules.ts';

const held = ({ capacity, crechePlaces, stepFree }: Venue) =>
  [
    counted(capacity, 'person', 'people'),
    crechePlaces > 0 ? counted(crechePlaces, 'crèche place') : 'no crèche',
    stepFree ? 'step-free' : 'steps at the way in',
  ].join(', ');

export interface VenuesFacts {
  readonly venues: readonly Venue[];
  readonly centres: readonly Centre[];
}

export const VenuesPage = ({
  facts: { venues, centres },
  view,
}: {
  facts: VenuesFacts;
  view: View;
}): VNode => (
  <Frame view={view} title="Venues">
    <Heading>Venues</Heading>
    <Lede>Rooms where groups meet, and when they are taken.</Lede>
    <ButtonRow>
      {centresToKeep(view.actor).length > 0 ? (
        <ButtonLink href={paths.newVenue()} kind="secondary">
          Add a room
        </ButtonLink>
      ) : null}
      <ButtonLink href={paths.bankHolidays()} kind="secondary">
        Bank holidays
      </ButtonLink>
    </ButtonRow>
    {venues.length === 0 ? (
      <Empty title="There are no rooms yet">An administrator or programme coordinator adds them here.</Empty>
    ) : (
      centres.map((centre) => {
        const rooms = venues.filter(({ centreId }) => centreId === centre.id);
        return rooms.length === 0 ? null : (
          <Card key={centre.id} title={centre.name}>
            <Rows>
              {rooms.map((each) => (
                <Row
                  key={each.id}
                  action={{
                    href: paths.venue({ venueId: each.id }),
                    label: 'Times',
                    about: `of ${venueName(each)}`,
                  }}
                >
                  <a href={paths.venue({ venueId: each.id })}>
                    <strong>{venueName(each)}</strong>
                  </a>{' '}
                  {each.closed ? <Tag tone="grey">Closed</Tag> : null}
                  <br />
                  <Muted>{held(each)}</Muted>
                </Row>
              ))}
            </Rows>
          </Card>
        );
      })
    )}
  </Frame>
);

/** What there is to know about a room before going there. */
export const venueRows = (venue: Venue): readonly SummaryRow[] => [
  {
    label: 'Where',
    value: (
      <>
        {venue.address}, {venue.postcode}
      </>
    ),
  },
  { label: 'Holds', value: counted(venue.capacity, 'person', 'people') },
  { label: 'Crèche', value: venue.crechePlaces > 0 ? counted(venue.crechePlaces, 'place') : 'None' },
  { label: 'Way in', value: venue.stepFree ? 'Step-free' : 'There are steps at the way in' },
  ...[
    { label: 'Parking', value: venue.parking },
    { label: 'Bus and train', value: venue.transport },
    { label: 'Good to know', value: venue.notes },
  ].filter(({ value }) => value !== ''),
];

const Fields = ({ view: { form }, closing }: { view: View; closing: boolean }) => (
  <>
    <TextField form={form} name="name" label="Building" hint="Such as Hartley Children’s Centre." />
    <TextField
      form={form}
      name="room"
      label="Room"
      hint="Such as Oak Room. Leave it empty when the building has one room."
    />
    <TextArea form={form} name="address" label="Address" rows={2} />
    <TextField form={form} name="postcode" label="Postcode" width={10} />
    <Fieldset legend="Who fits">
      <TextField form={form} name="capacity" label="People the room holds" inputmode="numeric" width={3} />
      <TextField form={form} name="creche" label="Crèche places" inputmode="numeric" width={3} />
      <RadioField
        form={form}
        name="stepFree"
        legend="Is there a way in without steps?"
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        inline
      />
    </Fieldset>
    <Fieldset legend="Getting there">
      <TextArea form={form} name="parking" label="Parking" rows={2} />
      <TextArea form={form} name="transport" label="Bus and train" rows={2} />
    </Fieldset>
    <TextArea
      form={form}
      name="notes"
      label="Good to know"
      hint="Such as where the key is, or where to leave a pram."
      rows={3}
    />
    {closing ? (
      <Checkbox
        form={form}
        name="closed"
        label="This room is closed"
        hint="Nobody can book it any more. Bookings that stand keep standing."
      />
    ) : null}
  </>
);

export const NewVenuePage = ({ centres, view }: { centres: readonly Centre[]; view: View }): VNode => (
  <Frame view={view} title="Add a room" back={{ href: paths.venues(), label: 'Venues' }}>
    <Heading>Add a room</Heading>
    <Form form={view.form}>
      <SelectField
        form={view.form}
        name="centre"
        label="Centre"
        options={[
          ...(centres.length === 1 ? [] : [{ value: '', label: 'Choose a centre' }]),
          ...centres.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Fields view={view} closing={false} />
      <ButtonRow>
        <Button>Add the room</Button>
      </ButtonRow>
    </Form>
  </Frame>
);

export const EditVenuePage = ({ venue, view }: { venue: Venue; view: View }): VNode => (
  <Frame
    view={view}
    title={`Change ${venueName(venue)}`}
    back={{ href: paths.venue({ venueId: venue.id }), label: venueName(venue) }}
  >
    <Heading>Change {venueName(venue)}</Heading>
    <Form form={view.form}>
      <Fields view={view} closing />
      <ButtonRow>
        <Button>Save the room</Button>
      </ButtonRow>
    </Form>
  </Frame>
);
