import { afterAll, beforeAll, expect, test } from 'vitest';
import { readyToTrain } from '../../../src/rooms/training/cohorts/cohort.fixture.ts';
import { go, tabTo } from '../../support/keyboard.ts';
import { openTrainingHouse, type Training } from './on-the-way.ts';

let here: Training;
beforeAll(async () => {
  here = await openTrainingHouse();
  await readyToTrain(here.house, 'Marta');
  await here.house.drain();
}, 300_000);
afterAll(() => here?.close());

test('a cohort is planned, noted and caught up with the keyboard alone and no JavaScript', async () => {
  const ruth = await here.visitor(here.manager, { width: 1280, javaScript: false });
  const desk = ruth.page;
  const types = async (field: RegExp, words: string) => {
    await tabTo(desk, field);
    await desk.keyboard.press('ControlOrMeta+A');
    await desk.keyboard.type(words);
  };
  await desk.goto('/cohorts');
  await tabTo(desk, /^Plan a cohort/);
  await go(desk, 'Enter');
  await types(/^What is it called/, 'Easter weekends');
  await go(desk, 'Enter');
  expect(await desk.title()).toMatch(/^Error: /);
  await tabTo(desk, /^Choose how the units are laid out/);
  await desk.keyboard.press('Enter');
  // The arrow picks the next of several answers; the third is the two weekends.
  await desk.keyboard.press('Space');
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('ArrowDown');
  await types(/^Day$/, '13');
  await types(/^Month$/, '3');
  await types(/^Year$/, '2026');
  await types(/^Where, if it is somewhere else/, 'The library, upstairs');
  await tabTo(desk, new RegExp(here.trainer.name));
  await desk.keyboard.press('Space');
  await tabTo(desk, /^Plan it/);
  await go(desk, 'Enter');
  await ruth.sees('The cohort is planned.');
  await ruth.sees('Second Sunday');
  await tabTo(desk, /^Open it/);
  await go(desk, 'Enter');
  await tabTo(desk, /^Give a place/);
  await go(desk, 'Enter');
  await tabTo(desk, /^Marta/);
  await desk.keyboard.press('Space');
  await tabTo(desk, /^Give the place/);
  await go(desk, 'Enter');
  await ruth.sees('They have a place.');
  const cohort = new URL(desk.url()).pathname;

  const marta = await here.visitor(null, { javaScript: false });
  const phone = marta.page;
  await phone.goto(await here.linkTo('marta@example.org', 'You have a place in the training'));
  await tabTo(phone, /^I cannot come/);
  await go(phone, 'Enter');
  await tabTo(phone, /^I cannot come/);
  await phone.keyboard.press('Space');
  await tabTo(phone, /^Tell us/);
  await go(phone, 'Enter');
  await marta.sees('You told us that you cannot come.');

  await here.at('2026-03-13', '18:30');
  const joanne = await here.visitor(here.trainer, { javaScript: false });
  await joanne.page.goto(cohort);
  await tabTo(joanne.page, /First Friday$/);
  await go(joanne.page, 'Enter');
  await joanne.sees('Said they cannot come.');
  await tabTo(joanne.page, /^Was there/);
  await joanne.page.keyboard.press('ArrowDown');
  await tabTo(joanne.page, /^Save who came/);
  await go(joanne.page, 'Enter');
  await joanne.sees('Saved: 0 of 1 came.');

  await desk.goto(cohort);
  await tabTo(desk, /^unit 1/);
  await go(desk, 'Enter');
  await tabTo(desk, /^One to one/);
  await desk.keyboard.press('Space');
  await types(/^Day$/, '17');
  await types(/^Month$/, '3');
  await types(/^Year$/, '2026');
  await types(/^What time/, '6pm');
  await tabTo(desk, /^Who meets them|Choose somebody/);
  await desk.keyboard.type(here.trainer.name.slice(0, 4));
  await types(/^Where\?/, 'The small room');
  await tabTo(desk, /^Offer it/);
  await go(desk, 'Enter');
  await ruth.sees('The catch-up is offered.');

  await phone.goto(await here.linkTo('marta@example.org', 'A time to catch up what you missed'));
  await tabTo(phone, /^Say yes, or another time/);
  await go(phone, 'Enter');
  await tabTo(phone, /^Yes, I will be there/);
  await phone.keyboard.press('Space');
  await tabTo(phone, /^Tell us/);
  await go(phone, 'Enter');
  await marta.sees('You said yes. See you there.');

  await here.at('2026-03-17', '19:45');
  await joanne.page.goto(cohort);
  await tabTo(joanne.page, /Marta Nowak$/);
  await go(joanne.page, 'Enter');
  await tabTo(joanne.page, /unit 1$/);
  await go(joanne.page, 'Enter');
  await tabTo(joanne.page, /^It took place/);
  await go(joanne.page, 'Enter');
  await joanne.sees('Done. The unit is theirs.');
  await here.house.drain();

  await phone.reload();
  await marta.sees('1 of 15 units.');
  await tabTo(phone, /^Your certificates/);
  await go(phone, 'Enter');
  await marta.sees('You have earned 1 unit.');
  await tabTo(phone, /^Certificate \(PDF\)/);
  const [paper] = await Promise.all([phone.waitForEvent('download'), phone.keyboard.press('Enter')]);
  expect(paper.suggestedFilename()).toMatch(/\.pdf$/);
  for (const each of [ruth, marta, joanne]) await each.leave();
}, 300_000);
