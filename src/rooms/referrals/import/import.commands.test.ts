import { afterAll, beforeAll, expect, test } from 'vitest';
import { MONDAY as now, openStand, type Stand } from '../../../../tests/support/stand.ts';
import { type ImportAsked, importReferrals, rejectsCsv } from './import.commands.ts';

let here: Stand;
beforeAll(async () => {
  here = await openStand({ programme: true });
});
afterAll(() => here.close());

const bring = (file: string | Uint8Array, other: Partial<ImportAsked> = {}) =>
  importReferrals(here.gateway, {
    organisationId: here.organisationId,
    centreSlug: 'hartley',
    file: typeof file === 'string' ? new TextEncoder().encode(file) : file,
    fileName: 'families.csv',
    startedBy: null,
    now,
    ...other,
  });

const referralsOf = (importId: string) =>
  here.system(({ tx }) =>
    tx
      .selectFrom('referrals.referrals as r')
      .innerJoin('people.persons as p', 'p.id', 'r.person_id')
      .innerJoin('people.contacts as c', 'c.person_id', 'p.id')
      .innerJoin('families.pregnancies as f', 'f.id', 'r.pregnancy_id')
      .innerJoin('referrals.needs as n', 'n.referral_id', 'r.id')
      .select([
        'p.given_name',
        'p.family_name',
        'p.language',
        'p.nhs_number',
        'c.phone',
        'c.may_text',
        'c.neutral_only',
        'f.due_on',
        'n.why',
        'r.centre_id',
        'r.received_at',
        'r.referrer_id',
        'r.route',
      ])
      .where('r.import_id', '=', importId)
      .orderBy('p.given_name')
      .execute(),
  );

const messageCount = () =>
  here.system(async ({ tx }) => (await tx.selectFrom('platform.messages').select('id').execute()).length);

test('good rows land quietly, bad rows come back with row, column, why and how to mend', async () => {
  const file = [
    'Ref,First name,Surname,DOB,NHS No,Mobile,Safe contact,Due date,Reason for referral,Language,Referred by,Colour',
    'A1,Amira,Haddad,14/03/1994,943 476 5919,07700 900123,"text, call",26 Mar 2027,"New here, anxious",Arabic,Jo Marsh,blue',
    'A2,Bea,Noone,14/03/1994,943 476 5918,07700 900124,text,26/03/2027,,,Jo Marsh,',
    'A3,,Nameless,,,07700 900125,,2027-03-26,,,,',
    'A4,Cora,Silent,,,,,11/26/2026,,Klingon,,',
    '',
    'A5,Dana,Odd,,,7700900126,,2027-03-26,,,,',
  ].join('\r\n');
  const before = await messageCount();
  const report = await bring(file);
  expect(report).toMatchObject({
    rowsRead: 5,
    rowsLanded: 2,
    rowsKnown: 0,
    rowsRejected: 3,
    passedOver: ['Colour'],
  });
  expect(report.rejected.map(({ number, faults }) => [number, faults.map(({ column }) => column)])).toEqual([
    [3, ['nhs_number']],
    [4, ['given_name']],
    [5, ['phone', 'language', 'due_on']],
  ]);
  const rows = await referralsOf(report.importId);
  expect(rows).toMatchObject([
    {
      given_name: 'Amira',
      language: 'ar',
      nhs_number: '9434765919',
      phone: '+447700900123',
      may_text: true,
      neutral_only: true,
      due_on: '2027-03-26',
      why: 'New here, anxious',
      route: 'file',
      centre_id: here.centreId,
    },
    { given_name: 'Dana', phone: '+447700900126', may_text: false, language: 'en' },
  ]);
  expect(rows[0]?.referrer_id).not.toBeNull();
  expect(await messageCount()).toBe(before);
  expect(await here.announced('referrals.imported')).toEqual([
    expect.objectContaining({ importId: report.importId }),
  ]);
});

test('the rejects file goes back in once it is mended, and only its rows land', async () => {
  const first = await bring(
    'first name,phone,due date\nEve,07700 900201,2027-02-30\nFay,07700 900202,2027-02-20\n',
  );
  expect(first).toMatchObject({ rowsLanded: 1, rowsRejected: 1 });
  const back = rejectsCsv(first.headings, first.rejected);
  expect(back).toContain('due_on');
  const mended = await bring(back.replace('2027-02-30', '2027-02-28'));
  expect(mended).toMatchObject({ rowsRead: 1, rowsLanded: 1, rowsRejected: 0 });
});

test('a rejects file cannot run as a formula, and its guard goes when it comes back', async () => {
  const first = await bring('first name,phone,reason,due date\nGil,+447700900203,=HYPERLINK("x"),never\n');
  const back = rejectsCsv(first.headings, first.rejected);
  expect(back).toContain(`'=HYPERLINK`);
  const mended = await bring(back.replace('never', '2027-03-01'));
  expect((await referralsOf(mended.importId))[0]).toMatchObject({
    phone: '+447700900203',
    why: '=HYPERLINK("x")',
  });
});

test('the same file twice changes nothing, whatever its case, spaces and order', async () => {
  const file =
    'given_name,family_name,phone,nhs_number,due_on\nHana,Ito,07700 900301,9000000009,2027-03-01\nIda,Lund,07700 900302,,2027-03-02\n';
  const count = () =>
    here.system(async ({ tx }) => (await tx.selectFrom('people.persons').select('id').execute()).length);
  const first = await bring(file);
  expect(first.rejected).toEqual([]);
  expect(first.rowsLanded).toBe(2);
  const files = await count();
  const again = await bring(
    'due_on,phone,family_name,given_name,nhs_number\n2027-03-02, 07700900302,LUND,ida,\n01/03/2027,+44 7700 900301,Ito,Hana,900 000 0009\n',
  );
  expect(again).toMatchObject({ rowsLanded: 0, rowsKnown: 2, rowsRejected: 0 });
  expect(await count()).toBe(files);
  expect((await here.announced('referrals.imported')).map(({ importId }) => importId)).not.toContain(
    again.importId,
  );
});

test('two imports of one file at the same time land its rows once', async () => {
  const file = `given_name,phone\n${Array.from({ length: 40 }, (_, at) => `Row${at},07700 91${String(at).padStart(4, '0')}`).join('\n')}`;
  const [one, other] = await Promise.all([bring(file), bring(file)]);
  expect(one.rowsLanded + other.rowsLanded).toBe(40);
  expect(one.rowsKnown + other.rowsKnown).toBe(40);
});

test('one reference for two families, and one NHS number under two references, come back both times', async () => {
  const file =
    'reference,given_name,phone,nhs_number\nR1,Jo,07700 900401,9434765870\nR1,Kim,07700 900402,\nR2,Jo,07700 900401,9434765870\nR1,Jo,07700 900401,9434765870\n';
  const first = await bring(file);
  expect(first).toMatchObject({ rowsLanded: 1, rowsKnown: 1, rowsRejected: 2 });
  expect(first.rejected.map(({ number, faults }) => [number, faults[0]?.column])).toEqual([
    [3, 'reference'],
    [4, 'nhs_number'],
  ]);
  expect(await bring(file)).toMatchObject({ rowsLanded: 0, rowsKnown: 2, rowsRejected: 2 });
});

test('centres are named by short name or by name, and only those that one may import for', async () => {
  const file =
    'centre,given_name,phone\nBrook Lane,Lea,07700 900501\nHARTLEY,Mia,07700 900502\nNowhere,Nia,07700 900503\n';
  const { centreSlug: _, ...all } = { centreSlug: undefined };
  const whole = await importReferrals(here.gateway, {
    organisationId: here.organisationId,
    file: new TextEncoder().encode(file),
    fileName: 'x.csv',
    startedBy: null,
    now,
    ...all,
  });
  expect(whole).toMatchObject({ rowsLanded: 2, rowsRejected: 1 });
  expect((await referralsOf(whole.importId)).map(({ centre_id }) => centre_id)).toEqual([
    here.otherCentreId,
    here.centreId,
  ]);
  const mine = await bring(file.replaceAll('0050', '0060'), {
    centreSlug: 'hartley',
    onlyCentres: [here.centreId],
  });
  expect(mine.rejected.map(({ number }) => number)).toEqual([2, 4]);
});

test('an NHS number that is on a file at another centre comes back', async () => {
  const row = (centre: string) =>
    bring('given_name,phone,nhs_number\nOlu,07700 900701,9434765838\n', { centreSlug: centre });
  expect(await row('hartley')).toMatchObject({ rowsLanded: 1 });
  const elsewhere = await row('brook');
  expect(elsewhere).toMatchObject({ rowsLanded: 0, rowsRejected: 1 });
  expect(elsewhere.rejected[0]?.faults[0]?.reason).toContain('another centre');
  const other = await bring('given_name,phone,nhs_number\nTomi,07700 900702,9434765838\n');
  expect(other.rejected[0]?.faults[0]?.reason).toContain('somebody else');
  const again = await bring('given_name,phone,nhs_number,due_on\nOLU,07700 900703,9434765838,2027-03-01\n');
  expect(again).toMatchObject({ rowsLanded: 1, rowsRejected: 0 });
});

test('a row that looks like a file that is here lands, and is named for triage', async () => {
  await bring('given_name,family_name,phone,born_on\nPia,Rost,07700 900801,1990-01-02\n');
  const again = await bring(
    'given_name,family_name,email,born_on\nPIA,Rost,pia@example.org,02/01/1990\nQuinn,Rost,q@example.org,03/01/1990\n',
  );
  expect(again.rowsLanded).toBe(2);
  expect(again.alike).toEqual([2]);
});

test('rejected rows are kept with their import, for those who import', async () => {
  const report = await bring('given_name,phone\nRue,12\n');
  const office = await here.staff('administrator');
  const practitioner = await here.staff('practitioner');
  const kept = (actor: typeof office) =>
    here.as(actor, ({ tx }) =>
      tx
        .selectFrom('referrals.import_rejects')
        .select(['row_number', 'column_name', 'cells'])
        .where('import_id', '=', report.importId)
        .execute(),
    );
  expect(await kept(office)).toEqual([
    {
      row_number: 2,
      column_name: 'phone',
      cells: [
        ['given_name', 'Rue'],
        ['phone', '12'],
      ],
    },
  ]);
  expect(await kept(practitioner)).toEqual([]);
});
