import { expect, test } from 'vitest';
import { type Answers, compareReference, toLookAt } from './compare.rules.ts';
import {
  type NamedReferee,
  type RefereeMoments,
  refereeFaults,
  refereeState,
  reminderIsDue,
  rulesInWords,
  whoMoves,
} from './reference.rules.ts';
import { firstRules as rules } from './rules.queries.ts';

const june: NamedReferee = {
  name: 'June Park',
  email: 'june@example.org',
  phone: null,
  context: 'work',
  howKnown: 'We shared an office.',
  knownYears: 5,
  related: false,
  worksHere: false,
};
const own = { email: 'marta@example.org', phone: '+447700900123' };
const faultsOf = (
  changed: Partial<NamedReferee>,
  others: Parameters<typeof refereeFaults>[1]['others'] = [],
  bent: Parameters<typeof refereeFaults>[1]['bent'] = [],
) => refereeFaults({ ...june, ...changed }, { rules, others, bent, own }).map(({ field }) => field);

test('somebody who keeps the rules can be named; each rule that is not kept is said at its question', () => {
  expect(faultsOf({})).toEqual([]);
  expect(faultsOf({ knownYears: 1 })).toEqual(['knownYears']);
  expect(faultsOf({ knownYears: 2 })).toEqual([]);
  expect(faultsOf({ related: true, worksHere: true })).toEqual(['related', 'worksHere']);
  expect(faultsOf({ email: null })).toEqual(['email']);
  expect(faultsOf({ email: null, phone: '+447700900999' })).toEqual([]);
  expect(faultsOf({ email: 'MARTA@example.org' })).toEqual(['email']);
  expect(faultsOf({ phone: own.phone })).toEqual(['phone']);
});

test('the two referees come from two parts of life, and have addresses of their own', () => {
  const other = { email: 'ola@example.org', phone: null, context: 'work' as const };
  expect(faultsOf({}, [other])).toEqual(['context']);
  expect(faultsOf({ context: 'study' }, [other])).toEqual([]);
  expect(faultsOf({ context: 'study', email: 'Ola@example.org' }, [other])).toEqual(['email']);
});

test('a rule that is set aside for somebody no longer stands in their way, and is no longer read out', () => {
  const other = { email: 'ola@example.org', phone: null, context: 'work' as const };
  expect(faultsOf({}, [other], ['contexts'])).toEqual([]);
  expect(faultsOf({ knownYears: 0 }, [], ['known_years'])).toEqual([]);
  expect(faultsOf({ knownYears: 0 }, [], ['related'])).toEqual(['knownYears']);
  expect(rulesInWords(rules)).toHaveLength(5);
  expect(rulesInWords(rules, ['contexts', 'known_years'])).toHaveLength(3);
  expect(rulesInWords(rules)[1]).toBe('They have known you for two years or longer.');
});

const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const nothing: RefereeMoments = {
  letGoAt: null,
  askedAt: null,
  expiresAt: null,
  callWantedAt: null,
  answeredAt: null,
  declinedAt: null,
  outcome: null,
};

test('where a referee stands follows from what happened; an answer is not overtaken by a link that ends', () => {
  const asked = { ...nothing, askedAt: now, expiresAt: now.add({ hours: 24 }) };
  expect(refereeState(nothing, now)).toBe('named');
  expect(refereeState(asked, now)).toBe('asked');
  expect(refereeState(asked, now.add({ hours: 24 }))).toBe('lapsed');
  expect(refereeState({ ...asked, answeredAt: now }, now.add({ hours: 48 }))).toBe('answered');
  expect(refereeState({ ...asked, callWantedAt: now }, now)).toBe('call_wanted');
  expect(refereeState({ ...asked, declinedAt: now, letGoAt: now }, now)).toBe('declined');
  expect(refereeState({ ...asked, letGoAt: now }, now)).toBe('let_go');
  expect(refereeState({ ...asked, answeredAt: now, outcome: 'worry' }, now)).toBe('worry');
  expect(refereeState({ ...asked, answeredAt: now, outcome: 'weak' }, now)).toBe('accepted');
  expect(refereeState({ ...asked, answeredAt: now, outcome: 'good', letGoAt: now }, now)).toBe('let_go');
});

test('whose move it is: names first, then what waits for us, then the referees', () => {
  expect(whoMoves([], 2)).toBe('applicant');
  expect(whoMoves(['asked', 'declined'], 2)).toBe('applicant');
  expect(whoMoves(['asked', 'asked'], 2)).toBe('referees');
  expect(whoMoves(['accepted', 'asked'], 2)).toBe('referees');
  for (const state of ['answered', 'call_wanted', 'lapsed', 'worry'] as const)
    expect(whoMoves(['accepted', state], 2), state).toBe('us');
  expect(whoMoves(['accepted', 'accepted'], 2)).toBe('over');
  expect(whoMoves(['accepted', 'let_go', 'accepted'], 2)).toBe('over');
});

test('one reminder, after a week, while the link still opens', () => {
  const ask = { sentAt: now, expiresAt: now.add({ hours: 24 * 42 }), reminded: false, callWanted: false };
  expect(reminderIsDue(ask, 7, now.add({ hours: 24 * 7 - 1 }))).toBe(false);
  expect(reminderIsDue(ask, 7, now.add({ hours: 24 * 7 }))).toBe(true);
  expect(reminderIsDue({ ...ask, reminded: true }, 7, now.add({ hours: 24 * 9 }))).toBe(false);
  expect(reminderIsDue({ ...ask, callWanted: true }, 7, now.add({ hours: 24 * 9 }))).toBe(false);
  expect(reminderIsDue(ask, 7, now.add({ hours: 24 * 42 }))).toBe(false);
});

const answers: Answers = {
  howKnown: 'We worked together.',
  context: 'work',
  sinceYear: 2021,
  related: false,
  reliable: 'yes',
  reliableWords: '',
  calm: 'yes',
  calmWords: '',
  concern: 'no',
  concernWords: '',
  glad: 'yes',
  gladWords: '',
  mayRing: false,
  phone: '',
};

test('what the two say is put side by side, and one year apart is no difference', () => {
  const differs = (changed: Partial<Answers>, year = 2026) =>
    compareReference(june, { ...answers, ...changed }, { year, knownYears: 2 })
      .filter((line) => line.differs)
      .map(({ what }) => what);
  expect(differs({})).toEqual([]);
  expect(differs({ sinceYear: 2020 })).toEqual([]);
  expect(differs({ sinceYear: 2018 })).toEqual(['For how long']);
  expect(differs({ sinceYear: 2025 })).toEqual(['For how long']);
  expect(differs({ context: 'other', related: true })).toEqual([
    'From which part of life',
    'Related to each other',
  ]);
});

test('a reason against somebody, or the wish to talk, comes before everything else', () => {
  expect(toLookAt(answers)).toEqual([]);
  expect(toLookAt({ ...answers, concern: 'talk', reliable: 'no' }).map(({ grave }) => grave)).toEqual([
    true,
    false,
  ]);
  expect(toLookAt({ ...answers, concern: 'yes' })[0]?.grave).toBe(true);
  expect(toLookAt({ ...answers, glad: 'no' })[0]?.grave).toBe(true);
});
