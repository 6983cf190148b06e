import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { firstRoles } from '../profiles/content/roles.ts';
import { usualRoute } from '../profiles/content/route.ts';
import { STEP_CODES } from '../profiles/profile.shape.ts';
import type { StepFacts } from '../route/application.rules.ts';
import {
  answersInWords,
  attributeQuestions,
  DAYS,
  dayWords,
  questionsIn,
  TIMES_OF_DAY,
  typedFrom,
} from './form.rules.ts';
import { assertGoesOn, moveInWords, type OwnStep, ownSteps } from './mine.rules.ts';
import { howWeTalk } from './talk.rules.ts';

const BEGUN = Temporal.Instant.from('2026-11-01T09:00:00Z');
const step = (code: StepFacts['code'], of: Partial<StepFacts> = {}): StepFacts => ({
  code,
  openedAt: BEGUN,
  dueOn: Temporal.PlainDate.from('2026-11-11'),
  mover: 'us',
  moverSince: BEGUN,
  doneAt: null,
  waivedAt: null,
  waivedWhy: null,
  ...of,
});
const seen = (steps: readonly StepFacts[], offeredAt: Temporal.Instant | null = null, after = 0) =>
  ownSteps(
    { profile: { content: { route: [...usualRoute] } }, steps, offeredAt },
    BEGUN.add({ hours: after }),
  );
const one = (
  steps: readonly StepFacts[],
  code: string,
  offeredAt: Temporal.Instant | null = null,
  after = 0,
) => seen(steps, offeredAt, after).find((each) => each.code === code) as OwnStep;

describe('the steps as their applicant sees them', () => {
  test('every step of the route is there in its order, begun or not', () => {
    expect(seen([]).map(({ code, place }) => [code, place])).toEqual(
      STEP_CODES.map((code) => [code, 'later']),
    );
  });

  test('an offer that has not been made is ours to move, whoever the route names', () => {
    expect(one([step('offer', { mover: 'applicant' })], 'offer').place).toBe('ours');
    expect(one([step('offer')], 'offer', BEGUN).place).toBe('yours');
  });

  test('what is over is nobody’s move, and nobody has waited for it', () => {
    expect(one([step('check', { doneAt: BEGUN })], 'check', null, 100)).toMatchObject({
      place: 'done',
      waited: 0,
    });
    expect(one([step('check', { waivedAt: BEGUN })], 'check')).toMatchObject({ place: 'not_needed' });
  });

  test('whose move it is, how long it usually takes and how long it has been are said in words', () => {
    const who = 'Ruth’s team at Hartley';
    const at = (mover: StepFacts['mover'], hours: number) =>
      moveInWords(one([step('references', { mover })], 'references', null, hours), who);
    expect(at('us', 30)).toBe(
      'It is our move: Ruth’s team at Hartley reads what your referees wrote. That usually takes 21 days; we have had it for 1.',
    );
    expect(at('us', 2)).toMatch(/That usually takes 21 days\.$/);
    expect(at('referees', 24 * 22)).toMatch(/It has been 22 days, which is longer than it should be\.$/);
    expect(at('panel', 50)).toContain('they have had it for 2.');
    expect(at('applicant', 24 * 90)).toBe('It is your move, whenever you are ready.');
  });
});

test('an application that rests or has ended takes no more, and says what to do first', () => {
  for (const state of ['enquired', 'talked', 'applied', 'offered', 'accepted'] as const)
    expect(() => assertGoesOn(state)).not.toThrow();
  for (const state of ['paused', 'withdrawn', 'declined', 'welcomed'] as const)
    expect(() => assertGoesOn(state)).toThrow(Refusal);
});

describe('the application', () => {
  const [role] = firstRoles;
  const attributes = role?.content.attributes ?? [];

  test('asks about two attributes at most, and only about those needed from the start', () => {
    expect(attributeQuestions(attributes).map(({ code }) => code)).toEqual(['empathy', 'communication']);
    expect(attributeQuestions(attributes.map((each) => ({ ...each, when: 'grows' as const })))).toEqual([]);
    expect(
      attributeQuestions([{ code: 'humour', name: 'Humour', words: 'You laugh.', when: 'now' }]),
    ).toEqual([
      { code: 'humour', name: 'Humour', asked: '“You laugh.” Tell us of a time when that was you.' },
    ]);
    expect(questionsIn(attributeQuestions(attributes))).toBe(11);
  });

  test('says each question beside its answer, and gives the same back to be typed again', () => {
    const asked = attributeQuestions(attributes);
    const answers = {
      familyName: 'Nowak',
      why: 'w',
      brings: 'b',
      days: [...DAYS],
      times: [...TIMES_OF_DAY],
      free: 'f',
      attributes: asked.map((question) => ({ ...question, answer: `a ${question.code}` })),
      languages: 'l',
      accessNeeds: 'n',
      easier: 'e',
    };
    const said = answersInWords(answers);
    expect(said).toHaveLength(questionsIn(asked));
    expect(said.find(({ label }) => label === 'Days')?.value).toBe(
      DAYS.map((day) => dayWords[day]).join(', '),
    );
    expect(typedFrom(answers)).toEqual({
      you: { familyName: 'Nowak', why: 'w', brings: 'b' },
      free: { days: DAYS, times: TIMES_OF_DAY, free: 'f' },
      questions: { about_empathy: 'a empathy', about_communication: 'a communication' },
      ease: { languages: 'l', accessNeeds: 'n', easier: 'e' },
    });
  });
});

test('how a talk is held says where it is, and what is missing for it', () => {
  const to = { phone: null, centreName: 'Hartley' };
  expect(howWeTalk({ way: 'phone', place: '' }, { ...to, phone: '+447700900123' })).toBe(
    'By phone: we ring you',
  );
  expect(howWeTalk({ way: 'phone', place: '' }, to)).toContain('give us your number');
  expect(howWeTalk({ way: 'video', place: '' }, to)).toBe('By video: we send you the link');
  expect(howWeTalk({ way: 'in_person', place: '' }, to)).toBe('In person, at Hartley');
});
