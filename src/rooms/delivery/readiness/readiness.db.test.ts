import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type Gateway, gateway, type Scope } from '#platform/db/as-actor.ts';
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts';
import { type Ground, MONDAY, settle } from '../../../../tests/support/stand.ts';
import { readinessFacts } from './readiness.queries.ts';
import { ASKED, type Part, readinessOn } from './readiness.rules.ts';

/**
 * The decision is made in TypeScript, with its reasons, and in the database, as yes or no. Facts at random, written in
 * any order and asked about on any day, must be answered alike.
 */

let database: TestDatabase;
let pool: pg.Pool;
let way: Gateway;
let ground: Ground;
let accountId: string;
let applicantId: string;

class Undo extends Error {}

beforeAll(async () => {
  database = await testDatabase();
  // The owner of the tables, because the function that is compared is nobody else's to call.
  pool = new pg.Pool({ ...database.owner, max: 1, pipeline: true } as pg.PoolConfig);
  way = gateway(pool);
  ground = await settle(way, () => MONDAY);
  const member = await ground.member('Priya Shah', ['peer_supporter', 'practitioner']);
  accountId = member.accountId;
  applicantId = newId();
  await ground.system((scope) =>
    scope.tx
      .insertInto('recruiting.applicants')
      .values({
        organisation_id: ground.organisationId,
        id: applicantId,
        centre_id: ground.centreId,
        given_name: 'Priya',
        person_id: member.personId,
        made_at: MONDAY.toString(),
      })
      .execute(),
  );
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

// A few years around two leap days; near days are likely, so that ends and beginnings meet.
const FROM = Temporal.PlainDate.from('2023-12-20');
const date = fc.oneof(
  fc.integer({ min: 0, max: 1600 }).map((days) => FROM.add({ days })),
  fc
    .constantFrom('2024-02-28', '2024-02-29', '2024-03-01', '2028-02-29', '2026-11-23')
    .map((text) => Temporal.PlainDate.from(text)),
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const part = fc.constantFrom('peer_supporter' as const, 'creche' as const);
const askedPart = fc.constantFrom('peer_supporter' as const, 'creche' as const, 'alongside' as const);
// Few kinds, so that what is asked and what was shown often meet.
const code = fc.constantFrom(...ASKED.slice(0, 2), 'course' as const, 'unit' as const);

const requirement = fc.record({
  part: askedPart,
  code: fc.oneof(code, fc.constant('supervision' as const)),
  from: date,
  dropped: fc.boolean(),
  minimum: fc.integer({ min: 1, max: 2 }),
  months: maybe(fc.integer({ min: 1, max: 36 })),
  grace: fc.constantFrom(0, 0, 30, 180),
  keeps: fc.boolean(),
});
const proof = fc.record({
  code,
  earned: date,
  days: maybe(fc.integer({ min: 0, max: 900 })),
  level: fc.integer({ min: 1, max: 3 }),
  withdrawn: fc.constantFrom(false, false, false, true),
});
const facts = fc.record({
  requirements: fc.uniqueArray(requirement, {
    maxLength: 8,
    selector: (each) => `${each.part} ${each.code} ${each.from}`,
  }),
  proofs: fc.array(proof, { maxLength: 10 }),
  exemptions: fc.array(
    fc.record({
      part,
      code: fc.constantFrom('references' as const, 'course' as const, 'induction' as const),
      from: date,
      days: fc.integer({ min: 0, max: 90 }),
      ended: maybe(fc.integer({ min: 0, max: 90 })),
    }),
    { maxLength: 2 },
  ),
  suspension: fc.option(fc.record({ from: date, days: maybe(fc.integer({ min: 0, max: 200 })) }), {
    freq: 4,
    nil: null,
  }),
  decisions: fc.uniqueArray(
    fc.record({
      part,
      level: fc.constantFrom(
        'none' as const,
        'basic' as const,
        'enhanced' as const,
        'enhanced_barred' as const,
      ),
      from: date,
    }),
    { maxLength: 3, selector: (each) => `${each.part} ${each.from}` },
  ),
  roleEnded: fc.option(date, { freq: 6, nil: null }),
  closed: fc.option(date, { freq: 8, nil: null }),
  days: fc.array(date, { minLength: 1, maxLength: 4 }),
  pauses: maybe(date),
  askedOn: date,
  backwards: fc.boolean(),
});
type Facts = typeof facts extends fc.Arbitrary<infer F> ? F : never;

const noon = (day: Temporal.PlainDate) =>
  day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '12:00' }).toInstant().toString();

const write = async ({ tx }: Scope, given: Facts) => {
  const organisation_id = ground.organisationId;
  const centre_id = ground.centreId;
  const made_at = MONDAY.toString();
  const jobs: (() => Promise<unknown>)[] = [
    ...given.requirements
      .toSorted((one, other) => Temporal.PlainDate.compare(one.from, other.from))
      .map(
        (each, at) => () =>
          tx
            .insertInto('delivery.requirements')
            .values({
              organisation_id,
              id: newId(),
              part: each.part,
              code: each.code,
              version: at + 1,
              effective_from: each.from.toString(),
              dropped: each.dropped && at % 3 === 0,
              minimum: each.minimum,
              valid_months: each.months,
              grace_days: each.grace,
              keeps_earned: each.keeps,
              position: at,
              words: 'So',
              made_at,
            })
            .execute(),
      ),
    ...given.proofs.map(
      (each) => () =>
        tx
          .insertInto('recruiting.proofs')
          .values({
            organisation_id,
            id: newId(),
            centre_id,
            applicant_id: applicantId,
            code: each.code,
            earned_on: each.earned.toString(),
            expires_on: each.days === null ? null : each.earned.add({ days: each.days }).toString(),
            level: each.code === 'clearance' ? each.level : null,
            from_id: newId(),
            given_at: made_at,
            ...(each.withdrawn && { withdrawn_at: made_at, withdrawn_why: 'It changed' }),
          })
          .execute(),
    ),
    ...given.exemptions.map(
      (each) => () =>
        tx
          .insertInto('delivery.exemptions')
          .values({
            organisation_id,
            id: newId(),
            centre_id,
            account_id: accountId,
            part: each.part,
            code: each.code,
            why: 'Known for years',
            given_by: newId(),
            given_at: made_at,
            from_on: each.from.toString(),
            until_on: each.from.add({ days: each.days }).toString(),
            ended_on: each.ended === null ? null : each.from.add({ days: each.ended }).toString(),
          })
          .execute(),
    ),
    ...given.decisions.map(
      (each) => () =>
        tx
          .insertInto('recruiting.eligibility_decisions')
          .values({
            organisation_id,
            id: newId(),
            role_code: each.part,
            part: each.part,
            level: each.level,
            workforce: each.level.startsWith('enhanced') ? 'child' : null,
            children_barred: each.level === 'enhanced_barred',
            adults_barred: false,
            reasoning: 'So',
            rule_version: '1',
            decided_on: each.from.toString(),
            effective_from: each.from.toString(),
            decided_by: accountId,
            review_on: each.from.add({ years: 1 }).toString(),
            made_at,
          })
          .execute(),
    ),
  ];
  for (const job of given.backwards ? jobs.toReversed() : jobs) await job();
  if (given.suspension)
    await tx
      .insertInto('people.suspensions')
      .values({
        organisation_id,
        id: newId(),
        centre_id,
        account_id: accountId,
        from_at: noon(given.suspension.from),
        until_at:
          given.suspension.days === null
            ? null
            : noon(given.suspension.from.add({ days: given.suspension.days })),
      })
      .execute();
  if (given.roleEnded)
    await tx
      .updateTable('people.roles')
      .set({ ended_at: noon(given.roleEnded) })
      .where('account_id', '=', accountId)
      .where('role', '=', 'peer_supporter')
      .execute();
  await tx
    .insertInto('supervision.arrangements')
    .values({
      organisation_id,
      id: newId(),
      centre_id,
      account_id: accountId,
      begins_on: FROM.toString(),
      due_on: FROM.toString(),
      pauses_on: given.pauses?.toString() ?? null,
      started_at: made_at,
    })
    .execute();
  if (given.closed)
    await tx
      .updateTable('people.accounts')
      .set({ closed_at: noon(given.closed) })
      .where('id', '=', accountId)
      .execute();
};

const PARTS: readonly Part[] = ['peer_supporter', 'creche', 'alongside', 'practitioner'];

test('the house and the database answer alike, whatever the facts, their order and the day', async () => {
  const met = { yes: 0, not_yet: 0, no: 0, paused: 0, free: 0 };
  await fc.assert(
    fc.asyncProperty(facts, async (given) => {
      const differences: string[] = [];
      await way(ground.theHouse, Temporal.Instant.from(noon(given.askedOn)), async (scope) => {
        await write(scope, given);
        const known = (await readinessFacts(scope, [accountId], given.days)).get(accountId);
        if (!known) throw new Error('nobody is known');
        for (const day of given.days)
          for (const asked of PARTS)
            for (const centre of [null, ground.centreId, ground.otherCentreId]) {
              const { answer, pauses, reasons } = readinessOn(known, asked, day, centre);
              met[answer] += 1;
              const { rows } = await sql<{ ready: boolean; waits: boolean }>`
                select delivery.is_ready(${ground.organisationId}::uuid, ${accountId}::uuid, ${asked}, ${day.toString()}::date, ${centre}::uuid) as ready,
                  delivery.new_waits(${ground.organisationId}::uuid, ${accountId}::uuid, ${asked}, ${given.askedOn.toString()}::date) as waits`.execute(
                scope.tx,
              );
              // Of somebody who has left, nothing is asked any more.
              if (asked !== 'practitioner' && !reasons.some((each) => each.why === 'closed')) {
                met[pauses.length > 0 ? 'paused' : 'free'] += 1;
                if (rows[0]?.waits !== pauses.length > 0)
                  differences.push(`${asked} asked on ${given.askedOn}: the two differ about what is new`);
              }
              if (rows[0]?.ready !== (answer === 'yes'))
                differences.push(`${asked} on ${day}: ${answer}, and the database says ${rows[0]?.ready}`);
            }
        throw new Undo();
      }).catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
      expect(differences).toEqual([]);
    }),
    { numRuns: 300 },
  );
  // Facts that never lead to a yes would prove nothing.
  expect(met.yes).toBeGreaterThan(50);
  expect(met.no).toBeGreaterThan(50);
  expect(met.not_yet).toBeGreaterThan(50);
  expect(met.paused).toBeGreaterThan(50);
  expect(met.free).toBeGreaterThan(50);
}, 240_000);
