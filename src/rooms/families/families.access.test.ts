import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { askTheDatabase, type Samples, spelledOut } from '../../../tests/support/access.ts';
import { openStand, type Stand } from '../../../tests/support/stand.ts';
import { access } from './access.ts';
import { recordLoss } from './loss/loss.commands.ts';
import { recordBirth } from './pregnancy/birth.commands.ts';
import { openFamily } from './pregnancy/pregnancy.commands.ts';
import { releaseSafety } from './safety/safety.commands.ts';

let stand: Stand;
let parentId: string;
let samples: Samples;
beforeAll(async () => {
  stand = await openStand();
  parentId = await stand.file('Amina');
  const another = await stand.file('Bea');
  const day = Temporal.PlainDate.from('2026-11-10');
  const { pregnancyId } = await stand.as('practitioner', async (scope) => {
    const opened = await openFamily(scope, {
      centreId: stand.centreId,
      dueOn: day,
      babiesExpected: 2,
      personId: parentId,
      relation: 'pregnant',
    });
    await recordBirth(scope, {
      pregnancyId: opened.pregnancyId,
      babies: [{ bornOn: day, livesWith: 'parents' }],
    });
    await recordLoss(scope, {
      pregnancyId: opened.pregnancyId,
      toldBy: parentId,
      kind: 'stillbirth',
      which: { oneExpected: true },
      happenedOn: null,
    });
    await releaseSafety(scope, {
      personId: parentId,
      centreId: stand.centreId,
      words: 'Do not phone.',
      reviewOn: Temporal.PlainDate.from('2026-12-24'),
    });
    return opened;
  });
  const idOf = async (table: 'parents' | 'babies' | 'losses' | 'pauses' | 'safety_instructions') =>
    (
      await stand.system(({ tx }) =>
        tx.selectFrom(`families.${table}`).select('id').executeTakeFirstOrThrow(),
      )
    ).id;
  const base = { organisation_id: stand.organisationId, centre_id: stand.centreId };
  const row = (id: string) => ({ organisation_id: stand.organisationId, id });
  const at = stand.now.toString();
  samples = {
    'families.pregnancies': { row: row(pregnancyId), another: () => ({ ...base, id: newId(), made_at: at }) },
    'families.parents': {
      row: row(await idOf('parents')),
      another: () => ({
        ...base,
        id: newId(),
        pregnancy_id: pregnancyId,
        person_id: another,
        relation: 'father',
        since: at,
      }),
    },
    'families.babies': {
      row: row(await idOf('babies')),
      another: () => ({
        ...base,
        id: newId(),
        pregnancy_id: pregnancyId,
        born_on: '2026-11-10',
        birth_order: 5,
        recorded_at: at,
      }),
    },
    'families.losses': {
      row: row(await idOf('losses')),
      another: () => ({
        ...base,
        id: newId(),
        pregnancy_id: pregnancyId,
        kind: 'not_said',
        all_babies: false,
        recorded_at: at,
      }),
    },
    'families.pauses': {
      row: row(await idOf('pauses')),
      another: () => ({
        ...base,
        id: newId(),
        pregnancy_id: pregnancyId,
        person_id: another,
        why: 'asked',
        from_at: at,
      }),
    },
    'families.safety_instructions': {
      row: row(await idOf('safety_instructions')),
      another: () => ({
        ...base,
        id: newId(),
        person_id: another,
        words: 'Text first.',
        released_at: at,
        review_on: '2027-01-01',
      }),
    },
  };
});
afterAll(() => stand.close());

test('the database lets each role do what the room declares, no more and no less', async () => {
  expect(await askTheDatabase(stand, samples, parentId)).toEqual(spelledOut(access));
});

test('from another centre nobody does anything, and a parent sees only their own family', async () => {
  const bystander = await stand.file('Cem');
  const nothing = Object.fromEntries(
    Object.keys(samples).map((table) => [table, { see: [], add: [], change: [] }]),
  );
  expect(await askTheDatabase(stand, samples, bystander, stand.otherCentreId)).toEqual(nothing);
});
