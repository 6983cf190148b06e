import { dateAt } from '#kernel/dates.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf, isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { addressTaken, sealAlike, sealAtWelcome, welcomeVolunteer } from '#rooms/people/door.ts';
import { giveProof } from '../proofs/proof.commands.ts';
import type { ApplicationFacts } from '../route/application.queries.ts';
import { isOver } from '../route/application.rules.ts';
import { lockedApplication, stepDone } from '../route/steps.commands.ts';
import { tellApplicant } from '../route/tell.ts';
import { inductionLeft, isInductionPoint, missingBeforeWelcome } from './induction.rules.ts';
import { inductionOf, shownBy, welcomeOf } from './welcome.queries.ts';

/** A family's sign-in that closes with the sealing is gone a moment later: the house looks again this often. */
const TRIES = 10;

const inInduction = async (scope: Scope, applicationId: string): Promise<ApplicationFacts> => {
  const application = await lockedApplication(scope, applicationId);
  if (application.state !== 'accepted' || !application.steps.some((step) => step.code === 'induction'))
    throw new Refusal('The induction begins when they have said yes to our offer.');
  return application;
};

/**
 * Keeps which points of the induction were gone through: those newly ticked with the day, those no longer ticked are
 * taken back. Raises NotFound, and Refusal before the offer is accepted or for a day to come (`on`).
 */
export const tickInduction = async (
  scope: Scope,
  {
    applicationId,
    codes,
    on,
  }: { readonly applicationId: string; readonly codes: readonly string[]; readonly on: Temporal.PlainDate },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const by = accountOf(actor);
  if (!by) throw new NotFound('application');
  const application = await inInduction(scope, applicationId);
  if (Temporal.PlainDate.compare(on, dateAt(now, application.zone)) > 0)
    throw new Refusal('Choose today or a day that has been: this is for what was gone through.', 'on');
  const ticked = codes.filter(isInductionPoint);
  const known = (await inductionOf(scope, applicationId)).map((point) => point.code);
  const fresh = ticked.filter((code) => !known.includes(code));
  const gone = known.filter((code) => !(ticked as readonly string[]).includes(code));
  const day = { done_on: on.toString(), by_account: by, at: now.toString() };
  if (fresh.length > 0)
    await tx
      .insertInto('recruiting.induction_points')
      .values(
        fresh.map((code) => ({
          organisation_id: actor.organisationId,
          application_id: applicationId,
          code,
          centre_id: application.centreId,
          applicant_id: application.applicantId,
          ...day,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'application_id', 'code'])
          .doUpdateSet({ ...day, taken_back_at: null }),
      )
      .execute();
  if (gone.length > 0)
    await tx
      .updateTable('recruiting.induction_points')
      .set({ taken_back_at: now.toString() })
      .where('organisation_id', '=', actor.organisationId)
      .where('application_id', '=', applicationId)
      .where('code', 'in', gone)
      .execute();
  await scope.audit('recruiting.induction_ticked', {
    kind: 'application',
    id: applicationId,
    centreId: application.centreId,
  });
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Why somebody cannot be welcomed now, in words for those who recruit; null when everything is in place. */
const standsInTheWay = async (scope: Scope, application: ApplicationFacts): Promise<string | null> => {
  const missing = missingBeforeWelcome(application, await shownBy(scope, application.applicantId));
  if (missing.length > 0)
    return `Nobody meets families before everything is in place. Still missing: ${listed(missing)}.`;
  const left = inductionLeft((await inductionOf(scope, application.id)).map((point) => point.code));
  if (left.length > 0) return `The induction is not complete. Still to go through: ${listed(left)}.`;
  if (!application.email)
    return `To sign in, ${application.calledName} needs an e-mail address. Ask for it, and add it under “Change how to reach them”.`;
  return null;
};

const taken = (calledName: string) =>
  `Somebody already signs in with this e-mail address, so ${calledName} needs another address. Ask for one, add it under “Change how to reach them”, then welcome them again.`;

/**
 * Asks the house to welcome a volunteer. `origin` is where the link to their sign-in leads. Asking again before it was
 * done asks once more. Raises NotFound, and Refusal while anything is missing or the address is somebody else's.
 */
export const askWelcome = async (
  scope: Scope,
  { applicationId, origin }: { readonly applicationId: string; readonly origin: string },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const by = accountOf(actor);
  if (!by) throw new NotFound('application');
  const application = await inInduction(scope, applicationId);
  const why = await standsInTheWay(scope, application);
  if (why) throw new Refusal(why);
  // Of somebody who said that they were a parent here, the address may be their own parent page's: it closes with the file.
  const mayFree = application.wasParentHere === true || application.personId !== null;
  if (!mayFree && application.email && (await addressTaken(scope, application.email)))
    throw new Refusal(taken(application.calledName));
  const asked = { asked_by: by, asked_at: now.toString(), tries: 0, trouble: null };
  await tx
    .insertInto('recruiting.welcomes')
    .values({
      organisation_id: actor.organisationId,
      application_id: applicationId,
      centre_id: application.centreId,
      applicant_id: application.applicantId,
      ...asked,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'application_id']).doUpdateSet(asked))
    .execute();
  await scope.audit('recruiting.welcome_asked', {
    kind: 'application',
    id: applicationId,
    centreId: application.centreId,
  });
  await scope.enqueue(
    'recruiting.welcome',
    { applicationId, origin },
    { key: `recruiting.welcome:${applicationId}` },
  );
};

const keep = (
  scope: Scope,
  applicationId: string,
  what: { readonly trouble?: string | null; readonly tries?: number; readonly done_at?: string },
) =>
  scope.tx
    .updateTable('recruiting.welcomes')
    .set(what)
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('application_id', '=', applicationId)
    .execute();

const whoTheyAre = (scope: Scope, applicantId: string) =>
  scope.tx
    .selectFrom('recruiting.applicants')
    .select(['given_name', 'family_name', 'known_as', 'version'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', applicantId)
    .executeTakeFirstOrThrow();

/** Their file as a parent is sealed, where they said that there is one; nobody learns whether one was found. */
const sealOwnFile = async (scope: Scope, application: ApplicationFacts): Promise<void> => {
  const { applicantId, email, phone } = application;
  if (application.wasParentHere) {
    const who = await whoTheyAre(scope, applicantId);
    await sealAlike(scope, {
      applicantId,
      givenName: who.given_name,
      familyName: who.family_name,
      email,
      phone,
    });
  }
  await sealAtWelcome(scope, applicantId);
};

/** Makes the team file and the account; a Refusal is kept as trouble for those who recruit. Null: not yet. */
const takeIn = async (scope: Scope, application: ApplicationFacts, origin: string) => {
  const who = await whoTheyAre(scope, application.applicantId);
  try {
    const made = await welcomeVolunteer(scope, {
      centreId: application.centreId,
      givenName: who.given_name,
      familyName: who.family_name,
      knownAs: who.known_as,
      email: application.email,
      phone: application.phone,
      mayText: application.mayText,
      language: application.language,
      accessNeeds: application.accessNeeds,
      personId: application.personId,
      origin,
    });
    await scope.tx
      .updateTable('recruiting.applicants')
      .set({ person_id: made.personId, version: who.version + 1 })
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('id', '=', application.applicantId)
      .execute();
    return made;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await keep(scope, application.id, { trouble: taken(application.calledName) });
    return null;
  }
};

/**
 * The house welcomes a volunteer: their own parent file (if there is one) is sealed, they get a team file, an account,
 * the role and the letter with the link, the induction counts, and what follows is told. Once done it changes nothing;
 * while anything is missing it does nothing and says why to those who recruit.
 */
export const welcomeApplicant = async (
  scope: Scope,
  { applicationId, origin }: { readonly applicationId: string; readonly origin: string },
): Promise<void> => {
  if (!isSystem(scope.actor)) throw new NotFound('application');
  const application = await lockedApplication(scope, applicationId);
  if (application.state !== 'accepted') return;
  const step = application.steps.find((each) => each.code === 'induction');
  if (!step || isOver(step)) return;
  const why = await standsInTheWay(scope, application);
  if (why) {
    await keep(scope, applicationId, { trouble: why });
    return;
  }
  await sealOwnFile(scope, application);
  if (!application.personId && application.email && (await addressTaken(scope, application.email))) {
    const tries = ((await welcomeOf(scope, applicationId))?.tries ?? TRIES) + 1;
    await keep(scope, applicationId, {
      tries,
      ...(tries > TRIES && { trouble: taken(application.calledName) }),
    });
    if (tries <= TRIES)
      await scope.enqueue(
        'recruiting.welcome',
        { applicationId, origin },
        { key: `recruiting.welcome:${applicationId}:${tries}`, at: scope.now.add({ seconds: 30 }) },
      );
    return;
  }
  const made = await takeIn(scope, application, origin);
  if (!made) return;
  const days = (await inductionOf(scope, applicationId)).map((point) => point.on);
  await giveProof(scope, {
    applicantId: application.applicantId,
    centreId: application.centreId,
    code: 'induction',
    earnedOn: days.at(-1) ?? dateAt(scope.now, application.zone),
    expiresOn: null,
    fromId: applicationId,
  });
  await stepDone(scope, { applicationId, code: 'induction' });
  await tellApplicant(scope, application, {
    template: 'recruiting_welcomed',
    details: { next: `${application.profile.content.name}, ${application.centreName}` },
    once: `recruiting_welcomed:${applicationId}`,
  });
  await keep(scope, applicationId, { trouble: null, done_at: scope.now.toString() });
  await scope.enqueue('recruiting.welcomed', {
    applicantId: application.applicantId,
    accountId: made.accountId,
    centreId: application.centreId,
    part: application.profile.part,
  });
};
