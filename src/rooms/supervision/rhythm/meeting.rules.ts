import { lifecycle } from '#kernel/lifecycle.ts';

export type MeetingState = 'proposed' | 'agreed' | 'held' | 'did_not_happen' | 'called_off';
export type MeetingVerb = 'agree' | 'ask_other_time' | 'move_time' | 'hold' | 'miss' | 'call_off';

export const meetingLife = lifecycle<MeetingState, MeetingVerb>({
  name: 'meeting',
  states: {
    proposed: 'proposed',
    agreed: 'agreed',
    held: 'held',
    did_not_happen: 'written down as one that did not happen',
    called_off: 'called off',
  },
  moves: {
    agree: { from: ['proposed', 'agreed'], to: 'agreed', words: 'agreed' },
    ask_other_time: { from: ['proposed', 'agreed'], to: 'proposed', words: 'put to another time' },
    move_time: { from: ['proposed', 'agreed'], to: 'proposed', words: 'moved' },
    hold: { from: ['proposed', 'agreed'], to: 'held', words: 'written down as held' },
    miss: { from: ['proposed', 'agreed'], to: 'did_not_happen', words: 'written down as missed' },
    call_off: { from: ['proposed', 'agreed'], to: 'called_off', words: 'called off' },
  },
});

/** Where a meeting stands, read from its moments. */
export const meetingState = (of: {
  readonly agreedAt: Temporal.Instant | null;
  readonly heldAt: Temporal.Instant | null;
  readonly didNotHappenAt: Temporal.Instant | null;
  readonly calledOffAt: Temporal.Instant | null;
}): MeetingState => {
  if (of.calledOffAt) return 'called_off';
  if (of.heldAt) return 'held';
  if (of.didNotHappenAt) return 'did_not_happen';
  return of.agreedAt ? 'agreed' : 'proposed';
};

/** Still to come or not yet answered for. */
export const isOpen = (state: MeetingState): boolean => state === 'proposed' || state === 'agreed';

export const MISSED_WHY = [
  'supporter_ill',
  'supporter_could_not',
  'supervisor_ill',
  'supervisor_could_not',
  'forgotten',
  'other',
] as const;
export type MissedWhy = (typeof MISSED_WHY)[number];

export const missedWords: Readonly<Record<MissedWhy, string>> = {
  supporter_ill: 'the peer supporter was ill',
  supporter_could_not: 'the peer supporter could not come',
  supervisor_ill: 'the supervisor was ill',
  supervisor_could_not: 'the supervisor could not come',
  forgotten: 'it was forgotten',
  other: 'something else',
};
