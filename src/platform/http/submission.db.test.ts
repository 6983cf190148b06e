import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { openHouse, type TestHouse } from '../../../tests/support/house.ts';
import { firstPress } from './submission.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const press = (key: string, path: string, typed: Record<string, string>, led: string) =>
  house.system(async (scope) => {
    const first = await firstPress(scope, key, path, typed);
    await first.remember(led);
    return first.wentTo;
  });

test('the same press is made once; another form, or other words, under the same key is another press', async () => {
  const key = newId();
  expect(await press(key, '/one', { words: 'a' }, '/led')).toBeNull();
  expect(await press(key, '/one', { words: 'a' }, '/elsewhere')).toBe('/led');
  expect(await press(key, '/two', { words: 'a' }, '/second')).toBeNull();
  expect(await press(key, '/one', { words: 'b' }, '/third')).toBeNull();
});

test('a key of one account is never the press of another', async () => {
  const key = newId();
  const [ruth, dan] = [
    await house.member('Ruth', ['practitioner']),
    await house.member('Dan', ['practitioner']),
  ];
  for (const actor of [ruth, dan])
    expect((await house.as(actor, (scope) => firstPress(scope, key, '/one', {}))).wentTo).toBeNull();
});
