import type { Scope } from '#platform/db/as-actor.ts';

/** Days off of a nation, from one day to another, both included, as ISO dates. */
export const holidays = async (
  scope: Scope,
  nation: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<ReadonlySet<string>> => {
  const { tx, actor } = scope;
  const rows = await tx
    .selectFrom('programme.bank_holidays')
    .select('on_day')
    .where('organisation_id', '=', actor.organisationId)
    .where('nation', '=', nation)
    .where('on_day', '>=', from.toString())
    .where('on_day', '<=', to.toString())
    .execute();
  return new Set(rows.map(({ on_day }) => on_day));
};

/** A day on which groups are not planned. */
export interface Holiday {
  readonly nation: string;
  readonly on: Temporal.PlainDate;
  readonly name: string;
}

/** The days off of every nation from a day on, in order. */
export const holidaysFrom = async (
  { tx, actor }: Scope,
  from: Temporal.PlainDate,
): Promise<readonly Holiday[]> => {
  const rows = await tx
    .selectFrom('programme.bank_holidays')
    .select(['nation', 'on_day', 'name'])
    .where('organisation_id', '=', actor.organisationId)
    .where('on_day', '>=', from.toString())
    .orderBy('on_day')
    .orderBy('nation')
    .execute();
  return rows.map(({ nation, on_day, name }) => ({ nation, on: Temporal.PlainDate.from(on_day), name }));
};
