import type { Scope } from '#platform/db/as-actor.ts';

export interface SourceNamed {
  readonly id: string;
  readonly name: string;
}

/** Where people hear of these centres at present, by name. */
export const sourcesNow = async (
  { tx, actor }: Scope,
  centreIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly SourceNamed[]> => {
  if (centreIds.length === 0) return [];
  return tx
    .selectFrom('recruiting.sources')
    .select(['id', 'name'])
    .where('organisation_id', '=', actor.organisationId)
    .where('centre_id', 'in', [...centreIds])
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', today.toString())]))
    .orderBy('name')
    .limit(100)
    .execute();
};
