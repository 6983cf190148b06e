import { dateAt, momentAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { move } from '#kernel/lifecycle.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { centre } from '#rooms/people/door.ts';
import { bookRoom, cancelBooking, holidays } from '#rooms/programme/door.ts';
import { syllabusFor } from '../syllabus/syllabus.queries.ts';
import { type Cohort, cohortById, meetingsIn, placesIn } from './cohort.queries.ts';
import { cohortLife, layOut } from './cohort.rules.ts';

export interface CohortPlanned {
  readonly centreId: string;
  readonly name: string;
  /** The code of a layout of the syllabus in use. */
  readonly layout: string;
  readonly firstDay: Temporal.PlainDate;
  /** When every meeting starts; null: as the layout says. */
  readonly startsAt: Temporal.PlainTime | null;
  /** A room of the centre, which is booked for every meeting; null: `placeWords` says where. */
  readonly venueId: string | null;
  readonly placeWords: string;
  readonly places: number;
  readonly trainers: readonly string[];
}

/** The cohort with this id, for a command. Raises NotFound. */
export const cohortFound = async (scope: Scope, id: string): Promise<Cohort> => {
  const cohort = await cohortById(scope, id);
  if (!cohort) throw new NotFound('cohort');
  return cohort;
};

/** Books the cohort's room for a meeting; a refusal is about the room, whatever field the booking would name. */
export const bookFor = async (
  scope: Scope,
  cohort: { readonly centreId: string; readonly venueId: string | null; readonly name: string },
  startsAt: Temporal.Instant,
  minutes: number,
  field = 'venueId',
): Promise<string | null> => {
  if (cohort.venueId === null) return null;
  try {
    return await bookRoom(scope, {
      venueId: cohort.venueId,
      centreId: cohort.centreId,
      from: startsAt,
      until: startsAt.add({ minutes }),
      what: `Training: ${cohort.name}`,
    });
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.message, field);
    throw error;
  }
};

/**
 * Plans a cohort from a layout of the syllabus in use and answers its id. Bank holidays of the centre are skipped, and
 * the room, where one is chosen, is booked for every meeting. Raises a Refusal without a usable syllabus, without such a
 * layout, for a day that has been, for a room that is taken, and without trainers or a place.
 */
export const planCohort = async (scope: Scope, plan: CohortPlanned): Promise<string> => {
  const { tx, actor, now } = scope;
  const at = await centre(scope, plan.centreId);
  if (!at) throw new NotFound('centre');
  const from = await syllabusFor(scope, at.zone);
  if (!from)
    throw new Refusal(
      'Nobody has said yet that the syllabus may be used. Ask a practitioner or the service lead to review it, then plan the cohort.',
    );
  const layout = from.content.layouts.find(({ code }) => code === plan.layout);
  if (!layout) throw new Refusal('Choose how the units are laid out.', 'layout');
  if (Temporal.PlainDate.compare(plan.firstDay, dateAt(now, at.zone)) < 0)
    throw new Refusal('The first day has been already. Enter a day to come.', 'firstDay');
  if (plan.trainers.length === 0) throw new Refusal('Choose at least one trainer.', 'trainers');
  if (plan.venueId === null && plan.placeWords.trim() === '')
    throw new Refusal('Choose a room, or write down where the cohort meets.', 'placeWords');
  const free = await holidays(scope, at.nation, plan.firstDay, plan.firstDay.add({ years: 2 }));
  const meetings = layOut(from.content, layout.meetings, plan.firstDay, free, plan.startsAt);
  const id = newId();
  const by = accountOf(actor);
  const common = { organisation_id: actor.organisationId, centre_id: plan.centreId };
  await tx
    .insertInto('training.cohorts')
    .values({
      ...common,
      id,
      syllabus_id: from.id,
      name: plan.name,
      layout: plan.layout,
      place_words: plan.placeWords.trim(),
      venue_id: plan.venueId,
      places: plan.places,
      planned_at: now.toString(),
      planned_by: by,
    })
    .execute();
  await tx
    .insertInto('training.cohort_trainers')
    .values(
      [...new Set(plan.trainers)].map((accountId) => ({
        ...common,
        id: newId(),
        cohort_id: id,
        account_id: accountId,
        from_at: now.toString(),
      })),
    )
    .execute();
  for (const [index, meeting] of meetings.entries()) {
    const startsAt = momentAt(meeting.on, meeting.at, at.zone);
    const meetingId = newId();
    await tx
      .insertInto('training.cohort_meetings')
      .values({
        ...common,
        id: meetingId,
        cohort_id: id,
        position: index + 1,
        title: meeting.title,
        starts_at: startsAt.toString(),
        minutes: meeting.minutes,
        booking_id: await bookFor(scope, plan, startsAt, meeting.minutes),
        changed_at: now.toString(),
      })
      .execute();
    await tx
      .insertInto('training.cohort_parts')
      .values(
        meeting.parts.map((part, at) => ({
          ...common,
          meeting_id: meetingId,
          cohort_id: id,
          position: at + 1,
          unit_code: part.unitCode,
          title: part.title,
          minutes: part.minutes,
        })),
      )
      .execute();
  }
  await scope.audit('training.cohort_planned', { kind: 'cohort', id, centreId: plan.centreId });
  return id;
};

const setCohort = async (
  scope: Scope,
  cohort: Cohort,
  version: number,
  set: Readonly<Record<string, string | number | null>>,
): Promise<void> => {
  const changed = await scope.tx
    .updateTable('training.cohorts')
    .set({ ...set, version: cohort.version + 1 })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', cohort.id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new StaleEdit('cohort');
};

/** From now on people may take places. Raises NotFound, a Refusal when it is not planned any more. */
export const openCohort = async (scope: Scope, cohortId: string): Promise<void> => {
  const cohort = await cohortFound(scope, cohortId);
  move(cohortLife, 'open', cohort.state);
  await setCohort(scope, cohort, cohort.version, { opened_at: scope.now.toString() });
  await scope.audit('training.cohort_opened', { kind: 'cohort', id: cohort.id, centreId: cohort.centreId });
};

/** Everybody has gone their way. Raises a Refusal while a meeting is still to come. */
export const closeCohort = async (scope: Scope, cohortId: string): Promise<void> => {
  const cohort = await cohortFound(scope, cohortId);
  move(cohortLife, 'close', cohort.state);
  const ahead = (await meetingsIn(scope, [cohort.id])).some(
    ({ endsAt, calledOffAt }) => calledOffAt === null && Temporal.Instant.compare(endsAt, scope.now) > 0,
  );
  if (ahead) throw new Refusal('A meeting is still to come. Close the cohort when the last one has been.');
  await setCohort(scope, cohort, cohort.version, { closed_at: scope.now.toString() });
  await scope.audit('training.cohort_closed', { kind: 'cohort', id: cohort.id, centreId: cohort.centreId });
};

/**
 * The cohort does not take place, or not to its end: meetings to come are called off, rooms given back, and everybody in
 * it hears why. What people earned stays theirs. Raises NotFound, a Refusal without a reason or when it is over.
 */
export const callOffCohort = async (scope: Scope, cohortId: string, why: string): Promise<void> => {
  const { tx, actor, now } = scope;
  const cohort = await cohortFound(scope, cohortId);
  move(cohortLife, 'call_off', cohort.state);
  if (!why.trim()) throw new Refusal('Say why it is called off. The people in it read it.', 'why');
  await setCohort(scope, cohort, cohort.version, {
    called_off_at: now.toString(),
    called_off_why: why.trim(),
  });
  const ahead = (await meetingsIn(scope, [cohort.id])).filter(
    ({ startsAt, calledOffAt }) => calledOffAt === null && Temporal.Instant.compare(startsAt, now) > 0,
  );
  for (const meeting of ahead) {
    if (meeting.bookingId) await cancelBooking(scope, meeting.bookingId);
    await tx
      .updateTable('training.cohort_meetings')
      .set({
        called_off_at: now.toString(),
        called_off_why: why.trim(),
        sequence: meeting.sequence + 1,
        changed_at: now.toString(),
      })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', meeting.id)
      .execute();
  }
  await tx
    .updateTable('training.catch_ups')
    .set((eb) => ({
      called_off_at: now.toString(),
      why: why.trim(),
      sequence: eb('sequence', '+', 1),
      changed_at: now.toString(),
    }))
    .where('organisation_id', '=', actor.organisationId)
    .where('with_cohort_id', '=', cohort.id)
    .where('done_at', 'is', null)
    .where('called_off_at', 'is', null)
    .where('starts_at', '>', now.toString())
    .execute();
  await scope.enqueue('training.cohort_news', { what: 'called_off', cohortId: cohort.id, why: why.trim() });
  await scope.audit('training.cohort_called_off', {
    kind: 'cohort',
    id: cohort.id,
    centreId: cohort.centreId,
  });
};

/**
 * Changes the name, the number of places, where it usually meets (only where no room is booked) and who leads it. Raises
 * NotFound, StaleEdit, and a Refusal for fewer places than are taken or without a trainer.
 */
export const changeCohort = async (
  scope: Scope,
  cohortId: string,
  to: {
    readonly name: string;
    readonly places: number;
    readonly placeWords: string;
    readonly trainers: readonly string[];
    readonly version: number;
  },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const cohort = await cohortFound(scope, cohortId);
  if (cohort.state !== 'planned' && cohort.state !== 'opened')
    throw new Refusal('This cohort is over, so it stays as it was.');
  const taken = (await placesIn(scope, cohort.id)).filter((place) => place.takenAt && !place.leftAt).length;
  if (to.places < taken)
    throw new Refusal(`${taken} places are taken already. Enter ${taken} or more.`, 'places');
  if (to.trainers.length === 0) throw new Refusal('Choose at least one trainer.', 'trainers');
  if (cohort.venueId === null && to.placeWords.trim() === '')
    throw new Refusal('Write down where the cohort meets.', 'placeWords');
  await setCohort(scope, cohort, to.version, {
    name: to.name,
    places: to.places,
    place_words: to.placeWords.trim(),
  });
  const before = cohort.trainers;
  const gone = before.filter((each) => !to.trainers.includes(each));
  const come = [...new Set(to.trainers)].filter((each) => !before.includes(each));
  if (gone.length > 0)
    await tx
      .updateTable('training.cohort_trainers')
      .set({ until_at: now.toString() })
      .where('organisation_id', '=', actor.organisationId)
      .where('cohort_id', '=', cohort.id)
      .where('account_id', 'in', gone)
      .where('until_at', 'is', null)
      .execute();
  if (come.length > 0)
    await tx
      .insertInto('training.cohort_trainers')
      .values(
        come.map((accountId) => ({
          organisation_id: actor.organisationId,
          id: newId(),
          cohort_id: cohort.id,
          centre_id: cohort.centreId,
          account_id: accountId,
          from_at: now.toString(),
        })),
      )
      .execute();
  await scope.audit('training.cohort_changed', { kind: 'cohort', id: cohort.id, centreId: cohort.centreId });
};
