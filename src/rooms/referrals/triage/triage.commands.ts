import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { move } from '#kernel/lifecycle.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf, isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { familyOf } from '#rooms/families/door.ts';
import { centre } from '#rooms/people/door.ts';
import { type Template, template } from '#rooms/programme/door.ts';
import { mayDecide, mayReceive } from '../referral.policy.ts';
import {
  type Outcome,
  type ReferralState,
  referralLife,
  stateOf,
  type WithdrawalReason,
} from '../referral.rules.ts';
import { windowOn } from '../window.rules.ts';
import { endsWith, passesOn, reasonsFor, referrerWordsFor } from './decide.rules.ts';

/** Somebody is passed to another service. */
export interface PassedOn {
  readonly toService: string;
  readonly toContact: string;
  readonly parentAgreed: boolean;
  readonly followUpOn: Temporal.PlainDate;
}

export interface Decision {
  readonly referralId: string;
  readonly outcome: Outcome;
  /** A code of the template's reasons for this outcome; for asking more, of whom. */
  readonly reason: string;
  /** Own words: what is asked, why, what was agreed. */
  readonly words: string;
  /** For a welcome: whether a group is wanted. Without a word, yes. */
  readonly groupWanted?: boolean;
  /** For showing or handing over to another service. */
  readonly passedOn?: PassedOn;
  /** The version the page was drawn from: StaleEdit when somebody decided since. */
  readonly version?: number;
}

const locked = async ({ tx, actor }: Scope, referralId: string) => {
  const row = await tx
    .selectFrom('referrals.referrals')
    .select([
      'id',
      'centre_id',
      'reference',
      'person_id',
      'pregnancy_id',
      'template_id',
      'referrer_id',
      'tell_referrer',
      'state',
      'version',
    ])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', referralId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('referral');
  return row;
};
type Locked = Awaited<ReturnType<typeof locked>>;

const outcomesOf = async ({ tx, actor }: Scope, referralId: string): Promise<readonly Outcome[]> => {
  const rows = await tx
    .selectFrom('referrals.triages')
    .select('outcome')
    .where('organisation_id', '=', actor.organisationId)
    .where('referral_id', '=', referralId)
    .orderBy('decided_at')
    .orderBy('id')
    .execute();
  return rows.map(({ outcome }) => outcome);
};

/** Leaves the computed state where lists and the office read it. */
const leaveState = async ({ tx, actor }: Scope, referral: Locked, state: ReferralState) => {
  await tx
    .updateTable('referrals.referrals')
    .set({ state, version: referral.version + 1 })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', referral.id)
    .execute();
};

const idsOf = (referral: Locked) => ({
  referralId: referral.id,
  personId: referral.person_id,
  pregnancyId: referral.pregnancy_id,
  centreId: referral.centre_id,
});

/** What ends with this referral ends, unless another one of the same parent still stands. */
const announceEnd = async (scope: Scope, referral: Locked) => {
  const other = await scope.tx
    .selectFrom('referrals.referrals')
    .select('id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('person_id', '=', referral.person_id)
    .where('id', '<>', referral.id)
    .where('state', 'in', ['received', 'asked', 'welcomed', 'signposted'])
    .executeTakeFirst();
  if (!other) await scope.enqueue('referrals.ended', idsOf(referral));
};

const announceWelcome = async (scope: Scope, referral: Locked, version: Template, groupWanted: boolean) => {
  const family = await familyOf(scope, referral.person_id);
  const place = await centre(scope, referral.centre_id);
  const today = dateAt(scope.now, place?.zone ?? 'Europe/London');
  const answer = windowOn(
    { dueOn: family?.dueOn ?? null, born: family?.stage === 'born' },
    today,
    version.content,
  );
  // After a loss nobody is put on a list for a group about a baby.
  const withinWindow = answer.within && groupWanted && family?.stage === 'pregnant';
  await scope.enqueue('referrals.welcomed', {
    ...idsOf(referral),
    withinWindow,
    lastStart: answer.lastStart?.toString() ?? null,
  });
};

const tellReferrer = async (scope: Scope, referral: Locked, words: string | null, once: string) => {
  if (!referral.tell_referrer || referral.referrer_id === null || words === null) return;
  const from = await scope.tx
    .selectFrom('referrals.referrers')
    .select('email')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', referral.referrer_id)
    .executeTakeFirst();
  if (!from?.email) return;
  await queueMessage(scope, {
    template: 'referral_outcome_professional',
    about: 'referral',
    channel: 'email',
    to: { address: from.email },
    centreId: referral.centre_id,
    details: { reference: referral.reference, outcome: words },
    once: `referral_outcome_professional:${once}`,
  });
};

const passOn = async (scope: Scope, referral: Locked, kind: 'signpost' | 'hand_over', decision: Decision) => {
  const { passedOn, words } = decision;
  if (!passedOn)
    throw new Refusal('Say which service, and when we look whether they got there.', 'toService');
  if (kind === 'hand_over' && !passedOn.parentAgreed && words.trim() === '')
    throw new Refusal(
      'A handover needs the parent’s agreement. Without it, write down why it could not wait.',
      'words',
    );
  const place = await centre(scope, referral.centre_id);
  if (!place) throw new NotFound('centre');
  if (Temporal.PlainDate.compare(passedOn.followUpOn, dateAt(scope.now, place.zone)) < 0)
    throw new Refusal('Choose today or a later day to follow it up.', 'followUpOn');
  await scope.tx
    .insertInto('referrals.handovers')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      referral_id: referral.id,
      centre_id: referral.centre_id,
      kind,
      to_service: passedOn.toService,
      to_contact: passedOn.toContact,
      parent_agreed: passedOn.parentAgreed,
      made_by: accountOf(scope.actor),
      made_at: scope.now.toString(),
      follow_up_on: passedOn.followUpOn.toString(),
    })
    .execute();
};

/**
 * Decides about a referral: welcome, ask more, show another service, hand over, or not take on. A later decision
 * replaces an earlier one where the lifecycle allows it. Announces `referrals.welcomed` {withinWindow, lastStart} or
 * `referrals.ended`, and tells the professional where the parent agreed. Answers the new state.
 * Raises NotFound, StaleEdit, or a Refusal about `reason`, `words`, `toService` or `followUpOn`.
 */
export const decideReferral = async (scope: Scope, decision: Decision): Promise<ReferralState> => {
  const referral = await locked(scope, decision.referralId);
  if (!isSystem(scope.actor) && !mayDecide(scope.actor, referral.centre_id)) throw new NotFound('referral');
  if (decision.version !== undefined && decision.version !== referral.version)
    throw new StaleEdit('this referral');
  const version = await template(scope, referral.template_id);
  if (!version) throw new NotFound('template');
  const { outcome, reason, words } = decision;
  const before = stateOf({
    outcomes: await outcomesOf(scope, referral.id),
    withdrawn: referral.state === 'withdrawn',
  });
  const after = move(referralLife, outcome, before);
  if (!reasonsFor(outcome, version.content).some(({ code }) => code === reason))
    throw new Refusal(outcome === 'ask_more' ? 'Choose whom we ask.' : 'Choose a reason.', 'reason');
  if (outcome === 'ask_more' && words.trim() === '') throw new Refusal('Write down what we ask.', 'words');
  if (passesOn(outcome)) await passOn(scope, referral, outcome, decision);
  const triageId = newId();
  await scope.tx
    .insertInto('referrals.triages')
    .values({
      organisation_id: scope.actor.organisationId,
      id: triageId,
      referral_id: referral.id,
      centre_id: referral.centre_id,
      outcome,
      reason,
      words,
      decided_by: accountOf(scope.actor),
      decided_at: scope.now.toString(),
    })
    .execute();
  await leaveState(scope, referral, after);
  await scope.audit(`referral.${after}`, {
    kind: 'referral',
    id: referral.id,
    centreId: referral.centre_id,
  });
  if (after === 'welcomed') await announceWelcome(scope, referral, version, decision.groupWanted ?? true);
  if (endsWith(before, after)) await announceEnd(scope, referral);
  await tellReferrer(scope, referral, referrerWordsFor(outcome, reason, version.content), triageId);
  return after;
};

/**
 * Ends a referral without a decision of ours, and why. Announces `referrals.ended`; the professional is told where
 * the parent agreed. Raises NotFound, StaleEdit, or a Refusal when it has ended already.
 */
export const withdrawReferral = async (
  scope: Scope,
  {
    referralId,
    reason,
    words,
    version,
  }: {
    readonly referralId: string;
    readonly reason: WithdrawalReason;
    readonly words: string;
    readonly version?: number;
  },
): Promise<void> => {
  const referral = await locked(scope, referralId);
  if (!isSystem(scope.actor) && !mayReceive(scope.actor, referral.centre_id)) throw new NotFound('referral');
  if (version !== undefined && version !== referral.version) throw new StaleEdit('this referral');
  // The office may end a referral and not read its decisions: the state they left is enough to know.
  const after = move(referralLife, 'withdraw', referral.state);
  await scope.tx
    .insertInto('referrals.withdrawals')
    .values({
      organisation_id: scope.actor.organisationId,
      referral_id: referral.id,
      centre_id: referral.centre_id,
      reason,
      words,
      by_account: accountOf(scope.actor),
      at: scope.now.toString(),
    })
    .execute();
  await leaveState(scope, referral, after);
  await scope.audit('referral.withdrawn', {
    kind: 'referral',
    id: referral.id,
    centreId: referral.centre_id,
  });
  await announceEnd(scope, referral);
  const told = reason === 'duplicate' || reason === 'mistake' ? null : 'It has ended without a place.';
  await tellReferrer(scope, referral, told, `${referral.id}:withdrawn`);
};
