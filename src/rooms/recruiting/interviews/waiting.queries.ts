import { sql } from 'kysely';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { metByPanel } from './interview.queries.ts';

export interface OwnInterview {
  readonly id: string;
  readonly name: string;
  readonly roleName: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly way: string;
  readonly place: string;
  /** Whether the actor has finished scoring. */
  readonly done: boolean;
  readonly both: boolean;
}

/** The open interviews that the actor holds, the next one first. */
export const interviewsOf = async (scope: Scope): Promise<readonly OwnInterview[]> => {
  const account = accountOf(scope.actor);
  if (account === null) return [];
  const met = new Map((await metByPanel(scope, null)).map((each) => [each.interviewId, each]));
  if (met.size === 0) return [];
  const rows = await scope.tx
    .selectFrom('recruiting.interviews as i')
    .leftJoin('recruiting.interview_scores as s', (join) =>
      join
        .onRef('s.organisation_id', '=', 'i.organisation_id')
        .onRef('s.interview_id', '=', 'i.id')
        .on('s.account_id', '=', account),
    )
    .select(['i.id', 'i.starts_at', 'i.minutes', 'i.way', 'i.place', 's.done_at'])
    .select(sql<boolean>`recruiting.both_scored(i.id)`.as('both'))
    .where('i.organisation_id', '=', scope.actor.organisationId)
    .where('i.id', 'in', [...met.keys()])
    .orderBy('i.starts_at')
    .limit(100)
    .execute();
  return rows.flatMap((row) => {
    const who = met.get(row.id);
    return who
      ? [
          {
            id: row.id,
            name: who.name,
            roleName: who.roleName,
            startsAt: Temporal.Instant.from(row.starts_at),
            minutes: row.minutes,
            way: row.way,
            place: row.place,
            done: row.done_at !== null,
            both: row.both,
          },
        ]
      : [];
  });
};

export interface ToDecide {
  readonly interviewId: string;
  readonly applicationId: string;
  readonly centreId: string;
  readonly name: string;
  readonly startsAt: Temporal.Instant;
  /** Why it is here: both have scored, or the applicant asked for another time. */
  readonly why: 'both_scored' | 'other_time';
}

/** Interviews of these centres that wait for those who recruit, the oldest first. */
export const interviewsToDecide = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly ToDecide[]> => {
  if (centreIds.length === 0) return [];
  const rows = await scope.tx
    .selectFrom('recruiting.interviews as i')
    .innerJoin('recruiting.applicants as p', (join) =>
      join.onRef('p.organisation_id', '=', 'i.organisation_id').onRef('p.id', '=', 'i.applicant_id'),
    )
    .innerJoin('recruiting.applications as a', (join) =>
      join.onRef('a.organisation_id', '=', 'i.organisation_id').onRef('a.id', '=', 'i.application_id'),
    )
    .select([
      'i.id',
      'i.application_id',
      'i.centre_id',
      'i.starts_at',
      'i.other_time_at',
      'p.given_name',
      'p.family_name',
      'p.known_as',
    ])
    .where('i.organisation_id', '=', scope.actor.organisationId)
    .where('i.centre_id', 'in', [...centreIds])
    .where('i.cancelled_at', 'is', null)
    .where('i.closed_at', 'is', null)
    .where('a.withdrawn_at', 'is', null)
    .where('a.declined_at', 'is', null)
    .where('a.welcomed_at', 'is', null)
    .where((where) =>
      where.or([where('i.other_time_at', 'is not', null), sql<boolean>`recruiting.both_scored(i.id)`]),
    )
    .orderBy('i.starts_at')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    interviewId: row.id,
    applicationId: row.application_id,
    centreId: row.centre_id,
    name: `${row.known_as ?? row.given_name} ${row.family_name}`.trim(),
    startsAt: Temporal.Instant.from(row.starts_at),
    why: row.other_time_at === null ? 'both_scored' : 'other_time',
  }));
};
