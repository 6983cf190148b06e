import { expect, test } from 'vitest';
import { inPounds, kindInWords, penceFrom, slugOf } from './source.rules.ts';

test.each([
  ['40', 4000],
  ['£40', 4000],
  ['12.5', 1250],
  ['12.50', 1250],
  ['1,200', 120_000],
  ['0', 0],
  ['-4', null],
  ['forty', null],
  ['12.345', null],
  ['12,00', null],
  ['99999999', null],
])('%s typed is %s pence', (typed, pence) => {
  expect(penceFrom(typed)).toBe(pence);
});

test('money is read back as people write it', () => {
  expect([0, 4000, 1250, 120_005].map(inPounds)).toEqual(['£0', '£40', '£12.50', '£1,200.05']);
});

test('a name makes an address, whatever its letters', () => {
  expect(slugOf('Poster in Kelby’s library')).toBe('poster-in-kelbys-library');
  expect(slugOf('Fête d’été 2027!')).toBe('fete-dete-2027');
  expect(slugOf('图书馆')).toBe('source');
  expect(slugOf(`${'long '.repeat(30)}`)).toMatch(/^[a-z0-9-]{1,40}$/);
});

test('a kind that nobody said, or nobody knows, has words', () => {
  expect(kindInWords(null)).toBe('Not said');
  expect(kindInWords('talk')).toBe('Community talk');
  expect(kindInWords('pigeon')).toBe('Somewhere else');
});
