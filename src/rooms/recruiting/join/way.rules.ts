import type { RouteStep, StepCode } from '../profiles/profile.shape.ts';

/**
 * How many days the rest of a route usually takes: the longest chain of steps that are not over yet, because steps that
 * run side by side do not add up. A ring in a route counts each of its steps once.
 */
export const daysToGo = (route: readonly RouteStep[], over: ReadonlySet<StepCode> = new Set()): number => {
  const from = (code: StepCode, seen: readonly StepCode[]): number => {
    const step = route.find((each) => each.code === code);
    if (!step || seen.includes(code)) return 0;
    const before = step.after.map((each) => from(each, [...seen, code]));
    return Math.max(0, ...before) + (over.has(code) ? 0 : step.days);
  };
  return Math.max(0, ...route.map((step) => from(step.code, [])));
};

/** The route in stages: what comes first, then what may begin once that is over; the steps of a stage run side by side. */
export const stagesOf = (route: readonly RouteStep[]): readonly (readonly RouteStep[])[] => {
  const known = new Set(route.map((step) => step.code));
  const stages: RouteStep[][] = [];
  const placed = new Set<StepCode>();
  while (placed.size < route.length) {
    const next = route.filter(
      (step) =>
        !placed.has(step.code) && step.after.every((before) => placed.has(before) || !known.has(before)),
    );
    if (next.length === 0) break;
    stages.push(next);
    for (const step of next) placed.add(step.code);
  }
  return stages;
};

/** A number of days as people say it, never finer than it can be promised: "4 days", "about 3 weeks", "about 3 months". */
export const roughly = (days: number): string => {
  if (days < 14) return days === 1 ? '1 day' : `${days} days`;
  if (days < 90) return `about ${Math.round(days / 7)} weeks`;
  return `about ${Math.round(days / 30)} months`;
};
