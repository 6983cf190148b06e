import { daysBetween } from '#kernel/dates.ts';
import type { ProgrammeTemplateContent } from '#rooms/programme/door.ts';
import { longDate } from '#ui/times.ts';

/** The part of a template's version that decides about dates. */
export type WindowContent = Pick<ProgrammeTemplateContent, 'eligibility' | 'groupKinds'>;

// From the first day of the last period to the due date: the convention that a due date is counted by.
const WHOLE_PREGNANCY_DAYS = 280;

const gestationDays = (dueOn: Temporal.PlainDate, on: Temporal.PlainDate): number =>
  WHOLE_PREGNANCY_DAYS - daysBetween(on, dueOn);

const course = (content: WindowContent) => content.groupKinds.find((kind) => kind.code === 'antenatal_group');

/** Days from the first session of a whole course to its last; null when the version has no course with a last session. */
export const courseSpanDays = (content: WindowContent): number | null => {
  const group = course(content);
  if (!group?.sessions) return null;
  const days = group.rhythm.every === 'week' ? 7 : 28;
  return (group.sessions.most - 1) * days * (group.rhythm.count ?? 1);
};

/** The last date on which the last session may be: the week the version names, or the day before the due date, less its slack. */
export const lastSafeEnd = (dueOn: Temporal.PlainDate, content: WindowContent): Temporal.PlainDate => {
  const { completeByWeeks, startSlackDays } = content.eligibility;
  const limit =
    completeByWeeks === undefined
      ? dueOn.subtract({ days: 1 })
      : dueOn.subtract({ days: WHOLE_PREGNANCY_DAYS - completeByWeeks * 7 });
  return limit.subtract({ days: startSlackDays });
};

/**
 * The last date on which a whole course can begin so that its last session is in time, for a due date.
 * Null when the version has no course with a last session.
 */
export const lastSafeStart = (
  dueOn: Temporal.PlainDate,
  content: WindowContent,
): Temporal.PlainDate | null => {
  const span = courseSpanDays(content);
  return span === null ? null : lastSafeEnd(dueOn, content).subtract({ days: span });
};

export type WindowPlace = 'no_due_date' | 'too_early' | 'within' | 'too_late' | 'after_birth';

export interface WindowAnswer {
  readonly place: WindowPlace;
  /** True when a place in an antenatal group can be offered on this date. */
  readonly within: boolean;
  readonly lastStart: Temporal.PlainDate | null;
  /** Completed weeks and days of pregnancy on the date; null without a due date or after birth. */
  readonly gestation: { readonly weeks: number; readonly days: number } | null;
  /** Why, in words for staff; never empty. */
  readonly reasons: readonly string[];
}

/**
 * Where a family stands in the window for an antenatal group on a date: by gestation, by the version's
 * first and last week, and by whether a whole course can still be finished in time.
 * Birth replaces the due date: once a baby is born the answer is the drop-in.
 */
export const windowOn = (
  facts: { readonly dueOn: Temporal.PlainDate | null; readonly born: boolean },
  on: Temporal.PlainDate,
  content: WindowContent,
): WindowAnswer => {
  const outside = { within: false, lastStart: null, gestation: null };
  if (facts.born)
    return {
      ...outside,
      place: 'after_birth',
      reasons: ['The baby is born: the drop-in is open to this family, the antenatal group is over.'],
    };
  if (!facts.dueOn)
    return {
      ...outside,
      place: 'no_due_date',
      reasons: [
        'There is no due date yet, so we cannot say whether a group fits. Ask for it when you are in touch.',
      ],
    };
  const { referralFromWeeks, referralToWeeks } = content.eligibility;
  const days = gestationDays(facts.dueOn, on);
  const gestation = { weeks: Math.floor(days / 7), days: ((days % 7) + 7) % 7 };
  const lastStart = lastSafeStart(facts.dueOn, content);
  const here = { lastStart, gestation };
  if (gestation.weeks < referralFromWeeks) {
    const opens = facts.dueOn.subtract({ days: WHOLE_PREGNANCY_DAYS - referralFromWeeks * 7 });
    return {
      ...here,
      place: 'too_early',
      within: false,
      reasons: [
        `Groups are open from ${referralFromWeeks} weeks. That is ${longDate(opens, { today: on })}.`,
      ],
    };
  }
  const late: string[] = [];
  if (gestation.weeks > referralToWeeks) late.push(`Groups take referrals up to ${referralToWeeks} weeks.`);
  if (lastStart && Temporal.PlainDate.compare(on, lastStart) > 0)
    late.push(`A whole course had to begin by ${longDate(lastStart, { today: on })} to finish in time.`);
  if (late.length > 0)
    return {
      ...here,
      place: 'too_late',
      within: false,
      reasons: [...late, 'The monthly drop-in is open to this family now.'],
    };
  return {
    ...here,
    place: 'within',
    within: true,
    reasons: lastStart
      ? [`A whole course fits if it begins by ${longDate(lastStart, { today: on })}.`]
      : ['The version of the programme sets no last date to begin.'],
  };
};
