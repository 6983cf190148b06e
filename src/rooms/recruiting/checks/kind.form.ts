import { maybeOneOf, oneOf, someOf } from '#platform/forms/fields.ts';
import { type CheckKind, LEVELS, type Level, WORKFORCES, type Workforce } from './eligibility.rules.ts';

const LISTS = ['children', 'adults'] as const;

/** The three questions that say which check: level, workforce, barred lists. */
export const kindFields = {
  level: oneOf(LEVELS, 'Choose the level.'),
  workforce: maybeOneOf(WORKFORCES),
  lists: someOf(LISTS),
};

export interface TypedKind {
  readonly level: Level;
  readonly workforce: Workforce | null;
  readonly lists: readonly (typeof LISTS)[number][];
}

export const kindOf = ({ level, workforce, lists }: TypedKind): CheckKind => ({
  level,
  workforce,
  childrenBarred: lists.includes('children'),
  adultsBarred: lists.includes('adults'),
});

/** The same as typed values, to fill a form with. */
export const kindTyped = (kind: CheckKind) => ({
  level: kind.level,
  workforce: kind.workforce ?? '',
  lists: [...(kind.childrenBarred ? ['children'] : []), ...(kind.adultsBarred ? ['adults'] : [])],
});
