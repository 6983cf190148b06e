import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { family } from '#rooms/families/paths.ts';
import { sealFile } from '#rooms/people/door.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import type { Family } from '../../../../tests/support/stand.ts';
import { nameDataLead } from '../lead/lead.commands.ts';
import { looksAtPath, looksPath } from '../paths.ts';
import { looksOf, quietLooks } from './looks.queries.ts';
import { referenceOf } from './looks.rules.ts';

let house: TestHouse;
let lead: AccountActor;
let office: AccountActor;
let nia: AccountActor;
let amina: Family;
let zadie: Family;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.member('Leila Shah', ['service_lead']);
  office = await house.member('Olu Ade', ['administrator']);
  nia = await house.member('Nia Price', ['practitioner']);
  amina = await house.family('Amina Khan', '2027-02-22');
  zadie = await house.family('Zadie Quill', '2027-03-01');
  await house.as(lead, (scope) => nameDataLead(scope, lead.accountId));
  await house.as(lead, (scope) => nameDataLead(scope, office.accountId));
  for (const { personId } of [amina, zadie])
    expect((await house.browser(nia).get(family({ personId }))).statusCode).toBe(200);
});
afterAll(() => house.close());

const everything = { personId: null, accountId: null, before: null } as const;
const seen = (actor: AccountActor) =>
  house.as(actor, (scope) => looksOf(scope, { ...everything, since: house.now.subtract({ hours: 24 }) }));

test('the data lead sees who opened a file, when and what for; by reference where the file is not theirs to open', async () => {
  const reference = referenceOf(amina.personId);
  const page = (await house.browser(lead).get(looksPath())).body;
  expect(page).toContain('Nia Price');
  expect(page).toContain('Looking after a family');
  expect(page).toContain(`A family’s file, number ${reference}`);
  expect(page).not.toContain('Khan');
  const desk = (await house.browser(office).get(looksPath())).body;
  expect(desk).toContain('Amina Khan');
  const one = (await house.browser(lead).get(looksAtPath({ personId: amina.personId }))).body;
  expect(one).toContain(`Who looked at file ${reference}`);
  expect(one).toContain('Nia Price');
  expect(one).not.toContain(referenceOf(zadie.personId));
});

test('nobody else is answered, and the database gives them nothing', async () => {
  for (const role of ['practitioner', 'volunteer_manager', 'service_lead', 'peer_supporter'] as const) {
    const other = await house.member('Kit Moor', [role]);
    expect((await house.browser(other).get(looksPath())).statusCode, role).toBe(404);
    expect((await seen(other)).looks).toEqual([]);
  }
  const elsewhere = { ...lead, organisationId: house.otherOrganisationId };
  const there = await house.app.gateway(elsewhere, house.now, (scope) =>
    looksOf(scope, { ...everything, since: house.now.subtract({ hours: 24 }) }),
  );
  expect(there.looks).toEqual([]);
});

test('looking at who looked is written down as a look, at the file it was about', async () => {
  await house.browser(lead).get(looksAtPath({ personId: zadie.personId }));
  const { looks } = await seen(office);
  expect(looks[0]).toMatchObject({
    verb: 'rights.looks_seen',
    accountId: lead.accountId,
    subjectId: zadie.personId,
  });
});

test('the list is narrowed to one colleague, and a pasted address leads to its file', async () => {
  const desk = house.browser(office);
  const mine = (await desk.get(looksPath({}, { who: lead.accountId }))).body;
  expect(mine).toContain('<strong>Leila Shah</strong>');
  expect(mine).not.toContain('<strong>Nia Price</strong>');
  const led = await desk.get(looksPath({}, { file: `http://kith.test${family(amina)}` }));
  expect(led.statusCode).toBe(303);
  expect(led.headers.location).toBe(looksAtPath({ personId: amina.personId }));
  expect((await desk.get(looksPath({}, { file: 'Amina' }))).body).toContain('That is no address of a file');
  expect((await desk.get('/data/looks/Amina')).statusCode).toBe(404);
  const strange = await desk.get('/data/looks?before=9e9&since=-4&who=nobody');
  expect(strange.statusCode).toBe(200);
});

test('fifty are on a page and older ones follow, each of them once', async () => {
  const mika = await house.member('Mika Long', ['practitioner']);
  await house.as(mika, async (scope) => {
    for (let n = 0; n < 70; n += 1)
      await scope.audit('families.list_looked_at', { kind: 'organisation', id: null });
  });
  const asked = { ...everything, accountId: mika.accountId, since: house.now.subtract({ hours: 1 }) };
  const first = await house.as(lead, (scope) => looksOf(scope, asked));
  expect([first.looks.length, first.more]).toEqual([50, true]);
  const rest = await house.as(lead, (scope) =>
    looksOf(scope, { ...asked, before: first.looks.at(-1)?.seq ?? null }),
  );
  expect([rest.looks.length, rest.more]).toEqual([20, false]);
  expect(new Set([...first.looks, ...rest.looks].map(({ seq }) => seq)).size).toBe(70);
  const page = (await house.browser(lead).get(looksPath({}, { who: mika.accountId }))).body;
  expect(page).toContain(`before=${first.looks.at(-1)?.seq}`);
});

test('of looks at a concern, a note or a plan no row is given, only how many there were in a whole month', async () => {
  const concern = '0190a5b2-7c11-7000-8000-00000012abcd';
  await house.as(nia, async (scope) => {
    for (const verb of ['safeguarding.concern_opened', 'supervision.note_read', 'supervision.stay_well_read'])
      for (let n = 0; n < 6; n += 1) await scope.audit(verb, { kind: 'concern', id: concern });
  });
  const asked = await house.as(lead, ({ tx }) =>
    sql<{
      verb: string;
    }>`select verb from rights.looks('{safeguarding.concern_opened,supervision.note_read,supervision.stay_well_read}',
      null, null, '2020-01-01', null, 50)`.execute(tx),
  );
  expect(asked.rows).toEqual([]);
  const page = (await house.browser(lead).get(looksPath())).body;
  expect(page).toContain('Only counted');
  expect(page).not.toContain(referenceOf(concern));
  const month = house.now.toZonedDateTimeISO('Europe/London').toPlainDate().toPlainYearMonth();
  const counted = (actor: AccountActor, when: Temporal.PlainYearMonth) =>
    house.as(actor, (scope) => quietLooks(scope, 'Europe/London', when));
  expect((await counted(lead, month)).get('safeguarding.concern_opened')).toBe(6);
  expect((await counted(lead, month.subtract({ months: 1 }))).size).toBe(0);
  expect((await counted(nia, month)).size).toBe(0);
});

test('nothing is shown of a file that is sealed, not even to whoever it is about', async () => {
  const atZadie = async () => {
    const asked = { ...everything, since: house.now.subtract({ hours: 24 }) };
    const { looks } = await house.as(lead, (scope) => looksOf(scope, { ...asked, personId: zadie.personId }));
    return looks.map(({ verb }) => verb);
  };
  expect(await atZadie()).toContain('hub.family_file_seen');
  await house.as(nia, (scope) => sealFile(scope, { familyPersonId: zadie.personId, why: 'works_here' }));
  expect(await atZadie()).toEqual([]);
  const page = (await house.browser(lead).get(looksAtPath({ personId: zadie.personId }))).body;
  expect(page).toContain('Nobody looked');
});

test('the data lead sees no look at their own application', async () => {
  const applicant = '0190a5b2-7c11-7000-8000-0000000000aa';
  await house.system(async ({ tx }) => {
    const made = { organisation_id: house.organisationId, id: applicant, centre_id: house.centreId };
    await tx
      .insertInto('recruiting.applicants')
      .values({
        ...made,
        given_name: 'Olu',
        family_name: 'Ade',
        email: 'olu@example.org',
        person_id: office.personId,
        made_at: house.now.toString(),
      })
      .execute();
  });
  await house.as(nia, (scope) =>
    scope.audit('recruiting.check_looked_at', { kind: 'applicant', id: applicant, centreId: house.centreId }),
  );
  const found = async (actor: AccountActor) =>
    (await seen(actor)).looks.some(({ subjectId }) => subjectId === applicant);
  expect(await found(lead)).toBe(true);
  expect(await found(office)).toBe(false);
});
