import { expect, test } from 'vitest';
import { samePregnancy } from './same-pregnancy.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
type Known = Parameters<typeof samePregnancy>[0];
const known = (other: Partial<Known> = {}): Known => ({
  stage: 'pregnant',
  dueOn: day('2027-02-22'),
  babies: [],
  someLost: false,
  resting: null,
  ...other,
});
const due = (text: string) => ({ dueOn: day(text), bornOn: null });
const born = (text: string) => ({ dueOn: null, bornOn: day(text) });
const nothing = { dueOn: null, bornOn: null };
const baby = (bornOn: string): Known['babies'][number] => ({
  id: 'b',
  givenName: null,
  bornOn: day(bornOn),
  order: 1,
  livesWith: 'parents',
  died: false,
  version: 1,
});

test('a letter written before the loss is about the pregnancy that was lost', () => {
  const lost = known({ stage: 'loss', someLost: true, resting: 'own_loss' });
  for (const said of [due('2027-02-22'), due('2027-03-10'), born('2026-12-20'), nothing])
    expect(samePregnancy(lost, said)).toBe(true);
  expect(samePregnancy({ ...lost, dueOn: null }, due('2027-02-22'))).toBe(true);
  expect(samePregnancy(lost, due('2027-08-30'))).toBe(false);
});

test('while messages rest nothing begins anew, even where no date is known', () => {
  expect(
    samePregnancy(known({ stage: 'unknown', dueOn: null, resting: 'linked_loss' }), due('2027-02-22')),
  ).toBe(true);
  expect(samePregnancy(known({ stage: 'unknown', dueOn: null }), due('2027-02-22'))).toBe(false);
});

test('a baby who is here is not born a second time, and a later one is another', () => {
  const here = known({ stage: 'born', dueOn: day('2026-10-20'), babies: [baby('2026-10-14')] });
  expect(samePregnancy(here, born('2026-10-14'))).toBe(true);
  expect(samePregnancy(here, due('2026-10-20'))).toBe(true);
  expect(samePregnancy(here, due('2027-07-01'))).toBe(false);
});

test('a due date that a scan has moved is the same', () => {
  expect(samePregnancy(known(), due('2027-03-10'))).toBe(true);
  expect(samePregnancy(known(), due('2027-06-01'))).toBe(false);
});
