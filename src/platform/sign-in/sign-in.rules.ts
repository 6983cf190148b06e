import { clockTime, minutesInWords } from '#ui/times.ts';
import type { AccountActor, Role } from '../db/actor.ts';

/** Whoever holds a session, before it is decided what they may reach. */
export interface Who {
  readonly organisationId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly side: 'family' | 'team';
  readonly name: string;
  readonly roles: readonly { readonly role: Role; readonly centreId: string }[];
  /** Holds a role other than peer supporter, even where no centre is open yet. */
  readonly staff: boolean;
  readonly secondFactorDone: boolean;
  readonly demo: boolean;
  readonly sessionId: string;
}

/** Whether a second step stands between this session and everything else: staff, unless in a demonstration. */
export const mustTakeSecondStep = (who: Pick<Who, 'staff' | 'secondFactorDone' | 'demo'>): boolean =>
  who.staff && !who.secondFactorDone && !who.demo;

/** The actor a session stands for; null while a second step is still to be taken. */
export const actorOf = (who: Who): AccountActor | null =>
  mustTakeSecondStep(who)
    ? null
    : {
        kind: 'account',
        organisationId: who.organisationId,
        accountId: who.accountId,
        personId: who.personId,
        side: who.side,
        name: who.name,
        roles: who.roles,
      };

/** What is counted: tries with a password, with a code, from one network address, and links asked for. */
export type Counted = 'password' | 'code' | 'network' | 'link';

export interface Tries {
  readonly tries: number;
  readonly firstAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
  readonly lockedUntil: Temporal.Instant | null;
}

// A whole centre may share one network address, and a class of new volunteers signs in together.
const TRIES: Readonly<Record<Counted, number>> = { password: 5, code: 5, network: 50, link: 4 };
const PAUSES = [5, 15, 60] as const;
// Passwords and codes: a day without a try. Networks and links: an hour after the first, whatever followed.
const FORGOTTEN: Readonly<Record<Counted, { readonly hours: number; readonly since: 'firstAt' | 'lastAt' }>> =
  {
    password: { hours: 24, since: 'lastAt' },
    code: { hours: 24, since: 'lastAt' },
    network: { hours: 1, since: 'firstAt' },
    link: { hours: 1, since: 'firstAt' },
  };

/** Until when no further try is taken, or null when one may be made now. */
export const pausedUntil = (tries: Tries | null, now: Temporal.Instant): Temporal.Instant | null =>
  tries?.lockedUntil && Temporal.Instant.compare(tries.lockedUntil, now) > 0 ? tries.lockedUntil : null;

/**
 * The count with one more try in it. Each full handful begins a pause: 5 minutes, then 15, then an hour each.
 * A day without a try (an hour for networks and links) starts it anew.
 */
export const withOneMore = (counted: Counted, before: Tries | null, now: Temporal.Instant): Tries => {
  const { hours, since } = FORGOTTEN[counted];
  const forgotten = before === null || now.since(before[since]).total('hours') >= hours;
  const tries = (forgotten ? 0 : before.tries) + 1;
  const full = tries % TRIES[counted] === 0;
  const minutes = full ? PAUSES[Math.min(tries / TRIES[counted], PAUSES.length) - 1] : undefined;
  return {
    tries,
    firstAt: forgotten ? now : before.firstAt,
    lastAt: now,
    lockedUntil: minutes === undefined ? null : now.add({ minutes }),
  };
};

/** How long to wait, as people say it: "15 minutes, until 10.45am". */
export const waitInWords = (until: Temporal.Instant, now: Temporal.Instant, zone: string): string => {
  const minutes = Math.max(1, Math.ceil(until.since(now).total('minutes')));
  const clock = until.add({ seconds: 59 }).toZonedDateTimeISO(zone).toPlainTime();
  return `${minutesInWords(minutes)}, until ${clockTime(clock)}`;
};

/** Whole seconds to wait, for the Retry-After header. */
export const secondsToWait = (until: Temporal.Instant, now: Temporal.Instant): number =>
  Math.max(1, Math.ceil(until.since(now).total('seconds')));

/**
 * Where to go after signing in: a path of our own, or null. Anything a browser could read as another
 * site (`//host`, `/\host`, a control character) is null, and so are the pages of signing in themselves.
 */
export const ownPath = (next: string | undefined): string | null => {
  if (!next || next.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes('\\'))
    return null;
  return /^\/sign-(?:in|out)(?:[/?#]|$)/.test(next) ? null : next;
};

export const PASSWORD_LEAST = 10;
export const PASSWORD_MOST = 128;

const EASY = ['password', 'qwertyuiop', 'letmein', 'iloveyou', 'welcome', 'kithandkin', '1234567890'];

/**
 * What is the matter with a new password, in words for the person, or null when it will do.
 * Long is what counts; capitals and signs are not asked for, because they make passwords harder to remember and no harder to guess.
 */
export const passwordTrouble = (password: string, email: string): string | null => {
  if (password.length < PASSWORD_LEAST)
    return `Choose a password with at least ${PASSWORD_LEAST} characters. Three words that mean something to you are good.`;
  if (password.length > PASSWORD_MOST) return `Choose a password with ${PASSWORD_MOST} characters or fewer.`;
  const plain = password.toLowerCase().replace(/[^a-z0-9]/g, '');
  const local = (email.split('@')[0] ?? '').toLowerCase();
  const onlyEasy = EASY.some(
    (easy) => plain.replaceAll(easy, '').replace(/\d/g, '').length < 3 && plain.includes(easy),
  );
  if (new Set(plain).size < 4 || onlyEasy)
    return 'That password is one of the first that somebody would guess. Choose another.';
  if (local.length >= 4 && plain.includes(local.replace(/[^a-z0-9]/g, '')))
    return 'That password is too close to your e-mail address. Choose another.';
  return null;
};

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const DEVICES: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'an iPhone'],
  [/iPad/, 'an iPad'],
  [/Android/, 'an Android device'],
  [/Windows/, 'a Windows computer'],
  [/Macintosh/, 'a Mac'],
  [/CrOS/, 'a Chromebook'],
  [/Linux/, 'a Linux computer'],
];

/** A browser's long name as people know it: "Firefox on a Windows computer". */
export const deviceInWords = (agent: string | null): string => {
  const browser = BROWSERS.find(([pattern]) => pattern.test(agent ?? ''))?.[1] ?? 'A browser';
  const device = DEVICES.find(([pattern]) => pattern.test(agent ?? ''))?.[1];
  return device ? `${browser} on ${device}` : browser;
};
