import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { askTheDatabase, type Samples, spelledOut } from '../../../../tests/support/access.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { access } from '../access.ts';
import { openTraining, trainee } from './award.fixture.ts';
import { awardsOf } from './award.queries.ts';
import { changeKey } from './key.commands.ts';
import { credentialOf } from './sign.commands.ts';

const TABLES = ['awards', 'signing_keys', 'issuer_addresses', 'credentials'].map(
  (each) => `training.${each}`,
);

let stand: Stand;
let samples: Samples;
let applicantId: string;

/** The row as the database holds it, ready to be put in once more. */
const rowOf = async (table: string): Promise<Record<string, unknown>> => {
  const { rows } = await stand.owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${table} t order by id limit 1`,
  );
  return Object.fromEntries(
    Object.entries(rows[0]?.row ?? {}).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ]),
  );
};

beforeAll(async () => {
  stand = await openStand();
  const ground = await openTraining(stand);
  ({ applicantId } = await trainee(stand, ground, 1));
  await stand.system(async (scope) => {
    const [award] = await awardsOf(scope, [applicantId]);
    if (award) await credentialOf(scope, award, 'https://kith.test');
    await changeKey(scope);
  });
  const award = await rowOf('training.awards');
  const key = await rowOf('training.signing_keys');
  const address = await rowOf('training.issuer_addresses');
  const credential = await rowOf('training.credentials');
  samples = {
    'training.awards': {
      row: award,
      another: () => ({ ...award, id: newId(), code: 'another', reference: 'BBB-CCC-DDD' }),
    },
    'training.signing_keys': {
      row: key,
      another: () => ({ ...key, id: newId() }),
    },
    'training.issuer_addresses': { row: address, another: () => ({ ...address, id: newId() }) },
    'training.credentials': {
      row: credential,
      another: () => ({ ...credential, id: newId(), status_index: 7, replaced_at: credential.signed_at }),
    },
  };
});
afterAll(() => stand.close());

test('the database lets each role do with awards, keys and credentials what the room says, and no more', async () => {
  const tried = Object.fromEntries(Object.entries(access).filter(([table]) => TABLES.includes(table)));
  expect(Object.keys(tried)).toHaveLength(4);
  expect(await askTheDatabase(stand, samples, newId())).toEqual(spelledOut(tried));
});

test('nothing that somebody earned is seen or changed from another centre', async () => {
  const { 'training.awards': awards } = samples;
  if (!awards) throw new Error('nothing to try');
  const found = await askTheDatabase(stand, { 'training.awards': awards }, newId(), stand.otherCentreId);
  expect(found).toEqual({ 'training.awards': { see: [], add: [], change: [] } });
});

test('people see what they earned themselves, and cannot take it back or hand it on', async () => {
  const me = await stand.member('Marta Nowak', ['peer_supporter', 'volunteer_manager']);
  await stand.owner.query('update recruiting.applicants set person_id = $1 where id = $2', [
    me.personId,
    applicantId,
  ]);
  expect(await stand.as(me, (scope) => awardsOf(scope, [applicantId]))).toHaveLength(1);
  const changed = await stand.as(me, ({ tx, now }) =>
    tx
      .updateTable('training.awards')
      .set({ withdrawn_at: now.toString(), withdrawn_why: 'I like the other one better' })
      .where('applicant_id', '=', applicantId)
      .executeTakeFirst(),
  );
  expect(changed.numUpdatedRows).toBe(0n);
});
