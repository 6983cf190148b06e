import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type Config, readConfig } from '#platform/config.ts';
import { gateway } from '#platform/db/as-actor.ts';
import { vaultOf } from '#platform/db/vault.ts';
import { keyFor } from '#platform/sign-in/keys.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Ground, MONDAY, settle } from '../../tests/support/stand.ts';
import { sealedTexts } from './doctor.ts';
import { keys } from './keys.ts';
import { migrateNow } from './migrate.ts';
import { changeSecretFile, secretFiles, secretsFor, secretsThere } from './secrets.ts';

const OLD = 'the secret of before, long enough to be one';
const NEW = 'the secret in use now, long enough to be one';

let database: TestDatabase;
let owner: pg.Client;
let ground: Ground;
let folder: string;
let config: Config;
beforeAll(async () => {
  database = await testDatabase();
  const pool = new pg.Pool({ ...database.app, max: 2, pipeline: true } as pg.PoolConfig);
  ground = await settle(gateway(pool, vaultOf(OLD)), () => MONDAY, {});
  await pool.end();
  owner = new pg.Client(database.owner);
  await owner.connect();
  folder = mkdtempSync(join(tmpdir(), 'kith-keys-'));
  config = readConfig({
    ...database.environment,
    DATA_DIR: folder,
    KITH_SECRET: NEW,
    KITH_SECRET_BEFORE: OLD,
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await owner.end();
  await database.drop();
});
beforeEach(async () => {
  await owner.query('delete from safeguarding.concerns');
  await owner.query('delete from sign_in."user"');
});

/** What a command answers and says. */
const said = async (
  work: () => Promise<number>,
): Promise<{ readonly code: number; readonly words: string }> => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    const code = await work();
    return { code, words: log.mock.calls.flat().join('\n') };
  } finally {
    log.mockRestore();
  }
};
const write = (text: string) =>
  owner.query(
    `insert into safeguarding.concerns (organisation_id, id, centre_id, reference, raised_at, happened, danger_now, owner_id, acknowledge_by)
     values ($1, $2, $3, $4, now(), $5, false, $2, now())`,
    [ground.organisationId, newId(), ground.centreId, newId().slice(-8), text],
  );
const kept = async () =>
  (await owner.query<{ happened: string }>('select happened from safeguarding.concerns')).rows[0]?.happened ??
  '';
const sealedWith = (secret: string, text: string) =>
  vaultOf(secret).within(ground.organisationId).seal('safeguarding', text);
const openedWith = (secret: string, text: string) =>
  vaultOf(secret).within(ground.organisationId).open('safeguarding', text);

describe('kith keys rotate', () => {
  test('brings everything under the new secret, and then says that the old one may go', async () => {
    await write(sealedWith(OLD, 'It was said.'));
    expect((await said(() => keys(config, []))).words).toContain(
      '0 texts are under the secret in use, 1 are not',
    );
    expect((await sealedTexts(database.owner, NEW)).well).toBe(false);
    const { code, words } = await said(() => keys(config, ['rotate']));
    expect([code, words]).toEqual([0, expect.stringContaining('KITH_SECRET_BEFORE may go now')]);
    expect(words).toContain('backups from before');
    expect(openedWith(NEW, await kept())).toBe('It was said.');
    expect((await sealedTexts(database.owner, NEW)).well).toBe(true);
  });

  test('does nothing beside a Kith that does not know the new secret', async () => {
    await write(sealedWith(OLD, 'It was said.'));
    const running = new pg.Client({ ...database.app, application_name: `kith ${vaultOf(OLD).trace}` });
    await running.connect();
    try {
      await expect(keys(config, ['rotate'])).rejects.toThrow('does not know the new secret');
      expect(openedWith(OLD, await kept())).toBe('It was said.');
    } finally {
      await running.end();
    }
    const anew = new pg.Client({ ...database.app, application_name: `kith ${vaultOf(NEW, OLD).trace}` });
    await anew.connect();
    try {
      expect((await said(() => keys(config, ['rotate']))).code).toBe(0);
    } finally {
      await anew.end();
    }
  });

  test('keeps the old secret while a text opens with neither, or one is kept where nobody looks', async () => {
    await write(sealedWith('a secret that nobody has any more, sadly', 'gone'));
    const lost = await said(() => keys(config, ['rotate']));
    expect([lost.code, lost.words]).toEqual([1, expect.stringContaining('open with neither secret')]);
    expect(lost.words).not.toContain('may go now');
    await owner.query('delete from safeguarding.concerns');
    await write(sealedWith(OLD, 'It was said.'));
    await owner.query('update safeguarding.concerns set page = happened');
    const hidden = await said(() => keys(config, ['rotate']));
    expect([hidden.code, hidden.words]).toEqual([1, expect.stringContaining('safeguarding.concerns.page')]);
  });

  test('lets authenticator apps and recovery codes go on working', async () => {
    const id = newId();
    const key = (secret: string) => keyFor(secret, 'sessions');
    const sealed = (data: string) => symmetricEncrypt({ key: key(OLD), data });
    await owner.query(
      `insert into sign_in."user" ("id", "name", "email", "emailVerified") values ($1, 'Ada', 'ada@example.org', true)`,
      [id],
    );
    await owner.query(
      `insert into sign_in."twoFactor" ("id", "secret", "backupCodes", "userId", "verified") values ($1, $2, $3, $1, true)`,
      [id, await sealed('shared'), await sealed('["codes"]')],
    );
    expect((await said(() => keys(config, ['rotate']))).words).toContain('1 authenticator apps');
    const { rows } = await owner.query<{ secret: string; codes: string }>(
      'select "secret" as secret, "backupCodes" as codes from sign_in."twoFactor"',
    );
    expect(await symmetricDecrypt({ key: key(NEW), data: rows[0]?.secret ?? '' })).toBe('shared');
    expect(await symmetricDecrypt({ key: key(NEW), data: rows[0]?.codes ?? '' })).toBe('["codes"]');
    expect((await said(() => keys(config, ['rotate']))).words).toContain('0 authenticator apps');
  });

  test('asks for the secret of before, and takes none as a word', async () => {
    const alone = readConfig({ ...database.environment, KITH_SECRET: NEW });
    await expect(keys(alone, ['rotate'])).rejects.toThrow('KITH_SECRET_BEFORE');
    await expect(keys(alone, ['rotate', OLD])).rejects.toThrow('No command takes a secret');
    await expect(keys(alone, ['new'])).rejects.toThrow('comes from KITH_SECRET');
    await expect(keys(alone, ['turn'])).rejects.toThrow('Say which');
  });
});

describe('kith migrate', () => {
  test('seals what stands open where the secret is there, and makes none of its own where it is not', async () => {
    await write('It was said.');
    const without = readConfig({ ...database.environment, DATA_DIR: join(folder, 'nothing') });
    expect((await said(() => migrateNow(without))).code).toBe(0);
    expect(await kept()).toBe('It was said.');
    expect(existsSync(join(folder, 'nothing'))).toBe(false);
    expect((await said(() => migrateNow(config))).words).toContain('Sealed: 1 texts');
    expect(openedWith(NEW, await kept())).toBe('It was said.');
  });
});

describe('the secret beside the data', () => {
  const beside = () => readConfig({ DATA_DIR: mkdtempSync(join(folder, 'data-')) });

  test('is made once, for nobody else to read, and the one before stays beside it', async () => {
    const here = beside();
    expect(secretsThere(here)).toBeNull();
    const { secret } = secretsFor(here);
    expect(secretsFor(here)).toEqual({ secret });
    const { words } = await said(() => keys(here, ['new']));
    const now = secretsFor(here);
    expect(now.before).toBe(secret);
    expect(now.secret).not.toBe(secret);
    expect(now.secret.length).toBeGreaterThanOrEqual(48);
    for (const each of [now.secret, secret]) expect(words).not.toContain(each);
    const files = secretFiles(here);
    for (const file of [files.secret, files.before]) expect(statSync(file).mode & 0o077).toBe(0);
    expect(existsSync(files.next)).toBe(false);
  });

  test('is not changed again before the last change is finished', () => {
    const here = beside();
    const first = secretsFor(here).secret;
    changeSecretFile(here);
    const second = secretsFor(here);
    expect(() => changeSecretFile(here)).toThrow('The last change is not finished');
    expect(secretsFor(here)).toEqual(second);
    rmSync(secretFiles(here).before);
    changeSecretFile(here);
    expect(secretsFor(here).before).toBe(second.secret);
    expect(secretsFor(here).before).not.toBe(first);
  });

  test('cut off half way still opens everything, and goes on from there', () => {
    const here = beside();
    const files = secretFiles(here);
    const { secret } = secretsFor(here);
    writeFileSync(files.next, 'half of a new');
    expect(secretsFor(here)).toEqual({ secret });
    writeFileSync(files.before, secret);
    expect(secretsFor(here)).toEqual({ secret, before: secret });
    changeSecretFile(here);
    expect(secretsFor(here).before).toBe(secret);
    expect(readFileSync(files.secret, 'utf8')).not.toContain('half');
    expect(secretsFor(here).secret).not.toBe(secret);
  });
});
