import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type ApplicationFacts, applicationBySecret } from '#rooms/recruiting/door.ts';
import { type Certificate, certificatesOf } from '../certificates/certificate.queries.ts';
import { lastOutside, type Outside } from '../outside/outside.queries.ts';
import { type Course, courseVersions, offered } from './course.queries.ts';
import { mayBegin, type Reached, type Tried } from './course.rules.ts';

/** Somebody who goes through the course: an applicant by their link, or a volunteer signed in. */
export interface Learner {
  readonly applicantId: string;
  readonly centreId: string;
  readonly name: string;
  readonly zone: string;
  /** What their link opens; null for somebody signed in, who may not read it. */
  readonly application: ApplicationFacts | null;
}

/** The applicant whose link this is, or null. Asked as the house. */
export const learnerBySecret = async (scope: Scope, secret: string): Promise<Learner | null> => {
  const application = await applicationBySecret(scope, secret);
  return application
    ? {
        applicantId: application.applicantId,
        centreId: application.centreId,
        name: application.name,
        zone: application.zone,
        application,
      }
    : null;
};

/** The volunteer who is signed in, or null when nothing of recruiting is kept of them. */
export const learnerSignedIn = async (scope: Scope, zone: string): Promise<Learner | null> => {
  const { rows } = await sql<{
    applicant_id: string;
    centre_id: string;
    given_name: string;
    family_name: string;
  }>`select * from training.own_learner()`.execute(scope.tx);
  const [row] = rows;
  return row
    ? {
        applicantId: row.applicant_id,
        centreId: row.centre_id,
        name: `${row.given_name} ${row.family_name}`.trim(),
        zone,
        application: null,
      }
    : null;
};

/** One time through a course. */
export interface Learning {
  readonly id: string;
  readonly courseId: string;
  readonly module: string;
  /** From 1; one more than the module has: at its questions. */
  readonly screen: number;
  readonly reached: Reached;
  readonly minutesSpent: number;
  readonly startedAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant | null;
}

/** The latest time through the course that was not put aside, finished or not; null when there was none. */
export const learningOf = async (scope: Scope, applicantId: string): Promise<Learning | null> => {
  const row = await scope.tx
    .selectFrom('training.learning')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('applicant_id', '=', applicantId)
    .where('put_aside_at', 'is', null)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        courseId: row.course_id,
        module: row.module,
        screen: row.screen,
        reached: row.reached as Reached,
        minutesSpent: Math.round(row.seconds_spent / 60),
        startedAt: Temporal.Instant.from(row.started_at),
        lastAt: Temporal.Instant.from(row.last_at),
        finishedAt: row.finished_at === null ? null : Temporal.Instant.from(row.finished_at),
      }
    : null;
};

/** A try with what was answered: for the learner alone. */
export interface Attempt extends Tried {
  readonly id: string;
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly at: Temporal.Instant;
}

/** The tries of one time through the course, oldest first. Nobody but the learner and the house sees any. */
export const attemptsOf = async (scope: Scope, learningId: string): Promise<readonly Attempt[]> => {
  const rows = await scope.tx
    .selectFrom('training.attempts')
    .select(['id', 'module', 'answers', 'right_count', 'of_count', 'passed', 'at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('learning_id', '=', learningId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    module: row.module,
    answers: row.answers as Attempt['answers'],
    right: row.right_count,
    of: row.of_count,
    passed: row.passed,
    at: Temporal.Instant.from(row.at),
  }));
};

/** Where a learner stands: everything their pages need. */
export interface Standing {
  readonly learner: Learner;
  /** The course to go through: the one begun while it may still be used, else the one offered; null when there is none. */
  readonly course: Course | null;
  /** The time through it that is open, or the last one that was finished. */
  readonly learning: Learning | null;
  readonly tries: readonly Attempt[];
  /** Newest first, withdrawn ones too. */
  readonly certificates: readonly Certificate[];
  readonly outside: Outside | null;
  readonly today: Temporal.PlainDate;
  /** Whether the route has come to the course; somebody who is welcomed may always. */
  readonly itsTime: boolean;
  readonly mayBegin: boolean;
}

/** Whether the course is their next step or behind them: their application has opened it, or they are welcomed. */
const isTheirTime = ({ application }: Learner): boolean =>
  application === null ||
  application.state === 'welcomed' ||
  (!['withdrawn', 'declined', 'paused'].includes(application.state) &&
    application.steps.some((step) => step.code === 'course'));

export const standingOf = async (scope: Scope, learner: Learner): Promise<Standing> => {
  const today = dateAt(scope.now, learner.zone);
  const versions = await courseVersions(scope);
  const learning = await learningOf(scope, learner.applicantId);
  const open = learning !== null && learning.finishedAt === null;
  const begun = open ? versions.find(({ id, usable }) => usable && id === learning.courseId) : undefined;
  const course = begun ?? offered(versions, today);
  const certificates = await certificatesOf(scope, [learner.applicantId]);
  const itsTime = isTheirTime(learner);
  return {
    learner,
    course,
    learning,
    tries: learning ? await attemptsOf(scope, learning.id) : [],
    certificates,
    outside: await lastOutside(scope, learner.applicantId),
    today,
    itsTime,
    mayBegin: itsTime && course !== null && mayBegin(certificates, today, course.content.renewFromDays),
  };
};

/** The time through the course that is open, when it may be gone on with; null otherwise. */
export const openLearning = ({ course, learning, itsTime }: Standing): Learning | null =>
  itsTime &&
  course !== null &&
  learning !== null &&
  learning.finishedAt === null &&
  learning.courseId === course.id
    ? learning
    : null;
