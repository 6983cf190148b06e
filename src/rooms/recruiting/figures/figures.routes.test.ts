import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, Role } from '#platform/db/actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { MONDAY } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import type { StepCode } from '../profiles/profile.shape.ts';
import type { GroupCount } from './figures.rules.ts';

let here: TestHouse;

const ALL: readonly StepCode[] = [
  'conversation',
  'application',
  'references',
  'check',
  'interview',
  'course',
  'offer',
];
const people: { readonly age: string; readonly gender: string | null }[] = [
  ...Array.from({ length: 7 }, () => ({ age: '25_34', gender: 'woman' })),
  ...Array.from({ length: 6 }, () => ({ age: '35_44', gender: 'woman' })),
  ...Array.from({ length: 3 }, () => ({ age: '45_54', gender: null })),
  ...Array.from({ length: 8 }, () => ({ age: '65_over', gender: 'woman' })),
];

/** In March: 24 people of four ages. Seven of them were welcomed, four went. */
beforeAll(async () => {
  here = await openHouse();
  await openRecruiting(here);
  here.now = Temporal.Instant.from('2026-03-02T10:00:00Z');
  const came: { applicationId: string; applicantId: string; age: string; gender: string | null }[] = [];
  for (const who of people) came.push({ ...who, ...(await enquire(here)) });
  await here.system(async ({ tx }) => {
    await tx
      .insertInto('recruiting.equity')
      .values(
        came.map(({ applicantId, age, gender }) => ({
          organisation_id: here.organisationId,
          applicant_id: applicantId,
          centre_id: here.centreId,
          age_band: age,
          gender,
          answered_at: here.now.toString(),
        })),
      )
      .execute();
    await tx
      .insertInto('recruiting.sources')
      .values({
        organisation_id: here.organisationId,
        id: '01900000-0000-7000-8000-000000000001',
        centre_id: here.centreId,
        kind: 'talk',
        name: 'Talk at the library',
        from_on: '2026-02-10',
        cost_pence: 7000,
        slug: 'library',
        made_at: here.now.toString(),
      })
      .execute();
    await tx
      .updateTable('recruiting.applicants')
      .set({ source_id: '01900000-0000-7000-8000-000000000001' })
      .where(
        'id',
        'in',
        came.slice(0, 10).map(({ applicantId }) => applicantId),
      )
      .execute();
  });
  // Ten days later those of the first age were welcomed, each with twelve questions in six minutes.
  here.now = Temporal.Instant.from('2026-03-12T10:00:00Z');
  for (const { applicationId, applicantId } of came.slice(0, 7)) {
    await walkTo(here, applicationId, [...ALL, 'induction']);
    await here.system(({ tx }) =>
      tx
        .insertInto('recruiting.asked_of')
        .values({
          organisation_id: here.organisationId,
          id: crypto.randomUUID(),
          centre_id: here.centreId,
          applicant_id: applicantId,
          application_id: applicationId,
          form: 'enquiry',
          questions: 12,
          minutes: 6,
          at: here.now.toString(),
        })
        .execute(),
    );
  }
  await here.system(({ tx }) =>
    tx
      .updateTable('recruiting.applications')
      .set({ withdrawn_at: here.now.toString(), withdrawn_why: 'too_slow' })
      .where(
        'id',
        'in',
        came.slice(20).map(({ applicationId }) => applicationId),
      )
      .execute(),
  );
  here.now = MONDAY;
}, 60_000);
afterAll(() => here.close());

const groupsAs = async (who: Actor | Role, year = 2026, today = '2026-11-23', centreId?: string) =>
  (
    await here.as(
      who,
      ({ tx }) =>
        sql<GroupCount>`select * from recruiting.equity_figures(${year}, ${today}::date)`.execute(tx),
      centreId,
    )
  ).rows;
const at = (groups: readonly GroupCount[], trait: string, stage: string) =>
  Object.fromEntries(
    groups
      .filter((each) => each.trait === trait && each.stage === stage)
      .map(({ answer, people: n }) => [answer, n]),
  );

test('a group under five is hidden, and a second one with it, so that nobody can take one from the whole', async () => {
  const groups = await groupsAs('service_lead');
  expect(at(groups, 'age_band', 'enquired')).toEqual({
    '25_34': 7,
    '35_44': null,
    '45_54': null,
    '65_over': 8,
  });
  // Three who did not say are hidden, and the only other group with them: there is nothing left to show.
  expect(at(groups, 'gender', 'enquired')).toEqual({});
});

test('a group that is hidden at the start stays hidden, and noughts are small numbers too', async () => {
  const groups = await groupsAs('service_lead');
  const welcomed = at(groups, 'age_band', 'welcomed');
  expect(welcomed['35_44']).toBeNull();
  expect(welcomed['45_54']).toBeNull();
  expect(welcomed['65_over']).toBeNull();
});

test('no number under five ever comes out, whatever the groups are', async () => {
  for (const who of ['service_lead', 'volunteer_manager', 'programme_coordinator'] as const)
    for (const { people: n } of await groupsAs(who)) expect(n === null || n >= 5).toBe(true);
});

test('a month that still runs is not counted, so that nobody is seen to arrive', async () => {
  expect(await groupsAs('service_lead', 2026, '2026-03-31')).toEqual([]);
  expect(at(await groupsAs('service_lead', 2026, '2026-04-01'), 'age_band', 'enquired')).toMatchObject({
    '25_34': 7,
  });
  expect(await groupsAs('service_lead', 2025)).toEqual([]);
});

test('groups are counted for those who read figures, of their own centres, and for nobody else', async () => {
  expect(await groupsAs('volunteer_manager')).not.toEqual([]);
  expect(await groupsAs('volunteer_manager', 2026, '2026-11-23', here.otherCentreId)).toEqual([]);
  for (const role of ['practitioner', 'administrator', 'peer_supporter', 'specialist'] as const)
    expect(await groupsAs(role)).toEqual([]);
  expect(await groupsAs({ kind: 'anyone', organisationId: here.organisationId })).toEqual([]);
  const elsewhere = {
    kind: 'account',
    organisationId: here.otherOrganisationId,
    accountId: crypto.randomUUID(),
    personId: crypto.randomUUID(),
    side: 'team',
    name: 'Far',
    roles: [{ role: 'service_lead', centreId: here.centreId }],
  } as const;
  expect(await groupsAs(elsewhere)).toEqual([]);
});

test('nobody reads the rows behind the figures', async () => {
  for (const query of [
    sql`select * from recruiting.cohort(array[${here.centreId}]::uuid[], '2026-01-01', '2026-12-31')`,
    sql`select * from recruiting.equity`,
  ]) {
    const rows = await here
      .as('service_lead', async ({ tx }) => (await query.execute(tx)).rows)
      .catch((error: { code?: string }) => (error.code === '42501' ? [] : Promise.reject(error)));
    expect(rows).toEqual([]);
  }
});

test('the service lead reads how far people came, what it took, and where it ended', async () => {
  const lead = here.browser(await here.staff('service_lead'));
  const { statusCode, body } = await lead.get('/applicants/figures?period=2026');
  expect(statusCode).toBe(200);
  expect(body).toContain('7 of 24');
  expect(body).toContain('Community talk');
  // Seven welcomed of a talk for £70.
  expect(body).toContain('£10');
  expect(body).toContain('10 days');
  expect(body).toContain('It took us too long');
  expect(body).toContain('questions for each person welcomed');
  expect(body).toContain('>12<');
  expect(body).toContain('Hidden');
  expect(body).toContain('fewer than 5');
  expect((await lead.get('/applicants/figures?period=2024')).body).toContain('Nobody asked in this period.');
  expect((await lead.get('/applicants/figures?period=nonsense&centre=')).statusCode).toBe(200);
});

test('what was paid counts in the period in which it began, also where nobody came of it', async () => {
  const id = '01900000-0000-7000-8000-000000000002';
  await here.system(({ tx }) =>
    tx
      .insertInto('recruiting.sources')
      .values({
        organisation_id: here.organisationId,
        id,
        centre_id: here.centreId,
        kind: 'advert',
        name: 'Advert in the paper',
        from_on: '2026-05-01',
        cost_pence: 12_345,
        slug: 'paper',
        made_at: here.now.toString(),
      })
      .execute(),
  );
  const costIn = async (from: string, until: string) =>
    here.as('service_lead', async ({ tx }) => {
      const { rows } = await sql<{ cost_pence: number }>`
        select cost_pence from recruiting.source_figures(array[${here.centreId}]::uuid[], ${from}::date, ${until}::date)
        where source_id = ${id}`.execute(tx);
      return rows[0]?.cost_pence ?? null;
    });
  expect(await costIn('2026-01-01', '2026-12-31')).toBe(12_345);
  expect(await costIn('2026-05-01', '2026-05-01')).toBe(12_345);
  // It goes on, and was paid for in the year before.
  expect(await costIn('2027-01-01', '2027-12-31')).toBe(0);
  expect(await costIn('2026-01-01', '2026-04-30')).toBeNull();
});

test('figures of a centre are for those who recruit there, and volunteers from a file are not among them', async () => {
  await here.system(({ tx }) =>
    tx
      .updateTable('recruiting.applications')
      .set({ came_by: 'import' })
      .where('withdrawn_at', 'is not', null)
      .execute(),
  );
  const manager = here.browser(await here.staff('volunteer_manager'));
  expect((await manager.get('/applicants/figures?period=2026')).body).toContain('7 of 20');
  expect((await manager.get(`/applicants/figures?centre=${here.otherCentreId}`)).statusCode).toBe(404);
  const other = here.browser(await here.staff('volunteer_manager', here.otherCentreId));
  expect((await other.get('/applicants/figures')).body).toContain('Nobody asked in this period.');
  for (const role of ['practitioner', 'administrator', 'peer_supporter'] as const)
    expect((await here.browser(await here.staff(role)).get('/applicants/figures')).statusCode).toBe(404);
});
