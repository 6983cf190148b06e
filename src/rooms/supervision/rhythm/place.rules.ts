import { daysBetween, momentAt } from '#kernel/dates.ts';
import { type Away, isAway } from './rhythm.rules.ts';

type Day = Temporal.PlainDate;

/** Hours of a weekday (1 is Monday) in which somebody can meet. */
export interface Hours {
  readonly weekday: number;
  readonly from: Temporal.PlainTime;
  readonly until: Temporal.PlainTime;
}

/** What is known of one person's days. */
export interface Diary {
  readonly hours: readonly Hours[];
  readonly leave: readonly Away[];
  readonly taken: readonly { readonly startsAt: Temporal.Instant; readonly minutes: number }[];
}

export type Because = 'leave' | 'bank_holiday' | 'cover' | 'hours' | 'clash' | 'past';

export interface PlaceAsk {
  readonly dueOn: Day;
  readonly fromOn: Day;
  readonly untilOn: Day;
  readonly hurry?: boolean;
  readonly minutes: number;
  readonly zone: string;
  readonly holidays: ReadonlySet<string>;
  /** Everybody it must suit. */
  readonly people: readonly Diary[];
  /** The time of day they are used to; taken where it is free. */
  readonly prefer?: Temporal.PlainTime | null;
}

export interface Placed {
  readonly startsAt: Temporal.Instant;
  readonly on: Day;
  /** Why it is not on its due day; empty where it is. */
  readonly because: readonly Because[];
}

const STEP = { minutes: 15 };
const LATEST = Temporal.PlainTime.from('23:45');
const laterTime = (one: Temporal.PlainTime, other: Temporal.PlainTime) =>
  Temporal.PlainTime.compare(one, other) >= 0 ? one : other;
const earlierTime = (one: Temporal.PlainTime, other: Temporal.PlainTime) =>
  Temporal.PlainTime.compare(one, other) <= 0 ? one : other;

/** The hours of a weekday that everybody has in common. */
const together = (people: readonly Diary[], weekday: number): readonly Omit<Hours, 'weekday'>[] =>
  people
    .map(({ hours }) => hours.filter((each) => each.weekday === weekday))
    .reduce<readonly Omit<Hours, 'weekday'>[]>(
      (common, theirs) =>
        common.flatMap((one) =>
          theirs
            .map((other) => ({
              from: laterTime(one.from, other.from),
              until: earlierTime(one.until, other.until),
            }))
            .filter(({ from, until }) => Temporal.PlainTime.compare(from, until) < 0),
        ),
      [{ from: Temporal.PlainTime.from('00:00'), until: LATEST }],
    );

const minuteOf = (time: Temporal.PlainTime) => time.hour * 60 + time.minute;

/** Whether two stretches of time share a minute. */
export const overlaps = (
  one: { readonly startsAt: Temporal.Instant; readonly minutes: number },
  other: { readonly startsAt: Temporal.Instant; readonly minutes: number },
): boolean => {
  const end = (of: typeof one) => of.startsAt.add({ minutes: of.minutes });
  return (
    Temporal.Instant.compare(one.startsAt, end(other)) < 0 &&
    Temporal.Instant.compare(other.startsAt, end(one)) < 0
  );
};

/** The first moment of a day that suits everybody; null when there is none. Holidays and leave leave none. */
const momentOn = (day: Day, ask: PlaceAsk): Temporal.Instant | null => {
  if (ask.holidays.has(day.toString()) || ask.people.some(({ leave }) => isAway(leave, day))) return null;
  const common = together(ask.people, day.dayOfWeek);
  const fits = (at: Temporal.PlainTime) =>
    common.some(
      ({ from, until }) => minuteOf(at) >= minuteOf(from) && minuteOf(at) + ask.minutes <= minuteOf(until),
    );
  const free = (at: Temporal.PlainTime): Temporal.Instant | null => {
    const startsAt = momentAt(day, at, ask.zone);
    return ask.people.some(({ taken }) =>
      taken.some((each) => overlaps(each, { startsAt, minutes: ask.minutes })),
    )
      ? null
      : startsAt;
  };
  if (ask.prefer && fits(ask.prefer)) {
    const usual = free(ask.prefer);
    if (usual) return usual;
  }
  for (const { from, until } of common)
    for (let at = from; minuteOf(at) + ask.minutes <= minuteOf(until); at = at.add(STEP)) {
      const found = free(at);
      if (found) return found;
    }
  return null;
};

/** Whether a time lies within somebody's hours and on none of their leave; what else they have is not asked. */
export const fitsDiary = (
  who: Diary,
  of: { readonly startsAt: Temporal.Instant; readonly minutes: number },
  zone: string,
): boolean => {
  const there = of.startsAt.toZonedDateTimeISO(zone);
  const on = there.toPlainDate();
  const from = minuteOf(there.toPlainTime());
  return (
    !isAway(who.leave, on) &&
    who.hours.some(
      (hours) =>
        hours.weekday === on.dayOfWeek &&
        minuteOf(hours.from) <= from &&
        from + of.minutes <= minuteOf(hours.until),
    )
  );
};

/** Why nothing fits on the due day itself. */
const whyNot = (ask: PlaceAsk): readonly Because[] => {
  const found: Because[] = [];
  if (Temporal.PlainDate.compare(ask.dueOn, ask.fromOn) < 0) found.push('past');
  if (ask.holidays.has(ask.dueOn.toString())) found.push('bank_holiday');
  if (ask.people.some(({ leave }) => isAway(leave, ask.dueOn))) found.push('leave');
  if (found.length > 0) return found;
  const long = together(ask.people, ask.dueOn.dayOfWeek).some(
    ({ from, until }) => minuteOf(until) - minuteOf(from) >= ask.minutes,
  );
  return [long ? 'clash' : 'hours'];
};

/**
 * The day nearest to the due day (two as near: the earlier; in a hurry the earliest) on which everybody is there, and its
 * first free time. Never on a holiday, on anybody's leave, outside anybody's hours or on top of another meeting of theirs.
 * Null when no day between the two has one: then people arrange it.
 */
export const place = (ask: PlaceAsk): Placed | null => {
  const days: Day[] = [];
  for (let day = ask.fromOn; Temporal.PlainDate.compare(day, ask.untilOn) <= 0; day = day.add({ days: 1 }))
    days.push(day);
  if (!ask.hurry)
    days.sort(
      (one, other) =>
        Math.abs(daysBetween(ask.dueOn, one)) - Math.abs(daysBetween(ask.dueOn, other)) ||
        Temporal.PlainDate.compare(one, other),
    );
  for (const on of days) {
    const startsAt = momentOn(on, ask);
    if (startsAt) return { startsAt, on, because: on.equals(ask.dueOn) ? [] : whyNot(ask) };
  }
  return null;
};

/** Whether somebody is on leave on every day of a stretch on which they would otherwise meet people. */
export const awayThroughout = (
  who: Diary,
  { fromOn, untilOn, holidays }: Pick<PlaceAsk, 'fromOn' | 'untilOn' | 'holidays'>,
): boolean => {
  let away = false;
  for (let day = fromOn; Temporal.PlainDate.compare(day, untilOn) <= 0; day = day.add({ days: 1 })) {
    if (holidays.has(day.toString()) || !who.hours.some(({ weekday }) => weekday === day.dayOfWeek)) continue;
    if (!isAway(who.leave, day)) return false;
    away = true;
  }
  return away;
};

/** Who would hold it and when; the cover only where the supervisor is away throughout. Null: people arrange it. */
export const placeWith = (
  ask: Omit<PlaceAsk, 'people'>,
  who: {
    readonly supporter: Diary;
    readonly supervisor: { readonly accountId: string; readonly diary: Diary };
    readonly cover: { readonly accountId: string; readonly diary: Diary } | null;
  },
): (Placed & { readonly heldBy: string }) | null => {
  const { supporter, supervisor, cover } = who;
  const found = place({ ...ask, people: [supporter, supervisor.diary] });
  if (found) return { ...found, heldBy: supervisor.accountId };
  if (!cover || !awayThroughout(supervisor.diary, ask)) return null;
  const instead = place({ ...ask, people: [supporter, cover.diary] });
  return instead
    ? { ...instead, heldBy: cover.accountId, because: [...instead.because, 'cover' as const] }
    : null;
};

/** The hours of somebody who gave none: Monday to Friday. */
export const officeHours = (earliest: string, latest: string): readonly Hours[] =>
  [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    from: Temporal.PlainTime.from(earliest),
    until: Temporal.PlainTime.from(latest),
  }));
