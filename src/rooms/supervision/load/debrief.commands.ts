import { move } from '#kernel/lifecycle.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Debrief, debriefById, type OfferHow, ownDebrief } from './debrief.queries.ts';
import { debriefLife } from './debrief.rules.ts';
import { openDebrief } from './told.commands.ts';

const theirs = async (scope: Scope, id: string): Promise<{ debrief: Debrief; me: string }> => {
  const debrief = await debriefById(scope, id);
  const me = accountOf(scope.actor);
  if (!debrief || me === null || debrief.accountId === me) throw new NotFound('talk');
  return { debrief, me };
};

const set = async (
  scope: Scope,
  { id, centreId, version }: Debrief,
  verb: string,
  values: Readonly<Record<string, string>>,
): Promise<void> => {
  const done = await scope.tx
    .updateTable('supervision.debriefs')
    .set({ ...values, version: version + 1 })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new StaleEdit('this talk');
  await scope.audit(verb, { kind: 'debrief', id, centreId });
};

/**
 * "I will ring": the talk is this colleague's from now on, and they alone read what the supporter wrote. Somebody else
 * may take it over. NotFound about oneself; Refusal once it is over.
 */
export const takeDebrief = async (scope: Scope, debriefId: string): Promise<void> => {
  const { debrief, me } = await theirs(scope, debriefId);
  move(debriefLife, 'take', debrief.state);
  await set(scope, debrief, 'supervision.debrief_taken', { taken_at: scope.now.toString(), taken_by: me });
};

/** A talk was offered: how, and a line about when. NotFound about oneself; Refusal once it is over. */
export const offerDebrief = async (
  scope: Scope,
  debriefId: string,
  said: { readonly how: OfferHow; readonly words: string },
): Promise<void> => {
  const { debrief, me } = await theirs(scope, debriefId);
  move(debriefLife, 'offer', debrief.state);
  const at = scope.now.toString();
  await set(scope, debrief, 'supervision.debrief_offered', {
    ...(debrief.takenById === null && { taken_at: at, taken_by: me }),
    offered_at: at,
    offered_by: me,
    offered_how: said.how,
    offered_words: said.words,
  });
  await scope.enqueue('supervision.tell_debrief_offered', { debriefId });
};

/** The talk was held; a line of what was agreed, which both read. NotFound about oneself; Refusal once it is over. */
export const holdDebrief = async (scope: Scope, debriefId: string, words: string): Promise<void> => {
  const { debrief, me } = await theirs(scope, debriefId);
  move(debriefLife, 'hold', debrief.state);
  const at = scope.now.toString();
  await set(scope, debrief, 'supervision.debrief_held', {
    held_at: at,
    held_by: me,
    held_words: words,
    closed_at: at,
    closed_why: 'held',
  });
};

/** They said on the phone that they would rather not: it is over, and they can ask again. NotFound about oneself. */
export const notWanted = async (scope: Scope, debriefId: string): Promise<void> => {
  const { debrief } = await theirs(scope, debriefId);
  move(debriefLife, 'decline', debrief.state);
  await set(scope, debrief, 'supervision.debrief_declined', noThanks(scope));
};

const noThanks = (scope: Scope) => ({
  answered: 'no_thanks',
  answered_at: scope.now.toString(),
  closed_at: scope.now.toString(),
  closed_why: 'no_thanks',
});

/**
 * The supporter answers for themselves: no thanks (it is over, without a reason given), yes please, or please ring now,
 * which opens a talk where none is open. Raises Refusal where there is nothing to answer.
 */
export const answerDebrief = async (
  scope: Scope,
  centreId: string,
  say: 'yes' | 'no_thanks' | 'ring_now',
): Promise<void> => {
  const accountId = accountOf(scope.actor);
  if (accountId === null) throw new NotFound('page');
  if (say === 'ring_now') {
    await openDebrief(scope, { accountId, centreId, ringNow: true });
    return;
  }
  const debrief = await ownDebrief(scope, accountId);
  if (!debrief) throw new Refusal('This talk is over already. You can ask for another one at any time.');
  if (say === 'no_thanks') {
    move(debriefLife, 'decline', debrief.state);
    await set(scope, debrief, 'supervision.debrief_declined', noThanks(scope));
    return;
  }
  await set(scope, debrief, 'supervision.debrief_welcome', {
    answered: 'yes',
    answered_at: scope.now.toString(),
  });
};
