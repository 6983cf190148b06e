import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSignInHouse, SECRET, type SignInHouse } from './desk.fixture.ts';
import { identify, organisationFor, whoHolds } from './identify.ts';
import { cookieSettings, keyFor, tokenIn } from './keys.ts';
import { signedToken } from './sessions.ts';

let house: SignInHouse;
beforeAll(async () => {
  house = await openSignInHouse();
});
afterAll(() => house.close());

const START = Temporal.Instant.from('2026-11-23T10:00:00Z');
const sessionFor = async (accountId: string, more: { second?: boolean } = {}) => {
  const token = randomBytes(24).toString('base64url');
  await house.signInPool.query(
    `insert into sign_in."session" ("expiresAt", "token", "createdAt", "updatedAt", "userId", second_factor_at) values ($1, $2, $3, $3, $4, $5)`,
    [
      START.add({ hours: 24 * 90 }).toString(),
      token,
      START.toString(),
      accountId,
      more.second ? START.toString() : null,
    ],
  );
  return token;
};
const who = (token: string, at = START) => whoHolds(house.appPool, token, at);
const after = (hours: number) => START.add({ hours });

test('a session leads to the account, with a role for all centres spread over them', async () => {
  const accountId = await house.open({
    email: 'lead@example.org',
    name: 'Grace Mensah',
    roles: [
      { role: 'service_lead', centreId: null },
      { role: 'practitioner', centreId: house.centres[1] },
    ],
  });
  const token = await sessionFor(accountId, { second: true });
  const found = await who(token);
  expect(found).toMatchObject({
    organisationId: house.organisationId,
    accountId,
    side: 'team',
    name: 'Grace Mensah',
    staff: true,
    secondFactorDone: true,
    demo: false,
  });
  const spread = (found?.roles ?? [])
    .map(({ role, centreId }) => `${role} ${house.centres.indexOf(centreId)}`)
    .sort();
  expect(spread).toEqual(['practitioner 1', 'service_lead 0', 'service_lead 1']);
});

test('a role that has ended is gone at once', async () => {
  const accountId = await house.open({
    email: 'was@example.org',
    roles: [{ role: 'administrator', centreId: house.centres[0] }],
  });
  const token = await sessionFor(accountId);
  expect((await who(token))?.staff).toBe(true);
  await house.ownerPool.query('update people.roles set ended_at = now() where account_id = $1', [accountId]);
  expect(await who(token)).toMatchObject({ staff: false, roles: [] });
});

test('sessions end when idle and at their limit: hours for staff, weeks for parents', async () => {
  const staff = await sessionFor(
    await house.open({
      email: 'idle@example.org',
      roles: [{ role: 'practitioner', centreId: house.centres[0] }],
    }),
  );
  const parent = await sessionFor(await house.open({ email: 'parent@example.org', side: 'family' }));
  expect(await who(staff, START.add({ minutes: 119 }))).not.toBeNull();
  // That request counted: two more hours from there, and no more.
  expect(await who(staff, START.add({ minutes: 238 }))).not.toBeNull();
  expect(await who(staff, START.add({ minutes: 359 }))).toBeNull();
  expect(await who(parent, after(29 * 24))).not.toBeNull();
  expect(await who(parent, after(58 * 24))).not.toBeNull();
  expect(await who(parent, after(87 * 24))).not.toBeNull();
  expect(await who(parent, after(90 * 24))).toBeNull();

  const busy = await sessionFor(
    await house.open({
      email: 'busy@example.org',
      roles: [{ role: 'practitioner', centreId: house.centres[0] }],
    }),
  );
  for (let hour = 1; hour < 12; hour += 1) expect(await who(busy, after(hour))).not.toBeNull();
  expect(await who(busy, after(12))).toBeNull();
});

test('asking about a session that has lain idle does not wake it', async () => {
  const token = await sessionFor(
    await house.open({
      email: 'asleep@example.org',
      roles: [{ role: 'practitioner', centreId: house.centres[0] }],
    }),
  );
  expect(await who(token, after(3))).toBeNull();
  expect(await who(token, START.add({ minutes: 181 }))).toBeNull();
});

test('an account that was closed, a token that never was, and a half-open session reach nothing', async () => {
  const accountId = await house.open({ email: 'closed@example.org', side: 'family' });
  const token = await sessionFor(accountId);
  expect(await who(token)).not.toBeNull();
  await house.ownerPool.query('update people.accounts set closed_at = now() where id = $1', [accountId]);
  expect(await who(token)).toBeNull();
  expect(await who('nothing')).toBeNull();

  const half = await sessionFor(
    await house.open({
      email: 'half@example.org',
      roles: [{ role: 'administrator', centreId: house.centres[0] }],
    }),
  );
  const { name } = cookieSettings(SECRET, undefined);
  const find = identify({ appPool: house.appPool, secret: SECRET, clock: () => START });
  const asking = (value: string) => find({ cookies: { [name]: value } } as unknown as FastifyRequest);
  const key = keyFor(SECRET, 'sessions');
  expect(await asking(signedToken(half, key))).toBeNull();
  const whole = await sessionFor(
    await house.open({
      email: 'whole@example.org',
      roles: [{ role: 'administrator', centreId: house.centres[0] }],
    }),
    { second: true },
  );
  expect((await asking(signedToken(whole, key)))?.name).toBe('Sam Okafor');
  expect(await asking(`${whole}.${Buffer.alloc(32).toString('base64')}`)).toBeNull();
  expect(await asking(whole)).toBeNull();
});

test('a session of another organisation is nobody here', async () => {
  await house.open(
    { email: 'second@example.org', password: 'slow warm porridge', side: 'family' },
    house.otherOrganisationId,
  );
  const browser = house.browser({ host: 'second.kith.test' });
  await browser.post('/sign-in', { email: 'second@example.org', password: 'slow warm porridge' });
  expect((await browser.get('/private')).statusCode).toBe(200);
  const strayed = house.browser({ host: 'first.kith.test' });
  for (const [name, value] of browser.jar) strayed.jar.set(name, value);
  expect((await strayed.get('/private')).statusCode).toBe(303);
  expect((await strayed.get('/account')).statusCode).toBe(303);
});

test('the first part of a host name leads to its organisation, anything else to the oldest', async () => {
  const find = organisationFor(house);
  expect((await find('second.kith.example:3000')).id).toBe(house.otherOrganisationId);
  for (const host of ['first.kith.example', 'localhost:3000', '127.0.0.1', '[::1]:3000', ''])
    expect((await find(host)).id).toBe(house.organisationId);
});

test('kith_app has no right on anything of signing in', async () => {
  const { rows } = await house.ownerPool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'sign_in'::regnamespace and c.relkind in ('r', 'v', 'S')
        and (has_table_privilege('kith_app', c.oid, 'select, insert, update, delete, truncate, references, trigger'))`,
  );
  expect(rows).toEqual([]);
  await expect(house.appPool.query('select * from sign_in."session"')).rejects.toMatchObject({
    code: '42501',
  });
  await expect(house.signInPool.query('select * from people.persons')).rejects.toMatchObject({
    code: '42501',
  });
  const { rows: tables } = await house.ownerPool.query<{ all: boolean; many: number }>(
    `select bool_and(relrowsecurity and relforcerowsecurity and obj_description(oid, 'pg_class') is not null) as all, count(*)::integer as many
       from pg_class where relnamespace = 'sign_in'::regnamespace and relkind = 'r'`,
  );
  expect(tables).toEqual([{ all: true, many: 10 }]);
});

test('a cookie signed with another secret is no session', () => {
  const key = keyFor(SECRET, 'sessions');
  expect(tokenIn(signedToken('a-token', key), key)).toBe('a-token');
  expect(tokenIn(signedToken('a-token', keyFor('another secret', 'sessions')), key)).toBeNull();
  for (const broken of [undefined, '', '.', 'a-token', 'a-token.', `.${signedToken('x', key)}`.slice(0, 1)])
    expect(tokenIn(broken, key)).toBeNull();
});

test('the cookie is bound to the host and to https wherever people come by https', async () => {
  const secure = await openSignInHouse({ publicUrl: 'https://kith.example.org' });
  try {
    await secure.open({ email: 'safe@example.org', password: 'slow warm porridge', side: 'family' });
    const browser = secure.browser({ 'x-forwarded-proto': 'https' });
    const answer = await browser.post('/sign-in', {
      email: 'safe@example.org',
      password: 'slow warm porridge',
    });
    const cookie = answer.cookies.find(({ name }) => name.endsWith('-session'));
    expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(cookie?.name).toMatch(/^__Host-kith-/);
    expect(cookie).not.toHaveProperty('domain');
  } finally {
    await secure.close();
  }
});
