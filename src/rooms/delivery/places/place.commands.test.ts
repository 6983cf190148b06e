import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { openFamily, recordBirth, recordLoss, undoLoss } from '#rooms/families/door.ts';
import { openFile } from '#rooms/people/door.ts';
import { currentTemplate } from '#rooms/programme/door.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { addSessions, changeGroup, endGroup, openGroup } from '../groups/group.commands.ts';
import { groupOf } from '../groups/group.queries.ts';
import { answerSession, callOffSession, moveSession } from '../sessions/session.commands.ts';
import { sessionsOf } from '../sessions/session.queries.ts';
import { nextSessionOf } from './mine.queries.ts';
import {
  declinePlace,
  joinWaiting,
  lapseOffers,
  offerPlace,
  openDropIn,
  takePlace,
} from './place.commands.ts';
import { placeOf, placesOf, waitingList } from './place.queries.ts';

let house: TestHouse;
let joanne: AccountActor;
beforeAll(async () => {
  house = await openHouse();
  joanne = await house.member('Joanne Price', ['practitioner']);
});
afterAll(() => house.close());

const mother = async (givenName: string, dueOn = '2027-03-01') =>
  house.system(async (scope) => {
    const centreId = house.centres[0].id;
    const personId = await openFile(scope, { side: 'family', centreId, givenName, familyName: 'Testa' });
    const { pregnancyId } = await openFamily(scope, {
      centreId,
      dueOn: Temporal.PlainDate.from(dueOn),
      personId,
      relation: 'pregnant',
    });
    return { personId, pregnancyId, centreId };
  });

const aGroup = (
  changes: {
    kind?: 'antenatal_group' | 'drop_in';
    places?: number;
    sessions?: number;
    startsOn?: string;
  } = {},
) =>
  house.as(joanne, async (scope) => {
    const template = await currentTemplate(scope);
    if (!template) throw new Error('no template');
    return openGroup(scope, {
      kind: changes.kind ?? 'antenatal_group',
      centreId: house.centres[0].id,
      zone: 'Europe/London',
      nation: 'england-and-wales',
      name: 'Winter group',
      templateId: template.id,
      venueId: null,
      language: 'en',
      places: changes.places ?? 8,
      crechePlaces: 0,
      dueFrom: null,
      dueUntil: null,
      startsOn: Temporal.PlainDate.from(changes.startsOn ?? '2026-12-04'),
      at: Temporal.PlainTime.from('10:30'),
      sessions: changes.sessions ?? 8,
      online: true,
      partnersWelcome: true,
      groundRules: '',
    });
  });

test('a course begins with all its sessions, bank holidays left out', async () => {
  const sessions = await house.as(joanne, async (scope) =>
    sessionsOf(scope, await aGroup({ startsOn: '2026-12-11' })),
  );
  expect(sessions.map((each) => each.on.toString())).toEqual([
    '2026-12-11',
    '2026-12-18',
    '2027-01-08',
    '2027-01-15',
    '2027-01-22',
    '2027-01-29',
    '2027-02-05',
    '2027-02-12',
  ]);
});

test('two hundred offers at once for the last place give one', async () => {
  const groupId = await aGroup({ places: 1 });
  const families = await Promise.all(Array.from({ length: 200 }, (_, index) => mother(`Asking${index}`)));
  const answers = await Promise.allSettled(
    families.map(({ personId }) =>
      house.as(joanne, (scope) => offerPlace(scope, { groupId, personId, tell: false })),
    ),
  );
  expect(answers.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  const refused = answers.flatMap((each) =>
    each.status === 'rejected' ? [String(each.reason.message)] : [],
  );
  expect(new Set(refused)).toEqual(
    new Set(['Every place is taken or offered. The parent stays on the waiting list and keeps their turn.']),
  );
  expect((await house.as(joanne, (scope) => groupOf(scope, groupId)))?.held).toBe(1);
});

test('a place taken leaves the waiting list, introduces the parent and shows on their page', async () => {
  const groupId = await aGroup();
  const amina = await mother('Amina');
  await house.system((scope) => joinWaiting(scope, amina));
  const placeId = await house.as(joanne, (scope) => offerPlace(scope, { groupId, personId: amina.personId }));
  const actor = await house.parent(amina.personId);
  expect(await house.as(actor, (scope) => nextSessionOf(scope, amina.personId))).toBeNull();
  await house.as(actor, (scope) => takePlace(scope, placeId, { partnerComes: true }));
  await house.drain();
  const next = await house.as(actor, (scope) => nextSessionOf(scope, amina.personId));
  expect(next?.groupName).toBe('Winter group');
  expect(
    (await house.as(joanne, (scope) => waitingList(scope, [amina.centreId]))).map((each) => each.personId),
  ).not.toContain(amina.personId);
  const grace = await house.member('Grace Adeyemi', ['peer_supporter']);
  const known = await house.as(grace, ({ tx }) =>
    tx.selectFrom('people.persons').select('given_name').where('id', '=', amina.personId).execute(),
  );
  expect(known).toEqual([{ given_name: 'Amina' }]);
});

test('a parent answers for their own sessions and for nobody else’s', async () => {
  const groupId = await aGroup();
  const mei = await mother('Mei');
  const placeId = await house.as(joanne, (scope) =>
    offerPlace(scope, { groupId, personId: mei.personId, tell: false }),
  );
  const actor = await house.parent(mei.personId);
  await house.as(actor, (scope) => takePlace(scope, placeId));
  const [first] = await house.as(actor, (scope) => sessionsOf(scope, groupId));
  if (!first) throw new Error('no session');
  await house.as(actor, (scope) =>
    answerSession(scope, { sessionId: first.id, personId: mei.personId, coming: true, words: '' }),
  );
  await house.as(actor, (scope) =>
    answerSession(scope, { sessionId: first.id, personId: mei.personId, coming: false, words: 'A scan' }),
  );
  const stranger = await house.parent((await mother('Stranger')).personId);
  await expect(
    house.as(stranger, (scope) =>
      answerSession(scope, { sessionId: first.id, personId: stranger.personId, coming: true, words: '' }),
    ),
  ).rejects.toThrow('no such session');
  await expect(house.as(stranger, (scope) => takePlace(scope, placeId))).rejects.toThrow('no such place');
});

test('an offer nobody answered lapses after the days the template promises, and the parent keeps waiting', async () => {
  const groupId = await aGroup();
  const una = await mother('Una');
  await house.system((scope) => joinWaiting(scope, una));
  const placeId = await house.as(joanne, (scope) =>
    offerPlace(scope, { groupId, personId: una.personId, tell: false }),
  );
  expect(await house.system(lapseOffers)).toBe(0);
  const before = house.now;
  house.now = before.add({ hours: 24 * 30 });
  expect(await house.system(lapseOffers)).toBeGreaterThan(0);
  expect((await house.system((scope) => placeOf(scope, placeId)))?.state).toBe('lapsed');
  await expect(house.as(joanne, (scope) => takePlace(scope, placeId))).rejects.toThrow('ran out');
  expect(
    (await house.system((scope) => waitingList(scope, [una.centreId]))).map((each) => each.personId),
  ).toContain(una.personId);
  house.now = before;
});

test('fewer places never evict anybody', async () => {
  const groupId = await aGroup();
  for (const name of ['Ada', 'Bea', 'Cy']) {
    const { personId } = await mother(name);
    const placeId = await house.as(joanne, (scope) => offerPlace(scope, { groupId, personId, tell: false }));
    if (name === 'Cy') await house.as(joanne, (scope) => declinePlace(scope, placeId));
  }
  const group = await house.as(joanne, (scope) => groupOf(scope, groupId));
  if (!group) throw new Error('no group');
  const change = (places: number) =>
    house.as(joanne, (scope) => changeGroup(scope, groupId, group.version, { ...group, places }));
  await expect(change(1)).rejects.toThrow('2 parents hold a place or an offer here');
  await change(2);
  await expect(change(3)).rejects.toThrow('changed by somebody else');
});

test('after a birth the course ends as moved on, and the drop-in goes on without a gap', async () => {
  const dropIn = await aGroup({ kind: 'drop_in', sessions: 6, places: 30 });
  const groupId = await aGroup();
  const rosa = await mother('Rosa', '2026-12-20');
  const placeId = await house.as(joanne, (scope) =>
    offerPlace(scope, { groupId, personId: rosa.personId, tell: false }),
  );
  await house.as(joanne, (scope) => takePlace(scope, placeId));
  await house.as(joanne, (scope) =>
    recordBirth(scope, {
      pregnancyId: rosa.pregnancyId,
      babies: [{ bornOn: Temporal.PlainDate.from('2026-11-22'), livesWith: 'parents' }],
    }),
  );
  await house.drain();
  const places = await house.system((scope) => placesOf(scope, rosa.personId));
  expect(places.find((each) => each.groupId === groupId)).toMatchObject({
    state: 'ended',
    endReason: 'moved_on',
  });
  expect(places.find((each) => each.groupId === dropIn)?.state).toBe('taken');
});

test('after a loss nobody of the family is expected or invited, and a mistaken entry brings the places back', async () => {
  const groupId = await aGroup();
  const nell = await mother('Nell');
  const placeId = await house.as(joanne, (scope) =>
    offerPlace(scope, { groupId, personId: nell.personId, tell: false }),
  );
  await house.as(joanne, (scope) => takePlace(scope, placeId));
  await house.drain();
  const { lossId } = await house.as(joanne, (scope) =>
    recordLoss(scope, {
      pregnancyId: nell.pregnancyId,
      toldBy: nell.personId,
      kind: 'not_said',
      which: { all: true },
      happenedOn: null,
    }),
  );
  await house.drain();
  expect(
    (await house.system((scope) => placesOf(scope, nell.personId))).every(
      (each) => each.state === 'ended' && each.endReason === 'loss',
    ),
  ).toBe(true);
  await expect(
    house.as(joanne, (scope) => offerPlace(scope, { groupId, personId: nell.personId })),
  ).rejects.toThrow('has had a loss');
  await house.as(joanne, (scope) => undoLoss(scope, { lossId, why: 'Written on the wrong file' }));
  await house.drain();
  expect((await house.system((scope) => placeOf(scope, placeId)))?.state).toBe('taken');
});

test('opening the drop-in twice makes one place', async () => {
  const groupId = await aGroup({ kind: 'drop_in', sessions: 2, places: 30 });
  const ivy = await mother('Ivy');
  const group = await house.system((scope) => groupOf(scope, groupId));
  await house.system((scope) => openDropIn(scope, group, ivy));
  await house.system((scope) => openDropIn(scope, group, ivy));
  expect(
    (await house.system((scope) => placesOf(scope, ivy.personId))).filter((each) => each.groupId === groupId),
  ).toHaveLength(1);
});

test('a session called off is on again on another day, told and booked, and the next number stays free', async () => {
  const groupId = await aGroup({ sessions: 4 });
  const sessions = () => house.as(joanne, (scope) => sessionsOf(scope, groupId));
  const [, second, third] = await sessions();
  if (!second || !third) throw new Error('no session');
  await house.as(joanne, (scope) => callOffSession(scope, second.id, second.version, 'Illness'));
  const ask = {
    on: Temporal.PlainDate.from('2027-01-20'),
    at: Temporal.PlainTime.from('10:30'),
    andTheRest: false,
    nation: 'england-and-wales',
  };
  await house.as(joanne, (scope) => moveSession(scope, second.id, second.version + 1, ask));
  const again = (await sessions()).find((each) => each.id === second.id);
  expect([again?.calledOffWhy, String(again?.on)]).toEqual([null, '2027-01-20']);
  expect((await sessions()).find((each) => each.id === third.id)?.startsAt).toEqual(third.startsAt);
  await house.as(joanne, (scope) => addSessions(scope, groupId, 1));
  expect((await sessions()).map((each) => each.number)).toEqual([1, 2, 3, 4, 5]);
  const ended = await sessions();
  await house.as(joanne, (scope) => endGroup(scope, groupId, 'Everyone has had their baby'));
  await expect(
    house.as(joanne, (scope) => moveSession(scope, ended[2]?.id ?? '', ended[2]?.version ?? 0, ask)),
  ).rejects.toThrow('This group has ended');
});

test('the drop-in is open again after a welcome that follows a no, and stands but once', async () => {
  await aGroup({ kind: 'drop_in', sessions: 3, places: 30 });
  const joy = await mother('Joy');
  const hear = (fact: string) =>
    house.system((scope) => scope.enqueue(fact, { ...joy, withinWindow: false, quiet: true }));
  const open = async () =>
    (await house.system((scope) => placesOf(scope, joy.personId))).filter((each) => each.state === 'taken');
  await hear('referrals.received');
  await house.drain();
  expect(await open()).toHaveLength(1);
  await hear('referrals.ended');
  await house.drain();
  expect(await open()).toHaveLength(0);
  await hear('referrals.welcomed');
  await house.drain();
  expect(await open()).toHaveLength(1);
  await hear('referrals.welcomed');
  await house.drain();
  expect(await open()).toHaveLength(1);
});

test('moving a session moves the rest when asked, keeps the length, and a second mover is told', async () => {
  const groupId = await aGroup();
  const [, second] = await house.as(joanne, (scope) => sessionsOf(scope, groupId));
  if (!second) throw new Error('no session');
  const ask = {
    on: Temporal.PlainDate.from('2026-12-14'),
    at: Temporal.PlainTime.from('13:00'),
    andTheRest: true,
    nation: 'england-and-wales',
  };
  await house.as(joanne, (scope) => moveSession(scope, second.id, second.version, ask));
  const after = await house.as(joanne, (scope) => sessionsOf(scope, groupId));
  expect(after.slice(1, 4).map((each) => `${each.on} ${each.from} ${each.minutes}`)).toEqual([
    '2026-12-14 13:00:00 120',
    '2026-12-21 13:00:00 120',
    '2027-01-04 13:00:00 120',
  ]);
  await expect(
    house.as(joanne, (scope) => moveSession(scope, second.id, second.version, ask)),
  ).rejects.toThrow('changed by somebody else');
});
