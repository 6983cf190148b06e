/** Why an applicant does not go on: what they said, or what those who recruit heard. */
export const WITHDRAWAL_REASONS = [
  'time',
  'money',
  'family_or_health',
  'checks',
  'too_slow',
  'not_what_i_thought',
  'found_something_else',
  'moved_away',
  'not_heard_again',
  'other',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** The same as those who recruit say it. */
export const withdrawalWords: Readonly<Record<WithdrawalReason, string>> = {
  time: 'It takes more time than they have',
  money: 'It costs them money, or they fear for their benefits',
  family_or_health: 'Family or health comes first now',
  checks: 'They do not want the check or the references',
  too_slow: 'It took us too long',
  not_what_i_thought: 'It is not what they thought',
  found_something_else: 'They found something else',
  moved_away: 'They moved away',
  not_heard_again: 'We have not heard from them again',
  other: 'Another reason',
};

/** Why a centre does not go on with somebody. */
export const DECLINE_REASONS = [
  'values',
  'not_yet_ready',
  'availability',
  'references',
  'check',
  'role_filled',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** The same for those who recruit, with what it means. */
export const declineWords: Readonly<
  Record<DeclineReason, { readonly name: string; readonly words: string }>
> = {
  values: {
    name: 'It does not fit how we work',
    words: 'What we heard or read does not fit the attributes that the role needs now.',
  },
  not_yet_ready: {
    name: 'Not yet the right time',
    words: 'Their own hard time is still very near, or they need support first. They may well come back.',
  },
  availability: {
    name: 'The times do not meet',
    words: 'When they are free and when families come do not go together.',
  },
  references: {
    name: 'The references are not there, or raise a doubt',
    words: 'Two accepted references did not come together, or what they say stands in the way.',
  },
  check: {
    name: 'The outcome of the check',
    words: 'After the risk assessment by those named. Nothing of what the check says belongs in the letter.',
  },
  role_filled: { name: 'The role is filled', words: 'Nothing about them: there is no place just now.' },
  other: { name: 'Another reason', words: 'Say on the next page what it is.' },
};

/** How many months pass before somebody may apply again, as we suggest it; null: we suggest no day. */
export const monthsUntilAgain: Readonly<Record<DeclineReason, number | null>> = {
  values: 12,
  not_yet_ready: 6,
  availability: 0,
  references: 6,
  check: null,
  role_filled: 0,
  other: null,
};
