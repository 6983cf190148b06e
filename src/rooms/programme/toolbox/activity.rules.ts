import type { ActivityContent, HandoutContent } from '../content/shapes.ts';

/** Whether a named professional has read it: nobody yet, or the last of them said it may or may not be used. */
export type ReviewState = 'sample' | 'approved' | 'not_approved';

export const reviewWords: Readonly<Record<ReviewState, string>> = {
  sample: 'Sample, not reviewed',
  approved: 'Reviewed',
  not_approved: 'Reviewed: not to be used',
};

/** The state after the latest review; null where nobody has reviewed. */
export const reviewState = (latestApproved: boolean | null): ReviewState =>
  latestApproved === null ? 'sample' : latestApproved ? 'approved' : 'not_approved';

/**
 * Whether parents may be shown a handout: only an approved one, except that a demo also shows samples (and says so).
 * One that was reviewed and refused is shown nowhere.
 */
export const mayShowParents = (state: ReviewState, demo: boolean): boolean =>
  state === 'approved' || (demo && state === 'sample');

// Wide on purpose. A parent who has lost a baby misses nothing by not meeting a doubtful page, and
// is hurt by one word too many.
const OF_A_BABY =
  /\b(bab(y|ies)|newborns?|bumps?|births?|born|pregnan\w*|wombs?|unborn|antenatal|postnatal|trimesters?|midwi\w+|labour|due date|expecting|little one|infants?|toddlers?|child\w*|kicks?|feed\w*|breast\w*|bottles?|napp(y|ies)|pram|buggy|cots?|cribs?|moses|dummy|lullab\w+|cradl\w+|weaning|mums?|mothers?|mummy|dads?|fathers?|daddy|famil(y|ies)|parent\w*)\b/i;

const wordsOf = ({ title, paragraphs, steps = [] }: HandoutContent) =>
  [title, ...paragraphs, ...steps].join('\n');

/**
 * Whether a handout has to do with a baby, a birth, a pregnancy or being a parent. Such a handout never reaches
 * somebody who has lost a baby. Leans to yes: by theme and topic, and by any word of that kind in its text.
 */
export const aboutBaby = (
  activity: Pick<ActivityContent, 'themes' | 'topics'> & { readonly handout: HandoutContent },
): boolean =>
  activity.themes.includes('tuning_in') ||
  activity.topics.includes('parenting') ||
  activity.topics.includes('pregnancy') ||
  OF_A_BABY.test(wordsOf(activity.handout));

const plain = (title: string) =>
  title
    .normalize('NFKD')
    .replace(/['’]|\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');

/** A code for a new activity from its title, in kebab case; with a number when it is taken. Never "new", which is a page. */
export const codeFrom = (title: string, taken: readonly string[]): string => {
  const wanted = plain(title) || 'activity';
  const used = new Set([...taken, 'new']);
  if (!used.has(wanted)) return wanted;
  let number = 2;
  while (used.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
};

const inOneOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOneOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, inOneOrder(each)]),
  );
};

/** Whether two contents say the same; the order in which a database keeps their parts does not count. */
export const sameContent = (one: unknown, other: unknown): boolean =>
  JSON.stringify(inOneOrder(one)) === JSON.stringify(inOneOrder(other));
