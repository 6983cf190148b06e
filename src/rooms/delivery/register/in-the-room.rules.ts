import { daysBetween } from '#kernel/dates.ts';
import type { Stage } from '#rooms/programme/door.ts';

/** How to meet somebody today. `quiet`: nothing about a pregnancy or a baby is shown or asked. */
export interface Care {
  readonly words: string;
  readonly quiet: boolean;
  /** Messages rest and somebody named looks after contact: nobody is chased. */
  readonly resting: boolean;
}

interface Known {
  readonly stage: 'pregnant' | 'born' | 'loss' | 'unknown';
  readonly someLost: boolean;
  readonly resting: null | 'own_loss' | 'linked_loss' | 'baby_elsewhere' | 'asked';
}

const KIND = 'Greet them warmly, use their name, and do not ask about the pregnancy or the baby.';

/**
 * How to meet a parent for whom things are not as planned; null when there is nothing to mind. Whoever may not know
 * of a loss reads the same kind words for every reason, so that the words themselves tell nothing.
 */
export const careFor = (facts: Known, mayKnowOfLoss: boolean): Care | null => {
  const lost = facts.stage === 'loss' || facts.resting === 'own_loss' || facts.resting === 'linked_loss';
  const elsewhere = facts.resting === 'baby_elsewhere';
  if (!lost && !elsewhere && !facts.someLost)
    return facts.resting === 'asked'
      ? { words: 'They asked us not to write for now. Greet them as ever.', quiet: false, resting: true }
      : null;
  const resting = facts.resting !== null || facts.stage === 'loss';
  if (!mayKnowOfLoss) return { words: KIND, quiet: true, resting };
  if (facts.resting === 'linked_loss')
    return {
      words: `There has been a loss in this family, and we do not know what has been said at home. ${KIND}`,
      quiet: true,
      resting,
    };
  if (lost) return { words: `There has been a loss. ${KIND}`, quiet: true, resting };
  if (elsewhere)
    return {
      words:
        'The baby lives elsewhere for now. Greet them warmly, and let them be the first to speak of the baby.',
      quiet: true,
      resting,
    };
  return {
    words: 'One of their babies died. Greet them warmly, and let them be the first to speak of their babies.',
    quiet: true,
    resting,
  };
};

/**
 * Where a family is on a day, as the toolbox names it; null when it is not known. A pregnancy counts 280 days to its
 * due date: the second trimester begins with week 13, the third with week 28. Babies by their age in months.
 */
export const stageOn = (
  facts: {
    readonly stage: Known['stage'];
    readonly dueOn: Temporal.PlainDate | null;
    readonly babies: readonly { readonly bornOn: Temporal.PlainDate; readonly died: boolean }[];
  },
  on: Temporal.PlainDate,
): Stage | null => {
  if (facts.stage === 'pregnant' && facts.dueOn) {
    const weeks = Math.floor((280 - daysBetween(on, facts.dueOn)) / 7);
    return weeks < 13 ? 'trimester_1' : weeks < 28 ? 'trimester_2' : 'trimester_3';
  }
  const youngest = facts.babies
    .filter((baby) => !baby.died)
    .map((baby) => baby.bornOn)
    .sort(Temporal.PlainDate.compare)
    .at(-1);
  if (facts.stage !== 'born' || !youngest) return null;
  const { months } = youngest.until(on, { largestUnit: 'month' });
  return months < 3 ? 'newborn_0_3' : months < 6 ? 'baby_3_6' : 'baby_6_12';
};

const names = new Intl.DisplayNames(['en-GB'], { type: 'language' });

/** "Polish", "Polish, with an interpreter", "with an interpreter"; '' for English without one. A code nobody knows is shown as it is. */
export const languageName = (code: string, interpreter: boolean): string => {
  const name = code === 'en' || code === '' ? '' : nameOf(code);
  if (!interpreter) return name;
  return name === '' ? 'with an interpreter' : `${name}, with an interpreter`;
};

// Named by no browser or server yet.
const SIGNED: Readonly<Record<string, string>> = {
  bfi: 'British Sign Language',
  bsl: 'British Sign Language',
};

const nameOf = (code: string): string => {
  const signed = SIGNED[code];
  if (signed) return signed;
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
};
