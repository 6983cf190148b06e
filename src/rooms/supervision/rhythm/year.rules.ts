import { daysBetween } from '#kernel/dates.ts';
import type { MeetingState } from './meeting.rules.ts';
import { dueDay, isExcused, type StandingFacts, slotOf, standingOf } from './rhythm.rules.ts';

type Day = Temporal.PlainDate;

export type Outcome = 'held' | 'excused' | 'planned' | 'unsaid' | 'due' | 'missed' | 'ahead';
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  held: 'Held',
  excused: 'On leave',
  planned: 'A time is set',
  unsaid: 'Not said yet',
  due: 'No time yet',
  missed: 'Not held',
  ahead: 'To come',
};

interface OfYear {
  readonly on: Day;
  readonly dueOn: Day | null;
  readonly state: MeetingState;
  readonly people: readonly unknown[];
}

export interface YearSlot<M> {
  readonly slot: number;
  readonly dueOn: Day;
  readonly outcome: Outcome;
  /** Days between the due day and the day it was held or is planned for; negative where before it. */
  readonly off: number | null;
  /** What was held or is set; null where nothing is. */
  readonly meeting: M | null;
  /** What was planned for it and did not happen, earliest first. */
  readonly missed: readonly M[];
}

/** The rhythm's year that a day lies in, counted from the beginning; 0 is the first. */
export const yearOn = (beginsOn: Day, day: Day): number =>
  Math.max(0, beginsOn.until(day, { largestUnit: 'year' }).years);

/**
 * The slots of one year of the rhythm, each with what became of it. `meetings` are those whose kind counts: what was held
 * belongs to the slot nearest to its day, everything else to the slot it was meant for.
 */
export const yearOf = <M extends OfYear>(
  facts: StandingFacts,
  ask: { readonly year: number; readonly meetings: readonly M[] },
): readonly YearSlot<M>[] => {
  const { beginsOn, everyDays, nearDays, leave, holidays, today } = facts;
  const standing = standingOf(facts);
  const from = beginsOn.add({ years: ask.year });
  const until = beginsOn.add({ years: ask.year + 1 });
  const slotFor = (meeting: M) =>
    meeting.state !== 'held' && meeting.dueOn && meeting.people.length < 2
      ? slotOf(beginsOn, everyDays, meeting.dueOn)
      : slotOf(beginsOn, everyDays, meeting.on);
  const found: YearSlot<M>[] = [];
  for (let slot = 1; ; slot += 1) {
    const dueOn = dueDay(beginsOn, everyDays, slot);
    if (Temporal.PlainDate.compare(dueOn, until) >= 0) return found;
    if (Temporal.PlainDate.compare(dueOn, from) < 0) continue;
    const here = ask.meetings.filter((each) => slotFor(each) === slot);
    const held = here.find((each) => each.state === 'held') ?? null;
    const open = here.find((each) => each.state === 'proposed' || each.state === 'agreed') ?? null;
    const meeting = held ?? open;
    const past = Temporal.PlainDate.compare(dueOn, today) < 0;
    const outcome: Outcome = held
      ? 'held'
      : open
        ? Temporal.PlainDate.compare(open.on, today) < 0
          ? 'unsaid'
          : 'planned'
        : isExcused(dueOn, nearDays, leave, holidays)
          ? 'excused'
          : slot < standing.slot
            ? 'missed'
            : slot === standing.slot
              ? 'due'
              : past
                ? 'missed'
                : 'ahead';
    found.push({
      slot,
      dueOn,
      outcome,
      off: meeting ? daysBetween(dueOn, meeting.on) : null,
      meeting,
      missed: here.filter((each) => each.state === 'did_not_happen'),
    });
  }
};
