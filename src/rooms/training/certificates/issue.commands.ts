import { dateAt } from '#kernel/dates.ts';
import { newId, newReference } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import {
  type ApplicationFacts,
  askedOf,
  giveProof,
  liveApplicationOf,
  stepDone,
  tellApplicant,
  withdrawProof,
} from '#rooms/recruiting/door.ts';
import { expiryOf } from '../course/course.rules.ts';
import { certificateById } from './certificate.queries.ts';

/** The step of the route is done, where the application still goes on and has come to it. Answers the application. */
export const courseStepDone = async (scope: Scope, applicantId: string): Promise<ApplicationFacts | null> => {
  const application = await liveApplicationOf(scope, applicantId);
  if (application?.steps.some((step) => step.code === 'course'))
    await stepDone(scope, { applicationId: application.id, code: 'course' });
  return application;
};

/** A reference that no certificate carries yet. */
export const freeReference = async ({ tx, actor }: Scope): Promise<string> => {
  for (;;) {
    const reference = newReference();
    const taken = await tx
      .selectFrom('training.certificates')
      .select('id')
      .where('organisation_id', '=', actor.organisationId)
      .where('reference', '=', reference)
      .executeTakeFirst();
    if (!taken) return reference;
  }
};

const finishedLearning = ({ tx, actor }: Scope, learningId: string) =>
  tx
    .selectFrom('training.learning as l')
    .innerJoin('training.courses as c', (join) =>
      join.onRef('c.organisation_id', '=', 'l.organisation_id').onRef('c.id', '=', 'l.course_id'),
    )
    .innerJoin('people.centres as p', (join) =>
      join.onRef('p.organisation_id', '=', 'l.organisation_id').onRef('p.id', '=', 'l.centre_id'),
    )
    .select([
      'l.applicant_id',
      'l.centre_id',
      'l.finished_at',
      'l.seconds_spent',
      'c.code',
      'c.version',
      'c.valid_months',
      'c.content',
      'p.zone',
    ])
    .where('l.organisation_id', '=', actor.organisationId)
    .where('l.id', '=', learningId)
    .where('l.finished_at', 'is not', null)
    .executeTakeFirst();

/**
 * Issues the certificate of a finished time through the course, gives the proof readiness asks for, and moves the
 * application on. Issued already changes nothing. Raises NotFound for a time through the course that is not finished.
 */
export const issueHere = async (scope: Scope, learningId: string): Promise<void> => {
  const { tx, actor, now } = scope;
  const row = await finishedLearning(scope, learningId);
  if (!row?.finished_at) throw new NotFound('course');
  // Finished today means today at the centre, also where the job that follows runs after midnight.
  const issuedOn = dateAt(Temporal.Instant.from(row.finished_at), row.zone);
  const expiresOn = expiryOf(issuedOn, row.valid_months);
  const id = newId();
  const made = await tx
    .insertInto('training.certificates')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: row.centre_id,
      applicant_id: row.applicant_id,
      course_code: row.code,
      course_version: row.version,
      how: 'here',
      learning_id: learningId,
      issued_on: issuedOn.toString(),
      expires_on: expiresOn?.toString() ?? null,
      reference: await freeReference(scope),
      issued_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return;
  await giveProof(scope, {
    applicantId: row.applicant_id,
    centreId: row.centre_id,
    code: 'course',
    earnedOn: issuedOn,
    expiresOn,
    fromId: id,
  });
  await scope.audit('training.certificate_issued', {
    kind: 'certificate',
    id,
    centreId: row.centre_id,
  });
  const application = await courseStepDone(scope, row.applicant_id);
  if (!application) return;
  const { modules } = row.content as unknown as { readonly modules: readonly { questions: unknown[] }[] };
  await askedOf(scope, application, {
    form: 'course',
    questions: modules.reduce((sum, module) => sum + module.questions.length, 0),
    minutes: Math.round(row.seconds_spent / 60),
  });
  await tellApplicant(scope, application, {
    template: 'training_certificate',
    once: `training_certificate:${id}`,
  });
};

/**
 * Takes a certificate back, with the reason; what it proved is no longer proved. Raises NotFound without such a
 * certificate, Refusal when it was taken back already.
 */
export const withdrawCertificate = async (
  scope: Scope,
  { certificateId, why }: { readonly certificateId: string; readonly why: string },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const certificate = await certificateById(scope, certificateId);
  if (!certificate) throw new NotFound('certificate');
  const taken = await tx
    .updateTable('training.certificates')
    .set({ withdrawn_at: now.toString(), withdrawn_by: accountOf(actor), withdrawn_why: why })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', certificateId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) throw new Refusal('This certificate was taken back already.');
  await withdrawProof(scope, {
    applicantId: certificate.applicantId,
    code: 'course',
    fromId: certificateId,
    why,
  });
  await scope.audit('training.certificate_withdrawn', {
    kind: 'certificate',
    id: certificateId,
    centreId: certificate.centreId,
  });
};
