import { z } from 'zod';
import {
  date,
  dateBoxes,
  maybeOneOf,
  optionalText,
  someOf,
  someOfThese,
  text,
  time,
  wholeNumber,
} from '#platform/forms/fields.ts';
import { type FieldError, type FormOf, form, type Typed } from '#platform/forms/form.ts';
import { clockTime } from '#ui/times.ts';
import { unitFaults } from './syllabus.rules.ts';
import {
  type Competency,
  type Layout,
  METHODS,
  type OutlinePart,
  PRACTICE_KINDS,
  STRETCHES,
  type Stretch,
  type SyllabusRules,
  type SyllabusUnit,
} from './syllabus.shape.ts';
import type { UnitWords } from './version.commands.ts';
import { ENROL_STEPS } from './words.ts';

/** A form whose version is in use from a day on. */
export interface From<V> {
  readonly from: Temporal.PlainDate;
  readonly value: V;
}

const from = date('Enter the day from which this version is in use.');

/** Empty rows under the outline, for parts that are new. */
const SPARE = 2;
const rowsOf = (unit: Pick<SyllabusUnit, 'outline'>): number => unit.outline.length + SPARE;
export const outlineField = (row: number, name: 'place' | 'minutes' | 'title' | 'method' | 'words'): string =>
  `part-${row}-${name}`;

const linesOf = (value: string): string[] =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const lines = (missing: string) => text(missing, 20_000);

const numberOrNone = (least: number, most: number) =>
  z.string().transform((value, ctx): number | null => {
    const typed = value.trim();
    if (typed === '') return null;
    if (/^\d{1,3}$/.test(typed) && Number(typed) >= least && Number(typed) <= most) return Number(typed);
    ctx.addIssue({ code: 'custom', message: `Enter a whole number from ${least} to ${most}.` });
    return z.NEVER;
  });

const fixed = {
  from,
  title: text('Give the unit a title.', 120),
  about: text('Say in a sentence what the unit is.', 400),
  aims: lines('Write at least one aim.'),
  methods: someOf(METHODS),
  competencies: z.unknown(),
  materials: lines('Write what somebody needs, or “Nothing”.'),
  cautions: lines('Write what may be hard, and how somebody can step out.'),
  notes: lines('Write at least one note for whoever leads it.'),
  takeHome: text('Write what people take home.', 2000),
  oneToOne: text('Say how somebody catches it up with one person.', 4000),
};

type Row = {
  readonly place: number | null;
  readonly minutes: number | null;
  readonly title: string;
  readonly method: Stretch | null;
  readonly words: string;
};

const rowOf = (answers: Readonly<Record<string, unknown>>, row: number): Row => ({
  place: answers[outlineField(row, 'place')] as number | null,
  minutes: answers[outlineField(row, 'minutes')] as number | null,
  title: String(answers[outlineField(row, 'title')] ?? ''),
  method: answers[outlineField(row, 'method')] as Stretch | null,
  words: String(answers[outlineField(row, 'words')] ?? ''),
});

const outlineOf = (unit: SyllabusUnit, answers: Readonly<Record<string, unknown>>): OutlinePart[] =>
  Array.from({ length: rowsOf(unit) }, (_, row) => ({ at: row, ...rowOf(answers, row) }))
    .filter(({ method }) => method !== null)
    .toSorted((one, other) => (one.place ?? one.at + 1) - (other.place ?? other.at + 1) || one.at - other.at)
    .flatMap(({ minutes, title, method, words }) =>
      method === null ? [] : [{ minutes: minutes ?? 0, title, method, words }],
    );

const across =
  (unit: SyllabusUnit) =>
  (answers: Readonly<Record<string, unknown>>): FieldError[] => {
    const errors: FieldError[] = [];
    for (let row = 0; row < rowsOf(unit); row += 1) {
      const { minutes, title, method, words } = rowOf(answers, row);
      const say = (name: 'minutes' | 'title' | 'method' | 'words', message: string) =>
        errors.push({ field: outlineField(row, name), message });
      if (method === null) {
        if (row >= unit.outline.length && (title !== '' || words !== ''))
          say('method', 'Choose what kind of part this is.');
        continue;
      }
      if (minutes === null) say('minutes', `Enter how many minutes part ${row + 1} takes.`);
      if (title === '') say('title', `Give part ${row + 1} a name.`);
      if (words === '') say('words', `Say how part ${row + 1} goes.`);
    }
    if ((answers.methods as readonly string[]).length === 0)
      errors.push({ field: 'methods', message: 'Choose at least one way in which people learn.' });
    if ((answers.competencies as readonly string[]).length === 0)
      errors.push({ field: 'competencies', message: 'Choose at least one thing that people learn to do.' });
    if (errors.length > 0) return errors;
    return unitFaults({ minutes: unit.minutes, outline: outlineOf(unit, answers) }).map((message) => ({
      field: outlineField(0, 'minutes'),
      message,
    }));
  };

/** The form of one unit: all of its words, and its outline in rows. */
export const unitForm = (
  unit: SyllabusUnit,
  competencies: readonly Competency[],
): FormOf<From<UnitWords>> => {
  const shape: z.ZodRawShape = {
    ...fixed,
    competencies: someOfThese(competencies.map(({ code }) => code)),
  };
  for (let row = 0; row < rowsOf(unit); row += 1)
    Object.assign(shape, {
      [outlineField(row, 'method')]: maybeOneOf(STRETCHES),
      [outlineField(row, 'place')]: numberOrNone(1, 50),
      [outlineField(row, 'minutes')]: numberOrNone(1, 120),
      [outlineField(row, 'title')]: optionalText(120),
      [outlineField(row, 'words')]: optionalText(6000),
    });
  const read = form('syllabus-unit', shape as typeof fixed, across(unit));
  return {
    name: read.name,
    fields: read.fields,
    parse: (typed) => {
      const found = read.parse(typed);
      if (!found.ok) return found;
      const { value } = found;
      return {
        ok: true,
        value: {
          from: value.from,
          value: {
            title: value.title,
            about: value.about,
            aims: linesOf(value.aims),
            methods: value.methods,
            materials: linesOf(value.materials),
            outline: outlineOf(unit, value),
            notes: linesOf(value.notes),
            cautions: linesOf(value.cautions),
            takeHome: value.takeHome,
            oneToOne: value.oneToOne,
            competencies: value.competencies as string[],
          },
        },
      };
    },
  };
};

/** What the form of a unit says before anyone types. The day is left to be chosen. */
export const unitPrefill = (unit: SyllabusUnit): Typed =>
  Object.assign(
    {
      ...dateBoxes('from', null),
      title: unit.title,
      about: unit.about,
      aims: unit.aims.join('\n'),
      methods: unit.methods,
      competencies: unit.competencies,
      materials: unit.materials.join('\n'),
      cautions: unit.cautions.join('\n'),
      notes: unit.notes.join('\n'),
      takeHome: unit.takeHome,
      oneToOne: unit.oneToOne,
    },
    ...unit.outline.map(({ minutes, title, method, words }, row) => ({
      [outlineField(row, 'place')]: String(row + 1),
      [outlineField(row, 'minutes')]: String(minutes),
      [outlineField(row, 'title')]: title,
      [outlineField(row, 'method')]: method,
      [outlineField(row, 'words')]: words,
    })),
  );

export const unitRows = (unit: SyllabusUnit): readonly number[] =>
  Array.from({ length: rowsOf(unit) }, (_, row) => row);

export const meetingField = (at: number, name: string): string => `meeting-${at}-${name}`;

/** The form of the times of a layout: when each meeting is and how long its pauses are. The order of the units stays. */
export const layoutForm = (layout: Layout): FormOf<From<Layout>> => {
  const shape: Record<string, z.ZodType> = { from };
  layout.meetings.forEach((meeting, at) => {
    shape[meetingField(at, 'after')] = wholeNumber('Enter how many days after the first day.', 0, 400);
    shape[meetingField(at, 'starts')] = time('Enter when it begins.');
    meeting.parts.forEach((part, place) => {
      if (!('unit' in part))
        shape[meetingField(at, String(place))] = wholeNumber('Enter how many minutes.', 5, 180);
    });
  });
  const read = form('syllabus-layout', shape as unknown as { from: typeof from });
  return {
    name: read.name,
    fields: read.fields,
    parse: (typed) => {
      const found = read.parse(typed);
      if (!found.ok) return found;
      const answers: Readonly<Record<string, unknown>> = found.value;
      const meetings = layout.meetings.map((meeting, at) => ({
        ...meeting,
        afterDays: Number(answers[meetingField(at, 'after')]),
        startsAt: String(answers[meetingField(at, 'starts')]).slice(0, 5),
        parts: meeting.parts.map((part, place) =>
          'unit' in part ? part : { ...part, minutes: Number(answers[meetingField(at, String(place))]) },
        ),
      }));
      return { ok: true, value: { from: found.value.from, value: { ...layout, meetings } } };
    },
  };
};

export const layoutPrefill = (layout: Layout): Typed =>
  Object.assign(
    { ...dateBoxes('from', null) },
    ...layout.meetings.map((meeting, at) => ({
      [meetingField(at, 'after')]: String(meeting.afterDays),
      [meetingField(at, 'starts')]: clockTime(Temporal.PlainTime.from(meeting.startsAt)),
      ...Object.fromEntries(
        meeting.parts.flatMap((part, place) =>
          'unit' in part ? [] : [[meetingField(at, String(place)), String(part.minutes)]],
        ),
      ),
    })),
  );

/** The form of the rules: when somebody may take a place, and what practice belongs to the training. */
export const rulesForm: FormOf<From<SyllabusRules>> = (() => {
  const read = form('syllabus-rules', {
    from,
    enrolAfter: someOf(ENROL_STEPS),
    alongsideFromUnits: wholeNumber('Enter how many units come before going along.', 0, 15),
    shadowing: wholeNumber('Enter how many times somebody shadows.', 0, 20),
    buddying: wholeNumber('Enter how many times somebody buddies.', 0, 20),
    observed: wholeNumber('Enter how many sessions are observed.', 0, 20),
  });
  return {
    name: read.name,
    fields: read.fields,
    parse: (typed) => {
      const found = read.parse(typed);
      if (!found.ok) return found;
      const { value } = found;
      return {
        ok: true,
        value: {
          from: value.from,
          value: {
            enrolAfter: [...value.enrolAfter],
            alongsideFromUnits: value.alongsideFromUnits,
            practice: PRACTICE_KINDS.map((kind) => ({ kind, times: value[kind] })),
          },
        },
      };
    },
  };
})();

export const rulesPrefill = (rules: SyllabusRules): Typed => ({
  ...dateBoxes('from', null),
  enrolAfter: rules.enrolAfter,
  alongsideFromUnits: String(rules.alongsideFromUnits),
  ...Object.fromEntries(
    PRACTICE_KINDS.map((kind) => [
      kind,
      String(rules.practice.find((each) => each.kind === kind)?.times ?? 0),
    ]),
  ),
});
