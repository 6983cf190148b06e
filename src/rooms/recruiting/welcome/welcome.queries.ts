import type { Scope } from '#platform/db/as-actor.ts';
import type { Shown } from './induction.rules.ts';

export interface Ticked {
  readonly code: string;
  readonly on: Temporal.PlainDate;
  readonly byAccount: string;
}

/** What was gone through at the induction so far. */
export const inductionOf = async (scope: Scope, applicationId: string): Promise<readonly Ticked[]> => {
  const rows = await scope.tx
    .selectFrom('recruiting.induction_points')
    .select(['code', 'done_on', 'by_account'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('application_id', '=', applicationId)
    .where('taken_back_at', 'is', null)
    .orderBy('done_on')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    on: Temporal.PlainDate.from(row.done_on),
    byAccount: row.by_account,
  }));
};

export interface WelcomeFacts {
  readonly askedAt: Temporal.Instant;
  /** Why the house could not do it yet, in words; null: nothing stands in the way. */
  readonly trouble: string | null;
  readonly tries: number;
  readonly done: boolean;
}

/** How far the welcome is; null while nobody has asked for it. */
export const welcomeOf = async (scope: Scope, applicationId: string): Promise<WelcomeFacts | null> => {
  const row = await scope.tx
    .selectFrom('recruiting.welcomes')
    .select(['asked_at', 'trouble', 'tries', 'done_at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return row
    ? {
        askedAt: Temporal.Instant.from(row.asked_at),
        trouble: row.trouble,
        tries: row.tries,
        done: row.done_at !== null,
      }
    : null;
};

/** Everything somebody has ever shown, with what was taken back. */
export const shownBy = async (scope: Scope, applicantId: string): Promise<readonly Shown[]> => {
  const rows = await scope.tx
    .selectFrom('recruiting.proofs')
    .select(['code', 'withdrawn_at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('applicant_id', '=', applicantId)
    .execute();
  return rows.map((row) => ({ code: row.code, withdrawn: row.withdrawn_at !== null }));
};
