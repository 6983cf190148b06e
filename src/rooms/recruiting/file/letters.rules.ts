import { type DeclineReason, monthsUntilAgain } from '../route/ends.rules.ts';

const thanks = 'Thank you for the time and trust you gave us. It takes courage to offer oneself to others.';
const decided =
  'We have thought about it with care, and we are not going on with your application this time.';
const ask = 'If you would like to talk about it, ring us. We are glad to say more than a letter can.';

const why: Readonly<Record<DeclineReason, readonly string[]>> = {
  values: [
    'For this role we look above all at how people are with others when things are hard: listening more than advising, and letting somebody feel what they feel. From what we saw together, we do not think that it fits just now.',
    'That says nothing against you. There are other ways to help a community, and we gladly tell you of some.',
  ],
  not_yet_ready: [
    'From what you told us, your own hard time is still near. Sitting with others in theirs can bring a lot of it back, and we do not want this to cost you.',
    'It is about the time and not about you. Please look after yourself first, and let us talk again later.',
  ],
  availability: [
    'The times when you are free and the times when families come do not go together here at the moment.',
    'That can change, for you or for us. Please do write again when it does.',
  ],
  references: [
    'Before anybody meets families, two people tell us that they know them well. That did not come together in the way we need it.',
    'We keep what others say to us between them and us. If you think of other people whom we could ask, tell us.',
  ],
  check: [
    'Before anybody meets families, we look at everything together, the check included. Having done that, we have decided not to go on.',
    'If you think that something we looked at is wrong, please ring us. We tell you what you can do.',
  ],
  role_filled: [
    'The role is filled for now, so we have no place for you at the moment. It is not about you.',
    'If you like, we write to you when we look for somebody again.',
  ],
  other: ['[Say here, in kind and plain words, why.]'],
};

const again: Readonly<Record<DeclineReason, string>> = {
  values: 'You may apply again later, if you wish.',
  not_yet_ready: 'You are welcome to apply again, and nothing of this will stand in your way.',
  availability: 'You are welcome to apply again at any time.',
  references: 'You are welcome to apply again.',
  check: '',
  role_filled: 'You are welcome to apply again at any time.',
  other: '',
};

/** The letter we suggest for a reason; whoever decides makes it their own before it leaves. Nothing of a check or of a reference is in it. */
export const suggestedLetter = (reason: DeclineReason): string =>
  [thanks, decided, ...why[reason], again[reason], ask].filter(Boolean).join('\n\n');

/** What a letter may not leave with: words of ours that were still to be filled in. Null when it is ready. */
export const letterFault = (letter: string): string | null =>
  /\[[^\]]*\]/.test(letter)
    ? 'There are square brackets in the letter: put your own words there before it leaves.'
    : null;

/** The day from which somebody may apply again, as we suggest it; null where we suggest none. */
export const suggestedAgain = (
  reason: DeclineReason,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null => {
  const months = monthsUntilAgain[reason];
  return months === null ? null : today.add({ months });
};
