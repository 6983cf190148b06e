import { expect, test } from 'vitest';
import { can } from '#kernel/lifecycle.ts';
import { noteForm } from './note.form.ts';
import { actionLife, actionState, draftIsOld, isLate, openUntil } from './note.rules.ts';

const now = Temporal.Instant.from('2026-11-23T10:00:00Z');

test('a draft is old after three days to the minute, and not a minute before', () => {
  expect(draftIsOld(now.subtract({ hours: 72 }), now)).toBe(true);
  expect(draftIsOld(now.subtract({ hours: 71, minutes: 59 }), now)).toBe(false);
});

test('a note opened for safety stays open a day', () => {
  expect(openUntil(now).toString()).toBe('2026-11-24T10:00:00Z');
});

test('an agreed action is past its day on the next day, and never without a day', () => {
  const today = Temporal.PlainDate.from('2026-11-23');
  expect(isLate(today, today)).toBe(false);
  expect(isLate(today.subtract({ days: 1 }), today)).toBe(true);
  expect(isLate(null, today)).toBe(false);
});

test('what is done or let go does not open again', () => {
  expect(actionState(null)).toBe('open');
  for (const verb of ['do', 'let_go'] as const) {
    expect(can(actionLife, verb, 'open')).toBe(true);
    for (const over of ['done', 'let_go'] as const) expect(can(actionLife, verb, over)).toBe(false);
  }
});

test('a draft takes everything as it stands, half a date and all', () => {
  const typed = { do: 'draft', support: ' so far ', 'by1-day': '3', 'by1-month': '', whose1: 'nobody' };
  expect(noteForm([]).parse(typed)).toEqual({
    ok: true,
    value: { do: 'draft', typed: { support: ' so far ', 'by1-day': '3', whose1: 'nobody' } },
  });
});

test('a draft keeps only boxes of its own page', () => {
  const read = noteForm(['a']).parse({ became_a: 'done', became_b: 'done', _hidden: 'x', support: 'so' });
  expect(read).toEqual({ ok: true, value: { do: 'draft', typed: { support: 'so', became_a: 'done' } } });
});

test('keeping a note asks for words, for who does it, and for a real day', () => {
  const empty = noteForm([]).parse({ do: 'keep' });
  expect(empty.ok ? [] : empty.errors.map(({ field }) => field)).toEqual(['support']);
  const half = noteForm(['a']).parse({
    do: 'keep',
    risk: 'Nothing',
    action1: 'Ring the centre',
    'by1-day': '31',
    'by1-month': '2',
    'by1-year': '2027',
    became_a: 'let_go',
  });
  expect(half.ok ? [] : half.errors.map(({ field }) => field)).toEqual(['whose1', 'became_words_a', 'by1']);
  const dayOnly = noteForm([]).parse({
    do: 'keep',
    risk: 'Nothing',
    'by2-day': '1',
    'by2-month': '12',
    'by2-year': '2026',
  });
  expect(dayOnly.ok ? [] : dayOnly.errors.map(({ field }) => field)).toEqual(['action2']);
});
