import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../../tests/support/browser.ts';
import { Attempts } from './attempts.ts';
import { openSignInHouse, SECRET, type SignInHouse } from './desk.fixture.ts';
import { addressOf } from './sign-ins.ts';

let house: SignInHouse;
beforeAll(async () => {
  house = await openSignInHouse();
});
afterAll(() => house.close());

const PASSWORD = 'slow warm porridge';
let people = 0;
const volunteer = async (password: string | undefined = PASSWORD) => {
  people += 1;
  const email = `volunteer${people}@example.org`;
  const accountId = await house.open({
    email,
    ...(password !== undefined && { password }),
    roles: [{ role: 'peer_supporter', centreId: house.centres[0] }],
  });
  return { email, accountId };
};

const signIn = (
  browser: Browser,
  email: string,
  password = PASSWORD,
  more: Readonly<Record<string, string>> = {},
) => browser.post('/sign-in', { email, password, ...more });

const isIn = async (browser: Browser) => (await browser.get('/private')).statusCode === 200;

test('a right password opens the door, and signing out closes it', async () => {
  const { email } = await volunteer();
  const browser = house.browser();
  expect((await browser.get('/private')).headers.location).toBe('/sign-in?next=%2Fprivate');
  const answer = await signIn(browser, email.toUpperCase(), PASSWORD, { next: '/private' });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/private']);
  expect(await isIn(browser)).toBe(true);
  await browser.post('/sign-out', {}, '/account');
  expect(await isIn(browser)).toBe(false);
});

test('a wrong password and an unknown address get the same answer', async () => {
  const { email } = await volunteer();
  const wrong = await signIn(house.browser(), email, 'not the right one');
  const unknown = await signIn(house.browser(), 'nobody@example.org', 'not the right one');
  const plain = (page: string) =>
    page
      .replaceAll(email, '')
      .replaceAll('nobody@example.org', '')
      .replace(/(name="_(?:csrf|key)" value|data-csrf)="[^"]*"/g, '');
  expect([wrong.statusCode, unknown.statusCode]).toEqual([422, 422]);
  expect(wrong.body).toContain('do not go together');
  expect(wrong.body).toContain('<title>Error: Sign in');
  expect(plain(wrong.body)).toBe(plain(unknown.body));
});

test('five wrong passwords pause the address, known or not, and say for how long', async () => {
  const { email } = await volunteer();
  for (const address of [email, 'a.stranger@example.org']) {
    const browser = house.browser();
    for (let i = 0; i < 4; i += 1)
      expect((await signIn(browser, address, 'wrong wrong wrong')).statusCode).toBe(422);
    const fifth = await signIn(browser, address, 'wrong wrong wrong');
    expect(fifth.statusCode).toBe(429);
    expect(fifth.body).toMatch(/passwords are paused for 5 minutes, until \d+(\.\d\d)?[ap]m/);
    expect(Number(fifth.headers['retry-after'])).toBeGreaterThan(290);
    const right = await signIn(browser, address);
    expect(right.statusCode).toBe(429);
    expect(await isIn(browser)).toBe(false);
  }
  house.later({ minutes: 6 });
  const browser = house.browser();
  await signIn(browser, email);
  expect(await isIn(browser)).toBe(true);
});

test('wrong passwords sent all at once are all counted', async () => {
  const { email } = await volunteer();
  const browsers = await Promise.all(
    Array.from({ length: 12 }, async () => house.browser({ 'user-agent': 'many' })),
  );
  const answers = await Promise.all(browsers.map((browser) => signIn(browser, email, 'wrong wrong wrong')));
  expect(answers.filter((answer) => answer.statusCode === 422)).toHaveLength(4);
  expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(8);
  await house.signInPool.query('delete from sign_in.attempts');
});

test('one network that tries many addresses is paused, and a right password does not use its tries up', async () => {
  const { email } = await volunteer();
  const attempts = new Attempts(house.signInPool, SECRET);
  for (let i = 0; i < 49; i += 1) await attempts.take('network', '127.0.0.1', house.clock());
  for (let i = 0; i < 3; i += 1) expect((await signIn(house.browser(), email)).statusCode).toBe(303);
  expect((await signIn(house.browser(), 'guess@example.org')).statusCode).toBe(422);
  const paused = await signIn(house.browser(), email);
  expect(paused.statusCode).toBe(429);
  expect(paused.body).toContain('ask for a link by e-mail instead');
  house.later({ hours: 1 });
  expect((await signIn(house.browser(), email)).statusCode).toBe(303);
});

test('a link needs a press of the button, works once, and answers alike for everyone', async () => {
  const { email } = await volunteer(undefined);
  const before = (await house.letters()).length;
  const browser = house.browser();
  const asked = await browser.post('/sign-in/link', { email, next: '/private' });
  const stranger = await browser.post('/sign-in/link', { email: 'no.such@example.org' });
  expect([asked.headers.location, stranger.headers.location]).toEqual([
    '/sign-in/link-sent',
    '/sign-in/link-sent',
  ]);
  const sent = (await house.letters()).slice(before);
  expect(sent.map((each) => each.address)).toEqual([addressOf(email)]);
  const url = new URL(sent[0]?.url ?? '');
  const landing = `${url.pathname}${url.search}`;

  // What a mail scanner does.
  expect((await house.browser().get(landing)).statusCode).toBe(200);
  const opened = await browser.post(landing, { next: '/private' });
  expect(opened.headers.location).toBe('/private');
  expect(await isIn(browser)).toBe(true);

  const again = house.browser();
  expect((await again.post(landing, {})).statusCode).toBe(410);
  expect(await isIn(again)).toBe(false);
});

test('a link leaves a password session of the same person alone', async () => {
  const { email } = await volunteer();
  const [one, other] = [house.browser(), house.browser()];
  await signIn(one, email);
  await other.post('/sign-in/link', { email });
  const url = new URL((await house.letters()).at(-1)?.url ?? '');
  await other.post(url.pathname, {});
  expect([await isIn(one), await isIn(other)]).toEqual([true, true]);
});

test('no more than four links an hour go to one address, and the page does not tell', async () => {
  const { email } = await volunteer();
  const before = (await house.letters()).length;
  for (let i = 0; i < 6; i += 1)
    expect((await house.browser().post('/sign-in/link', { email })).headers.location).toBe(
      '/sign-in/link-sent',
    );
  expect((await house.letters()).length - before).toBe(4);
});

test('next leads only to our own pages', async () => {
  const { email } = await volunteer();
  for (const next of [
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/sign-out',
    'javascript:alert(1)',
    '/a b',
  ])
    expect((await signIn(house.browser(), email, PASSWORD, { next })).headers.location).toBe('/');
});

test('signing in gives a new session, and a form without its token is turned away', async () => {
  const { email, accountId } = await volunteer();
  const browser = house.browser();
  await signIn(browser, email);
  const first = [...browser.jar].find(([name]) => name.endsWith('-session'))?.[1];
  await browser.post('/sign-out', {}, '/account');
  await signIn(browser, email);
  const second = [...browser.jar].find(([name]) => name.endsWith('-session'))?.[1];
  expect(second).toBeDefined();
  expect(second).not.toBe(first);
  const { rows } = await house.signInPool.query('select from sign_in."session" where "userId" = $1', [
    accountId,
  ]);
  expect(rows).toHaveLength(1);
  const forged = await house.app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ email, password: PASSWORD }).toString(),
  });
  expect(forged.statusCode).toBe(403);
});

test('sign out everywhere ends every session and every open link', async () => {
  const { email } = await volunteer();
  const [phone, desk] = [
    house.browser({ 'user-agent': 'Mozilla/5.0 (Linux; Android 15) Firefox/140.0' }),
    house.browser(),
  ];
  await signIn(phone, email);
  await signIn(desk, email);
  await house.browser().post('/sign-in/link', { email });
  const url = new URL((await house.letters()).at(-1)?.url ?? '');
  expect((await desk.get('/account')).body).toContain('Firefox on an Android device');
  const out = await desk.post('/account/sessions/end-all', {}, '/account');
  expect(out.headers.location).toBe('/sign-in');
  expect([await isIn(phone), await isIn(desk)]).toEqual([false, false]);
  expect((await house.browser().post(url.pathname, {})).statusCode).toBe(410);
});

test('one session can be ended, but never somebody else’s', async () => {
  const [ours, theirs] = [await volunteer(), await volunteer()];
  const [mine, other, strangers] = [house.browser(), house.browser(), house.browser()];
  await signIn(mine, ours.email);
  await signIn(other, ours.email);
  await signIn(strangers, theirs.email);
  const idsOf = async (accountId: string) =>
    (
      await house.signInPool.query<{ id: string }>(
        'select "id" as id from sign_in."session" where "userId" = $1 order by "createdAt"',
        [accountId],
      )
    ).rows.map(({ id }) => id);
  const [strangersId = ''] = await idsOf(theirs.accountId);
  await mine.post('/account/sessions/end', { session: strangersId }, '/account');
  expect(await isIn(strangers)).toBe(true);
  const [, otherId = ''] = await idsOf(ours.accountId);
  await mine.post('/account/sessions/end', { session: otherId }, '/account');
  expect([await isIn(mine), await isIn(other)]).toEqual([true, false]);
});

test('a new password needs the old one and signs out everywhere else', async () => {
  const { email } = await volunteer();
  const [here, there] = [house.browser(), house.browser()];
  await signIn(here, email);
  await signIn(there, email);
  const change = (old: string, password: string) =>
    here.post('/account/password', { old, password }, '/account');
  expect((await change('not the one', 'seven blue kettles')).body).toContain(
    'That is not the password you have now',
  );
  expect((await change(PASSWORD, 'short')).body).toContain('at least 10 characters');
  expect((await change(PASSWORD, email)).body).toContain('too close to your e-mail address');
  expect((await change(PASSWORD, 'seven blue kettles')).headers.location).toBe('/account');
  expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
  expect((await signIn(house.browser(), email)).statusCode).toBe(422);
  expect((await signIn(house.browser(), email, 'seven blue kettles')).statusCode).toBe(303);
});

test('a closed account and one of another organisation are strangers here', async () => {
  const closed = await volunteer();
  await house.ownerPool.query('update people.accounts set closed_at = now() where id = $1', [
    closed.accountId,
  ]);
  await house.open({ email: 'elsewhere@example.org', password: PASSWORD }, house.otherOrganisationId);
  for (const email of [closed.email, 'elsewhere@example.org']) {
    const browser = house.browser();
    const answer = await signIn(browser, email);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('do not go together');
    expect([...browser.jar.keys()].filter((name) => name.endsWith('-session'))).toEqual([]);
  }
  const before = (await house.letters()).length;
  await house.browser().post('/sign-in/link', { email: closed.email });
  await house.browser().post('/sign-in/link', { email: 'elsewhere@example.org' });
  expect((await house.letters()).length).toBe(before);
  const theirs = house.browser({ host: 'second.kith.test' });
  expect((await signIn(theirs, 'elsewhere@example.org')).statusCode).toBe(303);
});
