import { lifecycle, move } from '#kernel/lifecycle.ts';
import type { Mover, RouteStep, StepCode } from '../profiles/profile.shape.ts';

export type ApplicationState =
  | 'enquired'
  | 'talked'
  | 'applied'
  | 'offered'
  | 'accepted'
  | 'welcomed'
  | 'paused'
  | 'withdrawn'
  | 'declined';

export type ApplicationVerb =
  | 'talk'
  | 'apply'
  | 'offer'
  | 'accept'
  | 'welcome'
  | 'pause'
  | 'go_on'
  | 'withdraw'
  | 'decline';

const LIVE = ['enquired', 'talked', 'applied', 'offered', 'accepted'] as const;

/**
 * Where an application can stand. References, check, interview and course run side by side while it is `applied`; each
 * is a step of its own. A pause goes back to where it was, which the moments still say.
 */
export const applicationLife = lifecycle<ApplicationState, ApplicationVerb>({
  name: 'volunteer application',
  states: {
    enquired: 'an enquiry',
    talked: 'talked about',
    applied: 'being looked at',
    offered: 'offered a role',
    accepted: 'waiting for the induction',
    welcomed: 'welcomed',
    paused: 'resting',
    withdrawn: 'withdrawn',
    declined: 'not taken further',
  },
  moves: {
    talk: { from: ['enquired'], to: 'talked', words: 'talked about' },
    // Somebody who is well known may apply without a conversation, where the route says so.
    apply: { from: ['enquired', 'talked'], to: 'applied', words: 'sent in' },
    offer: { from: ['applied'], to: 'offered', words: 'offered' },
    accept: { from: ['offered'], to: 'accepted', words: 'accepted' },
    welcome: { from: ['accepted'], to: 'welcomed', words: 'welcomed' },
    pause: { from: LIVE, to: 'paused', words: 'rested' },
    go_on: { from: ['paused'], to: 'enquired', words: 'taken up again' },
    withdraw: { from: [...LIVE, 'paused'], to: 'withdrawn', words: 'withdrawn' },
    decline: { from: [...LIVE, 'paused'], to: 'declined', words: 'declined' },
  },
});

/** The moments of an application; each null until it came. */
export interface Moments {
  readonly enquiredAt: Temporal.Instant;
  readonly talkedAt: Temporal.Instant | null;
  readonly appliedAt: Temporal.Instant | null;
  readonly offeredAt: Temporal.Instant | null;
  readonly acceptedAt: Temporal.Instant | null;
  readonly welcomedAt: Temporal.Instant | null;
  readonly pausedAt: Temporal.Instant | null;
  readonly withdrawnAt: Temporal.Instant | null;
  readonly declinedAt: Temporal.Instant | null;
}

/** Where an application stands, from its moments: an end first, then a pause, then the furthest step taken. */
export const applicationState = (moments: Moments): ApplicationState => {
  if (moments.welcomedAt) return 'welcomed';
  if (moments.declinedAt) return 'declined';
  if (moments.withdrawnAt) return 'withdrawn';
  if (moments.pausedAt) return 'paused';
  if (moments.acceptedAt) return 'accepted';
  if (moments.offeredAt) return 'offered';
  if (moments.appliedAt) return 'applied';
  return moments.talkedAt ? 'talked' : 'enquired';
};

/** Whether an application still goes on (a pause goes on as well). */
export const isLive = (state: ApplicationState): boolean =>
  !['welcomed', 'withdrawn', 'declined'].includes(state);

/** Refuses a verb that is not possible from here, in words; see `move`. */
export const assertMove = (verb: ApplicationVerb, moments: Moments): void => {
  move(applicationLife, verb, applicationState(moments));
};

/** One step of one application, as it stands. */
export interface StepFacts {
  readonly code: StepCode;
  readonly openedAt: Temporal.Instant;
  readonly dueOn: Temporal.PlainDate;
  readonly mover: Mover;
  readonly moverSince: Temporal.Instant;
  readonly doneAt: Temporal.Instant | null;
  readonly waivedAt: Temporal.Instant | null;
  readonly waivedWhy: string | null;
}

/** Whether nothing more is asked in a step: done, or not needed. */
export const isOver = (step: Pick<StepFacts, 'doneAt' | 'waivedAt'>): boolean =>
  step.doneAt !== null || step.waivedAt !== null;

/** The steps of a route that may open now: not open yet, and everything before them is over. Steps run side by side. */
export const stepsToOpen = (
  route: readonly RouteStep[],
  steps: readonly Pick<StepFacts, 'code' | 'doneAt' | 'waivedAt'>[],
): readonly RouteStep[] => {
  const opened = new Set(steps.map((step) => step.code));
  const over = new Set(steps.filter(isOver).map((step) => step.code));
  // A step that a route names and does not have would keep everything behind it waiting for ever.
  const known = new Set(route.map((step) => step.code));
  return route.filter(
    (step) => !opened.has(step.code) && step.after.every((before) => over.has(before) || !known.has(before)),
  );
};

/** The steps that are open now, in the order of the route. */
export const openSteps = (
  route: readonly RouteStep[],
  steps: readonly StepFacts[],
): readonly (StepFacts & { readonly step: RouteStep })[] =>
  route.flatMap((step) => {
    const found = steps.find((each) => each.code === step.code && !isOver(each));
    return found ? [{ ...found, step }] : [];
  });

/** Whole days somebody has been waited for, on a day of the centre. */
export const daysWaiting = (since: Temporal.Instant, now: Temporal.Instant): number =>
  Math.max(0, Math.floor(since.until(now).total('hours') / 24));

/** What a route must be before it is kept: each step once, every `after` in the route, and no ring. Empty when sound. */
export const routeFaults = (route: readonly RouteStep[]): readonly string[] => {
  const codes = route.map((step) => step.code);
  const faults: string[] = [];
  for (const step of route) {
    if (codes.filter((code) => code === step.code).length > 1) faults.push(`“${step.name}” is there twice.`);
    for (const before of step.after)
      if (!codes.includes(before)) faults.push(`“${step.name}” waits for a step that is not in the route.`);
  }
  let over: StepCode[] = [];
  for (;;) {
    const next = stepsToOpen(
      route,
      over.map((code) => ({ code, doneAt: Temporal.Instant.fromEpochMilliseconds(0), waivedAt: null })),
    );
    if (next.length === 0) break;
    over = [...over, ...next.map((step) => step.code)];
  }
  for (const step of route)
    if (!over.includes(step.code))
      faults.push(`“${step.name}” can never begin: the steps wait for one another.`);
  return [...new Set(faults)];
};
