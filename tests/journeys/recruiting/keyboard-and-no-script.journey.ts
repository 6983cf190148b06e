import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/chromium.ts';
import { go, tabTo } from '../../support/keyboard.ts';
import { type KithServer, openKith } from '../../support/kith-server.ts';
import { pathIn } from '../../support/letterbox.ts';
import { newVisitor } from '../../support/visit.ts';
import {
  answers,
  asks,
  fileOf,
  finishesApplication,
  namesReferee,
  refereesLink,
  writesDownTheTalk,
} from './on-the-way.ts';

let kith: KithServer;
let chromium: Browser;
beforeAll(async () => {
  [kith, chromium] = await Promise.all([openKith(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await chromium?.close();
  await kith?.stop();
});

test('somebody asks about volunteering and takes a time to talk with the keyboard alone and no JavaScript', async () => {
  const applicant = await newVisitor(chromium, kith, { javaScript: false });
  const { page } = applicant;
  await page.goto('/join/hartley');
  await tabTo(page, /^Ask about volunteering/);
  await go(page, 'Enter');
  await tabTo(page, /^What shall we call you/);
  await page.keyboard.type('Kestrel');
  await go(page, 'Enter');
  expect(await page.title()).toMatch(/^Error: /);
  await tabTo(page, /^Give one way to reach you/);
  await page.keyboard.press('Enter');
  expect(
    await page.evaluate(() => document.activeElement?.id),
    'the line of the summary leads to its field',
  ).toBe('email');
  await page.keyboard.type('kestrel.bow@example.com');
  await tabTo(page, /^Were you a parent with us yourself|^Yes|^I would rather not/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Send it/);
  await go(page, 'Enter');
  await applicant.sees('Hello Kestrel');
  await tabTo(page, /^Choose a time to talk/);
  await go(page, 'Enter');
  await tabTo(page, /^Take it/);
  await go(page, 'Enter');
  await applicant.sees('The time is yours.');
  await applicant.leave();
});

test('an applicant and two referees do all that is theirs without JavaScript', async () => {
  const nuala = { givenName: 'Nuala', familyName: 'Birch', email: 'nuala.birch@example.com' };
  const applicant = await newVisitor(chromium, kith, { javaScript: false });
  const ruth = await newVisitor(chromium, kith, { width: 1280, javaScript: false });
  await ruth.signsIn('ruth.okafor@example.org');
  const home = await asks(applicant, kith, nuala);
  await applicant.visit(home);
  await applicant.follow('No time suits, or I would rather be rung');
  await applicant.press('Ask');
  expect(await applicant.page.title()).toMatch(/^Error: /);
  await applicant.choose('Please ring me');
  await applicant.write(/^When does it suit you/, 'After 4pm, on 020 7946 0012.');
  await applicant.press('Ask');
  await applicant.sees('You asked us to ring you');
  const file = await fileOf(ruth, nuala);
  await ruth.sees('After 4pm, on 020 7946 0012.');
  await writesDownTheTalk(ruth, file);

  const further = await kith.letterbox.letterTo(nuala.email, 'You are one step further');
  await applicant.visit(pathIn(further.text));
  await applicant.follow('Write your application');
  await applicant.press('Begin');
  await applicant.press('Continue');
  expect(await applicant.page.title()).toMatch(/^Error: /);
  await applicant.write('Your last name', nuala.familyName);
  await applicant.press('Continue');
  await applicant.press('Save and come back later');
  await applicant.sees('Nothing has been sent yet');
  await applicant.visit(`${home}/application`);
  await applicant.press('Carry on');
  await finishesApplication(applicant);

  await applicant.visit(`${home}/referees`);
  await applicant.press(/^Save, and/);
  expect(await applicant.page.title()).toMatch(/^Error: /);
  await namesReferee(applicant, { name: 'Perran Oak', email: 'perran.oak@example.com', context: 'Work' });
  await namesReferee(applicant, {
    name: 'Sunniva Ash',
    email: 'sunniva.ash@example.com',
    context: 'Volunteering',
  });
  await applicant.sees('You have done your part');

  const writes = await newVisitor(chromium, kith, { javaScript: false });
  await writes.visit(await refereesLink(kith, 'perran.oak@example.com'));
  await writes.press('Send my answers');
  expect(await writes.page.title()).toMatch(/^Error: /);
  await answers(writes, { called: 'Nuala', context: 'From work', words: 'We shared a desk.' });
  const talks = await newVisitor(chromium, kith, { javaScript: false });
  await talks.visit(await refereesLink(kith, 'sunniva.ash@example.com'));
  await talks.follow(/^I cannot answer/);
  await talks.choose('I would rather be rung');
  await talks.write(/^Your number and a good time/, '020 7946 0013, in the evening');
  await talks.press('Send');
  await talks.sees('We will ring you.');
  await ruth.visit(`${file}/references`);
  await ruth.sees('020 7946 0013, in the evening');
  for (const each of [applicant, ruth, writes, talks]) await each.leave();
});
