import { SOURCE_KINDS, type SourceKind } from '../join/heard.rules.ts';

export { SOURCE_KINDS, type SourceKind };

/** The kinds of source as those who recruit call them. */
export const kindWords: Readonly<Record<SourceKind, string>> = {
  word_of_mouth: 'Word of mouth',
  former_parent: 'Was a parent here',
  partner: 'Partner or network',
  talk: 'Community talk',
  event: 'Event or fair',
  social_media: 'Social media',
  website: 'Website or search',
  poster: 'Poster or leaflet',
  volunteer_centre: 'Volunteer centre',
  advert: 'Advert',
  other: 'Somewhere else',
};

/** A kind in words; `not_said`, null and what nobody knows are “Not said”. */
export const kindInWords = (kind: string | null): string => {
  const known = SOURCE_KINDS.find((each) => each === kind);
  if (known) return kindWords[known];
  return kind === null || kind === 'not_said' || kind === '' ? 'Not said' : kindWords.other;
};

/**
 * The part of an address that a name gives, such as `spring-fair-2027`: letters of the alphabet and figures, at most 40
 * signs. Never empty.
 */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[’']|\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '') || 'source';

/** Pence as people write money: £40, £12.50. */
export const inPounds = (pence: number): string => {
  const [pounds, rest] = [Math.floor(pence / 100), pence % 100];
  return `£${pounds.toLocaleString('en-GB')}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
};

/** Typed pounds as pence: 40, £40, 12.50, 1,200. Null when it is no amount up to a million pounds. */
export const penceFrom = (typed: string): number | null => {
  const found = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.(\d{1,2}))?$/.exec(typed.trim());
  if (!found) return null;
  const pence = Number((found[1] ?? '').replaceAll(',', '')) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return pence <= 100_000_000 ? pence : null;
};
