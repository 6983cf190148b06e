import type { Scope } from '#platform/db/as-actor.ts';

/** What a person's file says of who they are. One file, on the family side or the team side, never both. */
export interface PersonFile {
  readonly id: string;
  readonly centreId: string;
  readonly side: 'family' | 'team';
  readonly givenName: string;
  readonly familyName: string;
  readonly knownAs: string | null;
  /** The name to say: known as, else the given name. */
  readonly calledName: string;
  readonly fullName: string;
  readonly bornOn: Temporal.PlainDate | null;
  readonly pronouns: string | null;
  /** As a short code of the language: en, ur, pl. */
  readonly language: string;
  readonly interpreterNeeded: boolean;
  readonly accessNeeds: string;
  /** Whether peer supporters of the centre may know the name. */
  readonly introduced: boolean;
  readonly version: number;
}

interface PersonRow {
  id: string;
  centre_id: string;
  side: string;
  given_name: string;
  family_name: string;
  known_as: string | null;
  born_on: string | null;
  pronouns: string | null;
  language: string;
  interpreter_needed: boolean;
  access_needs: string;
  introduced_at: string | null;
  merged_into: string | null;
  version: number;
}

export const PERSON_COLUMNS = [
  'id',
  'centre_id',
  'side',
  'given_name',
  'family_name',
  'known_as',
  'born_on',
  'pronouns',
  'language',
  'interpreter_needed',
  'access_needs',
  'introduced_at',
  'merged_into',
  'version',
] as const;

export const personFile = (row: PersonRow): PersonFile => ({
  id: row.id,
  centreId: row.centre_id,
  side: row.side === 'team' ? 'team' : 'family',
  givenName: row.given_name,
  familyName: row.family_name,
  knownAs: row.known_as,
  calledName: row.known_as ?? row.given_name,
  fullName: `${row.given_name} ${row.family_name}`.trim(),
  bornOn: row.born_on === null ? null : Temporal.PlainDate.from(row.born_on),
  pronouns: row.pronouns,
  language: row.language,
  interpreterNeeded: row.interpreter_needed,
  accessNeeds: row.access_needs,
  introduced: row.introduced_at !== null,
  version: row.version,
});

const rowsOf = (scope: Scope, ids: readonly string[]) =>
  scope.tx
    .selectFrom('people.persons')
    .select(PERSON_COLUMNS)
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', 'in', [...ids])
    .execute();

/**
 * The files behind these ids, under the ids that were asked for: a file that was merged into another answers
 * with the one that was kept. What the actor may not see is not in the map.
 */
export const filesOf = async (
  scope: Scope,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonFile>> => {
  const files = new Map<string, PersonFile>();
  if (personIds.length === 0) return files;
  const rows = await rowsOf(scope, [...new Set(personIds)]);
  // A merge repoints earlier merges too, so one step is always enough.
  const elsewhere = rows.flatMap((row) => (row.merged_into === null ? [] : [row.merged_into]));
  const kept = new Map(
    elsewhere.length === 0 ? [] : (await rowsOf(scope, elsewhere)).map((row) => [row.id, row]),
  );
  for (const row of rows) {
    const there = row.merged_into === null ? row : kept.get(row.merged_into);
    if (there) files.set(row.id, personFile(there));
  }
  return files;
};

/** One file, following a merge; null when there is none for this actor. */
export const fileOf = async (scope: Scope, personId: string): Promise<PersonFile | null> =>
  (await filesOf(scope, [personId])).get(personId) ?? null;
