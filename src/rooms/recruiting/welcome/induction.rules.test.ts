import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualRoute } from '../profiles/content/route.ts';
import type { StepCode } from '../profiles/profile.shape.ts';
import type { StepFacts } from '../route/application.rules.ts';
import {
  INDUCTION_POINTS,
  inductionLeft,
  missingBeforeWelcome,
  PROTECTING,
  type Shown,
} from './induction.rules.ts';

const at = Temporal.Instant.from('2026-11-23T10:00:00Z');
const step = (code: StepCode, how: 'done' | 'waived' | 'open'): StepFacts => ({
  code,
  openedAt: at,
  dueOn: Temporal.PlainDate.from('2026-12-01'),
  mover: 'us',
  moverSince: at,
  doneAt: how === 'done' ? at : null,
  waivedAt: how === 'waived' ? at : null,
  waivedWhy: null,
});
const missing = (steps: readonly StepFacts[], shown: readonly Shown[] = [], route = usualRoute) =>
  missingBeforeWelcome({ steps, profile: { content: { route: [...route] } } }, shown);

test('all four are needed, each done and none let go', () => {
  expect(missing([])).toHaveLength(4);
  expect(missing(PROTECTING.map((code) => step(code, 'done')))).toEqual([]);
  fc.assert(
    fc.property(fc.constantFrom(...PROTECTING), fc.constantFrom('waived', 'open'), (code, how) => {
      const steps = PROTECTING.map((each) => step(each, each === code ? (how as 'open') : 'done'));
      expect(missing(steps)).toHaveLength(1);
    }),
  );
});

test('what was taken back is missing although its step was done, and what came again stands', () => {
  const steps = PROTECTING.map((code) => step(code, 'done'));
  expect(missing(steps, [{ code: 'clearance', withdrawn: true }])).toEqual(['the check']);
  expect(
    missing(steps, [
      { code: 'clearance', withdrawn: true },
      { code: 'clearance', withdrawn: false },
    ]),
  ).toEqual([]);
});

test('a route that leaves one out does not let somebody past it', () => {
  const shorter = usualRoute.filter((each) => each.code !== 'interview');
  const steps = PROTECTING.filter((code) => code !== 'interview').map((code) => step(code, 'done'));
  expect(missing(steps, [], shorter)).toEqual(['the interview']);
  expect(missing(steps, [{ code: 'interview', withdrawn: false }], shorter)).toEqual([]);
});

test('the induction says what is left, in its order', () => {
  expect(inductionLeft([])).toHaveLength(INDUCTION_POINTS.length);
  expect(inductionLeft(INDUCTION_POINTS.map((point) => point.code))).toEqual([]);
  expect(inductionLeft(['tour', 'conduct'])[0]).toBe('Boundaries');
});
