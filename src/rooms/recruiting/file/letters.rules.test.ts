import { expect, test } from 'vitest';
import { DECLINE_REASONS } from '../route/ends.rules.ts';
import { letterFault, suggestedAgain, suggestedLetter } from './letters.rules.ts';

const today = Temporal.PlainDate.from('2026-11-23');

test('every reason has a kind letter to begin from, which says that it is decided and that they may ring', () => {
  for (const reason of DECLINE_REASONS) {
    const letter = suggestedLetter(reason);
    expect(letter, reason).toContain('Thank you');
    expect(letter, reason).toContain('we are not going on with your application');
    expect(letter, reason).toContain('ring us');
    expect(letter, reason).not.toMatch(/!|unfortunately|unsuccessful|criteria/i);
  }
});

test('nothing of a check or of a referee is in a letter', () => {
  expect(suggestedLetter('check')).not.toMatch(/record|conviction|barred|police|DBS|certificate/i);
  expect(suggestedLetter('references')).not.toMatch(/said that|wrote that|refused|doubt/i);
});

test('words still to be filled in do not leave', () => {
  expect(letterFault(suggestedLetter('other'))).toContain('square brackets');
  expect(letterFault(suggestedLetter('values'))).toBeNull();
});

test('the day from which they may apply again is suggested, and none after a check', () => {
  expect(suggestedAgain('not_yet_ready', today)?.toString()).toBe('2027-05-23');
  expect(suggestedAgain('role_filled', today)?.toString()).toBe('2026-11-23');
  expect(suggestedAgain('check', today)).toBeNull();
});
