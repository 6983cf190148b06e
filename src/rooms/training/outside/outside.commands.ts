import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf, isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { giveProof, heardFrom, liveApplicationOf, passMove, tellApplicant } from '#rooms/recruiting/door.ts';
import { courseStepDone, freeReference } from '../certificates/issue.commands.ts';
import { SAFEGUARDING } from '../course/course.queries.ts';
import { outsideById } from './outside.queries.ts';

export interface OutsideTold {
  readonly provider: string;
  readonly title: string;
  readonly doneOn: Temporal.PlainDate;
  /** What the certificate calls its number; may be empty. */
  readonly number: string;
}

interface Whose {
  readonly applicantId: string;
  readonly centreId: string;
  readonly zone: string;
}

/**
 * Somebody did a course elsewhere and says so, or a person who recruits writes it down for them; it waits to be checked.
 * Answers its id. Raises Refusal for a day still to come, and while an earlier one waits.
 */
export const tellOutside = async (scope: Scope, whose: Whose, told: OutsideTold): Promise<string> => {
  const { tx, actor, now } = scope;
  if (Temporal.PlainDate.compare(told.doneOn, dateAt(now, whose.zone)) > 0)
    throw new Refusal('This day is still to come. Enter the day on the certificate.', 'doneOn');
  const id = newId();
  const made = await tx
    .insertInto('training.outside_courses')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: whose.centreId,
      applicant_id: whose.applicantId,
      provider: told.provider,
      title: told.title,
      done_on: told.doneOn.toString(),
      number: told.number,
      told_at: now.toString(),
      told_by: accountOf(actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n)
    throw new Refusal(
      'We have one from you already, and somebody is checking it. Please wait to hear from us.',
    );
  await scope.audit('training.outside_told', {
    kind: 'applicant',
    id: whose.applicantId,
    centreId: whose.centreId,
  });
  // Only the house and those who recruit may say whose move it is; a volunteer has no application that goes on.
  const application = isSystem(actor) ? await liveApplicationOf(scope, whose.applicantId) : null;
  if (application) {
    await heardFrom(scope, application.id);
    await passMove(scope, { applicationId: application.id, code: 'course', mover: 'us' });
  }
  return id;
};

export interface OutsideChecked {
  readonly accepted: boolean;
  /** Its last day; null only where it is not accepted. */
  readonly expiresOn: Temporal.PlainDate | null;
  /** What was seen and how it was checked. */
  readonly checked: string;
  /** Said to them when it is not accepted. */
  readonly wordsToThem: string;
}

/**
 * Somebody who recruits has seen the certificate of a course done elsewhere and says whether it counts. Accepted, it
 * becomes a certificate and a proof, and the application moves on; not accepted, they are told kindly why and may do
 * ours. Raises NotFound without such a course, Refusal when it was decided already or the days make no sense.
 */
export const decideOutside = async (
  scope: Scope,
  outsideId: string,
  said: OutsideChecked,
  zone: string,
): Promise<void> => {
  const { tx, actor, now } = scope;
  const outside = await outsideById(scope, outsideId);
  if (!outside) throw new NotFound('course');
  const today = dateAt(now, zone);
  if (said.accepted && said.expiresOn && Temporal.PlainDate.compare(said.expiresOn, today) < 0)
    throw new Refusal(
      'That day is over, so it no longer counts. Enter a later day, or say that it is not accepted.',
      'expiresOn',
    );
  if (said.accepted && !said.expiresOn)
    throw new Refusal(
      'Enter the day on which it ends. If the certificate names none, your own policy does.',
      'expiresOn',
    );
  const decided = await tx
    .updateTable('training.outside_courses')
    .set({
      decided_at: now.toString(),
      decided_by: accountOf(actor),
      accepted: said.accepted,
      checked_words: said.checked,
      words_to_them: said.accepted ? '' : said.wordsToThem,
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', outsideId)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  if (decided.numUpdatedRows === 0n) throw new Refusal('Somebody has checked this one already.');
  await scope.audit(said.accepted ? 'training.outside_accepted' : 'training.outside_not_accepted', {
    kind: 'applicant',
    id: outside.applicantId,
    centreId: outside.centreId,
  });
  const id = newId();
  if (said.accepted) {
    await tx
      .insertInto('training.certificates')
      .values({
        organisation_id: actor.organisationId,
        id,
        centre_id: outside.centreId,
        applicant_id: outside.applicantId,
        course_code: SAFEGUARDING,
        how: 'outside',
        outside_id: outsideId,
        issued_on: outside.doneOn.toString(),
        expires_on: said.expiresOn?.toString() ?? null,
        reference: await freeReference(scope),
        outside_provider: outside.provider,
        outside_title: outside.title,
        seen_by: accountOf(actor),
        seen_on: today.toString(),
        checked_words: said.checked,
        issued_at: now.toString(),
      })
      .execute();
    await giveProof(scope, {
      applicantId: outside.applicantId,
      centreId: outside.centreId,
      code: 'course',
      earnedOn: outside.doneOn,
      expiresOn: said.expiresOn,
      fromId: id,
    });
  }
  const application = said.accepted
    ? await courseStepDone(scope, outside.applicantId)
    : await liveApplicationOf(scope, outside.applicantId);
  if (!application) return;
  if (!said.accepted)
    await passMove(scope, { applicationId: application.id, code: 'course', mover: 'applicant' });
  await tellApplicant(scope, application, {
    template: said.accepted ? 'training_outside_accepted' : 'training_outside_not_accepted',
    details: said.accepted ? {} : { words: said.wordsToThem },
    once: `training_outside:${outsideId}`,
  });
};
