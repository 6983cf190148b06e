import type { Details, MessageTemplate } from '../message.ts';

/**
 * What the words of our messages are made of. Whoever queues a message gives what they know, as people say it
 * ("Thursday 26 November", "10.30am"); a line whose detail is missing is left out.
 */
export interface MessageDetails {
  /** Added when it is claimed: the called name, unless the words are neutral. */
  readonly greeting?: string;
  /** Added when it is claimed. */
  readonly organisation?: string;
  /** Added when it is claimed: of the centre, else of the organisation. */
  readonly phone?: string;
  /** Added when it is claimed: the front door, and the page of urgent help. */
  readonly home?: string;
  readonly help?: string;
  /** The reference of a referral or a concern, such as K7F-2QH. */
  readonly reference?: string;
  /** Where to read more, a whole address. */
  readonly link?: string;
  /** A day by which something is read or must be answered. */
  readonly read_by?: string;
  readonly answer_by?: string;
  /** What became of it, in sentences. */
  readonly outcome?: string;
  /** A group or drop-in, and when and where it meets. */
  readonly group?: string;
  readonly day?: string;
  readonly time?: string;
  readonly venue?: string;
  /** When it was to be, before it moved. */
  readonly was?: string;
  /** That the sessions after it move along, in a sentence. */
  readonly rest?: string;
  /** Why something was called off, in a sentence; only where the parent may know. */
  readonly why?: string;
  /** The next day it meets, with its time. */
  readonly next?: string;
  /** Who signs. */
  readonly from?: string;
  /** Written by a person for this one message. */
  readonly words?: string;
}

/** Paragraphs, with those that have nothing to say left out. */
export const letter = (...paragraphs: readonly (string | undefined | false)[]): string =>
  paragraphs
    .filter((paragraph) => paragraph !== undefined && paragraph !== false && paragraph !== '')
    .join('\n\n');

/** Sentences of one text message. */
export const text = (...sentences: readonly (string | undefined | false)[]): string =>
  sentences.filter((sentence) => sentence !== undefined && sentence !== false && sentence !== '').join(' ');

export const hello = ({ greeting }: MessageDetails): string => (greeting ? `Hello ${greeting},` : 'Hello,');

/** The end of every letter: who it is from and where to ring. */
export const end = ({ organisation, phone }: MessageDetails): string =>
  [organisation, phone && `Phone: ${phone}`].filter(Boolean).join('\n');

/** "Thursday 26 November at 10.30am" or "Thursday 26 November, 10am to 12 noon", as much of it as is known. */
export const when = ({ day, time }: MessageDetails): string =>
  [day, time].filter(Boolean).join(time?.includes(' to ') ? ', ' : ' at ');

/** " on Thursday 26 November at 10.30am, at the Maple Room", or nothing where no day is known. */
export const onWhen = (details: MessageDetails, place: 'at' | 'short' = 'at'): string => {
  if (!when(details)) return '';
  return ` on ${when(details)}${details.venue ? `, ${place === 'at' ? 'at ' : ''}${details.venue}` : ''}`;
};

const QUIET = 'There is an update for you. There is no hurry: look where you usually do, when it suits you.';
const QUIET_TODAY = 'There is an update for you. Please look today, where you usually do.';

interface Spoken {
  readonly code: string;
  readonly subject: string | ((details: MessageDetails) => string);
  readonly letter: (details: MessageDetails) => string;
  /** Without it an SMS carries the letter, which is long. */
  readonly text?: (details: MessageDetails) => string;
  /** The neutral words ask to look today: the plan has changed. */
  readonly today?: boolean;
  /** Neutral words of its own. */
  readonly neutral?: { readonly subject: string; readonly body: (details: MessageDetails) => string };
}

/** A message with its letter, its SMS (under `code:sms`) and the dull words for a phone that others read. */
export const spoken = (of: Spoken): readonly MessageTemplate[] => {
  const quiet = of.today ? QUIET_TODAY : QUIET;
  const common = {
    subject: (details: Details) => (typeof of.subject === 'string' ? of.subject : of.subject(details)),
    neutralSubject: () => of.neutral?.subject ?? 'An update',
  };
  const whole: MessageTemplate = {
    ...common,
    code: of.code,
    body: of.letter,
    neutralBody: (details) => of.neutral?.body(details) ?? letter('Hello,', quiet),
  };
  if (!of.text) return [whole];
  return [
    whole,
    {
      ...common,
      code: `${of.code}:sms`,
      body: of.text,
      neutralBody: (details) => of.neutral?.body(details) ?? quiet,
    },
  ];
};
