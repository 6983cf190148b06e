import { Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { dayAndDate } from '#ui/times.ts';

/** Adds a day off of a nation. Raises a Refusal when the day is there already. Sessions planned on it stay as they are. */
export const addHoliday = async (
  scope: Scope,
  nation: string,
  on: Temporal.PlainDate,
  name: string,
): Promise<void> => {
  const { tx, actor } = scope;
  const made = await tx
    .insertInto('programme.bank_holidays')
    .values({ organisation_id: actor.organisationId, nation, on_day: on.toString(), name })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n)
    throw new Refusal(`${dayAndDate(on)} is on the list already.`, 'on');
  await scope.audit('programme.bank_holiday_added', { kind: 'bank_holiday', id: null });
};

/** Takes a day off the list. One that is not there is gone already: nothing changes. */
export const removeHoliday = async (scope: Scope, nation: string, on: Temporal.PlainDate): Promise<void> => {
  const { tx, actor } = scope;
  await tx
    .deleteFrom('programme.bank_holidays')
    .where('organisation_id', '=', actor.organisationId)
    .where('nation', '=', nation)
    .where('on_day', '=', on.toString())
    .execute();
  await scope.audit('programme.bank_holiday_removed', { kind: 'bank_holiday', id: null });
};
