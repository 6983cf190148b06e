import { describe, expect, it } from 'vitest';
import { coreSyllabus as shipped } from '../content/syllabus/core.ts';
import { cohortState, inARow, layOut, meetingDays, missingBefore, unitState } from './cohort.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const moment = (text: string) => Temporal.Instant.from(text);
const words = (days: readonly Temporal.PlainDate[]) => days.map(String);

describe('the days of a cohort', () => {
  it('are counted from its first day', () => {
    const evenings = [0, 7, 14].map((afterDays) => ({ afterDays }));
    expect(words(meetingDays(day('2027-01-12'), evenings, new Set()))).toEqual([
      '2027-01-12',
      '2027-01-19',
      '2027-01-26',
    ]);
  });

  it('leave a bank holiday out, and everything after it moves on by a week', () => {
    const evenings = [0, 7, 14].map((afterDays) => ({ afterDays }));
    const monday = meetingDays(day('2026-12-21'), evenings, new Set(['2026-12-28']));
    expect(words(monday)).toEqual(['2026-12-21', '2027-01-04', '2027-01-11']);
    expect(monday.every(({ dayOfWeek }) => dayOfWeek === 1)).toBe(true);
  });

  it('keep a weekend together when one day of it is a holiday', () => {
    const weekends = [0, 1, 2, 14, 15, 16].map((afterDays) => ({ afterDays }));
    expect(words(meetingDays(day('2027-03-12'), weekends, new Set(['2027-03-26'])))).toEqual([
      '2027-03-12',
      '2027-03-13',
      '2027-03-14',
      '2027-04-02',
      '2027-04-03',
      '2027-04-04',
    ]);
  });

  it('pass several holidays in a row', () => {
    const found = meetingDays(day('2026-12-25'), [{ afterDays: 0 }], new Set(['2026-12-25', '2027-01-01']));
    expect(words(found)).toEqual(['2027-01-08']);
  });
});

describe('a layout laid onto days', () => {
  it('holds every unit once, with its minutes and its time for the team', () => {
    for (const layout of shipped.content.layouts) {
      const planned = layOut(shipped.content, layout.meetings, day('2027-01-15'), new Set());
      const units = planned.flatMap(({ parts }) => parts.flatMap(({ unitCode }) => unitCode ?? []));
      expect(units.toSorted()).toEqual(shipped.content.units.map(({ code }) => code).toSorted());
      for (const meeting of planned)
        expect(meeting.minutes).toBe(meeting.parts.reduce((sum, { minutes }) => sum + minutes, 0));
    }
  });

  it('starts when it is told to, else when the layout says', () => {
    const [layout] = shipped.content.layouts;
    const told = layOut(
      shipped.content,
      layout?.meetings ?? [],
      day('2027-01-15'),
      new Set(),
      Temporal.PlainTime.from('17:45'),
    );
    expect(told.every(({ at }) => at.toString() === '17:45:00')).toBe(true);
    const said = layOut(shipped.content, layout?.meetings ?? [], day('2027-01-15'), new Set());
    expect(said[0]?.at.toString()).toContain(layout?.meetings[0]?.startsAt);
  });
});

describe('who may take a place', () => {
  const step = (code: string, done: boolean, waived = false) => ({
    code,
    doneAt: done ? moment('2026-11-01T10:00:00Z') : null,
    waivedAt: waived ? moment('2026-11-01T10:00:00Z') : null,
  });

  it('is whoever has done, or need not do, what comes before', () => {
    const wayIn = { state: 'applied', steps: [step('application', true), step('course', false, true)] };
    expect(missingBefore(['application', 'course'], wayIn)).toEqual([]);
  });

  it('hears in words what is missing, also for a step that has not opened', () => {
    const wayIn = { state: 'applied', steps: [step('application', false)] };
    expect(missingBefore(['application', 'course'], wayIn)).toEqual([
      'the application form',
      'the safeguarding course',
    ]);
  });

  it('is everybody who is welcomed already', () => {
    expect(missingBefore(['application', 'course'], null)).toEqual([]);
    expect(missingBefore(['course'], { state: 'welcomed', steps: [] })).toEqual([]);
  });
});

describe('where somebody stands with a unit', () => {
  const now = moment('2026-11-23T10:00:00Z');
  const nothing = {
    inCohort: true,
    how: null,
    here: false,
    catchUpOpen: false,
    came: null,
    endsAt: moment('2026-11-20T20:00:00Z'),
    beforeTheirTime: false,
  };

  it('is what they earned, whatever else is noted', () => {
    expect(unitState({ ...nothing, how: 'cohort', here: true, came: false }, now)).toBe('came');
    expect(unitState({ ...nothing, how: 'cohort', here: false }, now)).toBe('before');
    expect(unitState({ ...nothing, how: 'elsewhere' }, now)).toBe('before');
    expect(unitState({ ...nothing, how: 'one_to_one', catchUpOpen: true }, now)).toBe('caught_up');
  });

  it('is missed when they were not there, until a catch-up is offered', () => {
    expect(unitState({ ...nothing, came: false }, now)).toBe('missed');
    expect(unitState({ ...nothing, came: false, catchUpOpen: true }, now)).toBe('offered');
  });

  it('is missed when it was before their time, and to note when it was not', () => {
    expect(unitState({ ...nothing, beforeTheirTime: true }, now)).toBe('missed');
    expect(unitState(nothing, now)).toBe('to_note');
  });

  it('is to come until the meeting has ended, and has no day when no meeting has it', () => {
    expect(unitState({ ...nothing, endsAt: moment('2026-11-23T10:00:01Z') }, now)).toBe('to_come');
    expect(unitState({ ...nothing, endsAt: null }, now)).toBe('no_day');
  });

  it('is nothing to catch up for somebody who is in no cohort, and what they earned stays', () => {
    const left = { ...nothing, inCohort: false };
    expect(unitState({ ...left, endsAt: null }, now)).toBe('not_yet');
    expect(unitState({ ...left, came: false }, now)).toBe('not_yet');
    expect(unitState({ ...left, how: 'cohort', here: true }, now)).toBe('came');
    expect(unitState({ ...left, catchUpOpen: true }, now)).toBe('offered');
  });
});

it('knows a cohort called off from one that finished', () => {
  const at = moment('2026-11-23T10:00:00Z');
  expect(cohortState({ openedAt: null, calledOffAt: null, closedAt: null })).toBe('planned');
  expect(cohortState({ openedAt: at, calledOffAt: null, closedAt: null })).toBe('opened');
  expect(cohortState({ openedAt: at, calledOffAt: null, closedAt: at })).toBe('closed');
  expect(cohortState({ openedAt: at, calledOffAt: at, closedAt: null })).toBe('called_off');
});

it('says several things in a row', () => {
  expect(inARow([])).toBe('');
  expect(inARow(['one'])).toBe('one');
  expect(inARow(['one', 'two', 'three'])).toBe('one, two and three');
});
