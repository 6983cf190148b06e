import type { Channel, Details, MessageTemplate, Verdict } from './message.ts';

/** Where a message can stand, in the order of its life. */
export const STATES = [
  'waiting',
  'held',
  'sending',
  'sent',
  'shown',
  'stopped',
  'doubtful',
  'failed',
] as const;
export type MessageState = (typeof STATES)[number];

/** What all guards together said. `to` is the last address one of them gave. */
export type Allowed =
  | {
      readonly say: 'go';
      readonly to: string | null;
      readonly neutral: boolean;
      readonly greeting: string | null;
    }
  | { readonly say: 'hold'; readonly until: Temporal.Instant; readonly why: string }
  | { readonly say: 'stop'; readonly why: string };

/**
 * Brings the verdicts of the guards together, in the order they were asked: one stop is enough, else the longest
 * hold counts, else it goes, in neutral words if any of them wants so.
 */
export const together = (verdicts: readonly Verdict[]): Allowed => {
  let held: { until: Temporal.Instant; why: string } | null = null;
  let to: string | null = null;
  let neutral = false;
  let greeting: string | null = null;
  for (const verdict of verdicts) {
    if (verdict.say === 'stop') return verdict;
    if (verdict.say === 'hold') {
      if (!held || Temporal.Instant.compare(verdict.until, held.until) > 0) held = verdict;
      continue;
    }
    to = verdict.to ?? to;
    neutral ||= verdict.neutral ?? false;
    greeting = verdict.greeting ?? greeting;
  }
  return held ? { say: 'hold', until: held.until, why: held.why } : { say: 'go', to, neutral, greeting };
};

/** The words for a channel: an SMS has words of its own under `code:sms` where somebody wrote them. */
export const templateFor = (
  templates: ReadonlyMap<string, MessageTemplate>,
  code: string,
  channel: Channel,
): MessageTemplate | undefined =>
  (channel === 'sms' ? templates.get(`${code}:sms`) : undefined) ?? templates.get(code);

export interface Words {
  readonly subject: string;
  readonly body: string;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A message's words, full or neutral. A subject is always one line. */
export const wordsOf = (template: MessageTemplate, details: Details, neutral: boolean): Words =>
  neutral
    ? { subject: oneLine(template.neutralSubject(details)), body: template.neutralBody(details).trim() }
    : { subject: oneLine(template.subject(details)), body: template.body(details).trim() };

/** Minutes to wait after the first, second, … failed try. After the last one it is given up. */
const WAITS = [1, 5, 15, 60, 120, 240, 480] as const;

/** When to try again after so many tries (one or more); null when it has been tried often enough. */
export const nextTry = (tries: number, now: Temporal.Instant): Temporal.Instant | null => {
  const minutes = WAITS[tries - 1];
  return minutes === undefined ? null : now.add({ minutes });
};

/** What to do after a way of sending failed: try again, give up, or let a person decide. */
export type AfterFailure =
  | { readonly state: 'waiting'; readonly at: Temporal.Instant; readonly why: string }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'doubtful'; readonly why: string };

export type Failure =
  /** It surely did not go: the other side was not there, or asked us to wait. */
  | 'not_gone'
  /** It surely did not go and never will: no such address. */
  | 'refused'
  /** It may have gone. */
  | 'unknown';

export const GIVEN_UP = 'We tried eight times and the post office did not take it.';
export const REFUSED = 'The other side does not take messages for this address.';
export const PERHAPS = 'We lost the line while handing it over. It may have arrived, or not.';
const LATER = 'The post office could not be reached. We try again by ourselves.';

/**
 * An e-mail that may have gone is sent again under the same Message-ID, for a mail program shows it once. An SMS
 * that may have gone is left to a person: a phone that rings twice can give somebody away.
 */
export const afterFailure = (
  channel: Channel,
  failure: Failure,
  tries: number,
  now: Temporal.Instant,
): AfterFailure => {
  if (failure === 'refused') return { state: 'failed', why: REFUSED };
  if (failure === 'unknown' && channel === 'sms') return { state: 'doubtful', why: PERHAPS };
  const at = nextTry(tries, now);
  return at ? { state: 'waiting', at, why: LATER } : { state: 'failed', why: GIVEN_UP };
};
