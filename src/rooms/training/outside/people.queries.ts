import type { Scope } from '#platform/db/as-actor.ts';
import { type Certificate, certificatesOf } from '../certificates/certificate.queries.ts';
import type { Course } from '../course/course.queries.ts';
import type { Reached } from '../course/course.rules.ts';
import { type OutsideToCheck, outsideCoursesToCheck } from './outside.queries.ts';

export interface LearnerNamed {
  readonly applicantId: string;
  readonly centreId: string;
  readonly name: string;
  readonly zone: string;
}

/** Whose course it is, for those who recruit at their centre; null for anybody else, and about oneself. */
export const learnerName = async (scope: Scope, applicantId: string): Promise<LearnerNamed | null> => {
  const row = await scope.tx
    .selectFrom('recruiting.applicants as a')
    .innerJoin('people.centres as c', (join) =>
      join.onRef('c.organisation_id', '=', 'a.organisation_id').onRef('c.id', '=', 'a.centre_id'),
    )
    .select(['a.id', 'a.centre_id', 'a.given_name', 'a.family_name', 'c.zone'])
    .where('a.organisation_id', '=', scope.actor.organisationId)
    .where('a.id', '=', applicantId)
    .executeTakeFirst();
  return row
    ? {
        applicantId: row.id,
        centreId: row.centre_id,
        name: `${row.given_name} ${row.family_name}`.trim(),
        zone: row.zone,
      }
    : null;
};

/** Somebody who has begun and not finished. */
export interface OnTheWay {
  readonly applicantId: string;
  readonly name: string;
  /** How many parts they have read to the end; what they answered stays theirs. */
  readonly partsRead: number;
  readonly parts: number;
  readonly lastAt: Temporal.Instant;
}

/** Who is on the way through the course at these centres, those not seen for longest first. */
export const onTheWay = async (scope: Scope, centreIds: readonly string[]): Promise<readonly OnTheWay[]> => {
  if (centreIds.length === 0) return [];
  const rows = await scope.tx
    .selectFrom('training.learning as l')
    .innerJoin('recruiting.applicants as a', (join) =>
      join.onRef('a.organisation_id', '=', 'l.organisation_id').onRef('a.id', '=', 'l.applicant_id'),
    )
    .innerJoin('training.courses as c', (join) =>
      join.onRef('c.organisation_id', '=', 'l.organisation_id').onRef('c.id', '=', 'l.course_id'),
    )
    .select(['l.applicant_id', 'a.given_name', 'a.family_name', 'l.reached', 'l.last_at', 'c.content'])
    .where('l.organisation_id', '=', scope.actor.organisationId)
    .where('l.centre_id', 'in', [...centreIds])
    .where('l.finished_at', 'is', null)
    .where('l.put_aside_at', 'is', null)
    .orderBy('l.last_at')
    .orderBy('l.id')
    .limit(100)
    .execute();
  return rows.map((row) => {
    const { modules } = row.content as unknown as Course['content'];
    const reached = row.reached as Reached;
    return {
      applicantId: row.applicant_id,
      name: `${row.given_name} ${row.family_name}`.trim(),
      partsRead: modules.filter((module) => (reached[module.code] ?? 0) >= module.screens.length).length,
      parts: modules.length,
      lastAt: Temporal.Instant.from(row.last_at),
    };
  });
};

/** A certificate with whose it is. */
export interface Held extends Certificate {
  readonly name: string;
}

/** The latest certificate of everybody at these centres, the one that ends soonest first; ended and withdrawn ones too. */
const held = async (scope: Scope, centreIds: readonly string[]): Promise<readonly Held[]> => {
  const people = await scope.tx
    .selectFrom('recruiting.applicants as a')
    .select(['a.id', 'a.given_name', 'a.family_name'])
    .where('a.organisation_id', '=', scope.actor.organisationId)
    .where('a.centre_id', 'in', [...centreIds])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('training.certificates as c')
          .select('c.id')
          .whereRef('c.organisation_id', '=', 'a.organisation_id')
          .whereRef('c.applicant_id', '=', 'a.id'),
      ),
    )
    .orderBy('a.id')
    .limit(500)
    .execute();
  const names = new Map(people.map((row) => [row.id, `${row.given_name} ${row.family_name}`.trim()]));
  const latest = new Map<string, Held>();
  for (const certificate of await certificatesOf(
    scope,
    people.map((row) => row.id),
  )) {
    const known = latest.get(certificate.applicantId);
    if (!known || (known.withdrawn && !certificate.withdrawn))
      latest.set(certificate.applicantId, {
        ...certificate,
        name: names.get(certificate.applicantId) ?? '',
      });
  }
  const endOf = (each: Held) => each.expiresOn?.toString() ?? '9999-12-31';
  return [...latest.values()].toSorted(
    (one, other) => endOf(one).localeCompare(endOf(other)) || one.name.localeCompare(other.name),
  );
};

export interface PeopleFacts {
  readonly toCheck: readonly OutsideToCheck[];
  readonly underway: readonly OnTheWay[];
  readonly held: readonly Held[];
}

/** Everything about the course and its certificates at these centres, for those who recruit there. */
export const peopleFacts = async (scope: Scope, centreIds: readonly string[]): Promise<PeopleFacts> =>
  centreIds.length === 0
    ? { toCheck: [], underway: [], held: [] }
    : {
        toCheck: await outsideCoursesToCheck(scope, centreIds),
        underway: await onTheWay(scope, centreIds),
        held: await held(scope, centreIds),
      };
