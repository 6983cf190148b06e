import { daysBetween } from '#kernel/dates.ts';
import type { LoadRules } from './load.shape.ts';

export const LOAD_LEVELS = ['light', 'steady', 'heavy'] as const;
export type LoadLevel = (typeof LOAD_LEVELS)[number];

/** A session run, a session that felt heavy, or something told to them that stays. */
export const LOAD_KINDS = ['session', 'hard', 'disclosure'] as const;
export type LoadKind = (typeof LOAD_KINDS)[number];

/** What is known of one person. Dates are days at their centre; what lies after `today` does not count. */
export interface LoadFacts {
  readonly today: Temporal.PlainDate;
  readonly entries: readonly { readonly kind: LoadKind; readonly on: Temporal.PlainDate }[];
  /** The last supervision that was held; null where none has been. */
  readonly lastSupervisionOn: Temporal.PlainDate | null;
  /** The day from which their supervision counts; null for somebody without one. */
  readonly supervisionSince: Temporal.PlainDate | null;
  /** The last talk after something heavy that was held; null where none has been. */
  readonly lastDebriefOn: Temporal.PlainDate | null;
}

export const LOAD_REASONS = [
  'hard',
  'hard_long',
  'disclosures',
  'disclosures_long',
  'sessions',
  'since_supervision',
  'not_talked_about',
] as const;
type ReasonCode = (typeof LOAD_REASONS)[number];

/** One thing that was looked at: its number, what it comes to by itself, and a sentence that fits "you" and "them" alike. */
export interface LoadReason {
  readonly code: ReasonCode;
  readonly level: LoadLevel;
  /** A count or days; null where it is not known. */
  readonly number: number | null;
  readonly words: string;
}

export interface Load {
  readonly level: LoadLevel;
  /** Everything that was looked at, the heaviest first. The level is that of the first. */
  readonly reasons: readonly LoadReason[];
  readonly words: string;
  readonly next: string;
}

const rank = (level: LoadLevel): number => LOAD_LEVELS.indexOf(level);

const levelOf = (number: number, from: { readonly steady: number; readonly heavy: number }): LoadLevel =>
  number >= from.heavy ? 'heavy' : number >= from.steady ? 'steady' : 'light';

const stretch = (days: number): string => (days % 7 === 0 ? `${days / 7} weeks` : `${days} days`);
const times = (count: number): string =>
  count === 0 ? 'never' : count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
const ago = (days: number): string => (days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`);
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const LEVEL_WORDS: Readonly<Record<LoadLevel, { readonly words: string; readonly next: string }>> = {
  light: {
    words: 'From what was told, things are light.',
    next: 'Nothing to do but the usual supervision.',
  },
  steady: {
    words: 'From what was told, there is something to ask about.',
    next: 'Talk about it at the next supervision, or ring sooner.',
  },
  heavy: {
    words: 'From what we know, it may be a lot to carry.',
    next: 'Talk this week, before the next session if you can. Fewer sessions for a while is a fair thing to ask for, and a fair thing to offer.',
  },
};

/** What no sum of this kind can know, said wherever it is shown. */
export const NOT_KNOWN =
  'It counts only what was told. A quiet time can be a hard time, and life outside volunteering is not in it. It says nothing about anybody’s health. Concerns are not counted, on purpose: what somebody raises stays with those who look after it.';

/**
 * How much somebody carries, from what was told and from the days since anybody sat down with them: one level, with
 * every number it comes from. Each reason has its own level by the thresholds, and the heaviest one is the whole; so
 * more of anything never makes it lighter. No score, no comparison of people, no word about health.
 */
export const loadOf = (facts: LoadFacts, rules: LoadRules): Load => {
  const { today } = facts;
  const daysAgo = (on: Temporal.PlainDate): number => daysBetween(on, today);
  const told = facts.entries.filter(({ on }) => daysAgo(on) >= 0);
  const count = (kind: LoadKind, within: number): number =>
    told.filter((entry) => entry.kind === kind && daysAgo(entry.on) < within).length;

  const near = stretch(rules.days);
  const long = stretch(rules.longDays);
  const hard = count('hard', rules.days);
  const hardLong = count('hard', rules.longDays);
  const disclosures = count('disclosure', rules.days);
  const disclosuresLong = count('disclosure', rules.longDays);
  const sessions = count('session', rules.days);
  const reasons: LoadReason[] = [
    {
      code: 'hard',
      level: levelOf(hard, rules.hard),
      number: hard,
      words: `A session felt heavy: ${times(hard)} in the last ${near}.`,
    },
    {
      code: 'hard_long',
      level: hardLong >= rules.hard.heavyOverLong ? 'heavy' : 'light',
      number: hardLong,
      words: `A session felt heavy: ${times(hardLong)} in the last ${long}.`,
    },
    {
      code: 'disclosures',
      level: levelOf(disclosures, rules.disclosures),
      number: disclosures,
      words: `Somebody told something that stays: ${times(disclosures)} in the last ${near}.`,
    },
    {
      code: 'disclosures_long',
      level: disclosuresLong >= rules.disclosures.heavyOverLong ? 'heavy' : 'light',
      number: disclosuresLong,
      words: `Somebody told something that stays: ${times(disclosuresLong)} in the last ${long}.`,
    },
    {
      code: 'sessions',
      level: levelOf(sessions, rules.sessions),
      number: sessions,
      words: `${counted(sessions, 'session')} run in the last ${near}.`,
    },
    sinceSupervision(facts, rules),
    notTalkedAbout(facts, told, rules),
  ];
  const sorted = reasons.toSorted((one, other) => rank(other.level) - rank(one.level));
  const level = sorted[0]?.level ?? 'light';
  return { level, reasons: sorted, ...LEVEL_WORDS[level] };
};

const sinceSupervision = (
  { today, lastSupervisionOn, supervisionSince }: LoadFacts,
  rules: LoadRules,
): LoadReason => {
  const from = lastSupervisionOn ?? supervisionSince;
  if (!from)
    return {
      code: 'since_supervision',
      level: 'light',
      number: null,
      words: 'No supervision has been arranged yet, so its days are not counted.',
    };
  const days = Math.max(0, daysBetween(from, today));
  return {
    code: 'since_supervision',
    level: levelOf(days, rules.sinceSupervision),
    number: days,
    words: lastSupervisionOn
      ? `The last supervision was ${ago(days)}.`
      : `No supervision yet, ${days === 0 ? 'and it begins today' : `${counted(days, 'day')} after it began`}.`,
  };
};

const notTalkedAbout = (
  { today, lastSupervisionOn, lastDebriefOn }: LoadFacts,
  told: LoadFacts['entries'],
  rules: LoadRules,
): LoadReason => {
  const talked = [lastSupervisionOn, lastDebriefOn].flatMap((day) =>
    day && Temporal.PlainDate.compare(day, today) <= 0 ? [day] : [],
  );
  // Whoever sat down with them on the very day has most likely heard of it.
  const open = told
    .filter(({ kind }) => kind !== 'session')
    .filter(({ on }) => daysBetween(on, today) < rules.longDays)
    .filter(({ on }) => talked.every((day) => Temporal.PlainDate.compare(on, day) > 0))
    .map(({ on }) => daysBetween(on, today));
  const oldest = open.length === 0 ? null : Math.max(...open);
  return {
    code: 'not_talked_about',
    level: oldest === null ? 'light' : levelOf(oldest, rules.notTalkedAbout),
    number: oldest,
    words:
      oldest === null
        ? 'Nothing heavy is waiting to be talked about.'
        : `Something heavy was told ${ago(oldest)}, and nobody has sat down about it since.`,
  };
};
