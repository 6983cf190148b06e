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
