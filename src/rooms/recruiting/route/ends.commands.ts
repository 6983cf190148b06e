import { dateAt, daysBetween } from '#kernel/dates.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { ApplicationFacts } from './application.queries.ts';
import { type ApplicationVerb, assertMove, isOver } from './application.rules.ts';
import type { DeclineReason, WithdrawalReason } from './ends.rules.ts';
import { lockedApplication } from './steps.commands.ts';

const change = (scope: Scope, application: Pick<ApplicationFacts, 'id' | 'version'>) =>
  scope.tx
    .updateTable('recruiting.applications')
    .set({ version: application.version + 1 })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', application.id);

const movable = async (scope: Scope, applicationId: string, verb: ApplicationVerb) => {
  const application = await lockedApplication(scope, applicationId);
  assertMove(verb, application);
  return application;
};

const written = (scope: Scope, verb: string, { id, centreId }: ApplicationFacts) =>
  scope.audit(`recruiting.application_${verb}`, { kind: 'application', id, centreId });

/** A decision to decline that was being written and has come to nothing: none of it stays. */
export const NO_DECLINE = {
  declined_why: null,
  declined_words: '',
  declined_letter: '',
  may_reapply_on: null,
} as const;

/** A time ahead that somebody took and no longer needs is free for others again. Answers how many there were. */
export const giveBackTimes = async (scope: Scope, applicationId: string): Promise<number> => {
  const { numUpdatedRows } = await scope.tx
    .updateTable('recruiting.offered_times')
    .set((set) => ({ application_id: null, taken_at: null, version: set('version', '+', 1) }))
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('application_id', '=', applicationId)
    .where('cancelled_at', 'is', null)
    .where('starts_at', '>', scope.now.toString())
    .executeTakeFirst();
  return Number(numUpdatedRows);
};

/**
 * An application rests, until a day or until somebody takes it up again: no letters, no waiting. Raises NotFound, and
 * Refusal when it rests already or has ended, or for a day that has passed (`until`).
 */
export const pauseApplication = async (
  scope: Scope,
  {
    applicationId,
    until,
    why,
  }: { readonly applicationId: string; readonly until: Temporal.PlainDate | null; readonly why: string },
): Promise<void> => {
  const application = await movable(scope, applicationId, 'pause');
  if (until && Temporal.PlainDate.compare(until, dateAt(scope.now, application.zone)) <= 0)
    throw new Refusal('Choose a day that is still to come, or leave it empty.', 'until');
  await change(scope, application)
    .set({
      paused_at: scope.now.toString(),
      paused_until_on: until?.toString() ?? null,
      paused_why: why || null,
    })
    .execute();
  await giveBackTimes(scope, applicationId);
  await written(scope, 'paused', application);
};

/**
 * An application that rested goes on where it was. The days of the rest are not counted against anybody: each open
 * step has as many left as before. Raises NotFound, and Refusal when it does not rest.
 */
export const goOnWithApplication = async (scope: Scope, applicationId: string): Promise<void> => {
  const application = await movable(scope, applicationId, 'go_on');
  const { pausedAt, zone } = application;
  const rested = pausedAt ? daysBetween(dateAt(pausedAt, zone), dateAt(scope.now, zone)) : 0;
  for (const step of application.steps.filter((each) => !isOver(each)))
    await scope.tx
      .updateTable('recruiting.steps')
      .set({ due_on: step.dueOn.add({ days: rested }).toString(), mover_since: scope.now.toString() })
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('application_id', '=', applicationId)
      .where('code', '=', step.code)
      .execute();
  await change(scope, application)
    .set({ paused_at: null, paused_until_on: null, paused_why: null })
    .execute();
  await written(scope, 'taken_up_again', application);
};

/**
 * The applicant does not go on. Whoever acts is remembered: nobody, where they said so themselves on their own page.
 * Raises NotFound, and Refusal when it has ended already.
 */
export const withdrawApplication = async (
  scope: Scope,
  {
    applicationId,
    why,
    words,
  }: { readonly applicationId: string; readonly why: WithdrawalReason; readonly words: string },
): Promise<void> => {
  const application = await movable(scope, applicationId, 'withdraw');
  await change(scope, application)
    .set({
      withdrawn_at: scope.now.toString(),
      withdrawn_why: why,
      withdrawn_words: words,
      withdrawn_by: accountOf(scope.actor),
      ...NO_DECLINE,
    })
    .execute();
  await giveBackTimes(scope, applicationId);
  await written(scope, 'withdrawn', application);
};

export interface Declining {
  readonly applicationId: string;
  readonly why: DeclineReason;
  /** What was weighed: for those who recruit, never in the letter. */
  readonly words: string;
  readonly letter: string;
  /** From when they may apply again; null where no day was named. */
  readonly mayReapplyOn: Temporal.PlainDate | null;
}

/** Keeps a decision that is being written, so that its letter can be read before it leaves. Nothing has ended yet. */
export const writeDecline = async (scope: Scope, declining: Declining): Promise<void> => {
  const application = await movable(scope, declining.applicationId, 'decline');
  await change(scope, application)
    .set({
      declined_why: declining.why,
      declined_words: declining.words,
      declined_letter: declining.letter,
      may_reapply_on: declining.mayReapplyOn?.toString() ?? null,
    })
    .execute();
};

/**
 * The centre does not go on with somebody, as it was written before. Decided by whoever acts, by name. Raises NotFound,
 * and Refusal when it has ended already, nothing has been written, or nobody signed in decides.
 */
export const declineApplication = async (scope: Scope, applicationId: string): Promise<void> => {
  const application = await movable(scope, applicationId, 'decline');
  const by = accountOf(scope.actor);
  if (!by) throw new NotFound('application');
  const decided = await change(scope, application)
    .set({ declined_at: scope.now.toString(), declined_by: by })
    .where('declined_why', 'is not', null)
    .executeTakeFirst();
  if (decided.numUpdatedRows === 0n)
    throw new Refusal('First say why and write the letter. Then it can be sent.');
  await giveBackTimes(scope, applicationId);
  await written(scope, 'declined', application);
};
