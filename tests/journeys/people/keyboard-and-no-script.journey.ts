import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/chromium.ts';
import { go, tabTo } from '../../support/keyboard.ts';
import { type KithServer, openKith } from '../../support/kith-server.ts';
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

test('a parent answers an invitation and finds urgent help with the keyboard alone and no JavaScript', async () => {
  const amina = await newVisitor(chromium, kith, { javaScript: false });
  const { page } = amina;
  await page.goto('/sign-in?next=/me');
  await tabTo(page, /^E-mail address/);
  await page.keyboard.type('amina.rahman@example.org');
  await tabTo(page, /^Password/);
  await page.keyboard.type('three-warm-mugs');
  await go(page, 'Enter');
  await amina.sees('Hello Amina');

  await tabTo(page, /^(Getting there|Change it)/);
  await go(page, 'Enter');
  await amina.sees('Will you be there?');
  await tabTo(page, /^(I’ll be there|I can’t come)/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await tabTo(page, /^Anything to tell us/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('My boy comes too.');
  await tabTo(page, /^Send/);
  await go(page, 'Enter');
  await page.goto('/me');
  await amina.sees('You said you will be there.');

  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => (document.activeElement as HTMLElement).innerText);
  expect(first, 'the first thing on the page').toMatch(/Need help now/);
  await go(page, 'Enter');
  await amina.sees('999');
  expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
  await amina.leave();
});

test('“Leave this page” is gone at once to a page that says nothing of us', async () => {
  const amina = await newVisitor(chromium, kith, { javaScript: false });
  const { page } = amina;
  const asked: (string | null)[] = [];
  await amina.context.route('https://www.bbc.co.uk/**', async (route) => {
    asked.push(await route.request().headerValue('referer'));
    await route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>Weather</title><h1>Weather</h1>',
    });
  });
  await amina.signsIn('amina.rahman@example.org', '/me');
  await page.goto('/me');
  await page.keyboard.press('Tab');
  await tabTo(page, /^Leave/);
  await go(page, 'Enter');
  expect(page.url()).toMatch(/^https:\/\/www\.bbc\.co\.uk\//);
  expect(asked, 'and is not told where somebody came from').toEqual([null]);
  await amina.leave();
});
