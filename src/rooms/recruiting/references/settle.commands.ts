import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { ApplicationFacts } from '../route/application.queries.ts';
import { isLive, isOver } from '../route/application.rules.ts';
import { passMove, stepDone } from '../route/steps.commands.ts';
import { refereesOf } from './reference.queries.ts';
import { whoMoves } from './reference.rules.ts';
import { rulesOn } from './rules.queries.ts';

/** Whether the references of this application are still being asked for. */
export const referencesOpen = (application: Pick<ApplicationFacts, 'state' | 'steps'>): boolean =>
  isLive(application.state) && application.steps.some((step) => step.code === 'references' && !isOver(step));

/** After anything that happened to a referee: says whose move it is, or that the step is done. */
export const settleReferences = async (scope: Scope, application: ApplicationFacts): Promise<void> => {
  if (!referencesOpen(application)) return;
  const rules = await rulesOn(scope, dateAt(scope.now, application.zone));
  const states = (await refereesOf(scope, application.id)).map(({ state }) => state);
  const mover = whoMoves(states, rules.needed);
  if (mover === 'over') await stepDone(scope, { applicationId: application.id, code: 'references' });
  else await passMove(scope, { applicationId: application.id, code: 'references', mover });
};
