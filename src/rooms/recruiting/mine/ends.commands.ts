import { dateAt } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { dayAndDate } from '#ui/times.ts';
import { beginApplication } from '../join/enquire.commands.ts';
import { type ApplicationFacts, applicationOf, liveApplicationOf } from '../route/application.queries.ts';
import { isLive } from '../route/application.rules.ts';
import { goOnWithApplication, pauseApplication, withdrawApplication } from '../route/ends.commands.ts';
import { heardFrom } from '../route/heard.commands.ts';
import { lockedApplication, passMove } from '../route/steps.commands.ts';
import { newLink, tellApplicant } from '../route/tell.ts';
import type { Leaving } from './mine.rules.ts';

/**
 * The applicant leaves, with their reason, and a kind letter says goodbye. As the house. Raises NotFound, and Refusal
 * where it has ended already.
 */
export const leave = async (
  scope: Scope,
  leaving: { readonly applicationId: string; readonly why: Leaving; readonly words: string },
): Promise<void> => {
  const { applicationId } = leaving;
  await withdrawApplication(scope, leaving);
  await heardFrom(scope, applicationId);
  const application = await applicationOf(scope, applicationId);
  if (application)
    await tellApplicant(scope, application, { template: 'mine_left', once: `mine_left:${applicationId}` });
};

/** Lets an application rest until a day; one that rests already rests until the new one. Raises NotFound and Refusal. */
export const rest = async (
  scope: Scope,
  {
    applicationId,
    until,
    why,
  }: { readonly applicationId: string; readonly until: Temporal.PlainDate; readonly why: string },
): Promise<void> => {
  const application = await lockedApplication(scope, applicationId);
  if (application.state === 'paused')
    await scope.tx
      .updateTable('recruiting.applications')
      .set({
        paused_until_on: until.toString(),
        ...(why && { paused_why: why }),
        version: application.version + 1,
      })
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('id', '=', applicationId)
      .execute();
  else await pauseApplication(scope, { applicationId, until, why });
  await heardFrom(scope, applicationId);
};

/**
 * Takes a resting application up again where it was. A time to talk was given back for the rest, so the one who comes
 * back chooses anew. Raises NotFound, and Refusal where it does not rest.
 */
export const goOn = async (scope: Scope, applicationId: string): Promise<void> => {
  await goOnWithApplication(scope, applicationId);
  await passMove(scope, { applicationId, code: 'conversation', mover: 'applicant' });
  await heardFrom(scope, applicationId);
};

/** The newest version of the same role, or the one it was where the role is gone. */
const profileNow = async (scope: Scope, application: ApplicationFacts): Promise<string> => {
  const newest = await scope.tx
    .selectFrom('recruiting.role_profiles')
    .select('id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('code', '=', application.profile.code)
    .where('effective_from', '<=', dateAt(scope.now, application.zone).toString())
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return newest?.id ?? application.profile.id;
};

/**
 * Somebody whose application ended begins again, with what is known of them. Answers the secret of the page that goes
 * on: of the new application, or of one that was begun already. Raises Refusal before the day from which they may.
 */
export const applyAgain = async (
  scope: Scope,
  { applicationId, origin }: { readonly applicationId: string; readonly origin: string },
): Promise<string> => {
  const ended = await lockedApplication(scope, applicationId);
  const live = await liveApplicationOf(scope, ended.applicantId);
  if (live) return newLink(scope, live);
  if (isLive(ended.state) || ended.state === 'welcomed')
    throw new Refusal('There is nothing to begin again: your way with us goes on.');
  const from = ended.mayReapplyOn;
  if (from && Temporal.PlainDate.compare(from, dateAt(scope.now, ended.zone)) > 0)
    throw new Refusal(`You can apply again from ${dayAndDate(from)}.`);
  const id = await beginApplication(scope, {
    applicantId: ended.applicantId,
    centreId: ended.centreId,
    profileId: await profileNow(scope, ended),
    origin,
    cameBy: 'form',
    words: '',
  });
  const begun = await applicationOf(scope, id);
  if (!begun) throw new Refusal('It could not be begun. Ring us, and we do it for you.');
  await scope.audit('recruiting.applied_again', { kind: 'application', id, centreId: begun.centreId });
  await tellApplicant(scope, begun, { template: 'join_enquired', once: `join_enquired:${id}` });
  return newLink(scope, begun);
};
