import { expect, test } from 'vitest';
import { placesWords } from './group.rules.ts';

test('places are told as people tell them, and what there is none of is not said', () => {
  expect(placesWords({ places: 9, taken: 7, held: 7 })).toBe('7 of 9 taken, 2 free');
  expect(placesWords({ places: 9, taken: 7, held: 8 })).toBe('7 of 9 taken, 1 offered, 1 free');
  expect(placesWords({ places: 9, taken: 7, held: 9 })).toBe('7 of 9 taken, 2 offered');
  expect(placesWords({ places: 9, taken: 9, held: 9 })).toBe('All 9 taken');
});
