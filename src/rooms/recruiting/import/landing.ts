import { sql } from 'kysely';
import { momentAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { sealAlike, sealAtWelcome, welcomeVolunteer } from '#rooms/people/door.ts';
import { levelNumber } from '../checks/eligibility.rules.ts';
import { giveProof, type NewProof } from '../proofs/proof.commands.ts';
import type { VolunteerFault, VolunteerRow } from './row.rules.ts';

/** What became of one run of rows. */
export interface VolunteersLanded {
  readonly landed: readonly VolunteerRow[];
  readonly known: number;
  readonly rejected: readonly { readonly row: VolunteerRow; readonly faults: readonly VolunteerFault[] }[];
}

export interface LandingSetting {
  /** The wall-clock zone of each centre. */
  readonly zones: ReadonlyMap<string, string>;
  /** The role profile in force, by its code. */
  readonly profiles: ReadonlyMap<string, string>;
  /** The eligibility decision in force, by the code of the role. */
  readonly decisions: ReadonlyMap<string, string>;
  /** Where links in later letters lead; empty where nobody has said. */
  readonly origin: string;
}

const NINE = Temporal.PlainTime.from('09:00');

/** Addresses that somebody else has: a sign-in, an open account of the team, or an applicant who is on the way. */
const takenAddresses = async (
  { tx, actor }: Scope,
  emails: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (emails.length === 0) return new Set();
  const { rows } = await sql<{ email: string }>`
    select e.email from unnest(${[...emails]}::text[]) as e(email)
    where people.address_taken(e.email)
      or exists (
        select 1 from people.contacts c
        join people.persons p on p.organisation_id = c.organisation_id and p.id = c.person_id and p.side = 'team'
        join people.accounts a on a.organisation_id = p.organisation_id and a.person_id = p.id and a.closed_at is null
        where c.organisation_id = ${actor.organisationId} and lower(c.email) = e.email)
      or exists (
        select 1 from recruiting.applicants p
        join recruiting.applications a on a.organisation_id = p.organisation_id and a.applicant_id = p.id
        where p.organisation_id = ${actor.organisationId} and lower(p.email) = e.email
          and a.withdrawn_at is null and a.declined_at is null)`.execute(tx);
  return new Set(rows.map(({ email }) => email));
};

const knownKeys = async ({ tx, actor }: Scope, keys: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('recruiting.applicants')
    .select('outside_key')
    .where('organisation_id', '=', actor.organisationId)
    .where('outside_key', 'in', [...keys])
    .execute();
  return new Set(rows.flatMap((row) => row.outside_key ?? []));
};

type Ids = { readonly applicantId: string; readonly applicationId: string; readonly checkId: string };

const writeRows = async (
  { tx, actor, now }: Scope,
  rows: readonly (Ids & { readonly row: VolunteerRow; readonly personId: string })[],
  { zones, profiles, decisions, origin }: LandingSetting,
): Promise<void> => {
  const organisation_id = actor.organisationId;
  const at = (row: VolunteerRow, on: Temporal.PlainDate): string => {
    const moment = momentAt(on, NINE, zones.get(row.centreId) ?? 'Europe/London');
    return (Temporal.Instant.compare(moment, now) > 0 ? now : moment).toString();
  };
  await tx
    .insertInto('recruiting.applicants')
    .values(
      rows.map(({ row, applicantId, personId }) => ({
        organisation_id,
        id: applicantId,
        centre_id: row.centreId,
        given_name: row.givenName,
        family_name: row.familyName,
        known_as: row.knownAs,
        email: row.email,
        phone: row.phone,
        language: row.language,
        was_parent_here: row.wasParentHere,
        person_id: personId,
        outside_key: row.outsideKey,
        made_at: now.toString(),
      })),
    )
    .execute();
  await tx
    .insertInto('recruiting.applications')
    .values(
      rows.map(({ row, applicantId, applicationId }) => {
        const began = at(row, row.startedOn);
        return {
          organisation_id,
          id: applicationId,
          centre_id: row.centreId,
          applicant_id: applicantId,
          profile_id: profiles.get(row.roleCode) ?? '',
          origin,
          came_by: 'import' as const,
          words: row.course?.words ? `Course: ${row.course.words}` : '',
          enquired_at: began,
          talked_at: began,
          applied_at: began,
          offered_at: began,
          accepted_at: began,
          welcomed_at: began,
          last_heard_at: began,
        };
      }),
    )
    .execute();
  const checks = rows.flatMap(({ row, applicantId, applicationId, checkId }) => {
    const { check } = row;
    if (!check) return [];
    const seen = at(row, check.seenOn);
    return [
      {
        organisation_id,
        id: checkId,
        centre_id: row.centreId,
        applicant_id: applicantId,
        application_id: applicationId,
        decision_id: decisions.get(row.roleCode) ?? '',
        level: check.level,
        workforce: check.workforce,
        children_barred: check.level === 'enhanced_barred',
        adults_barred: false,
        free_of_charge: check.level !== 'basic',
        requested_at: at(row, check.issuedOn),
        requested_by: null,
        certificate_number: check.number,
        issued_on: check.issuedOn.toString(),
        surname_on_it: check.surname,
        seen_at: seen,
        seen_by: null,
        seen_how: 'original' as const,
        outcome: 'clear' as const,
        update_service: check.updateService,
        consent_at: check.updateService ? seen : null,
        renew_by_on: check.renewByOn.toString(),
      },
    ];
  });
  if (checks.length > 0) await tx.insertInto('recruiting.checks').values(checks).execute();
};

/** What a row has to show, each with its true date. */
const proofsIn = (
  row: VolunteerRow,
  { applicationId, checkId }: Ids,
): readonly Pick<NewProof, 'code' | 'earnedOn' | 'expiresOn' | 'fromId' | 'level'>[] => {
  const { check, course, interviewOn, inductionOn } = row;
  const level =
    check && levelNumber({ level: check.level, childrenBarred: check.level === 'enhanced_barred' });
  return [
    ...row.references.map((on) => ({
      code: 'references' as const,
      earnedOn: on,
      expiresOn: null,
      fromId: newId(),
    })),
    ...(check && level
      ? [
          {
            code: 'clearance' as const,
            earnedOn: check.seenOn,
            expiresOn: check.renewByOn,
            fromId: checkId,
            level,
          },
        ]
      : []),
    ...(interviewOn
      ? [{ code: 'interview' as const, earnedOn: interviewOn, expiresOn: null, fromId: applicationId }]
      : []),
    ...(course
      ? [{ code: 'course' as const, earnedOn: course.on, expiresOn: course.expiresOn, fromId: newId() }]
      : []),
    ...(inductionOn
      ? [{ code: 'induction' as const, earnedOn: inductionOn, expiresOn: null, fromId: applicationId }]
      : []),
  ];
};

/**
 * Lands one run of rows as the house: an applicant with a welcomed application, their team file with an account (to
 * which nobody is invited yet), the role, and what they have to show. Somebody who was a parent here has that file
 * sealed. A row that is known changes nothing; an address that is somebody else's comes back. Nobody is messaged.
 */
export const landVolunteers = async (
  scope: Scope,
  rows: readonly VolunteerRow[],
  setting: LandingSetting,
): Promise<VolunteersLanded> => {
  // Two imports of one file at the same time would both find its rows unknown: they take turns.
  await sql`select pg_advisory_xact_lock(hashtext('recruiting.import'), hashtext(${scope.actor.organisationId}))`.execute(
    scope.tx,
  );
  const keys = await knownKeys(
    scope,
    rows.map(({ outsideKey }) => outsideKey),
  );
  const unknown = new Map<string, VolunteerRow>();
  for (const row of rows)
    if (!keys.has(row.outsideKey) && !unknown.has(row.outsideKey)) unknown.set(row.outsideKey, row);
  const candidates = [...unknown.values()];
  const taken = await takenAddresses(
    scope,
    candidates.flatMap(({ email }) => email?.toLowerCase() ?? []),
  );
  const isTaken = (row: VolunteerRow) => row.email !== null && taken.has(row.email.toLowerCase());
  const rejected = candidates.filter(isTaken).map((row) => ({
    row,
    faults: [
      {
        column: 'email' as const,
        reason: 'Somebody of the team, a parent or an applicant has this e-mail address already.',
        mend: 'Each person needs an address of their own: give another, or leave it empty. Is it the same person? Then they are here already.',
      },
    ],
  }));
  const landing = candidates
    .filter((row) => !isTaken(row))
    .map((row) => ({ row, applicantId: newId(), applicationId: newId(), checkId: newId() }));
  if (landing.length === 0) return { landed: [], known: rows.length - candidates.length, rejected };
  const withFiles: (Ids & { readonly row: VolunteerRow; readonly personId: string })[] = [];
  for (const each of landing) {
    const { row } = each;
    const { personId } = await welcomeVolunteer(scope, { ...row, mayText: false, origin: null });
    withFiles.push({ ...each, personId });
  }
  await writeRows(scope, withFiles, setting);
  for (const { row, ...ids } of withFiles) {
    for (const proof of proofsIn(row, ids))
      await giveProof(scope, { ...proof, applicantId: ids.applicantId, centreId: row.centreId });
    if (row.wasParentHere !== true) continue;
    await sealAlike(scope, {
      givenName: row.givenName,
      familyName: row.familyName,
      email: row.email,
      phone: row.phone,
      applicantId: ids.applicantId,
    });
    await sealAtWelcome(scope, ids.applicantId);
  }
  return { landed: withFiles.map(({ row }) => row), known: rows.length - candidates.length, rejected };
};
