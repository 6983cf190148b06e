import { z } from 'zod';
import {
  date,
  dateBoxes,
  maybeOneOf,
  oneOf,
  optionalText,
  text,
  wholeNumber,
} from '#platform/forms/fields.ts';
import { type FieldError, type FormOf, form, type Typed } from '#platform/forms/form.ts';
import type { GroupKindContent, ProgrammeTemplateContent, StructureBlock } from '../content/shapes.ts';
import { BLOCK_KINDS, blockWords } from '../words.ts';

/** Empty rows under each structure, for blocks that are new. */
const SPARE = 2;

const optionalNumber = (least: number, most: number) =>
  z.string().transform((value, ctx): number | null => {
    const typed = value.trim();
    if (typed === '') return null;
    const found = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
    if (found >= least && found <= most) return found;
    ctx.addIssue({
      code: 'custom',
      message: `Enter a whole number from ${least} to ${most}, or leave it empty.`,
    });
    return z.NEVER;
  });

const weeks = (missing: string) => wholeNumber(missing, 0, 45);
const days = (missing: string) => wholeNumber(missing, 0, 366);

const fixed = {
  from: date('Enter the day from which this version is in use.'),
  vision: text('Say what the programme wants for families.', 1000),
  purpose: text('Say what it is for.', 1000),
  ethos: oneOf(['professionally_led', 'citizen_led'], 'Choose who leads the programme.'),
  ethosWords: text('Say in words how it is led.', 1000),
  referralFrom: weeks('Enter the first week of pregnancy for a referral.'),
  referralTo: weeks('Enter the last week of pregnancy for a referral.'),
  completeBy: optionalNumber(1, 45),
  slack: days('Enter how many days are kept free for a cancelled session.'),
  until: wholeNumber('Enter until which age of the baby families may come.', 0, 36),
  eachTheme: wholeNumber('Enter how many activities of each theme a course should have.', 0, 20),
  eachTopic: wholeNumber('Enter how many activities of each topic a course should have.', 0, 20),
  triage: days('Enter within how many working days each referral is looked at.'),
  answer: days('Enter how many days a family has to answer an offer.'),
  reminders: z.string().transform((value, ctx): number[] => {
    const parts = value.split(/[\s,;]+|\band\b/).filter((part) => part !== '');
    if (parts.every((part) => /^\d{1,2}$/.test(part))) return parts.map(Number);
    ctx.addIssue({
      code: 'custom',
      message: 'Enter days as numbers with commas, such as 5, 1. Leave it empty for none.',
    });
    return z.NEVER;
  }),
  missed: days('Enter after how many days we ask after somebody who did not come.'),
  quiet: days('Enter after how many quiet days somebody says hello.'),
  rules: optionalText(4000),
};

const rowsOf = (kind: GroupKindContent) => kind.structure.length + SPARE;
const fieldOf = (kind: GroupKindContent, name: string, row?: number) =>
  row === undefined ? `${kind.code}-${name}` : `${kind.code}-${row}-${name}`;

const groupShape = (kind: GroupKindContent) => {
  const shape: z.ZodRawShape = {
    [fieldOf(kind, 'minutes')]: wholeNumber(
      `Enter how many minutes the ${kind.name.toLowerCase()} takes.`,
      15,
      480,
    ),
    [fieldOf(kind, 'usual')]: wholeNumber(
      `Enter how many places the ${kind.name.toLowerCase()} usually has.`,
      1,
      200,
    ),
    [fieldOf(kind, 'most')]: wholeNumber(
      `Enter how many places the ${kind.name.toLowerCase()} has at most.`,
      1,
      200,
    ),
    ...(kind.sessions && {
      [fieldOf(kind, 'sessions')]: wholeNumber(
        `Enter how many sessions the ${kind.name.toLowerCase()} has.`,
        1,
        52,
      ),
    }),
  };
  const rows: z.ZodRawShape[] = Array.from({ length: rowsOf(kind) }, (_, row) => ({
    [fieldOf(kind, 'kind', row)]: maybeOneOf(BLOCK_KINDS),
    [fieldOf(kind, 'name', row)]: optionalText(100),
    [fieldOf(kind, 'length', row)]: optionalNumber(0, 240),
    [fieldOf(kind, 'place', row)]: optionalNumber(1, 50),
  }));
  return Object.assign(shape, ...rows) as z.ZodRawShape;
};

type Answers = Readonly<Record<string, unknown>>;
const numberOf = (value: Answers, field: string): number => {
  const found = value[field];
  return typeof found === 'number' ? found : 0;
};

const structureOf = (kind: GroupKindContent, value: Answers): readonly StructureBlock[] =>
  Array.from({ length: rowsOf(kind) }, (_, row) => {
    const chosen = BLOCK_KINDS.find((each) => each === value[fieldOf(kind, 'kind', row)]);
    if (!chosen) return null;
    const before = kind.structure[row];
    const typed = value[fieldOf(kind, 'name', row)];
    const name = typeof typed === 'string' && typed !== '' ? typed : blockWords[chosen];
    const minutes = numberOf(value, fieldOf(kind, 'length', row));
    const kept = before?.kind === chosen ? before : undefined;
    const block: StructureBlock = {
      kind: chosen,
      name,
      minutes,
      words: kept?.words ?? '',
      ...(kept?.mayMoveTo && { mayMoveTo: kept.mayMoveTo }),
    };
    return { place: numberOf(value, fieldOf(kind, 'place', row)) || row + 1, row, block };
  })
    .filter((each) => each !== null)
    .toSorted((one, other) => one.place - other.place || one.row - other.row)
    .map(({ block }) => block);

/** What a new version says, put together from the version it is made from and what was typed. Version and day come with saving. */
export type NewContent = Omit<ProgrammeTemplateContent, 'version' | 'effectiveFrom'>;
export interface NewVersion {
  readonly from: Temporal.PlainDate;
  readonly content: NewContent;
}

const across = (base: ProgrammeTemplateContent) => (value: z.output<z.ZodObject<typeof fixed>>) => {
  const errors: FieldError[] = [];
  const say = (field: string, message: string) => errors.push({ field, message });
  if (value.referralFrom > value.referralTo) say('referralTo', 'The last week cannot come before the first.');
  if (value.completeBy !== null && value.completeBy < value.referralFrom)
    say('completeBy', 'The course cannot be over before anyone may be referred.');
  for (const kind of base.groupKinds) {
    const answers: Answers = value;
    if (numberOf(answers, fieldOf(kind, 'usual')) > numberOf(answers, fieldOf(kind, 'most')))
      say(fieldOf(kind, 'most'), 'At most cannot be fewer places than usual.');
    const blocks = structureOf(kind, answers);
    if (blocks.length === 0)
      say(fieldOf(kind, 'kind', 0), `Keep at least one block in the ${kind.name.toLowerCase()}.`);
    const sum = blocks.reduce((all, { minutes }) => all + minutes, 0);
    const total = numberOf(answers, fieldOf(kind, 'minutes'));
    if (blocks.length > 0 && sum !== total)
      say(
        fieldOf(kind, 'minutes'),
        `The blocks add up to ${sum} minutes, and the session has ${total}. Make the two agree.`,
      );
  }
  return errors;
};

/** The form of a new version of this programme: every number of it, and the words of its vision, purpose and ethos. */
export const templateForm = (base: ProgrammeTemplateContent): FormOf<NewVersion> => {
  const shape = Object.assign({}, fixed, ...base.groupKinds.map(groupShape)) as typeof fixed;
  const read = form('programme-version', shape, across(base));
  return {
    name: read.name,
    fields: read.fields,
    parse: (typed) => {
      const found = read.parse(typed);
      return found.ok
        ? { ok: true, value: { from: found.value.from, content: contentOf(base, found.value) } }
        : found;
    },
  };
};

const contentOf = (
  base: ProgrammeTemplateContent,
  value: z.output<z.ZodObject<typeof fixed>>,
): NewContent => {
  const { version: _, effectiveFrom: __, ...kept } = base;
  const { completeByWeeks: ___, ...eligibility } = base.eligibility;
  const answers: Answers = value;
  const groupKinds = base.groupKinds.map((kind) => ({
    ...kind,
    minutes: numberOf(answers, fieldOf(kind, 'minutes')),
    places: {
      usual: numberOf(answers, fieldOf(kind, 'usual')),
      most: numberOf(answers, fieldOf(kind, 'most')),
    },
    ...(kind.sessions && { sessions: { most: numberOf(answers, fieldOf(kind, 'sessions')) } }),
    structure: structureOf(kind, answers),
  }));
  return {
    ...kept,
    vision: value.vision,
    purpose: value.purpose,
    ethos: value.ethos,
    ethosWords: value.ethosWords,
    groupKinds,
    structureRules: {
      ...base.structureRules,
      totalMinutes: groupKinds[0]?.minutes ?? base.structureRules.totalMinutes,
    },
    courseBalance: { activitiesOfEachTheme: value.eachTheme, activitiesOfEachTopic: value.eachTopic },
    eligibility: {
      ...eligibility,
      referralFromWeeks: value.referralFrom,
      referralToWeeks: value.referralTo,
      ...(value.completeBy !== null && { completeByWeeks: value.completeBy }),
      startSlackDays: value.slack,
      postnatalUntilMonths: value.until,
    },
    promises: {
      triageWorkingDays: value.triage,
      offerAnswerDays: value.answer,
      reminderDaysBefore: value.reminders,
      missedContactDays: value.missed,
      quietHelloDays: value.quiet,
    },
    groundRulesSuggested: value.rules
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  };
};

/** The names of the fields of a group kind and of one row of its structure, for the page. */
export const groupFields = (kind: GroupKindContent) => ({
  minutes: fieldOf(kind, 'minutes'),
  usual: fieldOf(kind, 'usual'),
  most: fieldOf(kind, 'most'),
  sessions: kind.sessions ? fieldOf(kind, 'sessions') : null,
  rows: Array.from({ length: rowsOf(kind) }, (_, row) => ({
    kind: fieldOf(kind, 'kind', row),
    name: fieldOf(kind, 'name', row),
    length: fieldOf(kind, 'length', row),
    place: fieldOf(kind, 'place', row),
  })),
});

/** What the form says before anyone types: the version it is made from. The day is left to be chosen. */
export const templatePrefill = (base: ProgrammeTemplateContent): Typed => ({
  ...dateBoxes('from', null),
  vision: base.vision,
  purpose: base.purpose,
  ethos: base.ethos,
  ethosWords: base.ethosWords,
  referralFrom: String(base.eligibility.referralFromWeeks),
  referralTo: String(base.eligibility.referralToWeeks),
  completeBy: base.eligibility.completeByWeeks === undefined ? '' : String(base.eligibility.completeByWeeks),
  slack: String(base.eligibility.startSlackDays),
  until: String(base.eligibility.postnatalUntilMonths),
  eachTheme: String(base.courseBalance.activitiesOfEachTheme),
  eachTopic: String(base.courseBalance.activitiesOfEachTopic),
  triage: String(base.promises.triageWorkingDays),
  answer: String(base.promises.offerAnswerDays),
  reminders: base.promises.reminderDaysBefore.join(', '),
  missed: String(base.promises.missedContactDays),
  quiet: String(base.promises.quietHelloDays),
  rules: base.groundRulesSuggested.join('\n'),
  ...Object.assign(
    {},
    ...base.groupKinds.map((kind) => {
      const names = groupFields(kind);
      return {
        [names.minutes]: String(kind.minutes),
        [names.usual]: String(kind.places.usual),
        [names.most]: String(kind.places.most),
        ...(names.sessions && { [names.sessions]: String(kind.sessions?.most ?? '') }),
        ...Object.assign(
          {},
          ...names.rows.map((row, at) => {
            const block = kind.structure[at];
            return {
              [row.kind]: block?.kind ?? '',
              [row.name]: block?.name ?? '',
              [row.length]: block ? String(block.minutes) : '',
              [row.place]: block ? String(at + 1) : '',
            };
          }),
        ),
      };
    }),
  ),
});
