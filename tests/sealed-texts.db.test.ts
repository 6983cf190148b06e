import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealedColumns, unsaidColumns } from '#platform/db/vault.renew.ts';
import { isSealed } from '#platform/db/vault.ts';
import type { TestDatabase } from './support/database.ts';
import { toldDatabase } from './support/told.ts';

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await toldDatabase();
  owner = new pg.Client(database.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test('in the whole demonstration no text that is to be sealed stands open, and none is sealed that is not said to be', async () => {
  const texts = new Map<string, readonly string[]>();
  for (const { table, column } of await sealedColumns(owner)) {
    const { rows } = await owner.query<{ text: string }>(
      `select ${column} as text from ${table} where ${column} <> ''`,
    );
    texts.set(
      `${table}.${column}`,
      rows.map(({ text }) => text),
    );
  }
  const open = [...texts].filter(([, all]) => !all.every(isSealed)).map(([column]) => column);
  expect(open).toEqual([]);
  for (const column of ['safeguarding.concerns.happened', 'safeguarding.concerns.about_words'])
    expect(texts.get(column)?.length, column).toBeGreaterThan(0);
  expect(await unsaidColumns(owner)).toEqual([]);
});
