import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { openFamily } from '#rooms/families/door.ts';
import { openFile } from '#rooms/people/door.ts';
import { currentTemplate } from '#rooms/programme/door.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { mergeFiles, undoMerge } from '../../people/duplicates/merge.commands.ts';
import { openGroup } from '../groups/group.commands.ts';
import { groupOf } from '../groups/group.queries.ts';
import { openDropIn } from './place.commands.ts';
import { placesOf } from './place.queries.ts';

let house: TestHouse;
let joanne: AccountActor;
beforeAll(async () => {
  house = await openHouse();
  joanne = await house.member('Joanne Price', ['practitioner']);
});
afterAll(() => house.close());

test('two files that both hold a place in the drop-in become one with one place, and two again with two', async () => {
  const centreId = house.centres[0].id;
  const groupId = await house.as(joanne, async (scope) => {
    const template = await currentTemplate(scope);
    return openGroup(scope, {
      kind: 'drop_in',
      centreId,
      zone: 'Europe/London',
      nation: 'england-and-wales',
      name: 'Hartley drop-in',
      templateId: template.id,
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
    });
  });
  const file = (givenName: string) =>
    house.system(async (scope) => {
      const personId = await openFile(scope, { side: 'family', centreId, givenName, familyName: 'Nowak' });
      const { pregnancyId } = await openFamily(scope, {
        centreId,
        dueOn: Temporal.PlainDate.from('2027-03-01'),
        personId,
        relation: 'pregnant',
      });
      await openDropIn(scope, await groupOf(scope, groupId), { personId, pregnancyId });
      return personId;
    });
  const keptId = await file('Ola');
  const mergedId = await file('Aleksandra');
  const states = async (personId: string) =>
    (await house.system((scope) => placesOf(scope, personId))).map((place) => place.state);

  const { mergeId } = await house.as(joanne, (scope) =>
    mergeFiles(scope, { keptId, mergedId, why: 'The same phone and birthday' }),
  );
  await house.drain();
  expect(await states(keptId)).toEqual(['taken']);
  expect(await states(mergedId)).toEqual(['ended']);

  await house.as(joanne, (scope) => undoMerge(scope, mergeId));
  await house.drain();
  expect(await states(keptId)).toEqual(['taken']);
  expect(await states(mergedId)).toEqual(['taken']);
});
