import { expect, test } from 'vitest';
import { reminderDue } from './remind.rules.ts';

test('the closest reminder whose day has come is due, also a day late', () => {
  expect(reminderDue(9, [7, 1])).toBeNull();
  expect(reminderDue(7, [7, 1])).toBe(7);
  expect(reminderDue(5, [7, 1])).toBe(7);
  expect(reminderDue(1, [7, 1])).toBe(1);
  expect(reminderDue(0, [7, 1])).toBe(1);
  expect(reminderDue(-1, [7, 1])).toBeNull();
  expect(reminderDue(3, [])).toBeNull();
});
