import { daysBetween } from '#kernel/dates.ts';
import type { Mover, RouteStep } from '../profiles/profile.shape.ts';
import type { ApplicationFacts } from '../route/application.queries.ts';
import { type ApplicationState, daysWaiting, isLive, type StepFacts } from '../route/application.rules.ts';

/** Where one step of the route stands for one application. */
export interface StepStanding {
  readonly step: RouteStep;
  readonly stands: 'done' | 'waived' | 'open' | 'later';
  /** What has opened of it; null for a step that has not begun. */
  readonly facts: StepFacts | null;
  /** Whole days that whoever has to move has had; 0 for a step that is over or has not begun. */
  readonly waited: number;
  /** Days past the day on which it usually ends; 0 when it is in time. */
  readonly late: number;
  /** The names of the steps it still waits for. */
  readonly waitsFor: readonly string[];
}

/** The whole route with where each step stands, in its order. A rest counts for nobody, so nothing is late in it. */
export const routeStanding = (
  application: Pick<ApplicationFacts, 'steps' | 'state'> & {
    readonly profile: { readonly content: { readonly route: readonly RouteStep[] } };
  },
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): readonly StepStanding[] => {
  const { route } = application.profile.content;
  const runs = isLive(application.state) && application.state !== 'paused';
  return route.map((step) => {
    const facts = application.steps.find((each) => each.code === step.code) ?? null;
    const stands = !facts ? 'later' : facts.doneAt ? 'done' : facts.waivedAt ? 'waived' : 'open';
    const waitsFor = route
      .filter((each) => step.after.includes(each.code))
      .filter((each) => {
        const before = application.steps.find((found) => found.code === each.code);
        return !before?.doneAt && !before?.waivedAt;
      })
      .map((each) => each.name);
    return {
      step,
      stands,
      facts,
      waited: facts && stands === 'open' ? daysWaiting(facts.moverSince, now) : 0,
      late: facts && stands === 'open' && runs ? Math.max(0, daysBetween(facts.dueOn, today)) : 0,
      waitsFor: stands === 'later' ? waitsFor : [],
    };
  });
};

/** Whose move it is, as those who recruit say it. */
export const moverWords = (mover: Mover, calledName: string): string =>
  ({
    applicant: `${calledName} moves next`,
    us: 'We move next',
    referees: 'The referees move next',
    panel: 'The interviewers move next',
  })[mover];

/** How an application stands, in a word or two for a tag. */
export const stateWords: Readonly<Record<ApplicationState, string>> = {
  enquired: 'Asked about it',
  talked: 'Talked with us',
  applied: 'Being looked at',
  offered: 'Offered a role',
  accepted: 'Said yes',
  welcomed: 'Welcomed',
  paused: 'Resting',
  withdrawn: 'Does not go on',
  declined: 'Not taken further',
};
