import type { Asked, Part, Proof, ReadinessFacts, Requirement, ShownByProof } from './facts.rules.ts';

export {
  ASKED,
  type Asked,
  type CrewPart,
  type Excused,
  type Exemption,
  MAY_BE_EXCUSED,
  type Part,
  type Proof,
  type ReadinessFacts,
  type Requirement,
  type ShownByProof,
  VOLUNTEER_PARTS,
  type VolunteerPart,
} from './facts.rules.ts';

export type Why = 'closed' | 'role' | 'suspended' | 'undecided' | 'missing' | 'level' | 'lapsed' | 'overdue';

/** Why the answer is not yes. Words for people are in readiness-words.rules.ts. */
export interface Reason {
  readonly code: Asked | 'account' | 'role' | 'suspension' | 'requirements';
  readonly why: Why;
  readonly has?: number;
  readonly needs?: number;
  /** Its own last day, and the last day of its grace. */
  readonly endedOn?: Temporal.PlainDate;
  readonly lapsedOn?: Temporal.PlainDate;
}

/** Something that has an end. */
export interface Renewal {
  readonly code: ShownByProof;
  /** Its own last day. */
  readonly until: Temporal.PlainDate;
  /** The last day on which somebody may still go on while it is renewed. */
  readonly graceUntil: Temporal.PlainDate;
  readonly daysLeft: number;
  /** The reminder whose day has come, such as 60, 30 or 7 days before; null while the end is far. */
  readonly window: number | null;
  readonly inGrace: boolean;
  /** Somebody answers for them until then; it was not shown. */
  readonly exempted: boolean;
}

export interface Readiness {
  readonly answer: 'yes' | 'not_yet' | 'no';
  readonly reasons: readonly Reason[];
  /** Everything that holds and has an end, the soonest first. */
  readonly renewals: readonly Renewal[];
  /** What keeps something new away while what they do already goes on: supervision that is overdue. */
  readonly pauses: readonly Reason[];
}

const NEVER = Number.POSITIVE_INFINITY;
const EPOCH = new Temporal.PlainDate(1970, 1, 1);
const dayOf = (date: Temporal.PlainDate): number => EPOCH.until(date, { largestUnit: 'day' }).days;
const dateOf = (day: number): Temporal.PlainDate => EPOCH.add({ days: day });
const notAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) <= 0;

/** The level of check asked of a part on a day; the highest where nobody asked about that day, because guessing lower would let somebody in. */
const levelOn = (facts: ReadinessFacts, part: Part, on: Temporal.PlainDate): number | null => {
  const asked = facts.levels.find((each) => each.part === part && each.on.equals(on));
  return asked ? asked.level : 3;
};

/** The last day of a proof by a version, as a day number; never where it has no end. */
const endOf = (proof: Proof, by: Requirement): number =>
  Math.min(
    proof.expiresOn ? dayOf(proof.expiresOn) : NEVER,
    by.validMonths === null ? NEVER : dayOf(proof.earnedOn.add({ months: by.validMonths })),
  );

interface Shown {
  readonly valid: number;
  /** Day number on which the requirement would end by its own dates; null while it is not met. */
  readonly end: number | null;
  readonly everEnough: boolean;
  readonly lastEnd: number;
}

const shownBy = (
  proofs: readonly Proof[],
  by: Requirement,
  on: number,
  earnedBefore: number | null,
): Shown => {
  const ends = proofs
    .filter((proof) => {
      const earned = dayOf(proof.earnedOn);
      return earned <= on && (earnedBefore === null || earned < earnedBefore);
    })
    .map((proof) => endOf(proof, by))
    .toSorted((one, other) => other - one);
  const valid = ends.filter((end) => on <= end + by.graceDays).length;
  const nth = ends[by.minimum - 1];
  return {
    valid,
    end: valid >= by.minimum && nth !== undefined ? nth : null,
    everEnough: nth !== undefined,
    lastEnd: nth ?? 0,
  };
};

/** The version of each requirement in force on a day, in the order of the list; those that were dropped too. */
export const inForceOn = (
  requirements: readonly Requirement[],
  part: Part,
  on: Temporal.PlainDate,
): readonly Requirement[] => {
  const found = new Map<Asked, Requirement>();
  for (const each of requirements) {
    if (each.part !== part || !notAfter(each.effectiveFrom, on)) continue;
    const known = found.get(each.code);
    if (!known || notAfter(known.effectiveFrom, each.effectiveFrom)) found.set(each.code, each);
  }
  return [...found.values()].toSorted((one, other) => one.position - other.position);
};

/** The versions before one in force by which what was earned in their time may go on counting, each with the day its time ended. */
const keptVersions = (all: readonly Requirement[], version: Requirement) =>
  version.keepsEarned
    ? all
        .filter(
          (each) =>
            each.part === version.part &&
            each.code === version.code &&
            !each.dropped &&
            Temporal.PlainDate.compare(each.effectiveFrom, version.effectiveFrom) < 0,
        )
        .map((each) => ({
          by: each,
          superseded: Math.min(
            ...all
              .filter(
                (next) =>
                  next.part === each.part &&
                  next.code === each.code &&
                  Temporal.PlainDate.compare(next.effectiveFrom, each.effectiveFrom) > 0,
              )
              .map((next) => dayOf(next.effectiveFrom)),
          ),
        }))
    : [];

type Judged =
  | { readonly met: true; readonly renewal: Renewal | null }
  | { readonly met: false; readonly reason: Reason };

const renewalOf = (
  code: ShownByProof,
  end: number,
  graceDays: number,
  windows: readonly number[],
  on: number,
  exempted: boolean,
): Renewal | null =>
  end === NEVER
    ? null
    : {
        code,
        until: dateOf(end),
        graceUntil: dateOf(end + graceDays),
        daysLeft: end - on,
        window: [...windows].sort((one, other) => one - other).find((days) => end - on <= days) ?? null,
        inGrace: on > end,
        exempted,
      };

type ByProof = Requirement & { readonly code: ShownByProof };

const judge = (facts: ReadinessFacts, version: ByProof, wanted: number | null, on: number): Judged => {
  const { code } = version;
  if (code === 'clearance' && wanted === null) return { met: false, reason: { code, why: 'undecided' } };
  const exemption = facts.exemptions
    .filter(
      (each) =>
        each.part === version.part &&
        each.code === code &&
        dayOf(each.fromOn) <= on &&
        on <= dayOf(each.untilOn) &&
        (each.endedOn === null || on < dayOf(each.endedOn)),
    )
    .toSorted((one, other) => Temporal.PlainDate.compare(other.untilOn, one.untilOn))[0];
  const ofKind = facts.proofs.filter((proof) => proof.code === code);
  const high = code === 'clearance' ? ofKind.filter((proof) => (proof.level ?? 0) >= (wanted ?? 3)) : ofKind;
  const now = shownBy(high, version, on, null);
  const ways = [
    { by: version, shown: now },
    ...keptVersions(facts.requirements, version).map(({ by, superseded }) => ({
      by,
      shown: shownBy(high, by, on, superseded),
    })),
  ].flatMap(({ by, shown }) => (shown.end === null ? [] : [{ by, end: shown.end }]));
  const best = ways.toSorted((one, other) => other.end + other.by.graceDays - one.end - one.by.graceDays)[0];
  if (best)
    return {
      met: true,
      renewal: renewalOf(code, best.end, best.by.graceDays, version.renewDays, on, false),
    };
  if (exemption)
    return {
      met: true,
      renewal: renewalOf(code, dayOf(exemption.untilOn), 0, version.renewDays, on, true),
    };
  if (now.everEnough)
    return {
      met: false,
      reason: {
        code,
        why: 'lapsed',
        endedOn: dateOf(now.lastEnd),
        lapsedOn: dateOf(now.lastEnd + version.graceDays),
      },
    };
  const tooLow = code === 'clearance' && ofKind.length > high.length;
  return {
    met: false,
    reason: { code, why: tooLow ? 'level' : 'missing', has: now.valid, needs: version.minimum },
  };
};

const standing = (
  facts: ReadinessFacts,
  part: Part,
  on: Temporal.PlainDate,
  centreId: string | null,
): readonly Reason[] => {
  if (facts.closedOn && notAfter(facts.closedOn, on)) return [{ code: 'account', why: 'closed' }];
  const role = part === 'practitioner' ? 'practitioner' : 'peer_supporter';
  const held = facts.roles.some(
    (each) =>
      each.role === role &&
      (centreId === null || each.centreId === null || each.centreId === centreId) &&
      (each.endedOn === null || !notAfter(each.endedOn, on)),
  );
  const suspended = facts.suspensions.some(
    (each) => notAfter(each.fromOn, on) && (each.untilOn === null || !notAfter(each.untilOn, on)),
  );
  return [
    ...(held ? [] : [{ code: 'role', why: 'role' } as const]),
    ...(suspended ? [{ code: 'suspension', why: 'suspended' } as const] : []),
  ];
};

/** Overdue supervision, on the day it is asked and not on the day it is asked about: it can be held until then. */
const pausesOf = (facts: ReadinessFacts, part: Part): readonly Reason[] => {
  const asked = inForceOn(facts.requirements, part, facts.askedOn).find(
    (each) => each.code === 'supervision' && !each.dropped,
  );
  return asked && facts.pausesOn && notAfter(facts.pausesOn, facts.askedOn)
    ? [{ code: 'supervision', why: 'overdue', endedOn: facts.pausesOn }]
    : [];
};

/**
 * Whether something new may begin with them, such as running another group or covering for somebody: they may be with
 * families that day, and nothing pauses. What they do already asks for the first alone.
 */
export const mayBegin = ({ answer, pauses }: Readiness): boolean => answer === 'yes' && pauses.length === 0;

/**
 * Whether somebody may be with families on a day, in a part, at a centre where one is given: "yes" with what has an end,
 * "not yet" where something was never shown, "no" where something ran out beyond its grace, or they are suspended, have
 * left or do not hold the role. A practitioner needs the role alone. Where nobody has laid down what a part asks for, the
 * answer is "not yet". Supervision never changes the answer: where it is overdue it pauses what is new. The database
 * makes the same decisions in delivery.is_ready and delivery.new_waits.
 */
export const readinessOn = (
  facts: ReadinessFacts,
  part: Part,
  on: Temporal.PlainDate,
  centreId: string | null = null,
): Readiness => {
  const stands = standing(facts, part, on, centreId);
  if (part === 'practitioner' || stands.some((each) => each.why === 'closed'))
    return { answer: stands.length > 0 ? 'no' : 'yes', reasons: stands, renewals: [], pauses: [] };
  const versions = inForceOn(facts.requirements, part, on).filter(
    (each): each is ByProof => each.code !== 'supervision',
  );
  const wanted = levelOn(facts, part, on);
  const judged = versions
    .filter((each) => !each.dropped && !(each.code === 'clearance' && wanted === 0))
    .map((each) => judge(facts, each, wanted, dayOf(on)));
  const reasons: readonly Reason[] = [
    ...stands,
    ...(versions.length === 0 ? [{ code: 'requirements', why: 'undecided' } as const] : []),
    ...judged.flatMap((each) => (each.met ? [] : [each.reason])),
  ];
  const renewals = judged
    .flatMap((each) => (each.met && each.renewal ? [each.renewal] : []))
    .toSorted((one, other) => one.daysLeft - other.daysLeft);
  const no = reasons.some((each) => !['missing', 'level', 'undecided'].includes(each.why));
  return {
    answer: no ? 'no' : reasons.length > 0 ? 'not_yet' : 'yes',
    reasons,
    renewals,
    pauses: pausesOf(facts, part),
  };
};
