import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  deviceInWords,
  mustTakeSecondStep,
  ownPath,
  passwordTrouble,
  pausedUntil,
  type Tries,
  waitInWords,
  withOneMore,
} from './sign-in.rules.ts';

const NOW = Temporal.Instant.from('2026-11-23T10:00:00Z');

test('pauses grow with each handful of wrong passwords, and a day without one forgets them', () => {
  let tries: Tries | null = null;
  const pauses: (number | null)[] = [];
  for (let i = 0; i < 20; i += 1) {
    tries = withOneMore('password', tries, NOW);
    pauses.push(tries.lockedUntil && NOW.until(tries.lockedUntil).total('minutes'));
  }
  expect(pauses.filter((pause) => pause !== null)).toEqual([5, 15, 60, 60]);
  expect(pauses.flatMap((pause, i) => (pause === null ? [] : [i + 1]))).toEqual([5, 10, 15, 20]);
  expect(withOneMore('password', tries, NOW.add({ hours: 24 })).tries).toBe(1);
  expect(withOneMore('password', tries, NOW.add({ hours: 23 })).tries).toBe(21);
});

test('a pause lasts until its minute and not longer', () => {
  const tries = { tries: 5, firstAt: NOW, lastAt: NOW, lockedUntil: NOW.add({ minutes: 5 }) };
  expect(pausedUntil(tries, NOW.add({ seconds: 299 }))).toEqual(tries.lockedUntil);
  expect(pausedUntil(tries, NOW.add({ minutes: 5 }))).toBeNull();
  expect(pausedUntil(null, NOW)).toBeNull();
  expect(waitInWords(tries.lockedUntil, NOW, 'Europe/London')).toBe('5 minutes, until 10.05am');
  expect(waitInWords(NOW.add({ minutes: 4, seconds: 10 }), NOW.add({ seconds: 30 }), 'Europe/London')).toBe(
    '4 minutes, until 10.05am',
  );
});

test('only a path of our own is followed, whatever is asked', () => {
  for (const good of ['/', '/groups', '/families/0199?tab=notes', '/sign-inside', '/account#sessions'])
    expect(ownPath(good)).toBe(good);
  for (const bad of [
    '',
    undefined,
    'groups',
    '//a.example',
    '/\\a.example',
    '/a\\b',
    '/a\tb',
    '/a b',
    'https://a.example',
    '/sign-in',
    '/sign-in?next=/',
    '/sign-out',
    '/é',
    `/${'a'.repeat(500)}`,
  ])
    expect(ownPath(bad)).toBeNull();
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (tail) => {
      const path = ownPath(`/${tail}`);
      if (path !== null) expect(new URL(path, 'https://kith.example').origin).toBe('https://kith.example');
    }),
  );
});

test('staff take a second step, others and demonstrations do not', () => {
  expect(mustTakeSecondStep({ staff: true, secondFactorDone: false, demo: false })).toBe(true);
  expect(mustTakeSecondStep({ staff: true, secondFactorDone: true, demo: false })).toBe(false);
  expect(mustTakeSecondStep({ staff: false, secondFactorDone: false, demo: false })).toBe(false);
  expect(mustTakeSecondStep({ staff: true, secondFactorDone: false, demo: true })).toBe(false);
});

test('a password must be long and not the first guess', () => {
  const trouble = (password: string) => passwordTrouble(password, 'marjorie.bell@example.org');
  for (const good of ['three warm mugs', 'correcthorse', 'Ünïcödé wörds', 'welcome to hartley house'])
    expect(trouble(good)).toBeNull();
  for (const bad of [
    'short',
    'password12',
    'Password2026',
    '1234567890',
    'aaaaaaaaaaaa',
    'marjoriebell1',
    'x'.repeat(129),
  ])
    expect(trouble(bad)).not.toBeNull();
});

test('a browser is named as people know it', () => {
  expect(
    deviceInWords(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1',
    ),
  ).toBe('Safari on an iPhone');
  expect(
    deviceInWords(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    ),
  ).toBe('Edge on a Windows computer');
  expect(deviceInWords(null)).toBe('A browser');
});
