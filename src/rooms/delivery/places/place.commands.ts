import { newId } from '#kernel/ids.ts';
import { move } from '#kernel/lifecycle.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf, holds, isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { familyOf } from '#rooms/families/door.ts';
import { fileOf, introduce } from '#rooms/people/door.ts';
import { template } from '#rooms/programme/door.ts';
import { clockTime, dayAndDate } from '#ui/times.ts';
import { ARRANGERS } from '../groups/group.policy.ts';
import { type GroupFacts, groupOf, lockGroup } from '../groups/group.queries.ts';
import { assertRightGroup } from '../known/known.commands.ts';
import { type PlaceFacts, placeOf } from './place.queries.ts';
import { assertRoom, type EndReason, placeLife } from './place.rules.ts';

const DAY = { hours: 24 } as const;

const insertPlace = async (
  scope: Scope,
  group: GroupFacts,
  ask: {
    personId: string;
    pregnancyId: string;
    answerBy: Temporal.Instant | null;
    takenAt: Temporal.Instant | null;
    partnerComes?: boolean;
    crecheChildren?: number;
  },
) => {
  const id = newId();
  const made = await scope.tx
    .insertInto('delivery.places')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      centre_id: group.centreId,
      group_id: group.id,
      person_id: ask.personId,
      pregnancy_id: ask.pregnancyId,
      offered_at: scope.now.toString(),
      offered_by: accountOf(scope.actor),
      answer_by: ask.answerBy?.toString() ?? null,
      taken_at: ask.takenAt?.toString() ?? null,
      partner_comes: ask.partnerComes ?? false,
      creche_children: ask.crecheChildren ?? 0,
      joined_after_start: ask.takenAt !== null && group.past > 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n ? id : null;
};

const endWaiting = async (
  scope: Scope,
  personId: string,
  reason: 'place' | 'too_late' | 'left' | 'loss' | 'mistake',
) => {
  await scope.tx
    .updateTable('delivery.waiting')
    .set({ ended_at: scope.now.toString(), end_reason: reason })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
};

const tellAboutPlace = async (
  scope: Scope,
  group: GroupFacts,
  place: { id: string; personId: string; pregnancyId: string },
  code: 'place_offered' | 'place_confirmed',
  answerBy: Temporal.Instant | null,
) => {
  const next = group.nextAt?.toZonedDateTimeISO(group.zone);
  for (const channel of ['sms', 'email'] as const)
    await queueMessage(scope, {
      template: code,
      about: 'group',
      channel,
      to: { personId: place.personId },
      centreId: group.centreId,
      pregnancyId: place.pregnancyId,
      details: {
        group: group.name,
        day: next ? dayAndDate(next.toPlainDate()) : '',
        time: clockTime(group.at),
        venue: group.venue,
        answer_by: answerBy ? dayAndDate(answerBy.toZonedDateTimeISO(group.zone).toPlainDate()) : '',
      },
      once: `${code}:${place.id}:${channel}`,
    });
};

/**
 * Offers a place, to be answered within the days that the group's own template promises. Two hundred offers at
 * once for the last chair give one. Raises Refusal when no chair is left, when the parent holds one already, or
 * when the family has had a loss: then nobody is invited to a group about a baby.
 */
export const offerPlace = async (
  scope: Scope,
  ask: { readonly groupId: string; readonly personId: string; readonly tell?: boolean },
): Promise<string> => {
  const family = await familyOf(scope, ask.personId);
  if (!family)
    throw new Refusal(
      'This person has no pregnancy or baby written down yet. Add it to their file first.',
      'personId',
    );
  // Somebody may have other work at the centre of this family, where they know the name and no more.
  const file = await fileOf(scope, ask.personId);
  if (!isSystem(scope.actor) && !(file && holds(scope.actor, ARRANGERS, file.centreId)))
    throw new NotFound('parent');
  const group = await lockGroup(scope, ask.groupId);
  if (group.stage === 'ended' || group.stage === 'finished')
    throw new Refusal('This group has no session left.');
  if (group.kind === 'antenatal_group' && family.stage === 'loss')
    throw new Refusal(
      'This family has had a loss. An antenatal group is not offered; open the file to see what helps now.',
      'personId',
    );
  await assertRightGroup(scope, { groupId: group.id, personId: ask.personId, field: 'personId' });
  assertRoom(group.places, group.held);
  const days = (await template(scope, group.templateId))?.content.promises.offerAnswerDays ?? 7;
  const answerBy = scope.now.add({ hours: days * DAY.hours });
  const id = await insertPlace(scope, group, {
    personId: ask.personId,
    pregnancyId: family.pregnancyId,
    answerBy,
    takenAt: null,
  });
  if (!id) throw new Refusal('This parent already has a place or an offer in this group.', 'personId');
  if (ask.tell ?? true)
    await tellAboutPlace(
      scope,
      group,
      { id, personId: ask.personId, pregnancyId: family.pregnancyId },
      'place_offered',
      answerBy,
    );
  await scope.enqueue('delivery.lapse_offers', {}, { key: `lapse:${id}`, at: answerBy.add({ minutes: 1 }) });
  await scope.audit('delivery.place_offered', { kind: 'person', id: ask.personId, centreId: group.centreId });
  return id;
};

const setPlace = async (
  scope: Scope,
  place: PlaceFacts,
  change: Readonly<Record<string, string | number | boolean | null>>,
) => {
  const changed = await scope.tx
    .updateTable('delivery.places')
    .set({ ...change, version: place.version + 1 })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', place.id)
    .where('version', '=', place.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n)
    throw new Refusal('This place changed a moment ago. Load the page again to see how it stands.');
};

/**
 * The parent says yes (or somebody says it for them on the phone). They leave the waiting list, and the peer
 * supporters of the centre may know their name from now. Raises Refusal when the offer is over.
 */
export const takePlace = async (
  scope: Scope,
  placeId: string,
  ask: { readonly partnerComes?: boolean; readonly crecheChildren?: number; readonly bring?: string } = {},
): Promise<void> => {
  const place = await placeOf(scope, placeId);
  if (!place) throw new NotFound('place');
  if (place.state === 'taken') return;
  if (place.state === 'lapsed')
    throw new Refusal(
      'This offer ran out and the place may be with somebody else. Ring the centre: they will find what is free.',
    );
  move(placeLife, 'take', place.state);
  const group = await groupOf(scope, place.groupId);
  if (!group) throw new NotFound('group');
  await assertRightGroup(scope, { groupId: group.id, personId: place.personId });
  const creche = ask.crecheChildren ?? place.crecheChildren;
  await setPlace(scope, place, {
    taken_at: scope.now.toString(),
    partner_comes: ask.partnerComes ?? place.partnerComes,
    creche_children: creche,
    bring: ask.bring ?? place.bring,
    joined_after_start: group.past > 0,
  });
  // The rest is the house's work: a parent answering for themself may neither read the waiting list nor introduce anybody.
  await scope.enqueue('delivery.place_taken', {
    placeId,
    personId: place.personId,
    groupId: place.groupId,
    centreId: place.centreId,
  });
  await scope.audit('delivery.place_taken', { kind: 'person', id: place.personId, centreId: place.centreId });
};

/** What follows from a place taken: off the waiting list, introduced to the team, told what comes next. */
export const afterPlaceTaken = async (scope: Scope, placeId: string): Promise<void> => {
  const place = await placeOf(scope, placeId);
  if (place?.state !== 'taken') return;
  const group = await groupOf(scope, place.groupId);
  if (!group) return;
  if (group.kind === 'antenatal_group') await endWaiting(scope, place.personId, 'place');
  await introduce(scope, place.personId);
  await tellAboutPlace(scope, group, place, 'place_confirmed', null);
};

/** The parent says no; the chair is free at once, and they keep waiting unless they say otherwise. */
export const declinePlace = async (scope: Scope, placeId: string): Promise<void> => {
  const place = await placeOf(scope, placeId);
  if (!place) throw new NotFound('place');
  if (place.state === 'declined') return;
  move(placeLife, 'decline', place.state);
  await setPlace(scope, place, { declined_at: scope.now.toString() });
  await scope.audit('delivery.place_declined', {
    kind: 'person',
    id: place.personId,
    centreId: place.centreId,
  });
};

/** A place is over, for a reason. Nothing they did is lost; the register keeps it. */
export const endPlace = async (scope: Scope, placeId: string, reason: EndReason): Promise<void> => {
  const place = await placeOf(scope, placeId);
  if (!place) throw new NotFound('place');
  if (place.state === 'ended') return;
  move(placeLife, 'end', place.state);
  await setPlace(scope, place, { ended_at: scope.now.toString(), end_reason: reason });
  await scope.audit('delivery.place_ended', { kind: 'person', id: place.personId, centreId: place.centreId });
};

/** Lapses every offer whose day is over; the parents stay on the waiting list. */
export const lapseOffers = async (scope: Scope): Promise<number> => {
  const lapsed = await scope.tx
    .updateTable('delivery.places')
    .set((set) => ({ lapsed_at: scope.now.toString(), version: set('version', '+', 1) }))
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('taken_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('lapsed_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('answer_by', '<', scope.now.toString())
    .returning(['person_id', 'centre_id'])
    .execute();
  for (const place of lapsed)
    await scope.audit('delivery.offer_lapsed', {
      kind: 'person',
      id: place.person_id,
      centreId: place.centre_id,
    });
  return lapsed.length;
};

/** Puts a parent on the waiting list for an antenatal group; being on it already changes nothing. */
export const joinWaiting = async (
  scope: Scope,
  ask: {
    readonly personId: string;
    readonly pregnancyId: string;
    readonly centreId: string;
    readonly wishes?: string;
    readonly since?: Temporal.Instant;
  },
): Promise<void> => {
  await scope.tx
    .insertInto('delivery.waiting')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      centre_id: ask.centreId,
      person_id: ask.personId,
      pregnancy_id: ask.pregnancyId,
      since: (ask.since ?? scope.now).toString(),
      wishes: ask.wishes ?? '',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** A parent no longer waits, for a reason. */
export const leaveWaiting = async (
  scope: Scope,
  personId: string,
  reason: 'too_late' | 'left' | 'loss' | 'mistake',
): Promise<void> => {
  await endWaiting(scope, personId, reason);
  await scope.audit('delivery.waiting_left', { kind: 'person', id: personId });
};

/**
 * Opens the centre's drop-in to a family: a place that holds no chair back from anyone, taken at once because
 * nothing has to be answered. Where a centre has no drop-in yet nothing happens; opening one later invites them (`drop-in-opened.jobs.ts`).
 */
export const openDropIn = async (
  scope: Scope,
  group: GroupFacts | null,
  ask: { readonly personId: string; readonly pregnancyId: string },
): Promise<void> => {
  if (!group) return;
  const made = await insertPlace(scope, group, {
    personId: ask.personId,
    pregnancyId: ask.pregnancyId,
    answerBy: null,
    takenAt: scope.now,
  });
  if (made)
    await scope.audit('delivery.drop_in_opened', {
      kind: 'person',
      id: ask.personId,
      centreId: group.centreId,
    });
};
