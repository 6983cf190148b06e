import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { sealText } from '#platform/db/vault.ts';
import { checkedPerson, checkOf } from './check.queries.ts';
import { type CheckFacts, checkRulesOn, detailDeletesOn } from './check.rules.ts';
import { clear, unclearUntil } from './clearance.commands.ts';
import { type DisclosureDetail, disclosureOf, nameableFor } from './disclosure.queries.ts';
import { type DisclosureDecision, namedTrouble } from './disclosure.rules.ts';
import { allCheckRules } from './rules.queries.ts';

/** Opens what a certificate said for those named and nobody else. Raises Refusal where somebody may not be named. */
export const openDisclosure = async (
  scope: Scope,
  { check, named }: { readonly check: CheckFacts; readonly named: readonly string[] },
): Promise<string> => {
  const trouble = namedTrouble(named, await nameableFor(scope, check), accountOf(scope.actor));
  if (trouble) throw new Refusal(trouble, 'named');
  const id = newId();
  await scope.tx
    .insertInto('recruiting.disclosures')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      centre_id: check.centreId,
      applicant_id: check.applicantId,
      check_id: check.id,
      named: [...named],
      opened_at: scope.now.toString(),
      opened_by: accountOf(scope.actor),
    })
    .execute();
  await scope.audit('recruiting.disclosure_opened', { kind: 'disclosure', id, centreId: check.centreId });
  return id;
};

/** Somebody named looks: it is written down, beside the audit, each time. */
export const lookAtDisclosure = async (
  scope: Scope,
  of: { readonly id: string; readonly applicantId: string; readonly centreId: string },
): Promise<void> => {
  const by = accountOf(scope.actor);
  if (!by) return;
  await scope.tx
    .insertInto('recruiting.disclosure_looks')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      centre_id: of.centreId,
      applicant_id: of.applicantId,
      disclosure_id: of.id,
      account_id: by,
      at: scope.now.toString(),
    })
    .execute();
};

export interface Weighing extends DisclosureDetail {
  readonly checkId: string;
  readonly named: readonly string[];
  readonly conditions: string;
  /** Null: it is written down and not decided yet. */
  readonly decision: DisclosureDecision | null;
  readonly version?: number;
}

/**
 * Those named write down what the certificate says and decide. Going ahead clears the person and ends the step; where
 * the role is not for them nothing is proved. From the decision on the detail has a last day. Raises Refusal with its
 * field, NotFound for everybody who is not named, and StaleEdit.
 */
export const weighDisclosure = async (scope: Scope, weighing: Weighing): Promise<void> => {
  const { tx, actor, now } = scope;
  const by = accountOf(actor);
  const there = await disclosureOf(scope, weighing.checkId);
  if (!there || !by || !there.named.includes(by)) throw new NotFound('disclosure');
  if (there.decision) throw new Refusal('This has been decided. It is not written anew.');
  if (weighing.version !== undefined && weighing.version !== there.version)
    throw new StaleEdit('this disclosure');
  const trouble = namedTrouble(weighing.named, await nameableFor(scope, there), by);
  if (trouble) throw new Refusal(trouble, 'named');
  if (weighing.decision && weighing.reasons === '')
    throw new Refusal('Write down why, so that the decision can be understood.', 'reasons');
  if (weighing.decision === 'with_conditions' && weighing.conditions === '')
    throw new Refusal('Write down the conditions, without a word about the past.', 'conditions');
  const check = await checkOf(scope, weighing.checkId);
  const person = await checkedPerson(scope, there.applicantId);
  if (!check || !person) throw new NotFound('check');
  if (check.endedAt && weighing.decision && weighing.decision !== 'not_this_role')
    throw new Refusal('This check has ended, so nobody can be cleared by it. Ask for a new one.', 'decision');
  const today = dateAt(now, person.zone);
  const rules = checkRulesOn(await allCheckRules(scope), today);
  if (!rules) throw new Refusal('Nobody has laid down yet how long the detail is kept.');
  const sealed = (text: string) => sealText(scope.vault, 'disclosures', text);
  await tx
    .updateTable('recruiting.disclosures')
    .set({
      named: [...weighing.named],
      what: sealed(weighing.what),
      when_how_old: sealed(weighing.whenHowOld),
      circumstances: sealed(weighing.circumstances),
      what_changed: sealed(weighing.whatChanged),
      relevance: sealed(weighing.relevance),
      safeguards: sealed(weighing.safeguards),
      reasons: sealed(weighing.reasons),
      conditions: weighing.decision === 'with_conditions' ? sealed(weighing.conditions) : '',
      version: there.version + 1,
      ...(weighing.decision && {
        decision: weighing.decision,
        decided_by: by,
        decided_at: now.toString(),
        detail_deletes_on: detailDeletesOn(today, rules).toString(),
      }),
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', there.id)
    .execute();
  await scope.audit(weighing.decision ? 'recruiting.disclosure_decided' : 'recruiting.disclosure_written', {
    kind: 'disclosure',
    id: there.id,
    centreId: there.centreId,
  });
  if (weighing.decision === 'not_this_role')
    await unclearUntil(scope, check, 'It was decided that this role is not for them.');
  else if (weighing.decision) await clear(scope, check, today, person.liveApplicationId);
};
