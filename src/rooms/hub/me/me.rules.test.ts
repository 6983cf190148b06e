import { expect, test } from 'vitest';
import { phoneWords, toneOf, whereYouAre, whoWillBeThere } from './me.rules.ts';

const today = Temporal.PlainDate.from('2026-11-23');
type Family = NonNullable<Parameters<typeof whereYouAre>[0]>;
const pregnant: Family = {
  stage: 'pregnant',
  relation: 'pregnant',
  dueOn: Temporal.PlainDate.from('2027-02-22'),
  babies: [],
  resting: null,
  someLost: false,
  lossOfAll: false,
  otherParents: 0,
};
const baby = (bornOn: string, more: Partial<Family['babies'][number]> = {}): Family['babies'][number] => ({
  id: 'x',
  givenName: 'Noor',
  bornOn: Temporal.PlainDate.from(bornOn),
  order: 1,
  livesWith: 'parents',
  died: false,
  version: 1,
  ...more,
});
const born: Family = { ...pregnant, stage: 'born', babies: [baby('2026-09-21')] };

test('weeks are said to the parent who is pregnant, and to a father who is here alone with the date', () => {
  expect(whereYouAre(pregnant, today)).toBe('You are 27 weeks pregnant.');
  expect(whereYouAre({ ...pregnant, relation: 'father' }, today)).toBe(
    'The pregnancy is at 27 weeks. Your baby is due around 22 February 2027.',
  );
});

test('around the due date no weeks are counted, and long after it nothing is said', () => {
  expect(whereYouAre({ ...pregnant, dueOn: today.subtract({ days: 3 }) }, today)).toBe(
    'Your baby is due any day.',
  );
  expect(whereYouAre({ ...pregnant, dueOn: today.subtract({ days: 14 }) }, today)).toBeNull();
});

test('a baby is named with an age; one without a name is the baby', () => {
  expect(whereYouAre({ ...born, dueOn: null }, today)).toBe('Noor is 9 weeks old.');
  expect(
    whereYouAre({ ...born, dueOn: null, babies: [baby('2026-09-21', { givenName: null })] }, today),
  ).toBe('Your baby is 9 weeks old.');
});

test.each<[string, Partial<Family>]>([
  ['every baby was lost', { lossOfAll: true, stage: 'loss' }],
  ['the parent told us of a loss', { resting: 'own_loss' }],
  ['the other parent told us of a loss', { resting: 'linked_loss' }],
  ['one of twins was lost', { someLost: true }],
  ['the baby lives elsewhere', { resting: 'baby_elsewhere' }],
  ['another parent shares it, so that it cannot fall silent', { otherParents: 1 }],
])('nothing is said of weeks or a baby when %s', (_, change) => {
  expect(whereYouAre({ ...pregnant, ...change }, today)).toBeNull();
  expect(whereYouAre({ ...born, ...change }, today)).toBeNull();
});

test('a baby who lives elsewhere is not spoken of, even before messages rest', () => {
  expect(
    whereYouAre({ ...born, babies: [baby('2026-09-21', { livesWith: 'elsewhere' })] }, today),
  ).toBeNull();
});

test('a linked parent’s page keeps its shape, so that nothing tells what nobody has said', () => {
  expect(toneOf({ ...pregnant, resting: 'linked_loss' })).toBe('quiet');
  expect(toneOf({ ...pregnant, resting: 'own_loss' })).toBe('gentle');
  expect(toneOf(pregnant)).toBe('usual');
  expect(toneOf(null)).toBe('usual');
});

test('who will be there is leaders by name and other parents by number', () => {
  expect(whoWillBeThere(['Joanne', 'Priya'], 6)).toBe('Joanne, Priya and six other parents');
  expect(whoWillBeThere(['Joanne'], 1)).toBe('Joanne and one other parent');
  expect(whoWillBeThere(['Joanne'], 0)).toBe('Joanne');
  expect(whoWillBeThere([], 0)).toBeNull();
  expect(whoWillBeThere(['Priya', 'Grace'], null)).toBe('Priya, Grace and other parents');
});

test('a number is written as people write it', () => {
  expect(phoneWords('+447700900123')).toBe('07700 900123');
  expect(phoneWords('+33123456789')).toBe('+33123456789');
});
