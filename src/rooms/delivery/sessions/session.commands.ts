import { dateAt, momentAt } from '#kernel/dates.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { bookRoom, cancelBooking, holidays } from '#rooms/programme/door.ts';
import { practiceFellThrough, practiceMoved } from '#rooms/training/door.ts';
import { clockTime, dayAndDate } from '#ui/times.ts';
import { groupOf } from '../groups/group.queries.ts';
import { shiftedFrom } from '../groups/series.rules.ts';
import { rotaOf } from '../rota/rota.queries.ts';
import { expectedAt, type SessionFacts, sessionOf, sessionsOf } from './session.queries.ts';

// Closing a register takes the same lock: a session is closed, moved or called off, and never two of them at once.
const heldSession = async (scope: Scope, sessionId: string): Promise<SessionFacts> => {
  await scope.tx
    .selectFrom('delivery.sessions')
    .select('id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', sessionId)
    .forUpdate()
    .execute();
  const session = await sessionOf(scope, sessionId);
  if (!session) throw new NotFound('session');
  return session;
};

const setTime = async (
  scope: Scope,
  session: SessionFacts,
  startsAt: Temporal.Instant,
  endsAt: Temporal.Instant,
  version: number,
  groupName: string,
) => {
  const row = await scope.tx
    .selectFrom('delivery.sessions')
    .select('booking_id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', session.id)
    .executeTakeFirst();
  if (row?.booking_id) await cancelBooking(scope, row.booking_id);
  const bookingId = session.venueId
    ? await bookRoom(scope, {
        venueId: session.venueId,
        centreId: session.centreId,
        from: startsAt,
        until: endsAt,
        what: `${groupName}, session ${session.number}`,
      })
    : null;
  const changed = await scope.tx
    .updateTable('delivery.sessions')
    .set({
      starts_at: startsAt.toString(),
      ends_at: endsAt.toString(),
      booking_id: bookingId,
      called_off_at: null,
      called_off_why: null,
      version: version + 1,
    })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', session.id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new StaleEdit('session');
};

/** Tells everyone expected, each through the rules of what is safe for them. */
const tell = async (
  scope: Scope,
  session: SessionFacts,
  template: 'session_moved' | 'session_called_off',
  details: Readonly<Record<string, string>>,
) => {
  for (const parent of await expectedAt(scope, session))
    for (const channel of ['sms', 'email'] as const)
      await queueMessage(scope, {
        template,
        about: 'group',
        channel,
        to: { personId: parent.personId },
        centreId: session.centreId,
        pregnancyId: parent.pregnancyId,
        details,
        once: `${template}:${session.id}:${session.version}:${parent.personId}:${channel}`,
      });
};

/** Who stands on these sessions now, as "session account". */
const standingOn = async (scope: Scope, sessions: readonly SessionFacts[]): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await rotaOf(
        scope,
        sessions.map((each) => each.id),
      )
    )
      .filter((each) => each.stoodDownWhy === null)
      .map((each) => `${each.sessionId} ${each.accountId}`),
  );

/**
 * Moves a session to another day or time; with `andTheRest` the later ones follow in the same rhythm, holidays
 * skipped. The length stays. Those expected are told. A session that was called off is on again by being given
 * another day or time. Who runs it stays only where they may be with families on the new day; answers the accounts of
 * those who stood down. Raises Refusal when its register is closed or the room is taken.
 */
export const moveSession = async (
  scope: Scope,
  sessionId: string,
  version: number,
  ask: {
    readonly on: Temporal.PlainDate;
    readonly at: Temporal.PlainTime;
    readonly andTheRest: boolean;
    readonly nation: string;
  },
): Promise<readonly string[]> => {
  const session = await heldSession(scope, sessionId);
  if (session.version !== version) throw new StaleEdit('session');
  if (session.closed)
    throw new Refusal(
      'The register of this session is closed, so it cannot be moved. A correction on the register is the way to change what was written.',
    );
  const group = await groupOf(scope, session.groupId);
  if (!group) throw new NotFound('group');
  if (group.endedAt) throw new Refusal('This group has ended, so its sessions stay as they are.');
  const startsAt = momentAt(ask.on, ask.at, session.zone);
  const all = await sessionsOf(scope, session.groupId);
  const running = await standingOn(scope, all);
  if (!ask.andTheRest) {
    await setTime(scope, session, startsAt, startsAt.add({ minutes: session.minutes }), version, group.name);
    await practiceMoved(scope, { sessionId: session.id, on: ask.on });
  } else {
    const later = all.filter(
      (each) =>
        each.id === session.id ||
        (each.number > session.number && each.calledOffWhy === null && !each.closed),
    );
    const free = await holidays(scope, ask.nation, ask.on, ask.on.add({ years: 2 }));
    const dates = shiftedFrom(
      { startsOn: ask.on, at: ask.at, every: group.every, minutes: session.minutes, zone: session.zone },
      1,
      ask.on,
      later.length,
      free,
    );
    // The last moves first when the series moves on, the first when it moves back, so that no session meets its own neighbour's booking.
    const pairs = later.map((each, index) => ({ each, date: dates[index] }));
    const onwards = Temporal.Instant.compare(startsAt, session.startsAt) >= 0;
    for (const { each, date } of onwards ? pairs.reverse() : pairs)
      if (date) {
        await setTime(scope, each, date.startsAt, date.endsAt, each.version, group.name);
        await practiceMoved(scope, { sessionId: each.id, on: dateAt(date.startsAt, session.zone) });
      }
  }
  await tell(scope, session, 'session_moved', {
    group: group.name,
    was: `${dayAndDate(session.on)}, ${clockTime(session.from)}`,
    ...(ask.andTheRest && { rest: 'The sessions after it move along with it.' }),
    day: dayAndDate(ask.on),
    time: clockTime(ask.at),
    venue: session.venue,
  });
  await scope.audit('delivery.session_moved', {
    kind: 'session',
    id: session.id,
    centreId: session.centreId,
  });
  await scope.enqueue('delivery.reconcile', { groupId: session.groupId });
  const still = await standingOn(scope, all);
  return [
    ...new Set([...running].filter((each) => !still.has(each)).map((each) => each.split(' ')[1] ?? '')),
  ];
};

/** A session will not happen: its room is given back and those expected are told. */
export const callOffSession = async (
  scope: Scope,
  sessionId: string,
  version: number,
  why: string,
): Promise<void> => {
  const session = await heldSession(scope, sessionId);
  if (session.closed)
    throw new Refusal(
      'The register of this session is closed. If it did not happen, say so on the register.',
    );
  if (session.calledOffWhy !== null) throw new Refusal('This session is called off already.');
  const changed = await scope.tx
    .updateTable('delivery.sessions')
    .set({ called_off_at: scope.now.toString(), called_off_why: why, version: version + 1 })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', session.id)
    .where('version', '=', version)
    .returning('booking_id')
    .executeTakeFirst();
  if (!changed) throw new StaleEdit('session');
  if (changed.booking_id) await cancelBooking(scope, changed.booking_id);
  await practiceFellThrough(scope, { sessionId: session.id, everybody: true, why: `Called off: ${why}` });
  if (Temporal.Instant.compare(session.endsAt, scope.now) > 0)
    await tell(scope, session, 'session_called_off', {
      group: session.groupName,
      day: dayAndDate(session.on),
      time: clockTime(session.from),
      venue: session.venue,
    });
  await scope.audit('delivery.session_called_off', {
    kind: 'session',
    id: session.id,
    centreId: session.centreId,
  });
};

/**
 * A parent says whether they will come; the last word counts. Raises NotFound when the session is not theirs,
 * Refusal when it is over.
 */
export const answerSession = async (
  scope: Scope,
  ask: {
    readonly sessionId: string;
    readonly personId: string;
    readonly coming: boolean;
    readonly words: string;
  },
): Promise<void> => {
  const session = await sessionOf(scope, ask.sessionId);
  if (!session) throw new NotFound('session');
  // A drop-in can be seen by anybody; an answer is for those to whom it is open.
  const invited = await scope.tx
    .selectFrom('delivery.places')
    .select('id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('group_id', '=', session.groupId)
    .where('person_id', '=', ask.personId)
    .where('taken_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!invited) throw new NotFound('session');
  if (Temporal.Instant.compare(session.endsAt, scope.now) < 0) throw new Refusal('This session is over.');
  await scope.tx
    .insertInto('delivery.answers')
    .values({
      organisation_id: scope.actor.organisationId,
      session_id: session.id,
      person_id: ask.personId,
      centre_id: session.centreId,
      coming: ask.coming,
      words: ask.words,
      said_at: scope.now.toString(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'session_id', 'person_id'])
        .doUpdateSet({ coming: ask.coming, words: ask.words, said_at: scope.now.toString() }),
    )
    .execute();
  await scope.audit('delivery.session_answered', {
    kind: 'session',
    id: session.id,
    centreId: session.centreId,
  });
};
