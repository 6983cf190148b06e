import { z } from 'zod';

const words = z.string().min(1);
const paragraphs = z.array(words).min(1);
const code = z.string().regex(/^[a-z]+(-[a-z]+)*$/u);
const minutes = z.number().int().min(1);

/** How people learn in a unit. Talk is one way of seven, and never the first. */
export const METHODS = ['role_play', 'sharing', 'arts', 'pairs', 'story', 'practice', 'talk'] as const;
export type Method = (typeof METHODS)[number];

/** What a stretch of a unit is: a way of learning, the break, or the standing place for what came up in real sessions. */
export const STRETCHES = [...METHODS, 'break', 'reflection'] as const;
export type Stretch = (typeof STRETCHES)[number];

export const BLOCKS = ['relational', 'content', 'conduct', 'safeguarding', 'boundaries'] as const;
export type SyllabusBlock = (typeof BLOCKS)[number];

export const PRACTICE_KINDS = ['shadowing', 'buddying', 'observed'] as const;
export type PracticeKind = (typeof PRACTICE_KINDS)[number];

export const LAYOUTS = ['evenings', 'two_weekends', 'three_weekends'] as const;
export type LayoutCode = (typeof LAYOUTS)[number];

const competency = z.strictObject({
  code,
  name: words,
  words,
  /** Where others have a name for it: a published framework and its codes. Empty where we know of none. */
  frameworks: z.array(z.strictObject({ name: words, code: words })),
});

const outlinePart = z.strictObject({ minutes, title: words, method: z.enum(STRETCHES), words });

export const syllabusUnit = z.strictObject({
  code,
  number: z.number().int().min(1).max(15),
  title: words,
  /** What the unit is, in a sentence. */
  about: words,
  block: z.enum(BLOCKS),
  minutes,
  aims: paragraphs,
  methods: z.array(z.enum(METHODS)).min(1),
  materials: paragraphs,
  outline: z.array(outlinePart).min(1),
  /** For whoever leads it. */
  notes: paragraphs,
  /** What may be hard in it, and for whom. */
  cautions: paragraphs,
  takeHome: words,
  competencies: z.array(code).min(1),
  /** How somebody who missed it catches it up with one person. */
  oneToOne: words,
});

const layoutPart = z.union([
  z.strictObject({ unit: code }),
  z.strictObject({ social: words, minutes }),
  z.strictObject({ break: words, minutes }),
]);

const layoutMeeting = z.strictObject({
  title: words,
  /** Days from the first day of the course; 0 is the first day itself. */
  afterDays: z.number().int().min(0),
  startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u),
  parts: z.array(layoutPart).min(1),
});

export const syllabusLayout = z.strictObject({
  code: z.enum(LAYOUTS),
  name: words,
  words,
  meetings: z.array(layoutMeeting).min(1),
});

export const syllabusRules = z.strictObject({
  /** Codes of steps of the way in that are over before somebody takes a place in a cohort. */
  enrolAfter: z.array(z.string().regex(/^[a-z][a-z0-9_]*$/u)),
  /** How many units somebody has before they may shadow and buddy in real sessions. */
  alongsideFromUnits: z.number().int().min(0).max(15),
  practice: z.array(z.strictObject({ kind: z.enum(PRACTICE_KINDS), times: z.number().int().min(0).max(20) })),
});

/** The training course: what a row of training.syllabi holds beside its columns. */
export const syllabusContent = z.strictObject({
  about: words,
  competencies: z.array(competency).min(1),
  units: z.array(syllabusUnit).min(1),
  layouts: z.array(syllabusLayout).min(1),
  rules: syllabusRules,
  levels: z.array(z.strictObject({ code, name: words, words, units: z.array(code).min(1) })).min(1),
});

export type SyllabusContent = z.output<typeof syllabusContent>;
export type Competency = SyllabusContent['competencies'][number];
export type SyllabusUnit = SyllabusContent['units'][number];
export type OutlinePart = SyllabusUnit['outline'][number];
export type Layout = SyllabusContent['layouts'][number];
export type LayoutMeeting = Layout['meetings'][number];
export type LayoutPart = LayoutMeeting['parts'][number];
export type SyllabusRules = SyllabusContent['rules'];
export type Level = SyllabusContent['levels'][number];

/** A syllabus as it ships with us. */
export interface ShippedSyllabus {
  readonly code: string;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly name: string;
  readonly content: SyllabusContent;
}
