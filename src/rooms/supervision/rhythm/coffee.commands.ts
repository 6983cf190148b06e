import { dateAt, daysBetween, momentAt, workingDaysAfter } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf, holds } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { arrangementsAt } from './arrangement.queries.ts';
import { type Centre, holidaysOf } from './coffee.facts.ts';
import { writeMove } from './house.commands.ts';
import { coffeesAt, type Meeting, meetingById } from './meeting.queries.ts';
import { rulesOn } from './rules.queries.ts';
import { tellMeeting } from './tell.ts';

const FIRST_AFTER = 14;
const THURSDAY = 4;

/** The first Thursday two weeks on or later: a day on which little else is. */
const firstDay = (today: Temporal.PlainDate) => {
  const from = today.add({ days: FIRST_AFTER });
  return from.add({ days: (THURSDAY - from.dayOfWeek + 7) % 7 });
};

/**
 * Proposes the next coffee morning of a centre where two or more peer supporters are. Its days are counted from the first
 * one ever; on a weekend or holiday it is on the next working day, and the later ones stay where they were. For the house.
 */
export const proposeCoffee = async (scope: Scope, at: Centre): Promise<void> => {
  const everyone = await arrangementsAt(scope, [at.id]);
  if (everyone.length < 2) return;
  const today = dateAt(scope.now, at.zone);
  const rules = (await rulesOn(scope, today)).coffee;
  const all = await coffeesAt(scope, [at.id], Temporal.Instant.from('2000-01-01T00:00:00Z'));
  const anchor = all.find((each) => each.dueOn)?.dueOn ?? firstDay(today);
  const ahead = Math.max(0, Math.ceil((daysBetween(anchor, today) + FIRST_AFTER) / rules.everyDays));
  const dueOn = anchor.add({ days: ahead * rules.everyDays });
  if (all.some((each) => each.dueOn?.equals(dueOn))) return;
  const free = await holidaysOf(scope, at.nation, dueOn);
  const on = dueOn.dayOfWeek > 5 || free.has(dueOn.toString()) ? workingDaysAfter(dueOn, 1, free) : dueOn;
  const startsAt = momentAt(on, Temporal.PlainTime.from(rules.at), at.zone);
  const id = newId();
  const made = await scope.tx
    .insertInto('supervision.meetings')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      centre_id: at.id,
      kind: 'coffee',
      due_on: dueOn.toString(),
      starts_at: startsAt.toString(),
      minutes: rules.minutes,
      because: on.equals(dueOn) || dueOn.dayOfWeek > 5 ? [] : ['bank_holiday'],
      proposed_at: scope.now.toString(),
      changed_at: scope.now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return;
  await tellMeeting(
    scope,
    'supervision_coffee',
    {
      id,
      centreId: at.id,
      zone: at.zone,
      startsAt,
      how: 'face_to_face',
      place: at.name,
      because: [],
      sequence: 0,
    },
    { to: everyone.map((each) => each.accountId) },
  );
};

const theirs = async (scope: Scope, id: string): Promise<Meeting> => {
  const meeting = await meetingById(scope, id);
  if (meeting?.kind !== 'coffee' || !holds(scope.actor, ['peer_supporter'], meeting.centreId))
    throw new NotFound('meeting');
  return meeting;
};

/** A peer supporter says that they would like to come, or takes it back. Only peer supporters of the centre ever see it. */
export const comeToCoffee = async (scope: Scope, id: string, coming: boolean): Promise<void> => {
  const meeting = await theirs(scope, id);
  if (meeting.state === 'called_off') throw new Refusal('This coffee morning is called off.');
  const organisation_id = scope.actor.organisationId;
  const account_id = accountOf(scope.actor) ?? '';
  if (!coming)
    await scope.tx
      .deleteFrom('supervision.meeting_people')
      .where('organisation_id', '=', organisation_id)
      .where('meeting_id', '=', id)
      .where('account_id', '=', account_id)
      .execute();
  else
    await scope.tx
      .insertInto('supervision.meeting_people')
      .values({
        organisation_id,
        meeting_id: id,
        account_id,
        centre_id: meeting.centreId,
        apart: true,
        said: 'yes',
        said_at: scope.now.toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await scope.audit('supervision.coffee', { kind: 'meeting', id, centreId: meeting.centreId });
};

/** It is theirs: any peer supporter of the centre, or who looks after them, chooses another day or says where. Raises NotFound and Refusal. */
export const changeCoffee = async (
  scope: Scope,
  id: string,
  ask: { readonly startsAt: Temporal.Instant; readonly place: string },
): Promise<void> => {
  const meeting = await meetingById(scope, id);
  if (
    meeting?.kind !== 'coffee' ||
    !holds(scope.actor, ['peer_supporter', 'volunteer_manager', 'programme_coordinator'], meeting.centreId)
  )
    throw new NotFound('meeting');
  if (meeting.state === 'called_off') throw new Refusal('This coffee morning is called off.');
  if (Temporal.Instant.compare(ask.startsAt, scope.now) <= 0)
    throw new Refusal('This time has passed. Choose one that is still to come.', 'on');
  await writeMove(scope, meeting, { startsAt: ask.startsAt, place: ask.place, why: '', agreed: true });
  await scope.audit('supervision.moved', { kind: 'meeting', id, centreId: meeting.centreId });
  if (Temporal.Instant.compare(ask.startsAt, meeting.startsAt) !== 0)
    await tellMeeting(
      scope,
      'supervision_moved',
      { ...meeting, startsAt: ask.startsAt, place: ask.place, because: [], sequence: meeting.sequence + 1 },
      { to: meeting.people.map((each) => each.accountId), was: meeting.startsAt },
    );
};
