import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarText } from './calendar.ts';
import type { DiaryEntry } from './entry.ts';

const LONDON = 'Europe/London';
const ORGANISATION = '0193a1b2-0000-7000-8000-000000000001';

const instant = (text: string) => Temporal.Instant.from(text);
const wall = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(LONDON).toInstant();

const entry = (change: Partial<DiaryEntry> = {}): DiaryEntry => ({
  uid: 'supervision-meetings-1',
  sequence: 0,
  startsAt: wall('2026-12-03T18:00'),
  minutes: 60,
  zone: LONDON,
  title: 'Meeting',
  place: 'Oak Room',
  cancelled: false,
  changedAt: instant('2026-07-14T09:30:00Z'),
  ...change,
});

const written = (entries: readonly DiaryEntry[], places = false) =>
  calendarText(entries, { organisationId: ORGANISATION, places });

/** As any calendar reads it: with the rules of the clock that are inside the text, and no others. */
const readBack = (text: string) => {
  const whole = new ICAL.Component(ICAL.parse(text));
  const rules = whole.getAllSubcomponents('vtimezone').map((each) => new ICAL.Timezone(each));
  return whole.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const momentOf = (name: string) => {
      const property = component.getFirstProperty(name);
      const time = property?.getFirstValue();
      if (!property || !(time instanceof ICAL.Time)) throw new Error(`no ${name}`);
      const zone = rules.find(({ tzid }) => tzid === property.getParameter('tzid'));
      if (zone) time.zone = zone;
      return { at: Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000), said: time.toString() };
    };
    return {
      uid: event.uid,
      sequence: event.sequence,
      title: event.summary,
      status: component.getFirstPropertyValue('status'),
      location: component.getFirstPropertyValue('location'),
      start: momentOf('dtstart'),
      end: momentOf('dtend'),
      stamp: momentOf('dtstamp'),
      modified: momentOf('last-modified'),
    };
  });
};
const only = (text: string) => {
  const [found, ...others] = readBack(text);
  if (!found || others.length > 0) throw new Error('not one entry');
  return found;
};

test.each([
  ['before the clocks go back', '2026-10-24T18:00', '2026-10-24T17:00:00Z'],
  ['on the day they go back', '2026-10-25T18:00', '2026-10-25T18:00:00Z'],
  ['after they went back', '2026-10-26T18:00', '2026-10-26T18:00:00Z'],
  ['before they go forward', '2027-03-27T18:00', '2027-03-27T18:00:00Z'],
  ['on the day they go forward', '2027-03-28T18:00', '2027-03-28T17:00:00Z'],
  ['after they went forward', '2027-03-29T18:00', '2027-03-29T17:00:00Z'],
])('six in the evening %s is six on the wall, and the right moment', (_, said, moment) => {
  const text = written([entry({ startsAt: wall(said) })]);
  const { start, end } = only(text);
  expect(start.said).toBe(`${said}:00`);
  expect(start.at.toString()).toBe(moment);
  expect(end.at.toString()).toBe(instant(moment).add({ hours: 1 }).toString());
  // A calendar that is far away shows it in its own clock and must know ours.
  expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/London');
  expect(text).toContain('DTSTART;TZID=Europe/London:');
});

test('a series at the same hour stays at that hour across both changes', () => {
  const first = Temporal.PlainDateTime.from('2026-10-08T18:00');
  const weeks = Array.from({ length: 30 }, (_, week) => first.add({ weeks: week }));
  const read = readBack(
    written(weeks.map((said, week) => entry({ uid: `x-${week}`, startsAt: wall(said.toString()) }))),
  );
  expect(read.map(({ start }) => start.said)).toEqual(
    weeks.map((said) => said.toString({ smallestUnit: 'second' })),
  );
  expect(read.map(({ start }) => start.at.toString())).toEqual(
    weeks.map((said) => wall(said.toString()).toString()),
  );
});

test('any moment is read back as the same moment, the hour that comes twice too', () => {
  const from = instant('2026-01-01T00:00:00Z').epochMilliseconds / 60_000;
  const autumn = instant('2026-10-25T00:00:00Z').epochMilliseconds / 60_000;
  const spring = instant('2027-03-28T00:00:00Z').epochMilliseconds / 60_000;
  const minute = fc.oneof(
    fc.integer({ min: from, max: from + 60 * 24 * 365 * 10 }),
    fc.integer({ min: autumn - 120, max: autumn + 180 }),
    fc.integer({ min: spring - 120, max: spring + 180 }),
  );
  fc.assert(
    fc.property(
      minute,
      fc.integer({ min: 1, max: 720 }),
      fc.constantFrom(LONDON, 'Europe/Berlin', 'Africa/Nairobi', 'UTC'),
      (at, minutes, zone) => {
        const startsAt = Temporal.Instant.fromEpochMilliseconds(at * 60_000);
        const { start, end } = only(written([entry({ startsAt, minutes, zone })]));
        expect(start.at.toString()).toBe(startsAt.toString());
        expect(end.at.toString()).toBe(startsAt.add({ minutes }).toString());
      },
    ),
    { numRuns: 300 },
  );
});

test('a clock whose rules nobody wrote down is left out: the moment is said in universal time', () => {
  const text = written([entry({ startsAt: wall('2026-07-01T18:00'), zone: '+03:00' })]);
  expect(text).toContain('DTSTART:20260701T170000Z');
  expect(text).not.toContain('VTIMEZONE');
});

test('when it was changed is said in universal time, summer or winter', () => {
  const text = written([entry()]);
  expect(text).toContain('DTSTAMP:20260714T093000Z');
  expect(text).toContain('LAST-MODIFIED:20260714T093000Z');
});

test('what is moved keeps its id and has the higher number', () => {
  const [before, after] = [
    only(written([entry()])),
    only(written([entry({ sequence: 1, startsAt: wall('2026-12-04T09:30') })])),
  ];
  expect(after.uid).toBe(before.uid);
  expect(after.sequence).toBe(before.sequence + 1);
  expect(only(written([entry({ uid: 'supervision-meetings-2' })])).uid).not.toBe(before.uid);
});

test('what is called off is cancelled, and its place is gone', () => {
  const { status, location } = only(written([entry({ cancelled: true, sequence: 1 })], true));
  expect(status).toBe('CANCELLED');
  expect(location).toBeNull();
});

test('places are there only for whoever asked for them, commas and line breaks and all', () => {
  const place = 'Children’s Centre; Oak Room, upstairs\nBEGIN:VEVENT';
  expect(only(written([entry({ place })])).location).toBeNull();
  expect(only(written([entry({ place })], true)).location).toBe(place);
});

test('the text says nothing of the service: not where an entry comes from, nor whose it is', () => {
  const text = written([entry(), entry({ uid: 'delivery-sessions-7', title: 'Session' })]).toLowerCase();
  for (const word of ['kith', 'supervision', 'delivery', 'peer', 'parent', 'volunteer', ORGANISATION, 'oak'])
    expect(text).not.toContain(word);
  expect(text).toContain('x-wr-calname:my times');
  expect(text).toContain('method:publish');
  expect(text).toContain('refresh-interval;value=duration:pt1h');
});

test('no line is longer than the standard allows, and every line ends as it asks', () => {
  const text = written([entry({ place: 'é'.repeat(200) })], true);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('an empty diary is a calendar all the same', () => {
  expect(readBack(written([]))).toEqual([]);
});
