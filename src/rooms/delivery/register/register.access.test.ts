import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotFound } from '#kernel/refusal.ts';
import { type AccountActor, ROLES, type Role } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { putOnSessions } from '../../../../tests/support/ready.ts';
import type { Family } from '../../../../tests/support/stand.ts';
import { savePlan } from '../plan/plan.commands.ts';
import { closeRegister, markRegister, sayGroundRules } from './register.commands.ts';
import { mayChangeClosing, mayPlan, mayRegister } from './register.policy.ts';
import { type GroupRoom, openRoom } from './room.fixture.ts';

let room: GroupRoom;
let amina: Family;
let session = '';
let closed = '';
const people = new Map<string, AccountActor>();

class Undone extends Error {}

/** Whether the database let the work through; whatever it did is undone. */
const allowed = async (actor: AccountActor, work: (scope: Scope) => Promise<boolean>): Promise<boolean> => {
  let done = false;
  try {
    await room.as(actor, async (scope) => {
      done = await work(scope);
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone) return done;
    if (error instanceof NotFound || (error as { code?: string }).code === '42501') return false;
    throw error;
  }
  return done;
};

const always = async (work: Promise<unknown>): Promise<boolean> => {
  await work;
  return true;
};

beforeAll(async () => {
  room = await openRoom();
  amina = await room.placed('Amina');
  session = room.sessions[3] ?? '';
  closed = room.sessions[2] ?? '';
  for (const role of ROLES) {
    people.set(`${role} here`, await room.staff(role));
    people.set(`${role} elsewhere`, await room.staff(role, room.otherCentreId));
  }
  const grace = people.get('peer_supporter here');
  const joanne = people.get('practitioner here');
  if (!joanne || !grace) throw new Error('nobody');
  await putOnSessions(room, grace.accountId, [session, closed]);
  await room.as(joanne, (scope) =>
    closeRegister(scope, {
      sessionId: closed,
      marks: [{ personId: amina.personId, mark: 'came' }],
      happened: true,
      whyNot: null,
      words: '',
    }),
  );
});
afterAll(() => room.close());

const where = ['here', 'elsewhere'] as const;
const everyone: readonly [Role, (typeof where)[number]][] = ROLES.flatMap((role) =>
  where.map((at): [Role, (typeof where)[number]] => [role, at]),
);

test.each(everyone)('a %s %s may what the policy says, and the database says the same', async (role, at) => {
  const actor = people.get(`${role} ${at}`);
  if (!actor) throw new Error('nobody');
  const marks = [{ personId: amina.personId, mark: 'came' as const }];
  const mark = await allowed(actor, (scope) => always(markRegister(scope, { sessionId: session, marks })));
  expect(mark).toBe(mayRegister(actor, room.centreId));
  const plan = await allowed(actor, (scope) =>
    always(savePlan(scope, { sessionId: session, version: 0, minutes: new Map(), bring: 'Socks', note: '' })),
  );
  expect(plan).toBe(mayPlan(actor, room.centreId));
  const changeClosing = await allowed(actor, async ({ tx }) => {
    const changed = await tx
      .updateTable('delivery.register_closings')
      .set({ words: 'Changed' })
      .where('session_id', '=', closed)
      .executeTakeFirst();
    return changed.numUpdatedRows === 1n;
  });
  expect(changeClosing).toBe(mayChangeClosing(actor, room.centreId));
  const said = await allowed(actor, async (scope) => {
    const before = await scope.tx
      .selectFrom('delivery.groups')
      .select('id')
      .where('id', '=', room.groupId)
      .execute();
    await sayGroundRules(scope, session);
    const after = await scope.tx
      .selectFrom('delivery.groups')
      .select('ground_rules_said_at')
      .where('id', '=', room.groupId)
      .executeTakeFirst();
    return before.length === 1 && after?.ground_rules_said_at !== null;
  });
  expect(said).toBe(mayRegister(actor, room.centreId));
});

test('a peer supporter who is not on the rota reads, and writes nothing', async () => {
  const ruth = await room.staff('peer_supporter');
  const marks = [{ personId: amina.personId, mark: 'came' as const }];
  await expect(room.as(ruth, (scope) => markRegister(scope, { sessionId: session, marks }))).rejects.toThrow(
    'You are not on the rota',
  );
  await expect(
    room.as(ruth, (scope) =>
      savePlan(scope, { sessionId: session, version: 0, minutes: new Map(), bring: 'Socks', note: '' }),
    ),
  ).rejects.toThrow('You are not on the rota');
  const said = await room.as(ruth, async (scope) => {
    await sayGroundRules(scope, session);
    return scope.tx
      .selectFrom('delivery.groups')
      .select('ground_rules_said_at')
      .where('id', '=', room.groupId)
      .executeTakeFirst();
  });
  expect(said?.ground_rules_said_at).toBeNull();
});

test('nobody changes or removes a correction, and a mark is never removed', async () => {
  const joanne = people.get('volunteer_manager here');
  if (!joanne) throw new Error('nobody');
  const remove = (table: 'delivery.corrections' | 'delivery.attendances') =>
    room.as(joanne, ({ tx }) => tx.deleteFrom(table).where('session_id', '=', closed).execute());
  await expect(remove('delivery.corrections')).rejects.toMatchObject({ code: '42501' });
  await expect(remove('delivery.attendances')).rejects.toMatchObject({ code: '42501' });
});
