import { expect, test } from 'vitest';
import { securityText } from './security-txt.ts';

const NOW = Temporal.Instant.from('2026-11-24T10:00:00.123Z');

test('says where to, until when, and where it stands', () => {
  expect(securityText({ contact: 'mailto:security@kith.example', origin: 'https://kith.example' }, NOW)).toBe(
    'Contact: mailto:security@kith.example\nExpires: 2027-05-23T10:00:00Z\nPreferred-Languages: en\nCanonical: https://kith.example/.well-known/security.txt\n',
  );
});

test('is believed for less than a year', () => {
  const [, until = ''] =
    /Expires: (\S+)/.exec(securityText({ contact: 'https://kith.example', origin: null }, NOW)) ?? [];
  expect(Temporal.Instant.from(until).since(NOW, { largestUnit: 'hour' }).hours).toBeLessThan(365 * 24);
});
