import { newId } from '#kernel/ids.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';

/** What can be shown: one accepted reference, a clearance, an interview, the safeguarding course, an induction, one unit of training, the sign-off. */
export type ProofCode =
  | 'references'
  | 'clearance'
  | 'interview'
  | 'course'
  | 'induction'
  | 'unit'
  | 'sign_off';

export interface NewProof {
  readonly applicantId: string;
  readonly centreId: string;
  readonly code: ProofCode;
  readonly earnedOn: Temporal.PlainDate;
  /** The last day on which it holds; null where it has no end of its own. */
  readonly expiresOn: Temporal.PlainDate | null;
  /** Of a clearance: 1 basic, 2 enhanced, 3 enhanced with the children's barred list. */
  readonly level?: 1 | 2 | 3;
  /** The reference, check, interview, certificate or application that it came from. */
  readonly fromId: string;
}

// Fifteen units written down at once are one change to what somebody may do.
const changed = (scope: Scope, applicantId: string): Promise<void> =>
  scope.enqueue('recruiting.proof_changed', { applicantId }, { key: `proof_changed:${applicantId}` });

/** Writes down that somebody has shown something. The same once more changes nothing. Readiness is decided anew from it. */
export const giveProof = async (scope: Scope, proof: NewProof): Promise<void> => {
  const made = await scope.tx
    .insertInto('recruiting.proofs')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      centre_id: proof.centreId,
      applicant_id: proof.applicantId,
      code: proof.code,
      earned_on: proof.earnedOn.toString(),
      expires_on: proof.expiresOn?.toString() ?? null,
      level: proof.level ?? null,
      from_id: proof.fromId,
      given_by: accountOf(scope.actor),
      given_at: scope.now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return;
  await scope.audit('recruiting.proof_given', {
    kind: 'applicant',
    id: proof.applicantId,
    centreId: proof.centreId,
  });
  await changed(scope, proof.applicantId);
};

/** What was shown holds no longer, and why: a check that changed, a certificate taken back. */
export const withdrawProof = async (
  scope: Scope,
  {
    applicantId,
    code,
    fromId,
    why,
  }: {
    readonly applicantId: string;
    readonly code: ProofCode;
    readonly fromId: string;
    readonly why: string;
  },
): Promise<void> => {
  const taken = await scope.tx
    .updateTable('recruiting.proofs')
    .set({ withdrawn_at: scope.now.toString(), withdrawn_by: accountOf(scope.actor), withdrawn_why: why })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('applicant_id', '=', applicantId)
    .where('code', '=', code)
    .where('from_id', '=', fromId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) return;
  await scope.audit('recruiting.proof_withdrawn', { kind: 'applicant', id: applicantId });
  await changed(scope, applicantId);
};
