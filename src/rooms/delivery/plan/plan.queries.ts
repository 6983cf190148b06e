import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import {
  type Activity,
  activitiesByIds,
  type BlockKind,
  type Template,
  template,
} from '#rooms/programme/door.ts';
import { inTheRoom } from '../register/in-the-room.queries.ts';
import { expectedAt, type SessionFacts, sessionsBetween } from '../sessions/session.queries.ts';
import { type Done, type PlanBlock, type Present, suggested } from './plan.rules.ts';

/** The plan of a session: what the template suggests until somebody saves it (version 0). */
interface Plan {
  readonly version: number;
  readonly bring: string;
  readonly note: string;
  readonly blocks: readonly PlanBlock[];
}

/** A block of another session of the same group. */
interface CourseBlock extends PlanBlock {
  readonly sessionId: string;
  readonly number: number;
}

interface BlockRow {
  id: string;
  session_id: string;
  number: number;
  position: number;
  kind: string;
  minutes: number;
  activity_id: string | null;
  words: string;
  done: Done | null;
  adapted_how: string;
}

const blockOf = (row: BlockRow): CourseBlock => ({
  id: row.id,
  sessionId: row.session_id,
  number: row.number,
  position: row.position,
  // The kinds are the template's own; a row holds what a plan was made with.
  kind: row.kind as BlockKind,
  minutes: row.minutes,
  activityId: row.activity_id,
  words: row.words,
  done: row.done,
  adaptedHow: row.adapted_how,
});

/** The planned blocks of every session of a group, in the order of the course. */
const courseBlocks = async (scope: Scope, groupId: string): Promise<readonly CourseBlock[]> => {
  const rows = await scope.tx
    .selectFrom('delivery.plan_blocks as b')
    .innerJoin('delivery.sessions as s', (join) =>
      join.onRef('s.organisation_id', '=', 'b.organisation_id').onRef('s.id', '=', 'b.session_id'),
    )
    .where('b.organisation_id', '=', scope.actor.organisationId)
    .where('s.group_id', '=', groupId)
    .where('s.called_off_at', 'is', null)
    .select([
      'b.id',
      'b.session_id',
      's.number',
      'b.position',
      'b.kind',
      'b.minutes',
      'b.activity_id',
      'b.words',
      'b.done',
      'b.adapted_how',
    ])
    .orderBy('s.number')
    .orderBy('b.position')
    .execute();
  return rows.map(blockOf);
};

/** The blocks of one session, in order; none when it has no plan yet. */
export const blocksOf = async (scope: Scope, sessionId: string): Promise<readonly PlanBlock[]> => {
  const rows = await scope.tx
    .selectFrom('delivery.plan_blocks')
    .select([
      'id',
      'session_id',
      'position',
      'kind',
      'minutes',
      'activity_id',
      'words',
      'done',
      'adapted_how',
    ])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', sessionId)
    .orderBy('position')
    .execute();
  return rows.map((row) => blockOf({ ...row, number: 0 }));
};

/** The plan's own row; null when nobody has saved one. */
export const planRow = (scope: Scope, sessionId: string, lock: 'lock' | 'look' = 'look') => {
  const row = scope.tx
    .selectFrom('delivery.plans')
    .select(['version', 'bring', 'note'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', sessionId);
  return (lock === 'lock' ? row.forUpdate() : row).executeTakeFirst();
};

/** The structure that the group's own version of the programme gives a session of its kind. */
export const structureOf = (kept: Template, kind: SessionFacts['kind']): readonly PlanBlock[] =>
  suggested(kept.content.groupKinds.find((each) => each.code === kind)?.structure ?? []);

export interface Reflection {
  readonly wentWell: string;
  readonly nextTime: string;
  readonly takeHome: string;
}

/** Everything the planner shows. */
export interface Planner {
  readonly session: SessionFacts;
  readonly kept: Template;
  readonly plan: Plan;
  readonly course: readonly CourseBlock[];
  readonly activities: ReadonlyMap<string, Activity>;
  readonly present: readonly Present[];
  /** Somebody has a place since the ground rules were last said. */
  readonly someoneNew: boolean;
  readonly lastTime: {
    readonly number: number;
    readonly blocks: readonly CourseBlock[];
    readonly reflections: readonly Reflection[];
  } | null;
}

const reflectionsOf = async (
  scope: Scope,
  groupId: string,
  number: number,
): Promise<readonly Reflection[]> => {
  const found = await sql<{ went_well: string; next_time: string; take_home: string }>`
    select r.went_well, r.next_time, r.take_home from delivery.reflections r
    join delivery.sessions s on s.organisation_id = r.organisation_id and s.id = r.session_id
    where r.organisation_id = ${scope.actor.organisationId} and s.group_id = ${groupId}::uuid and s.number = ${number}
    order by r.written_at`.execute(scope.tx);
  return found.rows
    .map((row) => ({ wentWell: row.went_well, nextTime: row.next_time, takeHome: row.take_home }))
    .filter((each) => each.wentWell || each.nextTime || each.takeHome);
};

const presentAt = async (scope: Scope, session: SessionFacts) => {
  const expected = await expectedAt(scope, session);
  const coming = expected.filter((each) => each.coming !== false);
  const people = await inTheRoom(
    scope,
    coming.map((each) => each.personId),
    session,
  );
  const said = session.groundRulesSaidAt;
  return {
    present: coming.flatMap((each): readonly Present[] => {
      const who = people.get(each.personId);
      return who
        ? [{ weeks: who.weeks, stage: who.stage, interpreter: who.interpreter, partner: each.partnerComes }]
        : [];
    }),
    someoneNew: expected.some((each) => said === null || Temporal.Instant.compare(each.takenAt, said) > 0),
  };
};

/** What the planner needs of a session, or null when the programme it belongs to is not here. */
export const plannerOf = async (scope: Scope, session: SessionFacts): Promise<Planner | null> => {
  const kept = await template(scope, session.templateId);
  if (!kept) return null;
  const row = await planRow(scope, session.id);
  const course = await courseBlocks(scope, session.groupId);
  const own = course.filter((block) => block.sessionId === session.id);
  const ids = course.flatMap((block) => (block.activityId ? [block.activityId] : []));
  const activities = new Map((await activitiesByIds(scope, ids)).map((each) => [each.id, each]));
  const before = course.filter((block) => block.number < session.number);
  const last = Math.max(0, ...before.map((block) => block.number), session.number - 1);
  const reflections = last > 0 ? await reflectionsOf(scope, session.groupId, last) : [];
  const lastBlocks = before.filter((block) => block.number === last);
  return {
    session,
    kept,
    plan: row
      ? { version: row.version, bring: row.bring, note: row.note, blocks: own }
      : { version: 0, bring: '', note: '', blocks: structureOf(kept, session.kind) },
    course,
    activities,
    ...(await presentAt(scope, session)),
    lastTime:
      lastBlocks.length > 0 || reflections.length > 0
        ? { number: last, blocks: lastBlocks, reflections }
        : null,
  };
};

/** A plan that can be copied: of the same group first, then of others at the centre, latest first. */
export const plansToCopy = async (
  scope: Scope,
  session: SessionFacts,
): Promise<
  readonly { readonly sessionId: string; readonly groupName: string; readonly number: number }[]
> => {
  const found = await sql<{ id: string; name: string; number: number }>`
    select s.id, g.name, s.number from delivery.plans p
    join delivery.sessions s on s.organisation_id = p.organisation_id and s.id = p.session_id
    join delivery.groups g on g.organisation_id = s.organisation_id and g.id = s.group_id
    where p.organisation_id = ${scope.actor.organisationId} and s.centre_id = ${session.centreId}::uuid and s.id <> ${session.id}::uuid and g.kind = ${session.kind}
    order by (s.group_id = ${session.groupId}::uuid) desc, (s.number = ${session.number}) desc, s.starts_at desc limit 20`.execute(
    scope.tx,
  );
  return found.rows.map((row) => ({ sessionId: row.id, groupName: row.name, number: row.number }));
};

/**
 * Sessions still to come before `until` that nobody has begun to plan, earliest first. A page that has the sessions
 * of these centres already gives them as `loaded`, so that they are not read twice.
 */
export const plansMissing = async (
  scope: Scope,
  centreIds: readonly string[],
  until: Temporal.Instant,
  loaded?: readonly SessionFacts[],
): Promise<readonly SessionFacts[]> => {
  const ahead = (loaded ?? (await sessionsBetween(scope, centreIds, scope.now, until))).filter(
    (session) =>
      session.calledOffWhy === null &&
      Temporal.Instant.compare(session.startsAt, scope.now) >= 0 &&
      Temporal.Instant.compare(session.startsAt, until) < 0,
  );
  if (ahead.length === 0) return [];
  const planned = await sql<{ session_id: string }>`
    select session_id from delivery.plans where organisation_id = ${scope.actor.organisationId} and session_id = any (${ahead.map((session) => session.id)}::uuid[])`.execute(
    scope.tx,
  );
  const done = new Set(planned.rows.map((row) => row.session_id));
  return ahead.filter((session) => !done.has(session.id));
};
