import type { Part } from '../profiles/profile.shape.ts';

export const LEVELS = ['none', 'basic', 'enhanced', 'enhanced_barred'] as const;
export type Level = (typeof LEVELS)[number];
export const WORKFORCES = ['child', 'adult', 'other'] as const;
export type Workforce = (typeof WORKFORCES)[number];

/** What is asked for, or what a certificate shows: the level, the workforce and the barred lists that were looked at. */
export interface CheckKind {
  readonly level: Level;
  /** Null where there is no enhanced check. */
  readonly workforce: Workforce | null;
  readonly childrenBarred: boolean;
  readonly adultsBarred: boolean;
}

/** What was decided about a role, with the day from which it holds. */
export interface EligibilityDecision extends CheckKind {
  readonly id: string;
  readonly roleCode: string;
  readonly part: Part;
  readonly reasoning: string;
  readonly ruleVersion: string;
  readonly decidedOn: Temporal.PlainDate;
  readonly effectiveFrom: Temporal.PlainDate;
  readonly reviewOn: Temporal.PlainDate;
  readonly decidedBy: string;
}

/** The level as readiness counts it: 0 none, 1 basic, 2 enhanced, 3 enhanced with the children's barred list. */
export const levelNumber = ({
  level,
  childrenBarred,
}: Pick<CheckKind, 'level' | 'childrenBarred'>): 0 | 1 | 2 | 3 => {
  if (level === 'none') return 0;
  if (level === 'basic') return 1;
  // With the adults' list alone nobody has looked at the list that matters beside children.
  return level === 'enhanced_barred' && childrenBarred ? 3 : 2;
};

/** The decision that holds on a day, or null where none does yet. They come oldest first; of one date the last holds. */
export const decisionOn = (
  decisions: readonly EligibilityDecision[],
  on: Temporal.PlainDate,
): EligibilityDecision | null => {
  let found: EligibilityDecision | null = null;
  for (const each of decisions)
    if (
      Temporal.PlainDate.compare(each.effectiveFrom, on) <= 0 &&
      (!found || Temporal.PlainDate.compare(each.effectiveFrom, found.effectiveFrom) >= 0)
    )
      found = each;
  return found;
};

/** Faults of a kind of check that cannot be, in words, with the field; null where it is sound. */
export const kindFault = (kind: CheckKind): { readonly field: string; readonly message: string } | null => {
  const enhanced = kind.level === 'enhanced' || kind.level === 'enhanced_barred';
  if (enhanced && !kind.workforce)
    return { field: 'workforce', message: 'Choose the workforce that the check is for.' };
  if (kind.level === 'enhanced_barred' && !kind.childrenBarred && !kind.adultsBarred)
    return {
      field: 'lists',
      message: 'Tick which barred list is looked at, or choose the level without a list.',
    };
  if (kind.level !== 'enhanced_barred' && (kind.childrenBarred || kind.adultsBarred))
    return {
      field: 'lists',
      message: 'Only the level with a barred list looks at one. Untick it, or choose that level.',
    };
  return null;
};

/** A kind of check with nothing left over from a level that was chosen before: no workforce for a basic one. */
export const tidyKind = (kind: CheckKind): CheckKind => ({
  ...kind,
  workforce: kind.level === 'none' || kind.level === 'basic' ? null : kind.workforce,
});

export type MayAsk =
  | { readonly may: true }
  | { readonly may: false; readonly field: string; readonly words: string };

const no = (words: string, field = 'level'): MayAsk => ({ may: false, field, words });

/**
 * Whether this check may be asked for. Asking for more than a role is eligible for is an offence, so the decision about
 * the role bounds it. `barredAllowed` says that for this one person it was decided, because of their days with children,
 * that the children's barred list may be looked at.
 */
export const mayAsk = (
  decision: EligibilityDecision | null,
  wanted: CheckKind,
  barredAllowed: boolean,
): MayAsk => {
  if (wanted.level === 'none') return no('Choose the level of the check.');
  if (!decision)
    return no(
      'Nobody has decided yet which check this role may be asked for. Until somebody has, none may be requested.',
    );
  if (
    barredAllowed &&
    wanted.level === 'enhanced_barred' &&
    wanted.workforce === 'child' &&
    !wanted.adultsBarred
  )
    return { may: true };
  if (decision.level === 'none')
    return no('This role is not eligible for any check, so none may be requested.');
  if (LEVELS.indexOf(wanted.level) > LEVELS.indexOf(decision.level)) {
    if (wanted.level === 'enhanced_barred')
      return no(
        'This role is not eligible for a check with the barred list. Asking for one would be unlawful. Ask for the level that was decided, or have the decision looked at again.',
      );
    return no(
      'This role is not eligible for an enhanced check. Asking for one would be unlawful. Ask for a basic check, or have the decision looked at again.',
    );
  }
  if (LEVELS.indexOf(wanted.level) < LEVELS.indexOf(decision.level))
    return no('This level is lower than the role needs, so it would have to be done twice.');
  if (wanted.workforce !== decision.workforce)
    return no('The role was decided for another workforce. Choose that one.', 'workforce');
  if ((wanted.childrenBarred && !decision.childrenBarred) || (wanted.adultsBarred && !decision.adultsBarred))
    return no(
      'This role is not eligible for a check with this barred list. Asking for it would be unlawful.',
      'lists',
    );
  if (wanted.childrenBarred !== decision.childrenBarred || wanted.adultsBarred !== decision.adultsBarred)
    return no('The role needs a barred list that is not ticked here.', 'lists');
  return { may: true };
};

/** What must not be asked for under a decision, each in a sentence. */
export const mustNotAsk = (decision: EligibilityDecision | null): readonly string[] => {
  if (!decision) return ['Any check at all, until a named person has decided.'];
  if (decision.level === 'none') return ['Any check at all.'];
  if (decision.level === 'basic')
    return ['An enhanced check.', 'A look at either barred list.', 'Spent convictions, in any form or talk.'];
  const lists = [
    ...(decision.childrenBarred ? [] : ['A look at the children’s barred list.']),
    ...(decision.adultsBarred ? [] : ['A look at the adults’ barred list.']),
  ];
  const others = WORKFORCES.filter((each) => each !== decision.workforce);
  return [
    ...lists,
    `A check for the ${others.join(' or ')} workforce.`,
    'Cautions and convictions that are protected, because they no longer show.',
  ];
};

export interface Suggestion extends CheckKind {
  readonly reasoning: string;
}

/** Words to start a decision from. It decides nothing: a named person reads, changes and signs it. */
export const suggestedDecision = (part: Part): Suggestion =>
  part === 'creche'
    ? {
        level: 'enhanced_barred',
        workforce: 'child',
        childrenBarred: true,
        adultsBarred: false,
        reasoning:
          'Crèche volunteers look after babies and small children while their parents are next door. The role is planned for more than three days in thirty, so since 1 September 2026 it counts as regulated activity with children, under supervision too. Where a volunteer is planned for fewer days, the level is the one without the barred list. We have taken advice from: ',
      }
    : {
        level: 'basic',
        workforce: null,
        childrenBarred: false,
        adultsBarred: false,
        reasoning:
          'Peer supporters welcome and listen to parents. Babies stay in the care of their own parents. The role is with adults, about once a month, and is not teaching, caring for or supervising children, so it seems to lie outside regulated activity. A basic check is open to anyone. If the role comes to include looking after children, this is decided anew. We have taken advice from: ',
      };
