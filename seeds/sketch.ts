import type { CentreSlug } from './cast.ts';

/** How a parent can be reached, as the demonstration needs it. */
export type Reach =
  /** E-mail, text and phone, and our name may be on it. */
  | 'open'
  | 'text'
  | 'email'
  /** Somebody else reads the phone: our name is never on a message. */
  | 'neutral'
  /** Never phone: only e-mail in neutral words. */
  | 'no_phone'
  /** No way is safe. */
  | 'none'
  /** Works at night and sleeps by day: messages wait. */
  | 'by_day_asleep';

export interface Birth {
  readonly daysAgo: number;
  readonly names: readonly string[];
  readonly lives?: 'parents' | 'one_parent' | 'in_hospital' | 'elsewhere';
}

/** One parent as the story begins with them. What happens to them later is told in the chapters, by their key. */
export interface Sketch {
  readonly key: string;
  readonly centre: CentreSlug;
  readonly givenName: string;
  readonly familyName: string;
  readonly knownAs?: string;
  readonly pronouns?: string;
  readonly age: number;
  readonly relation?: 'pregnant' | 'father' | 'partner' | 'other_carer';
  /** The key of the parent whose pregnancy it is too; each keeps a file of their own. */
  readonly with?: string;
  readonly language?: string;
  readonly interpreter?: boolean;
  readonly access?: string;
  readonly reach?: Reach;
  readonly safeTimes?: string;
  /** The address of somebody else's file: a household that shares a phone. */
  readonly phoneOf?: string;
  readonly noNumber?: boolean;
  /** Completed weeks today, born or not; the due date follows. Null: not known. */
  readonly weeks: number | null;
  readonly days?: number;
  readonly babies?: number;
  /** Born before we met the family. */
  readonly cameWithBaby?: boolean;
  readonly born?: Birth;
  /** Days before today. */
  readonly referred: number;
  readonly route: 'professional' | 'self' | 'staff';
  readonly cameBy?: 'form' | 'call' | 'letter' | 'in_person';
  /** The key of a referrer. */
  readonly by?: string;
  /** The key of the member of the team who wrote it down. */
  readonly takenBy?: string;
  readonly tellReferrer?: boolean;
  readonly heardOfUs?: string;
  readonly why: string;
  readonly needs?: readonly string[];
  readonly risks?: string;
  readonly supportNow?: string;
  readonly hopes?: string;
  /** Days from the referral to the welcome; absent: the chapters say what was decided. */
  readonly welcomedAfter?: number;
  /** A reason of the template's; fits_group unless told. */
  readonly reason?: string;
  readonly welcomeWords?: string;
  /** Imported or told to nobody: long ago, and no letter needs to be made up. */
  readonly quiet?: boolean;
}
