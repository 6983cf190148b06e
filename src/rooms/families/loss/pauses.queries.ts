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
 * The parents of a pregnancy who rest for a loss that nobody has told them of: nothing is decided, or that they hear
 * nothing. Whatever they see stays as it is, because a page that changes tells. Not the pregnant parent where none of
 * the parents told us: then a hospital or a midwife did, and she was there. As the house.
 */
export const untoldParents = async (scope: Scope, pregnancyId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ person_id: string }>`
    select distinct z.person_id from families.pauses z
    left join families.losses l on l.organisation_id = z.organisation_id and l.id = z.loss_id
    left join families.parents r on r.organisation_id = z.organisation_id and r.pregnancy_id = z.pregnancy_id and r.person_id = z.person_id and r.ended_at is null
    where z.organisation_id = ${scope.actor.organisationId} and z.pregnancy_id = ${pregnancyId}
      and z.why = 'linked_loss' and z.ended_at is null and (z.decided_at is null or z.decision = 'nothing')
      and (l.id is null or l.told_by_person_id is not null or r.relation is distinct from 'pregnant')`.execute(
    scope.tx,
  );
  return rows.map((row) => row.person_id);
};
