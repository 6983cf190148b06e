import { newId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { ApplicationFacts } from './application.queries.ts';

/** The applicant did something: from now on nobody says that they have gone quiet. */
export const heardFrom = async (scope: Scope, applicationId: string): Promise<void> => {
  await scope.tx
    .updateTable('recruiting.applications')
    .set({ last_heard_at: scope.now.toString() })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', applicationId)
    .execute();
};

/** Writes down what a form asked of an applicant: its questions, and the minutes it took where they are known. */
export const askedOf = async (
  scope: Scope,
  application: Pick<ApplicationFacts, 'id' | 'applicantId' | 'centreId'>,
  {
    form,
    questions,
    minutes,
  }: { readonly form: string; readonly questions: number; readonly minutes: number | null },
): Promise<void> => {
  await scope.tx
    .insertInto('recruiting.asked_of')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      centre_id: application.centreId,
      applicant_id: application.applicantId,
      application_id: application.id,
      form,
      questions,
      minutes,
      at: scope.now.toString(),
    })
    .execute();
};
