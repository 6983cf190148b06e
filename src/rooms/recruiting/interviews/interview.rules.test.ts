import { expect, test } from 'vitest';
import { agreedToBegin, agreementInWords, agreementOf, questionAfter, unscored } from './agreement.rules.ts';
import { firstQuestions } from './content/first-questions.ts';
import { boxOf, decideForm, questionSetForm, typedQuestions } from './interview.form.ts';
import { questionSetContent } from './question-set.shape.ts';

const questions = ['a', 'b', 'c', 'd'].map((code) => ({ code }));

test('two who score alike agree on everything', () => {
  const scores = { a: 3, b: 4, c: 2, d: 1 } as const;
  const found = agreementOf(questions, scores, scores);
  expect(found).toMatchObject({ withinOne: 4, meanApart: 0 });
  expect(agreementInWords(found)).toContain('all 4 questions. You gave the same scores throughout.');
  expect(agreedToBegin(found.lines)).toEqual(scores);
});

test('agreement is counted within one point, and the spread is what they are apart on average', () => {
  const found = agreementOf(questions, { a: 3, b: 4, c: 1, d: 2 }, { a: 3, b: 3, c: 4, d: 4 });
  expect(found.lines.map(({ nearness }) => nearness)).toEqual(['exact', 'near', 'apart', 'apart']);
  expect(found).toMatchObject({ withinOne: 2, meanApart: 1.5 });
  expect(agreementInWords(found)).toContain('2 of 4 questions. On average you are 1.5 points apart.');
  // A score is agreed by talking: where they differ nothing is filled in.
  expect(agreedToBegin(found.lines)).toEqual({ a: 3 });
});

test('a question that one of them left open is not counted', () => {
  const found = agreementOf(questions, { a: 3, b: 4 }, { a: 1, c: 2 });
  expect(found.lines).toHaveLength(1);
  expect(agreementOf(questions, {}, {})).toMatchObject({ lines: [], withinOne: 0, meanApart: 0 });
});

test('who scores first does not matter', () => {
  const [one, other] = [
    { a: 1, b: 4, c: 2, d: 3 },
    { a: 2, b: 2, c: 2, d: 4 },
  ] as const;
  const [there, back] = [agreementOf(questions, one, other), agreementOf(questions, other, one)];
  expect(there.withinOne).toBe(back.withinOne);
  expect(there.meanApart).toBe(back.meanApart);
});

test('the questions that ship are whole, each value once, and go one after another', () => {
  expect(questionSetContent.parse(firstQuestions)).toEqual(firstQuestions);
  const codes = firstQuestions.questions.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of [
    'empathy',
    'communication',
    'commitment',
    'openness',
    'self_regulation',
    'coping',
    'safeguarding',
  ])
    expect(codes).toContain(code);
  expect(questionAfter(firstQuestions.questions, 'empathy')?.code).toBe('communication');
  expect(questionAfter(firstQuestions.questions, 'safeguarding')).toBeNull();
  expect(unscored(firstQuestions.questions, { empathy: 1 })).toHaveLength(codes.length - 1);
});

test('a new version keeps the codes, takes out an emptied question and adds the one at the end', () => {
  const form = questionSetForm(firstQuestions.questions);
  const typed = typedQuestions(firstQuestions.questions);
  expect(form.parse(typed)).toEqual({ ok: true, value: firstQuestions });
  const emptied = Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, name.startsWith('q1_') ? '' : value]),
  );
  const last = firstQuestions.questions.length;
  const added = Object.fromEntries(
    (['value', 'about', 'question', 'listen', 'a1', 'a2', 'a3', 'a4'] as const).map((part) => [
      boxOf(last, part),
      part === 'value' ? 'Empathy' : 'Words',
    ]),
  );
  const parsed = form.parse({ ...emptied, ...added });
  expect(parsed.ok && parsed.value.questions.map(({ code }) => code)).toEqual([
    'empathy',
    'commitment',
    'openness',
    'self_regulation',
    'coping',
    'safeguarding',
    'empathy_2',
  ]);
  const half = form.parse({ ...typed, [boxOf(0, 'a2')]: '' });
  expect(half).toMatchObject({ ok: false, errors: [{ field: 'q0_a2' }] });
  expect(form.parse({}).ok).toBe(false);
});

test('a decision needs every score agreed, its reasons, and for not now words for the applicant', () => {
  const form = decideForm(firstQuestions.questions.slice(0, 2));
  const scores = { agreed_empathy: '3', agreed_communication: '4' };
  const fieldsOf = (typed: Readonly<Record<string, string>>) => {
    const parsed = form.parse(typed);
    return parsed.ok ? [] : parsed.errors.map(({ field }) => field);
  };
  expect(fieldsOf({ ...scores, decision: 'yes', reasons: 'Warm and steady.' })).toEqual([]);
  expect(fieldsOf({ agreed_empathy: '5', decision: 'maybe', reasons: '' })).toEqual([
    'agreed_empathy',
    'agreed_communication',
    'decision',
    'reasons',
  ]);
  expect(fieldsOf({ ...scores, decision: 'not_now', reasons: 'Her own loss is very near.' })).toEqual([
    'feedback',
  ]);
});
