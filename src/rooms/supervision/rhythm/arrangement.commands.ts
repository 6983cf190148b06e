import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { accountsAt, centre } from '#rooms/people/door.ts';
import { mayKeep, mayLookAfter, SUPERVISES } from '../supervision.policy.ts';
import { arrangementById, arrangementsOf } from './arrangement.queries.ts';
import { keepRhythm } from './keep.commands.ts';
import { dueDay, pausesFrom } from './rhythm.rules.ts';
import type { Form } from './rhythm.shape.ts';
import { rulesOn } from './rules.queries.ts';

/** A beginning on a weekend is counted from the Monday after it, so that due days are working days. */
const fromMonday = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.dayOfWeek <= 5 ? day : day.add({ days: 8 - day.dayOfWeek });

export interface Beginning {
  readonly accountId: string;
  readonly centreId: string;
  readonly supervisorId: string | null;
  readonly form?: Form;
  /** Today at the centre unless told. */
  readonly beginsOn?: Temporal.PlainDate;
  /** Began with their welcome: early check-ins are for them. */
  readonly newcomer?: boolean;
}

/**
 * Opens the arrangement of a peer supporter and answers its id; where one runs already, that one's. The rhythm is counted
 * from its first day. For RECRUITS and the house. Raises Refusal for somebody who would supervise themselves, NotFound
 * for a centre that is not there.
 */
export const beginArrangement = async (scope: Scope, ask: Beginning): Promise<string> => {
  const [running] = await arrangementsOf(scope, [ask.accountId]);
  if (running) return running.id;
  const at = await centre(scope, ask.centreId);
  if (!at) throw new NotFound('centre');
  assertNotThemselves(ask.accountId, [ask.supervisorId]);
  const today = dateAt(scope.now, at.zone);
  const beginsOn = fromMonday(ask.beginsOn ?? today);
  const rules = await rulesOn(scope, today);
  const dueOn = dueDay(beginsOn, rules.oneToOne.everyDays, 1);
  const id = newId();
  await scope.tx
    .insertInto('supervision.arrangements')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      centre_id: ask.centreId,
      account_id: ask.accountId,
      supervisor_id: ask.supervisorId,
      form: ask.form ?? 'one_to_one',
      newcomer: ask.newcomer ?? false,
      begins_on: beginsOn.toString(),
      due_on: dueOn.toString(),
      pauses_on: pausesFrom(dueOn, rules.graceDays, []).toString(),
      started_at: scope.now.toString(),
    })
    .execute();
  await scope.audit('supervision.began', { kind: 'arrangement', id, centreId: ask.centreId });
  await keepRhythm(scope, ask.accountId);
  return id;
};

const assertNotThemselves = (accountId: string, who: readonly (string | null)[]) => {
  if (who.includes(accountId))
    throw new Refusal('Nobody supervises themselves. Choose somebody else.', 'supervisorId');
};

export interface Change {
  readonly supervisorId: string | null;
  readonly coverId: string | null;
  readonly form: Form;
  readonly version: number;
}

/**
 * Names another supervisor or cover, or changes the form. The days of the rhythm stay where they were; proposals that no
 * longer fit are made anew. Raises NotFound, StaleEdit, and Refusal for somebody of another team or for themselves.
 */
export const changeArrangement = async (scope: Scope, id: string, ask: Change): Promise<void> => {
  const found = await arrangementById(scope, id);
  if (!found || found.endedAt || !mayKeep(scope.actor, found)) throw new NotFound('arrangement');
  if (found.version !== ask.version) throw new StaleEdit('arrangement');
  assertNotThemselves(found.accountId, [ask.supervisorId, ask.coverId]);
  if (ask.supervisorId !== null && ask.supervisorId === ask.coverId)
    throw new Refusal('The cover is somebody else than the supervisor, or nobody.', 'coverId');
  const named = [
    ['supervisorId', ask.supervisorId, found.supervisorId],
    ['coverId', ask.coverId, found.coverId],
  ] as const;
  const team = new Set((await accountsAt(scope, found.centreId, SUPERVISES)).map((each) => each.accountId));
  for (const [field, chosen, before] of named)
    if (chosen !== null && chosen !== before && !team.has(chosen))
      throw new Refusal('Choose somebody of the team of this centre.', field);
  if (!mayLookAfter(scope.actor, found.centreId) && ask.supervisorId !== found.supervisorId)
    throw new Refusal(
      'Who supervises is decided by a volunteer manager or programme coordinator of the centre. Ask them.',
      'supervisorId',
    );
  const done = await scope.tx
    .updateTable('supervision.arrangements')
    .set({
      supervisor_id: ask.supervisorId,
      cover_id: ask.coverId,
      form: ask.form,
      version: found.version + 1,
    })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', id)
    .where('version', '=', ask.version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new StaleEdit('arrangement');
  await scope.audit('supervision.arranged', { kind: 'arrangement', id, centreId: found.centreId });
  await keepRhythm(scope, found.accountId);
};

/** Ends the arrangement of somebody who is no longer a peer supporter here, with why; nothing where none runs. For the house. */
export const endArrangement = async (scope: Scope, accountId: string, why: string): Promise<void> => {
  const [running] = await arrangementsOf(scope, [accountId]);
  if (!running) return;
  await scope.tx
    .updateTable('supervision.arrangements')
    .set({ ended_at: scope.now.toString(), ended_why: why, pauses_on: null })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', running.id)
    .execute();
  await scope.audit('supervision.ended', {
    kind: 'arrangement',
    id: running.id,
    centreId: running.centreId,
  });
};

/** A supervisor or cover who may no longer be one is named no more, and somebody else is asked for. For the house. */
export const leaveAsSupervisor = async (
  scope: Scope,
  accountId: string,
  accounts: readonly string[],
): Promise<void> => {
  for (const column of ['supervisor_id', 'cover_id'] as const)
    await scope.tx
      .updateTable('supervision.arrangements')
      .set((row) => ({ [column]: null, version: row('version', '+', 1) }))
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('ended_at', 'is', null)
      .where(column, '=', accountId)
      .where('account_id', 'in', [...accounts])
      .execute();
};

/** Whether whoever acts keeps this arrangement, and as what. */
export const actsAs = (
  scope: Scope,
  of: { readonly supervisorId: string | null; readonly coverId: string | null },
): string | null => {
  const me = accountOf(scope.actor);
  return me !== null && (me === of.supervisorId || me === of.coverId) ? me : of.supervisorId;
};
