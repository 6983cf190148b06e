import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { GroupKind } from '../groups/group.rules.ts';
import type { Part } from '../readiness/readiness.rules.ts';

/** One meeting of a group with what everyone who opens it needs to know. */
export interface SessionFacts {
  readonly id: string;
  readonly centreId: string;
  readonly zone: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly kind: GroupKind;
  readonly templateId: string;
  readonly number: number;
  /** How many sessions the group has in all. */
  readonly of: number;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly on: Temporal.PlainDate;
  readonly from: Temporal.PlainTime;
  readonly minutes: number;
  readonly venueId: string | null;
  readonly venue: string;
  readonly room: string;
  readonly online: boolean;
  readonly calledOffWhy: string | null;
  /** Null while the register is open. */
  readonly closed: {
    readonly happened: boolean;
    readonly whyNot: string | null;
    readonly at: Temporal.Instant;
  } | null;
  readonly groundRules: string;
  readonly groundRulesSaidAt: Temporal.Instant | null;
  readonly version: number;
}

const sessionRows = (scope: Scope) =>
  scope.tx
    .selectFrom('delivery.sessions as s')
    .innerJoin('delivery.groups as g', (join) =>
      join.onRef('g.organisation_id', '=', 's.organisation_id').onRef('g.id', '=', 's.group_id'),
    )
    .innerJoin('people.centres as c', (join) =>
      join.onRef('c.organisation_id', '=', 's.organisation_id').onRef('c.id', '=', 's.centre_id'),
    )
    .leftJoin('programme.venues as v', (join) =>
      join.onRef('v.organisation_id', '=', 's.organisation_id').onRef('v.id', '=', 's.venue_id'),
    )
    .leftJoin('delivery.register_closings as r', (join) =>
      join.onRef('r.organisation_id', '=', 's.organisation_id').onRef('r.session_id', '=', 's.id'),
    )
    .where('s.organisation_id', '=', scope.actor.organisationId)
    .select([
      's.id',
      's.centre_id',
      'c.zone',
      's.group_id',
      'g.name as group_name',
      'g.kind',
      'g.template_id',
      's.number',
      's.starts_at',
      's.ends_at',
      's.venue_id',
      'v.name as venue',
      'v.room',
      'g.online',
      's.called_off_why',
      's.called_off_at',
      'r.happened',
      'r.why_not',
      'r.closed_at',
      'g.ground_rules',
      'g.ground_rules_said_at',
      's.version',
    ])
    .select(
      sql<number>`(select count(*)::int from delivery.sessions o where o.organisation_id = s.organisation_id and o.group_id = s.group_id)`.as(
        'of',
      ),
    );

type SessionRow = Awaited<ReturnType<ReturnType<typeof sessionRows>['execute']>>[number];

const factsOf = (row: SessionRow): SessionFacts => {
  const startsAt = Temporal.Instant.from(row.starts_at);
  const endsAt = Temporal.Instant.from(row.ends_at);
  const there = startsAt.toZonedDateTimeISO(row.zone);
  return {
    id: row.id,
    centreId: row.centre_id,
    zone: row.zone,
    groupId: row.group_id,
    groupName: row.group_name,
    kind: row.kind,
    templateId: row.template_id,
    number: row.number,
    of: row.of,
    startsAt,
    endsAt,
    on: there.toPlainDate(),
    from: there.toPlainTime(),
    minutes: Math.round(startsAt.until(endsAt).total('minutes')),
    venueId: row.venue_id,
    venue: row.venue ?? '',
    room: row.room ?? '',
    online: row.online,
    calledOffWhy: row.called_off_at ? (row.called_off_why ?? '') : null,
    closed: row.closed_at
      ? { happened: row.happened ?? true, whyNot: row.why_not, at: Temporal.Instant.from(row.closed_at) }
      : null,
    groundRules: row.ground_rules,
    groundRulesSaidAt: row.ground_rules_said_at ? Temporal.Instant.from(row.ground_rules_said_at) : null,
    version: row.version,
  };
};

/** The session, or null when there is none for this actor. */
export const sessionOf = async (scope: Scope, sessionId: string): Promise<SessionFacts | null> => {
  const row = await sessionRows(scope).where('s.id', '=', sessionId).executeTakeFirst();
  return row ? factsOf(row) : null;
};

/** The sessions of a group in their order. */
export const sessionsOf = async (scope: Scope, groupId: string): Promise<readonly SessionFacts[]> =>
  (await sessionRows(scope).where('s.group_id', '=', groupId).orderBy('s.number').execute()).map(factsOf);

/** The sessions that start within a stretch of time, at these centres, earliest first. */
export const sessionsBetween = async (
  scope: Scope,
  centreIds: readonly string[],
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly SessionFacts[]> =>
  centreIds.length === 0
    ? []
    : (
        await sessionRows(scope)
          .where('s.centre_id', 'in', [...centreIds])
          .where('s.starts_at', '>=', from.toString())
          .where('s.starts_at', '<', until.toString())
          .orderBy('s.starts_at')
          .execute()
      ).map(factsOf);

/** Sessions that are over and whose register nobody has closed, oldest first; called-off ones need none. */
export const registersOpen = async (
  scope: Scope,
  centreIds: readonly string[],
  most = 50,
): Promise<readonly SessionFacts[]> =>
  centreIds.length === 0
    ? []
    : (
        await sessionRows(scope)
          .where('s.centre_id', 'in', [...centreIds])
          .where('s.ends_at', '<', scope.now.toString())
          .where('s.called_off_at', 'is', null)
          .where('r.session_id', 'is', null)
          .orderBy('s.starts_at')
          .limit(most)
          .execute()
      ).map(factsOf);

/** Somebody who may be in the room: a place taken by the day of the session and not ended before it. */
export interface Expected {
  readonly personId: string;
  readonly pregnancyId: string;
  readonly placeId: string;
  readonly takenAt: Temporal.Instant;
  readonly joinedAfterStart: boolean;
  readonly partnerComes: boolean;
  readonly crecheChildren: number;
  /** What the parent said about coming to this session; null when nothing yet. */
  readonly coming: boolean | null;
  readonly answerWords: string;
}

/**
 * Who is expected at a session: places taken before it ended and not over before it began. Names and needs are
 * asked of people's and families' doors. A place ended by a loss is left out even of sessions before it, unless
 * somebody was already marked there.
 */
export const expectedAt = async (
  scope: Scope,
  session: Pick<SessionFacts, 'id' | 'groupId' | 'startsAt' | 'endsAt'>,
): Promise<readonly Expected[]> => {
  const rows = await scope.tx
    .selectFrom('delivery.places as p')
    .leftJoin('delivery.answers as a', (join) =>
      join
        .onRef('a.organisation_id', '=', 'p.organisation_id')
        .onRef('a.person_id', '=', 'p.person_id')
        .on('a.session_id', '=', session.id),
    )
    .where('p.organisation_id', '=', scope.actor.organisationId)
    .where('p.group_id', '=', session.groupId)
    .where('p.taken_at', '<', session.endsAt.toString())
    .where((where) =>
      where.or([where('p.ended_at', 'is', null), where('p.ended_at', '>', session.startsAt.toString())]),
    )
    .select([
      'p.person_id',
      'p.pregnancy_id',
      'p.id',
      'p.taken_at',
      'p.joined_after_start',
      'p.partner_comes',
      'p.creche_children',
      'a.coming',
      'a.words',
    ])
    .orderBy('p.taken_at')
    .execute();
  return rows.flatMap((row) =>
    row.taken_at
      ? [
          {
            personId: row.person_id,
            pregnancyId: row.pregnancy_id,
            placeId: row.id,
            takenAt: Temporal.Instant.from(row.taken_at),
            joinedAfterStart: row.joined_after_start,
            partnerComes: row.partner_comes,
            crecheChildren: row.creche_children,
            coming: row.coming,
            answerWords: row.words ?? '',
          },
        ]
      : [],
  );
};

/** Who runs a group today, as account ids with their part. */
export const leadersOf = async (
  scope: Scope,
  groupId: string,
): Promise<
  readonly {
    readonly id: string;
    readonly accountId: string;
    readonly part: Part;
  }[]
> =>
  (
    await scope.tx
      .selectFrom('delivery.leaders')
      .select(['id', 'account_id', 'part'])
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('group_id', '=', groupId)
      .where('until_at', 'is', null)
      .orderBy('from_at')
      .execute()
  ).map((row) => ({ id: row.id, accountId: row.account_id, part: row.part }));

/** Who runs each of these groups today: account ids by group id, practitioners first. */
export const leadersIn = async (
  scope: Scope,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, string[]>();
  if (groupIds.length === 0) return found;
  const rows = await scope.tx
    .selectFrom('delivery.leaders')
    .select(['group_id', 'account_id'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('group_id', 'in', [...new Set(groupIds)])
    .where('until_at', 'is', null)
    .orderBy('part', 'desc')
    .orderBy('from_at')
    .execute();
  for (const row of rows) found.set(row.group_id, [...(found.get(row.group_id) ?? []), row.account_id]);
  return found;
};
