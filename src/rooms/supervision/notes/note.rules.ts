import { lifecycle } from '#kernel/lifecycle.ts';

/** The parts of a note, in the order people talk. */
export const SECTIONS = ['support', 'risk', 'role', 'development', 'staying_well'] as const;
export type Section = (typeof SECTIONS)[number];
export type Sections = Readonly<Record<Section, string>>;

interface SectionWords {
  readonly title: string;
  /** A gentle question for whoever writes; nothing has to be answered. */
  readonly prompt: string;
}

export const sectionWords: Readonly<Record<Section, SectionWords>> = {
  support: {
    title: 'Support',
    prompt:
      'How have the last weeks been with the groups? What was good, and where would company have helped?',
  },
  risk: {
    title: 'Safety and risk',
    prompt:
      'Was there anything that left one of you worried? Say what you agreed, and whom you told. Keep names of families out.',
  },
  role: {
    title: 'Role and boundaries',
    prompt: 'Where was it hard to say no, or unclear whose task it was? What would make that line easier?',
  },
  development: {
    title: 'Learning and growing',
    prompt: 'What went better than before? What would they like to try, or learn next?',
  },
  staying_well: {
    title: 'Staying well',
    prompt: 'What fills them up, and what wears them down? Write only what they are happy to see written.',
  },
};

/** By which right somebody reads a note; the database decides it (`supervision.note_right`). */
export const RIGHTS = ['supporter', 'holder', 'supervisor', 'cover', 'opened'] as const;
export type Right = (typeof RIGHTS)[number];

export const rightWords: Readonly<Record<Right, string>> = {
  supporter: 'it is about them',
  holder: 'they held the meeting',
  supervisor: 'they are the supervisor now',
  cover: 'they stand in for the supervisor',
  opened: 'they opened it for safety, with a reason',
};

/** The same, said to the reader. */
export const ownRightWords: Readonly<Record<Right, string>> = {
  supporter: 'it is about you',
  holder: 'you held the meeting',
  supervisor: 'you are the supervisor now',
  cover: 'you stand in for the supervisor',
  opened: 'you opened it for safety',
};

const OLD_AFTER_HOURS = 72;

/** Whether a draft was left alone for three days or more, so that its author is asked what becomes of it. */
export const draftIsOld = (changedAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(changedAt.add({ hours: OLD_AFTER_HOURS }), now) <= 0;

/** Before this moment a meeting was held long enough ago (three days) that its note is waited for. */
export const noteWaitsSince = (now: Temporal.Instant): Temporal.Instant =>
  now.subtract({ hours: OLD_AFTER_HOURS });

const OPEN_HOURS = 24;

/** Until when a note stays open to whoever opened it for safety's sake: 24 hours. */
export const openUntil = (openedAt: Temporal.Instant): Temporal.Instant =>
  openedAt.add({ hours: OPEN_HOURS });

export const ACTION_ENDS = ['done', 'let_go'] as const;
export type ActionEnd = (typeof ACTION_ENDS)[number];

/** What the two agreed: open until it is done or let go, and never open again. */
export const actionLife = lifecycle({
  name: 'agreed action',
  states: { open: 'open', done: 'done', let_go: 'let go' },
  moves: {
    do: { from: ['open'], to: 'done', words: 'ticked off' },
    let_go: { from: ['open'], to: 'let_go', words: 'let go' },
  },
});
export type ActionState = keyof typeof actionLife.states;

/** Where an action stands, from how it was closed; null: it was not. */
export const actionState = (closedAs: ActionEnd | null): ActionState => closedAs ?? 'open';

export const endWords: Readonly<Record<ActionEnd, string>> = { done: 'Done', let_go: 'Let go' };

/** Whether an action is past its day: the day after it, not on it. An action without a day never is. */
export const isLate = (byOn: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean =>
  byOn !== null && Temporal.PlainDate.compare(byOn, today) < 0;
