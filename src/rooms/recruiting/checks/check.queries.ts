import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { CheckFacts, StatusLook } from './check.rules.ts';
import type { DisclosureDecision } from './disclosure.rules.ts';
import type { Workforce } from './eligibility.rules.ts';

/** That there is a disclosure and how it was decided; never a word of what it says. */
export interface DisclosureStatus {
  readonly openedAt: Temporal.Instant;
  readonly decision: DisclosureDecision | null;
  readonly decidedAt: Temporal.Instant | null;
  /** Whether whoever asks is one of those who may open it. */
  readonly mine: boolean;
}

export interface CheckWithStatus extends CheckFacts {
  readonly disclosure: DisclosureStatus | null;
}

interface Row {
  readonly id: string;
  readonly applicant_id: string;
  readonly application_id: string | null;
  readonly centre_id: string;
  readonly decision_id: string;
  readonly level: 'basic' | 'enhanced' | 'enhanced_barred';
  readonly workforce: Workforce | null;
  readonly children_barred: boolean;
  readonly adults_barred: boolean;
  readonly free_of_charge: boolean;
  readonly requested_at: string;
  readonly requested_by: string | null;
  readonly certificate_number: string | null;
  readonly issued_on: string | null;
  readonly surname_on_it: string | null;
  readonly seen_at: string | null;
  readonly seen_by: string | null;
  readonly outcome: 'clear' | 'something' | null;
  readonly update_service: boolean;
  readonly consent_at: string | null;
  readonly renew_by_on: string | null;
  readonly ended_at: string | null;
  readonly ended_why: string | null;
  readonly version: number;
  readonly looks: readonly {
    readonly id: string;
    readonly looked_on: string;
    readonly result: StatusLook['result'];
    readonly looked_by: string;
  }[];
  readonly opened_at: string | null;
  readonly decision: DisclosureDecision | null;
  readonly decided_at: string | null;
  readonly named_here: boolean | null;
}

const momentOrNull = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
const dateOrNull = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));

const fromRow = (row: Row): CheckWithStatus => ({
  id: row.id,
  applicantId: row.applicant_id,
  applicationId: row.application_id,
  centreId: row.centre_id,
  decisionId: row.decision_id,
  level: row.level,
  workforce: row.workforce,
  childrenBarred: row.children_barred,
  adultsBarred: row.adults_barred,
  freeOfCharge: row.free_of_charge,
  requestedAt: Temporal.Instant.from(row.requested_at),
  requestedBy: row.requested_by,
  certificateNumber: row.certificate_number,
  issuedOn: dateOrNull(row.issued_on),
  surnameOnIt: row.surname_on_it,
  seenAt: momentOrNull(row.seen_at),
  seenBy: row.seen_by,
  outcome: row.outcome,
  updateService: row.update_service,
  consentAt: momentOrNull(row.consent_at),
  renewByOn: dateOrNull(row.renew_by_on),
  endedAt: momentOrNull(row.ended_at),
  endedWhy: row.ended_why,
  version: row.version,
  looks: row.looks.map((look) => ({
    id: look.id,
    lookedOn: Temporal.PlainDate.from(look.looked_on),
    result: look.result,
    lookedBy: look.looked_by,
  })),
  disclosure:
    row.opened_at === null
      ? null
      : {
          openedAt: Temporal.Instant.from(row.opened_at),
          decision: row.decision,
          decidedAt: momentOrNull(row.decided_at),
          mine: row.named_here ?? false,
        },
});

const checksWhere = async (
  scope: Scope,
  applicantIds: readonly string[],
): Promise<readonly CheckWithStatus[]> => {
  const { rows } = await sql<Row>`
    select c.*, coalesce(looks.found, '[]'::json) as looks, d.opened_at, d.decision, d.decided_at, d.named_here
    from recruiting.checks c
    left join lateral (
      select json_agg(json_build_object('id', s.id, 'looked_on', s.looked_on, 'result', s.result, 'looked_by', s.looked_by)
        order by s.looked_on desc, s.id desc) as found
      from recruiting.status_checks s where s.organisation_id = c.organisation_id and s.check_id = c.id
    ) looks on true
    left join recruiting.disclosures_about(${[...applicantIds]}::uuid[]) d on d.check_id = c.id
    where c.organisation_id = ${scope.actor.organisationId} and c.applicant_id = any (${[...applicantIds]}::uuid[])
    order by c.requested_at desc, c.id desc`.execute(scope.tx);
  return rows.map(fromRow);
};

/** The checks of these people with the looks at the Update Service, newest first; ended ones too. Never what a certificate says. */
export const checksOf = async (
  scope: Scope,
  applicantIds: readonly string[],
): Promise<readonly CheckWithStatus[]> => (applicantIds.length === 0 ? [] : checksWhere(scope, applicantIds));

/** One check, or null when there is none for this actor. */
export const checkOf = async (scope: Scope, checkId: string): Promise<CheckWithStatus | null> => {
  const there = await scope.tx
    .selectFrom('recruiting.checks')
    .select('applicant_id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', checkId)
    .executeTakeFirst();
  if (!there) return null;
  return (await checksWhere(scope, [there.applicant_id])).find((each) => each.id === checkId) ?? null;
};

/** Whom a check is about: enough to write their name and to know the day where they are. */
export interface CheckedPerson {
  readonly applicantId: string;
  readonly centreId: string;
  readonly zone: string;
  readonly name: string;
  readonly calledName: string;
  /** Their team file, once they are welcomed. */
  readonly personId: string | null;
  /** Their newest application, where there is one. */
  readonly applicationId: string | null;
  readonly liveApplicationId: string | null;
  /** The role of that application; of somebody who came without one the peer supporter's. */
  readonly roleCode: string;
}

/** The person whose checks are looked after, or null when there is none for this actor. */
export const checkedPerson = async (scope: Scope, applicantId: string): Promise<CheckedPerson | null> => {
  const { rows } = await sql<{
    readonly centre_id: string;
    readonly zone: string;
    readonly given_name: string;
    readonly family_name: string;
    readonly known_as: string | null;
    readonly person_id: string | null;
    readonly application_id: string | null;
    readonly live: boolean | null;
    readonly role_code: string | null;
  }>`
    select p.centre_id, c.zone, p.given_name, p.family_name, p.known_as, p.person_id, a.id as application_id, a.live, a.role_code
    from recruiting.applicants p
    join people.centres c on c.organisation_id = p.organisation_id and c.id = p.centre_id
    left join lateral (
      select a.id, r.code as role_code, a.withdrawn_at is null and a.declined_at is null and a.welcomed_at is null as live
      from recruiting.applications a
      join recruiting.role_profiles r on r.organisation_id = a.organisation_id and r.id = a.profile_id
      where a.organisation_id = p.organisation_id and a.applicant_id = p.id
      order by a.enquired_at desc, a.id desc limit 1
    ) a on true
    where p.organisation_id = ${scope.actor.organisationId} and p.id = ${applicantId}`.execute(scope.tx);
  const row = rows[0];
  if (!row) return null;
  return {
    applicantId,
    centreId: row.centre_id,
    zone: row.zone,
    name: `${row.given_name} ${row.family_name}`.trim(),
    calledName: row.known_as ?? row.given_name,
    personId: row.person_id,
    applicationId: row.application_id,
    liveApplicationId: row.live ? row.application_id : null,
    roleCode: row.role_code ?? 'peer_supporter',
  };
};
