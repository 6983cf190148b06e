import { maybeOneOf, oneOf, optionalDate, optionalText, text, tick } from '#platform/forms/fields.ts';
import { type FieldError, type FormOf, form, type Typed } from '#platform/forms/form.ts';
import type { Keeping } from './note.commands.ts';
import { ACTION_ENDS, SECTIONS } from './note.rules.ts';

const SECTION_MOST = 20_000;
const BOX_MOST = 25_000;
/** How many new actions one note has room for. */
export const ACTION_PLACES = [1, 2, 3] as const;

export const becameField = (actionId: string): string => `became_${actionId}`;
export const becameWords = (actionId: string): string => `became_words_${actionId}`;

/** Every box of the page, for drafts: dates lie in three. */
const boxesOf = (openIds: readonly string[]): readonly string[] => [
  ...SECTIONS,
  ...ACTION_PLACES.flatMap((at) => [
    `action${at}`,
    `whose${at}`,
    `by${at}-day`,
    `by${at}-month`,
    `by${at}-year`,
  ]),
  ...openIds.flatMap((id) => [becameField(id), becameWords(id)]),
];

export type NoteTyped =
  | { readonly do: 'draft'; readonly typed: Typed }
  | { readonly do: 'keep'; readonly keeping: Pick<Keeping, 'sections' | 'closing' | 'actions'> };

const shapeOf = (openIds: readonly string[]) =>
  form(
    'supervision.note',
    {
      ...Object.fromEntries(SECTIONS.map((section) => [section, optionalText(SECTION_MOST)])),
      ...Object.fromEntries(
        ACTION_PLACES.flatMap((at) => [
          [`action${at}`, optionalText(500)],
          [`whose${at}`, maybeOneOf(['supporter', 'supervisor'])],
        ]),
      ),
      ...Object.fromEntries(
        openIds.flatMap((id) => [
          [becameField(id), maybeOneOf(ACTION_ENDS)],
          [becameWords(id), optionalText(500)],
        ]),
      ),
    },
    (value) => [
      ...(SECTIONS.every((section) => value[section] === '')
        ? [{ field: 'support', message: 'Write a few words under one of the headings.' }]
        : []),
      ...ACTION_PLACES.flatMap((at) =>
        value[`action${at}`] !== '' && value[`whose${at}`] === null
          ? [{ field: `whose${at}`, message: 'Choose who does it.' }]
          : [],
      ),
      ...openIds.flatMap((id) =>
        value[becameField(id)] === 'let_go' && value[becameWords(id)] === ''
          ? [{ field: becameWords(id), message: 'Say in a few words why you let it go.' }]
          : [],
      ),
    ],
  );

const days = form('supervision.note', {
  by1: optionalDate(),
  by2: optionalDate(),
  by3: optionalDate(),
});

const tooLong = (typed: Typed, boxes: readonly string[]): readonly FieldError[] =>
  boxes.flatMap((field) =>
    String(typed[field] ?? '').length > BOX_MOST
      ? [{ field, message: `Use ${SECTION_MOST.toLocaleString('en-GB')} characters or fewer.` }]
      : [],
  );

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A note while it is written: kept as a draft as it stands, half a date and all, or kept for good and then looked at. */
export const noteForm = (openIds: readonly string[]): FormOf<NoteTyped> => {
  const boxes = boxesOf(openIds);
  const shape = shapeOf(openIds);
  return {
    name: shape.name,
    fields: [...shape.fields, ...days.fields],
    parse: (typed) => {
      const long = tooLong(typed, boxes);
      if (long.length > 0) return { ok: false, errors: long };
      if (typed.do !== 'keep')
        return {
          ok: true,
          value: {
            do: 'draft',
            typed: Object.fromEntries(
              boxes.flatMap((box) =>
                typed[box] === undefined || typed[box] === '' ? [] : [[box, typed[box]] as const],
              ),
            ),
          },
        };
      const [said, on] = [shape.parse(typed), days.parse(typed)];
      if (!said.ok || !on.ok)
        return { ok: false, errors: [...(said.ok ? [] : said.errors), ...(on.ok ? [] : on.errors)] };
      const value: Readonly<Record<string, unknown>> = said.value;
      const missing = ACTION_PLACES.flatMap((at) =>
        wordsOf(value[`action${at}`]) === '' && on.value[`by${at}`] !== null
          ? [{ field: `action${at}`, message: 'Say what is to be done, or empty the day.' }]
          : [],
      );
      if (missing.length > 0) return { ok: false, errors: missing };
      return {
        ok: true,
        value: {
          do: 'keep',
          keeping: {
            sections: {
              support: wordsOf(value.support),
              risk: wordsOf(value.risk),
              role: wordsOf(value.role),
              development: wordsOf(value.development),
              staying_well: wordsOf(value.staying_well),
            },
            closing: openIds.flatMap((id) => {
              const as = ACTION_ENDS.find((end) => end === value[becameField(id)]);
              return as ? [{ id, as, words: wordsOf(value[becameWords(id)]) }] : [];
            }),
            actions: ACTION_PLACES.flatMap((at) => {
              const words = wordsOf(value[`action${at}`]);
              const whose = (['supporter', 'supervisor'] as const).find(
                (each) => each === value[`whose${at}`],
              );
              return words && whose ? [{ words, whose, byOn: on.value[`by${at}`] }] : [];
            }),
          },
        },
      };
    },
  };
};

export const addForm = form('supervision.note_addition', {
  words: text('Write what you would like to add.', 5000),
});

export const openForm = form('supervision.note_opening', {
  reason: text('Say in a sentence why you need to read it. The two will see your words.', 1000),
});

export const closeForm = form(
  'supervision.action',
  { as: oneOf(ACTION_ENDS, 'Choose whether it is done or let go.'), words: optionalText(500) },
  ({ as, words }) =>
    as === 'let_go' && words === ''
      ? [{ field: 'words', message: 'Say in a few words why you let it go.' }]
      : [],
);

export const sharePastForm = form('supervision.share_earlier_notes', { shared: tick() });
