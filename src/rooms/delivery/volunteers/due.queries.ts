import type { Scope } from '#platform/db/as-actor.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import type { Renewal } from '../readiness/readiness.rules.ts';
import { renewalWords } from '../readiness/readiness-words.rules.ts';
import { type Gap, gapsOf } from '../rota/crew.commands.ts';
import { volunteersAt } from './volunteers.queries.ts';

/** Something of a volunteer that ends soon or has just ended. */
export interface RenewalDue {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly centreId: string;
  readonly renewal: Renewal;
  /** What the matter is and what happens next, for those who look after volunteers. */
  readonly words: string;
}

/** What is to be renewed at these centres: whatever has reached a reminder, or is in its days of grace; the soonest first. */
export const renewalsDue = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly RenewalDue[]> =>
  (await volunteersAt(scope, centreIds, { countDays: false }))
    .flatMap(({ accountId, personId, name, calledName, centreId, peerSupporter, today }) =>
      peerSupporter.renewals
        .filter((renewal) => renewal.window !== null || renewal.inGrace)
        .map((renewal) => {
          const { words, next } = renewalWords(renewal, { name: calledName, today });
          return { accountId, personId, name, centreId, renewal, words: `${words} ${next}` };
        }),
    )
    .toSorted((one, other) => one.renewal.daysLeft - other.renewal.daysLeft);

export interface GapAhead extends Gap {
  readonly name: string;
}

/** Sessions of these centres, until a moment, that somebody of their usual crew cannot be at: find cover. Earliest first. */
export const gapsAhead = async (
  scope: Scope,
  centreIds: readonly string[],
  until: Temporal.Instant,
): Promise<readonly GapAhead[]> => {
  if (centreIds.length === 0) return [];
  const gaps = await gapsOf(scope, { centreIds, until });
  const names = await namesOfAccounts(
    scope,
    gaps.map((each) => each.accountId),
  );
  return gaps.map((each) => ({ ...each, name: names.get(each.accountId) ?? 'Somebody who has left' }));
};
