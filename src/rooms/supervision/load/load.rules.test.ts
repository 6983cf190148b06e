import { describe, expect, it } from 'vitest';
import { LOAD_KINDS, LOAD_LEVELS, type LoadFacts, type LoadKind, loadOf } from './load.rules.ts';
import { loadRules, FIRST_LOAD_RULES as RULES } from './load.shape.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const back = (days: number) => today.subtract({ days });
const entry = (kind: LoadKind, daysAgo: number) => ({ kind, on: back(daysAgo) });
const facts = (over: Partial<LoadFacts> = {}): LoadFacts => ({
  today,
  entries: [],
  lastSupervisionOn: back(10),
  supervisionSince: back(200),
  lastDebriefOn: null,
  ...over,
});
const rank = (of: LoadFacts) => LOAD_LEVELS.indexOf(loadOf(of, RULES).level);
const reason = (of: LoadFacts, code: string) => loadOf(of, RULES).reasons.find((each) => each.code === code);

/** A row of numbers that is the same in every run. */
const numbers = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};
const anyFacts = (next: () => number): LoadFacts => {
  const upTo = (most: number) => Math.floor(next() * most);
  const perhaps = (most: number) => (next() < 0.3 ? null : back(upTo(most)));
  return facts({
    entries: Array.from({ length: upTo(14) }, () => entry(LOAD_KINDS[upTo(3)] ?? 'session', upTo(80) - 5)),
    lastSupervisionOn: perhaps(90),
    supervisionSince: perhaps(300),
    lastDebriefOn: perhaps(60),
  });
};

describe('what is told of somebody, in one plain signal', () => {
  it('is light where little was told and supervision was held', () => {
    const load = loadOf(facts({ entries: [entry('session', 3), entry('session', 10)] }), RULES);
    expect(load.level).toBe('light');
    expect(load.reasons.map(({ words }) => words)).toContain('2 sessions run in the last 4 weeks.');
    expect(load.reasons.map(({ words }) => words)).toContain('The last supervision was 10 days ago.');
  });

  it('says each number, and what is heavy by itself makes the whole heavy', () => {
    expect(loadOf(facts({ entries: [entry('hard', 5)] }), RULES).level).toBe('steady');
    expect(loadOf(facts({ entries: [entry('hard', 5), entry('hard', 20)] }), RULES).level).toBe('heavy');
    expect(reason(facts({ entries: [entry('hard', 5), entry('hard', 20)] }), 'hard')?.words).toBe(
      'A session felt heavy: twice in the last 4 weeks.',
    );
    const longer = facts({
      entries: [entry('disclosure', 12), entry('disclosure', 40), entry('disclosure', 50)],
    });
    expect(loadOf(longer, RULES).level).toBe('heavy');
    expect(loadOf(longer, RULES).reasons[0]?.words).toBe(
      'Somebody told something that stays: 3 times in the last 8 weeks.',
    );
  });

  it('begins to count on the day itself and stops on the last day of its stretch', () => {
    const on = (days: number) => reason(facts({ entries: [entry('hard', days)] }), 'hard')?.number;
    expect([on(-1), on(0), on(27), on(28)]).toEqual([0, 1, 1, 0]);
  });

  it('counts the days since supervision from its beginning where none was held', () => {
    const none = { lastSupervisionOn: null };
    expect(reason(facts({ ...none, supervisionSince: back(40) }), 'since_supervision')).toMatchObject({
      level: 'steady',
      number: 40,
    });
    expect(reason(facts({ ...none, supervisionSince: null }), 'since_supervision')).toMatchObject({
      level: 'light',
      number: null,
    });
    expect(loadOf(facts({ lastSupervisionOn: back(56) }), RULES).level).toBe('heavy');
  });

  it('knows of something heavy until somebody has sat down with them', () => {
    const told = { entries: [entry('disclosure', 22)] };
    expect(reason(facts({ ...told, lastSupervisionOn: back(30) }), 'not_talked_about')).toMatchObject({
      level: 'heavy',
      number: 22,
    });
    expect(reason(facts({ ...told, lastSupervisionOn: back(21) }), 'not_talked_about')?.level).toBe('light');
    expect(
      reason(facts({ ...told, lastSupervisionOn: back(30), lastDebriefOn: back(22) }), 'not_talked_about')
        ?.level,
    ).toBe('light');
  });

  it('never becomes lighter when there is more of anything', () => {
    const next = numbers(4);
    for (let run = 0; run < 2000; run += 1) {
      const before = anyFacts(next);
      const more = {
        ...before,
        entries: [
          ...before.entries,
          entry(LOAD_KINDS[Math.floor(next() * 3)] ?? 'session', Math.floor(next() * 70)),
        ],
      };
      expect(rank(more)).toBeGreaterThanOrEqual(rank(before));
      const { lastSupervisionOn } = before;
      if (!lastSupervisionOn) continue;
      const longAgo = {
        ...before,
        lastSupervisionOn: lastSupervisionOn.subtract({ days: Math.floor(next() * 40) }),
      };
      expect(rank(longAgo)).toBeGreaterThanOrEqual(rank(before));
    }
  });

  it('is always the level of the heaviest reason it gives, and gives every reason with words', () => {
    const next = numbers(23);
    const met = new Set<string>();
    for (let run = 0; run < 2000; run += 1) {
      const load = loadOf(anyFacts(next), RULES);
      met.add(load.level);
      const heaviest = Math.max(...load.reasons.map(({ level }) => LOAD_LEVELS.indexOf(level)));
      expect(LOAD_LEVELS[heaviest]).toBe(load.level);
      expect(load.reasons[0]?.level).toBe(load.level);
      expect(load.reasons).toHaveLength(7);
      for (const { words } of load.reasons) expect(words).toMatch(/^[A-Z0-9].*\.$/);
    }
    expect([...met].sort()).toEqual(['heavy', 'light', 'steady']);
  });

  it('takes no thresholds that contradict themselves', () => {
    expect(loadRules.safeParse(RULES).success).toBe(true);
    expect(loadRules.safeParse({ ...RULES, longDays: 14 }).success).toBe(false);
    expect(loadRules.safeParse({ ...RULES, hard: { ...RULES.hard, steady: 5 } }).success).toBe(false);
  });
});
