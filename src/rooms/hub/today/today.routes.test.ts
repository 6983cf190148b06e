import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccountActor, ROLES } from '#platform/db/actor.ts';
import { type HubStand, openHubStand, wordsOf } from '../stand.fixture.ts';

let stand: HubStand;
let peer: AccountActor;

beforeAll(async () => {
  stand = await openHubStand();
  const autumn = await stand.meeting('antenatal_group', 'Autumn group', [
    '2026-11-16T10:30:00Z',
    '2026-11-23T14:00:00Z',
    '2026-11-26T10:30:00Z',
  ]);
  await stand.meeting('antenatal_group', 'Roomless group', ['2026-11-25T10:30:00Z'], false);
  const dropIn = await stand.meeting('drop_in', 'Hartley drop-in', [
    '2026-11-20T10:30:00Z',
    '2026-11-27T10:30:00Z',
  ]);
  peer = await stand.member('Sofia Marsh', ['peer_supporter']);
  await stand.leads(peer.accountId, dropIn, 'peer_supporter');
  const offered = await stand.family('Cara Dunn', '2027-03-04');
  await stand.place(offered, autumn, 'offered');
});
afterAll(() => stand.close());

const today = async (actor: AccountActor) => {
  const answer = await stand.browser(actor).get('/today');
  expect(answer.statusCode).toBe(200);
  return wordsOf(answer.body);
};

test('a practitioner sees open registers first, then today, then what has no plan', async () => {
  const words = await today(await stand.member('Priya Shah', ['practitioner']));
  expect(words).toContain('Monday 23 November');
  const at = [
    '7 days Autumn group, session 1 of 3',
    '3 days Hartley drop-in',
    '2pm Autumn group, session 2 of 3 . No plan yet for today.',
    'No plan yet for Thursday 26 November',
  ].map((said) => words.indexOf(said));
  expect(at).not.toContain(-1);
  expect(at).toEqual(at.toSorted((one, other) => one - other));
  expect(words).toContain('2 things are late');
  expect(words).toContain('To plan');
});

test('the office sees offers about to lapse and sessions without a room, and nothing of plans', async () => {
  const words = await today(await stand.member('Olive Tate', ['administrator']));
  expect(words).toContain('Cara has not answered the offer of a place. It lapses on Tuesday 24 November.');
  expect(words).toContain('No room yet for Wednesday 25 November');
  expect(words).toContain('Urgent help to confirm');
  expect(words).not.toContain('No plan yet');
});

test('a volunteer manager sees the week’s drop-ins and who runs them', async () => {
  const words = await today(await stand.member('Ruth Okafor', ['volunteer_manager']));
  expect(words).toContain(
    'Fri 27 Nov Hartley drop-in . 10.30am. Oak Room, Hartley Library. With Sofia Marsh.',
  );
});

test('a peer supporter sees the sessions they run and no others', async () => {
  const words = await today(peer);
  expect(words).toContain('Hartley drop-in');
  expect(words).not.toContain('Autumn group');
  expect(words).not.toContain('Cara');
});

test('the service lead sees figures, not families', async () => {
  const words = await today(await stand.member('Helen Ward', ['service_lead']));
  expect(words).toContain('Urgent help to confirm');
  expect(words).not.toContain('Cara');
  expect(words).not.toContain('Autumn group');
});

test('every role has its page, and somebody of another centre sees nothing of this one', async () => {
  for (const role of ROLES) {
    const words = await today(await stand.member('Nell Orr', [role], stand.centres[1].id));
    for (const other of ['Autumn group', 'Cara', 'Roomless'])
      expect(words, `${role} ${other}`).not.toContain(other);
  }
});

test('a page asks the database few questions, however much there is', async () => {
  const practitioner = await stand.member('Wren Ives', ['practitioner']);
  const count = async () => {
    let asked = 0;
    const { pool } = stand.app;
    const connect = pool.connect.bind(pool);
    const client = await connect();
    const of = Object.getPrototypeOf(client) as { query: (...args: unknown[]) => unknown };
    client.release();
    const query = of.query;
    of.query = function (this: unknown, ...args: unknown[]) {
      asked += 1;
      return query.apply(this, args);
    };
    try {
      await today(practitioner);
    } finally {
      of.query = query;
    }
    return asked;
  };
  const before = await count();
  for (let more = 0; more < 5; more += 1)
    await stand.meeting('antenatal_group', `Group ${more}`, ['2026-11-18T10:30:00Z', '2026-11-25T10:30:00Z']);
  expect(await count()).toBe(before);
  // Four of them begin, scope and end the transaction.
  expect(before - 4).toBeLessThanOrEqual(8);
});

test('nobody who is not of the team has a Today', async () => {
  const { personId } = await stand.family('Amina Khan', '2027-03-04');
  expect((await stand.browser(await stand.parent(personId)).get('/today')).statusCode).toBe(404);
  expect((await stand.browser(null).get('/today')).headers.location).toBe('/sign-in?next=%2Ftoday');
});
