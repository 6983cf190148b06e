import type { CheckState } from './check.rules.ts';
import type { DisclosureDecision } from './disclosure.rules.ts';
import type { CheckKind, Level, Workforce } from './eligibility.rules.ts';

export const levelWords: Readonly<Record<Level, string>> = {
  none: 'No check',
  basic: 'Basic',
  enhanced: 'Enhanced',
  enhanced_barred: 'Enhanced with a barred list',
};

export const workforceWords: Readonly<Record<Workforce, string>> = {
  child: 'Child workforce',
  adult: 'Adult workforce',
  other: 'Other workforce',
};

export const decisionWords: Readonly<Record<DisclosureDecision, string>> = {
  go_ahead: 'Go ahead',
  with_conditions: 'Go ahead, with conditions',
  not_this_role: 'Not this role',
};

export const stateWords: Readonly<Record<CheckState, string>> = {
  asked: 'Asked for',
  seen: 'Certificate seen',
  weighed: 'Being weighed',
  ended: 'Ended',
};

export const resultWords = {
  no_change: 'Nothing new',
  changed: 'Something new: a new certificate is needed',
  not_valid: 'It does not know this certificate: a new one is needed',
} as const;

/** A kind of check in one line: "Enhanced with the children’s barred list, child workforce". */
export const kindInWords = ({ level, workforce, childrenBarred, adultsBarred }: CheckKind): string => {
  const lists =
    childrenBarred && adultsBarred
      ? 'both barred lists'
      : childrenBarred
        ? 'the children’s barred list'
        : 'the adults’ barred list';
  const head = level === 'enhanced_barred' ? `Enhanced with ${lists}` : levelWords[level];
  return workforce ? `${head}, ${workforceWords[workforce].toLowerCase()}` : head;
};
