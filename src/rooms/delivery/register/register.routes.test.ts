import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openFamily } from '#rooms/families/door.ts';
import { introduce, openFile } from '#rooms/people/door.ts';
import { currentTemplate } from '#rooms/programme/door.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { putOnSessions } from '../../../../tests/support/ready.ts';
import * as paths from '../paths.ts';
import { marksOf } from './register.queries.ts';

let house: TestHouse;
let joanne: AccountActor;
let ruth: AccountActor;
let away: AccountActor;
let office: AccountActor;
const sessionId = newId();
const groupId = newId();
let amina = '';
let bea = '';

beforeAll(async () => {
  house = await openHouse(Temporal.Instant.from('2026-11-26T12:40:00Z'));
  joanne = await house.member('Joanne Price', ['practitioner']);
  ruth = await house.member('Ruth Adeyemi', ['peer_supporter']);
  office = await house.member('Olu Grant', ['administrator']);
  away = await house.member('Ann Away', ['practitioner'], house.centres[1].id);
  const centreId = house.centres[0].id;
  await house.system(async (scope) => {
    const kept = await currentTemplate(scope);
    const own = { organisation_id: house.organisationId, centre_id: centreId };
    await scope.tx
      .insertInto('delivery.groups')
      .values({
        ...own,
        id: groupId,
        kind: 'antenatal_group',
        name: 'Autumn group',
        template_id: kept.id,
        places: 8,
        starts_on: '2026-11-26',
        at_time: '10:30',
        every: 'week',
        made_at: '2026-10-01T09:00:00Z',
      })
      .execute();
    await scope.tx
      .insertInto('delivery.sessions')
      .values({
        ...own,
        id: sessionId,
        group_id: groupId,
        number: 1,
        starts_at: '2026-11-26T10:30:00Z',
        ends_at: '2026-11-26T12:30:00Z',
      })
      .execute();
    const parent = async (givenName: string) => {
      const personId = await openFile(scope, { side: 'family', centreId, givenName, familyName: 'Khan' });
      const dueOn = Temporal.PlainDate.from('2027-03-04');
      const { pregnancyId } = await openFamily(scope, { centreId, dueOn, personId, relation: 'pregnant' });
      await introduce(scope, personId);
      const at = '2026-10-20T09:00:00Z';
      await scope.tx
        .insertInto('delivery.places')
        .values({
          ...own,
          id: newId(),
          group_id: groupId,
          person_id: personId,
          pregnancy_id: pregnancyId,
          offered_at: at,
          taken_at: at,
        })
        .execute();
      return personId;
    };
    amina = await parent('Amina');
    bea = await parent('Bea');
  });
}, 60_000);
afterAll(() => house.close());

const here = paths.register({ sessionId });
const drawn = (html: string, personId: string) =>
  new RegExp(`name="drawn-${personId}" value="([^"]*)"`).exec(html)?.[1] ?? '';

const hiddenIn = (html: string, name: string) =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&quot;', '"');

test('nobody from another centre finds the register, the plan or the run sheet; the office has the register alone', async () => {
  for (const address of [
    here,
    paths.plan({ sessionId }),
    paths.runSheet({ sessionId }),
    paths.printRegister({ sessionId }),
  ])
    expect((await house.browser(away).get(address)).statusCode).toBe(404);
  expect((await house.browser(office).get(here)).statusCode).toBe(200);
  expect((await house.browser(office).get(paths.plan({ sessionId }))).statusCode).toBe(404);
  await putOnSessions(house, ruth.accountId, [sessionId]);
});

test('two phones mark one register: each keeps the other’s, and a parent marked in two ways is shown with both', async () => {
  const [first, second] = [house.browser(joanne), house.browser(ruth)];
  const page = (await second.get(here)).body;
  expect(page).toContain('Amina');
  expect(page).toContain('26 weeks');
  const row = (personId: string, mark: string) => ({
    [`mark-${personId}`]: mark,
    [`drawn-${personId}`]: drawn(page, personId),
  });
  const saved = await first.post(here, { next: 'save', ...row(amina, 'came'), ...row(bea, '') });
  expect(saved.statusCode).toBe(303);
  // Ruth saw neither mark: her own about Bea is written, and Amina's stays as Joanne wrote it.
  expect((await second.post(here, { next: 'save', ...row(amina, ''), ...row(bea, 'late') })).statusCode).toBe(
    303,
  );
  expect((await second.get(here)).body).toContain('2 of 2 parents marked');
  const clash = await second.post(here, { next: 'save', ...row(amina, 'did_not_come'), ...row(bea, 'late') });
  expect(clash.statusCode).toBe(409);
  expect(clash.body).toContain('Meanwhile somebody saved: Came.');
  const now = await house.system((scope) => marksOf(scope, sessionId));
  expect(now.get(amina)?.mark).toBe('came');
  // What comes back is decided on what is there now: pressing again means it.
  const again = {
    next: 'save',
    [`mark-${amina}`]: 'did_not_come',
    [`drawn-${amina}`]: drawn(clash.body, amina),
    [`mark-${bea}`]: 'late',
    [`drawn-${bea}`]: drawn(clash.body, bea),
  };
  expect((await second.post(here, again)).statusCode).toBe(303);
  const after = await house.system((scope) => marksOf(scope, sessionId));
  expect([after.get(amina)?.mark, after.get(bea)?.mark]).toEqual(['did_not_come', 'late']);
});

test('closing asks what it needs, then leads to asking after whoever did not come, and can be corrected with a trace', async () => {
  const browser = house.browser(ruth);
  const refused = await browser.post(here, { next: 'close', happened: 'no' });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('<title>Error: ');
  expect(refused.body).toContain('href="#why-not"');
  expect((await browser.post(here, { next: 'close', happened: 'yes' })).headers.location).toBe(here);
  const list = (await browser.get(paths.followUps())).body;
  expect(list).toContain('Amina');
  const asking = paths.followUp({ sessionId, personId: amina });
  expect((await browser.get(asking)).body).not.toContain('How to reach');
  expect((await house.browser(joanne).get(asking)).body).toContain('How to reach Amina safely');
  expect((await browser.post(asking, { words: 'All well' })).statusCode).toBe(422);
  expect((await browser.post(asking, { how: 'met', words: 'All well' })).headers.location).toBe(
    paths.followUps(),
  );
  expect((await browser.get(paths.followUps())).body).toContain('Nobody is waiting for a kind word');

  const correct = paths.correctRegister({ sessionId });
  expect((await browser.post(correct, { [`mark-${amina}`]: 'late' })).body).toContain(
    'why the register is changed',
  );
  const page = (await browser.get(correct)).body;
  const change = {
    [`mark-${amina}`]: 'late',
    [`drawn-${amina}`]: drawn(page, amina),
    why: 'She was in the kitchen',
  };
  expect((await browser.post(correct, change)).statusCode).toBe(303);
  const closed = (await browser.get(here)).body;
  expect(closed).toContain('Did not come → Came late');
  expect(closed).toContain('She was in the kitchen');
  expect(closed).toContain('2 parents came');
});

test('the printed register has names and boxes, and no safety words or contacts', async () => {
  const print = (await house.browser(office).get(paths.printRegister({ sessionId }))).body;
  expect(print).toContain('Amina Khan');
  expect(print).toContain('Did not come');
});

test('two people saving one plan: the second sees both, and neither is lost', async () => {
  const plan = paths.plan({ sessionId });
  const [first, second] = [house.browser(joanne), house.browser(ruth)];
  const version = /name="_version" value="(\d+)"/.exec((await first.get(plan)).body)?.[1] ?? '';
  const mine = { next: 'save', _version: version, bring: 'A cushion and warm socks', note: '' };
  expect((await first.post(plan, mine)).statusCode).toBe(303);
  const late = await second.post(plan, { ...mine, bring: 'Something to drink' });
  expect(late.statusCode).toBe(409);
  expect(late.body).toContain('A cushion and warm socks');
  expect(late.body).toContain('Something to drink');
  expect((await first.get(plan)).body).toContain('A cushion and warm socks');
  const next = /name="_version" value="(\d+)"/.exec(late.body)?.[1] ?? '';
  const both = { ...mine, _version: next, bring: 'A cushion, warm socks, something to drink' };
  expect((await second.post(plan, both)).statusCode).toBe(303);
});

test('a plan is filled without JavaScript: change, choose, move, add', async () => {
  const browser = house.browser(joanne);
  const plan = paths.plan({ sessionId });
  const page = (await browser.get(plan)).body;
  const change = /value="(change-[^"]+)"/.exec(page)?.[1] ?? '';
  const to = (await browser.post(plan, { next: change, bring: 'Socks', note: '' })).headers.location;
  expect(to).toBe(paths.planBlock({ sessionId, position: '1' }));
  const block = (await browser.get(String(to))).body;
  const code = /type="radio" value="([a-z0-9-]+)"/.exec(block)?.[1] ?? '';
  expect(code).not.toBe('');
  const saved = await browser.post(String(to), {
    activity: code,
    minutes: '12',
    words: 'Ruth begins',
    drawn: hiddenIn(block, 'drawn'),
    next: 'save',
  });
  expect(saved.headers.location).toBe(plan);
  const after = (await browser.get(plan)).body;
  expect(after).toContain('Ruth begins');
  expect(after).toContain('2 minutes too long');
  const wrong = await browser.post(String(to), { activity: code, minutes: 'ten', words: '', next: 'save' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('Enter minutes as a whole number');
  const added = await browser.post(paths.planBlock({ sessionId, position: 'new' }), {
    kind: 'together',
    after: '1',
    minutes: '5',
    words: 'A song',
  });
  expect(added.headers.location).toBe(paths.planBlock({ sessionId, position: '2' }));
  expect((await browser.get(paths.runSheet({ sessionId }))).body).toContain('A song');
});

test('a run sheet keeps long words when something needs another look', async () => {
  const browser = house.browser(joanne);
  const sheet = paths.runSheet({ sessionId });
  const long = 'Warm. '.repeat(900);
  const refused = await browser.post(sheet, { 'went-well': long, 'next-time': 'Tea first', next: 'save' });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Tea first');
  expect(refused.body).toContain(long.trim());
  expect(
    (await browser.post(sheet, { 'went-well': 'Warm', 'next-time': 'Tea first', next: 'save' })).statusCode,
  ).toBe(303);
  expect((await browser.get(sheet)).body).toContain('Tea first');
});
