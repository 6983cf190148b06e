import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, readConfig, SECRETS } from './config.ts';

const id = '8b2c5a1e-0d43-4f0a-9d8c-2f61b6d7a310';
const key = `texts-${id}-${id}`;

test('texts are sent once the key and the template are both there, and a half or a wrong one stops the start', () => {
  expect(readConfig({}).notify).toBeUndefined();
  expect(readConfig({ NOTIFY_API_KEY: `${key} `, NOTIFY_SMS_TEMPLATE_ID: id }).notify).toEqual({
    apiKey: key,
    templateId: id,
  });
  for (const wrong of [
    { NOTIFY_API_KEY: key },
    { NOTIFY_SMS_TEMPLATE_ID: id },
    { NOTIFY_API_KEY: id, NOTIFY_SMS_TEMPLATE_ID: id },
    { NOTIFY_API_KEY: key, NOTIFY_SMS_TEMPLATE_ID: 'texts' },
  ])
    expect(() => readConfig(wrong)).toThrow(ConfigError);
});

test('links in e-mails lead to an address of ours, never to the one a stranger’s browser names', () => {
  const smtp = { SMTP_URL: 'smtp://mail.example.org' };
  expect(readConfig(smtp).smtpUrl).toBeDefined();
  for (const open of [{ HOST: '0.0.0.0' }, { TRUST_PROXY: 'yes' }]) {
    expect(() => readConfig({ ...smtp, ...open })).toThrow('PUBLIC_URL');
    expect(readConfig({ ...smtp, ...open, PUBLIC_URL: 'https://kith.example.org' }).publicUrl).toBeDefined();
  }
});

describe('secrets from files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-secrets-'));
  const fileWith = (text: string) => {
    const file = join(folder, 'secret');
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(SECRETS)('%s may come from a file, without what an editor left behind it', (name) => {
    const text = name.endsWith('URL') ? 'postgres://kith@db.example/kith' : 'x'.repeat(48);
    const notify = key;
    const value = name === 'NOTIFY_API_KEY' ? notify : name === 'SMTP_URL' ? 'smtp://mail.example' : text;
    const beside = {
      ...((name === 'DATABASE_URL' || name === 'KITH_SECRET_BEFORE') && { KITH_SECRET: 'y'.repeat(48) }),
      ...(name === 'NOTIFY_API_KEY' && { NOTIFY_SMS_TEMPLATE_ID: '0190c6a0-0000-7000-8000-000000000000' }),
    };
    const given = readConfig({ ...beside, [name]: value });
    expect(readConfig({ ...beside, [`${name}_FILE`]: fileWith(`${value}\n`) })).toEqual(given);
  });

  test('both at once, a file that is not there and an empty one are said with the name of the setting alone', () => {
    const both = () =>
      readConfig({ KITH_SECRET: 'z'.repeat(48), KITH_SECRET_FILE: fileWith('w'.repeat(48)) });
    expect(both).toThrow('Set KITH_SECRET or KITH_SECRET_FILE');
    expect(both).not.toThrow('zzz');
    expect(() => readConfig({ KITH_SECRET_FILE: join(folder, 'nowhere') })).toThrow('cannot be read');
    expect(() => readConfig({ KITH_SECRET_FILE: fileWith('\n') })).toThrow('is empty');
  });
});
