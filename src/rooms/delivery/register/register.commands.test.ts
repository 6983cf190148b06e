import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { recordLoss, releaseSafety } from '#rooms/families/door.ts';
import { putOnSessions } from '../../../../tests/support/ready.ts';
import type { Family } from '../../../../tests/support/stand.ts';
import { sessionOf } from '../sessions/session.queries.ts';
import { correctRegister } from './correct.commands.ts';
import { followUp } from './follow-up.commands.ts';
import { toFollowUp } from './follow-up.queries.ts';
import { closeRegister, type MarkAsk, markRegister } from './register.commands.ts';
import { findPeople, marksOf, registerOf } from './register.queries.ts';
import { AFTERWARDS, type GroupRoom, openRoom } from './room.fixture.ts';

let room: GroupRoom;
let joanne: AccountActor;
let ruth: AccountActor;
let amina: Family;
let bea: Family;
let session: string;

const came = (parent: Family, more: Partial<MarkAsk> = {}): MarkAsk => ({
  personId: parent.personId,
  mark: 'came',
  ...more,
});

const mark = (actor: AccountActor, marks: readonly MarkAsk[], sessionId = session) =>
  room.as(actor, (scope) => markRegister(scope, { sessionId, marks }));

const close = (actor: AccountActor, marks: readonly MarkAsk[] = [], sessionId = session) =>
  room.as(actor, (scope) =>
    closeRegister(scope, { sessionId, marks, happened: true, whyNot: null, words: '' }),
  );

const marks = (sessionId = session) => room.system((scope) => marksOf(scope, sessionId));

const registerSeenBy = (actor: AccountActor, sessionId = session) =>
  room.as(actor, async (scope) => {
    const found = await sessionOf(scope, sessionId);
    if (!found) throw new NotFound('session');
    return registerOf(scope, found);
  });

beforeAll(async () => {
  room = await openRoom();
  joanne = await room.member('Joanne Price', ['practitioner']);
  ruth = await room.member('Ruth Bell', ['peer_supporter']);
  await putOnSessions(room, ruth.accountId, [...room.sessions, room.dropInSessionId]);
  amina = await room.placed('Amina');
  bea = await room.placed('Bea');
});
afterAll(() => room.close());

// Each test has a session of its own, on the day of the session that has just ended.
beforeEach(async () => {
  room.now = AFTERWARDS;
  session = await room.system(async ({ tx, actor }) => {
    const number = await tx
      .selectFrom('delivery.sessions')
      .select(({ fn }) => fn.max('number').as('most'))
      .where('organisation_id', '=', actor.organisationId)
      .where('group_id', '=', room.groupId)
      .executeTakeFirstOrThrow();
    const id = crypto.randomUUID();
    await tx
      .insertInto('delivery.sessions')
      .values({
        organisation_id: actor.organisationId,
        id,
        centre_id: room.centreId,
        group_id: room.groupId,
        number: Number(number.most) + 1,
        starts_at: '2026-11-26T10:30:00Z',
        ends_at: '2026-11-26T12:30:00Z',
      })
      .execute();
    return id;
  });
  await putOnSessions(room, ruth.accountId, [session]);
});

describe('marking', () => {
  test('is kept, by a practitioner and by a peer supporter of the centre', async () => {
    await mark(joanne, [came(amina, { partnerCame: true })]);
    await mark(ruth, [came(bea, { mark: 'late' })]);
    const now = await marks();
    expect(now.get(amina.personId)).toMatchObject({ mark: 'came', partnerCame: true, version: 1 });
    expect(now.get(bea.personId)).toMatchObject({ mark: 'late', version: 1 });
  });

  test('two people at once lose nothing of each other', async () => {
    await Promise.all([mark(joanne, [came(amina)]), mark(ruth, [came(bea, { mark: 'sent_word' })])]);
    const now = await marks();
    expect(now.get(amina.personId)?.mark).toBe('came');
    expect(now.get(bea.personId)?.mark).toBe('sent_word');
  });

  test('of one parent by two people to different things is a stale edit for the second, and nothing of theirs is half saved', async () => {
    await mark(joanne, [came(amina)]);
    await expect(mark(ruth, [came(amina, { mark: 'did_not_come' }), came(bea)])).rejects.toThrow(StaleEdit);
    const now = await marks();
    expect(now.get(amina.personId)?.mark).toBe('came');
    expect(now.has(bea.personId)).toBe(false);
    await mark(ruth, [came(amina, { mark: 'did_not_come', version: 1 }), came(bea)]);
    expect((await marks()).get(amina.personId)).toMatchObject({ mark: 'did_not_come', version: 2 });
  });

  test('of one parent by two people to the same thing is no conflict', async () => {
    await mark(joanne, [came(amina)]);
    await mark(ruth, [came(amina), came(bea)]);
    expect((await marks()).get(bea.personId)?.mark).toBe('came');
  });

  test('a choice the page made never stands over what a person wrote', async () => {
    await mark(joanne, [came(amina)]);
    await mark(ruth, [came(amina, { mark: 'sent_word', touched: false })]);
    expect((await marks()).get(amina.personId)?.mark).toBe('came');
  });

  test('twenty people who save the same two rows in either order all finish', async () => {
    const saves = Array.from({ length: 20 }, (_, at) =>
      mark(at % 2 ? joanne : ruth, at % 2 ? [came(amina), came(bea)] : [came(bea), came(amina)]),
    );
    await expect(Promise.all(saves)).resolves.toHaveLength(20);
    expect((await marks()).get(amina.personId)?.version).toBe(1);
  });

  test('waits for the day of the session', async () => {
    room.now = Temporal.Instant.from('2026-11-25T18:00:00Z');
    await expect(mark(joanne, [came(amina)])).rejects.toThrow('opens on the day');
  });

  test('of somebody the actor may not know is not found', async () => {
    const hidden = await room.stranger('Hidden Khan', '2027-03-04');
    await expect(mark(ruth, [came(hidden)])).rejects.toThrow(NotFound);
  });

  test('of a guest by staff introduces them, so that the peer supporter sees them too', async () => {
    const guest = await room.stranger('Gia Khan', '2027-03-04');
    expect((await registerSeenBy(ruth)).rows.map((row) => row.personId)).not.toContain(guest.personId);
    await mark(joanne, [came(guest, { guest: true })]);
    expect((await registerSeenBy(ruth)).rows.map((row) => row.personId)).toContain(guest.personId);
  });

  test('a peer supporter says that the ground rules were said, and can change nothing else of the group', async () => {
    await room.as(ruth, (scope) =>
      markRegister(scope, { sessionId: session, marks: [], groundRulesSaid: true }),
    );
    const said = await room.system((scope) => sessionOf(scope, session));
    expect(said?.groundRulesSaidAt?.toString()).toBe(AFTERWARDS.toString());
    const renamed = await room.as(ruth, ({ tx }) =>
      tx
        .updateTable('delivery.groups')
        .set({ name: 'Mine' })
        .where('id', '=', room.groupId)
        .executeTakeFirst(),
    );
    expect(renamed.numUpdatedRows).toBe(0n);
  });
});

describe('closing', () => {
  test('needs a mark for everyone of the group, keeps the last marks in the same breath, and is announced once', async () => {
    await expect(close(joanne, [came(amina)])).rejects.toThrow('1 parent is not marked yet');
    expect((await marks()).size).toBe(0);
    await close(ruth, [came(amina), came(bea, { mark: 'did_not_come' })]);
    await expect(close(joanne)).rejects.toThrow(Refusal);
    const announced = await room.system(({ tx }) =>
      sql`select 1 from graphile_worker._private_jobs where key = ${`register_closed:${session}`}`.execute(
        tx,
      ),
    );
    expect(announced.rows).toHaveLength(1);
    const closings = await room.system(({ tx }) =>
      tx
        .selectFrom('delivery.register_closings')
        .select(['happened', 'closed_by'])
        .where('session_id', '=', session)
        .execute(),
    );
    expect(closings).toEqual([{ happened: true, closed_by: ruth.accountId }]);
  });

  test('ends the marking: a save that comes later is refused and changes nothing', async () => {
    await close(joanne, [came(amina), came(bea)]);
    await expect(mark(ruth, [came(amina, { mark: 'late', version: 1 })])).rejects.toThrow(
      'closed this register',
    );
    expect((await marks()).get(amina.personId)?.mark).toBe('came');
  });

  test('and a mark at the same moment: the mark is in the register or it is refused', async () => {
    const guest = await room.stranger('Gia Khan', '2027-03-04');
    const [marking] = await Promise.allSettled([
      mark(ruth, [came(bea, { mark: 'late', version: 0 })]),
      close(joanne, [came(amina), came(guest), came(bea, { touched: false })]),
    ]);
    const there = (await marks()).get(bea.personId)?.mark;
    expect(there).toBe(marking.status === 'fulfilled' ? 'late' : 'came');
  });

  test('of a session that did not happen needs why, and nobody is asked after', async () => {
    await expect(
      room.as(joanne, (scope) =>
        closeRegister(scope, { sessionId: session, marks: [], happened: false, whyNot: null, words: '' }),
      ),
    ).rejects.toThrow('why the session did not happen');
    await room.as(joanne, (scope) =>
      closeRegister(scope, {
        sessionId: session,
        marks: [came(amina, { mark: 'did_not_come' })],
        happened: false,
        whyNot: 'weather',
        words: 'Snow',
      }),
    );
    const waiting = await room.as(joanne, (scope) => toFollowUp(scope, [room.centreId]));
    expect(waiting.filter((each) => each.sessionId === session)).toEqual([]);
  });
});

describe('correcting', () => {
  const correct = (
    actor: AccountActor,
    rows: readonly MarkAsk[],
    to: Parameters<typeof correctRegister>[1]['session'] = null,
  ) =>
    room.as(actor, (scope) =>
      correctRegister(scope, { sessionId: session, marks: rows, session: to, why: 'She came at noon' }),
    );

  test('leaves a trace of what was, what became, who and why', async () => {
    await close(joanne, [came(amina), came(bea, { mark: 'did_not_come' })]);
    await correct(ruth, [came(bea, { mark: 'late', version: 1 })]);
    const seen = await registerSeenBy(joanne);
    expect(seen.corrections).toMatchObject([
      {
        personId: bea.personId,
        was: { mark: 'did_not_come', partnerCame: false, babyCame: false },
        became: { mark: 'late', partnerCame: false, babyCame: false },
        why: 'She came at noon',
        by: 'Ruth Bell',
      },
    ]);
    await expect(correct(joanne, [came(bea, { mark: 'late', version: 2 })])).rejects.toThrow(Refusal);
  });

  test('is refused while the register is open', async () => {
    await expect(correct(joanne, [came(bea)])).rejects.toThrow('still open');
  });

  test('of the session itself is for staff, and never makes it longer', async () => {
    await close(joanne, [came(amina), came(bea)]);
    const end = (text: string) => ({ happened: true, whyNot: null, ended: Temporal.Instant.from(text) });
    await expect(correct(ruth, [], end('2026-11-26T12:00:00Z'))).rejects.toThrow(NotFound);
    await expect(correct(joanne, [], end('2026-11-26T12:45:00Z'))).rejects.toThrow('cannot be made longer');
    await correct(joanne, [], end('2026-11-26T12:00:00Z'));
    expect((await room.system((scope) => sessionOf(scope, session)))?.minutes).toBe(90);
    await correct(joanne, [], { happened: false, whyNot: 'illness', ended: null });
    expect((await registerSeenBy(joanne)).session.closed).toMatchObject({
      happened: false,
      whyNot: 'illness',
    });
    expect((await registerSeenBy(joanne)).corrections).toHaveLength(2);
  });
});

describe('asking after those who did not come', () => {
  const waiting = async (actor: AccountActor) =>
    (await room.as(actor, (scope) => toFollowUp(scope, [room.centreId]))).filter(
      (each) => each.sessionId === session,
    );

  test('follows a closed register, within the days the programme promises, and ends when somebody asked', async () => {
    await mark(joanne, [came(amina), came(bea, { mark: 'did_not_come' })]);
    expect(await waiting(ruth)).toEqual([]);
    await close(joanne);
    const [one] = await waiting(ruth);
    expect(one).toMatchObject({ personId: bea.personId, calledName: 'Bea', groupName: 'Autumn group' });
    expect(one?.by.toString()).toBe('2026-11-28');
    const asked = { sessionId: session, personId: bea.personId, how: 'spoke' as const, words: 'All well.' };
    await room.as(ruth, (scope) => followUp(scope, { ...asked, version: 1 }));
    expect(await waiting(ruth)).toEqual([]);
    await expect(room.as(joanne, (scope) => followUp(scope, { ...asked, version: 1 }))).rejects.toThrow(
      StaleEdit,
    );
  });

  test('leaves a family in peace after a loss, and says so only to those who may know', async () => {
    const cara = await room.placed('Cara');
    await close(joanne, [came(amina), came(bea), came(cara, { mark: 'did_not_come' })]);
    await room.as(joanne, (scope) =>
      recordLoss(scope, {
        pregnancyId: cara.pregnancyId,
        toldBy: cara.personId,
        kind: 'pregnancy_loss',
        which: { all: true },
        happenedOn: null,
      }),
    );
    expect(await waiting(joanne)).toEqual([]);
    const row = (seen: Awaited<ReturnType<typeof registerSeenBy>>) =>
      seen.rows.find((each) => each.personId === cara.personId)?.who;
    const known = row(await registerSeenBy(joanne));
    expect(known?.care?.words).toContain('There has been a loss');
    expect(known?.now).toBe('');
    const kind = row(await registerSeenBy(ruth));
    expect(kind?.care?.words).toMatch(/warmly/);
    expect(JSON.stringify(kind)).not.toMatch(/loss|lost|died/i);
    await room.system(({ tx }) =>
      tx
        .updateTable('delivery.places')
        .set({ ended_at: AFTERWARDS.toString(), end_reason: 'loss' })
        .where('person_id', '=', cara.personId)
        .execute(),
    );
  });
});

describe('who is in the room', () => {
  test('comes with safety first, and a peer supporter sees it without a contact in sight', async () => {
    await room.as(joanne, (scope) =>
      releaseSafety(scope, {
        personId: bea.personId,
        centreId: room.centreId,
        words: 'Do not phone.',
        reviewOn: Temporal.PlainDate.from('2027-01-10'),
      }),
    );
    const seen = (await registerSeenBy(ruth)).rows.find((row) => row.personId === bea.personId);
    expect(seen?.who.safety).toEqual(['Do not phone.']);
    expect(seen?.who.now).toBe('26 weeks');
  });

  test('is found by name: for a group among those introduced, for the drop-in among every family one may know', async () => {
    const dina = await room.stranger('Dina Khan', '2027-03-04');
    const find = (actor: AccountActor, kind: 'antenatal_group' | 'drop_in') =>
      room.as(actor, (scope) => findPeople(scope, { centreId: room.centreId, kind }, 'din kh', []));
    expect(await find(joanne, 'antenatal_group')).toEqual([]);
    expect(await find(joanne, 'drop_in')).toEqual([{ personId: dina.personId, name: 'Dina Khan' }]);
    expect(await find(ruth, 'drop_in')).toEqual([]);
  });

  test('another centre’s register is not found', async () => {
    const away = await room.staff('practitioner', room.otherCentreId);
    await expect(mark(away, [came(amina)])).rejects.toThrow(NotFound);
    await expect(registerSeenBy(away)).rejects.toThrow(NotFound);
  });
});
