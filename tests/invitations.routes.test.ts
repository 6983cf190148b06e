import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { readConfig } from '#platform/config.ts';
import type { Role } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { drain, type Jobs } from '#platform/jobs/worker.ts';
import { createAccount } from '#platform/sign-in/accounts.ts';
import { signInJobs } from '#platform/sign-in/invite.jobs.ts';
import { type ContactFields, giveRole, openFile } from '#rooms/people/door.ts';
import { loadProgramme } from '#rooms/programme/door.ts';
import { receiveReferral } from '#rooms/referrals/door.ts';
import { type App, openApp } from '../src/app.ts';
import { arrival } from '../src/rooms/referrals/arrival.fixture.ts';
import { Browser } from './support/browser.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { type Letterbox, openLetterbox } from './support/letterbox.ts';

// From the button to the chair: the real pages, the real jobs and a real mail server, for all who are invited.

const PASSWORD = 'slow warm porridge';
const organisationId = newId();
const centreId = newId();
let database: TestDatabase;
let letterbox: Letterbox;
let app: App;

const system = <T>(work: (scope: Scope) => Promise<T>) =>
  app.gateway({ kind: 'system', organisationId, why: 'test' }, app.clock(), work);

const runJobs = (jobs: Jobs = app.jobs) =>
  drain({
    pool: app.pool,
    gateway: app.gateway,
    clock: app.clock,
    jobs,
    organisations: async () => [organisationId],
    onFailure: () => undefined,
  });

beforeAll(async () => {
  database = await testDatabase();
  letterbox = await openLetterbox();
  app = await openApp({
    config: readConfig({
      PUBLIC_URL: 'http://kith.test',
      SMTP_URL: letterbox.url,
      MAIL_FROM: 'hello@kith.example',
    }),
    connections: database,
    secret: 'a secret of the tests, long enough to be one',
    log: false,
    limits: { pages: 100_000 },
  });
  await system(async (scope) => {
    const { tx } = scope;
    const now = app.clock().toString();
    await tx
      .insertInto('people.organisations')
      .values({ organisation_id: organisationId, slug: 'test', name: 'Testing Together', made_at: now })
      .execute();
    await tx
      .insertInto('people.centres')
      .values({
        organisation_id: organisationId,
        id: centreId,
        slug: 'hartley',
        name: 'Hartley',
        town: 'Northam',
        opened_on: '2024-01-01',
      })
      .execute();
    await loadProgramme(scope);
  });
});
afterAll(async () => {
  await app.close();
  await letterbox.close();
  await database.drop();
});

const fileOf = (side: 'family' | 'team', name: string, contact: Partial<ContactFields> = {}) => {
  const [givenName = name, familyName = ''] = name.split(' ');
  return system((scope) => openFile(scope, { side, centreId, givenName, familyName, contact }));
};

/** Somebody of the team who is in; a demonstration account, for those take no second step. */
const colleague = async (name: string, roles: readonly Role[]) => {
  const email = `${name.toLowerCase().replace(' ', '.')}@work.example`;
  const accountId = await createAccount(
    { gateway: app.gateway, signInPool: app.signInPool, now: app.clock(), organisationId },
    {
      personId: await fileOf('team', name),
      email,
      name,
      password: PASSWORD,
      roles: roles.map((role) => ({ role, centreId })),
      demo: true,
    },
  );
  const browser = new Browser(app.server);
  await browser.post('/sign-in', { email, password: PASSWORD });
  return { accountId, browser, email };
};

const press = (browser: Browser, url: string, typed: Readonly<Record<string, string>>, from = url) =>
  browser.post(url, { _key: randomUUID(), ...typed }, from);

const linkIn = (text: string) => /http:\/\/kith\.test(\/sign-in\/\S+)/.exec(text)?.[1] ?? '';

const invite = (browser: Browser, email: string, more: Readonly<Record<string, string>> = {}) =>
  press(browser, '/team/invite', { givenName: 'Nia', familyName: 'Wood', email, centre: centreId, ...more });

const accountsOf = (personId: string) =>
  system(({ tx }) =>
    tx
      .selectFrom('people.accounts')
      .select(['id', 'closed_at'])
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .execute(),
  );

test('a service lead invites somebody, who chooses a password, comes in, and is out when the account closes', async () => {
  const { browser } = await colleague('Lea Stone', ['service_lead']);
  const email = 'nia.wood@work.example';
  const sent = await invite(browser, email);
  expect(sent.statusCode).toBe(303);
  const page = String(sent.headers.location);
  // Without a second step at the sign-in, which the roles of staff ask for.
  const accountId = page.split('/').at(-1) ?? '';
  await system((scope) => giveRole(scope, { accountId, role: 'peer_supporter', centreId }));
  await runJobs();
  const letter = await letterbox.letterTo(email, 'choose a password');
  expect((await browser.get(page)).body).toContain('They have not come in yet');

  const nia = new Browser(app.server);
  const into = await nia.post(linkIn(letter.text), { password: PASSWORD });
  expect(into.headers.location).toBe('/today');
  expect((await nia.get('/today')).statusCode).toBe(200);
  expect((await browser.get(page)).body).toContain('Nia Wood has come in');
  expect((await nia.get('/team/invite')).statusCode).toBe(404);

  expect((await press(browser, `${page}/close`, {}, page)).statusCode).toBe(303);
  expect((await nia.get('/today')).statusCode).toBe(303);
  await runJobs();
  expect((await nia.post('/sign-in', { email, password: PASSWORD })).statusCode).toBe(422);
  expect((await invite(browser, email)).statusCode).toBe(303);
  await runJobs();
});

test('nobody is invited as a peer supporter: they come in through Applicants', async () => {
  const { browser } = await colleague('Lou Fern', ['service_lead']);
  const page = (await browser.get('/team/invite')).body;
  expect(page).toContain('Peer supporters come in through Applicants');
  expect(page).not.toContain('value="peer_supporter"');
  const answer = await invite(browser, 'past@work.example', { roles: 'peer_supporter' });
  expect(answer.statusCode).toBe(422);
});

test('two people never share an address, and the page says so', async () => {
  const { browser, email } = await colleague('Ola Reed', ['administrator']);
  const answer = await invite(browser, email.toUpperCase());
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('Somebody already signs in with this e-mail address');
});

test('an administrator invites and gives no role; nobody opens or closes an account of their own', async () => {
  const { browser, accountId } = await colleague('Adi Frost', ['administrator']);
  expect((await browser.get('/team/invite')).body).toContain('A service lead gives them their role');
  expect((await invite(browser, 'role@work.example', { roles: 'service_lead' })).statusCode).toBe(422);
  const sent = await invite(browser, 'later@work.example');
  const page = String(sent.headers.location);
  expect((await browser.get(page)).body).toContain('A service lead gives it');
  expect((await press(browser, page, { role: 'practitioner', centre: centreId })).statusCode).toBe(404);
  expect((await browser.get(`/team/${accountId}`)).statusCode).toBe(404);
  expect((await press(browser, `/team/${accountId}/close`, {}, page)).statusCode).toBe(422);
  const lead = await colleague('Lin Moor', ['service_lead']);
  expect((await press(browser, `/team/${lead.accountId}/close`, {}, page)).statusCode).toBe(422);
  expect((await lead.browser.get('/today')).statusCode).toBe(200);
  await runJobs();
});

test.each<Role>([
  'practitioner',
  'volunteer_manager',
  'programme_coordinator',
  'peer_supporter',
  'specialist',
])('a %s invites nobody to the team', async (role) => {
  const { browser } = await colleague(`${role.replace('_', '')} Page`, [role]);
  expect((await browser.get('/team/invite')).statusCode).toBe(404);
  expect((await press(browser, '/team/invite', {}, '/account')).statusCode).toBe(404);
});

const parent = (name: string, contact: Partial<ContactFields>) => fileOf('family', name, contact);

test('a parent is given a page in dull words, comes in without a password, and later by a link asked for', async () => {
  const email = 'amina@home.example';
  const personId = await parent('Amina Khan', { email, mayEmail: true, neutralOnly: true });
  const { browser } = await colleague('Pat Hill', ['practitioner']);
  const file = `/families/${personId}`;
  expect((await browser.get(file)).body).toContain('Give Amina their own page');
  expect((await press(browser, `${file}/own-page`, {}, file)).headers.location).toBe(file);
  await runJobs();
  const letter = await letterbox.letterTo(email, 'A link for you');
  expect(letter.text).not.toMatch(/Testing Together|parent|baby|group|Amina/i);
  expect((await browser.get(file)).body).toContain('Send the link again');

  const amina = new Browser(app.server);
  const into = await amina.post(linkIn(letter.text), { with: 'links' });
  expect(into.headers.location).toBe('/me');
  expect((await amina.get('/me')).statusCode).toBe(200);
  expect((await browser.get(file)).body).toContain('Amina has come in');
  expect((await press(browser, `${file}/own-page`, {}, file)).statusCode).toBe(422);
  expect(await accountsOf(personId)).toEqual([{ id: expect.any(String), closed_at: null }]);

  const phone = new Browser(app.server);
  await phone.post('/sign-in/link', { email });
  await runJobs();
  const link = linkIn((await letterbox.letterTo(email, 'The link you asked for')).text);
  expect((await phone.get(link)).statusCode).toBe(200);
  expect((await phone.post(link, {})).headers.location).toBe('/me');
  expect((await phone.get('/me')).statusCode).toBe(200);
});

test('without an e-mail address that is safe there is no page, and the file says what is missing', async () => {
  const personId = await parent('Bea Low', { email: 'bea@home.example', mayEmail: false });
  const { browser } = await colleague('Per Lund', ['volunteer_manager']);
  const file = `/families/${personId}`;
  const words = (await browser.get(file)).body;
  expect(words).toContain('needs an e-mail address that is safe to write to');
  expect(words).not.toContain('Give Bea');
  expect((await press(browser, `${file}/own-page`, {}, file)).statusCode).toBe(422);
  await runJobs();
  expect(await accountsOf(personId)).toEqual([]);
});

test('what was safe a moment ago and is not now is not written to', async () => {
  const personId = await parent('Cat Dew', { email: 'cat@home.example', mayEmail: true });
  const { browser } = await colleague('Pia Lund', ['practitioner']);
  const file = `/families/${personId}`;
  await press(browser, `${file}/own-page`, {}, file);
  await system(({ tx }) =>
    tx.updateTable('people.contacts').set({ may_email: false }).where('person_id', '=', personId).execute(),
  );
  await runJobs();
  expect(letterbox.letters.filter(({ to }) => to === 'cat@home.example')).toEqual([]);
});

test('a letter that did not leave is not waited for in silence', async () => {
  const personId = await parent('Ivy Fox', { email: 'ivy@home.example', mayEmail: true });
  const { browser, accountId } = await colleague('Pru Lund', ['practitioner']);
  const file = `/families/${personId}`;
  await press(browser, `${file}/own-page`, {}, file);
  await runJobs();
  expect((await browser.get(file)).body).toContain('There is a link for Ivy');
  await system(({ tx }) =>
    tx.updateTable('platform.messages').set({ state: 'shown' }).where('person_id', '=', personId).execute(),
  );
  expect((await browser.get(file)).body).toContain('no way to send e-mail is set up here yet');
  const lead = await colleague('Liv Holt', ['service_lead']);
  const member = String((await invite(lead.browser, 'shown@work.example')).headers.location);
  await runJobs();
  await system(({ tx }) =>
    tx
      .updateTable('platform.messages')
      .set({ state: 'failed' })
      .where('address', '=', 'shown@work.example')
      .execute(),
  );
  expect((await lead.browser.get(member)).body).toContain('The e-mail did not arrive');
  expect((await lead.browser.get(`/team/${accountId}`)).body).not.toContain('The e-mail did not arrive');
});

test('two parents with one address: the second is told to bring one of their own', async () => {
  const email = 'both@home.example';
  const [one, other] = [
    await parent('Dan Ash', { email, mayEmail: true }),
    await parent('Eve Ash', { email, mayEmail: true }),
  ];
  const { browser } = await colleague('Pip Lund', ['practitioner']);
  await press(browser, `/families/${one}/own-page`, {}, `/families/${one}`);
  await press(browser, `/families/${other}/own-page`, {}, `/families/${other}`);
  await runJobs();
  const open = [...(await accountsOf(one)), ...(await accountsOf(other))].filter((each) => !each.closed_at);
  expect(open).toHaveLength(1);
  await runJobs();
  const late = (await accountsOf(one)).some((each) => !each.closed_at) ? other : one;
  const told = await press(browser, `/families/${late}/own-page`, {}, `/families/${late}`);
  expect(told.statusCode).toBe(422);
  expect(told.body).toContain('Each person needs one of their own');
});

test('a peer supporter gives nobody a page', async () => {
  const personId = await parent('Fay Oak', { email: 'fay@home.example', mayEmail: true });
  const { browser } = await colleague('Sol Lane', ['peer_supporter']);
  expect((await press(browser, `/families/${personId}/own-page`, {}, '/account')).statusCode).toBe(404);
});

test('a welcome has the link ticked where it can be sent, and sends it', async () => {
  const { browser } = await colleague('Wyn Dale', ['practitioner']);
  const { referralId, personId } = await system((scope) => receiveReferral(scope, arrival(centreId)));
  const page = `/referrals/${referralId}/decide/welcome`;
  const html = (await browser.get(page)).body;
  expect(html).toMatch(/<input[^>]*name="ownPage"[^>]*checked/);
  const reason = /name="reason" type="radio" value="([^"]+)"|value="([^"]+)"[^>]*name="reason"/.exec(html);
  const answer = await press(browser, page, {
    reason: reason?.[1] ?? reason?.[2] ?? '',
    groupWanted: 'no',
    ownPage: 'yes',
    words: '',
  });
  expect(answer.statusCode).toBe(303);
  await runJobs();
  await letterbox.letterTo('amira@example.org', 'A link for you');
  expect(await accountsOf(personId)).toHaveLength(1);
  expect((await browser.get(page)).body).not.toContain('name="ownPage"');
});

/** The sign-in's own pool, whose nth query finds the line cut: before it is asked, or just after it was done. */
const cutAt = (nth: number, when: 'before' | 'after'): pg.Pool => {
  let asked = 0;
  return new Proxy(app.signInPool, {
    get: (pool, name) =>
      name === 'query'
        ? async (text: string, values?: unknown[]) => {
            asked += 1;
            if (asked === nth && when === 'before') throw new Error('cut');
            const result = await pool.query(text, values);
            if (asked === nth && when === 'after') throw new Error('cut');
            return result;
          }
        : Reflect.get(pool, name),
  });
};

test.each([1, 2, 3, 4, 5, 6].flatMap((nth) => [[nth, 'before'] as const, [nth, 'after'] as const]))(
  'cut at the sign-in’s query %i, %s it, the errand run again ends with one account and a link that works',
  async (nth, when) => {
    const email = `cut${nth}${when}@home.example`;
    const personId = await parent('Gil Elm', { email, mayEmail: true });
    const errand = async (pool: pg.Pool) => {
      const job = signInJobs(pool)['sign_in.invite'];
      if (!job || typeof job === 'function') throw new Error('the errand opens its own transactions');
      const payload = { personId, origin: 'http://kith.test', once: `cut ${nth} ${when}` };
      await job.open({ gateway: app.gateway, clock: app.clock, organisationId, payload });
    };
    await errand(cutAt(nth, when)).catch((error: Error) => expect(error.message).toBe('cut'));
    await errand(app.signInPool);
    await errand(app.signInPool);
    await runJobs();
    expect(await accountsOf(personId)).toHaveLength(1);
    const letter = await letterbox.letterTo(email, 'A link for you');
    expect(letterbox.letters.filter(({ to }) => to === email)).toHaveLength(1);
    const into = await new Browser(app.server).post(linkIn(letter.text), { with: 'links' });
    expect(into.headers.location).toBe('/me');
  },
);
