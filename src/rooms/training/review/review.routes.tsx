import { notSensitive, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { courseVersions } from '../course/course.queries.ts';
import * as paths from '../paths.ts';
import { mayReadCourse, mayReviewCourse } from '../training.policy.ts';
import { reviewCourse } from './review.commands.ts';
import { reviewForm } from './review.form.ts';
import { ELearningPage, ReadModulePage, ReviewCoursePage } from './review.pages.tsx';

const OF_NOBODY = 'the words of a course, and which colleague approved them';

export const reviewRoutes: readonly Route[] = [
  page({
    path: paths.eLearning,
    load: async (scope) => {
      const versions = await courseVersions(scope);
      return {
        versions,
        names: await namesOfAccounts(
          scope,
          versions.flatMap(({ review }) => (review ? [review.reviewedBy] : [])),
        ),
      };
    },
    can: (actor) => mayReadCourse(actor),
    audit: notSensitive(OF_NOBODY),
    show: (facts, view) => <ELearningPage facts={facts} view={view} />,
  }),
  page({
    path: paths.readModule,
    load: async (scope, { params }) => {
      const course = (await courseVersions(scope)).find(({ id }) => id === params.courseId);
      const part = (course?.content.modules.findIndex(({ code }) => code === params.module) ?? -1) + 1;
      const module = course?.content.modules[part - 1];
      return course && module ? { course, module, part } : null;
    },
    can: (actor) => mayReadCourse(actor),
    audit: notSensitive(OF_NOBODY),
    show: (facts, view) => <ReadModulePage facts={facts} view={view} />,
  }),
  page({
    path: paths.reviewCourse,
    load: async (scope, { params }) => {
      const course = (await courseVersions(scope)).find(({ id }) => id === params.courseId);
      return course ? { course } : null;
    },
    can: (actor) => mayReviewCourse(actor),
    audit: notSensitive(OF_NOBODY),
    form: reviewForm,
    submit: async (scope, { role, approved, words }, { course }) => {
      await reviewCourse(scope, { courseId: course.id, role, approved, words });
      return {
        to: paths.eLearning(),
        notice: approved
          ? { happened: 'The course is approved.', next: 'From now on it is offered, and it counts.' }
          : { happened: 'The course is sent back.', next: 'It is not offered until it is approved.' },
      };
    },
    show: ({ course }, view) => <ReviewCoursePage course={course} view={view} />,
  }),
];
