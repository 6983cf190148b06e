import type { StepCode } from '../profiles/profile.shape.ts';
import type { ApplicationFacts } from '../route/application.queries.ts';

/** What everybody is shown and told on their first day, before they meet a family. */
export const INDUCTION_POINTS = [
  {
    code: 'conduct',
    name: 'How we work together',
    words: 'The code of conduct, read and talked through; they have a copy.',
  },
  {
    code: 'boundaries',
    name: 'Boundaries',
    words: 'What the role is and what it is not; no private numbers, no lifts, no gifts, and whom to ask.',
  },
  {
    code: 'concerns',
    name: 'Raising a concern',
    words: 'Where the button is, who is told, and that 999 comes first.',
  },
  { code: 'team', name: 'The team', words: 'Who is who, and whom to ring when something is not right.' },
  {
    code: 'alone',
    name: 'Never alone',
    words: 'Two in the room, how to say where you are, and what to do when somebody does not come.',
  },
  {
    code: 'expenses',
    name: 'Expenses',
    words: 'What is paid back, how to ask for it, and that nobody pays to volunteer.',
  },
  { code: 'badge', name: 'Badge', words: 'Seen a photo ID, and given a name badge.' },
  {
    code: 'tour',
    name: 'A look round',
    words: 'Ways out, first aid, kitchen, baby changing, quiet room, where things are kept.',
  },
] as const;
export type InductionPoint = (typeof INDUCTION_POINTS)[number]['code'];

export const isInductionPoint = (code: string): code is InductionPoint =>
  INDUCTION_POINTS.some((point) => point.code === code);

/** The points not gone through yet, by name, in their order. */
export const inductionLeft = (done: readonly string[]): readonly string[] =>
  INDUCTION_POINTS.filter((point) => !done.includes(point.code)).map((point) => point.name);

/** What protects families: it must be in place before anybody is welcomed, whatever else is let go. */
export const PROTECTING = ['references', 'check', 'interview', 'course'] as const satisfies StepCode[];

/** The proof that each of them leaves. */
const proofOf = {
  references: 'references',
  check: 'clearance',
  interview: 'interview',
  course: 'course',
} as const;

const names = {
  references: 'the references',
  check: 'the check',
  interview: 'the interview',
  course: 'the safeguarding course',
} as const;

export interface Shown {
  readonly code: string;
  /** Whether it was taken back. */
  readonly withdrawn: boolean;
}

/**
 * What protects families and is not in place, in words; empty when all is. A step of the route must be done; what the
 * route does not ask for must have been shown some other way; and what was taken back counts as missing.
 */
export const missingBeforeWelcome = (
  application: Pick<ApplicationFacts, 'steps'> & {
    readonly profile: { readonly content: Pick<ApplicationFacts['profile']['content'], 'route'> };
  },
  shown: readonly Shown[],
): readonly string[] =>
  PROTECTING.filter((code) => {
    const of = shown.filter((each) => each.code === proofOf[code]);
    const stands = of.some((each) => !each.withdrawn);
    if (!stands && of.length > 0) return true;
    const inRoute = application.profile.content.route.some((step) => step.code === code);
    const done = application.steps.some((step) => step.code === code && step.doneAt !== null);
    return inRoute ? !done : !stands;
  }).map((code) => names[code]);
