import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';

/** Somebody whom the actor said they know. */
export interface KnownPair {
  readonly pairId: string;
  /** What they were named by: the account of a supporter, or the file of a parent. */
  readonly other: string;
  readonly name: string;
  readonly saidAt: Temporal.Instant;
}

/** Whom the actor said they know and has not taken back, in the order they said it. Nobody reads another's. */
export const ownKnown = async ({ tx }: Scope): Promise<readonly KnownPair[]> => {
  const { rows } = await sql<{ pair_id: string; other: string; name: string; said_at: string }>`
    select pair_id, other, name, said_at from delivery.own_known()`.execute(tx);
  return rows.map((row) => ({
    pairId: row.pair_id,
    other: row.other,
    name: row.name,
    saidAt: Temporal.Instant.from(row.said_at),
  }));
};

/** A group for which somebody else should be found to run it. */
export interface PairInGroup {
  readonly groupId: string;
  readonly groupName: string;
  readonly centreId: string;
  /** Whom to find somebody else for: the supporter. The parent is never named, nor who said it. */
  readonly accountId: string;
  readonly supporterName: string;
}

/**
 * Groups at these centres that are run by somebody who knows one of their families. For a volunteer manager or
 * programme coordinator of the centre; empty for everybody else.
 */
export const pairsInOneGroup = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly PairInGroup[]> => {
  if (centreIds.length === 0) return [];
  const { rows } = await sql<{ group_id: string; group_name: string; centre_id: string; account_id: string }>`
    select group_id, group_name, centre_id, account_id from delivery.pairs_in_one_group(${[...centreIds]}::uuid[], ${scope.now.toString()}::timestamptz)
    order by group_name, account_id`.execute(scope.tx);
  const names = await namesOfAccounts(
    scope,
    rows.map((row) => row.account_id),
  );
  return rows.map((row) => ({
    groupId: row.group_id,
    groupName: row.group_name,
    centreId: row.centre_id,
    accountId: row.account_id,
    supporterName: names.get(row.account_id) ?? 'Somebody who has left',
  }));
};
