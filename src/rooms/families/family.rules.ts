import { longDate } from '#ui/times.ts';
import { ageWords, gestationOn, gestationWords, weeksEarly } from './clock.rules.ts';
import type { Baby, FamilyFacts, LivesWith, Relation, Resting } from './family.queries.ts';

export const relationWords: Readonly<Record<Relation, string>> = {
  pregnant: 'mother or pregnant parent',
  father: 'father',
  partner: 'partner',
  other_carer: 'other carer',
};

export const livesWithWords: Readonly<Record<LivesWith, string>> = {
  parents: 'at home with the parents',
  one_parent: 'with one of the parents',
  in_hospital: 'in hospital',
  elsewhere: 'somewhere else for now',
};

export const restingWords: Readonly<Record<Resting, string>> = {
  own_loss: 'This parent told us of a loss. Only messages of support are sent.',
  linked_loss:
    'A loss is written down for this family. This parent was not told by us, and hears nothing until somebody here decides.',
  baby_elsewhere:
    'A baby of this family lives somewhere else for now. Nothing about babies is sent until somebody here decides.',
  asked: 'This parent asked for quiet.',
};

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const SEVERAL = ['', '', 'twins', 'triplets', 'four babies', 'five babies'];

/** "Noor, 10 weeks", "a baby, 3 days (not yet due), in hospital". */
export const babyWords = (
  baby: Pick<Baby, 'givenName' | 'bornOn' | 'livesWith'>,
  today: Temporal.PlainDate,
  dueOn: Temporal.PlainDate | null,
): string => {
  const where = baby.livesWith === 'parents' ? '' : `, ${livesWithWords[baby.livesWith]}`;
  return `${baby.givenName ?? 'a baby'}, ${ageWords(baby.bornOn, today, dueOn)}${where}`;
};

/**
 * Where a family is on the way, in one line for lists and files: "24 weeks and 3 days, due 10 February 2027",
 * "Noor, 10 weeks". After a loss of every baby it says only that messages rest, because lists are read by many.
 */
export const familyWords = (
  facts: Pick<FamilyFacts, 'lossOfAll' | 'babies' | 'dueOn' | 'babiesExpected'>,
  today: Temporal.PlainDate,
): string => {
  if (facts.lossOfAll) return 'Messages are resting';
  const living = facts.babies.filter((baby) => !baby.died);
  if (living.length > 0) return capital(living.map((baby) => babyWords(baby, today, facts.dueOn)).join('; '));
  if (facts.dueOn === null) return 'No due date yet';
  const gestation = gestationOn(facts.dueOn, today);
  const several = SEVERAL[facts.babiesExpected] ?? '';
  const due = `due ${longDate(facts.dueOn, { today })}`;
  return [...(gestation ? [gestationWords(gestation)] : []), due, ...(several ? [several] : [])].join(', ');
};

/** "born 8 weeks early", or nothing when not early. */
export const earlyWords = (bornOn: Temporal.PlainDate, dueOn: Temporal.PlainDate | null): string | null => {
  const weeks = weeksEarly(bornOn, dueOn);
  return weeks === 0 ? null : `born ${weeks} ${weeks === 1 ? 'week' : 'weeks'} early`;
};

/** Names in a row: "Tom", "Tom and Ayo", "Tom, Ayo and Bea". */
export const namesInWords = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
