import { sql } from 'kysely';
import { NotFound } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type GroupKind, type GroupStage, groupStage } from './group.rules.ts';

export interface GroupFacts {
  readonly id: string;
  readonly centreId: string;
  readonly zone: string;
  readonly nation: string;
  readonly centre: string;
  readonly kind: GroupKind;
  readonly name: string;
  readonly templateId: string;
  readonly venueId: string | null;
  readonly venue: string;
  readonly room: string;
  readonly capacity: number | null;
  readonly stepFree: boolean | null;
  readonly language: string;
  readonly places: number;
  readonly crechePlaces: number;
  readonly dueFrom: Temporal.PlainDate | null;
  readonly dueUntil: Temporal.PlainDate | null;
  readonly startsOn: Temporal.PlainDate;
  readonly at: Temporal.PlainTime;
  readonly every: 'week' | 'month';
  readonly online: boolean;
  readonly partnersWelcome: boolean;
  readonly groundRules: string;
  readonly groundRulesSaidAt: Temporal.Instant | null;
  readonly channel: string;
  readonly endedAt: string | null;
  readonly sessions: number;
  readonly past: number;
  readonly nextAt: Temporal.Instant | null;
  /** Chairs held: places taken and offers not yet answered. */
  readonly held: number;
  readonly taken: number;
  readonly stage: GroupStage;
  readonly version: number;
}

const groupRows = (scope: Scope) => {
  const now = scope.now.toString();
  return scope.tx
    .selectFrom('delivery.groups as g')
    .innerJoin('people.centres as c', (join) =>
      join.onRef('c.organisation_id', '=', 'g.organisation_id').onRef('c.id', '=', 'g.centre_id'),
    )
    .leftJoin('programme.venues as v', (join) =>
      join.onRef('v.organisation_id', '=', 'g.organisation_id').onRef('v.id', '=', 'g.venue_id'),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('delivery.sessions as s')
          .whereRef('s.organisation_id', '=', 'g.organisation_id')
          .whereRef('s.group_id', '=', 'g.id')
          .select([
            sql<number>`count(*)::int`.as('sessions'),
            sql<number>`count(*) filter (where s.ends_at < ${now}::timestamptz or s.called_off_at is not null)::int`.as(
              'past',
            ),
            sql<
              string | null
            >`min(s.starts_at) filter (where s.ends_at >= ${now}::timestamptz and s.called_off_at is null)`.as(
              'next_at',
            ),
          ])
          .as('m'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('delivery.places as p')
          .whereRef('p.organisation_id', '=', 'g.organisation_id')
          .whereRef('p.group_id', '=', 'g.id')
          .where('p.declined_at', 'is', null)
          .where('p.lapsed_at', 'is', null)
          .where('p.ended_at', 'is', null)
          .select([sql<number>`count(*)::int`.as('held'), sql<number>`count(p.taken_at)::int`.as('taken')])
          .as('h'),
      (join) => join.onTrue(),
    )
    .where('g.organisation_id', '=', scope.actor.organisationId)
    .selectAll('g')
    .select([
      'c.zone',
      'c.nation',
      'c.name as centre',
      'v.name as venue',
      'v.room',
      'v.capacity',
      'v.step_free',
      'm.sessions',
      'm.past',
      'm.next_at',
      'h.held',
      'h.taken',
    ]);
};

type GroupRow = Awaited<ReturnType<ReturnType<typeof groupRows>['execute']>>[number];

const dateOrNull = (text: string | null) => (text ? Temporal.PlainDate.from(text) : null);

const factsOf = (row: GroupRow): GroupFacts => {
  const sessions = row.sessions ?? 0;
  const past = row.past ?? 0;
  return {
    id: row.id,
    centreId: row.centre_id,
    zone: row.zone,
    nation: row.nation,
    centre: row.centre,
    kind: row.kind,
    name: row.name,
    templateId: row.template_id,
    venueId: row.venue_id,
    venue: row.venue ?? '',
    room: row.room ?? '',
    capacity: row.capacity,
    stepFree: row.step_free,
    language: row.language,
    places: row.places,
    crechePlaces: row.creche_places,
    dueFrom: dateOrNull(row.due_from),
    dueUntil: dateOrNull(row.due_until),
    startsOn: Temporal.PlainDate.from(row.starts_on),
    at: Temporal.PlainTime.from(row.at_time),
    every: row.every,
    online: row.online,
    partnersWelcome: row.partners_welcome,
    groundRules: row.ground_rules,
    groundRulesSaidAt: row.ground_rules_said_at ? Temporal.Instant.from(row.ground_rules_said_at) : null,
    channel: row.channel,
    endedAt: row.ended_at,
    sessions,
    past,
    nextAt: row.next_at ? Temporal.Instant.from(row.next_at) : null,
    held: row.held ?? 0,
    taken: row.taken ?? 0,
    stage: groupStage({ endedAt: row.ended_at, sessions, past }),
    version: row.version,
  };
};

/** The group, or null when there is none for this actor. */
export const groupOf = async (scope: Scope, groupId: string): Promise<GroupFacts | null> => {
  const row = await groupRows(scope).where('g.id', '=', groupId).executeTakeFirst();
  return row ? factsOf(row) : null;
};

/** The groups of these centres, those that still meet first, by their next session. */
export const groupsAt = async (
  scope: Scope,
  centreIds: readonly string[],
  which: 'open' | 'all' = 'open',
): Promise<readonly GroupFacts[]> => {
  if (centreIds.length === 0) return [];
  let rows = groupRows(scope).where('g.centre_id', 'in', [...centreIds]);
  if (which === 'open') rows = rows.where('g.ended_at', 'is', null);
  return (
    await rows.orderBy(sql`m.next_at asc nulls last`).orderBy('g.starts_on', 'desc').limit(300).execute()
  ).map(factsOf);
};

/** The open drop-in of a centre that a new family is invited to: the one that meets next. */
export const dropInOf = async (scope: Scope, centreId: string): Promise<GroupFacts | null> => {
  const row = await groupRows(scope)
    .where('g.centre_id', '=', centreId)
    .where('g.kind', '=', 'drop_in')
    .where('g.ended_at', 'is', null)
    .orderBy(sql`m.next_at asc nulls last`)
    .orderBy('g.made_at')
    .executeTakeFirst();
  return row ? factsOf(row) : null;
};

/** The group with its row locked until the transaction ends: what is decided about its chairs is decided one after another. Raises NotFound. */
export const lockGroup = async (scope: Scope, groupId: string): Promise<GroupFacts> => {
  await scope.tx
    .selectFrom('delivery.groups')
    .select('id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', groupId)
    .forUpdate()
    .execute();
  const group = await groupOf(scope, groupId);
  if (!group) throw new NotFound('group');
  return group;
};
