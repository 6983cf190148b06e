/** Why a family file is sealed: its person volunteers with us, or is employed. */
export const SEAL_REASONS = ['volunteers', 'works_here'] as const;
export type SealReason = (typeof SEAL_REASONS)[number];

export const sealReasonWords: Readonly<Record<SealReason, string>> = {
  volunteers: 'They volunteer with us',
  works_here: 'They work here',
};

/** How a seal is spoken of where nobody may say whose it is: the end of its id, in capitals. */
export const sealReference = (sealId: string): string => sealId.replaceAll('-', '').slice(-6).toUpperCase();

/** A family file beside somebody who asks about volunteering. */
export interface Beside {
  readonly personId: string;
  readonly sameEmail: boolean;
  readonly samePhone: boolean;
  /** From 0 to 1: how alike the whole names are, letter by letter. */
  readonly nameAlike: number;
}

/** From which likeness on two names may be two spellings of one, as for two files that look alike. */
const NAMES_ALIKE = 0.45;
const SAME_NAME = 0.999;

/**
 * Which family file is the applicant's own: `one` where exactly one has the same e-mail or phone and a name alike,
 * `unsure` where several have, or where only half of it fits (a partner shares a phone, a stranger a name), else
 * `none`. Sealing the wrong file would take a parent from their team, so a doubt is never decided here.
 */
export const whichFile = (
  found: readonly Beside[],
): { readonly is: 'one'; readonly personId: string } | { readonly is: 'unsure' | 'none' } => {
  const reached = ({ sameEmail, samePhone }: Beside) => sameEmail || samePhone;
  const strong = found.filter((file) => reached(file) && file.nameAlike >= NAMES_ALIKE);
  const [only] = strong;
  if (only && strong.length === 1) return { is: 'one', personId: only.personId };
  const weak = found.some((file) => reached(file) || file.nameAlike >= SAME_NAME);
  return { is: weak ? 'unsure' : 'none' };
};
