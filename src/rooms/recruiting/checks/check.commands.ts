import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { counted } from '#ui/times.ts';
import { reviewsOf } from '../activity/activity.queries.ts';
import { applicationOf } from '../route/application.queries.ts';
import { isOver } from '../route/application.rules.ts';
import { passMove } from '../route/steps.commands.ts';
import { tellApplicant } from '../route/tell.ts';
import { type CheckedPerson, type CheckWithStatus, checkedPerson, checkOf } from './check.queries.ts';
import { checkRulesOn, isOld, notAsAsked, renewBy } from './check.rules.ts';
import { clear, endCheckStep, unclear } from './clearance.commands.ts';
import { openDisclosure } from './disclosure.commands.ts';
import { decisionsAbout } from './eligibility.queries.ts';
import { type CheckKind, decisionOn, kindFault, mayAsk, tidyKind } from './eligibility.rules.ts';
import { allCheckRules } from './rules.queries.ts';

const personHere = async (scope: Scope, applicantId: string): Promise<CheckedPerson> => {
  const person = await checkedPerson(scope, applicantId);
  if (!person) throw new NotFound('applicant');
  return person;
};

/** The check with its row locked, so that two people cannot see one certificate at once. Raises NotFound. */
export const lockedCheck = async (scope: Scope, checkId: string): Promise<CheckWithStatus> => {
  await scope.tx
    .selectFrom('recruiting.checks')
    .select('id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', checkId)
    .forUpdate()
    .execute();
  const check = await checkOf(scope, checkId);
  if (!check) throw new NotFound('check');
  return check;
};

/** Whether for this one person a look at the children's barred list was decided, because of their days with children. */
export const barredListAllowed = async (scope: Scope, applicantId: string): Promise<boolean> =>
  (await reviewsOf(scope, [applicantId])).find((each) => each.decidedAt)?.decision === 'ask_for_barred_list';

/** In an application the check has its place: after what comes before it. A renewal has none to wait for. */
const assertItsTurn = async (scope: Scope, person: CheckedPerson) => {
  const application = person.liveApplicationId ? await applicationOf(scope, person.liveApplicationId) : null;
  if (!application) return null;
  const step = application.steps.find((each) => each.code === 'check');
  if (application.state === 'paused')
    throw new Refusal('This application is resting. When they take it up again, the check can be asked for.');
  if (!step)
    throw new Refusal(
      'The check comes after the application. Until then nothing is asked about somebody’s past.',
    );
  return { application, open: !isOver(step) };
};

export interface Request extends CheckKind {
  readonly applicantId: string;
  /** Whether they are paid for it, on a placement, or in training for a paid post: then an enhanced check is not free. */
  readonly paidOrTrainee: boolean;
}

/**
 * Asks for a check: never more than the role is eligible for, one at a time, and in its turn. The applicant is told what
 * to do. Answers the id. Raises Refusal and NotFound.
 */
export const requestCheck = async (scope: Scope, request: Request): Promise<string> => {
  const { tx, actor, now } = scope;
  const kind = tidyKind(request);
  const fault = kindFault(kind);
  if (fault) throw new Refusal(fault.message, fault.field);
  const person = await personHere(scope, request.applicantId);
  const decision = decisionOn(await decisionsAbout(scope, person.roleCode), dateAt(now, person.zone));
  const asked = mayAsk(decision, kind, await barredListAllowed(scope, request.applicantId));
  if (!asked.may) throw new Refusal(asked.words, asked.field);
  if (!decision || kind.level === 'none') return '';
  const turn = await assertItsTurn(scope, person);
  const id = newId();
  const made = await tx
    .insertInto('recruiting.checks')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: person.centreId,
      applicant_id: person.applicantId,
      application_id: person.applicationId,
      decision_id: decision.id,
      level: kind.level,
      workforce: kind.workforce,
      children_barred: kind.childrenBarred,
      adults_barred: kind.adultsBarred,
      // A basic check has its fee for everybody; the others are free for people who are not paid.
      free_of_charge: kind.level !== 'basic' && !request.paidOrTrainee,
      requested_at: now.toString(),
      requested_by: accountOf(actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n)
    throw new Refusal('A check has been asked for already. See that certificate first, or end that request.');
  await scope.audit('recruiting.check_requested', { kind: 'check', id, centreId: person.centreId });
  if (turn?.open) {
    await passMove(scope, { applicationId: turn.application.id, code: 'check', mover: 'applicant' });
    await tellApplicant(scope, turn.application, {
      template: 'recruiting_check_asked',
      once: `recruiting.check_asked:${id}`,
    });
  }
  return id;
};

export interface SeenCertificate {
  readonly checkId: string;
  /** Twelve figures. */
  readonly certificateNumber: string;
  readonly issuedOn: Temporal.PlainDate;
  readonly surname: string;
  readonly shown: CheckKind;
  readonly outcome: 'clear' | 'something';
  /** They are in the Update Service and agreed that we look there. */
  readonly updateService: boolean;
  /** Said aloud where the certificate is older than the rules call fresh. */
  readonly olderIsFine: boolean;
  /** Who may know what it says, where it says something: account ids. */
  readonly named: readonly string[];
}

/**
 * Somebody held the original certificate in their hands and writes down what it is, never what it says. A clear one is
 * proof until its renewal and ends the step. Where it says something, a disclosure is opened for those named and nothing
 * is proved until they decide. Raises Refusal with its field, and NotFound.
 */
export const seeCertificate = async (scope: Scope, seen: SeenCertificate): Promise<void> => {
  const { tx, actor, now } = scope;
  const check = await lockedCheck(scope, seen.checkId);
  if (check.endedAt) throw new Refusal('This request has ended. Ask for the check again.');
  if (check.seenAt) throw new Refusal('Somebody has written this certificate down already.');
  const person = await personHere(scope, check.applicantId);
  const today = dateAt(now, person.zone);
  const rules = checkRulesOn(await allCheckRules(scope), today);
  if (!rules) throw new Refusal('Nobody has laid down yet after how long a check is done again.');
  if (Temporal.PlainDate.compare(seen.issuedOn, today) > 0)
    throw new Refusal('This day is still to come. Look at the date on the certificate again.', 'issuedOn');
  const renewByOn = renewBy(seen.issuedOn, rules);
  if (Temporal.PlainDate.compare(renewByOn, today) <= 0)
    throw new Refusal(
      `This certificate is more than ${counted(rules.renewAfterMonths, 'month')} old, so it does not count any more. End this request and ask for a new check.`,
      'issuedOn',
    );
  if (isOld(seen.issuedOn, today, rules) && !seen.olderIsFine)
    throw new Refusal(
      `This certificate was given out more than ${counted(rules.freshMonths, 'month')} ago. Look at the date again. If it is right and you accept it, tick the box that says so.`,
      'olderIsFine',
    );
  const wrong = notAsAsked(check, tidyKind(seen.shown));
  if (wrong) throw new Refusal(wrong.words, wrong.field);
  if (seen.updateService && check.level === 'basic')
    throw new Refusal(
      'A basic check cannot be in the Update Service. Leave this box empty.',
      'updateService',
    );
  await tx
    .updateTable('recruiting.checks')
    .set({
      certificate_number: seen.certificateNumber,
      issued_on: seen.issuedOn.toString(),
      surname_on_it: seen.surname,
      seen_at: now.toString(),
      seen_by: accountOf(actor),
      seen_how: 'original',
      outcome: seen.outcome,
      update_service: seen.updateService,
      consent_at: seen.updateService ? now.toString() : null,
      renew_by_on: renewByOn.toString(),
      version: check.version + 1,
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', check.id)
    .execute();
  await scope.audit('recruiting.certificate_seen', {
    kind: 'check',
    id: check.id,
    centreId: check.centreId,
  });
  if (seen.outcome === 'clear') await clear(scope, { ...check, renewByOn }, today, person.liveApplicationId);
  else {
    await openDisclosure(scope, { check, named: seen.named });
    if (person.liveApplicationId)
      await passMove(scope, { applicationId: person.liveApplicationId, code: 'check', mover: 'us' });
  }
};

/** A request or a certificate counts no longer, and why. What it proved is taken back. Raises Refusal and NotFound. */
export const endCheck = async (
  scope: Scope,
  { checkId, why }: { readonly checkId: string; readonly why: string },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const check = await lockedCheck(scope, checkId);
  if (check.endedAt) throw new Refusal('This has ended already.');
  await tx
    .updateTable('recruiting.checks')
    .set({ ended_at: now.toString(), ended_why: why, version: check.version + 1 })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', checkId)
    .execute();
  await unclear(scope, check, why);
  await scope.audit('recruiting.check_ended', { kind: 'check', id: checkId, centreId: check.centreId });
  const person = await personHere(scope, check.applicantId);
  if (person.liveApplicationId)
    await passMove(scope, { applicationId: person.liveApplicationId, code: 'check', mover: 'us' });
};

/** Nothing may be asked for in this role, so the step is done without a check. Raises Refusal where one is due. */
export const goOnWithoutCheck = async (scope: Scope, applicantId: string): Promise<void> => {
  const person = await personHere(scope, applicantId);
  const decision = decisionOn(await decisionsAbout(scope, person.roleCode), dateAt(scope.now, person.zone));
  if (decision?.level !== 'none')
    throw new Refusal('The step ends without a check only where it was decided that the role needs none.');
  await endCheckStep(scope, person.liveApplicationId);
};
