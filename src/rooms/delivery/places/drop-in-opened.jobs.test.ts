import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFamily, recordLoss } from '#rooms/families/door.ts';
import { openFile } from '#rooms/people/door.ts';
import { currentTemplate } from '#rooms/programme/door.ts';
import { noNeeds, receiveReferral } from '#rooms/referrals/door.ts';
import { withdrawReferral } from '#rooms/referrals/triage/triage.commands.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { openGroup } from '../groups/group.commands.ts';
import { placesOf } from './place.queries.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const referred = (givenName: string, centre: 0 | 1 = 0) =>
  house.system((scope) =>
    receiveReferral(scope, {
      centreId: house.centres[centre].id,
      route: 'staff',
      cameBy: 'call',
      parent: {
        givenName,
        familyName: 'Testa',
        knownAs: null,
        bornOn: null,
        pronouns: null,
        language: 'en',
        interpreterNeeded: false,
        accessNeeds: '',
        nhsNumber: null,
        contact: {
          email: `${givenName.toLowerCase()}@example.org`,
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
    }),
  );

test('a centre’s first drop-in is open to the families who are with us there, and to nobody else', async () => {
  const coordinator = await house.member('Helen Whitaker', ['programme_coordinator']);
  const staying = await referred('Amina');
  const elsewhere = await referred('Bea', 1);
  const gone = await referred('Cara');
  const grieving = await referred('Dawn');
  await house.as(coordinator, (scope) =>
    withdrawReferral(scope, { referralId: gone.referralId, reason: 'moved_away', words: '' }),
  );
  await house.system((scope) =>
    recordLoss(scope, {
      pregnancyId: grieving.pregnancyId,
      toldBy: grieving.personId,
      kind: 'not_said',
      which: { all: true },
      happenedOn: null,
    }),
  );
  // A file without a referral is nobody who was sent to us.
  const unreferred = await house.system(async (scope) => {
    const centreId = house.centres[0].id;
    const personId = await openFile(scope, {
      side: 'family',
      centreId,
      givenName: 'Eve',
      familyName: 'Testa',
    });
    await openFamily(scope, {
      centreId,
      dueOn: Temporal.PlainDate.from('2027-02-01'),
      personId,
      relation: 'pregnant',
    });
    return { personId };
  });
  await house.drain();
  const groupId = await house.as(coordinator, async (scope) =>
    openGroup(scope, {
      kind: 'drop_in',
      centreId: house.centres[0].id,
      zone: 'Europe/London',
      nation: 'england-and-wales',
      name: 'Hartley drop-in',
      templateId: (await currentTemplate(scope)).id,
      venueId: null,
      language: 'en',
      places: 30,
      crechePlaces: 0,
      dueFrom: null,
      dueUntil: null,
      startsOn: Temporal.PlainDate.from('2026-12-03'),
      at: Temporal.PlainTime.from('13:30'),
      sessions: 3,
      online: true,
      partnersWelcome: true,
      groundRules: '',
    }),
  );
  await house.drain();
  const open = async (parent: { readonly personId: string }) =>
    (await house.system((scope) => placesOf(scope, parent.personId))).filter(
      (place) => place.groupId === groupId && place.state === 'taken',
    ).length;
  expect(await open(staying)).toBe(1);
  for (const other of [elsewhere, gone, grieving, unreferred]) expect(await open(other)).toBe(0);
  const told = await house.system(({ tx }) =>
    tx
      .selectFrom('platform.messages')
      .select('person_id')
      .distinct()
      .where('template', '=', 'drop_in_open')
      .execute(),
  );
  expect(told).toEqual([{ person_id: staying.personId }]);
});
