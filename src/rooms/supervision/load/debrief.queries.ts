import { sql } from 'kysely';
import { accountOf, holds, isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { type DebriefState, debriefState, type Lateness, latenessOf } from './debrief.rules.ts';

export type OfferHow = 'phone' | 'face_to_face' | 'online' | 'message';

/** A talk after something hard: for whom, why, and how far it has come. */
export interface Debrief {
  readonly id: string;
  readonly centreId: string;
  readonly zone: string;
  readonly accountId: string;
  readonly name: string;
  readonly state: DebriefState;
  readonly lateness: Lateness;
  readonly openedAt: Temporal.Instant;
  readonly offerBy: Temporal.Instant;
  readonly ringNow: boolean;
  /** What it is for; both 0 where they asked for it themselves. */
  readonly hard: number;
  readonly disclosures: number;
  /** Who rings: whoever said so, else who is meant to; null where nobody is there. */
  readonly ringsId: string | null;
  readonly rings: string | null;
  readonly takenById: string | null;
  readonly offeredAt: Temporal.Instant | null;
  readonly offeredHow: OfferHow | null;
  readonly offeredWords: string;
  readonly answered: 'yes' | 'no_thanks' | null;
  readonly heldAt: Temporal.Instant | null;
  readonly heldWords: string;
  readonly version: number;
}

interface Row {
  readonly id: string;
  readonly centre_id: string;
  readonly zone: string;
  readonly account_id: string;
  readonly opened_at: string;
  readonly offer_by: string;
  readonly ring_now_at: string | null;
  readonly taken_at: string | null;
  readonly taken_by: string | null;
  readonly offered_at: string | null;
  readonly offered_how: OfferHow | null;
  readonly offered_words: string;
  readonly answered: 'yes' | 'no_thanks' | null;
  readonly held_at: string | null;
  readonly held_words: string;
  readonly closed_why: 'held' | 'no_thanks' | 'taken_back' | null;
  readonly version: number;
  readonly hard: number;
  readonly disclosures: number;
  readonly rings: string | null;
}

const moment = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));

const found = async (scope: Scope, which: ReturnType<typeof sql>): Promise<readonly Debrief[]> => {
  const { rows } = await sql<Row>`
    select d.id, d.centre_id, c.zone, d.account_id, d.opened_at, d.offer_by, d.ring_now_at, d.taken_at, d.taken_by, d.offered_at, d.offered_how,
      d.offered_words, d.answered, d.held_at, d.held_words, d.closed_why, d.version,
      (select count(*)::int from supervision.load_entries e where e.organisation_id = d.organisation_id and e.debrief_id = d.id and e.kind = 'hard' and e.taken_back_at is null) as hard,
      (select count(*)::int from supervision.load_entries e where e.organisation_id = d.organisation_id and e.debrief_id = d.id and e.kind = 'disclosure' and e.taken_back_at is null) as disclosures,
      coalesce(d.taken_by, case when d.closed_at is null then supervision.who_rings(d.account_id, d.centre_id, (${scope.now.toString()}::timestamptz at time zone c.zone)::date) end) as rings
    from supervision.debriefs d join people.centres c on c.organisation_id = d.organisation_id and c.id = d.centre_id
    where d.organisation_id = ${scope.actor.organisationId} and ${which}
    order by d.ring_now_at nulls last, d.offer_by, d.id limit 200`.execute(scope.tx);
  const names = await namesOfAccounts(
    scope,
    rows.flatMap((row) => [row.account_id, ...(row.rings ? [row.rings] : [])]),
  );
  return rows.map((row) => {
    const openedAt = Temporal.Instant.from(row.opened_at);
    const offerBy = Temporal.Instant.from(row.offer_by);
    const state = debriefState({
      takenAt: moment(row.taken_at),
      offeredAt: moment(row.offered_at),
      closedWhy: row.closed_why,
    });
    return {
      id: row.id,
      centreId: row.centre_id,
      zone: row.zone,
      accountId: row.account_id,
      name: names.get(row.account_id) ?? 'Somebody who has left',
      state,
      lateness: latenessOf({ openedAt, offerBy, state }, scope.now),
      openedAt,
      offerBy,
      ringNow: row.ring_now_at !== null,
      hard: row.hard,
      disclosures: row.disclosures,
      ringsId: row.rings,
      rings: row.rings ? (names.get(row.rings) ?? null) : null,
      takenById: row.taken_by,
      offeredAt: moment(row.offered_at),
      offeredHow: row.offered_how,
      offeredWords: row.offered_words,
      answered: row.answered,
      heldAt: moment(row.held_at),
      heldWords: row.held_words,
      version: row.version,
    };
  });
};

/** One talk, open or over; null when there is none for this actor. */
export const debriefById = async (scope: Scope, id: string): Promise<Debrief | null> =>
  (await found(scope, sql`d.id = ${id}`))[0] ?? null;

/** The open talk of a peer supporter; null where there is none. */
export const ownDebrief = async (scope: Scope, accountId: string): Promise<Debrief | null> =>
  (await found(scope, sql`d.account_id = ${accountId} and d.closed_at is null`))[0] ?? null;

/**
 * The open talks at these centres, and of those whom the actor supervises or covers for, that the actor is to see to:
 * whoever asked to be rung now first, then the soonest. A volunteer manager sees all of theirs; a coordinator those that
 * are theirs to ring, those at a centre where nobody is there to, and those that are very late. Never one's own.
 */
export const debriefsToOffer = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly Debrief[]> => {
  const me = accountOf(scope.actor);
  const all = await found(
    scope,
    sql`d.closed_at is null and d.account_id is distinct from ${me}::uuid
      and (d.centre_id = any (${[...centreIds]}::uuid[]) or d.account_id = any ((select supervision.led_accounts())::uuid[]))`,
  );
  return all.filter(
    (each) =>
      isSystem(scope.actor) ||
      each.ringsId === me ||
      each.ringsId === null ||
      each.lateness === 'very_late' ||
      holds(scope.actor, ['volunteer_manager'], each.centreId),
  );
};

/** What the supporter wrote, for themselves and for whoever has said they will ring; the oldest first. */
export const wordsOf = async (
  scope: Scope,
  debriefId: string,
): Promise<readonly { readonly at: Temporal.Instant; readonly words: string }[]> => {
  const rows = await scope.tx
    .selectFrom('supervision.load_words as w')
    .innerJoin('supervision.load_entries as e', (join) =>
      join.onRef('e.organisation_id', '=', 'w.organisation_id').onRef('e.id', '=', 'w.entry_id'),
    )
    .select(['e.at', 'w.words'])
    .where('w.organisation_id', '=', scope.actor.organisationId)
    .where('w.debrief_id', '=', debriefId)
    .where('e.taken_back_at', 'is', null)
    .orderBy('e.at')
    .execute();
  return rows.map((row) => ({ at: Temporal.Instant.from(row.at), words: row.words }));
};
