import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openFamily, recordLoss } from '#rooms/families/door.ts';
import { openFile, sealFile } from '#rooms/people/door.ts';
import { currentTemplate } from '#rooms/programme/door.ts';
import { raiseConcern, setDuty } from '#rooms/safeguarding/door.ts';
import { openHouse, type TestHouse } from '../../tests/support/house.ts';
import { putOnSessions } from '../../tests/support/ready.ts';
import { lookForTheImpossible } from './finding.commands.ts';
import { FINDING_CODES } from './finding.rules.ts';

let house: TestHouse;
let admin: AccountActor;
beforeAll(async () => {
  house = await openHouse();
  admin = await house.member('Sol Marsh', ['administrator']);
});
afterAll(() => house.close());

const look = () => house.system(lookForTheImpossible);
const standing = async () =>
  (
    await house.system(({ tx }) =>
      tx
        .selectFrom('platform.findings')
        .select(['code', 'subject_id'])
        .where('gone_at', 'is', null)
        .orderBy('code')
        .execute(),
    )
  ).map((row) => row.code);

const mother = (givenName: string) =>
  house.system(async (scope) => {
    const centreId = house.centres[0].id;
    const personId = await openFile(scope, { side: 'family', centreId, givenName, familyName: 'Testa' });
    const { pregnancyId } = await openFamily(scope, {
      centreId,
      dueOn: Temporal.PlainDate.from('2027-03-01'),
      personId,
      relation: 'pregnant',
    });
    return { personId, pregnancyId, centreId };
  });

const aGroup = (places: number) =>
  house.system(async (scope) => {
    const template = await currentTemplate(scope);
    const id = newId();
    const organisation_id = house.organisationId;
    const centre_id = house.centres[0].id;
    await scope.tx
      .insertInto('delivery.groups')
      .values({
        organisation_id,
        id,
        centre_id,
        kind: 'antenatal_group',
        name: 'Winter group',
        template_id: template?.id ?? '',
        places,
        starts_on: '2026-12-04',
        at_time: '10:30',
        every: 'week',
        made_at: house.now.toString(),
      })
      .execute();
    return id;
  });

const place = (groupId: string, family: { personId: string; pregnancyId: string; centreId: string }) =>
  house.system(async ({ tx, now }) => {
    const id = newId();
    await tx
      .insertInto('delivery.places')
      .values({
        organisation_id: house.organisationId,
        id,
        centre_id: family.centreId,
        group_id: groupId,
        person_id: family.personId,
        pregnancy_id: family.pregnancyId,
        offered_at: now.toString(),
        taken_at: now.toString(),
      })
      .execute();
    return id;
  });

const session = (groupId: string, number: number) =>
  house.system(async ({ tx }) => {
    const id = newId();
    await tx
      .insertInto('delivery.sessions')
      .values({
        organisation_id: house.organisationId,
        id,
        centre_id: house.centres[0].id,
        group_id: groupId,
        number,
        starts_at: house.now.add({ hours: number * 24 }).toString(),
        ends_at: house.now.add({ hours: number * 24 + 2 }).toString(),
      })
      .execute();
    return id;
  });

const close = (sessionId: string, happened: boolean) =>
  house.system(({ tx, now }) =>
    tx
      .insertInto('delivery.register_closings')
      .values({
        organisation_id: house.organisationId,
        session_id: sessionId,
        centre_id: house.centres[0].id,
        happened,
        why_not: happened ? null : 'weather',
        closed_at: now.toString(),
      })
      .execute(),
  );

test('where nothing is wrong nothing is found', async () => {
  await place(await aGroup(8), await mother('Amina'));
  expect(await look()).toBe(0);
  expect(await standing()).toEqual([]);
  const page = await house.browser(admin).get('/findings');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Nothing was found');
});

test('each impossible thing is found, once, until it is mended', async () => {
  const group = await aGroup(1);
  const ended = await aGroup(8);
  const beth = await mother('Beth');
  const lossPlace = await place(group, beth);
  await place(group, await mother('Chloe'));
  await place(ended, await mother('Dina'));
  await house.system((scope) =>
    recordLoss(scope, {
      pregnancyId: beth.pregnancyId,
      toldBy: beth.personId,
      kind: 'not_said',
      which: { all: true },
      happenedOn: null,
    }),
  );
  await house.system(async ({ tx, now }) => {
    const organisation_id = house.organisationId;
    await tx
      .insertInto('platform.messages')
      .values({
        organisation_id,
        id: newId(),
        centre_id: beth.centreId,
        person_id: beth.personId,
        channel: 'sms',
        template: 'session_reminder',
        about: 'group',
        once_key: 'planted',
        made_at: now.toString(),
        send_after: now.add({ hours: 500 }).toString(),
      })
      .execute();
    await tx
      .insertInto('delivery.waiting')
      .values({
        organisation_id,
        id: newId(),
        centre_id: beth.centreId,
        person_id: beth.personId,
        pregnancy_id: beth.pregnancyId,
        since: now.toString(),
      })
      .execute();
    await tx
      .updateTable('delivery.groups')
      .set({ ended_at: now.toString() })
      .where('organisation_id', '=', organisation_id)
      .where('id', '=', ended)
      .execute();
  });
  const colleague = await mother('Edie');
  await place(await aGroup(8), colleague);
  await house.system((scope) => sealFile(scope, { familyPersonId: colleague.personId, why: 'works_here' }));
  await house.system(({ tx, now }) =>
    tx
      .insertInto('platform.messages')
      .values({
        organisation_id: house.organisationId,
        id: newId(),
        centre_id: beth.centreId,
        address: 'nobody@example.org',
        channel: 'email',
        template: 'concern_waiting',
        about: 'safety',
        once_key: 'lies there',
        made_at: now.toString(),
        send_after: now.subtract({ hours: 5 }).toString(),
      })
      .execute(),
  );
  const lapsed = await house.member('Grace Adeyemi', ['peer_supporter']);
  await putOnSessions(house, lapsed.accountId, [await session(group, 9)]);
  await house.system(({ tx, now }) =>
    tx
      .updateTable('recruiting.proofs')
      .set({ withdrawn_at: now.toString(), withdrawn_why: 'It changed' })
      .where('code', '=', 'clearance')
      .execute(),
  );
  await close(await session(group, 1), true);
  const never = await session(group, 2);
  await close(never, false);
  await house.system(({ tx, now }) =>
    tx
      .insertInto('delivery.attendances')
      .values({
        organisation_id: house.organisationId,
        session_id: never,
        person_id: beth.personId,
        centre_id: beth.centreId,
        mark: 'came',
        marked_at: now.toString(),
      })
      .execute(),
  );
  const lead = await house.member('Ines Lowe', ['service_lead']);
  const owner = await house.member('Rob Ash', ['volunteer_manager']);
  const joanne = await house.member('Joanne Price', ['practitioner']);
  await house.as(lead, (scope) =>
    setDuty(scope, { centreId: beth.centreId, accountId: owner.accountId, duty: 'owner' }),
  );
  await house.as(joanne, (scope) =>
    raiseConcern(scope, {
      centreId: beth.centreId,
      aboutPersonId: beth.personId,
      happened: 'She was frightened to go home.',
      dangerNow: false,
    }),
  );
  expect(await look()).toBe(5);
  await house.system(({ tx, now }) =>
    tx
      .updateTable('people.accounts')
      .set({ closed_at: now.toString() })
      .where('organisation_id', '=', house.organisationId)
      .where('id', '=', owner.accountId)
      .execute(),
  );

  house.now = house.now.add({ hours: 20 });
  expect(await look()).toBe(FINDING_CODES.length);
  expect(await standing()).toEqual([...FINDING_CODES].sort());
  house.now = house.now.add({ hours: 1 });
  expect(await look()).toBe(FINDING_CODES.length);
  const rows = await house.system(({ tx }) =>
    tx.selectFrom('platform.findings').select(['code', 'first_seen_at', 'last_seen_at']).execute(),
  );
  expect(rows).toHaveLength(FINDING_CODES.length);
  expect(rows.every((row) => row.last_seen_at === house.now.toString({ fractionalSecondDigits: 0 }))).toBe(
    true,
  );

  const page = await house.browser(admin).get('/findings');
  expect(page.body).toContain('A place is open although a loss is recorded');
  expect(page.body).toContain(`/families/${beth.personId}`);
  expect((await house.browser(admin).get('/today')).body).toContain('Something that cannot be');
  const figures = await house.browser(lead).get('/findings');
  expect(figures.statusCode).toBe(200);
  expect(figures.body).not.toContain(beth.personId);
  expect((await house.browser(joanne).get('/findings')).statusCode).toBe(404);
  expect((await house.browser(null).get('/findings')).statusCode).toBe(303);

  await house.system(({ tx, now }) =>
    tx
      .updateTable('delivery.places')
      .set({ ended_at: now.toString(), end_reason: 'loss' })
      .where('organisation_id', '=', house.organisationId)
      .where('id', '=', lossPlace)
      .execute(),
  );
  house.now = house.now.add({ hours: 24 });
  await look();
  const after = await standing();
  expect(after).not.toContain('place_after_loss');
  expect(after).not.toContain('more_places_than_chairs');
  expect(after).toContain('message_after_loss');
});

test('a member of staff cannot look as the house, and another organisation finds its own only', async () => {
  await expect(house.as(admin, lookForTheImpossible)).rejects.toThrow('only the house');
  const elsewhere = await house.app.gateway(
    { kind: 'system', organisationId: house.otherOrganisationId, why: 'test' },
    house.now,
    lookForTheImpossible,
  );
  expect(elsewhere).toBe(0);
});
