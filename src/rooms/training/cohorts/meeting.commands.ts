import { NotFound, Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { cancelBooking, moveBooking } from '#rooms/programme/door.ts';
import { cohortFound } from './cohort.commands.ts';
import { type Cohort, type Meeting, meetingsIn } from './cohort.queries.ts';

interface Found {
  readonly cohort: Cohort;
  readonly meeting: Meeting;
  readonly all: readonly Meeting[];
}

/** A meeting with its cohort and the others. Raises NotFound. */
export const meetingFound = async (
  scope: Scope,
  { cohortId, meetingId }: { readonly cohortId: string; readonly meetingId: string },
): Promise<Found> => {
  const cohort = await cohortFound(scope, cohortId);
  const all = await meetingsIn(scope, [cohort.id]);
  const meeting = all.find(({ id }) => id === meetingId);
  if (!meeting) throw new NotFound('meeting');
  return { cohort, meeting, all };
};

const stillToCome = ({ cohort, meeting }: Found, now: Temporal.Instant): void => {
  if (cohort.state !== 'planned' && cohort.state !== 'opened')
    throw new Refusal('This cohort is over, so its meetings stay as they were.');
  if (meeting.calledOffAt) throw new Refusal('This meeting is called off already.');
  if (Temporal.Instant.compare(meeting.startsAt, now) <= 0)
    throw new Refusal('This meeting has begun, so it cannot be moved or called off any more.');
};

// Guests from other cohorts come along with the meeting they were offered.
const guestsAlong = async (
  scope: Scope,
  meeting: Meeting,
  set: Readonly<Record<string, string>>,
): Promise<void> => {
  await scope.tx
    .updateTable('training.catch_ups')
    .set((eb) => ({ ...set, sequence: eb('sequence', '+', 1), changed_at: scope.now.toString() }))
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('meeting_id', '=', meeting.id)
    .where('done_at', 'is', null)
    .where('called_off_at', 'is', null)
    .execute();
};

/**
 * Moves a meeting to another time, with its room and its guests; everybody in it hears of it. `placeWords` says where
 * this one is when it is elsewhere (a booked room is then given back). Raises NotFound, and a Refusal once it has begun,
 * for a time that has been, or when the room is taken.
 */
export const moveMeeting = async (
  scope: Scope,
  ask: {
    readonly cohortId: string;
    readonly meetingId: string;
    readonly startsAt: Temporal.Instant;
    readonly placeWords: string;
  },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const found = await meetingFound(scope, ask);
  const { cohort, meeting } = found;
  stillToCome(found, now);
  if (Temporal.Instant.compare(ask.startsAt, now) <= 0)
    throw new Refusal('That time has been already. Enter a time to come.', 'day');
  const placeWords = ask.placeWords.trim();
  let bookingId = meeting.bookingId;
  if (bookingId && placeWords !== '') {
    await cancelBooking(scope, bookingId);
    bookingId = null;
  } else if (bookingId) {
    try {
      await moveBooking(scope, bookingId, {
        from: ask.startsAt,
        until: ask.startsAt.add({ minutes: meeting.minutes }),
      });
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal(error.message, 'day');
      throw error;
    }
  }
  await tx
    .updateTable('training.cohort_meetings')
    .set({
      starts_at: ask.startsAt.toString(),
      place_words: placeWords,
      booking_id: bookingId,
      sequence: meeting.sequence + 1,
      changed_at: now.toString(),
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', meeting.id)
    .execute();
  await guestsAlong(scope, meeting, {
    starts_at: ask.startsAt.toString(),
    place_words: placeWords || cohort.place,
  });
  await scope.enqueue('training.cohort_news', {
    what: 'moved',
    cohortId: cohort.id,
    meetingId: meeting.id,
    was: meeting.startsAt.toString(),
    sequence: meeting.sequence + 1,
  });
  await scope.audit('training.meeting_moved', {
    kind: 'cohort_meeting',
    id: meeting.id,
    centreId: cohort.centreId,
  });
};

/**
 * Calls a meeting off; its units have no day until they are laid onto another meeting. Everybody in it hears why. Raises
 * NotFound, and a Refusal without a reason or once it has begun.
 */
export const callOffMeeting = async (
  scope: Scope,
  ask: { readonly cohortId: string; readonly meetingId: string; readonly why: string },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const found = await meetingFound(scope, ask);
  const { cohort, meeting } = found;
  stillToCome(found, now);
  const why = ask.why.trim();
  if (!why) throw new Refusal('Say why it is called off. The people in it read it.', 'why');
  if (meeting.bookingId) await cancelBooking(scope, meeting.bookingId);
  await tx
    .updateTable('training.cohort_meetings')
    .set({
      called_off_at: now.toString(),
      called_off_why: why,
      sequence: meeting.sequence + 1,
      changed_at: now.toString(),
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', meeting.id)
    .execute();
  await guestsAlong(scope, meeting, { called_off_at: now.toString(), why });
  await scope.enqueue('training.cohort_news', {
    what: 'meeting_called_off',
    cohortId: cohort.id,
    meetingId: meeting.id,
    why,
  });
  await scope.audit('training.meeting_called_off', {
    kind: 'cohort_meeting',
    id: meeting.id,
    centreId: cohort.centreId,
  });
};

/**
 * Lays a unit onto another meeting of the same cohort that is still to come: that one grows longer by it, and the one it
 * came from shorter. Raises NotFound, and a Refusal when the unit was held already or the room is not free for longer.
 */
export const layUnitOnto = async (
  scope: Scope,
  ask: {
    readonly cohortId: string;
    readonly meetingId: string;
    readonly unitCode: string;
    readonly ontoId: string;
  },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const { cohort, meeting, all } = await meetingFound(scope, ask);
  const onto = all.find(({ id }) => id === ask.ontoId);
  const part = meeting.parts.find(({ unitCode }) => unitCode === ask.unitCode);
  if (!onto || !part) throw new NotFound('meeting');
  if (onto.id === meeting.id) return;
  if (meeting.calledOffAt === null && Temporal.Instant.compare(meeting.startsAt, now) <= 0)
    throw new Refusal('This unit has been held. Somebody who missed it can catch it up.', 'onto');
  if (onto.calledOffAt || Temporal.Instant.compare(onto.startsAt, now) <= 0)
    throw new Refusal('Choose a meeting that is still to come.', 'onto');
  if (onto.bookingId)
    try {
      await moveBooking(scope, onto.bookingId, {
        from: onto.startsAt,
        until: onto.startsAt.add({ minutes: onto.minutes + part.minutes }),
      });
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal(error.message, 'onto');
      throw error;
    }
  const last = Math.max(0, ...onto.parts.map(({ position }) => position));
  await tx
    .updateTable('training.cohort_parts')
    .set({ meeting_id: onto.id, position: last + 1 })
    .where('organisation_id', '=', actor.organisationId)
    .where('meeting_id', '=', meeting.id)
    .where('unit_code', '=', ask.unitCode)
    .execute();
  for (const [each, minutes] of [
    [onto, onto.minutes + part.minutes],
    [meeting, Math.max(1, meeting.minutes - part.minutes)],
  ] as const)
    await tx
      .updateTable('training.cohort_meetings')
      .set({ minutes, sequence: each.sequence + 1, changed_at: now.toString() })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', each.id)
      .execute();
  // A guest who was offered exactly this unit has to be asked anew.
  await tx
    .updateTable('training.catch_ups')
    .set((eb) => ({
      called_off_at: now.toString(),
      why: 'The unit moved to another day.',
      sequence: eb('sequence', '+', 1),
      changed_at: now.toString(),
    }))
    .where('organisation_id', '=', actor.organisationId)
    .where('meeting_id', '=', meeting.id)
    .where('unit_code', '=', ask.unitCode)
    .where('done_at', 'is', null)
    .where('called_off_at', 'is', null)
    .execute();
  await scope.enqueue('training.cohort_news', {
    what: 'moved',
    cohortId: cohort.id,
    meetingId: onto.id,
    sequence: onto.sequence + 1,
  });
  await scope.audit('training.unit_laid_onto', {
    kind: 'cohort_meeting',
    id: onto.id,
    centreId: cohort.centreId,
  });
};
