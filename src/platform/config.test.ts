import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

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
