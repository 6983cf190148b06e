import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { openRecruiting } from '../application.fixture.ts';

let here: TestHouse;
beforeAll(async () => {
  here = await openHouse();
  await openRecruiting(here);
});
afterAll(() => here.close());

const where = (response: { headers: Record<string, unknown> }) => String(response.headers.location);
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const page = async (url: string) => {
  const answer = await here.browser(null).get(url);
  expect(answer.statusCode).toBe(200);
  return answer.body;
};

const applicants = () =>
  here.system(({ tx }) => tx.selectFrom('recruiting.applicants').selectAll().orderBy('made_at').execute());
const letters = (template: string) =>
  here.system(({ tx }) =>
    tx
      .selectFrom('platform.messages')
      .select(['address', 'details', 'channel'])
      .where('template', '=', template)
      .orderBy('made_at')
      .execute(),
  );
const ana = {
  givenName: 'Ana',
  email: 'ana@example.org',
  phone: '',
  role: 'peer_supporter',
  heard: 'poster',
};

test('the first page answers plainly, each answer with a place of its own, and leads to each centre', async () => {
  const html = await page('/join');
  for (const anchor of ['expenses', 'benefits', 'time', 'checks', 'my-history', 'parent-here', 'words']) {
    expect(html).toContain(`href="#${anchor}"`);
    expect(html).toContain(`id="${anchor}"`);
  }
  expect(html).toContain('href="/join/hartley"');
  expect(words(html)).toContain('Peer supporter');
  expect(words(html)).toContain('Not looking just now. Leave your name, and we write when we are.');
  expect(html).toContain('href="/help"');
});

test('a centre shows the roles it looks for, with the way in and how long it takes; others wait to be looked for', async () => {
  const open = words(await page('/join/hartley'));
  expect(open).toContain('What we look for now');
  expect(open).toContain('What grows in training');
  expect(open).toContain('Side by side, so that nobody waits for the slowest');
  expect(open).toContain('about 10 weeks');
  expect(open).not.toContain('Crèche volunteer');
  const waiting = words(await page('/join/brook'));
  expect(waiting).toContain('We are not looking just now. Leave your name');
  expect(waiting).toContain('Crèche volunteer');
  expect((await here.browser(null).get('/join/nowhere')).statusCode).toBe(404);
  expect((await here.browser(null).get('/join/nowhere/ask')).statusCode).toBe(404);
  expect((await here.browser(null).get('/join/far')).statusCode).toBe(404);
});

test('somebody asks in one short page, and lands on a page of their own', async () => {
  const browser = here.browser(null);
  const start = (await browser.get('/join/hartley/ask')).body;
  const begun = /name="begun"[^>]*value="([^"]*)"/.exec(start)?.[1] ?? '';
  expect(begun).toBe(here.now.toString());
  here.now = here.now.add({ seconds: 100 });
  const sent = await browser.post('/join/hartley/ask', {
    ...ana,
    begun,
    wasParentHere: 'yes',
    words: 'I knit.',
  });
  expect(where(sent)).toMatch(/^\/join\/mine\/[\w-]{43}$/);
  const own = words((await browser.get(where(sent))).body);
  expect(own).toContain('Hello Ana');
  expect(own).toContain('Your move');
  const [row] = await applicants();
  expect(row).toMatchObject({
    given_name: 'Ana',
    email: 'ana@example.org',
    heard_from: 'poster',
    source_id: null,
    was_parent_here: true,
    may_text: false,
  });
  const kept = await here.system(({ tx }) =>
    tx
      .selectFrom('recruiting.applications as a')
      .innerJoin('recruiting.asked_of as b', 'b.application_id', 'a.id')
      .innerJoin('recruiting.steps as s', 's.application_id', 'a.id')
      .select(['a.came_by', 'a.origin', 'a.words', 'b.form', 'b.minutes', 's.code', 's.mover'])
      .execute(),
  );
  expect(kept).toEqual([
    {
      came_by: 'form',
      origin: 'http://kith.test',
      words: 'I knit.',
      form: 'enquiry',
      minutes: 2,
      code: 'conversation',
      mover: 'applicant',
    },
  ]);
  const [letter] = await letters('join_enquired');
  const { link = '' } = (letter?.details ?? {}) as Record<string, string>;
  expect(link).toMatch(/^http:\/\/kith\.test\/join\/mine\//);
  expect(link).not.toContain(where(sent));
  expect((await here.browser(null).get(link.replace('http://kith.test', ''))).statusCode).toBe(200);
});

test('what is wrong is said at 422 with everything kept', async () => {
  const browser = here.browser(null);
  const nobody = await browser.post('/join/hartley/ask', { givenName: '', words: 'Kept words', role: '' });
  expect(nobody.statusCode).toBe(422);
  expect(nobody.body).toContain('<title>Error: ');
  expect(nobody.body).toContain('Tell us what to call you');
  expect(nobody.body).toContain('Kept words');
  const silent = await browser.post('/join/hartley/ask', { ...ana, email: '', words: 'Kept words' });
  expect(silent.statusCode).toBe(422);
  expect(words(silent.body)).toContain('Give one way to reach you');
  const textless = await browser.post('/join/hartley/ask', { ...ana, mayText: 'yes' });
  expect(words(textless.body)).toContain('Enter the number that we may text');
  const wrong = await browser.post('/join/hartley/ask', { ...ana, email: 'ana at home' });
  expect(wrong.statusCode).toBe(422);
  expect(await applicants()).toHaveLength(1);
});

test('whoever asks twice with one address is not doubled: the link goes there, and the page tells nothing', async () => {
  const browser = here.browser(null);
  const again = await browser.post('/join/brook/ask', {
    ...ana,
    givenName: 'Somebody Else',
    email: 'ANA@example.org',
  });
  expect(where(again)).toBe('/join/lost');
  const told = words((await browser.get('/join/lost')).body);
  expect(told).toContain('We have written to the address you gave');
  expect(told).not.toContain('Ana');
  expect(await applicants()).toHaveLength(1);
  expect(await letters('join_link')).toHaveLength(1);
});

test('two presses at the same moment with one address make one applicant', async () => {
  const press = () =>
    here.browser(null).post('/join/hartley/ask', { ...ana, givenName: 'Twice', email: 'twice@example.org' });
  const both = await Promise.all([press(), press()]);
  expect(both.map((one) => where(one).startsWith('/join/mine/')).filter(Boolean)).toHaveLength(1);
  expect((await applicants()).filter(({ given_name }) => given_name === 'Twice')).toHaveLength(1);
});

test('a lost link is sent again, with the same answer for an address nobody knows, three times an hour at most', async () => {
  const before = (await letters('join_link')).length;
  const say = async (email: string) => {
    const browser = here.browser(null);
    const sent = await browser.post('/join/lost', { email });
    return words((await browser.get(where(sent))).body);
  };
  const unknown = await say('nobody@example.org');
  expect(await say('twice@example.org')).toBe(unknown);
  expect(unknown).toContain('If we know this address, your link is on its way');
  expect(await letters('join_link')).toHaveLength(before + 1);
  for (const _ of [1, 2, 3, 4]) await say('Twice@Example.org');
  // The letter to the enquiry and the one to its double were the first two of this hour.
  expect(await letters('join_link')).toHaveLength(before + 1);
  here.now = here.now.add({ hours: 1, minutes: 1 });
  await say('twice@example.org');
  expect(await letters('join_link')).toHaveLength(before + 2);
  expect((await here.browser(null).post('/join/lost', { email: '' })).statusCode).toBe(422);
});

test('somebody with only a telephone is rung when they ask again', async () => {
  const grace = { ...ana, givenName: 'Grace', email: '', phone: '07700 900555' };
  const first = await here.browser(null).post('/join/hartley/ask', grace);
  expect(where(first)).toMatch(/^\/join\/mine\//);
  for (const _ of [1, 2])
    expect(where(await here.browser(null).post('/join/hartley/ask', grace))).toBe('/join/lost');
  const asks = await here.system(({ tx }) => tx.selectFrom('recruiting.help_asks').select('kind').execute());
  expect(asks).toEqual([{ kind: 'call' }]);
});

test('a number that may be texted has its link by text', async () => {
  const sent = await here.browser(null).post('/join/hartley/ask', {
    ...ana,
    givenName: 'Tess',
    email: '',
    phone: '07700 900777',
    mayText: 'yes',
  });
  expect(where(sent)).toMatch(/^\/join\/mine\//);
  expect((await letters('join_enquired')).at(-1)).toMatchObject({ channel: 'sms', address: '+447700900777' });
});

test('a poster’s link chooses its source beforehand, also after the campaign, and travels from the centre’s page', async () => {
  const source = newId();
  await here.system(({ tx, now }) =>
    tx
      .insertInto('recruiting.sources')
      .values([
        {
          organisation_id: here.organisationId,
          id: source,
          centre_id: here.centreId,
          kind: 'poster',
          name: 'Library poster',
          from_on: '2026-01-01',
          until_on: '2026-06-30',
          slug: 'library-poster',
          made_at: now.toString(),
        },
      ])
      .execute(),
  );
  expect(await page('/join/hartley/ask')).not.toContain('Library poster');
  expect(await page('/join/hartley?from=library-poster')).toContain('/join/hartley/ask?from=library-poster');
  const url = '/join/hartley/ask?from=library-poster';
  expect(await page(url)).toMatch(
    new RegExp(`value="source:${source}"[^>]*selected|selected[^>]*value="source:${source}"`),
  );
  await here
    .browser(null)
    .post(url, { ...ana, givenName: 'Pia', email: 'pia@example.org', heard: `source:${source}` });
  const pia = (await applicants()).find(({ given_name }) => given_name === 'Pia');
  expect(pia).toMatchObject({ source_id: source, heard_from: '' });
});

test('the front door and the page of a centre lead here', async () => {
  expect(await page('/')).toContain('href="/join"');
  expect(await page('/centres/hartley')).toContain('href="/join/hartley"');
});
