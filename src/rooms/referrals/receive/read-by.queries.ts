import { dateAt, workingDaysAfter } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Centre } from '#rooms/people/door.ts';
import { holidays, type Template } from '#rooms/programme/door.ts';

/** The day by which somebody of ours has read what arrived, as the programme promises: working days at the centre. */
export const readBy = async (
  scope: Scope,
  template: Template,
  { nation, zone }: Pick<Centre, 'nation' | 'zone'>,
  from: Temporal.Instant = scope.now,
): Promise<Temporal.PlainDate> => {
  const today = dateAt(from, zone);
  const days = template.content.promises.triageWorkingDays;
  // Weekends and holidays at most double the count and add a long break.
  const off = await holidays(scope, nation, today, today.add({ days: days * 2 + 14 }));
  return workingDaysAfter(today, days, off);
};
