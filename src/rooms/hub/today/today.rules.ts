import { dateAt, daysBetween } from '#kernel/dates.ts';
import type { SessionFacts, ToFollowUp } from '#rooms/delivery/door.ts';
import { clockTime, counted, dayAndDate, shortDay } from '#ui/times.ts';
import type { Leads } from './leads.rules.ts';

export type When = 'late' | 'today' | 'soon';

/** One thing on somebody's Today: why it is here, what it is, the one action. */
export interface Thing {
  readonly when: When;
  /** "6 days", "10.30am", "Thu 26 Nov". */
  readonly marker: string;
  readonly tone: 'pine' | 'honey' | 'clay' | 'red' | 'grey';
  readonly what: string;
  /** Goes on after `what` in the same sentence or the next one. */
  readonly why: string;
  /** Where the action leads: a page of another room, filled in by who draws it. */
  readonly leads: Leads;
  /** Orders things of one part: the longest waiting, then the earliest, first. */
  readonly order: number;
}

export type { Leads } from './leads.rules.ts';

const RED_AFTER_DAYS = 5;

const latePart = (days: number) => ({
  when: 'late' as const,
  marker: counted(days, 'day'),
  tone: days > RED_AFTER_DAYS ? ('red' as const) : ('clay' as const),
  order: -days,
});

/** Late, today or later, from the day by which it is due. */
export const dueOn = (
  due: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Pick<Thing, 'when' | 'marker' | 'tone' | 'order'> => {
  const days = daysBetween(due, today);
  if (days > 0) return latePart(days);
  return days === 0
    ? { when: 'today', marker: 'Today', tone: 'honey', order: 0 }
    : { when: 'soon', marker: shortDay(due), tone: 'grey', order: -days };
};

const atTime = (session: SessionFacts): Pick<Thing, 'when' | 'marker' | 'order'> => ({
  when: 'today',
  marker: clockTime(session.from),
  order: session.from.hour * 60 + session.from.minute,
});

const onDay = (session: SessionFacts, today: Temporal.PlainDate): Pick<Thing, 'when' | 'marker' | 'order'> =>
  session.on.equals(today)
    ? atTime(session)
    : { when: 'soon', marker: shortDay(session.on), order: daysBetween(today, session.on) };

/** "Autumn group, session 5 of 8"; a drop-in has no last session, so it is only named. */
export const sessionName = (session: Pick<SessionFacts, 'groupName' | 'kind' | 'number' | 'of'>): string =>
  session.kind === 'drop_in'
    ? session.groupName
    : `${session.groupName}, session ${session.number} of ${session.of}`;

/** "Oak Room, Hartley Children’s Centre", "online", or '' while no room is booked. */
export const whereWords = (session: Pick<SessionFacts, 'online' | 'room' | 'venue'>): string =>
  session.online ? 'online' : [session.room, session.venue].filter(Boolean).join(', ');

/** A register nobody has closed: late from the day after the session. */
export const registerOpen = (session: SessionFacts, today: Temporal.PlainDate): Thing => ({
  ...(session.on.equals(today)
    ? { ...atTime(session), tone: 'honey' as const }
    : latePart(daysBetween(session.on, today))),
  what: sessionName(session),
  why: `The register of ${session.on.equals(today) ? 'today' : dayAndDate(session.on, { today })} is still open.`,
  leads: { to: 'register', sessionId: session.id },
});

/** A session without a plan, in time to make one. */
export const planMissing = (session: SessionFacts, today: Temporal.PlainDate): Thing => ({
  ...onDay(session, today),
  tone: session.on.equals(today) ? 'clay' : 'honey',
  what: sessionName(session),
  why: session.on.equals(today)
    ? `No plan yet for today. ${capital(whereWords(session)) || 'No room yet'}.`
    : `No plan yet for ${dayAndDate(session.on, { today })}.`,
  leads: { to: 'plan', sessionId: session.id },
});

/** A session of today, or (for those who run it) of the days after. */
export const sessionAhead = (
  session: SessionFacts,
  today: Temporal.PlainDate,
  runBy: string | null,
): Thing => ({
  ...onDay(session, today),
  tone: session.on.equals(today) ? 'pine' : 'grey',
  what: sessionName(session),
  why: [
    session.on.equals(today) ? '' : `${clockTime(session.from)}.`,
    whereWords(session) ? `${capital(whereWords(session))}.` : 'No room yet.',
    runBy ?? '',
  ]
    .filter(Boolean)
    .join(' '),
  leads: { to: 'session', sessionId: session.id },
});

/** A session that nobody has found a room for. */
export const roomMissing = (session: SessionFacts, today: Temporal.PlainDate): Thing => ({
  ...onDay(session, today),
  tone: session.on.equals(today) ? 'red' : 'clay',
  what: sessionName(session),
  why: `No room yet for ${dayAndDate(session.on, { today })}, ${clockTime(session.from)}.`,
  leads: { to: 'session', sessionId: session.id },
});

/** A session that will not happen, so that whoever books and answers the phone knows. */
export const calledOff = (session: SessionFacts, today: Temporal.PlainDate): Thing => ({
  ...onDay(session, today),
  tone: 'clay',
  what: sessionName(session),
  why: `Called off${session.calledOffWhy ? `: ${session.calledOffWhy}` : ''}. Those expected were told where it is safe.`,
  leads: { to: 'session', sessionId: session.id },
});

/** Somebody who did not come and whom nobody has asked after. What is not safe is said before anyone rings. */
export const toAskAfter = (missed: ToFollowUp, today: Temporal.PlainDate): Thing => ({
  ...dueOn(missed.by, today),
  what: missed.calledName,
  why: [
    `did not come to ${missed.groupName} on ${dayAndDate(missed.on, { today })}.`,
    'Nobody has asked after them yet.',
    ...missed.safety.map((words) => `Safety: ${words}`),
  ].join(' '),
  leads: { to: 'follow_up', sessionId: missed.sessionId, personId: missed.personId },
});

// Silence may be right for some days; left longer, a parent only knows that we went quiet.
const DAYS_TO_DECIDE = 3;

/** Messages to a parent rest until somebody decides. The reason is on the page itself, not in a list. */
export const pauseWaiting = (
  pause: { readonly id: string; readonly name: string; readonly from: Temporal.Instant },
  today: Temporal.PlainDate,
  zone: string,
): Thing => {
  const since = dateAt(pause.from, zone);
  const due = dueOn(since.add({ days: DAYS_TO_DECIDE }), today);
  return {
    ...(due.when === 'late' ? due : { when: 'today', marker: 'Today', tone: 'honey', order: 0 }),
    what: `Messages to ${pause.name} are resting`,
    why: `since ${dayAndDate(since, { today })}. Somebody has to decide when they go again.`,
    leads: { to: 'pause', pauseId: pause.id },
  };
};

/** An offer whose answer is due within two days; null for one that has longer. */
export const offerLapsing = (
  offer: {
    readonly placeId: string;
    readonly groupId: string;
    readonly name: string;
    readonly answerBy: Temporal.Instant;
  },
  today: Temporal.PlainDate,
  zone: string,
): Thing | null => {
  const by = dateAt(offer.answerBy, zone);
  if (daysBetween(today, by) > 2) return null;
  return {
    ...dueOn(by, today),
    what: offer.name,
    why: `has not answered the offer of a place. It lapses ${by.equals(today) ? 'today' : `on ${dayAndDate(by, { today })}`}.`,
    leads: { to: 'place', groupId: offer.groupId, placeId: offer.placeId },
  };
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Things of one part of the page, in order. */
export const thingsOf = (things: readonly Thing[], when: When): readonly Thing[] =>
  things.filter((thing) => thing.when === when).toSorted((one, other) => one.order - other.order);

/** "3 things are late, 5 are for today, 9 can wait." One kind word when nothing waits. */
export const sentenceOf = (things: readonly Thing[]): string => {
  const count = (when: When) => things.filter((thing) => thing.when === when).length;
  const late = count('late');
  const today = count('today');
  const soon = count('soon');
  const parts = [
    ...(late > 0 ? [`${counted(late, 'thing')} ${late === 1 ? 'is' : 'are'} late`] : []),
    ...(today > 0
      ? [`${late > 0 ? today : counted(today, 'thing')} ${today === 1 ? 'is' : 'are'} for today`]
      : []),
    ...(soon > 0 ? [`${late + today > 0 ? soon : counted(soon, 'thing')} can wait`] : []),
  ];
  return parts.length === 0 ? 'Nothing is waiting for you.' : `${parts.join(', ')}.`;
};

/** Who runs a session, in words; a drop-in or group that nobody runs says so. */
export const runByWords = (session: Pick<SessionFacts, 'kind'>, names: readonly string[]): string => {
  if (names.length === 0)
    return session.kind === 'drop_in' ? 'Nobody is named to run it yet.' : 'Nobody is named to lead it yet.';
  return `With ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`}.`;
};

const STUCK: Readonly<Record<'doubtful' | 'failed' | 'held', readonly [string, string]>> = {
  doubtful: ['May or may not have arrived', '– somebody decides whether to send again.'],
  failed: ['Could not be sent', '– find another way to tell them, or mend the address.'],
  held: ['Held', '– for a family’s quiet hours. What cannot wait needs another way.'],
};

/** Messages that could not be sent, of which nobody knows whether they arrived, or that are held for a while. */
export const messagesStuck = (state: keyof typeof STUCK, count: number): Thing => ({
  when: state === 'held' ? 'soon' : 'today',
  marker: counted(count, 'message'),
  tone: state === 'held' ? 'grey' : 'clay',
  what: STUCK[state][0],
  why: STUCK[state][1],
  leads: { to: 'outbox', state },
  order: 5000,
});

/** Numbers of urgent help that nobody of this organisation has confirmed within a year. */
export const linesToConfirm = (count: number): Thing => ({
  when: 'late',
  marker: counted(count, 'number'),
  tone: 'red',
  what: 'Urgent help to confirm',
  why: '– parents rely on these. Check each one with the service itself, then say that it is right.',
  leads: { to: 'help_lines' },
  order: -5000,
});

/** What the nightly look found that can never be true: a fault of ours or a slip, and a person's to mend. */
export const findingsToMend = (count: number): Thing => ({
  when: 'late',
  marker: counted(count, 'thing'),
  tone: 'red',
  what: 'Something that cannot be',
  why: '– Kith looks every night for what can never be true, such as a place that stayed open after a loss.',
  leads: { to: 'findings' },
  order: -6000,
});

/** A referral nobody has decided about, with the day by which the programme promises that it is read. */
export const triageWaiting = (
  referral: {
    readonly id: string;
    readonly name: string;
    readonly state: string;
    readonly readBy: Temporal.PlainDate;
  },
  today: Temporal.PlainDate,
): Thing => {
  const due = dueOn(referral.readBy, today);
  return {
    // Only what nobody has read can be late: an answer we asked for is not ours to hurry.
    ...(due.when === 'late' && referral.state === 'asked'
      ? { when: 'today', marker: 'Today', tone: 'honey', order: 0 }
      : due),
    what: referral.name,
    why:
      referral.state === 'asked'
        ? 'was referred. We asked something and wait for the answer.'
        : `was referred. We promise to read it by ${dayAndDate(referral.readBy, { today })}.`,
    leads: { to: 'referral', referralId: referral.id },
  };
};

/** Somebody was passed on to another service: did they arrive, were they seen. */
export const handoverDue = (
  handover: {
    readonly id: string;
    readonly name: string;
    readonly toService: string;
    readonly followUpOn: Temporal.PlainDate;
  },
  today: Temporal.PlainDate,
): Thing => ({
  ...dueOn(handover.followUpOn, today),
  what: handover.name,
  why: `went to ${handover.toService}. Did they arrive, and were they seen?`,
  leads: { to: 'handover', handoverId: handover.id },
});

/** A safety instruction whose day to be looked at again has come or comes this week. What it says stays in the file. */
export const safetyToLookAt = (
  instruction: { readonly personId: string; readonly name: string; readonly reviewOn: Temporal.PlainDate },
  today: Temporal.PlainDate,
): Thing => ({
  ...dueOn(instruction.reviewOn, today),
  what: `The safety instruction for ${instruction.name}`,
  why: 'is to be looked at again: does it still hold, and is it still right?',
  leads: { to: 'safety', personId: instruction.personId },
});

/** A file of referrals of which some rows came back. */
export const importToMend = (
  file: {
    readonly id: string;
    readonly fileName: string;
    readonly rowsRejected: number;
    readonly startedAt: Temporal.Instant;
  },
  today: Temporal.PlainDate,
  zone: string,
): Thing => ({
  ...dueOn(dateAt(file.startedAt, zone).add({ days: 2 }), today),
  what: `${counted(file.rowsRejected, 'row')} of ${file.fileName}`,
  why: 'did not land. The list says why and how to mend each one.',
  leads: { to: 'import', importId: file.id },
});
