import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/chromium.ts';
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

test('a peer supporter raises a concern in a minute; who owns it sees it first, who it names sees nothing', async () => {
  const worry = 'He spoke to one of the mothers in a way that made her leave the room.';

  const priya = await newVisitor(chromium, kith);
  await priya.signsIn('priya.nair@example.org');
  await priya.visit('/groups');
  const began = performance.now();
  await priya.follow('Raise a concern');
  await priya.choose('No, not as far as I know');
  await priya.write('Who is it about?', 'A mother in the autumn group');
  await priya.write('What happened, or what worries you?', worry);
  await priya.choose('Yes', 'Is it about somebody of our team?');
  await priya.choose(/^Imran Siddiqui/);
  await priya.press('Raise this concern');
  expect(performance.now() - began, 'milliseconds it took').toBeLessThan(60_000);
  const receipt = new URL(priya.page.url()).pathname;
  expect(receipt).toMatch(/^\/concerns\/receipts\//);
  const reference = /[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(await priya.page.locator('main').innerText())?.[0] ?? '';
  expect(reference).not.toBe('');

  const letter = await kith.letterbox.letterTo('ruth.okafor@example.org', '/concerns/');
  expect(`${letter.subject} ${letter.text}`, 'nothing of it leaves by e-mail').not.toMatch(
    /mother|Imran|autumn/i,
  );

  const ruth = await newVisitor(chromium, kith);
  await ruth.signsIn('ruth.okafor@example.org');
  await ruth.visit('/today');
  const first = await ruth.page.locator('main a[href]').first().getAttribute('href');
  expect(first, 'the first thing of her day').toMatch(/^\/concerns/);
  await ruth.visit('/concerns');
  await ruth.sees(reference);
  await ruth.follow(new RegExp(`^Open concern ${reference}`));
  await ruth.sees(worry);
  const concern = new URL(ruth.page.url()).pathname;
  await ruth.write(/^A few words for whoever raised it/, 'Thank you. I speak with her today.');
  await ruth.press('Take it on');

  await priya.visit(receipt);
  await priya.sees('Thank you. I speak with her today.');
  expect((await priya.page.request.get(concern)).status(), 'who raised it reads no casework').toBe(404);

  const imran = await newVisitor(chromium, kith);
  await imran.signsIn('imran.siddiqui@example.org');
  for (const page of ['/today', '/concerns']) {
    await imran.visit(page);
    await imran.doesNotSee(reference, worry, 'Priya Nair raised');
  }
  expect((await imran.page.request.get(concern)).status()).toBe(404);
  expect((await imran.page.request.get(receipt)).status()).toBe(404);
  expect(kith.letterbox.letters.filter((each) => each.to === 'imran.siddiqui@example.org')).toEqual([]);
  for (const each of [priya, ruth, imran]) await each.leave();
});

test('the form says at once what comes before it: a person in danger', async () => {
  const priya = await newVisitor(chromium, kith, { javaScript: false });
  await priya.signsIn('priya.nair@example.org');
  await priya.visit('/concerns/new');
  await priya.sees('999');
  await priya.press('Raise this concern');
  expect(await priya.page.title()).toMatch(/^Error: /);
  await priya.sees('Say whether anyone is in danger now.');
  await priya.leave();
});
