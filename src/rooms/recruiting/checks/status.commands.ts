import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { giveProof } from '../proofs/proof.commands.ts';
import { applicationOf } from '../route/application.queries.ts';
import { tellApplicant } from '../route/tell.ts';
import { endCheck, lockedCheck } from './check.commands.ts';
import { checkedPerson } from './check.queries.ts';
import { checkRulesOn, checkState, type StatusLook } from './check.rules.ts';
import { unclearUntil } from './clearance.commands.ts';
import { levelNumber } from './eligibility.rules.ts';
import { allCheckRules } from './rules.queries.ts';

const WHY = {
  changed: 'The Update Service says that there is something new, so a new certificate is needed.',
  not_valid: 'The Update Service no longer knows this certificate, so a new one is needed.',
} as const;

/**
 * Writes down a look at the Update Service, with the person's consent. Nothing new carries the clearance on; something
 * new, or a certificate it does not know, takes it back at once and the check ends. Raises Refusal and NotFound.
 */
export const lookAtUpdateService = async (
  scope: Scope,
  look: {
    readonly checkId: string;
    readonly lookedOn: Temporal.PlainDate;
    readonly result: StatusLook['result'];
  },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const by = accountOf(actor);
  if (!by) throw new Refusal('A named person looks and writes down what they saw.');
  const check = await lockedCheck(scope, look.checkId);
  const person = await checkedPerson(scope, check.applicantId);
  if (!person) throw new NotFound('applicant');
  const today = dateAt(now, person.zone);
  if (checkState(check, check.disclosure?.decision ?? null) !== 'seen' || !check.issuedOn)
    throw new Refusal('There is no certificate to look up yet, or it has ended.');
  if (!check.updateService || !check.consentAt)
    throw new Refusal('They have not agreed that we look at the Update Service, so we may not.');
  if (check.disclosure?.decision === 'not_this_role')
    throw new Refusal('It was decided that this role is not for them, so there is nothing to look up.');
  if (Temporal.PlainDate.compare(look.lookedOn, today) > 0)
    throw new Refusal('This day is still to come. Write down the day on which you looked.', 'lookedOn');
  if (Temporal.PlainDate.compare(look.lookedOn, check.issuedOn) < 0)
    throw new Refusal('This day lies before the certificate. Look at the date again.', 'lookedOn');
  const id = newId();
  await tx
    .insertInto('recruiting.status_checks')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: check.centreId,
      applicant_id: check.applicantId,
      check_id: check.id,
      looked_on: look.lookedOn.toString(),
      result: look.result,
      looked_by: by,
      made_at: now.toString(),
    })
    .execute();
  await scope.audit('recruiting.update_service_looked_at', {
    kind: 'check',
    id: check.id,
    centreId: check.centreId,
  });
  if (look.result === 'no_change') {
    const rules = checkRulesOn(await allCheckRules(scope), today);
    const level = levelNumber(check);
    if (!rules || level === 0) throw new Refusal('Nobody has laid down yet how often we look.');
    await giveProof(scope, {
      applicantId: check.applicantId,
      centreId: check.centreId,
      code: 'clearance',
      earnedOn: look.lookedOn,
      expiresOn: look.lookedOn.add({ months: rules.updateServiceMonths }),
      level,
      fromId: id,
    });
    return;
  }
  await endCheck(scope, { checkId: check.id, why: WHY[look.result] });
  await unclearUntil(scope, check, WHY[look.result]);
  const application = person.liveApplicationId ? await applicationOf(scope, person.liveApplicationId) : null;
  if (application)
    await tellApplicant(scope, application, {
      template: 'recruiting_check_new',
      once: `recruiting.check_new:${id}`,
    });
};
