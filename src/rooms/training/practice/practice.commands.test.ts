import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { addEarlierPractice, planPractice, practiceFellThrough, practiceMoved } from './practice.commands.ts';
import { handsOf, openPractice, welcomedLearner } from './practice.fixture.ts';
import {
  practiceById,
  practiceNobodyWritesAt,
  practiceOfLearners,
  practiceToWrite,
  reflectionsOpen,
} from './practice.queries.ts';
import { writeReflection } from './written.commands.ts';

const LONDON = 'Europe/London';
const day = (text: string) => Temporal.PlainDate.from(text);

type Hands = ReturnType<typeof handsOf>;

let stand: Stand;
let hands: Hands;
let manager: AccountActor;
let practitioner: AccountActor;
let buddy: AccountActor;

beforeAll(async () => {
  stand = await openStand();
  await openPractice(stand);
  manager = await stand.member('Ruth Bell', ['volunteer_manager']);
  practitioner = await stand.member('Joanne Price', ['practitioner']);
  buddy = await stand.member('Sara Khan', ['peer_supporter']);
  hands = handsOf(stand, { manager, practitioner, buddy });
});
afterAll(() => stand.close());

const plan: Hands['plan'] = (...all) => hands.plan(...all);
const write: Hands['write'] = (...all) => hands.write(...all);
const earlier: Hands['earlier'] = (...all) => hands.earlier(...all);

describe('practice', () => {
  it('is planned once for a session, and waits for whoever is beside them and for the learner', async () => {
    const { account, applicantId } = await welcomedLearner(stand);
    const sessionId = newId();
    const first = await plan(applicantId, { sessionId });
    expect(await plan(applicantId, { sessionId })).toBe(first);
    const waiting = await stand.as(buddy, (scope) => practiceToWrite(scope, buddy.accountId));
    expect(waiting).toContainEqual(expect.objectContaining({ practiceId: first, name: 'Marta Nowak' }));
    const open = await stand.as(account, (scope) => reflectionsOpen(scope, account.accountId));
    expect(open.map(({ practiceId }) => practiceId)).toEqual([first]);
    await plan(applicantId, { on: day('2026-11-30') });
    expect(await stand.as(account, (scope) => reflectionsOpen(scope, account.accountId))).toHaveLength(1);
  });

  it('is planned for an account as well, and never with somebody beside themselves', async () => {
    const { account, applicantId } = await welcomedLearner(stand);
    const id = await stand.as(practitioner, (scope) =>
      planPractice(scope, {
        accountId: account.accountId,
        centreId: stand.centreId,
        kind: 'buddying',
        sessionId: newId(),
        on: day('2026-11-20'),
        what: 'A group',
        alongsideAccountId: null,
      }),
    );
    expect((await stand.system((scope) => practiceById(scope, id)))?.applicantId).toBe(applicantId);
    const unwritten = await stand.as(manager, (scope) => practiceNobodyWritesAt(scope, [stand.centreId]));
    expect(unwritten.map(({ practiceId }) => practiceId)).toContain(id);
    await expect(plan(applicantId, { alongsideAccountId: account.accountId })).rejects.toThrow(
      'beside themselves',
    );
  });

  it('that falls through keeps its reason, and does not count; what happened stays', async () => {
    const { applicantId } = await welcomedLearner(stand);
    const sessionId = newId();
    const happened = await plan(applicantId, { sessionId, kind: 'shadowing' });
    await write(buddy, happened);
    const planned = await plan(applicantId, { sessionId, kind: 'buddying' });
    await stand.as(manager, (scope) =>
      practiceFellThrough(scope, { sessionId, applicantId, why: 'The heating failed.' }),
    );
    const all = await stand.as(manager, (scope) => practiceOfLearners(scope, [applicantId]));
    expect(all.find(({ id }) => id === planned)).toMatchObject({ didNotHappenWhy: 'The heating failed.' });
    expect(all.find(({ id }) => id === happened)?.didNotHappenAt).toBeNull();
    await expect(write(buddy, planned)).rejects.toThrow('cannot be written down');
  });

  it('moves with its session; where the office moves it, the house follows', async () => {
    const { applicantId } = await welcomedLearner(stand);
    const sessionId = newId();
    const id = await plan(applicantId, { sessionId, on: day('2026-12-02') });
    await stand.as(manager, (scope) => practiceMoved(scope, { sessionId, on: day('2026-12-09') }));
    expect((await stand.system((scope) => practiceById(scope, id)))?.on.toString()).toBe('2026-12-09');
    const office = await stand.member('Pat Low', ['administrator']);
    await stand.as(office, (scope) =>
      practiceFellThrough(scope, { sessionId, everybody: true, why: 'Called off: snow' }),
    );
    const { rows } = await stand.owner.query<{ count: string }>(
      `select count(*)::text as count from graphile_worker.jobs where task_identifier = 'training.practice_fell_through'`,
    );
    expect(rows[0]?.count).toBe('1');
  });

  it('is written about afterwards, in the name of whoever was there, and by nobody over another’s words', async () => {
    const { account, applicantId } = await welcomedLearner(stand);
    const id = await plan(applicantId);
    await write(buddy, id);
    await write(buddy, id, 'They listened very well.');
    expect(await stand.as(account, (scope) => practiceById(scope, id))).toMatchObject({
      observerWords: 'They listened very well.',
      seen: [{ code: 'listening', seen: 'yes' }],
      own: true,
    });
    await expect(write(manager, id)).rejects.toThrow('Their words stay theirs');
    await expect(write(account, id)).rejects.toMatchObject({ name: 'NotFound' });
    const ahead = await plan(applicantId, { on: day('2026-11-24') });
    await expect(write(buddy, ahead)).rejects.toThrow('still to come');
    const unwritten = await plan(applicantId, { kind: 'buddying' });
    await expect(write(practitioner, unwritten)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('has the learner’s own words, for them and those who look after volunteers, and nobody else', async () => {
    const { account, applicantId } = await welcomedLearner(stand);
    const id = await plan(applicantId);
    const say = (who: AccountActor, version: number) =>
      stand.as(who, (scope) =>
        writeReflection(scope, { practiceId: id, words: 'I was nervous.', version }, LONDON),
      );
    await say(account, 0);
    await say(account, 1);
    await expect(say(account, 1)).rejects.toMatchObject({ name: 'StaleEdit' });
    await expect(say(account, 0)).rejects.toMatchObject({ name: 'StaleEdit' });
    await expect(say(manager, 0)).rejects.toMatchObject({ name: 'NotFound' });
    for (const [who, reads] of [
      [account, true],
      [manager, true],
      [practitioner, false],
      [buddy, false],
    ] as const)
      expect((await stand.as(who, (scope) => practiceById(scope, id)))?.reflection !== null, who.name).toBe(
        reads,
      );
  });

  it('that happened before is added with who was there, and not of a day to come', async () => {
    const { applicantId } = await welcomedLearner(stand);
    await earlier(applicantId, 'shadowing');
    const told = { applicantId, kind: 'shadowing', what: 'A group', alongsideAccountId: null } as const;
    await expect(
      stand.as(manager, (scope) =>
        addEarlierPractice(scope, { ...told, on: day('2026-11-24'), alongsideWords: 'Jo' }),
      ),
    ).rejects.toMatchObject({ field: 'on' });
    await expect(
      stand.as(manager, (scope) =>
        addEarlierPractice(scope, { ...told, on: day('2026-11-20'), alongsideWords: '' }),
      ),
    ).rejects.toMatchObject({ field: 'alongside' });
  });
});
