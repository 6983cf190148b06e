import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { accountsAt, centre } from '#rooms/people/door.ts';
import { holidays } from '#rooms/programme/door.ts';
import { clockTime, dayAndDate } from '#ui/times.ts';
import { mayRecruit, RECRUITS } from '../recruiting.policy.ts';
import { applicationOf } from '../route/application.queries.ts';
import { passMove } from '../route/steps.commands.ts';
import { tellApplicant } from '../route/tell.ts';
import { timeOf } from './time.queries.ts';
import { slotsBetween, type Way } from './time.rules.ts';

export interface Offering {
  readonly centreId: string;
  readonly withAccount: string;
  readonly day: Temporal.PlainDate;
  readonly from: Temporal.PlainTime;
  readonly to: Temporal.PlainTime;
  /** How long each takes. */
  readonly minutes: number;
  readonly way: Way;
  readonly place: string;
  /** Offered although the day is a bank holiday. */
  readonly evenSo: boolean;
}

const OVERLAP = '23P01';

const overlapping = async (
  { tx, actor }: Scope,
  withAccount: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<Temporal.Instant | null> => {
  const row = await tx
    .selectFrom('recruiting.offered_times')
    .select('starts_at')
    .where('organisation_id', '=', actor.organisationId)
    .where('with_account', '=', withAccount)
    .where('cancelled_at', 'is', null)
    .where('starts_at', '<', until.toString())
    .where('ends_at', '>', from.toString())
    .orderBy('starts_at')
    .executeTakeFirst();
  return row ? Temporal.Instant.from(row.starts_at) : null;
};

/**
 * Offers the times of a day at which somebody of the centre is free to talk. Answers how many. Refuses a day that has
 * passed or is a bank holiday (`day`), a span too short for one (`to`), somebody who does not recruit there
 * (`withAccount`), and times that overlap with others of theirs (`from`).
 */
export const offerTimes = async (scope: Scope, offering: Offering): Promise<number> => {
  const { tx, actor, now } = scope;
  const { centreId, withAccount, day } = offering;
  const at = mayRecruit(actor, centreId) ? await centre(scope, centreId) : null;
  if (!at) throw new NotFound('centre');
  if (!(await accountsAt(scope, centreId, RECRUITS)).some((each) => each.accountId === withAccount))
    throw new Refusal('Choose somebody who recruits at this centre.', 'withAccount');
  if (Temporal.PlainDate.compare(day, dateAt(now, at.zone)) < 0)
    throw new Refusal('This day has passed. Choose today or a day to come.', 'day');
  if (!offering.evenSo && (await holidays(scope, at.nation, day, day)).size > 0)
    throw new Refusal(
      `${dayAndDate(day, { today: dateAt(now, at.zone) })} is a bank holiday. Choose another day, or tick below that you offer it all the same.`,
      'day',
    );
  const slots = slotsBetween(offering, at.zone).filter(
    (slot) => Temporal.Instant.compare(slot.startsAt, now) > 0,
  );
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last)
    throw new Refusal(
      'No whole time fits in there. Choose a later end, an earlier start or a shorter length.',
      'to',
    );
  const clash = await overlapping(scope, withAccount, first.startsAt, last.endsAt);
  const clashes = (when: string) =>
    new Refusal(
      `They already offer a time${when}. Choose another time of day, or cancel that one first.`,
      'from',
    );
  if (clash) throw clashes(` at ${clockTime(clash.toZonedDateTimeISO(at.zone).toPlainTime())}`);
  try {
    await tx
      .insertInto('recruiting.offered_times')
      .values(
        slots.map((slot) => ({
          organisation_id: actor.organisationId,
          id: newId(),
          centre_id: centreId,
          with_account: withAccount,
          starts_at: slot.startsAt.toString(),
          ends_at: slot.endsAt.toString(),
          way: offering.way,
          place: offering.place,
          made_by: accountOf(actor),
          made_at: now.toString(),
        })),
      )
      .execute();
  } catch (error) {
    // At another centre, where the actor does not look, or a moment ago: the database saw it.
    if ((error as { code?: string }).code === OVERLAP) throw clashes(' then');
    throw error;
  }
  await scope.audit('recruiting.times_offered', { kind: 'centre', id: centreId, centreId });
  return slots.length;
};

/**
 * Cancels a time. Whoever took it gets a letter with the reason and can choose another. Answers whether somebody had
 * taken it, and whether a letter could leave. NotFound when it is not there; Refusal when it has begun or is cancelled.
 */
export const cancelTime = async (
  scope: Scope,
  { timeId, why }: { readonly timeId: string; readonly why: string },
): Promise<{ readonly taken: boolean; readonly told: boolean }> => {
  const { tx, actor, now } = scope;
  await tx
    .selectFrom('recruiting.offered_times')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', timeId)
    .forUpdate()
    .execute();
  const time = await timeOf(scope, timeId);
  if (!time || !mayRecruit(actor, time.centreId)) throw new NotFound('time');
  if (time.cancelled) throw new Refusal('This time is cancelled already.');
  if (Temporal.Instant.compare(time.startsAt, now) <= 0)
    throw new Refusal('This time has begun. Write down on the application that it did not happen.');
  await tx
    .updateTable('recruiting.offered_times')
    .set({ cancelled_at: now.toString(), cancelled_why: why || null })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', timeId)
    .execute();
  await scope.audit('recruiting.time_cancelled', {
    kind: 'offered_time',
    id: timeId,
    centreId: time.centreId,
  });
  const application = time.applicationId ? await applicationOf(scope, time.applicationId) : null;
  if (!application) return { taken: time.applicationId !== null, told: false };
  await passMove(scope, { applicationId: application.id, code: 'conversation', mover: 'applicant' });
  const wall = time.startsAt.toZonedDateTimeISO(time.zone);
  const told = await tellApplicant(scope, application, {
    template: 'recruiting_time_cancelled',
    details: {
      day: dayAndDate(wall.toPlainDate(), { today: dateAt(now, time.zone) }),
      time: clockTime(wall.toPlainTime()),
      why,
    },
    once: `recruiting_time_cancelled:${timeId}`,
  });
  return { taken: true, told };
};
