import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf, holds, isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { giveProof, RECRUITS, withdrawProof } from '#rooms/recruiting/door.ts';
import { awardsOf } from '../credentials/award.queries.ts';
import { learnersNamed } from './practice.queries.ts';
import { missingInWords } from './practice.rules.ts';
import { lastYesOf, type PracticeFacts, practiceFacts } from './sign-off.queries.ts';

const NO_SYLLABUS =
  'No syllabus is in use yet, so there is nothing to sign off against. Somebody has to read one and say that it may be used.';

/** A learner the actor may sign off, with where they stand. Nobody signs off themselves. */
const toSignOff = async (scope: Scope, applicantId: string) => {
  const learner = (await learnersNamed(scope, [applicantId])).get(applicantId);
  if (!learner || learner.own) throw new NotFound('learner');
  const facts = await practiceFacts(scope, applicantId);
  return { learner, facts };
};

const syllabusOf = ({ syllabus }: PracticeFacts) => {
  if (!syllabus) throw new Refusal(NO_SYLLABUS);
  return syllabus;
};

export interface Signing {
  readonly applicantId: string;
  /** One or several at once: they then share their evidence. */
  readonly codes: readonly string[];
  /** What it is based on: words, a session, a unit; at least one of them. */
  readonly evidence: string;
  readonly practiceId: string | null;
  readonly unitCode: string | null;
  /** Based on what they did before they came to us; then the words are asked for. */
  readonly earlier: boolean;
}

/**
 * Signs competencies off, in the actor's own name and with what it is based on. Raises NotFound for somebody the actor may
 * not sign off (themselves too), Refusal without a syllabus, a competency or evidence, for one that is signed already, and
 * for a session or a unit that is not theirs.
 */
export const signCompetencies = async (scope: Scope, signing: Signing): Promise<void> => {
  const { tx, actor, now } = scope;
  const { learner, facts } = await toSignOff(scope, signing.applicantId);
  const syllabus = syllabusOf(facts);
  if (signing.codes.length === 0) throw new Refusal('Choose what you sign off.', 'codes');
  const open = new Set(facts.missing.competencies.map(({ code }) => code));
  if (signing.codes.some((code) => !open.has(code)))
    throw new Refusal('One of these is signed off already. Look at the list again.', 'codes');
  if (signing.earlier && signing.evidence === '')
    throw new Refusal('Say what they did before, where, and how you know of it.', 'evidence');
  if (signing.evidence === '' && signing.practiceId === null && signing.unitCode === null)
    throw new Refusal('Say what you base it on: a few words, a session or a unit.', 'evidence');
  const session = facts.practices.find(({ id }) => id === signing.practiceId);
  if (signing.practiceId !== null && !session?.happenedAt)
    throw new Refusal('Choose a session that has happened.', 'practiceId');
  if (signing.unitCode !== null) {
    const awards = await awardsOf(scope, [signing.applicantId]);
    if (!awards.some(({ kind, code }) => kind === 'unit' && code === signing.unitCode))
      throw new Refusal('Choose a unit they have been awarded.', 'unitCode');
  }
  const made = await tx
    .insertInto('training.competency_sign_offs')
    .values(
      signing.codes.map((code) => ({
        organisation_id: actor.organisationId,
        id: newId(),
        centre_id: learner.centreId,
        applicant_id: signing.applicantId,
        competency_code: code,
        syllabus_id: syllabus.id,
        evidence: signing.evidence,
        practice_id: signing.practiceId,
        unit_code: signing.unitCode,
        earlier: signing.earlier,
        signed_by: accountOf(actor),
        signed_on: dateAt(now, learner.zone).toString(),
        signed_at: now.toString(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== BigInt(signing.codes.length))
    throw new Refusal('Somebody signed one of these off just now. Look at the list again.', 'codes');
  await scope.audit('training.competency_signed', {
    kind: 'applicant',
    id: signing.applicantId,
    centreId: learner.centreId,
  });
};

/**
 * The last yes: they may run sessions. Gives the proof that readiness asks for. Answers its id. Raises NotFound for
 * somebody the actor may not say it of (themselves too), Refusal that names what is missing. Practice alone can be let go
 * for somebody with experience, with a reason; a competency never.
 */
export const sayTheLastYes = async (
  scope: Scope,
  said: {
    readonly applicantId: string;
    readonly words: string;
    /** Why the practice is not asked of them; null where it is done. */
    readonly withoutPracticeWhy: string | null;
  },
): Promise<string> => {
  const { tx, actor, now } = scope;
  const { learner, facts } = await toSignOff(scope, said.applicantId);
  if (!isSystem(actor) && !holds(actor, RECRUITS, learner.centreId)) throw new NotFound('learner');
  const syllabus = syllabusOf(facts);
  if (facts.lastYes) throw new Refusal('They have the last yes already.');
  if (facts.asked.competencies.length === 0) throw new Refusal(NO_SYLLABUS);
  if (facts.missing.competencies.length > 0)
    throw new Refusal(missingInWords({ ...facts.missing, practice: [] }).join(' '));
  const short = facts.missing.practice.length > 0;
  if (short && !said.withoutPracticeWhy)
    throw new Refusal(
      `${missingInWords({ ...facts.missing, competencies: [] }).join(' ')} If they learned this elsewhere, say so and why it counts.`,
      'withoutPracticeWhy',
    );
  const id = newId();
  const signedOn = dateAt(now, learner.zone);
  const made = await tx
    .insertInto('training.sign_offs')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: learner.centreId,
      applicant_id: said.applicantId,
      syllabus_id: syllabus.id,
      words: said.words,
      without_practice_why: short ? said.withoutPracticeWhy : null,
      signed_by: accountOf(actor),
      signed_on: signedOn.toString(),
      signed_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) throw new Refusal('They have the last yes already.');
  await giveProof(scope, {
    applicantId: said.applicantId,
    centreId: learner.centreId,
    code: 'sign_off',
    earnedOn: signedOn,
    expiresOn: null,
    fromId: id,
  });
  await scope.audit('training.signed_off', {
    kind: 'applicant',
    id: said.applicantId,
    centreId: learner.centreId,
  });
  return id;
};

const needsWhy = (why: string): string => {
  if (why.trim() === '') throw new Refusal('Say why you take it back. They read this.', 'why');
  return why.trim();
};

/**
 * Takes the last yes back with a reason they read; the proof goes with it, so they run no new sessions until it is given
 * again. Raises NotFound where there is none the actor may take back, Refusal without a reason.
 */
export const takeBackLastYes = async (
  scope: Scope,
  { applicantId, why }: { readonly applicantId: string; readonly why: string },
): Promise<void> => {
  const reason = needsWhy(why);
  const learner = (await learnersNamed(scope, [applicantId])).get(applicantId);
  const lastYes = (await lastYesOf(scope, [applicantId])).get(applicantId);
  if (!learner || learner.own || !lastYes) throw new NotFound('sign-off');
  const taken = await scope.tx
    .updateTable('training.sign_offs')
    .set({
      withdrawn_at: scope.now.toString(),
      withdrawn_by: accountOf(scope.actor),
      withdrawn_why: reason,
    })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', lastYes.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) throw new NotFound('sign-off');
  await withdrawProof(scope, { applicantId, code: 'sign_off', fromId: lastYes.id, why: reason });
  await scope.audit('training.sign_off_taken_back', {
    kind: 'applicant',
    id: applicantId,
    centreId: learner.centreId,
  });
};

/**
 * Takes one competency back with a reason. While the last yes stands, so does what it stands on: then Refusal, because
 * that is taken back first. Raises NotFound where there is none the actor may take back, Refusal without a reason.
 */
export const takeBackCompetency = async (
  scope: Scope,
  { applicantId, code, why }: { readonly applicantId: string; readonly code: string; readonly why: string },
): Promise<void> => {
  const reason = needsWhy(why);
  const learner = (await learnersNamed(scope, [applicantId])).get(applicantId);
  if (!learner || learner.own) throw new NotFound('sign-off');
  if ((await lastYesOf(scope, [applicantId])).has(applicantId))
    throw new Refusal(
      'They may run sessions, and that stands on this. Whoever looks after volunteers takes back the last yes first.',
    );
  const taken = await scope.tx
    .updateTable('training.competency_sign_offs')
    .set({
      withdrawn_at: scope.now.toString(),
      withdrawn_by: accountOf(scope.actor),
      withdrawn_why: reason,
    })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('applicant_id', '=', applicantId)
    .where('competency_code', '=', code)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) throw new NotFound('sign-off');
  await scope.audit('training.competency_taken_back', {
    kind: 'applicant',
    id: applicantId,
    centreId: learner.centreId,
  });
};
