import { daysBetween, laterOf } from '#kernel/dates.ts';
import type { FamilyFacts } from './family.queries.ts';

/** Days from the first day of the last period to the due date. */
const TERM_DAYS = 280;
/** Born before this many whole weeks, a baby has a corrected age beside the real one. */
const EARLY_BEFORE_WEEKS = 37;
const FULL_TERM_WEEKS = 40;

export interface Gestation {
  readonly weeks: number;
  /** From 0 to 6. */
  readonly days: number;
}

/**
 * How far a pregnancy is on a date: 280 days less the days still to go to the due date. Beyond the due date it
 * goes on counting; a due date more than 280 days away gives null, because nothing has begun.
 */
export const gestationOn = (dueOn: Temporal.PlainDate, date: Temporal.PlainDate): Gestation | null => {
  const since = TERM_DAYS - daysBetween(date, dueOn);
  return since < 0 ? null : { weeks: Math.floor(since / 7), days: since % 7 };
};

/** "24 weeks and 3 days", "24 weeks". */
export const gestationWords = ({ weeks, days }: Gestation): string => {
  const said = `${weeks} ${weeks === 1 ? 'week' : 'weeks'}`;
  return days === 0 ? said : `${said} and ${days} ${days === 1 ? 'day' : 'days'}`;
};

interface Born {
  readonly bornOn: Temporal.PlainDate;
  readonly died: boolean;
}

/** A date some months on. From 31 August, six months on is the end of February; from 29 February, a year on is 1 March, so that a year is never cut short. */
const monthsOn = (date: Temporal.PlainDate, months: number): Temporal.PlainDate => {
  const there = date.add({ months });
  return months % 12 === 0 && there.day !== date.day ? there.add({ days: 1 }) : there;
};

const lastBorn = (babies: readonly Born[]): Temporal.PlainDate | null =>
  babies
    .filter((baby) => !baby.died)
    .map((baby) => baby.bornOn)
    .sort(Temporal.PlainDate.compare)
    .at(-1) ?? null;

/**
 * The first birthday of the latest-born living baby, which ends the programme for the family; null when no
 * living baby is known. Somebody born on 29 February has a first birthday on 1 March.
 */
export const firstBirthday = (babies: readonly Born[]): Temporal.PlainDate | null => {
  const last = lastBorn(babies);
  return last && monthsOn(last, 12);
};

/** The day a baby born early would have been one, counted from the due date; null when not born before 37 weeks. */
export const correctedFirstBirthday = (
  bornOn: Temporal.PlainDate,
  dueOn: Temporal.PlainDate | null,
): Temporal.PlainDate | null =>
  bornEarly(bornOn, dueOn) && dueOn ? firstBirthday([{ bornOn: dueOn, died: false }]) : null;

/** Whether a baby was born before 37 whole weeks; false when no due date is known. */
export const bornEarly = (bornOn: Temporal.PlainDate, dueOn: Temporal.PlainDate | null): boolean => {
  const gestation = dueOn ? gestationOn(dueOn, bornOn) : null;
  return gestation !== null && gestation.weeks < EARLY_BEFORE_WEEKS;
};

const ageFrom = (start: Temporal.PlainDate, date: Temporal.PlainDate): string => {
  const days = daysBetween(start, date);
  if (days < 0) return 'not yet due';
  if (days < 14) return days === 1 ? '1 day' : `${days} days`;
  if (days < 84) return `${Math.floor(days / 7)} weeks`;
  const { years, months } = start.until(date, { largestUnit: 'year' });
  const inMonths = years * 12 + months;
  return inMonths < 24 ? `${inMonths} months` : `${years} years`;
};

/**
 * How old a baby is on a date, as people say it: "5 days", "9 weeks", "7 months". Born before 37 weeks, the
 * corrected age is said as well: "12 weeks (4 weeks corrected)".
 */
export const ageWords = (
  bornOn: Temporal.PlainDate,
  date: Temporal.PlainDate,
  dueOn: Temporal.PlainDate | null = null,
): string => {
  const age = ageFrom(bornOn, date);
  return bornEarly(bornOn, dueOn) && dueOn && daysBetween(bornOn, date) < 730
    ? `${age} (${ageFrom(dueOn, date)}${Temporal.PlainDate.compare(date, dueOn) < 0 ? '' : ' corrected'})`
    : age;
};

/**
 * The last day on which the family may come: so many months (12 unless the programme says otherwise) after the birth
 * of the latest living baby, or, before the birth, after the due date. Born early, it is counted from the due date,
 * which is later. Null when neither date is known, or when every baby was lost.
 */
export const entitledUntil = (
  facts: Pick<FamilyFacts, 'babies' | 'dueOn' | 'lossOfAll'>,
  months = 12,
): Temporal.PlainDate | null => {
  if (facts.lossOfAll) return null;
  const born = lastBorn(facts.babies);
  const expected = facts.dueOn && monthsOn(facts.dueOn, months);
  if (!born) return facts.babies.length === 0 ? expected : null;
  const until = monthsOn(born, months);
  const early = facts.babies.some((baby) => !baby.died && bornEarly(baby.bornOn, facts.dueOn));
  return early && expected ? laterOf(expected, until) : until;
};

/** Weeks between being born and 40 weeks, for saying how early; 0 when not early. */
export const weeksEarly = (bornOn: Temporal.PlainDate, dueOn: Temporal.PlainDate | null): number => {
  const gestation = dueOn ? gestationOn(dueOn, bornOn) : null;
  return gestation && gestation.weeks < EARLY_BEFORE_WEEKS ? FULL_TERM_WEEKS - gestation.weeks : 0;
};
