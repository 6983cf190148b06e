import {
  maybeOneOf,
  oneOf,
  optionalEmail,
  optionalPhone,
  optionalText,
  text,
  wholeNumber,
  yesNo,
} from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import type { DeclineReason } from './answer.commands.ts';
import { CALM, CONCERN, GLAD, RELIABLE } from './compare.rules.ts';
import {
  BENDABLE,
  type Bendable,
  CONTEXTS,
  type NamedReferee,
  OUTCOMES,
  type ReferenceRules,
  refereeFaults,
} from './reference.rules.ts';

/** Naming a referee; the rules speak here, so that all of them are heard at once. */
export const refereeForm = (about: {
  readonly rules: ReferenceRules;
  readonly others: readonly Pick<NamedReferee, 'email' | 'phone' | 'context'>[];
  readonly bent: readonly Bendable[];
  readonly own: { readonly email: string | null; readonly phone: string | null };
}) =>
  form(
    'recruiting.referee',
    {
      name: text('Enter the name of the person we may ask.', 120),
      email: optionalEmail(),
      phone: optionalPhone(),
      context: oneOf(CONTEXTS, 'Choose from which part of life you know each other.'),
      howKnown: text('Say in a few words how you know each other.', 300),
      knownYears: wholeNumber('Enter for how many years they have known you; 0 for less than one.', 0, 90),
      related: yesNo('Say whether you are related.'),
      worksHere: yesNo('Say whether they work or volunteer with us.'),
    },
    (referee) => refereeFaults(referee, about),
  );

/** How many questions the naming of one referee asks. */
export const REFEREE_QUESTIONS = 8;

/** The questions to a referee. `year` is the one it is now. */
export const answersForm = (year: number) =>
  form(
    'recruiting.reference',
    {
      howKnown: text('Say in a few words how you know each other.', 500),
      context: oneOf(CONTEXTS, 'Choose from which part of life you know each other.'),
      sinceYear: wholeNumber('Enter the year in which you met, as well as you remember.', 1930, year),
      related: yesNo('Say whether you are related.'),
      reliable: oneOf(RELIABLE, 'Say whether they do what they said they would.'),
      reliableWords: optionalText(1000),
      calm: oneOf(CALM, 'Say how they are with somebody who is upset.'),
      calmWords: optionalText(1000),
      concern: oneOf(CONCERN, 'Say whether there is a reason against it, or that you would rather talk.'),
      concernWords: optionalText(2000),
      glad: oneOf(GLAD, 'Say whether you would be glad of them.'),
      gladWords: optionalText(1000),
      mayRing: yesNo('Say whether we may ring you.'),
      phone: optionalText(40),
    },
    ({ concern, concernWords, mayRing, phone }) => [
      ...(concern === 'yes' && concernWords === ''
        ? [
            {
              field: 'concernWords',
              message: 'Say in a few words what the reason is, or choose that you would rather talk.',
            },
          ]
        : []),
      ...((mayRing || concern === 'talk') && phone === ''
        ? [{ field: 'phone', message: 'Give a number on which we can ring you.' }]
        : []),
    ],
  );

export const DECLINING = [
  'no_time',
  'not_well_enough',
  'rather_not',
  'call',
] as const satisfies readonly DeclineReason[];

export const declineForm = form(
  'recruiting.reference_decline',
  { why: oneOf(DECLINING, 'Choose what fits best.'), words: optionalText(1000) },
  ({ why, words }) =>
    why === 'call' && !/\d{6}/.test(words.replace(/\D/g, ''))
      ? [{ field: 'words', message: 'Give the number on which we can ring you, and a good time.' }]
      : [],
);

/** `seniors` are the accounts with whom a thin reference can be talked through. */
export const judgeForm = (seniors: readonly string[]) =>
  form('recruiting.reference_judged', {
    outcome: oneOf(OUTCOMES, 'Choose what you make of this reference.'),
    words: optionalText(2000),
    supplement: optionalText(2000),
    seniorBy: maybeOneOf(seniors),
  });

export const asideForm = form('recruiting.reference_aside', {
  rule: oneOf(BENDABLE, 'Choose the rule that is set aside.'),
  why: text('Say why, for whoever reads this later.', 500),
});

export const letGoForm = form('recruiting.referee_let_go', {
  why: text('Say why somebody else is asked, for whoever reads this later.', 500),
});
