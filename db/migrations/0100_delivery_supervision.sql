-- Supervision that is overdue keeps anything new away, while what somebody runs already goes on.

-- Whether anything new in this part has to wait, asked on a day: supervision is asked for and overdue beyond its grace.
create function delivery.new_waits(org uuid, account uuid, asked_part text, asked_on date) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((
    select not r.dropped from delivery.requirements r
    where r.organisation_id = org and r.part = asked_part and r.code = 'supervision' and r.effective_from <= asked_on
    order by r.effective_from desc limit 1), false)
    and coalesce(supervision.pauses_on(org, account) <= asked_on, false)
$$;
comment on function delivery.new_waits(uuid, uuid, text, date) is 'Whether overdue supervision keeps something new away: the same decision as the pauses of readinessOn';
revoke all on function delivery.new_waits(uuid, uuid, text, date) from public;

create or replace function delivery.guard_rota() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  was constant text := current_setting('app.organisation', true);
  here uuid;
  of_group uuid;
  on_day date;
  asked_on date;
  may boolean;
  waits boolean := false;
  too_many date;
begin
  if new.stood_down_at is not null then return new; end if;
  select s.centre_id, s.group_id into here, of_group from delivery.sessions s where s.organisation_id = new.organisation_id and s.id = new.session_id;
  if here is distinct from new.centre_id then raise exception 'centre' using errcode = 'KR001'; end if;
  perform delivery.one_at_a_time(new.account_id);
  perform set_config('app.organisation', new.organisation_id::text, true);
  on_day := delivery.session_day(new.organisation_id, new.session_id);
  may := delivery.is_ready(new.organisation_id, new.account_id, new.part, on_day, here);
  asked_on := delivery.day_of(new.organisation_id, new.put_on_at);
  -- New is what they did not stand on and whose group they do not run: what is past is only written down.
  if may and on_day >= asked_on
    and (tg_op = 'INSERT' or old.stood_down_at is not null or (old.account_id, old.session_id, old.part) is distinct from (new.account_id, new.session_id, new.part))
    and not exists (select from delivery.leaders l where l.organisation_id = new.organisation_id and l.group_id = of_group and l.account_id = new.account_id
      and l.part = new.part and l.until_at is null) then
    waits := delivery.new_waits(new.organisation_id, new.account_id, new.part, asked_on);
  end if;
  if may and new.with_children and new.part <> 'practitioner' then too_many := delivery.day_too_many(new.organisation_id, new.account_id, on_day); end if;
  perform set_config('app.organisation', coalesce(was, ''), true);
  if not may then raise exception 'not_ready' using errcode = 'KR001'; end if;
  if waits then raise exception 'supervision' using errcode = 'KR001'; end if;
  if too_many is not null then raise exception 'too_many_days' using errcode = 'KR001', detail = too_many; end if;
  return new;
end $$;

create or replace function delivery.guard_leaders() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  was constant text := current_setting('app.organisation', true);
  on_day date;
  may boolean;
  waits boolean := false;
begin
  -- Ending somebody's time is always possible; what begins it, moves it or opens it again is asked.
  if tg_op = 'UPDATE' and new.until_at is not null and (old.until_at is null or new.until_at <= old.until_at)
    and (new.group_id, new.account_id, new.part, new.from_at, new.centre_id)
    = (old.group_id, old.account_id, old.part, old.from_at, old.centre_id) then return new; end if;
  if not exists (select from delivery.groups g where g.organisation_id = new.organisation_id and g.id = new.group_id and g.centre_id = new.centre_id) then
    raise exception 'centre' using errcode = 'KR001';
  end if;
  perform set_config('app.organisation', new.organisation_id::text, true);
  on_day := (select (new.from_at at time zone c.zone)::date from people.centres c where c.organisation_id = new.organisation_id and c.id = new.centre_id);
  may := delivery.is_ready(new.organisation_id, new.account_id, new.part, on_day, new.centre_id);
  if may then waits := delivery.new_waits(new.organisation_id, new.account_id, new.part, on_day); end if;
  perform set_config('app.organisation', coalesce(was, ''), true);
  if not may then raise exception 'not_ready' using errcode = 'KR001'; end if;
  if waits then raise exception 'supervision' using errcode = 'KR001'; end if;
  return new;
end $$;

create or replace function delivery.readiness_facts(accounts uuid[], days date[], asked_at timestamptz) returns table (
  account_id uuid, person_id uuid, applicant_id uuid, closed_on date, roles jsonb, suspensions jsonb, proofs jsonb, exemptions jsonb, levels jsonb,
  asked_on date, pauses_on date)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  org constant uuid := app.org();
  managed uuid[] := app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead}');
  wanted jsonb;
begin
  select coalesce(jsonb_agg(jsonb_build_object('part', x.part, 'on', x.day, 'level', delivery.level_asked(org, x.part, x.day))), '[]') into wanted
  from (select distinct q.part, d as day from unnest(days) d, unnest('{peer_supporter,creche,alongside}'::text[]) as q(part)) x;
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
    wanted, delivery.day_of(org, asked_at), supervision.pauses_on(org, a.id)
  from people.accounts a
  left join recruiting.applicants ap on ap.organisation_id = a.organisation_id and ap.person_id = a.person_id
  where a.organisation_id = org and a.id = any (accounts)
    and (app.is_system() or a.id = app.account() or ap.centre_id = any (managed)
      or exists (select from people.roles r where r.organisation_id = org and r.account_id = a.id and (r.centre_id = any (managed) or (r.centre_id is null and cardinality(managed) > 0))));
end $$;
