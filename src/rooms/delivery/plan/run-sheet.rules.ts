import type { Done } from './plan.rules.ts';

export const DONES = ['as_planned', 'adapted', 'left_out'] as const satisfies readonly Done[];

/** How a block went: null while nobody has said. `how` is only kept where it was adapted or left out. */
export interface Went {
  readonly done: Done | null;
  readonly how: string;
}

/** Words about how a block was changed stand beside "adapted" or "left out", and go with it. */
export const tidiedWent = ({ done, how }: Went): Went => ({
  done,
  how: done === null || done === 'as_planned' ? '' : how,
});

/** Whether two say the same. */
export const sameWent = (one: Went, other: Went): boolean => one.done === other.done && one.how === other.how;

/** How a block went, as the page carries it in a hidden field. */
export const wentText = ({ done, how }: Went): string => JSON.stringify([done, how]);

/** The other way round; null when the text is not one of ours. */
export const wentFrom = (text: string): Went | null => {
  try {
    const read: unknown = JSON.parse(text);
    if (!Array.isArray(read) || read.length !== 2 || typeof read[1] !== 'string') return null;
    return { done: DONES.find((done) => done === read[0]) ?? null, how: read[1] };
  } catch {
    return null;
  }
};

/** What to write for a block: null when nobody touched it. */
export const wentChange = (drawn: Went, typed: Went): Went | null => {
  const mine = tidiedWent(typed);
  return sameWent(mine, drawn) ? null : mine;
};

/**
 * What a form shows that comes back: what was typed where it was touched, else what is written by now. `clash` when
 * two people said different things of one block.
 */
export const wentTogether = (
  drawn: Went,
  typed: Went,
  now: Went,
): { readonly shown: Went; readonly clash: boolean } => {
  const mine = wentChange(drawn, typed);
  if (!mine) return { shown: now, clash: false };
  return { shown: mine, clash: !sameWent(now, drawn) && !sameWent(now, mine) };
};
