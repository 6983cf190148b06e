import { afterAll, beforeAll, expect, test } from 'vitest';
import { familyOf, recordLoss } from '#rooms/families/door.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { receiveReferral } from './receive.commands.ts';
import { type Arrival, noNeeds } from './receive.rules.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const letter = (other: Partial<Arrival> = {}): Arrival => ({
  centreId: house.centres[0].id,
  route: 'professional',
  cameBy: 'form',
  parent: {
    givenName: 'Amira',
    familyName: 'Haddad',
    knownAs: null,
    bornOn: Temporal.PlainDate.from('1994-03-14'),
    pronouns: null,
    language: 'en',
    interpreterNeeded: false,
    accessNeeds: '',
    nhsNumber: '9434765919',
    contact: {
      email: 'amira@example.org',
      phone: null,
      address: null,
      postcode: null,
      mayEmail: true,
      mayText: false,
      mayCall: false,
      mayVoicemail: false,
      neutralOnly: false,
      safeTimes: '',
    },
  },
  relation: 'pregnant',
  family: { dueOn: Temporal.PlainDate.from('2027-03-01'), bornOn: null, babiesExpected: 1 },
  needs: noNeeds,
  referrer: null,
  parentKnows: true,
  tellReferrer: false,
  heardOfUs: '',
  outsideKey: null,
  ...other,
});

test('a second letter that comes after the loss begins nothing anew and sends nothing', async () => {
  const first = await house.system((scope) => receiveReferral(scope, letter()));
  await house.drain();
  await house.system((scope) =>
    recordLoss(scope, {
      pregnancyId: first.pregnancyId,
      toldBy: first.personId,
      kind: 'not_said',
      which: { all: true },
      happenedOn: null,
    }),
  );
  await house.drain();
  house.now = house.now.add({ hours: 2 });
  const second = await house.system((scope) =>
    receiveReferral(
      scope,
      letter({ family: { dueOn: Temporal.PlainDate.from('2027-03-08'), bornOn: null, babiesExpected: 1 } }),
    ),
  );
  await house.drain();
  expect(second).toMatchObject({ personId: first.personId, pregnancyId: first.pregnancyId });
  expect(await house.system((scope) => familyOf(scope, first.personId))).toMatchObject({ stage: 'loss' });
  const since = await house.system((scope) =>
    scope.tx
      .selectFrom('platform.messages')
      .select(['template', 'state'])
      .where('person_id', '=', first.personId)
      .where('made_at', '>=', house.now.toString())
      .execute(),
  );
  expect(since.filter((message) => message.state !== 'stopped')).toEqual([]);
});
