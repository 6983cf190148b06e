import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { centre } from '#rooms/people/door.ts';
import { assertNotKeptApart } from '../known/known.commands.ts';
import { readinessFacts } from '../readiness/readiness.queries.ts';
import { type CrewPart, type Readiness, readinessOn } from '../readiness/readiness.rules.ts';
import { assertReady, dayTooMany, guarded } from './rota.commands.ts';
import { notOnTheirSessions, type OfWhom, type SessionOfTheirs } from './rota.queries.ts';

/** A session still to come that somebody of the usual crew does not stand on, and why. */
export interface Gap extends SessionOfTheirs {
  readonly readiness: Readiness;
  /** They may, but it would be a day with children too many. */
  readonly tooMany: boolean;
}

const putOn = async (
  scope: Scope,
  rows: readonly Pick<SessionOfTheirs, 'sessionId' | 'accountId' | 'centreId' | 'part' | 'withChildren'>[],
) => {
  if (rows.length === 0) return;
  const { now, actor } = scope;
  const said = rows.map((each) => ({
    session_id: each.sessionId,
    account_id: each.accountId,
    centre_id: each.centreId,
    part: each.part,
    with_children: each.withChildren,
  }));
  // Who stood down by choice stays down; who had to comes back.
  await guarded(() =>
    sql`
      insert into delivery.rota as r (organisation_id, session_id, account_id, centre_id, part, with_children, cover, put_on_at, put_on_by)
      select ${actor.organisationId}::uuid, w.session_id, w.account_id, w.centre_id, w.part, w.with_children, false, ${now.toString()}::timestamptz, ${accountOf(actor)}::uuid
      from json_to_recordset(${JSON.stringify(said)}::json) as w(session_id uuid, account_id uuid, centre_id uuid, part text, with_children boolean)
      order by w.account_id, w.session_id
      on conflict (organisation_id, session_id, account_id) do update
      set stood_down_at = null, stood_down_by = null, stood_down_why = null, stood_down_words = '', put_on_at = excluded.put_on_at, version = r.version + 1
      where r.stood_down_why in ('not_ready', 'suspended', 'crew_ended', 'too_many_days')`.execute(scope.tx),
  );
};

/** The sessions still to come that the usual crew does not stand on, each with whether they may; who stood down by choice is left out. */
export const gapsOf = async (scope: Scope, whom: OfWhom): Promise<readonly Gap[]> => {
  const missing = (await notOnTheirSessions(scope, whom)).filter((each) => each.stoodDownWhy !== 'by_choice');
  const facts = await readinessFacts(
    scope,
    missing.map((each) => each.accountId),
    missing.map((each) => each.on),
  );
  return missing.flatMap((each) => {
    const of = facts.get(each.accountId);
    return of
      ? [{ ...each, readiness: readinessOn(of, each.part, each.on, each.centreId), tooMany: false }]
      : [];
  });
};

/**
 * Puts the usual crew on every session still to come on whose day they may be with families, and answers the sessions
 * that stay without them. Days with children are looked at one after another, because each one counts for the next.
 */
export const fillCrew = async (scope: Scope, whom: OfWhom): Promise<readonly Gap[]> => {
  const all = await gapsOf(scope, whom);
  const may = all.filter((each) => each.readiness.answer === 'yes');
  const counted = (each: Gap) => each.withChildren && each.part !== 'practitioner';
  await putOn(
    scope,
    may.filter((each) => !counted(each)),
  );
  const tooMany: Gap[] = [];
  for (const each of may.filter(counted))
    if (await dayTooMany(scope, each.accountId, each.on)) tooMany.push({ ...each, tooMany: true });
    else await putOn(scope, [each]);
  return [...all.filter((each) => each.readiness.answer !== 'yes'), ...tooMany].toSorted((one, other) =>
    Temporal.Instant.compare(one.startsAt, other.startsAt),
  );
};

/**
 * Somebody begins to run a group: they are put on every session still to come on which they may. Answers the sessions
 * that stay without them, with why. Running it already changes nothing. Raises Refusal, in words, for somebody who may
 * not be with families today, or who should not run this group.
 */
export const addLeader = async (
  scope: Scope,
  group: { readonly id: string; readonly centreId: string },
  accountId: string,
  part: CrewPart,
): Promise<readonly Gap[]> => {
  const at = await centre(scope, group.centreId);
  if (!at) throw new NotFound('group');
  const today = dateAt(scope.now, at.zone);
  await assertReady(scope, { accountId, part, on: today, centreId: group.centreId, anew: true });
  await assertNotKeptApart(scope, { groupId: group.id, accountId, field: 'accountId' });
  await guarded(() =>
    scope.tx
      .insertInto('delivery.leaders')
      .values({
        organisation_id: scope.actor.organisationId,
        id: newId(),
        centre_id: group.centreId,
        group_id: group.id,
        account_id: accountId,
        part,
        from_at: scope.now.toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  const gaps = await fillCrew(scope, { accountIds: [accountId], groupIds: [group.id] });
  await scope.audit('delivery.leader_added', { kind: 'group', id: group.id, centreId: group.centreId });
  return gaps;
};

/** Somebody no longer runs a group: they stand down from its sessions still to come, but not from one they only cover. */
export const endLeader = async (
  scope: Scope,
  group: { readonly id: string; readonly centreId: string },
  leaderId: string,
): Promise<void> => {
  const ended = await scope.tx
    .updateTable('delivery.leaders')
    .set({ until_at: scope.now.toString() })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('group_id', '=', group.id)
    .where('id', '=', leaderId)
    .where('until_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  if (ended)
    await scope.tx
      .updateTable('delivery.rota')
      .set((row) => ({
        stood_down_at: scope.now.toString(),
        stood_down_by: accountOf(scope.actor),
        stood_down_why: 'crew_ended',
        version: row('version', '+', 1),
      }))
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('account_id', '=', ended.account_id)
      .where('cover', '=', false)
      .where('stood_down_at', 'is', null)
      .where('session_id', 'in', (from) =>
        from
          .selectFrom('delivery.sessions as s')
          .select('s.id')
          .where('s.organisation_id', '=', scope.actor.organisationId)
          .where('s.group_id', '=', group.id)
          .where('s.starts_at', '>', scope.now.toString()),
      )
      .execute();
  await scope.audit('delivery.leader_ended', { kind: 'group', id: group.id, centreId: group.centreId });
};
