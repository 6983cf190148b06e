/** Where somebody can have heard of us, as sources are kept. */
export const SOURCE_KINDS = [
  'word_of_mouth',
  'former_parent',
  'partner',
  'talk',
  'event',
  'social_media',
  'website',
  'poster',
  'volunteer_centre',
  'advert',
  'other',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** The kinds in the words of somebody who has just found us. */
export const heardWords: Readonly<Record<SourceKind, string>> = {
  word_of_mouth: 'Somebody told me',
  former_parent: 'I came here as a parent',
  partner: 'A midwife, health visitor or somebody else who works with families',
  talk: 'A talk',
  event: 'An event or a fair',
  social_media: 'Social media',
  website: 'A website or a search',
  poster: 'A poster or a leaflet',
  volunteer_centre: 'A volunteer centre',
  advert: 'An advert',
  other: 'Somewhere else',
};

export interface NamedSource {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
}

const SOURCE = 'source:';

/** The choices of “Where did you hear of us?”: what the centre is doing now, by name, then the kinds. */
export const heardOptions = (
  sources: readonly NamedSource[],
): readonly { readonly value: string; readonly label: string }[] => [
  { value: '', label: 'Choose, if you like' },
  ...sources.map(({ id, name }) => ({ value: `${SOURCE}${id}`, label: name })),
  ...SOURCE_KINDS.map((kind) => ({ value: kind, label: heardWords[kind] })),
];

/**
 * What a choice means: a source of the centre, or else one of the kinds (kept as its code). Anything else is no answer.
 */
export const heardOf = (
  choice: string,
  sources: readonly NamedSource[],
): { readonly sourceId: string | null; readonly heardFrom: SourceKind | '' } => {
  const source = sources.find(({ id }) => `${SOURCE}${id}` === choice);
  if (source) return { sourceId: source.id, heardFrom: '' };
  return { sourceId: null, heardFrom: SOURCE_KINDS.find((kind) => kind === choice) ?? '' };
};

/** The choice that a link on a poster makes for whoever follows it; none where the centre has no such source. */
export const heardByLink = (slug: string | undefined, sources: readonly NamedSource[]): string => {
  const source = sources.find((each) => each.slug === slug);
  return source ? `${SOURCE}${source.id}` : '';
};

const MOST_MINUTES = 60;

/**
 * Whole minutes that somebody spent on a form, from its first opening; at least one, at most sixty, because a form left
 * open over lunch was not written over lunch. Null where the opening is not known.
 */
export const minutesOn = (begun: Temporal.Instant | null, now: Temporal.Instant): number | null => {
  if (begun === null) return null;
  const minutes = Math.ceil(begun.until(now).total('minutes'));
  return minutes < 0 ? null : Math.min(MOST_MINUTES, Math.max(1, minutes));
};

/** The moment that a hidden field says; null when it says none. */
export const momentIn = (text: string): Temporal.Instant | null => {
  try {
    return text === '' ? null : Temporal.Instant.from(text);
  } catch {
    return null;
  }
};
