import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type AccountActor, ROLES } from '#platform/db/actor.ts';
import { releaseSafety } from '#rooms/families/door.ts';
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

test('the office sees what is held for a while, and what failed', async () => {
  const office = await stand.member('Ola Teal', ['administrator']);
  const message = (state: 'held' | 'failed' | 'sent') =>
    stand.system(({ tx }) =>
      tx
        .insertInto('platform.messages')
        .values({
          organisation_id: stand.organisationId,
          id: newId(),
          centre_id: stand.centres[0].id,
          address: 'somebody@example.org',
          channel: 'email',
          template: 'session_reminder',
          about: 'group',
          once_key: newId(),
          state,
          made_at: stand.now.toString(),
          send_after: stand.now.add({ hours: 9 }).toString(),
        })
        .execute(),
    );
  for (const state of ['held', 'held', 'failed', 'sent'] as const) await message(state);
  const words = await today(office);
  expect(words).toContain('2 messages Held – for a family’s quiet hours.');
  expect(words).toContain('1 message Could not be sent');
});

test('whoever keeps a new house is told what to set up first, and nobody else', async () => {
  const words = await today(await stand.member('Hal Winter', ['service_lead']));
  expect(words).toContain('Before the first family comes');
  expect(words).toContain('Say who reads concerns');
  expect(words).not.toContain('Add the rooms you meet in');
  expect(await today(await stand.member('Pat Lowe', ['practitioner']))).not.toContain(
    'Before the first family',
  );
});

test('everyone of the team finds their concerns, and the service lead who is on duty', async () => {
  for (const role of ROLES) {
    const page = (await stand.browser(await stand.member('Kit Moor', [role])).get('/today')).body;
    expect(page.includes('href="/concerns"'), role).toBe(true);
    expect(page.includes('href="/concerns/on-duty"'), role).toBe(role === 'service_lead');
  }
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
  // Four of them begin, scope and end the transaction; the others travel together and do not wait for one another.
  expect(before - 4).toBeLessThanOrEqual(10);
});

test('somebody who did not come, a safety instruction and a silence to decide about are each a row', async () => {
  const care = await stand.member('Una Voss', ['practitioner']);
  const [esme, gina, hana] = [
    await stand.family('Esme Gray', '2027-02-22'),
    await stand.family('Gina Holt', '2027-02-22'),
    await stand.family('Hana Ito', '2027-02-22'),
  ];
  const group = await stand.meeting('antenatal_group', 'Spring group', ['2026-11-17T10:30:00Z']);
  await stand.place(gina, group);
  await stand.as(care, (scope) =>
    releaseSafety(scope, {
      personId: hana.personId,
      centreId: stand.centres[0].id,
      words: 'Do not phone.',
      reviewOn: Temporal.PlainDate.from('2026-11-24'),
    }),
  );
  await stand.system(async ({ tx }) => {
    const organisation_id = stand.organisationId;
    const centre_id = stand.centres[0].id;
    await tx
      .insertInto('delivery.attendances')
      .values({
        organisation_id,
        session_id: group.sessions[0] ?? '',
        person_id: gina.personId,
        centre_id,
        mark: 'did_not_come',
        marked_at: '2026-11-17T12:30:00Z',
      })
      .execute();
    await tx
      .insertInto('delivery.register_closings')
      .values({
        organisation_id,
        session_id: group.sessions[0] ?? '',
        centre_id,
        happened: true,
        closed_at: '2026-11-17T12:40:00Z',
      })
      .execute();
    await tx
      .insertInto('families.pauses')
      .values({
        organisation_id,
        id: crypto.randomUUID(),
        centre_id,
        person_id: esme.personId,
        pregnancy_id: esme.pregnancyId,
        why: 'linked_loss',
        from_at: '2026-11-16T09:00:00Z',
      })
      .execute();
  });
  const words = await today(care);
  expect(words).toContain('Gina did not come to Spring group on Tuesday 17 November.');
  expect(words).toContain('4 days Messages to Esme are resting');
  expect(words).toContain('Tue 24 Nov The safety instruction for Hana');
  expect(words).not.toContain('Do not phone');
  expect(words).not.toContain('linked');
  const office = await today(await stand.member('Zoe Lund', ['administrator']));
  for (const kept of ['Messages to Esme', 'safety instruction']) expect(office).not.toContain(kept);
});

test('a concern stands above everything, for whoever owns it and for nobody else', async () => {
  const manager = await stand.member('Mira Dale', ['volunteer_manager'], stand.centres[1].id);
  const reporter = await stand.member('Noor Aziz', ['practitioner'], stand.centres[1].id);
  await stand.system(({ tx }) =>
    tx
      .insertInto('safeguarding.concerns')
      .values({
        organisation_id: stand.organisationId,
        id: crypto.randomUUID(),
        centre_id: stand.centres[1].id,
        reference: 'C7F-2QH',
        raised_by: reporter.accountId,
        raised_at: '2026-11-23T09:19:00Z',
        owner_id: manager.accountId,
        acknowledge_by: '2026-11-23T10:19:00Z',
        happened: 'words',
        danger_now: false,
      })
      .execute(),
  );
  const words = await today(manager);
  expect(words).toContain('A concern is waiting for you');
  expect(words).toContain('Raised 41 minutes ago');
  expect(await today(reporter)).not.toContain('concern is waiting');
});

test('nobody who is not of the team has a Today', async () => {
  const { personId } = await stand.family('Amina Khan', '2027-03-04');
  expect((await stand.browser(await stand.parent(personId)).get('/today')).statusCode).toBe(404);
  expect((await stand.browser(null).get('/today')).headers.location).toBe('/sign-in?next=%2Ftoday');
});
