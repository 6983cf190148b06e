import { timeFromWords } from '#kernel/dates.ts';
import type { FieldError, FormOf, Typed } from '#platform/forms/form.ts';
import type { FormState } from '#ui/form-state.ts';
import { clockTime } from '#ui/times.ts';
import type { MarkAsk } from './register.commands.ts';
import type { Register, RegisterRow } from './register.queries.ts';
import {
  changeOf,
  type Drawn,
  drawnFrom,
  drawnText,
  type Marked,
  markFrom,
  rowInWords,
  shownAtFirst,
  together,
  WHY_NOT,
  type WhyNot,
} from './register.rules.ts';

const MOST = 2000;

/** The names of a parent's fields on the page. */
export const markField = (personId: string) => `mark-${personId}`;
export const partnerField = (personId: string) => `partner-${personId}`;
export const babyField = (personId: string) => `baby-${personId}`;
export const drawnField = (personId: string) => `drawn-${personId}`;

const textOf = (typed: Typed, name: string): string => {
  const value = typed[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).replace(/\r\n/g, '\n').trim();
};

const typedRow = (typed: Typed, personId: string): Marked => ({
  mark: markFrom(textOf(typed, markField(personId))),
  partnerCame: textOf(typed, partnerField(personId)) === 'yes',
  babyCame: textOf(typed, babyField(personId)) === 'yes',
});

const drawnRow = (typed: Typed, row: RegisterRow): Drawn =>
  drawnFrom(textOf(typed, drawnField(row.personId))) ?? row.drawn;

const asks = (register: Register, typed: Typed): readonly MarkAsk[] =>
  register.rows.flatMap((row): readonly MarkAsk[] => {
    const change = changeOf(drawnRow(typed, row), typedRow(typed, row.personId));
    if (!change) return [];
    const { row: to, version, touched } = change;
    return [
      {
        personId: row.personId,
        ...to,
        version,
        touched,
        guest: row.expected === null && !row.who.introduced,
      },
    ];
  });

const whyNotOf = (typed: Typed): WhyNot | null => {
  const text = textOf(typed, 'why-not');
  return WHY_NOT.find((each) => each === text) ?? null;
};

/** What somebody wants with the register: save and come back, save and find somebody, or close it. */
export interface RegisterValue {
  readonly marks: readonly MarkAsk[];
  readonly next: 'save' | 'find' | 'close';
  readonly groundRulesSaid: boolean;
  readonly happened: boolean;
  readonly whyNot: WhyNot | null;
  readonly words: string;
}

const tooLong = (typed: Typed, field: string): readonly FieldError[] =>
  textOf(typed, field).length > MOST
    ? [{ field, message: `Use ${MOST.toLocaleString('en-GB')} characters or fewer.` }]
    : [];

/** The form of an open register: one row a parent. Names and ids of people never become a field error. */
export const registerForm = (register: Register): FormOf<RegisterValue> => ({
  name: 'register',
  fields: ['marks', 'ground-rules', 'happened', 'why-not', 'words'],
  parse: (typed) => {
    const pressed = textOf(typed, 'next');
    const happened = textOf(typed, 'happened');
    const errors = [
      ...(pressed === 'close' && happened !== 'yes' && happened !== 'no'
        ? [{ field: 'happened', message: 'Say whether the session happened.' }]
        : []),
      ...tooLong(typed, 'words'),
    ];
    if (errors.length > 0) return { ok: false, errors };
    return {
      ok: true,
      value: {
        marks: asks(register, typed),
        next: pressed === 'close' || pressed === 'find' ? pressed : 'save',
        groundRulesSaid: textOf(typed, 'ground-rules') === 'yes',
        happened: happened !== 'no',
        whyNot: whyNotOf(typed),
        words: textOf(typed, 'words'),
      },
    };
  },
});

export interface CorrectionValue {
  readonly marks: readonly MarkAsk[];
  readonly why: string;
  readonly happened: boolean;
  readonly whyNot: WhyNot | null;
  /** Null when the box was left as it was. */
  readonly ended: Temporal.PlainTime | null;
}

/** The form of a correction: the same rows, and why. */
export const correctionForm = (register: Register): FormOf<CorrectionValue> => ({
  name: 'register-correction',
  fields: ['why', 'happened', 'why-not', 'ended'],
  parse: (typed) => {
    const why = textOf(typed, 'why');
    const endedText = textOf(typed, 'ended');
    const ended = endedText === '' ? null : timeFromWords(endedText);
    const errors: FieldError[] = [...tooLong(typed, 'why')];
    if (why === '') errors.push({ field: 'why', message: 'Say in a few words why the register is changed.' });
    if (endedText !== '' && !ended) errors.push({ field: 'ended', message: 'Enter a time such as 12.30pm.' });
    if (errors.length > 0) return { ok: false, errors };
    return {
      ok: true,
      value: {
        marks: asks(register, typed),
        why,
        happened: textOf(typed, 'happened') !== 'no',
        whyNot: whyNotOf(typed),
        ended,
      },
    };
  },
});

const valuesOfRow = (row: RegisterRow, shown: Marked) => ({
  [markField(row.personId)]: shown.mark ?? '',
  [partnerField(row.personId)]: shown.partnerCame ? 'yes' : '',
  [babyField(row.personId)]: shown.babyCame ? 'yes' : '',
});

/** What the form says before anyone types. */
export const registerPrefill = (register: Register): Typed => ({
  ...Object.assign({}, ...register.rows.map((row) => valuesOfRow(row, shownAtFirst(row.drawn)))),
  happened: 'yes',
});

/** What the form of a correction says before anyone types. */
export const correctionPrefill = (register: Register): Typed => {
  const { session } = register;
  return {
    ...registerPrefill(register),
    happened: session.closed?.happened === false ? 'no' : 'yes',
    'why-not': session.closed?.whyNot ?? '',
    ended: clockTime(session.endsAt.toZonedDateTimeISO(session.zone).toPlainTime()),
  };
};

/**
 * The form as it is drawn: after a refusal, what was typed put together with what the register says by now. Rows
 * nobody touched here show what others wrote since, and rows two people marked differently say so.
 */
export const registerDrawn = (
  register: Register,
  form: FormState,
): { readonly form: FormState; readonly clashes: number } => {
  const cameBack = register.rows.some((row) => form.values[drawnField(row.personId)] !== undefined);
  if (!cameBack) return { form, clashes: 0 };
  const values: Record<string, string | readonly string[]> = { ...form.values };
  const errors: FieldError[] = [...form.errors];
  let clashes = 0;
  for (const row of register.rows) {
    const mine = typedRow(form.values, row.personId);
    const { shown, clash } = together(drawnRow(form.values, row), mine, row.drawn);
    Object.assign(values, valuesOfRow(row, shown));
    if (!clash) continue;
    clashes += 1;
    errors.push({
      field: markField(row.personId),
      message: `Meanwhile somebody saved: ${rowInWords(row.drawn)}. Yours is chosen below. Keep it or change it, then save.`,
    });
  }
  return { form: { ...form, values, errors }, clashes };
};

/** The hidden text of a row: what the register says now, so that the next save is decided on that. */
export const hiddenOf = (row: RegisterRow): string => drawnText(row.drawn);
