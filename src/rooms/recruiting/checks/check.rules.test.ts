import { describe, expect, test } from 'vitest';
import {
  type CheckFacts,
  type CheckRules,
  checkRulesOn,
  checkState,
  checkSummary,
  detailDeletesOn,
  isOld,
  notAsAsked,
  renewBy,
} from './check.rules.ts';
import type { CheckKind } from './eligibility.rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const moment = Temporal.Instant.from('2026-11-23T10:00:00Z');

const rules: CheckRules = {
  effectiveFrom: day('2020-01-01'),
  renewAfterMonths: 36,
  updateServiceMonths: 12,
  freshMonths: 3,
  keepDetailMonths: 6,
};

const enhanced: CheckKind = {
  level: 'enhanced',
  workforce: 'child',
  childrenBarred: false,
  adultsBarred: false,
};

const check = (changed: Partial<CheckFacts> = {}): CheckFacts => ({
  ...enhanced,
  id: 'check',
  applicantId: 'applicant',
  applicationId: null,
  centreId: 'centre',
  decisionId: 'decision',
  freeOfCharge: true,
  requestedAt: moment,
  requestedBy: null,
  certificateNumber: null,
  issuedOn: null,
  surnameOnIt: null,
  seenAt: null,
  seenBy: null,
  outcome: null,
  updateService: false,
  consentAt: null,
  renewByOn: null,
  endedAt: null,
  endedWhy: null,
  version: 1,
  looks: [],
  ...changed,
});

describe('the days of a certificate', () => {
  test('it is done again after the months of the rules, leap days too', () => {
    expect(renewBy(day('2026-11-02'), rules).toString()).toBe('2029-11-02');
    expect(renewBy(day('2024-02-29'), rules).toString()).toBe('2027-02-28');
  });

  test('it is old the day after its fresh months are over', () => {
    expect(isOld(day('2026-08-23'), day('2026-11-23'), rules)).toBe(false);
    expect(isOld(day('2026-08-22'), day('2026-11-23'), rules)).toBe(true);
  });

  test('the detail goes six months after the decision', () => {
    expect(detailDeletesOn(day('2026-08-31'), rules).toString()).toBe('2027-02-28');
  });

  test('rules hold from their date on', () => {
    const stricter = { ...rules, effectiveFrom: day('2026-12-01'), renewAfterMonths: 24 };
    expect(checkRulesOn([rules, stricter], day('2026-11-30'))?.renewAfterMonths).toBe(36);
    expect(checkRulesOn([rules, stricter], day('2026-12-01'))?.renewAfterMonths).toBe(24);
    expect(checkRulesOn([rules], day('2019-12-31'))).toBeNull();
  });
});

test('a certificate counts only where it shows what was asked for', () => {
  expect(notAsAsked(enhanced, enhanced)).toBeNull();
  expect(notAsAsked(enhanced, { ...enhanced, level: 'basic', workforce: null })?.words).toContain('lower');
  expect(
    notAsAsked(enhanced, { ...enhanced, level: 'enhanced_barred', childrenBarred: true })?.words,
  ).toContain('give it back');
  expect(notAsAsked(enhanced, { ...enhanced, workforce: 'adult' })?.field).toBe('workforce');
  expect(
    notAsAsked(
      { ...enhanced, level: 'enhanced_barred', childrenBarred: true },
      { ...enhanced, level: 'enhanced_barred', adultsBarred: true },
    )?.field,
  ).toBe('lists');
});

describe('where a check stands', () => {
  const seen = check({
    id: 'seen',
    seenAt: moment,
    outcome: 'clear',
    issuedOn: day('2026-10-01'),
    renewByOn: day('2029-10-01'),
    certificateNumber: '001234567890',
  });

  test('asked, seen, weighed by those named, ended', () => {
    expect(checkState(check())).toBe('asked');
    expect(checkState(seen)).toBe('seen');
    expect(checkState({ ...seen, outcome: 'something' })).toBe('weighed');
    expect(checkState({ ...seen, outcome: 'something' }, 'go_ahead')).toBe('seen');
    expect(checkState({ ...seen, endedAt: moment })).toBe('ended');
  });

  test('the summary speaks of the certificate that was seen, even while the next one is awaited', () => {
    expect(checkSummary([check(), seen], rules)).toMatchObject({ checkId: 'seen', state: 'seen', level: 2 });
    expect(checkSummary([check()], rules).state).toBe('asked');
    expect(checkSummary([{ ...seen, endedAt: moment }], rules).state).toBe('none');
  });

  test('in the Update Service the next look is a year after the last', () => {
    const inIt = { ...seen, updateService: true, consentAt: moment };
    expect(checkSummary([inIt], rules).nextLookOn?.toString()).toBe('2027-10-01');
    const looked = { id: 'x', lookedOn: day('2027-09-12'), result: 'no_change' as const, lookedBy: 'y' };
    expect(checkSummary([{ ...inIt, looks: [looked] }], rules).nextLookOn?.toString()).toBe('2028-09-12');
    expect(checkSummary([seen], rules).nextLookOn).toBeNull();
  });
});
