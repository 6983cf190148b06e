import type { Mover, RouteStep, StepCode } from '../profiles/profile.shape.ts';
import type { StepFacts } from './application.rules.ts';

/** What an applicant is thanked for when a step opens. */
const happened: Readonly<Partial<Record<StepCode, string>>> = {
  application: 'Thank you for talking with us. We would like to go on with you.',
  offer: 'Everything that we asked for is in. Thank you for all of it.',
  induction: 'You said yes, and we are glad.',
};

/** What has just happened, for the letter about steps that open together. */
export const happenedBefore = (code: StepCode): string =>
  happened[code] ?? 'We have your application. Thank you for taking the time.';

const moves: Readonly<Record<Mover, string>> = {
  applicant: 'This one is for you to do',
  us: 'We do this',
  referees: 'The people you named do this',
  panel: 'Those who meet you do this',
};

const days = (count: number) => (count === 1 ? 'one day' : `${count} days`);

/** A line of a letter about one step: its name, what happens in it, whose move it is and how long it usually takes. */
export const lineAbout = (step: RouteStep, mover: Mover): string =>
  `– ${step.name}. ${step.words} ${moves[mover]}; it usually takes ${days(Math.max(1, step.days))}.`;

/** The steps that opened at the same moment as one of them and still go on, in the order of the route. */
export const openedTogether = (
  route: readonly RouteStep[],
  steps: readonly StepFacts[],
  code: StepCode,
): readonly { readonly step: RouteStep; readonly mover: Mover }[] => {
  const opened = steps.find((each) => each.code === code)?.openedAt;
  if (!opened) return [];
  return route.flatMap((step) => {
    const found = steps.find((each) => each.code === step.code && each.openedAt.equals(opened));
    return found && !found.doneAt && !found.waivedAt ? [{ step, mover: found.mover }] : [];
  });
};
