import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import * as paths from '../paths.ts';
import { planPractice } from './practice.commands.ts';
import { openPractice, welcomedLearner } from './practice.fixture.ts';
import type { PracticeKind } from './practice.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

let house: TestHouse;
let manager: AccountActor;
let practitioner: AccountActor;
let buddy: AccountActor;

beforeAll(async () => {
  house = await openHouse();
  await openPractice(house);
  manager = await house.member('Ruth Bell', ['volunteer_manager']);
  practitioner = await house.member('Joanne Price', ['practitioner']);
  buddy = await house.member('Sara Khan', ['peer_supporter']);
});
afterAll(() => house.close());

/** What is read on a page, without its tags. */
const words = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ');

const plan = (applicantId: string, kind: PracticeKind = 'shadowing', on = '2026-11-20') =>
  house.as(practitioner, (scope) =>
    planPractice(scope, {
      applicantId,
      centreId: house.centreId,
      kind,
      sessionId: newId(),
      on: day(on),
      what: 'Hartley Wednesday group',
      alongsideAccountId: buddy.accountId,
    }),
  );

describe('the page of whoever was beside a learner', () => {
  it('keeps what was typed when something is missing, and shows the learner what was saved', async () => {
    const { account, applicantId } = await welcomedLearner(house);
    const practiceId = await plan(applicantId);
    const browser = house.browser(buddy);
    const at = paths.practice({ practiceId });
    const first = await browser.get(at);
    expect(words(first.body)).toContain('Marta Nowak');
    const refused = await browser.post(at, { words: '', said_listening: 'Waited.' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Waited.');
    expect(words(refused.body)).toContain('Say in a few sentences what you saw.');
    const half = await browser.post(at, { words: 'It went well.', said_listening: 'Waited.' });
    expect(half.statusCode).toBe(422);
    expect(words(half.body)).toContain('You wrote something about “Listens”');
    const saved = await browser.post(at, {
      words: 'It went well.',
      seen_listening: 'partly',
      said_listening: 'Waited.',
    });
    expect(saved.statusCode).toBe(303);
    const own = house.browser(account);
    const mine = words((await own.get(paths.ownReflection({ practiceId }))).body);
    expect(mine).toContain('It went well.');
    expect(mine).toContain('Listens: partly . Waited.');
    expect((await own.get(at)).statusCode).toBe(404);
  });

  it('says that it did not happen, with the reason', async () => {
    const { applicantId } = await welcomedLearner(house);
    const practiceId = await plan(applicantId);
    const browser = house.browser(buddy);
    const at = paths.practiceDidNotHappen({ practiceId });
    expect((await browser.post(at, { why: '' })).statusCode).toBe(422);
    expect((await browser.post(at, { why: 'The room was locked.' })).statusCode).toBe(303);
    expect(words((await browser.get(paths.practice({ practiceId }))).body)).toContain(
      'This did not happen. The room was locked.',
    );
    expect((await browser.get(at)).statusCode).toBe(404);
  });

  it('is not there for another peer supporter, nor for anybody who has not signed in', async () => {
    const { applicantId } = await welcomedLearner(house);
    const practiceId = await plan(applicantId);
    const another = await house.member('Lena Fox', ['peer_supporter']);
    expect((await house.browser(another).get(paths.practice({ practiceId }))).statusCode).toBe(404);
    expect((await house.browser(null).get(paths.practice({ practiceId }))).statusCode).not.toBe(200);
    // A practitioner of the centre reads what was seen, and writes only where they were there.
    const read = await house.browser(practitioner).get(paths.practice({ practiceId }));
    expect(read.statusCode).toBe(200);
    expect(read.body).not.toContain('name="words"');
  });
});

describe('the learner’s own page', () => {
  it('is kind while nothing is planned, and keeps their words', async () => {
    const { account, applicantId } = await welcomedLearner(house);
    const browser = house.browser(account);
    const empty = words((await browser.get(paths.ownPractice())).body);
    expect(empty).toContain('Nothing is planned yet.');
    expect(empty).toContain('Shadowing: 0 of 1');
    const practiceId = await plan(applicantId);
    const at = paths.ownReflection({ practiceId });
    expect((await browser.post(at, { words: '' })).statusCode).toBe(422);
    expect((await browser.post(at, { words: 'I was nervous, and then not.' })).statusCode).toBe(303);
    const changed = await browser.post(at, { words: 'I was nervous.' });
    expect(changed.statusCode).toBe(303);
    expect(words((await browser.get(at)).body)).toContain('Whoever looks after volunteers');
    const forManager = await house.browser(manager).get(paths.practice({ practiceId }));
    expect(words(forManager.body)).toContain('I was nervous.');
    const forBuddy = await house.browser(buddy).get(paths.practice({ practiceId }));
    expect(words(forBuddy.body)).not.toContain('I was nervous.');
    const ahead = await plan(applicantId, 'buddying', '2026-12-02');
    expect(words((await browser.get(paths.ownReflection({ practiceId: ahead }))).body)).toContain(
      'This is still to come.',
    );
  });

  it('is not there for somebody who does not learn here', async () => {
    expect((await house.browser(manager).get(paths.ownPractice())).statusCode).toBe(404);
  });
});

describe('the sign-off', () => {
  it('goes from the first competency to the last yes, and back', async () => {
    const { account, applicantId } = await welcomedLearner(house, 'Ines Marsh');
    const browser = house.browser(manager);
    const at = paths.signOff({ applicantId });
    expect(words((await browser.get(at)).body)).toContain(
      'Not signed off yet: “Listens” and “Knows the edges”.',
    );
    const none = await browser.post(at, { evidence: 'Kept words.' });
    expect(none.statusCode).toBe(422);
    expect(none.body).toContain('Kept words.');
    expect((await browser.post(at, { codes: 'listening', earlier: 'yes' })).statusCode).toBe(422);
    const early = words((await browser.get(paths.lastYes({ applicantId }))).body);
    expect(early).toContain('It is too early for the last yes.');
    const both = { codes: ['listening', 'edges'], evidence: 'Two years in Leeds.', earlier: 'yes' };
    expect((await browser.post(at, both)).statusCode).toBe(303);
    const yes = paths.lastYes({ applicantId });
    const without = await browser.post(yes, { words: 'Welcome to it.' });
    expect(without.statusCode).toBe(422);
    expect(words(without.body)).toContain('If they learned this elsewhere, say so');
    const said = await browser.post(yes, { words: 'Welcome to it.', withoutPracticeWhy: 'Leeds.' });
    expect(said.statusCode).toBe(303);
    const own = words((await house.browser(account).get(paths.ownPractice())).body);
    expect(own).toContain('You may run sessions');
    expect(own).toContain('Welcome to it.');
    const back = paths.takeBackLastYes({ applicantId });
    expect((await browser.post(back, { why: '' })).statusCode).toBe(422);
    expect((await browser.post(back, { why: 'A long time away.' })).statusCode).toBe(303);
    expect(words((await house.browser(account).get(paths.ownPractice())).body)).toContain(
      'The last yes was taken back on 23 November 2026. A long time away.',
    );
    const one = paths.takeBackCompetency({ applicantId, code: 'edges' });
    expect((await browser.post(one, { why: 'Let us look again.' })).statusCode).toBe(303);
    expect((await browser.get(one)).statusCode).toBe(404);
    expect(words((await browser.get(at)).body)).toContain('Not signed off yet: “Knows the edges”.');
  });

  it('is for those who look after volunteers and the practitioners; the last yes for the first alone', async () => {
    const { account, applicantId } = await welcomedLearner(house);
    const status = async (who: AccountActor, url: string) => (await house.browser(who).get(url)).statusCode;
    const at = paths.signOff({ applicantId });
    expect([await status(practitioner, at), await status(buddy, at), await status(account, at)]).toEqual([
      200, 404, 404,
    ]);
    expect(await status(practitioner, paths.lastYes({ applicantId }))).toBe(404);
    expect(await status(practitioner, paths.addPractice({ applicantId }))).toBe(404);
    expect(await status(manager, paths.signOff({ applicantId: newId() }))).toBe(404);
    expect(await status(manager, paths.signOff({ applicantId: 'nobody' }))).toBe(404);
  });

  it('takes in what happened before', async () => {
    const { applicantId } = await welcomedLearner(house);
    const browser = house.browser(manager);
    const at = paths.addPractice({ applicantId });
    const told = {
      kind: 'observed',
      'on-day': '1',
      'on-month': '10',
      'on-year': '2026',
      what: 'A group in Leeds',
    };
    const refused = await browser.post(at, told);
    expect(refused.statusCode).toBe(422);
    expect(words(refused.body)).toContain('Say who was there with them.');
    expect((await browser.post(at, { ...told, alongsideWords: 'Her trainer there' })).statusCode).toBe(303);
    expect(words((await browser.get(paths.signOff({ applicantId }))).body)).toContain(
      'First session observed: 1 of 1, done',
    );
  });
});
