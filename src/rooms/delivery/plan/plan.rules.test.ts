import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockStarts } from '#rooms/programme/door.ts';
import {
  blockKey,
  forThisRoom,
  inOrderOfFit,
  moved,
  type Present,
  roomInWords,
  suggested,
} from './plan.rules.ts';
import { lengthText, startsFrom, startText, sumWords } from './plan-clock.rules.ts';
import {
  DONES,
  sameWent,
  tidiedWent,
  type Went,
  wentChange,
  wentFrom,
  wentText,
  wentTogether,
} from './run-sheet.rules.ts';

describe('the clock of a plan', () => {
  test('says lengths and starts as people read them', () => {
    expect(lengthText(120)).toBe('2 h 00');
    expect(lengthText(95)).toBe('1 h 35');
    expect(lengthText(45)).toBe('45 min');
    expect(startText(10 * 60 + 30)).toBe('10.30');
    expect(startText(13 * 60 + 5)).toBe('1.05');
    expect(startText(0)).toBe('12.00');
  });

  test('is gentle about the sum', () => {
    expect(sumWords(120, 120)).toBe('Fits the two hours.');
    expect(sumWords(119, 120)).toBe('1 minute still free.');
    expect(sumWords(130, 120)).toMatch(/^10 minutes too long/);
  });

  test('in the browser agrees with the server', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 });
    const from = fc.integer({ min: 0, max: 23 * 60 });
    fc.assert(
      fc.property(from, minutes, (start, each) => {
        const server = blockStarts(
          each.map((one) => ({ minutes: one })),
          Temporal.PlainTime.from({ hour: Math.floor(start / 60), minute: start % 60 }),
        );
        const browser = startsFrom(start, each);
        expect(browser.map(startText)).toEqual(server.map((time) => startText(time.hour * 60 + time.minute)));
      }),
    );
  });
});

describe('the blocks of a plan', () => {
  const blocks = suggested([
    { kind: 'arriving', name: 'Coming in', minutes: 10, words: '' },
    { kind: 'check_in', name: 'Check-in', minutes: 20, words: '' },
    { kind: 'break', name: 'Break', minutes: 10, words: '' },
  ]);

  test('begin as the programme suggests, each with a name of its own', () => {
    expect(blocks.map((block) => [blockKey(block), block.kind, block.minutes])).toEqual([
      ['t1', 'arriving', 10],
      ['t2', 'check_in', 20],
      ['t3', 'break', 10],
    ]);
  });

  test('move one place, and no further than the ends; none is ever lost', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(ids, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (all, pick, by) => {
        const list = all.map((id) => ({ id }));
        const id = all[pick % all.length] ?? '';
        const after = moved(list, id, by).map((each) => each.id);
        expect(after.toSorted()).toEqual(all.toSorted());
        const to = Math.min(Math.max(all.indexOf(id) + by, 0), all.length - 1);
        expect(after.indexOf(id)).toBe(to);
      }),
    );
  });
});

const present = (more: Partial<Present> = {}): Present => ({
  weeks: 26,
  stage: 'trimester_2',
  interpreter: false,
  partner: false,
  ...more,
});

describe('who is in the room', () => {
  test('is said in a sentence or two, and never who', () => {
    expect(roomInWords([])).toBe('Nobody has a place yet.');
    expect(roomInWords([present()])).toBe('One parent, 26 weeks.');
    const seven = [24, 31, 26, 26, 27, 28, 30].map((weeks, at) =>
      present({ weeks, interpreter: at === 0, partner: at === 1 }),
    );
    expect(roomInWords(seven)).toBe(
      'Seven parents, 24 to 31 weeks. One uses an interpreter, one comes with a partner.',
    );
    expect(roomInWords([present({ weeks: null, stage: null, partner: true })])).toBe(
      'One parent. One comes with a partner.',
    );
    expect(roomInWords(seven, true)).toBe('Up to seven parents may come. One uses an interpreter.');
  });

  const content = {
    adaptations: [
      { kind: 'bump' as const, text: 'Lie on your side' },
      { kind: 'interpreter' as const, text: 'Short sentences' },
      { kind: 'baby_in_arms' as const, text: 'Sway' },
    ],
    cautions: [
      { kind: 'late_pregnancy' as const, text: 'Nobody flat on their back' },
      { kind: 'trauma' as const, text: 'Eyes may stay open' },
    ],
  };

  test('decides what of an activity matters today', () => {
    const pregnant = forThisRoom(content, [present({ interpreter: true })], false);
    expect(pregnant.adaptations).toEqual(['Lie on your side', 'Short sentences']);
    expect(pregnant.cautions).toEqual(['Nobody flat on their back', 'Eyes may stay open']);
    expect(pregnant.suitsBump).toBe(true);
    const born = forThisRoom(content, [present({ weeks: null, stage: 'baby_3_6' })], false);
    expect(born.adaptations).toEqual(['Sway']);
    expect(born.cautions).toEqual(['Eyes may stay open']);
    expect(born.suitsBump).toBe(false);
  });
});

describe('what fits a block', () => {
  const activity = (code: string, more: object = {}) => ({
    id: code,
    code,
    title: code,
    mainTheme: 'mindfulness' as const,
    stages: ['trimester_2' as const, 'trimester_3' as const],
    minutes: { usual: 15, least: 10, most: 20 },
    favourite: false,
    ...more,
  });
  const room = {
    stages: ['trimester_2' as const],
    minutes: 15,
    themeMinutes: new Map(),
    doneCodes: new Set<string>(),
  };
  const codes = (all: readonly ReturnType<typeof activity>[], more: object = {}) =>
    inOrderOfFit(all, { ...room, ...more }).map((each) => each.code);

  test('leaves out what is too long and what is for nobody here', () => {
    expect(
      codes([
        activity('fits'),
        activity('long', { minutes: { usual: 30, least: 25, most: 40 } }),
        activity('late', { stages: ['baby_3_6'] }),
      ]),
    ).toEqual(['fits']);
  });

  test('puts favourites first, then what suits everyone, what is new, and themes that had least', () => {
    const all = [
      activity('done'),
      activity('theme', { mainTheme: 'tuning_in' }),
      activity('some', { stages: ['trimester_2'] }),
      activity('loved', { favourite: true }),
      activity('plain'),
    ];
    expect(
      codes(all, {
        stages: ['trimester_2', 'trimester_3'],
        doneCodes: new Set(['done']),
        themeMinutes: new Map([['mindfulness', 40]]),
      }),
    ).toEqual(['loved', 'theme', 'plain', 'done', 'some']);
  });
});

describe('how a block went', () => {
  const went: fc.Arbitrary<Went> = fc
    .record({ done: fc.constantFrom(null, ...DONES), how: fc.constantFrom('', 'shorter', 'outside') })
    .map(tidiedWent);

  test('is read back from its hidden field', () => {
    fc.assert(
      fc.property(went, (each) => {
        expect(wentFrom(wentText(each))).toEqual(each);
      }),
    );
    expect(wentFrom('no')).toBeNull();
  });

  test('is written only where somebody touched it, and two words for one block are shown both', () => {
    fc.assert(
      fc.property(went, went, went, (drawn, mine, now) => {
        const { shown, clash } = wentTogether(drawn, mine, now);
        const touched = wentChange(drawn, mine) !== null;
        expect(sameWent(shown, touched ? mine : now)).toBe(true);
        if (clash) expect(touched && !sameWent(mine, now) && !sameWent(now, drawn)).toBe(true);
      }),
    );
  });
});
