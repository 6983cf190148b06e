import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AccountActor, ROLES } from '#platform/db/actor.ts';
import { sealFile } from '#rooms/people/door.ts';
import { type HubStand, type Meeting, openHubStand, wordsOf } from '../../hub/stand.fixture.ts';
import { mergeFiles } from '../../people/duplicates/merge.commands.ts';
import { offerPlace, takePlace } from '../places/place.commands.ts';
import { assertNotKeptApart, sayWeKnow, takeBackKnown } from './known.commands.ts';
import { ownKnown, pairsInOneGroup } from './known.queries.ts';

let stand: HubStand;
let group: Meeting;
let otherGroup: Meeting;
let amina: AccountActor;
let aminaFamily: { personId: string; pregnancyId: string };
let amy: AccountActor;
let manager: AccountActor;
let round = 0;

beforeAll(async () => {
  stand = await openHubStand();
  manager = await stand.member('Ruth Bell', ['volunteer_manager']);
});
afterAll(() => stand.close());

/** Amina has a place in a group that Amy runs; another group is run by nobody yet. */
beforeEach(async () => {
  round += 1;
  group = await stand.meeting('antenatal_group', `Group ${round}`, ['2026-11-26T10:30:00Z']);
  otherGroup = await stand.meeting(
    'antenatal_group',
    `Other group ${round}`,
    ['2026-11-27T10:30:00Z'],
    false,
  );
  aminaFamily = await stand.family(`Amina Khan${round}`, '2027-02-22');
  amina = await stand.parent(aminaFamily.personId, 'Amina');
  amy = await stand.member('Amy Lee', ['peer_supporter']);
  await stand.place(aminaFamily, group);
  await stand.leads(amy.accountId, group, 'peer_supporter');
});

const byParent = () => stand.as(amina, (scope) => sayWeKnow(scope, amy.accountId));
const bySupporter = () => stand.as(amy, (scope) => sayWeKnow(scope, aminaFamily.personId));
const here = (found: readonly { groupId: string }[]) =>
  found.filter(({ groupId }) => groupId === group.groupId);
const onToday = async () =>
  here(await stand.as(manager, (scope) => pairsInOneGroup(scope, [stand.centreId])));

describe('saying that two people know each other', () => {
  test('either may, twice is once, and each reads only what they said themselves', async () => {
    await byParent();
    await byParent();
    expect(await stand.as(amina, ownKnown)).toMatchObject([{ other: amy.accountId, name: 'Amy' }]);
    expect(await stand.as(amy, ownKnown)).toEqual([]);
    await bySupporter();
    expect(await stand.as(amy, ownKnown)).toMatchObject([
      { other: aminaFamily.personId, name: `Amina Khan${round}` },
    ]);
  });

  test('nobody else reads it, whatever their role', async () => {
    await byParent();
    await bySupporter();
    for (const role of ROLES) {
      const rows = await stand.as(role, ({ tx }) =>
        tx.selectFrom('delivery.known_pairs').select('id').execute(),
      );
      expect(rows, role).toEqual([]);
    }
  });

  test('a parent names only those who run a group of theirs, a supporter only families they may know', async () => {
    const elsewhere = await stand.member('Eve Stone', ['peer_supporter']);
    await expect(stand.as(amina, (scope) => sayWeKnow(scope, elsewhere.accountId))).rejects.toMatchObject({
      name: 'NotFound',
    });
    const stranger = await stand.stranger('Una Met', '2027-02-22');
    await expect(stand.as(amy, (scope) => sayWeKnow(scope, stranger.personId))).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(stand.as(amy, (scope) => sayWeKnow(scope, manager.personId))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  test('it is taken back by whoever said it and by nobody else', async () => {
    await byParent();
    const [said] = await stand.as(amina, ownKnown);
    const pairId = said?.pairId ?? '';
    for (const who of [amy, manager])
      await expect(stand.as(who, (scope) => takeBackKnown(scope, pairId))).rejects.toMatchObject({
        name: 'NotFound',
      });
    expect(await onToday()).toHaveLength(1);
    await stand.as(amina, (scope) => takeBackKnown(scope, pairId));
    expect(await onToday()).toEqual([]);
    await byParent();
    expect(await onToday()).toHaveLength(1);
  });
});

describe.each([
  ['the parent', byParent],
  ['the supporter', bySupporter],
])('when %s has said it', (_, said) => {
  test('the volunteer manager learns which supporter to move, and nothing more', async () => {
    await said();
    const found = await onToday();
    expect(found).toEqual([
      {
        groupId: group.groupId,
        groupName: `Group ${round}`,
        centreId: stand.centreId,
        accountId: amy.accountId,
        supporterName: 'Amy Lee',
      },
    ]);
    for (const role of ['practitioner', 'administrator', 'service_lead', 'peer_supporter'] as const)
      expect(await stand.as(role, (scope) => pairsInOneGroup(scope, [stand.centreId])), role).toEqual([]);
    const elsewhere = await stand.staff('volunteer_manager', stand.otherCentreId);
    expect(await stand.as(elsewhere, (scope) => pairsInOneGroup(scope, [stand.centreId]))).toEqual([]);
  });

  test('no place in a group that the supporter runs is offered, and the refusal does not say why', async () => {
    await said();
    await stand.leads(amy.accountId, otherGroup, 'peer_supporter');
    const refused = await stand
      .as('practitioner', (scope) =>
        offerPlace(scope, { groupId: otherGroup.groupId, personId: aminaFamily.personId }),
      )
      .catch((error: Error) => error);
    expect(refused).toMatchObject({ name: 'Refusal', field: 'personId' });
    expect(String((refused as Error).message)).not.toMatch(/know|Amy|said/);
  });

  test('an offer that was out is not taken by the parent, who is asked to ring', async () => {
    const placeId = await stand.place(aminaFamily, otherGroup, 'offered');
    await stand.leads(amy.accountId, otherGroup, 'peer_supporter');
    await said();
    await expect(stand.as(amina, (scope) => takePlace(scope, placeId))).rejects.toThrow(/Ring the centre/);
  });

  test('the supporter does not begin to run a group in which the parent holds a place', async () => {
    const placed = await stand.family(`Bea Noor${round}`, '2027-02-22');
    await stand.place(placed, otherGroup);
    const ask = (scope: Parameters<typeof assertNotKeptApart>[0]) =>
      assertNotKeptApart(scope, {
        groupId: otherGroup.groupId,
        accountId: amy.accountId,
        field: 'accountId',
      });
    await said();
    await stand.as('practitioner', ask);
    await stand.place(aminaFamily, otherGroup);
    const refused = await stand.as('practitioner', ask).catch((error: Error) => error);
    expect(refused).toMatchObject({ name: 'Refusal', field: 'accountId' });
    expect(String((refused as Error).message)).not.toMatch(/know|Amina|said/);
  });

  test('it is heeded after the parent’s file was made one with another', async () => {
    await said();
    const keptId = await stand.file('Amina', `Khan-Kept${round}`);
    await stand.as(manager, (scope) =>
      mergeFiles(scope, { keptId, mergedId: aminaFamily.personId, why: 'one person' }),
    );
    expect(await onToday()).toHaveLength(1);
  });

  test('once the parent’s file is sealed nothing of it is told to anybody', async () => {
    await said();
    await stand.as(manager, (scope) =>
      sealFile(scope, { familyPersonId: aminaFamily.personId, why: 'volunteers' }),
    );
    await stand.drain();
    expect(await onToday()).toEqual([]);
    expect(await stand.as(amy, ownKnown)).toEqual([]);
    const rows = await stand.as(amy, ({ tx }) =>
      tx
        .selectFrom('delivery.known_pairs')
        .select('id')
        .where('family_person_id', '=', aminaFamily.personId)
        .execute(),
    );
    expect(rows).toEqual([]);
  });
});

test('the question answers nothing to a supporter or another parent who asks it by hand', async () => {
  await byParent();
  const { sql } = await import('kysely');
  const asked = (who: AccountActor) =>
    stand.as(who, async ({ tx }) => {
      const { rows } = await sql<{
        apart: boolean;
      }>`select delivery.kept_apart(array[${aminaFamily.personId}]::uuid[], array[${amy.accountId}]::uuid[]) as apart`.execute(
        tx,
      );
      return rows[0]?.apart;
    });
  expect(await asked(amy)).toBe(false);
  expect(await asked(await stand.parent())).toBe(false);
  expect(await asked(manager)).toBe(true);
});

describe('on the pages', () => {
  test('a parent chooses among those who run their groups, and takes it back', async () => {
    const browser = stand.browser(amina);
    expect((await browser.get('/me/people')).body).toContain('href="/me/people/known"');
    expect(wordsOf((await browser.get('/me/people/known')).body)).toContain('They are not told');
    const unsaid = await browser.post('/me/people/known', {});
    expect(unsaid.statusCode).toBe(422);
    expect(unsaid.body).toContain('Choose whom you know');
    expect((await browser.post('/me/people/known', { who: amy.accountId })).statusCode).toBe(303);
    const words = wordsOf((await browser.get('/me/people/known')).body);
    expect(words).toContain('You told us that you know Amy');
    const [said] = await stand.as(amina, ownKnown);
    const back = await browser.post(`/me/people/known/${said?.pairId}/take-back`, {}, '/me/people/known');
    expect(back.statusCode).toBe(303);
    expect(await stand.as(amina, ownKnown)).toEqual([]);
  });

  test('a supporter says it beside the name of the family, and takes it back', async () => {
    const browser = stand.browser(amy);
    const address = `/groups/${group.groupId}/known/${aminaFamily.personId}`;
    expect((await browser.get(`/groups/${group.groupId}`)).body).toContain(`href="${address}"`);
    expect((await browser.post(address, {})).statusCode).toBe(303);
    expect(wordsOf((await browser.get(address)).body)).toContain('You told us that you know');
    const [said] = await stand.as(amy, ownKnown);
    const back = await browser.post(`/groups/${group.groupId}/known/${said?.pairId}/take-back`, {}, address);
    expect(back.statusCode).toBe(303);
    expect(await stand.as(amy, ownKnown)).toEqual([]);
  });

  test('nobody says it on a page that is not theirs', async () => {
    const stranger = await stand.parent();
    expect((await stand.browser(amy).get('/me/people/known')).statusCode).toBe(404);
    const address = `/groups/${group.groupId}/known/${aminaFamily.personId}`;
    expect((await stand.browser(stranger).get(address)).statusCode).toBe(404);
    const lead = await stand.staff('service_lead');
    expect((await stand.browser(lead).get(address)).statusCode).toBe(404);
    const unmet = await stand.stranger('Una Met', '2027-02-22');
    expect(
      (await stand.browser(amy).get(`/groups/${group.groupId}/known/${unmet.personId}`)).statusCode,
    ).toBe(404);
  });
});
