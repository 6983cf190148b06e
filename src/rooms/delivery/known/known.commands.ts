import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { isParent, isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';

/** To the team: never that two people know each other, nor who said so. */
const NOT_THIS_GROUP =
  'This group is not the right one for this parent. Offer another group, or ask the volunteer manager who runs it.';
const NOT_THIS_SUPPORTER =
  'Somebody else is the better choice for this group. Choose another person to run it, or ask the volunteer manager.';
const RING_US = 'Ring the centre before you answer: they find the group that is right for you.';

const keptApart = async (
  { tx }: Scope,
  personIds: readonly string[],
  accountIds: readonly string[],
): Promise<boolean> => {
  if (personIds.length === 0 || accountIds.length === 0) return false;
  const { rows } = await sql<{
    apart: boolean;
  }>`select delivery.kept_apart(${[...personIds]}::uuid[], ${[...accountIds]}::uuid[]) as apart`.execute(tx);
  return rows[0]?.apart ?? false;
};

/**
 * Refuses to put somebody of the team (`accountId`) in charge of a group in which a parent they know holds a place or
 * an offer. The Refusal says that somebody else is the better choice and nothing of why. `field` is what it is about.
 */
export const assertNotKeptApart = async (
  scope: Scope,
  {
    groupId,
    accountId,
    field,
  }: { readonly groupId: string; readonly accountId: string; readonly field?: string },
): Promise<void> => {
  const rows = await scope.tx
    .selectFrom('delivery.places')
    .select('person_id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('group_id', '=', groupId)
    .where('declined_at', 'is', null)
    .where('lapsed_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
  const persons = rows.map((row) => row.person_id);
  if (await keptApart(scope, persons, [accountId])) throw new Refusal(NOT_THIS_SUPPORTER, field);
};

/**
 * Refuses a place in a group that is run by somebody who knows this parent, in words that do not say so. The house
 * is not asked: what it arranges in the night is put right by the volunteer manager, who is told of the group.
 */
export const assertRightGroup = async (
  scope: Scope,
  {
    groupId,
    personId,
    field,
  }: { readonly groupId: string; readonly personId: string; readonly field?: string },
): Promise<void> => {
  if (isSystem(scope.actor)) return;
  const { rows } = await sql<{ account_id: string }>`
    select l.account_id from delivery.leaders l
    where l.organisation_id = ${scope.actor.organisationId} and l.group_id = ${groupId} and l.until_at is null
    union
    select r.account_id from delivery.rota r join delivery.sessions s on s.organisation_id = r.organisation_id and s.id = r.session_id
    where r.organisation_id = ${scope.actor.organisationId} and s.group_id = ${groupId} and r.stood_down_at is null
      and s.called_off_at is null and s.ends_at > ${scope.now.toString()}::timestamptz`.execute(scope.tx);
  const crew = rows.map((row) => row.account_id);
  if (!(await keptApart(scope, [personId], crew))) return;
  throw isParent(scope.actor) ? new Refusal(RING_US) : new Refusal(NOT_THIS_GROUP, field);
};

/**
 * Says that the actor and somebody else know each other. A parent names the account of somebody who runs one of their
 * groups, a supporter the file of a family they meet. Saying it twice changes nothing; NotFound for anybody else.
 */
export const sayWeKnow = async (scope: Scope, other: string): Promise<void> => {
  const { tx, now } = scope;
  const { rows } = await sql<{ made: string | null; there: boolean }>`
    select delivery.say_we_know(${other}::uuid, ${newId()}::uuid, ${now.toString()}::timestamptz) as made,
      exists (select from delivery.own_known() k where k.other = ${other}::uuid) as there`.execute(tx);
  const said = rows[0];
  if (!said?.made) {
    if (said?.there) return;
    throw new NotFound('person');
  }
  // The row itself says who; the audit holds only that somebody said something of themselves.
  await scope.audit('delivery.known_said', { kind: 'known_pair', id: said.made });
};

/** Takes back what the actor said themselves. NotFound when they did not say it, or have taken it back. */
export const takeBackKnown = async (scope: Scope, pairId: string): Promise<void> => {
  const { tx, actor, now } = scope;
  const done = await tx
    .updateTable('delivery.known_pairs')
    .set({ taken_back_at: now.toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', pairId)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new NotFound('statement');
  await scope.audit('delivery.known_taken_back', { kind: 'known_pair', id: pairId });
};
