import type { AccountActor } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Ground } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting, walkTo } from '../../recruiting/application.fixture.ts';
import { shippedCourses } from '../content/all.ts';
import { reviewCourse } from '../review/review.commands.ts';
import { courseVersions } from './course.queries.ts';
import type { CourseModule } from './course.shape.ts';
import { beginCourse, questionsAnswered, screenRead } from './learn.commands.ts';
import { learnerBySecret, learnerSignedIn, type Standing, standingOf } from './learner.queries.ts';
import { loadCourses } from './load.commands.ts';

const [course] = shippedCourses;
if (!course) throw new Error('no course ships');

/** The parts of the course that ships. */
export const parts: readonly CourseModule[] = course.content.modules;

/** Right answers to all questions of a part, or wrong ones to as many as told. */
export const answersTo = (module: CourseModule, wrong = 0): Record<string, readonly string[]> =>
  Object.fromEntries(
    module.questions.map(({ code, options }, at) => [
      code,
      options.filter((option) => option.right !== at < wrong).map((option) => option.code),
    ]),
  );

export interface Applicant {
  readonly applicationId: string;
  readonly applicantId: string;
  readonly secret: string;
}

/** An applicant who has come to the course. */
export const applicantAtCourse = async (ground: Ground, givenName = 'Marta'): Promise<Applicant> => {
  const asked = await enquire(ground, { givenName });
  await walkTo(ground, asked.applicationId, ['conversation', 'application']);
  return asked;
};

/** The course loaded and approved by a practitioner, and roles open. Answers the course's id. */
export const openCourse = async (ground: Ground, { approved = true } = {}): Promise<string> => {
  await openRecruiting(ground);
  await ground.system(loadCourses);
  const id = await ground.system(async (scope) => (await courseVersions(scope))[0]?.id ?? '');
  if (approved) {
    const practitioner = await ground.member('Joanne Price', ['practitioner']);
    await ground.as(practitioner, (scope) =>
      reviewCourse(scope, { courseId: id, role: 'Health visitor', approved: true, words: '' }),
    );
  }
  return id;
};

/** A learner by link, as the house sees them on such an errand. */
export const bySecret = async (scope: Scope, secret: string): Promise<Standing> => {
  const learner = await learnerBySecret(scope, secret);
  if (!learner) throw new Error('no such learner');
  return standingOf(scope, learner);
};

/** A learner signed in. */
export const signedIn = async (scope: Scope): Promise<Standing> => {
  const learner = await learnerSignedIn(scope, 'Europe/London');
  if (!learner) throw new Error('not a learner');
  return standingOf(scope, learner);
};

/** Somebody in the middle of things: runs each step in a transaction of its own, as the house or as themselves. */
export const walker = (ground: Ground, who: { readonly secret: string } | AccountActor) => {
  const run = <T>(work: (scope: Scope, standing: Standing) => Promise<T>): Promise<T> =>
    'secret' in who
      ? ground.system(async (scope) => work(scope, await bySecret(scope, who.secret)))
      : ground.as(who, async (scope) => work(scope, await signedIn(scope)));
  const read = async (module: CourseModule) => {
    for (const screen of module.screens.keys())
      await run((scope, standing) =>
        screenRead(scope, standing, { module: module.code, screen: screen + 1 }),
      );
  };
  return {
    run,
    begin: () => run(beginCourse),
    read,
    answer: (module: CourseModule, wrong = 0) =>
      run((scope, standing) =>
        questionsAnswered(scope, standing, { module: module.code, answers: answersTo(module, wrong) }),
      ),
    /** The whole course, from the first page to the last question. */
    all: async () => {
      await run(beginCourse);
      for (const module of parts) {
        await read(module);
        await run((scope, standing) =>
          questionsAnswered(scope, standing, { module: module.code, answers: answersTo(module) }),
        );
      }
    },
  };
};
