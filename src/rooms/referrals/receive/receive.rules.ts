import { createHash } from 'node:crypto';
import type { ContactFields } from '#rooms/people/door.ts';

export const ROUTES = ['professional', 'self', 'staff', 'file', 'fhir'] as const;
export type ReferralRoute = (typeof ROUTES)[number];

export const CAME_BY = ['form', 'call', 'letter', 'email', 'file', 'in_person'] as const;
export type CameBy = (typeof CAME_BY)[number];

export const RELATIONS = ['pregnant', 'father', 'partner', 'other_carer'] as const;
export type Relation = (typeof RELATIONS)[number];

/** How to reach a parent, and what is safe: nothing is allowed unless it was said. Phones in one shape, +447700900123. */
export type SafeContact = Omit<ContactFields, 'quietFrom' | 'quietUntil'>;

/** A parent nobody has a file about yet. */
export interface NewParent {
  readonly givenName: string;
  readonly familyName: string;
  readonly knownAs: string | null;
  readonly bornOn: Temporal.PlainDate | null;
  readonly pronouns: string | null;
  /** A language tag, such as "en" or "ur". */
  readonly language: string;
  readonly interpreterNeeded: boolean;
  readonly accessNeeds: string;
  /** Ten figures whose check digit is right, or null. */
  readonly nhsNumber: string | null;
  readonly contact: SafeContact;
}

export interface Needs {
  readonly why: string;
  /** Codes of the template's needs. */
  readonly needs: readonly string[];
  readonly risks: string;
  readonly supportNow: string;
  readonly hopes: string;
}

export const noNeeds: Needs = { why: '', needs: [], risks: '', supportNow: '', hopes: '' };

/** The professional who sent somebody. */
export interface Referring {
  readonly name: string;
  readonly job: string;
  readonly worksFor: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** What arrives, whichever way it comes. */
export interface Arrival {
  readonly centreId: string;
  readonly route: ReferralRoute;
  readonly cameBy: CameBy;
  /** A new file, or one that staff chose. */
  readonly parent: NewParent | { readonly personId: string };
  readonly relation: Relation;
  /** A family that is here already, or what is known of the pregnancy. A birthday replaces the due date. */
  readonly family:
    | { readonly pregnancyId: string }
    | {
        readonly dueOn: Temporal.PlainDate | null;
        readonly bornOn: Temporal.PlainDate | null;
        readonly babiesExpected: number;
      };
  readonly needs: Needs;
  readonly referrer: Referring | null;
  readonly parentKnows: boolean;
  readonly tellReferrer: boolean;
  readonly heardOfUs: string;
  /** What makes this arrival the same one when it comes twice: the draft it was written in, a row's own reference. */
  readonly outsideKey: string | null;
  /** True: nobody is messaged about it. */
  readonly quiet?: boolean;
  /** The secret of the link under which whoever sent it can follow it; made here when absent. */
  readonly trackSecret?: string;
}

/**
 * Whether a file that carries the same NHS number is about the same parent: the first name or the birthday agrees as
 * well. A number that is a slip of the pen can be somebody else's, and their file must not get this referral.
 */
export const sameParent = (
  parent: Pick<NewParent, 'givenName' | 'bornOn'>,
  file: { readonly givenName: string; readonly bornOn: string | null },
): boolean =>
  plain(parent.givenName) === plain(file.givenName) ||
  (parent.bornOn !== null && parent.bornOn.toString() === file.bornOn);

/** How the parent can be reached by what came this time, where their file already says how and keeps it. */
export const contactInWords = (contact: SafeContact): string => {
  const ways = [
    contact.mayText && 'text',
    contact.mayCall && 'call',
    contact.mayVoicemail && 'voicemail',
    contact.mayEmail && 'e-mail',
  ].filter(Boolean);
  const given = [contact.phone, contact.email, contact.address, contact.postcode].filter(Boolean);
  if (given.length === 0) return '';
  return `How to reach them, as it came with this referral (the file keeps what it had): ${given.join(', ')}. Safe: ${ways.join(', ') || 'nothing named'}.`;
};

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

/**
 * The key under which a row of a file is known again: the reference it was given, else a fingerprint of what
 * identifies it. Two rows that differ only in case or spaces have the same key.
 */
export const outsideKeyOf = (row: {
  readonly centreId: string;
  readonly reference: string;
  readonly identifying: readonly string[];
}): string => {
  const marks = row.reference.trim() === '' ? ['cells', ...row.identifying] : ['reference', row.reference];
  const hash = createHash('sha256').update([row.centreId, ...marks].map(plain).join('\u001f'));
  return `file:${hash.digest('base64url')}`;
};
