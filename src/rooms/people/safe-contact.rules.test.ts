import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  NO_SAFE_WAY,
  quietUntil,
  type SafeContact,
  safeToSend,
  safeWay,
  saidByEmail,
} from './safe-contact.rules.ts';

const LONDON = 'Europe/London';
const time = (text: string) => Temporal.PlainTime.from(text);
const at = (text: string) => Temporal.Instant.from(text);
const noon = at('2026-11-23T12:00:00Z');
const late = at('2026-11-23T21:30:00Z');

const contact = (changed: Partial<SafeContact> = {}): SafeContact => ({
  side: 'family',
  email: 'amina@example.org',
  phone: '+447700900123',
  mayEmail: true,
  mayText: false,
  neutralOnly: true,
  quietFrom: time('20:00'),
  quietUntil: time('08:00'),
  ...changed,
});

describe('by which way', () => {
  test('only the ways a parent said are safe', () => {
    expect(safeWay(contact())).toBe('email');
    expect(safeWay(contact({ mayEmail: false, mayText: true }))).toBe('sms');
    expect(safeWay(contact({ mayEmail: false }))).toBeNull();
    expect(safeWay(contact({ email: null, mayText: true }))).toBe('sms');
  });

  test('a message by a way that is not safe stops; it is never sent by another', () => {
    expect(safeToSend(contact({ mayText: true, mayEmail: false }), 'email', false, noon, LONDON)).toEqual({
      say: 'stop',
      why: NO_SAFE_WAY,
    });
    expect(safeToSend(contact(), 'sms', true, noon, LONDON)).toEqual({ say: 'stop', why: NO_SAFE_WAY });
    expect(safeToSend(null, 'email', true, noon, LONDON)).toEqual({ say: 'stop', why: NO_SAFE_WAY });
  });

  test('the team is reached at the address they work with', () => {
    const colleague = contact({ side: 'team', mayEmail: false });
    expect(safeToSend(colleague, 'email', false, late, LONDON)).toEqual({
      say: 'go',
      to: 'amina@example.org',
      neutral: false,
    });
  });
});

describe('in which words', () => {
  test('neutral until the parent says otherwise', () => {
    expect(safeToSend(contact(), 'email', false, noon, LONDON)).toEqual({
      say: 'go',
      to: 'amina@example.org',
      neutral: true,
    });
    expect(safeToSend(contact({ neutralOnly: false }), 'email', false, noon, LONDON)).toEqual({
      say: 'go',
      to: 'amina@example.org',
      neutral: false,
    });
  });
});

describe('quiet hours', () => {
  const until = (now: string, zone = LONDON, changed: Partial<SafeContact> = {}) =>
    quietUntil(contact(changed), at(now), zone)?.toString() ?? null;

  test('hold a message overnight until they end, on the clock of the centre', () => {
    expect(until('2026-11-23T19:59:00Z')).toBeNull();
    expect(until('2026-11-23T20:00:00Z')).toBe('2026-11-24T08:00:00Z');
    expect(until('2026-11-24T07:59:00Z')).toBe('2026-11-24T08:00:00Z');
    expect(until('2026-11-24T08:00:00Z')).toBeNull();
    expect(until('2026-07-01T19:30:00Z')).toBe('2026-07-02T07:00:00Z');
  });

  test('may lie within one day, or not exist', () => {
    const midday = { quietFrom: time('12:00'), quietUntil: time('14:00') };
    expect(until('2026-11-23T13:00:00Z', LONDON, midday)).toBe('2026-11-23T14:00:00Z');
    expect(until('2026-11-23T14:00:00Z', LONDON, midday)).toBeNull();
    expect(
      until('2026-11-23T23:00:00Z', LONDON, { quietFrom: time('08:00'), quietUntil: time('08:00') }),
    ).toBeNull();
  });

  test('end at eight on the wall in the nights the clocks change', () => {
    expect(until('2026-10-24T22:00:00Z')).toBe('2026-10-25T08:00:00Z');
    expect(until('2027-03-27T22:00:00Z')).toBe('2027-03-28T07:00:00Z');
  });

  test('do not hold what is urgent', () => {
    expect(safeToSend(contact(), 'email', true, late, LONDON)).toMatchObject({ say: 'go' });
    expect(safeToSend(contact(), 'email', false, late, LONDON)).toMatchObject({
      say: 'hold',
      why: 'quiet hours',
    });
  });

  test('always end later than now, within about a day, and at a moment that is not quiet', () => {
    const minutes = fc.integer({ min: 0, max: 1439 }).map((each) => time('00:00').add({ minutes: each }));
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 0, max: 365 * 1440 }), (from, end, minute) => {
        const now = at('2026-01-01T00:00:00Z').add({ minutes: minute });
        const hours = { quietFrom: from, quietUntil: end };
        const ends = quietUntil(hours, now, LONDON);
        if (ends === null) return true;
        const wait = now.until(ends).total('hours');
        const clocksChange = wait === 1;
        return wait > 0 && wait <= 25 && (clocksChange || quietUntil(hours, ends, LONDON) === null);
      }),
      { numRuns: 500 },
    );
  });
});

describe('one message, not two', () => {
  test('a parent who allows both is written to once, and by both only when the day itself changes', () => {
    const both = contact({ mayEmail: true, mayText: true });
    expect(saidByEmail(both, 'sms', 'session_reminder')).toBe(true);
    expect(saidByEmail(both, 'email', 'session_reminder')).toBe(false);
    expect(saidByEmail(both, 'sms', 'session_called_off')).toBe(false);
    expect(saidByEmail(contact({ mayEmail: false, mayText: true }), 'sms', 'session_reminder')).toBe(false);
  });
});
