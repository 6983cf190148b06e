import { expect, test } from 'vitest';
import { isCommonPassword, newPasswordTrouble } from './common-passwords.ts';

test.each(['1qaz2wsx3edc', 'Football2026!', 'SUNSHINE123456', 'liverpool-1', 'qwertyuiop'])(
  '%s is known from elsewhere',
  async (password) => expect(await isCommonPassword(password)).toBe(true),
);

test.each(['three-warm-mugs', 'otter under the pear tree', 'nine7 slow buses home', 'cat2026cat2027'])(
  '%s is not',
  async (password) => expect(await isCommonPassword(password)).toBe(false),
);

test('says why in words that help, and what is shorter or like the address first', async () => {
  expect(await newPasswordTrouble('Football2026!', 'amina@example.org')).toContain('thefts elsewhere');
  expect(await newPasswordTrouble('mugs', 'amina@example.org')).toContain('at least');
  expect(await newPasswordTrouble('otter under the pear tree', 'amina@example.org')).toBeNull();
});
