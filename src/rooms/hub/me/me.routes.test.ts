import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { joinAsParent, recordLoss } from '#rooms/families/door.ts';
import { contactOf, openFile } from '#rooms/people/door.ts';
import type { Family } from '../../../../tests/support/stand.ts';
import { type HubStand, type Meeting, openHubStand, wordsOf } from '../stand.fixture.ts';

let stand: HubStand;
let group: Meeting;
let dropIn: Meeting;

beforeAll(async () => {
  stand = await openHubStand();
  group = await stand.meeting('antenatal_group', 'Autumn group', [
    '2026-11-19T10:30:00Z',
    '2026-11-26T10:30:00Z',
  ]);
  dropIn = await stand.meeting('drop_in', 'Hartley drop-in', ['2026-12-03T10:30:00Z']);
  const leader = await stand.member('Joanne Price', ['practitioner']);
  await stand.leads(leader.accountId, group, 'practitioner');
});
afterAll(() => stand.close());

const arrive = async (name: string): Promise<{ family: Family; actor: AccountActor }> => {
  const family = await stand.family(name, '2027-02-22');
  return { family, actor: await stand.parent(family.personId, name) };
};

const placed = async (name: string) => {
  const parent = await arrive(name);
  await stand.place(parent.family, group);
  await stand.place(parent.family, dropIn);
  return parent;
};

const words = async (actor: AccountActor | null, url: string) => {
  const answer = await stand.browser(actor).get(url);
  expect(answer.statusCode, url).toBe(200);
  return wordsOf(answer.body);
};

test('a parent finds where, when, who and what to bring, and help first', async () => {
  const { actor } = await placed('Amina Khan');
  const browser = stand.browser(actor);
  const page = (await browser.get('/me')).body;
  const said = wordsOf(page);
  expect(said).toContain('Hello Amina');
  expect(said).toContain('You are 27 weeks pregnant.');
  expect(said).toMatch(/Thursday 26 November\s+10.30am to 12.30pm/);
  expect(said).toContain('Oak Room, Hartley Library');
  expect(said).toContain('Joanne');
  expect(said).not.toContain('Price');
  expect(said).toContain('The drop-in is open to you until 22 February 2028');
  expect(page.indexOf('href="/help"')).toBeLessThan(page.indexOf('href="/me'));
  for (const url of ['/me/people', '/me/sessions', '/me/held', '/me/leave']) await words(actor, url);
  expect(await words(actor, '/me/people')).toContain('Autumn group Joanne');
});

test('“I’ll be there” is one press on the first page, and the page then says so', async () => {
  const { actor } = await placed('Beth Cole');
  const browser = stand.browser(actor);
  const pressed = await browser.post(
    `/me/sessions/${group.sessions[1]}`,
    { coming: 'yes', words: '' },
    '/me',
  );
  expect(pressed.statusCode).toBe(303);
  expect(await words(actor, '/me')).toContain('You said you will be there.');
});

test('an open offer is answered from the first page; nobody else’s is seen', async () => {
  const { family, actor } = await arrive('Cara Dunn');
  const placeId = await stand.place(family, group, 'offered');
  const page = (await stand.browser(actor).get('/me')).body;
  expect(page).toContain(`/me/places/${placeId}`);
  expect(wordsOf(page)).toContain('We keep it for you until Tuesday 24 November');
  const { actor: other } = await arrive('Dora Finn');
  expect((await stand.browser(other).get('/me')).body).not.toContain(placeId);
});

test('after a loss the page of the parent who told us is gentle, and the other parent’s tells nothing', async () => {
  const { family, actor } = await placed('Esme Gray');
  const fatherId = await stand.system(async (scope) => {
    const personId = await openFile(scope, {
      side: 'family',
      centreId: stand.centres[0].id,
      givenName: 'Finn',
      familyName: 'Gray',
    });
    await joinAsParent(scope, {
      pregnancyId: family.pregnancyId,
      personId,
      relation: 'father',
      centreId: stand.centres[0].id,
    });
    return personId;
  });
  const father = await stand.parent(fatherId, 'Finn Gray');
  await stand.system((scope) =>
    recordLoss(scope, {
      pregnancyId: family.pregnancyId,
      toldBy: family.personId,
      kind: 'not_said',
      which: { all: true },
      happenedOn: null,
    }),
  );
  const hers = await words(actor, '/me');
  expect(hers).toContain('We are so sorry');
  for (const gone of ['weeks', 'Your next', 'Autumn group', 'drop-in is open', 'our baby']) {
    const main = hers.slice(hers.indexOf('Hello'));
    expect(main, gone).not.toContain(gone);
  }
  expect(await words(actor, '/me/sessions')).not.toContain('26 November');
  expect(await words(actor, '/me/held')).not.toContain('our baby');
  const his = await words(father, '/me');
  const main = his.slice(his.indexOf('Hello'));
  expect(main).not.toMatch(/sorry|loss|weeks|due/i);
  expect(main).toContain('Take what helps today');
});

test('a parent changes how they are reached; what was saved meanwhile is not lost', async () => {
  const { family, actor } = await arrive('Gina Holt');
  const browser = stand.browser(actor);
  const typed = {
    phone: '07700 900456',
    email: '',
    ways: ['text', 'call'],
    othersMayRead: 'no',
    safeTimes: 'mornings',
  };
  expect((await browser.post('/me/held/contact', typed)).headers.location).toBe('/me/held');
  const contact = await stand.as(actor, (scope) => contactOf(scope, family.personId));
  expect(contact).toMatchObject({
    phone: '+447700900456',
    mayText: true,
    mayCall: true,
    mayEmail: false,
    neutralOnly: false,
  });
  const stale = await browser.post('/me/held/contact', { ...typed, safeTimes: 'evenings', _version: '1' });
  expect(stale.statusCode).toBe(409);
  expect(wordsOf(stale.body)).toContain('Somebody else saved this');
  const wrong = await browser.post('/me/held/contact', { ...typed, phone: '', ways: ['text'] });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('<title>Error: ');
});

test('leaving ends every place and the waiting, and stops messages when asked', async () => {
  const { family, actor } = await placed('Hana Ito');
  await stand.system((scope) =>
    scope.tx
      .insertInto('delivery.waiting')
      .values({
        organisation_id: stand.organisationId,
        id: crypto.randomUUID(),
        centre_id: stand.centres[0].id,
        person_id: family.personId,
        pregnancy_id: family.pregnancyId,
        since: '2026-11-01T09:00:00Z',
      })
      .execute(),
  );
  const browser = stand.browser(actor);
  expect((await browser.post('/me/leave', { sure: '' })).statusCode).toBe(422);
  expect((await browser.post('/me/leave', { sure: 'yes', noMessages: 'yes' })).headers.location).toBe('/me');
  await stand.drain();
  const left = await stand.system(async ({ tx }) => ({
    places: await tx
      .selectFrom('delivery.places')
      .select(['ended_at', 'end_reason'])
      .where('person_id', '=', family.personId)
      .execute(),
    waiting: await tx
      .selectFrom('delivery.waiting')
      .select('end_reason')
      .where('person_id', '=', family.personId)
      .executeTakeFirst(),
  }));
  expect(left.places.map((place) => place.end_reason)).toEqual(['left', 'left']);
  expect(left.waiting?.end_reason).toBe('left');
  const contact = await stand.as(actor, (scope) => contactOf(scope, family.personId));
  expect(contact?.way).toBeNull();
  expect(await words(actor, '/me')).toContain('Nothing has a date yet');
});

test('these pages are a parent’s alone', async () => {
  const member = await stand.member('Ivy Jones', ['practitioner', 'administrator']);
  for (const url of ['/me', '/me/people', '/me/sessions', '/me/held', '/me/held/contact', '/me/leave']) {
    expect((await stand.browser(member).get(url)).statusCode).toBe(404);
    const turned = await stand.browser(null).get(url);
    expect([turned.statusCode, turned.headers.location]).toEqual([
      303,
      `/sign-in?next=${encodeURIComponent(url)}`,
    ]);
  }
});
