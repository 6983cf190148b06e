import { expect, test } from 'vitest';
import { assertRoom, fitOf, holdsAChair, inTurn, placeState, type Waiting } from './place.rules.ts';

const none = { taken_at: null, declined_at: null, lapsed_at: null, ended_at: null };
const at = '2026-11-01T10:00:00Z';
const day = (text: string) => Temporal.PlainDate.from(text);
const waits = (changes: Partial<Waiting> = {}): Waiting => ({
  personId: 'p',
  since: Temporal.Instant.from(at),
  dueOn: day('2027-03-01'),
  lastStart: day('2026-12-10'),
  language: 'en',
  interpreterNeeded: false,
  accessNeeds: '',
  ...changes,
});
const chair = {
  startsOn: day('2026-12-03'),
  dueFrom: day('2027-02-01'),
  dueUntil: day('2027-05-01'),
  language: 'en',
  stepFree: true,
  online: false,
};

test('a place says where it stands from its moments', () => {
  expect(placeState(none)).toBe('offered');
  expect(placeState({ ...none, taken_at: at })).toBe('taken');
  expect(placeState({ ...none, taken_at: at, ended_at: at })).toBe('ended');
  expect(holdsAChair({ ...none, lapsed_at: at })).toBe(false);
});

test('the last chair can be given, and not one more', () => {
  expect(() => assertRoom(8, 7)).not.toThrow();
  expect(() => assertRoom(8, 8)).toThrow('keeps their turn');
});

test('a group that starts after the last safe day does not fit, whatever else does', () => {
  const fit = fitOf(waits({ lastStart: day('2026-12-02') }), chair);
  expect(fit.fits).toBe(false);
  expect(fit.because).toContain('starts too late for the due date');
});

test('language and access are said, not decided', () => {
  const fit = fitOf(waits({ language: 'pl', interpreterNeeded: true, accessNeeds: 'Uses a wheelchair' }), {
    ...chair,
    stepFree: false,
  });
  expect(fit.fits).toBe(true);
  expect(fit.because).toEqual([
    'due date fits',
    'needs an interpreter',
    'the room has steps: choose another room',
  ]);
});

test('whose time runs out first comes first, then who waited longest', () => {
  const soon = waits({ personId: 'soon', lastStart: day('2026-12-01') });
  const early = waits({ personId: 'early', since: Temporal.Instant.from('2026-10-01T10:00:00Z') });
  const late = waits({ personId: 'late' });
  expect([late, early, soon].sort(inTurn(day('2026-11-23'))).map((each) => each.personId)).toEqual([
    'soon',
    'early',
    'late',
  ]);
});
