import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { proofsOf } from '#rooms/recruiting/door.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { addEarlierPractice, planPractice, practiceFellThrough, practiceMoved } from './practice.commands.ts';
import { openPractice, welcomedLearner } from './practice.fixture.ts';
import {
  practiceById,
  practiceNobodyWritesAt,
  practiceOfLearners,
  practiceToWrite,
  reflectionsOpen,
} from './practice.queries.ts';
import { KINDS, type PracticeKind } from './practice.rules.ts';
import { sayTheLastYes, signCompetencies, takeBackCompetency, takeBackLastYes } from './sign-off.commands.ts';
import { practiceFacts, signOffsReady } from './sign-off.queries.ts';
import { writeReflection, writeWhatWasSeen } from './written.commands.ts';

const LONDON = 'Europe/London';
const day = (text: string) => Temporal.PlainDate.from(text);

let stand: Stand;
let manager: AccountActor;
let practitioner: AccountActor;
let buddy: AccountActor;
let syllabusId: string;

beforeAll(async () => {
  stand = await openStand();
  syllabusId = await openPractice(stand);
  manager = await stand.member('Ruth Bell', ['volunteer_manager']);
  practitioner = await stand.member('Joanne Price', ['practitioner']);
  buddy = await stand.member('Sara Khan', ['peer_supporter']);
});
afterAll(() => stand.close());

const plan = (applicantId: string, more: Partial<Parameters<typeof planPractice>[1]> = {}) =>
  stand.as(practitioner, (scope) =>
    planPractice(scope, {
      applicantId,
      centreId: stand.centreId,
      kind: 'shadowing',
      sessionId: newId(),
      on: day('2026-11-20'),
      what: 'Hartley Wednesday group',
      alongsideAccountId: buddy.accountId,
      ...more,
    }),
  );
const write = (who: AccountActor, practiceId: string, words = 'They listened well.') =>
  stand.as(who, async (scope) => {
    const practice = await practiceById(scope, practiceId);
    return writeWhatWasSeen(scope, {
      practiceId,
      version: practice?.version ?? 0,
      words,
      seen: [{ code: 'listening', seen: 'yes', words: 'Waited, and asked.' }],
    });
  });
const earlier = (applicantId: string, kind: PracticeKind) =>
  stand.as(manager, (scope) =>
    addEarlierPractice(scope, {
      applicantId,
      kind,
      on: day('2026-10-01'),
      what: 'A group in Leeds',
      alongsideAccountId: null,
      alongsideWords: 'Her trainer there',
    }),
  );
const sign = (who: AccountActor, applicantId: string, codes: readonly string[], more = {}) =>
  stand.as(who, (scope) =>
    signCompetencies(scope, {
      applicantId,
      codes,
      evidence: 'I saw it often.',
      practiceId: null,
      unitCode: null,
      earlier: false,
      ...more,
    }),
  );
const lastYes = (who: AccountActor, applicantId: string, withoutPracticeWhy: string | null = null) =>
  stand.as(who, (scope) =>
    sayTheLastYes(scope, { applicantId, words: 'Go on like this.', withoutPracticeWhy }),
  );
const proofs = async (applicantId: string) =>
  (await stand.system((scope) => proofsOf(scope, [applicantId]))).map(({ code }) => code);

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

describe('the sign-off', () => {
  it('goes competency by competency, with evidence, and then the last yes gives the proof', async () => {
    const { account, applicantId } = await welcomedLearner(stand);
    await expect(lastYes(manager, applicantId)).rejects.toThrow('Not signed off yet');
    const shadowed = await plan(applicantId);
    await expect(
      sign(practitioner, applicantId, ['listening'], { practiceId: shadowed }),
    ).rejects.toMatchObject({ field: 'practiceId' });
    await write(buddy, shadowed);
    await expect(sign(practitioner, applicantId, ['edges'], { evidence: '' })).rejects.toMatchObject({
      field: 'evidence',
    });
    await sign(practitioner, applicantId, ['listening'], { evidence: '', practiceId: shadowed });
    await expect(sign(manager, applicantId, ['listening'])).rejects.toThrow('signed off already');
    await expect(write(buddy, shadowed, 'Something else.')).rejects.toThrow('stays as it is');
    await sign(manager, applicantId, ['edges']);
    await expect(lastYes(manager, applicantId)).rejects.toThrow('Still to come: help at a session');
    await earlier(applicantId, 'buddying');
    await earlier(applicantId, 'observed');
    const ready = await stand.as(manager, (scope) => signOffsReady(scope, [stand.centreId]));
    expect(ready.map((each) => each.applicantId)).toContain(applicantId);
    await expect(lastYes(practitioner, applicantId)).rejects.toMatchObject({ name: 'NotFound' });
    await lastYes(manager, applicantId);
    expect(await proofs(applicantId)).toEqual(['sign_off']);
    expect(await stand.as(manager, (scope) => signOffsReady(scope, [stand.centreId]))).toEqual([]);
    const own = await stand.as(account, (scope) => practiceFacts(scope, applicantId));
    expect(own.lastYes).toMatchObject({ words: 'Go on like this.', signedBy: manager.accountId });
    await expect(lastYes(manager, applicantId)).rejects.toThrow('already');
  });

  it('is taken back with a reason, the last yes first, and the proof goes with it', async () => {
    const { applicantId } = await welcomedLearner(stand);
    await sign(manager, applicantId, ['listening', 'edges'], { earlier: true });
    await lastYes(manager, applicantId, 'Two years in Leeds; I rang her manager there.');
    const takeBack = (who: AccountActor, code: string) =>
      stand.as(who, (scope) => takeBackCompetency(scope, { applicantId, code, why: 'It changed.' }));
    await expect(takeBack(practitioner, 'edges')).rejects.toThrow('the last yes first');
    await expect(
      stand.as(manager, (scope) => takeBackLastYes(scope, { applicantId, why: ' ' })),
    ).rejects.toMatchObject({ field: 'why' });
    await stand.as(manager, (scope) => takeBackLastYes(scope, { applicantId, why: 'A long time away.' }));
    expect(await proofs(applicantId)).toEqual([]);
    await takeBack(practitioner, 'edges');
    await expect(lastYes(manager, applicantId, 'Leeds')).rejects.toThrow('“Knows the edges”');
    await sign(practitioner, applicantId, ['edges']);
    await lastYes(manager, applicantId, 'Leeds');
    expect(await proofs(applicantId)).toEqual(['sign_off']);
  });

  it('lets the practice go for somebody with experience, with a reason; a competency never', async () => {
    const { applicantId } = await welcomedLearner(stand);
    await expect(
      sign(manager, applicantId, ['listening'], { earlier: true, evidence: '' }),
    ).rejects.toMatchObject({ field: 'evidence' });
    await sign(manager, applicantId, ['listening'], { earlier: true });
    await expect(lastYes(manager, applicantId, 'Ten years of it.')).rejects.toThrow('“Knows the edges”');
    await sign(manager, applicantId, ['edges'], { earlier: true });
    await expect(lastYes(manager, applicantId)).rejects.toMatchObject({ field: 'withoutPracticeWhy' });
    await lastYes(manager, applicantId, 'Ten years of it.');
    const facts = await stand.as(manager, (scope) => practiceFacts(scope, applicantId));
    expect(facts.lastYes?.withoutPracticeWhy).toBe('Ten years of it.');
    expect(facts.missing.practice.map(({ kind }) => kind)).toEqual([...KINDS]);
  });
});

describe('nobody signs themselves off', () => {
  const row = (applicantId: string, signedBy: string) => ({
    organisation_id: stand.organisationId,
    id: newId(),
    centre_id: stand.centreId,
    applicant_id: applicantId,
    syllabus_id: syllabusId,
    signed_by: signedBy,
    signed_on: '2026-11-23',
    signed_at: stand.now.toString(),
  });
  const competency = (who: AccountActor, applicantId: string, signedBy = who.accountId) =>
    stand.as(who, ({ tx }) =>
      tx
        .insertInto('training.competency_sign_offs')
        .values({ ...row(applicantId, signedBy), competency_code: 'listening', evidence: 'Me.' })
        .execute(),
    );
  const last = (who: AccountActor, applicantId: string) =>
    stand.as(who, ({ tx }) =>
      tx
        .insertInto('training.sign_offs')
        .values({ ...row(applicantId, who.accountId), without_practice_why: 'Because.' })
        .execute(),
    );

  it('not by a verb and not by hand, whatever role they hold', async () => {
    const { account, applicantId } = await welcomedLearner(stand, 'Ines Marsh', [
      'peer_supporter',
      'volunteer_manager',
    ]);
    await expect(sign(account, applicantId, ['listening'])).rejects.toMatchObject({ name: 'NotFound' });
    await expect(competency(account, applicantId)).rejects.toThrow('row-level security');
    await expect(last(account, applicantId)).rejects.toThrow('row-level security');
    const id = await plan(applicantId);
    const changed = await stand.as(account, ({ tx }) =>
      tx
        .updateTable('training.practice')
        .set({ happened_at: stand.now.toString() })
        .where('id', '=', id)
        .executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
  });

  it('nor in another’s name, nor at another centre, nor the last yes before its time', async () => {
    const { applicantId } = await welcomedLearner(stand);
    await expect(competency(manager, applicantId, practitioner.accountId)).rejects.toThrow('own name');
    const elsewhere = await stand.member('Cath Low', ['volunteer_manager'], stand.otherCentreId);
    await expect(
      stand.as(elsewhere, ({ tx }) =>
        tx
          .insertInto('training.competency_sign_offs')
          .values({
            ...row(applicantId, elsewhere.accountId),
            centre_id: stand.otherCentreId,
            competency_code: 'listening',
            evidence: 'From afar.',
          })
          .execute(),
      ),
    ).rejects.toThrow('own centre');
    await expect(last(manager, applicantId)).rejects.toThrow('not every competency');
    await expect(last(practitioner, applicantId)).rejects.toThrow('row-level security');
    await sign(manager, applicantId, ['listening', 'edges']);
    await lastYes(manager, applicantId, 'Leeds');
    await expect(
      stand.as(practitioner, ({ tx }) =>
        tx
          .updateTable('training.competency_sign_offs')
          .set({ withdrawn_at: stand.now.toString(), withdrawn_why: 'No.' })
          .where('applicant_id', '=', applicantId)
          .execute(),
      ),
    ).rejects.toThrow('stands on this');
  });

  it('and somebody of another centre knows nothing of any of it', async () => {
    const { applicantId } = await welcomedLearner(stand);
    await sign(manager, applicantId, ['listening']);
    await plan(applicantId);
    const elsewhere = await stand.member(
      'Cath Low',
      ['volunteer_manager', 'practitioner'],
      stand.otherCentreId,
    );
    const facts = await stand.as(elsewhere, (scope) => practiceFacts(scope, applicantId));
    expect([facts.practices, facts.signed, facts.lastYes]).toEqual([[], [], null]);
    await expect(sign(elsewhere, applicantId, ['edges'])).rejects.toMatchObject({ name: 'NotFound' });
  });
});
