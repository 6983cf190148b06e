import { sql } from 'kysely';
import type { DiaryEntry } from '#platform/calendar/entry.ts';
import type { Scope } from '#platform/db/as-actor.ts';

/** A meeting that has been, of which nobody has noted who came. */
export interface MeetingToMark {
  readonly meetingId: string;
  readonly cohortId: string;
  readonly centreId: string;
  readonly cohortName: string;
  readonly title: string;
  readonly startsAt: Temporal.Instant;
}

/** Whose attendance waits to be noted, the oldest first: of the cohorts the actor leads or looks after. */
export const meetingsToMark = async (scope: Scope): Promise<readonly MeetingToMark[]> => {
  const { rows } = await sql<{
    meeting_id: string;
    cohort_id: string;
    centre_id: string;
    cohort_name: string;
    title: string;
    starts_at: string;
  }>`select m.id as meeting_id, c.id as cohort_id, c.centre_id, c.name as cohort_name, m.title, m.starts_at
     from training.cohort_meetings m
     join training.cohorts c on c.organisation_id = m.organisation_id and c.id = m.cohort_id
     where m.organisation_id = ${scope.actor.organisationId} and c.opened_at is not null and c.called_off_at is null
       and c.closed_at is null and m.called_off_at is null
       and m.starts_at + make_interval(mins => m.minutes) <= ${scope.now.toString()}::timestamptz
       and (c.id = any ((select training.cohorts_led())::uuid[])
         or c.centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[]) or (select app.is_system()))
       and exists (select from training.cohort_parts t where t.organisation_id = m.organisation_id and t.meeting_id = m.id and t.unit_code is not null)
       and exists (select from training.cohort_places p where p.organisation_id = m.organisation_id and p.cohort_id = c.id
         and p.taken_at <= m.starts_at and (p.left_at is null or p.left_at > m.starts_at))
       and not exists (select from training.unit_attendances a where a.organisation_id = m.organisation_id and a.meeting_id = m.id)
     order by m.starts_at, m.id limit 100`.execute(scope.tx);
  return rows.map((row) => ({
    meetingId: row.meeting_id,
    cohortId: row.cohort_id,
    centreId: row.centre_id,
    cohortName: row.cohort_name,
    title: row.title,
    startsAt: Temporal.Instant.from(row.starts_at),
  }));
};

/** A unit somebody missed, for which nobody has found another time yet; or they asked for another one. */
export interface CatchUpToArrange {
  readonly cohortId: string;
  readonly cohortName: string;
  readonly centreId: string;
  readonly applicantId: string;
  readonly name: string;
  readonly unitCode: string;
  readonly missedAt: Temporal.Instant;
  /** What they wrote about when they could come; null: nothing is offered yet. */
  readonly asked: string | null;
}

/** What waits at these centres for somebody to find a time, the longest waiting first. */
export const catchUpsToArrange = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly CatchUpToArrange[]> => {
  if (centreIds.length === 0) return [];
  const { rows } = await sql<{
    cohort_id: string;
    cohort_name: string;
    centre_id: string;
    applicant_id: string;
    name: string;
    unit_code: string;
    missed_at: string;
    asked: string | null;
  }>`with last as materialized (
       select distinct on (x.cohort_id, x.applicant_id, x.unit_code) x.cohort_id, x.applicant_id, x.unit_code, x.came, x.meeting_id
       from training.unit_attendances x
       where x.organisation_id = ${scope.actor.organisationId} and x.centre_id = any (${[...centreIds]}::uuid[])
       order by x.cohort_id, x.applicant_id, x.unit_code, x.noted_at desc, x.id desc),
     missed as materialized (select * from last where not came),
     held as materialized (select h.applicant_id, h.unit_code from training.units_held(array(select distinct m.applicant_id from missed m)) h),
     offered as materialized (select u.id, u.applicant_id, u.unit_code, u.starts_at from training.catch_ups u
       where u.organisation_id = ${scope.actor.organisationId} and u.centre_id = any (${[...centreIds]}::uuid[])
         and u.done_at is null and u.called_off_at is null)
     select c.id as cohort_id, c.name as cohort_name, c.centre_id, n.applicant_id,
       trim(a.given_name || ' ' || a.family_name) as name, n.unit_code, m.starts_at as missed_at, w.words as asked
     from missed n
     join training.cohorts c on c.organisation_id = ${scope.actor.organisationId} and c.id = n.cohort_id
       and c.opened_at is not null and c.called_off_at is null
     join training.cohort_places p on p.organisation_id = c.organisation_id and p.cohort_id = c.id and p.applicant_id = n.applicant_id
       and p.taken_at is not null and p.left_at is null
     join recruiting.applicants a on a.organisation_id = c.organisation_id and a.id = n.applicant_id
     join training.cohort_meetings m on m.organisation_id = c.organisation_id and m.id = n.meeting_id
     left join offered u on u.applicant_id = n.applicant_id and u.unit_code = n.unit_code
     left join lateral (select y.said, y.words from training.trainee_answers y
       where y.organisation_id = c.organisation_id and y.catch_up_id = u.id order by y.at desc, y.id desc limit 1) w on w.said = 'other_time'
     where (u.id is null or w.said is not null or u.starts_at < ${scope.now.toString()}::timestamptz)
       and not exists (select from held h where h.applicant_id = n.applicant_id and h.unit_code = n.unit_code)
     order by m.starts_at, name, n.unit_code limit 200`.execute(scope.tx);
  return rows.map((row) => ({
    cohortId: row.cohort_id,
    cohortName: row.cohort_name,
    centreId: row.centre_id,
    applicantId: row.applicant_id,
    name: row.name,
    unitCode: row.unit_code,
    missedAt: Temporal.Instant.from(row.missed_at),
    asked: row.asked,
  }));
};

interface AheadRow {
  readonly id: string;
  readonly kind: 'meeting' | 'catch_up';
  readonly leads: boolean;
  readonly title: string;
  readonly starts_at: string;
  readonly minutes: number;
  readonly place: string | null;
  readonly zone: string;
  readonly sequence: number;
  readonly called_off: boolean;
  readonly changed_at: string;
  readonly said: string | null;
}

/** Everything of training in the diary of an account, as trainee and as trainer; asked by themselves or by the house. */
const diaryRows = async (
  scope: Scope,
  accountId: string,
  between: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<readonly AheadRow[]> =>
  (
    await sql<AheadRow>`
    with own as (select training.learners_behind(${accountId}) as ids)
    select m.id, 'meeting' as kind, exists (select from training.cohort_trainers t where t.organisation_id = m.organisation_id
        and t.cohort_id = m.cohort_id and t.account_id = ${accountId} and t.until_at is null) as leads,
      m.title, m.starts_at, m.minutes, coalesce(nullif(m.place_words, ''), nullif(c.place_words, ''), v.name || ', ' || v.room) as place,
      z.zone, m.sequence, m.called_off_at is not null as called_off, m.changed_at, null as said
    from training.cohort_meetings m
    join training.cohorts c on c.organisation_id = m.organisation_id and c.id = m.cohort_id and c.opened_at is not null
    join people.centres z on z.organisation_id = m.organisation_id and z.id = m.centre_id
    left join programme.venues v on v.organisation_id = c.organisation_id and v.id = c.venue_id
    where m.organisation_id = ${scope.actor.organisationId}
      and m.starts_at >= ${between.from.toString()}::timestamptz and m.starts_at < ${between.until.toString()}::timestamptz
      and (exists (select from training.cohort_trainers t where t.organisation_id = m.organisation_id and t.cohort_id = m.cohort_id
          and t.account_id = ${accountId} and t.until_at is null)
        or exists (select from training.cohort_places p, own where p.organisation_id = m.organisation_id and p.cohort_id = m.cohort_id
          and p.applicant_id = any (own.ids) and p.taken_at is not null and p.left_at is null))
    union all
    select u.id, 'catch_up', u.with_account = ${accountId}, 'Catch-up', u.starts_at, u.minutes, nullif(u.place_words, ''),
      z.zone, u.sequence, u.called_off_at is not null, u.changed_at,
      (select y.said from training.trainee_answers y where y.organisation_id = u.organisation_id and y.catch_up_id = u.id order by y.at desc, y.id desc limit 1)
    from training.catch_ups u
    join people.centres z on z.organisation_id = u.organisation_id and z.id = u.held_at_centre_id, own
    where u.organisation_id = ${scope.actor.organisationId}
      and u.starts_at >= ${between.from.toString()}::timestamptz and u.starts_at < ${between.until.toString()}::timestamptz
      and (u.with_account = ${accountId} or u.applicant_id = any (own.ids))
    order by 5, 1`.execute(scope.tx)
  ).rows;

/** What of training stands in somebody's diary, as trainee and as trainer. For themselves or the house. */
export const trainingDiaryOf = async (
  scope: Scope,
  accountId: string,
  between: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<readonly DiaryEntry[]> =>
  (await diaryRows(scope, accountId, between)).map((row) => ({
    uid: `${row.kind === 'meeting' ? 'cohort_meetings' : 'catch_ups'}-${row.id}`,
    sequence: row.sequence,
    startsAt: Temporal.Instant.from(row.starts_at),
    minutes: row.minutes,
    zone: row.zone,
    title: row.kind === 'meeting' ? 'Course' : 'Meeting',
    place: row.place,
    cancelled: row.called_off,
    changedAt: Temporal.Instant.from(row.changed_at),
  }));

/** The next of somebody's training. */
export interface TrainingAhead {
  readonly id: string;
  readonly kind: 'meeting' | 'catch_up';
  /** Whether they hold it, rather than learn in it. */
  readonly leads: boolean;
  readonly title: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly place: string | null;
  readonly zone: string;
  /** Of a catch-up: what was answered; null: nothing yet. */
  readonly said: string | null;
}

/** What of training lies ahead of an account in the next eight weeks, the soonest first; not what is called off. */
export const trainingAhead = async (scope: Scope, accountId: string): Promise<readonly TrainingAhead[]> =>
  (await diaryRows(scope, accountId, { from: scope.now, until: scope.now.add({ hours: 24 * 56 }) }))
    .filter(({ called_off }) => !called_off)
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      leads: row.leads,
      title: row.title,
      startsAt: Temporal.Instant.from(row.starts_at),
      minutes: row.minutes,
      place: row.place,
      zone: row.zone,
      said: row.said,
    }));
