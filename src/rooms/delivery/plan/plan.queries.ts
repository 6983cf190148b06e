import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { SessionFacts } from '../sessions/session.queries.ts';
import { sessionsBetween } from '../sessions/session.queries.ts';

/** Sessions still to come before `until` that nobody has begun to plan, earliest first. */
export const plansMissing = async (
  scope: Scope,
  centreIds: readonly string[],
  until: Temporal.Instant,
): Promise<readonly SessionFacts[]> => {
  const ahead = (await sessionsBetween(scope, centreIds, scope.now, until)).filter(
    (session) => session.calledOffWhy === null,
  );
  if (ahead.length === 0) return [];
  const planned = await sql<{ session_id: string }>`
    select session_id from delivery.plans where organisation_id = ${scope.actor.organisationId} and session_id = any (${ahead.map((session) => session.id)}::uuid[])`.execute(
    scope.tx,
  );
  const done = new Set(planned.rows.map((row) => row.session_id));
  return ahead.filter((session) => !done.has(session.id));
};
