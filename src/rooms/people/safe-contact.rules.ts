import { momentAt } from '#kernel/dates.ts';

/** What decides whether and how a message may go to somebody. */
export interface SafeContact {
  readonly side: 'family' | 'team';
  readonly email: string | null;
  readonly phone: string | null;
  readonly mayEmail: boolean;
  readonly mayText: boolean;
  readonly neutralOnly: boolean;
  readonly quietFrom: Temporal.PlainTime;
  readonly quietUntil: Temporal.PlainTime;
}

export type SafeContactAnswer =
  | { readonly say: 'go'; readonly to: string; readonly neutral: boolean }
  | { readonly say: 'hold'; readonly until: Temporal.Instant; readonly why: string }
  | { readonly say: 'stop'; readonly why: string };

export const NO_SAFE_WAY = 'no safe way to reach';

/**
 * The address for one channel, or null when it is not known or not allowed. A parent must have said that the
 * channel is safe; for the team the address they gave us for the work is enough.
 */
export const addressFor = (contact: SafeContact, channel: 'email' | 'sms'): string | null => {
  const allowed = contact.side === 'team' || (channel === 'email' ? contact.mayEmail : contact.mayText);
  return allowed ? (channel === 'email' ? contact.email : contact.phone) : null;
};

/** The channel by which a message may go, e-mail before SMS; null when none is safe. */
export const safeWay = (contact: SafeContact): 'email' | 'sms' | null =>
  addressFor(contact, 'email') ? 'email' : addressFor(contact, 'sms') ? 'sms' : null;

/** What changes somebody's day goes by every way that is safe; everything else by one, e-mail before SMS. */
const BY_EVERY_WAY: readonly string[] = ['session_moved', 'session_called_off'];

/** Whether a text message only says again what an e-mail to the same parent says already. */
export const saidByEmail = (contact: SafeContact, channel: 'email' | 'sms', template: string): boolean =>
  contact.side === 'family' &&
  channel === 'sms' &&
  safeWay(contact) === 'email' &&
  !BY_EVERY_WAY.includes(template);

/**
 * When quiet hours that cover this moment end, on the clock of the zone; null outside of them. Hours may pass
 * midnight (8pm to 8am); from and until the same time means there are none.
 */
export const quietUntil = (
  hours: Pick<SafeContact, 'quietFrom' | 'quietUntil'>,
  now: Temporal.Instant,
  zone: string,
): Temporal.Instant | null => {
  const { quietFrom: from, quietUntil: until } = hours;
  const there = now.toZonedDateTimeISO(zone);
  const time = there.toPlainTime();
  const today = there.toPlainDate();
  const startsFirst = Temporal.PlainTime.compare(from, until);
  if (startsFirst === 0) return null;
  const after = Temporal.PlainTime.compare(time, from) >= 0;
  const before = Temporal.PlainTime.compare(time, until) < 0;
  const quiet = startsFirst < 0 ? after && before : after || before;
  if (!quiet) return null;
  const endsOn = startsFirst > 0 && after ? today.add({ days: 1 }) : today;
  const end = momentAt(endsOn, until, zone);
  // On the night the clocks go back the wall time can come twice: never answer a moment that has passed.
  return Temporal.Instant.compare(end, now) > 0 ? end : now.add({ minutes: 60 });
};

/**
 * Whether a message may leave now, to which address and in which words. `urgent` messages (somebody's own sign-in
 * link, a worry about safety) do not wait for quiet hours to end; nothing lets a message go by a way that is not safe.
 */
export const safeToSend = (
  contact: SafeContact | null,
  channel: 'email' | 'sms',
  urgent: boolean,
  now: Temporal.Instant,
  zone: string,
): SafeContactAnswer => {
  const to = contact ? addressFor(contact, channel) : null;
  if (!contact || !to) return { say: 'stop', why: NO_SAFE_WAY };
  const until = urgent || contact.side === 'team' ? null : quietUntil(contact, now, zone);
  if (until) return { say: 'hold', until, why: 'quiet hours' };
  return { say: 'go', to, neutral: contact.side === 'family' && contact.neutralOnly };
};
