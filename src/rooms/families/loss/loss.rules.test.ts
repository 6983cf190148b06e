import { describe, expect, test } from 'vitest';
import type { About } from '#platform/messages/message.ts';
import type { FamilyFacts } from '../family.queries.ts';
import { mayGo, whoRests } from './loss.rules.ts';

type Facts = Pick<FamilyFacts, 'pregnancyId' | 'lossOfAll' | 'resting' | 'undecided' | 'supportRests'>;
const facts = (changed: Partial<Facts> = {}): Facts => ({
  pregnancyId: 'p',
  lossOfAll: false,
  resting: null,
  undecided: false,
  supportRests: false,
  ...changed,
});
const everything: readonly About[] = ['referral', 'group', 'baby', 'safety', 'team', 'account', 'support'];
const going = (about: Facts) => everything.filter((each) => mayGo(about, each, null));

describe('what may be sent', () => {
  test('is everything, while nothing happened', () => expect(going(facts())).toEqual(everything));

  test.each(['own_loss', 'linked_loss', 'baby_elsewhere', 'asked'] as const)(
    'rests but for support, safety and the account: %s',
    (resting) => expect(going(facts({ resting }))).toEqual(['safety', 'team', 'account', 'support']),
  );

  test('is nothing at all for a parent who was not told, until somebody decides', () => {
    expect(going(facts({ resting: 'linked_loss', undecided: true }))).toEqual(['safety', 'team', 'account']);
    expect(going(facts({ resting: 'baby_elsewhere', undecided: true }))).toContain('support');
  });

  test('stays stopped about the family after a loss of all, even when nothing rests any more', () =>
    expect(going(facts({ lossOfAll: true }))).toEqual(['safety', 'team', 'account', 'support']));

  test('leaves support out where that was decided', () =>
    expect(going(facts({ resting: 'linked_loss', supportRests: true }))).toEqual([
      'safety',
      'team',
      'account',
    ]));

  test('is never something left over from an earlier pregnancy', () => {
    expect(mayGo(facts(), 'baby', 'p')).toBe(true);
    expect(mayGo(facts(), 'baby', 'the one before')).toBe(false);
  });
});

test('who told us rests for it; the others rest quietly; nobody told us, all rest quietly', () => {
  expect(whoRests(['a', 'b'], 'a')).toEqual({ own: ['a'], quietly: ['b'] });
  expect(whoRests(['a', 'b'], null)).toEqual({ own: [], quietly: ['a', 'b'] });
});
