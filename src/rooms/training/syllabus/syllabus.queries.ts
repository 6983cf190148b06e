import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type CourseReview, latestReview } from '../course/course.queries.ts';
import { courseUsable } from '../course/course.rules.ts';
import type { SyllabusContent } from './syllabus.shape.ts';

/** The one syllabus of the core training. */
export const CORE = 'core';

export interface Syllabus {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly effectiveFrom: Temporal.PlainDate;
  readonly content: SyllabusContent;
  /** Who made this version; null: it came with Kith. */
  readonly madeBy: string | null;
  readonly madeAt: Temporal.Instant;
  /** The latest review; null: a sample that nobody has reviewed. */
  readonly review: CourseReview | null;
  /** Whether cohorts may open with it. */
  readonly usable: boolean;
}

const rowsOf = (scope: Scope) =>
  scope.tx
    .selectFrom('training.syllabi as s')
    .innerJoin('people.organisations as o', 'o.organisation_id', 's.organisation_id')
    .leftJoinLateral(
      (db) =>
        db
          .selectFrom('training.syllabus_reviews as r')
          .select(['r.approved', 'r.role', 'r.words', 'r.at', 'r.reviewed_by'])
          .whereRef('r.organisation_id', '=', 's.organisation_id')
          .whereRef('r.syllabus_id', '=', 's.id')
          .orderBy('r.at', 'desc')
          .orderBy('r.id', 'desc')
          .limit(1)
          .as('review'),
      (join) => join.onTrue(),
    )
    .selectAll('s')
    .select(['o.demo', 'review.approved', 'review.role', 'review.words', 'review.at', 'review.reviewed_by'])
    .where('s.organisation_id', '=', scope.actor.organisationId);

type SyllabusRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

const syllabusOf = (row: SyllabusRow): Syllabus => {
  const review = latestReview(row);
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    name: row.name,
    effectiveFrom: Temporal.PlainDate.from(row.effective_from),
    content: row.content as unknown as SyllabusContent,
    madeBy: row.made_by,
    madeAt: Temporal.Instant.from(row.made_at),
    review,
    usable: courseUsable(review, row.demo),
  };
};

/** Every version of the syllabus, the newest first, with its latest review. */
export const syllabusVersions = async (scope: Scope): Promise<readonly Syllabus[]> =>
  (await rowsOf(scope).where('s.code', '=', CORE).orderBy('s.version', 'desc').execute()).map(syllabusOf);

/** One version, or null: there is none, or it is not of this organisation. */
export const syllabus = async (scope: Scope, id: string): Promise<Syllabus | null> => {
  const row = await rowsOf(scope).where('s.id', '=', id).executeTakeFirst();
  return row ? syllabusOf(row) : null;
};

/** The version of these that a cohort planned on a day opens with: the newest in effect that may be used; null when there is none. */
export const inUse = (versions: readonly Syllabus[], on: Temporal.PlainDate): Syllabus | null =>
  versions
    .filter((each) => each.usable && Temporal.PlainDate.compare(each.effectiveFrom, on) <= 0)
    .toSorted((one, other) => other.version - one.version)[0] ?? null;

/** The syllabus a new cohort opens with now, or null: none loaded, or nobody has approved one in an organisation that is not a demonstration. */
export const syllabusFor = async (scope: Scope, zone = 'Europe/London'): Promise<Syllabus | null> =>
  inUse(await syllabusVersions(scope), dateAt(scope.now, zone));
