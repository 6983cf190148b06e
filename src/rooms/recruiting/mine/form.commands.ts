import { Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { isOver } from '../route/application.rules.ts';
import { askedOf, heardFrom } from '../route/heard.commands.ts';
import { lockedApplication, stepDone } from '../route/steps.commands.ts';
import { type ApplicationAnswers, attributeQuestions, questionsIn } from './form.rules.ts';
import { assertGoesOn } from './mine.rules.ts';

export interface SentForm {
  readonly applicationId: string;
  readonly answers: ApplicationAnswers;
  readonly written: 'alone' | 'together' | 'by_phone';
  /** How long it took the applicant, where that is known. */
  readonly minutes: number | null;
}

/**
 * The application is in: kept, the applicant's name made whole, the steps after it opened (of which they hear by letter). As the house where the
 * applicant sends it, as somebody who recruits where they wrote it down together. Raises NotFound, and Refusal where it
 * is in already or its time has not come.
 */
export const sendForm = async (
  scope: Scope,
  { applicationId, answers, written, minutes }: SentForm,
): Promise<void> => {
  const { tx, actor, now } = scope;
  const application = await lockedApplication(scope, applicationId);
  assertGoesOn(application.state);
  const step = application.steps.find(({ code }) => code === 'application');
  if (!step) throw new Refusal('We talk first, and then this opens.');
  if (isOver(step)) throw new Refusal('We have this application already.');
  await tx
    .insertInto('recruiting.forms')
    .values({
      organisation_id: actor.organisationId,
      application_id: applicationId,
      centre_id: application.centreId,
      applicant_id: application.applicantId,
      answers: JSON.stringify(answers),
      written,
      sent_at: now.toString(),
    })
    .execute();
  await tx
    .updateTable('recruiting.applicants')
    .set((set) => ({
      family_name: answers.familyName,
      access_needs: answers.accessNeeds,
      version: set('version', '+', 1),
    }))
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', application.applicantId)
    .execute();
  await tx
    .updateTable('recruiting.help_asks')
    .set({ answered_at: now.toString(), answered_by: accountOf(actor) })
    .where('organisation_id', '=', actor.organisationId)
    .where('application_id', '=', applicationId)
    .where('kind', '=', 'together')
    .where('answered_at', 'is', null)
    .execute();
  await stepDone(scope, { applicationId, code: 'application' });
  await askedOf(scope, application, {
    form: 'application',
    questions: questionsIn(attributeQuestions(application.profile.content.attributes)),
    minutes,
  });
  await heardFrom(scope, applicationId);
  // The house looks for a family file of theirs, which nobody who recruits may do.
  if (application.wasParentHere === true) await scope.enqueue('recruiting.seal_alike', { applicationId });
};
