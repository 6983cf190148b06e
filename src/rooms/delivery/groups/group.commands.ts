import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { bookRoom, cancelBooking, holidays, template, venue } from '#rooms/programme/door.ts';
import { type GroupFacts, groupOf, lockGroup } from './group.queries.ts';
import { assertPlaces, assertRoomFits, type GroupKind, groupKindWords } from './group.rules.ts';
import { type PlannedDate, type Rhythm, seriesOf } from './series.rules.ts';

export interface OpenGroup {
  readonly kind: GroupKind;
  readonly centreId: string;
  readonly zone: string;
  readonly nation: string;
  readonly name: string;
  readonly templateId: string;
  readonly venueId: string | null;
  readonly language: string;
  readonly places: number;
  readonly crechePlaces: number;
  readonly dueFrom: Temporal.PlainDate | null;
  readonly dueUntil: Temporal.PlainDate | null;
  readonly startsOn: Temporal.PlainDate;
  readonly at: Temporal.PlainTime;
  readonly sessions: number;
  readonly online: boolean;
  readonly partnersWelcome: boolean;
  readonly groundRules: string;
}

const yearsAhead = (from: Temporal.PlainDate) => from.add({ years: 2 });

const rhythmOf = (
  group: Pick<GroupFacts, 'startsOn' | 'at' | 'every' | 'zone'>,
  minutes: number,
): Rhythm => ({ startsOn: group.startsOn, at: group.at, every: group.every, minutes, zone: group.zone });

/** The kind's own words in the template a group keeps. Raises NotFound when the template has no such kind. */
const kindIn = async (scope: Scope, templateId: string, kind: GroupKind) => {
  const kept = await template(scope, templateId);
  const found = kept?.content.groupKinds.find((each) => each.code === kind);
  if (!kept || !found) throw new NotFound('programme template');
  return found;
};

/** Writes sessions with their rooms booked; a room that is taken is a Refusal that says by whom. */
const writeSessions = async (
  scope: Scope,
  group: { id: string; centreId: string; name: string; venueId: string | null },
  dates: readonly PlannedDate[],
): Promise<void> => {
  for (const each of dates) {
    const bookingId = group.venueId
      ? await bookRoom(scope, {
          venueId: group.venueId,
          centreId: group.centreId,
          from: each.startsAt,
          until: each.endsAt,
          what: `${group.name}, session ${each.number}`,
        })
      : null;
    await scope.tx
      .insertInto('delivery.sessions')
      .values({
        organisation_id: scope.actor.organisationId,
        id: newId(),
        centre_id: group.centreId,
        group_id: group.id,
        number: each.number,
        starts_at: each.startsAt.toString(),
        ends_at: each.endsAt.toString(),
        booking_id: bookingId,
        venue_id: group.venueId,
      })
      .execute();
  }
};

/**
 * Opens a group with its whole series of sessions, rooms booked, bank holidays skipped. It keeps the template
 * version given. May begin in the past, because reality is written down afterwards. Raises Refusal when the
 * room is too small or taken, or the course is longer than the template allows.
 */
export const openGroup = async (scope: Scope, ask: OpenGroup): Promise<string> => {
  const kind = await kindIn(scope, ask.templateId, ask.kind);
  const most = kind.sessions?.most ?? 24;
  if (ask.sessions > most)
    throw new Refusal(
      `This programme has at most ${most} sessions for ${groupKindWords[ask.kind].toLowerCase()}s.`,
      'sessions',
    );
  if (ask.venueId && !ask.online)
    assertRoomFits(ask.places, (await venue(scope, ask.venueId))?.capacity ?? null);
  const id = newId();
  await scope.tx
    .insertInto('delivery.groups')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      centre_id: ask.centreId,
      kind: ask.kind,
      name: ask.name,
      template_id: ask.templateId,
      venue_id: ask.venueId,
      language: ask.language,
      places: ask.places,
      creche_places: ask.crechePlaces,
      due_from: ask.dueFrom?.toString() ?? null,
      due_until: ask.dueUntil?.toString() ?? null,
      starts_on: ask.startsOn.toString(),
      at_time: ask.at.toString(),
      every: kind.rhythm.every,
      online: ask.online,
      partners_welcome: ask.partnersWelcome,
      ground_rules: ask.groundRules,
      made_by: accountOf(scope.actor),
      made_at: scope.now.toString(),
    })
    .execute();
  const free = await holidays(scope, ask.nation, ask.startsOn, yearsAhead(ask.startsOn));
  const dates = seriesOf(
    { startsOn: ask.startsOn, at: ask.at, every: kind.rhythm.every, minutes: kind.minutes, zone: ask.zone },
    ask.sessions,
    free,
  );
  await writeSessions(scope, { id, centreId: ask.centreId, name: ask.name, venueId: ask.venueId }, dates);
  if (ask.kind === 'drop_in') await scope.enqueue('delivery.drop_in_opened', { groupId: id });
  await scope.audit('delivery.group_opened', { kind: 'group', id, centreId: ask.centreId });
  return id;
};

/** Adds sessions at the end of a series, keeping its rhythm; a drop-in goes on for as long as there are families. */
export const addSessions = async (scope: Scope, groupId: string, count: number): Promise<void> => {
  const group = await groupOf(scope, groupId);
  if (!group) throw new NotFound('group');
  const kind = await kindIn(scope, group.templateId, group.kind);
  const most = kind.sessions?.most;
  if (most && group.sessions + count > most)
    throw new Refusal(
      `This course has at most ${most} sessions, and ${group.sessions} are planned.`,
      'count',
    );
  const free = await holidays(scope, group.nation, group.startsOn, yearsAhead(dateAt(scope.now, group.zone)));
  const whole = seriesOf(rhythmOf(group, kind.minutes), group.sessions + count + free.size, free);
  const last = await scope.tx
    .selectFrom('delivery.sessions')
    // Two facts: a session that was moved behind the others is the latest and has not the highest number.
    .select(({ fn }) => [fn.max('starts_at').as('starts_at'), fn.max('number').as('number')])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('group_id', '=', groupId)
    .executeTakeFirst();
  const after = last?.starts_at ? Temporal.Instant.from(last.starts_at) : null;
  const next = whole
    .filter((each) => !after || Temporal.Instant.compare(each.startsAt, after) > 0)
    .slice(0, count);
  await writeSessions(
    scope,
    { id: group.id, centreId: group.centreId, name: group.name, venueId: group.venueId },
    next.map((each, index) => ({ ...each, number: (last?.number ?? 0) + index + 1 })),
  );
  await scope.audit('delivery.sessions_added', { kind: 'group', id: groupId, centreId: group.centreId });
  // The house puts the usual crew on the new dates: whoever adds sessions may not be the one who says who runs them.
  await scope.enqueue('delivery.reconcile', { groupId });
};

export interface ChangeGroup {
  readonly name: string;
  readonly places: number;
  readonly crechePlaces: number;
  readonly language: string;
  readonly dueFrom: Temporal.PlainDate | null;
  readonly dueUntil: Temporal.PlainDate | null;
  readonly partnersWelcome: boolean;
  readonly channel: string;
  readonly groundRules: string;
}

/** Changes what a group says of itself. Fewer places never evict anybody; raises Refusal, or StaleEdit when somebody was quicker. */
export const changeGroup = async (
  scope: Scope,
  groupId: string,
  version: number,
  ask: ChangeGroup,
): Promise<void> => {
  // The row is locked first, so that no offer can slip in between the count and the new number.
  const group = await lockGroup(scope, groupId);
  if (group.version !== version) throw new StaleEdit('group');
  assertPlaces(ask.places, group.held);
  if (!group.online) assertRoomFits(ask.places, group.capacity);
  const changed = await scope.tx
    .updateTable('delivery.groups')
    .set({
      name: ask.name,
      places: ask.places,
      creche_places: ask.crechePlaces,
      language: ask.language,
      due_from: ask.dueFrom?.toString() ?? null,
      due_until: ask.dueUntil?.toString() ?? null,
      partners_welcome: ask.partnersWelcome,
      channel: ask.channel,
      ground_rules: ask.groundRules,
      version: version + 1,
    })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', groupId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new StaleEdit('group');
  await scope.audit('delivery.group_changed', { kind: 'group', id: groupId, centreId: group.centreId });
};

/** Ends a group: sessions still ahead are called off and their rooms given back; places end as finished. */
export const endGroup = async (scope: Scope, groupId: string, why: string): Promise<void> => {
  const group = await groupOf(scope, groupId);
  if (!group) throw new NotFound('group');
  if (group.endedAt) throw new Refusal('This group has ended already.');
  const { tx, now, actor } = scope;
  const ahead = await tx
    .updateTable('delivery.sessions')
    .set({ called_off_at: now.toString(), called_off_why: why })
    .where('organisation_id', '=', actor.organisationId)
    .where('group_id', '=', groupId)
    .where('starts_at', '>', now.toString())
    .where('called_off_at', 'is', null)
    .returning(['booking_id'])
    .execute();
  for (const { booking_id } of ahead) if (booking_id) await cancelBooking(scope, booking_id);
  await tx
    .updateTable('delivery.places')
    .set({ ended_at: now.toString(), end_reason: 'finished' })
    .where('organisation_id', '=', actor.organisationId)
    .where('group_id', '=', groupId)
    .where('taken_at', 'is not', null)
    .where('ended_at', 'is', null)
    .execute();
  await tx
    .updateTable('delivery.places')
    .set({ lapsed_at: now.toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('group_id', '=', groupId)
    .where('taken_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('lapsed_at', 'is', null)
    .execute();
  await tx
    .updateTable('delivery.groups')
    .set({ ended_at: now.toString(), end_reason: why })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', groupId)
    .execute();
  await scope.audit('delivery.group_ended', { kind: 'group', id: groupId, centreId: group.centreId });
};
