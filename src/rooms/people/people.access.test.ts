import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { askTheDatabase, type Samples, spelledOut } from '../../../tests/support/access.ts';
import { openStand, type Stand } from '../../../tests/support/stand.ts';
import { access } from './access.ts';
import { mergeFiles, sayTwoPeople } from './duplicates/merge.commands.ts';
import { introduce } from './files/files.commands.ts';
import { giveRole, openAccount } from './team/team.commands.ts';

let stand: Stand;
let parentId: string;
let samples: Samples;
beforeAll(async () => {
  stand = await openStand();
  parentId = await stand.file('Amina');
  const [twin, other, third] = [await stand.file('Bea'), await stand.file('Cem'), await stand.file('Dee')];
  const accountId = parentId;
  const colleagueId = newId();
  const [lineId, suspensionId, sealId] = [newId(), newId(), newId()];
  const base = { organisation_id: stand.organisationId };
  const at = stand.now.toString();
  const { mergeId } = await stand.system(async (scope) => {
    await introduce(scope, parentId);
    await openAccount(scope, { accountId, personId: parentId, demo: false });
    await openAccount(scope, { accountId: colleagueId, personId: third, demo: false });
    await giveRole(scope, { accountId: colleagueId, role: 'practitioner', centreId: stand.centreId });
    await scope.tx
      .insertInto('people.help_lines')
      .values({ ...base, id: lineId, code: 'a', name: 'A', what: 'x', hours: 'x', urgent: true, position: 1 })
      .execute();
    const here = { ...base, centre_id: stand.centreId };
    await scope.tx
      .insertInto('people.suspensions')
      .values({ ...here, id: suspensionId, account_id: colleagueId, from_at: at })
      .execute();
    await scope.tx
      .insertInto('people.seals')
      .values({ ...here, id: sealId, family_person_id: third, why: 'volunteers', asked_at: at })
      .execute();
    await sayTwoPeople(scope, parentId, other);
    return mergeFiles(scope, { keptId: other, mergedId: twin, why: 'x' });
  });
  const roleId = (
    await stand.system(({ tx }) => tx.selectFrom('people.roles').select('id').executeTakeFirstOrThrow())
  ).id;
  // A contact for a file without one, so that another can be added.
  const bare = newId();
  await stand.system(({ tx }) =>
    tx
      .insertInto('people.persons')
      .values({
        ...base,
        id: bare,
        centre_id: stand.centreId,
        side: 'family',
        given_name: 'Eve',
        made_at: at,
      })
      .execute(),
  );
  const [one = '', two = ''] = [parentId, other].sort();
  const [first = '', second = ''] = [parentId, third].sort();
  samples = {
    'people.organisations': {
      row: base,
      another: () => ({ organisation_id: newId(), slug: `s-${newId()}`, name: 'x', made_at: at }),
    },
    'people.centres': {
      row: { ...base, id: stand.centreId },
      another: () => ({
        ...base,
        id: newId(),
        slug: `s-${newId()}`,
        name: 'x',
        town: 'x',
        opened_on: '2026-01-01',
      }),
    },
    'people.help_lines': {
      row: { ...base, id: lineId },
      another: () => ({
        ...base,
        id: newId(),
        code: newId(),
        name: 'x',
        what: 'x',
        hours: 'x',
        urgent: false,
        position: 2,
      }),
    },
    'people.persons': {
      row: { ...base, id: parentId },
      another: () => ({
        ...base,
        id: newId(),
        centre_id: stand.centreId,
        side: 'family',
        given_name: 'x',
        made_at: at,
      }),
    },
    'people.contacts': {
      row: { ...base, person_id: parentId },
      another: () => ({ ...base, person_id: bare, centre_id: stand.centreId }),
    },
    'people.accounts': {
      row: { ...base, id: accountId },
      another: () => ({ ...base, id: newId(), person_id: bare, made_at: at }),
    },
    'people.roles': {
      row: { ...base, id: roleId },
      another: () => ({ ...base, id: newId(), account_id: colleagueId, role: 'specialist', given_at: at }),
    },
    'people.merges': {
      row: { ...base, id: mergeId },
      another: () => ({
        ...base,
        id: newId(),
        centre_id: stand.centreId,
        kept_id: other,
        merged_id: twin,
        moved: '[]',
        why: 'x',
        merged_at: at,
      }),
    },
    'people.seals': {
      row: { ...base, id: sealId },
      another: () => ({
        ...base,
        id: newId(),
        centre_id: stand.centreId,
        family_person_id: other,
        why: 'works_here',
        asked_at: at,
      }),
    },
    'people.suspensions': {
      row: { ...base, id: suspensionId },
      another: () => ({
        ...base,
        id: newId(),
        centre_id: stand.centreId,
        account_id: accountId,
        from_at: at,
      }),
    },
    'people.not_duplicates': {
      row: { ...base, one_id: one, other_id: two },
      another: () => ({ ...base, one_id: first, other_id: second, centre_id: stand.centreId, said_at: at }),
    },
  };
});
afterAll(() => stand.close());

test('the database lets each role do what the room declares, no more and no less', async () => {
  expect(await askTheDatabase(stand, samples, parentId)).toEqual(spelledOut(access));
});

test('from another centre the files of parents, their contacts and what is decided of them are not there', async () => {
  const bystander = await stand.file('Fay');
  const found = await askTheDatabase(stand, samples, bystander, stand.otherCentreId);
  for (const table of ['people.persons', 'people.contacts', 'people.merges', 'people.not_duplicates'])
    expect([table, found[table]]).toEqual([table, { see: [], add: [], change: [] }]);
});
