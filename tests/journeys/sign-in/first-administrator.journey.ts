import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/chromium.ts';
import { type KithServer, openKith } from '../../support/kith-server.ts';
import { pathIn } from '../../support/letterbox.ts';
import { newVisitor } from '../../support/visit.ts';

let kith: KithServer;
let chromium: Browser;
beforeAll(async () => {
  [kith, chromium] = await Promise.all([openKith(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await chromium?.close();
  await kith?.stop();
});

import { createHmac } from 'node:crypto';

/** The six figures an authenticator app shows for this key, so many half minutes from now. */
const codeOf = (key: string, ahead = 0): string => {
  const bits = [...key.replace(/\s|=/g, '').toUpperCase()]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const moment = Buffer.alloc(8);
  moment.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const hash = createHmac('sha1', secret).update(moment).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
};

test('an administrator made on the command line chooses a password, sets up an app, and needs both ever after', async () => {
  const said = await kith.says('user', 'create', 'nia.powell@example.com', 'Nia Powell');

  const nia = await newVisitor(chromium, kith);
  await nia.visit(pathIn(said));
  await nia.sees('Welcome, Nia Powell');
  await nia.write('Choose a password', 'slow warm porridge');
  await nia.press('Keep this password and go in');
  await nia.sees('Set up your second step');
  await nia.page.goto('/today');
  expect(new URL(nia.page.url()).pathname, 'nothing opens before it').toMatch(/^\/sign-in/);
  await nia.sees('Set up your second step');
  const key = (await nia.page.locator('code').first().innerText()).trim();
  await nia.write('The six figures the app shows now', '000000');
  await nia.press('Finish');
  expect(await nia.page.title()).toMatch(/^Error: /);
  await nia.write('The six figures the app shows now', codeOf(key));
  await nia.press('Finish');
  await nia.follow('I have kept them');
  await nia.visit('/today');
  await nia.visit('/account');
  await nia.press('Sign out everywhere');
  expect((await nia.page.goto('/today'))?.url()).toMatch(/\/sign-in/);

  await nia.visit('/sign-in?next=/today');
  await nia.page.locator('#email').fill('nia.powell@example.com');
  await nia.page.locator('#password').fill('slow warm porridge');
  await nia.press('Sign in');
  await nia.sees('One more step');
  await nia.page.goto('/team');
  expect(new URL(nia.page.url()).pathname, 'a password alone opens nothing').toMatch(/^\/sign-in/);
  await nia.visit('/sign-in/second-step?next=/today');
  await nia.write('The code in your authenticator app', codeOf(key, 1));
  await nia.press('Go in');
  await nia.visit('/team');
  await nia.leave();
});
