import { date, maybeOneOf, oneOf, optionalText, someOfThese, text, tick } from '#platform/forms/fields.ts';
import { type FormOf, form } from '#platform/forms/form.ts';
import type { SeenOf } from './practice.queries.ts';
import { type Competency, KINDS, SEEN } from './practice.rules.ts';

export const seenField = (code: string) => `seen_${code}`;
export const seenWordsField = (code: string) => `said_${code}`;

/** What whoever was beside a learner saw: in all, and of each competency that came up. */
export interface SeenSaid {
  readonly words: string;
  readonly seen: readonly SeenOf[];
}

const ofCompetency = (competencies: readonly Competency[], value: Readonly<Record<string, unknown>>) =>
  competencies.map(({ code, name }) => ({
    code,
    name,
    seen: SEEN.find((each) => each === value[seenField(code)]) ?? null,
    words: String(value[seenWordsField(code)] ?? ''),
  }));

/** The form of whoever was beside a learner, with the competencies of the syllabus. */
export const seenForm = (competencies: readonly Competency[]): FormOf<SeenSaid> => {
  const typed = form(
    'practice-seen',
    {
      words: text('Say in a few sentences what you saw.', 3000),
      ...Object.fromEntries(
        competencies.flatMap(({ code }) => [
          [seenField(code), maybeOneOf(SEEN)],
          [seenWordsField(code), optionalText(500)],
        ]),
      ),
    },
    (value) =>
      ofCompetency(competencies, value)
        .filter(({ seen, words }) => seen === null && words !== '')
        .map(({ code, name }) => ({
          field: seenField(code),
          message: `You wrote something about “${name}”. Choose yes, partly or not yet as well.`,
        })),
  );
  return {
    ...typed,
    parse: (raw) => {
      const parsed = typed.parse(raw);
      return parsed.ok
        ? {
            ok: true,
            value: {
              words: String(parsed.value.words),
              seen: ofCompetency(competencies, parsed.value).flatMap(({ code, seen, words }) =>
                seen === null ? [] : [{ code, seen, words }],
              ),
            },
          }
        : parsed;
    },
  };
};

/** What a learner makes of a session. */
export const reflectionForm = form('practice-reflection', {
  words: text('Write a line or two. It does not have to be long.', 4000),
});

/** Why something did not happen, or is taken back. */
export const whyForm = form('practice-why', { why: text('Say why. A sentence is enough.', 500) });

/** What is signed off, and what it is based on. */
export const signForm = (
  codes: readonly string[],
  practiceIds: readonly string[],
  units: readonly string[],
) =>
  form('competency-sign-off', {
    codes: someOfThese(codes),
    evidence: optionalText(2000),
    practiceId: maybeOneOf(practiceIds),
    unitCode: maybeOneOf(units),
    earlier: tick(),
  });

/** The last yes. */
export const lastYesForm = form('last-yes', {
  words: optionalText(1000),
  withoutPracticeWhy: optionalText(1000),
});

/** A practice that happened before it was kept here. */
export const earlierForm = (accountIds: readonly string[]) =>
  form('earlier-practice', {
    kind: oneOf(KINDS, 'Choose what they did.'),
    on: date('Enter the day on which it happened.'),
    what: text('Say which session it was, such as “Hartley Wednesday group”.', 200),
    alongside: maybeOneOf(accountIds),
    alongsideWords: optionalText(200),
  });
