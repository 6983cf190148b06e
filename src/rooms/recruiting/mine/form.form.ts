import { oneOf, optionalText, someOf, text } from '#platform/forms/fields.ts';
import { type FieldError, form } from '#platform/forms/form.ts';
import { type ApplicationAnswers, type AttributeQuestion, DAYS, TIMES_OF_DAY } from './form.rules.ts';

const LONG = 4000;

export const youShape = {
  familyName: text('Enter your last name. We need it for the references and the check.', 100),
  why: optionalText(LONG),
  brings: optionalText(LONG),
};
export const freeShape = { days: someOf(DAYS), times: someOf(TIMES_OF_DAY), free: optionalText(LONG) };
export const easeShape = {
  languages: optionalText(300),
  accessNeeds: optionalText(1000),
  easier: optionalText(1000),
};

/** One field for each question about an attribute; each may be left empty. */
export const questionsShape = (asked: readonly AttributeQuestion[]) =>
  Object.fromEntries(asked.map(({ code }) => [`about_${code}`, optionalText(LONG)]));

export const someDay = ({ days }: { readonly days: readonly string[] }): readonly FieldError[] =>
  days.length > 0
    ? []
    : [
        {
          field: 'days',
          message: 'Tick the days that could suit you, or that it changes from week to week.',
        },
      ];

const WRITTEN = ['together', 'by_phone'] as const;

/** The whole application on one page, for somebody who writes it down with the applicant. */
export const writtenForm = (asked: readonly AttributeQuestion[]) =>
  form(
    'applicants.written',
    {
      ...youShape,
      familyName: text('Enter their last name. It is needed for the references and the check.', 100),
      ...freeShape,
      ...questionsShape(asked),
      ...easeShape,
      written: oneOf(WRITTEN, 'Say how you wrote it down.'),
    },
    someDay,
  );

/** What was typed, as it is kept: each question stands beside its answer, because questions may change. */
export const answersOf = (
  value: Omit<ApplicationAnswers, 'attributes'>,
  asked: readonly AttributeQuestion[],
  about: Readonly<Record<string, unknown>>,
): ApplicationAnswers => ({
  familyName: value.familyName,
  why: value.why,
  brings: value.brings,
  days: value.days,
  times: value.times,
  free: value.free,
  attributes: asked.map((question) => ({
    ...question,
    answer: String(about[`about_${question.code}`] ?? ''),
  })),
  languages: value.languages,
  accessNeeds: value.accessNeeds,
  easier: value.easier,
});
