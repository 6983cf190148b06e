import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualRoute } from '../profiles/content/route.ts';
import { type RouteStep, STEP_CODES, type StepCode } from '../profiles/profile.shape.ts';
import {
  type ApplicationVerb,
  applicationLife,
  applicationState,
  routeFaults,
  stepsToOpen,
} from './application.rules.ts';

const at = (hour: number) => Temporal.Instant.from('2026-11-23T00:00:00Z').add({ hours: hour });
const blank = {
  enquiredAt: at(0),
  talkedAt: null,
  appliedAt: null,
  offeredAt: null,
  acceptedAt: null,
  welcomedAt: null,
  pausedAt: null,
  withdrawnAt: null,
  declinedAt: null,
};

describe('where an application stands', () => {
  it('is read from its moments: an end first, then a pause, then the furthest step', () => {
    expect(applicationState(blank)).toBe('enquired');
    expect(applicationState({ ...blank, appliedAt: at(2) })).toBe('applied');
    expect(applicationState({ ...blank, appliedAt: at(2), pausedAt: at(3) })).toBe('paused');
    expect(applicationState({ ...blank, pausedAt: at(3), withdrawnAt: at(4) })).toBe('withdrawn');
    expect(applicationState({ ...blank, acceptedAt: at(3), welcomedAt: at(4), pausedAt: at(2) })).toBe(
      'welcomed',
    );
  });

  it('leads nowhere from an end', () => {
    for (const verb of Object.keys(applicationLife.moves) as ApplicationVerb[])
      for (const end of ['welcomed', 'withdrawn', 'declined'] as const)
        expect(applicationLife.moves[verb].from.includes(end), `${verb} from ${end}`).toBe(false);
  });
});

describe('a route', () => {
  const done = (code: StepCode) => ({ code, doneAt: at(1), waivedAt: null });

  it('comes to its end whatever the order in which side by side steps end', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (choice) => {
        let steps: ReturnType<typeof done>[] = [];
        let open: readonly RouteStep[] = stepsToOpen(usualRoute, []);
        const openNow: StepCode[] = open.map((step) => step.code);
        while (openNow.length > 0) {
          const next = openNow.splice((choice.next().value ?? 0) % openNow.length, 1)[0];
          if (!next) break;
          steps = [...steps, done(next)];
          const waiting = openNow.map((code) => ({ code, doneAt: null, waivedAt: null }));
          open = stepsToOpen(usualRoute, [...steps, ...waiting]);
          openNow.push(...open.map((step) => step.code));
        }
        expect(steps.map((step) => step.code).sort()).toEqual([...STEP_CODES].sort());
        // Nobody is welcomed before what protects families is over.
        const place = (code: StepCode) => steps.findIndex((step) => step.code === code);
        for (const before of ['references', 'check', 'interview', 'course'] as const)
          expect(place(before)).toBeLessThan(place('offer'));
      }),
    );
  });

  it('says what is wrong with a ring, a step twice, and a step that is not there', () => {
    expect(routeFaults(usualRoute)).toEqual([]);
    const ring = usualRoute.map((step) =>
      step.code === 'conversation' ? { ...step, after: ['induction' as const] } : step,
    );
    expect(routeFaults(ring).some((fault) => fault.includes('wait for one another'))).toBe(true);
    expect(routeFaults([...usualRoute, ...usualRoute.slice(0, 1)])[0]).toContain('twice');
    expect(routeFaults(usualRoute.filter((step) => step.code !== 'check'))[0]).toContain('not in the route');
  });
});
