import type { Typed } from '#platform/forms/form.ts';
import type { Attribute } from '../profiles/profile.shape.ts';

export const DAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'varies',
] as const;
export type FreeDay = (typeof DAYS)[number];

export const TIMES_OF_DAY = ['morning', 'afternoon', 'evening'] as const;
export type TimeOfDay = (typeof TIMES_OF_DAY)[number];

export const dayWords: Readonly<Record<FreeDay, string>> = {
  monday: 'Mondays',
  tuesday: 'Tuesdays',
  wednesday: 'Wednesdays',
  thursday: 'Thursdays',
  friday: 'Fridays',
  saturday: 'Saturdays',
  sunday: 'Sundays',
  varies: 'It changes from week to week',
};
export const timeOfDayWords: Readonly<Record<TimeOfDay, string>> = {
  morning: 'Mornings',
  afternoon: 'Afternoons',
  evening: 'Evenings',
};

/** A gentle question about an attribute that a role needs from the start. */
export interface AttributeQuestion {
  readonly code: string;
  readonly name: string;
  readonly asked: string;
}

/** What an application says, as it is kept in `recruiting.forms.answers`. */
export interface ApplicationAnswers {
  readonly familyName: string;
  readonly why: string;
  readonly brings: string;
  readonly days: readonly FreeDay[];
  readonly times: readonly TimeOfDay[];
  readonly free: string;
  readonly attributes: readonly (AttributeQuestion & { readonly answer: string })[];
  readonly languages: string;
  readonly accessNeeds: string;
  readonly easier: string;
}

const ASKED: Readonly<Record<string, string>> = {
  empathy: 'Tell us of a time when somebody was having a hard time and you were there. What did you do?',
  communication: 'Tell us of a time when somebody opened up to you. What do you think made it easy for them?',
  commitment: 'Tell us of something you kept doing although it was not always easy.',
  openness: 'Tell us of a time when you changed your mind, or learnt to do something another way.',
  self_regulation: 'Tell us of a time when things got heated or sad. How did you stay steady?',
  coping: 'What does you good when you have had a hard day?',
};

const MOST_QUESTIONS = 2;

/** The questions an application asks about attributes: of those needed from the start the first two, one where there is one. */
export const attributeQuestions = (attributes: readonly Attribute[]): readonly AttributeQuestion[] =>
  attributes
    .filter(({ when }) => when === 'now')
    .slice(0, MOST_QUESTIONS)
    .map(({ code, name, words }) => ({
      code,
      name,
      asked: ASKED[code] ?? `“${words}” Tell us of a time when that was you.`,
    }));

/** How many questions an application has, whether they are answered or not: the measure of its burden. */
export const questionsIn = (attributes: readonly AttributeQuestion[]): number => 9 + attributes.length;

/** What an application says, each answer with its question, in order; what was left empty is an empty value. */
export const answersInWords = (
  answers: ApplicationAnswers,
): readonly { readonly label: string; readonly value: string }[] => [
  { label: 'Last name', value: answers.familyName },
  { label: 'What draws you to this', value: answers.why },
  { label: 'What you would bring', value: answers.brings },
  { label: 'Days', value: answers.days.map((day) => dayWords[day]).join(', ') },
  { label: 'Times', value: answers.times.map((time) => timeOfDayWords[time]).join(', ') },
  { label: 'More about your time', value: answers.free },
  ...answers.attributes.map(({ asked, answer }) => ({ label: asked, value: answer })),
  { label: 'Languages', value: answers.languages },
  { label: 'What helps you take part', value: answers.accessNeeds },
  { label: 'What would make this easier', value: answers.easier },
];

/** Earlier answers as they would have been typed, step by step, so that nobody writes the same twice. */
export const typedFrom = (answers: ApplicationAnswers): Readonly<Record<string, Typed>> => ({
  you: { familyName: answers.familyName, why: answers.why, brings: answers.brings },
  free: { days: answers.days, times: answers.times, free: answers.free },
  questions: Object.fromEntries(answers.attributes.map(({ code, answer }) => [`about_${code}`, answer])),
  ease: { languages: answers.languages, accessNeeds: answers.accessNeeds, easier: answers.easier },
});
