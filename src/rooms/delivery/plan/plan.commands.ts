import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type BlockKind, template } from '#rooms/programme/door.ts';
import { assertRunsIt } from '../rota/runs.commands.ts';
import { type SessionFacts, sessionOf } from '../sessions/session.queries.ts';
import { blocksOf, planRow, structureOf } from './plan.queries.ts';
import { blockKey, blockText, moved, type PlanBlock } from './plan.rules.ts';

interface Held {
  readonly session: SessionFacts;
  readonly version: number;
  readonly bring: string;
  readonly note: string;
  readonly blocks: readonly PlanBlock[];
  /** True when this very press made the plan out of the template's suggestion. */
  readonly begun: boolean;
}

const insertBlocks = async (
  scope: Scope,
  session: Pick<SessionFacts, 'id' | 'centreId'>,
  blocks: readonly Pick<PlanBlock, 'kind' | 'minutes' | 'activityId' | 'words'>[],
) => {
  if (blocks.length === 0) return;
  await scope.tx
    .insertInto('delivery.plan_blocks')
    .values(
      blocks.map(({ kind, minutes, activityId, words }, at) => ({
        organisation_id: scope.actor.organisationId,
        id: newId(),
        session_id: session.id,
        centre_id: session.centreId,
        position: at + 1,
        kind,
        minutes,
        activity_id: activityId,
        words,
      })),
    )
    .execute();
};

/** The plan, locked until the transaction ends; made out of the template's suggestion when nobody has saved one. */
export const heldPlan = async (scope: Scope, sessionId: string): Promise<Held> => {
  const session = await sessionOf(scope, sessionId);
  if (!session) throw new NotFound('session');
  await assertRunsIt(scope, session);
  const made = await scope.tx
    .insertInto('delivery.plans')
    .values({
      organisation_id: scope.actor.organisationId,
      session_id: session.id,
      centre_id: session.centreId,
      changed_by: accountOf(scope.actor),
      changed_at: scope.now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  const begun = made.numInsertedOrUpdatedRows === 1n;
  if (begun) {
    const kept = await template(scope, session.templateId);
    if (!kept) throw new NotFound('programme template');
    await insertBlocks(scope, session, structureOf(kept, session.kind));
  }
  const row = await planRow(scope, sessionId, 'lock');
  if (!row) throw new NotFound('plan');
  return { session, begun, ...row, blocks: await blocksOf(scope, sessionId) };
};

const changed = async (
  scope: Scope,
  plan: Held,
  to: { readonly bring?: string; readonly note?: string } = {},
): Promise<void> => {
  await scope.tx
    .updateTable('delivery.plans')
    .set({
      ...to,
      version: plan.version + 1,
      changed_by: accountOf(scope.actor),
      changed_at: scope.now.toString(),
    })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', plan.session.id)
    .execute();
  await scope.audit('delivery.plan_changed', {
    kind: 'session',
    id: plan.session.id,
    centreId: plan.session.centreId,
  });
};

const setBlock = async (
  scope: Scope,
  id: string,
  to: Readonly<Record<string, string | number | null>>,
): Promise<void> => {
  await scope.tx
    .updateTable('delivery.plan_blocks')
    .set(to)
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', id)
    .execute();
};

const reordered = async (scope: Scope, before: readonly PlanBlock[], after: readonly PlanBlock[]) => {
  for (const [at, block] of after.entries())
    if (block.id && (before[at]?.id !== block.id || block.position !== at + 1))
      await setBlock(scope, block.id, { position: at + 1 });
};

/**
 * Saves the page of a plan: minutes by block (under its key), what to bring, a note. `version` is that of the plan
 * the page was drawn from, 0 for the suggestion. Says the same already: nothing is written.
 * Raises StaleEdit when somebody saved another plan meanwhile.
 */
export const savePlan = async (
  scope: Scope,
  ask: {
    readonly sessionId: string;
    readonly version: number;
    readonly minutes: ReadonlyMap<string, number>;
    readonly bring: string;
    readonly note: string;
  },
): Promise<void> => {
  const plan = await heldPlan(scope, ask.sessionId);
  const fresh = plan.begun || ask.version === 0;
  const wanted = (block: PlanBlock) =>
    ask.minutes.get(fresh ? `t${block.position}` : blockKey(block)) ?? block.minutes;
  const different = plan.blocks.filter((block) => wanted(block) !== block.minutes);
  const sameWords = plan.bring === ask.bring && plan.note === ask.note;
  if (different.length === 0 && sameWords) return;
  if (!plan.begun && plan.version !== ask.version) throw new StaleEdit('plan');
  for (const block of different) if (block.id) await setBlock(scope, block.id, { minutes: wanted(block) });
  await changed(scope, plan, { bring: ask.bring, note: ask.note });
};

/** What one block says, and where it goes. */
export interface BlockAsk {
  readonly sessionId: string;
  /** The block's id, or its key in the suggestion. */
  readonly key: string;
  /** What the block said when the page was drawn; another text now means that somebody changed it meanwhile. */
  readonly drawn: string;
  readonly activityId: string | null;
  readonly minutes: number;
  readonly words: string;
  readonly move?: -1 | 1;
}

const found = (plan: Held, key: string): PlanBlock & { readonly id: string } => {
  const block = plan.blocks.find((each) => each.id === key || `t${each.position}` === key);
  if (!block?.id)
    throw new Refusal('Somebody removed this block meanwhile. Go back to the plan to see how it stands.');
  return { ...block, id: block.id };
};

/** Changes a block, and moves it when asked. Raises StaleEdit when somebody else changed this very block meanwhile. */
export const changeBlock = async (scope: Scope, ask: BlockAsk): Promise<void> => {
  const plan = await heldPlan(scope, ask.sessionId);
  const block = found(plan, ask.key);
  const to = { activityId: ask.activityId, minutes: ask.minutes, words: ask.words };
  const now = blockText(block);
  if (blockText(to) !== now && now !== ask.drawn) throw new StaleEdit('block');
  if (blockText(to) !== now)
    await setBlock(scope, block.id, { activity_id: to.activityId, minutes: to.minutes, words: to.words });
  if (ask.move) await reordered(scope, plan.blocks, moved(plan.blocks, block.id, ask.move));
  await changed(scope, plan);
};

/** Takes a block out of a plan. Raises a Refusal when it is the last one. */
export const removeBlock = async (
  scope: Scope,
  ask: { readonly sessionId: string; readonly key: string },
): Promise<void> => {
  const plan = await heldPlan(scope, ask.sessionId);
  const block = found(plan, ask.key);
  if (plan.blocks.length === 1) throw new Refusal('A plan has at least one block. Change this one instead.');
  await scope.tx
    .deleteFrom('delivery.plan_blocks')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', block.id)
    .execute();
  await reordered(
    scope,
    plan.blocks,
    plan.blocks.filter((each) => each.id !== block.id),
  );
  await changed(scope, plan);
};

/** Adds a block after the one at `after` (0: at the beginning). Answers its position. */
export const addBlock = async (
  scope: Scope,
  ask: {
    readonly sessionId: string;
    readonly kind: BlockKind;
    readonly minutes: number;
    readonly words: string;
    readonly after: number;
  },
): Promise<number> => {
  const plan = await heldPlan(scope, ask.sessionId);
  const position = Math.min(Math.max(0, ask.after), plan.blocks.length) + 1;
  for (const block of plan.blocks)
    if (block.id && block.position >= position)
      await setBlock(scope, block.id, { position: block.position + 1 });
  await scope.tx
    .insertInto('delivery.plan_blocks')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      session_id: plan.session.id,
      centre_id: plan.session.centreId,
      position,
      kind: ask.kind,
      minutes: ask.minutes,
      words: ask.words,
    })
    .execute();
  await changed(scope, plan);
  return position;
};

/**
 * Fills a plan with the blocks, activities and words of an earlier one; what happened then is not copied. The blocks
 * it had are gone, so whoever asks has seen them: raises StaleEdit when they changed meanwhile, a Refusal once
 * somebody has written down how the session went.
 */
export const copyPlan = async (
  scope: Scope,
  ask: { readonly sessionId: string; readonly fromSessionId: string; readonly version: number },
): Promise<void> => {
  const from = await sessionOf(scope, ask.fromSessionId);
  const source = from ? await blocksOf(scope, from.id) : [];
  const words = from ? await planRow(scope, from.id) : undefined;
  if (!words || source.length === 0) throw new Refusal('That plan is empty. Choose another one.', 'from');
  const plan = await heldPlan(scope, ask.sessionId);
  if (!plan.begun && plan.version !== ask.version) throw new StaleEdit('plan');
  if (plan.blocks.some((block) => block.done !== null))
    throw new Refusal(
      'This session has been run. Its plan stays as it was, so that what was done can be read.',
    );
  await scope.tx
    .deleteFrom('delivery.plan_blocks')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', plan.session.id)
    .execute();
  await insertBlocks(scope, plan.session, source);
  await changed(scope, plan, { bring: plan.bring || words.bring });
};
