import type { About } from '#platform/messages/message.ts';
import type { FamilyFacts, LossKind } from '../family.queries.ts';

export type Decision = 'support_only' | 'all_again' | 'nothing';
/** What was lost: every baby of the pregnancy, named babies, or one of those still expected. */
export type Which =
  | { readonly all: true }
  | { readonly babyIds: readonly string[] }
  | { readonly oneExpected: true };

export const lossKindWords: Readonly<Record<LossKind, string>> = {
  pregnancy_loss: 'The pregnancy was lost',
  stillbirth: 'The baby was stillborn',
  baby_died: 'The baby died after birth',
  ended_pregnancy: 'The pregnancy was ended',
  not_said: 'We were not told, and did not ask',
};

/** The words that stay beside a stopped message: the office reads them too, so they say nothing of why. */
export const RESTING_WORDS = 'Messages to this parent are resting.';

/** The same where another file has this phone or e-mail address: somebody has to see whether the two are one person. */
export const TWO_FILES_WORDS =
  'Another file has the same phone or e-mail address, and its messages are resting. See whether the two files are one person.';

const ABOUT_THE_FAMILY: readonly About[] = ['baby', 'group', 'referral'];

/**
 * Whether a message about this may go to a parent with these facts. After a loss of every baby nothing about a
 * baby, a group or a referral goes, whatever was decided about the rest; while messages rest, only support goes, and
 * not even that to a parent who has not been told, nor where a practitioner decided so. Messages for safety, the team or somebody's own account always go.
 * `pregnancyId` is the pregnancy the message is about, null when it says none.
 */
export const mayGo = (
  facts: Pick<FamilyFacts, 'pregnancyId' | 'lossOfAll' | 'resting' | 'undecided' | 'supportRests'>,
  about: About,
  pregnancyId: string | null,
): boolean => {
  // Kind words out of nowhere tell as much as a condolence card: until somebody decides, not even support goes.
  if (about === 'support')
    return !facts.supportRests && !(facts.resting === 'linked_loss' && facts.undecided);
  if (!ABOUT_THE_FAMILY.includes(about)) return true;
  if (facts.lossOfAll || facts.resting !== null) return false;
  // Something left over from an earlier pregnancy must not arrive in the middle of this one.
  return pregnancyId === null || pregnancyId === facts.pregnancyId;
};

/**
 * Which of the parents rest for the loss they told us of, and which rest quietly until somebody decides. When
 * nobody of the parents told us, all of them rest quietly.
 */
export const whoRests = (
  personIds: readonly string[],
  toldBy: string | null,
): { readonly own: readonly string[]; readonly quietly: readonly string[] } => ({
  own: personIds.filter((id) => id === toldBy),
  quietly: personIds.filter((id) => id !== toldBy),
});

/** What a decision about resting messages means, in words for the page. */
export const decisionWords: Readonly<Record<Decision, string>> = {
  support_only: 'Only messages of support',
  all_again: 'All messages again',
  nothing: 'No messages at all',
};
