import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { contactOf } from '../contact/contact.queries.ts';
import { openFile } from '../files/files.commands.ts';
import { fileOf, filesOf } from '../files/files.queries.ts';
import { alikeFiles } from './alike.queries.ts';
import { likelyPairs } from './duplicates.queries.ts';
import { mergeFiles, sayTwoPeople, undoMerge } from './merge.commands.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => stand.close());

const merge = (keptId: string, mergedId: string, centreId?: string) =>
  stand.as(
    'practitioner',
    (scope) => mergeFiles(scope, { keptId, mergedId, why: 'One person, referred twice.' }),
    centreId,
  );

const familyOfParent = (personId: string, pregnancyId = newId()) =>
  stand.system(async ({ tx, now }) => {
    await tx
      .insertInto('families.pregnancies')
      .values({
        organisation_id: stand.organisationId,
        id: pregnancyId,
        centre_id: stand.centreId,
        made_at: now.toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx
      .insertInto('families.parents')
      .values({
        organisation_id: stand.organisationId,
        id: newId(),
        centre_id: stand.centreId,
        pregnancy_id: pregnancyId,
        person_id: personId,
        relation: 'pregnant',
        since: now.toString(),
      })
      .execute();
    return pregnancyId;
  });

const parentOf = async (pregnancyId: string) =>
  (
    await stand.system(({ tx }) =>
      tx.selectFrom('families.parents').select('person_id').where('pregnancy_id', '=', pregnancyId).execute(),
    )
  ).map((row) => row.person_id);

test('everything that pointed at one file points at the other, and back again', async () => {
  const kept = await stand.file('Amina');
  const merged = await stand.file('Aminah');
  const pregnancyId = await familyOfParent(merged);
  await stand.as('practitioner', (scope) =>
    queueMessage(scope, {
      template: 'any',
      about: 'group',
      channel: 'email',
      to: { personId: merged },
      centreId: stand.centreId,
      details: {},
      once: newId(),
    }),
  );
  const { mergeId } = await merge(kept, merged);
  expect(await parentOf(pregnancyId)).toEqual([kept]);
  const files = await stand.as('practitioner', (scope) => filesOf(scope, [kept, merged]));
  expect([...files.values()].map((file) => file.id)).toEqual([kept, kept]);
  const messages = () =>
    stand.system(({ tx }) =>
      tx
        .selectFrom('platform.messages')
        .select('person_id')
        .where('person_id', 'in', [kept, merged])
        .execute(),
    );
  expect(await messages()).toEqual([{ person_id: kept }]);

  await stand.as('practitioner', (scope) => undoMerge(scope, mergeId));
  expect(await parentOf(pregnancyId)).toEqual([merged]);
  expect((await stand.as('practitioner', (scope) => fileOf(scope, merged)))?.id).toBe(merged);
  expect(await messages()).toEqual([{ person_id: merged }]);
  await expect(stand.as('practitioner', (scope) => undoMerge(scope, mergeId))).rejects.toThrow(
    /no such merge/,
  );
});

test('the kept file keeps its own way to be reached; the other keeps its own for the way back', async () => {
  const kept = await stand.file('Bea');
  const merged = await stand.file('Beatrix');
  const { mergeId } = await merge(kept, merged);
  expect((await stand.as('practitioner', (scope) => contactOf(scope, kept)))?.email).toBe('bea@example.org');
  await stand.as('practitioner', (scope) => undoMerge(scope, mergeId));
  expect((await stand.as('practitioner', (scope) => contactOf(scope, merged)))?.email).toBe(
    'beatrix@example.org',
  );
});

test('two parents of one pregnancy cannot become one by mistake, and nothing is moved', async () => {
  const kept = await stand.file('Cara');
  const merged = await stand.file('Carl');
  const pregnancyId = await familyOfParent(kept);
  await familyOfParent(merged, pregnancyId);
  await expect(merge(kept, merged)).rejects.toThrow(/parents of the same pregnancy/);
  expect((await parentOf(pregnancyId)).sort()).toEqual([kept, merged].sort());
});

test('an NHS number comes over when the kept file had none, and goes back', async () => {
  const kept = await stand.file('Dina');
  const merged = await stand.system((scope) =>
    openFile(scope, {
      side: 'family',
      centreId: stand.centreId,
      givenName: 'Dinah',
      familyName: 'Hale',
      nhsNumber: '943 476 5919',
    }),
  );
  const numberOf = async (id: string) =>
    (
      await stand.system(({ tx }) =>
        tx.selectFrom('people.persons').select('nhs_number').where('id', '=', id).executeTakeFirst(),
      )
    )?.nhs_number;
  const { mergeId } = await merge(kept, merged);
  expect(await numberOf(kept)).toBe('9434765919');
  await stand.as('practitioner', (scope) => undoMerge(scope, mergeId));
  expect([await numberOf(kept), await numberOf(merged)]).toEqual([null, '9434765919']);
});

test('three files of one person: the last merge is undone first', async () => {
  const [a, b, c] = [await stand.file('Ede'), await stand.file('Edde'), await stand.file('Eddie')];
  const pregnancyId = await familyOfParent(a);
  const first = await merge(b, a);
  const second = await merge(c, b);
  expect(await parentOf(pregnancyId)).toEqual([c]);
  expect((await stand.as('practitioner', (scope) => fileOf(scope, a)))?.id).toBe(c);
  await expect(stand.as('practitioner', (scope) => undoMerge(scope, first.mergeId))).rejects.toThrow(
    /Undo that first/,
  );
  await stand.as('practitioner', (scope) => undoMerge(scope, second.mergeId));
  expect(await parentOf(pregnancyId)).toEqual([b]);
  await stand.as('practitioner', (scope) => undoMerge(scope, first.mergeId));
  expect(await parentOf(pregnancyId)).toEqual([a]);
});

test('a family file and a team file never become one, and other centres make none of ours one', async () => {
  const kept = await stand.file('Fay');
  const colleague = await stand.system((scope) =>
    openFile(scope, { side: 'team', centreId: stand.centreId, givenName: 'Fay', familyName: 'Hale' }),
  );
  await expect(merge(kept, colleague)).rejects.toThrow();
  const other = await stand.file('Faye');
  await expect(merge(kept, other, stand.otherCentreId)).rejects.toThrow(/no such file/);
  await expect(
    stand.as('administrator', (scope) => mergeFiles(scope, { keptId: kept, mergedId: other, why: 'x' })),
  ).rejects.toThrow(/cannot become one/);
});

test('likely files are found by phone and name, with the reasons in words, until somebody says they are two people', async () => {
  const one = await stand.file('Grazyna', 'Kowalska');
  const other = await stand.file('Grażyna', 'Kowalska');
  const pairOf = async () =>
    (await stand.as('practitioner', likelyPairs)).find(
      (pair) => [pair.one.id, pair.other.id].includes(one) && [pair.one.id, pair.other.id].includes(other),
    );
  expect((await pairOf())?.reasons).toContain('the same phone number');
  const alike = await stand.as('practitioner', (scope) =>
    alikeFiles(scope, { givenName: 'Grazyna', familyName: 'Kowalska', phone: '07700900123' }),
  );
  expect(alike[0]?.personId).toBe(one);
  expect(alike[0]?.reasons).toEqual(['the same phone number', 'the same name']);
  expect(
    await stand.as(
      'practitioner',
      (scope) => alikeFiles(scope, { givenName: 'Grazyna', familyName: 'Kowalska' }),
      stand.otherCentreId,
    ),
  ).toEqual([]);
  await stand.as('practitioner', (scope) => sayTwoPeople(scope, other, one));
  expect(await pairOf()).toBeUndefined();
});

test('a number that is on a live file, and one that is no number, are refused in words', async () => {
  await stand.system((scope) =>
    openFile(scope, {
      side: 'family',
      centreId: stand.otherCentreId,
      givenName: 'Hana',
      familyName: 'Roe',
      nhsNumber: '4010232137',
    }),
  );
  const again = (nhsNumber: string) =>
    stand.as('practitioner', (scope) =>
      openFile(scope, {
        side: 'family',
        centreId: stand.centreId,
        givenName: 'Hana',
        familyName: 'Roe',
        nhsNumber,
      }),
    );
  await expect(again('401 023 2137')).rejects.toThrow(/already has this NHS number/);
  await expect(again('4010232138')).rejects.toThrow(/last figure does not fit/);
});
