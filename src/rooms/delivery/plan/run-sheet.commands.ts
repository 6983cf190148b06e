import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf, holds } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { noteLoad } from '#rooms/supervision/door.ts';
import { registerStage } from '../register/register.rules.ts';
import { heldPlan } from './plan.commands.ts';
import { sameWent, type Went } from './run-sheet.rules.ts';

export interface ReflectionAsk {
  readonly wentWell: string;
  readonly nextTime: string;
  readonly takeHome: string;
  readonly heavy: boolean;
  /** Somebody told them something that stays with them. */
  readonly told: boolean;
  /** Of the author's own reflection; 0 when there is none. */
  readonly version: number;
}

const writeReflection = async (
  scope: Scope,
  session: { readonly id: string; readonly centreId: string },
  { wentWell, nextTime, takeHome, heavy, told, version }: ReflectionAsk,
): Promise<void> => {
  const account = accountOf(scope.actor);
  if (!account) throw new NotFound('account');
  const own = await scope.tx
    .selectFrom('delivery.reflections')
    .select(['went_well', 'next_time', 'take_home', 'heavy', 'told', 'version'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', session.id)
    .where('account_id', '=', account)
    .forUpdate()
    .executeTakeFirst();
  const same =
    (own?.went_well ?? '') === wentWell &&
    (own?.next_time ?? '') === nextTime &&
    (own?.take_home ?? '') === takeHome &&
    (own?.heavy ?? false) === heavy &&
    (own?.told ?? false) === told;
  if (same) return;
  // One's own words in a second window are as easily lost as a colleague's.
  if ((own?.version ?? 0) !== version) throw new StaleEdit('reflection');
  const words = {
    went_well: wentWell,
    next_time: nextTime,
    take_home: takeHome,
    heavy,
    told,
    version: version + 1,
  };
  await scope.tx
    .insertInto('delivery.reflections')
    .values({
      organisation_id: scope.actor.organisationId,
      session_id: session.id,
      account_id: account,
      centre_id: session.centreId,
      written_at: scope.now.toString(),
      ...words,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'session_id', 'account_id'])
        .doUpdateSet({ ...words, written_at: scope.now.toString() }),
    )
    .execute();
  // Their own word alone, and of a peer supporter alone: it offers them somebody to talk to.
  if (!holds(scope.actor, ['peer_supporter'])) return;
  for (const [kind, said] of [
    ['hard', heavy],
    ['disclosure', told],
  ] as const)
    if (said)
      await noteLoad(scope, {
        accountId: account,
        centreId: session.centreId,
        kind,
        at: scope.now,
        ref: session.id,
      });
};

/**
 * Writes down how a session goes: what was done with each block, and what the author wants to remember. Blocks nobody
 * touched are left alone. A session without a plan gets the one the programme suggests.
 * Raises Refusal before the day of the session, StaleEdit when a colleague said something else of the same block.
 */
export const saveRunSheet = async (
  scope: Scope,
  ask: {
    readonly sessionId: string;
    /** By block id, or by its place in the suggestion (`t3`); `drawn` is what the page showed. */
    readonly blocks: readonly { readonly key: string; readonly drawn: Went; readonly went: Went }[];
    readonly reflection: ReflectionAsk | null;
  },
): Promise<void> => {
  const plan = await heldPlan(scope, ask.sessionId);
  const { session } = plan;
  const stage = registerStage(session, scope.now);
  if (stage === 'ahead')
    throw new Refusal('The run sheet opens on the day of the session. Until then, write in the plan.');
  if (stage === 'called_off') throw new Refusal('This session is called off.');
  for (const { key, drawn, went } of ask.blocks) {
    const block = plan.blocks.find((each) => each.id === key || `t${each.position}` === key);
    if (!block?.id) throw new StaleEdit('run sheet');
    const now: Went = { done: block.done, how: block.adaptedHow };
    if (sameWent(now, went)) continue;
    if (!sameWent(now, drawn)) throw new StaleEdit('run sheet');
    await scope.tx
      .updateTable('delivery.plan_blocks')
      .set({ done: went.done, adapted_how: went.how })
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('id', '=', block.id)
      .execute();
  }
  if (ask.reflection) await writeReflection(scope, session, ask.reflection);
  await scope.audit('delivery.run_sheet_saved', {
    kind: 'session',
    id: session.id,
    centreId: session.centreId,
  });
};
