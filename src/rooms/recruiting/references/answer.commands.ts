import { dateAt } from '#kernel/dates.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { giveProof, withdrawProof } from '../proofs/proof.commands.ts';
import type { ApplicationFacts } from '../route/application.queries.ts';
import { lockedApplication } from '../route/steps.commands.ts';
import { type Answers, toLookAt } from './compare.rules.ts';
import { askAgain, askForAnotherName, leaveReferee, lockedReferee } from './referee.commands.ts';
import { type AskFacts, askBySecret, type RefereeFacts } from './reference.queries.ts';
import type { Outcome } from './reference.rules.ts';
import { referencesOpen, settleReferences } from './settle.commands.ts';

export type DeclineReason = 'no_time' | 'not_well_enough' | 'rather_not' | 'call';

/** What a referee finds behind their link now. */
export type AskState = 'open' | 'thanked' | 'declined' | 'over' | 'newer' | 'lapsed';

export const askState = (
  { application, referee, expiresAt, ended }: AskFacts,
  now: Temporal.Instant,
): AskState => {
  if (referee.answeredAt) return 'thanked';
  if (referee.declinedAt) return 'declined';
  if (referee.letGoAt || !referencesOpen(application)) return 'over';
  if (ended) return 'newer';
  return Temporal.Instant.compare(expiresAt, now) <= 0 ? 'lapsed' : 'open';
};

const WHY_NOT: Readonly<Record<Exclude<AskState, 'open'>, string>> = {
  thanked: 'We have your answers already. Thank you: there is nothing more to do.',
  declined: 'You told us that you cannot give this reference. Ring the centre if you have changed your mind.',
  over: 'This reference is no longer needed. Thank you for being ready to give it.',
  newer: 'We sent you a newer letter. Please use the link in that one.',
  lapsed: 'This link has come to its end. Ask for a new one on this page.',
};

/** The letter behind a link with its application locked, if it can still be answered. Raises NotFound and Refusal. */
const openAsk = async (scope: Scope, secret: string): Promise<AskFacts> => {
  const known = await askBySecret(scope, secret);
  if (!known) throw new NotFound('reference');
  await lockedApplication(scope, known.application.id);
  const ask = await askBySecret(scope, secret);
  if (!ask) throw new NotFound('reference');
  const state = askState(ask, scope.now);
  if (state !== 'open') throw new Refusal(WHY_NOT[state]);
  return ask;
};

const writeDown = async (
  scope: Scope,
  application: ApplicationFacts,
  referee: RefereeFacts,
  answers: Answers,
): Promise<void> => {
  await scope.tx
    .insertInto('recruiting.reference_answers')
    .values({
      organisation_id: scope.actor.organisationId,
      referee_id: referee.id,
      centre_id: application.centreId,
      applicant_id: application.applicantId,
      application_id: application.id,
      answers: JSON.stringify(answers),
      answered_at: scope.now.toString(),
      taken_by: accountOf(scope.actor),
    })
    .execute();
  await scope.audit('recruiting.reference_given', {
    kind: 'referee',
    id: referee.id,
    centreId: application.centreId,
  });
  await settleReferences(scope, application);
};

/** A referee answers by their link, once. Raises NotFound and Refusal. */
export const answerReference = async (scope: Scope, secret: string, answers: Answers): Promise<void> => {
  const { application, referee } = await openAsk(scope, secret);
  await writeDown(scope, application, referee, answers);
};

/** Somebody who recruits writes down what a referee says on the phone. Raises NotFound and Refusal. */
export const takeByPhone = async (
  scope: Scope,
  which: { readonly applicationId: string; readonly refereeId: string },
  answers: Answers,
): Promise<void> => {
  const { application, referee } = await lockedReferee(scope, which);
  if (!referencesOpen(application)) throw new Refusal('References are not being asked for at the moment.');
  if (referee.answeredAt || referee.letGoAt) throw new Refusal('There is an answer of theirs already.');
  await writeDown(scope, application, referee, answers);
};

/**
 * A referee cannot give the reference: somebody else is asked for, and the applicant learns only that. Whoever would
 * rather be rung stays a referee, and it is our move. Raises NotFound and Refusal.
 */
export const declineReference = async (
  scope: Scope,
  secret: string,
  { why, words }: { readonly why: DeclineReason; readonly words: string },
): Promise<void> => {
  const { id, application, referee } = await openAsk(scope, secret);
  const { tx, actor, now } = scope;
  if (why === 'call') {
    await tx
      .updateTable('recruiting.reference_asks')
      .set({ call_wanted_at: now.toString(), call_words: words })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', id)
      .execute();
    await settleReferences(scope, application);
    return;
  }
  await tx
    .insertInto('recruiting.reference_answers')
    .values({
      organisation_id: actor.organisationId,
      referee_id: referee.id,
      centre_id: application.centreId,
      applicant_id: application.applicantId,
      application_id: application.id,
      declined_at: now.toString(),
      declined_why: why,
      declined_words: words,
    })
    .execute();
  await scope.audit('recruiting.reference_declined', {
    kind: 'referee',
    id: referee.id,
    centreId: application.centreId,
  });
  await leaveReferee(scope, application, referee, 'They cannot give a reference.');
  await askForAnotherName(scope, application, referee);
};

/** A referee whose link has ended asks for a new one: it goes to the address we have, and nowhere else. */
export const newLinkForReferee = async (scope: Scope, secret: string): Promise<void> => {
  const ask = await askBySecret(scope, secret);
  if (!ask) throw new NotFound('reference');
  const state = askState(ask, scope.now);
  // Pressed twice, or on an old letter: the newer one is on its way already.
  if (state === 'newer' || state === 'open') return;
  if (state !== 'lapsed') throw new Refusal(WHY_NOT[state]);
  await askAgain(scope, { applicationId: ask.application.id, refereeId: ask.referee.id });
};

export interface Judgement {
  readonly applicationId: string;
  readonly refereeId: string;
  readonly outcome: Outcome;
  readonly words: string;
  /** What else was learned, where a reference is weak. */
  readonly supplement: string;
  /** With whom of the team a weak reference was talked through. */
  readonly seniorBy: string | null;
  readonly version: number;
}

/**
 * What those who recruit make of a reference. A good one counts; a weak one counts with something beside it; a worry
 * does not count and keeps the step open. Enough that count end the step. Raises NotFound, Refusal and StaleEdit.
 */
export const judgeReference = async (scope: Scope, judged: Judgement): Promise<void> => {
  const { tx, actor, now } = scope;
  const by = accountOf(actor);
  const { application, referee } = await lockedReferee(scope, judged);
  if (by === null || !referee.answers) throw new NotFound('reference');
  if (referee.letGoAt) throw new Refusal('Somebody else is asked instead, so this reference is not counted.');
  if (judged.version !== referee.version) throw new StaleEdit('this reference');
  if (judged.outcome !== 'good' && judged.words === '')
    throw new Refusal('Say in a few words what you see, for whoever reads this next.', 'words');
  if (
    judged.outcome === 'good' &&
    judged.words === '' &&
    toLookAt(referee.answers).some(({ grave }) => grave)
  )
    throw new Refusal(
      'The referee says something grave. Say in a few words why the reference still counts.',
      'words',
    );
  const weak = judged.outcome === 'weak';
  if (weak && judged.supplement === '' && judged.seniorBy === null)
    throw new Refusal(
      'A thin reference counts with something beside it: what else you found out, or with whom of the team you talked it through.',
      'supplement',
    );
  if (judged.seniorBy === by) throw new Refusal('Choose a colleague: two of you look at it.', 'seniorBy');
  await tx
    .updateTable('recruiting.reference_answers')
    .set({
      compared_at: now.toString(),
      compared_by: by,
      outcome: judged.outcome,
      words: judged.words,
      supplement: weak ? judged.supplement : '',
      senior_by: weak ? judged.seniorBy : null,
      version: referee.version + 1,
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('referee_id', '=', referee.id)
    .execute();
  await scope.audit('recruiting.reference_judged', {
    kind: 'referee',
    id: referee.id,
    centreId: application.centreId,
  });
  if (judged.outcome === 'worry')
    await withdrawProof(scope, {
      applicantId: application.applicantId,
      code: 'references',
      fromId: referee.id,
      why: 'The reference gives cause for worry.',
    });
  else
    await giveProof(scope, {
      applicantId: application.applicantId,
      centreId: application.centreId,
      code: 'references',
      earnedOn: dateAt(now, application.zone),
      expiresOn: null,
      fromId: referee.id,
    });
  await settleReferences(scope, application);
};
