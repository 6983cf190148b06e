import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../../tests/support/browser.ts';
import { Attempts } from './attempts.ts';
import { openSignInHouse, SECRET, type SignInHouse } from './desk.fixture.ts';

let house: SignInHouse;
beforeAll(async () => {
  house = await openSignInHouse();
});
afterAll(() => house.close());

const PASSWORD = 'slow warm porridge';
let people = 0;
const volunteer = async () => {
  people += 1;
  const email = `volunteer${people}@example.org`;
  await house.open({
    email,
    password: PASSWORD,
    roles: [{ role: 'peer_supporter', centreId: house.centres[0] }],
  });
  return email;
};
const signIn = (browser: Browser, email: string) => browser.post('/sign-in', { email, password: PASSWORD });
const told = async (email: string) =>
  (
    await house.ownerPool.query<{ details: { device: string; at: string; url: string } }>(
      `select details from platform.messages where template = 'new_device' and address = $1`,
      [email],
    )
  ).rows.map(({ details }) => details);

test('the first browser of an account is expected, and the same one again is nothing new', async () => {
  const email = await volunteer();
  const browser = house.browser();
  await signIn(browser, email);
  await browser.post('/sign-out', {}, '/account');
  await signIn(browser, email);
  expect(await told(email)).toEqual([]);
});

test('another browser is told to its person, with what it is, when, and where to end it', async () => {
  const email = await volunteer();
  await signIn(house.browser(), email);
  const stranger = house.browser({ 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' });
  await signIn(stranger, email);
  const [letter, ...more] = await told(email);
  expect(more).toEqual([]);
  expect(letter?.device).toBe('Firefox on a Windows computer');
  expect(letter?.at).toMatch(/^on \w+ \d+ \w+( \d{4})? at \d+(\.\d\d)?[ap]m$/);
  expect(letter?.url).toMatch(/\/account$/);
  await stranger.post('/sign-out', {}, '/account');
  await signIn(stranger, email);
  expect(await told(email)).toHaveLength(1);
});

test('a browser that two people share is new to each of them once', async () => {
  const [one, other] = [await volunteer(), await volunteer()];
  await signIn(house.browser(), other);
  const shared = house.browser();
  await signIn(shared, one);
  await shared.post('/sign-out', {}, '/account');
  await signIn(shared, other);
  expect(await told(one)).toEqual([]);
  expect(await told(other)).toHaveLength(1);
});

test('what is kept is a hash, and it is forgotten after 400 days without them', async () => {
  const email = await volunteer();
  const browser = house.browser();
  await signIn(browser, email);
  const kept = () =>
    house.ownerPool.query<{ secret_hash: string }>(
      'select secret_hash from sign_in.devices d join sign_in."user" u on u."id" = d.account_id where u."email" = $1',
      [email],
    );
  const { rows } = await kept();
  expect(rows).toHaveLength(1);
  const cookies = JSON.stringify(browser);
  expect(cookies).not.toContain(rows[0]?.secret_hash);
  const attempts = new Attempts(house.signInPool, SECRET);
  await attempts.sweep(house.clock().add({ hours: 399 * 24 }));
  expect((await kept()).rowCount).toBe(1);
  await attempts.sweep(house.clock().add({ hours: 401 * 24 }));
  expect((await kept()).rowCount).toBe(0);
});

test('a changed password gives this browser a new token, so that the old one opens nothing', async () => {
  const email = await volunteer();
  const browser = house.browser();
  await signIn(browser, email);
  const tokens = async () =>
    (
      await house.signInPool.query<{ token: string }>(
        'select "token" as token from sign_in."session" s join sign_in."user" u on u."id" = s."userId" where u."email" = $1',
        [email],
      )
    ).rows.map(({ token }) => token);
  const before = await tokens();
  await browser.post(
    '/account/password',
    { old: PASSWORD, password: 'otter under the pear tree' },
    '/account',
  );
  const after = await tokens();
  expect(after).toHaveLength(1);
  expect(after).not.toEqual(before);
  expect((await browser.get('/private')).statusCode).toBe(200);
});

test('a password that is known from thefts is not taken', async () => {
  const email = await volunteer();
  const browser = house.browser();
  await signIn(browser, email);
  const answer = await browser.post(
    '/account/password',
    { old: PASSWORD, password: 'Football2026!' },
    '/account',
  );
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('known from thefts elsewhere');
});
