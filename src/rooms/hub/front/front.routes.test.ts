import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HubStand, openHubStand, wordsOf } from '../stand.fixture.ts';

let stand: HubStand;

beforeAll(async () => {
  stand = await openHubStand();
  await stand.meeting('drop_in', 'Hartley drop-in', ['2026-11-26T10:30:00Z']);
  await stand.meeting('antenatal_group', 'Winter group', ['2026-11-25T10:30:00Z']);
});
afterAll(() => stand.close());

const open = async (url: string) => {
  const answer = await stand.browser(null).get(url);
  expect(answer.statusCode).toBe(200);
  return answer.body;
};

test('the front door has three ways in, help within one tap, and each centre with its next drop-in', async () => {
  const page = await open('/');
  for (const href of ['/self', '/refer', '/sign-in', '/help', '/centres/hartley'])
    expect(page).toContain(`href="${href}"`);
  expect(wordsOf(page)).toContain('Next drop-in: Thursday 26 November, 10.30am to 12.30pm');
  expect(wordsOf(page)).toContain('Testing Together');
});

test('a drop-in is public and a closed group never is, also for somebody who could see it elsewhere', async () => {
  const practitioner = await stand.member('Priya Shah', ['practitioner']);
  for (const actor of [null, practitioner]) {
    const words = wordsOf((await stand.browser(actor).get('/centres/hartley')).body);
    expect(words).toContain('Thursday 26 November, 10.30am to 12.30pm Oak Room, Hartley Library');
    expect(words).not.toContain('Winter group');
    expect(words).not.toContain('25 November');
  }
});

test('the room of an open drop-in is public, and where a closed group meets is not', async () => {
  const elsewhere = await stand.openVenue('Quiet House');
  const { groupId } = await stand.meeting('antenatal_group', 'Spring group', ['2026-11-27T10:30:00Z'], false);
  await stand.system(({ tx }) =>
    tx.updateTable('delivery.groups').set({ venue_id: elsewhere }).where('id', '=', groupId).execute(),
  );
  const anyone = { kind: 'anyone', organisationId: stand.organisationId } as const;
  const rooms = () =>
    stand.as(anyone, ({ tx }) => tx.selectFrom('programme.venues').select('name').execute());
  expect(await rooms()).toEqual([{ name: 'Hartley Library' }]);
  await stand.system(({ tx }) =>
    tx
      .updateTable('delivery.groups')
      .set({ ended_at: stand.now.toString() })
      .where('kind', '=', 'drop_in')
      .execute(),
  );
  expect(await rooms()).toEqual([]);
  await stand.system(({ tx }) =>
    tx.updateTable('delivery.groups').set({ ended_at: null }).where('kind', '=', 'drop_in').execute(),
  );
});

test('a centre that is not there is not found, nor is one of another organisation', async () => {
  for (const slug of ['nowhere', 'far'])
    expect((await stand.browser(null).get(`/centres/${slug}`)).statusCode).toBe(404);
});

test('whoever is signed in is led to their own first page', async () => {
  const practitioner = await stand.member('Sam Reed', ['practitioner']);
  const toTeam = await stand.browser(practitioner).get('/');
  expect([toTeam.statusCode, toTeam.headers.location]).toEqual([303, '/today']);
  const { personId } = await stand.family('Amina Khan', '2027-03-04');
  const toParent = await stand.browser(await stand.parent(personId)).get('/');
  expect([toParent.statusCode, toParent.headers.location]).toEqual([303, '/me']);
});

test('privacy, accessibility and about are there for everyone and claim no more than is so', async () => {
  for (const url of ['/privacy', '/accessibility', '/about']) await open(url);
  expect(wordsOf(await open('/accessibility'))).toContain(
    'We do not claim a standard that nobody has checked',
  );
});
