import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { proofsOf } from '../../recruiting/door.ts';
import type { Syllabus } from '../syllabus/syllabus.queries.ts';
import { awardUnit, creditPast, withdrawAward, withdrawUnit } from './award.commands.ts';
import { openTraining, trainee } from './award.fixture.ts';
import { awardJobs } from './award.jobs.ts';
import { awardsOf } from './award.queries.ts';

let stand: Stand;
let ground: { from: Syllabus; manager: AccountActor };

beforeAll(async () => {
  stand = await openStand();
  ground = await openTraining(stand);
});
afterAll(() => stand.close());

const held = (applicantId: string) => stand.system((scope) => awardsOf(scope, [applicantId]));
const proofs = async (applicantId: string) =>
  (await stand.system((scope) => proofsOf(scope, [applicantId]))).filter(({ code }) => code === 'unit');
const codes = (from: Syllabus) => from.content.units.map(({ code }) => code);

describe('a unit', () => {
  it('is awarded once, with a proof that stands on it', async () => {
    const { applicantId } = await trainee(stand, ground, 1);
    const [award] = await held(applicantId);
    expect(award).toMatchObject({ kind: 'unit', how: 'cohort', givenBy: ground.manager.accountId });
    expect((await proofs(applicantId)).map(({ fromId }) => fromId)).toEqual([award?.id]);
    await stand.as(ground.manager, (scope) =>
      awardUnit(scope, {
        applicantId,
        centreId: stand.centreId,
        syllabusId: ground.from.id,
        unitCode: award?.code ?? '',
        earnedOn: Temporal.PlainDate.from('2026-11-21'),
        how: 'catch_up',
        fromId: newId(),
      }),
    );
    expect(await held(applicantId)).toEqual([award]);
    expect(await proofs(applicantId)).toHaveLength(1);
  });

  it('is not known where the syllabus has none of that name', async () => {
    const { applicantId } = await trainee(stand, ground, 0);
    const unknown = stand.as(ground.manager, (scope) =>
      awardUnit(scope, {
        applicantId,
        centreId: stand.centreId,
        syllabusId: ground.from.id,
        unitCode: 'no-such-unit',
        earnedOn: Temporal.PlainDate.from('2026-11-21'),
        how: 'cohort',
        fromId: newId(),
      }),
    );
    await expect(unknown).rejects.toThrow();
  });

  it('said by a trainer who does not recruit is written down by the house, in the trainer’s name', async () => {
    const { applicantId } = await trainee(stand, ground, 0);
    const trainer = await stand.member('Tom Birch', ['practitioner']);
    const [code = ''] = codes(ground.from);
    const fromId = newId();
    await stand.as(trainer, (scope) =>
      awardUnit(scope, {
        applicantId,
        centreId: stand.centreId,
        syllabusId: ground.from.id,
        unitCode: code,
        earnedOn: Temporal.PlainDate.from('2026-11-21'),
        how: 'cohort',
        fromId,
      }),
    );
    expect(await held(applicantId)).toEqual([]);
    const payload = (await stand.announced('training.award_unit')).at(-1) ?? {};
    const job = awardJobs['training.award_unit'];
    if (typeof job !== 'function') throw new Error('no such job');
    await stand.system((scope) => job(scope, payload));
    expect(await held(applicantId)).toMatchObject([{ code, givenBy: trainer.accountId, fromId }]);
    // A correction goes the same way, and only for what came from that meeting.
    await stand.as(trainer, (scope) =>
      withdrawUnit(scope, {
        applicantId,
        centreId: stand.centreId,
        unitCode: code,
        fromId,
        why: 'Was somebody else.',
      }),
    );
    const back = awardJobs['training.withdraw_unit'];
    if (typeof back !== 'function') throw new Error('no such job');
    const said = (await stand.announced('training.withdraw_unit')).at(-1) ?? {};
    await stand.system((scope) => back(scope, { ...said, fromId: newId() }));
    expect(await held(applicantId)).toHaveLength(1);
    await stand.system((scope) => back(scope, said));
    expect(await held(applicantId)).toEqual([]);
  });

  it('is nobody’s to give themselves', async () => {
    const { applicantId } = await trainee(stand, ground, 0);
    const self = await stand.member('Ada Self', ['volunteer_manager']);
    await stand.owner.query('update recruiting.applicants set person_id = $1 where id = $2', [
      self.personId,
      applicantId,
    ]);
    const [unitCode = ''] = codes(ground.from);
    const given = stand.as(self, (scope) =>
      awardUnit(scope, {
        applicantId,
        centreId: stand.centreId,
        syllabusId: ground.from.id,
        unitCode,
        earnedOn: Temporal.PlainDate.from('2026-11-21'),
        how: 'cohort',
        fromId: newId(),
      }),
    );
    await expect(given).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the level', () => {
  it('comes with the last unit, goes with any unit that is taken back, and comes again', async () => {
    const { applicantId } = await trainee(stand, ground, codes(ground.from).length);
    const all = await held(applicantId);
    expect(all.filter(({ kind }) => kind === 'level')).toMatchObject([{ code: 'core' }]);
    expect(await proofs(applicantId)).toHaveLength(codes(ground.from).length);
    const unit = all.find(({ kind }) => kind === 'unit');
    const withdraw = () =>
      stand.as(ground.manager, (scope) =>
        withdrawAward(scope, { awardId: unit?.id ?? '', why: 'Was not there.' }),
      );
    await withdraw();
    expect((await held(applicantId)).filter(({ kind }) => kind === 'level')).toEqual([]);
    expect(await proofs(applicantId)).toHaveLength(codes(ground.from).length - 1);
    await expect(withdraw()).rejects.toThrow('taken back already');
    await stand.as(ground.manager, (scope) =>
      awardUnit(scope, {
        applicantId,
        centreId: stand.centreId,
        syllabusId: ground.from.id,
        unitCode: unit?.code ?? '',
        earnedOn: Temporal.PlainDate.from('2026-11-23'),
        how: 'one_to_one',
        fromId: newId(),
      }),
    );
    const level = (await held(applicantId)).find(({ kind }) => kind === 'level');
    expect(level?.earnedOn.toString()).toBe('2026-11-23');
  });
});

describe('what somebody learned before they came', () => {
  const past = (applicantId: string, more: object = {}) =>
    stand.as(ground.manager, (scope) =>
      creditPast(scope, {
        applicantId,
        centreId: stand.centreId,
        syllabusId: ground.from.id,
        unitCodes: codes(ground.from).slice(0, 3),
        earnedOn: Temporal.PlainDate.from('2024-05-01'),
        words: 'With another charity; we spoke to their trainer.',
        ...more,
      }),
    );
  it('is credited with where and how we know', async () => {
    const { applicantId } = await trainee(stand, ground, 1);
    await past(applicantId);
    expect((await held(applicantId)).map(({ how }) => how).toSorted()).toEqual([
      'cohort',
      'elsewhere',
      'elsewhere',
    ]);
    expect(await proofs(applicantId)).toHaveLength(3);
  });
  it('needs units, words and a day that has been', async () => {
    const { applicantId } = await trainee(stand, ground, 0);
    await expect(past(applicantId, { unitCodes: [] })).rejects.toThrow('at least one unit');
    await expect(past(applicantId, { words: ' ' })).rejects.toThrow('where they learned it');
    const tomorrow = Temporal.PlainDate.from('2026-11-26');
    await expect(past(applicantId, { earnedOn: tomorrow })).rejects.toThrow('a day that has been');
    expect(await held(applicantId)).toEqual([]);
  });
});

describe('by plain SQL', () => {
  it('what was earned is not rewritten, and a proof of a unit needs its award', async () => {
    const { applicantId } = await trainee(stand, ground, 1);
    const change = stand.as(ground.manager, ({ tx }) =>
      tx
        .updateTable('training.awards')
        .set({ title: 'Something grander' })
        .where('applicant_id', '=', applicantId)
        .execute(),
    );
    await expect(change).rejects.toMatchObject({ code: '42501' });
    const proof = stand.as(ground.manager, ({ tx, now }) =>
      tx
        .insertInto('recruiting.proofs')
        .values({
          organisation_id: stand.organisationId,
          id: newId(),
          centre_id: stand.centreId,
          applicant_id: applicantId,
          code: 'unit',
          earned_on: '2026-11-20',
          from_id: newId(),
          given_by: ground.manager.accountId,
          given_at: now.toString(),
        })
        .execute(),
    );
    await expect(proof).rejects.toMatchObject({ code: '23514' });
  });
});
