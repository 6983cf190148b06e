import type { FamilyFacts } from '#rooms/families/door.ts';
import { gestationOn } from '#rooms/families/door.ts';
import type { Stage } from '../content/shapes.ts';

/** Whose handouts to show: the stage (null: any), and whether everything about a baby stays away. */
export interface ForFamily {
  readonly stage: Stage | null;
  readonly loss: boolean;
}

const inPregnancy = (weeks: number): Stage =>
  weeks < 12 ? 'trimester_1' : weeks < 27 ? 'trimester_2' : 'trimester_3';

const withBaby = (months: number): Stage =>
  months < 3 ? 'newborn_0_3' : months < 6 ? 'baby_3_6' : 'baby_6_12';

/**
 * Which handouts suit a family on a day. Everything about a baby stays away after a loss, and just as quietly while
 * a parent's messages rest (a linked parent's loss, a baby who lives elsewhere): what is on a page must not tell what
 * nobody has said. For that reason a parent who shares a pregnancy with another never has them: what was never there
 * cannot go missing. Without facts (no family on file) any stage suits. Twelve completed weeks end the first trimester,
 * twenty-seven the second; months of a baby are counted from the birth of the youngest who lives.
 */
export const handoutsOfFamily = (
  family: Pick<FamilyFacts, 'stage' | 'lossOfAll' | 'resting' | 'dueOn' | 'babies' | 'otherParents'> | null,
  today: Temporal.PlainDate,
): ForFamily => {
  if (!family) return { stage: null, loss: false };
  if (family.otherParents > 0 || family.stage === 'loss' || family.lossOfAll || family.resting !== null)
    return { stage: null, loss: true };
  if (family.stage === 'born') {
    const born = family.babies
      .filter(({ died }) => !died)
      .map(({ bornOn }) => bornOn)
      .toSorted(Temporal.PlainDate.compare)
      .at(-1);
    const { months = 0, years = 0 } = born ? born.until(today, { largestUnit: 'year' }) : {};
    return { stage: withBaby(years * 12 + months), loss: false };
  }
  const gestation = family.dueOn && gestationOn(family.dueOn, today);
  return { stage: gestation ? inPregnancy(gestation.weeks) : null, loss: false };
};
