import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { courseUsable } from './course.rules.ts';
import type { CourseContent } from './course.shape.ts';

/** The one course that readiness asks for. */
export const SAFEGUARDING = 'safeguarding';

/** Who last read the whole of a course and what they decided. */
export interface CourseReview {
  readonly approved: boolean;
  readonly role: string;
  readonly words: string;
  readonly reviewedBy: string;
  readonly at: Temporal.Instant;
}

interface ReviewColumns {
  readonly approved: boolean | null;
  readonly role: string | null;
  readonly words: string | null;
  readonly reviewed_by: string | null;
  readonly at: string | null;
}

/** The latest review out of a row that was joined with it; null: nobody has read it yet. */
export const latestReview = (row: ReviewColumns): CourseReview | null =>
  row.at === null || row.approved === null
    ? null
    : {
        approved: row.approved,
        role: row.role ?? '',
        words: row.words ?? '',
        reviewedBy: row.reviewed_by ?? '',
        at: Temporal.Instant.from(row.at),
      };

export interface Course {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly effectiveFrom: Temporal.PlainDate;
  readonly minutes: number;
  /** Percent. */
  readonly passMark: number;
  readonly validMonths: number | null;
  readonly content: CourseContent;
  /** The latest review; null: a sample that nobody has reviewed. */
  readonly review: CourseReview | null;
  /** Whether applicants may be offered it and it counts. */
  readonly usable: boolean;
}

/** Every version of the course, the newest first, with its latest review. */
export const courseVersions = async (scope: Scope): Promise<readonly Course[]> => {
  const rows = await scope.tx
    .selectFrom('training.courses as c')
    .innerJoin('people.organisations as o', 'o.organisation_id', 'c.organisation_id')
    .leftJoinLateral(
      (db) =>
        db
          .selectFrom('training.course_reviews as r')
          .select(['r.approved', 'r.role', 'r.words', 'r.at', 'r.reviewed_by'])
          .whereRef('r.organisation_id', '=', 'c.organisation_id')
          .whereRef('r.course_id', '=', 'c.id')
          .orderBy('r.at', 'desc')
          .orderBy('r.id', 'desc')
          .limit(1)
          .as('review'),
      (join) => join.onTrue(),
    )
    .selectAll('c')
    .select(['o.demo', 'review.approved', 'review.role', 'review.words', 'review.at', 'review.reviewed_by'])
    .where('c.organisation_id', '=', scope.actor.organisationId)
    .where('c.code', '=', SAFEGUARDING)
    .orderBy('c.version', 'desc')
    .execute();
  return rows.map((row) => {
    const review = latestReview(row);
    return {
      id: row.id,
      code: row.code,
      version: row.version,
      name: row.name,
      effectiveFrom: Temporal.PlainDate.from(row.effective_from),
      minutes: row.minutes,
      passMark: row.pass_mark,
      validMonths: row.valid_months,
      content: row.content as unknown as CourseContent,
      review,
      usable: courseUsable(review, row.demo),
    };
  });
};

/** The course of these versions that is offered on a day: the newest in effect that may be used; null when there is none. */
export const offered = (versions: readonly Course[], on: Temporal.PlainDate): Course | null =>
  versions.find((each) => each.usable && Temporal.PlainDate.compare(each.effectiveFrom, on) <= 0) ?? null;

/** The course that is offered now, or null: none loaded, or nobody has approved one in an organisation that is not a demonstration. */
export const courseFor = async (scope: Scope, zone = 'Europe/London'): Promise<Course | null> =>
  offered(await courseVersions(scope), dateAt(scope.now, zone));
