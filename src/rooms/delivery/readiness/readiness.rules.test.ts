import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Asked,
  type Proof,
  type ReadinessFacts,
  type Requirement,
  readinessOn,
} from './readiness.rules.ts';
import { answerWords, reasonWords, refusalWords, renewalWords } from './readiness-words.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = day('2026-11-26');

const requirement = (code: Asked, more: Partial<Requirement> = {}): Requirement => ({
  part: 'peer_supporter',
  code,
  version: 1,
  effectiveFrom: day('2020-01-01'),
  dropped: false,
  minimum: 1,
  validMonths: null,
  graceDays: 0,
  renewDays: [60, 30, 7],
  keepsEarned: true,
  position: 1,
  words: 'So',
  ...more,
});

const proof = (code: Asked, earned: string, until: string | null = null, level = 2): Proof => ({
  code,
  earnedOn: day(earned),
  expiresOn: until === null ? null : day(until),
  level: code === 'clearance' ? level : null,
});

const facts = (more: Partial<ReadinessFacts> = {}): ReadinessFacts => ({
  accountId: 'a',
  personId: 'p',
  applicantId: 'x',
  closedOn: null,
  roles: [{ role: 'peer_supporter', centreId: 'here', endedOn: null }],
  suspensions: [],
  proofs: [],
  exemptions: [],
  levels: [
    { part: 'peer_supporter', on: TODAY, level: 2 },
    { part: 'peer_supporter', on: TODAY.add({ weeks: 1 }), level: 2 },
  ],
  requirements: [requirement('course')],
  askedOn: TODAY,
  pausesOn: null,
  ...more,
});

const on = (of: ReadinessFacts, date = TODAY) => readinessOn(of, 'peer_supporter', date, 'here');
const said = (of: ReadinessFacts, date = TODAY) =>
  refusalWords(on(of, date), { name: 'Priya', today: TODAY });

describe('the answer', () => {
  test('is yes once everything was shown, not yet while something never was, and no once it lapsed', () => {
    expect(on(facts()).answer).toBe('not_yet');
    expect(on(facts({ proofs: [proof('course', '2026-01-01')] })).answer).toBe('yes');
    expect(on(facts({ proofs: [proof('course', '2026-01-01', '2026-11-25')] })).answer).toBe('no');
    expect(on(facts({ proofs: [proof('course', '2026-11-27')] })).answer).toBe('not_yet');
  });

  test('counts two references, and the days of grace to the last of them', () => {
    const two = [requirement('references', { minimum: 2 })];
    expect(said(facts({ requirements: two, proofs: [proof('references', '2026-01-01')] }))).toContain(
      '2 are needed and 1 is accepted',
    );
    const graced = [requirement('course', { graceDays: 30 })];
    const ended = proof('course', '2025-01-01', '2026-10-27');
    expect(on(facts({ requirements: graced, proofs: [ended] })).renewals[0]).toMatchObject({
      inGrace: true,
      daysLeft: -30,
    });
    expect(on(facts({ requirements: graced, proofs: [ended] }), TODAY.add({ days: 1 })).answer).toBe('no');
  });

  test('a check that lapses before next Thursday holds today', () => {
    const of = facts({
      requirements: [requirement('clearance')],
      proofs: [proof('clearance', '2023-12-02', '2026-12-02')],
    });
    expect(on(of).answer).toBe('yes');
    expect(on(of).renewals.map((each) => renewalWords(each, { name: 'Priya', today: TODAY }))).toEqual([
      {
        code: 'clearance',
        words: 'The check holds until 2 December.',
        next: 'Ask Priya to bring the new certificate, or look at the update service together.',
      },
    ]);
    expect(on(of, TODAY.add({ weeks: 1 })).answer).toBe('no');
    expect(said(of, TODAY.add({ weeks: 1 }))).toContain('The check ran out on 2 December. Ask Priya');
  });

  test('asks for no check where none may be asked for, and for a decision where nobody made one', () => {
    const asked = facts({ requirements: [requirement('clearance')] });
    const level = (level: number | null) => [{ part: 'peer_supporter', on: TODAY, level }];
    expect(on({ ...asked, levels: level(0) }).answer).toBe('yes');
    expect(said({ ...asked, levels: level(null) })).toContain('Nobody has decided yet which check');
    expect(said({ ...asked, proofs: [proof('clearance', '2026-01-01', null, 1)] })).toContain('lower level');
    // A day nobody asked about takes the strictest level, never the laxest.
    expect(on({ ...asked, levels: [], proofs: [proof('clearance', '2026-01-01')] }).answer).toBe('not_yet');
  });

  test('a suspension is said without why, and ends on its last day', () => {
    const shown = { proofs: [proof('course', '2026-01-01')] };
    const suspended = facts({ ...shown, suspensions: [{ fromOn: day('2026-11-20'), untilOn: null }] });
    expect(on(suspended).answer).toBe('no');
    expect(said(suspended)).toBe(
      'Priya is not on sessions for now. The volunteer manager says when that ends.',
    );
    expect(answerWords(on(suspended))).toBe('Not on sessions');
    const lifted = facts({ ...shown, suspensions: [{ fromOn: day('2026-11-20'), untilOn: TODAY }] });
    expect(on(lifted).answer).toBe('yes');
  });

  test('somebody who answers for what is missing does so until their day, and for that alone', () => {
    const exemption = {
      part: 'peer_supporter',
      code: 'course',
      fromOn: day('2026-11-01'),
      untilOn: TODAY,
      endedOn: null,
    };
    expect(on(facts({ exemptions: [exemption] })).answer).toBe('yes');
    expect(on(facts({ exemptions: [exemption] }), TODAY.add({ days: 1 })).answer).toBe('not_yet');
    expect(on(facts({ exemptions: [{ ...exemption, endedOn: TODAY }] })).answer).toBe('not_yet');
    expect(on(facts({ exemptions: [{ ...exemption, part: 'creche' }] })).answer).toBe('not_yet');
  });

  test('the role is held here, and where nothing is laid down nobody is ready', () => {
    const shown = facts({ proofs: [proof('course', '2026-01-01')] });
    expect(readinessOn(shown, 'peer_supporter', TODAY, 'elsewhere').answer).toBe('no');
    expect(readinessOn(shown, 'practitioner', TODAY, 'here').answer).toBe('no');
    expect(on(facts({ requirements: [] })).reasons).toEqual([{ code: 'requirements', why: 'undecided' }]);
    expect(on(facts({ closedOn: TODAY })).reasons).toEqual([{ code: 'account', why: 'closed' }]);
  });
});

describe('a new version', () => {
  const versions = (keepsEarned: boolean) => [
    requirement('course'),
    requirement('course', {
      version: 2,
      effectiveFrom: day('2026-09-01'),
      validMonths: 12,
      keepsEarned,
    }),
  ];
  test('keeps what was earned before it where it says so, and not what was earned since', () => {
    const before = [proof('course', '2024-03-01')];
    expect(on(facts({ requirements: versions(true), proofs: before })).answer).toBe('yes');
    expect(on(facts({ requirements: versions(false), proofs: before })).answer).toBe('no');
    const since = [proof('course', '2026-09-02')];
    expect(on(facts({ requirements: versions(true), proofs: since }), day('2027-09-03')).answer).toBe('no');
  });

  test('a course of a leap day holds for a year until the last of February', () => {
    const leap = facts({
      requirements: [requirement('course', { validMonths: 12 })],
      proofs: [proof('course', '2024-02-29')],
    });
    expect(on(leap, day('2025-02-28')).answer).toBe('yes');
    expect(on(leap, day('2025-03-01')).answer).toBe('no');
  });
});

test('one more proof never makes somebody less ready, and no order of proofs matters', () => {
  const date = fc.integer({ min: 0, max: 1200 }).map((days) => day('2024-02-20').add({ days }));
  const any = fc.record({ earned: date, days: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }) });
  const rank = { no: 0, not_yet: 0, yes: 1 };
  fc.assert(
    fc.property(
      fc.array(any, { maxLength: 6 }),
      any,
      date,
      fc.integer({ min: 1, max: 3 }),
      (given, one, at, minimum) => {
        const made = (each: typeof one): Proof => ({
          code: 'course',
          earnedOn: each.earned,
          expiresOn: each.days === null ? null : each.earned.add({ days: each.days }),
          level: null,
        });
        const requirements = [requirement('course', { minimum, graceDays: 14, validMonths: 18 })];
        const ask = (proofs: readonly Proof[]) => on(facts({ requirements, proofs }), at);
        const less = ask(given.map(made));
        expect(ask(given.toReversed().map(made))).toEqual(less);
        expect(rank[ask([...given, one].map(made)).answer]).toBeGreaterThanOrEqual(rank[less.answer]);
      },
    ),
    { numRuns: 500 },
  );
});

test('every reason has words for a colleague and for the person', () => {
  const whole = facts({ closedOn: null, roles: [], suspensions: [{ fromOn: TODAY, untilOn: null }] });
  for (const reason of on(whole).reasons)
    for (const name of ['Priya', null]) {
      const { words, next } = reasonWords(reason, { name, today: TODAY });
      expect(words).toMatch(/\.$/);
      expect(next).toMatch(/\.$/);
    }
});
