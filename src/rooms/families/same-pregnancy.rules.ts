import { daysBetween } from '#kernel/dates.ts';
import type { FamilyFacts } from './family.queries.ts';

/** What somebody says of a family: when the baby is due, when it was born, or neither. */
export interface Said {
  readonly dueOn: Temporal.PlainDate | null;
  readonly bornOn: Temporal.PlainDate | null;
}

type Known = Pick<FamilyFacts, 'stage' | 'dueOn' | 'babies' | 'someLost' | 'resting'>;

/** Scans move a due date by weeks, not by months. */
const SAME_DUE_DATE = 60;
/** The earliest baby who lives comes some seventeen weeks before its time. */
const BORN_EARLY = 120;

const isFar = (known: Known, said: Said): boolean => {
  const spoken = said.dueOn ?? said.bornOn;
  const dates = [...(known.dueOn ? [known.dueOn] : []), ...known.babies.map((baby) => baby.bornOn)];
  if (!spoken || dates.length === 0) return false;
  return dates.every(
    (date) => Math.abs(daysBetween(date, spoken)) > (said.dueOn ? SAME_DUE_DATE : BORN_EARLY),
  );
};

/**
 * Whether what somebody says is about the pregnancy that we know of, whatever has become of it. After a loss, and
 * while messages rest, it is unless the dates are months apart: a letter written before must not begin anew what
 * has been stopped. Of a pregnancy without any date nothing else can be told.
 */
export const samePregnancy = (known: Known, said: Said): boolean => {
  if (isFar(known, said)) return false;
  const stopped = known.stage === 'loss' || known.someLost || known.resting !== null;
  return stopped || known.stage === 'pregnant' || known.stage === 'born';
};
