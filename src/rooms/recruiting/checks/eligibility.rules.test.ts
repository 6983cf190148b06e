import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CheckKind,
  decisionOn,
  type EligibilityDecision,
  kindFault,
  LEVELS,
  levelNumber,
  mayAsk,
  mustNotAsk,
  suggestedDecision,
  tidyKind,
  WORKFORCES,
} from './eligibility.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

const basic: CheckKind = { level: 'basic', workforce: null, childrenBarred: false, adultsBarred: false };
const enhanced: CheckKind = { ...basic, level: 'enhanced', workforce: 'child' };
const barred: CheckKind = { ...enhanced, level: 'enhanced_barred', childrenBarred: true };
const nothing: CheckKind = { ...basic, level: 'none' };

const decided = (kind: CheckKind, changed: Partial<EligibilityDecision> = {}): EligibilityDecision => ({
  ...kind,
  id: 'one',
  roleCode: 'peer_supporter',
  part: 'peer_supporter',
  reasoning: 'Because.',
  ruleVersion: 'September 2026',
  decidedOn: day('2026-09-01'),
  effectiveFrom: day('2026-09-01'),
  reviewOn: day('2027-09-01'),
  decidedBy: 'somebody',
  ...changed,
});

describe('what a role may be asked for', () => {
  test('nothing before somebody has decided, and nothing where nothing was decided', () => {
    expect(mayAsk(null, basic, false).may).toBe(false);
    expect(mayAsk(decided(nothing), basic, false).may).toBe(false);
  });

  test('what was decided, neither more nor less', () => {
    expect(mayAsk(decided(basic), basic, false)).toEqual({ may: true });
    expect(mayAsk(decided(enhanced), enhanced, false)).toEqual({ may: true });
    expect(mayAsk(decided(enhanced), basic, false).may).toBe(false);
    const more = mayAsk(decided(enhanced), barred, false);
    expect(more.may === false && more.words).toContain('Asking for one would be unlawful');
  });

  test('not for another workforce, nor with another list', () => {
    expect(mayAsk(decided(enhanced), { ...enhanced, workforce: 'adult' }, false)).toMatchObject({
      field: 'workforce',
    });
    expect(mayAsk(decided(barred), { ...barred, adultsBarred: true }, false)).toMatchObject({
      field: 'lists',
    });
  });

  test('with the children’s list for one person, where their days with children were decided upon', () => {
    expect(mayAsk(decided(basic), barred, true)).toEqual({ may: true });
    expect(mayAsk(decided(basic), { ...barred, adultsBarred: true }, true).may).toBe(false);
    expect(mayAsk(decided(basic), enhanced, true).may).toBe(false);
    expect(mayAsk(null, barred, true).may).toBe(false);
  });

  test('never more than was decided, whatever is wanted', () => {
    const kinds = fc.record({
      level: fc.constantFrom(...LEVELS),
      workforce: fc.constantFrom(null, ...WORKFORCES),
      childrenBarred: fc.boolean(),
      adultsBarred: fc.boolean(),
    });
    fc.assert(
      fc.property(kinds, kinds, (decision, wanted) => {
        if (!mayAsk(decided(decision), wanted, false).may) return;
        expect(LEVELS.indexOf(wanted.level)).toBeLessThanOrEqual(LEVELS.indexOf(decision.level));
        expect(wanted.workforce).toBe(decision.workforce);
        expect(wanted.childrenBarred && !decision.childrenBarred).toBe(false);
        expect(wanted.adultsBarred && !decision.adultsBarred).toBe(false);
      }),
    );
  });

  test('what must not be asked for is said for every decision', () => {
    for (const kind of [nothing, basic, enhanced, barred])
      expect(mustNotAsk(decided(kind)).length).toBeGreaterThan(0);
    expect(mustNotAsk(decided(enhanced)).join(' ')).toContain('children’s barred list');
    expect(mustNotAsk(decided(barred)).join(' ')).not.toContain('the children’s barred list');
    expect(mustNotAsk(null)).toHaveLength(1);
  });
});

test('the decision that holds is the latest that has begun, and of one date the last', () => {
  const decisions = [
    decided(basic, { id: 'first' }),
    decided(enhanced, { id: 'later', effectiveFrom: day('2026-11-01') }),
    decided(barred, { id: 'corrected', effectiveFrom: day('2026-11-01') }),
  ];
  expect(decisionOn(decisions, day('2026-08-31'))).toBeNull();
  expect(decisionOn(decisions, day('2026-10-31'))?.id).toBe('first');
  expect(decisionOn(decisions, day('2026-11-01'))?.id).toBe('corrected');
});

test('a level counts three only where the children’s list was looked at', () => {
  expect([nothing, basic, enhanced, barred].map(levelNumber)).toEqual([0, 1, 2, 3]);
  expect(levelNumber({ level: 'enhanced_barred', childrenBarred: false })).toBe(2);
});

test('a kind of check that cannot be is said', () => {
  expect(kindFault({ ...enhanced, workforce: null })?.field).toBe('workforce');
  expect(kindFault({ ...barred, childrenBarred: false })?.field).toBe('lists');
  expect(kindFault({ ...enhanced, childrenBarred: true })?.field).toBe('lists');
  expect(tidyKind({ ...basic, workforce: 'child' }).workforce).toBeNull();
});

test('the words to start from are a check that can be, and ask for advice', () => {
  for (const part of ['peer_supporter', 'creche'] as const) {
    const suggested = suggestedDecision(part);
    expect(kindFault(suggested)).toBeNull();
    expect(suggested.reasoning).toContain('advice');
  }
});
