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
