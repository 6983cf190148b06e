import { type CheckKind, LEVELS, levelNumber } from './eligibility.rules.ts';

/** When a check is done again and for how long things are kept. Dated; months are calendar months. */
export interface CheckRules {
  readonly effectiveFrom: Temporal.PlainDate;
  readonly renewAfterMonths: number;
  readonly updateServiceMonths: number;
  /** A certificate older than this is looked at twice. */
  readonly freshMonths: number;
  /** How long the detail of a disclosure stays after the decision. */
  readonly keepDetailMonths: number;
}

/** The rules that hold on a day, or null before the first. They come oldest first; of one date the last holds. */
export const checkRulesOn = <R extends CheckRules>(rules: readonly R[], on: Temporal.PlainDate): R | null => {
  let found: R | null = null;
  for (const each of rules)
    if (
      Temporal.PlainDate.compare(each.effectiveFrom, on) <= 0 &&
      (!found || Temporal.PlainDate.compare(each.effectiveFrom, found.effectiveFrom) >= 0)
    )
      found = each;
  return found;
};

/** The last day on which a certificate counts by policy: certificates themselves have no end. */
export const renewBy = (issuedOn: Temporal.PlainDate, rules: CheckRules): Temporal.PlainDate =>
  issuedOn.add({ months: rules.renewAfterMonths });

/** Whether a certificate is old enough to be looked at twice. */
export const isOld = (issuedOn: Temporal.PlainDate, today: Temporal.PlainDate, rules: CheckRules): boolean =>
  Temporal.PlainDate.compare(issuedOn.add({ months: rules.freshMonths }), today) < 0;

/** The day on which the detail of a disclosure goes. */
export const detailDeletesOn = (decidedOn: Temporal.PlainDate, rules: CheckRules): Temporal.PlainDate =>
  decidedOn.add({ months: rules.keepDetailMonths });

/** Why what a certificate shows is not what was asked for, in words with the field; null where it is. */
export const notAsAsked = (
  asked: CheckKind,
  shown: CheckKind,
): { readonly field: string; readonly words: string } | null => {
  const [one, other] = [LEVELS.indexOf(shown.level), LEVELS.indexOf(asked.level)];
  if (one < other)
    return {
      field: 'level',
      words:
        'The certificate shows a lower level than was asked for, so it does not count here. End this request and ask again.',
    };
  if (one > other)
    return {
      field: 'level',
      words:
        'The certificate shows a higher level than this role may be asked for. Do not look further, give it back, and take advice.',
    };
  if (shown.workforce !== asked.workforce)
    return {
      field: 'workforce',
      words: 'The certificate is for another workforce than was asked for, so it does not count here.',
    };
  if (shown.childrenBarred !== asked.childrenBarred || shown.adultsBarred !== asked.adultsBarred)
    return {
      field: 'lists',
      words:
        'The barred lists on the certificate are not the ones that were asked for, so it does not count here.',
    };
  return null;
};

export type CheckState = 'asked' | 'seen' | 'weighed' | 'ended';

/** A check as it stands: what was asked, and what the certificate showed. What it said is never among it. */
export interface CheckFacts extends CheckKind {
  readonly id: string;
  readonly applicantId: string;
  readonly applicationId: string | null;
  readonly centreId: string;
  readonly decisionId: string;
  readonly freeOfCharge: boolean;
  readonly requestedAt: Temporal.Instant;
  readonly requestedBy: string | null;
  readonly certificateNumber: string | null;
  readonly issuedOn: Temporal.PlainDate | null;
  readonly surnameOnIt: string | null;
  readonly seenAt: Temporal.Instant | null;
  readonly seenBy: string | null;
  readonly outcome: 'clear' | 'something' | null;
  readonly updateService: boolean;
  readonly consentAt: Temporal.Instant | null;
  readonly renewByOn: Temporal.PlainDate | null;
  readonly endedAt: Temporal.Instant | null;
  readonly endedWhy: string | null;
  readonly version: number;
  /** Looks at the Update Service, newest first. */
  readonly looks: readonly StatusLook[];
}

export interface StatusLook {
  readonly id: string;
  readonly lookedOn: Temporal.PlainDate;
  readonly result: 'no_change' | 'changed' | 'not_valid';
  readonly lookedBy: string;
}

/** Where a check stands: asked for, certificate seen, something on it being weighed by those named, or ended. */
export const checkState = (
  check: Pick<CheckFacts, 'seenAt' | 'endedAt' | 'outcome'>,
  decision: string | null = null,
): CheckState => {
  if (check.endedAt) return 'ended';
  if (!check.seenAt) return 'asked';
  return check.outcome === 'something' && decision === null ? 'weighed' : 'seen';
};

export interface CheckSummary {
  readonly checkId: string | null;
  readonly state: 'none' | CheckState;
  readonly level: 0 | 1 | 2 | 3;
  readonly certificateNumber: string | null;
  readonly issuedOn: Temporal.PlainDate | null;
  readonly renewByOn: Temporal.PlainDate | null;
  readonly updateService: boolean;
  /** The last look at the Update Service, and when the next one is due; null where they are not in it. */
  readonly lastLookOn: Temporal.PlainDate | null;
  readonly nextLookOn: Temporal.PlainDate | null;
}

/**
 * The one check to speak of, out of all of somebody's (newest first): the newest one whose certificate was seen and that
 * has not ended, else the one that is awaited, else none.
 */
export const checkSummary = (checks: readonly CheckFacts[], rules: CheckRules | null): CheckSummary => {
  const live = checks.filter((check) => !check.endedAt);
  const check = live.find((each) => each.seenAt) ?? live[0];
  if (!check)
    return {
      checkId: null,
      state: 'none',
      level: 0,
      certificateNumber: null,
      issuedOn: null,
      renewByOn: null,
      updateService: false,
      lastLookOn: null,
      nextLookOn: null,
    };
  const lastLookOn = check.looks[0]?.lookedOn ?? null;
  const since = lastLookOn ?? check.issuedOn;
  return {
    checkId: check.id,
    state: checkState(check),
    level: levelNumber(check),
    certificateNumber: check.certificateNumber,
    issuedOn: check.issuedOn,
    renewByOn: check.renewByOn,
    updateService: check.updateService,
    lastLookOn,
    nextLookOn:
      check.updateService && since && rules ? since.add({ months: rules.updateServiceMonths }) : null,
  };
};
