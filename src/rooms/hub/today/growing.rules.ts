import { dateAt, daysBetween } from '#kernel/dates.ts';
import { counted, dayAndDate, longDate, momentInWords } from '#ui/times.ts';
import { dueOn, type Thing } from './today.rules.ts';

/** How many days after a meeting its note, and after a session what was seen there, should be written. */
const WRITE_WITHIN = 3;
/** How many days an interest, or everything being there for the last yes, may wait before it is late. */
const ANSWER_WITHIN = 7;

const first = (name: string): string => name.split(' ')[0] ?? name;

/** Something was hard for a peer supporter: somebody offers them a talk within a day. Who asked to be rung now stands above all. */
export const talkToOffer = (
  debrief: {
    readonly id: string;
    readonly name: string;
    readonly offerBy: Temporal.Instant;
    readonly offeredAt: Temporal.Instant | null;
    readonly ringNow: boolean;
    readonly rings: string | null;
  },
  now: Temporal.Instant,
  zone: string,
): Thing => {
  const late = debrief.offeredAt === null && Temporal.Instant.compare(debrief.offerBy, now) < 0;
  const by = momentInWords(debrief.offerBy, zone, now);
  const who = debrief.rings ? `${debrief.rings} rings` : 'Nobody is there to ring yet';
  const why = debrief.ringNow
    ? `asks to be rung now. ${who}.`
    : debrief.offeredAt === null
      ? late
        ? `had something hard, and a talk was to be offered ${by} at the latest. ${who}: do it now.`
        : `had something hard and is offered a talk. ${who}, ${by} at the latest.`
      : 'was offered a talk. Write down when you have had it, or that it was not wanted.';
  return {
    when: late || debrief.ringNow ? 'late' : 'today',
    marker: debrief.ringNow ? 'Now' : late ? 'Late' : 'Today',
    tone: late || debrief.ringNow ? 'red' : 'honey',
    order: debrief.ringNow ? -4000 : late ? -3000 : -1,
    what: debrief.name,
    why,
    leads: { to: 'debrief', debriefId: debrief.id },
  };
};

/** Somebody to ask how it is: what they told, or how long nobody has met with them, adds up. */
export const aLotFor = (person: {
  readonly arrangementId: string | null;
  readonly accountId: string;
  readonly name: string;
  readonly because: string;
}): Thing | null =>
  person.arrangementId === null
    ? null
    : {
        when: 'today',
        marker: 'Ask',
        tone: 'honey',
        order: 10,
        what: person.name,
        why: `– ask how it is before asking for more. ${person.because}`,
        leads: { to: 'arrangement', arrangementId: person.arrangementId },
      };

/** Supervision that slips: overdue first, with what waits because of it. */
export const supervisionSlips = (
  slipping: {
    readonly arrangementId: string;
    readonly name: string;
    readonly dueOn: Temporal.PlainDate;
    readonly paused: boolean;
  },
  today: Temporal.PlainDate,
): Thing => ({
  ...dueOn(slipping.dueOn, today),
  what: slipping.name,
  why: slipping.paused
    ? `should have met for supervision by ${longDate(slipping.dueOn, { today })}. Until then nothing new begins for ${first(slipping.name)}.`
    : `was to meet for supervision by ${longDate(slipping.dueOn, { today })}. Find a time.`,
  leads: { to: 'arrangement', arrangementId: slipping.arrangementId },
});

/** Nobody is named who supervises them. */
export const nobodySupervises = (of: { readonly arrangementId: string; readonly name: string }): Thing => ({
  when: 'today',
  marker: 'Nobody yet',
  tone: 'clay',
  order: 5,
  what: of.name,
  why: 'has nobody who supervises them. Name somebody.',
  leads: { to: 'arrangement', arrangementId: of.arrangementId },
});

/** A meeting that should have been, of which nobody said anything; or for which another time is asked. */
export const meetingToSettle = (
  meeting: {
    readonly id: string;
    readonly with: string;
    readonly on: Temporal.PlainDate;
    readonly asks: boolean;
    /** Other times since with the same person, of which nobody said anything either. */
    readonly more?: number;
  },
  today: Temporal.PlainDate,
): Thing => ({
  ...(meeting.asks ? dueOn(today, today) : dueOn(meeting.on, today)),
  what: meeting.with,
  why: meeting.asks
    ? `asks for another time than ${dayAndDate(meeting.on, { today })}.`
    : `and you were to meet on ${dayAndDate(meeting.on, { today })}${
        meeting.more ? `, and ${counted(meeting.more, 'time')} since` : ''
      }. Say whether you did.`,
  leads: { to: 'supervision_meeting', meetingId: meeting.id },
});

/** A note of supervision that is not written yet. */
export const noteToWrite = (
  note: { readonly meetingId: string; readonly name: string; readonly on: Temporal.PlainDate },
  today: Temporal.PlainDate,
): Thing => ({
  ...dueOn(note.on.add({ days: WRITE_WITHIN }), today),
  what: note.name,
  why: `– the note of ${longDate(note.on, { today })} is not kept yet.`,
  leads: { to: 'supervision_note', meetingId: note.meetingId },
});

/** What was agreed in supervision. */
export const actionComes = (
  action: { readonly id: string; readonly words: string; readonly byOn: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): Thing => ({
  ...dueOn(action.byOn ?? today, today),
  what: 'Agreed in supervision',
  why: `– ${action.words}`,
  leads: { to: 'action', actionId: action.id },
});

/** Everything is there for somebody to run sessions; only the last yes is missing. */
export const lastYesWaits = (
  ready: { readonly applicantId: string; readonly name: string; readonly since: Temporal.PlainDate },
  today: Temporal.PlainDate,
): Thing => ({
  ...dueOn(ready.since.add({ days: ANSWER_WITHIN }), today),
  what: ready.name,
  why: `has learned and shown everything since ${longDate(ready.since, { today })}. Give the last yes, or say what is still open.`,
  leads: { to: 'last_yes', applicantId: ready.applicantId },
});

/** What was seen when somebody learned alongside. */
export const seenToWrite = (
  practice: {
    readonly practiceId: string;
    readonly name: string;
    readonly on: Temporal.PlainDate;
    readonly what: string;
  },
  today: Temporal.PlainDate,
): Thing => ({
  ...dueOn(practice.on.add({ days: WRITE_WITHIN }), today),
  what: practice.name,
  why: `learned alongside at ${practice.what} on ${longDate(practice.on, { today })}. Write down what was seen.`,
  leads: { to: 'practice', practiceId: practice.practiceId },
});

/** One's own reflection about learning alongside. Nobody hurries it. */
export const reflectionOpen = (
  practice: { readonly practiceId: string; readonly on: Temporal.PlainDate; readonly what: string },
  today: Temporal.PlainDate,
): Thing => ({
  when: 'soon',
  marker: 'If you like',
  tone: 'grey',
  order: 60,
  what: practice.what,
  why: `on ${longDate(practice.on, { today })}: write down what you make of it while it is fresh.`,
  leads: { to: 'reflection', practiceId: practice.practiceId },
});

/** A learning event: who came is not noted, or it is ahead for whoever is coming. */
export const eventToClose = (
  event: { readonly id: string; readonly title: string; readonly on: Temporal.PlainDate },
  today: Temporal.PlainDate,
): Thing => ({
  ...dueOn(event.on.add({ days: 1 }), today),
  what: event.title,
  why: `was on ${longDate(event.on, { today })}. Note who came.`,
  leads: { to: 'event', eventId: event.id },
});

/** Somebody would like to go on: a level, a course, a paid role. */
export const interestWaits = (
  interest: {
    readonly id: string;
    readonly who: string;
    readonly title: string;
    readonly saidOn: Temporal.PlainDate;
  },
  today: Temporal.PlainDate,
): Thing => ({
  ...dueOn(interest.saidOn.add({ days: ANSWER_WITHIN }), today),
  what: interest.who,
  why: `would like to know more about “${interest.title}”. Answer by ${longDate(interest.saidOn.add({ days: ANSWER_WITHIN }), { today })}.`,
  leads: { to: 'interest', interestId: interest.id },
});

/** Who came to a meeting of a cohort is not noted yet. */
export const attendanceToNote = (
  meeting: {
    readonly cohortId: string;
    readonly meetingId: string;
    readonly cohort: string;
    readonly on: Temporal.PlainDate;
  },
  today: Temporal.PlainDate,
): Thing => ({
  ...dueOn(meeting.on.add({ days: 1 }), today),
  what: meeting.cohort,
  why: `met on ${longDate(meeting.on, { today })}. Note who came, so that their units count.`,
  leads: { to: 'cohort_meeting', cohortId: meeting.cohortId, meetingId: meeting.meetingId },
});

interface Missed {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly applicantId: string;
  readonly unitCode: string;
  readonly name: string;
  /** What they wrote about when they could come; null: nothing is offered yet. */
  readonly asked: string | null;
}

/** Units that were missed and have no other time yet; several of one person are one line. */
export const unitsMissed = (missed: readonly Missed[]): readonly Thing[] => {
  const by = Map.groupBy(missed, (each) => `${each.cohortId} ${each.applicantId}`);
  return [...by.values()].flatMap(([first, ...more]) =>
    first
      ? [
          {
            when: 'soon' as const,
            marker: counted(more.length + 1, 'unit'),
            tone: 'honey' as const,
            order: 20,
            what: first.name,
            why:
              first.asked === null
                ? `missed ${more.length === 0 ? 'a unit' : 'units'} of ${first.cohortName}. Offer it elsewhere or one to one.`
                : `asks for another time to catch up: ${first.asked || 'no day was named'}.`,
            leads: {
              to: 'catch_up' as const,
              cohortId: first.cohortId,
              applicantId: first.applicantId,
              unitCode: first.unitCode,
            },
          },
        ]
      : [],
  );
};

/** For a peer supporter: somebody rings about something hard. */
export const ownTalk = (
  debrief: { readonly rings: string | null; readonly offerBy: Temporal.Instant },
  now: Temporal.Instant,
  zone: string,
): Thing => ({
  when: 'today',
  marker: 'For you',
  tone: 'honey',
  order: -5,
  what: 'A talk after something hard',
  why: debrief.rings
    ? `– ${debrief.rings} rings you, ${momentInWords(debrief.offerBy, zone, now)} at the latest. You may also say no.`
    : '– nobody is there to ring just now. The page says who else is.',
  leads: { to: 'own_load' },
});

/** For a peer supporter: a time to meet that was proposed, or the next one. */
export const ownMeeting = (
  meeting: { readonly startsAt: Temporal.Instant; readonly answered: boolean; readonly with: string | null },
  now: Temporal.Instant,
  zone: string,
): Thing => {
  const on = dateAt(meeting.startsAt, zone);
  const today = dateAt(now, zone);
  const when = momentInWords(meeting.startsAt, zone, now);
  const soon = daysBetween(today, on) <= 0;
  return {
    ...(soon ? dueOn(today, today) : { ...dueOn(on, today), tone: meeting.answered ? 'grey' : 'honey' }),
    what: meeting.with ? `Supervision with ${meeting.with}` : 'Supervision',
    why: meeting.answered
      ? `${when}.`
      : `${when}. Say whether that suits you.`.replace(/^./, (c) => c.toUpperCase()),
    leads: { to: 'own_supervision' },
  };
};

/** For a trainee or a trainer of the volunteers: the next of the training. */
export const trainingMeets = (
  training: { readonly title: string; readonly startsAt: Temporal.Instant; readonly place: string | null },
  now: Temporal.Instant,
  zone: string,
): Thing => ({
  ...dueOn(dateAt(training.startsAt, zone), dateAt(now, zone)),
  what: training.title,
  why: `– training, ${momentInWords(training.startsAt, zone, now)}${training.place ? `, ${training.place}` : ''}.`,
  leads: { to: 'own_training' },
});
