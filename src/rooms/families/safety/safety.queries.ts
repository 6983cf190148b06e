import type { Scope } from '#platform/db/as-actor.ts';

export interface SafetyInstruction {
  readonly id: string;
  readonly personId: string;
  readonly centreId: string;
  /** What to do, never why: "Do not phone." */
  readonly words: string;
  readonly releasedBy: string | null;
  readonly releasedAt: Temporal.Instant;
  readonly reviewOn: Temporal.PlainDate;
}

/** The safety instructions in force for these parents, by person id, oldest first; nobody without one is in the map. */
export const safetyFor = async (
  scope: Scope,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SafetyInstruction[]>> => {
  const found = new Map<string, SafetyInstruction[]>();
  if (personIds.length === 0) return found;
  const rows = await scope.tx
    .selectFrom('families.safety_instructions')
    .select(['id', 'person_id', 'centre_id', 'words', 'released_by', 'released_at', 'review_on'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('person_id', 'in', [...new Set(personIds)])
    .where('ended_at', 'is', null)
    .orderBy('released_at')
    .execute();
  for (const row of rows) {
    const instruction: SafetyInstruction = {
      id: row.id,
      personId: row.person_id,
      centreId: row.centre_id,
      words: row.words,
      releasedBy: row.released_by,
      releasedAt: Temporal.Instant.from(row.released_at),
      reviewOn: Temporal.PlainDate.from(row.review_on),
    };
    found.set(row.person_id, [...(found.get(row.person_id) ?? []), instruction]);
  }
  return found;
};

/** Safety instructions in force at these centres whose day to be looked at again comes by `until`, the earliest first; 100 at most. */
export const safetyToReview = async (
  scope: Scope,
  centreIds: readonly string[],
  until: Temporal.PlainDate,
): Promise<readonly Pick<SafetyInstruction, 'id' | 'personId' | 'centreId' | 'reviewOn'>[]> => {
  if (centreIds.length === 0) return [];
  const rows = await scope.tx
    .selectFrom('families.safety_instructions')
    .select(['id', 'person_id', 'centre_id', 'review_on'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('centre_id', 'in', [...centreIds])
    .where('ended_at', 'is', null)
    .where('review_on', '<=', until.toString())
    .orderBy('review_on')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    centreId: row.centre_id,
    reviewOn: Temporal.PlainDate.from(row.review_on),
  }));
};
