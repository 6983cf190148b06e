import { Refusal } from '#kernel/refusal.ts';
import { counted } from '#ui/times.ts';

export const MARKS = ['came', 'late', 'sent_word', 'did_not_come'] as const;
export type Mark = (typeof MARKS)[number];

export const markWords: Readonly<Record<Mark, string>> = {
  came: 'Came',
  late: 'Came late',
  sent_word: 'Sent word',
  did_not_come: 'Did not come',
};

/** What a register says of one parent; `mark` is null while nobody has said anything. */
export interface Marked {
  readonly mark: Mark | null;
  readonly partnerCame: boolean;
  readonly babyCame: boolean;
}

/**
 * What a row said when the page was drawn. Version 0: there was no row yet. `offered` is a choice the page made
 * beforehand, such as "sent word" for somebody who did: nobody has touched it.
 */
export interface Drawn extends Marked {
  readonly version: number;
  readonly offered: Mark | null;
}

export const UNMARKED: Marked = { mark: null, partnerCame: false, babyCame: false };

/** The mark of a text, or null when it is none of the four. */
export const markFrom = (text: string): Mark | null => MARKS.find((mark) => mark === text) ?? null;

/** Whether a mark says that somebody was in the room. */
export const wasThere = (mark: Mark | null): boolean => mark === 'came' || mark === 'late';

/** Whether two rows say the same. A partner or baby only counts where somebody came. */
export const sameMark = (one: Marked, other: Marked): boolean =>
  one.mark === other.mark && one.partnerCame === other.partnerCame && one.babyCame === other.babyCame;

/** A partner and a baby come with somebody who came: ticks beside "did not come" are let go. */
export const tidied = (row: Marked): Marked =>
  wasThere(row.mark) ? row : { mark: row.mark, partnerCame: false, babyCame: false };

/** A row as the page carries it in a hidden field, such as `3.came.1.0.`. */
export const drawnText = (row: Drawn): string =>
  [row.version, row.mark ?? '', row.partnerCame ? 1 : 0, row.babyCame ? 1 : 0, row.offered ?? ''].join('.');

/** The row of a hidden field; null when the text is not one of ours. */
export const drawnFrom = (text: string): Drawn | null => {
  const found = /^(\d{1,9})\.([a-z_]*)\.([01])\.([01])\.([a-z_]*)$/.exec(text);
  if (!found) return null;
  const [, version, mark, partner, baby, offered] = found;
  return {
    version: Number(version),
    mark: markFrom(mark ?? ''),
    partnerCame: partner === '1',
    babyCame: baby === '1',
    offered: markFrom(offered ?? ''),
  };
};

/** What the form showed at first: what was written, or what was offered where nothing was. */
export const shownAtFirst = (drawn: Drawn): Marked =>
  drawn.mark === null && drawn.offered !== null ? { ...UNMARKED, mark: drawn.offered } : drawn;

/** What is to be written for a parent, or null for nothing. `touched`: a person chose it, the page did not. */
export interface Change {
  readonly row: Marked & { readonly mark: Mark };
  readonly version: number;
  readonly touched: boolean;
}

/**
 * The change a row of the form asks for. Rows nobody touched are left alone, so that two people marking the same
 * session never write over each other; an offered choice is written once, where there is nothing yet.
 */
export const changeOf = (drawn: Drawn, typed: Marked): Change | null => {
  const row = tidied(typed);
  const { mark } = row;
  if (mark === null) return null;
  const touched = !sameMark(row, tidied(shownAtFirst(drawn)));
  if (!touched && sameMark(row, drawn)) return null;
  return { row: { ...row, mark }, version: drawn.version, touched };
};

/**
 * What to show in a form that comes back, when the register may have moved on meanwhile: theirs where nothing was
 * touched here, else what was typed. `clash` when both changed the same row to different things.
 */
export const together = (
  drawn: Drawn,
  typed: Marked,
  now: Marked,
): { readonly shown: Marked; readonly clash: boolean } => {
  const mine = tidied(typed);
  if (sameMark(mine, tidied(shownAtFirst(drawn))))
    return { shown: now.mark === null ? mine : now, clash: false };
  return { shown: mine, clash: !sameMark(now, drawn) && !sameMark(mine, now) };
};

export const whyNotWords = {
  nobody_came: 'Nobody came',
  too_few_to_run: 'Too few people to run it safely',
  no_room: 'The room could not be used',
  illness: 'Illness',
  weather: 'Weather or travel',
  other: 'Something else',
} as const;
export type WhyNot = keyof typeof whyNotWords;
export const WHY_NOT = Object.keys(whyNotWords) as unknown as readonly [WhyNot, ...WhyNot[]];

/** The words for why a session did not happen; a reason of another time is shown as it was written. */
export const whyNotInWords = (code: string): string =>
  WHY_NOT.find((each) => each === code) ? whyNotWords[code as WhyNot] : code;

/** Where a register stands. `ahead`: its day has not come. */
export type RegisterStage = 'ahead' | 'open' | 'closed' | 'called_off';

/** The register opens on the session's own day at the centre, and stays open until somebody closes it. */
export const registerStage = (
  session: {
    readonly on: Temporal.PlainDate;
    readonly zone: string;
    readonly closed: unknown;
    readonly calledOffWhy: string | null;
  },
  now: Temporal.Instant,
): RegisterStage => {
  if (session.closed) return 'closed';
  if (session.calledOffWhy !== null) return 'called_off';
  const today = now.toZonedDateTimeISO(session.zone).toPlainDate();
  return Temporal.PlainDate.compare(today, session.on) < 0 ? 'ahead' : 'open';
};

/** Raises a Refusal with the next step unless the register is open. */
export const assertOpen = (stage: RegisterStage): void => {
  if (stage === 'closed')
    throw new Refusal(
      'Somebody closed this register meanwhile. Nothing typed here was saved. A correction is the way to change it now.',
    );
  if (stage === 'called_off') throw new Refusal('This session is called off, so it has no register.');
  if (stage === 'ahead') throw new Refusal('This register opens on the day of the session.');
};

/**
 * Whether a register can be closed. A session that happened needs a mark for everyone in the group; a drop-in does
 * not, because people come when they can. Raises a Refusal that says what is missing. Before the session has begun
 * it can only be closed as one that did not happen.
 */
export const assertMayClose = (ask: {
  readonly happened: boolean;
  readonly whyNot: string | null;
  readonly begun: boolean;
  readonly bookedOnly: boolean;
  readonly unmarked: number;
}): void => {
  if (!ask.happened && !ask.whyNot) throw new Refusal('Choose why the session did not happen.', 'why-not');
  if (ask.happened && !ask.begun)
    throw new Refusal(
      'The session has not begun yet. Save what you know, and close the register afterwards.',
    );
  if (ask.happened && ask.bookedOnly && ask.unmarked > 0)
    throw new Refusal(
      `${counted(ask.unmarked, 'parent is', 'parents are')} not marked yet. Mark each of them, then close the register.`,
      'marks',
    );
};

/**
 * Whether somebody who did not come is asked after: in a group, where they were expected, and in a drop-in only
 * when they had said they would come. Never while messages to them are resting: another person looks after that.
 */
export const asksAfter = (row: {
  readonly mark: Mark;
  readonly happened: boolean;
  readonly whyNot: string | null;
  readonly kind: 'antenatal_group' | 'drop_in';
  readonly saidComing: boolean | null;
  readonly resting: boolean;
}): boolean =>
  row.mark === 'did_not_come' &&
  !row.resting &&
  (row.happened || row.whyNot === 'nobody_came') &&
  (row.kind === 'antenatal_group' || row.saidComing === true);

/** The day by which somebody who did not come is asked after: `days` calendar days after the session. */
export const askAfterBy = (on: Temporal.PlainDate, days: number): Temporal.PlainDate => on.add({ days });

/** One line of a correction, such as "Did not come → Came late, with their baby". */
export const rowInWords = (row: Marked): string => {
  if (row.mark === null) return 'Not on the register';
  const company = [row.partnerCame ? 'partner' : '', row.babyCame ? 'baby' : '']
    .filter(Boolean)
    .join(' and ');
  return company === '' ? markWords[row.mark] : `${markWords[row.mark]}, with ${company}`;
};

/**
 * The new end of a past session. It may have ended earlier than planned, never later: raises a Refusal, because
 * hours that were not held must not be added afterwards. Raises one too when it would end before it began.
 */
export const assertNotLonger = (
  session: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  ended: Temporal.Instant,
): void => {
  if (Temporal.Instant.compare(ended, session.endsAt) > 0)
    throw new Refusal(
      'A past session cannot be made longer. Enter the time it was to end, or an earlier one.',
      'ended',
    );
  if (Temporal.Instant.compare(ended, session.startsAt) <= 0)
    throw new Refusal('Enter a time after the session began.', 'ended');
};
