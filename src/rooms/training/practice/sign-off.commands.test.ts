import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { handsOf, openPractice, welcomedLearner } from './practice.fixture.ts';
import { KINDS } from './practice.rules.ts';
import { takeBackCompetency, takeBackLastYes } from './sign-off.commands.ts';
import { practiceFacts, signOffsReady } from './sign-off.queries.ts';

type Hands = ReturnType<typeof handsOf>;

let stand: Stand;
let hands: Hands;
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
  hands = handsOf(stand, { manager, practitioner, buddy });
});
afterAll(() => stand.close());

const plan: Hands['plan'] = (...all) => hands.plan(...all);
const write: Hands['write'] = (...all) => hands.write(...all);
const earlier: Hands['earlier'] = (...all) => hands.earlier(...all);
const sign: Hands['sign'] = (...all) => hands.sign(...all);
const lastYes: Hands['lastYes'] = (...all) => hands.lastYes(...all);
const proofs: Hands['proofs'] = (...all) => hands.proofs(...all);

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
