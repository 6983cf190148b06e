import { dateAt, daysBetween, laterOf } from '#kernel/dates.ts';
import { counted, longDate, momentInWords } from '#ui/times.ts';
import { dueOn, type Thing } from './today.rules.ts';

/** How soon somebody who is suspended should have been rung, in days. */
const RING_WITHIN_DAYS = 2;

interface Waiting {
  readonly applicationId: string;
  readonly name: string;
  readonly what: 'step' | 'asked' | 'welcome';
  readonly step: string;
  readonly since: Temporal.Instant;
  readonly dueOn: Temporal.PlainDate | null;
}

/** A call that was asked for is promised within two days; a welcome that something stands in the way of is wanted at once. */
const dueDay = (each: Waiting, zone: string): Temporal.PlainDate =>
  each.dueOn ?? dateAt(each.since, zone).add({ days: each.what === 'asked' ? 2 : 0 });

const quoted = (names: readonly string[]): string =>
  names.length < 2
    ? `“${names.join('')}” is`
    : `${names
        .slice(0, -1)
        .map((name) => `“${name}”`)
        .join(', ')} and “${names.at(-1)}” are`;

const whyItWaits = (mine: readonly Waiting[], today: Temporal.PlainDate, zone: string): string => {
  if (mine.some(({ what }) => what === 'welcome'))
    return 'could not be welcomed yet. The page says what is in the way.';
  const first = mine.toSorted((one, other) => Temporal.Instant.compare(one.since, other.since))[0];
  const days = first ? daysBetween(dateAt(first.since, zone), today) : 0;
  const waits = days <= 0 ? 'since today' : `for ${counted(days, 'day')}`;
  const steps = mine.filter(({ what }) => what === 'step').map(({ step }) => step);
  if (mine.some(({ what }) => what === 'asked'))
    return `asked to talk instead of writing, and has waited ${waits}.`;
  return `wants to volunteer. ${quoted(steps)} our move, and ${steps.length > 1 ? 'have' : 'has'} been ${waits}.`;
};

/** Applications in which it is our move, one line for each however many steps wait; the step that is due first decides when. */
export const applicationsWait = (
  waiting: readonly Waiting[],
  today: Temporal.PlainDate,
  zone: string,
): readonly Thing[] => {
  const by = new Map<string, Waiting[]>();
  for (const each of waiting) by.set(each.applicationId, [...(by.get(each.applicationId) ?? []), each]);
  return [...by].flatMap(([applicationId, mine]) => {
    const due = mine.map((each) => dueDay(each, zone)).toSorted(Temporal.PlainDate.compare)[0];
    const name = mine[0]?.name;
    return due && name
      ? [
          {
            ...dueOn(due, today),
            what: name,
            why: whyItWaits(mine, today, zone),
            leads: { to: 'application', applicationId },
          },
        ]
      : [];
  });
};

/** Applicants whose move it is and from whom nobody has heard for two weeks: one line for all, for there can be many. */
export const applicantsQuiet = (names: readonly string[]): Thing => ({
  when: 'soon',
  marker: String(names.length),
  tone: 'grey',
  order: 40,
  what: names.length === 1 ? `${names[0]} has gone quiet` : 'Applicants who have gone quiet',
  why: 'Nothing heard for two weeks although it is their move. A kind word is worth a try.',
  leads: { to: 'applicants_quiet' },
});

/** Something a volunteer has to renew, with a reminder due or in its days of grace. */
export const renewalComes = (
  due: {
    readonly personId: string;
    readonly words: string;
    readonly name: string;
    readonly renewal: { readonly daysLeft: number; readonly inGrace: boolean };
  },
  today: Temporal.PlainDate,
): Thing => ({
  ...dueOn(today.add({ days: due.renewal.daysLeft }), today),
  what: due.name,
  why: due.words,
  leads: { to: 'volunteer', personId: due.personId },
});

/** A session to come that somebody of the usual crew cannot be at. */
export const coverWanted = (
  gap: {
    readonly sessionId: string;
    readonly name: string;
    readonly groupName: string;
    readonly on: Temporal.PlainDate;
    readonly tooMany: boolean;
  },
  today: Temporal.PlainDate,
): Thing => ({
  ...dueOn(gap.on, today),
  what: `${gap.groupName}, ${longDate(gap.on, { today })}`,
  why: gap.tooMany
    ? `${gap.name} cannot be there: it would be one day with children too many. Look for somebody else.`
    : `${gap.name} may not be there that day. Look for somebody else, or see what is missing.`,
  leads: { to: 'session', sessionId: gap.sessionId },
});

/** Somebody runs a group in which they know a family. Neither the parent nor who said it is named. */
export const keptApart = (pair: {
  readonly groupId: string;
  readonly groupName: string;
  readonly supporterName: string;
}): Thing => ({
  when: 'late',
  marker: 'Now',
  tone: 'honey',
  order: 0,
  what: `Two people in ${pair.groupName} should not be put together`,
  why: `Look for somebody else to run it in place of ${pair.supporterName}.`,
  leads: { to: 'group', groupId: pair.groupId },
});

/** How long before the day that is one too many we want to have decided, and how long we take at least, in days. */
const DECIDE_AHEAD = 28;
const DECIDE_WITHIN = 3;

const decideBy = (crossesOn: Temporal.PlainDate, openedOn: Temporal.PlainDate): Temporal.PlainDate => {
  const by = laterOf(crossesOn.subtract({ days: DECIDE_AHEAD }), openedOn.add({ days: DECIDE_WITHIN }));
  return laterOf(by, crossesOn) === by ? crossesOn : by;
};

/** Somebody's days with children are about to be more than their check allows. What came up late is not late at once. */
export const daysToDecide = (
  review: {
    readonly reviewId: string;
    readonly name: string;
    readonly crossesOn: Temporal.PlainDate;
    readonly openedOn: Temporal.PlainDate;
  },
  today: Temporal.PlainDate,
): Thing => ({
  ...dueOn(decideBy(review.crossesOn, review.openedOn), today),
  what: review.name,
  why:
    Temporal.PlainDate.compare(review.crossesOn, today) < 0
      ? `was kept from a day with children on ${longDate(review.crossesOn, { today })}: it would have been one too many. Decide what is to be done.`
      : `would have one day with children too many on ${longDate(review.crossesOn, { today })}. Decide in good time what is to be done.`,
  leads: { to: 'days_with_children', reviewId: review.reviewId },
});

/** A course that a volunteer did elsewhere and that somebody has to look at. */
export const outsideToCheck = (
  told: { readonly id: string; readonly name: string; readonly toldAt: Temporal.Instant },
  today: Temporal.PlainDate,
  zone: string,
): Thing => ({
  ...dueOn(dateAt(told.toldAt, zone).add({ days: 5 }), today),
  what: told.name,
  why: 'did a safeguarding course elsewhere. Look at the certificate and say whether it counts.',
  leads: { to: 'outside_course', outsideId: told.id },
});

/** An interview that the person who looks is one of the two of. */
export const interviewAhead = (
  interview: { readonly id: string; readonly name: string; readonly startsAt: Temporal.Instant },
  today: Temporal.PlainDate,
  zone: string,
  now: Temporal.Instant,
): Thing => {
  const on = dateAt(interview.startsAt, zone);
  const past = Temporal.Instant.compare(interview.startsAt, now) < 0;
  return {
    ...dueOn(on, today),
    what: `Interview with ${interview.name}`,
    why: past
      ? `was ${momentInWords(interview.startsAt, zone, now)}. Finish your scores while it is fresh.`
      : `is ${momentInWords(interview.startsAt, zone, now)}.`,
    leads: { to: 'interview', interviewId: interview.id },
  };
};

/** Somebody of the team meets no families for now: their own page says that the volunteer manager rings. */
export const suspendedNow = (
  suspended: { readonly id: string; readonly name: string; readonly fromAt: Temporal.Instant },
  today: Temporal.PlainDate,
  zone: string,
): Thing => {
  const since = dateAt(suspended.fromAt, zone);
  const fresh = daysBetween(since, today) <= RING_WITHIN_DAYS;
  return {
    when: fresh ? 'today' : 'soon',
    marker: fresh ? 'Today' : counted(daysBetween(since, today), 'day'),
    tone: fresh ? 'honey' : 'grey',
    order: fresh ? 0 : 50,
    what: suspended.name,
    why: fresh
      ? `meets no families since ${longDate(since, { today })}. Ring them if nobody has: their page says that you do.`
      : `meets no families since ${longDate(since, { today })}. Stay in touch with them.`,
    leads: { to: 'suspension', suspensionId: suspended.id },
  };
};
