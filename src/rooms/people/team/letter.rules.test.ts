import { expect, test } from 'vitest';
import { letterTrouble } from './letter.rules.ts';

test('a letter that is on its way or has gone is no trouble', () => {
  for (const state of [null, 'waiting', 'held', 'sending', 'sent', 'doubtful'])
    expect(letterTrouble(state, 'team')).toBeNull();
});

test('a letter that did not leave says why and who moves', () => {
  expect(letterTrouble('shown', 'family')).toContain('no way to send e-mail is set up');
  expect(letterTrouble('stopped', 'family')).toContain('not safe');
  expect(letterTrouble('failed', 'family')).toContain('Check the address');
  expect(letterTrouble('failed', 'team')).toContain('close this account');
});
