-- Figures about how volunteers are found. The service lead sees figures and no applicant, and whoever recruits may have
-- been an applicant themselves: so these functions count past the policies, each looks first at which centres the actor
-- may have figures of, and they hand out numbers and never a row of anybody.

create function recruiting.figure_centres(asked uuid[]) returns uuid[]
language sql stable security definer set search_path = recruiting, pg_temp as $$
  select coalesce(array_agg(c.id), '{}') from people.centres c
  where c.organisation_id = app.org() and c.id = any (asked)
    and (app.is_system() or app.holds('{service_lead}') or c.id = any (app.centres('{volunteer_manager,programme_coordinator}')))
$$;
revoke all on function recruiting.figure_centres(uuid[]) from public;
grant execute on function recruiting.figure_centres(uuid[]) to kith_app;

-- Those who asked within a period, by the calendar of their centre. Volunteers brought in from a file never asked here.
create function recruiting.cohort(asked uuid[], from_on date, until_on date) returns setof recruiting.applications
language sql stable security definer set search_path = recruiting, pg_temp as $$
  select a.* from recruiting.applications a
  join people.centres c on c.organisation_id = a.organisation_id and c.id = a.centre_id
  where a.organisation_id = app.org() and a.centre_id = any (recruiting.figure_centres(asked)) and a.came_by <> 'import'
    and (a.enquired_at at time zone c.zone)::date between from_on and until_on
$$;
-- Whole rows: for the functions below alone.
revoke all on function recruiting.cohort(uuid[], date, date) from public;

create function recruiting.source_figures(asked uuid[], from_on date, until_on date)
returns table (source_id uuid, kind text, name text, centre_id uuid, cost_pence integer, reach integer,
  enquired integer, talked integer, applied integer, offered integer, accepted integer, welcomed integer)
language sql stable security definer set search_path = recruiting, pg_temp as $$
  with came as (
    select p.source_id,
      case when s.kind is not null then s.kind
        when p.heard_from in ('word_of_mouth', 'former_parent', 'partner', 'talk', 'event', 'social_media', 'website', 'poster', 'volunteer_centre', 'advert', 'other') then p.heard_from
        when p.heard_from <> '' then 'other' else 'not_said' end as kind,
      count(*)::int as enquired,
      (count(*) filter (where coalesce(a.talked_at, a.applied_at, a.offered_at, a.accepted_at, a.welcomed_at) is not null))::int as talked,
      (count(*) filter (where coalesce(a.applied_at, a.offered_at, a.accepted_at, a.welcomed_at) is not null))::int as applied,
      (count(*) filter (where coalesce(a.offered_at, a.accepted_at, a.welcomed_at) is not null))::int as offered,
      (count(*) filter (where coalesce(a.accepted_at, a.welcomed_at) is not null))::int as accepted,
      (count(*) filter (where a.welcomed_at is not null))::int as welcomed
    from recruiting.cohort(asked, from_on, until_on) a
    join recruiting.applicants p on p.organisation_id = a.organisation_id and p.id = a.applicant_id
    left join recruiting.sources s on s.organisation_id = p.organisation_id and s.id = p.source_id
    group by 1, 2
  ), known as (
    select s.* from recruiting.sources s
    where s.organisation_id = app.org() and s.centre_id = any (recruiting.figure_centres(asked))
      -- The sources have columns of the same names as the period: each is said with whose it is.
      and ((s.from_on <= source_figures.until_on and coalesce(s.until_on, source_figures.until_on) >= source_figures.from_on)
        or s.id in (select c.source_id from came c))
  )
  -- What a source cost counts in the period in which it began, whole.
  select coalesce(k.id, c.source_id), coalesce(k.kind, c.kind), k.name, k.centre_id,
    case when k.from_on between source_figures.from_on and source_figures.until_on then k.cost_pence else 0 end, k.reach,
    coalesce(c.enquired, 0), coalesce(c.talked, 0), coalesce(c.applied, 0), coalesce(c.offered, 0), coalesce(c.accepted, 0), coalesce(c.welcomed, 0)
  from known k full join came c on c.source_id = k.id
$$;
revoke all on function recruiting.source_figures(uuid[], date, date) from public;
grant execute on function recruiting.source_figures(uuid[], date, date) to kith_app;

-- Days from the opening of a step to its end, in the middle of all; and of the whole way, under the code 'whole'.
create function recruiting.step_figures(asked uuid[], from_on date, until_on date)
returns table (code text, finished integer, waiting integer, median_days double precision)
language sql stable security definer set search_path = recruiting, pg_temp as $$
  with cohort as (select * from recruiting.cohort(asked, from_on, until_on))
  select s.code, (count(*) filter (where s.done_at is not null))::int,
    (count(*) filter (where s.done_at is null and s.waived_at is null and coalesce(a.withdrawn_at, a.declined_at, a.paused_at) is null))::int,
    percentile_cont(0.5) within group (order by extract(epoch from s.done_at - s.opened_at) / 86400) filter (where s.done_at is not null)
  from recruiting.steps s join cohort a on a.organisation_id = s.organisation_id and a.id = s.application_id
  group by s.code
  union all
  select 'whole', count(a.welcomed_at)::int,
    (count(*) filter (where coalesce(a.welcomed_at, a.withdrawn_at, a.declined_at, a.paused_at) is null))::int,
    percentile_cont(0.5) within group (order by extract(epoch from a.welcomed_at - a.enquired_at) / 86400) filter (where a.welcomed_at is not null)
  from cohort a
$$;
revoke all on function recruiting.step_figures(uuid[], date, date) from public;
grant execute on function recruiting.step_figures(uuid[], date, date) to kith_app;

-- Why applications ended before a welcome, by the first step that was still open then.
create function recruiting.ending_figures(asked uuid[], from_on date, until_on date)
returns table (code text, ending text, why text, people integer)
language sql stable security definer set search_path = recruiting, pg_temp as $$
  select coalesce(o.code, 'none'), case when a.declined_at is not null then 'declined' else 'withdrawn' end,
    case when a.declined_at is not null then a.declined_why else a.withdrawn_why end, count(*)::int
  from recruiting.cohort(asked, from_on, until_on) a
  left join lateral (
    select s.code from recruiting.steps s
    where s.organisation_id = a.organisation_id and s.application_id = a.id and s.done_at is null and s.waived_at is null
    order by array_position(array['conversation', 'application', 'references', 'check', 'interview', 'course', 'offer', 'induction'], s.code)
    limit 1
  ) o on true
  where coalesce(a.withdrawn_at, a.declined_at) is not null
  group by 1, 2, 3
$$;
revoke all on function recruiting.ending_figures(uuid[], date, date) from public;
grant execute on function recruiting.ending_figures(uuid[], date, date) to kith_app;

-- What was asked of those who were welcomed: each form, how often, its questions, and the minutes where they are known.
create function recruiting.burden_figures(asked uuid[], from_on date, until_on date)
returns table (form text, times integer, questions integer, timed integer, minutes integer)
language sql stable security definer set search_path = recruiting, pg_temp as $$
  select f.form, count(*)::int, sum(f.questions)::int, count(f.minutes)::int, coalesce(sum(f.minutes), 0)::int
  from recruiting.asked_of f join recruiting.cohort(asked, from_on, until_on) a on a.organisation_id = f.organisation_id and a.id = f.application_id
  where a.welcomed_at is not null
  group by f.form
$$;
revoke all on function recruiting.burden_figures(uuid[], date, date) from public;
grant execute on function recruiting.burden_figures(uuid[], date, date) to kith_app;

-- How far people of each group come, as counts of people, from what they ticked about themselves. Nobody may work out a
-- number under five: such a number is null; where one is, the smallest others go with it until there are two of them
-- with at least five people among them; a group hidden at the start stays hidden; and where nothing is left to show a
-- question is left out. One actor is counted one set of centres, whole calendar years, and no month that still runs,
-- so that two figures cannot be taken from each other.
create function recruiting.equity_figures(in_year integer, today date)
returns table (trait text, answer text, stage text, people integer)
language sql stable security definer set search_path = recruiting, pg_temp as $$
  with bounds as (
    select make_date(in_year, 1, 1) as from_on,
      least(make_date(in_year, 12, 31), date_trunc('month', equity_figures.today)::date - 1) as until_on
  ), mine as (
    select array_agg(c.id) as centres from people.centres c where c.organisation_id = app.org()
  ), who as (
    select a.organisation_id, a.applicant_id,
      bool_or(coalesce(a.applied_at, a.offered_at, a.accepted_at, a.welcomed_at) < b.until_on + 1) as applied,
      bool_or(coalesce(a.offered_at, a.accepted_at, a.welcomed_at) < b.until_on + 1) as offered,
      bool_or(a.welcomed_at < b.until_on + 1) as welcomed
    from bounds b cross join mine m cross join lateral recruiting.cohort(m.centres, b.from_on, b.until_on) a
    group by 1, 2
  ), traits as (
    select w.*, t.trait, coalesce(nullif(t.answer, ''), 'not_said') as answer
    from who w left join recruiting.equity e on e.organisation_id = w.organisation_id and e.applicant_id = w.applicant_id
    cross join lateral (values ('age_band', e.age_band), ('ethnic_group', e.ethnic_group), ('gender', e.gender), ('disabled', e.disabled)) t(trait, answer)
  ), cells as (
    select t.trait, t.answer, s.stage, (count(*) filter (where s.reached))::int as n
    from traits t cross join lateral (values ('enquired', true), ('applied', t.applied), ('offered', t.offered), ('welcomed', t.welcomed)) s(stage, reached)
    group by 1, 2, 3
  ), placed as (
    select c.*, row_number() over w as place, sum(c.n) over w - c.n as below, min(c.n) over (partition by c.trait, c.stage) as least
    from cells c window w as (partition by c.trait, c.stage order by c.n, c.answer rows between unbounded preceding and current row)
  ), hidden as (
    select p.*, p.least < 5 and (p.n < 5 or p.place <= 2 or p.below < 5) as hides from placed p
  ), settled as (
    select h.*, h.hides or bool_or(h.hides and h.stage = 'enquired') over (partition by h.trait, h.answer) as kept,
      bool_and(h.hides) filter (where h.stage = 'enquired') over (partition by h.trait) as empty
    from hidden h
  )
  select s.trait, s.answer, s.stage, case when s.kept then null else s.n end from settled s where not s.empty
$$;
revoke all on function recruiting.equity_figures(integer, date) from public;
grant execute on function recruiting.equity_figures(integer, date) to kith_app;
