import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccounts, inviteToSignIn } from './accounts.ts';
import { DEMO_PASSWORD } from './demo.ts';
import { openSignInHouse, type SignInHouse } from './desk.fixture.ts';
import { AddressTaken, hashForPassword } from './sign-ins.ts';

let house: SignInHouse;
beforeAll(async () => {
  house = await openSignInHouse({ demo: true });
});
afterAll(() => house.close());

test('a demonstration shows whom one can be, and skips the second step for them alone', async () => {
  await house.open({
    email: 'dan@demo.example',
    name: 'Dan Whitlock',
    password: DEMO_PASSWORD,
    roles: [{ role: 'volunteer_manager', centreId: house.centres[0] }],
    demo: true,
  });
  await house.open({
    email: 'amina@demo.example',
    name: 'Amina Hassan',
    password: DEMO_PASSWORD,
    side: 'family',
    demo: true,
  });
  await house.open({
    email: 'real@example.org',
    name: 'Rita Real',
    password: DEMO_PASSWORD,
    roles: [{ role: 'service_lead', centreId: null }],
  });
  const page = (await house.browser().get('/sign-in')).body;
  expect(page).toContain(DEMO_PASSWORD);
  expect(page).toContain('Dan Whitlock</strong>, volunteer manager, Hartley');
  expect(page).toContain('Amina Hassan</strong>, parent');
  expect(page).not.toContain('Rita Real');

  const dan = house.browser();
  expect(
    (await dan.post('/sign-in', { email: 'dan@demo.example', password: DEMO_PASSWORD })).headers.location,
  ).toBe('/');
  expect((await dan.get('/private')).statusCode).toBe(200);
  expect((await dan.get('/account')).body).toContain('skips the second step');
  await dan.post('/account/password', { old: DEMO_PASSWORD, password: 'mine alone now' }, '/account');
  expect(
    (await house.browser().post('/sign-in', { email: 'dan@demo.example', password: DEMO_PASSWORD }))
      .statusCode,
  ).toBe(303);

  const rita = house.browser();
  expect(
    (await rita.post('/sign-in', { email: 'real@example.org', password: DEMO_PASSWORD })).headers.location,
  ).toBe('/sign-in/second-step');
  expect((await rita.get('/private')).statusCode).toBe(303);
});

test('an invitation sets a password once and signs in', async () => {
  const accountId = await house.open({ email: 'new.parent@example.org', name: 'Jo Marsh', side: 'family' });
  const opening = {
    gateway: house.gateway,
    signInPool: house.signInPool,
    now: house.clock(),
    organisationId: house.organisationId,
  };
  const url = await inviteToSignIn(opening, {
    accountId,
    email: 'new.parent@example.org',
    name: 'Jo',
    organisation: 'First Friends',
    origin: 'http://kith.test',
  });
  expect((await house.letters()).at(-1)).toEqual({ address: 'new.parent@example.org', url });
  const { pathname } = new URL(url);
  const browser = house.browser();
  expect((await browser.get(pathname)).body).toContain('new.parent@example.org');
  expect((await browser.post(pathname, { with: 'password', password: 'password12' })).statusCode).toBe(422);
  expect(
    (await browser.post(pathname, { with: 'password', password: 'green tea and toast' })).headers.location,
  ).toBe('/');
  expect((await browser.get('/private')).statusCode).toBe(200);
  expect((await house.browser().get(pathname)).statusCode).toBe(410);
  expect(
    (
      await house
        .browser()
        .post('/sign-in', { email: 'new.parent@example.org', password: 'green tea and toast' })
    ).statusCode,
  ).toBe(303);
});

test('an invitation can be taken up without a password, and is over after two weeks', async () => {
  const opening = {
    gateway: house.gateway,
    signInPool: house.signInPool,
    organisationId: house.organisationId,
  };
  const invite = async (email: string) => {
    const accountId = await house.open({ email, side: 'family' });
    return new URL(
      await inviteToSignIn(
        { ...opening, now: house.clock() },
        { accountId, email, name: 'Sam', organisation: 'First Friends', origin: 'http://kith.test' },
      ),
    ).pathname;
  };
  const [prompt, late] = [await invite('prompt@example.org'), await invite('late@example.org')];
  const browser = house.browser();
  await browser.post(prompt, { with: 'links', password: '' });
  expect((await browser.get('/private')).statusCode).toBe(200);
  expect((await browser.get('/account')).body).toContain('Choose a password');
  house.later({ hours: 14 * 24 + 1 });
  expect((await house.browser().get(late)).statusCode).toBe(410);
});

test('many accounts are opened at once with one hash, and a taken address opens none', async () => {
  const passwordHash = await hashForPassword(DEMO_PASSWORD);
  const people = await house.ownerPool.query<{ id: string }>(
    `insert into people.persons (organisation_id, id, centre_id, side, given_name, made_at)
     select $1, gen_random_uuid(), $2, 'family', 'Parent ' || n, now() from generate_series(1, 90) n returning id`,
    [house.organisationId, house.centres[0]],
  );
  const opening = {
    gateway: house.gateway,
    signInPool: house.signInPool,
    now: house.clock(),
    organisationId: house.organisationId,
  };
  const accounts = people.rows.map(({ id }, n) => ({
    personId: id,
    email: `parent${n}@demo.example`,
    name: `Parent ${n}`,
    passwordHash,
    roles: [],
    demo: true,
  }));
  const ids = await createAccounts(opening, accounts);
  expect(new Set(ids).size).toBe(90);
  expect(
    (await house.browser().post('/sign-in', { email: 'parent89@demo.example', password: DEMO_PASSWORD }))
      .statusCode,
  ).toBe(303);
  const before = await house.signInPool.query('select from sign_in."user"');
  await expect(
    createAccounts(opening, [
      { personId: ids[0] ?? '', email: 'fresh@demo.example', name: 'Fresh', roles: [] },
      { personId: ids[0] ?? '', email: 'PARENT3@demo.example', name: 'Twice', roles: [] },
    ]),
  ).rejects.toThrow(AddressTaken);
  // Nor does an account for nobody leave half of itself behind.
  await expect(
    createAccounts(opening, [
      { personId: ids[0] ?? '', email: 'nobody@demo.example', name: 'Nobody', roles: [] },
    ]),
  ).rejects.toThrow();
  expect((await house.signInPool.query('select from sign_in."user"')).rowCount).toBe(before.rowCount);
});
