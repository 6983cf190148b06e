import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { askTheDatabase, type Samples, spelledOut } from '../../../../tests/support/access.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { access } from '../access.ts';
import { planPractice } from './practice.commands.ts';
import { openPractice, welcomedLearner } from './practice.fixture.ts';
import { sayTheLastYes, signCompetencies } from './sign-off.commands.ts';
import { writeReflection, writeWhatWasSeen } from './written.commands.ts';

let stand: Stand;
let samples: Samples;

/** The row as the database holds it, ready to be put in once more. */
const rowOf = async (table: string, order: string): Promise<Record<string, unknown>> => {
  const { rows } = await stand.owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${table} t order by ${order} limit 1`,
  );
  return rows[0]?.row ?? {};
};

beforeAll(async () => {
  stand = await openStand();
  await openPractice(stand);
  const manager = await stand.member('Ruth Bell', ['volunteer_manager']);
  const { account, applicantId } = await welcomedLearner(stand);
  const { applicantId: another } = await welcomedLearner(stand, 'Lena Fox');
  const practiceId = await stand.as(manager, (scope) =>
    planPractice(scope, {
      applicantId,
      centreId: stand.centreId,
      kind: 'shadowing',
      sessionId: newId(),
      on: Temporal.PlainDate.from('2026-11-20'),
      what: 'Hartley Wednesday group',
      alongsideAccountId: manager.accountId,
    }),
  );
  const planned = await rowOf('training.practice', 'id');
  await stand.as(manager, (scope) =>
    writeWhatWasSeen(scope, {
      practiceId,
      version: 1,
      words: 'It went well.',
      seen: [{ code: 'listening', seen: 'yes', words: '' }],
    }),
  );
  await stand.as(account, (scope) =>
    writeReflection(scope, { practiceId, words: 'I was nervous.', version: 0 }, 'Europe/London'),
  );
  await stand.as(manager, async (scope) => {
    await signCompetencies(scope, {
      applicantId,
      codes: ['listening', 'edges'],
      evidence: 'Two years in Leeds.',
      practiceId: null,
      unitCode: null,
      earlier: true,
    });
    await sayTheLastYes(scope, { applicantId, words: '', withoutPracticeWhy: 'Leeds.' });
  });
  const seen = await rowOf('training.practice_seen', 'practice_id');
  const reflection = await rowOf('training.practice_reflections', 'practice_id');
  const competency = await rowOf('training.competency_sign_offs', 'id');
  const last = await rowOf('training.sign_offs', 'id');
  samples = {
    'training.practice': {
      row: planned,
      another: () => ({ ...planned, id: newId(), session_id: newId() }),
    },
    'training.practice_seen': { row: seen, another: () => ({ ...seen, competency_code: 'edges' }) },
    'training.practice_reflections': {
      row: reflection,
      another: () => ({ ...reflection, practice_id: newId() }),
    },
    'training.competency_sign_offs': {
      row: competency,
      another: () => ({ ...competency, id: newId(), applicant_id: another }),
    },
    'training.sign_offs': { row: last, another: () => ({ ...last, id: newId(), applicant_id: another }) },
  };
});
afterAll(() => stand.close());

test('the database lets each role do with learning on the job what the room says, and no more', async () => {
  const declared = Object.fromEntries(Object.entries(access).filter(([table]) => table in samples));
  expect(Object.keys(declared)).toHaveLength(5);
  expect(await askTheDatabase(stand, samples, newId())).toEqual(spelledOut(declared));
});

test('nothing of it is seen or changed from another centre', async () => {
  const nothing = Object.fromEntries(
    Object.keys(samples).map((table) => [table, { see: [], add: [], change: [] }]),
  );
  expect(await askTheDatabase(stand, samples, newId(), stand.otherCentreId)).toEqual(nothing);
});

test('whoever was beside a learner sees that session and what they saw, and none of the rest', async () => {
  const buddy = await stand.member('Sara Khan', ['peer_supporter']);
  const { account, applicantId } = await welcomedLearner(stand, 'Mia Ward');
  const practiceId = await stand.as('practitioner', (scope) =>
    planPractice(scope, {
      applicantId,
      centreId: stand.centreId,
      kind: 'buddying',
      sessionId: newId(),
      on: Temporal.PlainDate.from('2026-11-20'),
      what: 'Hartley Wednesday group',
      alongsideAccountId: buddy.accountId,
    }),
  );
  await stand.as(account, (scope) =>
    writeReflection(scope, { practiceId, words: 'Mine.', version: 0 }, 'Europe/London'),
  );
  const counts = await stand.as(buddy, async ({ tx }) => {
    const of = async (
      table: 'training.practice' | 'training.practice_reflections' | 'training.competency_sign_offs',
    ) => (await tx.selectFrom(table).select('applicant_id').execute()).length;
    return [
      await of('training.practice'),
      await of('training.practice_reflections'),
      await of('training.competency_sign_offs'),
    ];
  });
  expect(counts).toEqual([1, 0, 0]);
});
