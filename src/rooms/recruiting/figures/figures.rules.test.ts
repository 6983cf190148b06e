import { expect, test } from 'vitest';
import {
  byKind,
  byTrait,
  costEach,
  daysInWords,
  each,
  periodsOn,
  type SourceCount,
} from './figures.rules.ts';

const source = (kind: string, enquired: number, welcomed: number, costPence = 0): SourceCount => ({
  kind,
  name: null,
  costPence,
  enquired,
  talked: enquired,
  applied: enquired,
  offered: welcomed,
  accepted: welcomed,
  welcomed,
});

test('sources come together by their kind, those that brought most first, with what each welcome cost', () => {
  const { kinds, all } = byKind([
    source('poster', 3, 1, 4000),
    source('talk', 8, 3, 2000),
    source('poster', 2, 1, 1000),
    source('advert', 0, 0, 9000),
    source('event', 0, 0),
  ]);
  expect(kinds.map(({ kind, enquired, costEach: cost }) => [kind, enquired, cost])).toEqual([
    ['talk', 8, 667],
    ['poster', 5, 2500],
    ['advert', 0, null],
  ]);
  expect(all).toMatchObject({ enquired: 13, welcomed: 5, costPence: 16_000 });
});

test('a cost without a welcome, and a welcome without a cost, has no cost each', () => {
  expect([costEach(500, 0), costEach(0, 4), costEach(500, 2)]).toEqual([null, null, 250]);
});

test('the last twelve months and whole years, also on the day after February had 29 days', () => {
  const [last, now, before] = periodsOn(Temporal.PlainDate.from('2028-02-29'));
  expect([last?.from.toString(), last?.until.toString()]).toEqual(['2027-03-01', '2028-02-29']);
  expect([now?.from.toString(), now?.until.toString()]).toEqual(['2028-01-01', '2028-02-29']);
  expect([before?.from.toString(), before?.until.toString()]).toEqual(['2027-01-01', '2027-12-31']);
});

test('a number that is hidden, or not there, is null and never nought', () => {
  const [table] = byTrait([
    { trait: 'gender', answer: 'woman', stage: 'enquired', people: 12 },
    { trait: 'gender', answer: 'woman', stage: 'applied', people: null },
  ]);
  expect(table?.rows).toEqual([
    { answer: 'woman', people: { enquired: 12, applied: null, offered: null, welcomed: null } },
  ]);
});

test('days and shares are said as people say them', () => {
  expect([null, 0.2, 1.2, 11.6].map(daysInWords)).toEqual([
    'Not known yet',
    'Less than a day',
    '1 day',
    '12 days',
  ]);
  expect([each(12, 5), each(10, 5), each(0, 0)]).toEqual(['2.4', '2', '0']);
});
