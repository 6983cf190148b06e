import { type RawBuilder, sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import { isId } from '#kernel/ids.ts';
import { centresOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Centre, centres } from '#rooms/people/door.ts';
import { inForce, profileVersions } from '../profiles/profile.queries.ts';
import { type Mover, STEP_CODES, type StepCode } from '../profiles/profile.shape.ts';
import { RECRUITS } from '../recruiting.policy.ts';
import { applicationState, daysWaiting } from '../route/application.rules.ts';
import type { InPipeline, PipelineFilter, WhichState } from './pipeline.rules.ts';

export const PAGE = 50;
const BOARD = 200;
const FILE = 10_000;

export interface Pipeline {
  readonly filter: PipelineFilter;
  readonly rows: readonly InPipeline[];
  /** How many the filter finds on all pages. */
  readonly total: number;
  /** The place of the first row among all of them, from 1. */
  readonly first: number;
  readonly more: boolean;
  /** The centres at which the actor recruits. */
  readonly centres: readonly Centre[];
  readonly roles: readonly { readonly code: string; readonly name: string }[];
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  readonly today: Temporal.PlainDate;
}

interface Row {
  readonly id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly role: string;
  readonly centre_id: string;
  readonly centre: string;
  readonly zone: string;
  readonly open: readonly { code: StepCode; mover: Mover; since: string; due: string }[];
  readonly enquired_at: string;
  readonly talked_at: string | null;
  readonly applied_at: string | null;
  readonly offered_at: string | null;
  readonly accepted_at: string | null;
  readonly welcomed_at: string | null;
  readonly paused_at: string | null;
  readonly paused_until_on: string | null;
  readonly withdrawn_at: string | null;
  readonly declined_at: string | null;
  readonly may_reapply_on: string | null;
  readonly last_heard_at: string;
  readonly source_kind: string | null;
  readonly source_name: string | null;
  readonly reach: 'email' | 'text' | null;
  readonly total: number;
}

const LIVE = sql`a.withdrawn_at is null and a.declined_at is null and a.welcomed_at is null`;
const GOING = sql`${LIVE} and a.paused_at is null`;

const standing: Readonly<Record<WhichState, RawBuilder<unknown>>> = {
  all: sql`true`,
  live: LIVE,
  ended: sql`not (${LIVE})`,
  enquired: sql`${GOING} and coalesce(a.talked_at, a.applied_at, a.offered_at, a.accepted_at) is null`,
  talked: sql`${GOING} and a.talked_at is not null and coalesce(a.applied_at, a.offered_at, a.accepted_at) is null`,
  applied: sql`${GOING} and a.applied_at is not null and coalesce(a.offered_at, a.accepted_at) is null`,
  offered: sql`${GOING} and a.offered_at is not null and a.accepted_at is null`,
  accepted: sql`${GOING} and a.accepted_at is not null`,
  paused: sql`${LIVE} and a.paused_at is not null`,
  welcomed: sql`a.welcomed_at is not null`,
  declined: sql`a.declined_at is not null and a.welcomed_at is null`,
  withdrawn: sql`a.withdrawn_at is not null and a.declined_at is null and a.welcomed_at is null`,
};

const contains = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

const OPEN_STEPS = sql`from recruiting.steps s where s.organisation_id = a.organisation_id and s.application_id = a.id
  and s.done_at is null and s.waived_at is null`;

/** What a filter asks of the rows; a step, its mover and its waiting are asked of one and the same open step. */
const asked = (filter: PipelineFilter, now: Temporal.Instant): RawBuilder<unknown> => {
  const wanted: RawBuilder<unknown>[] = [standing[filter.state]];
  const { step, mover, waiting, quiet, role, source, search } = filter;
  if (step !== null || mover !== null || waiting !== null) {
    const ofStep = [
      ...(step === null ? [] : [sql`s.code = ${step}`]),
      ...(mover === null ? [] : [sql`s.mover = ${mover}`]),
      ...(waiting === null
        ? []
        : [sql`s.mover_since < ${now.subtract({ hours: 24 * (waiting + 1) }).toString()}::timestamptz`]),
    ];
    // Nobody is waited for while somebody rests.
    wanted.push(sql`${mover === null && waiting === null ? LIVE : GOING}`);
    wanted.push(sql`exists (select 1 ${OPEN_STEPS} and ${sql.join(ofStep, sql` and `)})`);
  }
  if (quiet !== null)
    wanted.push(sql`${GOING} and a.last_heard_at < ${now.subtract({ hours: 24 * quiet }).toString()}::timestamptz
      and exists (select 1 ${OPEN_STEPS} and s.mover = 'applicant')`);
  if (role !== null) wanted.push(sql`r.code = ${role}`);
  if (source !== null)
    wanted.push(
      isId(source)
        ? sql`p.source_id = ${source}`
        : sql`coalesce(src.kind, nullif(p.heard_from, '')) = ${source}`,
    );
  if (search !== '')
    wanted.push(sql`lower(concat_ws(' ', p.given_name, p.family_name, p.known_as)) like ${contains(search)}`);
  return sql.join(wanted, sql` and `);
};

const select = async (
  { tx, actor, now }: Scope,
  {
    centreIds,
    where,
    limit,
    offset,
  }: {
    readonly centreIds: readonly string[];
    readonly where: RawBuilder<unknown>;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ readonly rows: readonly InPipeline[]; readonly total: number }> => {
  const { rows } = await sql<Row>`
    select a.id, p.given_name, p.family_name, r.content ->> 'name' as role, a.centre_id, c.name as centre, c.zone, o.open,
      a.enquired_at, a.talked_at, a.applied_at, a.offered_at, a.accepted_at, a.welcomed_at, a.paused_at, a.paused_until_on,
      a.withdrawn_at, a.declined_at, a.may_reapply_on, a.last_heard_at,
      coalesce(src.kind, nullif(p.heard_from, '')) as source_kind, src.name as source_name,
      case when p.email is not null then 'email' when p.phone is not null and p.may_text then 'text' end as reach,
      (count(*) over ())::int as total
    from recruiting.applications a
    join recruiting.applicants p on p.organisation_id = a.organisation_id and p.id = a.applicant_id
    join recruiting.role_profiles r on r.organisation_id = a.organisation_id and r.id = a.profile_id
    join people.centres c on c.organisation_id = a.organisation_id and c.id = a.centre_id
    left join recruiting.sources src on src.organisation_id = p.organisation_id and src.id = p.source_id
    cross join lateral (
      select coalesce(json_agg(json_build_object('code', s.code, 'mover', s.mover, 'since', s.mover_since, 'due', s.due_on)
          order by array_position(${[...STEP_CODES]}::text[], s.code)), '[]') as open,
        min(s.due_on) as due, min(s.mover_since) as since
      ${OPEN_STEPS} and ${LIVE}
    ) o
    where a.organisation_id = ${actor.organisationId} and a.centre_id = any (${[...centreIds]}::uuid[]) and ${where}
    order by coalesce(a.paused_at is null and o.due < (${now.toString()}::timestamptz at time zone c.zone)::date, false) desc,
      a.paused_at is not null, o.since, a.enquired_at, a.id
    limit ${limit} offset ${offset}`.execute(tx);
  return { rows: rows.map((row) => shown(row, now)), total: rows[0]?.total ?? 0 };
};

const moment = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
const date = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));

const shown = (row: Row, now: Temporal.Instant): InPipeline => {
  const enquiredAt = Temporal.Instant.from(row.enquired_at);
  const lastHeardAt = Temporal.Instant.from(row.last_heard_at);
  const today = dateAt(now, row.zone);
  const pausedAt = moment(row.paused_at);
  return {
    applicationId: row.id,
    name: `${row.given_name} ${row.family_name}`.trim(),
    role: row.role,
    centreId: row.centre_id,
    centre: row.centre,
    state: applicationState({
      enquiredAt,
      talkedAt: moment(row.talked_at),
      appliedAt: moment(row.applied_at),
      offeredAt: moment(row.offered_at),
      acceptedAt: moment(row.accepted_at),
      welcomedAt: moment(row.welcomed_at),
      pausedAt,
      withdrawnAt: moment(row.withdrawn_at),
      declinedAt: moment(row.declined_at),
    }),
    pausedUntil: date(row.paused_until_on),
    mayReapplyOn: date(row.may_reapply_on),
    open: row.open.map(({ code, mover, since, due }) => {
      const dueOn = Temporal.PlainDate.from(due);
      return {
        code,
        mover,
        days: daysWaiting(Temporal.Instant.from(since), now),
        dueOn,
        overdue: pausedAt === null && Temporal.PlainDate.compare(dueOn, today) < 0,
      };
    }),
    enquiredAt,
    daysSince: daysWaiting(enquiredAt, now),
    lastHeardAt,
    quietDays: daysWaiting(lastHeardAt, now),
    sourceKind: row.source_kind,
    sourceName: row.source_name,
    reach: row.reach,
  };
};

/** The centres at which the actor recruits. */
const theirCentres = async (scope: Scope): Promise<readonly Centre[]> => {
  const mine = centresOf(scope.actor, RECRUITS);
  return mine.length === 0 ? [] : (await centres(scope)).filter(({ id }) => mine.includes(id));
};

/**
 * The applications of the actor's centres that a filter finds: overdue first, then the longest waiting. A page of 50, a
 * board of 200, or with `whole` everything, as the file has it. Nobody finds their own.
 */
export const pipeline = async (
  scope: Scope,
  filter: PipelineFilter,
  { whole = false }: { readonly whole?: boolean } = {},
): Promise<Pipeline> => {
  const there = await theirCentres(scope);
  const chosen = there.filter(({ id }) => filter.centreId === null || id === filter.centreId);
  const size = whole ? FILE : filter.view === 'board' ? BOARD : PAGE;
  const offset = whole ? 0 : (filter.page - 1) * size;
  const today = dateAt(scope.now, there[0]?.zone ?? 'Europe/London');
  const found =
    chosen.length === 0
      ? { rows: [], total: 0 }
      : await select(scope, {
          centreIds: chosen.map(({ id }) => id),
          where: asked(filter, scope.now),
          limit: size,
          offset,
        });
  const sources = await scope.tx
    .selectFrom('recruiting.sources')
    .select(['id', 'name', 'centre_id'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('name')
    .limit(200)
    .execute();
  return {
    filter,
    ...found,
    first: offset + 1,
    more: offset + found.rows.length < found.total,
    centres: there,
    roles: inForce(await profileVersions(scope), today).map(({ code, content }) => ({
      code,
      name: content.name,
    })),
    sources: sources.filter(({ centre_id }) => there.some(({ id }) => id === centre_id)),
    today,
  };
};

/** These applications, where the actor recruits; others are left out. In the order of the list. */
export const inPipeline = async (
  scope: Scope,
  applicationIds: readonly string[],
): Promise<readonly InPipeline[]> => {
  const mine = centresOf(scope.actor, RECRUITS);
  const ids = applicationIds.filter(isId);
  if (mine.length === 0 || ids.length === 0) return [];
  const { rows } = await select(scope, {
    centreIds: mine,
    where: sql`a.id = any (${ids}::uuid[])`,
    limit: BOARD,
    offset: 0,
  });
  return rows;
};
