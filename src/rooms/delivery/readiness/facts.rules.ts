/** What somebody does in a session; alongside: they are there to learn, next to somebody who runs it. */
export type Part = 'practitioner' | 'peer_supporter' | 'creche' | 'alongside';
/** The parts of the usual crew of a group; nobody learns alongside for good. */
export type CrewPart = Exclude<Part, 'alongside'>;
/** The parts that volunteers do, and for which something must have been shown. */
export type VolunteerPart = Exclude<Part, 'practitioner'>;
export const VOLUNTEER_PARTS = ['peer_supporter', 'creche', 'alongside'] as const;
export const ASKED = [
  'references',
  'clearance',
  'interview',
  'course',
  'induction',
  'unit',
  'sign_off',
  'supervision',
] as const;
export type Asked = (typeof ASKED)[number];
/** What is shown by a proof. Supervision is not: while it is overdue, what is new waits. */
export type ShownByProof = Exclude<Asked, 'supervision'>;
/** What somebody may answer for: never a check, never supervision and never a suspension. */
export const MAY_BE_EXCUSED = [
  'references',
  'course',
  'induction',
  'unit',
  'sign_off',
] as const satisfies readonly Asked[];
export type Excused = (typeof MAY_BE_EXCUSED)[number];

/** One version of what is asked for a part, from a date on. */
export interface Requirement {
  readonly part: VolunteerPart;
  readonly code: Asked;
  readonly version: number;
  readonly effectiveFrom: Temporal.PlainDate;
  /** From this date on it is not asked any more. */
  readonly dropped: boolean;
  /** How many must be valid at once. */
  readonly minimum: number;
  readonly validMonths: number | null;
  readonly graceDays: number;
  /** How many days before the end somebody is reminded. */
  readonly renewDays: readonly number[];
  readonly keepsEarned: boolean;
  readonly position: number;
  readonly words: string;
}

export interface Proof {
  readonly code: string;
  readonly earnedOn: Temporal.PlainDate;
  readonly expiresOn: Temporal.PlainDate | null;
  /** Of a clearance: 1 basic, 2 enhanced, 3 enhanced with the children's barred list. */
  readonly level: number | null;
}

export interface Exemption {
  readonly part: string;
  readonly code: string;
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate;
  /** From this day on it excuses nothing; null: it runs to its last day. */
  readonly endedOn: Temporal.PlainDate | null;
}

/** Everything readiness is decided from, as dates by the organisation's own clock. */
export interface ReadinessFacts {
  readonly accountId: string;
  readonly personId: string;
  readonly applicantId: string | null;
  readonly closedOn: Temporal.PlainDate | null;
  readonly roles: readonly {
    readonly role: string;
    readonly centreId: string | null;
    readonly endedOn: Temporal.PlainDate | null;
  }[];
  readonly suspensions: readonly {
    readonly fromOn: Temporal.PlainDate;
    readonly untilOn: Temporal.PlainDate | null;
  }[];
  readonly proofs: readonly Proof[];
  readonly exemptions: readonly Exemption[];
  /** The level of check asked for on the days that were asked about. */
  readonly levels: readonly {
    readonly part: string;
    readonly on: Temporal.PlainDate;
    /** 0: none may be asked for; null: nobody has decided it. */
    readonly level: number | null;
  }[];
  readonly requirements: readonly Requirement[];
  /** The day on which it is asked, as opposed to the day it is asked about. */
  readonly askedOn: Temporal.PlainDate;
  /** From this day on supervision is overdue beyond its grace; null: it is in date, or none is arranged. */
  readonly pausesOn: Temporal.PlainDate | null;
}
