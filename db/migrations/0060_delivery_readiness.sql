-- Whether a volunteer may be with families on a day: what is asked of them, what somebody excused for a while, who runs
-- which session. The decision is made twice, in TypeScript with its reasons and here as yes or no, and a property test
-- holds the two together. Nothing that puts somebody with families is written without this one.

create table delivery.requirements (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  part text not null check (part in ('peer_supporter', 'creche')),
  code text not null check (code in ('references', 'clearance', 'interview', 'course', 'induction')),
  version integer not null check (version > 0),
  effective_from date not null,
  dropped boolean not null default false,
  minimum integer not null check (minimum between 1 and 10),
  valid_months integer check (valid_months between 1 and 120),
  grace_days integer not null default 0 check (grace_days between 0 and 180),
  renew_days integer[] not null default '{60,30,7}' check (cardinality(renew_days) between 1 and 6),
  keeps_earned boolean not null default true,
  position integer not null,
  words text not null check (words <> ''),
  made_by uuid,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, part, code, version),
  unique (organisation_id, part, code, effective_from)
);
comment on table delivery.requirements is 'What somebody must have shown before they do a part in a session: dated versions, never changed';
comment on column delivery.requirements.dropped is 'From this date on it is no longer asked for';
comment on column delivery.requirements.minimum is 'How many must be valid at once: two references, one of the rest';
comment on column delivery.requirements.valid_months is 'How long it holds from the day it was earned; null: until its own last day, or without end';
comment on column delivery.requirements.keeps_earned is 'Whoever met the version before this one with what they had earned by then goes on meeting it by that one';
select platform.organisation_policies('delivery.requirements',
  '{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}', '{service_lead,programme_coordinator}', '{}');
drop policy change on delivery.requirements;
revoke update on delivery.requirements from kith_app;

create table delivery.exemptions (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  part text not null check (part in ('peer_supporter', 'creche')),
  code text not null check (code in ('references', 'course', 'induction')),
  why text not null check (why <> ''),
  given_by uuid not null,
  given_at timestamptz not null,
  from_on date not null,
  until_on date not null,
  ended_on date,
  ended_by uuid,
  primary key (organisation_id, id),
  check (until_on between from_on and from_on + 90),
  check (given_by <> account_id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict
);
comment on table delivery.exemptions is 'Somebody answers, by name and until a day, for a volunteer who has not shown one thing yet; never for a check';
comment on column delivery.exemptions.ended_on is 'From this day on it excuses nothing, although its last day has not come';
create index on delivery.exemptions (organisation_id, account_id, until_on);
create index on delivery.exemptions (organisation_id, centre_id);
select platform.centre_policies('delivery.exemptions', '{volunteer_manager,programme_coordinator,service_lead}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy not_oneself_add on delivery.exemptions as restrictive for insert to kith_app
  with check ((select app.is_system()) or (account_id <> (select app.account()) and given_by = (select app.account())));
create policy not_oneself_change on delivery.exemptions as restrictive for update to kith_app
  using ((select app.is_system()) or account_id <> (select app.account()));
revoke update on delivery.exemptions from kith_app;
grant update (ended_on, ended_by) on delivery.exemptions to kith_app;

create table delivery.rota (
  organisation_id uuid not null,
  session_id uuid not null,
  account_id uuid not null,
  centre_id uuid not null,
  part text not null check (part in ('practitioner', 'peer_supporter', 'creche')),
  with_children boolean not null default false,
  cover boolean not null default false,
  put_on_at timestamptz not null,
  put_on_by uuid,
  stood_down_at timestamptz,
  stood_down_by uuid,
  stood_down_why text check (stood_down_why in ('by_choice', 'not_ready', 'suspended', 'crew_ended', 'too_many_days')),
  stood_down_words text not null default '',
  version integer not null default 1,
  primary key (organisation_id, session_id, account_id),
  check ((stood_down_at is null) = (stood_down_why is null)),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, session_id) references delivery.sessions on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict
);
comment on table delivery.rota is 'Who runs one session, in which part; it holds nobody who may not be with families that day';
comment on column delivery.rota.with_children is 'They look after children in it: a day of the meter';
comment on column delivery.rota.cover is 'For this date only; the usual crew of the group is in leaders';
create index on delivery.rota (organisation_id, account_id) where stood_down_at is null;
create index on delivery.rota (organisation_id, centre_id);
select platform.centre_policies('delivery.rota', '{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,peer_supporter}',
  '{practitioner,volunteer_manager,programme_coordinator}', '{practitioner,volunteer_manager,programme_coordinator}');
create policy see_own on delivery.rota for select to kith_app using (organisation_id = (select app.org())
  and exists (select from delivery.sessions s where s.organisation_id = rota.organisation_id and s.id = rota.session_id
    and s.group_id = any ((select delivery.own_groups())::uuid[])));

alter table delivery.leaders drop constraint leaders_part_check;
alter table delivery.leaders add constraint leaders_part_check check (part in ('practitioner', 'peer_supporter', 'creche'));

-- Before the guards are up: who has run sessions so far, and practitioners for those ahead. Volunteers are put on those
-- ahead by the house once it is known that they are ready.
insert into delivery.rota (organisation_id, session_id, account_id, centre_id, part, put_on_at)
  select distinct on (l.organisation_id, s.id, l.account_id) l.organisation_id, s.id, l.account_id, s.centre_id, l.part, l.from_at
  from delivery.leaders l
  join delivery.sessions s on s.organisation_id = l.organisation_id and s.group_id = l.group_id and s.starts_at >= l.from_at and s.starts_at < coalesce(l.until_at, 'infinity')
  where s.starts_at < now() or l.part = 'practitioner'
  order by l.organisation_id, s.id, l.account_id, l.from_at;

-- The one decision, as yes or no. ----------------------------------------------------------------------------------

-- The day of a moment by the organisation's own clock: one clock for all that is dated about a person.
create function delivery.day_of(org uuid, moment timestamptz) returns date
language sql stable security definer set search_path = pg_catalog as
$$ select (moment at time zone o.zone)::date from people.organisations o where o.organisation_id = org $$;
revoke all on function delivery.day_of(uuid, timestamptz) from public;

create function delivery.session_day(org uuid, session uuid) returns date
language sql stable security definer set search_path = pg_catalog as
$$ select (s.starts_at at time zone c.zone)::date from delivery.sessions s
   join people.centres c on c.organisation_id = s.organisation_id and c.id = s.centre_id
   where s.organisation_id = org and s.id = session $$;
revoke all on function delivery.session_day(uuid, uuid) from public;

-- How many proofs of a kind hold on a day by one version, counting only those earned before `earned_before`.
create function delivery.proofs_valid(org uuid, applicant uuid, v delivery.requirements, wanted integer, earned_before date, on_day date) returns bigint
language sql stable security definer set search_path = pg_catalog as $$
  select count(*) from recruiting.proofs p
  where p.organisation_id = org and p.applicant_id = applicant and p.code = v.code and p.withdrawn_at is null
    and p.earned_on <= on_day and (earned_before is null or p.earned_on < earned_before)
    and on_day <= coalesce(least(p.expires_on, (p.earned_on + make_interval(months => v.valid_months))::date), 'infinity'::date) + v.grace_days
    and (v.code <> 'clearance' or coalesce(p.level, 0) >= wanted)
$$;
revoke all on function delivery.proofs_valid(uuid, uuid, delivery.requirements, integer, date, date) from public;

-- The level of check asked of a part on a day, from 0 (none may be asked for) to 3. Null where nobody has decided it: that is
-- not the same as having decided that none is.
create function delivery.level_asked(org uuid, asked_part text, on_day date) returns integer
language sql stable security definer set search_path = pg_catalog as $$
  select recruiting.level_needed(org, asked_part, on_day)
  where exists (select from recruiting.eligibility_decisions d where d.organisation_id = org and d.part = asked_part and d.effective_from <= on_day)
$$;
revoke all on function delivery.level_asked(uuid, text, date) from public;

-- Whether somebody may do a part on a day, at a centre where one is given. Asked by the guards below, which see more
-- than whoever writes; the caller sets app.organisation to `org`.
create function delivery.is_ready(org uuid, account uuid, asked_part text, on_day date, at_centre uuid default null) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  applicant uuid;
  person uuid;
  wanted integer;
  asked boolean := false;
  v delivery.requirements;
begin
  select a.person_id into person from people.accounts a
    where a.organisation_id = org and a.id = account and (a.closed_at is null or delivery.day_of(org, a.closed_at) > on_day);
  if not found then return false; end if;
  if not exists (select from people.roles r where r.organisation_id = org and r.account_id = account
      and r.role = case asked_part when 'practitioner' then 'practitioner' else 'peer_supporter' end
      and (at_centre is null or r.centre_id is null or r.centre_id = at_centre)
      and (r.ended_at is null or delivery.day_of(org, r.ended_at) > on_day)) then return false; end if;
  if exists (select from people.suspensions s where s.organisation_id = org and s.account_id = account
      and delivery.day_of(org, s.from_at) <= on_day and (s.until_at is null or delivery.day_of(org, s.until_at) > on_day)) then return false; end if;
  if asked_part = 'practitioner' then return true; end if;
  select ap.id into applicant from recruiting.applicants ap where ap.organisation_id = org and ap.person_id = person;
  wanted := delivery.level_asked(org, asked_part, on_day);
  for v in
    select distinct on (r.code) r.* from delivery.requirements r
    where r.organisation_id = org and r.part = asked_part and r.effective_from <= on_day order by r.code, r.effective_from desc
  loop
    asked := true;
    continue when v.dropped or (v.code = 'clearance' and wanted = 0);
    if v.code = 'clearance' and wanted is null then return false; end if;
    continue when exists (select from delivery.exemptions e where e.organisation_id = org and e.account_id = account and e.part = asked_part and e.code = v.code
      and on_day between e.from_on and e.until_on and (e.ended_on is null or on_day < e.ended_on));
    continue when delivery.proofs_valid(org, applicant, v, wanted, null, on_day) >= v.minimum;
    continue when v.keeps_earned and exists (
      select from delivery.requirements u
      cross join lateral (select min(n.effective_from) as superseded from delivery.requirements n
        where n.organisation_id = org and n.part = u.part and n.code = u.code and n.effective_from > u.effective_from) s
      where u.organisation_id = org and u.part = v.part and u.code = v.code and u.effective_from < v.effective_from and not u.dropped
        and delivery.proofs_valid(org, applicant, u, wanted, s.superseded, on_day) >= u.minimum);
    return false;
  end loop;
  -- Where nobody has laid down what is asked, nobody has said that nothing is.
  return asked;
end $$;
comment on function delivery.is_ready(uuid, uuid, text, date, uuid) is 'May they, on this day, in this part: the same decision as readinessOn, without its words';
revoke all on function delivery.is_ready(uuid, uuid, text, date, uuid) from public;

-- Whether the check with the children's barred list holds on a day, by the grace that is allowed for a check.
create function delivery.barred_list_checked(org uuid, applicant uuid, on_day date) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from recruiting.proofs p
    where p.organisation_id = org and p.applicant_id = applicant and p.code = 'clearance' and p.level = 3 and p.withdrawn_at is null
      and p.earned_on <= on_day
      and (p.expires_on is null or on_day <= p.expires_on + coalesce((select r.grace_days from delivery.requirements r
        where r.organisation_id = org and r.part = 'creche' and r.code = 'clearance' and r.effective_from <= on_day order by r.effective_from desc limit 1), 0)))
$$;
revoke all on function delivery.barred_list_checked(uuid, uuid, date) from public;

-- The days on which somebody is with children, with us and as they declared it; each once.
create function delivery.days_with_children(org uuid, account uuid, from_on date, until_on date) returns setof date
language sql stable security definer set search_path = pg_catalog as $$
  select d.day from (
    select (s.starts_at at time zone c.zone)::date as day
    from delivery.rota r
    join delivery.sessions s on s.organisation_id = r.organisation_id and s.id = r.session_id and s.called_off_at is null
    join people.centres c on c.organisation_id = s.organisation_id and c.id = s.centre_id
    where r.organisation_id = org and r.account_id = account and r.with_children and r.stood_down_at is null
    union
    select g.day from people.accounts a
    join recruiting.applicants ap on ap.organisation_id = a.organisation_id and ap.person_id = a.person_id
    cross join lateral recruiting.declared_days(org, ap.id, from_on, until_on) as g(day)
    where a.organisation_id = org and a.id = account
  ) d where d.day between from_on and until_on
$$;
revoke all on function delivery.days_with_children(uuid, uuid, date, date) from public;

-- The first day that one more day with children would make too many without the barred list checked; null: none.
-- Volunteers of a session work under supervision, so nothing is counted while supervision is exempt.
create function delivery.day_too_many(org uuid, account uuid, on_day date) returns date
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  applicant uuid;
  days date[];
  day date;
  rule record;
begin
  select ap.id into applicant from people.accounts a
    join recruiting.applicants ap on ap.organisation_id = a.organisation_id and ap.person_id = a.person_id
    where a.organisation_id = org and a.id = account;
  select array_agg(distinct d) into days from (
    select on_day as d union select * from delivery.days_with_children(org, account, on_day - 400, on_day + 400)) x;
  for day in select d from unnest(days) d where d >= on_day order by d loop
    select * into rule from recruiting.activity_limit(org, day);
    continue when not found or rule.supervised_exempt or day - on_day >= rule.in_days;
    continue when (select count(*) from unnest(days) d where d between day - rule.in_days + 1 and day) <= rule.more_than;
    if not (delivery.barred_list_checked(org, applicant, day) and delivery.barred_list_checked(org, applicant, on_day)) then return day; end if;
  end loop;
  return null;
end $$;
revoke all on function delivery.day_too_many(uuid, uuid, date) from public;

-- The guards. -----------------------------------------------------------------------------------------------------

-- They run after the row is let in by its policies, so that nobody learns from a guard what a policy would not tell.

-- One at a time for each person, so that two who write at once do not both find room for the last day.
create function delivery.one_at_a_time(account uuid) returns void
language sql set search_path = pg_catalog as $$ select pg_advisory_xact_lock(hashtextextended('delivery.rota:' || account, 0)) $$;
revoke all on function delivery.one_at_a_time(uuid) from public;

create function delivery.guard_rota() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  was constant text := current_setting('app.organisation', true);
  here uuid;
  on_day date;
  may boolean;
  too_many date;
begin
  if new.stood_down_at is not null then return new; end if;
  select s.centre_id into here from delivery.sessions s where s.organisation_id = new.organisation_id and s.id = new.session_id;
  if here is distinct from new.centre_id then raise exception 'centre' using errcode = 'KR001'; end if;
  perform delivery.one_at_a_time(new.account_id);
  perform set_config('app.organisation', new.organisation_id::text, true);
  on_day := delivery.session_day(new.organisation_id, new.session_id);
  may := delivery.is_ready(new.organisation_id, new.account_id, new.part, on_day, here);
  if may and new.with_children and new.part <> 'practitioner' then too_many := delivery.day_too_many(new.organisation_id, new.account_id, on_day); end if;
  perform set_config('app.organisation', coalesce(was, ''), true);
  if not may then raise exception 'not_ready' using errcode = 'KR001'; end if;
  if too_many is not null then raise exception 'too_many_days' using errcode = 'KR001', detail = too_many; end if;
  return new;
end $$;
comment on function delivery.guard_rota() is 'Nobody stands on a session who may not be with families that day, whoever writes it and however';
revoke all on function delivery.guard_rota() from public;
create trigger guard_rota after insert or update of organisation_id, session_id, account_id, centre_id, part, with_children, stood_down_at on delivery.rota
  for each row execute function delivery.guard_rota();

create function delivery.guard_leaders() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  was constant text := current_setting('app.organisation', true);
  may boolean;
begin
  -- Ending somebody's time is always possible; what begins it, or moves it, is asked.
  if tg_op = 'UPDATE' and new.until_at is not null and (new.group_id, new.account_id, new.part, new.from_at, new.centre_id)
    = (old.group_id, old.account_id, old.part, old.from_at, old.centre_id) then return new; end if;
  if not exists (select from delivery.groups g where g.organisation_id = new.organisation_id and g.id = new.group_id and g.centre_id = new.centre_id) then
    raise exception 'centre' using errcode = 'KR001';
  end if;
  perform set_config('app.organisation', new.organisation_id::text, true);
  may := delivery.is_ready(new.organisation_id, new.account_id, new.part,
    (select (new.from_at at time zone c.zone)::date from people.centres c where c.organisation_id = new.organisation_id and c.id = new.centre_id), new.centre_id);
  perform set_config('app.organisation', coalesce(was, ''), true);
  if not may then raise exception 'not_ready' using errcode = 'KR001'; end if;
  return new;
end $$;
revoke all on function delivery.guard_leaders() from public;
create trigger guard_leaders after insert or update on delivery.leaders for each row execute function delivery.guard_leaders();

-- A session that comes to lie on another day takes along only who may be there on that day.
create function delivery.guard_moved_session() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  was constant text := current_setting('app.organisation', true);
  on_day date;
  why text;
  each record;
begin
  if new.called_off_at is not null then return new; end if;
  perform set_config('app.organisation', new.organisation_id::text, true);
  on_day := delivery.session_day(new.organisation_id, new.id);
  for each in select r.* from delivery.rota r where r.organisation_id = new.organisation_id and r.session_id = new.id and r.stood_down_at is null order by r.account_id
  loop
    perform delivery.one_at_a_time(each.account_id);
    why := case
      when not delivery.is_ready(new.organisation_id, each.account_id, each.part, on_day, new.centre_id) then 'not_ready'
      when each.with_children and each.part <> 'practitioner' and delivery.day_too_many(new.organisation_id, each.account_id, on_day) is not null then 'too_many_days' end;
    if why is not null then
      update delivery.rota r set stood_down_at = now(), stood_down_by = null, stood_down_why = why, version = r.version + 1
      where r.organisation_id = new.organisation_id and r.session_id = new.id and r.account_id = each.account_id;
    end if;
  end loop;
  perform set_config('app.organisation', coalesce(was, ''), true);
  return new;
end $$;
revoke all on function delivery.guard_moved_session() from public;
create trigger guard_moved_session after update of starts_at, called_off_at on delivery.sessions
  for each row when (old.starts_at is distinct from new.starts_at or (old.called_off_at is not null and new.called_off_at is null))
  execute function delivery.guard_moved_session();

-- What a peer supporter writes of a session they write because they run it: standing on its rota, ready on its day, and
-- not suspended now.
create function delivery.runs_session(session uuid) returns boolean
language plpgsql stable security definer cost 1000 set search_path = pg_catalog as $$
begin
  return exists (
    select from delivery.rota r
    where r.organisation_id = app.org() and r.session_id = session and r.account_id = app.account() and r.stood_down_at is null
      and delivery.is_ready(r.organisation_id, r.account_id, r.part, delivery.session_day(r.organisation_id, session), r.centre_id))
    and not exists (select from people.suspensions x where x.organisation_id = app.org() and x.account_id = app.account() and x.until_at is null);
end $$;
comment on function delivery.runs_session(uuid) is 'Whether the actor runs this session and may';
revoke all on function delivery.runs_session(uuid) from public;
grant execute on function delivery.runs_session(uuid) to kith_app;

do $$
declare
  t text;
  runs constant text := '(select app.is_system()) or centre_id = any ((select app.centres(''{practitioner,volunteer_manager,programme_coordinator,administrator}''))::uuid[]) or delivery.runs_session(session_id)';
begin
  foreach t in array '{attendances,register_closings,corrections,plans,plan_blocks,reflections}'::text[] loop
    execute format('create policy runs_it_add on delivery.%I as restrictive for insert to kith_app with check (%s)', t, runs);
    execute format('create policy runs_it_change on delivery.%I as restrictive for update to kith_app using (%s) with check (%s)', t, runs, runs);
  end loop;
  execute format('create policy runs_it_remove on delivery.plan_blocks as restrictive for delete to kith_app using (%s)', runs);
end $$;

create or replace function delivery.ground_rules_said(session uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = delivery, pg_temp as $$
begin
  update delivery.groups g set ground_rules_said_at = greatest(g.ground_rules_said_at, at)
  from delivery.sessions s
  where s.organisation_id = app.org() and s.id = session and g.organisation_id = s.organisation_id and g.id = s.group_id
    and (app.is_system() or s.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}')) or delivery.runs_session(session));
  return found;
end $$;

-- What pages and jobs ask. ----------------------------------------------------------------------------------------

-- The facts about people from which TypeScript decides, for whoever manages them, for themselves and for the house. What is
-- here is dates: never a certificate, a word of a reference or why somebody is suspended.
create function delivery.readiness_facts(accounts uuid[], days date[]) returns table (
  account_id uuid, person_id uuid, applicant_id uuid, closed_on date, roles jsonb, suspensions jsonb, proofs jsonb, exemptions jsonb, levels jsonb)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  org constant uuid := app.org();
  managed uuid[] := app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead}');
  wanted jsonb;
begin
  select coalesce(jsonb_agg(jsonb_build_object('part', x.part, 'on', x.day, 'level', delivery.level_asked(org, x.part, x.day))), '[]') into wanted
  from (select distinct q.part, d as day from unnest(days) d, unnest('{peer_supporter,creche}'::text[]) as q(part)) x;
  return query
  select a.id, a.person_id, ap.id, delivery.day_of(org, a.closed_at),
    coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'centreId', r.centre_id, 'endedOn', delivery.day_of(org, r.ended_at))) from people.roles r
      where r.organisation_id = org and r.account_id = a.id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('fromOn', delivery.day_of(org, s.from_at), 'untilOn', delivery.day_of(org, s.until_at))) from people.suspensions s
      where s.organisation_id = org and s.account_id = a.id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('code', p.code, 'earnedOn', p.earned_on, 'expiresOn', p.expires_on, 'level', p.level) order by p.earned_on, p.id) from recruiting.proofs p
      where p.organisation_id = org and p.applicant_id = ap.id and p.withdrawn_at is null), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('part', e.part, 'code', e.code, 'fromOn', e.from_on, 'untilOn', e.until_on, 'endedOn', e.ended_on)) from delivery.exemptions e
      where e.organisation_id = org and e.account_id = a.id), '[]'),
    wanted
  from people.accounts a
  left join recruiting.applicants ap on ap.organisation_id = a.organisation_id and ap.person_id = a.person_id
  where a.organisation_id = org and a.id = any (accounts)
    and (app.is_system() or a.id = app.account() or ap.centre_id = any (managed)
      or exists (select from people.roles r where r.organisation_id = org and r.account_id = a.id and (r.centre_id = any (managed) or (r.centre_id is null and cardinality(managed) > 0))));
end $$;
comment on function delivery.readiness_facts(uuid[], date[]) is 'What readiness is decided from, as dates, for who manages these people, for themselves and for the house';
revoke all on function delivery.readiness_facts(uuid[], date[]) from public;
grant execute on function delivery.readiness_facts(uuid[], date[]) to kith_app;

-- The days with children of people and the first planned one that is too many, for the meter.
create function delivery.child_days(accounts uuid[], from_on date, until_on date) returns table (account_id uuid, day date)
language sql stable security definer set search_path = pg_catalog as $$
  select a.id, d.day from people.accounts a
  cross join lateral delivery.days_with_children(a.organisation_id, a.id, from_on, until_on) as d(day)
  where a.organisation_id = app.org() and a.id = any (accounts) and until_on - from_on <= 800
    and (app.is_system() or a.id = app.account()
      or exists (select from people.roles r where r.organisation_id = a.organisation_id and r.account_id = a.id
        and (r.centre_id is null or r.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,service_lead}')))
        and cardinality(app.centres('{practitioner,volunteer_manager,programme_coordinator,service_lead}')) > 0))
  order by a.id, d.day
$$;
comment on function delivery.child_days(uuid[], date, date) is 'Days with children, with us and declared, for who manages these people, for themselves and for the house';
revoke all on function delivery.child_days(uuid[], date, date) from public;
grant execute on function delivery.child_days(uuid[], date, date) to kith_app;

create function delivery.would_be_too_many(account uuid, on_day date) returns date
language sql stable security definer set search_path = pg_catalog as $$
  select delivery.day_too_many(app.org(), account, on_day)
  where app.is_system() or app.holds('{practitioner,volunteer_manager,programme_coordinator}')
$$;
comment on function delivery.would_be_too_many(uuid, date) is 'The day that one more day with children makes too many, for who fills a rota';
revoke all on function delivery.would_be_too_many(uuid, date) from public;
grant execute on function delivery.would_be_too_many(uuid, date) to kith_app;

-- Who stands on a session ahead although they may not: between a change and the job that follows it, for moments.
create function delivery.unready_on_rota(since timestamptz) returns table (session_id uuid, account_id uuid, centre_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select r.session_id, r.account_id, r.centre_id
  from delivery.rota r
  join delivery.sessions s on s.organisation_id = r.organisation_id and s.id = r.session_id and s.called_off_at is null and s.starts_at >= since
  where r.organisation_id = app.org() and r.stood_down_at is null
    and (app.is_system() or r.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,service_lead}')))
    and not delivery.is_ready(r.organisation_id, r.account_id, r.part, delivery.session_day(r.organisation_id, r.session_id), r.centre_id)
$$;
comment on function delivery.unready_on_rota(timestamptz) is 'Who stands on a session ahead and may not';
revoke all on function delivery.unready_on_rota(timestamptz) from public;
grant execute on function delivery.unready_on_rota(timestamptz) to kith_app;
