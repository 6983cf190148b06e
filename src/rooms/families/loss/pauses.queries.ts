import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Resting } from '../family.queries.ts';
import type { Decision } from './loss.rules.ts';

export interface Pause {
  readonly id: string;
  readonly personId: string;
  readonly pregnancyId: string;
  readonly centreId: string;
  readonly why: Resting;
  readonly from: Temporal.Instant;
  readonly decision: Decision | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly decidedBy: string | null;
  readonly words: string;
}

const pausesOf = (scope: Scope) =>
  scope.tx
    .selectFrom('families.pauses')
    .select([
      'id',
      'person_id',
      'pregnancy_id',
      'centre_id',
      'why',
      'from_at',
      'decision',
      'decided_at',
      'decided_by',
      'words',
    ])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('ended_at', 'is', null)
    .orderBy('from_at');

type Row = Awaited<ReturnType<ReturnType<typeof pausesOf>['execute']>>[number];

const pauseOf = (row: Row): Pause => ({
  id: row.id,
  personId: row.person_id,
  pregnancyId: row.pregnancy_id,
  centreId: row.centre_id,
  why: row.why as Resting,
  from: Temporal.Instant.from(row.from_at),
  decision: row.decision as Decision | null,
  decidedAt: row.decided_at === null ? null : Temporal.Instant.from(row.decided_at),
  decidedBy: row.decided_by,
  words: row.words,
});

/** Everyone whose messages rest, longest first. */
export const pauses = async (scope: Scope): Promise<readonly Pause[]> =>
  (await pausesOf(scope).execute()).map(pauseOf);

/** Whose messages rest and nobody has decided yet, longest first; a loss told by the parent themself needs no decision. */
export const pausesToDecide = async (scope: Scope): Promise<readonly Pause[]> =>
  (await pausesOf(scope).where('decided_at', 'is', null).where('why', '<>', 'own_loss').execute()).map(
    pauseOf,
  );

/** What rests for one parent. */
export const pausesFor = async (scope: Scope, personId: string): Promise<readonly Pause[]> =>
  (await pausesOf(scope).where('person_id', '=', personId).execute()).map(pauseOf);

/**
 * The parents of a pregnancy who rest for a loss that nobody has told them of: what they see stays as it is, because a
 * page that changes tells. For the house; nobody to anyone else.
 */
export const untoldParents = async (scope: Scope, pregnancyId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from families.untold_parents() where pregnancy_id = ${pregnancyId}`.execute(scope.tx);
  return rows.map((row) => row.person_id);
};
