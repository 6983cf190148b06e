import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { careFor, languageName, stageOn } from './in-the-room.rules.ts';
import {
  asksAfter,
  assertMayClose,
  assertNotLonger,
  changeOf,
  type Drawn,
  drawnFrom,
  drawnText,
  MARKS,
  type Marked,
  registerStage,
  sameMark,
  shownAtFirst,
  tidied,
  together,
  UNMARKED,
} from './register.rules.ts';

const mark = fc.constantFrom(null, ...MARKS);
const marked: fc.Arbitrary<Marked> = fc
  .record({ mark, partnerCame: fc.boolean(), babyCame: fc.boolean() })
  .map(tidied);
const drawn: fc.Arbitrary<Drawn> = fc.oneof(
  fc.constantFrom(null, ...MARKS).map((offered) => ({ ...UNMARKED, version: 0, offered })),
  marked
    .filter((row) => row.mark !== null)
    .chain((row) => fc.integer({ min: 1, max: 99 }).map((version) => ({ ...row, version, offered: null }))),
);

describe('a row of the form', () => {
  test('is read back from its hidden field as it was drawn', () => {
    fc.assert(
      fc.property(drawn, (row) => {
        expect(drawnFrom(drawnText(row))).toEqual(row);
      }),
    );
    expect(drawnFrom('3.came.1')).toBeNull();
  });

  test('that nobody touched is not written, unless the page offered a choice where nothing was', () => {
    fc.assert(
      fc.property(drawn, (row) => {
        const change = changeOf(row, shownAtFirst(row));
        if (row.offered === null) expect(change).toBeNull();
        else expect(change).toEqual({ row: { ...UNMARKED, mark: row.offered }, version: 0, touched: false });
      }),
    );
  });

  test('that somebody touched carries the version it was decided on', () => {
    const row: Drawn = { mark: 'came', partnerCame: false, babyCame: false, version: 4, offered: null };
    const change = changeOf(row, { mark: 'late', partnerCame: true, babyCame: false });
    expect(change).toEqual({
      row: { mark: 'late', partnerCame: true, babyCame: false },
      version: 4,
      touched: true,
    });
  });

  test('lets go of a partner and a baby where nobody came', () => {
    expect(tidied({ mark: 'did_not_come', partnerCame: true, babyCame: true })).toEqual({
      mark: 'did_not_come',
      partnerCame: false,
      babyCame: false,
    });
  });
});

describe('a form that comes back', () => {
  test('shows theirs where nothing was touched, mine where it was, and clashes only when both changed it apart', () => {
    fc.assert(
      fc.property(drawn, marked, marked, (row, mine, now) => {
        const { shown, clash } = together(row, mine, now);
        const touched = !sameMark(mine, tidied(shownAtFirst(row)));
        if (touched) expect(shown).toEqual(mine);
        else if (now.mark !== null) expect(shown).toEqual(now);
        if (clash) {
          expect(touched).toBe(true);
          expect(sameMark(mine, now)).toBe(false);
          expect(sameMark(now, row)).toBe(false);
        }
        if (!touched) expect(clash).toBe(false);
      }),
    );
  });
});

describe('the register', () => {
  const session = {
    on: Temporal.PlainDate.from('2026-11-26'),
    zone: 'Europe/London',
    closed: null,
    calledOffWhy: null,
  };
  const at = (text: string) => Temporal.Instant.from(text);

  test('opens on its own day at the centre', () => {
    expect(registerStage(session, at('2026-11-25T23:59:00Z'))).toBe('ahead');
    expect(registerStage(session, at('2026-11-26T00:01:00Z'))).toBe('open');
    expect(registerStage({ ...session, closed: {} }, at('2026-11-26T13:00:00Z'))).toBe('closed');
    expect(registerStage({ ...session, calledOffWhy: '' }, at('2026-11-26T13:00:00Z'))).toBe('called_off');
  });

  const closing = { happened: true, whyNot: null, begun: true, bookedOnly: true, unmarked: 0 };

  test('of a group closes when everyone is marked, and says how many are not', () => {
    expect(() => assertMayClose(closing)).not.toThrow();
    expect(() => assertMayClose({ ...closing, unmarked: 1 })).toThrow('1 parent is not marked yet');
    expect(() => assertMayClose({ ...closing, unmarked: 2 })).toThrow('2 parents are not marked yet');
  });

  test('of a drop-in closes with families unmarked, because people come when they can', () => {
    expect(() => assertMayClose({ ...closing, bookedOnly: false, unmarked: 40 })).not.toThrow();
  });

  test('of a session that did not happen needs a reason and no marks', () => {
    const not = { ...closing, happened: false, unmarked: 8, begun: false };
    expect(() => assertMayClose(not)).toThrow('why the session did not happen');
    expect(() => assertMayClose({ ...not, whyNot: 'weather' })).not.toThrow();
  });

  test('does not close as held before the session has begun', () => {
    expect(() => assertMayClose({ ...closing, begun: false })).toThrow('not begun');
  });

  test('a past session may become shorter and never longer', () => {
    const times = { startsAt: at('2026-11-26T10:30:00Z'), endsAt: at('2026-11-26T12:30:00Z') };
    fc.assert(
      fc.property(fc.integer({ min: -240, max: 240 }), (minutes) => {
        const ended = times.endsAt.add({ minutes });
        if (minutes > 0) expect(() => assertNotLonger(times, ended)).toThrow('cannot be made longer');
        else if (minutes <= -120)
          expect(() => assertNotLonger(times, ended)).toThrow('after the session began');
        else expect(() => assertNotLonger(times, ended)).not.toThrow();
      }),
    );
  });
});

describe('asking after somebody', () => {
  const row = {
    mark: 'did_not_come' as const,
    happened: true,
    whyNot: null,
    kind: 'antenatal_group' as const,
    saidComing: null,
    resting: false,
  };

  test('follows when somebody of a group did not come', () => {
    expect(asksAfter(row)).toBe(true);
    expect(asksAfter({ ...row, mark: 'sent_word' })).toBe(false);
  });

  test('follows in a drop-in only when they had said they would come', () => {
    expect(asksAfter({ ...row, kind: 'drop_in' })).toBe(false);
    expect(asksAfter({ ...row, kind: 'drop_in', saidComing: true })).toBe(true);
  });

  test('never follows while messages rest, nor after a session that was not held', () => {
    expect(asksAfter({ ...row, resting: true })).toBe(false);
    expect(asksAfter({ ...row, happened: false, whyNot: 'weather' })).toBe(false);
    expect(asksAfter({ ...row, happened: false, whyNot: 'nobody_came' })).toBe(true);
  });
});

describe('how to meet somebody', () => {
  const fine = { stage: 'pregnant' as const, someLost: false, resting: null };

  test('nothing is said when there is nothing to mind', () => {
    expect(careFor(fine, true)).toBeNull();
    expect(careFor({ ...fine, stage: 'born' }, false)).toBeNull();
  });

  test('whoever may not know reads the same words for every reason, and none of them tells', () => {
    const reasons = [
      { ...fine, stage: 'loss' as const },
      { ...fine, someLost: true },
      { ...fine, resting: 'own_loss' as const },
      { ...fine, resting: 'linked_loss' as const },
      { ...fine, resting: 'baby_elsewhere' as const },
    ];
    const words = reasons.map((each) => careFor(each, false)?.words);
    expect(new Set(words).size).toBe(1);
    expect(words[0]).not.toMatch(/loss|lost|died|elsewhere/i);
    for (const each of reasons) expect(careFor(each, true)?.quiet).toBe(true);
  });

  test('a family is at the stage the toolbox names', () => {
    const on = Temporal.PlainDate.from('2026-11-26');
    const due = (days: number) => ({ stage: 'pregnant' as const, dueOn: on.add({ days }), babies: [] });
    expect(stageOn(due(280 - 12 * 7 - 6), on)).toBe('trimester_1');
    expect(stageOn(due(280 - 13 * 7), on)).toBe('trimester_2');
    expect(stageOn(due(280 - 28 * 7), on)).toBe('trimester_3');
    const born = (months: number, died = false) => ({
      stage: 'born' as const,
      dueOn: null,
      babies: [{ bornOn: on.subtract({ months }), died }],
    });
    expect(stageOn(born(2), on)).toBe('newborn_0_3');
    expect(stageOn(born(3), on)).toBe('baby_3_6');
    expect(stageOn(born(7), on)).toBe('baby_6_12');
    expect(stageOn(born(7, true), on)).toBeNull();
  });

  test('a language is said by its name', () => {
    expect(languageName('en', false)).toBe('');
    expect(languageName('en', true)).toBe('with an interpreter');
    expect(languageName('pl', true)).toBe('Polish, with an interpreter');
  });
});
