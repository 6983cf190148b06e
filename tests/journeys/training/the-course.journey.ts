import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/chromium.ts';
import { type KithServer, openKith } from '../../support/kith-server.ts';
import { pathIn } from '../../support/letterbox.ts';
import { newVisitor } from '../../support/visit.ts';
import { asks, fileOf, today, writesApplication, writesDownTheTalk } from '../recruiting/on-the-way.ts';

let kith: KithServer;
let chromium: Browser;
beforeAll(async () => {
  [kith, chromium] = await Promise.all([openKith(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await chromium?.close();
  await kith?.stop();
});

test('the course keeps a place on another phone, and a course done elsewhere counts once it is seen', async () => {
  const wren = { givenName: 'Wren', familyName: 'Thistlewood', email: 'wren.thistlewood@example.com' };
  const applicant = await newVisitor(chromium, kith);
  const ruth = await newVisitor(chromium, kith, { width: 1280 });
  await ruth.signsIn('ruth.okafor@example.org');
  const home = await asks(applicant, kith, wren);
  const file = await fileOf(ruth, wren);
  await applicant.visit(`${home}/course`);
  await applicant.sees('Not quite yet');
  expect(await applicant.page.getByRole('button', { name: 'Begin' }).count(), 'not before its turn').toBe(0);
  await writesDownTheTalk(ruth, file);
  await writesApplication(applicant, home, wren);

  await applicant.visit(`${home}/course`);
  await applicant.press('Begin');
  await applicant.press('Go on');
  await applicant.press('Go on');
  const third = new URL(applicant.page.url()).pathname.split('/').slice(-2).join('/');
  await applicant.leave();
  const later = await newVisitor(chromium, kith, { javaScript: false });
  const letter = await kith.letterbox.letterTo(wren.email, 'You are one step further');
  const again = pathIn(letter.text);
  await later.visit(`${again}/course`);
  await later.follow(/^Go on where you left/);
  expect(new URL(later.page.url()).pathname, 'her place is kept').toBe(`${again}/course/${third}`);
  const ahead = third.replace(/\d+$/, (screen) => String(Number(screen) + 1));
  await later.visit(`${again}/course/${ahead}`);
  expect(new URL(later.page.url()).pathname, 'and nobody reads ahead').toBe(`${again}/course/${third}`);

  await later.visit(`${again}/course`);
  await later.follow('I have done a safeguarding course somewhere else');
  await later.press('Tell us');
  expect(await later.page.title()).toMatch(/^Error: /);
  await later.write('Who ran it?', 'Harbour Lights');
  await later.write('What was it called?', 'Keeping each other safe');
  await later.date('Which day is on the certificate?', today().subtract({ days: 40 }));
  await later.press('Tell us');
  await later.sees('We are checking the course you did elsewhere');
  expect((await later.page.request.get(`${again}/course/certificate`)).status(), 'saying so is not it').toBe(
    404,
  );

  await ruth.visit('/e-learning/people');
  await ruth.follow(/^Check it.*Wren/);
  await ruth.choose(/^Yes, I have seen it/, 'Does it count?');
  await ruth.write(/^What did you see/, 'The original, and I rang Harbour Lights.');
  await ruth.date('On which day does it end?', today().add({ days: 325 }));
  await ruth.press('Save');

  await later.visit(`${again}/course`);
  await later.sees('We have checked the course you did with Harbour Lights.');
  await later.follow('Look at your certificate');
  await later.sees('Wren Thistlewood');
  const number = /\b[A-Z0-9]{3}-[A-Z0-9]{3}\b/.exec(await later.page.locator('main').innerText())?.[0];
  const stranger = await newVisitor(chromium, kith);
  await stranger.visit('/certificate');
  await stranger.write('Number of the certificate', number?.toLowerCase() ?? '');
  await stranger.press('Look it up');
  await stranger.sees('This certificate holds until');
  await stranger.sees('Wren T');
  await stranger.doesNotSee('Thistlewood', wren.email);
  for (const each of [later, ruth, stranger]) await each.leave();
});
