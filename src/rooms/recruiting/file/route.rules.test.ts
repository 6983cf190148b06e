import { expect, test } from 'vitest';
import { usualRoute } from '../profiles/content/route.ts';
import type { StepCode } from '../profiles/profile.shape.ts';
import type { ApplicationState, StepFacts } from '../route/application.rules.ts';
import { routeStanding } from './route.rules.ts';

const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const today = Temporal.PlainDate.from('2026-11-23');
const step = (code: StepCode, dueOn: string, done = false): StepFacts => ({
  code,
  openedAt: now.subtract({ hours: 24 * 12 }),
  dueOn: Temporal.PlainDate.from(dueOn),
  mover: 'applicant',
  moverSince: now.subtract({ hours: 24 * 12 + 5 }),
  doneAt: done ? now : null,
  waivedAt: null,
  waivedWhy: null,
});
const standing = (steps: readonly StepFacts[], state: ApplicationState = 'enquired') =>
  routeStanding({ steps, state, profile: { content: { route: usualRoute } } }, today, now);

test('an open step says how long it has waited and how late it is; what is to come says what it waits for', () => {
  const [conversation, application, references] = standing([step('conversation', '2026-11-20')]);
  expect(conversation).toMatchObject({ stands: 'open', waited: 12, late: 3, waitsFor: [] });
  expect(application).toMatchObject({ stands: 'later', late: 0, waitsFor: ['A conversation'] });
  expect(references?.waitsFor).toEqual(['Your application']);
});

test('nothing is late that is in time, over, resting or ended', () => {
  for (const [steps, state] of [
    [[step('conversation', '2026-11-23')], 'enquired'],
    [[step('conversation', '2026-11-01', true)], 'talked'],
    [[step('conversation', '2026-11-01')], 'paused'],
    [[step('conversation', '2026-11-01')], 'withdrawn'],
  ] as const)
    expect(standing(steps, state)[0]?.late, state).toBe(0);
});

test('the offer waits only for what is not over yet', () => {
  const over = (['conversation', 'application', 'references', 'check', 'course'] as const).map((code) =>
    step(code, '2026-12-01', true),
  );
  const all = standing([...over, step('interview', '2026-12-01')], 'applied');
  expect(all.find((each) => each.step.code === 'offer')?.waitsFor).toEqual(['A personal interview']);
});
