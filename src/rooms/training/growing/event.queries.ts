import { sql } from 'kysely';
import { NotFound } from '#kernel/refusal.ts';
import { accountOf, centresOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { EventKind, EventMoments } from './event.rules.ts';

/** Something to learn at together, as the actor may see it. */
export interface LearningEvent extends EventMoments {
  readonly id: string;
  readonly centreId: string;
  readonly zone: string;
  readonly kind: EventKind;
  readonly title: string;
  readonly about: string;
  /** The unit that is gone over again, or `safeguarding`; null: none. */
  readonly renews: string | null;
  readonly ledBy: string;
  readonly place: string;
  /** How many may come; null: as many as like. */
  readonly places: number | null;
  /** How many said yes. */
  readonly coming: number;
  readonly sequence: number;
  readonly changedAt: Temporal.Instant;
  readonly calledOffWhy: string | null;
  readonly version: number;
  /** What the actor said; null: nothing yet. */
  readonly said: 'yes' | 'no' | null;
  readonly came: boolean | null;
  /** What the actor took from it. */
  readonly took: string;
}

const rowsFor = (scope: Scope, accountId: string | null) =>
  scope.tx
    .selectFrom('training.learning_events as e')
    .innerJoin('people.centres as c', (join) =>
      join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.centre_id'),
    )
    .leftJoin('training.event_answers as a', (join) =>
      join
        .onRef('a.organisation_id', '=', 'e.organisation_id')
        .onRef('a.event_id', '=', 'e.id')
        .on('a.account_id', '=', accountId),
    )
    .selectAll('e')
    .select(['c.zone', 'a.said', 'a.came', 'a.took'])
    .where('e.organisation_id', '=', scope.actor.organisationId);

type Row = Awaited<ReturnType<ReturnType<typeof rowsFor>['execute']>>[number];

const moment = (text: string | null): Temporal.Instant | null =>
  text === null ? null : Temporal.Instant.from(text);

const comingTo = async (scope: Scope, eventIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (eventIds.length === 0) return new Map();
  const { rows } = await sql<{ event_id: string; coming: number }>`
    select event_id, coming from training.coming_to(${[...eventIds]}::uuid[])`.execute(scope.tx);
  return new Map(rows.map((row) => [row.event_id, row.coming]));
};

const withCounts = async (scope: Scope, rows: readonly Row[]): Promise<readonly LearningEvent[]> => {
  const coming = await comingTo(
    scope,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    centreId: row.centre_id,
    zone: row.zone,
    kind: row.kind as EventKind,
    title: row.title,
    about: row.about,
    renews: row.renews,
    ledBy: row.led_by,
    place: row.place_words,
    places: row.places,
    coming: coming.get(row.id) ?? 0,
    sequence: row.sequence,
    startsAt: Temporal.Instant.from(row.starts_at),
    minutes: row.minutes,
    changedAt: Temporal.Instant.from(row.changed_at),
    calledOffAt: moment(row.called_off_at),
    calledOffWhy: row.called_off_why,
    closedAt: moment(row.closed_at),
    version: row.version,
    said: row.said === 'yes' || row.said === 'no' ? row.said : null,
    came: row.came,
    took: row.took ?? '',
  }));
};

/** How long events that are over stay on the list, for the line somebody writes and for who came. */
const STAYS = { hours: 24 * 60 };

/** What lies ahead and the last sixty days at the actor's centres, the earliest first; with what the actor said. */
export const eventsFor = async (scope: Scope): Promise<readonly LearningEvent[]> => {
  const at = centresOf(scope.actor);
  if (at.length === 0) return [];
  return withCounts(
    scope,
    await rowsFor(scope, accountOf(scope.actor))
      .where('e.centre_id', 'in', [...at])
      .where('e.starts_at', '>=', scope.now.subtract(STAYS).toString())
      .orderBy('e.starts_at')
      .orderBy('e.id')
      .limit(200)
      .execute(),
  );
};

/** One event with what the actor said, or null when there is none that they may see. */
export const eventById = async (scope: Scope, eventId: string): Promise<LearningEvent | null> => {
  const row = await rowsFor(scope, accountOf(scope.actor)).where('e.id', '=', eventId).executeTakeFirst();
  if (!row) return null;
  const [event] = await withCounts(scope, [row]);
  return event ?? null;
};

/** One event for a verb. Raises NotFound when there is none that the actor may see. */
export const eventFound = async (scope: Scope, eventId: string): Promise<LearningEvent> => {
  const event = await eventById(scope, eventId);
  if (!event) throw new NotFound('event');
  return event;
};

/** Somebody's answer, for those who plan. */
export interface EventAnswer {
  readonly accountId: string;
  readonly said: 'yes' | 'no' | null;
  readonly came: boolean | null;
  readonly took: string;
}

/** Every answer to an event that the actor may see: all of them for those who plan at its centre. */
export const answersTo = async (scope: Scope, eventId: string): Promise<readonly EventAnswer[]> => {
  const rows = await scope.tx
    .selectFrom('training.event_answers')
    .select(['account_id', 'said', 'came', 'took'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('event_id', '=', eventId)
    .orderBy('account_id')
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    said: row.said === 'yes' || row.said === 'no' ? row.said : null,
    came: row.came,
    took: row.took,
  }));
};

/**
 * What is still ahead for somebody of the team at the centres the actor may see, the soonest first, with what that
 * account said; called-off ones are left out. For Today.
 */
export const eventsAhead = async (scope: Scope, accountId: string): Promise<readonly LearningEvent[]> => {
  const at = centresOf(scope.actor);
  if (at.length === 0) return [];
  return withCounts(
    scope,
    await rowsFor(scope, accountId)
      .where('e.centre_id', 'in', [...at])
      .where('e.starts_at', '>', scope.now.toString())
      .where('e.called_off_at', 'is', null)
      .orderBy('e.starts_at')
      .orderBy('e.id')
      .limit(50)
      .execute(),
  );
};

/** Events at these centres that are over and of which nobody has written down who came, the oldest first. For Today. */
export const eventsToClose = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly LearningEvent[]> => {
  if (centreIds.length === 0) return [];
  return withCounts(
    scope,
    await rowsFor(scope, accountOf(scope.actor))
      .where('e.centre_id', 'in', [...centreIds])
      .where('e.called_off_at', 'is', null)
      .where('e.closed_at', 'is', null)
      .where(
        sql<boolean>`e.starts_at + make_interval(mins => e.minutes) <= ${scope.now.toString()}::timestamptz`,
      )
      .orderBy('e.starts_at')
      .orderBy('e.id')
      .limit(100)
      .execute(),
  );
};

/** The events of one account whose answer was yes or who came, in a stretch of time; called-off ones too. */
export const eventsOf = async (
  scope: Scope,
  accountId: string,
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<readonly LearningEvent[]> =>
  withCounts(
    scope,
    await rowsFor(scope, accountId)
      .where((match) => match.or([match('a.said', '=', 'yes'), match('a.came', '=', true)]))
      .where('e.starts_at', '>=', from.toString())
      .where('e.starts_at', '<', until.toString())
      .orderBy('e.starts_at')
      .orderBy('e.id')
      .limit(1000)
      .execute(),
  );
