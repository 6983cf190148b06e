import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { centre } from '#rooms/people/door.ts';
import { DUTY_ROLES, type Duty, onDuty, teamAt } from '../owner/owner.queries.ts';
import { type Clock, FIRST_CLOCK } from '../owner/owner.rules.ts';

const inTurn: Readonly<Record<Duty, string>> = {
  owner: 'the owner',
  deputy: 'the deputy',
  last: 'the last to be told',
};

/**
 * Puts somebody on duty for concerns at a centre, from this moment; whoever held the duty is relieved of it.
 * For the house and the service lead. Raises a Refusal (field: the duty) when they hold no role there that may
 * read concerns, or have another duty there already. Setting what is already so changes nothing.
 */
export const setDuty = async (
  scope: Scope,
  {
    centreId,
    accountId,
    duty,
  }: { readonly centreId: string; readonly accountId: string; readonly duty: Duty },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const duties = await onDuty(scope, centreId);
  const held = duties.filter((each) => each.duty === duty);
  if (held.length === 1 && held[0]?.accountId === accountId) return;
  const other = duties.find((each) => each.accountId === accountId && each.duty !== duty);
  if (other)
    throw new Refusal(
      `This person is ${inTurn[other.duty]} here already. One person cannot be two steps of the same chain.`,
      duty,
    );
  const { members } = await teamAt(scope, centreId, duties);
  const member = members.find((each) => each.accountId === accountId);
  if (!member) throw new NotFound('account');
  if (!member.roles.some((role) => DUTY_ROLES.includes(role)))
    throw new Refusal(
      // No name in it: messages about a field are counted and kept.
      'This person has no role here that may read concerns. Choose a volunteer manager, coordinator, practitioner, specialist or service lead.',
      duty,
    );
  await relieve(scope, centreId, duty);
  await tx
    .insertInto('safeguarding.duties')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      centre_id: centreId,
      account_id: accountId,
      duty,
      from_at: now.toString(),
    })
    .execute();
  await scope.audit('safeguarding.duty_set', { kind: 'account', id: accountId, centreId });
};

/** Ends a duty at a centre from this moment, whoever holds it. For the house and the service lead. */
export const relieve = async (scope: Scope, centreId: string, duty: Duty): Promise<void> => {
  await scope.tx
    .updateTable('safeguarding.duties')
    .set({ until_at: scope.now.toString() })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('centre_id', '=', centreId)
    .where('duty', '=', duty)
    .where('until_at', 'is', null)
    .execute();
};

/**
 * Sets the owner, deputy and last of a centre together (null: nobody), so that two of them can change places.
 * Raises what `setDuty` raises, and NotFound for a centre that is not there.
 */
export const setDuties = async (
  scope: Scope,
  centreId: string,
  wanted: Readonly<Record<Duty, string | null>>,
): Promise<void> => {
  if (!(await centre(scope, centreId))) throw new NotFound('centre');
  const duties = await onDuty(scope, centreId);
  for (const duty of Object.keys(wanted) as Duty[])
    if (duties.some((each) => each.duty === duty && each.accountId !== wanted[duty]))
      await relieve(scope, centreId, duty);
  for (const duty of Object.keys(wanted) as Duty[]) {
    const accountId = wanted[duty];
    if (accountId) await setDuty(scope, { centreId, accountId, duty });
  }
};

/** Sets the clock that concerns are raised under from a date on. For the house and the service lead. */
export const setClock = async (scope: Scope, from: Temporal.PlainDate, clock: Clock): Promise<void> => {
  const minutes = {
    acknowledge_within_minutes: clock.acknowledgeWithinMinutes,
    escalate_again_after_minutes: clock.escalateAgainAfterMinutes,
  };
  await scope.tx
    .insertInto('safeguarding.clocks')
    .values({ organisation_id: scope.actor.organisationId, effective_from: from.toString(), ...minutes })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'effective_from']).doUpdateSet(minutes))
    .execute();
  await scope.audit('safeguarding.clock_set', { kind: 'organisation', id: scope.actor.organisationId });
};

/** Gives a new organisation the clock it begins with; changes nothing where there is one. `from` is its first day. */
export const loadClocks = async (scope: Scope, from?: Temporal.PlainDate): Promise<void> => {
  const there = await scope.tx
    .selectFrom('safeguarding.clocks')
    .select('effective_from')
    .where('organisation_id', '=', scope.actor.organisationId)
    .limit(1)
    .executeTakeFirst();
  if (!there) await setClock(scope, from ?? dateAt(scope.now, 'UTC'), FIRST_CLOCK);
};
