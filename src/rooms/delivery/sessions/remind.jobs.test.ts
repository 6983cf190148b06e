import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFamily, recordLoss } from '#rooms/families/door.ts';
import { openFile } from '#rooms/people/door.ts';
import { currentTemplate } from '#rooms/programme/door.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { openGroup } from '../groups/group.commands.ts';
import { offerPlace, takePlace } from '../places/place.commands.ts';
import { remind } from './remind.jobs.ts';
import { answerSession } from './session.commands.ts';
import { sessionsOf } from './session.queries.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse(Temporal.Instant.from('2026-08-31T10:00:00Z'));
});
afterAll(() => house.close());

test('parents with a place are reminded once on each promised day, except who said no and who had a loss', async () => {
  const joanne = await house.member('Joanne Price', ['practitioner']);
  const centreId = house.centres[0].id;
  const groupId = await house.as(joanne, async (scope) => {
    const template = await currentTemplate(scope);
    return openGroup(scope, {
      kind: 'antenatal_group',
      centreId,
      zone: 'Europe/London',
      nation: 'england-and-wales',
      name: 'Winter group',
      templateId: template.id,
      venueId: null,
      language: 'en',
      places: 8,
      crechePlaces: 0,
      dueFrom: null,
      dueUntil: null,
      startsOn: Temporal.PlainDate.from('2026-09-11'),
      at: Temporal.PlainTime.from('10:30'),
      sessions: 2,
      online: true,
      partnersWelcome: true,
      groundRules: '',
    });
  });
  const member = async (givenName: string) => {
    const made = await house.system(async (scope) => {
      const personId = await openFile(scope, {
        side: 'family',
        centreId,
        givenName,
        familyName: 'Testa',
        contact: { email: `${givenName.toLowerCase()}@example.org`, mayEmail: true },
      });
      const { pregnancyId } = await openFamily(scope, {
        centreId,
        dueOn: Temporal.PlainDate.from('2027-01-10'),
        personId,
        relation: 'pregnant',
      });
      return { personId, pregnancyId };
    });
    const placeId = await house.as(joanne, (scope) =>
      offerPlace(scope, { groupId, personId: made.personId, tell: false }),
    );
    await house.as(joanne, (scope) => takePlace(scope, placeId));
    return made;
  };
  const amina = await member('Amina');
  const busy = await member('Busy');
  const nell = await member('Nell');
  await house.drain();
  const [first] = await house.as(joanne, (scope) => sessionsOf(scope, groupId));
  if (!first) throw new Error('no session');
  const away = await house.parent(busy.personId, 'Busy');
  await house.as(away, (scope) =>
    answerSession(scope, { sessionId: first.id, personId: busy.personId, coming: false, words: '' }),
  );

  const reminded = () =>
    house.system(async ({ tx }) =>
      (
        await tx
          .selectFrom('platform.messages')
          .select(['person_id', 'state'])
          .where('template', '=', 'session_reminder')
          .where('channel', '=', 'email')
          .execute()
      ).map(
        (row) =>
          `${row.person_id === amina.personId ? 'Amina' : row.person_id === nell.personId ? 'Nell' : 'Busy'} ${row.state}`,
      ),
    );
  await house.system((scope) => remind(scope, {}));
  expect(await reminded()).toEqual([]);
  house.now = Temporal.Instant.from('2026-09-07T10:00:00Z');
  await house.system((scope) => remind(scope, {}));
  await house.system((scope) => remind(scope, {}));
  expect((await reminded()).sort()).toEqual(['Amina waiting', 'Nell waiting']);
  await house.as(joanne, (scope) =>
    recordLoss(scope, {
      pregnancyId: nell.pregnancyId,
      toldBy: nell.personId,
      kind: 'not_said',
      which: { all: true },
      happenedOn: null,
    }),
  );
  await house.drain();
  expect((await reminded()).sort()).toEqual(['Amina shown', 'Nell stopped']);
  house.now = Temporal.Instant.from('2026-09-10T10:00:00Z');
  await house.system((scope) => remind(scope, {}));
  await house.drain();
  expect((await reminded()).sort()).toEqual(['Amina shown', 'Amina shown', 'Nell stopped']);
});
