import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { heardFrom } from '#rooms/recruiting/door.ts';
import { issueHere } from '../certificates/issue.commands.ts';
import {
  type Answers,
  coursePassed,
  moduleState,
  nextModule,
  type Reached,
  type Score,
  scoreOf,
  screenAllowed,
  secondsSince,
} from './course.rules.ts';
import type { CourseModule } from './course.shape.ts';
import { type Learning, openLearning, type Standing } from './learner.queries.ts';

const heard = async (scope: Scope, { learner }: Standing): Promise<void> => {
  if (learner.application) await heardFrom(scope, learner.application.id);
};

/**
 * Begins the course, or goes on with the time through it that is open. One begun with a version that may no longer be
 * used is put aside. Raises Refusal when there is no course to offer, it is not time for it yet, or a certificate holds.
 */
export const beginCourse = async (scope: Scope, standing: Standing): Promise<void> => {
  const { tx, actor, now } = scope;
  const { learner, course, learning } = standing;
  if (openLearning(standing)) return;
  if (!course)
    throw new Refusal('The course cannot be offered yet. The centre tells you as soon as it can begin.');
  if (!standing.itsTime)
    throw new Refusal(
      'The course opens a little later on your way. Your own page shows what comes before it.',
    );
  if (!standing.mayBegin)
    throw new Refusal('You hold a certificate for this course, so there is nothing to do now.');
  if (learning && learning.finishedAt === null)
    await tx
      .updateTable('training.learning')
      .set({ put_aside_at: now.toString() })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', learning.id)
      .execute();
  const id = newId();
  await tx
    .insertInto('training.learning')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: learner.centreId,
      applicant_id: learner.applicantId,
      course_id: course.id,
      module: course.content.modules[0]?.code ?? '',
      screen: 1,
      started_at: now.toString(),
      last_at: now.toString(),
    })
    // Begun twice at once, in two windows: the first one stands.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await scope.audit('training.course_begun', {
    kind: 'applicant',
    id: learner.applicantId,
    centreId: learner.centreId,
  });
  await heard(scope, standing);
};

const here = (standing: Standing, code: string): { learning: Learning; module: CourseModule } => {
  const learning = openLearning(standing);
  const module = standing.course?.content.modules.find((each) => each.code === code);
  if (!learning || !module) throw new NotFound('course');
  return { learning, module };
};

interface Step {
  readonly module: string;
  readonly screen: number;
  readonly reached?: Reached;
}

/** Keeps where somebody is, and the time since the last step. */
const keep = async ({ tx, actor, now }: Scope, learning: Learning, step: Step): Promise<void> => {
  await tx
    .updateTable('training.learning')
    .set((set) => ({
      module: step.module,
      screen: step.screen,
      last_at: now.toString(),
      seconds_spent: set('seconds_spent', '+', secondsSince(learning.lastAt, now)),
      ...(step.reached && { reached: JSON.stringify(step.reached) }),
    }))
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', learning.id)
    .where('finished_at', 'is', null)
    .execute();
};

/**
 * A screen was read: the place is kept, one screen on, or at the questions after the last one. Raises NotFound without
 * a time through the course that is open or for a screen that is further than the next.
 */
export const screenRead = async (
  scope: Scope,
  standing: Standing,
  { module: code, screen }: { readonly module: string; readonly screen: number },
): Promise<{ readonly next: number | 'questions' }> => {
  const { learning, module } = here(standing, code);
  if (!screenAllowed(module, learning.reached, screen)) throw new NotFound('screen');
  const furthest = Math.max(learning.reached[code] ?? 0, screen);
  await keep(scope, learning, {
    module: code,
    screen: screen + 1,
    reached: { ...learning.reached, [code]: furthest },
  });
  await heard(scope, standing);
  return { next: screen < module.screens.length ? screen + 1 : 'questions' };
};

/**
 * The questions of a module were answered: the try is counted and kept, and when it was the last one missing the course
 * is finished and the certificate follows. Any number of tries. Raises NotFound without a time through the course that
 * is open, Refusal before the module was read to the end.
 */
export const questionsAnswered = async (
  scope: Scope,
  standing: Standing,
  { module: code, answers }: { readonly module: string; readonly answers: Answers },
): Promise<Score & { readonly finished: boolean }> => {
  const { tx, actor, now } = scope;
  const { learner, course } = standing;
  const { learning, module } = here(standing, code);
  if (!course) throw new NotFound('course');
  if (['new', 'begun'].includes(moduleState(module, learning.reached, standing.tries)))
    throw new Refusal('Read the pages of this part to the end first. Then its questions open.');
  const score = scoreOf(module.questions, answers, course.passMark);
  await tx
    .insertInto('training.attempts')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      centre_id: learner.centreId,
      applicant_id: learner.applicantId,
      learning_id: learning.id,
      course_id: course.id,
      module: code,
      answers: JSON.stringify(answers),
      right_count: score.right,
      of_count: score.of,
      passed: score.passed,
      at: now.toString(),
    })
    .execute();
  const tries = [...standing.tries, { module: code, ...score }];
  const next = nextModule(course.content, learning.reached, tries, code);
  await keep(
    scope,
    learning,
    score.passed && next && next.code !== code
      ? { module: next.code, screen: Math.min(learning.reached[next.code] ?? 0, next.screens.length) + 1 }
      : { module: code, screen: module.screens.length + 1 },
  );
  await heard(scope, standing);
  const finished = coursePassed(course.content.modules, tries, course.passMark);
  if (finished) await finishCourse(scope, learning.id);
  return { ...score, finished };
};

/** Closes a time through the course. A certificate is the house's to issue: at once on an errand, else by a job that follows. */
const finishCourse = async (scope: Scope, learningId: string): Promise<void> => {
  const { tx, actor, now } = scope;
  await tx
    .updateTable('training.learning')
    .set({ finished_at: now.toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', learningId)
    .where('finished_at', 'is', null)
    .execute();
  if (isSystem(actor)) await issueHere(scope, learningId);
  else await scope.enqueue('training.issue', { learningId });
};
