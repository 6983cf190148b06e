import type { Scope } from '#platform/db/as-actor.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import type { ApplicationFacts } from '../route/application.queries.ts';
import type { TakenTime } from './mine.queries.ts';
import { LEAST_HOURS_AHEAD } from './talk.rules.ts';

export type FreeTime = TakenTime;

const MOST_SHOWN = 60;

/** The first moment at which a time to talk may still be taken. */
export const earliest = (now: Temporal.Instant): Temporal.Instant => now.add({ hours: LEAST_HOURS_AHEAD });

/** The times of the centre that nobody has taken yet, soonest first; whom one talks with by first name. */
export const freeTimes = async (
  scope: Scope,
  application: ApplicationFacts,
): Promise<readonly FreeTime[]> => {
  const rows = await scope.tx
    .selectFrom('recruiting.offered_times')
    .select(['id', 'starts_at', 'ends_at', 'way', 'place', 'with_account'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('centre_id', '=', application.centreId)
    .where('application_id', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('starts_at', '>', earliest(scope.now).toString())
    .orderBy('starts_at')
    .orderBy('id')
    .limit(MOST_SHOWN)
    .execute();
  const names = await namesOfAccounts(
    scope,
    rows.map((row) => row.with_account),
  );
  return rows.map((row) => ({
    id: row.id,
    startsAt: Temporal.Instant.from(row.starts_at),
    endsAt: Temporal.Instant.from(row.ends_at),
    way: row.way as TakenTime['way'],
    place: row.place,
    with: (names.get(row.with_account) ?? 'one of us').split(' ')[0] ?? '',
  }));
};
