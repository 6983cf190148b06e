import { date, oneOf, oneOfThese, optionalDate, optionalText, text, yesNo } from '#platform/forms/fields.ts';
import { type FieldError, form } from '#platform/forms/form.ts';
import { OUTCOMES, type Outcome, PATHWAY_KINDS } from './pathway.rules.ts';
import type { PathwayContent } from './pathway.shape.ts';

const linesOf = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** How many openings one page of a form takes; more are added the next time. */
export const OPENINGS = [1, 2, 3] as const;

const openingFields = {
  opening1Title: optionalText(200),
  opening1Until: optionalDate(),
  opening1Words: optionalText(500),
  opening2Title: optionalText(200),
  opening2Until: optionalDate(),
  opening2Words: optionalText(500),
  opening3Title: optionalText(200),
  opening3Until: optionalDate(),
  opening3Words: optionalText(500),
};

/** A way on: what it is, what helps, who to talk to, its dates and openings. */
export const pathwayForm = form(
  'pathway',
  {
    kind: oneOf(PATHWAY_KINDS, 'Choose what kind of way on it is.'),
    name: text('Enter what it is called.', 120),
    about: text('Say what it is.', 4000),
    helps: optionalText(3000),
    talkTo: optionalText(1000),
    dates: optionalText(1000),
    ...openingFields,
    caution: optionalText(2000),
    shown: yesNo('Say whether volunteers see it.'),
  },
  (typed) => {
    const errors: FieldError[] = [];
    const helps = linesOf(typed.helps);
    if (helps.length > 12) errors.push({ field: 'helps', message: 'Use 12 lines or fewer.' });
    if (helps.some((line) => line.length > 300))
      errors.push({ field: 'helps', message: 'Use 300 characters or fewer in each line.' });
    for (const at of OPENINGS) {
      const [title, until] = [typed[`opening${at}Title`], typed[`opening${at}Until`]];
      if (title !== '' && until === null)
        errors.push({ field: `opening${at}Until`, message: 'Enter the last day to apply.' });
      if (title === '' && (until !== null || typed[`opening${at}Words`] !== ''))
        errors.push({ field: `opening${at}Title`, message: 'Enter what the opening is called.' });
    }
    return errors;
  },
);

type Typed = Extract<ReturnType<typeof pathwayForm.parse>, { readonly ok: true }>['value'];

/** The form as the template data it stands for; a caution that was kept is looked at today. */
export const contentOf = (typed: Typed, today: Temporal.PlainDate): PathwayContent => ({
  name: typed.name,
  about: typed.about,
  helps: [...linesOf(typed.helps)],
  talkTo: typed.talkTo,
  dates: typed.dates,
  openings: OPENINGS.flatMap((at) => {
    const until = typed[`opening${at}Until`];
    const title = typed[`opening${at}Title`];
    return until && title !== ''
      ? [{ title, until: until.toString(), words: typed[`opening${at}Words`] }]
      : [];
  }),
  caution: typed.caution === '' ? null : { words: typed.caution, lookedAtOn: today.toString() },
  shown: typed.shown,
});

/** A volunteer says that they are interested. */
export const interestForm = form('interest', { words: optionalText(1000) });

/** Somebody who looks after volunteers writes down what one of them told. */
export const toldInterestForm = (codes: readonly string[]) =>
  form('interest-told', {
    code: oneOfThese(codes, 'Choose what they are interested in.'),
    words: optionalText(1000),
  });

export const answerInterestForm = form('interest-answer', {
  words: text('Write your answer. They read it as it stands.', 1000),
  talkOn: optionalDate(),
});

/** What became of an interest, of the outcomes that fit its kind. */
export const outcomeForm = (fitting: readonly Outcome[]) =>
  form('interest-outcome', {
    outcome: oneOf(OUTCOMES, 'Choose what became of it.').refine((outcome) => fitting.includes(outcome), {
      error: 'Choose what became of it.',
    }),
    on: date('Enter the day.'),
    words: optionalText(500),
  });
