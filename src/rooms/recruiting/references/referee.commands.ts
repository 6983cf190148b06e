import { dateAt } from '#kernel/dates.ts';
import { hashOfSecret, newId, newSecret } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { longDate } from '#ui/times.ts';
import { refereePage } from '../paths.ts';
import { withdrawProof } from '../proofs/proof.commands.ts';
import { type ApplicationFacts, applicationOf } from '../route/application.queries.ts';
import { heardFrom } from '../route/heard.commands.ts';
import { lockedApplication } from '../route/steps.commands.ts';
import { tellApplicant } from '../route/tell.ts';
import { exceptionsOf, type RefereeFacts, refereesOf } from './reference.queries.ts';
import {
  type Bendable,
  bendableWords,
  type NamedReferee,
  type ReferenceRules,
  refereeFaults,
  stillCounts,
} from './reference.rules.ts';
import { rulesOn } from './rules.queries.ts';
import { referencesOpen, settleReferences } from './settle.commands.ts';

const stillOpen = (application: ApplicationFacts) => {
  if (!referencesOpen(application))
    throw new Refusal('References are not being asked for at the moment, so nothing was changed.');
};

/** Writes to a referee with a link of its own. Without an e-mail address no letter goes: then somebody rings. */
export const askReferee = async (
  scope: Scope,
  application: ApplicationFacts,
  referee: Pick<RefereeFacts, 'id' | 'name' | 'email'>,
  {
    kind,
    rules,
    until,
  }: {
    readonly kind: 'first' | 'reminder' | 'again';
    readonly rules: ReferenceRules;
    readonly until?: Temporal.Instant;
  },
): Promise<void> => {
  if (referee.email === null) return;
  const { now } = scope;
  const [id, secret] = [newId(), newSecret()];
  const expiresAt = until ?? now.add({ hours: 24 * rules.linkDays });
  await scope.tx
    .insertInto('recruiting.reference_asks')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      centre_id: application.centreId,
      applicant_id: application.applicantId,
      application_id: application.id,
      referee_id: referee.id,
      kind,
      secret_hash: hashOfSecret(secret),
      sent_by: accountOf(scope.actor),
      sent_at: now.toString(),
      expires_at: expiresAt.toString(),
    })
    .execute();
  const today = dateAt(now, application.zone);
  await queueMessage(scope, {
    template: kind === 'reminder' ? 'reference_reminder' : 'reference_asked',
    about: 'recruiting',
    channel: 'email',
    to: { address: referee.email },
    centreId: application.centreId,
    details: {
      name: referee.name,
      applicant: application.name,
      role: application.profile.content.name,
      centre: application.centreName,
      phone: application.centrePhone ?? '',
      link: `${application.origin}${refereePage({ secret })}`,
      answer_by: longDate(today.add({ days: rules.answerDays }), { today }),
      until: longDate(dateAt(expiresAt, application.zone), { today }),
    },
    once: `reference_ask:${id}`,
  });
};

/**
 * Names a referee, by the applicant (as the house) or by somebody who recruits for them. When enough are named the
 * letters go. Raises Refusal with the sentence of the first rule that is not kept, and NotFound.
 */
export const nameReferee = async (
  scope: Scope,
  applicationId: string,
  referee: NamedReferee,
): Promise<{ readonly lettersWent: boolean; readonly missing: number }> => {
  const { tx, actor, now } = scope;
  const application = await lockedApplication(scope, applicationId);
  stillOpen(application);
  const rules = await rulesOn(scope, dateAt(now, application.zone));
  const others = (await refereesOf(scope, applicationId)).filter(({ state }) => stillCounts(state));
  if (others.length >= rules.needed)
    throw new Refusal('There are enough names already. Let one of them go first, then name somebody else.');
  const bent = (await exceptionsOf(scope, applicationId)).map(({ rule }) => rule);
  const [fault] = refereeFaults(referee, { rules, others, bent, own: application });
  if (fault) throw new Refusal(fault.message, fault.field);
  const taken = new Set(others.map(({ position }) => position));
  const position = Array.from({ length: rules.needed }, (_, at) => at + 1).find((at) => !taken.has(at)) ?? 1;
  await tx
    .insertInto('recruiting.referees')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      centre_id: application.centreId,
      applicant_id: application.applicantId,
      application_id: applicationId,
      position,
      name: referee.name,
      email: referee.email,
      phone: referee.phone,
      context: referee.context,
      how_known: referee.howKnown,
      known_years: referee.knownYears,
      related: referee.related,
      works_here: referee.worksHere,
      named_at: now.toString(),
      named_by: accountOf(actor),
    })
    .execute();
  if (accountOf(actor) === null) await heardFrom(scope, applicationId);
  const missing = rules.needed - others.length - 1;
  if (missing === 0)
    for (const each of await refereesOf(scope, applicationId))
      if (each.state === 'named') await askReferee(scope, application, each, { kind: 'first', rules });
  await scope.audit('recruiting.referee_named', {
    kind: 'application',
    id: applicationId,
    centreId: application.centreId,
  });
  await settleReferences(scope, application);
  return { lettersWent: missing === 0, missing };
};

/** The referee of an application with the application's row locked. Raises NotFound. */
export const lockedReferee = async (
  scope: Scope,
  { applicationId, refereeId }: { readonly applicationId: string; readonly refereeId: string },
): Promise<{ readonly application: ApplicationFacts; readonly referee: RefereeFacts }> => {
  const application = await lockedApplication(scope, applicationId);
  const referee = (await refereesOf(scope, applicationId)).find((each) => each.id === refereeId);
  if (!referee) throw new NotFound('referee');
  return { application, referee };
};

/** Ends every link of a referee. */
export const endLinks = async (scope: Scope, refereeId: string): Promise<void> => {
  await scope.tx
    .updateTable('recruiting.reference_asks')
    .set({ ended_at: scope.now.toString() })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('referee_id', '=', refereeId)
    .where('ended_at', 'is', null)
    .execute();
};

/**
 * A new letter with a new link; the ones before open nothing any more. Raises NotFound, and Refusal where there is an
 * answer already, or no e-mail address.
 */
export const askAgain = async (
  scope: Scope,
  which: { readonly applicationId: string; readonly refereeId: string },
): Promise<void> => {
  const { application, referee } = await lockedReferee(scope, which);
  stillOpen(application);
  if (referee.answeredAt || referee.declinedAt || referee.letGoAt)
    throw new Refusal('There is nothing to send: they have answered, or somebody else is asked instead.');
  if (referee.email === null)
    throw new Refusal('There is no e-mail address for them. Ring, and write down what they say.');
  await endLinks(scope, referee.id);
  const rules = await rulesOn(scope, dateAt(scope.now, application.zone));
  await askReferee(scope, application, referee, { kind: 'again', rules });
  await scope.audit('recruiting.reference_asked_again', {
    kind: 'referee',
    id: referee.id,
    centreId: application.centreId,
  });
  await settleReferences(scope, application);
};

/** Marks a referee as no longer asked, so that another takes the place; what they wrote stays on file. */
export const leaveReferee = async (
  scope: Scope,
  application: ApplicationFacts,
  referee: RefereeFacts,
  why: string,
): Promise<void> => {
  await endLinks(scope, referee.id);
  await scope.tx
    .updateTable('recruiting.referees')
    .set({ let_go_at: scope.now.toString(), let_go_by: accountOf(scope.actor), let_go_why: why })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', referee.id)
    .execute();
  if (referee.state === 'accepted')
    await withdrawProof(scope, {
      applicantId: application.applicantId,
      code: 'references',
      fromId: referee.id,
      why,
    });
  await settleReferences(scope, application);
};

/** Asks the applicant for another name. They are told that somebody cannot give a reference now, and nothing else. */
export const askForAnotherName = async (
  scope: Scope,
  application: ApplicationFacts,
  referee: Pick<RefereeFacts, 'id' | 'name'>,
): Promise<void> => {
  await tellApplicant(scope, application, {
    template: 'referee_needed',
    details: { referee: referee.name },
    once: `referee_needed:${referee.id}`,
  });
};

/**
 * Somebody who recruits lets a referee go, and the applicant is asked for another name; or the applicant does so on
 * their own page, as long as there is no answer. Raises Refusal and NotFound.
 */
export const letGo = async (
  scope: Scope,
  {
    applicationId,
    refereeId,
    why,
  }: { readonly applicationId: string; readonly refereeId: string; readonly why: string },
): Promise<void> => {
  const { application, referee } = await lockedReferee(scope, { applicationId, refereeId });
  stillOpen(application);
  const own = accountOf(scope.actor) === null;
  if (referee.letGoAt || (own && referee.answeredAt))
    throw new Refusal('This referee has answered already, so nothing was changed.');
  await leaveReferee(scope, application, referee, why);
  if (own) await heardFrom(scope, applicationId);
  else await askForAnotherName(scope, application, referee);
  await scope.audit('recruiting.referee_let_go', {
    kind: 'referee',
    id: referee.id,
    centreId: application.centreId,
  });
};

/** Sets one rule about referees aside for one application, with the reason. Said once more, the new reason counts. */
export const setRuleAside = async (
  scope: Scope,
  {
    applicationId,
    rule,
    why,
  }: { readonly applicationId: string; readonly rule: Bendable; readonly why: string },
): Promise<void> => {
  const application = await applicationOf(scope, applicationId);
  const by = accountOf(scope.actor);
  if (!application || by === null) throw new NotFound('application');
  stillOpen(application);
  if (!(rule in bendableWords)) throw new Refusal('Choose the rule that is set aside.', 'rule');
  const said = { why, allowed_by: by, allowed_at: scope.now.toString() };
  await scope.tx
    .insertInto('recruiting.reference_exceptions')
    .values({
      organisation_id: scope.actor.organisationId,
      application_id: applicationId,
      rule,
      centre_id: application.centreId,
      applicant_id: application.applicantId,
      ...said,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'application_id', 'rule']).doUpdateSet(said),
    )
    .execute();
  await scope.audit('recruiting.reference_rule_set_aside', {
    kind: 'application',
    id: applicationId,
    centreId: application.centreId,
  });
};
