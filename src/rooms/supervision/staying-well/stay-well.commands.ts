import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { PROMPTS } from './stay-well.form.ts';
import { ownPlan, type PlanWords, sharingOf } from './stay-well.queries.ts';

const owner = (scope: Scope): string => {
  const me = accountOf(scope.actor);
  if (me === null) throw new NotFound('plan');
  return me;
};

// That somebody wrote or shared a plan is audited without saying whose manager or centre: it is theirs.
const note = (scope: Scope, verb: string, id: string) => scope.audit(verb, { kind: 'account', id });

/**
 * The owner writes their plan; what it said before is kept for them alone. `version` is the one they began from, 0 for a
 * first. The same words again change nothing. Raises Refusal for an empty first plan, StaleEdit after another change.
 */
export const writePlan = async (scope: Scope, words: PlanWords, version: number): Promise<void> => {
  const { tx, actor, now } = scope;
  const me = owner(scope);
  const before = await ownPlan(scope);
  const content = JSON.stringify(words);
  if (before && PROMPTS.every(({ name }) => before.words[name] === words[name])) return;
  if (!before && Object.values(words).every((each) => each === ''))
    throw new Refusal('Write something first, wherever you like. One line is a plan.');
  if ((before?.version ?? 0) !== version) throw new StaleEdit('your plan');
  if (!before) {
    await tx
      .insertInto('supervision.stay_well_plans')
      .values({
        organisation_id: actor.organisationId,
        account_id: me,
        content,
        version: 1,
        changed_at: now.toString(),
      })
      .execute();
  } else {
    await tx
      .insertInto('supervision.stay_well_versions')
      .values({
        organisation_id: actor.organisationId,
        account_id: me,
        version: before.version,
        content: JSON.stringify(before.words),
        written_at: before.changedAt.toString(),
      })
      .execute();
    await tx
      .updateTable('supervision.stay_well_plans')
      .set({ content, version: before.version + 1, changed_at: now.toString() })
      .where('organisation_id', '=', actor.organisationId)
      .where('account_id', '=', me)
      .execute();
  }
  await note(scope, 'supervision.stay_well_written', me);
};

/**
 * The owner shares the plan with the supervisor they have now, by name: the next one does not see it. Twice changes
 * nothing. Raises Refusal without a plan or a supervisor.
 */
export const sharePlan = async (scope: Scope): Promise<void> => {
  const { tx, actor, now } = scope;
  const me = owner(scope);
  if (!(await ownPlan(scope))) throw new Refusal('There is nothing to share yet. Write your plan first.');
  const sharing = await sharingOf(scope);
  if (!sharing)
    throw new Refusal('You have no supervisor at the moment, so there is nobody to share it with.');
  if (sharing.sharedAt) return;
  await tx
    .insertInto('supervision.stay_well_shares')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      account_id: me,
      with_account: sharing.supervisorId,
      shared_at: now.toString(),
    })
    .execute();
  await note(scope, 'supervision.stay_well_shared', me);
};

/** The owner takes every sharing back; from the next look on nobody else reads the plan. */
export const unsharePlan = async (scope: Scope): Promise<void> => {
  const me = owner(scope);
  await scope.tx
    .updateTable('supervision.stay_well_shares')
    .set({ taken_back_at: scope.now.toString() })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('account_id', '=', me)
    .where('taken_back_at', 'is', null)
    .execute();
  await note(scope, 'supervision.stay_well_unshared', me);
};

/** The owner erases the plan, everything it said before and with whom it was shared. It does not come back. */
export const erasePlan = async (scope: Scope): Promise<void> => {
  const me = owner(scope);
  const gone = await scope.tx
    .deleteFrom('supervision.stay_well_plans')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('account_id', '=', me)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw new NotFound('plan');
  await note(scope, 'supervision.stay_well_erased', me);
};
