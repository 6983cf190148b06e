import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { type Syllabus, syllabusFor } from '../syllabus/syllabus.queries.ts';
import { learnersNamed, type Practice, practiceOfLearners } from './practice.queries.ts';
import {
  isReadyForLastYes,
  type Missing,
  missingForLastYes,
  type OnTheJob,
  onTheJob,
} from './practice.rules.ts';

/** One competency that somebody signed off and nobody took back. */
export interface Signed {
  readonly id: string;
  readonly applicantId: string;
  readonly code: string;
  readonly evidence: string;
  readonly practiceId: string | null;
  readonly unitCode: string | null;
  /** Based on what they did before they came to us. */
  readonly earlier: boolean;
  readonly signedBy: string | null;
  readonly signedOn: Temporal.PlainDate;
}

/** The last yes that stands. */
export interface LastYes {
  readonly id: string;
  readonly applicantId: string;
  readonly words: string;
  /** Why the practice was not asked of them; null: it was done. */
  readonly withoutPracticeWhy: string | null;
  readonly signedBy: string | null;
  readonly signedOn: Temporal.PlainDate;
}

/** What is signed off of these learners and stands, in the order in which it was signed. */
export const signedOf = async (scope: Scope, applicantIds: readonly string[]): Promise<readonly Signed[]> => {
  if (applicantIds.length === 0) return [];
  const rows = await scope.tx
    .selectFrom('training.competency_sign_offs')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('applicant_id', 'in', [...applicantIds])
    .where('withdrawn_at', 'is', null)
    .orderBy('signed_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    applicantId: row.applicant_id,
    code: row.competency_code,
    evidence: row.evidence,
    practiceId: row.practice_id,
    unitCode: row.unit_code,
    earlier: row.earlier,
    signedBy: row.signed_by,
    signedOn: Temporal.PlainDate.from(row.signed_on),
  }));
};

/** The last yes of each of these learners that has one. */
export const lastYesOf = async (
  scope: Scope,
  applicantIds: readonly string[],
): Promise<ReadonlyMap<string, LastYes>> => {
  if (applicantIds.length === 0) return new Map();
  const rows = await scope.tx
    .selectFrom('training.sign_offs')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('applicant_id', 'in', [...applicantIds])
    .where('withdrawn_at', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => [
      row.applicant_id,
      {
        id: row.id,
        applicantId: row.applicant_id,
        words: row.words,
        withoutPracticeWhy: row.without_practice_why,
        signedBy: row.signed_by,
        signedOn: Temporal.PlainDate.from(row.signed_on),
      },
    ]),
  );
};

/** Something that was signed and taken back, and has not been signed again. */
export interface TakenBack {
  /** The competency; null: the last yes. */
  readonly code: string | null;
  readonly at: Temporal.Instant;
  readonly why: string;
}

const takenBackOf = async ({ tx, actor }: Scope, applicantId: string): Promise<readonly TakenBack[]> => {
  const { rows } = await sql<{ code: string | null; at: string; why: string }>`
    select o.competency_code as code, o.withdrawn_at as at, o.withdrawn_why as why from training.competency_sign_offs o
    where o.organisation_id = ${actor.organisationId} and o.applicant_id = ${applicantId} and o.withdrawn_at is not null
    union all select null, s.withdrawn_at, s.withdrawn_why from training.sign_offs s
    where s.organisation_id = ${actor.organisationId} and s.applicant_id = ${applicantId} and s.withdrawn_at is not null
    order by at desc`.execute(tx);
  return rows.map((row) => ({ code: row.code, at: Temporal.Instant.from(row.at), why: row.why }));
};

/** Where one learner stands on the job. */
export interface PracticeFacts {
  readonly applicantId: string;
  readonly practices: readonly Practice[];
  readonly signed: readonly Signed[];
  readonly lastYes: LastYes | null;
  /** The latest of each that was taken back and is not signed again. */
  readonly takenBack: readonly TakenBack[];
  /** The syllabus in use; null: none is, and nothing can be signed off. */
  readonly syllabus: Syllabus | null;
  readonly asked: OnTheJob;
  readonly missing: Missing;
  /** Nothing is missing and nobody has said the last yes. */
  readonly waitsForYes: boolean;
  /** Names of the accounts that were beside them, wrote or signed. */
  readonly names: ReadonlyMap<string, string>;
}

const NOTHING_ASKED: OnTheJob = { competencies: [], practice: [] };

/** Where one learner stands on the job, as far as the actor may see: what happened, what is signed off, what is missing. */
export const practiceFacts = async (scope: Scope, applicantId: string): Promise<PracticeFacts> => {
  const syllabus = await syllabusFor(scope);
  const asked = syllabus ? onTheJob(syllabus.content) : NOTHING_ASKED;
  const practices = await practiceOfLearners(scope, [applicantId]);
  const signed = await signedOf(scope, [applicantId]);
  const lastYes = (await lastYesOf(scope, [applicantId])).get(applicantId) ?? null;
  const missing = missingForLastYes(asked, practices, new Set(signed.map(({ code }) => code)));
  const back = await takenBackOf(scope, applicantId);
  const people = [
    ...practices.flatMap((each) => [each.alongsideId, each.observedBy]),
    ...signed.map(({ signedBy }) => signedBy),
    lastYes?.signedBy ?? null,
  ].filter((each) => each !== null);
  return {
    applicantId,
    practices,
    signed,
    lastYes,
    takenBack: back.filter(
      ({ code }, at) =>
        back.findIndex((each) => each.code === code) === at &&
        (code === null ? lastYes === null : signed.every((each) => each.code !== code)),
    ),
    syllabus,
    asked,
    missing,
    waitsForYes: lastYes === null && isReadyForLastYes(asked, missing),
    names: await namesOfAccounts(scope, people),
  };
};

export interface SignOffReady {
  readonly applicantId: string;
  readonly name: string;
  readonly centreId: string;
  /** The day on which the last competency was signed. */
  readonly since: Temporal.PlainDate;
}

/** Who of these centres meets everything and waits for the last yes, the one who waits longest first. Never the actor. */
export const signOffsReady = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly SignOffReady[]> => {
  if (centreIds.length === 0) return [];
  const syllabus = await syllabusFor(scope);
  if (!syllabus) return [];
  const asked = onTheJob(syllabus.content);
  const candidates = await scope.tx
    .selectFrom('training.competency_sign_offs as o')
    .select('o.applicant_id')
    .distinct()
    .where('o.organisation_id', '=', scope.actor.organisationId)
    .where('o.centre_id', 'in', [...centreIds])
    .where('o.withdrawn_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('training.sign_offs as s')
            .select('s.id')
            .whereRef('s.organisation_id', '=', 'o.organisation_id')
            .whereRef('s.applicant_id', '=', 'o.applicant_id')
            .where('s.withdrawn_at', 'is', null),
        ),
      ),
    )
    .limit(200)
    .execute();
  const ids = candidates.map((row) => row.applicant_id);
  const signed = await signedOf(scope, ids);
  const practices = await practiceOfLearners(scope, ids);
  const names = await learnersNamed(scope, ids);
  return ids
    .flatMap((applicantId): readonly SignOffReady[] => {
      const learner = names.get(applicantId);
      const theirs = signed.filter((each) => each.applicantId === applicantId);
      const last = theirs.at(-1);
      const missing = missingForLastYes(
        asked,
        practices.filter((each) => each.applicantId === applicantId),
        new Set(theirs.map(({ code }) => code)),
      );
      return learner && !learner.own && last && isReadyForLastYes(asked, missing)
        ? [{ applicantId, name: learner.name, centreId: learner.centreId, since: last.signedOn }]
        : [];
    })
    .toSorted((one, other) => Temporal.PlainDate.compare(one.since, other.since));
};
