import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { SystemActor } from '#platform/db/actor.ts';
import type { Gateway, Scope } from '#platform/db/as-actor.ts';
import { type Centre, centres } from '#rooms/people/door.ts';
import { currentTemplate } from '#rooms/programme/door.ts';
import type { Fault } from './cells.rules.ts';
import type { ColumnName } from './columns.ts';
import { landRows } from './landing.ts';
import { readFile } from './read-file.ts';
import { type LandingRow, readRow } from './row.rules.ts';
import { readRowsTogether } from './rows-together.rules.ts';

export interface ImportAsked {
  readonly organisationId: string;
  /** The centre of every row that names none. */
  readonly centreId?: string;
  /** The same, by the short name of the centre. */
  readonly centreSlug?: string;
  /** Only these centres may be named; all of the organisation's when absent (the command line). */
  readonly onlyCentres?: readonly string[];
  readonly file: Uint8Array;
  readonly fileName: string;
  /** The account that started it; null from the command line. */
  readonly startedBy: string | null;
  /** Where to write the rejected rows as a file; nothing is written when there are none. */
  readonly rejectsPath?: string;
  readonly onProgress?: (done: number, of: number) => void;
  readonly now: Temporal.Instant;
}

export interface RejectedRow<C extends string = ColumnName> {
  readonly number: number;
  readonly asSent: readonly string[];
  readonly faults: readonly Fault<C>[];
}

export interface Imported {
  readonly importId: string;
  readonly rowsRead: number;
  readonly rowsLanded: number;
  /** Rows that were here already: nothing was changed for them. */
  readonly rowsKnown: number;
  readonly rowsRejected: number;
  readonly rejected: readonly RejectedRow[];
  /** Rows that landed although they look like a file that was here: to be compared at triage. */
  readonly alike: readonly number[];
  /** Headings nobody knows, passed over. */
  readonly passedOver: readonly string[];
  readonly headings: readonly string[];
}

const RUN = 500;
const MEND_HEADINGS = ['Row in your file', 'Column to mend', 'What is the matter', 'How to mend it'];

/** The rejected rows as a file: each as it was sent, with row, column, why and how to mend it behind it. */
export const rejectsCsv = (headings: readonly string[], rejected: readonly RejectedRow<string>[]): string =>
  `\uFEFF${stringify(
    [
      [...headings, ...MEND_HEADINGS],
      ...rejected.map(({ number, asSent, faults }) => [
        ...headings.map((_, at) => asSent[at] ?? ''),
        String(number),
        faults.map(({ column }) => column || 'whole row').join('; '),
        faults.map(({ reason }) => reason).join(' '),
        faults.map(({ mend }) => mend).join(' '),
      ]),
    ],
    // Somebody will open this in a spreadsheet: a cell must not run there.
    { escape_formulas: true },
  )}`;

const begin = async (
  scope: Scope,
  asked: ImportAsked,
  {
    rowsRead,
    centreId,
    centreIds,
  }: { rowsRead: number; centreId: string | null; centreIds: readonly string[] },
): Promise<string> => {
  const id = newId();
  await scope.tx
    .insertInto('referrals.imports')
    .values({
      organisation_id: asked.organisationId,
      id,
      centre_id: centreId,
      centre_ids: [...centreIds],
      file_name: asked.fileName.slice(0, 200),
      file_hash: createHash('sha256').update(asked.file).digest('hex'),
      started_by: asked.startedBy,
      started_at: asked.now.toString(),
      rows_read: rowsRead,
    })
    .execute();
  return id;
};

const keepRejects = async (
  scope: Scope,
  importId: string,
  headings: readonly string[],
  rejected: readonly RejectedRow[],
) => {
  const rows = rejected.flatMap(({ number, asSent, faults }) =>
    faults.map(({ column, reason, mend }) => ({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      import_id: importId,
      row_number: number,
      column_name: column,
      reason,
      mend,
      cells: JSON.stringify(headings.map((heading, at) => [heading, asSent[at] ?? ''])),
    })),
  );
  for (let at = 0; at < rows.length; at += RUN)
    await scope.tx
      .insertInto('referrals.import_rejects')
      .values(rows.slice(at, at + RUN))
      .execute();
};

const settingOf = async (scope: Scope, asked: ImportAsked) => {
  const { onlyCentres, centreId, centreSlug } = asked;
  const allowed = (await centres(scope)).filter(({ id }) => !onlyCentres || onlyCentres.includes(id));
  const named = centreId !== undefined || centreSlug !== undefined;
  const chosen = allowed.find(({ id, slug }) => id === centreId || slug === centreSlug);
  if (named && !chosen)
    throw new Refusal(
      `Choose one of these centres: ${allowed.map(({ slug }) => slug).join(', ')}.`,
      'centreId',
    );
  // Where there is only one centre nobody should have to name it.
  const only = allowed.length === 1 ? allowed[0] : undefined;
  return { allowed, centreId: (chosen ?? only)?.id ?? null, template: await currentTemplate(scope) };
};

const zoneOf = (allowed: readonly Centre[]) => allowed[0]?.zone ?? 'Europe/London';

/**
 * Takes a file of referrals in: good rows land in runs of 500, each run in a transaction of its own; rows that were
 * here already change nothing; rows that cannot land come back with what to mend. Nobody is messaged.
 * The same file again lands nothing. Raises a Refusal about `file` when no row of it can be read.
 * Announces `referrals.imported` {importId} once, also when it was cut off half-way.
 */
export const importReferrals = async (gateway: Gateway, asked: ImportAsked): Promise<Imported> => {
  const house: SystemActor = {
    kind: 'system',
    organisationId: asked.organisationId,
    why: 'import referrals',
  };
  const read = readFile(asked.file);
  const { allowed, centreId, template } = await gateway(
    house,
    asked.now,
    (scope) => settingOf(scope, asked),
    'look',
  );
  const zone = zoneOf(allowed);
  const rows = readRowsTogether(
    read.rows.map((row) =>
      readRow(row, {
        centres: allowed,
        centreId,
        needs: template.content.eligibility.needs,
        today: dateAt(asked.now, zone),
      }),
    ),
  );
  const good: LandingRow[] = rows.flatMap((each) => (each.ok ? [each.row] : []));
  const rejected: RejectedRow[] = rows.flatMap((each) =>
    each.ok ? [] : [{ number: each.number, asSent: each.source.asSent, faults: each.faults }],
  );
  const centreIds = [...new Set(good.map(({ arrival }) => arrival.centreId))];
  const importId = await gateway(house, asked.now, (scope) =>
    begin(scope, asked, { rowsRead: rows.length, centreId, centreIds }),
  );
  const setting = {
    importId,
    templateId: template.id,
    zones: new Map(allowed.map((each) => [each.id, each.zone])),
  };

  let landed = 0;
  let known = 0;
  let done = rejected.length;
  const alike: number[] = [];
  const tell = () => asked.onProgress?.(done, rows.length);
  tell();
  for (let at = 0; at < good.length; at += RUN) {
    const run = good.slice(at, at + RUN);
    const what = await gateway(house, asked.now, async (scope) => {
      const ended = await landRows(scope, run, setting);
      // Left in each run, so that a file cut off half-way is followed too; the last one says so at once.
      if (ended.landed.length > 0)
        await scope.enqueue(
          'referrals.imported',
          { importId },
          { key: `referrals.imported:${importId}`, at: asked.now.add({ minutes: 2 }) },
        );
      return ended;
    });
    landed += what.landed.length;
    known += what.known;
    alike.push(...what.alike);
    for (const { row, faults } of what.rejected)
      rejected.push({ number: row.number, asSent: row.source.asSent, faults });
    done += run.length;
    tell();
  }
  rejected.sort((one, other) => one.number - other.number);
  await gateway(house, asked.now, async (scope) => {
    await keepRejects(scope, importId, read.headings, rejected);
    await scope.tx
      .updateTable('referrals.imports')
      .set({
        finished_at: asked.now.toString(),
        rows_landed: landed,
        rows_known: known,
        rows_rejected: rejected.length,
      })
      .where('organisation_id', '=', asked.organisationId)
      .where('id', '=', importId)
      .execute();
    await scope.audit('referrals.imported', {
      kind: 'import',
      id: importId,
      centreId,
    });
    if (landed > 0)
      await scope.enqueue('referrals.imported', { importId }, { key: `referrals.imported:${importId}` });
  });
  if (asked.rejectsPath && rejected.length > 0)
    await writeFile(asked.rejectsPath, rejectsCsv(read.headings, rejected));
  return {
    importId,
    rowsRead: rows.length,
    rowsLanded: landed,
    rowsKnown: known,
    rowsRejected: rejected.length,
    rejected,
    alike,
    passedOver: read.passedOver,
    headings: read.headings,
  };
};
