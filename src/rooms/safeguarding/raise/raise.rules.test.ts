import { expect, it } from 'vitest';
import { idsIn, pageFrom } from './raise.rules.ts';

it('keeps the page somebody came from, without what they searched for', () => {
  expect(pageFrom('/families?q=Amina')).toBe('/families');
  expect(pageFrom('/families/1#top')).toBe('/families/1');
});

it('leads nowhere but to our own pages, and not back to the form', () => {
  for (const from of [
    undefined,
    '',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'families',
    '/concerns/new?from=/x',
  ])
    expect(pageFrom(from)).toBeNull();
});

it('finds who a page is about', () => {
  const id = '0190b1c2-aaaa-7000-8000-000000000001';
  expect(idsIn(`/families/${id.toUpperCase()}/birth`)).toEqual([id]);
  expect(idsIn(`/families/${id}/and/${id}`)).toEqual([id]);
  expect(idsIn('/families')).toEqual([]);
  expect(idsIn(null)).toEqual([]);
});
