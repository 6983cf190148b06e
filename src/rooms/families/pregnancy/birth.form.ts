import { date, maybeOneOf, oneOf, optionalDate, optionalText, text } from '#platform/forms/fields.ts';
import { type FieldError, form } from '#platform/forms/form.ts';
import type { LivesWith } from '../family.queries.ts';
import type { NewBaby } from './birth.commands.ts';

export const LIVES_WITH: readonly [LivesWith, ...LivesWith[]] = [
  'parents',
  'in_hospital',
  'one_parent',
  'elsewhere',
];
/** The second and third baby of the form are left empty unless there were more. */
export const MORE = [2, 3] as const;

export const birthForm = form(
  'families.birth',
  {
    bornOn1: date('Enter the day the baby was born.'),
    givenName1: optionalText(100),
    livesWith1: oneOf(LIVES_WITH, 'Say where the baby is now.'),
    bornOn2: optionalDate(),
    givenName2: optionalText(100),
    livesWith2: maybeOneOf(LIVES_WITH),
    bornOn3: optionalDate(),
    givenName3: optionalText(100),
    livesWith3: maybeOneOf(LIVES_WITH),
  },
  (value): readonly FieldError[] => [
    ...((value.givenName2 || value.livesWith2) && !value.bornOn2
      ? [{ field: 'bornOn2', message: 'Enter the day the second baby was born, or leave that part empty.' }]
      : []),
    ...(value.bornOn2 && !value.livesWith2
      ? [{ field: 'livesWith2', message: 'Say where the second baby is now.' }]
      : []),
    ...((value.givenName3 || value.livesWith3) && !value.bornOn3
      ? [{ field: 'bornOn3', message: 'Enter the day the third baby was born, or leave that part empty.' }]
      : []),
    ...(value.bornOn3 && !value.livesWith3
      ? [{ field: 'livesWith3', message: 'Say where the third baby is now.' }]
      : []),
  ],
);

type BirthTyped = Extract<ReturnType<typeof birthForm.parse>, { ok: true }>['value'];

const babyOf = (
  bornOn: Temporal.PlainDate | null,
  givenName: string,
  livesWith: LivesWith | null,
): readonly NewBaby[] => (bornOn && livesWith ? [{ bornOn, givenName: givenName || null, livesWith }] : []);

export const babiesFrom = (value: BirthTyped): readonly NewBaby[] => [
  ...babyOf(value.bornOn1, value.givenName1, value.livesWith1),
  ...babyOf(value.bornOn2, value.givenName2, value.livesWith2),
  ...babyOf(value.bornOn3, value.givenName3, value.livesWith3),
];

export const whyForm = (name: string, missing: string) => form(name, { why: text(missing, 300) });
