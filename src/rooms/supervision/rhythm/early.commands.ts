import { laterOf } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { diariesOf } from './arrangement.queries.ts';
import { meet } from './house.commands.ts';
import type { Meeting } from './meeting.queries.ts';
import { place } from './place.rules.ts';
import type { Looking } from './propose.commands.ts';

// A check-in three weeks on is not one of five weeks: it lies within a week of its day, or it is left out.
const NEAR = 6;
const AHEAD = 28;

/** Proposes the early check-ins of a newcomer that are near and have no time yet. One whose days are over is left out. */
export const proposeEarly = async (
  scope: Scope,
  all: readonly Meeting[],
  { arrangement, facts, notBefore }: Looking,
): Promise<void> => {
  const { supervisorId, accountId, beginsOn, zone } = arrangement;
  if (!arrangement.newcomer || supervisorId === null) return;
  for (const early of facts.rules.early) {
    const dueOn = beginsOn.add({ days: early.afterDays });
    const untilOn = dueOn.add({ days: NEAR });
    if (Temporal.PlainDate.compare(untilOn, notBefore) < 0) continue;
    if (Temporal.PlainDate.compare(dueOn, facts.today.add({ days: AHEAD })) > 0) continue;
    const there = all.some(
      ({ kind, earlyCode, state }) =>
        kind === 'early' && earlyCode === early.code && !['called_off', 'did_not_happen'].includes(state),
    );
    if (there) continue;
    const diary = await diariesOf(scope, [accountId, supervisorId], {
      since: facts.today,
      rules: facts.rules,
    });
    const found = place({
      dueOn,
      fromOn: laterOf(laterOf(dueOn.subtract({ days: NEAR }), beginsOn), notBefore),
      untilOn,
      minutes: early.minutes,
      zone,
      holidays: facts.holidays,
      people: [diary(accountId), diary(supervisorId)],
    });
    if (!found) continue;
    await meet(scope, {
      centreId: arrangement.centreId,
      zone,
      kind: 'early',
      earlyCode: early.code,
      dueOn,
      supervisorId,
      startsAt: found.startsAt,
      minutes: early.minutes,
      how: early.how,
      because: found.because,
      people: [accountId],
    });
  }
};
