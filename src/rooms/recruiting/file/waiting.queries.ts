import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { stepWords } from '../list/pipeline.rules.ts';
import type { StepCode } from '../profiles/profile.shape.ts';

/** What came to us late is not late at once: so many days are ours. */
const OUR_DAYS = 2;

/** Something about an application that those who recruit have to do. */
export interface WaitingOnUs {
  readonly applicationId: string;
  readonly name: string;
  readonly centreId: string;
  /** A step that is ours and late, a call that was asked for, or a welcome that could not be done. */
  readonly what: 'step' | 'asked' | 'welcome';
  /** Of a step what the team calls it; else empty. */
  readonly step: string;
  readonly since: Temporal.Instant;
  /** Of a step the day by which it usually ends, or two days after it came to us where that is later; null otherwise. */
  readonly dueOn: Temporal.PlainDate | null;
}

interface Row {
  readonly application_id: string;
  readonly name: string;
  readonly centre_id: string;
  readonly what: WaitingOnUs['what'];
  readonly step: StepCode | null;
  readonly since: string;
  readonly due_on: string | null;
}

/**
 * What waits for those who recruit at these centres on this day: steps of ours past their time, interviews that were
 * held and not scored, asks that nobody answered, welcomes that something stands in the way of. Nothing of an application
 * that rests or has ended, nor of an interview still to come. Oldest first.
 */
export const applicationsWaitingOnUs = async (
  { tx, actor }: Scope,
  centreIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly WaitingOnUs[]> => {
  if (centreIds.length === 0) return [];
  const { rows } = await sql<Row>`
    with live as (
      select a.organisation_id, a.id, a.centre_id,
        trim(coalesce(nullif(p.known_as, ''), p.given_name) || ' ' || p.family_name) as name
      from recruiting.applications a
      join recruiting.applicants p on p.organisation_id = a.organisation_id and p.id = a.applicant_id
      where a.organisation_id = ${actor.organisationId} and a.centre_id = any (${[...centreIds]}::uuid[])
        and a.withdrawn_at is null and a.declined_at is null and a.welcomed_at is null and a.paused_at is null)
    select live.id as application_id, live.name, live.centre_id, 'step' as what, s.code as step, s.mover_since as since, ours.due_on
    from live
    join recruiting.steps s on s.organisation_id = live.organisation_id and s.application_id = live.id
      and s.done_at is null and s.waived_at is null and s.mover in ('us', 'panel')
    left join recruiting.interviews i on s.mover = 'panel' and i.organisation_id = live.organisation_id
      and i.application_id = live.id and i.cancelled_at is null and i.closed_at is null
    cross join lateral (select greatest(s.due_on,
      (coalesce(i.starts_at, s.mover_since) at time zone 'UTC')::date + ${OUR_DAYS}::int) as due_on) ours
    where ours.due_on < ${today.toString()}::date
    union all
    select live.id, live.name, live.centre_id, 'asked', null, h.asked_at, null from live
    join recruiting.help_asks h on h.organisation_id = live.organisation_id and h.application_id = live.id and h.answered_at is null
    union all
    select live.id, live.name, live.centre_id, 'welcome', null, w.asked_at, null from live
    join recruiting.welcomes w on w.organisation_id = live.organisation_id and w.application_id = live.id
      and w.done_at is null and w.trouble is not null
    order by since limit 200`.execute(tx);
  return rows.map((row) => ({
    applicationId: row.application_id,
    name: row.name,
    centreId: row.centre_id,
    what: row.what,
    step: row.step ? stepWords[row.step] : '',
    since: Temporal.Instant.from(row.since),
    dueOn: row.due_on === null ? null : Temporal.PlainDate.from(row.due_on),
  }));
};

/** Somebody whose move it is and who has not been heard from for a while. */
export interface GoneQuiet {
  readonly applicationId: string;
  readonly name: string;
  readonly centreId: string;
  readonly lastHeardAt: Temporal.Instant;
}

/** How long nobody hears from an applicant before they count as quiet. */
export const QUIET_AFTER_DAYS = 14;

/**
 * Who at these centres has gone quiet: it is their move, and they were last heard from at least `days` ago (14 unless
 * told). Nobody who rests or has ended. The longest silence first.
 */
export const goneQuiet = async (
  { tx, actor, now }: Scope,
  centreIds: readonly string[],
  days = QUIET_AFTER_DAYS,
): Promise<readonly GoneQuiet[]> => {
  if (centreIds.length === 0) return [];
  const { rows } = await sql<{ id: string; name: string; centre_id: string; last_heard_at: string }>`
    select a.id, a.centre_id, a.last_heard_at, trim(coalesce(nullif(p.known_as, ''), p.given_name) || ' ' || p.family_name) as name
    from recruiting.applications a
    join recruiting.applicants p on p.organisation_id = a.organisation_id and p.id = a.applicant_id
    where a.organisation_id = ${actor.organisationId} and a.centre_id = any (${[...centreIds]}::uuid[])
      and a.withdrawn_at is null and a.declined_at is null and a.welcomed_at is null and a.paused_at is null
      and a.last_heard_at <= ${now.subtract({ hours: days * 24 }).toString()}::timestamptz
      and exists (select from recruiting.steps s where s.organisation_id = a.organisation_id and s.application_id = a.id
        and s.mover = 'applicant' and s.done_at is null and s.waived_at is null)
    order by a.last_heard_at limit 200`.execute(tx);
  return rows.map((row) => ({
    applicationId: row.id,
    name: row.name,
    centreId: row.centre_id,
    lastHeardAt: Temporal.Instant.from(row.last_heard_at),
  }));
};
