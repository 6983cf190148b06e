import { lifecycle } from '#kernel/lifecycle.ts';
import type { LayoutMeeting, SyllabusContent } from '../syllabus/syllabus.shape.ts';

export type CohortState = 'planned' | 'opened' | 'closed' | 'called_off';

/** The way of a cohort, from the first plan until everybody has gone their way. */
export const cohortLife = lifecycle<CohortState, 'open' | 'close' | 'call_off'>({
  name: 'cohort',
  states: {
    planned: 'planned',
    opened: 'open',
    closed: 'finished',
    called_off: 'called off',
  },
  moves: {
    open: { from: ['planned'], to: 'opened', words: 'opened' },
    close: { from: ['opened'], to: 'closed', words: 'closed' },
    call_off: { from: ['planned', 'opened'], to: 'called_off', words: 'called off' },
  },
});

export interface CohortMoments {
  readonly openedAt: Temporal.Instant | null;
  readonly calledOffAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
}

/** Where a cohort stands. */
export const cohortState = ({ openedAt, calledOffAt, closedAt }: CohortMoments): CohortState => {
  if (calledOffAt) return 'called_off';
  if (closedAt) return 'closed';
  return openedAt ? 'opened' : 'planned';
};

/** A part of a meeting: a unit of the syllabus, or time for the team, or a break (no unit). */
export interface PlannedPart {
  readonly unitCode: string | null;
  readonly title: string;
  readonly minutes: number;
}

export interface PlannedMeeting {
  readonly title: string;
  readonly on: Temporal.PlainDate;
  readonly at: Temporal.PlainTime;
  readonly minutes: number;
  readonly parts: readonly PlannedPart[];
}

const WEEK = 7;

/**
 * The days of a cohort: the layout counted from its first day. Days that follow one another are one weekend. Where a day
 * of it is a bank holiday (ISO dates), the whole weekend or evening, and everything after it, moves on by whole weeks, so
 * that the order and the weekday stay.
 */
export const meetingDays = (
  firstDay: Temporal.PlainDate,
  layout: readonly Pick<LayoutMeeting, 'afterDays'>[],
  holidays: ReadonlySet<string>,
): readonly Temporal.PlainDate[] => {
  const ordered = layout.map(({ afterDays }) => afterDays);
  let weeks = 0;
  const days: Temporal.PlainDate[] = [];
  for (let start = 0; start < ordered.length; ) {
    let end = start + 1;
    while (end < ordered.length && (ordered[end] ?? 0) - (ordered[end - 1] ?? 0) <= 1) end += 1;
    const together = ordered.slice(start, end);
    const on = (after: number) => firstDay.add({ days: after + weeks * WEEK });
    // A year of holidays on end would be a mistake in the calendar, and no reason to go round for ever.
    for (
      let tries = 0;
      tries < 52 && together.some((after) => holidays.has(on(after).toString()));
      tries += 1
    )
      weeks += 1;
    days.push(...together.map(on));
    start = end;
  }
  return days;
};

/** A layout of the syllabus laid onto real days. The minutes of a meeting are the sum of its parts. */
export const layOut = (
  content: Pick<SyllabusContent, 'units'>,
  layout: readonly LayoutMeeting[],
  firstDay: Temporal.PlainDate,
  holidays: ReadonlySet<string>,
  startsAt: Temporal.PlainTime | null = null,
): readonly PlannedMeeting[] => {
  const days = meetingDays(firstDay, layout, holidays);
  const units = new Map(content.units.map((unit) => [unit.code, unit]));
  return layout.map((meeting, index) => {
    const parts = meeting.parts.map((part): PlannedPart => {
      if ('unit' in part) {
        const unit = units.get(part.unit);
        return { unitCode: part.unit, title: unit?.title ?? part.unit, minutes: unit?.minutes ?? 120 };
      }
      return {
        unitCode: null,
        title: 'social' in part ? part.social : part.break,
        minutes: part.minutes,
      };
    });
    return {
      title: meeting.title,
      on: days[index] ?? firstDay,
      at: startsAt ?? Temporal.PlainTime.from(meeting.startsAt),
      minutes: parts.reduce((sum, part) => sum + part.minutes, 0),
      parts,
    };
  });
};

const STEP_WORDS: Readonly<Record<string, string>> = {
  conversation: 'the first talk',
  application: 'the application form',
  references: 'the references',
  check: 'the check',
  interview: 'the interview',
  course: 'the safeguarding course',
  offer: 'the offer',
};

export interface WayIn {
  readonly state: string;
  readonly steps: readonly {
    readonly code: string;
    readonly doneAt: Temporal.Instant | null;
    readonly waivedAt: Temporal.Instant | null;
  }[];
}

/**
 * What somebody has still to do before they take a place, as words; empty when they may. `wayIn` is their live
 * application; null for somebody who is welcomed already, who may always.
 */
export const missingBefore = (enrolAfter: readonly string[], wayIn: WayIn | null): readonly string[] =>
  wayIn === null || wayIn.state === 'welcomed'
    ? []
    : enrolAfter
        .filter(
          (code) =>
            !wayIn.steps.some(
              (step) => step.code === code && (step.doneAt !== null || step.waivedAt !== null),
            ),
        )
        .map((code) => STEP_WORDS[code] ?? code.replaceAll('_', ' '));

/** Several things in a sentence: "a, b and c". */
export const inARow = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** What is still missing, as the rest of a sentence: "the check comes first", "the check and the interview come first". */
export const comesFirst = (missing: readonly string[]): string =>
  `${inARow(missing)} ${missing.length === 1 ? 'comes' : 'come'} first`;

/** Where one person stands with one unit. */
export type UnitState =
  | 'came'
  | 'caught_up'
  | 'before'
  | 'offered'
  | 'missed'
  | 'to_note'
  | 'to_come'
  | 'no_day'
  | 'not_yet';

export const unitStateWords: Readonly<Record<UnitState, string>> = {
  came: 'came',
  caught_up: 'caught up',
  before: 'had it before',
  offered: 'missed, catch-up offered',
  missed: 'missed',
  to_note: 'not noted yet',
  to_come: 'to come',
  no_day: 'has no day yet',
  not_yet: 'not yet',
};

export interface UnitFacts {
  /** Whether they have a place in a cohort now: nobody else is behind with anything. */
  readonly inCohort: boolean;
  /** How it was earned: 'cohort', 'catch_up', 'one_to_one' or 'elsewhere'; null: not earned. */
  readonly how: string | null;
  /** Whether it was earned in this cohort, where it was earned with one. */
  readonly here: boolean;
  readonly catchUpOpen: boolean;
  /** What was noted last: true, false, or null for nothing. */
  readonly came: boolean | null;
  /** When the meeting with it ends; null: no meeting has it. */
  readonly endsAt: Temporal.Instant | null;
  /** Whether the person's place began after that meeting: then there is nothing to note. */
  readonly beforeTheirTime: boolean;
}

/** What is earned counts before everything else; then what is offered, what was noted, and what the calendar says. */
export const unitState = (facts: UnitFacts, now: Temporal.Instant): UnitState => {
  if (facts.how !== null) {
    if (facts.how === 'catch_up' || facts.how === 'one_to_one') return 'caught_up';
    return facts.how === 'cohort' && facts.here ? 'came' : 'before';
  }
  if (facts.catchUpOpen) return 'offered';
  if (facts.came === true) return 'came';
  if (!facts.inCohort) return 'not_yet';
  if (facts.came === false) return 'missed';
  if (facts.endsAt === null) return 'no_day';
  if (Temporal.Instant.compare(facts.endsAt, now) > 0) return 'to_come';
  return facts.beforeTheirTime ? 'missed' : 'to_note';
};

/** Whether a state counts as had. */
export const isHad = (state: UnitState): boolean =>
  state === 'came' || state === 'caught_up' || state === 'before';

/** Whether a unit needs somebody to find a way to catch it up. */
export const needsCatchUp = (state: UnitState): boolean => state === 'missed' || state === 'no_day';
