import { daysBetween, laterOf } from '#kernel/dates.ts';

type Day = Temporal.PlainDate;

/** Days away, both included. Never why. */
export interface Away {
  readonly fromOn: Day;
  readonly untilOn: Day;
}

/** The figures of the rhythm, in whole days. */
export interface Pace {
  readonly everyDays: number;
  readonly nearDays: number;
  readonly graceDays: number;
}

/** Whether a day lies in one of the leaves. */
export const isAway = (leave: readonly Away[], day: Day): boolean =>
  leave.some(
    ({ fromOn, untilOn }) =>
      Temporal.PlainDate.compare(fromOn, day) <= 0 && Temporal.PlainDate.compare(day, untilOn) <= 0,
  );

/** Monday to Friday without the holidays given (ISO dates). */
export const isWorkingDay = (day: Day, holidays: ReadonlySet<string>): boolean =>
  day.dayOfWeek <= 5 && !holidays.has(day.toString());

/** The due day of a slot, counted from the beginning alone: nothing that happens ever moves it. Slot 0 is the beginning itself. */
export const dueDay = (beginsOn: Day, everyDays: number, slot: number): Day =>
  beginsOn.add({ days: slot * everyDays });

/**
 * The slot a held meeting belongs to: the nearest due day; half way between two it belongs to the later. 0 is the
 * beginning: a meeting nearer to it than to the first due day is one more, and counts for no slot.
 */
export const slotOf = (beginsOn: Day, everyDays: number, on: Day): number =>
  Math.max(0, Math.floor(daysBetween(beginsOn, on) / everyDays + 0.5));

/** Away on its due day and on every working day near it: there was no day to meet, so nothing is owed. */
export const isExcused = (
  due: Day,
  nearDays: number,
  leave: readonly Away[],
  holidays: ReadonlySet<string>,
): boolean => {
  if (!isAway(leave, due)) return false;
  for (let off = -nearDays; off <= nearDays; off += 1) {
    const day = due.add({ days: off });
    if (isWorkingDay(day, holidays) && !isAway(leave, day)) return false;
  }
  return true;
};

export interface StandingFacts extends Pace {
  readonly beginsOn: Day;
  /** The days on which something was held that counts for the form. */
  readonly held: readonly Day[];
  /** Of the peer supporter alone. */
  readonly leave: readonly Away[];
  readonly holidays: ReadonlySet<string>;
  readonly today: Day;
}

export interface Standing {
  readonly slot: number;
  readonly dueOn: Day;
  readonly pausesOn: Day;
}

/** The first day on which grace is used up: so many days after the due day, days on leave not counted. */
export const pausesFrom = (dueOn: Day, graceDays: number, leave: readonly Away[]): Day => {
  let day = dueOn;
  for (let left = graceDays; left > 0; ) {
    day = day.add({ days: 1 });
    if (!isAway(leave, day)) left -= 1;
  }
  return day;
};

/**
 * Where somebody stands in the rhythm: due is the first slot after the last one that was held, or excused in the past;
 * excused ones ahead are passed over. New assignments pause on `pausesOn`.
 */
export const standingOf = (facts: StandingFacts): Standing => {
  const { beginsOn, everyDays, nearDays, graceDays, held, leave, holidays, today } = facts;
  const excused = (slot: number) => isExcused(dueDay(beginsOn, everyDays, slot), nearDays, leave, holidays);
  let last = Math.max(0, ...held.map((on) => slotOf(beginsOn, everyDays, on)));
  const past = Math.floor(daysBetween(beginsOn, today) / everyDays);
  for (let slot = past; slot > last; slot -= 1)
    if (excused(slot)) {
      last = slot;
      break;
    }
  let slot = last + 1;
  while (excused(slot)) slot += 1;
  const dueOn = dueDay(beginsOn, everyDays, slot);
  return { slot, dueOn, pausesOn: pausesFrom(dueOn, graceDays, leave) };
};

export type RhythmState = 'fine' | 'soon' | 'in_grace' | 'overdue';
export const stateWords: Readonly<Record<RhythmState, string>> = {
  fine: 'In its rhythm',
  soon: 'Due this week',
  in_grace: 'Past its day',
  overdue: 'Overdue',
};

/** How it stands today: due within seven days, past its day, or past the days of grace so that nothing new is asked. */
export const rhythmState = (
  { dueOn, pausesOn }: { readonly dueOn: Day; readonly pausesOn: Day | null },
  today: Day,
): RhythmState => {
  if (pausesOn && Temporal.PlainDate.compare(today, pausesOn) >= 0) return 'overdue';
  if (Temporal.PlainDate.compare(today, dueOn) > 0) return 'in_grace';
  return daysBetween(today, dueOn) <= 7 ? 'soon' : 'fine';
};

/** A slot a time is looked for, with the days on which it may lie, both included. */
export interface Wanted {
  readonly slot: number;
  readonly dueOn: Day;
  readonly fromOn: Day;
  readonly untilOn: Day;
  /** The earliest day is best instead of the nearest: what is owed is owed already. */
  readonly hurry: boolean;
}

/**
 * The next slots that a time is looked for: from the one that is due on, so many as are wanted, each within its own near
 * days and not before `notBefore`. A slot whose days are over is not made up for; then the next one comes as early as it may.
 */
export const wantedSlots = (
  facts: StandingFacts,
  ask: { readonly ahead: number; readonly notBefore: Day },
): readonly Wanted[] => {
  const { beginsOn, everyDays, nearDays, leave, holidays, today } = facts;
  const standing = standingOf(facts);
  const found: Wanted[] = [];
  for (let slot = standing.slot; found.length < ask.ahead; slot += 1) {
    const dueOn = dueDay(beginsOn, everyDays, slot);
    const untilOn = dueOn.add({ days: nearDays });
    if (Temporal.PlainDate.compare(untilOn, ask.notBefore) < 0) continue;
    if (slot > standing.slot && isExcused(dueOn, nearDays, leave, holidays)) continue;
    found.push({
      slot,
      dueOn,
      fromOn: laterOf(dueOn.subtract({ days: nearDays }), ask.notBefore),
      untilOn,
      hurry: found.length === 0 && Temporal.PlainDate.compare(standing.dueOn, today) < 0,
    });
  }
  return found;
};
