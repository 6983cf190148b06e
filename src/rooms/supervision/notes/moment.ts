import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';

/** Tells the policies of the notes which moment it is: leave and openings are counted from it, not from the database's clock. */
export const sayWhen = async (scope: Scope): Promise<void> => {
  await sql`select set_config('supervision.at', ${scope.now.toString()}, true)`.execute(scope.tx);
};
