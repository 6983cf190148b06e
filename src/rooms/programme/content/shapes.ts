/**
 * The shapes of the programme's content as it ships: activities, templates, urgent help, cards and messages.
 * Types only. An organisation loads them once into its own tables and then owns the words; whether a text has
 * been reviewed, and by whom, lives in the table and not here.
 */

export type ThemeCode = 'mindfulness' | 'active_relaxation' | 'coping_skills' | 'tuning_in' | 'peer_support';

export type TopicCode = 'pregnancy' | 'parenting' | 'mental_health' | 'wellbeing';

/** The blocks a session is made of; `arriving` is coming into the room, `arriving_again` the same after the break. */
export type BlockKind =
  | 'arriving'
  | 'welcome'
  | 'relaxation'
  | 'check_in'
  | 'break'
  | 'arriving_again'
  | 'learning'
  | 'reflection'
  | 'together';

export type Stage = 'trimester_1' | 'trimester_2' | 'trimester_3' | 'newborn_0_3' | 'baby_3_6' | 'baby_6_12';

export type FacilitatorKind = 'practitioner' | 'peer_supporter';

export type ToolboxKind = 'group' | 'peer_supporter';

export type AdaptationKind = 'bump' | 'baby_in_arms' | 'online' | 'interpreter' | 'partner';

export type CautionKind = 'late_pregnancy' | 'after_birth' | 'trauma' | 'babies';

export interface Adaptation {
  readonly kind: AdaptationKind;
  readonly text: string;
}

export interface Caution {
  readonly kind: CautionKind;
  readonly text: string;
}

/** What a parent takes home. `minutes` is how long it takes to do, where it is something to do. */
export interface HandoutContent {
  readonly title: string;
  readonly minutes?: number;
  readonly paragraphs: readonly string[];
  readonly steps?: readonly string[];
}

export interface ActivityContent {
  /** Kebab case; never changes, so that a plan made last year still finds its activity. */
  readonly code: string;
  readonly title: string;
  /** One sentence for staff. */
  readonly summary: string;
  readonly toolbox: ToolboxKind;
  /** The first is the main one. */
  readonly themes: readonly [ThemeCode, ...ThemeCode[]];
  readonly topics: readonly TopicCode[];
  readonly blocks: readonly [BlockKind, ...BlockKind[]];
  readonly stages: readonly Stage[];
  readonly minutes: { readonly usual: number; readonly least: number; readonly most: number };
  readonly facilitators: readonly [FacilitatorKind, ...FacilitatorKind[]];
  readonly room: string;
  readonly materials: readonly string[];
  /** What the facilitator does and says, four to nine of them. */
  readonly steps: readonly string[];
  readonly adaptations: readonly Adaptation[];
  readonly cautions: readonly Caution[];
  /** Said when there is no caution, so that silence never means "nobody thought about it". */
  readonly noCautionBecause?: string;
  readonly handout?: HandoutContent;
}

export type GroupKindCode = 'antenatal_group' | 'drop_in';

export interface StructureBlock {
  readonly kind: BlockKind;
  readonly name: string;
  readonly minutes: number;
  /** Why the block is there. */
  readonly words: string;
  /** Kinds it may stand directly after instead, without a warning. */
  readonly mayMoveTo?: readonly BlockKind[];
}

export interface GroupKindContent {
  readonly code: GroupKindCode;
  readonly name: string;
  readonly words: string;
  readonly ledBy: FacilitatorKind;
  /** Absent: it has no last session. */
  readonly sessions?: { readonly most: number };
  readonly minutes: number;
  readonly rhythm: { readonly every: 'week' | 'month'; readonly count?: number };
  readonly places: { readonly usual: number; readonly most: number };
  readonly openFrom: 'referral' | 'acceptance';
  readonly openUntil: 'last_session' | 'first_birthday';
  readonly structure: readonly StructureBlock[];
}

export type TriageDecision = 'accept' | 'signpost' | 'hand_over' | 'decline';

export interface TriageReason {
  readonly code: string;
  readonly decision: TriageDecision;
  readonly name: string;
  /** For staff: when to choose it. */
  readonly words: string;
  /** What the parent reads on their page. */
  readonly parentWords: string;
  /** What the referrer reads, where the parent agrees. */
  readonly referrerWords: string;
}

export interface NeedContent {
  readonly code: string;
  readonly name: string;
  readonly words: string;
  /** `talk_first`: a practitioner speaks with the parent before a place is offered. */
  readonly suits: 'yes' | 'talk_first' | 'other_service';
}

export interface SignpostContent {
  readonly code: string;
  readonly name: string;
  readonly words: string;
  /** `warm_handover`: we speak to the other service with the parent's agreement, and check they arrived. */
  readonly how: 'signpost' | 'warm_handover';
  readonly followUpDays: number;
}

export interface ProgrammeTemplateContent {
  readonly code: string;
  readonly version: number;
  /** ISO date. */
  readonly effectiveFrom: string;
  readonly name: string;
  readonly about: string;
  readonly vision: string;
  readonly purpose: string;
  readonly ethos: 'citizen_led' | 'professionally_led';
  readonly ethosWords: string;
  readonly themes: readonly { readonly code: ThemeCode; readonly name: string; readonly words: string }[];
  readonly topics: readonly { readonly code: TopicCode; readonly name: string; readonly words: string }[];
  readonly stages: readonly { readonly code: Stage; readonly name: string }[];
  readonly groupKinds: readonly GroupKindContent[];
  readonly structureRules: {
    /** The check-in stands somewhere after one of these. */
    readonly checkInAfter: readonly BlockKind[];
    readonly breakNeeded: boolean;
    readonly totalMinutes: number;
  };
  /** Over a whole course; a gentle warning, never a wall. */
  readonly courseBalance: {
    readonly activitiesOfEachTheme: number;
    readonly activitiesOfEachTopic: number;
  };
  readonly eligibility: {
    /** Completed weeks of pregnancy on the day of referral, both ends included. */
    readonly referralFromWeeks: number;
    readonly referralToWeeks: number;
    /** The course is over by then. Absent where the version sets no such limit; the due date is then the limit. */
    readonly completeByWeeks?: number;
    /** Days kept free before that limit for a cancelled session. */
    readonly startSlackDays: number;
    readonly relation: readonly { readonly code: string; readonly name: string }[];
    readonly needs: readonly NeedContent[];
    readonly postnatalUntilMonths: number;
  };
  /** What the programme says aloud about its own speed. Days are calendar days unless named. */
  readonly promises: {
    readonly triageWorkingDays: number;
    readonly offerAnswerDays: number;
    readonly reminderDaysBefore: readonly number[];
    readonly missedContactDays: number;
    readonly quietHelloDays: number;
  };
  readonly triageReasons: readonly TriageReason[];
  readonly signposts: readonly SignpostContent[];
  readonly groundRulesSuggested: readonly string[];
}

export interface UrgentHelp {
  readonly code: string;
  readonly name: string;
  readonly what: string;
  readonly phone?: string;
  readonly text?: string;
  readonly url?: string;
  readonly hours: string;
  readonly forWhom: 'anyone' | 'loss' | 'father' | 'abuse' | 'child_safety';
  /** Shown in the red strip's first list. */
  readonly urgent: boolean;
  /** An organisation confirms each one at set-up and once a year, however sure we are. */
  readonly confirm: true;
  /** How much of the row we are sure of; the rest needs a closer look when it is confirmed. */
  readonly sureOf: 'all' | 'number' | 'name';
}

export interface CardContent {
  readonly code: string;
  readonly title: string;
  readonly audience: 'parent' | 'professional';
  /** True: not shown once a loss is written down. */
  readonly aboutBaby: boolean;
  readonly sections: readonly {
    readonly heading?: string;
    readonly paragraphs: readonly string[];
    readonly points?: readonly string[];
  }[];
}
