import {
  date,
  maybeOneOf,
  oneOf,
  oneOfThese,
  optionalDate,
  optionalText,
  text,
  time,
  wholeNumber,
} from '#platform/forms/fields.ts';
import { type FormOf, form, type Typed } from '#platform/forms/form.ts';
import {
  type Question,
  type QuestionSetContent,
  SCORES,
  type Score,
  type Scores,
} from './question-set.shape.ts';
import { DECISIONS, type Decision, WAYS } from './way.rules.ts';

/** Arranging an interview; `team` are the accounts that may hold it. */
export const arrangeForm = (team: readonly string[]) =>
  form(
    'recruiting.interview',
    {
      day: date('Enter the day of the interview.'),
      time: time('Enter the time, such as 10.30am.'),
      minutes: wholeNumber('Enter how many minutes it takes; 45 is usual.', 15, 180),
      way: oneOf(WAYS, 'Choose how you meet.'),
      place: optionalText(300),
      first: oneOfThese(team, 'Choose the first interviewer.'),
      second: oneOfThese(team, 'Choose the second interviewer.'),
      adjustments: optionalText(500),
    },
    ({ way, place, first, second }) => [
      ...(way !== 'phone' && place === ''
        ? [
            {
              field: 'place',
              message: way === 'video' ? 'Give the link to the call.' : 'Say where you meet.',
            },
          ]
        : []),
      ...(first === second
        ? [{ field: 'second', message: 'Choose two people: they score apart from each other.' }]
        : []),
    ],
  );

export const callOffForm = form('recruiting.interview_called_off', {
  why: text('Say why, in words the applicant can read.', 300),
});

export const otherTimeForm = form('recruiting.interview_other_time', {
  words: text('Tell us when you could come, or what would make it easier.', 500),
});

const scoreFrom = (typed: string | null): Score | null =>
  SCORES.find((score) => String(score) === typed) ?? null;

/** One question's score and notes; the score may wait. */
export const scoreForm: FormOf<{ readonly score: Score | null; readonly words: string }> = (() => {
  const typedForm = form('recruiting.interview_score', {
    score: maybeOneOf(['1', '2', '3', '4']),
    words: optionalText(5000),
  });
  return {
    ...typedForm,
    parse: (typed: Typed) => {
      const parsed = typedForm.parse(typed);
      return parsed.ok
        ? { ok: true as const, value: { score: scoreFrom(parsed.value.score), words: parsed.value.words } }
        : parsed;
    },
  };
})();

export interface DecisionTyped {
  readonly agreed: Scores;
  readonly decision: Decision;
  readonly reasons: string;
  readonly feedback: string;
  readonly until: Temporal.PlainDate | null;
}

/** What the two agree: a score for each question, and the decision. */
export const decideForm = (questions: readonly Question[]): FormOf<DecisionTyped> => {
  const scores = form(
    'recruiting.interview_agreed',
    Object.fromEntries(
      questions.map(({ code, value }) => [
        `agreed_${code}`,
        oneOf(['1', '2', '3', '4'], `Agree a score for “${value}”.`),
      ]),
    ),
  );
  const rest = form(
    'recruiting.interview_decided',
    {
      decision: oneOf(DECISIONS, 'Choose what you have decided.'),
      reasons: text('Write down why, in a few sentences.', 3000),
      feedback: optionalText(2000),
      until: optionalDate(),
    },
    ({ decision, feedback }) =>
      decision === 'not_now' && feedback === ''
        ? [
            {
              field: 'feedback',
              message: 'Write a few words for the applicant: why not now, and what would help.',
            },
          ]
        : [],
  );
  return {
    name: 'recruiting.interview_decided',
    fields: [...scores.fields, ...rest.fields],
    parse: (typed) => {
      const [agreed, decided] = [scores.parse(typed), rest.parse(typed)];
      if (!agreed.ok || !decided.ok)
        return {
          ok: false,
          errors: [...(agreed.ok ? [] : agreed.errors), ...(decided.ok ? [] : decided.errors)],
        };
      return {
        ok: true,
        value: {
          ...decided.value,
          agreed: Object.fromEntries(
            questions.flatMap(({ code }) => {
              const score = scoreFrom(String(agreed.value[`agreed_${code}`]));
              return score === null ? [] : [[code, score]];
            }),
          ),
        },
      };
    },
  };
};

const PARTS = ['value', 'about', 'question', 'listen', 'a1', 'a2', 'a3', 'a4'] as const;
const partWords: Readonly<Record<(typeof PARTS)[number], string>> = {
  value: 'Name the value, or empty the whole question to take it out.',
  about: 'Say what it is about, for the applicant.',
  question: 'Write the question.',
  listen: 'Say what you listen for.',
  a1: 'Say what a 1 sounds like.',
  a2: 'Say what a 2 sounds like.',
  a3: 'Say what a 3 sounds like.',
  a4: 'Say what a 4 sounds like.',
};

/** The name of a box for a part of the question at a place. */
export const boxOf = (at: number, part: (typeof PARTS)[number]): string => `q${at}_${part}`;

/** What the boxes say before anybody types. */
export const typedQuestions = (questions: readonly Question[]): Typed =>
  Object.fromEntries(
    questions.flatMap((each, at) => [
      [boxOf(at, 'value'), each.value],
      [boxOf(at, 'about'), each.about],
      [boxOf(at, 'question'), each.question],
      [boxOf(at, 'listen'), each.listenFor],
      ...each.anchors.map((anchor, score) => [`q${at}_a${score + 1}`, anchor]),
    ]),
  );

const codeFrom = (value: string, taken: ReadonlySet<string>): string => {
  const plain =
    value
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[^a-z]+|_+$/g, '') || 'question';
  if (!taken.has(plain)) return plain;
  let at = 2;
  while (taken.has(`${plain}_${at}`)) at += 1;
  return `${plain}_${at}`;
};

/** A new version of the questions: one box for each part, and one empty question at the end. Emptied, a question goes. */
export const questionSetForm = (current: readonly Question[]): FormOf<QuestionSetContent> => {
  const places = current.length + 1;
  const boxes = form(
    'recruiting.question_set',
    Object.fromEntries(
      Array.from({ length: places }, (_, at) =>
        PARTS.map((part) => [boxOf(at, part), optionalText(1000)] as const),
      ).flat(),
    ),
    (value) => {
      const errors: { field: string; message: string }[] = [];
      let left = 0;
      for (let at = 0; at < places; at += 1) {
        const said = PARTS.filter((part) => value[boxOf(at, part)] !== '');
        if (said.length === 0) continue;
        left += 1;
        for (const part of PARTS)
          if (value[boxOf(at, part)] === '')
            errors.push({ field: boxOf(at, part), message: partWords[part] });
      }
      if (left < 3) errors.push({ field: boxOf(0, 'value'), message: 'Keep three questions at least.' });
      return errors;
    },
  );
  return {
    name: boxes.name,
    fields: boxes.fields,
    parse: (typed) => {
      const parsed = boxes.parse(typed);
      if (!parsed.ok) return parsed;
      const taken = new Set(current.map(({ code }) => code));
      const said = (at: number, part: (typeof PARTS)[number]) => String(parsed.value[boxOf(at, part)] ?? '');
      const questions = Array.from({ length: places }, (_, at) => at)
        .filter((at) => said(at, 'value') !== '')
        .map((at): Question => {
          const code = current[at]?.code ?? codeFrom(said(at, 'value'), taken);
          return {
            code,
            value: said(at, 'value'),
            about: said(at, 'about'),
            question: said(at, 'question'),
            listenFor: said(at, 'listen'),
            anchors: [said(at, 'a1'), said(at, 'a2'), said(at, 'a3'), said(at, 'a4')],
          };
        });
      return { ok: true, value: { questions } };
    },
  };
};
