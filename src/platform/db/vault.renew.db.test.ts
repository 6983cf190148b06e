import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { ELSEWHERE, type Ground, MONDAY, settle } from '../../../tests/support/stand.ts';
import { gateway } from './as-actor.ts';
import { countTexts, renewTexts, sealedColumns, sealOpenTexts, unsaidColumns } from './vault.renew.ts';
import { type HouseVault, isSealed, vaultOf } from './vault.ts';

const OLD = 'the secret of before, long enough to be one';
const NEW = 'the secret in use now, long enough to be one';
const before = vaultOf(OLD);
const both = vaultOf(NEW, OLD);
const after = vaultOf(NEW);
const quiet = () => undefined;

let database: TestDatabase;
let pool: pg.Pool;
let owner: pg.Client;
let here: Ground;
let elsewhere: Ground;
beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ ...database.app, max: 4, pipeline: true } as pg.PoolConfig);
  pool.on('error', quiet);
  owner = new pg.Client(database.owner);
  await owner.connect();
  const way = gateway(pool, before);
  here = await settle(way, () => MONDAY, {});
  elsewhere = await settle(way, () => MONDAY, ELSEWHERE);
});
afterAll(async () => {
  await Promise.all([pool.end(), owner.end()]);
  await database.drop();
});
beforeEach(() => owner.query('delete from safeguarding.concerns'));

/** Concerns whose texts stand as they are given, as a Kith of before wrote them. */
const concerns = (ground: Ground, texts: readonly string[]) =>
  owner.query(
    `insert into safeguarding.concerns (organisation_id, id, centre_id, reference, raised_at, happened, danger_now, owner_id, acknowledge_by)
     select $1::uuid, (lpad(to_hex(at), 8, '0') || substr($2::text, 9))::uuid, $3::uuid, 'R' || at || right($2::text, 8), now(), said, false, ($2::text)::uuid, now()
       from unnest($4::text[]) with ordinality as t(said, at)`,
    [ground.organisationId, newId(), ground.centreId, texts],
  );
const kept = async (ground: Ground): Promise<readonly string[]> =>
  (
    await owner.query<{ happened: string }>(
      'select happened from safeguarding.concerns where organisation_id = $1 order by id',
      [ground.organisationId],
    )
  ).rows.map(({ happened }) => happened);
const opened = async (vault: HouseVault, ground: Ground) =>
  (await kept(ground)).map((text) => vault.within(ground.organisationId).open('safeguarding', text));
const sealedBy = (vault: HouseVault, ground: Ground, texts: readonly string[]) =>
  texts.map((text) => vault.within(ground.organisationId).seal('safeguarding', text));
const many = (count: number) => Array.from({ length: count }, (_, at) => `what happened, ${at}`);

describe('columns of sealed texts', () => {
  it('all say so: none that the database lets only sealed texts into is left out', async () => {
    const said = (await sealedColumns(owner)).map(({ table, column }) => `${table}.${column}`);
    const { rows } = await owner.query<{ column: string }>(
      `select n.nspname || '.' || c.relname || '.' || a.attname as "column"
         from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
        where k.contype = 'c' and pg_get_constraintdef(k.oid) ~ (a.attname || $1)`,
      [String.raw` ~ '\^v\[1-9\]`],
    );
    for (const { column } of rows) expect(said).toContain(column);
    expect(said).toContain('training.signing_keys.sealed_private');
    expect(said).toContain('safeguarding.concerns.happened');
    expect(said.filter((each) => each.startsWith('recruiting.disclosures.'))).toHaveLength(8);
  });

  it('each belong to an organisation and name a purpose that there is', async () => {
    for (const { table, purpose } of await sealedColumns(owner)) {
      expect(['signing-keys', 'safeguarding', 'disclosures']).toContain(purpose);
      await owner.query(`select organisation_id from ${table} limit 0`);
    }
  });

  it('that do not say so are found by what stands in them', async () => {
    expect(await unsaidColumns(owner)).toEqual([]);
    await concerns(here, ['It was said.']);
    const [text] = sealedBy(before, here, ['hidden']);
    await owner.query('update safeguarding.concerns set page = $1', [text]);
    expect(await unsaidColumns(owner)).toEqual(['safeguarding.concerns.page']);
    await owner.query('create table people.tried (words jsonb)');
    await owner.query('insert into people.tried values ($1)', [JSON.stringify({ note: [text] })]);
    expect(await unsaidColumns(owner)).toEqual(['people.tried.words', 'safeguarding.concerns.page']);
    await owner.query('drop table people.tried');
  });
});

describe('what was written before it was sealed', () => {
  it('is sealed for its organisation, once, and what is empty stays empty', async () => {
    const words = ['It was said.', 'v1.2 of the form was lying there', 'ñ, 你好'];
    await concerns(here, words);
    await concerns(elsewhere, ['Elsewhere.']);
    expect(await sealOpenTexts(database.owner, before)).toMatchObject({ renewed: 4, shut: [] });
    expect((await kept(here)).every(isSealed)).toBe(true);
    expect(await opened(before, here)).toEqual(words);
    expect(await opened(before, elsewhere)).toEqual(['Elsewhere.']);
    const said = await owner.query(
      `select from safeguarding.concerns where said <> '' or done_already <> ''`,
    );
    expect(said.rowCount).toBe(0);
    const first = await kept(here);
    expect((await sealOpenTexts(database.owner, before)).renewed).toBe(0);
    expect(await kept(here)).toEqual(first);
  });

  it('is sealed whole by several that start at once', async () => {
    await concerns(here, many(450));
    const done = await Promise.all([1, 2, 3].map(() => sealOpenTexts(database.owner, before)));
    expect(done.reduce((sum, { renewed }) => sum + renewed, 0)).toBe(450);
    expect(await opened(before, here)).toEqual(many(450));
  });
});

describe('a new secret', () => {
  it('opens everything once it was brought in, and the one before opens nothing any more', async () => {
    await concerns(here, sealedBy(before, here, many(450)));
    await concerns(elsewhere, sealedBy(before, elsewhere, ['Elsewhere.']));
    expect(await countTexts(owner, both)).toEqual({ newest: 0, others: 451 });
    const told: string[] = [];
    const { renewed, shut } = await renewTexts(database.owner, both, (sentence) => told.push(sentence));
    expect([renewed, shut]).toEqual([451, []]);
    expect(told.join()).toMatch(/safeguarding\.concerns\.happened +451/);
    expect(await opened(after, here)).toEqual(many(450));
    expect(await opened(after, elsewhere)).toEqual(['Elsewhere.']);
    await expect(opened(before, here)).rejects.toThrow('another secret');
    expect(await countTexts(owner, after)).toEqual({ newest: 451, others: 0 });
    expect((await renewTexts(database.owner, both, quiet)).renewed).toBe(0);
  });

  it('cut off in the middle goes on from there', async () => {
    await concerns(here, sealedBy(before, here, many(450)));
    let seen = 0;
    let cut: Promise<unknown> = Promise.resolve();
    const cutOff: HouseVault = {
      ...both,
      renew: (...text) => {
        seen += 1;
        if (seen === 250)
          cut = owner.query(
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'kith keys'`,
          );
        return both.renew(...text);
      },
    };
    await expect(renewTexts(database.owner, cutOff, quiet)).rejects.toThrow();
    await cut;
    const halfway = await countTexts(owner, both);
    expect(halfway.newest).toBeGreaterThanOrEqual(200);
    expect(halfway.others).toBeGreaterThan(0);
    expect(await opened(both, here)).toEqual(many(450));
    expect((await renewTexts(database.owner, both, quiet)).renewed).toBe(halfway.others);
    expect(await opened(after, here)).toEqual(many(450));
  });

  it('is brought in while others write', async () => {
    await concerns(here, sealedBy(before, here, many(450)));
    let stop = false;
    let changes = 0;
    const writing = (async () => {
      while (!stop) {
        await owner.query(
          `update safeguarding.concerns set page = page || '.' where id in (select id from safeguarding.concerns order by random() limit 20)`,
        );
        changes += 1;
      }
    })();
    const { shut } = await renewTexts(database.owner, both, quiet);
    stop = true;
    await writing;
    expect(changes).toBeGreaterThan(0);
    expect(shut).toEqual([]);
    expect(await opened(after, here)).toEqual(many(450));
  });

  it('leaves what no secret opens as it is, and says how much that is', async () => {
    const lost = vaultOf('a secret that nobody has any more, sadly');
    const texts = [...sealedBy(lost, here, ['gone']), ...sealedBy(before, here, ['there'])];
    await concerns(here, texts);
    const { renewed, shut } = await renewTexts(database.owner, both, quiet);
    expect(renewed).toBe(1);
    expect(shut).toMatchObject([{ table: 'safeguarding.concerns', column: 'happened', texts: 1 }]);
    expect(await kept(here)).toContain(texts[0]);
  });
});
