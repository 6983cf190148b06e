import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor, Actor } from '#platform/db/actor.ts';
import { askTheDatabase, type Samples, spelledOut } from '../../../../tests/support/access.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { access } from '../access.ts';
import { takeDebrief } from '../load/debrief.commands.ts';
import { ownDebrief } from '../load/debrief.queries.ts';
import { tellHowItWas } from '../load/told.commands.ts';
import { beginArrangement } from '../rhythm/arrangement.commands.ts';
import { arrangementsOf } from '../rhythm/arrangement.queries.ts';
import { erasePlan, sharePlan, unsharePlan, writePlan } from './stay-well.commands.ts';
import { earlierPlans, ownPlan, type PlanWords, sharedPlan } from './stay-well.queries.ts';

let stand: Stand;
let priya: AccountActor;
let manager: AccountActor;
let supervisor: AccountActor;
let next: AccountActor;

const plan = (keeps: string): PlanWords => ({
  keeps,
  signs: '',
  helps: '',
  please_do: '',
  please_not: '',
  rings: '',
});
const TABLES = [
  'supervision.stay_well_plans',
  'supervision.stay_well_versions',
  'supervision.stay_well_shares',
] as const;
const rowsSeen = (who: Actor, table: (typeof TABLES)[number] | 'supervision.load_words') =>
  stand.as(who, async ({ tx }) => (await tx.selectFrom(table).select('account_id').execute()).length);
const rowOf = async (table: string): Promise<Record<string, unknown>> => {
  const { rows } = await stand.owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${table} t limit 1`,
  );
  return Object.fromEntries(
    Object.entries(rows[0]?.row ?? {}).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ]),
  );
};

beforeAll(async () => {
  stand = await openStand();
  priya = await stand.member('Priya Shah', ['peer_supporter']);
  manager = await stand.member('Ruth Bell', ['volunteer_manager']);
  supervisor = await stand.member('Asha Bell', ['practitioner']);
  next = await stand.member('Noor Khan', ['practitioner']);
  await stand.system((scope) =>
    beginArrangement(scope, {
      accountId: priya.accountId,
      centreId: stand.centreId,
      supervisorId: supervisor.accountId,
    }),
  );
  await stand.as(priya, (scope) => writePlan(scope, plan('Walking'), 0));
  await stand.as(priya, (scope) => writePlan(scope, plan('Walking, and sleep'), 1));
  await stand.as(priya, (scope) =>
    tellHowItWas(scope, stand.centreId, { how: 'heavy', told: false, words: 'Private', at: scope.now }),
  );
}, 60_000);
afterAll(() => stand.close());

const everybodyElse = (): readonly Actor[] => [manager, supervisor, next, stand.theHouse];

test('a plan that is not shared is seen by its owner and by nobody else, not even the house', async () => {
  for (const table of TABLES) for (const who of everybodyElse()) expect(await rowsSeen(who, table)).toBe(0);
  expect(await rowsSeen(priya, 'supervision.stay_well_plans')).toBe(1);
  expect(await rowsSeen(priya, 'supervision.stay_well_versions')).toBe(1);
});

test('shared, it is read by the supervisor it names, without what it said before, until it is taken back', async () => {
  const reads = (who: AccountActor) => stand.as(who, (scope) => sharedPlan(scope, priya.accountId));
  await stand.as(priya, sharePlan);
  expect((await reads(supervisor))?.words.keeps).toBe('Walking, and sleep');
  expect(await rowsSeen(supervisor, 'supervision.stay_well_versions')).toBe(0);
  expect(await reads(manager)).toBeNull();
  await expect(
    stand.as(supervisor, async ({ tx }) => {
      const { numUpdatedRows } = await tx
        .updateTable('supervision.stay_well_plans')
        .set({ content: '{}' })
        .executeTakeFirst();
      return Number(numUpdatedRows);
    }),
  ).resolves.toBe(0);
  await stand.as(priya, unsharePlan);
  expect(await reads(supervisor)).toBeNull();
});

test('a new supervisor does not see it, and the one before no longer does', async () => {
  await stand.as(priya, sharePlan);
  const change = async (supervisorId: string) => {
    const [arrangement] = await stand.system((scope) => arrangementsOf(scope, [priya.accountId]));
    if (!arrangement) throw new Error('no arrangement');
    await stand.owner.query(`update supervision.arrangements set supervisor_id = $1 where id = $2`, [
      supervisorId,
      arrangement.id,
    ]);
  };
  await change(next.accountId);
  for (const who of [supervisor, next])
    expect(await stand.as(who, (scope) => sharedPlan(scope, priya.accountId))).toBeNull();
  await stand.as(priya, sharePlan);
  expect(await stand.as(next, (scope) => sharedPlan(scope, priya.accountId))).not.toBeNull();
  expect(await stand.as(supervisor, (scope) => sharedPlan(scope, priya.accountId))).toBeNull();
  await change(supervisor.accountId);
});

test('nobody writes or shares a plan in somebody else’s name', async () => {
  for (const who of [manager, supervisor, stand.theHouse] as const)
    await expect(
      stand.as(who, ({ tx }) =>
        tx
          .insertInto('supervision.stay_well_shares')
          .values({
            organisation_id: stand.organisationId,
            id: newId(),
            account_id: priya.accountId,
            with_account: manager.accountId,
            shared_at: stand.now.toString(),
          })
          .execute(),
      ),
    ).rejects.toThrow('row-level security');
});

test('the words beside something hard are the supporter’s until somebody says they ring', async () => {
  for (const who of everybodyElse()) expect(await rowsSeen(who, 'supervision.load_words')).toBe(0);
  const debrief = await stand.as(priya, (scope) => ownDebrief(scope, priya.accountId));
  await stand.as(manager, (scope) => takeDebrief(scope, debrief?.id ?? ''));
  expect(await rowsSeen(manager, 'supervision.load_words')).toBe(1);
  expect(await rowsSeen(supervisor, 'supervision.load_words')).toBe(0);
});

test('the database lets each role do with load and talks what the room says, and no more', async () => {
  const another = await stand.member('Sid Moor', ['peer_supporter']);
  const entry = await rowOf('supervision.load_entries');
  const debrief = await rowOf('supervision.debriefs');
  const samples: Samples = {
    'supervision.load_entries': { row: entry, another: () => ({ ...entry, id: newId() }) },
    'supervision.debriefs': {
      row: debrief,
      another: () => ({
        ...debrief,
        id: newId(),
        account_id: another.accountId,
        taken_at: null,
        taken_by: null,
      }),
    },
  };
  const tried = Object.fromEntries(
    Object.keys(samples).flatMap((table) => {
      const its = access[table];
      return its ? [[table, its]] : [];
    }),
  );
  expect(await askTheDatabase(stand, samples, newId())).toEqual(spelledOut(tried));
  const nothing = Object.fromEntries(
    Object.keys(samples).map((table) => [table, { see: [], add: [], change: [] }]),
  );
  expect(await askTheDatabase(stand, samples, newId(), stand.otherCentreId)).toEqual(nothing);
});

test('erased, everything of it is gone', async () => {
  await expect(stand.as(priya, (scope) => writePlan(scope, plan('Late'), 1))).rejects.toThrow('changed');
  await stand.as(priya, erasePlan);
  expect(await stand.as(priya, ownPlan)).toBeNull();
  expect(await stand.as(priya, earlierPlans)).toEqual([]);
  for (const table of TABLES) {
    const { rows } = await stand.owner.query<{ count: string }>(
      `select count(*)::text as count from ${table}`,
    );
    expect(rows[0]?.count).toBe('0');
  }
  await expect(stand.as(priya, (scope) => writePlan(scope, plan(''), 0))).rejects.toThrow(
    'One line is a plan',
  );
});
