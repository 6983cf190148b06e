import type { FieldError, FormOf, Typed } from '#platform/forms/form.ts';
import type { BlockKind } from '#rooms/programme/door.ts';
import { MOST_MINUTES, minutesFrom, typedText, wordsTooLong } from './plan.form.ts';

/** What somebody wants with one block. */
export interface BlockValue {
  /** The code of the activity; '' for none. */
  readonly activity: string;
  readonly minutes: number;
  readonly words: string;
  /** What the block said when the page was drawn. */
  readonly drawn: string;
  readonly next: 'save' | 'up' | 'down' | 'remove';
}

const aboutMinutes = (typed: Typed): readonly FieldError[] =>
  minutesFrom(typedText(typed, 'minutes')) === null
    ? [{ field: 'minutes', message: `Enter minutes as a whole number from 0 to ${MOST_MINUTES}.` }]
    : [];

/** The form of a block that is there. */
export const blockForm: FormOf<BlockValue> = {
  name: 'plan-block',
  fields: ['activity', 'minutes', 'words'],
  parse: (typed) => {
    const pressed = typedText(typed, 'next');
    const next = pressed === 'up' || pressed === 'down' || pressed === 'remove' ? pressed : 'save';
    const errors = next === 'remove' ? [] : [...aboutMinutes(typed), ...wordsTooLong(typed, 'words')];
    if (errors.length > 0) return { ok: false, errors };
    return {
      ok: true,
      value: {
        activity: typedText(typed, 'activity'),
        minutes: minutesFrom(typedText(typed, 'minutes')) ?? 0,
        words: typedText(typed, 'words'),
        drawn: typedText(typed, 'drawn'),
        next,
      },
    };
  },
};

export interface NewBlockValue {
  readonly kind: BlockKind;
  readonly minutes: number;
  readonly words: string;
  readonly after: number;
}

/** The form of a block to add; its kinds are those the programme knows. */
export const newBlockForm = (kinds: readonly BlockKind[]): FormOf<NewBlockValue> => ({
  name: 'plan-new-block',
  fields: ['kind', 'after', 'minutes', 'words'],
  parse: (typed) => {
    const kind = kinds.find((each) => each === typedText(typed, 'kind'));
    const errors = [
      ...(kind ? [] : [{ field: 'kind', message: 'Choose what kind of block it is.' }]),
      ...aboutMinutes(typed),
      ...wordsTooLong(typed, 'words'),
    ];
    if (!kind || errors.length > 0) return { ok: false, errors };
    return {
      ok: true,
      value: {
        kind,
        minutes: minutesFrom(typedText(typed, 'minutes')) ?? 0,
        words: typedText(typed, 'words'),
        after: minutesFrom(typedText(typed, 'after')) ?? 0,
      },
    };
  },
});
