import type { ProgrammeTemplateContent } from '#rooms/programme/door.ts';
import type { Outcome, ReferralState } from '../referral.rules.ts';

export const ASKED_OF = ['asked_parent', 'asked_referrer', 'asked_other'] as const;
export type AskedOf = (typeof ASKED_OF)[number];

export const askedOfWords: Readonly<Record<AskedOf, string>> = {
  asked_parent: 'The parent',
  asked_referrer: 'Whoever referred',
  asked_other: 'Somebody else, such as the GP',
};

/** A reason somebody can choose for a decision. */
export interface Reason {
  readonly code: string;
  readonly name: string;
  readonly words: string;
}

type Reasons = Pick<ProgrammeTemplateContent, 'triageReasons'>;

const DECISION = {
  welcome: 'accept',
  signpost: 'signpost',
  hand_over: 'hand_over',
  decline: 'decline',
} as const;

/** The reasons a version of the programme gives for a decision; for asking more, of whom it is asked. */
export const reasonsFor = (outcome: Outcome, content: Reasons): readonly Reason[] =>
  outcome === 'ask_more'
    ? ASKED_OF.map((code) => ({ code, name: askedOfWords[code], words: '' }))
    : content.triageReasons.filter(({ decision }) => decision === DECISION[outcome]);

/** A reason in words, also one that a later version no longer has. */
export const reasonWords = (outcome: Outcome, reason: string, content: Reasons): string =>
  reasonsFor(outcome, content).find(({ code }) => code === reason)?.name ?? reason.replaceAll('_', ' ');

/** What the professional is told about a decision, where the parent agreed; null when there is nothing to tell. */
export const referrerWordsFor = (outcome: Outcome, reason: string, content: Reasons): string | null =>
  outcome === 'ask_more'
    ? null
    : (content.triageReasons.find(({ code }) => code === reason)?.referrerWords ?? null);

/** Decisions that pass somebody on: they name another service and are followed up. */
export const passesOn = (outcome: Outcome): outcome is 'signpost' | 'hand_over' =>
  outcome === 'signpost' || outcome === 'hand_over';

/**
 * Whether what was open through this referral now ends. Showing another service leaves the drop-in open, as it is
 * from the day of referral; it ends only where a place in the programme had been given and is taken back.
 */
export const endsWith = (before: ReferralState, after: ReferralState): boolean =>
  after === 'declined' ||
  after === 'handed_over' ||
  after === 'withdrawn' ||
  (after === 'signposted' && before === 'welcomed');
