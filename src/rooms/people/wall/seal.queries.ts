import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { SealReason } from './wall.rules.ts';

/** A seal as the service lead may know it: never whose. */
export interface SealFacts {
  readonly sealId: string;
  readonly centreId: string;
  readonly why: SealReason;
  readonly sealedAt: Temporal.Instant;
  /** Null: the house did it when somebody applied. */
  readonly sealedBy: string | null;
  readonly openedAgain: {
    readonly at: Temporal.Instant;
    readonly by: string | null;
    readonly why: string;
  } | null;
}

/** The seals at the centres where the actor is service lead, the latest first, 200 at most; empty for everybody else. */
export const sealsStanding = async ({ tx }: Scope): Promise<readonly SealFacts[]> => {
  const { rows } = await sql<{
    seal_id: string;
    centre_id: string;
    why: SealReason;
    sealed_at: string;
    sealed_by: string | null;
    opened_again_at: string | null;
    opened_again_by: string | null;
    opened_again_why: string | null;
  }>`select * from people.seals_standing()`.execute(tx);
  return rows.map((row) => ({
    sealId: row.seal_id,
    centreId: row.centre_id,
    why: row.why,
    sealedAt: Temporal.Instant.from(row.sealed_at),
    sealedBy: row.sealed_by,
    openedAgain: row.opened_again_at
      ? {
          at: Temporal.Instant.from(row.opened_again_at),
          by: row.opened_again_by,
          why: row.opened_again_why ?? '',
        }
      : null,
  }));
};
