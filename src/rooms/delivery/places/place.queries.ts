import type { Scope } from '#platform/db/as-actor.ts';
import { type EndReason, type PlaceState, placeState, type Waiting } from './place.rules.ts';

export interface PlaceFacts {
  readonly id: string;
  readonly groupId: string;
  readonly centreId: string;
  readonly personId: string;
  readonly pregnancyId: string;
  readonly state: PlaceState;
  readonly offeredAt: Temporal.Instant;
  readonly answerBy: Temporal.Instant | null;
  readonly takenAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly endReason: EndReason | null;
  readonly partnerComes: boolean;
  readonly crecheChildren: number;
  readonly bring: string;
  readonly joinedAfterStart: boolean;
  readonly version: number;
}

const instant = (text: string | null) => (text ? Temporal.Instant.from(text) : null);

const places = (scope: Scope) =>
  scope.tx
    .selectFrom('delivery.places')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId);
type PlaceRow = Awaited<ReturnType<ReturnType<typeof places>['execute']>>[number];

const factsOf = (row: PlaceRow): PlaceFacts => ({
  id: row.id,
  groupId: row.group_id,
  centreId: row.centre_id,
  personId: row.person_id,
  pregnancyId: row.pregnancy_id,
  state: placeState(row),
  offeredAt: Temporal.Instant.from(row.offered_at),
  answerBy: instant(row.answer_by),
  takenAt: instant(row.taken_at),
  endedAt: instant(row.ended_at),
  endReason: row.end_reason,
  partnerComes: row.partner_comes,
  crecheChildren: row.creche_children,
  bring: row.bring,
  joinedAfterStart: row.joined_after_start,
  version: row.version,
});

/** One place, or null when there is none for this actor. */
export const placeOf = async (scope: Scope, placeId: string): Promise<PlaceFacts | null> => {
  const row = await places(scope).where('id', '=', placeId).executeTakeFirst();
  return row ? factsOf(row) : null;
};

/** The places of a group, those that hold a chair first, in the order they were taken or offered. */
export const placesIn = async (scope: Scope, groupId: string): Promise<readonly PlaceFacts[]> =>
  (await places(scope).where('group_id', '=', groupId).orderBy('offered_at').execute()).map(factsOf);

/** Every place of one person, latest first. */
export const placesOf = async (scope: Scope, personId: string): Promise<readonly PlaceFacts[]> =>
  (await places(scope).where('person_id', '=', personId).orderBy('offered_at', 'desc').execute()).map(
    factsOf,
  );

/** Every place of one person with the name of its group, latest first; '' where the actor may not see the group. */
export const placesNamed = async (
  scope: Scope,
  personId: string,
): Promise<readonly (PlaceFacts & { readonly groupName: string })[]> => {
  const rows = await scope.tx
    .selectFrom('delivery.places as p')
    .leftJoin('delivery.groups as g', (join) =>
      join.onRef('g.organisation_id', '=', 'p.organisation_id').onRef('g.id', '=', 'p.group_id'),
    )
    .selectAll('p')
    .select('g.name')
    .where('p.organisation_id', '=', scope.actor.organisationId)
    .where('p.person_id', '=', personId)
    .orderBy('p.offered_at', 'desc')
    .execute();
  return rows.map(({ name, ...row }) => ({ ...factsOf(row), groupName: name ?? '' }));
};

/** Offers nobody has answered yet at these centres, the soonest to lapse first. */
export const offersOut = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly PlaceFacts[]> =>
  centreIds.length === 0
    ? []
    : (
        await places(scope)
          .where('centre_id', 'in', [...centreIds])
          .where('taken_at', 'is', null)
          .where('declined_at', 'is', null)
          .where('lapsed_at', 'is', null)
          .where('ended_at', 'is', null)
          .where('answer_by', 'is not', null)
          .orderBy('answer_by')
          .limit(100)
          .execute()
      ).map(factsOf);

export interface WaitingRow
  extends Pick<Waiting, 'personId' | 'since' | 'dueOn' | 'language' | 'interpreterNeeded' | 'accessNeeds'> {
  readonly id: string;
  readonly centreId: string;
  readonly pregnancyId: string;
  readonly name: string;
  readonly wishes: string;
}

/** Who waits for a place in an antenatal group at these centres, longest first. */
export const waitingList = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly WaitingRow[]> => {
  if (centreIds.length === 0) return [];
  const rows = await scope.tx
    .selectFrom('delivery.waiting as w')
    .innerJoin('people.persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'w.organisation_id').onRef('p.id', '=', 'w.person_id'),
    )
    .innerJoin('families.pregnancies as g', (join) =>
      join.onRef('g.organisation_id', '=', 'w.organisation_id').onRef('g.id', '=', 'w.pregnancy_id'),
    )
    .where('w.organisation_id', '=', scope.actor.organisationId)
    .where('w.centre_id', 'in', [...centreIds])
    .where('w.ended_at', 'is', null)
    .select([
      'w.id',
      'w.centre_id',
      'w.person_id',
      'w.pregnancy_id',
      'w.since',
      'w.wishes',
      'g.due_on',
      'p.given_name',
      'p.family_name',
      'p.language',
      'p.interpreter_needed',
      'p.access_needs',
    ])
    .orderBy('w.since')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    centreId: row.centre_id,
    personId: row.person_id,
    pregnancyId: row.pregnancy_id,
    since: Temporal.Instant.from(row.since),
    wishes: row.wishes,
    dueOn: row.due_on ? Temporal.PlainDate.from(row.due_on) : null,
    name: `${row.given_name} ${row.family_name}`.trim(),
    language: row.language,
    interpreterNeeded: row.interpreter_needed,
    accessNeeds: row.access_needs,
  }));
};
