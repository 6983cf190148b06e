import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { bothHave, IN_THE_WAY, NOT_THESE_TWO, NOT_UNDONE } from './merge.rules.ts';

interface DatabaseError {
  readonly code?: string;
  readonly table?: string;
}

const refusedAs = (error: unknown, otherwise: string): unknown => {
  const { code, table } = error as DatabaseError;
  if (code === 'KM001') return new Refusal(otherwise);
  if (code === 'KM002') return new Refusal(bothHave(table ?? ''));
  if (code === '23505') return new Refusal(IN_THE_WAY);
  return error;
};

const twoFiles = async (scope: Scope, keptId: string, mergedId: string) => {
  const rows = await scope.tx
    .selectFrom('people.persons')
    .select(['id', 'centre_id', 'nhs_number', 'introduced_at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', 'in', [keptId, mergedId])
    .where('side', '=', 'family')
    .execute();
  const kept = rows.find((row) => row.id === keptId);
  const merged = rows.find((row) => row.id === mergedId);
  if (!kept || !merged) throw new NotFound('file');
  return { kept, merged };
};

const setNumber = (scope: Scope, personId: string, number: string | null) =>
  scope.tx
    .updateTable('people.persons')
    .set({ nhs_number: number })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', personId)
    .execute();

/**
 * Makes two family files about one person one: everything that points at `mergedId` points at `keptId` from now on,
 * and what moved is kept so that it can be undone. The kept file's own words stay; of the other only an NHS number
 * that was missing comes over. Announces `people.merged`. Refuses, saying what to end first, when both files have a
 * live row that only one may have; refuses two sides, closed files and other centres' files.
 */
export const mergeFiles = async (
  scope: Scope,
  { keptId, mergedId, why }: { readonly keptId: string; readonly mergedId: string; readonly why: string },
): Promise<{ readonly mergeId: string }> => {
  const { tx, actor, now } = scope;
  if (keptId === mergedId) throw new Refusal(NOT_THESE_TWO);
  const { kept, merged } = await twoFiles(scope, keptId, mergedId);
  let moved: unknown;
  try {
    const done = await sql<{
      moved: unknown;
    }>`select people.move_file(${mergedId}::uuid, ${keptId}::uuid, ${now.toString()}::timestamptz) as moved`.execute(
      tx,
    );
    moved = done.rows[0]?.moved;
  } catch (error) {
    throw refusedAs(error, NOT_THESE_TWO);
  }
  if (kept.nhs_number === null && merged.nhs_number !== null)
    await setNumber(scope, keptId, merged.nhs_number);
  if (kept.introduced_at === null && merged.introduced_at !== null)
    await tx
      .updateTable('people.persons')
      .set({ introduced_at: merged.introduced_at })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', keptId)
      .execute();
  const mergeId = newId();
  await tx
    .insertInto('people.merges')
    .values({
      organisation_id: actor.organisationId,
      id: mergeId,
      centre_id: kept.centre_id,
      kept_id: keptId,
      merged_id: mergedId,
      moved: JSON.stringify(moved ?? []),
      why: why.trim(),
      merged_by: accountOf(actor),
      merged_at: now.toString(),
    })
    .execute();
  await scope.audit('people.merged', { kind: 'person', id: keptId, centreId: kept.centre_id });
  await scope.audit('people.merged_away', { kind: 'person', id: mergedId, centreId: merged.centre_id });
  await scope.enqueue('people.merged', { mergeId, keptId, mergedId, centreId: kept.centre_id });
  return { mergeId };
};

/**
 * Makes two files of one again: what was moved goes back, what was added since stays with the kept file. Announces
 * `people.merge_undone`. Refuses while the kept file has itself been made one with another.
 */
export const undoMerge = async (
  scope: Scope,
  mergeId: string,
): Promise<{ readonly keptId: string; readonly mergedId: string }> => {
  const { tx, actor, now } = scope;
  const done = await tx
    .selectFrom('people.merges')
    .select(['kept_id', 'merged_id', 'centre_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', mergeId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (!done) throw new NotFound('merge');
  const { kept, merged } = await twoFiles(scope, done.kept_id, done.merged_id);
  // The number came over with the merge; both cannot carry it once they are two again.
  if (kept.nhs_number !== null && kept.nhs_number === merged.nhs_number)
    await setNumber(scope, done.kept_id, null);
  try {
    await sql`select people.move_back(${mergeId}::uuid)`.execute(tx);
  } catch (error) {
    throw refusedAs(error, NOT_UNDONE);
  }
  await tx
    .updateTable('people.merges')
    .set({ undone_at: now.toString(), undone_by: accountOf(actor) })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', mergeId)
    .execute();
  await scope.audit('people.merge_undone', { kind: 'person', id: done.kept_id, centreId: done.centre_id });
  await scope.enqueue('people.merge_undone', {
    mergeId,
    keptId: done.kept_id,
    mergedId: done.merged_id,
    centreId: done.centre_id,
  });
  return { keptId: done.kept_id, mergedId: done.merged_id };
};

/** Says that two files that look alike are about two people, so that nobody is asked again. */
export const sayTwoPeople = async (scope: Scope, one: string, other: string): Promise<void> => {
  const { tx, actor, now } = scope;
  if (one === other) throw new Refusal('Choose two files.');
  const { kept } = await twoFiles(scope, one, other);
  const [first = one, second = other] = [one, other].sort();
  await tx
    .insertInto('people.not_duplicates')
    .values({
      organisation_id: actor.organisationId,
      one_id: first,
      other_id: second,
      centre_id: kept.centre_id,
      said_by: accountOf(actor),
      said_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await scope.audit('people.two_people', { kind: 'person', id: one, centreId: kept.centre_id });
};
