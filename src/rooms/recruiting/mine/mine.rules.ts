import { Refusal } from '#kernel/refusal.ts';
import type { RouteStep, StepCode } from '../profiles/profile.shape.ts';
import {
  type ApplicationState,
  daysWaiting,
  isLive,
  isOver,
  type StepFacts,
} from '../route/application.rules.ts';

/** Where a step stands for the applicant: over, somebody's move, or not begun. */
export type Place = 'done' | 'not_needed' | 'yours' | 'ours' | 'referees' | 'panel' | 'later';

/** One step of the route as the applicant's page shows it. */
export interface OwnStep {
  readonly code: StepCode;
  readonly name: string;
  readonly words: string;
  readonly place: Place;
  /** How many days it usually takes. */
  readonly usually: number;
  /** How many whole days whoever moves has had it; 0 where nobody does. */
  readonly waited: number;
  readonly doneAt: Temporal.Instant | null;
}

const PLACE_OF = { applicant: 'yours', us: 'ours', referees: 'referees', panel: 'panel' } as const;

const placeOf = (step: StepFacts | undefined, offered: boolean): Place => {
  if (!step) return 'later';
  if (step.doneAt) return 'done';
  if (step.waivedAt) return 'not_needed';
  // Nobody can say yes to what has not been offered yet, whoever the route names as its mover.
  if (step.code === 'offer') return offered ? 'yours' : 'ours';
  return PLACE_OF[step.mover];
};

/** The whole route of an application, in its order, as its applicant sees it at `now`. */
export const ownSteps = (
  of: {
    readonly profile: { readonly content: { readonly route: readonly RouteStep[] } };
    readonly steps: readonly StepFacts[];
    readonly offeredAt: Temporal.Instant | null;
  },
  now: Temporal.Instant,
): readonly OwnStep[] =>
  of.profile.content.route.map(({ code, name, words, days }) => {
    const step = of.steps.find((each) => each.code === code);
    const place = placeOf(step, of.offeredAt !== null);
    return {
      code,
      name,
      words,
      place,
      usually: days,
      waited: step && !isOver(step) ? daysWaiting(step.moverSince, now) : 0,
      doneAt: step?.doneAt ?? null,
    };
  });

/** Whether the applicant can act on their application now: it goes on, and does not rest. */
export const goesOn = (state: ApplicationState): boolean => isLive(state) && state !== 'paused';

/** Refuses what an applicant does on an application that rests or has ended, and says what to do first. */
export const assertGoesOn = (state: ApplicationState): void => {
  if (goesOn(state)) return;
  throw new Refusal(
    state === 'paused'
      ? 'Your application rests just now. Take it up again on your page first.'
      : 'This application has ended. Your page says how to begin again.',
  );
};

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

const waitedFor = (subject: string, { usually, waited }: OwnStep): string => {
  const usual = `That usually takes ${days(usually)}`;
  if (waited > usually) return `${usual}. It has been ${days(waited)}, which is longer than it should be.`;
  return waited === 0 ? `${usual}.` : `${usual}; ${subject} had it for ${waited}.`;
};

const OURS: Readonly<Record<StepCode, (who: string) => string>> = {
  conversation: (who) => `It is our move: ${who} talks with you.`,
  application: (who) => `It is our move: ${who} writes it down with you.`,
  references: (who) => `It is our move: ${who} reads what your referees wrote.`,
  check: (who) => `It is our move: ${who} sees to the check.`,
  interview: (who) => `It is our move: ${who} finds a time for the interview.`,
  course: (who) => `It is our move: ${who} looks at what you did.`,
  offer: (who) => `It is our move: ${who} looks at everything together and writes to you.`,
  induction: (who) => `It is our move: ${who} asks you in for your first day.`,
};

/** Whose move a step is, how long it usually takes and how long it has been, in words. `who` is the centre's team. */
export const moveInWords = (step: OwnStep, who: string): string => {
  if (step.place === 'ours') return `${OURS[step.code](who)} ${waitedFor('we have', step)}`;
  if (step.place === 'referees')
    return `It is your referees’ move: they have our letters. ${waitedFor('they have', step)}`;
  if (step.place === 'panel')
    return `It is the move of those who meet you at the interview. ${waitedFor('they have', step)}`;
  if (step.place === 'yours') return 'It is your move, whenever you are ready.';
  return '';
};

/** What the button of a step says when it is the applicant's move. */
export const BUTTON: Readonly<Record<StepCode, string>> = {
  conversation: 'Choose a time to talk',
  application: 'Write your application',
  references: 'Name people who know you',
  check: 'See what is needed for the check',
  interview: 'See about the interview',
  course: 'Begin the course',
  offer: 'See our offer',
  induction: 'See what comes next',
};

/** Why people go, as it is kept, in the words that the one who goes would use. */
export const LEAVING = {
  time: 'I do not have the time just now',
  money: 'It would cost me too much',
  family_or_health: 'My family or my health come first',
  checks: 'I do not want the checks, or find them too much',
  too_slow: 'It took too long',
  not_what_i_thought: 'It is not what I thought it was',
  found_something_else: 'I have found something else',
  moved_away: 'I have moved away, or will',
  other: 'Something else',
} as const;
export type Leaving = keyof typeof LEAVING;
export const LEAVING_CODES = Object.keys(LEAVING) as [Leaving, ...Leaving[]];
