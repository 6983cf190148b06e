import type { Scope } from '#platform/db/as-actor.ts';
import { type SafeContact, safeWay } from '../safe-contact.rules.ts';

export interface ContactFields {
  readonly email: string | null;
  /** In one shape, +447700900123. */
  readonly phone: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly mayEmail: boolean;
  readonly mayText: boolean;
  readonly mayCall: boolean;
  readonly mayVoicemail: boolean;
  /** Somebody else may read it: nothing may name the service. */
  readonly neutralOnly: boolean;
  /** When it is safe to call, in the person's own words. */
  readonly safeTimes: string;
  readonly quietFrom: Temporal.PlainTime;
  readonly quietUntil: Temporal.PlainTime;
}

export interface Contact extends ContactFields {
  readonly personId: string;
  readonly centreId: string;
  /** By which channel a message of ours may go, e-mail before SMS; null when no way is safe. */
  readonly way: 'email' | 'sms' | null;
  readonly version: number;
}

/** The fields as pages and rules know them, from a row. */
export const fieldsOf = (row: {
  email: string | null;
  phone: string | null;
  address: string | null;
  postcode: string | null;
  may_email: boolean;
  may_text: boolean;
  may_call: boolean;
  may_voicemail: boolean;
  neutral_only: boolean;
  safe_times: string;
  quiet_from: string;
  quiet_until: string;
}): ContactFields => ({
  email: row.email,
  phone: row.phone,
  address: row.address,
  postcode: row.postcode,
  mayEmail: row.may_email,
  mayText: row.may_text,
  mayCall: row.may_call,
  mayVoicemail: row.may_voicemail,
  neutralOnly: row.neutral_only,
  safeTimes: row.safe_times,
  quietFrom: Temporal.PlainTime.from(row.quiet_from),
  quietUntil: Temporal.PlainTime.from(row.quiet_until),
});

/** How to reach somebody and what is safe; null when there is nothing, or the actor may not know. */
export const contactOf = async (scope: Scope, personId: string): Promise<Contact | null> => {
  const row = await scope.tx
    .selectFrom('people.contacts as c')
    .innerJoin('people.persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'c.organisation_id').onRef('p.id', '=', 'c.person_id'),
    )
    .selectAll('c')
    .select('p.side')
    .where('c.organisation_id', '=', scope.actor.organisationId)
    .where('c.person_id', '=', personId)
    .executeTakeFirst();
  if (!row) return null;
  const fields = fieldsOf(row);
  const safe: SafeContact = { ...fields, side: row.side === 'team' ? 'team' : 'family' };
  return { ...fields, personId, centreId: row.centre_id, way: safeWay(safe), version: row.version };
};
