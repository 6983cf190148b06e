import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';

/** Somebody who meets no families for now. */
export interface SuspensionFacts {
  readonly suspensionId: string;
  readonly accountId: string;
  readonly centreId: string;
  readonly fromAt: Temporal.Instant;
}

const live = ({ tx, actor }: Scope) =>
  tx
    .selectFrom('people.suspensions')
    .select(['id', 'account_id', 'centre_id', 'from_at'])
    .where('organisation_id', '=', actor.organisationId)
    .where('until_at', 'is', null);

const factsOf = (row: {
  id: string;
  account_id: string;
  centre_id: string;
  from_at: string;
}): SuspensionFacts => ({
  suspensionId: row.id,
  accountId: row.account_id,
  centreId: row.centre_id,
  fromAt: Temporal.Instant.from(row.from_at),
});

/** The live suspensions of these accounts that the actor may know of. */
export const suspensionsOf = async (
  scope: Scope,
  accountIds: readonly string[],
): Promise<readonly SuspensionFacts[]> =>
  accountIds.length === 0
    ? []
    : (
        await live(scope)
          .where('account_id', 'in', [...new Set(accountIds)])
          .execute()
      ).map(factsOf);

/** Every live suspension the actor may know of, the oldest first. */
export const liveSuspensions = async (scope: Scope): Promise<readonly SuspensionFacts[]> =>
  (await live(scope).orderBy('from_at').limit(200).execute()).map(factsOf);

/** What somebody who is suspended may read of it themselves: never why. */
export interface OwnSuspension {
  readonly since: Temporal.Instant;
  readonly centre: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** The volunteer manager who will ring them; null when the centre has none just now. */
  readonly manager: string | null;
}

/** The actor's own live suspension, or null. */
export const ownSuspension = async ({ tx }: Scope): Promise<OwnSuspension | null> => {
  const { rows } = await sql<{
    since: string;
    centre: string;
    phone: string | null;
    email: string | null;
    manager: string | null;
  }>`select since, centre, phone, email, manager from people.own_suspension()`.execute(tx);
  const [row] = rows;
  return row ? { ...row, since: Temporal.Instant.from(row.since) } : null;
};
