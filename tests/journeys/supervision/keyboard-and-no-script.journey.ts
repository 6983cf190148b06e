import { afterAll, beforeAll, expect, test } from 'vitest';
import * as paths from '#rooms/supervision/paths.ts';
import { go, tabTo } from '../../support/keyboard.ts';
import { type Hub, openHub } from './on-the-way.ts';

let hub: Hub;
beforeAll(async () => {
  hub = await openHub();
}, 180_000);
afterAll(() => hub?.close());

test('a time is answered, held, written down and read with the keyboard alone and no JavaScript', async () => {
  const { id: meetingId, on } = await hub.openFor(1);
  const key = { meetingId, accountId: hub.priya.accountId };
  const priya = await hub.visitor(hub.priya, { javaScript: false });
  await priya.page.goto(paths.ownSupervision());
  await tabTo(priya.page, /^Answer\s[\s\S]*30 March/);
  await go(priya.page, 'Enter');
  await tabTo(priya.page, /^Yes, it suits me/);
  await priya.page.keyboard.press('Space');
  await tabTo(priya.page, /^Send my answer/);
  await go(priya.page, 'Enter');
  await priya.sees('You said yes to this time.');

  await hub.go(on);
  const rob = await hub.visitor(hub.rob, { width: 1280, javaScript: false });
  await rob.page.goto(paths.supervision());
  await tabTo(rob.page, /^Say what happened/);
  await go(rob.page, 'Enter');
  await tabTo(rob.page, /^Yes, we met/);
  await go(rob.page, 'Enter');
  await tabTo(rob.page, /^Write it down/);
  await go(rob.page, 'Enter');
  await rob.sees('It is written down that you met.');
  await tabTo(rob.page, /^The note of this meeting/);
  await go(rob.page, 'Enter');
  await tabTo(rob.page, /^Keep the note and share it/);
  await go(rob.page, 'Enter');
  expect(await rob.page.title()).toMatch(/^Error: /);
  await tabTo(rob.page, /^Write a few words under one of the headings/);
  await rob.page.keyboard.press('Enter');
  await rob.page.keyboard.type('She led the welcome alone.');
  await tabTo(rob.page, /^Keep as a draft/);
  await go(rob.page, 'Enter');
  await rob.sees('Your draft is saved.');
  const nobodyYet = await priya.page.goto(paths.note(key));
  expect(nobodyYet?.status()).toBe(404);
  await tabTo(rob.page, /^Keep the note and share it/);
  await go(rob.page, 'Enter');
  await rob.sees('The note is kept.');

  await priya.page.goto(paths.ownNotes());
  await tabTo(priya.page, /^Read/);
  await go(priya.page, 'Enter');
  await priya.sees('She led the welcome alone.');
  await priya.page.goto(paths.howItWas());
  await tabTo(priya.page, /^Light/);
  await priya.page.keyboard.press('ArrowDown');
  await priya.page.keyboard.press('ArrowDown');
  await tabTo(priya.page, /^Tell us/);
  await go(priya.page, 'Enter');
  await priya.sees(/Rob Ash rings you, .*tomorrow at 6pm at the latest/);
  for (const each of [priya, rob]) await each.leave();
}, 180_000);
