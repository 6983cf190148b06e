import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { qrCode, qrPath } from './qr.ts';

const drawn = (text: string) =>
  createHash('sha256')
    .update((qrCode(text) ?? []).map((row) => row.map((dark) => (dark ? '#' : '.')).join('')).join('\n'))
    .digest('hex')
    .slice(0, 16);

// Each of these squares was read back, letter for letter, by a reader that is not ours.
test('the squares are those that were read back', () => {
  const address = `otpauth://totp/Kith:dan%40example.org?secret=${'JM2GYUSQ'.repeat(6)}JM2G&issuer=Kith`;
  expect(['Kith', address, 'x'.repeat(213)].map(drawn)).toEqual([
    'de4db94e321b0636',
    '1ba85de9dc47b493',
    '5b61c982b56d2523',
  ]);
  expect([qrCode('Kith')?.length, qrCode(address)?.length, qrCode('x'.repeat(213))?.length]).toEqual([
    21, 45, 57,
  ]);
});

test('a text that is too long has no square', () => {
  expect(qrCode('x'.repeat(214))).toBeNull();
  expect(qrPath('x'.repeat(214))).toBeNull();
});
