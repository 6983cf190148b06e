import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Relation } from '../family.queries.ts';

interface OpenFamily {
  readonly centreId: string;
  readonly dueOn: Temporal.PlainDate | null;
  readonly babiesExpected?: number;
  readonly personId: string;
  readonly relation: Relation;
}

/** Begins a family's story here: a pregnancy and its first parent. Answers the pregnancy's id. */
export const openFamily = async (
  scope: Scope,
  family: OpenFamily,
): Promise<{ readonly pregnancyId: string }> => {
  const { tx, actor, now } = scope;
  const pregnancyId = newId();
  await tx
    .insertInto('families.pregnancies')
    .values({
      organisation_id: actor.organisationId,
      id: pregnancyId,
      centre_id: family.centreId,
      due_on: family.dueOn?.toString() ?? null,
      babies_expected: family.babiesExpected ?? 1,
      made_at: now.toString(),
    })
    .execute();
  await linkParent(scope, {
    pregnancyId,
    personId: family.personId,
    relation: family.relation,
    centreId: family.centreId,
  });
  return { pregnancyId };
};

interface JoinAsParent {
  readonly pregnancyId: string;
  readonly personId: string;
  readonly relation: Relation;
  readonly centreId: string;
}

// Whoever comes to a family after a loss of all may not know of it: they rest like any parent who was not told.
const restWithTheFamily = async (scope: Scope, parent: JoinAsParent): Promise<void> => {
  const { tx, actor, now } = scope;
  const lost = await sql<{
    here: boolean;
  }>`select ${parent.pregnancyId}::uuid = any (families.lost_pregnancies()) as here`.execute(tx);
  if (!lost.rows[0]?.here) return;
  await tx
    .insertInto('families.pauses')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      centre_id: parent.centreId,
      person_id: parent.personId,
      pregnancy_id: parent.pregnancyId,
      why: 'linked_loss',
      from_at: now.toString(),
    })
    .execute();
};

/**
 * Links a parent to a pregnancy; each keeps a file of their own. Linking twice changes nothing. Whoever is linked after
 * a loss of every baby rests quietly from the start.
 */
export const joinAsParent = async (scope: Scope, parent: JoinAsParent): Promise<void> => {
  // Whoever records a loss at this moment finds the new parent, or is found.
  await lockedPregnancy(scope, parent.pregnancyId);
  if (await linkParent(scope, parent)) await restWithTheFamily(scope, parent);
};

const linkParent = async (scope: Scope, parent: JoinAsParent): Promise<boolean> => {
  const { tx, actor, now } = scope;
  const made = await tx
    .insertInto('families.parents')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      centre_id: parent.centreId,
      pregnancy_id: parent.pregnancyId,
      person_id: parent.personId,
      relation: parent.relation,
      since: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n) return false;
  await scope.audit('families.parent_linked', {
    kind: 'person',
    id: parent.personId,
    centreId: parent.centreId,
  });
  return true;
};

/** Ends the link between a parent and a pregnancy, when it was a mistake or things changed; the file stays. */
export const unlinkParent = async (
  scope: Scope,
  {
    pregnancyId,
    personId,
    why,
  }: { readonly pregnancyId: string; readonly personId: string; readonly why: string },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const ended = await tx
    .updateTable('families.parents')
    .set({ ended_at: now.toString(), end_reason: why })
    .where('organisation_id', '=', actor.organisationId)
    .where('pregnancy_id', '=', pregnancyId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) throw new NotFound('parent');
  await scope.audit('families.parent_unlinked', { kind: 'person', id: personId });
};

interface DueDate {
  readonly pregnancyId: string;
  readonly dueOn: Temporal.PlainDate | null;
  readonly babiesExpected?: number;
  /** The version the page was drawn from. */
  readonly version: number;
}

/**
 * Changes when the baby is due and how many are expected, and announces `families.due_date_changed`. StaleEdit when
 * somebody saved since. Refuses fewer babies than have been born.
 */
export const changeDueDate = async (scope: Scope, change: DueDate): Promise<void> => {
  const { tx, actor } = scope;
  const there = await lockedPregnancy(scope, change.pregnancyId);
  if (there.version !== change.version) throw new StaleEdit('the due date');
  const expected = change.babiesExpected ?? there.babies_expected;
  const born = await tx
    .selectFrom('families.babies')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('pregnancy_id', '=', change.pregnancyId)
    .where('undone_at', 'is', null)
    .execute();
  if (expected < born.length)
    throw new Refusal(
      `${born.length} babies have been born, so at least ${born.length} must be expected.`,
      'babiesExpected',
    );
  await tx
    .updateTable('families.pregnancies')
    .set({ due_on: change.dueOn?.toString() ?? null, babies_expected: expected, version: there.version + 1 })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', change.pregnancyId)
    .execute();
  await scope.audit('families.due_date_changed', {
    kind: 'pregnancy',
    id: change.pregnancyId,
    centreId: there.centre_id,
  });
  if (there.due_on !== (change.dueOn?.toString() ?? null))
    await scope.enqueue('families.due_date_changed', {
      pregnancyId: change.pregnancyId,
      centreId: there.centre_id,
      was: there.due_on,
      is: change.dueOn?.toString() ?? null,
    });
};

/**
 * A parent is expecting again: a new pregnancy for this one parent. What rested because of the earlier one rests no
 * longer for them; the earlier story stays in the file. Whoever else was linked is not carried over.
 */
export const beginNewPregnancy = async (
  scope: Scope,
  family: OpenFamily,
): Promise<{ readonly pregnancyId: string }> => {
  const { tx, actor, now } = scope;
  const begun = await openFamily(scope, family);
  await tx
    .updateTable('families.pauses')
    .set({
      ended_at: now.toString(),
      decided_at: now.toString(),
      decided_by: accountOf(actor),
      decision: 'all_again',
      words: 'A new pregnancy began.',
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', family.personId)
    .where('pregnancy_id', '<>', begun.pregnancyId)
    .where('ended_at', 'is', null)
    .execute();
  return begun;
};

/** The row of a pregnancy, held until the transaction ends; NotFound when the actor has no such pregnancy. */
export const lockedPregnancy = async (scope: Scope, pregnancyId: string) => {
  const there = await scope.tx
    .selectFrom('families.pregnancies')
    .select(['id', 'centre_id', 'due_on', 'babies_expected', 'version'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', pregnancyId)
    .forUpdate()
    .executeTakeFirst();
  if (!there) throw new NotFound('family');
  return there;
};
