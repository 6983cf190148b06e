import { daysBetween } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { arrangementsLedBy } from './arrangement.queries.ts';
import { lookAhead } from './keep.commands.ts';
import type { Hours } from './place.rules.ts';

const LONGEST = 366;

const mine = (scope: Scope): string => {
  const me = accountOf(scope.actor);
  if (me === null) throw new NotFound('times');
  return me;
};

/** Whose proposals somebody's days decide: their own, and those of everybody they supervise or cover for. */
const lookAgain = async (scope: Scope, accountId: string) => {
  await lookAhead(scope, accountId);
  for (const each of await arrangementsLedBy(scope, accountId)) await lookAhead(scope, each.accountId);
};

/** Says in which hours of the week one can meet; none means the usual ones. Each weekday 1 (Monday) to 7. Replaces what was said. */
export const sayHours = async (scope: Scope, hours: readonly Hours[]): Promise<void> => {
  const me = mine(scope);
  await scope.tx
    .deleteFrom('supervision.availability')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('account_id', '=', me)
    .execute();
  if (hours.length > 0)
    await scope.tx
      .insertInto('supervision.availability')
      .values(
        hours.map(({ weekday, from, until }) => ({
          organisation_id: scope.actor.organisationId,
          id: newId(),
          account_id: me,
          weekday,
          from_time: from.toString(),
          until_time: until.toString(),
        })),
      )
      .execute();
  await scope.audit('supervision.hours_said', { kind: 'account', id: me });
  await lookAgain(scope, me);
};

/** Says on which days one is away, both included; never why. Raises Refusal for days the wrong way round, past or longer than a year. */
export const sayLeave = async (
  scope: Scope,
  ask: {
    readonly centreId: string;
    readonly fromOn: Temporal.PlainDate;
    readonly untilOn: Temporal.PlainDate;
    readonly today: Temporal.PlainDate;
  },
): Promise<string> => {
  const me = mine(scope);
  if (Temporal.PlainDate.compare(ask.untilOn, ask.fromOn) < 0)
    throw new Refusal('The last day is the first day or after it.', 'untilOn');
  if (Temporal.PlainDate.compare(ask.untilOn, ask.today) < 0)
    throw new Refusal('These days are over. Choose days from today on.', 'untilOn');
  if (daysBetween(ask.fromOn, ask.untilOn) > LONGEST)
    throw new Refusal('This is longer than a year. Say it for a year at most.', 'untilOn');
  const id = newId();
  await scope.tx
    .insertInto('supervision.leave')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      centre_id: ask.centreId,
      account_id: me,
      from_on: ask.fromOn.toString(),
      until_on: ask.untilOn.toString(),
      said_at: scope.now.toString(),
    })
    .execute();
  await scope.audit('supervision.leave_said', { kind: 'leave', id, centreId: ask.centreId });
  await lookAgain(scope, me);
  return id;
};

/** Takes leave of one's own back: one is there after all. NotFound when there is none, or somebody else's. */
export const takeBackLeave = async (scope: Scope, id: string): Promise<void> => {
  const me = mine(scope);
  const done = await scope.tx
    .updateTable('supervision.leave')
    .set({ taken_back_at: scope.now.toString() })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', id)
    .where('account_id', '=', me)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new NotFound('leave');
  await scope.audit('supervision.leave_taken_back', { kind: 'leave', id });
  await lookAgain(scope, me);
};
