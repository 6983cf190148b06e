/** Two files side by side, as far as likeness goes. */
export interface Likeness {
  readonly sameNhsNumber: boolean;
  readonly samePhone: boolean;
  readonly sameEmail: boolean;
  readonly sameBirthday: boolean;
  /** From 0 to 1: how alike the whole names are, letter by letter. */
  readonly nameAlike: number;
}

/** From which likeness on two names may be two spellings of one. */
const NAMES_ALIKE = 0.45;

/**
 * How strongly two files look like one person, from 0 (not at all) to 100 (the same NHS number), and why in
 * words. A name alone is never enough: two people may share it.
 */
export const likeness = (
  found: Likeness,
): { readonly strength: number; readonly reasons: readonly string[] } => {
  const { sameNhsNumber, samePhone, sameEmail, sameBirthday, nameAlike } = found;
  const sameName = nameAlike >= 0.999;
  const nearName = nameAlike >= NAMES_ALIKE;
  const reasons = [
    ...(sameNhsNumber ? ['the same NHS number'] : []),
    ...(sameName && sameBirthday ? ['the same name and date of birth'] : []),
    ...(samePhone ? ['the same phone number'] : []),
    ...(sameEmail ? ['the same e-mail address'] : []),
    ...(sameName && !sameBirthday ? ['the same name'] : []),
    ...(nearName && !sameName ? ['a name that looks alike'] : []),
    ...(sameBirthday && !sameName ? ['the same date of birth'] : []),
  ];
  if (sameNhsNumber) return { strength: 100, reasons };
  const strength =
    (sameName ? 30 : nearName ? 20 : 0) +
    (sameBirthday ? 40 : 0) +
    (samePhone ? 25 : 0) +
    (sameEmail ? 25 : 0);
  // Partners share a phone, an address for e-mail, even a family name; a shared birthday alone is chance.
  const enough = strength >= 25 && (nearName || samePhone || sameEmail);
  return enough ? { strength: Math.min(99, strength), reasons } : { strength: 0, reasons: [] };
};
