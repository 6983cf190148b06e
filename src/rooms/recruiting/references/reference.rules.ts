/** From which part of somebody's life a referee comes. */
export const CONTEXTS = [
  'work',
  'volunteering',
  'study',
  'faith_or_community',
  'neighbour_or_friend',
  'professional_support',
  'other',
] as const;
export type Context = (typeof CONTEXTS)[number];

export const contextWords: Readonly<Record<Context, string>> = {
  work: 'Work',
  volunteering: 'Volunteering',
  study: 'School, college or a course',
  faith_or_community: 'A faith group or a community group',
  neighbour_or_friend: 'A neighbour or a friend',
  professional_support: 'Somebody who has supported me, such as a health visitor or a family worker',
  other: 'Something else',
};

/** Whom an applicant may name and how long we wait. Counts are whole years, days and people. */
export interface ReferenceRules {
  readonly version: number;
  readonly effectiveFrom: Temporal.PlainDate;
  /** How many references are needed. */
  readonly needed: number;
  readonly knownYears: number;
  readonly mayBeRelated: boolean;
  readonly mayWorkHere: boolean;
  /** From how many different contexts they come. */
  readonly contextsLeast: number;
  /** How soon a referee usually answers. */
  readonly answerDays: number;
  readonly reminderDays: number;
  readonly linkDays: number;
}

/** Rules that can be set aside for one application, with a reason. */
export const BENDABLE = ['known_years', 'related', 'works_here', 'contexts'] as const;
export type Bendable = (typeof BENDABLE)[number];

export const bendableWords: Readonly<Record<Bendable, string>> = {
  known_years: 'How long the referee has known them',
  related: 'Not somebody of the family',
  works_here: 'Not somebody who works or volunteers here',
  contexts: 'From different parts of their life',
};

/** A referee as named. */
export interface NamedReferee {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly context: Context;
  readonly howKnown: string;
  readonly knownYears: number;
  readonly related: boolean;
  readonly worksHere: boolean;
}

export interface Fault {
  readonly field: keyof NamedReferee;
  readonly message: string;
}

const years = (count: number) => (count === 1 ? 'one year' : count === 2 ? 'two years' : `${count} years`);
const same = (one: string | null, other: string | null) =>
  one !== null && other !== null && one.toLowerCase() === other.toLowerCase();

/**
 * What stands against naming this referee beside those who are named already: for each rule that is not kept a sentence
 * that says what to do. `bent` are rules set aside for this application. Empty when they can be named.
 */
export const refereeFaults = (
  referee: NamedReferee,
  {
    rules,
    others,
    bent,
    own,
  }: {
    readonly rules: ReferenceRules;
    readonly others: readonly Pick<NamedReferee, 'email' | 'phone' | 'context'>[];
    readonly bent: readonly Bendable[];
    /** The applicant's own addresses: a letter to them would be a reference by themselves. */
    readonly own: { readonly email: string | null; readonly phone: string | null };
  },
): readonly Fault[] => {
  const faults: Fault[] = [];
  const say = (field: keyof NamedReferee, message: string) => faults.push({ field, message });
  if (referee.email === null && referee.phone === null)
    say(
      'email',
      'Give an e-mail address or a phone number, so that we can reach them. An e-mail is quickest.',
    );
  if (same(referee.email, own.email))
    say('email', 'This is your own e-mail address. Give theirs, so that our letter reaches them.');
  else if (others.some((other) => same(other.email, referee.email)))
    say('email', 'The other referee has the same e-mail address. Each of them needs their own.');
  if (same(referee.phone, own.phone))
    say('phone', 'This is your own phone number. Give theirs, or leave it empty.');
  if (!rules.mayBeRelated && referee.related && !bent.includes('related'))
    say(
      'related',
      'Family love you, and that makes it hard for them to say. Please name somebody who is not related to you.',
    );
  if (!rules.mayWorkHere && referee.worksHere && !bent.includes('works_here'))
    say(
      'worksHere',
      'Please name somebody who does not work or volunteer with us, so that we hear from outside.',
    );
  if (referee.knownYears < rules.knownYears && !bent.includes('known_years'))
    say(
      'knownYears',
      `Please name somebody who has known you for ${years(rules.knownYears)} or longer. If there is nobody, tell us: we find another way.`,
    );
  const contexts = new Set([...others.map((other) => other.context), referee.context]);
  const still = Math.max(0, rules.needed - others.length - 1);
  if (contexts.size + still < Math.min(rules.contextsLeast, rules.needed) && !bent.includes('contexts'))
    say(
      'context',
      'Your other referee knows you from the same part of your life. Please name somebody who knows you from another one.',
    );
  return faults;
};

/** The rules as an applicant reads them before typing anything; one sentence each. */
export const rulesInWords = (rules: ReferenceRules, bent: readonly Bendable[] = []): readonly string[] => [
  `We ask for ${rules.needed === 1 ? 'one person' : rules.needed === 2 ? 'two people' : `${rules.needed} people`} who can say something about you.`,
  ...(rules.knownYears > 0 && !bent.includes('known_years')
    ? [`They have known you for ${years(rules.knownYears)} or longer.`]
    : []),
  ...(rules.mayBeRelated || bent.includes('related') ? [] : ['They are not related to you.']),
  ...(rules.mayWorkHere || bent.includes('works_here') ? [] : ['They do not work or volunteer with us.']),
  ...(rules.contextsLeast > 1 && !bent.includes('contexts')
    ? ['They know you from different parts of your life: for example somebody from work, and a neighbour.']
    : []),
];

/** What is known of one referee and their answer. */
export interface RefereeMoments {
  readonly letGoAt: Temporal.Instant | null;
  /** The last letter that still opens; null where none does or none was sent. */
  readonly askedAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant | null;
  readonly callWantedAt: Temporal.Instant | null;
  readonly answeredAt: Temporal.Instant | null;
  readonly declinedAt: Temporal.Instant | null;
  readonly outcome: Outcome | null;
}

export const OUTCOMES = ['good', 'weak', 'worry'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type RefereeState =
  | 'named'
  | 'asked'
  | 'lapsed'
  | 'call_wanted'
  | 'declined'
  | 'let_go'
  | 'answered'
  | 'accepted'
  | 'worry';

/** Where one referee stands. An answer is never overtaken by a link that ends. */
export const refereeState = (moments: RefereeMoments, now: Temporal.Instant): RefereeState => {
  if (moments.letGoAt && !moments.answeredAt && !moments.declinedAt) return 'let_go';
  if (moments.declinedAt) return 'declined';
  if (moments.answeredAt) {
    if (moments.letGoAt) return 'let_go';
    if (moments.outcome === null) return 'answered';
    return moments.outcome === 'worry' ? 'worry' : 'accepted';
  }
  if (moments.callWantedAt) return 'call_wanted';
  if (!moments.askedAt || !moments.expiresAt) return 'named';
  if (Temporal.Instant.compare(moments.expiresAt, now) <= 0) return 'lapsed';
  return 'asked';
};

/** Whether somebody still counts as one of the referees that are needed. */
export const stillCounts = (state: RefereeState): boolean => state !== 'declined' && state !== 'let_go';

/**
 * Whose move it is in the step: the applicant's while names are missing; ours where something waits for us (an answer to
 * read, a call to make, a link that ended, a worry); else the referees'. `over` when enough are accepted.
 */
export const whoMoves = (
  states: readonly RefereeState[],
  needed: number,
): 'applicant' | 'us' | 'referees' | 'over' => {
  const counting = states.filter(stillCounts);
  if (counting.filter((state) => state === 'accepted').length >= needed) return 'over';
  if (counting.length < needed) return 'applicant';
  return counting.some((state) => ['answered', 'call_wanted', 'lapsed', 'worry', 'named'].includes(state))
    ? 'us'
    : 'referees';
};

/** Whether the one reminder goes now: `reminderDays` after the first letter, once, while nothing has come back. */
export const reminderIsDue = (
  ask: {
    readonly sentAt: Temporal.Instant;
    readonly expiresAt: Temporal.Instant;
    readonly reminded: boolean;
    readonly callWanted: boolean;
  },
  reminderDays: number,
  now: Temporal.Instant,
): boolean =>
  !ask.reminded &&
  !ask.callWanted &&
  Temporal.Instant.compare(now, ask.sentAt.add({ hours: 24 * reminderDays })) >= 0 &&
  Temporal.Instant.compare(now, ask.expiresAt) < 0;
