import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser } from '../../../tests/support/browser.ts';
import { openSignInHouse, type SignInHouse } from './desk.fixture.ts';
import { forgetSecondStep } from './sign-ins.ts';

let house: SignInHouse;
beforeAll(async () => {
  house = await openSignInHouse();
});
afterAll(() => house.close());

const PASSWORD = 'slow warm porridge';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
let email = '';
let accountId = '';
let people = 0;

beforeEach(async () => {
  people += 1;
  email = `practitioner${people}@example.org`;
  accountId = await house.open({
    email,
    password: PASSWORD,
    roles: [{ role: 'practitioner', centreId: house.centres[0] }],
  });
});

/** What an authenticator app does with the key on the page: RFC 6238, written apart from the code it tests. */
const codeFor = (key: string, at: number): string => {
  const bits = [...key].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const from = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0');
};
const codeNow = (key: string) => codeFor(key, Date.now());
const codeNext = (key: string) => codeFor(key, Date.now() + 30_000);
/** Six figures that no clock near this one shows. */
const wrongCode = (key: string) => {
  const near = [-60, -30, 0, 30, 60].map((seconds) => codeFor(key, Date.now() + seconds * 1000));
  return (
    ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code)) ?? ''
  );
};

const signIn = (browser: Browser) =>
  browser.post('/sign-in', { email, password: PASSWORD, next: '/private' });
const isIn = async (browser: Browser) => (await browser.get('/private')).statusCode === 200;
const keyOn = (page: string) => (/<code>([A-Z2-7 ]{20,})<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '');
const sessionOf = (browser: Browser) => [...browser.jar].find(([name]) => name.endsWith('-session'))?.[1];

const setUp = async () => {
  const browser = house.browser();
  await signIn(browser);
  const key = keyOn((await browser.get('/sign-in/second-step/set-up')).body);
  const used = codeNow(key);
  await browser.post('/sign-in/second-step/set-up', { code: used });
  return { browser, key, used };
};

test('staff without a second step are led to set one up and reach nothing else', async () => {
  const browser = house.browser();
  const answer = await signIn(browser);
  expect(answer.headers.location).toBe('/sign-in/second-step?next=%2Fprivate');
  expect((await browser.get('/sign-in/second-step')).headers.location).toBe('/sign-in/second-step/set-up');
  for (const page of ['/private', '/account', '/sign-in/second-step/recovery-codes'])
    expect((await browser.get(page)).statusCode).toBe(303);
  const page = (await browser.get('/sign-in/second-step/set-up')).body;
  expect(keyOn(page)).toMatch(/^[A-Z2-7]{52}$/);
  expect(page).toContain('<svg');
  // Loading it again must not spoil the square that was just scanned.
  expect(keyOn((await browser.get('/sign-in/second-step/set-up')).body)).toBe(keyOn(page));
});

test('the first right code opens the door, under a new session, with recovery codes', async () => {
  const browser = house.browser();
  await signIn(browser);
  const half = sessionOf(browser);
  const key = keyOn((await browser.get('/sign-in/second-step/set-up')).body);
  const wrong = await browser.post('/sign-in/second-step/set-up', { code: wrongCode(key) });
  expect(wrong.statusCode).toBe(422);
  expect(keyOn(wrong.body)).toBe(key);
  const right = await browser.post('/sign-in/second-step/set-up', { code: codeNow(key), next: '/private' });
  expect(right.headers.location).toBe('/sign-in/second-step/recovery-codes?next=%2Fprivate');
  expect(await isIn(browser)).toBe(true);
  expect(sessionOf(browser)).not.toBe(half);
  const codes = (await browser.get('/sign-in/second-step/recovery-codes')).body.match(
    /<code>[a-z0-9]{5}-[a-z0-9]{5}<\/code>/g,
  );
  expect(codes).toHaveLength(8);
  const { rows } = await house.signInPool.query('select from sign_in."session" where "userId" = $1', [
    accountId,
  ]);
  expect(rows).toHaveLength(1);
  house.later({ minutes: 11 });
  expect((await browser.get('/sign-in/second-step/recovery-codes')).headers.location).toBe('/account');
});

test('after a password and after a link alike, the code is asked for', async () => {
  const { key, used } = await setUp();
  const byPassword = house.browser();
  await signIn(byPassword);
  const byLink = house.browser();
  await byLink.post('/sign-in/link', { email });
  await byLink.post(new URL((await house.letters()).at(-1)?.url ?? '').pathname, {});
  for (const browser of [byPassword, byLink]) {
    expect(await isIn(browser)).toBe(false);
    expect((await browser.get('/sign-in/second-step')).statusCode).toBe(200);
    expect((await browser.get('/sign-in/second-step/set-up')).headers.location).toBe('/sign-in/second-step');
  }
  // The one used to set up is spent: somebody may have looked over a shoulder.
  expect((await byPassword.post('/sign-in/second-step', { code: used })).statusCode).toBe(422);
  const taken = await byPassword.post('/sign-in/second-step', { code: codeNext(key), next: '/private' });
  expect(taken.headers.location).toBe('/private');
  expect([await isIn(byPassword), await isIn(byLink)]).toEqual([true, false]);
});

test('a half-open session cannot set up a second step of its own', async () => {
  await setUp();
  const thief = house.browser();
  await signIn(thief);
  expect(
    (await thief.post('/sign-in/second-step/set-up', { code: '000000' }, '/sign-in/second-step')).headers
      .location,
  ).toBe('/sign-in/second-step');
  expect((await thief.postJson('/sign-in/passkey/new/options', {}, '/sign-in/second-step')).statusCode).toBe(
    403,
  );
  expect(
    (await thief.post('/account/app/remove', { code: '000000' }, '/sign-in/second-step')).headers.location,
  ).toBe('/sign-in?next=%2Faccount');
});

test('five wrong codes pause codes, also for another browser', async () => {
  const { key } = await setUp();
  const browser = house.browser();
  await signIn(browser);
  for (let i = 0; i < 4; i += 1)
    expect((await browser.post('/sign-in/second-step', { code: wrongCode(key) })).statusCode).toBe(422);
  const fifth = await browser.post('/sign-in/second-step', { code: wrongCode(key) });
  expect(fifth.statusCode).toBe(429);
  expect(fifth.body).toContain('codes are paused for 5 minutes');
  const other = house.browser();
  await signIn(other);
  expect((await other.post('/sign-in/second-step', { code: codeNext(key) })).statusCode).toBe(429);
  expect(await isIn(other)).toBe(false);
});

test('a recovery code lets somebody in once', async () => {
  const { browser } = await setUp();
  const [code = ''] =
    (await browser.get('/sign-in/second-step/recovery-codes')).body.match(
      /[a-z0-9]{5}-[a-z0-9]{5}(?=<\/code>)/,
    ) ?? [];
  const [first, second] = [house.browser(), house.browser()];
  await signIn(first);
  await signIn(second);
  expect(
    (await first.post('/sign-in/second-step', { code: code.toUpperCase(), next: '/private' })).headers
      .location,
  ).toBe('/private');
  expect((await second.post('/sign-in/second-step', { code })).statusCode).toBe(422);
  expect((await first.get('/account')).body).toContain('7 recovery codes are left');
});

test('taking the app away needs a code, and whoever lost everything can start anew', async () => {
  const { browser, key } = await setUp();
  expect((await browser.post('/account/app/remove', { code: wrongCode(key) }, '/account')).statusCode).toBe(
    422,
  );
  expect(
    (await browser.post('/account/app/remove', { code: codeNext(key) }, '/account')).headers.location,
  ).toContain('/sign-in/second-step/set-up');
  await forgetSecondStep(house.signInPool, accountId);
  expect(await isIn(browser)).toBe(false);
  const anew = house.browser();
  await signIn(anew);
  expect(keyOn((await anew.get('/sign-in/second-step/set-up')).body)).not.toBe(key);
});

test('somebody given a staff role meets the second step at their next page', async () => {
  const address = 'grew@example.org';
  const id = await house.open({
    email: address,
    password: PASSWORD,
    roles: [{ role: 'peer_supporter', centreId: house.centres[0] }],
  });
  const browser = house.browser();
  await browser.post('/sign-in', { email: address, password: PASSWORD });
  expect(await isIn(browser)).toBe(true);
  await house.ownerPool.query(
    `insert into people.roles (organisation_id, id, account_id, role, centre_id, given_at) values ($1, gen_random_uuid(), $2, 'administrator', null, now())`,
    [house.organisationId, id],
  );
  expect(await isIn(browser)).toBe(false);
});
