import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { openEligibilityReview } from '../activity/activity.commands.ts';
import { activityRules } from '../activity/activity.queries.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import { ENHANCED, layDownChecks } from '../check.fixture.ts';
import * as paths from '../paths.ts';
import { allCheckRules } from './rules.queries.ts';

let house: TestHouse;
let manager: AccountActor;
let lead: AccountActor;
let practitioner: AccountActor;
let applicantId: string;
let applicationId: string;

const here = <T>(work: (scope: Scope) => Promise<T>) => house.as(manager, work);
const page = () => paths.applicationCheck({ applicationId });

beforeAll(async () => {
  house = await openHouse();
  await openRecruiting(house);
  lead = await layDownChecks(house, ENHANCED);
  manager = await house.member('Helen Park', ['volunteer_manager']);
  practitioner = await house.member('Dana Price', ['practitioner']);
}, 60_000);
afterAll(() => house.close());
beforeEach(async () => {
  ({ applicantId, applicationId } = await enquire(house));
  await walkTo(house, applicationId, ['conversation', 'application']);
});

describe('what is laid down', () => {
  it('about a role is decided by those who shape roles and read by those who recruit', async () => {
    const at = paths.eligibility({ code: 'peer_supporter' });
    expect((await house.browser(practitioner).get(at)).statusCode).toBe(404);
    const read = await house.browser(manager).get(at);
    expect(read.body).toContain('The decision that holds');
    expect(read.body).not.toContain('Decide in my name');
    const typed = {
      level: 'basic',
      workforce: '',
      reasoning: 'No care of children.',
      ruleVersion: 'September 2026',
      'effectiveFrom-day': '1',
      'effectiveFrom-month': '12',
      'effectiveFrom-year': '2026',
      'reviewOn-day': '1',
      'reviewOn-month': '12',
      'reviewOn-year': '2027',
    };
    expect((await house.browser(manager).post(at, typed)).statusCode).toBe(404);
    const browser = house.browser(lead);
    expect((await browser.get(paths.eligibility({ code: 'creche_volunteer' }))).body).toContain(
      'Nobody has decided yet',
    );
    expect((await browser.get(paths.eligibility({ code: 'nothing' }))).statusCode).toBe(404);
    expect((await browser.post(at, { ...typed, lists: 'children' })).statusCode).toBe(422);
    expect((await browser.post(at, { ...typed, 'effectiveFrom-month': '11' })).statusCode).toBe(422);
    expect((await browser.post(at, typed)).statusCode).toBe(303);
    const after = await browser.get(at);
    expect(after.body).toContain('No care of children.');
    expect(after.body).toContain('Other decisions');
  });

  it('about checks and about days is a new row from a day on', async () => {
    const browser = house.browser(lead);
    for (const at of [paths.checkRules(), paths.activityRules()]) {
      expect((await house.browser(manager).get(at)).statusCode).toBe(404);
      expect((await browser.post(at, {})).statusCode).toBe(422);
    }
    const from = { 'effectiveFrom-day': '1', 'effectiveFrom-month': '4', 'effectiveFrom-year': '2027' };
    const checks = {
      ...from,
      renewAfterMonths: '24',
      updateServiceMonths: '6',
      freshMonths: '3',
      keepDetailMonths: '6',
      source: 'Our policy of March 2027.',
    };
    expect((await browser.post(paths.checkRules(), { ...checks, keepDetailMonths: '7' })).statusCode).toBe(
      422,
    );
    expect((await browser.post(paths.checkRules(), checks)).statusCode).toBe(303);
    expect((await here(allCheckRules)).at(-1)?.renewAfterMonths).toBe(24);
    const days = {
      ...from,
      moreThanDays: '2',
      inDays: '28',
      overnight: 'yes',
      supervisedExempt: 'no',
      words: 'Two in four weeks.',
      source: 'A later rule.',
    };
    expect((await browser.post(paths.activityRules(), { ...days, inDays: '2' })).statusCode).toBe(422);
    expect((await browser.post(paths.activityRules(), days)).statusCode).toBe(303);
    expect((await here(activityRules)).at(-1)?.moreThanDays).toBe(2);
  });
});

it('too many days with children are decided there, and open the way to the list for one person', async () => {
  await house.system((scope) =>
    openEligibilityReview(scope, { applicantId, crossesOn: Temporal.PlainDate.from('2026-12-07') }),
  );
  const browser = house.browser(manager);
  const shown = (await browser.get(page())).body;
  expect(shown).toContain('Monday 7 December');
  const at = /href="(\/eligibility-reviews\/[^"]+)"/.exec(shown)?.[1] ?? '';
  expect((await house.browser(practitioner).get(at)).statusCode).toBe(404);
  expect((await browser.post(at, { decision: 'fewer_days', reasoning: '' })).statusCode).toBe(422);
  expect(
    (await browser.post(at, { decision: 'ask_for_barred_list', reasoning: 'Every week.' })).statusCode,
  ).toBe(303);
  const asked = await browser.post(page(), {
    level: 'enhanced_barred',
    workforce: 'child',
    lists: 'children',
  });
  expect(asked.statusCode).toBe(303);
  expect((await browser.get(at)).body).toContain('Decided');
});
