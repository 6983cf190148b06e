import { dateAt } from '../src/kernel/dates.ts';
import type { Scope } from '../src/platform/db/as-actor.ts';
import type { ApplicationFacts } from '../src/rooms/recruiting/route/application.queries.ts';
import { beginCourse, questionsAnswered, screenRead } from '../src/rooms/training/course/learn.commands.ts';
import { type Learner, standingOf } from '../src/rooms/training/course/learner.queries.ts';
import { tellOutside } from '../src/rooms/training/outside/outside.commands.ts';
import type { OnTheWay } from './applying.ts';
import { ZONE } from './telling.ts';

const learnerOf = (application: ApplicationFacts): Learner => ({
  applicantId: application.applicantId,
  centreId: application.centreId,
  name: application.name,
  zone: application.zone,
  application,
});

/** Reads so many modules to the end and answers their questions, the first one wrongly at first where told. */
export const learnsModules = async (
  scope: Scope,
  learner: Learner,
  modules: number,
  stumbles: boolean,
): Promise<void> => {
  await beginCourse(scope, await standingOf(scope, learner));
  const { course } = await standingOf(scope, learner);
  for (const [at, module] of (course?.content.modules ?? []).slice(0, modules).entries()) {
    for (const screen of module.screens.keys())
      await screenRead(scope, await standingOf(scope, learner), { module: module.code, screen: screen + 1 });
    const right = Object.fromEntries(
      module.questions.map((question) => [
        question.code,
        question.options.filter((option) => option.right).map((option) => option.code),
      ]),
    );
    if (stumbles && at === 0)
      await questionsAnswered(scope, await standingOf(scope, learner), { module: module.code, answers: {} });
    await questionsAnswered(scope, await standingOf(scope, learner), { module: module.code, answers: right });
  }
};

/** An applicant goes through the short course, or half of it. */
export const learns = (of: OnTheWay, at: number, after: number, modules = 5): void =>
  of.theirs(after, '21:30', (scope, application) =>
    learnsModules(scope, learnerOf(application), modules, at % 3 === 0),
  );

/** An applicant did a course elsewhere and says so; somebody has to look at the certificate. */
export const didOneElsewhere = (of: OnTheWay, after: number): void =>
  of.theirs(after, '12:15', (scope, application) =>
    tellOutside(
      scope,
      { applicantId: application.applicantId, centreId: application.centreId, zone: ZONE },
      {
        provider: 'Northmoor Council',
        title: 'Safeguarding, level 2',
        doneOn: dateAt(scope.now, ZONE).subtract({ days: 130 }),
        number: 'NC-2281',
      },
    ).then(() => undefined),
  );
