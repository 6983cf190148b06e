import { expect, test } from 'vitest';
import { firstRoles } from './content/roles.ts';
import { usualRoute } from './content/route.ts';
import { allBefore, attributeCode, profileFaults, sideBySide } from './profile.rules.ts';
import { type ProfileContent, profileContent, type RouteStep, type StepCode } from './profile.shape.ts';

const content = firstRoles[0]?.content as ProfileContent;
const withRoute = (route: readonly RouteStep[]): ProfileContent => ({ ...content, route: [...route] });
const without = (...codes: readonly StepCode[]) =>
  usualRoute
    .filter(({ code }) => !codes.includes(code))
    .map((step) => ({ ...step, after: step.after.filter((each) => !codes.includes(each)) }));
const after = (code: StepCode, before: readonly StepCode[]) =>
  usualRoute.map((step) => (step.code === code ? { ...step, after: [...before] } : step));

test('the roles that ship are sound', () => {
  for (const role of firstRoles) {
    expect(profileFaults(role.content)).toEqual([]);
    expect(profileContent.safeParse(role.content).success).toBe(true);
  }
});

test('four things run side by side after the application', () => {
  expect(sideBySide(usualRoute, 'check').map(({ code }) => code)).toEqual([
    'references',
    'interview',
    'course',
  ]);
  expect(sideBySide(usualRoute, 'offer')).toEqual([]);
  expect([...allBefore(usualRoute, 'offer')].sort()).toEqual([
    'application',
    'check',
    'conversation',
    'course',
    'interview',
    'references',
  ]);
});

test.each([
  ['no application', without('application'), 'The way in needs the application'],
  ['no offer', without('offer'), 'The way in needs the offer'],
  ['no induction', without('induction'), 'The way in needs the induction'],
  [
    'an offer before the check',
    after('offer', ['references', 'interview', 'course']),
    'The offer must wait for the check',
  ],
  [
    'an induction before the offer',
    after('induction', ['application']),
    'The induction must wait for the offer',
  ],
  ['a ring', after('application', ['offer']), 'can never begin'],
  [
    'a step that is not there',
    usualRoute.filter(({ code }) => code !== 'conversation'),
    'waits for a step that is not in the route',
  ],
])('a way in with %s is refused in words', (_, route, words) => {
  expect(profileFaults(withRoute(route)).join(' ')).toContain(words);
});

test('a role that no check is asked of, or where the talk is left out, is sound', () => {
  expect(profileFaults(withRoute(without('check')))).toEqual([]);
  expect(profileFaults(withRoute(without('conversation')))).toEqual([]);
});

test('an attribute has a code of its own, whatever its name', () => {
  expect(attributeCode('Being à l’aise', new Set())).toBe('being_a_laise');
  expect(attributeCode('Empathy', new Set(['empathy', 'empathy_2']))).toBe('empathy_3');
  expect(attributeCode('…', new Set())).toBe('attribute');
});
