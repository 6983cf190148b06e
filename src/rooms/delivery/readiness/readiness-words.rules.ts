import { counted, longDate } from '#ui/times.ts';
import type { Asked, Part, Readiness, Reason, Renewal, ShownByProof } from './readiness.rules.ts';

export const partWords: Readonly<Record<Part, string>> = {
  practitioner: 'practitioner',
  peer_supporter: 'peer supporter',
  creche: 'crèche volunteer',
  alongside: 'learning alongside',
};

/** What each requirement is called in a sentence. */
export const askedWords: Readonly<Record<Asked, string>> = {
  references: 'references',
  clearance: 'check',
  interview: 'interview',
  course: 'safeguarding course',
  induction: 'induction',
  unit: 'units of training',
  sign_off: 'sign-off',
  supervision: 'supervision',
};

export interface Said {
  readonly code: string;
  /** What the matter is. */
  readonly words: string;
  /** What happens next and who moves. */
  readonly next: string;
}

export interface Voice {
  /** What to call them; null when the page speaks to the person themselves. */
  readonly name: string | null;
  readonly today: Temporal.PlainDate;
}

const missingWords: Readonly<
  Record<
    ShownByProof,
    { readonly words: string; readonly next: (name: string) => string; readonly own: string }
  >
> = {
  references: {
    words: 'References are still missing',
    next: (name) => `Remind the referee, or ask ${name} for another one.`,
    own: 'We are asking your referees. Your volunteer manager rings you if another one is needed.',
  },
  clearance: {
    words: 'No check has been seen yet.',
    next: (name) => `Look at the check with ${name}: it is asked for, or the certificate is brought in.`,
    own: 'Bring the certificate when it comes, or ask your volunteer manager where it is.',
  },
  interview: {
    words: 'The interview has not been held or decided yet.',
    next: () => 'Arrange the interview, or decide on it.',
    own: 'Your volunteer manager offers you a time.',
  },
  course: {
    words: 'The safeguarding course is not done yet.',
    next: (name) => `Ask ${name} to do the course; it takes about 40 minutes and can be done in parts.`,
    own: 'Do the course when it suits you. It takes about 40 minutes and keeps your place.',
  },
  induction: {
    words: 'The induction has not been held yet.',
    next: (name) => `Hold the induction with ${name}.`,
    own: 'Your volunteer manager finds a day for it with you.',
  },
  unit: {
    words: 'Units of training are still missing',
    next: (name) => `Look with ${name} at which ones, and where they can be caught up.`,
    own: 'Your training page shows which ones, and where you can catch them up.',
  },
  sign_off: {
    words: 'The sign-off to run sessions has not been given yet.',
    next: (name) => `Look with ${name} at what is still open: learning alongside, and each competency.`,
    own: 'Your practice page shows what is still open. Until then you learn alongside somebody.',
  },
};

const lapsedNext: Readonly<
  Record<ShownByProof, { readonly next: (name: string) => string; readonly own: string }>
> = {
  references: missingWords.references,
  clearance: {
    next: (name) => `Ask ${name} to bring the new certificate, or look at the update service together.`,
    own: 'Bring the new certificate, or ask your volunteer manager to look at the update service with you.',
  },
  interview: missingWords.interview,
  course: {
    next: (name) => `Ask ${name} to do the course again.`,
    own: 'Do the course again. It takes about 40 minutes and keeps your place.',
  },
  induction: missingWords.induction,
  unit: missingWords.unit,
  sign_off: missingWords.sign_off,
};

const ranOut = ({ endedOn, lapsedOn }: Reason, what: string, today: Temporal.PlainDate): string => {
  if (!endedOn || !lapsedOn) return `The ${what} ran out.`;
  const grace = endedOn.equals(lapsedOn)
    ? ''
    : `, and the time to renew it on ${longDate(lapsedOn, { today })}`;
  return `The ${what} ran out on ${longDate(endedOn, { today })}${grace}.`;
};

/** The reason as two sentences: what the matter is, and what happens next. A suspension is said without why. */
export const reasonWords = (reason: Reason, { name, today }: Voice): Said => {
  const { code } = reason;
  const who = name ?? 'you';
  const say = (words: string, next: string): Said => ({ code, words, next });
  if (code === 'account')
    return say(
      `${name ? `${name} has` : 'You have'} left the team.`,
      'Coming back begins with a talk to the volunteer manager.',
    );
  if (code === 'role')
    return say(
      `${name ? `${name} does` : 'You do'} not hold this role here.`,
      'The service lead gives a practitioner their role; a volunteer has it from their welcome on.',
    );
  if (code === 'suspension')
    return say(
      `${name ? `${name} is` : 'You are'} not on sessions for now.`,
      'The volunteer manager says when that ends.',
    );
  if (code === 'requirements')
    return say(
      'Nobody has laid down yet what this part asks for.',
      'The service lead or a programme coordinator writes it under “What we ask for”.',
    );
  if (code === 'supervision')
    return say(
      `Supervision is overdue${reason.endedOn ? `, and since ${longDate(reason.endedOn, { today })} nothing new is begun` : ''}.`,
      name
        ? `Hold it with ${who} first. What ${who} does already goes on.`
        : 'Find a time for it with your supervisor. What you do already goes on.',
    );
  if (reason.why === 'undecided')
    return say(
      'Nobody has decided yet which check this part may be asked for.',
      'The service lead or a programme coordinator decides it under “Role profiles”.',
    );
  if (reason.why === 'lapsed')
    return say(
      ranOut(reason, askedWords[code], today),
      name ? lapsedNext[code].next(who) : lapsedNext[code].own,
    );
  if (reason.why === 'level')
    return say(
      'The check that was seen is of a lower level than this part asks for.',
      name
        ? `Ask for the right check with ${who}.`
        : 'Your volunteer manager asks for the right check with you.',
    );
  const missing = missingWords[code];
  if (code === 'unit')
    return say(
      `${missing.words}: ${counted(reason.needs ?? 1, 'is', 'are')} needed and ${counted(reason.has ?? 0, 'is', 'are')} there.`,
      name ? missing.next(who) : missing.own,
    );
  const words =
    code === 'references'
      ? `${missing.words}: ${counted(reason.needs ?? 2, 'is', 'are')} needed and ${counted(reason.has ?? 0, 'is', 'are')} accepted.`
      : missing.words;
  return say(words, name ? missing.next(who) : missing.own);
};

/** Something with an end, in words: until when, and what renews it. */
export const renewalWords = (renewal: Renewal, { name, today }: Voice): Said => {
  const day = longDate(renewal.until, { today });
  if (renewal.exempted)
    return {
      code: renewal.code,
      words: `Somebody answers for the ${askedWords[renewal.code]} until ${day}.`,
      next: name ? missingWords[renewal.code].next(name) : missingWords[renewal.code].own,
    };
  const words = renewal.inGrace
    ? `The ${askedWords[renewal.code]} ran out on ${day}. There is time to renew it until ${longDate(renewal.graceUntil, { today })}.`
    : `The ${askedWords[renewal.code]} holds until ${day}.`;
  return {
    code: renewal.code,
    words,
    next: name ? lapsedNext[renewal.code].next(name) : lapsedNext[renewal.code].own,
  };
};

/** The answer as one short word for a list. */
export const answerWords = (readiness: Readiness): string => {
  if (readiness.answer === 'not_yet') return 'Not ready yet';
  if (readiness.answer === 'no')
    return readiness.reasons.some((each) => each.why === 'suspended') ? 'Not on sessions' : 'Not ready';
  if (readiness.pauses.length > 0) return 'Ready, nothing new';
  return readiness.renewals.some((each) => each.inGrace || each.window !== null)
    ? 'Ready, renew soon'
    : 'Ready';
};

/** Every reason and what is next in one text, for a sentence that refuses: "The check ran out on 2 December. Ask Priya …" */
export const refusalWords = (readiness: Readiness, voice: Voice): string =>
  [...readiness.reasons, ...(readiness.answer === 'yes' ? readiness.pauses : [])]
    .map((each) => reasonWords(each, voice))
    .map(({ words, next }) => `${words} ${next}`)
    .join(' ');
