import { sql } from 'kysely';
import type { Scope } from '../db/as-actor.ts';

/**
 * For a job that was called before its time: leaves it again for `due`. The queue goes by the database's clock and
 * we by ours, so the wait is counted from the database's own now; otherwise two clocks that differ would call each
 * other back without a pause.
 */
export const comeBack = async (
  scope: Scope,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  { key, due }: { readonly key: string; readonly due: Temporal.Instant },
): Promise<void> => {
  const whole = JSON.stringify({ ...payload, organisationId: scope.actor.organisationId });
  const seconds = Math.max(1, due.since(scope.now).total('seconds'));
  await sql`select graphile_worker.add_job(${task}, ${whole}::json, run_at => clock_timestamp() + make_interval(secs => ${seconds}), job_key => ${key})`.execute(
    scope.tx,
  );
};
