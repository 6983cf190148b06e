import { newId } from '#kernel/ids.ts';
import { NotFound, StaleEdit } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { VenueFields } from './venue.form.ts';
import { venue } from './venue.queries.ts';

const columnsOf = (fields: VenueFields) => ({
  name: fields.name,
  room: fields.room,
  address: fields.address,
  postcode: fields.postcode.toUpperCase(),
  capacity: fields.capacity,
  creche_places: fields.creche,
  step_free: fields.stepFree,
  parking: fields.parking,
  transport: fields.transport,
  notes: fields.notes,
});

/** Adds a room to a centre and gives its id. */
export const addVenue = async (scope: Scope, centreId: string, fields: VenueFields): Promise<string> => {
  const { tx, actor, now } = scope;
  const id = newId();
  await tx
    .insertInto('programme.venues')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: centreId,
      ...columnsOf(fields),
      closed_at: fields.closed ? now.toString() : null,
    })
    .execute();
  await scope.audit('programme.venue_added', { kind: 'venue', id, centreId });
  return id;
};

/**
 * Changes a room. Closing it stops new bookings; those that stand keep standing, so that nobody's session vanishes.
 * Raises NotFound without such a room, StaleEdit when somebody else changed it since `version` was read.
 */
export const changeVenue = async (
  scope: Scope,
  id: string,
  version: number,
  fields: VenueFields,
): Promise<void> => {
  const { tx, actor, now } = scope;
  const old = await venue(scope, id);
  if (!old) throw new NotFound('venue');
  const done = await tx
    .updateTable('programme.venues')
    .set({
      ...columnsOf(fields),
      version: version + 1,
      ...(fields.closed !== old.closed && { closed_at: fields.closed ? now.toString() : null }),
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new StaleEdit('venue');
  await scope.audit('programme.venue_changed', { kind: 'venue', id, centreId: old.centreId });
};
