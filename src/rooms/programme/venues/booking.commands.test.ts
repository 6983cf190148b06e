import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { bookRoom, cancelBooking, moveBooking } from '../door.ts';
import { bookingsOf } from './venue.queries.ts';

let here: Stand;
let office: AccountActor;
beforeAll(async () => {
  here = await openStand();
  office = await here.staff('administrator');
});
afterAll(() => here.close());

const at = (time: string) => Temporal.Instant.from(`2026-11-26T${time}:00Z`);
const ask = (venueId: string, from: string, until: string, what = 'Autumn group, session 5') => ({
  venueId,
  centreId: here.centreId,
  from: at(from),
  until: at(until),
  what,
});
const whole = [at('00:00'), at('23:00')] as const;

describe('booking a room', () => {
  it('keeps the time, and the very next minute is free', async () => {
    const venueId = await here.openVenue();
    const id = await here.as(office, (scope) => bookRoom(scope, ask(venueId, '10:30', '12:30')));
    await here.as(office, (scope) => bookRoom(scope, ask(venueId, '12:30', '13:30', 'Coffee morning')));
    const found = await here.as(office, (scope) => bookingsOf(scope, venueId, ...whole));
    expect(found.map(({ what }) => what)).toEqual(['Autumn group, session 5', 'Coffee morning']);
    expect(found[0]).toMatchObject({ id, from: at('10:30'), until: at('12:30') });
  });

  it('says who has it when it is taken, in the time of the place', async () => {
    const venueId = await here.openVenue();
    await here.as(office, (scope) => bookRoom(scope, ask(venueId, '10:30', '12:30')));
    const refused = here.as(office, (scope) => bookRoom(scope, ask(venueId, '12:00', '13:00')));
    await expect(refused).rejects.toThrow(
      'Oak Room, Children’s Centre is taken on Thursday 26 November, 10.30am to 12.30pm: Autumn group, session 5. Choose another time or another room.',
    );
  });

  it('does not poison the transaction: the other bookings of a course still stand', async () => {
    const venueId = await here.openVenue();
    await here.as(office, (scope) => bookRoom(scope, ask(venueId, '10:00', '11:00', 'Clinic')));
    await here.as(office, async (scope) => {
      await expect(bookRoom(scope, ask(venueId, '10:30', '12:30'))).rejects.toThrow(Refusal);
      await bookRoom(scope, ask(venueId, '14:00', '16:00'));
    });
    const found = await here.as(office, (scope) => bookingsOf(scope, venueId, ...whole));
    expect(found.map(({ what }) => what)).toEqual(['Clinic', 'Autumn group, session 5']);
  });

  it('holds when the one who has it cannot be seen: the constraint is the last line', async () => {
    const venueId = await here.openVenue();
    const theirs = { ...ask(venueId, '10:30', '12:30', 'Theirs'), centreId: here.otherCentreId };
    await here.system((scope) => bookRoom(scope, theirs));
    await here.as(office, async (scope) => {
      await expect(bookRoom(scope, ask(venueId, '11:00', '12:00'))).rejects.toThrow(/^Another centre has/);
      await bookRoom(scope, ask(venueId, '14:00', '16:00'));
    });
    expect(await here.as(office, (scope) => bookingsOf(scope, venueId, ...whole))).toHaveLength(1);
  });

  it('gives the room to one of many who ask at once', async () => {
    const venueId = await here.openVenue();
    const asked = Array.from({ length: 8 }, (_, index) =>
      here.as(office, (scope) => bookRoom(scope, ask(venueId, '10:30', '12:30', `Group ${index}`))),
    );
    const ends = await Promise.allSettled(asked);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Refusal);
  });

  it('refuses an end before its start, a closed room, and a room of another organisation', async () => {
    const venueId = await here.openVenue();
    await expect(here.as(office, (scope) => bookRoom(scope, ask(venueId, '12:30', '10:30')))).rejects.toThrow(
      /end comes before the start/,
    );
    await here.system(({ tx }) =>
      tx
        .updateTable('programme.venues')
        .set({ closed_at: '2026-11-01T00:00:00Z' })
        .where('id', '=', venueId)
        .execute(),
    );
    await expect(here.as(office, (scope) => bookRoom(scope, ask(venueId, '10:30', '12:30')))).rejects.toThrow(
      /is closed/,
    );
    const there = await here.neighbour();
    const foreign = await there.openVenue('Elsewhere');
    await expect(here.as(office, (scope) => bookRoom(scope, ask(foreign, '10:30', '12:30')))).rejects.toThrow(
      NotFound,
    );
  });
});

describe('a booking that stands', () => {
  it('moves within its own time, and not onto another', async () => {
    const venueId = await here.openVenue();
    const id = await here.as(office, (scope) => bookRoom(scope, ask(venueId, '10:00', '12:00')));
    await here.as(office, (scope) => bookRoom(scope, ask(venueId, '13:00', '14:00', 'Clinic')));
    await here.as(office, (scope) => moveBooking(scope, id, { from: at('10:30'), until: at('12:30') }));
    const onto = { from: at('12:00'), until: at('13:30') };
    await expect(here.as(office, (scope) => moveBooking(scope, id, onto))).rejects.toThrow(/: Clinic\./);
    const [kept] = await here.as(office, (scope) => bookingsOf(scope, venueId, ...whole));
    expect(kept).toMatchObject({ from: at('10:30'), until: at('12:30'), version: 2 });
  });

  it('is not moved by somebody who read an older one', async () => {
    const venueId = await here.openVenue();
    const id = await here.as(office, (scope) => bookRoom(scope, ask(venueId, '10:00', '12:00')));
    const later = { from: at('14:00'), until: at('16:00'), version: 1 };
    await here.as(office, (scope) => moveBooking(scope, id, later));
    await expect(here.as(office, (scope) => moveBooking(scope, id, later))).rejects.toThrow(StaleEdit);
  });

  it('frees the room when it is cancelled, once or twice', async () => {
    const venueId = await here.openVenue();
    const id = await here.as(office, (scope) => bookRoom(scope, ask(venueId, '10:00', '12:00')));
    await here.as(office, (scope) => cancelBooking(scope, id));
    await here.as(office, (scope) => cancelBooking(scope, id));
    await here.as(office, (scope) => bookRoom(scope, ask(venueId, '10:00', '12:00', 'Clinic')));
    const found = await here.as(office, (scope) => bookingsOf(scope, venueId, ...whole));
    expect(found.map(({ what }) => what)).toEqual(['Clinic']);
    await expect(
      here.as(office, (scope) => moveBooking(scope, id, { from: at('14:00'), until: at('15:00') })),
    ).rejects.toThrow(NotFound);
  });
});
