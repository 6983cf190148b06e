import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting } from '../application.fixture.ts';
import { layDownChecks } from '../check.fixture.ts';
import { loadCheckRules } from '../checks/rules.commands.ts';
import {
  decideReview,
  declareSetting,
  endSetting,
  layDownActivityRule,
  type NewSetting,
  openEligibilityReview,
} from './activity.commands.ts';
import { activityRules, openReviewsAt, reviewsOf, settingsOf } from './activity.queries.ts';
import { daysOf, ruleOn } from './activity.rules.ts';

let stand: Stand;
let manager: AccountActor;
let lead: AccountActor;
let applicantId: string;

const day = (text: string) => Temporal.PlainDate.from(text);

beforeAll(async () => {
  stand = await openStand();
  await openRecruiting(stand);
  lead = await layDownChecks(stand);
  manager = await stand.member('Helen Park', ['volunteer_manager']);
}, 60_000);
afterAll(() => stand.close());
beforeEach(async () => {
  ({ applicantId } = await enquire(stand));
});

const school = (changed: Partial<NewSetting> = {}): NewSetting => ({
  applicantId,
  centreId: stand.centreId,
  name: 'Brook Lane Primary',
  what: 'Hears children read.',
  daysOfWeek: [2],
  fromOn: day('2026-11-01'),
  untilOn: null,
  dates: [],
  overnight: false,
  ...changed,
});

const declaredDays = async (from: string, until: string) =>
  stand.system(async ({ tx }) =>
    (
      await sql<{
        day: string;
      }>`select declared_days::text as day from recruiting.declared_days(${stand.organisationId}, ${applicantId}, ${from}, ${until}) order by 1`.execute(
        tx,
      )
    ).rows.map((row) => row.day),
  );

describe('other places with children', () => {
  it('are said by those who recruit, and end on a day', async () => {
    const settingId = await stand.as(manager, (scope) => declareSetting(scope, school()));
    expect(await declaredDays('2026-11-01', '2026-11-30')).toEqual([
      '2026-11-03',
      '2026-11-10',
      '2026-11-17',
      '2026-11-24',
    ]);
    await stand.as(manager, (scope) => endSetting(scope, { settingId, lastOn: day('2026-11-12') }));
    expect(await declaredDays('2026-11-01', '2026-11-30')).toEqual(['2026-11-03', '2026-11-10']);
    const [setting] = await stand.as(manager, (scope) => settingsOf(scope, [applicantId]));
    expect(setting).toMatchObject({ name: 'Brook Lane Primary', untilOn: day('2026-11-12') });
    expect(await stand.announced('recruiting.settings_changed')).toContainEqual(
      expect.objectContaining({ applicantId }),
    );
  });

  it('that were never so count on no day', async () => {
    const settingId = await stand.as(manager, (scope) => declareSetting(scope, school()));
    await stand.as(manager, (scope) => endSetting(scope, { settingId, lastOn: day('2026-10-31') }));
    expect(await declaredDays('2026-10-01', '2026-12-31')).toEqual([]);
  });

  it('are said by the volunteer for themselves, and for nobody else', async () => {
    const volunteer = await stand.member('Marta Nowak', ['peer_supporter']);
    const other = await enquire(stand);
    await stand.owner.query('update recruiting.applicants set person_id = $1 where id = $2', [
      volunteer.personId,
      applicantId,
    ]);
    const settingId = await stand.as(volunteer, (scope) => declareSetting(scope, school()));
    expect(await stand.as(volunteer, (scope) => settingsOf(scope, [applicantId]))).toHaveLength(1);
    await stand.as(volunteer, (scope) => endSetting(scope, { settingId, lastOn: day('2026-11-12') }));
    await expect(
      stand.as(volunteer, (scope) => declareSetting(scope, school({ applicantId: other.applicantId }))),
    ).rejects.toMatchObject({ code: '42501' });
    const theirs = await stand.as(manager, (scope) =>
      declareSetting(scope, school({ applicantId: other.applicantId })),
    );
    await expect(
      stand.as(volunteer, (scope) => endSetting(scope, { settingId: theirs, lastOn: day('2026-11-12') })),
    ).rejects.toThrow(NotFound);
  });

  it('need a day, and days in order', async () => {
    for (const wrong of [
      school({ daysOfWeek: [] }),
      school({ untilOn: day('2026-10-31') }),
      school({ dates: [day('2026-10-31')] }),
    ])
      await expect(stand.as(manager, (scope) => declareSetting(scope, wrong))).rejects.toThrow(Refusal);
  });

  it('count on the same days in the database as in the rules, over both changes of the clocks and leap days', async () => {
    const dates = fc.integer({ min: 0, max: 900 }).map((shift) => day('2026-10-01').add({ days: shift }));
    const settings = fc.record({
      daysOfWeek: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
      dates: fc.array(dates, { minLength: 1, maxLength: 5 }),
      fromOn: dates,
      untilOn: fc.option(dates),
      overnight: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(settings, { minLength: 1, maxLength: 3 }),
        dates,
        fc.integer({ min: 0, max: 400 }),
        async (made, from, length) => {
          const until = from.add({ days: length });
          const fresh = newId();
          await stand.owner.query(
            `insert into recruiting.applicants (organisation_id, id, centre_id, given_name, made_at) values ($1, $2, $3, 'Ana', now())`,
            [stand.organisationId, fresh, stand.centreId],
          );
          for (const each of made)
            await stand.owner.query(
              `insert into recruiting.declared_settings (organisation_id, id, centre_id, applicant_id, name, days_of_week, from_on, until_on, dates, overnight, declared_at) values ($1, $2, $3, $4, 'x', $5, $6, $7, $8, $9, now())`,
              [
                stand.organisationId,
                newId(),
                stand.centreId,
                fresh,
                each.daysOfWeek,
                String(each.fromOn),
                each.untilOn?.toString() ?? null,
                each.dates.map(String),
                each.overnight,
              ],
            );
          applicantId = fresh;
          const read = await stand.system((scope) => settingsOf(scope, [fresh]));
          expect(daysOf(read, from, until)).toEqual(daysOf(made, from, until));
          expect(await declaredDays(String(from), String(until))).toEqual(
            daysOf(made, from, until).map(({ on }) => String(on)),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the rules about days with children', () => {
  const limit = (on: string) =>
    stand.system(
      async ({ tx }) =>
        (
          await sql<{
            more_than: number;
            in_days: number;
            supervised_exempt: boolean;
          }>`select * from recruiting.activity_limit(${stand.organisationId}, ${on})`.execute(tx)
        ).rows[0],
    );

  it('came with the organisation, change on 1 September 2026, and are loaded once', async () => {
    await stand.system(loadCheckRules);
    expect(await stand.system(activityRules)).toHaveLength(2);
    expect(await limit('2026-08-31')).toEqual({ more_than: 3, in_days: 30, supervised_exempt: true });
    expect(await limit('2026-09-01')).toEqual({ more_than: 3, in_days: 30, supervised_exempt: false });
    expect(await limit('2012-09-09')).toBeUndefined();
  });

  it('are corrected by those who shape roles, and the database follows on the same day', async () => {
    const stricter = {
      effectiveFrom: day('2027-04-01'),
      moreThanDays: 2,
      inDays: 28,
      overnight: true,
      supervisedExempt: false,
      words: 'Two days in twenty-eight.',
      source: 'A later rule.',
    };
    await expect(stand.as(manager, (scope) => layDownActivityRule(scope, stricter))).rejects.toMatchObject({
      code: '42501',
    });
    await stand.as(lead, (scope) => layDownActivityRule(scope, stricter));
    const rules = await stand.as(manager, activityRules);
    for (const on of ['2027-03-31', '2027-04-01', '2028-02-29'])
      expect((await limit(on))?.more_than).toBe(ruleOn(rules, day(on))?.moreThanDays);
  });
});

describe('a decision about somebody’s days', () => {
  it('is opened once, decided by a named person, and not opened again for the same crossing', async () => {
    const open = (crossesOn: string) =>
      stand.system((scope) => openEligibilityReview(scope, { applicantId, crossesOn: day(crossesOn) }));
    expect(await open('2026-12-14')).toBe(true);
    expect(await open('2026-12-14')).toBe(false);
    const waiting = await stand.as(manager, (scope) => openReviewsAt(scope, [stand.centreId]));
    const review = waiting.find((each) => each.applicantId === applicantId);
    const decide = {
      reviewId: review?.id ?? '',
      decision: 'fewer_days' as const,
      reasoning: 'She comes every second week.',
    };
    await expect(stand.system((scope) => decideReview(scope, decide))).rejects.toThrow(Refusal);
    await stand.as(manager, (scope) => decideReview(scope, decide));
    await expect(stand.as(manager, (scope) => decideReview(scope, decide))).rejects.toThrow(
      'Somebody has decided this already',
    );
    expect(await open('2026-12-14')).toBe(false);
    expect(await open('2027-02-01')).toBe(true);
    expect(await stand.as(manager, (scope) => reviewsOf(scope, [applicantId]))).toHaveLength(2);
  });
});
