import type { Scope } from '#platform/db/as-actor.ts';

export type AwardKind = 'unit' | 'level';
/** How a unit came about: in a cohort, caught up with another, one to one, or elsewhere before they came to us. */
export type EarnedHow = 'cohort' | 'catch_up' | 'one_to_one' | 'elsewhere';

/** A unit or a level that somebody has earned. */
export interface Award {
  readonly id: string;
  readonly applicantId: string;
  readonly centreId: string;
  readonly kind: AwardKind;
  /** The code of the unit or of the level in its syllabus. */
  readonly code: string;
  readonly syllabusId: string;
  readonly title: string;
  readonly earnedOn: Temporal.PlainDate;
  /** Its last day; null: it has no end. */
  readonly expiresOn: Temporal.PlainDate | null;
  readonly how: EarnedHow;
  readonly fromId: string | null;
  readonly elsewhereWords: string | null;
  readonly reference: string;
  readonly givenAt: Temporal.Instant;
  readonly givenBy: string | null;
  readonly withdrawn: boolean;
  readonly withdrawnAt: Temporal.Instant | null;
  readonly withdrawnWhy: string | null;
}

const rowsOf = (scope: Scope) =>
  scope.tx
    .selectFrom('training.awards')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId);

type AwardRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

const awardOf = (row: AwardRow): Award => ({
  id: row.id,
  applicantId: row.applicant_id,
  centreId: row.centre_id,
  kind: row.kind as AwardKind,
  code: row.code,
  syllabusId: row.syllabus_id,
  title: row.title,
  earnedOn: Temporal.PlainDate.from(row.earned_on),
  expiresOn: row.expires_on === null ? null : Temporal.PlainDate.from(row.expires_on),
  how: row.how as EarnedHow,
  fromId: row.from_id,
  elsewhereWords: row.elsewhere_words,
  reference: row.reference,
  givenAt: Temporal.Instant.from(row.given_at),
  givenBy: row.given_by,
  withdrawn: row.withdrawn_at !== null,
  withdrawnAt: row.withdrawn_at === null ? null : Temporal.Instant.from(row.withdrawn_at),
  withdrawnWhy: row.withdrawn_why,
});

/** What these people have earned and the actor may see, oldest first; what was taken back only where it is asked for. */
export const awardsOf = async (
  scope: Scope,
  applicantIds: readonly string[],
  { withdrawnToo = false }: { readonly withdrawnToo?: boolean } = {},
): Promise<readonly Award[]> => {
  if (applicantIds.length === 0) return [];
  const rows = await rowsOf(scope)
    .where('applicant_id', 'in', [...applicantIds])
    .$if(!withdrawnToo, (query) => query.where('withdrawn_at', 'is', null))
    .orderBy('earned_on')
    .orderBy('given_at')
    .orderBy('id')
    .execute();
  return rows.map(awardOf);
};

export const awardById = async (scope: Scope, id: string): Promise<Award | null> => {
  const row = await rowsOf(scope).where('id', '=', id).executeTakeFirst();
  return row ? awardOf(row) : null;
};

/** The award that carries a reference, taken back or not; asked as the house. */
export const awardByReference = async (scope: Scope, reference: string): Promise<Award | null> => {
  const row = await rowsOf(scope).where('reference', '=', reference).executeTakeFirst();
  return row ? awardOf(row) : null;
};
