import { sql } from 'kysely';
import { isId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Scores } from './question-set.shape.ts';
import type { Decision, Way } from './way.rules.ts';

export interface InterviewFacts {
  readonly id: string;
  readonly applicationId: string;
  readonly applicantId: string;
  readonly centreId: string;
  readonly questionSetId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly way: Way;
  readonly place: string;
  readonly adjustments: string;
  readonly panel: readonly [string, string];
  readonly otherTimeAt: Temporal.Instant | null;
  readonly otherTimeWords: string;
  readonly cancelledAt: Temporal.Instant | null;
  readonly cancelledWhy: string | null;
  readonly closedAt: Temporal.Instant | null;
  readonly version: number;
}

const moment = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));

const rows = ({ tx, actor }: Scope) =>
  tx.selectFrom('recruiting.interviews').selectAll().where('organisation_id', '=', actor.organisationId);

const fromRow = (row: Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]): InterviewFacts => {
  const [one = '', other = ''] = row.panel;
  return {
    id: row.id,
    applicationId: row.application_id,
    applicantId: row.applicant_id,
    centreId: row.centre_id,
    questionSetId: row.question_set_id,
    startsAt: Temporal.Instant.from(row.starts_at),
    minutes: row.minutes,
    way: row.way as Way,
    place: row.place,
    adjustments: row.adjustments,
    panel: [one, other],
    otherTimeAt: moment(row.other_time_at),
    otherTimeWords: row.other_time_words,
    cancelledAt: moment(row.cancelled_at),
    cancelledWhy: row.cancelled_why,
    closedAt: moment(row.closed_at),
    version: row.version,
  };
};

/** The interviews of an application, the newest first, those called off as well. */
export const interviewsFor = async (
  scope: Scope,
  applicationId: string,
): Promise<readonly InterviewFacts[]> =>
  (
    await rows(scope).where('application_id', '=', applicationId).orderBy('arranged_at', 'desc').execute()
  ).map(fromRow);

/** An interview, for those who recruit at the centre and, until it is decided, the two who hold it; null for others. */
export const interviewOf = async (scope: Scope, id: string): Promise<InterviewFacts | null> => {
  if (!isId(id)) return null;
  const row = await rows(scope).where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
};

/** Whom somebody on a panel meets: the name, the role, and the application as it was sent. Nothing else of recruiting. */
export interface Met {
  readonly interviewId: string;
  readonly name: string;
  readonly calledName: string;
  readonly accessNeeds: string;
  readonly roleName: string;
  readonly centreName: string;
  readonly answers: unknown;
}

/** The same for all open interviews that the actor is to hold, or for one; see the database function. */
export const metByPanel = async (scope: Scope, interviewId: string | null): Promise<readonly Met[]> => {
  if (interviewId !== null && !isId(interviewId)) return [];
  const { rows: found } = await sql<{
    interview_id: string;
    name: string;
    called_name: string;
    access_needs: string;
    role_name: string;
    centre_name: string;
    answers: unknown;
  }>`select * from recruiting.met_by_panel(${interviewId}::uuid)`.execute(scope.tx);
  return found.map((row) => ({
    interviewId: row.interview_id,
    name: row.name,
    calledName: row.called_name,
    accessNeeds: row.access_needs,
    roleName: row.role_name,
    centreName: row.centre_name,
    answers: row.answers,
  }));
};

export interface ScoreSheet {
  readonly accountId: string;
  readonly scores: Scores;
  readonly words: Readonly<Record<string, string>>;
  readonly doneAt: Temporal.Instant | null;
}

/** The scores of an interview that the actor may see: their own, and all of them once both are done. */
export const scoresOf = async (scope: Scope, interviewId: string): Promise<readonly ScoreSheet[]> =>
  (
    await scope.tx
      .selectFrom('recruiting.interview_scores')
      .select(['account_id', 'scores', 'words', 'done_at'])
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('interview_id', '=', interviewId)
      .execute()
  ).map((row) => ({
    accountId: row.account_id,
    scores: row.scores as Scores,
    words: row.words as Readonly<Record<string, string>>,
    doneAt: moment(row.done_at),
  }));

/** Whether both of the two have finished. */
export const bothScored = async (scope: Scope, interviewId: string): Promise<boolean> =>
  (
    await sql<{ both: boolean }>`select recruiting.both_scored(${interviewId}::uuid) as both`.execute(
      scope.tx,
    )
  ).rows[0]?.both ?? false;

export interface OutcomeFacts {
  readonly decision: Decision;
  readonly reasons: string;
  readonly agreed: Scores;
  readonly feedback: string;
  readonly decidedBy: string;
  readonly decidedAt: Temporal.Instant;
}

/** What was decided after an interview; null before. */
export const outcomeOf = async (scope: Scope, interviewId: string): Promise<OutcomeFacts | null> => {
  const row = await scope.tx
    .selectFrom('recruiting.interview_outcomes')
    .select(['decision', 'reasons', 'agreed', 'feedback', 'decided_by', 'decided_at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('interview_id', '=', interviewId)
    .executeTakeFirst();
  return row
    ? {
        decision: row.decision as Decision,
        reasons: row.reasons,
        agreed: row.agreed as Scores,
        feedback: row.feedback,
        decidedBy: row.decided_by,
        decidedAt: Temporal.Instant.from(row.decided_at),
      }
    : null;
};

/** Which of these accounts cannot interview for an application: the applicant, or one of their referees. */
export const tooCloseForPanel = async (
  scope: Scope,
  applicationId: string,
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await sql<{ close: string[] }>`
        select recruiting.too_close_for_panel(${applicationId}::uuid, ${[...accountIds]}::uuid[]) as close`.execute(
        scope.tx,
      )
    ).rows[0]?.close ?? [],
  );
