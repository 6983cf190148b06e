import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { LearnerNamed } from '../outside/people.queries.ts';
import { learnerName } from '../outside/people.queries.ts';
import { type Syllabus, syllabus, syllabusFor } from '../syllabus/syllabus.queries.ts';
import { type Cohort, cohortsByIds, type Meeting, meetingsIn, type Place } from './cohort.queries.ts';
import { type Cell, cellsOf, type Picture, pictureOf } from './progress.queries.ts';

/** Where one person stands in their training, from everything that is known. */
export interface Training {
  /** The syllabus of their cohort, else the one in use; null when there is none. */
  readonly syllabus: Syllabus | null;
  /** The cohort they are in now, or were in last; null: none so far. */
  readonly cohort: Cohort | null;
  readonly place: Place | null;
  readonly meetings: readonly Meeting[];
  readonly cells: readonly Cell[];
  readonly picture: Picture;
}

/** What is known of somebody's training and the actor may see. */
export const trainingOf = async (scope: Scope, applicantId: string, zone: string): Promise<Training> => {
  const picture = await pictureOf(scope, { applicantId });
  const cohorts = await cohortsByIds(
    scope,
    picture.places.map(({ cohortId }) => cohortId),
  );
  const placed = picture.places.filter(({ cohortId }) => cohorts.some(({ id }) => id === cohortId));
  const place =
    placed.findLast(({ leftAt, takenAt }) => !leftAt && takenAt) ??
    placed.findLast(({ leftAt }) => !leftAt) ??
    placed.at(-1) ??
    null;
  const cohort = cohorts.find(({ id }) => id === place?.cohortId) ?? null;
  const living = place && !place.leftAt && place.takenAt ? place : null;
  const from = cohort ? await syllabus(scope, cohort.syllabusId) : await syllabusFor(scope, zone);
  const meetings = cohort ? await meetingsIn(scope, [cohort.id]) : [];
  return {
    syllabus: from,
    cohort,
    place,
    meetings,
    cells: cellsOf(
      {
        ...picture,
        units: from?.content.units.map(({ code }) => code) ?? [],
        meetings,
      },
      { applicantId, place: living },
      scope.now,
    ),
    picture,
  };
};

/** Whose training it is: for those who recruit at the centre, and whoever trains them now; null for others, and oneself. */
export const traineeNamed = async (scope: Scope, applicantId: string): Promise<LearnerNamed | null> => {
  const found = await learnerName(scope, applicantId);
  if (found) return found;
  const { rows } = await sql<{ applicant_id: string; centre_id: string; name: string; zone: string }>`
    select * from training.led_trainee(${applicantId})`.execute(scope.tx);
  const [row] = rows;
  return row
    ? { applicantId: row.applicant_id, centreId: row.centre_id, name: row.name, zone: row.zone }
    : null;
};
