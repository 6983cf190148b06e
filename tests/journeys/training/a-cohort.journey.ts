import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { readyToTrain } from '../../../src/rooms/training/cohorts/cohort.fixture.ts';
import type { Visitor } from '../../support/visit.ts';
import { openTrainingHouse, type Training, welcomedVolunteer } from './on-the-way.ts';

let here: Training;
let priya: AccountActor;
let ruth: Visitor;
let joanne: Visitor;

beforeAll(async () => {
  here = await openTrainingHouse();
  priya = await welcomedVolunteer(here.house, 'Priya Nair');
  await readyToTrain(here.house, 'Marta');
  await readyToTrain(here.house, 'Leila', { familyName: 'Aziz' });
  await here.house.drain();
  ruth = await here.visitor(here.manager, { width: 1280 });
  joanne = await here.visitor(here.trainer);
}, 300_000);
afterAll(() => here?.close());

const COHORT = 'Winter weekends';
const titled = (number: number): string =>
  `${number} ${here.from.content.units.find((unit) => unit.number === number)?.title}`;

const plansOpensAndFills = async (): Promise<void> => {
  await ruth.visit('/cohorts');
  await ruth.sees('No cohort is planned.');
  await ruth.follow('Plan a cohort');
  await ruth.press('Plan it');
  expect(await ruth.page.title()).toMatch(/^Error: /);
  await ruth.write('What is it called?', COHORT);
  await ruth.choose('Two long weekends');
  await ruth.date('Which day is the first?', Temporal.PlainDate.from('2026-03-13'));
  await ruth.choose('Somewhere else', 'Which room?');
  await ruth.write('Where, if it is somewhere else?', 'The library, upstairs');
  await ruth.write('How many can take part?', '3');
  await ruth.choose(here.trainer.name, 'Who leads it?');
  await ruth.press('Plan it');
  await ruth.sees('The cohort is planned.');
  await ruth.sees('Friday 13 March at 5.30pm');
  // Three weeks on is Good Friday: the whole weekend moves on by one.
  await ruth.sees('Friday 10 April at 5.30pm');
  await ruth.press('Open it');
  await ruth.sees('The cohort is open.');
  for (const name of ['Priya Nair', 'Marta Nowak', 'Leila Aziz']) {
    await ruth.follow('Give a place');
    await ruth.choose(name, 'Who?');
    await ruth.press('Give the place');
    await ruth.sees('They have a place.');
  }
  await ruth.sees('3 of 3 places taken.');
};

/** The trainer says on her phone who came to one meeting. */
const notes = async (meeting: string, came: Readonly<Record<string, string>>): Promise<void> => {
  await joanne.visit('/cohorts');
  await joanne.follow(/^Open.*Winter weekends/);
  await joanne.follow(new RegExp(`${meeting}$`));
  for (const [name, answer] of Object.entries(came)) await joanne.choose(answer, name);
};
const saves = async (came: string): Promise<void> => {
  await joanne.press('Save who came');
  await joanne.sees(`Saved: ${came} came.`);
};

/** What the squares of one person say to whoever listens. */
const squares = async (visitor: Visitor, name: string): Promise<readonly string[]> =>
  visitor.page
    .getByRole('listitem')
    .filter({ has: visitor.page.getByText(name, { exact: true }) })
    .locator('.k-units__unit .nhsuk-u-visually-hidden')
    .allInnerTexts();

/** Takes a file as a click does. */
const takes = async (visitor: Visitor, words: RegExp): Promise<{ name: string; body: Buffer }> => {
  const [file] = await Promise.all([
    visitor.page.waitForEvent('download'),
    visitor.page.getByRole('link', { name: words }).click(),
  ]);
  return { name: file.suggestedFilename(), body: readFileSync(await file.path()) };
};

test('a cohort from the first plan to certificates, with a unit caught up and somebody who leaves', async () => {
  await plansOpensAndFills();
  const martas = await here.linkTo('marta@example.org', 'You have a place in the training');
  const leilas = await here.linkTo('leila@example.org', 'You have a place in the training');
  const marta = await here.visitor(null);
  await marta.visit(martas.replace(/\/training$/, ''));
  await marta.follow('Look at your training');
  expect(new URL(marta.page.url()).pathname, 'the letter leads to the same page').toBe(martas);
  await marta.sees(`You are in ${COHORT}.`);
  await marta.sees('Friday 13 March at 5.30pm');
  await marta.sees('Joanne Price is there.');
  const priyas = await here.visitor(priya);
  await priyas.visit('/volunteering');
  await priyas.follow('My training');
  await priyas.sees(`You are in ${COHORT}.`);

  await joanne.visit('/cohorts');
  await joanne.follow(/^Open.*Winter weekends/);
  await joanne.follow(/First Friday$/);
  expect(await joanne.page.getByRole('button', { name: 'Save who came' }).count(), 'not before').toBe(0);
  await here.at('2026-03-13', '18:30');
  const all = { 'Priya Nair': 'Was there', 'Marta Nowak': 'Was there', 'Leila Aziz': 'Was there' };
  await notes('First Friday', all);
  await saves('3 of 3');
  await here.at('2026-03-14', '18:30');
  await notes('First Saturday', { ...all, 'Leila Aziz': 'For some of it' });
  await joanne.press('Save who came');
  await joanne.sees('Tick what Leila Aziz was there for.');
  for (const number of [2, 3, 4]) await joanne.choose(titled(number), 'What Leila Aziz was there for');
  await saves('3 of 3');
  await here.house.drain();

  await ruth.visit('/cohorts');
  await ruth.follow(/^Open.*Winter weekends/);
  expect(await squares(ruth, 'Leila Aziz')).toEqual([
    ...[1, 2, 3, 4].map((number) => expect.stringMatching(`^Unit ${number}, .*: came$`)),
    expect.stringMatching('^Unit 5, .*: missed$'),
    ...Array.from({ length: 10 }, () => expect.stringMatching('to come$')),
  ]);
  await ruth.follow(/^They leave.*Leila/);
  await ruth.write(/^Why do they leave/, 'A new job with other hours.');
  await ruth.press('They leave');
  await ruth.sees('What they have earned stays theirs.');
  await ruth.sees('2 of 3 places taken.');

  const two = { 'Priya Nair': 'Was there', 'Marta Nowak': 'Was there' };
  await here.at('2026-03-15', '18:00');
  await notes('First Sunday', two);
  await joanne.doesNotSee('Leila');
  await saves('2 of 2');
  await here.at('2026-04-09', '12:00');
  await marta.visit(martas);
  await marta.sees('8 of 15');
  await marta.follow('I cannot come');
  await marta.choose('I cannot come');
  await marta.press('Tell us');
  await marta.sees('You told us that you cannot come.');
  await here.at('2026-04-10', '20:30');
  await notes('Second Friday', { 'Priya Nair': 'Was there', 'Marta Nowak': 'Was not there' });
  await joanne.sees('Said they cannot come.');
  await saves('1 of 2');

  await here.at('2026-04-11', '08:30');
  await ruth.visit('/cohorts');
  await ruth.follow(/^Open.*Winter weekends/);
  await ruth.sees('8 of 15 units. To catch up: unit 9.');
  await ruth.follow(/^unit 9 with Marta/);
  await ruth.choose('One to one');
  await ruth.press('Offer it');
  expect(await ruth.page.title()).toMatch(/^Error: /);
  await ruth.date('Which day?', Temporal.PlainDate.from('2026-04-14'));
  await ruth.write('What time?', '6pm');
  await ruth.select('Who meets them?', here.trainer.name);
  await ruth.write('Where?', 'The small room by the stairs');
  await ruth.press('Offer it');
  await ruth.sees('The catch-up is offered.');
  expect((await squares(ruth, 'Marta Nowak'))[8]).toMatch(/missed, catch-up offered$/);
  await marta.visit(await here.linkTo('marta@example.org', 'A time to catch up what you missed'));
  await marta.sees('Tuesday 14 April at 6pm');
  await marta.follow('Say yes, or another time');
  await marta.press('Tell us');
  expect(await marta.page.title()).toMatch(/^Error: /);
  await marta.choose('Yes, I will be there');
  await marta.press('Tell us');
  await marta.sees('You said yes. See you there.');

  await here.at('2026-04-11', '18:00');
  await notes('Second Saturday', two);
  await saves('2 of 2');
  await here.at('2026-04-12', '18:00');
  await notes('Second Sunday', two);
  await saves('2 of 2');
  await joanne.follow(/^Open.*Marta/);
  await joanne.follow(/^Catch-up.*unit 9/);
  await joanne.sees('They said yes.');
  const caughtUp = joanne.page.getByRole('button', { name: 'It took place' });
  expect(await caughtUp.count(), 'not before they have met').toBe(0);
  await here.at('2026-04-14', '19:45');
  await joanne.visit(new URL(joanne.page.url()).pathname);
  await joanne.press('It took place');
  await joanne.sees('Done. The unit is theirs.');
  await here.house.drain();

  await ruth.visit('/cohorts');
  await ruth.follow(/^Open.*Winter weekends/);
  expect((await squares(ruth, 'Marta Nowak'))[8]).toMatch(/caught up$/);
  expect((await squares(ruth, 'Priya Nair')).filter((each) => each.endsWith(': came'))).toHaveLength(15);
  await ruth.press('Close it: everybody has finished');
  await ruth.sees('The cohort is finished.');

  const { name } = here.from.content.levels[0] ?? { name: '' };
  await marta.visit(martas);
  await marta.sees('15 of 15');
  await marta.follow('Your certificates');
  await marta.sees('You have earned 15 units.');
  const paper = await takes(marta, new RegExp(`^Certificate \\(PDF\\).*${name}`));
  expect(paper.name).toMatch(/\.pdf$/);
  expect(paper.body.subarray(0, 5).toString(), 'a PDF').toBe('%PDF-');
  const file = marta.page.getByRole('link', { name: new RegExp(`^Credential file.*${name}`) });
  const credential = await marta.page.request.get((await file.getAttribute('href')) ?? '');
  expect(credential.headers()['content-type']).toMatch(/^application\/vc\+jwt/);
  expect((await credential.text()).split('.'), 'a signed credential').toHaveLength(3);
  await marta.follow('What others see');
  const shown = new URL(marta.page.url()).pathname;

  await priyas.visit('/volunteering/training');
  await priyas.sees('15 of 15');
  await priyas.follow('Your certificates');
  const hers = await takes(priyas, new RegExp(`^Certificate \\(PDF\\).*${name}`));
  expect(hers.body.subarray(0, 5).toString()).toBe('%PDF-');

  const leila = await here.visitor(null);
  await leila.visit(leilas);
  await leila.sees('What you have earned is yours');
  await leila.sees('4 of 15');
  await leila.doesNotSee('To catch up');
  await leila.follow('Your certificates');
  await leila.sees('You have earned 4 units.');
  await leila.follow('What others see');
  await leila.sees('This holds.');

  const stranger = await here.visitor(null);
  await stranger.visit(shown);
  await stranger.sees('This holds.');
  await stranger.sees('Marta N');
  await stranger.doesNotSee('Nowak', 'marta@example.org');
  await stranger.visit('/credentials');
  await stranger.write('What is in the file', await credential.text());
  await stranger.press('Check it');
  await stranger.sees('This is exactly what we signed.');
  for (const each of [marta, priyas, leila, stranger]) await each.leave();
}, 300_000);
