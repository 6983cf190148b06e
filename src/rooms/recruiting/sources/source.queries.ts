import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import { isId } from '#kernel/ids.ts';
import { centresOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Centre, centres } from '#rooms/people/door.ts';
import { KEEPS_SOURCES, READS_SOURCES } from './source.policy.ts';
import { SOURCE_KINDS, type SourceKind } from './source.rules.ts';

export interface SourceFacts {
  readonly id: string;
  readonly centreId: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly words: string;
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate | null;
  readonly costPence: number;
  readonly reach: number | null;
  readonly slug: string;
  readonly version: number;
  /** How many asked and how many were welcomed because of it; null for the office, which counts no applicants. */
  readonly came: { readonly enquired: number; readonly welcomed: number } | null;
}

export interface SourceList {
  readonly sources: readonly SourceFacts[];
  /** The centres of the actor, and those they keep sources for. */
  readonly centres: readonly Centre[];
  readonly keeps: readonly Centre[];
  readonly origin: string;
  readonly today: Temporal.PlainDate;
}

interface Figure {
  readonly source_id: string | null;
  readonly enquired: number;
  readonly welcomed: number;
}

/** The sources of the actor's centres, those that go on first, the newest first, with how many came of each ever since. */
export const sourceList = async (scope: Scope, origin: string): Promise<SourceList | null> => {
  const { tx, actor, now } = scope;
  const reads = centresOf(actor, READS_SOURCES);
  if (reads.length === 0) return null;
  const there = (await centres(scope)).filter(({ id }) => reads.includes(id));
  const today = dateAt(now, there[0]?.zone ?? 'Europe/London');
  const rows = await tx
    .selectFrom('recruiting.sources')
    .selectAll()
    .where('organisation_id', '=', actor.organisationId)
    .where('centre_id', 'in', [...reads])
    .orderBy(sql`coalesce(until_on < ${today.toString()}::date, false)`)
    .orderBy('from_on', 'desc')
    .orderBy('name')
    .limit(300)
    .execute();
  const { rows: figures } = await sql<Figure>`
    select source_id, enquired, welcomed from recruiting.source_figures(${[...reads]}::uuid[], '1900-01-01', ${today.toString()}::date)
    where source_id is not null`.execute(tx);
  const counts = centresOf(actor, ['volunteer_manager', 'programme_coordinator', 'service_lead']);
  const keeps = centresOf(actor, KEEPS_SOURCES);
  return {
    origin,
    today,
    centres: there,
    keeps: there.filter(({ id }) => keeps.includes(id)),
    sources: rows.map((row) => {
      const figure = figures.find((each) => each.source_id === row.id);
      return {
        id: row.id,
        centreId: row.centre_id,
        kind: SOURCE_KINDS.find((each) => each === row.kind) ?? 'other',
        name: row.name,
        words: row.words,
        fromOn: Temporal.PlainDate.from(row.from_on),
        untilOn: row.until_on === null ? null : Temporal.PlainDate.from(row.until_on),
        costPence: row.cost_pence,
        reach: row.reach,
        slug: row.slug,
        version: row.version,
        came: counts.includes(row.centre_id)
          ? { enquired: figure?.enquired ?? 0, welcomed: figure?.welcomed ?? 0 }
          : null,
      };
    }),
  };
};

/** One source among those the actor reads; null when there is none. */
export const sourceIn = async (
  scope: Scope,
  sourceId: string,
  origin: string,
): Promise<(SourceList & { readonly source: SourceFacts }) | null> => {
  if (!isId(sourceId)) return null;
  const list = await sourceList(scope, origin);
  const source = list?.sources.find(({ id }) => id === sourceId);
  return list && source ? { ...list, source } : null;
};
