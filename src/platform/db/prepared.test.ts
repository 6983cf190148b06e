import { expect, test } from 'vitest';
import { planIsStale, preparedNames } from './prepared.ts';

test('a text that comes again is named, the same for every connection', () => {
  const nameOf = preparedNames();
  expect([nameOf('select 1'), nameOf('select 1')]).toEqual([undefined, undefined]);
  const name = nameOf('select 1');
  expect(name).toBeDefined();
  expect(nameOf('select 1')).toBe(name);
  for (const _ of [1, 2]) nameOf('select 2');
  expect(nameOf('select 2')).not.toBe(name);
});

test('bulk texts and texts beyond the limit stay without a name', () => {
  const nameOf = preparedNames();
  const long = `select ${'1, '.repeat(4000)}1`;
  for (const _ of [1, 2, 3, 4]) expect(nameOf(long)).toBeUndefined();
  const named = new Set<string>();
  for (let at = 0; at < 400; at++)
    for (const _ of [1, 2, 3]) {
      const name = nameOf(`select ${at}`);
      if (name) named.add(name);
    }
  expect(named.size).toBe(200);
});

test('only a plan that its table outlived makes a connection useless', () => {
  const changed = Object.assign(new Error('cached plan must not change result type'), { code: '0A000' });
  expect(planIsStale(changed)).toBe(true);
  expect(planIsStale(Object.assign(new Error('not supported'), { code: '0A000' }))).toBe(false);
  expect(planIsStale(new Error('cached plan'))).toBe(false);
  expect(planIsStale(null)).toBe(false);
});
