import { dateAt } from '#kernel/dates.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Mover, StepCode } from '../profiles/profile.shape.ts';
import { type ApplicationFacts, applicationOf } from './application.queries.ts';
import { type ApplicationVerb, assertMove, isLive, isOver, stepsToOpen } from './application.rules.ts';

/** The large steps whose end is a moment of the application itself. */
const MOMENTS = {
  conversation: { verb: 'talk', column: 'talked_at', held: 'talkedAt' },
  application: { verb: 'apply', column: 'applied_at', held: 'appliedAt' },
  offer: { verb: 'accept', column: 'accepted_at', held: 'acceptedAt' },
  induction: { verb: 'welcome', column: 'welcomed_at', held: 'welcomedAt' },
} as const satisfies Partial<
  Record<StepCode, { verb: ApplicationVerb; column: string; held: keyof ApplicationFacts }>
>;

/** The application with its row locked, so that two ends of steps at once open what follows only once. Raises NotFound. */
export const lockedApplication = async (scope: Scope, applicationId: string): Promise<ApplicationFacts> => {
  await scope.tx
    .selectFrom('recruiting.applications')
    .select('id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', applicationId)
    .forUpdate()
    .execute();
  const application = await applicationOf(scope, applicationId);
  if (!application) throw new NotFound('application');
  return application;
};

/** Opens the steps of the route that may begin now; steps that may run side by side all open. Answers their codes. */
const openNext = async (scope: Scope, application: ApplicationFacts): Promise<readonly StepCode[]> => {
  const next = stepsToOpen(application.profile.content.route, application.steps);
  if (next.length === 0) return [];
  const today = dateAt(scope.now, application.zone);
  await scope.tx
    .insertInto('recruiting.steps')
    .values(
      next.map((step) => ({
        organisation_id: scope.actor.organisationId,
        application_id: application.id,
        code: step.code,
        centre_id: application.centreId,
        applicant_id: application.applicantId,
        opened_at: scope.now.toString(),
        due_on: today.add({ days: step.days }).toString(),
        mover: step.owner,
        mover_since: scope.now.toString(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  for (const step of next)
    await scope.enqueue('recruiting.step_opened', { applicationId: application.id, code: step.code });
  return next.map((step) => step.code);
};

/** Opens the first steps of an application's route. */
export const beginRoute = async (scope: Scope, applicationId: string): Promise<void> => {
  await openNext(scope, await lockedApplication(scope, applicationId));
};

const stepIn = (application: ApplicationFacts, code: StepCode) => {
  if (!isLive(application.state))
    throw new Refusal('This application has ended. To go on, they apply again.');
  const step = application.steps.find((each) => each.code === code);
  if (!step) throw new Refusal('This step has not begun yet. The steps before it come first.');
  return step;
};

/** Says whose move it is in an open step. The clock of the waiting begins again only where the mover changes. */
export const passMove = async (
  scope: Scope,
  {
    applicationId,
    code,
    mover,
  }: { readonly applicationId: string; readonly code: StepCode; readonly mover: Mover },
): Promise<void> => {
  await scope.tx
    .updateTable('recruiting.steps')
    .set({ mover, mover_since: scope.now.toString() })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('application_id', '=', applicationId)
    .where('code', '=', code)
    .where('mover', '<>', mover)
    .where('done_at', 'is', null)
    .where('waived_at', 'is', null)
    .execute();
};

/**
 * A step is done: what comes after it opens, and where it is one of the large ones the application moves on. Done
 * already changes nothing. Answers the steps that opened. Raises NotFound, and Refusal for a step that has not begun
 * or an application that has ended.
 */
export const stepDone = async (
  scope: Scope,
  { applicationId, code }: { readonly applicationId: string; readonly code: StepCode },
): Promise<readonly StepCode[]> => {
  const { tx, actor, now } = scope;
  const application = await lockedApplication(scope, applicationId);
  const step = stepIn(application, code);
  if (isOver(step)) return [];
  const moment = MOMENTS[code as keyof typeof MOMENTS];
  if (moment) assertMove(moment.verb, application);
  await tx
    .updateTable('recruiting.steps')
    .set({ done_at: now.toString(), done_by: accountOf(actor) })
    .where('organisation_id', '=', actor.organisationId)
    .where('application_id', '=', applicationId)
    .where('code', '=', code)
    .execute();
  if (moment && application[moment.held] === null)
    await tx
      .updateTable('recruiting.applications')
      .set({ [moment.column]: now.toString(), version: application.version + 1 })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', applicationId)
      .execute();
  await scope.audit('recruiting.step_done', {
    kind: 'application',
    id: applicationId,
    centreId: application.centreId,
  });
  const after = await applicationOf(scope, applicationId);
  return after ? openNext(scope, after) : [];
};

/** Steps that protect families: nobody lets one go for a single applicant. */
const NEVER_WAIVED: readonly StepCode[] = [
  'references',
  'check',
  'interview',
  'course',
  'offer',
  'induction',
];

/**
 * A step is not needed for this applicant, with the reason. Only the conversation and the written application can be let
 * go: what protects families is settled for the role, not for one person. Raises Refusal and NotFound as `stepDone`.
 */
export const waiveStep = async (
  scope: Scope,
  {
    applicationId,
    code,
    why,
  }: { readonly applicationId: string; readonly code: StepCode; readonly why: string },
): Promise<void> => {
  const { tx, actor, now } = scope;
  if (NEVER_WAIVED.includes(code))
    throw new Refusal('This step keeps families safe, so it is never let go for one person.');
  const application = await lockedApplication(scope, applicationId);
  const step = stepIn(application, code);
  if (isOver(step)) throw new Refusal('This step is over already.');
  await tx
    .updateTable('recruiting.steps')
    .set({ waived_at: now.toString(), waived_by: accountOf(actor), waived_why: why })
    .where('organisation_id', '=', actor.organisationId)
    .where('application_id', '=', applicationId)
    .where('code', '=', code)
    .execute();
  const moment = MOMENTS[code as keyof typeof MOMENTS];
  if (moment && application[moment.held] === null)
    await tx
      .updateTable('recruiting.applications')
      .set({ [moment.column]: now.toString(), version: application.version + 1 })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', applicationId)
      .execute();
  await scope.audit('recruiting.step_waived', {
    kind: 'application',
    id: applicationId,
    centreId: application.centreId,
  });
  const after = await applicationOf(scope, applicationId);
  if (after) await openNext(scope, after);
};
