import type { Scope } from '#platform/db/as-actor.ts';

export interface Certificate {
  readonly id: string;
  readonly applicantId: string;
  readonly centreId: string;
  readonly courseCode: string;
  readonly courseVersion: number | null;
  /** What our course was called then; null for one done elsewhere. */
  readonly courseName: string | null;
  readonly how: 'here' | 'outside';
  readonly learningId: string | null;
  readonly issuedOn: Temporal.PlainDate;
  /** Its last day; null: it has no end. */
  readonly expiresOn: Temporal.PlainDate | null;
  readonly reference: string;
  readonly provider: string | null;
  readonly title: string | null;
  readonly seenBy: string | null;
  readonly seenOn: Temporal.PlainDate | null;
  readonly checkedWords: string;
  readonly withdrawn: boolean;
  readonly withdrawnAt: Temporal.Instant | null;
  readonly withdrawnWhy: string | null;
}

const rowsOf = (scope: Scope) =>
  scope.tx
    .selectFrom('training.certificates as c')
    .leftJoin('training.courses as k', (join) =>
      join
        .onRef('k.organisation_id', '=', 'c.organisation_id')
        .onRef('k.code', '=', 'c.course_code')
        .onRef('k.version', '=', 'c.course_version'),
    )
    .selectAll('c')
    .select('k.name as course_name')
    .where('c.organisation_id', '=', scope.actor.organisationId);

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

const certificateOf = (row: Row): Certificate => ({
  id: row.id,
  applicantId: row.applicant_id,
  centreId: row.centre_id,
  courseCode: row.course_code,
  courseVersion: row.course_version,
  courseName: row.course_name,
  how: row.how === 'here' ? 'here' : 'outside',
  learningId: row.learning_id,
  issuedOn: Temporal.PlainDate.from(row.issued_on),
  expiresOn: row.expires_on === null ? null : Temporal.PlainDate.from(row.expires_on),
  reference: row.reference,
  provider: row.outside_provider,
  title: row.outside_title,
  seenBy: row.seen_by,
  seenOn: row.seen_on === null ? null : Temporal.PlainDate.from(row.seen_on),
  checkedWords: row.checked_words,
  withdrawn: row.withdrawn_at !== null,
  withdrawnAt: row.withdrawn_at === null ? null : Temporal.Instant.from(row.withdrawn_at),
  withdrawnWhy: row.withdrawn_why,
});

/** The certificates of these people that the actor may see, newest first; withdrawn ones too. */
export const certificatesOf = async (
  scope: Scope,
  applicantIds: readonly string[],
): Promise<readonly Certificate[]> => {
  if (applicantIds.length === 0) return [];
  const rows = await rowsOf(scope)
    .where('c.applicant_id', 'in', [...applicantIds])
    .orderBy('c.issued_on', 'desc')
    .orderBy('c.issued_at', 'desc')
    .execute();
  return rows.map(certificateOf);
};

export const certificateById = async (scope: Scope, id: string): Promise<Certificate | null> => {
  const row = await rowsOf(scope).where('c.id', '=', id).executeTakeFirst();
  return row ? certificateOf(row) : null;
};

/** What anybody with the reference may know: whose by first name and initial, which course, and until when. Asked as the house. */
export interface Verified {
  readonly certificate: Certificate;
  readonly whose: string;
}

export const certificateByReference = async (scope: Scope, reference: string): Promise<Verified | null> => {
  const row = await rowsOf(scope)
    .innerJoin('recruiting.applicants as a', (join) =>
      join.onRef('a.organisation_id', '=', 'c.organisation_id').onRef('a.id', '=', 'c.applicant_id'),
    )
    .select(['a.given_name', 'a.family_name'])
    .where('c.reference', '=', reference)
    .executeTakeFirst();
  if (!row) return null;
  const initial = [...row.family_name][0];
  return {
    certificate: certificateOf(row),
    whose: initial ? `${row.given_name} ${initial.toLocaleUpperCase('en-GB')}.` : row.given_name,
  };
};
