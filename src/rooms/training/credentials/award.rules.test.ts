import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awardState, levelsLost, levelsReached } from './award.rules.ts';
import { aimsAreHeaded, bitsOf, givenAndInitial, hoursInWords, placesFor } from './credential.rules.ts';

const core = { code: 'core', units: ['listening', 'conduct'] };
const more = { code: 'more', units: ['listening', 'groups'] };
const day = (text: string) => Temporal.PlainDate.from(text);

describe('levels', () => {
  it('are reached with the last of their units, once', () => {
    const reached = (units: string[], levels: string[] = []) =>
      levelsReached([core, more], { units, levels }).map(({ code }) => code);
    expect(reached(['listening'])).toEqual([]);
    expect(reached(['conduct', 'listening'])).toEqual(['core']);
    expect(reached(['conduct', 'listening', 'groups'], ['core'])).toEqual(['more']);
    expect(levelsReached([{ code: 'empty', units: [] }], { units: [], levels: [] })).toEqual([]);
  });
  it('are lost with any of their units', () => {
    expect(levelsLost([core, more], 'groups')).toEqual([more]);
    expect(levelsLost([core, more], 'listening')).toEqual([core, more]);
  });
});

describe('an award', () => {
  it('holds until the end of its last day, and not when it was taken back', () => {
    const until = { expiresOn: day('2027-01-31'), withdrawn: false };
    expect(awardState(until, day('2027-01-31'))).toBe('holds');
    expect(awardState(until, day('2027-02-01'))).toBe('ended');
    expect(awardState({ ...until, withdrawn: true }, day('2026-01-01'))).toBe('withdrawn');
    expect(awardState({ expiresOn: null, withdrawn: false }, day('2099-01-01'))).toBe('holds');
  });
  it('says its hours and its holder as people do, and no more of them', () => {
    expect([45, 60, 90, 120, 1800].map(hoursInWords)).toEqual([
      '45 minutes',
      '1 hour',
      '1½ hours',
      '2 hours',
      '30 hours',
    ]);
    const unit = { kind: 'unit', minutes: 120 } as const;
    expect(aimsAreHeaded(unit, 'cohort')).toBe('2 hours of learning together. What it was for:');
    expect(aimsAreHeaded(unit, 'elsewhere')).not.toContain('hours');
    expect(givenAndInitial('Marta', 'nowak')).toBe('Marta N.');
    expect(givenAndInitial('Marta', '')).toBe('Marta');
  });
});

describe('the list of what was taken back', () => {
  it('always has twice the places that are taken', () => {
    expect(placesFor(0)).toBe(131_072);
    fc.assert(fc.property(fc.integer({ min: 0, max: 3_000_000 }), (taken) => placesFor(taken) > taken * 2));
  });
  it('has exactly the places set that it was given', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 999 })), (set) => {
        const bits = bitsOf(1000, set);
        const read = Array.from({ length: 1000 }, (_, at) => at).filter(
          (at) => ((bits[Math.floor(at / 8)] ?? 0) & (128 >> (at % 8))) > 0,
        );
        expect(read).toEqual(set.toSorted((one, other) => one - other));
      }),
    );
  });
});
