import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { askTheDatabase, type Samples, spelledOut } from '../../../../tests/support/access.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { access } from '../access.ts';
import { enquire, openRecruiting } from '../application.fixture.ts';
import { BASIC, layDownChecks } from '../check.fixture.ts';

let stand: Stand;
let samples: Samples;
let named: AccountActor;

type Row = Readonly<Record<string, unknown>>;

beforeAll(async () => {
  stand = await openStand();
  await openRecruiting(stand);
  const lead = await layDownChecks(stand, BASIC);
  named = await stand.member('Helen Park', ['volunteer_manager']);
  const { applicantId } = await enquire(stand);
  const organisation_id = stand.organisationId;
  const at = stand.now.toString();
  const about = { organisation_id, centre_id: stand.centreId, applicant_id: applicantId };
  const read = async (table: string): Promise<Row> =>
    (await stand.owner.query<Row>(`select * from ${table} limit 1`)).rows[0] ?? {};
  const put = async (table: string, row: Row): Promise<Row> => {
    const names = Object.keys(row);
    await stand.owner.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    );
    return row;
  };
  const decision = await read('recruiting.eligibility_decisions');
  const asked = () => ({
    ...about,
    id: newId(),
    decision_id: decision.id,
    level: 'basic',
    free_of_charge: false,
    requested_at: at,
    ended_at: at,
    ended_why: 'x',
  });
  const check = await put('recruiting.checks', asked());
  const other = await put('recruiting.checks', asked());
  const look = () => ({
    ...about,
    id: newId(),
    check_id: check.id,
    looked_on: '2026-11-20',
    result: 'no_change',
    looked_by: lead.accountId,
    made_at: at,
  });
  const disclosed = (checkId: unknown) => ({
    ...about,
    id: newId(),
    check_id: checkId,
    named: [named.accountId],
    opened_at: at,
  });
  const disclosure = await put('recruiting.disclosures', disclosed(check.id));
  const looked = () => ({
    ...about,
    id: newId(),
    disclosure_id: disclosure.id,
    account_id: named.accountId,
    at,
  });
  const review = (decided: boolean) => ({
    ...about,
    id: newId(),
    opened_at: at,
    crosses_on: '2026-12-01',
    ...(decided && { decision: 'fewer_days', decided_by: lead.accountId, decided_at: at, reasoning: 'x' }),
  });
  const again = (row: Row) => () => ({ ...row, id: newId() });
  const rules = await read('recruiting.check_rules');
  const days = await read('recruiting.activity_rules');
  samples = {
    'recruiting.eligibility_decisions': {
      row: { organisation_id, id: decision.id },
      another: again(decision),
    },
    'recruiting.check_rules': { row: { organisation_id, id: rules.id }, another: again(rules) },
    'recruiting.checks': { row: { organisation_id, id: check.id }, another: asked },
    'recruiting.status_checks': {
      row: { organisation_id, id: (await put('recruiting.status_checks', look())).id },
      another: look,
    },
    'recruiting.disclosures': {
      row: { organisation_id, id: disclosure.id },
      another: () => disclosed(other.id),
    },
    'recruiting.disclosure_looks': {
      row: { organisation_id, id: (await put('recruiting.disclosure_looks', looked())).id },
      another: looked,
    },
    'recruiting.activity_rules': { row: { organisation_id, id: days.id }, another: again(days) },
    'recruiting.eligibility_reviews': {
      row: { organisation_id, id: (await put('recruiting.eligibility_reviews', review(true))).id },
      another: () => review(true),
    },
  };
}, 60_000);
afterAll(() => stand.close());

it('each role sees, adds and changes what the room declares, and nothing of it from the other centre', async () => {
  const declared = Object.fromEntries(Object.keys(samples).map((table) => [table, access[table] ?? nobody]));
  expect(await askTheDatabase(stand, samples, newId())).toEqual(spelledOut(declared));
  const elsewhere = await askTheDatabase(stand, samples, newId(), stand.otherCentreId);
  for (const table of ['checks', 'status_checks', 'disclosures', 'disclosure_looks', 'eligibility_reviews'])
    expect(elsewhere[`recruiting.${table}`], table).toEqual(nobody);
});

it('a disclosure and its looks are seen by the one who is named, and no longer once the role is gone', async () => {
  const seen = (actor: AccountActor) =>
    stand.as(actor, async ({ tx }) => {
      const found = await tx.selectFrom('recruiting.disclosures').select('id').execute();
      const looks = await tx.selectFrom('recruiting.disclosure_looks').select('id').execute();
      return [found.length, looks.length];
    });
  expect(await seen(named)).toEqual([1, 1]);
  expect(await seen({ ...named, roles: [] })).toEqual([0, 0]);
  expect(
    await seen({ ...named, roles: [{ role: 'volunteer_manager', centreId: stand.otherCentreId }] }),
  ).toEqual([0, 0]);
});

it('a decision and a rule are never changed, and no look is taken away', async () => {
  for (const statement of [
    `update recruiting.eligibility_decisions set level = 'none'`,
    `update recruiting.activity_rules set more_than_days = 30`,
    `update recruiting.check_rules set keep_detail_months = 6`,
    `update recruiting.status_checks set result = 'no_change'`,
    'delete from recruiting.disclosure_looks',
    'delete from recruiting.disclosures',
    'delete from recruiting.checks',
  ]) {
    const { rows } = await stand.owner.query<{ may: boolean }>(
      'select has_table_privilege($1, $2, $3) as may',
      [
        'kith_app',
        /recruiting\.[a-z_]+/.exec(statement)?.[0],
        statement.startsWith('update') ? 'update' : 'delete',
      ],
    );
    expect(rows[0]?.may, statement).toBe(false);
  }
});

const nobody = { see: [], add: [], change: [] };
