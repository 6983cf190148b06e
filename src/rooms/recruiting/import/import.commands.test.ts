import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { openFile } from '#rooms/people/door.ts';
import { rejectsCsv } from '#rooms/referrals/door.ts';
import { MONDAY as now, openStand, type Stand } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting } from '../application.fixture.ts';
import { loadCheckRules } from '../checks/rules.commands.ts';
import { VOLUNTEER_COLUMNS, volunteerColumnOf, volunteerColumnWords } from './columns.ts';
import { importVolunteers, type VolunteersAsked } from './import.commands.ts';

let here: Stand;
beforeAll(async () => {
  here = await openStand();
  await openRecruiting(here);
  const lead = await here.staff('service_lead');
  await here.system(async (scope) => {
    await loadCheckRules(scope);
    await scope.tx
      .insertInto('recruiting.eligibility_decisions')
      .values({
        organisation_id: here.organisationId,
        id: newId(),
        role_code: 'peer_supporter',
        part: 'peer_supporter',
        level: 'enhanced',
        workforce: 'child',
        children_barred: false,
        adults_barred: false,
        reasoning: 'They are with parents and babies every month.',
        rule_version: 'test',
        decided_on: '2026-01-05',
        effective_from: '2026-01-05',
        review_on: '2027-01-05',
        decided_by: lead.accountId,
        made_at: now.toString(),
      })
      .execute();
  });
});
afterAll(() => here.close());

const bring = (file: string, other: Partial<VolunteersAsked> = {}) =>
  importVolunteers(here.gateway, {
    organisationId: here.organisationId,
    centreSlug: 'hartley',
    file: new TextEncoder().encode(file),
    origin: 'https://kith.example.org',
    now,
    ...other,
  });

const counts = () =>
  here.system(async ({ tx }) => ({
    messages: (await tx.selectFrom('platform.messages').select('id').execute()).length,
    applicants: (await tx.selectFrom('recruiting.applicants').select('id').execute()).length,
    accounts: (await tx.selectFrom('people.accounts').select('id').execute()).length,
  }));

const HEADINGS =
  'Ref,First name,Surname,Email,Mobile,Start date,Reference 1,Reference 2,DBS,Certificate number,DBS date,DBS seen,Update service,Interview,Course title,Provider,Course date,Expires,Induction,Shoe size';
const marta =
  'V1,Marta,Nowak,marta@example.org,07700 900123,03/02/2025,12/01/2025,15/01/2025,Enhanced,1234567890,20 Jan 2025,2025-01-27,yes,22/01/2025,Safeguarding level 1,Kelby Council,29/01/2025,29/01/2028,01/02/2025,38';

test('a volunteer lands with file, account, role, certificate and what they have shown, and nobody is messaged', async () => {
  const before = await counts();
  const report = await bring(`${HEADINGS}\n${marta}\n`);
  expect(report).toMatchObject({
    rowsRead: 1,
    rowsLanded: 1,
    rowsKnown: 0,
    rowsRejected: 0,
    passedOver: ['Shoe size'],
  });
  expect(await counts()).toEqual({
    messages: before.messages,
    applicants: before.applicants + 1,
    accounts: before.accounts + 1,
  });
  const { applicant, proofs, roles, check } = await here.system(async ({ tx }) => {
    const found = await tx
      .selectFrom('recruiting.applicants as p')
      .innerJoin('recruiting.applications as a', 'a.applicant_id', 'p.id')
      .innerJoin('people.persons as f', 'f.id', 'p.person_id')
      .select([
        'p.id',
        'p.person_id',
        'p.phone',
        'f.side',
        'f.given_name',
        'a.came_by',
        'a.welcomed_at',
        'a.words',
      ])
      .where('p.email', '=', 'marta@example.org')
      .executeTakeFirstOrThrow();
    return {
      applicant: found,
      proofs: await tx
        .selectFrom('recruiting.proofs')
        .select(['code', 'earned_on', 'expires_on', 'level'])
        .where('applicant_id', '=', found.id)
        .orderBy('earned_on')
        .execute(),
      roles: await tx
        .selectFrom('people.roles as r')
        .innerJoin('people.accounts as a', 'a.id', 'r.account_id')
        .select(['r.role', 'r.centre_id'])
        .where('a.person_id', '=', found.person_id)
        .execute(),
      check: await tx
        .selectFrom('recruiting.checks')
        .select(['certificate_number', 'level', 'workforce', 'outcome', 'update_service', 'surname_on_it'])
        .where('applicant_id', '=', found.id)
        .executeTakeFirst(),
    };
  });
  expect(applicant).toMatchObject({
    phone: '+447700900123',
    side: 'team',
    given_name: 'Marta',
    came_by: 'import',
    welcomed_at: '2025-02-03T09:00:00Z',
    words: 'Course: Safeguarding level 1, Kelby Council',
  });
  expect(roles).toEqual([{ role: 'peer_supporter', centre_id: here.centreId }]);
  expect(check).toEqual({
    certificate_number: '001234567890',
    level: 'enhanced',
    workforce: 'child',
    outcome: 'clear',
    update_service: true,
    surname_on_it: 'Nowak',
  });
  expect(proofs).toEqual([
    { code: 'references', earned_on: '2025-01-12', expires_on: null, level: null },
    { code: 'references', earned_on: '2025-01-15', expires_on: null, level: null },
    { code: 'interview', earned_on: '2025-01-22', expires_on: null, level: null },
    { code: 'clearance', earned_on: '2025-01-27', expires_on: '2028-01-20', level: 2 },
    { code: 'course', earned_on: '2025-01-29', expires_on: '2028-01-29', level: null },
    { code: 'induction', earned_on: '2025-02-01', expires_on: null, level: null },
  ]);
});

test('the same file again changes nothing, and neither does the same row twice in a file', async () => {
  const before = await counts();
  expect(await bring(`${HEADINGS}\n${marta}\n`)).toMatchObject({
    rowsLanded: 0,
    rowsKnown: 1,
    rowsRejected: 0,
  });
  expect(await counts()).toEqual(before);
  const twice = await bring('first name,mobile\nTwo,07700 900301\nTwo,07700 900301\n');
  expect(twice).toMatchObject({ rowsLanded: 1, rowsKnown: 1, rowsRejected: 0 });
});

test('a row with faults comes back with its row, its columns, what is wrong and how to mend it; mended it lands', async () => {
  const file = [
    'first name,email,role,started,dbs,certificate number,dbs date,dbs seen,course,course date,expires,update service,centre',
    ',a@example.org,,,,,,,,,,,',
    'Bo,,,,,,,,,,,,',
    'Cy,c@example.org,Wizard,24/11/2026,,,,,,,,,Atlantis',
    'Di,d@example.org,,,super,12,30/02/2025,01/03/2025,,,,,',
    'Ed,e@example.org,,,,,,,Level 1,,,yes,',
    'Fi,f@example.org,,,enhanced,123456789012,02/03/2025,01/03/2025,Level 1,01/02/2025,01/01/2025,,',
    'Gus,g@example.org,Crèche volunteer,,basic,123456789012,02/03/2025,03/03/2025,,,,,',
  ].join('\n');
  const report = await bring(file);
  expect(report.rejected.map(({ number, faults }) => [number, faults.map(({ column }) => column)])).toEqual([
    [2, ['given_name']],
    [3, ['email']],
    [4, ['centre', 'role', 'started_on']],
    [5, ['dbs_level', 'dbs_number', 'dbs_issued_on']],
    [6, ['update_service', 'course_on']],
    [7, ['dbs_seen_on', 'course_expires_on']],
    // Nobody has decided which check the crèche role is eligible for.
    [8, ['dbs_level']],
  ]);
  for (const { faults } of report.rejected)
    for (const { reason, mend } of faults) expect(`${reason} ${mend}`).toMatch(/^[A-Z“].*\..*\.$/);
  const back = rejectsCsv(report.headings, report.rejected);
  expect(await bring(back.replace('Bo,,', 'Bo,bo@example.org,'))).toMatchObject({
    rowsLanded: 1,
    rowsRejected: 6,
  });
});

test('an address that somebody has already comes back, whoever has it', async () => {
  await enquire(here, { givenName: 'Otto', email: 'otto@example.org' });
  const report = await bring(
    [
      'ref,first name,email',
      'A,Marta again,MARTA@example.org',
      'B,Otto,otto@example.org',
      'C,One,same@example.org',
      'D,Two,Same@example.org',
      'C,Other,other@example.org',
    ].join('\n'),
  );
  expect(report).toMatchObject({ rowsLanded: 1, rowsRejected: 4 });
  expect(report.rejected.map(({ number, faults }) => [number, faults.map(({ column }) => column)])).toEqual([
    [2, ['email']],
    [3, ['email']],
    [5, ['email']],
    [6, ['reference']],
  ]);
});

test('the file of somebody who was a parent here is sealed', async () => {
  const personId = await here.system((scope) =>
    openFile(scope, {
      side: 'family',
      centreId: here.centreId,
      givenName: 'Priya',
      familyName: 'Shah',
      contact: { email: 'priya@example.org', phone: '07700 900777', mayEmail: true },
    }),
  );
  await bring(
    'first name,last name,email,mobile,former parent\nPriya,Shah,priya@example.org,07700 900777,yes\n',
  );
  const file = await here.system(({ tx }) =>
    tx.selectFrom('people.persons').select('sealed_at').where('id', '=', personId).executeTakeFirstOrThrow(),
  );
  expect(file.sealed_at).not.toBeNull();
});

test('the sample that the document of the file shows is a row that lands', async () => {
  const quoted = (cell: string) => `"${cell}"`;
  const sample = VOLUNTEER_COLUMNS.map((name) =>
    quoted(name === 'centre' ? 'hartley' : volunteerColumnWords[name].sample.replace('marta@', 'sample@')),
  );
  const report = await bring(`${VOLUNTEER_COLUMNS.join(',')}\n${sample.join(',')}\n`);
  expect(report).toMatchObject({ rowsLanded: 1, rejected: [] });
  const known = VOLUNTEER_COLUMNS.flatMap((name) =>
    volunteerColumnWords[name].also.map((also) => [also, name]),
  );
  for (const [heading, name] of known)
    expect([heading, volunteerColumnOf(heading ?? '')]).toEqual([heading, name]);
});

test('a file that cannot be read, and a centre that is not there, are refused in words', async () => {
  await expect(bring('surname,email\nNowak,x@example.org\n')).rejects.toThrow(
    'There is no heading for the first name.',
  );
  await expect(bring('')).rejects.toThrow('This file is empty.');
  await expect(bring('first name\nAnn\n', { centreSlug: 'atlantis' })).rejects.toThrow(
    'Choose one of these centres',
  );
});

test('five hundred volunteers land within seconds', async () => {
  const rows = Array.from(
    { length: 500 },
    (_, at) =>
      `W${at},Ann,Number ${at},w${at}@example.org,,03/02/2025,12/01/2025,15/01/2025,Enhanced,${String(at).padStart(12, '1')},20/01/2025,27/01/2025,no,22/01/2025,Level 1,Us,29/01/2025,29/01/2028,01/02/2025,`,
  );
  const begun = performance.now();
  expect(await bring(`${HEADINGS}\n${rows.join('\n')}\n`)).toMatchObject({
    rowsLanded: 500,
    rowsRejected: 0,
  });
  expect(performance.now() - begun).toBeLessThan(30_000);
}, 60_000);
