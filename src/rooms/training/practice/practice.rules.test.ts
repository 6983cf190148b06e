import { describe, expect, it } from 'vitest';
import { move } from '#kernel/lifecycle.ts';
import {
  isReadyForLastYes,
  missingForLastYes,
  missingInWords,
  onTheJob,
  type PracticeKind,
  practiceDone,
  practiceLife,
  practiceState,
} from './practice.rules.ts';

const at = Temporal.Instant.from('2026-11-20T12:00:00Z');
const listening = { code: 'listening', name: 'Listens', words: 'Hears people out.' };
const edges = { code: 'edges', name: 'Knows the edges', words: 'Says what the role is not.' };
const later = { code: 'later', name: 'Leads a team', words: 'For those who go further.' };
const syllabus = {
  competencies: [listening, edges, later],
  units: [
    { code: 'one', competencies: ['listening'] },
    { code: 'two', competencies: ['edges', 'listening'] },
    { code: 'three', competencies: ['later'] },
  ],
  levels: [
    { code: 'core', units: ['one', 'two'] },
    { code: 'more', units: ['three'] },
  ],
  rules: {
    practice: [
      { kind: 'shadowing', times: 2 },
      { kind: 'buddying', times: 2 },
      { kind: 'observed', times: 1 },
    ],
  },
} as const;
const asked = onTheJob(syllabus);

const happened = (kind: PracticeKind) => ({ kind, happenedAt: at, didNotHappenAt: null });
const planned = (kind: PracticeKind) => ({ kind, happenedAt: null, didNotHappenAt: null });
const fellThrough = (kind: PracticeKind) => ({ kind, happenedAt: null, didNotHappenAt: at });
const all = [
  happened('shadowing'),
  happened('shadowing'),
  happened('buddying'),
  happened('buddying'),
  happened('observed'),
];

describe('what is asked on the job', () => {
  it('is what the units of the core level lead to, each once and in the order of the syllabus', () => {
    expect(asked.competencies).toEqual([listening, edges]);
    expect(asked.practice).toEqual(syllabus.rules.practice);
  });

  it('counts what happened, not what is planned or fell through', () => {
    const done = practiceDone(asked.practice, [
      happened('shadowing'),
      planned('shadowing'),
      fellThrough('buddying'),
      happened('observed'),
      happened('observed'),
    ]);
    expect(done.map(({ kind, done: often }) => [kind, often])).toEqual([
      ['shadowing', 1],
      ['buddying', 0],
      ['observed', 2],
    ]);
  });
});

describe('the last yes', () => {
  it('waits for nothing once the practice is done and every competency is signed', () => {
    const missing = missingForLastYes(asked, all, new Set(['listening', 'edges']));
    expect(missing).toEqual({ practice: [], competencies: [] });
    expect(isReadyForLastYes(asked, missing)).toBe(true);
    expect(missingInWords(missing)).toEqual([]);
  });

  it('says what is missing, in words', () => {
    const missing = missingForLastYes(asked, [happened('shadowing')], new Set(['listening']));
    expect(isReadyForLastYes(asked, missing)).toBe(false);
    expect(missingInWords(missing)).toEqual([
      'Still to come: shadow a session once, help at a session beside a buddy twice and run a session while somebody watches once.',
      'Not signed off yet: “Knows the edges”.',
    ]);
  });

  it.each([
    ['a competency', all, ['listening']],
    ['one practice', all.slice(1), ['listening', 'edges']],
  ])('does not come with %s missing', (_what, practices, signed) => {
    expect(isReadyForLastYes(asked, missingForLastYes(asked, practices, new Set(signed)))).toBe(false);
  });

  it('is not decided by a syllabus that names no competency', () => {
    const empty = { competencies: [], practice: [] };
    expect(isReadyForLastYes(empty, missingForLastYes(empty, [], new Set()))).toBe(false);
  });
});

describe('a practice', () => {
  it('is planned, then it happened or it did not', () => {
    expect([planned('buddying'), happened('buddying'), fellThrough('buddying')].map(practiceState)).toEqual([
      'planned',
      'happened',
      'did_not_happen',
    ]);
  });

  it('that did not happen is not written down, and one that happened does not fall through', () => {
    expect(() => move(practiceLife, 'write_down', 'did_not_happen')).toThrow('cannot be written down');
    expect(() => move(practiceLife, 'fall_through', 'happened')).toThrow('This practice is behind us');
  });
});
