import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { NotFound } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { suspensionBegun } from '#rooms/people/door.ts';
import { concernGiven } from '../read/read.queries.ts';

/**
 * Whoever has a concern suspends somebody of the team whom it names: from the next request on they hold no role. Why
 * stays in the concern. Doing it twice changes nothing; NotFound when the concern was not given to the actor or does
 * not name this account.
 */
export const suspendNamed = async (
  scope: Scope,
  { concernId, accountId }: { readonly concernId: string; readonly accountId: string },
): Promise<void> => {
  const { tx, now } = scope;
  const concern = await concernGiven(scope, concernId);
  if (!concern?.named.includes(accountId)) throw new NotFound('concern');
  const { rows } = await sql<{ done: boolean }>`
    select safeguarding.suspend_named(${concernId}::uuid, ${accountId}::uuid, ${newId()}::uuid, ${now.toString()}::timestamptz) as done`.execute(
    tx,
  );
  if (!rows[0]?.done) return;
  await suspensionBegun(scope, { accountId, centreId: concern.centreId });
  await scope.audit('safeguarding.named_suspended', {
    kind: 'concern',
    id: concernId,
    centreId: concern.centreId,
  });
};

/** Since when those whom a concern names are suspended, by account; empty for whoever does not have the concern. */
export const namedSuspended = async (
  { tx }: Scope,
  concernId: string,
): Promise<ReadonlyMap<string, Temporal.Instant>> => {
  const { rows } = await sql<{ account_id: string; from_at: string }>`
    select account_id, from_at from safeguarding.named_suspended(${concernId}::uuid)`.execute(tx);
  return new Map(rows.map((row) => [row.account_id, Temporal.Instant.from(row.from_at)]));
};
