import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { gateway } from '#platform/db/as-actor.ts';
import { vaultOf } from '#platform/db/vault.ts';
import { joinAsParent } from '#rooms/families/door.ts';
import { sealFile } from '#rooms/people/door.ts';
import { receiveReferral } from '#rooms/referrals/door.ts';
import { raiseConcern } from '#rooms/safeguarding/door.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { ELSEWHERE, type Ground, MONDAY, settle } from '../../tests/support/stand.ts';
import { amira, arrival } from '../rooms/referrals/arrival.fixture.ts';
import { exportTo } from './export.ts';

let database: TestDatabase;
let pool: pg.Pool;
let here: Ground;
let elsewhere: Ground;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ ...database.app, max: 4, pipeline: true } as pg.PoolConfig);
  const way = gateway(pool, vaultOf('the secret of an export that is made up for tests'));
  here = await settle(way, () => MONDAY, { programme: true });
  elsewhere = await settle(way, () => MONDAY, { ...ELSEWHERE, programme: true });
  folder = mkdtempSync(join(tmpdir(), 'kith-export-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await pool.end();
  await database.drop();
});

const parentAt = (ground: Ground, givenName: string, nhsNumber: string) => {
  return ground.system((scope) =>
    receiveReferral(
      scope,
      arrival(ground.centreId, {
        parent: { ...amira, givenName, familyName: 'Quillfeather', nhsNumber },
      }),
    ),
  );
};

/** Exports, and answers every file by the name of its table. */
const exported = async (): Promise<ReadonlyMap<string, string>> => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    expect(await exportTo(readConfig(database.environment), [folder])).toBe(0);
  } finally {
    said.mockRestore();
  }
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
};

test('a file leaves in the export until it is sealed, and then nothing of it does, in any organisation', async () => {
  const zadie = await parentAt(here, 'Zadie', '9434765919');
  const yusuf = await parentAt(elsewhere, 'Yusuf', '9434765870');
  const wren = await parentAt(here, 'Wren', '9434765838');
  const rowan = await here.file('Rowan', 'Ash');
  await here.system((scope) =>
    joinAsParent(scope, {
      pregnancyId: zadie.pregnancyId,
      personId: rowan,
      relation: 'partner',
      centreId: here.centreId,
    }),
  );
  const before = await exported();
  expect(before.get('people.persons.csv')).toContain('Zadie');
  expect(before.get('referrals.needs.csv')).toContain(zadie.referralId);

  await here.system((scope) => sealFile(scope, { familyPersonId: zadie.personId, why: 'volunteers' }));
  await elsewhere.system((scope) => sealFile(scope, { familyPersonId: yusuf.personId, why: 'works_here' }));
  const after = await exported();
  const naming = (...words: readonly string[]) =>
    [...after].flatMap(([name, text]) => (words.some((word) => text.includes(word)) ? [name] : []));
  // The audit holds ids alone and is whole or worth nothing.
  expect(naming('Zadie', 'Yusuf')).toEqual([]);
  expect(
    naming(zadie.personId, zadie.referralId, yusuf.personId, yusuf.pregnancyId).filter(
      (name) => name !== 'platform.audit_events.csv',
    ),
  ).toEqual([]);
  // Everybody else is there, the other parent with the pregnancy they share too.
  const persons = after.get('people.persons.csv') ?? '';
  for (const name of ['Wren', 'Rowan']) expect(persons).toContain(name);
  expect(after.get('families.pregnancies.csv')).toContain(zadie.pregnancyId);
  expect(after.get('referrals.referrals.csv')).toContain(wren.referralId);
});

test('who is behind a seal and who knows whom leave in no file', async () => {
  const files = await exported();
  expect([...files.keys()]).toContain('people.suspensions.csv');
  expect([...files.keys()]).not.toContain('people.seals.csv');
  expect([...files.keys()]).not.toContain('delivery.known_pairs.csv');
  for (const nobodys of ['recruiting.equity', 'recruiting.disclosures', 'training.attempts'])
    expect([...files.keys()]).not.toContain(`${nobodys}.csv`);
  expect([...files.keys()]).toContain('recruiting.applicants.csv');
});

test('what is said in supervision and what is somebody’s own leave in no file', async () => {
  const files = [...(await exported()).keys()];
  expect(files).toContain('supervision.meetings.csv');
  expect(files).toContain('training.awards.csv');
  expect(files.filter((name) => /^supervision\.(note|stay_well|actions|load_words)/.test(name))).toEqual([]);
  for (const own of ['training.own_learning', 'training.signing_keys'])
    expect(files).not.toContain(`${own}.csv`);
});

test('a concern leaves in no file, nor that there is one', async () => {
  const member = await here.member('Joanne Price', ['practitioner']);
  await here.member('Ruth Bell', ['volunteer_manager']);
  await here.as(member, (scope) =>
    raiseConcern(scope, { centreId: here.centreId, happened: 'Quillfeathers were seen.', dangerNow: false }),
  );
  const files = await exported();
  expect([...files.keys()].filter((name) => name.startsWith('safeguarding.')).sort()).toEqual([
    'safeguarding.clocks.csv',
    'safeguarding.duties.csv',
  ]);
  expect([...files].filter(([, text]) => text.includes('Quillfeathers were seen'))).toEqual([]);
});
