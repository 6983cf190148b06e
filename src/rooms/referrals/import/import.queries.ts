import { isId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Centre, centres } from '#rooms/people/door.ts';
import { importingCentres } from '../referral.policy.ts';
import type { ColumnName } from './columns.ts';
import type { RejectedRow } from './import.commands.ts';

export interface ImportInList {
  readonly id: string;
  readonly fileName: string;
  readonly startedAt: Temporal.Instant;
  readonly finished: boolean;
  readonly rowsRead: number;
  readonly rowsLanded: number;
  readonly rowsKnown: number;
  readonly rowsRejected: number;
  readonly startedBy: string | null;
  readonly centreIds: readonly string[];
}

const listed = ({ tx, actor }: Scope) =>
  tx
    .selectFrom('referrals.imports')
    .select([
      'id',
      'file_name',
      'started_at',
      'finished_at',
      'rows_read',
      'rows_landed',
      'rows_known',
      'rows_rejected',
      'started_by',
      'centre_ids',
    ])
    .where('organisation_id', '=', actor.organisationId);

type Row = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number];

const fromRow = (row: Row): ImportInList => ({
  id: row.id,
  fileName: row.file_name,
  startedAt: Temporal.Instant.from(row.started_at),
  finished: row.finished_at !== null,
  rowsRead: row.rows_read,
  rowsLanded: row.rows_landed,
  rowsKnown: row.rows_known,
  rowsRejected: row.rows_rejected,
  startedBy: row.started_by,
  centreIds: row.centre_ids,
});

export interface ImportFacts {
  /** The centres the actor may import for. */
  readonly centres: readonly Centre[];
  readonly earlier: readonly ImportInList[];
}

/** What the page needs on which a file is chosen; null for whoever may not import anywhere. */
export const importFacts = async (scope: Scope): Promise<ImportFacts | null> => {
  const mine = importingCentres(scope.actor);
  if (mine.length === 0) return null;
  const earlier = await listed(scope).orderBy('started_at', 'desc').limit(10).execute();
  return {
    centres: (await centres(scope)).filter(({ id }) => mine.includes(id)),
    earlier: earlier.map(fromRow).filter((each) => isTheirs(scope, each)),
  };
};

/** A file belongs to whoever sent it and to those who import for one of its centres: it holds other people's rows. */
const isTheirs = ({ actor }: Scope, { startedBy, centreIds }: ImportInList): boolean =>
  (actor.kind === 'account' && startedBy === actor.accountId) ||
  importingCentres(actor).some((centreId) => centreIds.includes(centreId));

export interface ImportReport extends ImportInList {
  readonly headings: readonly string[];
  readonly rejected: readonly RejectedRow[];
}

/** One import with the rows that came back, while they are kept; null when it is not theirs to see. */
export const importReport = async (scope: Scope, importId: string): Promise<ImportReport | null> => {
  if (!isId(importId)) return null;
  const row = await listed(scope).where('id', '=', importId).executeTakeFirst();
  const found = row && fromRow(row);
  if (!found || !isTheirs(scope, found)) return null;
  const rows = await scope.tx
    .selectFrom('referrals.import_rejects')
    .select(['row_number', 'column_name', 'reason', 'mend', 'cells'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('import_id', '=', importId)
    .orderBy('row_number')
    .orderBy('id')
    .execute();
  const byRow = new Map<number, RejectedRow>();
  let headings: readonly string[] = [];
  for (const each of rows) {
    // Written by us as pairs of heading and cell, in the order of the file.
    const cells = each.cells as readonly (readonly [string, string])[];
    headings = cells.map(([heading]) => heading);
    const there = byRow.get(each.row_number);
    const fault = { column: each.column_name as ColumnName | '', reason: each.reason, mend: each.mend };
    byRow.set(each.row_number, {
      number: each.row_number,
      asSent: cells.map(([, cell]) => cell),
      faults: [...(there?.faults ?? []), fault],
    });
  }
  return { ...found, headings, rejected: [...byRow.values()] };
};

/** Their files of the last thirty days that came back with rows to mend, the newest first; after that the rows are gone. */
export const importsToMend = async (scope: Scope): Promise<readonly ImportInList[]> =>
  (
    await listed(scope)
      .where('rows_rejected', '>', 0)
      .where('started_at', '>', scope.now.subtract({ hours: 30 * 24 }).toString())
      .orderBy('started_at', 'desc')
      .limit(20)
      .execute()
  )
    .map(fromRow)
    .filter((each) => isTheirs(scope, each));
