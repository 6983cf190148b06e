import { countedLooks, type LookWords, ownLooks, shownLooks } from './looks.words.ts';

/**
 * What becomes of a look with this verb: shown one by one, only counted, or left to whose it is. Null when nobody has
 * said, which a test over every page of the house does not let pass.
 */
export const shownAs = (verb: string): 'each' | 'counted' | 'own' | null => {
  if (verb in shownLooks) return 'each';
  if (verb in countedLooks) return 'counted';
  return ownLooks.includes(verb) ? 'own' : null;
};

/** What was looked at and what for, in plain words. A verb of an earlier version is said as what it is. */
export const wordsOf = (verb: string): LookWords =>
  shownLooks[verb] ?? { what: 'Something an earlier version showed', why: 'Not known any more' };

/** How far back the list may reach, in days; the first is what is shown unless somebody asks. */
export const REACHES = [30, 7, 1, 365] as const;
export type Reach = (typeof REACHES)[number];

/** The reach somebody asked for, in days; the first of them for anything else. */
export const reachAsked = (asked: string | undefined): Reach =>
  REACHES.find((days) => String(days) === asked) ?? REACHES[0];

/** A number of the audit to page on from; null for anything that is none. */
export const seqAsked = (asked: string | undefined): string | null =>
  asked !== undefined && /^[1-9]\d{0,17}$/.test(asked) ? asked : null;

/** The id of a file in what somebody pasted, such as the address of its page; null when there is none. */
export const fileAsked = (asked: string | undefined): string | null =>
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec((asked ?? '').toLowerCase())?.[0] ?? null;

/** How a file is called where its name is not for the reader: the end of its id, six signs. */
export const referenceOf = (id: string): string => id.replaceAll('-', '').slice(-6).toUpperCase();

/** Under this many, a count is not told: with so few, somebody could guess whose. */
const FEW = 5;

/** Counts of quiet looks by what they were at, in words; every kind is there, so that a missing line tells nothing. */
export const countsInWords = (
  counts: ReadonlyMap<string, number>,
): readonly { readonly what: string; readonly looks: string }[] => {
  const sums = new Map<string, number>();
  for (const [verb, what] of Object.entries(countedLooks))
    sums.set(what, (sums.get(what) ?? 0) + (counts.get(verb) ?? 0));
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, looks]) => ({ what, looks: looks < FEW ? 'fewer than five' : String(looks) }));
};
