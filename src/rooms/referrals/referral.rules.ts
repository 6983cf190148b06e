import { lifecycle, move } from '#kernel/lifecycle.ts';

export const OUTCOMES = ['welcome', 'ask_more', 'signpost', 'hand_over', 'decline'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type ReferralState =
  | 'received'
  | 'asked'
  | 'welcomed'
  | 'signposted'
  | 'handed_over'
  | 'declined'
  | 'withdrawn';

/** States in which somebody of ours still has to decide. */
export const WAITING: readonly ReferralState[] = ['received', 'asked'];

export const STATES: readonly ReferralState[] = [
  'received',
  'asked',
  'welcomed',
  'signposted',
  'handed_over',
  'declined',
  'withdrawn',
];

/** Where a referral can stand and what leads from one to another. Decisions can be changed: a later one replaces an earlier one. */
export const referralLife = lifecycle<ReferralState, Outcome | 'withdraw'>({
  name: 'referral',
  states: {
    received: 'waiting for a decision',
    asked: 'waiting for an answer',
    welcomed: 'welcomed',
    signposted: 'shown another service',
    handed_over: 'handed over',
    declined: 'not taken on',
    withdrawn: 'withdrawn',
  },
  moves: {
    welcome: {
      from: ['received', 'asked', 'signposted', 'handed_over', 'declined'],
      to: 'welcomed',
      words: 'welcomed',
    },
    ask_more: { from: ['received', 'asked'], to: 'asked', words: 'asked about' },
    signpost: {
      from: ['received', 'asked', 'welcomed', 'declined'],
      to: 'signposted',
      words: 'shown another service',
    },
    hand_over: {
      from: ['received', 'asked', 'welcomed', 'signposted', 'declined'],
      to: 'handed_over',
      words: 'handed over',
    },
    decline: { from: ['received', 'asked'], to: 'declined', words: 'declined' },
    withdraw: {
      from: ['received', 'asked', 'welcomed', 'signposted', 'handed_over'],
      to: 'withdrawn',
      words: 'withdrawn',
    },
  },
});

export interface ReferralFacts {
  /** The decisions, oldest first. */
  readonly outcomes: readonly Outcome[];
  readonly withdrawn: boolean;
}

/** Where a referral stands, from what was decided about it. Raises a Refusal when the decisions could not have followed one another. */
export const stateOf = ({ outcomes, withdrawn }: ReferralFacts): ReferralState => {
  const decided = outcomes.reduce<ReferralState>(
    (state, outcome) => move(referralLife, outcome, state),
    'received',
  );
  return withdrawn ? move(referralLife, 'withdraw', decided) : decided;
};

export const stateWords: Readonly<Record<ReferralState, string>> = referralLife.states;

/** What the parent reads about where it stands: what is so, and what happens next. */
export const parentStateWords: Readonly<Record<ReferralState, string>> = {
  received: 'We have it. Somebody from the team will read it and be in touch.',
  asked: 'We have a question before we can go on. Somebody from the team will be in touch.',
  welcomed: 'You are welcome here. The monthly drop-in is open to you now.',
  signposted: 'We have shown you another service that may suit you better. You can come back to us.',
  handed_over:
    'We have passed you on to another service, as we agreed with you. We will check that you got there.',
  declined: 'We could not offer a place this time. Somebody from the team will tell you what else is there.',
  withdrawn: 'This has ended. You can come back to us at any time.',
};

/** What the professional reads: how it stands, and nothing about the parent. The outcome only where the parent agreed. */
export const referrerStateWords = (state: ReferralState, tellOutcome: boolean): string => {
  if (state === 'received') return 'We have your referral. It is waiting to be read by a practitioner.';
  if (state === 'asked') return 'A practitioner has read it and has a question before deciding.';
  if (!tellOutcome)
    return 'A decision has been made. The parent has not asked us to share it with you; they can tell you themselves.';
  const words: Readonly<Record<Exclude<ReferralState, 'received' | 'asked'>, string>> = {
    welcomed: 'The parent has been welcomed into the programme.',
    signposted: 'We have shown the parent another service that may suit better.',
    handed_over:
      'With the parent’s agreement we have passed them on to another service, and will check that they got there.',
    declined: 'We could not offer this parent a place. We have told them what else is there.',
    withdrawn: 'The referral has ended without a place. Nothing more will happen with it.',
  };
  return words[state];
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  welcome: 'Welcome into the programme',
  ask_more: 'Ask something first',
  signpost: 'Show another service',
  hand_over: 'Hand over to another service',
  decline: 'Not take on',
};

/** The same, once it has been done. */
export const DECIDED_WORDS: Readonly<Record<Outcome, string>> = {
  welcome: 'Welcomed',
  ask_more: 'Asked something first',
  signpost: 'Shown another service',
  hand_over: 'Handed over',
  decline: 'Not taken on',
};

export const WITHDRAWAL_REASONS = [
  'parent_asked',
  'moved_away',
  'cannot_reach',
  'duplicate',
  'mistake',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

export const withdrawalWords: Readonly<Record<WithdrawalReason, string>> = {
  parent_asked: 'The parent asked us to stop',
  moved_away: 'The family has moved away',
  cannot_reach: 'We could not reach the parent',
  duplicate: 'The same family was referred twice',
  mistake: 'It was entered by mistake',
};
