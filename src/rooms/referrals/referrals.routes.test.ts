import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../../tests/support/browser.ts';
import { openHouse, type TestHouse } from '../../../tests/support/house.ts';

let here: TestHouse;
beforeAll(async () => {
  here = await openHouse();
});
afterAll(() => here.close());

const where = (response: { headers: Record<string, unknown> }) => String(response.headers.location);
const rowsOf = () =>
  here.system(({ tx }) =>
    tx.selectFrom('referrals.referrals').selectAll().orderBy('received_at').orderBy('id').execute(),
  );

const midwife = (centreId: string) => ({
  centreId,
  name: 'Jo Marsh',
  job: 'Midwife',
  worksFor: '',
  referrerEmail: 'jo@example.org',
  referrerPhone: '',
});
const amira = {
  givenName: 'Amira',
  familyName: 'Haddad',
  relation: 'pregnant',
  'dueOn-day': '26',
  'dueOn-month': '3',
  'dueOn-year': '2027',
  language: 'ar',
  interpreterNeeded: 'yes',
};
const reason = {
  why: 'Anxious since moving here.\nNew in town.',
  phone: '07700 900123',
  email: '',
  ways: ['text', 'call'],
  safeTimes: 'mornings',
  parentKnows: 'yes',
  tellReferrer: 'yes',
};

/** The tokens of one drawing of a page: pressing its button twice sends both twice. */
const tokens = (html: string) => ({
  _csrf: /name="_csrf"[^>]*value="([^"]*)"/.exec(html)?.[1] ?? '',
  _key: /name="_key"[^>]*value="([^"]*)"/.exec(html)?.[1] ?? '',
});

/** Fills the professional's form up to the page where it is checked; answers that page's address. */
const fillIn = async (browser: Browser): Promise<string> => {
  const first = where(await browser.post('/refer', midwife(here.centres[0].id)));
  const second = where(await browser.post(first, amira));
  return where(await browser.post(second, reason));
};

test('a midwife refers in four short steps without an account, once however often she presses', async () => {
  const browser = here.browser(null);
  const start = await browser.get('/refer');
  expect(start.statusCode).toBe(200);
  expect(start.body).toContain('Step 1 of 4');
  const check = await fillIn(browser);
  expect(check).toMatch(/^\/refer\/[0-9a-f-]+\/check$/);
  const page = (await browser.get(check)).body;
  expect(page).toContain('Amira Haddad');
  expect(page).toContain('26 March 2027');
  expect(page).toContain('Arabic, with an interpreter');
  const sent = await browser.post(check, tokens(page));
  const again = await browser.post(check, tokens(page));
  const afresh = await browser.post(check, { ...tokens(page), _key: '' });
  expect([again, afresh].map(where)).toEqual([where(sent), where(sent)]);
  const arrived = (await browser.get(where(sent))).body;
  const rows = (await rowsOf()).filter(({ route }) => route === 'professional');
  expect(rows).toHaveLength(1);
  expect(arrived).toContain(rows[0]?.reference);
  expect(arrived).toContain('Monday 30 November');
  const track = /href="(\/refer\/track\/[\w-]+)"/.exec(arrived)?.[1] ?? '';
  const tracked = (await here.browser(null).get(track)).body;
  expect(tracked).toContain('waiting to be read');
  expect(tracked).not.toContain('Amira');
  const draft = await here.system(({ tx }) =>
    tx.selectFrom('platform.drafts').select(['typed', 'finished_to']).execute(),
  );
  expect(draft).toEqual([{ typed: {}, finished_to: where(sent) }]);
});

test('what is wrong is said at 422 with everything kept; going back keeps it too', async () => {
  const browser = here.browser(null);
  const wrong = await browser.post('/refer', {
    ...midwife(here.centres[0].id),
    referrerEmail: 'jo at example',
    worksFor: 'Kelby midwives',
  });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('<title>Error: ');
  expect(wrong.body).toContain('Kelby midwives');
  const parent = where(await browser.post('/refer', midwife(here.centres[0].id)));
  const back = await browser.post(parent, { givenName: 'Bea', _go: 'back' });
  expect(where(back)).toMatch(/\/you$/);
  expect((await browser.get(where(back))).body).toContain('Jo Marsh');
  expect((await browser.get(parent)).body).toContain('value="Bea"');
  const without = await browser.post(where(await browser.post(parent, amira)), {
    ...reason,
    parentKnows: 'no',
  });
  expect(without.statusCode).toBe(422);
  expect(without.body).toContain('speak with the parent first');
});

test('a change from the checking page leads back to it', async () => {
  const browser = here.browser(null);
  const check = await fillIn(browser);
  const change = /href="(\/refer\/[^"]+\/parent\?to=check)"/.exec((await browser.get(check)).body)?.[1] ?? '';
  expect(where(await browser.post(change, { ...amira, givenName: 'Amirah' }))).toBe(check);
  expect((await browser.get(check)).body).toContain('Amirah Haddad');
});

test('nobody else opens a draft; its link does, after a press', async () => {
  const browser = here.browser(null);
  const check = await fillIn(browser);
  expect((await here.browser(null).get(check)).statusCode).toBe(404);
  const later = where(await browser.post(check, { _go: 'later' }));
  const link = /(\/refer\/back\/[\w-]+\/[\w-]+)/.exec((await browser.get(later)).body)?.[1] ?? '';
  const elsewhere = here.browser(null);
  expect((await elsewhere.get(link)).body).not.toContain('Amira');
  expect((await elsewhere.get(check)).statusCode).toBe(404);
  const on = where(await elsewhere.post(link, {}));
  expect((await elsewhere.get(on)).statusCode).toBe(200);
  expect((await elsewhere.get(check)).body).toContain('Amira Haddad');
  await browser.post(later, { _go: 'link' });
  const mail = await here.system(({ tx }) =>
    tx
      .selectFrom('platform.messages')
      .select(['address', 'details'])
      .where('template', '=', 'referral_draft_link')
      .execute(),
  );
  expect(mail).toEqual([{ address: 'jo@example.org', details: { link: `http://kith.test${link}` } }]);
  here.now = here.now.add({ hours: 7 * 24 + 1 });
  expect((await browser.get(check)).statusCode).toBe(404);
  here.now = here.now.subtract({ hours: 7 * 24 + 1 });
});

test('a parent asks for support in two steps with little more than a name and a safe way', async () => {
  const browser = here.browser(null);
  const start = (await browser.get('/self')).body;
  expect(start).toContain('Step 1 of 2');
  const none = await browser.post('/self', {
    givenName: 'Cora',
    phone: '',
    email: '',
    centreId: here.centres[1].id,
  });
  expect(none.statusCode).toBe(422);
  const next = where(
    await browser.post('/self', {
      givenName: 'Cora',
      phone: '07700 900124',
      ways: 'text',
      centreId: here.centres[1].id,
    }),
  );
  const sent = where(await browser.post(next, { relation: 'pregnant', language: 'en' }));
  expect(sent).toMatch(/\/sent$/);
  const page = (await browser.get(sent)).body;
  expect(page).toContain('We have it');
  const row = (await rowsOf()).find(({ route }) => route === 'self');
  expect(row).toMatchObject({ centre_id: here.centres[1].id, state: 'received', tell_referrer: false });
  expect(page).toContain(row?.reference);
});

test('staff write down a call, find the file that is there, and the referral waits for a decision', async () => {
  const office = await here.member('Olu Office', ['administrator']);
  const browser = here.browser(office);
  const parent = where(
    await browser.post('/referrals/new', {
      centreId: here.centres[0].id,
      cameBy: 'call',
      name: '',
      job: '',
      worksFor: '',
      referrerEmail: '',
      referrerPhone: '',
    }),
  );
  const why = where(await browser.post(parent, { ...amira, givenName: 'Amira' }));
  const same = where(await browser.post(why, { ...reason, tellReferrer: 'no' }));
  const page = (await browser.get(same)).body;
  expect(page).toContain('the same phone number');
  const there = /value="([0-9a-f-]{36})"[^>]*aria-describedby="same/.exec(page)?.[1] ?? '';
  const check = where(await browser.post(same, { same: there }));
  const list = (await browser.get('/referrals/new')).body;
  expect(list).toContain('Not sent yet');
  const at = where(await browser.post(check, {}));
  expect(at).toMatch(/^\/referrals\/[0-9a-f-]{36}$/);
  const seen = (await browser.get(at)).body;
  expect(seen).toContain('by phone');
  expect(seen).not.toContain('Anxious since moving here');
  const rows = await rowsOf();
  expect(rows.find(({ came_by }) => came_by === 'call')?.person_id).toBe(there);
});

test('a practitioner reads why, welcomes the family, and a later decision finds the first', async () => {
  const practitioner = await here.member('Pat Practitioner', ['practitioner']);
  const browser = here.browser(practitioner);
  const list = (await browser.get('/referrals')).body;
  expect(list).toContain('Amira Haddad');
  expect(list).not.toContain('Cora');
  const row = (await rowsOf()).find(({ route }) => route === 'professional');
  const at = `/referrals/${row?.id}`;
  const page = (await browser.get(at)).body;
  expect(page).toContain('Anxious since moving here');
  expect(page).toContain('22 weeks and 3 days');
  const welcome = `${at}/decide/welcome`;
  const form = await browser.get(welcome);
  expect(form.body).toContain('Would an antenatal group suit them?');
  const none = await browser.post(welcome, { words: 'Rang her.' });
  expect(none.statusCode).toBe(422);
  expect(none.body).toContain('Rang her.');
  expect(
    (await browser.post(welcome, { reason: 'fits_group', groupWanted: 'yes', words: '' })).statusCode,
  ).toBe(303);
  expect((await browser.get(at)).body).toContain('Fits the antenatal group');
  const stale = await browser.post(`${at}/decide/signpost`, {
    reason: 'outside_area',
    toService: 'Another centre',
    parentAgreed: 'yes',
    'followUpOn-day': '7',
    'followUpOn-month': '12',
    'followUpOn-year': '2026',
    words: 'They moved.',
    _version: '1',
  });
  expect(stale.statusCode).toBe(409);
  expect(stale.body).toContain('They moved.');
});

test('a handover is followed up', async () => {
  const manager = await here.member('Vi Manager', ['volunteer_manager'], here.centres[1].id);
  const browser = here.browser(manager);
  const row = (await rowsOf()).find(({ route }) => route === 'self');
  const sent = await browser.post(`/referrals/${row?.id}/decide/hand_over`, {
    reason: 'needs_specialist',
    toService: 'Community perinatal mental health team',
    toContact: 'Dr Shah, 020 7946 0999',
    parentAgreed: 'yes',
    'followUpOn-day': '23',
    'followUpOn-month': '11',
    'followUpOn-year': '2026',
    words: '',
  });
  expect(sent.statusCode).toBe(303);
  const list = (await browser.get('/handovers')).body;
  expect(list).toContain('One is due');
  const at = /href="(\/handovers\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? '';
  expect((await browser.post(at, { arrived: '', seen: '', words: '' })).statusCode).toBe(422);
  await browser.post(at, { arrived: 'yes', seen: 'yes', words: 'Seen on Friday.' });
  expect((await browser.get('/handovers')).body).toContain('Nobody has to be followed up');
  expect((await browser.get(`/referrals/${row?.id}`)).body).toContain('They got there and were seen');
});

test('what is another centre’s, or of another kind of person, is not found', async () => {
  const row = (await rowsOf()).find(({ route }) => route === 'professional');
  const elsewhere = await here.member('Eve Elsewhere', ['practitioner'], here.centres[1].id);
  const supporter = await here.member('Sam Supporter', ['peer_supporter']);
  const office = await here.member('Olu Again', ['administrator']);
  const parent = await here.parent(row?.person_id ?? '');
  for (const actor of [elsewhere, supporter, parent])
    for (const path of [
      `/referrals/${row?.id}`,
      `/referrals/${row?.id}/decide/welcome`,
      `/referrals/${row?.id}/withdraw`,
    ])
      expect((await here.browser(actor).get(path)).statusCode, `${actor.name} ${path}`).toBe(404);
  for (const actor of [supporter, parent])
    for (const path of ['/referrals', '/referrals/new', '/referrals/import', '/handovers'])
      expect((await here.browser(actor).get(path)).statusCode, `${actor.name} ${path}`).toBe(404);
  expect((await here.browser(office).get(`/referrals/${row?.id}`)).statusCode).toBe(200);
  expect((await here.browser(office).get(`/referrals/${row?.id}/decide/welcome`)).statusCode).toBe(404);
  expect((await here.browser(office).get('/handovers')).statusCode).toBe(404);
  expect((await here.browser(null).get('/referrals')).statusCode).toBe(303);
});

test('a file is brought in from a page, and what came back can be downloaded', async () => {
  const coordinator = await here.member('Cy Coordinator', ['programme_coordinator']);
  const browser = here.browser(coordinator);
  const page = await browser.get('/referrals/import');
  const csrf = /name="_csrf"[^>]*value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  const upload = async (file: string, token = csrf) => {
    const form = new FormData();
    form.append('_csrf', token);
    form.append('centreId', '');
    form.append('file', new File([file], 'families.csv', { type: 'text/csv' }));
    const request = new Request('http://kith.test', { method: 'POST', body: form });
    const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return here.app.server.inject({
      method: 'POST',
      url: '/referrals/import',
      headers: {
        'x-test-as': coordinator.accountId,
        cookie,
        'content-type': request.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
  };
  const file = 'first name,phone,centre\nDana,07700 900301,hartley\nEve,1,hartley\nFay,07700 900302,brook\n';
  expect((await upload(file, 'forged')).statusCode).toBe(403);
  const empty = await upload('');
  expect(empty.statusCode).toBe(422);
  expect(empty.body).toContain('not empty');
  const sent = await upload(file);
  expect(sent.statusCode).toBe(303);
  const report = (await browser.get(where(sent))).body;
  expect(report).toContain('of 3 rows landed');
  expect(report).toContain('is not a phone number');
  // Brook is a centre of the organisation, and not theirs.
  expect(report).toContain('that you can import for');
  const rejects = await browser.get(`${where(sent)}/rejects.csv`);
  expect(rejects.headers['content-disposition']).toContain('families.csv.rejects.csv');
  expect(rejects.body.split('\n').filter(Boolean)).toHaveLength(3);
  expect((await browser.get('/referrals/import/sample.csv')).body).toContain('given_name');
  const practitioner = await here.member('Pat Nosy', ['practitioner']);
  expect((await here.browser(practitioner).get(where(sent))).statusCode).toBe(404);
});

test('a doctor who comes back without the link is told where it is', async () => {
  const answer = await here.browser(null).get('/refer/track');
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain('Open the link in the e-mail');
  expect((await here.browser(null).get('/refer')).body).toContain('href="/refer/track"');
});
