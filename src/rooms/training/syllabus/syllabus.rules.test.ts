import { describe, expect, it } from 'vitest';
import { coreSyllabus } from '../content/syllabus/core.ts';
import { inUse, type Syllabus } from './syllabus.queries.ts';
import { layoutFaults, meetingMinutes, placedParts, syllabusFaults, unitFaults } from './syllabus.rules.ts';
import type { Layout, LayoutMeeting, SyllabusUnit } from './syllabus.shape.ts';

const { content } = coreSyllabus;
const { units } = content;
const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not in the syllabus that ships');
  return value;
};
const layout = (code: Layout['code']) => found(content.layouts.find((each) => each.code === code));
const faultsOf = (change: (meetings: readonly LayoutMeeting[]) => readonly LayoutMeeting[]) => {
  const base = layout('three_weekends');
  return layoutFaults({ ...base, meetings: [...change(base.meetings)] }, units).join(' ');
};
const unit = (code: string): { unit: string } => ({ unit: code });

describe('a layout', () => {
  it('may be used when each unit is in it once, in humane days', () => {
    for (const each of content.layouts) expect(layoutFaults(each, units)).toEqual([]);
  });

  it('has each unit once', () => {
    expect(faultsOf((meetings) => meetings.slice(0, -1))).toContain('is missing.');
    expect(
      faultsOf(([first, ...rest]) => [
        { ...found(first), parts: [...found(first).parts, unit('boundaries')] },
        ...rest,
      ]),
    ).toContain('“Boundaries: where I end and you begin” is there more than once.');
    expect(
      faultsOf(([first, ...rest]) => [{ ...found(first), parts: [unit('knitting')] }, ...rest]),
    ).toContain('There is no unit “knitting” in this syllabus.');
  });

  it('begins with being with people', () => {
    const swapped = (parts: LayoutMeeting['parts']) =>
      parts.map((part) =>
        'unit' in part && part.unit === 'listening'
          ? unit('boundaries')
          : 'unit' in part && part.unit === 'boundaries'
            ? unit('listening')
            : part,
      );
    expect(
      faultsOf((meetings) => meetings.map((each) => ({ ...each, parts: swapped(each.parts) }))),
    ).toContain('Being with people comes first');
  });

  it('has time to be together, and nobody goes home straight from safeguarding', () => {
    const faults = faultsOf((meetings) =>
      meetings.map((each) => ({ ...each, parts: each.parts.filter((part) => !('social' in part)) })),
    );
    expect(faults).toContain('There is no time to be together');
    expect(faults).toContain('lets people go home straight from safeguarding');
    expect(faults).toContain('two units without a pause');
    expect(faults).toContain('without a meal of 45 minutes');
  });

  it('has days one after the other, the first of them first', () => {
    expect(faultsOf((meetings) => meetings.map((each) => ({ ...each, afterDays: 0 })))).toContain(
      'has to be on a later day than',
    );
    expect(
      faultsOf((meetings) => meetings.map((each) => ({ ...each, afterDays: each.afterDays + 1 }))),
    ).toContain('The first meeting is on the first day');
  });

  it.each([
    ['08:45', 'begins before 9am'],
    ['12:30', 'has learning after 7pm'],
    ['17:00', 'has more than one unit in an evening'],
  ])('does not let a day of three units begin at %s', (startsAt, fault) => {
    expect(faultsOf(([first, ...rest]) => [{ ...found(first), startsAt }, ...rest])).toContain(fault);
  });

  it('ends an evening by 9.30pm, and 9.30pm is early enough', () => {
    const at = (startsAt: string) =>
      layoutFaults(
        {
          ...layout('evenings'),
          meetings: layout('evenings').meetings.map((each) => ({ ...each, startsAt })),
        },
        units,
      );
    expect(at('19:15')).toEqual([]);
    expect(at('19:16').join(' ')).toContain('has learning after 9.30pm');
  });

  it('has no two days of four units one after the other', () => {
    const two = layout('two_weekends');
    const [first, saturday, sunday, ...rest] = two.meetings;
    const full = {
      ...found(saturday),
      title: 'Another full day',
      afterDays: found(saturday).afterDays + 1,
    };
    expect(
      layoutFaults({ ...two, meetings: [found(first), found(saturday), full, ...rest] }, units).join(' '),
    ).toContain('First Saturday and Another full day are two days of four units');
    expect(found(sunday).afterDays).toBe(full.afterDays);
  });

  it('says when each part begins and how long the whole takes', () => {
    const [first] = layout('evenings').meetings;
    expect(placedParts(found(first), units).map(({ kind, from, minutes }) => [kind, from, minutes])).toEqual([
      ['social', 18 * 60 + 45, 15],
      ['unit', 19 * 60, 120],
    ]);
    expect(meetingMinutes(found(first), units)).toBe(135);
  });
});

describe('a unit', () => {
  const [first] = units;
  const outline = found(first).outline;
  it('adds up to its minutes', () => {
    expect(unitFaults(found(first))).toEqual([]);
    expect(unitFaults({ minutes: 120, outline: outline.slice(1) })[0]).toBe(
      'The outline adds up to 100 minutes, and the unit takes 120. Take 20 more and give them to a part.',
    );
  });
  it('keeps the break and the place to reflect on real sessions', () => {
    const without = (method: string) =>
      unitFaults({ minutes: 120, outline: outline.filter((part) => part.method !== method) }).join(' ');
    expect(without('break')).toContain('Leave a break');
    expect(without('reflection')).toContain('reflect on real sessions');
  });
});

describe('a syllabus', () => {
  const change = (code: string, words: Partial<SyllabusUnit>) => ({
    ...content,
    units: units.map((each) => (each.code === code ? { ...each, ...words } : each)),
  });
  it('teaches each of its competencies, and none that it does not have', () => {
    expect(syllabusFaults(change('partners', { competencies: ['inclusion'] }))).toEqual([
      'No unit teaches “Sees the whole family”.',
    ]);
    expect(syllabusFaults(change('group', { competencies: ['groups', 'juggling'] }))).toEqual([
      'There is no competency “juggling”.',
    ]);
  });
  it('numbers its units without a gap and asks for none in a level that is not there', () => {
    expect(syllabusFaults(change('group', { number: 3 }))).toContain('Unit 3 is out of its turn.');
    const levels = content.levels.map((level) => ({ ...level, units: [...level.units, 'juggling'] }));
    expect(syllabusFaults({ ...content, levels })).toEqual([
      'Core training asks for “juggling”, which is not there.',
    ]);
  });
});

describe('the version a new cohort opens with', () => {
  const version = (number: number, effectiveFrom: string, usable: boolean): Syllabus => ({
    id: `version ${number}`,
    code: 'core',
    version: number,
    name: 'Core training',
    effectiveFrom: Temporal.PlainDate.from(effectiveFrom),
    content,
    madeBy: null,
    madeAt: Temporal.Instant.from('2026-01-01T09:00:00Z'),
    review: null,
    usable,
  });
  const on = Temporal.PlainDate.from('2026-11-23');
  it('is the newest that may be used and is in effect, its first day included', () => {
    const versions = [
      version(4, '2026-11-24', true),
      version(3, '2026-11-23', false),
      version(2, '2026-11-23', true),
      version(1, '2026-01-01', true),
    ];
    expect(inUse(versions, on)?.version).toBe(2);
    expect(inUse([...versions].reverse(), on)?.version).toBe(2);
    expect(inUse([version(1, '2026-01-01', false)], on)).toBeNull();
  });
});
