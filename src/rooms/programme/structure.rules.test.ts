import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activities, templates } from './content/all.ts';
import type { BlockKind, ThemeCode, TopicCode } from './content/shapes.ts';
import {
  balance,
  balanceGaps,
  blockStarts,
  checkPlan,
  type PlannedBlock,
  THEMES,
  TOPICS,
} from './structure.rules.ts';
import { BLOCK_KINDS } from './words.ts';

const rules = { checkInAfter: ['relaxation'], breakNeeded: true, totalMinutes: 120 } as const;

const block = (kind: BlockKind, minutes: number): PlannedBlock => ({ kind, minutes });
const good = [
  block('arriving', 10),
  block('welcome', 10),
  block('relaxation', 15),
  block('check_in', 20),
  block('break', 10),
  block('arriving_again', 5),
  block('learning', 25),
  block('reflection', 10),
  block('together', 15),
];
const codesOf = (blocks: readonly PlannedBlock[], since = {}) =>
  checkPlan(blocks, rules, since).map(({ code }) => code);

describe('a plan as it is built', () => {
  it('has nothing said about it when all is well', () => {
    expect(checkPlan(good, rules, { someoneJoined: true })).toEqual([]);
  });

  it('finds the structure of every template we ship in order', () => {
    for (const { groupKinds, structureRules } of templates)
      for (const { structure } of groupKinds) expect(checkPlan(structure, structureRules)).toEqual([]);
  });

  it('says how many minutes are free or too many', () => {
    expect(checkPlan(good.with(6, block('learning', 15)), rules)[0]?.words).toBe(
      '10 minutes of the 2 hours are still free.',
    );
    expect(checkPlan(good.with(6, block('learning', 40)), rules)[0]?.words).toBe(
      'This is 15 minutes longer than the 2 hours. Something can be shorter, or wait until next time.',
    );
    expect(checkPlan(good.with(6, block('learning', 24)), rules)[0]?.words).toBe(
      '1 minute of the 2 hours is still free.',
    );
  });

  it('asks for the check-in after relaxation, and points at it', () => {
    const swapped = good.with(2, block('check_in', 15)).with(3, block('relaxation', 20));
    expect(checkPlan(swapped, rules)).toEqual([
      expect.objectContaining({
        code: 'check_in',
        block: 2,
        words: expect.stringContaining('the other way round'),
      }),
    ]);
    const without = good.with(2, block('learning', 15));
    expect(checkPlan(without, rules)[0]?.words).toContain('no relaxation before it');
  });

  it('asks for a break, with something on both sides of it', () => {
    expect(codesOf(good.with(4, block('learning', 10)))).toEqual(['break']);
    expect(codesOf([...good.slice(0, 4), ...good.slice(5), block('break', 10)])).toEqual(['break']);
    expect(codesOf([...good, block('break', 0)].with(4, block('learning', 10)))).toEqual([
      'break',
      'empty_block',
    ]);
  });

  it('asks for the ground rules again only when someone joined', () => {
    const without = good.with(1, block('arriving', 10));
    expect(codesOf(without)).toEqual([]);
    expect(codesOf(without, { someoneJoined: true })).toEqual(['ground_rules']);
  });

  it('is quiet about minutes exactly when they add up, whatever the blocks', () => {
    const plans = fc.array(fc.record({ kind: fc.constantFrom(...BLOCK_KINDS), minutes: fc.nat(60) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(plans, (plan) => {
        const sum = plan.reduce((all, { minutes }) => all + minutes, 0);
        expect(codesOf(plan).includes('minutes')).toBe(sum !== 120);
        for (const { block: at } of checkPlan(plan, rules))
          expect(at === null || at < plan.length).toBe(true);
      }),
    );
  });
});

describe('when blocks start', () => {
  it('follows from the minutes before', () => {
    const starts = blockStarts(good, Temporal.PlainTime.from('10:30')).map(String);
    expect(starts.slice(0, 4)).toEqual(['10:30:00', '10:40:00', '10:50:00', '11:05:00']);
  });

  it('gives each block the sum of all before it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 10 }), (minutes) => {
        const start = Temporal.PlainTime.from('09:00');
        const starts = blockStarts(
          minutes.map((each) => ({ minutes: each })),
          start,
        );
        starts.forEach((at, index) => {
          const before = minutes.slice(0, index).reduce((all, each) => all + each, 0);
          expect(start.until(at).total('minutes')).toBe(before);
        });
      }),
    );
  });
});

describe('the balance of a course', () => {
  const some: { id: string; themes: ThemeCode[]; topics: TopicCode[] }[] = [
    { id: 'a', themes: ['mindfulness', 'coping_skills'], topics: ['wellbeing'] },
    { id: 'b', themes: ['tuning_in'], topics: ['pregnancy', 'parenting'] },
  ];

  it('gives minutes to the main theme and counts every theme touched', () => {
    const found = balance(
      [
        { activityId: 'a', minutes: 30 },
        { activityId: 'b', minutes: 10 },
        { activityId: null, minutes: 15 },
        { activityId: 'gone', minutes: 5 },
      ],
      some,
    );
    const theme = (code: ThemeCode) => found.themes.find((each) => each.code === code);
    expect(theme('mindfulness')).toEqual({ code: 'mindfulness', activities: 1, minutes: 30, share: 0.75 });
    expect(theme('coping_skills')).toEqual({ code: 'coping_skills', activities: 1, minutes: 0, share: 0 });
    expect(theme('tuning_in')?.share).toBe(0.25);
    expect(found.topics.find(({ code }) => code === 'parenting')?.minutes).toBe(5);
  });

  it('always shares out one whole, or nothing', () => {
    const uses = fc.array(
      fc.record({ activityId: fc.constantFrom('a', 'b', 'gone', null), minutes: fc.nat(90) }),
    );
    fc.assert(
      fc.property(uses, (blocks) => {
        const found = balance(blocks, some);
        for (const shares of [found.themes, found.topics]) {
          const whole = shares.reduce((sum, { share }) => sum + share, 0);
          const any = shares.some(({ minutes }) => minutes > 0);
          expect(whole).toBeCloseTo(any ? 1 : 0, 9);
        }
        expect(found.themes.map(({ code }) => code)).toEqual(THEMES);
        expect(found.topics.map(({ code }) => code)).toEqual(TOPICS);
      }),
    );
  });

  it('names what has come up too little, in words, and is quiet once it has', () => {
    const [template] = templates;
    if (!template) throw new Error('no template');
    const nothing = balanceGaps(balance([], []), template);
    expect(nothing).toHaveLength(template.themes.length + template.topics.length);
    expect(nothing[0]?.words).toMatch(/ has not come up yet\. \d over the course is a good aim\.$/);
    const everything = activities.map(({ themes, topics, code }) => ({ id: code, themes, topics }));
    const all = balance(
      everything.map(({ id }) => ({ activityId: id, minutes: 10 })),
      everything,
    );
    expect(balanceGaps(all, template)).toEqual([]);
  });
});
