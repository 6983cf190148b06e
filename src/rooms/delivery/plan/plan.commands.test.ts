import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { activities } from '#rooms/programme/door.ts';
import { putOnSessions } from '../../../../tests/support/ready.ts';
import { type GroupRoom, openRoom } from '../register/room.fixture.ts';
import { sessionOf } from '../sessions/session.queries.ts';
import { addBlock, changeBlock, copyPlan, removeBlock, savePlan } from './plan.commands.ts';
import { blocksOf, plannerOf, plansMissing } from './plan.queries.ts';
import { blockKey, blockText, type PlanBlock } from './plan.rules.ts';
import { saveRunSheet } from './run-sheet.commands.ts';

let room: GroupRoom;
let joanne: AccountActor;
let ruth: AccountActor;
let number = 0;

beforeAll(async () => {
  room = await openRoom();
  joanne = await room.staff('practitioner');
  ruth = await room.staff('peer_supporter');
  await putOnSessions(room, ruth.accountId, [...room.sessions, room.dropInSessionId]);
  await room.placed('Amina');
});
afterAll(() => room.close());

/** A session of the group that nobody has planned. */
const fresh = async () => {
  const made = await room.system(async ({ tx, actor }) => {
    number += 1;
    const id = crypto.randomUUID();
    await tx
      .insertInto('delivery.sessions')
      .values({
        organisation_id: actor.organisationId,
        id,
        centre_id: room.centreId,
        group_id: room.groupId,
        number: 100 + number,
        starts_at: '2026-11-26T10:30:00Z',
        ends_at: '2026-11-26T12:30:00Z',
      })
      .execute();
    return id;
  });
  await putOnSessions(room, ruth.accountId, [made]);
  return made;
};

const planner = (sessionId: string, actor = joanne) =>
  room.as(actor, async (scope) => {
    const session = await sessionOf(scope, sessionId);
    const found = session && (await plannerOf(scope, session));
    if (!found) throw new NotFound('session');
    return found;
  });

const save = (
  sessionId: string,
  actor: AccountActor,
  version: number,
  words: { minutes?: readonly (readonly [string, number])[]; bring?: string; note?: string } = {},
) =>
  room.as(actor, (scope) =>
    savePlan(scope, {
      sessionId,
      version,
      minutes: new Map(words.minutes ?? []),
      bring: words.bring ?? '',
      note: words.note ?? '',
    }),
  );

const blocks = (sessionId: string) => room.system((scope) => blocksOf(scope, sessionId));
const the = (list: readonly PlanBlock[], position: number): PlanBlock => {
  const found = list[position - 1];
  if (!found) throw new NotFound('block');
  return found;
};

describe('a plan', () => {
  test('is what the programme suggests until somebody saves it, and keeps its two hours', async () => {
    const session = await fresh();
    const before = await planner(session);
    expect(before.plan.version).toBe(0);
    expect(before.plan.blocks.map((block) => block.kind)).toContain('check_in');
    expect(before.plan.blocks.reduce((sum, block) => sum + block.minutes, 0)).toBe(120);
    await save(session, joanne, 0, { minutes: [['t1', 5]], bring: 'A cushion' });
    const after = await planner(session);
    expect(after.plan.bring).toBe('A cushion');
    expect(the(after.plan.blocks, 1).minutes).toBe(5);
    expect(after.plan.blocks).toHaveLength(before.plan.blocks.length);
  });

  test('saved by two people: the second is told, and nothing of the first is lost', async () => {
    const session = await fresh();
    await save(session, joanne, 0, { bring: 'A cushion' });
    const { plan } = await planner(session);
    await save(session, joanne, plan.version, { bring: 'Two cushions' });
    await expect(save(session, ruth, plan.version, { bring: 'Socks' })).rejects.toThrow(StaleEdit);
    expect((await planner(session)).plan.bring).toBe('Two cushions');
  });

  test('begun by two people at the same moment is begun once, and one of them is told', async () => {
    const session = await fresh();
    const both = await Promise.allSettled([
      save(session, joanne, 0, { bring: 'A cushion' }),
      save(session, ruth, 0, { bring: 'Socks' }),
    ]);
    expect(both.filter((each) => each.status === 'rejected')).toHaveLength(1);
    const kinds = (await blocks(session)).map((block) => block.kind);
    expect(kinds).toHaveLength((await planner(session)).plan.blocks.length);
    expect(kinds.filter((kind) => kind === 'check_in')).toHaveLength(1);
  });

  test('saved again with the same words changes nothing and bothers nobody', async () => {
    const session = await fresh();
    await save(session, joanne, 0, { bring: 'A cushion' });
    await save(session, ruth, 0, { bring: 'A cushion' });
    expect((await planner(session)).plan.version).toBe(2);
  });

  test('of another centre is not found, and the office does not read plans', async () => {
    const session = await fresh();
    const away = await room.staff('practitioner', room.otherCentreId);
    const office = await room.staff('administrator');
    await expect(save(session, away, 0, { bring: 'x' })).rejects.toThrow(NotFound);
    await expect(save(session, office, 0, { bring: 'x' })).rejects.toMatchObject({ code: '42501' });
  });

  test('tells parents what to bring, and nothing else of it', async () => {
    const session = await fresh();
    const bea = await room.placed('Bea');
    await save(session, joanne, 0, { bring: 'A cushion', note: 'Keep an eye on the door' });
    const accountId = crypto.randomUUID();
    const parent: AccountActor = {
      ...joanne,
      accountId,
      personId: bea.personId,
      side: 'family',
      roles: [],
    };
    const { sql } = await import('kysely');
    const [bring, plans] = await room.as(parent, async ({ tx }) => [
      await sql<{ bring: string }>`select delivery.bring_for(${session}::uuid) as bring`.execute(tx),
      await tx.selectFrom('delivery.plans').selectAll().execute(),
    ]);
    expect(bring.rows[0]?.bring).toBe('A cushion');
    expect(plans).toEqual([]);
    const stranger = { ...parent, personId: crypto.randomUUID() };
    const none = await room.as(stranger, ({ tx }) =>
      sql<{ bring: string | null }>`select delivery.bring_for(${session}::uuid) as bring`.execute(tx),
    );
    expect(none.rows[0]?.bring).toBeNull();
  });

  test('missing for a session to come is on the list until somebody begins it', async () => {
    room.now = Temporal.Instant.from('2026-11-30T09:00:00Z');
    const until = Temporal.Instant.from('2026-12-10T09:00:00Z');
    const missing = () => room.as(joanne, (scope) => plansMissing(scope, [room.centreId], until));
    const next = room.sessions[4] ?? '';
    expect((await missing()).map((each) => each.id)).toEqual([next]);
    await save(next, joanne, 0, { note: 'Begun' });
    expect(await missing()).toEqual([]);
    room.now = Temporal.Instant.from('2026-11-26T12:40:00Z');
  });
});

describe('a block', () => {
  const change = (
    sessionId: string,
    actor: AccountActor,
    block: PlanBlock,
    to: Partial<Parameters<typeof changeBlock>[1]>,
  ) =>
    room.as(actor, (scope) =>
      changeBlock(scope, {
        sessionId,
        key: blockKey(block),
        drawn: blockText(block),
        activityId: block.activityId,
        minutes: block.minutes,
        words: block.words,
        ...to,
      }),
    );

  test('of a plan nobody has saved is filled, and the plan is begun by it', async () => {
    const session = await fresh();
    const { plan } = await planner(session);
    const [one] = await room.as(joanne, (scope) => activities(scope, { block: 'arriving' }));
    await change(session, joanne, the(plan.blocks, 1), { activityId: one?.id ?? null, words: 'Ruth begins' });
    const after = await planner(session);
    expect(the(after.plan.blocks, 1)).toMatchObject({ activityId: one?.id, words: 'Ruth begins' });
    expect(after.activities.get(one?.id ?? '')?.title).toBe(one?.title);
  });

  test('changed by two people is a stale edit only when it is the same block', async () => {
    const session = await fresh();
    await save(session, joanne, 0, { note: 'Begun' });
    const before = await blocks(session);
    await change(session, joanne, the(before, 1), { words: 'Joanne' });
    await change(session, ruth, the(before, 2), { words: 'Ruth' });
    await expect(change(session, ruth, the(before, 1), { words: 'Ruth too' })).rejects.toThrow(StaleEdit);
    expect((await blocks(session)).slice(0, 2).map((block) => block.words)).toEqual(['Joanne', 'Ruth']);
  });

  test('moves, is added and is removed, and the order has no gap', async () => {
    const session = await fresh();
    await save(session, joanne, 0, { note: 'Begun' });
    const before = await blocks(session);
    await change(session, joanne, the(before, 3), { move: -1 });
    expect((await blocks(session)).map((block) => block.id).slice(1, 3)).toEqual([
      the(before, 3).id,
      the(before, 2).id,
    ]);
    const position = await room.as(ruth, (scope) =>
      addBlock(scope, { sessionId: session, kind: 'learning', minutes: 10, words: 'A song', after: 1 }),
    );
    expect(position).toBe(2);
    await room.as(joanne, (scope) =>
      removeBlock(scope, { sessionId: session, key: the(before, 1).id ?? '' }),
    );
    const after = await blocks(session);
    expect(after.map((block) => block.position)).toEqual(after.map((_, at) => at + 1));
    expect(the(after, 1)).toMatchObject({ kind: 'learning', words: 'A song' });
    await expect(change(session, ruth, the(before, 1), { words: 'late' })).rejects.toThrow(
      'removed this block',
    );
  });

  test('is copied from an earlier plan with its words, and not with what happened then', async () => {
    const [first, second] = [await fresh(), await fresh()];
    await save(first, joanne, 0, { bring: 'A cushion', minutes: [['t1', 7]] });
    const [block] = await blocks(first);
    await room.as(joanne, (scope) =>
      saveRunSheet(scope, {
        sessionId: first,
        blocks: [
          { key: block?.id ?? '', drawn: { done: null, how: '' }, went: { done: 'left_out', how: 'Late' } },
        ],
        reflection: null,
      }),
    );
    const copy = (sessionId: string, fromSessionId: string, version: number) =>
      room.as(ruth, (scope) => copyPlan(scope, { sessionId, fromSessionId, version }));
    await copy(second, first, 0);
    const after = await planner(second);
    expect(after.plan.bring).toBe('A cushion');
    expect(the(after.plan.blocks, 1)).toMatchObject({ minutes: 7, done: null, adaptedHow: '' });
    await expect(copy(second, first, 1)).rejects.toThrow(StaleEdit);
    await expect(copy(first, second, (await planner(first)).plan.version)).rejects.toThrow(Refusal);
  });
});

describe('a run sheet', () => {
  const sheet = (
    sessionId: string,
    actor: AccountActor,
    rows: Parameters<typeof saveRunSheet>[1]['blocks'],
    reflection: Partial<NonNullable<Parameters<typeof saveRunSheet>[1]['reflection']>> | null = null,
  ) =>
    room.as(actor, (scope) =>
      saveRunSheet(scope, {
        sessionId,
        blocks: rows,
        reflection: reflection && {
          wentWell: '',
          nextTime: '',
          takeHome: '',
          heavy: false,
          told: false,
          version: 0,
          ...reflection,
        },
      }),
    );
  const nothing = { done: null, how: '' } as const;

  test('without a plan keeps what was done of what the programme suggests', async () => {
    const session = await fresh();
    await sheet(session, ruth, [{ key: 't2', drawn: nothing, went: { done: 'adapted', how: 'Outside' } }]);
    expect(the(await blocks(session), 2)).toMatchObject({ done: 'adapted', adaptedHow: 'Outside' });
  });

  test('by two people at once loses nothing; two words for one block are a stale edit', async () => {
    const session = await fresh();
    await save(session, joanne, 0, { note: 'Begun' });
    const list = await blocks(session);
    const row = (position: number, done: 'as_planned' | 'left_out') => [
      { key: the(list, position).id ?? '', drawn: nothing, went: { done, how: '' } },
    ];
    await Promise.all([
      sheet(session, joanne, row(1, 'as_planned')),
      sheet(session, ruth, row(2, 'left_out')),
    ]);
    expect((await blocks(session)).slice(0, 2).map((block) => block.done)).toEqual([
      'as_planned',
      'left_out',
    ]);
    await expect(sheet(session, ruth, row(1, 'left_out'))).rejects.toThrow(StaleEdit);
  });

  test('keeps each person’s own reflection; a peer supporter does not read a colleague’s', async () => {
    const session = await fresh();
    await sheet(session, joanne, [], { wentWell: 'Quiet and warm' });
    await sheet(session, ruth, [], { nextTime: 'More time for tea', heavy: true });
    const seenBy = (actor: AccountActor) =>
      room.as(actor, ({ tx }) =>
        tx
          .selectFrom('delivery.reflections')
          .select(['went_well', 'next_time', 'heavy'])
          .where('session_id', '=', session)
          .orderBy('heavy')
          .execute(),
      );
    expect(await seenBy(joanne)).toHaveLength(2);
    expect(await seenBy(ruth)).toEqual([{ went_well: '', next_time: 'More time for tea', heavy: true }]);
    await expect(sheet(session, ruth, [], { nextTime: 'Another window', version: 0 })).rejects.toThrow(
      StaleEdit,
    );
    await sheet(session, ruth, [], { nextTime: 'Another window', version: 1 });
    expect((await seenBy(ruth))[0]?.next_time).toBe('Another window');
  });

  test('is there for the next plan as what was done last time', async () => {
    const [last, next] = [await fresh(), await fresh()];
    await save(last, joanne, 0, { note: 'Begun' });
    await sheet(last, joanne, [], { wentWell: 'The body scan ran long and everyone liked it.' });
    const { lastTime } = await planner(next);
    expect(lastTime?.reflections.map((each) => each.wentWell)).toEqual([
      'The body scan ran long and everyone liked it.',
    ]);
    expect((await planner(next, ruth)).lastTime?.reflections).toEqual([]);
  });

  test('waits for the day of the session', async () => {
    room.now = Temporal.Instant.from('2026-11-25T18:00:00Z');
    await expect(sheet(await fresh(), joanne, [])).rejects.toThrow('opens on the day');
    room.now = Temporal.Instant.from('2026-11-26T12:40:00Z');
  });
});
