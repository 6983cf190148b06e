import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { introduce, openFile } from '#rooms/people/door.ts';
import { openHouse, type TestHouse } from '../../../tests/support/house.ts';
import { concernsWaiting, raiseConcern, setDuty } from './door.ts';
import { openText } from './sealed.ts';

let house: TestHouse;
let owner: AccountActor;
let deputy: AccountActor;
let lead: AccountActor;
let peer: AccountActor;
let amina: string;

beforeAll(async () => {
  house = await openHouse();
  owner = await house.member('Ruth Bell', ['volunteer_manager']);
  deputy = await house.member('Dan Okafor', ['programme_coordinator']);
  lead = await house.member('Leila Shah', ['service_lead']);
  peer = await house.member('Amy Lee', ['peer_supporter']);
  const centreId = house.centres[0].id;
  amina = await house.system(async (scope) => {
    const id = await openFile(scope, { side: 'family', centreId, givenName: 'Amina', familyName: 'Khan' });
    await introduce(scope, id);
    await openFile(scope, { side: 'family', centreId, givenName: 'Amina', familyName: 'Unknown-Yet' });
    await setDuty(scope, { centreId, accountId: owner.accountId, duty: 'owner' });
    await setDuty(scope, { centreId, accountId: deputy.accountId, duty: 'deputy' });
    return id;
  });
});
afterAll(() => house.close());

const asConcern = { happened: 'She was afraid to go home.', danger: 'no', about_words: 'A mother' };
const concerns = () =>
  house.system(({ tx }) =>
    tx.selectFrom('safeguarding.concerns').selectAll().orderBy('raised_at').orderBy('id').execute(),
  );
const newest = async () => {
  const found = (await concerns()).at(-1);
  if (!found) throw new Error('no concern');
  return house.system(async (scope) => ({ ...found, about_words: openText(scope, found.about_words) }));
};

describe('raising a concern from a page', () => {
  it('says who reads it, by when, and that it is no 999', async () => {
    const { statusCode, body } = await house.browser(peer).get('/concerns/new');
    expect(statusCode).toBe(200);
    expect(body).toContain('It goes to Ruth Bell, volunteer manager');
    expect(body).toContain('within 1 hour');
    expect(body).toContain('never takes the place of calling 999, or of your own legal duty');
    expect(body).toContain('Dan Okafor, programme coordinator');
  });

  it('needs only what happened, whether there is danger and who, and leads to a receipt', async () => {
    const browser = house.browser(peer);
    const sent = await browser.post('/concerns/new?from=/sessions/today%3Fq%3Dsecret', asConcern);
    expect(sent.statusCode).toBe(303);
    const found = await newest();
    expect(found).toMatchObject({
      about_words: 'A mother',
      danger_now: false,
      page: '/sessions/today',
      owner_id: owner.accountId,
    });
    expect(sent.headers.location).toBe(`/concerns/receipts/${found.id}?from=%2Fsessions%2Ftoday`);
    const receipt = await browser.get(String(sent.headers.location));
    expect(receipt.body).toContain('Your concern has arrived');
    expect(receipt.body).toContain('Ruth Bell, volunteer manager');
    expect(receipt.body).toContain('href="/sessions/today"');
    expect(receipt.body).not.toContain('afraid');
  });

  it('shows what is missing, with everything typed kept', async () => {
    const { statusCode, body } = await house
      .browser(peer)
      .post('/concerns/new', { said: 'I am scared of him' });
    expect(statusCode).toBe(422);
    expect(body).toContain('<title>Error: Raise a concern');
    expect(body).toContain('Say what happened, or what worries you.');
    expect(body).toContain('Say whether anyone is in danger now.');
    expect(body).toContain('I am scared of him');
  });

  it('says 999 first in danger, and saves it all the same', async () => {
    const browser = house.browser(peer);
    const half = await browser.post('/concerns/new', { danger: 'yes' });
    expect(half.body).toContain('Call 999 first');
    const sent = await browser.post('/concerns/new', { ...asConcern, danger: 'yes', called: 'yes' });
    expect(sent.statusCode).toBe(303);
    expect(await newest()).toMatchObject({ danger_now: true, called_999: true });
  });

  it('finds a parent by name among those one may know of, and points at their file', async () => {
    const browser = house.browser(peer);
    const looked = await browser.post('/concerns/new', {
      happened: 'Something',
      about_words: 'amina',
      find: 'yes',
    });
    expect(looked.statusCode).toBe(422);
    expect(looked.body).toContain('Amina Khan');
    expect(looked.body).not.toContain('Unknown-Yet');
    expect(looked.body).toContain('Something');
    expect((await browser.post('/concerns/new', { about_words: 'zzz', find: 'yes' })).body).toContain(
      'Leave it in words: that is fine.',
    );
    await browser.post('/concerns/new', { ...asConcern, about_words: 'amina', about_person: amina });
    expect(await newest()).toMatchObject({ about_person_id: amina, about_words: 'amina' });
  });

  it('offers the parent whose page somebody came from', async () => {
    const { body } = await house.browser(peer).get(`/concerns/new?from=/families/${amina}`);
    expect(body).toContain('Amina Khan');
    expect(body).toMatch(new RegExp(`value="${amina}"[^>]*checked`));
  });

  it('makes one concern of two presses', async () => {
    const browser = house.browser(peer);
    const before = (await concerns()).length;
    const page = (await browser.get('/concerns/new')).body;
    const key = /name="_key"[^>]*value="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(key).not.toBe('');
    const [one, other] = await Promise.all([
      browser.post('/concerns/new', { ...asConcern, _key: key }),
      browser.post('/concerns/new', { ...asConcern, _key: key }),
    ]);
    expect(other.headers.location).toBe(one.headers.location);
    expect(await concerns()).toHaveLength(before + 1);
  });

  it('asks somebody of two centres which one it is about', async () => {
    const both: AccountActor = await house.member('Bo Both', ['practitioner']);
    const roles = [...both.roles, { role: 'practitioner' as const, centreId: house.centres[1].id }];
    Object.assign(both, { roles });
    const browser = house.browser(both);
    expect((await browser.get('/concerns/new')).body).toContain('Which centre is it about?');
    expect((await browser.get(`/concerns/new?centre=${house.centres[0].id}`)).body).toContain(
      'It goes to Ruth Bell',
    );
  });

  it('is not for parents or the public, who have the page of urgent help', async () => {
    const parent = await house.parent(amina);
    expect((await house.browser(parent).get('/concerns/new')).statusCode).toBe(404);
    expect((await house.browser(parent).get('/concerns')).statusCode).toBe(404);
    expect((await house.browser(null).get('/concerns/new')).statusCode).toBe(303);
    expect((await house.browser(parent).get('/help')).statusCode).toBe(200);
  });
});

describe('reading a concern on a page', () => {
  const raise = (by: AccountActor, more: Partial<Parameters<typeof raiseConcern>[1]> = {}) =>
    house.as(by, (scope) =>
      raiseConcern(scope, {
        centreId: house.centres[0].id,
        happened: 'The words of <b>Amy</b>.',
        aboutWords: 'A mother',
        dangerNow: false,
        ...more,
      }),
    );

  it('is not found for everybody it was not given to, and each opening is written down', async () => {
    const { concernId } = await raise(peer);
    const url = `/concerns/${concernId}`;
    for (const actor of [deputy, lead, peer])
      expect((await house.browser(actor).get(url)).statusCode).toBe(404);
    const browser = house.browser(owner);
    const { statusCode, body } = await browser.get(url);
    expect(statusCode).toBe(200);
    expect(body).toContain('The words of &lt;b>Amy&lt;/b>.');
    expect(body).toContain('Amy Lee raised it');
    await browser.get(url);
    const looks = await house.system(({ tx }) =>
      tx
        .selectFrom('platform.audit_events')
        .select(['account_id'])
        .where('subject_id', '=', concernId)
        .where('verb', '=', 'safeguarding.concern_opened')
        .execute(),
    );
    expect(looks).toEqual([{ account_id: owner.accountId }, { account_id: owner.accountId }]);
  });

  it('is not found for whoever it names', async () => {
    const { concernId } = await raise(peer, { named: [owner.accountId] });
    expect((await house.browser(owner).get(`/concerns/${concernId}`)).statusCode).toBe(404);
    expect((await house.browser(owner).get('/concerns')).body).not.toContain(concernId);
    const read = await house.browser(deputy).get(`/concerns/${concernId}`);
    expect(read.body).toContain('It names Ruth Bell of the team.');
  });

  it('is taken on with words that reach the reporter', async () => {
    const { concernId } = await raise(peer);
    const browser = house.browser(owner);
    const url = `/concerns/${concernId}`;
    expect((await browser.post(url, { words: '' })).statusCode).toBe(422);
    const taken = await browser.post(url, { words: 'Thank you, I am with her now.' });
    expect(taken.headers.location).toBe(url);
    expect((await browser.get(url)).body).toContain('Ruth Bell has taken this on');
    const second = await browser.post(url, { words: 'Again' });
    expect(second.statusCode).toBe(422);
    expect(second.body).toContain('taken this concern on already');
    const receipt = await house.browser(peer).get(`/concerns/receipts/${concernId}`);
    expect(receipt.body).toContain('Thank you, I am with her now.');
    expect((await house.browser(deputy).get(`/concerns/receipts/${concernId}`)).statusCode).toBe(404);
  });

  it('lists what is to be read, what waits first', async () => {
    const browser = house.browser(owner);
    const { body } = await browser.get('/concerns');
    expect(body).toContain('Given to you to read');
    const waiting = await house.as(owner, concernsWaiting);
    expect(body.match(/>(New|Opened)</g)?.length).toBe(waiting.unacknowledged);
    expect((await house.browser(deputy).get('/concerns')).body).toContain('You have not raised a concern');
  });
});

describe('who reads concerns', () => {
  it('is chosen by the service lead, in a chain of different people', async () => {
    const browser = house.browser(lead);
    const url = `/concerns/on-duty/${house.centres[0].id}`;
    expect((await browser.get('/concerns/on-duty')).body).toContain('Reads them first: Ruth Bell');
    const same = await browser.post(url, { owner: owner.accountId, deputy: owner.accountId, last: '' });
    expect(same.statusCode).toBe(422);
    expect(same.body).toContain('Choose somebody else than the one who reads first.');
    expect(
      (await browser.post(url, { owner: deputy.accountId, deputy: owner.accountId, last: lead.accountId }))
        .statusCode,
    ).toBe(303);
    expect((await browser.get('/concerns/on-duty')).body).toContain('Reads them first: Dan Okafor');
    for (const actor of [owner, peer]) expect((await house.browser(actor).get(url)).statusCode).toBe(404);
    expect((await browser.get(`/concerns/on-duty/${house.centres[1].id}`)).statusCode).toBe(404);
  });

  it('has a clock from a day that is not over', async () => {
    const browser = house.browser(lead);
    const from = (day: string) => ({ 'from-day': day, 'from-month': '11', 'from-year': '2026' });
    expect(
      (await browser.post('/concerns/clock', { first: '30', again: '45', ...from('22') })).body,
    ).toContain('Choose today or a later day.');
    expect(
      (await browser.post('/concerns/clock', { first: '3', again: '45', ...from('24') })).statusCode,
    ).toBe(422);
    expect(
      (await browser.post('/concerns/clock', { first: '30', again: '45', ...from('24') })).statusCode,
    ).toBe(303);
    expect((await browser.get('/concerns/on-duty')).body).toContain('30 minutes, then 45 minutes');
  });
});

describe('urgent help', () => {
  it('works for anybody, with numbers a phone can ring', async () => {
    const { statusCode, body } = await house.browser(null).get('/help');
    expect(statusCode).toBe(200);
    for (const there of [
      'href="tel:999"',
      'href="tel:116123"',
      'href="sms:85258?body=SHOUT"',
      'If you have lost a baby',
      'For fathers and partners',
      'If someone at home frightens or hurts you',
    ])
      expect(body).toContain(there);
    expect(body).toContain('has not yet confirmed this');
    expect(body.indexOf('tel:999')).toBeLessThan(body.indexOf('tel:116123'));
  });

  it('is still there when an organisation has no numbers of its own', async () => {
    await house.system(({ tx }) => tx.updateTable('people.help_lines').set({ shown: false }).execute());
    const { body } = await house.browser(null).get('/help');
    expect(body).toContain('href="tel:999"');
    expect(body).toContain('href="tel:111"');
  });
});
