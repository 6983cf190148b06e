import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { About } from '#platform/messages/message.ts';
import { openFile } from '#rooms/people/door.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { openFamily } from '../pregnancy/pregnancy.commands.ts';
import { recordLoss } from './loss.commands.ts';
import { lossGuard } from './loss.guard.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const pregnant = (givenName: string, contact: { phone?: string; email?: string }) =>
  house.system(async (scope) => {
    const centreId = house.centres[0].id;
    const personId = await openFile(scope, {
      side: 'family',
      centreId,
      givenName,
      familyName: 'Testa',
      contact: { ...contact, mayText: true },
    });
    const { pregnancyId } = await openFamily(scope, {
      centreId,
      dueOn: Temporal.PlainDate.from('2027-03-01'),
      personId,
      relation: 'pregnant',
    });
    return { personId, pregnancyId };
  });

const says = (personId: string, about: About = 'group') =>
  house.system((scope) =>
    lossGuard(scope, {
      id: newId(),
      template: 'any',
      about,
      channel: 'sms',
      personId,
      address: null,
      pregnancyId: null,
      centreId: null,
    }),
  );

const loses = ({ personId, pregnancyId }: { personId: string; pregnancyId: string }) =>
  house.system((scope) =>
    recordLoss(scope, {
      pregnancyId,
      toldBy: personId,
      kind: 'not_said',
      which: { all: true },
      happenedOn: null,
    }),
  );

test('a loss in one file holds at the phone of a second file of the same parent', async () => {
  const first = await pregnant('Amira', { phone: '07700900123' });
  const second = await pregnant('Amirah', { phone: '07700 900123', email: 'a@example.org' });
  const stranger = await pregnant('Beth', { phone: '07700900999' });
  expect(await says(second.personId)).toEqual({ say: 'go' });
  const partner = await pregnant('Tom', { phone: '07700 900123' });
  await loses(first);
  expect(await says(second.personId)).toMatchObject({ say: 'stop' });
  expect(await says(partner.personId)).toEqual({ say: 'go' });
  expect(await says(second.personId, 'account')).toEqual({ say: 'go' });
  expect(await says(stranger.personId)).toEqual({ say: 'go' });
  const [one_id = '', other_id = ''] = [first.personId, second.personId].toSorted();
  await house.system(({ tx }) =>
    tx
      .insertInto('people.not_duplicates')
      .values({
        organisation_id: house.organisationId,
        one_id,
        other_id,
        centre_id: house.centres[0].id,
        said_at: house.now.toString(),
      })
      .execute(),
  );
  expect(await says(second.personId)).toEqual({ say: 'go' });
});

test('a message to a file that was made one with another rests with the file that was kept', async () => {
  const kept = await pregnant('Cara', { email: 'cara@example.org' });
  const merged = await house.system((scope) =>
    openFile(scope, {
      side: 'family',
      centreId: house.centres[0].id,
      givenName: 'Carah',
      familyName: 'Testa',
    }),
  );
  await house.system(({ tx }) =>
    tx.updateTable('people.persons').set({ merged_into: kept.personId }).where('id', '=', merged).execute(),
  );
  await loses(kept);
  expect(await says(merged)).toMatchObject({ say: 'stop' });
});
