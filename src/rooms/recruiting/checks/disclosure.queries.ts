import type { Scope } from '#platform/db/as-actor.ts';
import { openText } from '#platform/db/vault.ts';
import { accountsAt } from '#rooms/people/door.ts';
import { RECRUITS } from '../recruiting.policy.ts';
import { type DisclosureDecision, mayBeNamed, type Nameable } from './disclosure.rules.ts';

export interface DisclosureDetail {
  readonly what: string;
  readonly whenHowOld: string;
  readonly circumstances: string;
  readonly whatChanged: string;
  readonly relevance: string;
  readonly safeguards: string;
  readonly reasons: string;
}

/** What a certificate said and what those named make of it. */
export interface Disclosure extends DisclosureDetail {
  readonly id: string;
  readonly checkId: string;
  readonly applicantId: string;
  readonly centreId: string;
  readonly named: readonly string[];
  readonly openedAt: Temporal.Instant;
  readonly conditions: string;
  readonly decision: DisclosureDecision | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly detailDeletesOn: Temporal.PlainDate | null;
  readonly detailDeletedAt: Temporal.Instant | null;
  readonly version: number;
}

/** The disclosure of a check, for one of those named; null for everybody else. */
export const disclosureOf = async (scope: Scope, checkId: string): Promise<Disclosure | null> => {
  const row = await scope.tx
    .selectFrom('recruiting.disclosures')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('check_id', '=', checkId)
    .executeTakeFirst();
  if (!row) return null;
  const opened = (text: string) => openText(scope.vault, 'disclosures', text);
  return {
    id: row.id,
    checkId: row.check_id,
    applicantId: row.applicant_id,
    centreId: row.centre_id,
    named: row.named,
    openedAt: Temporal.Instant.from(row.opened_at),
    what: opened(row.what),
    whenHowOld: opened(row.when_how_old),
    circumstances: opened(row.circumstances),
    whatChanged: opened(row.what_changed),
    relevance: opened(row.relevance),
    safeguards: opened(row.safeguards),
    reasons: opened(row.reasons),
    conditions: opened(row.conditions),
    decision: row.decision,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at === null ? null : Temporal.Instant.from(row.decided_at),
    detailDeletesOn: row.detail_deletes_on === null ? null : Temporal.PlainDate.from(row.detail_deletes_on),
    detailDeletedAt: row.detail_deleted_at === null ? null : Temporal.Instant.from(row.detail_deleted_at),
    version: row.version,
  };
};

export interface Look {
  readonly accountId: string;
  readonly at: Temporal.Instant;
}

/** Who looked at a disclosure, newest first. */
export const looksAt = async (scope: Scope, disclosureId: string): Promise<readonly Look[]> => {
  const rows = await scope.tx
    .selectFrom('recruiting.disclosure_looks')
    .select(['account_id', 'at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('disclosure_id', '=', disclosureId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({ accountId: row.account_id, at: Temporal.Instant.from(row.at) }));
};

/** Who of the team may be named for this person: never themselves, never one of their referees. */
export const nameableFor = async (
  scope: Scope,
  { applicantId, centreId }: { readonly applicantId: string; readonly centreId: string },
): Promise<readonly Nameable[]> => {
  const { tx, actor } = scope;
  const team = await accountsAt(scope, centreId, RECRUITS);
  const referees = await tx
    .selectFrom('recruiting.referees')
    .select('name')
    .where('organisation_id', '=', actor.organisationId)
    .where('applicant_id', '=', applicantId)
    .execute();
  const own = await tx
    .selectFrom('people.accounts as a')
    .innerJoin('recruiting.applicants as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.person_id', '=', 'a.person_id'),
    )
    .select('a.id')
    .where('a.organisation_id', '=', actor.organisationId)
    .where('p.id', '=', applicantId)
    .execute();
  return mayBeNamed(team, {
    ownAccountIds: own.map((row) => row.id),
    refereeNames: referees.map((row) => row.name),
  });
};
