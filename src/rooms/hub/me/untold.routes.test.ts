import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { decidePause, joinAsParent, pausesToDecide, recordLoss } from '#rooms/families/door.ts';
import { openFile } from '#rooms/people/door.ts';
import type { Family } from '../../../../tests/support/stand.ts';
import { type HubStand, type Meeting, openHubStand, wordsOf } from '../stand.fixture.ts';

// What the other parent told us in confidence must not be read from a page that changes.

let stand: HubStand;
let group: Meeting;
let dropIn: Meeting;
let practitioner: AccountActor;
beforeAll(async () => {
  stand = await openHubStand();
  group = await stand.meeting('antenatal_group', 'Autumn group', ['2026-11-26T10:30:00Z']);
  dropIn = await stand.meeting('drop_in', 'Hartley drop-in', ['2026-12-03T10:30:00Z']);
  practitioner = await stand.member('Joanne Price', ['practitioner']);
  await stand.leads(practitioner.accountId, group, 'practitioner');
});
afterAll(() => stand.close());

const couple = async () => {
  const mother = await stand.family('Esme Gray', '2027-02-22');
  const fatherId = await stand.system(async (scope) => {
    const centreId = stand.centres[0].id;
    const personId = await openFile(scope, {
      side: 'family',
      centreId,
      givenName: 'Finn',
      familyName: 'Gray',
    });
    await joinAsParent(scope, { pregnancyId: mother.pregnancyId, personId, relation: 'father', centreId });
    return personId;
  });
  const father: Family = { personId: fatherId, pregnancyId: mother.pregnancyId };
  const offered = await stand.place(father, group, 'offered');
  await stand.place(father, dropIn);
  await stand.place(mother, dropIn);
  return { mother, father, offered, actor: await stand.parent(fatherId, 'Finn Gray') };
};

const lost = async ({ mother }: { mother: Family }, toldBy: string | null) => {
  await stand.system((scope) =>
    recordLoss(scope, {
      pregnancyId: mother.pregnancyId,
      toldBy,
      kind: 'not_said',
      which: { all: true },
      happenedOn: null,
    }),
  );
  await stand.drain();
};

const decides = async ({ father }: { father: Family }, decision: 'support_only' | 'nothing') => {
  await stand.as(practitioner, async (scope) => {
    const pause = (await pausesToDecide(scope)).find((each) => each.personId === father.personId);
    await decidePause(scope, pause?.id ?? '', decision, '');
  });
  await stand.drain();
};

/** Every page of a parent as they read it, without the keys and tokens of its forms. */
const pagesOf = async (actor: AccountActor, placeId: string) => {
  const browser = stand.browser(actor);
  const pages: Record<string, string> = {};
  for (const url of [
    '/me',
    '/me/people',
    '/me/sessions',
    '/me/held',
    '/me/leave',
    '/me/toolbox',
    `/me/sessions/${dropIn.sessions[0]}`,
    `/me/places/${placeId}`,
  ])
    pages[url] = wordsOf((await browser.get(url)).body);
  return pages;
};

test('every page of a parent who has not been told stays as it was, word for word', async () => {
  const { mother, actor, offered, father } = await couple();
  const before = await pagesOf(actor, offered);
  expect(before['/me']).toContain('The drop-in is open to you.');
  expect(before['/me']).not.toMatch(/weeks|baby/i);
  await lost({ mother }, mother.personId);
  expect(await pagesOf(actor, offered)).toEqual(before);
  // That they hear nothing may be decided because they do not know.
  await decides({ father }, 'nothing');
  expect(await pagesOf(actor, offered)).toEqual(before);
});

test('once it is decided that they may hear of support, groups end for them as well', async () => {
  const { mother, actor, father } = await couple();
  await lost({ mother }, mother.personId);
  await decides({ father }, 'support_only');
  const me = wordsOf((await stand.browser(actor).get('/me')).body);
  expect(me).toContain('We are so sorry');
  expect(me).not.toContain('drop-in is open');
});

test('where a hospital told us, whoever was pregnant is expected nowhere, and the other parent sees no change', async () => {
  const { mother, actor, offered } = await couple();
  const before = await pagesOf(actor, offered);
  const herself = await stand.parent(mother.personId, 'Esme Gray');
  await lost({ mother }, null);
  expect(wordsOf((await stand.browser(herself).get('/me')).body)).not.toContain('drop-in is open');
  expect(await pagesOf(actor, offered)).toEqual(before);
});
