/** When an activity with children becomes a regulated one; dated, the last of one date holds. */
export interface ActivityRule {
  readonly effectiveFrom: Temporal.PlainDate;
  /** More days than this … */
  readonly moreThanDays: number;
  /** … within this many days in a row, the first and the last counted. */
  readonly inDays: number;
  /** Whether one night with children, between 2am and 6am, is enough. */
  readonly overnight: boolean;
  /** Whether somebody under supervision stays outside, however often they come. */
  readonly supervisedExempt: boolean;
}

/** A calendar day of the centre on which somebody is with children; several places on one day are one day. */
export interface ChildDay {
  readonly on: Temporal.PlainDate;
  readonly overnight?: boolean;
}

/** A place where somebody is with children, as they said it. */
export interface Setting {
  /** 1 is Monday, 7 is Sunday. */
  readonly daysOfWeek: readonly number[];
  readonly fromOn: Temporal.PlainDate;
  /** The last day that counts; null: it goes on. Before `fromOn` no day counts. */
  readonly untilOn: Temporal.PlainDate | null;
  readonly dates: readonly Temporal.PlainDate[];
  readonly overnight: boolean;
}

/** Somebody's days with children, in any order and with any repeats, and the rules by which they are counted. */
export interface MeterFacts {
  readonly days: readonly ChildDay[];
  readonly rules: readonly ActivityRule[];
  /** Whether they work under supervision, as volunteers of a session do; true unless said. */
  readonly supervised?: boolean;
}

export interface Crossing {
  /** The day that is one too many. */
  readonly on: Temporal.PlainDate;
  /** First day of the stretch that ends on it. */
  readonly from: Temporal.PlainDate;
  readonly days: number;
  readonly moreThanDays: number;
  readonly inDays: number;
  readonly why: 'days' | 'overnight';
}

export interface Meter {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly days: number;
  readonly moreThanDays: number;
  readonly inDays: number;
  /** No number of days matters on this day: nothing is laid down yet, or supervision is exempt. */
  readonly exempt: boolean;
}

const EPOCH = new Temporal.PlainDate(1970, 1, 1);
// Days are counted by their number: no clock and no zone comes into it, so no change of the clocks can move one.
const numberOf = (date: Temporal.PlainDate): number => EPOCH.until(date, { largestUnit: 'day' }).days;
const dateOf = (number: number): Temporal.PlainDate => EPOCH.add({ days: number });

/** The rule that holds on a day, or null before the first one. Of several from one date the last in the list holds. */
export const ruleOn = (rules: readonly ActivityRule[], on: Temporal.PlainDate): ActivityRule | null => {
  let found: ActivityRule | null = null;
  for (const rule of rules)
    if (
      Temporal.PlainDate.compare(rule.effectiveFrom, on) <= 0 &&
      (found === null || Temporal.PlainDate.compare(rule.effectiveFrom, found.effectiveFrom) >= 0)
    )
      found = rule;
  return found;
};

/** The days from one date to another (both counted) on which somebody is with children in these places, each once, in order. */
export const daysOf = (
  settings: readonly Setting[],
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): readonly ChildDay[] => {
  const found = new Map<number, boolean>();
  for (const setting of settings) {
    const first = Math.max(numberOf(setting.fromOn), numberOf(from));
    const last = Math.min(setting.untilOn ? numberOf(setting.untilOn) : Infinity, numberOf(until));
    const count = (day: number) => found.set(day, setting.overnight || (found.get(day) ?? false));
    if (setting.daysOfWeek.length > 0)
      for (let day = first; day <= last; day += 1)
        // 1 January 1970 was a Thursday.
        if (setting.daysOfWeek.includes(((((day + 3) % 7) + 7) % 7) + 1)) count(day);
    for (const date of setting.dates) {
      const day = numberOf(date);
      if (day >= first && day <= last) count(day);
    }
  }
  return [...found]
    .toSorted(([one], [other]) => one - other)
    .map(([day, overnight]) => ({ on: dateOf(day), overnight }));
};

interface Counted {
  readonly numbers: readonly number[];
  readonly nights: ReadonlySet<number>;
}

const counted = (days: readonly ChildDay[]): Counted => ({
  numbers: [...new Set(days.map((day) => numberOf(day.on)))].toSorted((one, other) => one - other),
  nights: new Set(days.filter((day) => day.overnight).map((day) => numberOf(day.on))),
});

/** Whether the stretch that ends on a counted day is one too many, by the rule that holds on that day. */
const crossingAt = (
  { numbers, nights }: Counted,
  rules: readonly ActivityRule[],
  supervised: boolean,
  day: number,
): Crossing | null => {
  const on = dateOf(day);
  const rule = ruleOn(rules, on);
  if (!rule || (supervised && rule.supervisedExempt)) return null;
  const first = day - rule.inDays + 1;
  const days = numbers.filter((each) => each >= first && each <= day).length;
  const overnight = rule.overnight && nights.has(day);
  if (days <= rule.moreThanDays && !overnight) return null;
  return {
    on,
    from: dateOf(first),
    days,
    moreThanDays: rule.moreThanDays,
    inDays: rule.inDays,
    why: days > rule.moreThanDays ? 'days' : 'overnight',
  };
};

/** Every crossing that one more day has a part in, the earliest first. */
const crossings = (
  { days, rules, supervised = true }: MeterFacts,
  on: Temporal.PlainDate,
): readonly Crossing[] => {
  const all = counted([...days, { on }]);
  const added = numberOf(on);
  return all.numbers.flatMap((day) => {
    if (day < added) return [];
    const rule = ruleOn(rules, dateOf(day));
    if (!rule || day - added >= rule.inDays) return [];
    const found = crossingAt(all, rules, supervised, day);
    return found && (found.why === 'days' || day === added) ? [found] : [];
  });
};

/**
 * Whether one more day with children makes it too many: the earliest crossing that the day has a part in, or null. Every
 * stretch of days in a row that holds the new day is looked at, later ones too, because days are also added in between;
 * a stretch is judged by the rule of its last counted day. Days of before a change of the rules count in it.
 */
export const crossing = (facts: MeterFacts, on: Temporal.PlainDate): Crossing | null =>
  crossings(facts, on)[0] ?? null;

/** The first day from a date on which what is held and planned becomes too many, or null when it never does. */
export const firstCrossing = (
  { days, rules, supervised = true }: MeterFacts,
  from: Temporal.PlainDate,
): Crossing | null => {
  const all = counted(days);
  for (const day of all.numbers) {
    if (day < numberOf(from)) continue;
    const found = crossingAt(all, rules, supervised, day);
    if (found) return found;
  }
  return null;
};

/**
 * Whether a day with children may be: it crosses nothing, or the check with the children's barred list holds on it and
 * on every day that crosses because of it. `barredOn` says whether it holds on a date. A day that would cross without it
 * is answered with the first such crossing.
 */
export const dayMayBe = (
  facts: MeterFacts & { readonly barredOn: (day: Temporal.PlainDate) => boolean },
  on: Temporal.PlainDate,
): { readonly may: true } | { readonly may: false; readonly crossing: Crossing } => {
  const found = crossings(facts, on).find((each) => !(facts.barredOn(each.on) && facts.barredOn(on)));
  return found ? { may: false, crossing: found } : { may: true };
};

/** How full the stretch that ends on a day is: "2 of 3 days in the 30 days to …". Null before any rule is laid down. */
export const meterOn = (
  { days, rules, supervised = true }: MeterFacts,
  on: Temporal.PlainDate,
): Meter | null => {
  const rule = ruleOn(rules, on);
  if (!rule) return null;
  const last = numberOf(on);
  const first = last - rule.inDays + 1;
  return {
    from: dateOf(first),
    to: on,
    days: counted(days).numbers.filter((each) => each >= first && each <= last).length,
    moreThanDays: rule.moreThanDays,
    inDays: rule.inDays,
    exempt: supervised && rule.supervisedExempt,
  };
};
