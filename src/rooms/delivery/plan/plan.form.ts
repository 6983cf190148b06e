import type { FieldError, FormOf, Typed } from '#platform/forms/form.ts';
import type { FormState } from '#ui/form-state.ts';
import { valueOf as valueIn } from '#ui/form-state.ts';
import type { Planner } from './plan.queries.ts';
import { blockKey, type PlanBlock } from './plan.rules.ts';

export const MOST_MINUTES = 240;
const MOST_WORDS = 2000;

export const minutesField = (block: Pick<PlanBlock, 'id' | 'position'>) => `minutes-${blockKey(block)}`;

export const typedText = (typed: Typed, name: string): string => {
  const value = typed[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).replace(/\r\n/g, '\n').trim();
};

/** Whole minutes from 0 to 240, or null. */
export const minutesFrom = (text: string): number | null => {
  const found = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return found >= 0 && found <= MOST_MINUTES ? found : null;
};

export const wordsTooLong = (typed: Typed, field: string): readonly FieldError[] =>
  typedText(typed, field).length > MOST_WORDS
    ? [{ field, message: `Use ${MOST_WORDS.toLocaleString('en-GB')} characters or fewer.` }]
    : [];

/** What the page of a plan asks for; `next` is where to go once it is saved. */
export type PlanValue =
  | {
      readonly copyFrom: null;
      readonly next: 'plan' | 'add' | { readonly change: string };
      readonly minutes: ReadonlyMap<string, number>;
      readonly bring: string;
      readonly note: string;
    }
  | { readonly copyFrom: string };

// A block is written down by its key, and a person meets it by its place: the count of messages holds no ids.
const minutesIn = (typed: Typed) => {
  const minutes = new Map<string, number>();
  const errors: FieldError[] = [];
  for (const name of Object.keys(typed)) {
    if (!name.startsWith('minutes-')) continue;
    const found = minutesFrom(typedText(typed, name));
    if (found === null)
      errors.push({ field: 'blocks', message: `Enter minutes as whole numbers from 0 to ${MOST_MINUTES}.` });
    else minutes.set(name.slice('minutes-'.length), found);
  }
  return { minutes, errors: errors.slice(0, 1) };
};

const nextOf = (text: string): 'plan' | 'add' | { readonly change: string } => {
  if (text === 'add') return 'add';
  return text.startsWith('change-') ? { change: text.slice('change-'.length) } : 'plan';
};

/** The form of a plan: minutes for each block, what to bring, a note; or another plan to copy. */
export const planForm = (planner: Planner): FormOf<PlanValue> => ({
  name: 'plan',
  fields: ['blocks', 'bring', 'note', 'from'],
  parse: (typed) => {
    const pressed = typedText(typed, 'next');
    if (pressed === 'copy') {
      const from = typedText(typed, 'from');
      if (from === '') return { ok: false, errors: [{ field: 'from', message: 'Choose the plan to copy.' }] };
      if (planner.plan.version > 0 && typedText(typed, 'replace') !== 'yes')
        return {
          ok: false,
          errors: [{ field: 'replace', message: 'Tick the box if the blocks above may be replaced.' }],
        };
      return { ok: true, value: { copyFrom: from } };
    }
    const { minutes, errors } = minutesIn(typed);
    const wrong = [...errors, ...wordsTooLong(typed, 'bring'), ...wordsTooLong(typed, 'note')];
    if (wrong.length > 0) return { ok: false, errors: wrong };
    return {
      ok: true,
      value: {
        copyFrom: null,
        next: nextOf(pressed),
        minutes,
        bring: typedText(typed, 'bring'),
        note: typedText(typed, 'note'),
      },
    };
  },
});

export const planPrefill = ({ plan }: Planner): Typed => ({
  ...Object.fromEntries(plan.blocks.map((block) => [minutesField(block), String(block.minutes)])),
  bring: plan.bring,
  note: plan.note,
});

/**
 * What stands in the box of a block: what was typed for it, under its own key or, when the suggestion became a plan
 * meanwhile, under its place in the suggestion; else what is saved.
 */
export const shownMinutes = (form: FormState, block: PlanBlock): string =>
  valueIn(form, minutesField(block)) || valueIn(form, `minutes-t${block.position}`) || String(block.minutes);
