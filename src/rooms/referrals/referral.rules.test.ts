import fc from 'fast-check';
import { expect, test } from 'vitest';
import { can } from '#kernel/lifecycle.ts';
import { pregnancyInMind2 } from '#rooms/programme/content/templates/pregnancy-in-mind-2.ts';
import { outsideKeyOf } from './receive/receive.rules.ts';
import {
  OUTCOMES,
  type Outcome,
  parentStateWords,
  referralLife,
  referrerStateWords,
  STATES,
  stateOf,
} from './referral.rules.ts';
import { endsWith, passesOn, reasonsFor, referrerWordsFor } from './triage/decide.rules.ts';

test.each<[readonly Outcome[], boolean, string]>([
  [[], false, 'received'],
  [['ask_more'], false, 'asked'],
  [['ask_more', 'ask_more', 'welcome'], false, 'welcomed'],
  [['signpost', 'welcome', 'hand_over'], false, 'handed_over'],
  [['decline', 'welcome'], false, 'welcomed'],
  [['welcome'], true, 'withdrawn'],
  [[], true, 'withdrawn'],
])('%j (withdrawn: %s) is %s', (outcomes, withdrawn, state) => {
  expect(stateOf({ outcomes, withdrawn })).toBe(state);
});

test('what could not have happened is refused in words', () => {
  expect(() => stateOf({ outcomes: ['welcome', 'ask_more'], withdrawn: false })).toThrow(
    'This referral is welcomed',
  );
  expect(() => stateOf({ outcomes: ['decline'], withdrawn: true })).toThrow('not taken on');
});

test('every chain of possible decisions leads to a state with words for everyone', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...OUTCOMES), { maxLength: 12 }), (wished) => {
      const taken: Outcome[] = [];
      for (const outcome of wished)
        if (can(referralLife, outcome, stateOf({ outcomes: taken, withdrawn: false }))) taken.push(outcome);
      const state = stateOf({ outcomes: taken, withdrawn: false });
      expect(STATES).toContain(state);
      expect(parentStateWords[state]).not.toBe('');
      expect(referrerStateWords(state, false)).not.toContain('welcomed');
    }),
  );
});

test('without the parent’s agreement a professional learns only that it is decided', () => {
  const words = new Set(
    (['welcomed', 'signposted', 'handed_over', 'declined', 'withdrawn'] as const).map((state) =>
      referrerStateWords(state, false),
    ),
  );
  expect(words.size).toBe(1);
});

test('every decision has a reason in the programme, and words for the professional', () => {
  for (const outcome of OUTCOMES) {
    const reasons = reasonsFor(outcome, pregnancyInMind2);
    expect(reasons.length, outcome).toBeGreaterThan(0);
    for (const { code } of reasons)
      expect(referrerWordsFor(outcome, code, pregnancyInMind2) === null).toBe(outcome === 'ask_more');
  }
  expect(OUTCOMES.filter(passesOn)).toEqual(['signpost', 'hand_over']);
});

test('showing another service leaves the drop-in open, unless a place had been given', () => {
  expect(endsWith('received', 'signposted')).toBe(false);
  expect(endsWith('welcomed', 'signposted')).toBe(true);
  expect(endsWith('received', 'declined')).toBe(true);
  expect(endsWith('received', 'welcomed')).toBe(false);
});

test('a row is known by its reference, else by its cells, whatever their case and spaces', () => {
  const key = (reference: string, ...identifying: string[]) =>
    outsideKeyOf({ centreId: 'c', reference, identifying });
  expect(key('A 1', 'x')).toBe(key(' a  1', 'y'));
  expect(key('', 'Ann', 'Lee')).toBe(key('', 'ann ', 'LEE'));
  expect(key('', 'Ann', 'Lee')).not.toBe(key('', 'Ann Lee', ''));
  expect(key('Ann', 'x')).not.toBe(key('', 'Ann'));
});
