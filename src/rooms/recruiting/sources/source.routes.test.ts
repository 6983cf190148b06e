import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../../../tests/support/browser.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { enquire, openRecruiting } from '../application.fixture.ts';

let here: TestHouse;
let manager: Browser;
beforeAll(async () => {
  here = await openHouse();
  await openRecruiting(here);
  manager = here.browser(await here.staff('volunteer_manager'));
});
afterAll(() => here.close());

const talk = (): Record<string, string> => ({
  centreId: here.centreId,
  name: 'Talk at the mosque',
  kind: 'talk',
  'fromOn-day': '2',
  'fromOn-month': '11',
  'fromOn-year': '2026',
  'untilOn-day': '',
  'untilOn-month': '',
  'untilOn-year': '',
  cost: '12.50',
  reach: '60',
  words: '',
});
const rows = () =>
  here.system(({ tx }) =>
    tx.selectFrom('recruiting.sources').selectAll().orderBy('made_at').orderBy('slug').execute(),
  );

test('a source is added with its link, and the figures of what came of it', async () => {
  expect((await manager.get('/applicants/sources')).body).toContain('There is nothing here yet.');
  const added = await manager.post('/applicants/sources', talk());
  expect(added.statusCode).toBe(303);
  expect(await rows()).toMatchObject([
    { cost_pence: 1250, reach: 60, slug: 'talk-at-the-mosque', until_on: null },
  ]);
  const [source] = await rows();
  const { applicantId } = await enquire(here);
  await here.system(({ tx }) =>
    tx
      .updateTable('recruiting.applicants')
      .set({ source_id: source?.id ?? '' })
      .where('id', '=', applicantId)
      .execute(),
  );
  const { body } = await manager.get('/applicants/sources');
  expect(body).toContain('£12.50');
  expect(body).toContain('http://kith.test/join/hartley?from=talk-at-the-mosque');
  expect((await manager.get(`/applicants/sources/${source?.id}`)).body).toContain(
    '1 asked because of it, 0 were welcomed.',
  );
});

test('bad answers come back with what was typed and what to do', async () => {
  const wrong = await manager.post('/applicants/sources', {
    ...talk(),
    name: '',
    cost: 'forty',
    'untilOn-day': '31',
    'untilOn-month': '2',
    'untilOn-year': '2027',
  });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('value="forty"');
  expect(wrong.body).toContain('Enter an amount in pounds');
  expect(wrong.body).toContain('Enter a real date');
  const order = await manager.post('/applicants/sources', {
    ...talk(),
    'untilOn-day': '1',
    'untilOn-month': '11',
    'untilOn-year': '2026',
  });
  expect(order.body).toContain('The last day is before the first.');
  expect(
    (await manager.post('/applicants/sources', { ...talk(), centreId: here.otherCentreId })).statusCode,
  ).toBe(422);
});

test('a second source of a name has a link of its own, also where the first is at another centre', async () => {
  const other = here.browser(await here.staff('administrator', here.otherCentreId));
  expect(
    (await other.post('/applicants/sources', { ...talk(), centreId: here.otherCentreId })).statusCode,
  ).toBe(303);
  expect((await rows()).map(({ slug }) => slug)).toEqual(['talk-at-the-mosque', 'talk-at-the-mosque-2']);
});

test('a change keeps the link, and of two who change at once the second is shown both', async () => {
  const [source] = await rows();
  const url = `/applicants/sources/${source?.id}`;
  await manager.post(url, { ...talk(), name: 'Talk at the new mosque', cost: '' });
  const [changed] = await rows();
  expect(changed).toMatchObject({
    name: 'Talk at the new mosque',
    cost_pence: 0,
    slug: 'talk-at-the-mosque',
  });
  const stale = await manager.post(url, { ...talk(), name: 'Another name', _version: '1' });
  expect(stale.statusCode).toBe(409);
  expect(stale.body).toContain('Talk at the new mosque');
});

test('the office keeps sources and counts nobody, the service lead reads, others find nothing', async () => {
  const office = await here.browser(await here.staff('administrator')).get('/applicants/sources');
  expect(office.body).toContain('Talk at the new mosque');
  expect(office.body).not.toContain('Welcomed');
  const lead = here.browser(await here.staff('service_lead'));
  const read = await lead.get('/applicants/sources');
  expect(read.body).toContain('Welcomed');
  expect(read.body).not.toContain('Add a source');
  expect((await lead.post('/applicants/sources', talk())).statusCode).not.toBe(303);
  for (const role of ['practitioner', 'peer_supporter'] as const)
    expect((await here.browser(await here.staff(role)).get('/applicants/sources')).statusCode).toBe(404);
});
