import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { MONDAY } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import { ENHANCED, layDownChecks } from '../check.fixture.ts';
import * as paths from '../paths.ts';
import { proofsOf } from '../proofs/proof.queries.ts';
import { applicationOf } from '../route/application.queries.ts';
import { checksOf } from './check.queries.ts';

let house: TestHouse;
let manager: AccountActor;
let other: AccountActor;
let lead: AccountActor;
let practitioner: AccountActor;
let elsewhere: AccountActor;
let applicantId: string;
let applicationId: string;
let secret: string;

const here = <T>(work: (scope: Scope) => Promise<T>) => house.as(manager, work);

beforeAll(async () => {
  house = await openHouse();
  await openRecruiting(house);
  lead = await layDownChecks(house, ENHANCED);
  manager = await house.member('Helen Park', ['volunteer_manager']);
  other = await house.member('Tom Reed', ['volunteer_manager']);
  practitioner = await house.member('Dana Price', ['practitioner']);
  elsewhere = await house.member('Eva Moss', ['volunteer_manager'], house.otherCentreId);
}, 60_000);
afterAll(() => house.close());
beforeEach(async () => {
  house.now = MONDAY;
  ({ applicantId, applicationId, secret } = await enquire(house));
  await walkTo(house, applicationId, ['conversation', 'application']);
});

const page = () => paths.applicationCheck({ applicationId });
const enhanced = { level: 'enhanced', workforce: 'child' };
const issued = { 'issuedOn-day': '10', 'issuedOn-month': '11', 'issuedOn-year': '2026' };
const certificate = {
  ...enhanced,
  ...issued,
  original: 'yes',
  certificateNumber: '0012 3456 7890',
  surname: 'Nowak',
  outcome: 'clear',
};
const ask = async () => {
  const sent = await house.browser(manager).post(page(), enhanced);
  expect(sent.statusCode).toBe(303);
  const [check] = await here((scope) => checksOf(scope, [applicantId]));
  return check?.id ?? '';
};
const step = async () =>
  (await house.system((scope) => applicationOf(scope, applicationId)))?.steps.find(
    (each) => each.code === 'check',
  );

describe('the page of a check', () => {
  it('is for those who recruit at the centre, and not found for anybody else', async () => {
    const checkId = await ask();
    for (const at of [
      page(),
      paths.certificateSeen({ checkId }),
      paths.checkEnd({ checkId }),
      paths.applicationCheck({ applicationId: 'not-an-id' }),
      paths.certificateSeen({ checkId: 'not-an-id' }),
    ])
      for (const who of [practitioner, elsewhere, lead])
        expect((await house.browser(who).get(at)).statusCode, `${who.name} ${at}`).toBe(404);
    const seen = await house.browser(manager).get(page());
    expect(seen.body).toContain('We wait for the certificate');
    expect(seen.body).toContain('no place here for a picture');
    expect(seen.body).not.toContain('type="file"');
  });

  it('offers the level that was decided, and refuses a higher one with why', async () => {
    const browser = house.browser(manager);
    const empty = await browser.get(page());
    expect(empty.body).toMatch(/value="enhanced"[^>]*checked/);
    expect(empty.body).toContain('What must not be asked for');
    const refused = await browser.post(page(), {
      level: 'enhanced_barred',
      workforce: 'child',
      lists: 'children',
    });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Asking for one would be unlawful');
    expect(refused.body).toMatch(/value="enhanced_barred"[^>]*checked/);
    expect((await browser.post(page(), { level: 'enhanced' })).body).toContain('Choose the workforce');
    expect((await browser.post(page(), {})).statusCode).toBe(422);
  });

  it('says when nobody has decided, and does not offer to ask', async () => {
    const creche = await enquire(house, { roleCode: 'creche_volunteer' });
    await walkTo(house, creche.applicationId, ['conversation', 'application']);
    const shown = await house
      .browser(manager)
      .get(paths.applicationCheck({ applicationId: creche.applicationId }));
    expect(shown.body).toContain('No check may be asked for yet');
    expect(shown.body).not.toContain('Ask for this check');
  });

  it('leads to the application where there is one, and stands alone for whoever came without', async () => {
    const led = await house.browser(manager).get(paths.volunteerChecks({ applicantId }));
    expect(led.headers.location).toBe(page());
    const alone = crypto.randomUUID();
    await house.system(({ tx }) =>
      tx
        .insertInto('recruiting.applicants')
        .values({
          organisation_id: house.organisationId,
          id: alone,
          centre_id: house.centreId,
          given_name: 'Ana',
          made_at: house.now.toString(),
        })
        .execute(),
    );
    const at = paths.volunteerChecks({ applicantId: alone });
    expect((await house.browser(manager).get(at)).body).toContain('Ask for the check');
    expect((await house.browser(manager).post(at, enhanced)).statusCode).toBe(303);
    expect((await house.browser(practitioner).get(at)).statusCode).toBe(404);
  });
});

describe('a certificate', () => {
  it('is written down with its number in figures, and keeps what was typed when something is wrong', async () => {
    const at = paths.certificateSeen({ checkId: await ask() });
    const browser = house.browser(manager);
    const wrong = await browser.post(at, { ...certificate, original: '', certificateNumber: '12345' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('twelve figures');
    expect(wrong.body).toContain('value="12345"');
    expect((await browser.post(at, { ...certificate, original: '' })).body).toContain('Only the original');
    expect((await browser.post(at, { ...certificate, 'issuedOn-year': '2027' })).body).toContain(
      'still to come',
    );
    expect((await browser.post(at, certificate)).statusCode).toBe(303);
    const [check] = await here((scope) => checksOf(scope, [applicantId]));
    expect(check?.certificateNumber).toBe('001234567890');
    expect(await here((scope) => proofsOf(scope, [applicantId]))).toHaveLength(1);
    expect((await step())?.doneAt).not.toBeNull();
    expect((await browser.get(page())).body).toContain('001234567890');
  });

  it('can be looked up only with consent, and can stop counting', async () => {
    const checkId = await ask();
    const browser = house.browser(manager);
    await browser.post(paths.certificateSeen({ checkId }), { ...certificate, updateService: 'yes' });
    const at = paths.updateService({ checkId });
    expect((await browser.post(at, { result: 'no_change' })).statusCode).toBe(422);
    const looked = { 'lookedOn-day': '23', 'lookedOn-month': '11', 'lookedOn-year': '2026' };
    expect((await browser.post(at, { ...looked, result: 'no_change' })).statusCode).toBe(303);
    expect(await here((scope) => proofsOf(scope, [applicantId]))).toHaveLength(2);
    expect((await browser.post(paths.checkEnd({ checkId }), { why: '' })).statusCode).toBe(422);
    await browser.post(paths.checkEnd({ checkId }), { why: 'It belongs to somebody else.' });
    expect(await here((scope) => proofsOf(scope, [applicantId]))).toEqual([]);
    expect((await browser.get(at)).statusCode).toBe(404);
  });
});

describe('what a certificate says', () => {
  const something = async () => {
    const checkId = await ask();
    const sent = await house.browser(manager).post(paths.certificateSeen({ checkId }), {
      ...certificate,
      outcome: 'something',
      named: manager.accountId,
    });
    expect(sent.statusCode).toBe(303);
    return checkId;
  };

  it('opens for those named alone, and every look is written down, refused ones of others are not', async () => {
    const checkId = await something();
    const at = paths.applicationDisclosure({ applicationId, checkId });
    for (const who of [other, lead, practitioner, elsewhere])
      for (const address of [at, paths.disclosure({ checkId })])
        expect((await house.browser(who).get(address)).statusCode).toBe(404);
    const count = async () =>
      here(async ({ tx }) =>
        (
          await tx
            .selectFrom('recruiting.disclosure_looks')
            .select('account_id')
            .where('organisation_id', '=', house.organisationId)
            .where('applicant_id', '=', applicantId)
            .execute()
        ).map((row) => row.account_id),
      );
    expect(await count()).toEqual([]);
    const browser = house.browser(manager);
    expect((await browser.get(at)).body).toContain('Who looked');
    await browser.get(paths.disclosure({ checkId }));
    expect(await count()).toEqual([manager.accountId, manager.accountId]);
    const audited = await house.system(({ tx }) =>
      tx
        .selectFrom('platform.audit_events')
        .select('account_id')
        .where('organisation_id', '=', house.organisationId)
        .where('verb', '=', 'recruiting.disclosure_looked_at')
        .execute(),
    );
    expect(audited.map((row) => row.account_id)).toEqual([manager.accountId, manager.accountId]);
  });

  it('is decided there, and the others read one word of it', async () => {
    const checkId = await something();
    const browser = house.browser(manager);
    const at = paths.applicationDisclosure({ applicationId, checkId });
    const typed = {
      what: 'A caution for taking something from a shop.',
      decision: 'with_conditions',
      reasons: 'Long ago.',
      named: manager.accountId,
    };
    const refused = await browser.post(at, typed);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Write down the conditions');
    expect(refused.body).toContain('taking something from a shop');
    expect((await browser.post(at, { ...typed, conditions: 'Never alone.' })).statusCode).toBe(303);
    const seenByOther = await house.browser(other).get(page());
    expect(seenByOther.body).toContain('go ahead, with conditions');
    expect(seenByOther.body).not.toContain('shop');
    expect(seenByOther.body).not.toContain('Never alone');
    expect((await browser.get(at)).body).toContain('deletes itself');
  });

  it('that ends the way in leads to the kind letter', async () => {
    const checkId = await something();
    const browser = house.browser(manager);
    await browser.post(paths.disclosure({ checkId }), {
      decision: 'not_this_role',
      reasons: 'It matters for this role.',
      named: manager.accountId,
    });
    expect((await browser.get(paths.disclosure({ checkId }))).body).toContain(
      paths.applicationMove({ applicationId, verb: 'decline' }),
    );
    expect((await step())?.doneAt).toBeNull();
  });
});

describe('the applicant’s own page', () => {
  it('says what happens, and passes the move when it came', async () => {
    const browser = house.browser(null);
    const at = paths.mineCheck({ secret });
    expect((await browser.get(at)).body).toContain('It is our move');
    await ask();
    const shown = await browser.get(at);
    expect(shown.body).toContain('It is your move');
    expect(shown.body).toContain('It costs you nothing');
    expect((await browser.post(at, {})).statusCode).toBe(422);
    expect((await browser.post(at, { what: 'came' })).statusCode).toBe(303);
    expect((await step())?.mover).toBe('us');
    expect((await house.browser(manager).get(page())).body).toContain('says that the certificate came');
    // Pressed once more in another window that still showed the button.
    const twice = await browser.post(at, { what: 'came' }, paths.mineHelp({ secret }));
    expect(twice.statusCode).toBe(422);
    expect(twice.body).toContain('It is our move already');
    expect((await browser.get(paths.mineCheck({ secret: 'nobody' }))).statusCode).toBe(404);
  });

  it('never says what stands on a certificate, and waits kindly before and after', async () => {
    const early = await enquire(house);
    const before = await house.browser(null).get(paths.mineCheck({ secret: early.secret }));
    expect(before.body).toContain('comes after your application');
    const checkId = await ask();
    await house.browser(manager).post(paths.certificateSeen({ checkId }), {
      ...certificate,
      outcome: 'something',
      named: manager.accountId,
    });
    const weighed = await house.browser(null).get(paths.mineCheck({ secret }));
    expect(weighed.body).toContain('One of us talks with you');
    expect(weighed.body).not.toContain('001234567890');
  });
});
