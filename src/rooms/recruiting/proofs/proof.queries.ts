import type { Scope } from '#platform/db/as-actor.ts';
import type { ProofCode } from './proof.commands.ts';

export interface ProofFacts {
  readonly id: string;
  readonly applicantId: string;
  readonly code: ProofCode;
  readonly earnedOn: Temporal.PlainDate;
  readonly expiresOn: Temporal.PlainDate | null;
  readonly level: number | null;
  readonly fromId: string;
}

/** What these people have shown and what still stands, oldest first. Nothing about oneself: that is a page of one's own. */
export const proofsOf = async (
  scope: Scope,
  applicantIds: readonly string[],
): Promise<readonly ProofFacts[]> => {
  if (applicantIds.length === 0) return [];
  const rows = await scope.tx
    .selectFrom('recruiting.proofs')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('applicant_id', 'in', [...applicantIds])
    .where('withdrawn_at', 'is', null)
    .orderBy('earned_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    applicantId: row.applicant_id,
    code: row.code as ProofCode,
    earnedOn: Temporal.PlainDate.from(row.earned_on),
    expiresOn: row.expires_on === null ? null : Temporal.PlainDate.from(row.expires_on),
    level: row.level,
    fromId: row.from_id,
  }));
};
