import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { move } from '#kernel/lifecycle.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf, CARE_OF_FAMILIES, holds, isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { learnerOfAccount, learnersNamed, type Practice, practiceById } from './practice.queries.ts';
import { type PracticeKind, practiceLife, practiceState } from './practice.rules.ts';

/** Who learns: by the applicant's id, or by the account of somebody who is welcomed. */
export type WhoLearns = { readonly applicantId: string } | { readonly accountId: string };

const learnerBy = async (scope: Scope, who: WhoLearns) =>
  'applicantId' in who
    ? ((await learnersNamed(scope, [who.applicantId])).get(who.applicantId) ?? null)
    : learnerOfAccount(scope, who.accountId);

export type NewPractice = WhoLearns & {
  /** The centre at which the session is. */
  readonly centreId: string;
  readonly kind: PracticeKind;
  readonly sessionId: string | null;
  readonly on: Temporal.PlainDate;
  /** What the session is called. */
  readonly what: string;
  /** Who is beside them and writes afterwards; null: nobody is named yet. */
  readonly alongsideAccountId: string | null;
};

/**
 * Somebody is put down to learn at a session. Answers the id; the same learner, session and kind once more answers the one
 * that is there. Raises NotFound for a learner the actor may not know, Refusal when they would be beside themselves.
 */
export const planPractice = async (scope: Scope, asked: NewPractice): Promise<string> => {
  const { tx, actor, now } = scope;
  const learner = await learnerBy(scope, asked);
  if (!learner) throw new NotFound('learner');
  if (asked.alongsideAccountId !== null && asked.alongsideAccountId === learner.accountId)
    throw new Refusal('Nobody is beside themselves. Choose somebody else to be there with them.');
  const id = newId();
  const made = await tx
    .insertInto('training.practice')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: asked.centreId,
      applicant_id: learner.applicantId,
      kind: asked.kind,
      session_id: asked.sessionId,
      on_date: asked.on.toString(),
      what: asked.what,
      alongside_account: asked.alongsideAccountId,
      planned_at: now.toString(),
      planned_by: accountOf(actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n) {
    const there = await tx
      .selectFrom('training.practice')
      .select('id')
      .where('organisation_id', '=', actor.organisationId)
      .where('session_id', '=', asked.sessionId)
      .where('applicant_id', '=', learner.applicantId)
      .where('kind', '=', asked.kind)
      .where('did_not_happen_at', 'is', null)
      .executeTakeFirstOrThrow();
    return there.id;
  }
  await scope.audit('training.practice_planned', {
    kind: 'applicant',
    id: learner.applicantId,
    centreId: asked.centreId,
  });
  return id;
};

export interface EarlierPractice {
  readonly applicantId: string;
  readonly kind: PracticeKind;
  readonly on: Temporal.PlainDate;
  readonly what: string;
  /** Who was beside them: an account, or words where they do not sign in. One of the two. */
  readonly alongsideAccountId: string | null;
  readonly alongsideWords: string;
}

/**
 * Writes down a practice that happened already and was not kept here. Answers its id. Raises NotFound for a learner the
 * actor may not know, Refusal for a day still to come and where nobody else was there.
 */
export const addEarlierPractice = async (scope: Scope, told: EarlierPractice): Promise<string> => {
  const { tx, actor, now } = scope;
  const learner = await learnerBy(scope, { applicantId: told.applicantId });
  if (!learner) throw new NotFound('learner');
  if (Temporal.PlainDate.compare(told.on, dateAt(now, learner.zone)) > 0)
    throw new Refusal('This day is still to come. Enter the day on which it happened.', 'on');
  if (told.alongsideAccountId === null && told.alongsideWords === '')
    throw new Refusal('Say who was there with them.', 'alongside');
  if (told.alongsideAccountId !== null && told.alongsideAccountId === learner.accountId)
    throw new Refusal('Nobody is beside themselves. Choose who was there with them.', 'alongside');
  const id = newId();
  await tx
    .insertInto('training.practice')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: learner.centreId,
      applicant_id: told.applicantId,
      kind: told.kind,
      on_date: told.on.toString(),
      what: told.what,
      alongside_account: told.alongsideAccountId,
      alongside_words: told.alongsideWords,
      planned_at: now.toString(),
      planned_by: accountOf(actor),
      happened_at: now.toString(),
    })
    .execute();
  await scope.audit('training.practice_added', {
    kind: 'applicant',
    id: told.applicantId,
    centreId: learner.centreId,
  });
  return id;
};

export type SessionOf = { readonly sessionId: string } & (WhoLearns | { readonly everybody: true });

const itsPractice = async (scope: Scope, of: SessionOf) => {
  const learner = 'everybody' in of ? null : await learnerBy(scope, of);
  if (!('everybody' in of) && !learner) throw new NotFound('learner');
  let rows = scope.tx
    .updateTable('training.practice')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', of.sessionId)
    .where('happened_at', 'is', null)
    .where('did_not_happen_at', 'is', null);
  if (learner) rows = rows.where('applicant_id', '=', learner.applicantId);
  return rows;
};

// The office calls a session off and may not write of anybody's learning: the house does that for it.
const leaveToTheHouse = (scope: Scope): boolean =>
  !isSystem(scope.actor) && !holds(scope.actor, CARE_OF_FAMILIES);

/**
 * A session or somebody's being there fell through: what was planned for it did not happen, and says why. What has
 * happened already stays. Raises NotFound for a learner the actor may not know, Refusal without a reason.
 */
export const practiceFellThrough = async (
  scope: Scope,
  of: SessionOf & { readonly why: string },
): Promise<void> => {
  if (of.why.trim() === '') throw new Refusal('Say why it did not happen.', 'why');
  if (leaveToTheHouse(scope)) return scope.enqueue('training.practice_fell_through', { ...of });
  const ended = await (await itsPractice(scope, of))
    .set(({ eb }) => ({
      did_not_happen_at: scope.now.toString(),
      did_not_happen_why: of.why,
      version: eb('version', '+', 1),
    }))
    .executeTakeFirst();
  if (ended.numUpdatedRows > 0n)
    await scope.audit('training.practice_fell_through', { kind: 'session', id: of.sessionId });
};

/** The session was moved to another day, and what is planned for it with it. */
export const practiceMoved = async (
  scope: Scope,
  moved: { readonly sessionId: string; readonly on: Temporal.PlainDate },
): Promise<void> => {
  if (leaveToTheHouse(scope))
    return scope.enqueue('training.practice_moved', {
      sessionId: moved.sessionId,
      on: moved.on.toString(),
    });
  const of = { sessionId: moved.sessionId, everybody: true } as const;
  const changed = await (await itsPractice(scope, of))
    .set(({ eb }) => ({ on_date: moved.on.toString(), version: eb('version', '+', 1) }))
    .executeTakeFirst();
  if (changed.numUpdatedRows > 0n)
    await scope.audit('training.practice_moved', { kind: 'session', id: moved.sessionId });
};

/** Changes one practice if nobody else has since. Raises StaleEdit. */
export const changedOnce = async (
  scope: Scope,
  practice: Practice,
  version: number,
  set: Readonly<Record<string, string | null>>,
): Promise<void> => {
  const changed = await scope.tx
    .updateTable('training.practice')
    .set({ ...set, version: version + 1 })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', practice.id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new StaleEdit('this practice');
};

/** One practice did not happen, and why. Raises NotFound, Refusal where it is behind us, StaleEdit. */
export const didNotHappen = async (
  scope: Scope,
  {
    practiceId,
    why,
    version,
  }: { readonly practiceId: string; readonly why: string; readonly version: number },
): Promise<void> => {
  const practice = await practiceById(scope, practiceId);
  if (!practice || practice.own) throw new NotFound('practice');
  move(practiceLife, 'fall_through', practiceState(practice));
  await changedOnce(scope, practice, version, {
    did_not_happen_at: scope.now.toString(),
    did_not_happen_why: why,
  });
  await scope.audit('training.practice_fell_through', {
    kind: 'applicant',
    id: practice.applicantId,
    centreId: practice.centreId,
  });
};
