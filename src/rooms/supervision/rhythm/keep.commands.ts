import { dateAt, daysBetween } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { holidays } from '#rooms/programme/door.ts';
import { type Arrangement, arrangementsOf, leaveOf } from './arrangement.queries.ts';
import { heldDays } from './meeting.queries.ts';
import { type StandingFacts, standingOf } from './rhythm.rules.ts';
import type { RhythmRules } from './rhythm.shape.ts';
import { rulesOn } from './rules.queries.ts';

/** Everything a standing is decided from, as it is now. */
export const standingFacts = async (
  scope: Scope,
  arrangement: Arrangement,
): Promise<StandingFacts & { readonly rules: RhythmRules }> => {
  const today = dateAt(scope.now, arrangement.zone);
  const rules = await rulesOn(scope, today);
  const [held, leave, free] = await Promise.all([
    heldDays(scope, arrangement.accountId, {
      counts: rules.forms[arrangement.form].counts,
      zone: arrangement.zone,
    }),
    leaveOf(scope, [arrangement.accountId], arrangement.beginsOn.subtract({ days: rules.nearDays })),
    holidays(
      scope,
      arrangement.nation,
      arrangement.beginsOn.subtract({ days: rules.nearDays }),
      today.add({ years: 1 }),
    ),
  ]);
  return {
    everyDays: rules.oneToOne.everyDays,
    nearDays: rules.nearDays,
    graceDays: rules.graceDays,
    beginsOn: arrangement.beginsOn,
    held,
    leave,
    holidays: free,
    today,
    rules,
  };
};

/** The next proposals of a peer supporter are looked for by the house, at once and once. */
export const lookAhead = (scope: Scope, accountId: string): Promise<void> =>
  scope.enqueue('supervision.propose', { accountId }, { key: `supervision.propose:${accountId}` });

/**
 * Counts anew when the next one is due and from when new assignments pause, from everything that was held, and writes it
 * down in the same transaction; then the house looks for times. For whoever keeps the arrangement, and the house.
 */
export const keepRhythm = async (scope: Scope, accountId: string): Promise<void> => {
  const [arrangement] = await arrangementsOf(scope, [accountId]);
  if (!arrangement) return;
  const { dueOn, pausesOn } = standingOf(await standingFacts(scope, arrangement));
  await writeStanding(scope, arrangement, { dueOn, pausesOn });
  await lookAhead(scope, accountId);
};

/** Writes the two days down where they have changed. */
export const writeStanding = async (
  scope: Scope,
  arrangement: Arrangement,
  { dueOn, pausesOn }: { readonly dueOn: Temporal.PlainDate; readonly pausesOn: Temporal.PlainDate },
): Promise<void> => {
  if (
    daysBetween(arrangement.dueOn, dueOn) === 0 &&
    arrangement.pausesOn &&
    arrangement.pausesOn.equals(pausesOn)
  )
    return;
  await scope.tx
    .updateTable('supervision.arrangements')
    .set({ due_on: dueOn.toString(), pauses_on: pausesOn.toString() })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', arrangement.id)
    .execute();
};
