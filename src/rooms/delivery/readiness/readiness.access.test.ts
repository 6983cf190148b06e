import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { askTheDatabase, spelledOut } from '../../../../tests/support/access.ts';
import { makeReady, putOnSessions } from '../../../../tests/support/ready.ts';
import { access } from '../access.ts';
import { type GroupRoom, openRoom } from '../register/room.fixture.ts';
import { readinessFacts } from './readiness.queries.ts';

const TABLES = ['delivery.requirements', 'delivery.exemptions', 'delivery.rota'] as const;

let room: GroupRoom;
let grace: AccountActor;
let amina: string;

beforeAll(async () => {
  room = await openRoom();
  grace = await room.member('Grace Adeyemi', ['peer_supporter']);
  amina = (await room.placed('Amina')).personId;
  await putOnSessions(room, grace.accountId, [room.sessions[3] ?? '']);
  await room.system(({ tx, now }) =>
    tx
      .insertInto('delivery.exemptions')
      .values({ ...exemption(newId()), given_at: now.toString() })
      .execute(),
  );
});
afterAll(() => room.close());

const exemption = (id: string) => ({
  organisation_id: room.organisationId,
  id,
  centre_id: room.centreId,
  account_id: grace.accountId,
  part: 'peer_supporter' as const,
  code: 'course' as const,
  why: 'Known for years',
  given_by: newId(),
  given_at: '2026-11-20T10:00:00Z',
  from_on: '2026-11-20',
  until_on: '2026-12-20',
});

const rowOf = async (table: string) =>
  (
    await room.owner.query<Record<string, unknown>>(
      `select * from ${table} where organisation_id = $1 limit 1`,
      [room.organisationId],
    )
  ).rows[0] ?? {};

test('each stand sees, adds and changes what the room says, and nobody from another centre', async () => {
  const requirement = await rowOf('delivery.requirements');
  const rota = await rowOf('delivery.rota');
  const samples = {
    'delivery.requirements': {
      row: { organisation_id: requirement.organisation_id, id: requirement.id },
      another: () => ({ ...requirement, id: newId(), version: 7, effective_from: '2027-01-01' }),
    },
    'delivery.exemptions': {
      row: { organisation_id: room.organisationId, id: (await rowOf('delivery.exemptions')).id },
      another: () => exemption(newId()),
    },
    'delivery.rota': {
      row: { organisation_id: room.organisationId, session_id: rota.session_id, account_id: rota.account_id },
      another: () => ({ ...rota, session_id: room.sessions[4] }),
    },
  };
  const declared = Object.fromEntries(TABLES.map((table) => [table, access[table]]));
  const said = spelledOut(declared as typeof access);
  const found = await askTheDatabase(room, samples, amina);
  // The one who sees the whole row may touch what of it may be changed; the update of the test touches another column.
  for (const table of TABLES) {
    expect(found[table]?.see, table).toEqual(said[table]?.see);
    expect(found[table]?.add, table).toEqual(said[table]?.add);
  }
  expect(found['delivery.rota']?.change).toEqual(said['delivery.rota']?.change);
  const elsewhere = await askTheDatabase(room, samples, amina, room.otherCentreId);
  expect(elsewhere['delivery.exemptions']).toMatchObject({ see: [], add: [], change: [] });
  expect(elsewhere['delivery.rota']).toMatchObject({ see: ['parent'], add: [], change: [] });
});

test('what readiness is decided from is for who manages them and for themselves', async () => {
  await makeReady(room, grace.accountId);
  const known = async (who: Parameters<GroupRoom['as']>[0], centreId?: string) =>
    (await room.as(who, (scope) => readinessFacts(scope, [grace.accountId], []), centreId)).size;
  expect(await known('volunteer_manager')).toBe(1);
  expect(await known('administrator')).toBe(1);
  expect(await known(grace)).toBe(1);
  expect(await known('peer_supporter')).toBe(0);
  expect(await known('specialist')).toBe(0);
  expect(await known('volunteer_manager', room.otherCentreId)).toBe(0);
  expect(await known(await room.parent(amina, 'Amina'))).toBe(0);
});
