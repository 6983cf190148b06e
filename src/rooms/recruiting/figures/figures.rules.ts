import { kindInWords } from '../sources/source.rules.ts';

/** How far people came. Each stage counts whoever reached it or a later one. */
export const STAGES = ['enquired', 'talked', 'applied', 'offered', 'accepted', 'welcomed'] as const;
export type Stage = (typeof STAGES)[number];

export const stageNames: Readonly<Record<Stage, string>> = {
  enquired: 'Asked',
  talked: 'Talked',
  applied: 'Applied',
  offered: 'Offered',
  accepted: 'Said yes',
  welcomed: 'Welcomed',
};

export type Funnel = Readonly<Record<Stage, number>>;

/** One source, or those of a kind who named none, as the database counts them. */
export interface SourceCount extends Funnel {
  readonly kind: string;
  readonly name: string | null;
  readonly costPence: number;
}

export interface KindRow extends Funnel {
  readonly kind: string;
  readonly words: string;
  readonly costPence: number;
  /** Pence for each person welcomed; null where nobody was, or nothing was paid. */
  readonly costEach: number | null;
}

const none: Funnel = { enquired: 0, talked: 0, applied: 0, offered: 0, accepted: 0, welcomed: 0 };

const sum = (rows: readonly Funnel[]): Funnel =>
  rows.reduce<Funnel>(
    (total, row) => ({
      enquired: total.enquired + row.enquired,
      talked: total.talked + row.talked,
      applied: total.applied + row.applied,
      offered: total.offered + row.offered,
      accepted: total.accepted + row.accepted,
      welcomed: total.welcomed + row.welcomed,
    }),
    none,
  );

/** What each person welcomed cost, in whole pence; null where nobody was welcomed or nothing was paid. */
export const costEach = (costPence: number, welcomed: number): number | null =>
  welcomed === 0 || costPence === 0 ? null : Math.round(costPence / welcomed);

/** The sources by their kind, those that brought most first, and all together. */
export const byKind = (
  rows: readonly SourceCount[],
): { readonly kinds: readonly KindRow[]; readonly all: Funnel & { readonly costPence: number } } => {
  const kinds = [...new Set(rows.map(({ kind }) => kind))].map((kind): KindRow => {
    const those = rows.filter((row) => row.kind === kind);
    const funnel = sum(those);
    const costPence = those.reduce((total, row) => total + row.costPence, 0);
    return {
      kind,
      words: kindInWords(kind),
      ...funnel,
      costPence,
      costEach: costEach(costPence, funnel.welcomed),
    };
  });
  return {
    kinds: kinds
      .filter(({ enquired, costPence }) => enquired > 0 || costPence > 0)
      .sort((one, other) => other.enquired - one.enquired || one.words.localeCompare(other.words, 'en')),
    all: { ...sum(rows), costPence: rows.reduce((total, row) => total + row.costPence, 0) },
  };
};

/** A period to count: its name in the address, its words, and its days, both included. */
export interface Period {
  readonly code: string;
  readonly words: string;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  /** The calendar year whose groups are counted beside it. */
  readonly year: number;
}

const YEARS = 4;

/** The periods to choose from: the last twelve months, this year and the years before it, and ever since. */
export const periodsOn = (today: Temporal.PlainDate): readonly Period[] => [
  {
    code: 'last12',
    words: 'The last 12 months',
    from: today.subtract({ months: 12 }).add({ days: 1 }),
    until: today,
    year: today.year,
  },
  ...Array.from({ length: YEARS }, (_, back) => today.year - back).map((year) => ({
    code: String(year),
    words: year === today.year ? `${year} so far` : String(year),
    from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    until: year === today.year ? today : Temporal.PlainDate.from({ year, month: 12, day: 31 }),
    year,
  })),
  {
    code: 'ever',
    words: 'Ever since',
    from: Temporal.PlainDate.from('1900-01-01'),
    until: today,
    year: today.year,
  },
];

/** One count of people of a group; null people are hidden. */
export interface GroupCount {
  readonly trait: string;
  readonly answer: string;
  readonly stage: string;
  readonly people: number | null;
}

/** The stages by which groups are counted: fewer, so that fewer numbers are small. */
export const GROUP_STAGES = ['enquired', 'applied', 'offered', 'welcomed'] as const;
type GroupStage = (typeof GROUP_STAGES)[number];

export interface GroupRow {
  readonly answer: string;
  /** Null where the number is hidden. */
  readonly people: Readonly<Record<GroupStage, number | null>>;
}

/** The counts as one table for each question; a number that is not there at all is hidden as well. */
export const byTrait = (
  counts: readonly GroupCount[],
): readonly { readonly trait: string; readonly rows: readonly GroupRow[] }[] =>
  [...new Set(counts.map(({ trait }) => trait))].map((trait) => {
    const those = counts.filter((each) => each.trait === trait);
    const at = (answer: string, stage: GroupStage) =>
      those.find((each) => each.answer === answer && each.stage === stage)?.people ?? null;
    return {
      trait,
      rows: [...new Set(those.map(({ answer }) => answer))].map((answer) => ({
        answer,
        people: {
          enquired: at(answer, 'enquired'),
          applied: at(answer, 'applied'),
          offered: at(answer, 'offered'),
          welcomed: at(answer, 'welcomed'),
        },
      })),
    };
  });

/** Days as people say them: “less than a day”, “1 day”, “12 days”; null is “not known yet”. */
export const daysInWords = (days: number | null): string => {
  if (days === null) return 'Not known yet';
  const whole = Math.round(days);
  if (whole < 1) return 'Less than a day';
  return `${whole} ${whole === 1 ? 'day' : 'days'}`;
};

/** A share of people as a number for each of them, to one place: 12 questions among 5 people are 2.4 each. */
export const each = (sumOf: number, people: number): string => {
  const share = Math.round((sumOf / Math.max(people, 1)) * 10) / 10;
  return String(share);
};
