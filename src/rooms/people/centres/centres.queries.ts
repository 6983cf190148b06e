import type { Scope } from '#platform/db/as-actor.ts';

export interface Centre {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly town: string;
  readonly about: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly zone: string;
  /** Whose bank holidays count here, such as england-and-wales. */
  readonly nation: string;
  /** How to get there. */
  readonly travel: string;
}

const COLUMNS = [
  'id',
  'slug',
  'name',
  'town',
  'about',
  'phone',
  'email',
  'zone',
  'nation',
  'travel',
] as const;

/** The open centres of the organisation, by name. */
export const centres = async (scope: Scope): Promise<readonly Centre[]> =>
  scope.tx
    .selectFrom('people.centres')
    .select(COLUMNS)
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute();

/** One centre, open or closed; null when this organisation has no such centre. */
export const centre = async (scope: Scope, id: string): Promise<Centre | null> =>
  (await scope.tx
    .selectFrom('people.centres')
    .select(COLUMNS)
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

export interface CentreToEdit extends Centre {
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly version: number;
}

/** Every centre, the closed ones last, with what the edit page needs. */
export const everyCentre = async (scope: Scope): Promise<readonly CentreToEdit[]> => {
  const rows = await scope.tx
    .selectFrom('people.centres')
    .select([...COLUMNS, 'opened_on', 'closed_on', 'version'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('closed_on', (order) => order.desc().nullsFirst())
    .orderBy('name')
    .execute();
  return rows.map(({ opened_on, closed_on, ...row }) => ({
    ...row,
    openedOn: opened_on,
    closedOn: closed_on,
  }));
};
