import { NotFound, StaleEdit } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { phoneInOneShape } from '#platform/forms/fields.ts';
import { type ContactFields, fieldsOf } from './contact.queries.ts';

const DEFAULTS: ContactFields = {
  email: null,
  phone: null,
  address: null,
  postcode: null,
  mayEmail: false,
  mayText: false,
  mayCall: false,
  mayVoicemail: false,
  neutralOnly: true,
  safeTimes: '',
  quietFrom: Temporal.PlainTime.from('20:00'),
  quietUntil: Temporal.PlainTime.from('08:00'),
};

// A way that has no address is not a way: ticking "may text" without a number must not count.
const columnsOf = (fields: ContactFields) => {
  const email = fields.email?.trim() || null;
  const phone = fields.phone ? (phoneInOneShape(fields.phone) ?? fields.phone.trim()) : null;
  return {
    email,
    phone,
    address: fields.address?.trim() || null,
    postcode: fields.postcode?.trim().toUpperCase() || null,
    may_email: fields.mayEmail && email !== null,
    may_text: fields.mayText && phone !== null,
    may_call: fields.mayCall && phone !== null,
    may_voicemail: fields.mayVoicemail && fields.mayCall && phone !== null,
    neutral_only: fields.neutralOnly,
    safe_times: fields.safeTimes.trim(),
    quiet_from: fields.quietFrom.toString(),
    quiet_until: fields.quietUntil.toString(),
  };
};

/** Says for the first time how to reach somebody; used when a file is opened. */
export const addContact = async (
  scope: Scope,
  {
    personId,
    centreId,
    fields,
  }: { readonly personId: string; readonly centreId: string; readonly fields: Partial<ContactFields> },
): Promise<void> => {
  await scope.tx
    .insertInto('people.contacts')
    .values({
      organisation_id: scope.actor.organisationId,
      person_id: personId,
      centre_id: centreId,
      ...columnsOf({ ...DEFAULTS, ...fields }),
    })
    .execute();
};

/**
 * Changes how to reach somebody; fields not given stay as they are. With `version` (the one the page was drawn
 * from) it raises StaleEdit when somebody saved since. NotFound when there is no such contact for this actor.
 */
export const changeContact = async (
  scope: Scope,
  personId: string,
  fields: Partial<ContactFields>,
  version?: number,
): Promise<void> => {
  const { tx, actor } = scope;
  const there = await tx
    .selectFrom('people.contacts')
    .selectAll()
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (!there) throw new NotFound('contact');
  if (version !== undefined && there.version !== version) throw new StaleEdit('how to reach them');
  await tx
    .updateTable('people.contacts')
    .set({ ...columnsOf({ ...fieldsOf(there), ...fields }), version: there.version + 1 })
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', personId)
    .execute();
  await scope.audit('people.contact_changed', { kind: 'person', id: personId, centreId: there.centre_id });
};
