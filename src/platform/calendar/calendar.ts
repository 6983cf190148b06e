import { createHash } from 'node:crypto';
import ical, {
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';
import type { DiaryEntry } from './entry.ts';

/** How often a calendar is asked to come back. */
const ASK_AGAIN_SECONDS = 60 * 60;

const KNOWN: ReadonlySet<string> = new Set(tzlib_get_timezones());

/** The rules of a zone's clock for whoever reads the calendar, or null for a zone whose rules nobody wrote down. */
const zoneBlock = (zone: string): string | null => {
  const [block] = KNOWN.has(zone) ? tzlib_get_ical_block(zone) : [];
  return block ?? null;
};

/**
 * Whether a moment can be written as what the clock on the wall says. In the hour that comes twice in autumn it cannot:
 * calendars differ in which of the two they take.
 */
const saidOnce = (moment: Temporal.Instant, zone: string): boolean => {
  const wall = moment.toZonedDateTimeISO(zone).toPlainDateTime();
  return (
    wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds ===
    wall.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds
  );
};

const hashed = (text: string, letters: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, letters);

/** Never changes for an entry, and says neither what it is nor whose: the name of a table would tell. */
const stable = (organisationId: string, uid: string): string =>
  `${hashed(`${organisationId} ${uid}`, 32)}@${hashed(organisationId, 12)}.diary`;

/**
 * Somebody's times as an iCalendar text (RFC 5545) that is published: neutral throughout, each entry in the clock of its
 * own place with that clock's rules inside, what fell away as cancelled. Places are left out unless `places`.
 */
export const calendarText = (
  entries: readonly DiaryEntry[],
  { organisationId, places }: { readonly organisationId: string; readonly places: boolean },
): string => {
  const calendar = ical({
    prodId: { company: 'Diary', product: 'My times', language: 'EN' },
    name: 'My times',
    method: ICalCalendarMethod.PUBLISH,
    ttl: ASK_AGAIN_SECONDS,
    // Without a name of its own: a calendar that has one writes DTSTAMP in local time, which must be UTC.
    timezone: { name: null, generator: zoneBlock },
  });
  for (const entry of entries) {
    const endsAt = entry.startsAt.add({ minutes: entry.minutes });
    const onTheWall =
      KNOWN.has(entry.zone) && saidOnce(entry.startsAt, entry.zone) && saidOnce(endsAt, entry.zone);
    calendar.createEvent({
      id: stable(organisationId, entry.uid),
      sequence: entry.sequence,
      start: entry.startsAt,
      end: endsAt,
      timezone: onTheWall ? entry.zone : null,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      summary: entry.title,
      location: places && !entry.cancelled ? entry.place : null,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: entry.cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      class: ICalEventClass.PRIVATE,
    });
  }
  return `${calendar.toString()}\r\n`;
};
