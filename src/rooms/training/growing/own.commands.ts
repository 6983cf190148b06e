import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { ownLearningById } from './own.queries.ts';
import type { OwnKind } from './record.rules.ts';

export interface OwnLearningSaid {
  readonly kind: OwnKind;
  readonly title: string;
  readonly whereFrom: string;
  readonly doneOn: Temporal.PlainDate;
  readonly took: string;
  /** Whether those who look after volunteers may read it. */
  readonly shared: boolean;
}

interface Whose {
  readonly applicantId: string;
  readonly centreId: string;
  readonly zone: string;
}

const columnsOf = (said: OwnLearningSaid) => ({
  kind: said.kind,
  title: said.title,
  where_from: said.whereFrom,
  done_on: said.doneOn.toString(),
  took: said.took,
});

const notAhead = (scope: Scope, on: Temporal.PlainDate, zone: string): void => {
  if (Temporal.PlainDate.compare(on, dateAt(scope.now, zone)) > 0)
    throw new Refusal('This day is still to come. Write it down when you have done it.', 'doneOn');
};

/** Somebody writes something into their own learning record, and answers its id. Raises a Refusal for a day to come. */
export const addOwnLearning = async (scope: Scope, whose: Whose, said: OwnLearningSaid): Promise<string> => {
  const { tx, actor, now } = scope;
  notAhead(scope, said.doneOn, whose.zone);
  const id = newId();
  await tx
    .insertInto('training.own_learning')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: whose.centreId,
      applicant_id: whose.applicantId,
      ...columnsOf(said),
      shared_at: said.shared ? now.toString() : null,
      made_at: now.toString(),
      changed_at: now.toString(),
    })
    .execute();
  await scope.audit('training.own_learning_added', {
    kind: 'applicant',
    id: whose.applicantId,
    centreId: whose.centreId,
  });
  return id;
};

/** Changes one's own entry, or who may read it. Raises NotFound, StaleEdit, and a Refusal for a day to come. */
export const changeOwnLearning = async (
  scope: Scope,
  entryId: string,
  said: OwnLearningSaid,
  { version, zone }: { readonly version: number; readonly zone: string },
): Promise<void> => {
  const { tx, actor, now } = scope;
  notAhead(scope, said.doneOn, zone);
  const entry = await ownLearningById(scope, entryId);
  if (!entry) throw new NotFound('entry');
  const done = await tx
    .updateTable('training.own_learning')
    .set((set) => ({
      ...columnsOf(said),
      // What was shared stays shared from the same day.
      shared_at: said.shared ? set.fn.coalesce('shared_at', set.val(now.toString())) : null,
      changed_at: now.toString(),
      version: version + 1,
    }))
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', entryId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) {
    if (entry.version !== version) throw new StaleEdit('this entry');
    throw new NotFound('entry');
  }
  await scope.audit('training.own_learning_changed', {
    kind: 'applicant',
    id: entry.applicantId,
    centreId: entry.centreId,
  });
};

/** Takes an entry out of one's own record, for good: it was never anybody else's. Raises NotFound. */
export const removeOwnLearning = async (scope: Scope, entryId: string): Promise<void> => {
  const { tx, actor } = scope;
  const entry = await ownLearningById(scope, entryId);
  const done = await tx
    .deleteFrom('training.own_learning')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', entryId)
    .executeTakeFirst();
  if (!entry || done.numDeletedRows === 0n) throw new NotFound('entry');
  await scope.audit('training.own_learning_removed', {
    kind: 'applicant',
    id: entry.applicantId,
    centreId: entry.centreId,
  });
};
