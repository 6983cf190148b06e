-- The whole database as the migrations leave it. Written by `npm run generate`: read it, do not edit it.

-- -------------------- app -------------------------------------------------------------------------

create schema app;

CREATE OR REPLACE FUNCTION app.account()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.account', true), '')::uuid $function$
;

grant execute on function app.account() to public;

CREATE OR REPLACE FUNCTION app.at()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.at', true), '')::timestamptz $function$
;

comment on function app.at() is 'The moment of the request or the job; null outside of one';

grant execute on function app.at() to public;

CREATE OR REPLACE FUNCTION app.centres(roles text[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(array_agg(distinct split_part(held, '@', 2)::uuid), '{}')
  from unnest(string_to_array(nullif(current_setting('app.roles', true), ''), ' ')) as held
  where split_part(held, '@', 1) = any (roles)
$function$
;

grant execute on function app.centres(text[]) to public;

CREATE OR REPLACE FUNCTION app.holds(roles text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select cardinality(app.centres(roles)) > 0 $function$
;

grant execute on function app.holds(text[]) to public;

CREATE OR REPLACE FUNCTION app.is_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select app.kind() = 'system' $function$
;

grant execute on function app.is_system() to public;

CREATE OR REPLACE FUNCTION app.kind()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('app.kind', true), ''), 'nobody') $function$
;

grant execute on function app.kind() to public;

CREATE OR REPLACE FUNCTION app.org()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.organisation', true), '')::uuid $function$
;

grant execute on function app.org() to public;

CREATE OR REPLACE FUNCTION app.person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.person', true), '')::uuid $function$
;

grant execute on function app.person() to public;

grant usage on schema app to kith_app;

-- -------------------- delivery --------------------------------------------------------------------

create schema delivery;

CREATE OR REPLACE FUNCTION delivery.barred_list_checked(org uuid, applicant uuid, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select from recruiting.proofs p
    where p.organisation_id = org and p.applicant_id = applicant and p.code = 'clearance' and p.level = 3 and p.withdrawn_at is null
      and p.earned_on <= on_day
      and (p.expires_on is null or on_day <= p.expires_on + coalesce((select r.grace_days from delivery.requirements r
        where r.organisation_id = org and r.part = 'creche' and r.code = 'clearance' and r.effective_from <= on_day order by r.effective_from desc limit 1), 0)))
$function$
;

CREATE OR REPLACE FUNCTION delivery.bring_for(session uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'delivery', 'pg_temp'
AS $function$
  select p.bring from delivery.plans p join delivery.sessions s on s.organisation_id = p.organisation_id and s.id = p.session_id
  where p.organisation_id = app.org() and p.session_id = session
    and (app.is_system() or s.group_id = any (delivery.own_groups())
      or s.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}')))
$function$
;

grant execute on function delivery.bring_for(uuid) to kith_app;

CREATE OR REPLACE FUNCTION delivery.child_days(accounts uuid[], from_on date, until_on date)
 RETURNS TABLE(account_id uuid, day date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select a.id, d.day from people.accounts a
  cross join lateral delivery.days_with_children(a.organisation_id, a.id, from_on, until_on) as d(day)
  where a.organisation_id = app.org() and a.id = any (accounts) and until_on - from_on <= 800
    and (app.is_system() or a.id = app.account()
      or exists (select from people.roles r where r.organisation_id = a.organisation_id and r.account_id = a.id
        and (r.centre_id is null or r.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,service_lead}')))
        and cardinality(app.centres('{practitioner,volunteer_manager,programme_coordinator,service_lead}')) > 0))
  order by a.id, d.day
$function$
;

comment on function delivery.child_days(uuid[],date,date) is 'Days with children, with us and declared, for who manages these people, for themselves and for the house';

grant execute on function delivery.child_days(uuid[],date,date) to kith_app;

CREATE OR REPLACE FUNCTION delivery.day_of(org uuid, moment timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select (moment at time zone o.zone)::date from people.organisations o where o.organisation_id = org $function$
;

CREATE OR REPLACE FUNCTION delivery.day_too_many(org uuid, account uuid, on_day date)
 RETURNS date
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION delivery.days_with_children(org uuid, account uuid, from_on date, until_on date)
 RETURNS SETOF date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION delivery.exemption_has_an_end()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if not exists (select from people.roles r where r.organisation_id = new.organisation_id and r.account_id = new.account_id and r.role = 'peer_supporter'
    and r.ended_at is null and (r.centre_id is null or r.centre_id = new.centre_id)) then
    raise exception 'they do not volunteer at this centre' using errcode = 'check_violation';
  end if;
  if exists (select from delivery.exemptions e where e.organisation_id = new.organisation_id and e.account_id = new.account_id and e.part = new.part
    and e.code = new.code and e.id <> new.id and e.from_on > new.from_on - 365 and e.from_on < new.from_on + 365
    and greatest(e.until_on, new.until_on) > least(e.from_on, new.from_on) + 90) then
    raise exception 'somebody has answered for this already' using errcode = 'KR002';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION delivery.ground_rules_said(session uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'delivery', 'pg_temp'
AS $function$
begin
  update delivery.groups g set ground_rules_said_at = greatest(g.ground_rules_said_at, at)
  from delivery.sessions s
  where s.organisation_id = app.org() and s.id = session and g.organisation_id = s.organisation_id and g.id = s.group_id
    and (app.is_system() or s.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}')) or delivery.runs_session(session));
  return found;
end $function$
;

grant execute on function delivery.ground_rules_said(uuid,timestamp with time zone) to kith_app;

CREATE OR REPLACE FUNCTION delivery.guard_leaders()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
  if may then
    waits := delivery.new_waits(new.organisation_id, new.account_id, new.part, greatest(on_day, delivery.day_of(new.organisation_id, app.at())));
  end if;
  perform set_config('app.organisation', coalesce(was, ''), true);
  if not may then raise exception 'not_ready' using errcode = 'KR001'; end if;
  if waits then raise exception 'supervision' using errcode = 'KR001'; end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION delivery.guard_moved_session()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION delivery.guard_rota()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
  asked_on := delivery.day_of(new.organisation_id, coalesce(app.at(), new.put_on_at));
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
end $function$
;

comment on function delivery.guard_rota() is 'Nobody stands on a session who may not be with families that day, whoever writes it and however';

CREATE OR REPLACE FUNCTION delivery.guard_sealed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if exists (select from people.persons p where p.organisation_id = new.organisation_id and p.id = new.person_id and p.sealed_at is not null) then
    raise exception 'this person no longer takes part as a parent' using errcode = 'KM004';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION delivery.is_ready(org uuid, account uuid, asked_part text, on_day date, at_centre uuid DEFAULT NULL::uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
    where r.organisation_id = org and r.part = asked_part and r.code <> 'supervision' and r.effective_from <= on_day order by r.code, r.effective_from desc
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
end $function$
;

comment on function delivery.is_ready(uuid,uuid,text,date,uuid) is 'May they, on this day, in this part: the same decision as readinessOn, without its words';

CREATE OR REPLACE FUNCTION delivery.kept_apart(persons uuid[], accounts uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select from delivery.known_pairs k
    join people.accounts a on a.organisation_id = k.organisation_id and a.person_id = k.team_person_id and a.id = any (accounts)
    where k.organisation_id = app.org() and k.taken_back_at is null and k.family_person_id = any (persons)
      and (app.is_system() or app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator}') or persons = array[app.person()]))
$function$
;

comment on function delivery.kept_apart(uuid[],uuid[]) is 'Whether a parent and somebody of the team should not be put together; never which, nor who said so';

grant execute on function delivery.kept_apart(uuid[],uuid[]) to kith_app;

CREATE OR REPLACE FUNCTION delivery.level_asked(org uuid, asked_part text, on_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select recruiting.level_needed(org, p.part, on_day)
  from (select case asked_part when 'alongside' then 'peer_supporter' else asked_part end as part) p
  where exists (select from recruiting.eligibility_decisions d where d.organisation_id = org and d.part = p.part and d.effective_from <= on_day)
$function$
;

CREATE OR REPLACE FUNCTION delivery.new_waits(org uuid, account uuid, asked_part text, asked_on date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce((
    select not r.dropped from delivery.requirements r
    where r.organisation_id = org and r.part = asked_part and r.code = 'supervision' and r.effective_from <= asked_on
    order by r.effective_from desc limit 1), false)
    and coalesce(supervision.pauses_on(org, account) <= asked_on, false)
$function$
;

comment on function delivery.new_waits(uuid,uuid,text,date) is 'Whether overdue supervision keeps something new away: the same decision as the pauses of readinessOn';

CREATE OR REPLACE FUNCTION delivery.one_at_a_time(account uuid)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$ select pg_advisory_xact_lock(hashtextextended('delivery.rota:' || account, 0)) $function$
;

CREATE OR REPLACE FUNCTION delivery.others_in(group_asked uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'delivery', 'pg_temp'
AS $function$
  select count(*)::int from delivery.places p
  where p.organisation_id = app.org() and p.group_id = group_asked
    and p.taken_at is not null and p.ended_at is null
    and p.person_id is distinct from app.person()
    and p.person_id <> all ((select people.sealed())::uuid[])
    and (group_asked = any (delivery.own_groups()) or app.kind() <> 'account' or app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'))
$function$
;

grant execute on function delivery.others_in(uuid) to kith_app;

CREATE OR REPLACE FUNCTION delivery.own_groups()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'delivery', 'pg_temp'
AS $function$ select coalesce(array_agg(p.group_id), '{}') from delivery.places p
   where p.organisation_id = app.org() and p.person_id = app.person() and p.declined_at is null and p.lapsed_at is null and p.ended_at is null $function$
;

grant execute on function delivery.own_groups() to kith_app;

CREATE OR REPLACE FUNCTION delivery.own_known()
 RETURNS TABLE(pair_id uuid, other uuid, name text, said_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select k.id, coalesce(a.id, p.id), trim(coalesce(nullif(p.known_as, ''), p.given_name) || ' ' || case when k.said_by = 'supporter' then p.family_name else '' end), k.said_at
  from delivery.known_pairs k
  join people.persons p on p.organisation_id = k.organisation_id and p.id = case when k.said_by = 'parent' then k.team_person_id else k.family_person_id end
  left join people.accounts a on k.said_by = 'parent' and a.organisation_id = k.organisation_id and a.person_id = k.team_person_id and a.closed_at is null
  where k.organisation_id = app.org() and k.taken_back_at is null
    and ((k.said_by = 'parent' and k.family_person_id = app.person())
      or (k.said_by = 'supporter' and k.team_person_id = app.person() and p.id = any (people.may_know(array[p.id]))))
  order by k.said_at
$function$
;

comment on function delivery.own_known() is 'Whom the actor said they know, for the actor alone';

grant execute on function delivery.own_known() to kith_app;

CREATE OR REPLACE FUNCTION delivery.pairs_in_one_group(centres uuid[], at timestamp with time zone)
 RETURNS TABLE(group_id uuid, group_name text, centre_id uuid, account_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  return query
  select distinct g.id, g.name, g.centre_id, a.id
  from delivery.known_pairs k
  join people.accounts a on a.organisation_id = k.organisation_id and a.person_id = k.team_person_id
  join delivery.places p on p.organisation_id = k.organisation_id and p.person_id = k.family_person_id
    and p.declined_at is null and p.lapsed_at is null and p.ended_at is null
  join delivery.groups g on g.organisation_id = k.organisation_id and g.id = p.group_id and g.ended_at is null
  where k.organisation_id = app.org() and k.taken_back_at is null and g.centre_id = any (centres)
    and (app.is_system() or g.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}')))
    and (exists (select from delivery.leaders l where l.organisation_id = g.organisation_id and l.group_id = g.id and l.account_id = a.id and l.until_at is null)
      or exists (select from delivery.rota r join delivery.sessions s on s.organisation_id = r.organisation_id and s.id = r.session_id
        where r.organisation_id = g.organisation_id and s.group_id = g.id and r.account_id = a.id and r.stood_down_at is null
          and s.called_off_at is null and s.ends_at > at));
end $function$
;

comment on function delivery.pairs_in_one_group(uuid[],timestamp with time zone) is 'Groups run by somebody who should not meet one of their families there: the group and the supporter alone';

grant execute on function delivery.pairs_in_one_group(uuid[],timestamp with time zone) to kith_app;

CREATE OR REPLACE FUNCTION delivery.proof_stands_on_something()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  stands boolean;
begin
  stands := case new.code
    when 'references' then exists (
      select from recruiting.reference_answers a where a.organisation_id = new.organisation_id and a.applicant_id = new.applicant_id
        and a.referee_id = new.from_id and a.outcome in ('good', 'weak'))
    when 'clearance' then exists (
      select from recruiting.checks c
      left join recruiting.disclosures d on d.organisation_id = c.organisation_id and d.check_id = c.id
      left join recruiting.status_checks s on s.organisation_id = c.organisation_id and s.check_id = c.id and s.id = new.from_id and s.result = 'no_change'
      where c.organisation_id = new.organisation_id and c.applicant_id = new.applicant_id and (c.id = new.from_id or s.id is not null)
        and c.seen_at is not null and c.ended_at is null and new.expires_on is not null
        and (c.outcome = 'clear' or d.decision in ('go_ahead', 'with_conditions'))
        and new.level <= case c.level when 'basic' then 1 when 'enhanced' then 2 else case when c.children_barred then 3 else 2 end end)
    when 'interview' then exists (
      select from recruiting.interview_outcomes o where o.organisation_id = new.organisation_id and o.applicant_id = new.applicant_id
        and o.interview_id = new.from_id and o.decision = 'yes')
    when 'course' then exists (
      select from training.certificates t where t.organisation_id = new.organisation_id and t.applicant_id = new.applicant_id
        and t.id = new.from_id and t.withdrawn_at is null and t.expires_on is not distinct from new.expires_on)
    when 'unit' then exists (
      select from training.awards a where a.organisation_id = new.organisation_id and a.applicant_id = new.applicant_id
        and a.id = new.from_id and a.kind = 'unit' and a.withdrawn_at is null
        and a.earned_on = new.earned_on and a.expires_on is not distinct from new.expires_on)
    when 'sign_off' then exists (
      select from training.sign_offs o where o.organisation_id = new.organisation_id and o.applicant_id = new.applicant_id
        and o.id = new.from_id and o.withdrawn_at is null and o.signed_on = new.earned_on)
    -- The induction counts at the welcome, and the welcome is the house's.
    else false end;
  if not stands then raise exception 'nothing stands behind this proof' using errcode = 'check_violation'; end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION delivery.proofs_valid(org uuid, applicant uuid, v delivery.requirements, wanted integer, earned_before date, on_day date)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select count(*) from recruiting.proofs p
  where p.organisation_id = org and p.applicant_id = applicant and p.code = v.code and p.withdrawn_at is null
    and p.earned_on <= on_day and (earned_before is null or p.earned_on < earned_before)
    and on_day <= coalesce(least(p.expires_on, (p.earned_on + make_interval(months => v.valid_months))::date), 'infinity'::date) + v.grace_days
    and (v.code <> 'clearance' or coalesce(p.level, 0) >= wanted)
$function$
;

CREATE OR REPLACE FUNCTION delivery.readiness_facts(accounts uuid[], days date[], asked_at timestamp with time zone)
 RETURNS TABLE(account_id uuid, person_id uuid, applicant_id uuid, closed_on date, roles jsonb, suspensions jsonb, proofs jsonb, exemptions jsonb, levels jsonb, asked_on date, pauses_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;

comment on function delivery.readiness_facts(uuid[],date[],timestamp with time zone) is 'What readiness is decided from, as dates, for who manages these people, for themselves and for the house';

grant execute on function delivery.readiness_facts(uuid[],date[],timestamp with time zone) to kith_app;

CREATE OR REPLACE FUNCTION delivery.requirement_goes_on()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.code = 'clearance' and new.dropped then
    raise exception 'whether a check is asked for is decided for the role' using errcode = 'check_violation';
  end if;
  if exists (select from delivery.requirements r where r.organisation_id = new.organisation_id and r.part = new.part and r.code = new.code and r.id <> new.id
    and (r.effective_from >= new.effective_from or r.version >= new.version)) then
    raise exception 'what was asked before stays as it was' using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION delivery.runs_session(session uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER COST 1000
 SET search_path TO 'pg_catalog'
AS $function$
begin
  return exists (
    select from delivery.rota r
    where r.organisation_id = app.org() and r.session_id = session and r.account_id = app.account() and r.part <> 'alongside' and r.stood_down_at is null
      and delivery.is_ready(r.organisation_id, r.account_id, r.part, delivery.session_day(r.organisation_id, session), r.centre_id))
    and not exists (select from people.suspensions x where x.organisation_id = app.org() and x.account_id = app.account() and x.until_at is null);
end $function$
;

comment on function delivery.runs_session(uuid) is 'Whether the actor runs this session and may';

grant execute on function delivery.runs_session(uuid) to kith_app;

CREATE OR REPLACE FUNCTION delivery.say_we_know(other uuid, pair uuid, at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  org constant uuid := app.org();
  me constant uuid := app.person();
  made uuid;
begin
  if app.kind() <> 'account' or me is null then return null; end if;
  insert into delivery.known_pairs (organisation_id, id, centre_id, family_person_id, team_person_id, said_by, said_at)
  select org, pair, said.centre_id, said.family, said.team, said.by, at from (
    select mine.centre_id, mine.id as family, a.person_id as team, 'parent' as by
    from people.persons mine
    join people.accounts a on a.organisation_id = org and a.id = other
    where mine.organisation_id = org and mine.id = me and mine.side = 'family'
      and exists (select from delivery.leaders l where l.organisation_id = org and l.account_id = other and l.until_at is null
        and l.group_id = any (delivery.own_groups()))
    union all
    select theirs.centre_id, theirs.id, me, 'supporter'
    from people.persons theirs
    join people.persons mine on mine.organisation_id = org and mine.id = me and mine.side = 'team'
    where theirs.organisation_id = org and theirs.side = 'family' and theirs.id = any (people.may_know(array[other]))
  ) said
  on conflict do nothing
  returning id into made;
  return made;
end $function$
;

comment on function delivery.say_we_know(uuid,uuid,timestamp with time zone) is 'Writes down that the actor knows somebody; null when they may not name this person, or have said so already';

grant execute on function delivery.say_we_know(uuid,uuid,timestamp with time zone) to kith_app;

CREATE OR REPLACE FUNCTION delivery.session_day(org uuid, session uuid)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select (s.starts_at at time zone c.zone)::date from delivery.sessions s
   join people.centres c on c.organisation_id = s.organisation_id and c.id = s.centre_id
   where s.organisation_id = org and s.id = session $function$
;

CREATE OR REPLACE FUNCTION delivery.unready_on_rota(since timestamp with time zone)
 RETURNS TABLE(session_id uuid, account_id uuid, centre_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select r.session_id, r.account_id, r.centre_id
  from delivery.rota r
  join delivery.sessions s on s.organisation_id = r.organisation_id and s.id = r.session_id and s.called_off_at is null and s.starts_at >= since
  where r.organisation_id = app.org() and r.stood_down_at is null
    and (app.is_system() or r.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,service_lead}')))
    and not delivery.is_ready(r.organisation_id, r.account_id, r.part, delivery.session_day(r.organisation_id, r.session_id), r.centre_id)
$function$
;

comment on function delivery.unready_on_rota(timestamp with time zone) is 'Who stands on a session ahead and may not';

grant execute on function delivery.unready_on_rota(timestamp with time zone) to kith_app;

CREATE OR REPLACE FUNCTION delivery.would_be_too_many(account uuid, on_day date)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select delivery.day_too_many(app.org(), account, on_day)
  where app.is_system() or app.holds('{practitioner,volunteer_manager,programme_coordinator}')
$function$
;

comment on function delivery.would_be_too_many(uuid,date) is 'The day that one more day with children makes too many, for who fills a rota';

grant execute on function delivery.would_be_too_many(uuid,date) to kith_app;

grant usage on schema delivery to kith_app;

create table delivery.answers (
  organisation_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  centre_id uuid not null,
  coming boolean not null,
  words text default ''::text not null,
  said_at timestamp with time zone not null,
  constraint answers_pkey PRIMARY KEY (organisation_id, session_id, person_id),
  constraint answers_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint answers_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT,
  constraint answers_organisation_id_session_id_fkey FOREIGN KEY (organisation_id, session_id) REFERENCES delivery.sessions(organisation_id, id) ON DELETE RESTRICT
);
comment on table delivery.answers is 'What a parent said about coming to a session';
CREATE INDEX answers_organisation_id_person_id_idx ON delivery.answers USING btree (organisation_id, person_id);
alter table delivery.answers enable row level security;
alter table delivery.answers force row level security;
create policy add on delivery.answers for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on delivery.answers for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy own on delivery.answers for all to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (person_id = ( SELECT app.person() AS person))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (person_id = ( SELECT app.person() AS person))));
create policy owner_all on delivery.answers for all to kith_owner
  using (true)
  with check (true);
create policy sealed on delivery.answers as restrictive for all to kith_app
  using (((person_id IN ( SELECT unnest(people.sealed()) AS unnest)) IS NOT TRUE));
create policy see on delivery.answers for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on delivery.answers to kith_app;

create table delivery.attendances (
  organisation_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  centre_id uuid not null,
  mark text not null,
  partner_came boolean default false not null,
  baby_came boolean default false not null,
  marked_by uuid,
  marked_at timestamp with time zone not null,
  followed_up_at timestamp with time zone,
  followed_up_by uuid,
  followed_up_words text,
  version integer default 1 not null,
  constraint attendances_pkey PRIMARY KEY (organisation_id, session_id, person_id),
  constraint attendances_mark_check CHECK (mark = ANY (ARRAY['came'::text, 'late'::text, 'sent_word'::text, 'did_not_come'::text])),
  constraint attendances_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint attendances_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT,
  constraint attendances_organisation_id_session_id_fkey FOREIGN KEY (organisation_id, session_id) REFERENCES delivery.sessions(organisation_id, id) ON DELETE RESTRICT
);
comment on table delivery.attendances is 'The register: who came to a session, late, sent word or did not come';
CREATE INDEX attendances_organisation_id_centre_id_marked_at_idx ON delivery.attendances USING btree (organisation_id, centre_id, marked_at) WHERE ((mark = 'did_not_come'::text) AND (followed_up_at IS NULL));
CREATE INDEX attendances_organisation_id_person_id_session_id_idx ON delivery.attendances USING btree (organisation_id, person_id, session_id);
alter table delivery.attendances enable row level security;
alter table delivery.attendances force row level security;
create policy add on delivery.attendances for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy change on delivery.attendances for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy owner_all on delivery.attendances for all to kith_owner
  using (true)
  with check (true);
create policy runs_it_add on delivery.attendances as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)));
create policy runs_it_change on delivery.attendances as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)))
  with check ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)));
create policy sealed on delivery.attendances as restrictive for all to kith_app
  using (((person_id IN ( SELECT unnest(people.sealed()) AS unnest)) IS NOT TRUE));
create policy see on delivery.attendances for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy see_own on delivery.attendances for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (person_id = ( SELECT app.person() AS person))));
grant insert, select, update on delivery.attendances to kith_app;

create table delivery.corrections (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid,
  centre_id uuid not null,
  was jsonb not null,
  became jsonb not null,
  why text not null,
  by_account uuid,
  at timestamp with time zone not null,
  constraint corrections_pkey PRIMARY KEY (organisation_id, id),
  constraint corrections_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint corrections_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT,
  constraint corrections_organisation_id_session_id_fkey FOREIGN KEY (organisation_id, session_id) REFERENCES delivery.sessions(organisation_id, id) ON DELETE RESTRICT
);
comment on table delivery.corrections is 'What a closed register said before, what it says now, who changed it and why';
CREATE INDEX corrections_organisation_id_session_id_at_idx ON delivery.corrections USING btree (organisation_id, session_id, at);
alter table delivery.corrections enable row level security;
alter table delivery.corrections force row level security;
create policy add on delivery.corrections for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy change on delivery.corrections for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{}'::text[]) AS centres)::uuid[])))));
create policy owner_all on delivery.corrections for all to kith_owner
  using (true)
  with check (true);
create policy runs_it_add on delivery.corrections as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)));
create policy runs_it_change on delivery.corrections as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)))
  with check ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)));
create policy sealed on delivery.corrections as restrictive for all to kith_app
  using (((person_id IN ( SELECT unnest(people.sealed()) AS unnest)) IS NOT TRUE));
create policy see on delivery.corrections for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on delivery.corrections to kith_app;

create table delivery.exemptions (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  part text not null,
  code text not null,
  why text not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  from_on date not null,
  until_on date not null,
  ended_on date,
  ended_by uuid,
  constraint exemptions_pkey PRIMARY KEY (organisation_id, id),
  constraint exemptions_check CHECK (until_on >= from_on AND until_on <= (from_on + 90)),
  constraint exemptions_check1 CHECK (given_by <> account_id),
  constraint exemptions_code_check CHECK (code = ANY (ARRAY['references'::text, 'course'::text, 'induction'::text, 'unit'::text, 'sign_off'::text])),
  constraint exemptions_part_check CHECK (part = ANY (ARRAY['peer_supporter'::text, 'creche'::text, 'alongside'::text])),
  constraint exemptions_why_check CHECK (why <> ''::text),
  constraint exemptions_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint exemptions_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table delivery.exemptions is 'Somebody answers, by name and until a day, for a volunteer who has not shown one thing yet; never for a check';
comment on column delivery.exemptions.ended_on is 'From this day on it excuses nothing, although its last day has not come';
CREATE INDEX exemptions_organisation_id_account_id_until_on_idx ON delivery.exemptions USING btree (organisation_id, account_id, until_on);
CREATE INDEX exemptions_organisation_id_centre_id_idx ON delivery.exemptions USING btree (organisation_id, centre_id);
CREATE TRIGGER exemption_has_an_end AFTER INSERT ON delivery.exemptions FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION delivery.exemption_has_an_end();
alter table delivery.exemptions enable row level security;
alter table delivery.exemptions force row level security;
create policy add on delivery.exemptions for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on delivery.exemptions for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_oneself_add on delivery.exemptions as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR ((account_id <> ( SELECT app.account() AS account)) AND (given_by = ( SELECT app.account() AS account)))));
create policy not_oneself_change on delivery.exemptions as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (account_id <> ( SELECT app.account() AS account))));
create policy owner_all on delivery.exemptions for all to kith_owner
  using (true)
  with check (true);
create policy see on delivery.exemptions for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator,service_lead}'::text[]) AS centres)::uuid[])))));
grant insert, select on delivery.exemptions to kith_app;
grant update (ended_on), update (ended_by) on delivery.exemptions to kith_app;

create table delivery.groups (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  kind text not null,
  name text not null,
  template_id uuid not null,
  venue_id uuid,
  language text default 'en'::text not null,
  places integer not null,
  creche_places integer default 0 not null,
  due_from date,
  due_until date,
  starts_on date not null,
  at_time time without time zone not null,
  every text not null,
  online boolean default false not null,
  partners_welcome boolean default true not null,
  ground_rules text default ''::text not null,
  ground_rules_said_at timestamp with time zone,
  channel text default ''::text not null,
  ended_at timestamp with time zone,
  end_reason text,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint groups_pkey PRIMARY KEY (organisation_id, id),
  constraint groups_every_check CHECK (every = ANY (ARRAY['week'::text, 'month'::text])),
  constraint groups_kind_check CHECK (kind = ANY (ARRAY['antenatal_group'::text, 'drop_in'::text])),
  constraint groups_places_check CHECK (places > 0),
  constraint groups_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint groups_organisation_id_template_id_fkey FOREIGN KEY (organisation_id, template_id) REFERENCES programme.templates(organisation_id, id) ON DELETE RESTRICT,
  constraint groups_organisation_id_venue_id_fkey FOREIGN KEY (organisation_id, venue_id) REFERENCES programme.venues(organisation_id, id) ON DELETE RESTRICT
);
comment on table delivery.groups is 'An antenatal group or a monthly drop-in; it keeps the template version it began with';
CREATE INDEX groups_organisation_id_centre_id_starts_on_idx ON delivery.groups USING btree (organisation_id, centre_id, starts_on);
alter table delivery.groups enable row level security;
alter table delivery.groups force row level security;
create policy add on delivery.groups for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on delivery.groups for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on delivery.groups for all to kith_owner
  using (true)
  with check (true);
create policy see on delivery.groups for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy see_own on delivery.groups for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (id = ANY (( SELECT delivery.own_groups() AS own_groups)::uuid[]))));
create policy see_public on delivery.groups for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (ended_at IS NULL) AND (kind = 'drop_in'::text)));
grant insert, select, update on delivery.groups to kith_app;

create table delivery.known_pairs (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  family_person_id uuid not null,
  team_person_id uuid not null,
  said_by text not null,
  said_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  constraint known_pairs_pkey PRIMARY KEY (organisation_id, id),
  constraint known_pairs_check CHECK (family_person_id <> team_person_id),
  constraint known_pairs_said_by_check CHECK (said_by = ANY (ARRAY['parent'::text, 'supporter'::text])),
  constraint known_pairs_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint known_pairs_organisation_id_family_person_id_fkey FOREIGN KEY (organisation_id, family_person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT,
  constraint known_pairs_organisation_id_team_person_id_fkey FOREIGN KEY (organisation_id, team_person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT
);
comment on table delivery.known_pairs is 'A parent and somebody of the team who know each other: said by one of them, read by nobody else, heeded when places and groups are arranged';
CREATE UNIQUE INDEX known_pairs_standing ON delivery.known_pairs USING btree (organisation_id, family_person_id, team_person_id, said_by) WHERE (taken_back_at IS NULL);
alter table delivery.known_pairs enable row level security;
alter table delivery.known_pairs force row level security;
create policy change on delivery.known_pairs for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ((said_by = 'parent'::text) AND (family_person_id = ( SELECT app.person() AS person))) OR ((said_by = 'supporter'::text) AND (team_person_id = ( SELECT app.person() AS person))))))
  with check ((organisation_id = ( SELECT app.org() AS org)));
create policy own on delivery.known_pairs for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ((said_by = 'parent'::text) AND (family_person_id = ( SELECT app.person() AS person))) OR ((said_by = 'supporter'::text) AND (team_person_id = ( SELECT app.person() AS person))))));
create policy owner_all on delivery.known_pairs for all to kith_owner
  using (true)
  with check (true);
create policy sealed on delivery.known_pairs as restrictive for all to kith_app
  using (((family_person_id = ANY (( SELECT people.sealed() AS sealed)::uuid[])) IS NOT TRUE));
grant select on delivery.known_pairs to kith_app;
grant update (taken_back_at) on delivery.known_pairs to kith_app;

create table delivery.leaders (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  group_id uuid not null,
  account_id uuid not null,
  part text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  constraint leaders_pkey PRIMARY KEY (organisation_id, id),
  constraint leaders_part_check CHECK (part = ANY (ARRAY['practitioner'::text, 'peer_supporter'::text, 'creche'::text])),
  constraint leaders_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint leaders_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint leaders_organisation_id_group_id_fkey FOREIGN KEY (organisation_id, group_id) REFERENCES delivery.groups(organisation_id, id) ON DELETE RESTRICT
);
comment on table delivery.leaders is 'Who runs a group, as practitioner or as peer supporter, from when until when';
CREATE UNIQUE INDEX leaders_once ON delivery.leaders USING btree (organisation_id, group_id, account_id) WHERE (until_at IS NULL);
CREATE INDEX leaders_organisation_id_account_id_idx ON delivery.leaders USING btree (organisation_id, account_id) WHERE (until_at IS NULL);
CREATE TRIGGER guard_leaders AFTER INSERT OR UPDATE ON delivery.leaders FOR EACH ROW EXECUTE FUNCTION delivery.guard_leaders();
alter table delivery.leaders enable row level security;
alter table delivery.leaders force row level security;
create policy add on delivery.leaders for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on delivery.leaders for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on delivery.leaders for all to kith_owner
  using (true)
  with check (true);
create policy see on delivery.leaders for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy see_own on delivery.leaders for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (group_id = ANY (( SELECT delivery.own_groups() AS own_groups)::uuid[]))));
grant insert, select, update on delivery.leaders to kith_app;

create table delivery.places (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  pregnancy_id uuid not null,
  offered_at timestamp with time zone not null,
  offered_by uuid,
  answer_by timestamp with time zone,
  taken_at timestamp with time zone,
  declined_at timestamp with time zone,
  lapsed_at timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason text,
  partner_comes boolean default false not null,
  creche_children integer default 0 not null,
  bring text default ''::text not null,
  joined_after_start boolean default false not null,
  version integer default 1 not null,
  constraint places_pkey PRIMARY KEY (organisation_id, id),
  constraint places_end_reason_check CHECK (end_reason = ANY (ARRAY['finished'::text, 'moved_on'::text, 'left'::text, 'moved_away'::text, 'loss'::text, 'could_not_reach'::text, 'mistake'::text])),
  constraint places_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint places_organisation_id_group_id_fkey FOREIGN KEY (organisation_id, group_id) REFERENCES delivery.groups(organisation_id, id) ON DELETE RESTRICT,
  constraint places_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT,
  constraint places_organisation_id_pregnancy_id_fkey FOREIGN KEY (organisation_id, pregnancy_id) REFERENCES families.pregnancies(organisation_id, id) ON DELETE RESTRICT
);
comment on table delivery.places is 'A place in a group or drop-in: offered, taken, declined, lapsed or ended, each with its moment';
CREATE UNIQUE INDEX places_live ON delivery.places USING btree (organisation_id, group_id, person_id) WHERE ((declined_at IS NULL) AND (lapsed_at IS NULL) AND (ended_at IS NULL));
CREATE INDEX places_organisation_id_centre_id_group_id_idx ON delivery.places USING btree (organisation_id, centre_id, group_id);
CREATE INDEX places_organisation_id_group_id_person_id_idx ON delivery.places USING btree (organisation_id, group_id, person_id);
CREATE INDEX places_organisation_id_person_id_idx ON delivery.places USING btree (organisation_id, person_id);
CREATE TRIGGER guard_sealed BEFORE INSERT ON delivery.places FOR EACH ROW EXECUTE FUNCTION delivery.guard_sealed();
alter table delivery.places enable row level security;
alter table delivery.places force row level security;
create policy add on delivery.places for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on delivery.places for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change_own on delivery.places for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (person_id = ( SELECT app.person() AS person))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (person_id = ( SELECT app.person() AS person))));
create policy owner_all on delivery.places for all to kith_owner
  using (true)
  with check (true);
create policy sealed on delivery.places as restrictive for all to kith_app
  using (((person_id IN ( SELECT unnest(people.sealed()) AS unnest)) IS NOT TRUE));
create policy see on delivery.places for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy see_own on delivery.places for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (person_id = ( SELECT app.person() AS person))));
grant insert, select, update on delivery.places to kith_app;

create table delivery.plan_blocks (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  centre_id uuid not null,
  position integer not null,
  kind text not null,
  minutes integer not null,
  activity_id uuid,
  words text default ''::text not null,
  done text,
  adapted_how text default ''::text not null,
  constraint plan_blocks_pkey PRIMARY KEY (organisation_id, id),
  constraint plan_blocks_in_order UNIQUE (organisation_id, session_id, "position") DEFERRABLE INITIALLY DEFERRED,
  constraint plan_blocks_done_check CHECK (done = ANY (ARRAY['as_planned'::text, 'adapted'::text, 'left_out'::text])),
  constraint plan_blocks_minutes_check CHECK (minutes >= 0 AND minutes <= 240),
  constraint plan_blocks_position_check CHECK ("position" > 0),
  constraint plan_blocks_organisation_id_activity_id_fkey FOREIGN KEY (organisation_id, activity_id) REFERENCES programme.activities(organisation_id, id) ON DELETE RESTRICT,
  constraint plan_blocks_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint plan_blocks_organisation_id_session_id_fkey FOREIGN KEY (organisation_id, session_id) REFERENCES delivery.plans(organisation_id, session_id) ON DELETE RESTRICT
);
comment on table delivery.plan_blocks is 'The blocks of a session: planned minutes and activity, and what was done with them';
alter table delivery.plan_blocks enable row level security;
alter table delivery.plan_blocks force row level security;
create policy add on delivery.plan_blocks for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy change on delivery.plan_blocks for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,peer_supporter}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy owner_all on delivery.plan_blocks for all to kith_owner
  using (true)
  with check (true);
create policy remove on delivery.plan_blocks for delete to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,peer_supporter}'::text[]) AS centres)::uuid[]))));
create policy runs_it_add on delivery.plan_blocks as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)));
create policy runs_it_change on delivery.plan_blocks as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)))
  with check ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)));
create policy runs_it_remove on delivery.plan_blocks as restrictive for delete to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)));
create policy see on delivery.plan_blocks for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,peer_supporter}'::text[]) AS centres)::uuid[])))));
grant delete, insert, select, update on delivery.plan_blocks to kith_app;

create table delivery.plans (
  organisation_id uuid not null,
  session_id uuid not null,
  centre_id uuid not null,
  bring text default ''::text not null,
  note text default ''::text not null,
  version integer default 1 not null,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint plans_pkey PRIMARY KEY (organisation_id, session_id),
  constraint plans_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint plans_organisation_id_session_id_fkey FOREIGN KEY (organisation_id, session_id) REFERENCES delivery.sessions(organisation_id, id) ON DELETE RESTRICT
);
comment on table delivery.plans is 'What a session is meant to be; its blocks are in plan_blocks';
alter table delivery.plans enable row level security;
alter table delivery.plans force row level security;
create policy add on delivery.plans for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy change on delivery.plans for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,peer_supporter}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy owner_all on delivery.plans for all to kith_owner
  using (true)
  with check (true);
create policy runs_it_add on delivery.plans as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)));
create policy runs_it_change on delivery.plans as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)))
  with check ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)));
create policy see on delivery.plans for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,peer_supporter}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on delivery.plans to kith_app;

create table delivery.reflections (
  organisation_id uuid not null,
  session_id uuid not null,
  account_id uuid not null,
  centre_id uuid not null,
  went_well text default ''::text not null,
  next_time text default ''::text not null,
  take_home text default ''::text not null,
  heavy boolean default false not null,
  written_at timestamp with time zone not null,
  version integer default 1 not null,
  told boolean default false not null,
  constraint reflections_pkey PRIMARY KEY (organisation_id, session_id, account_id),
  constraint reflections_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint reflections_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint reflections_organisation_id_session_id_fkey FOREIGN KEY (organisation_id, session_id) REFERENCES delivery.sessions(organisation_id, id) ON DELETE RESTRICT
);
comment on table delivery.reflections is 'What those who ran a session want to remember of it, and whether it was a heavy one';
comment on column delivery.reflections.told is 'Somebody told them something that stays with them; what it was is not written here';
alter table delivery.reflections enable row level security;
alter table delivery.reflections force row level security;
create policy add on delivery.reflections for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account)) AND (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,peer_supporter}'::text[]) AS centres)::uuid[]))));
create policy change on delivery.reflections for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy owner_all on delivery.reflections for all to kith_owner
  using (true)
  with check (true);
create policy runs_it_add on delivery.reflections as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)));
create policy runs_it_change on delivery.reflections as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)))
  with check ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)));
create policy see on delivery.reflections for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on delivery.reflections to kith_app;

create table delivery.register_closings (
  organisation_id uuid not null,
  session_id uuid not null,
  centre_id uuid not null,
  happened boolean not null,
  why_not text,
  words text default ''::text not null,
  closed_by uuid,
  closed_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint register_closings_pkey PRIMARY KEY (organisation_id, session_id),
  constraint register_closings_check CHECK (happened OR why_not IS NOT NULL),
  constraint register_closings_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint register_closings_organisation_id_session_id_fkey FOREIGN KEY (organisation_id, session_id) REFERENCES delivery.sessions(organisation_id, id) ON DELETE RESTRICT
);
comment on table delivery.register_closings is 'A register was closed: did the session happen, and if not, why';
alter table delivery.register_closings enable row level security;
alter table delivery.register_closings force row level security;
create policy add on delivery.register_closings for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy change on delivery.register_closings for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on delivery.register_closings for all to kith_owner
  using (true)
  with check (true);
create policy runs_it_add on delivery.register_closings as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)));
create policy runs_it_change on delivery.register_closings as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)))
  with check ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(session_id)));
create policy see on delivery.register_closings for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on delivery.register_closings to kith_app;

create table delivery.requirements (
  organisation_id uuid not null,
  id uuid not null,
  part text not null,
  code text not null,
  version integer not null,
  effective_from date not null,
  dropped boolean default false not null,
  minimum integer not null,
  valid_months integer,
  grace_days integer default 0 not null,
  renew_days integer[] default '{60,30,7}'::integer[] not null,
  keeps_earned boolean default true not null,
  position integer not null,
  words text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint requirements_pkey PRIMARY KEY (organisation_id, id),
  constraint requirements_organisation_id_part_code_effective_from_key UNIQUE (organisation_id, part, code, effective_from),
  constraint requirements_organisation_id_part_code_version_key UNIQUE (organisation_id, part, code, version),
  constraint requirements_code_check CHECK (code = ANY (ARRAY['references'::text, 'clearance'::text, 'interview'::text, 'course'::text, 'induction'::text, 'unit'::text, 'sign_off'::text, 'supervision'::text])),
  constraint requirements_grace_days_check CHECK (grace_days >= 0 AND grace_days <= 180),
  constraint requirements_minimum_check CHECK (minimum >= 1 AND minimum <= 40),
  constraint requirements_part_check CHECK (part = ANY (ARRAY['peer_supporter'::text, 'creche'::text, 'alongside'::text])),
  constraint requirements_renew_days_check CHECK (cardinality(renew_days) >= 1 AND cardinality(renew_days) <= 6),
  constraint requirements_valid_months_check CHECK (valid_months >= 1 AND valid_months <= 120),
  constraint requirements_version_check CHECK (version > 0),
  constraint requirements_words_check CHECK (words <> ''::text),
  constraint requirements_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table delivery.requirements is 'What somebody must have shown before they do a part in a session: dated versions, never changed';
comment on column delivery.requirements.code is 'What is asked for. Supervision is never shown by a proof: while it is overdue nothing new begins, and what goes on goes on';
comment on column delivery.requirements.dropped is 'From this date on it is no longer asked for';
comment on column delivery.requirements.minimum is 'How many must be valid at once: two references, fifteen units, one of the rest';
comment on column delivery.requirements.valid_months is 'How long it holds from the day it was earned; null: until its own last day, or without end';
comment on column delivery.requirements.keeps_earned is 'Whoever met the version before this one with what they had earned by then goes on meeting it by that one';
CREATE TRIGGER in_ones_own_name AFTER INSERT ON delivery.requirements FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('made_by');
CREATE TRIGGER requirement_goes_on AFTER INSERT ON delivery.requirements FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION delivery.requirement_goes_on();
alter table delivery.requirements enable row level security;
alter table delivery.requirements force row level security;
create policy add on delivery.requirements for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead,programme_coordinator}'::text[]) AS holds))));
create policy owner_all on delivery.requirements for all to kith_owner
  using (true)
  with check (true);
create policy see on delivery.requirements for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds))));
grant insert, select on delivery.requirements to kith_app;

create table delivery.rota (
  organisation_id uuid not null,
  session_id uuid not null,
  account_id uuid not null,
  centre_id uuid not null,
  part text not null,
  with_children boolean default false not null,
  cover boolean default false not null,
  put_on_at timestamp with time zone not null,
  put_on_by uuid,
  stood_down_at timestamp with time zone,
  stood_down_by uuid,
  stood_down_why text,
  stood_down_words text default ''::text not null,
  version integer default 1 not null,
  constraint rota_pkey PRIMARY KEY (organisation_id, session_id, account_id),
  constraint creche_is_with_children CHECK (part <> 'creche'::text OR with_children OR stood_down_at IS NOT NULL),
  constraint rota_check CHECK ((stood_down_at IS NULL) = (stood_down_why IS NULL)),
  constraint rota_part_check CHECK (part = ANY (ARRAY['practitioner'::text, 'peer_supporter'::text, 'creche'::text, 'alongside'::text])),
  constraint rota_stood_down_why_check CHECK (stood_down_why = ANY (ARRAY['by_choice'::text, 'not_ready'::text, 'suspended'::text, 'crew_ended'::text, 'too_many_days'::text])),
  constraint rota_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint rota_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint rota_organisation_id_session_id_fkey FOREIGN KEY (organisation_id, session_id) REFERENCES delivery.sessions(organisation_id, id) ON DELETE RESTRICT
);
comment on table delivery.rota is 'Who runs one session, in which part; it holds nobody who may not be with families that day';
comment on column delivery.rota.part is 'Alongside: there to learn, next to somebody who runs it; writes nothing of the session and counts for no number';
comment on column delivery.rota.with_children is 'They look after children in it: a day of the meter';
comment on column delivery.rota.cover is 'For this date only; the usual crew of the group is in leaders';
CREATE INDEX rota_organisation_id_account_id_idx ON delivery.rota USING btree (organisation_id, account_id) WHERE (stood_down_at IS NULL);
CREATE INDEX rota_organisation_id_centre_id_idx ON delivery.rota USING btree (organisation_id, centre_id);
CREATE TRIGGER guard_rota AFTER INSERT OR UPDATE OF organisation_id, session_id, account_id, centre_id, part, with_children, stood_down_at ON delivery.rota FOR EACH ROW EXECUTE FUNCTION delivery.guard_rota();
alter table delivery.rota enable row level security;
alter table delivery.rota force row level security;
create policy add on delivery.rota for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on delivery.rota for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on delivery.rota for all to kith_owner
  using (true)
  with check (true);
create policy see on delivery.rota for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy see_own on delivery.rota for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (EXISTS ( SELECT
   FROM delivery.sessions s
  WHERE ((s.organisation_id = rota.organisation_id) AND (s.id = rota.session_id) AND (s.group_id = ANY (( SELECT delivery.own_groups() AS own_groups)::uuid[])))))));
grant insert, select, update on delivery.rota to kith_app;

create table delivery.sessions (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  group_id uuid not null,
  number integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  booking_id uuid,
  venue_id uuid,
  called_off_at timestamp with time zone,
  called_off_why text,
  version integer default 1 not null,
  constraint sessions_pkey PRIMARY KEY (organisation_id, id),
  constraint sessions_organisation_id_group_id_number_key UNIQUE (organisation_id, group_id, number),
  constraint sessions_check CHECK (ends_at > starts_at),
  constraint sessions_number_check CHECK (number > 0),
  constraint sessions_organisation_id_booking_id_fkey FOREIGN KEY (organisation_id, booking_id) REFERENCES programme.bookings(organisation_id, id) ON DELETE RESTRICT,
  constraint sessions_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint sessions_organisation_id_group_id_fkey FOREIGN KEY (organisation_id, group_id) REFERENCES delivery.groups(organisation_id, id) ON DELETE RESTRICT,
  constraint sessions_organisation_id_venue_id_fkey FOREIGN KEY (organisation_id, venue_id) REFERENCES programme.venues(organisation_id, id) ON DELETE RESTRICT
);
comment on table delivery.sessions is 'One meeting of a group, in a room, at a time of the centre''s own clock';
CREATE INDEX sessions_organisation_id_centre_id_starts_at_idx ON delivery.sessions USING btree (organisation_id, centre_id, starts_at);
CREATE INDEX sessions_organisation_id_group_id_starts_at_idx ON delivery.sessions USING btree (organisation_id, group_id, starts_at);
CREATE TRIGGER guard_moved_session AFTER UPDATE OF starts_at, called_off_at, centre_id ON delivery.sessions FOR EACH ROW WHEN (old.starts_at IS DISTINCT FROM new.starts_at OR old.centre_id IS DISTINCT FROM new.centre_id OR old.called_off_at IS NOT NULL AND new.called_off_at IS NULL) EXECUTE FUNCTION delivery.guard_moved_session();
alter table delivery.sessions enable row level security;
alter table delivery.sessions force row level security;
create policy add on delivery.sessions for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on delivery.sessions for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy owner_all on delivery.sessions for all to kith_owner
  using (true)
  with check (true);
create policy runs_it_change on delivery.sessions as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])) OR delivery.runs_session(id)));
create policy see on delivery.sessions for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy see_own on delivery.sessions for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (group_id = ANY (( SELECT delivery.own_groups() AS own_groups)::uuid[]))));
create policy see_public on delivery.sessions for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (EXISTS ( SELECT
   FROM delivery.groups g
  WHERE ((g.organisation_id = sessions.organisation_id) AND (g.id = sessions.group_id) AND (g.kind = 'drop_in'::text) AND (g.ended_at IS NULL))))));
grant insert, select, update on delivery.sessions to kith_app;

create table delivery.waiting (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  person_id uuid not null,
  pregnancy_id uuid not null,
  since timestamp with time zone not null,
  wishes text default ''::text not null,
  ended_at timestamp with time zone,
  end_reason text,
  constraint waiting_pkey PRIMARY KEY (organisation_id, id),
  constraint waiting_end_reason_check CHECK (end_reason = ANY (ARRAY['place'::text, 'too_late'::text, 'left'::text, 'loss'::text, 'mistake'::text])),
  constraint waiting_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint waiting_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT,
  constraint waiting_organisation_id_pregnancy_id_fkey FOREIGN KEY (organisation_id, pregnancy_id) REFERENCES families.pregnancies(organisation_id, id) ON DELETE RESTRICT
);
comment on table delivery.waiting is 'Parents welcomed and waiting for a place in an antenatal group';
CREATE UNIQUE INDEX waiting_once ON delivery.waiting USING btree (organisation_id, person_id) WHERE (ended_at IS NULL);
CREATE INDEX waiting_organisation_id_centre_id_since_idx ON delivery.waiting USING btree (organisation_id, centre_id, since) WHERE (ended_at IS NULL);
CREATE TRIGGER guard_sealed BEFORE INSERT ON delivery.waiting FOR EACH ROW EXECUTE FUNCTION delivery.guard_sealed();
alter table delivery.waiting enable row level security;
alter table delivery.waiting force row level security;
create policy add on delivery.waiting for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on delivery.waiting for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on delivery.waiting for all to kith_owner
  using (true)
  with check (true);
create policy sealed on delivery.waiting as restrictive for all to kith_app
  using (((person_id IN ( SELECT unnest(people.sealed()) AS unnest)) IS NOT TRUE));
create policy see on delivery.waiting for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy see_own on delivery.waiting for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (person_id = ( SELECT app.person() AS person))));
grant insert, select, update on delivery.waiting to kith_app;

-- -------------------- families --------------------------------------------------------------------

create schema families;

CREATE OR REPLACE FUNCTION families.facts_of(ids uuid[])
 RETURNS TABLE(person_id uuid, pregnancy_id uuid, centre_id uuid, relation text, due_on date, babies_expected integer, version integer, other_parents integer, babies jsonb, losses jsonb, some_lost boolean, loss_of_all boolean, resting text, undecided boolean, support_too boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'families', 'pg_temp'
AS $function$
  with known as (
    select unnest(people.may_know(ids)) as person_id
  ), current_one as (
    select distinct on (r.person_id) r.person_id, r.pregnancy_id, r.relation, g.centre_id, g.due_on, g.babies_expected, g.version
    from known k
    join families.parents r on r.organisation_id = app.org() and r.person_id = k.person_id and r.ended_at is null
    join families.pregnancies g on g.organisation_id = r.organisation_id and g.id = r.pregnancy_id
    order by r.person_id, r.since desc, r.id desc
  ), facts as (
    select c.*,
      (select count(*)::integer from families.parents o where o.organisation_id = app.org() and o.pregnancy_id = c.pregnancy_id and o.person_id <> c.person_id and o.ended_at is null and o.person_id <> all ((select people.sealed())::uuid[])) as other_parents,
      coalesce(b.babies, '[]') as babies, coalesce(b.living, 0) as living, coalesce(b.born, 0) as born,
      coalesce(l.losses, '[]') as losses, coalesce(l.some_lost, false) as some_lost, coalesce(l.all_lost, false) as all_lost, coalesce(l.lost_before_birth, 0) as lost_before_birth,
      p.why as resting, coalesce(p.undecided, false) as undecided, coalesce(p.support_too, false) as support_too,
      c.person_id = app.person() as own,
      -- Whoever records a loss no longer sees this parent and decides nothing of what they are told: so nothing tells them.
      c.person_id = app.person() and exists (select from people.persons s join families.losses x on x.organisation_id = s.organisation_id
        and x.pregnancy_id = c.pregnancy_id and x.undone_at is null and x.recorded_at >= s.sealed_at
        where s.organisation_id = app.org() and s.id = c.person_id) as unseen_loss,
      c.centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator}'))::uuid[]) or app.is_system() as reads_losses
    from current_one c
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', y.id, 'givenName', y.given_name, 'bornOn', y.born_on, 'order', y.birth_order, 'livesWith', y.lives_with, 'version', y.version, 'died', y.died) order by y.birth_order) as babies,
        count(*) filter (where not y.died) as living, count(*) as born
      from (select y.*, exists (select from families.losses x where x.organisation_id = y.organisation_id and x.pregnancy_id = y.pregnancy_id and x.undone_at is null and (x.all_babies or x.baby_id = y.id)) as died
            from families.babies y where y.organisation_id = app.org() and y.pregnancy_id = c.pregnancy_id and y.undone_at is null) y
    ) b on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'allBabies', x.all_babies, 'babyId', x.baby_id, 'happenedOn', x.happened_on, 'recordedAt', x.recorded_at, 'toldByPersonId', case when x.told_by_person_id <> all ((select people.sealed())::uuid[]) then x.told_by_person_id end) order by x.recorded_at, x.id) as losses,
        count(*) > 0 as some_lost, bool_or(x.all_babies) as all_lost, count(*) filter (where x.baby_id is null and not x.all_babies) as lost_before_birth
      from families.losses x where x.organisation_id = app.org() and x.pregnancy_id = c.pregnancy_id and x.undone_at is null
    ) l on true
    left join lateral (
      select (array_agg(z.why order by array_position('{own_loss,linked_loss,baby_elsewhere,asked}', z.why)))[1] as why,
        bool_or(z.decided_at is null and z.why <> 'own_loss') as undecided, bool_or(z.decision = 'nothing') as support_too
      from families.pauses z where z.organisation_id = app.org() and z.person_id = c.person_id and z.pregnancy_id = c.pregnancy_id and z.ended_at is null
    ) p on true
  ), hushed as (
    -- A parent looks at their own page while nobody has decided what they may be told, or somebody has: nothing.
    select f.*, coalesce(f.own and f.resting = 'linked_loss' and (f.undecided or f.support_too), false) or f.unseen_loss as quiet,
      f.all_lost or (f.some_lost and f.living = 0 and f.born + f.lost_before_birth >= f.babies_expected) as loss_of_all
    from facts f
  )
  select h.person_id, h.pregnancy_id, h.centre_id, h.relation,
    case when not h.quiet then h.due_on end, h.babies_expected, h.version, h.other_parents,
    case when h.quiet then '[]'::jsonb else h.babies end,
    case when h.reads_losses then h.losses else '[]'::jsonb end,
    h.some_lost and not h.quiet, h.loss_of_all and not h.quiet, case when h.unseen_loss then 'linked_loss' else h.resting end, h.undecided or h.unseen_loss, h.support_too
  from hushed h
$function$
;

grant execute on function families.facts_of(uuid[]) to kith_app;

CREATE OR REPLACE FUNCTION families.let_go_again(loss uuid, at timestamp with time zone)
 RETURNS TABLE(message_id uuid, send_after timestamp with time zone)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'families', 'pg_temp'
AS $function$
  update platform.messages m set state = 'waiting', why = null
  from families.losses x
  where x.organisation_id = app.org() and x.id = loss and x.undone_at is not null
    and (app.is_system() or x.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator}')))
    and x.pregnancy_id <> all ((select families.sealed_pregnancies())::uuid[])
    and m.organisation_id = x.organisation_id and m.id = any (x.stopped_messages) and m.state = 'stopped' and m.send_after > at
    -- Whatever was undone about a loss, somebody behind the wall is written to no more.
    and not exists (select from people.persons p where p.organisation_id = m.organisation_id and p.id = m.person_id and p.sealed_at is not null)
  returning m.id, m.send_after
$function$
;

grant execute on function families.let_go_again(uuid,timestamp with time zone) to kith_app;

CREATE OR REPLACE FUNCTION families.lost_pregnancies()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'families', 'pg_temp'
AS $function$
  select coalesce(array_agg(g.id), '{}') from families.pregnancies g
  where g.organisation_id = app.org()
    and (app.is_system() or g.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}')))
    and g.id <> all ((select families.sealed_pregnancies())::uuid[])
    and exists (select from families.losses x where x.organisation_id = g.organisation_id and x.pregnancy_id = g.id and x.undone_at is null)
    and (exists (select from families.losses x where x.organisation_id = g.organisation_id and x.pregnancy_id = g.id and x.undone_at is null and x.all_babies)
      or (not exists (select from families.babies y where y.organisation_id = g.organisation_id and y.pregnancy_id = g.id and y.undone_at is null
            and not exists (select from families.losses x where x.organisation_id = y.organisation_id and x.baby_id = y.id and x.undone_at is null))
        and (select count(*) from families.losses x where x.organisation_id = g.organisation_id and x.pregnancy_id = g.id and x.undone_at is null) >= g.babies_expected))
$function$
;

grant execute on function families.lost_pregnancies() to kith_app;

CREATE OR REPLACE FUNCTION families.sealed_pregnancies()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  behind constant uuid[] := people.sealed();
begin
  if cardinality(behind) = 0 then return '{}'; end if;
  return coalesce((select array_agg(distinct r.pregnancy_id) from families.parents r
    where r.organisation_id = app.org() and r.person_id = any (behind)
      and not exists (select from families.parents o where o.organisation_id = r.organisation_id and o.pregnancy_id = r.pregnancy_id
        and o.ended_at is null and o.person_id <> all (behind))), '{}');
end $function$
;

comment on function families.sealed_pregnancies() is 'Pregnancies whose parents are all behind the wall; ids, for policies';

grant execute on function families.sealed_pregnancies() to kith_app;

CREATE OR REPLACE FUNCTION families.stop_messages(pregnancy uuid, persons uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'families', 'pg_temp'
AS $function$
declare
  stopped uuid[];
begin
  if not exists (select from families.pregnancies g where g.organisation_id = app.org() and g.id = pregnancy
      and (app.is_system() or g.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}')))
      and g.id <> all ((select families.sealed_pregnancies())::uuid[])) then
    return '{}';
  end if;
  with gone as (
    update platform.messages m set state = 'stopped', why = 'Messages to this parent are resting.'
    where m.organisation_id = app.org() and m.state in ('waiting', 'held') and m.about in ('baby', 'group', 'referral')
      and (m.person_id = any (persons) or (m.person_id is null and m.pregnancy_id = pregnancy and m.about <> 'referral'))
      and (m.person_id is null or exists (select from families.parents r where r.organisation_id = m.organisation_id and r.pregnancy_id = pregnancy and r.person_id = m.person_id))
    returning m.id)
  select coalesce(array_agg(id), '{}') into stopped from gone;
  return stopped;
end $function$
;

grant execute on function families.stop_messages(uuid,uuid[]) to kith_app;

CREATE OR REPLACE FUNCTION families.untold_parents()
 RETURNS TABLE(pregnancy_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'families', 'pg_temp'
AS $function$
  select distinct z.pregnancy_id, z.person_id from families.pauses z
  left join families.losses l on l.organisation_id = z.organisation_id and l.id = z.loss_id
  left join families.parents r on r.organisation_id = z.organisation_id and r.pregnancy_id = z.pregnancy_id and r.person_id = z.person_id and r.ended_at is null
  where z.organisation_id = app.org() and app.is_system()
    and z.why = 'linked_loss' and z.ended_at is null and (z.decided_at is null or z.decision = 'nothing')
    and (l.id is null or l.told_by_person_id is not null or r.relation is distinct from 'pregnant')
$function$
;

grant execute on function families.untold_parents() to kith_app;

grant usage on schema families to kith_app;

create table families.babies (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  pregnancy_id uuid not null,
  given_name text,
  born_on date not null,
  birth_order integer default 1 not null,
  lives_with text default 'parents'::text not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by uuid,
  undone_why text,
  version integer default 1 not null,
  constraint babies_pkey PRIMARY KEY (organisation_id, id),
  constraint babies_birth_order_check CHECK (birth_order >= 1 AND birth_order <= 5),
  constraint babies_lives_with_check CHECK (lives_with = ANY (ARRAY['parents'::text, 'one_parent'::text, 'in_hospital'::text, 'elsewhere'::text])),
  constraint babies_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint babies_organisation_id_pregnancy_id_fkey FOREIGN KEY (organisation_id, pregnancy_id) REFERENCES families.pregnancies(organisation_id, id) ON DELETE RESTRICT
);
comment on table families.babies is 'A birth: one row a baby; where the baby lives is recorded gently and changes what is sent';
CREATE UNIQUE INDEX babies_once ON families.babies USING btree (organisation_id, pregnancy_id, birth_order) WHERE (undone_at IS NULL);
CREATE INDEX babies_organisation_id_centre_id_pregnancy_id_idx ON families.babies USING btree (organisation_id, centre_id, pregnancy_id);
alter table families.babies enable row level security;
alter table families.babies force row level security;
create policy add on families.babies for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on families.babies for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on families.babies for all to kith_owner
  using (true)
  with check (true);
create policy sealed on families.babies as restrictive for all to kith_app
  using (((pregnancy_id IN ( SELECT unnest(families.sealed_pregnancies()) AS unnest)) IS NOT TRUE));
create policy see on families.babies for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy see_own on families.babies for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (pregnancy_id IN ( SELECT p.pregnancy_id
   FROM families.parents p
  WHERE ((p.organisation_id = ( SELECT app.org() AS org)) AND (p.person_id = ( SELECT app.person() AS person)) AND (p.ended_at IS NULL))))));
grant insert, select, update on families.babies to kith_app;

create table families.losses (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  pregnancy_id uuid not null,
  baby_id uuid,
  told_by_person_id uuid,
  kind text not null,
  all_babies boolean not null,
  happened_on date,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by uuid,
  undone_why text,
  stopped_messages uuid[] default '{}'::uuid[] not null,
  constraint losses_pkey PRIMARY KEY (organisation_id, id),
  constraint losses_kind_check CHECK (kind = ANY (ARRAY['pregnancy_loss'::text, 'stillbirth'::text, 'baby_died'::text, 'ended_pregnancy'::text, 'not_said'::text])),
  constraint losses_organisation_id_baby_id_fkey FOREIGN KEY (organisation_id, baby_id) REFERENCES families.babies(organisation_id, id) ON DELETE RESTRICT,
  constraint losses_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint losses_organisation_id_pregnancy_id_fkey FOREIGN KEY (organisation_id, pregnancy_id) REFERENCES families.pregnancies(organisation_id, id) ON DELETE RESTRICT,
  constraint losses_organisation_id_told_by_person_id_fkey FOREIGN KEY (organisation_id, told_by_person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT
);
comment on table families.losses is 'A loss: one entry that stops every baby-related message, invitation and question at once; undone when it was a mistake';
comment on column families.losses.stopped_messages is 'Waiting messages that this entry stopped, so that undoing a mistake can let those still to come go again';
CREATE INDEX losses_organisation_id_pregnancy_id_idx ON families.losses USING btree (organisation_id, pregnancy_id) WHERE (undone_at IS NULL);
alter table families.losses enable row level security;
alter table families.losses force row level security;
create policy add on families.losses for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on families.losses for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on families.losses for all to kith_owner
  using (true)
  with check (true);
create policy sealed on families.losses as restrictive for all to kith_app
  using (((pregnancy_id IN ( SELECT unnest(families.sealed_pregnancies()) AS unnest)) IS NOT TRUE));
create policy see on families.losses for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on families.losses to kith_app;

create table families.parents (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  pregnancy_id uuid not null,
  person_id uuid not null,
  relation text not null,
  since timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  constraint parents_pkey PRIMARY KEY (organisation_id, id),
  constraint parents_relation_check CHECK (relation = ANY (ARRAY['pregnant'::text, 'father'::text, 'partner'::text, 'other_carer'::text])),
  constraint parents_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint parents_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT,
  constraint parents_organisation_id_pregnancy_id_fkey FOREIGN KEY (organisation_id, pregnancy_id) REFERENCES families.pregnancies(organisation_id, id) ON DELETE RESTRICT
);
comment on table families.parents is 'Which parent belongs to which pregnancy: each keeps a confidential file of their own';
CREATE UNIQUE INDEX parents_once ON families.parents USING btree (organisation_id, pregnancy_id, person_id) WHERE (ended_at IS NULL);
CREATE INDEX parents_organisation_id_centre_id_pregnancy_id_idx ON families.parents USING btree (organisation_id, centre_id, pregnancy_id);
CREATE INDEX parents_organisation_id_person_id_idx ON families.parents USING btree (organisation_id, person_id);
alter table families.parents enable row level security;
alter table families.parents force row level security;
create policy add on families.parents for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on families.parents for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on families.parents for all to kith_owner
  using (true)
  with check (true);
create policy sealed on families.parents as restrictive for all to kith_app
  using (((person_id IN ( SELECT unnest(people.sealed()) AS unnest)) IS NOT TRUE));
create policy see on families.parents for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy see_own on families.parents for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (person_id = ( SELECT app.person() AS person))));
grant insert, select, update on families.parents to kith_app;

create table families.pauses (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  person_id uuid not null,
  pregnancy_id uuid not null,
  loss_id uuid,
  why text not null,
  from_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  decision text,
  words text default ''::text not null,
  ended_at timestamp with time zone,
  constraint pauses_pkey PRIMARY KEY (organisation_id, id),
  constraint pauses_decision_check CHECK (decision = ANY (ARRAY['support_only'::text, 'all_again'::text, 'nothing'::text])),
  constraint pauses_why_check CHECK (why = ANY (ARRAY['own_loss'::text, 'linked_loss'::text, 'baby_elsewhere'::text, 'asked'::text])),
  constraint pauses_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint pauses_organisation_id_loss_id_fkey FOREIGN KEY (organisation_id, loss_id) REFERENCES families.losses(organisation_id, id) ON DELETE RESTRICT,
  constraint pauses_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT,
  constraint pauses_organisation_id_pregnancy_id_fkey FOREIGN KEY (organisation_id, pregnancy_id) REFERENCES families.pregnancies(organisation_id, id) ON DELETE RESTRICT
);
comment on table families.pauses is 'A parent''s messages are resting, since when and by whose decision they start again';
CREATE INDEX pauses_organisation_id_centre_id_idx ON families.pauses USING btree (organisation_id, centre_id) WHERE (ended_at IS NULL);
CREATE INDEX pauses_organisation_id_person_id_idx ON families.pauses USING btree (organisation_id, person_id) WHERE (ended_at IS NULL);
alter table families.pauses enable row level security;
alter table families.pauses force row level security;
create policy add on families.pauses for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on families.pauses for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on families.pauses for all to kith_owner
  using (true)
  with check (true);
create policy sealed on families.pauses as restrictive for all to kith_app
  using (((person_id IN ( SELECT unnest(people.sealed()) AS unnest)) IS NOT TRUE));
create policy see on families.pauses for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on families.pauses to kith_app;

create table families.pregnancies (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  due_on date,
  babies_expected integer default 1 not null,
  made_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint pregnancies_pkey PRIMARY KEY (organisation_id, id),
  constraint pregnancies_babies_expected_check CHECK (babies_expected >= 1 AND babies_expected <= 5),
  constraint pregnancies_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table families.pregnancies is 'One pregnancy and the babies of it: what two linked parents share';
CREATE INDEX pregnancies_organisation_id_centre_id_due_on_idx ON families.pregnancies USING btree (organisation_id, centre_id, due_on);
alter table families.pregnancies enable row level security;
alter table families.pregnancies force row level security;
create policy add on families.pregnancies for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on families.pregnancies for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on families.pregnancies for all to kith_owner
  using (true)
  with check (true);
create policy sealed on families.pregnancies as restrictive for all to kith_app
  using (((id IN ( SELECT unnest(families.sealed_pregnancies()) AS unnest)) IS NOT TRUE));
create policy see on families.pregnancies for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy see_own on families.pregnancies for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (id IN ( SELECT p.pregnancy_id
   FROM families.parents p
  WHERE ((p.organisation_id = ( SELECT app.org() AS org)) AND (p.person_id = ( SELECT app.person() AS person)) AND (p.ended_at IS NULL))))));
grant insert, select, update on families.pregnancies to kith_app;

create table families.safety_instructions (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  person_id uuid not null,
  words text not null,
  released_by uuid,
  released_at timestamp with time zone not null,
  review_on date not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint safety_instructions_pkey PRIMARY KEY (organisation_id, id),
  constraint safety_instructions_words_check CHECK (length(words) >= 3 AND length(words) <= 300),
  constraint safety_instructions_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint safety_instructions_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT
);
comment on table families.safety_instructions is 'What those who run sessions must do ("do not phone"), without the reason';
CREATE INDEX safety_instructions_organisation_id_person_id_idx ON families.safety_instructions USING btree (organisation_id, person_id) WHERE (ended_at IS NULL);
alter table families.safety_instructions enable row level security;
alter table families.safety_instructions force row level security;
create policy add on families.safety_instructions for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on families.safety_instructions for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on families.safety_instructions for all to kith_owner
  using (true)
  with check (true);
create policy sealed on families.safety_instructions as restrictive for all to kith_app
  using (((person_id IN ( SELECT unnest(people.sealed()) AS unnest)) IS NOT TRUE));
create policy see on families.safety_instructions for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,peer_supporter}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on families.safety_instructions to kith_app;

-- -------------------- hub -------------------------------------------------------------------------

create schema hub;

CREATE OR REPLACE FUNCTION hub.feed_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.ended_at is not null and new.ended_at is distinct from old.ended_at then
    raise exception 'a link that has ended stays ended' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

grant execute on function hub.feed_stays() to public;

grant usage on schema hub to kith_app;

create table hub.feeds (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  secret_hash text not null,
  shows_places boolean default false not null,
  made_at timestamp with time zone not null,
  last_read_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint feeds_pkey PRIMARY KEY (organisation_id, id),
  constraint feeds_organisation_id_secret_hash_key UNIQUE (organisation_id, secret_hash),
  constraint feeds_check CHECK (ended_at IS NULL OR ended_at >= made_at),
  constraint feeds_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table hub.feeds is 'The private link by which a calendar reads somebody''s own times; its hash, never the link';
comment on column hub.feeds.shows_places is 'Whether the calendar is told where as well; off until they say so';
comment on column hub.feeds.last_read_at is 'When a calendar last asked; null: never. Written down at most every few minutes';
CREATE UNIQUE INDEX feeds_one_live ON hub.feeds USING btree (organisation_id, account_id) WHERE (ended_at IS NULL);
CREATE TRIGGER feed_stays BEFORE UPDATE ON hub.feeds FOR EACH ROW EXECUTE FUNCTION hub.feed_stays();
alter table hub.feeds enable row level security;
alter table hub.feeds force row level security;
create policy add on hub.feeds for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account)) AND (( SELECT app.kind() AS kind) = 'account'::text) AND ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds)));
create policy change on hub.feeds for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)))))
  with check ((organisation_id = ( SELECT app.org() AS org)));
create policy owner_all on hub.feeds for all to kith_owner
  using (true)
  with check (true);
create policy see on hub.feeds for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)))));
grant insert, select on hub.feeds to kith_app;
grant update (shows_places), update (last_read_at), update (ended_at) on hub.feeds to kith_app;

-- -------------------- people ----------------------------------------------------------------------

create schema people;

CREATE OR REPLACE FUNCTION people.address_taken(address text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select (app.is_system() or app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead}'))
    and exists (select from sign_in."user" u where u."email" = lower(trim(address)))
$function$
;

comment on function people.address_taken(text) is 'Whether somebody signs in with this address already; always no for whoever may not invite';

grant execute on function people.address_taken(text) to kith_app;

CREATE OR REPLACE FUNCTION people.all_organisations()
 RETURNS TABLE(organisation_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'people', 'pg_temp'
AS $function$ select o.organisation_id from people.organisations o order by o.made_at, o.organisation_id $function$
;

grant execute on function people.all_organisations() to kith_app;

CREATE OR REPLACE FUNCTION people.guard_seal()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if not pg_has_role(current_user, 'kith_owner', 'usage') then
    raise exception 'a file is sealed and opened through its own door' using errcode = '42501';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION people.last_letter(account uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(
    (select m.state from platform.messages m
      where m.organisation_id = a.organisation_id and m.person_id = a.person_id and m.about = 'account'
      order by m.made_at desc limit 1),
    (select m.state from platform.messages m
      where p.side = 'team' and m.organisation_id = a.organisation_id and m.address = u."email" and m.about = 'account'
      order by m.made_at desc limit 1))
  from people.accounts a
  join people.persons p on p.organisation_id = a.organisation_id and p.id = a.person_id
  left join sign_in."user" u on u."id" = a.id
  where a.organisation_id = app.org() and a.id = account
    and (app.is_system() or app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead}'))
    and a.person_id <> all ((select people.sealed())::uuid[])
$function$
;

comment on function people.last_letter(uuid) is 'What became of the last letter about an account: its state and nothing it says';

grant execute on function people.last_letter(uuid) to kith_app;

CREATE OR REPLACE FUNCTION people.may_know(ids uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'people', 'pg_temp'
AS $function$
  select coalesce(array_agg(p.id), '{}') from people.persons p
  where p.organisation_id = app.org() and p.id = any (ids) and (
    app.is_system()
    or p.id = app.person()
    or (p.side = 'family' and p.sealed_at is null and p.centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'))::uuid[]))
    or (p.side = 'family' and p.sealed_at is null and p.introduced_at is not null and p.centre_id = any ((select app.centres('{peer_supporter}'))::uuid[])))
$function$
;

grant execute on function people.may_know(uuid[]) to kith_app;

CREATE OR REPLACE FUNCTION people.maybe_alike(name text, number text, phone_number text, email_address text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'people', 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(found.id), '{}') from (
    select p.id from people.persons p where p.organisation_id = app.org() and p.nhs_number = number and p.merged_into is null and p.side = 'family' and p.sealed_at is null
    union
    select c.person_id from people.contacts c where c.organisation_id = app.org() and c.phone = phone_number
    union
    select c.person_id from people.contacts c where c.organisation_id = app.org() and lower(c.email) = lower(email_address)
    union
    (select p.id from people.persons p where p.organisation_id = app.org() and p.side = 'family' and p.merged_into is null and p.sealed_at is null
      and lower(p.given_name || ' ' || p.family_name) % lower(name)
      order by similarity(lower(p.given_name || ' ' || p.family_name), lower(name)) desc limit 50)
  ) found
  where not exists (select from people.persons s where s.organisation_id = app.org() and s.id = found.id and s.sealed_at is not null)
$function$
;

grant execute on function people.maybe_alike(text,text,text,text) to kith_app;

CREATE OR REPLACE FUNCTION people.move_back(merge_id uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'people', 'pg_temp'
AS $function$
declare
  org constant uuid := app.org();
  done people.merges;
  line jsonb;
  keys text;
  count_back integer := 0;
  touched integer;
begin
  select * into done from people.merges m where m.organisation_id = org and m.id = merge_id and m.undone_at is null
    and (app.is_system() or m.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator}')))
  for update;
  if not found or exists (select from people.persons p where p.organisation_id = org
    and ((p.id = done.kept_id and p.merged_into is not null) or (p.id in (done.kept_id, done.merged_id) and p.sealed_at is not null))) then
    raise exception 'this merge cannot be undone' using errcode = 'KM001';
  end if;
  for line in select * from jsonb_array_elements(done.moved)
  loop
    -- Only tables that point at a file: the list was written by move_file, and is checked again.
    if line ->> 'table' <> 'platform.messages' and not exists (
      select from pg_catalog.pg_constraint c join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
      where c.contype = 'f' and c.confrelid = 'people.persons'::regclass and c.conrelid = (line ->> 'table')::regclass and a.attname = line ->> 'column') then
      raise exception 'no such link' using errcode = 'KM001';
    end if;
    select string_agg(format('%L, t.%I', a.attname, a.attname), ', ' order by a.attnum) into keys
    from pg_catalog.pg_constraint c join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'p' and c.conrelid = (line ->> 'table')::regclass;
    execute format('update %s t set %I = $1 where jsonb_build_object(%s) = $2 and t.organisation_id = $3 and t.%I = $4',
      (line ->> 'table')::regclass, line ->> 'column', keys, line ->> 'column') using done.merged_id, line -> 'key', org, done.kept_id;
    get diagnostics touched = row_count;
    count_back := count_back + touched;
  end loop;
  update people.persons set merged_into = null, version = version + 1 where organisation_id = org and id = done.merged_id;
  return count_back;
end $function$
;

grant execute on function people.move_back(uuid) to kith_app;

CREATE OR REPLACE FUNCTION people.move_file(from_id uuid, to_id uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'people', 'pg_temp'
AS $function$
declare
  org constant uuid := app.org();
  link record;
  line record;
  moved jsonb := '[]';
  keys text;
  before jsonb;
  after jsonb;
  broken text;
begin
  if (select count(*) from people.persons p
      where p.organisation_id = org and p.id in (from_id, to_id) and p.side = 'family' and p.merged_into is null and p.sealed_at is null
        and (app.is_system() or p.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator}')))) <> 2 then
    raise exception 'these two files cannot become one' using errcode = 'KM001';
  end if;
  -- First of all, so that the numbers only one live file may carry do not collide.
  update people.persons set merged_into = to_id, version = version + 1 where organisation_id = org and id = from_id;
  for link in
    select c.conrelid::regclass as tab, c.conrelid as oid, a.attname as col
    from pg_catalog.pg_constraint c
    join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'organisation_id'
    where c.contype = 'f' and c.confrelid = 'people.persons'::regclass
      and c.conrelid not in ('people.merges'::regclass, 'people.not_duplicates'::regclass)
    order by c.conrelid::regclass::text, a.attname
  loop
    select string_agg(format('%L, t.%I', a.attname, a.attname), ', ' order by a.attnum) into keys
    from pg_catalog.pg_constraint c join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'p' and c.conrelid = link.oid;
    for line in execute format('select jsonb_build_object(%s) as key from %s t where t.organisation_id = $1 and t.%I = $2', keys, link.tab, link.col) using org, from_id
    loop
      begin
        execute format('update %s t set %I = $1 where jsonb_build_object(%s) = $2 and t.organisation_id = $3', link.tab, link.col, keys) using to_id, line.key, org;
        before := line.key;
        after := case when before ? link.col then before || jsonb_build_object(link.col, to_id) else before end;
        moved := moved || jsonb_build_object('table', link.tab::text, 'column', link.col, 'key', after);
      exception when unique_violation then
        get stacked diagnostics broken = constraint_name;
        if not exists (select from pg_catalog.pg_constraint c where c.conrelid = link.oid and c.contype = 'p' and c.conname = broken)
          and not exists (select from pg_catalog.pg_index i join pg_catalog.pg_class x on x.oid = i.indexrelid
            where i.indrelid = link.oid and x.relname = broken and obj_description(x.oid) like 'Stays behind%') then
          raise exception 'both files have a live row' using errcode = 'KM002', detail = broken, table = link.tab::text;
        end if;
      end;
    end loop;
  end loop;
  for line in update platform.messages m set person_id = to_id where m.organisation_id = org and m.person_id = from_id returning m.id
  loop
    moved := moved || jsonb_build_object('table', 'platform.messages', 'column', 'person_id', 'key', jsonb_build_object('organisation_id', org, 'id', line.id));
  end loop;
  return moved;
end $function$
;

grant execute on function people.move_file(uuid,uuid,timestamp with time zone) to kith_app;

CREATE OR REPLACE FUNCTION people.nhs_number_taken(number text, besides uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'people', 'pg_temp'
AS $function$
  select exists (select from people.persons p where p.organisation_id = app.org() and p.nhs_number = number and p.merged_into is null and p.sealed_at is null and p.id is distinct from besides)
    and app.kind() in ('account', 'system')
$function$
;

grant execute on function people.nhs_number_taken(text,uuid) to kith_app;

CREATE OR REPLACE FUNCTION people.open_seal_again(seal uuid, reason text, at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  org constant uuid := app.org();
  stands people.seals;
begin
  select s.* into stands from people.seals s
  where s.organisation_id = org and s.id = seal and s.sealed_at is not null and s.opened_again_at is null
    and (app.is_system() or s.centre_id = any (app.centres('{service_lead}')))
  for update;
  if not found then raise exception 'there is no such seal to open' using errcode = 'KM003'; end if;
  update people.seals s set opened_again_at = at, opened_again_by = app.account(), opened_again_why = reason
  where s.organisation_id = org and s.id = seal;
  -- A number that a newer file has taken on since stays there: the two are found as alike and looked at by somebody.
  update people.persons p set sealed_at = null, version = p.version + 1,
    nhs_number = case when exists (select from people.persons o where o.organisation_id = org and o.nhs_number = p.nhs_number
      and o.merged_into is null and o.sealed_at is null and o.id <> p.id) then null else p.nhs_number end
  where p.organisation_id = org and p.sealed_at is not null and (p.id = stands.family_person_id or p.merged_into = stands.family_person_id);
  return stands.centre_id;
end $function$
;

comment on function people.open_seal_again(uuid,text,timestamp with time zone) is 'Opens a file that was sealed by mistake, for the service lead of its centre';

grant execute on function people.open_seal_again(uuid,text,timestamp with time zone) to kith_app;

CREATE OR REPLACE FUNCTION people.organisation_for(host text)
 RETURNS TABLE(organisation_id uuid, slug text, name text, zone text, demo boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select o.organisation_id, o.slug, o.name, o.zone, o.demo
    from people.organisations o
   order by (o.slug = lower(split_part(split_part(organisation_for.host, ':', 1), '.', 1))) desc, o.made_at, o.organisation_id
   limit 1
$function$
;

comment on function people.organisation_for(text) is 'The organisation that a host name belongs to by its first part, or the oldest';

grant execute on function people.organisation_for(text) to kith_app;

CREATE OR REPLACE FUNCTION people.own_suspension()
 RETURNS TABLE(since timestamp with time zone, centre text, phone text, email text, manager text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select s.from_at, c.name, c.phone, c.email,
    (select trim(coalesce(nullif(p.known_as, ''), p.given_name) || ' ' || p.family_name)
     from people.roles r
     join people.accounts a on a.organisation_id = r.organisation_id and a.id = r.account_id and a.closed_at is null
     join people.persons p on p.organisation_id = a.organisation_id and p.id = a.person_id
     where r.organisation_id = s.organisation_id and r.role = 'volunteer_manager' and r.ended_at is null
       and (r.centre_id = s.centre_id or r.centre_id is null) and r.account_id <> s.account_id
       and not exists (select from people.suspensions o where o.organisation_id = r.organisation_id and o.account_id = r.account_id and o.until_at is null)
     order by r.centre_id is null, r.given_at limit 1)
  from people.suspensions s
  join people.centres c on c.organisation_id = s.organisation_id and c.id = s.centre_id
  where s.organisation_id = app.org() and s.account_id = app.account() and s.until_at is null
$function$
;

comment on function people.own_suspension() is 'For somebody who is suspended: since when, and who will ring them; never why';

grant execute on function people.own_suspension() to kith_app;

CREATE OR REPLACE FUNCTION people.seal_file(file uuid, seal uuid, reason text, applicant uuid, close_account boolean, at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  org constant uuid := app.org();
  there people.persons;
  closed uuid;
begin
  select p.* into there from people.persons p
  where p.organisation_id = org and p.id = file and p.side = 'family' and p.merged_into is null and p.sealed_at is null
    and (app.is_system() or p.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator}')))
  for update;
  if not found then raise exception 'there is no such file to seal' using errcode = 'KM003'; end if;
  -- What was made one with it still carries their name.
  update people.persons p set sealed_at = at, version = p.version + 1
  where p.organisation_id = org and (p.id = file or p.merged_into = file) and p.sealed_at is null;
  insert into people.seals as s (organisation_id, id, centre_id, family_person_id, applicant_id, why, asked_at, sealed_at, sealed_by)
  values (org, seal, there.centre_id, file, applicant, reason, at, at, app.account())
  on conflict (organisation_id, family_person_id) where opened_again_at is null do update
    set sealed_at = at, sealed_by = app.account(), why = excluded.why, applicant_id = coalesce(s.applicant_id, excluded.applicant_id);
  update platform.messages m set state = 'stopped', why = 'This file is closed to the team.'
  where m.organisation_id = org and m.state in ('waiting', 'held') and m.about <> 'account'
    and m.person_id in (select p.id from people.persons p where p.organisation_id = org and (p.id = file or p.merged_into = file));
  if close_account then
    update people.accounts a set closed_at = at where a.organisation_id = org and a.person_id = file and a.closed_at is null returning a.id into closed;
  end if;
  return closed;
end $function$
;

comment on function people.seal_file(uuid,uuid,text,uuid,boolean,timestamp with time zone) is 'Seals a family file, for who looks after families at its centre and for the house';

grant execute on function people.seal_file(uuid,uuid,text,uuid,boolean,timestamp with time zone) to kith_app;

CREATE OR REPLACE FUNCTION people.sealed()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if app.is_system() then return '{}'; end if;
  return coalesce((select array_agg(p.id) from people.persons p
    where p.organisation_id = app.org() and p.sealed_at is not null and p.id is distinct from app.person()), '{}');
end $function$
;

comment on function people.sealed() is 'Files the actor must not reach because their person works with us; ids, for policies';

grant execute on function people.sealed() to kith_app;

CREATE OR REPLACE FUNCTION people.seals_standing()
 RETURNS TABLE(seal_id uuid, centre_id uuid, why text, sealed_at timestamp with time zone, sealed_by uuid, opened_again_at timestamp with time zone, opened_again_by uuid, opened_again_why text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select s.id, s.centre_id, s.why, s.sealed_at, s.sealed_by, s.opened_again_at, s.opened_again_by, s.opened_again_why
  from people.seals s
  where s.organisation_id = app.org() and s.sealed_at is not null
    and (app.is_system() or s.centre_id = any (app.centres('{service_lead}')))
  order by s.sealed_at desc, s.id desc limit 200
$function$
;

comment on function people.seals_standing() is 'Seals without the names behind them, for the service lead';

grant execute on function people.seals_standing() to kith_app;

CREATE OR REPLACE FUNCTION people.sign_ins_of(accounts uuid[])
 RETURNS TABLE(account_id uuid, ready boolean, invited_until timestamp with time zone, came_in boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select a.id, u."id" is not null,
    (select max(i.expires_at) from sign_in.invitations i where i.account_id = a.id and i.used_at is null),
    exists (select from platform.audit_events e
            where e.organisation_id = a.organisation_id and e.subject_id = a.id and e.verb = 'account.signed_in')
    or exists (select from sign_in.invitations i where i.account_id = a.id and i.used_at is not null)
  from people.accounts a
  left join sign_in."user" u on u."id" = a.id
  where a.organisation_id = app.org() and a.id = any (accounts)
    and (app.is_system() or app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead}'))
    and a.person_id <> all ((select people.sealed())::uuid[])
$function$
;

comment on function people.sign_ins_of(uuid[]) is 'Whether these accounts have a sign-in, an invitation that still holds, and somebody who has come in';

grant execute on function people.sign_ins_of(uuid[]) to kith_app;

CREATE OR REPLACE FUNCTION people.still_with_us(file uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select app.is_system() and (
    exists (select from delivery.places p where p.organisation_id = app.org() and p.person_id = file
      and p.declined_at is null and p.lapsed_at is null and p.ended_at is null)
    or exists (select from delivery.waiting w where w.organisation_id = app.org() and w.person_id = file and w.ended_at is null))
$function$
;

comment on function people.still_with_us(uuid) is 'Whether somebody holds or awaits a place as a parent; asked by the house before it seals a file';

grant execute on function people.still_with_us(uuid) to kith_app;

CREATE OR REPLACE FUNCTION people.team_names(ids uuid[])
 RETURNS TABLE(account_id uuid, called_name text, family_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'people', 'pg_temp'
AS $function$
  select a.id, coalesce(p.known_as, p.given_name), case when app.is_system() or cardinality(app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}')) > 0 then p.family_name else '' end
  from people.accounts a join people.persons p on p.organisation_id = a.organisation_id and p.id = a.person_id
  where a.organisation_id = app.org() and a.id = any (ids) and p.side = 'team' and app.kind() in ('account', 'system')
$function$
;

grant execute on function people.team_names(uuid[]) to kith_app;

CREATE OR REPLACE FUNCTION people.wall(t regclass, hidden text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  execute format('create policy sealed on %s as restrictive for all to kith_app using ((%s) is not true)', t, hidden);
end $function$
;

CREATE OR REPLACE FUNCTION people.who_is(token text, at timestamp with time zone)
 RETURNS TABLE(organisation_id uuid, account_id uuid, person_id uuid, side text, name text, roles text[], is_staff boolean, second_factor_done boolean, is_demo boolean, session_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  last_seen timestamptz;
begin
  select a.organisation_id, a.id, a.person_id, p.side,
         trim(coalesce(nullif(p.known_as, ''), p.given_name) || ' ' || p.family_name),
         case when exists (select from people.suspensions x
                where x.organisation_id = a.organisation_id and x.account_id = a.id and x.from_at <= who_is.at and (x.until_at is null or x.until_at > who_is.at))
              then '{}' else held.spread end,
         held.staff, s.second_factor_at is not null, a.demo, s.id,
         coalesce(s.last_seen_at, s."createdAt")
    into who_is.organisation_id, who_is.account_id, who_is.person_id, who_is.side,
         who_is.name, who_is.roles, who_is.is_staff, who_is.second_factor_done, who_is.is_demo, who_is.session_id,
         last_seen
    from sign_in."session" s
    join people.accounts a on a.id = s."userId" and a.closed_at is null
    join people.persons p on p.organisation_id = a.organisation_id and p.id = a.person_id
    cross join lateral (
      -- A role without a centre is held at every centre of the organisation.
      select coalesce(array_agg(distinct r.role || '@' || coalesce(r.centre_id, c.id)) filter (where coalesce(r.centre_id, c.id) is not null), '{}') as spread,
             coalesce(bool_or(r.role <> 'peer_supporter'), false) as staff
        from people.roles r
        left join people.centres c on r.centre_id is null and c.organisation_id = r.organisation_id
       where r.organisation_id = a.organisation_id and r.account_id = a.id and r.ended_at is null
    ) held
    join sign_in.limits l on l.who = case when held.staff then 'staff' when p.side = 'team' then 'volunteer' else 'parent' end
   where s."token" = who_is.token
     and s."expiresAt" > who_is.at
     and s."createdAt" + l.absolute > who_is.at
     and coalesce(s.last_seen_at, s."createdAt") + l.idle > who_is.at;
  if not found then return; end if;
  -- A write for every request would be a write too many; the idle limits are in hours.
  if last_seen < who_is.at - interval '5 minutes' then
    update sign_in."session" s set last_seen_at = who_is.at where s.id = who_is.session_id;
  end if;
  return next;
end $function$
;

comment on function people.who_is(text,timestamp with time zone) is 'Whose session this is, with the roles spread over the centres; nothing when it has ended';

grant execute on function people.who_is(text,timestamp with time zone) to kith_app;

grant usage on schema people to kith_app;

create table people.accounts (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  demo boolean default false not null,
  made_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint accounts_pkey PRIMARY KEY (organisation_id, id),
  constraint accounts_id_key UNIQUE (id),
  constraint accounts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT,
  constraint accounts_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT
);
comment on table people.accounts is 'Who can sign in, and whose file that is';
CREATE UNIQUE INDEX accounts_open_per_person ON people.accounts USING btree (organisation_id, person_id) WHERE (closed_at IS NULL);
CREATE TRIGGER closed_stays_closed AFTER UPDATE OF closed_at ON people.accounts FOR EACH ROW WHEN (old.closed_at IS NOT NULL AND new.closed_at IS DISTINCT FROM old.closed_at AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('an account that is closed stays closed');
alter table people.accounts enable row level security;
alter table people.accounts force row level security;
create policy add on people.accounts for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))));
create policy change on people.accounts for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))))
  with check ((organisation_id = ( SELECT app.org() AS org)));
create policy owner_all on people.accounts for all to kith_owner
  using (true)
  with check (true);
create policy sealed on people.accounts as restrictive for all to kith_app
  using (((person_id IN ( SELECT unnest(people.sealed()) AS unnest)) IS NOT TRUE));
create policy see on people.accounts for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (id = ( SELECT app.account() AS account)) OR ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds))));
grant insert, select on people.accounts to kith_app;
grant update (closed_at) on people.accounts to kith_app;

create table people.centres (
  organisation_id uuid not null,
  id uuid not null,
  slug text not null,
  name text not null,
  town text not null,
  about text default ''::text not null,
  phone text,
  email text,
  zone text default 'Europe/London'::text not null,
  nation text default 'england-and-wales'::text not null,
  travel text default ''::text not null,
  opened_on date not null,
  closed_on date,
  version integer default 1 not null,
  constraint centres_pkey PRIMARY KEY (organisation_id, id),
  constraint centres_organisation_id_slug_key UNIQUE (organisation_id, slug),
  constraint centres_slug_check CHECK (slug ~ '^[a-z0-9-]+$'::text),
  constraint centres_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table people.centres is 'A service centre: where groups and drop-ins are run from';
alter table people.centres enable row level security;
alter table people.centres force row level security;
create policy add on people.centres for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))));
create policy change on people.centres for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (id = ANY (( SELECT app.centres('{administrator,service_lead}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (id = ANY (( SELECT app.centres('{administrator,service_lead}'::text[]) AS centres)::uuid[])))));
create policy owner_all on people.centres for all to kith_owner
  using (true)
  with check (true);
create policy see on people.centres for select to kith_app
  using ((organisation_id = ( SELECT app.org() AS org)));
grant insert, select, update on people.centres to kith_app;

create table people.contacts (
  organisation_id uuid not null,
  person_id uuid not null,
  centre_id uuid not null,
  email text,
  phone text,
  address text,
  postcode text,
  may_email boolean default false not null,
  may_text boolean default false not null,
  may_call boolean default false not null,
  may_voicemail boolean default false not null,
  neutral_only boolean default true not null,
  safe_times text default ''::text not null,
  quiet_from time without time zone default '20:00:00'::time without time zone not null,
  quiet_until time without time zone default '08:00:00'::time without time zone not null,
  version integer default 1 not null,
  constraint contacts_pkey PRIMARY KEY (organisation_id, person_id),
  constraint contacts_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint contacts_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT
);
comment on table people.contacts is 'How to reach somebody, and what is safe: peer supporters never see it';
comment on column people.contacts.neutral_only is 'Somebody else may read the phone or the post: nothing may name the service. True until the person says otherwise';
CREATE INDEX contacts_organisation_id_lower_idx ON people.contacts USING btree (organisation_id, lower(email)) WHERE (email IS NOT NULL);
CREATE INDEX contacts_organisation_id_phone_idx ON people.contacts USING btree (organisation_id, phone) WHERE (phone IS NOT NULL);
alter table people.contacts enable row level security;
alter table people.contacts force row level security;
create policy add on people.contacts for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy add_team on people.contacts for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND ( SELECT app.holds('{service_lead,administrator,volunteer_manager}'::text[]) AS holds) AND (EXISTS ( SELECT
   FROM people.persons p
  WHERE ((p.organisation_id = contacts.organisation_id) AND (p.id = contacts.person_id) AND (p.side = 'team'::text))))));
create policy change on people.contacts for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change_own on people.contacts for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (person_id = ( SELECT app.person() AS person))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (person_id = ( SELECT app.person() AS person))));
create policy owner_all on people.contacts for all to kith_owner
  using (true)
  with check (true);
create policy sealed on people.contacts as restrictive for all to kith_app
  using (((person_id IN ( SELECT unnest(people.sealed()) AS unnest)) IS NOT TRUE));
create policy see on people.contacts for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy see_own on people.contacts for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (person_id = ( SELECT app.person() AS person))));
grant insert, select, update on people.contacts to kith_app;

create table people.help_lines (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  what text not null,
  phone text,
  text_to text,
  url text,
  hours text not null,
  for_whom text default 'anyone'::text not null,
  urgent boolean not null,
  position integer not null,
  confirmed_on date,
  confirmed_by uuid,
  shown boolean default true not null,
  version integer default 1 not null,
  constraint help_lines_pkey PRIMARY KEY (organisation_id, id),
  constraint help_lines_organisation_id_code_key UNIQUE (organisation_id, code),
  constraint help_lines_for_whom_check CHECK (for_whom = ANY (ARRAY['anyone'::text, 'loss'::text, 'father'::text, 'abuse'::text, 'child_safety'::text])),
  constraint help_lines_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table people.help_lines is 'Urgent help that people can call or text: confirmed by a named person at set-up and every year';
alter table people.help_lines enable row level security;
alter table people.help_lines force row level security;
create policy add on people.help_lines for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))));
create policy change on people.help_lines for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))));
create policy owner_all on people.help_lines for all to kith_owner
  using (true)
  with check (true);
create policy see on people.help_lines for select to kith_app
  using ((organisation_id = ( SELECT app.org() AS org)));
grant insert, select, update on people.help_lines to kith_app;

create table people.merges (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  moved jsonb not null,
  why text not null,
  merged_by uuid,
  merged_at timestamp with time zone not null,
  undone_by uuid,
  undone_at timestamp with time zone,
  constraint merges_pkey PRIMARY KEY (organisation_id, id),
  constraint merges_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint merges_organisation_id_kept_id_fkey FOREIGN KEY (organisation_id, kept_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT,
  constraint merges_organisation_id_merged_id_fkey FOREIGN KEY (organisation_id, merged_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT
);
comment on table people.merges is 'Two files about one person made one, with what moved, so that it can be undone';
alter table people.merges enable row level security;
alter table people.merges force row level security;
create policy add on people.merges for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on people.merges for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on people.merges for all to kith_owner
  using (true)
  with check (true);
create policy sealed on people.merges as restrictive for all to kith_app
  using ((((kept_id = ANY (( SELECT people.sealed() AS sealed)::uuid[])) OR (merged_id = ANY (( SELECT people.sealed() AS sealed)::uuid[]))) IS NOT TRUE));
create policy see on people.merges for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on people.merges to kith_app;

create table people.not_duplicates (
  organisation_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  centre_id uuid not null,
  said_by uuid,
  said_at timestamp with time zone not null,
  constraint not_duplicates_pkey PRIMARY KEY (organisation_id, one_id, other_id),
  constraint not_duplicates_check CHECK (one_id < other_id),
  constraint not_duplicates_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint not_duplicates_organisation_id_one_id_fkey FOREIGN KEY (organisation_id, one_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT,
  constraint not_duplicates_organisation_id_other_id_fkey FOREIGN KEY (organisation_id, other_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT
);
comment on table people.not_duplicates is 'Pairs of files that look alike and that somebody said are two people';
alter table people.not_duplicates enable row level security;
alter table people.not_duplicates force row level security;
create policy add on people.not_duplicates for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on people.not_duplicates for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on people.not_duplicates for all to kith_owner
  using (true)
  with check (true);
create policy sealed on people.not_duplicates as restrictive for all to kith_app
  using ((((one_id = ANY (( SELECT people.sealed() AS sealed)::uuid[])) OR (other_id = ANY (( SELECT people.sealed() AS sealed)::uuid[]))) IS NOT TRUE));
create policy see on people.not_duplicates for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on people.not_duplicates to kith_app;

create table people.organisations (
  organisation_id uuid not null,
  slug text not null,
  name text not null,
  zone text default 'Europe/London'::text not null,
  phone text,
  email text,
  neutral_sender text default 'A message for you'::text not null,
  demo boolean default false not null,
  made_at timestamp with time zone not null,
  constraint organisations_pkey PRIMARY KEY (organisation_id),
  constraint organisations_slug_key UNIQUE (slug),
  constraint organisations_slug_check CHECK (slug ~ '^[a-z0-9-]+$'::text)
);
comment on table people.organisations is 'A charity or partner that runs peer support programmes; everything else belongs to one';
alter table people.organisations enable row level security;
alter table people.organisations force row level security;
create policy add on people.organisations for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND ( SELECT app.is_system() AS is_system)));
create policy change on people.organisations for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))));
create policy owner_all on people.organisations for all to kith_owner
  using (true)
  with check (true);
create policy see on people.organisations for select to kith_app
  using ((organisation_id = ( SELECT app.org() AS org)));
grant insert, select, update on people.organisations to kith_app;

create table people.persons (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  side text not null,
  given_name text not null,
  family_name text default ''::text not null,
  known_as text,
  born_on date,
  pronouns text,
  language text default 'en'::text not null,
  interpreter_needed boolean default false not null,
  access_needs text default ''::text not null,
  nhs_number text,
  introduced_at timestamp with time zone,
  merged_into uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null,
  sealed_at timestamp with time zone,
  constraint persons_pkey PRIMARY KEY (organisation_id, id),
  constraint persons_given_name_check CHECK (given_name <> ''::text),
  constraint persons_nhs_number_check CHECK (nhs_number ~ '^[0-9]{10}$'::text),
  constraint persons_sealed_side CHECK (sealed_at IS NULL OR side = 'family'::text),
  constraint persons_side_check CHECK (side = ANY (ARRAY['family'::text, 'team'::text])),
  constraint persons_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint persons_organisation_id_merged_into_fkey FOREIGN KEY (organisation_id, merged_into) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT
);
comment on table people.persons is 'One file about one person, on the family side or the team side; never both';
comment on column people.persons.introduced_at is 'From when peer supporters of the centre may know the name: set when a place in a group or drop-in opens';
comment on column people.persons.sealed_at is 'From when nobody but the parent and the house reaches this file: they work with us now';
CREATE INDEX persons_name_alike ON people.persons USING gin (lower(((given_name || ' '::text) || family_name)) public.gin_trgm_ops);
CREATE UNIQUE INDEX persons_nhs_number ON people.persons USING btree (organisation_id, nhs_number) WHERE ((nhs_number IS NOT NULL) AND (merged_into IS NULL) AND (sealed_at IS NULL));
CREATE INDEX persons_organisation_id_centre_id_family_name_given_name_idx ON people.persons USING btree (organisation_id, centre_id, family_name, given_name);
CREATE INDEX persons_sealed ON people.persons USING btree (organisation_id, id) WHERE (sealed_at IS NOT NULL);
CREATE TRIGGER guard_seal BEFORE UPDATE ON people.persons FOR EACH ROW WHEN (old.sealed_at IS DISTINCT FROM new.sealed_at) EXECUTE FUNCTION people.guard_seal();
CREATE TRIGGER guard_seal_new BEFORE INSERT ON people.persons FOR EACH ROW WHEN (new.sealed_at IS NOT NULL) EXECUTE FUNCTION people.guard_seal();
alter table people.persons enable row level security;
alter table people.persons force row level security;
create policy add on people.persons for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ((side = 'family'::text) AND (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[]))) OR ((side = 'team'::text) AND ( SELECT app.holds('{administrator,service_lead,volunteer_manager}'::text[]) AS holds)))));
create policy change on people.persons for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (id = ( SELECT app.person() AS person)) OR ((side = 'family'::text) AND (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[]))) OR ((side = 'team'::text) AND ( SELECT app.holds('{administrator,service_lead,volunteer_manager}'::text[]) AS holds)))))
  with check ((organisation_id = ( SELECT app.org() AS org)));
create policy owner_all on people.persons for all to kith_owner
  using (true)
  with check (true);
create policy sealed on people.persons as restrictive for all to kith_app
  using (((sealed_at IS NULL) OR ( SELECT app.is_system() AS is_system) OR ((id = ( SELECT app.person() AS person)) IS TRUE)));
create policy see on people.persons for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (id = ( SELECT app.person() AS person)) OR ((side = 'team'::text) AND (( SELECT app.kind() AS kind) = 'account'::text) AND ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds)) OR ((side = 'family'::text) AND (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[]))) OR ((side = 'family'::text) AND (introduced_at IS NOT NULL) AND (centre_id = ANY (( SELECT app.centres('{peer_supporter}'::text[]) AS centres)::uuid[]))))));
grant insert, select, update on people.persons to kith_app;

create table people.roles (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  centre_id uuid,
  given_at timestamp with time zone not null,
  given_by uuid,
  ended_at timestamp with time zone,
  constraint roles_pkey PRIMARY KEY (organisation_id, id),
  constraint roles_role_check CHECK (role = ANY (ARRAY['practitioner'::text, 'volunteer_manager'::text, 'programme_coordinator'::text, 'administrator'::text, 'service_lead'::text, 'specialist'::text, 'peer_supporter'::text])),
  constraint roles_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint roles_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table people.roles is 'What somebody is here for, at one centre or (no centre) at all of them; nobody gives a role to themselves';
CREATE UNIQUE INDEX roles_held ON people.roles USING btree (organisation_id, account_id, role, centre_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL);
CREATE TRIGGER ended_stays_ended AFTER UPDATE OF ended_at ON people.roles FOR EACH ROW WHEN (old.role = 'peer_supporter'::text AND old.ended_at IS NOT NULL AND new.ended_at IS DISTINCT FROM old.ended_at AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('a role that has ended is not moved');
alter table people.roles enable row level security;
alter table people.roles force row level security;
create policy add on people.roles for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (( SELECT app.holds('{service_lead}'::text[]) AS holds) AND (account_id <> ( SELECT app.account() AS account))))));
create policy change on people.roles for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (( SELECT app.holds('{service_lead}'::text[]) AS holds) AND (account_id <> ( SELECT app.account() AS account))))))
  with check ((organisation_id = ( SELECT app.org() AS org)));
create policy owner_all on people.roles for all to kith_owner
  using (true)
  with check (true);
create policy see on people.roles for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)) OR ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds))));
create policy volunteers_are_not_brought_back on people.roles as restrictive for update to kith_app
  using (true)
  with check (((role <> 'peer_supporter'::text) OR (ended_at IS NOT NULL) OR ( SELECT app.is_system() AS is_system)));
create policy volunteers_come_by_the_route on people.roles as restrictive for insert to kith_app
  with check (((role <> 'peer_supporter'::text) OR ( SELECT app.is_system() AS is_system)));
grant insert, select on people.roles to kith_app;
grant update (ended_at) on people.roles to kith_app;

create table people.seals (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  family_person_id uuid not null,
  applicant_id uuid,
  why text not null,
  asked_at timestamp with time zone not null,
  sealed_at timestamp with time zone,
  sealed_by uuid,
  opened_again_at timestamp with time zone,
  opened_again_by uuid,
  opened_again_why text,
  constraint seals_pkey PRIMARY KEY (organisation_id, id),
  constraint seals_check CHECK ((opened_again_at IS NULL) = (opened_again_why IS NULL)),
  constraint seals_why_check CHECK (why = ANY (ARRAY['volunteers'::text, 'works_here'::text])),
  constraint seals_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint seals_organisation_id_family_person_id_fkey FOREIGN KEY (organisation_id, family_person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT
);
comment on table people.seals is 'Which family file was sealed because its person works with us. That link is itself a secret: the house alone reads it';
comment on column people.seals.sealed_at is 'Null while they are still with us as a parent: sealed on the day of their welcome';
CREATE INDEX seals_organisation_id_applicant_id_idx ON people.seals USING btree (organisation_id, applicant_id) WHERE (applicant_id IS NOT NULL);
CREATE UNIQUE INDEX seals_standing ON people.seals USING btree (organisation_id, family_person_id) WHERE (opened_again_at IS NULL);
alter table people.seals enable row level security;
alter table people.seals force row level security;
create policy add on people.seals for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{}'::text[]) AS holds))));
create policy change on people.seals for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{}'::text[]) AS holds))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{}'::text[]) AS holds))));
create policy owner_all on people.seals for all to kith_owner
  using (true)
  with check (true);
create policy see on people.seals for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{}'::text[]) AS holds))));
grant insert, select, update on people.seals to kith_app;

create table people.suspensions (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  from_at timestamp with time zone not null,
  by_account uuid,
  until_at timestamp with time zone,
  ended_by uuid,
  version integer default 1 not null,
  constraint suspensions_pkey PRIMARY KEY (organisation_id, id),
  constraint suspensions_check CHECK (until_at IS NULL OR until_at >= from_at),
  constraint suspensions_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint suspensions_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table people.suspensions is 'Somebody of the team who meets no families for now. Never why: that lies in a concern, with those it was given to';
CREATE UNIQUE INDEX suspensions_live ON people.suspensions USING btree (organisation_id, account_id) WHERE (until_at IS NULL);
CREATE INDEX suspensions_organisation_id_account_id_from_at_idx ON people.suspensions USING btree (organisation_id, account_id, from_at);
alter table people.suspensions enable row level security;
alter table people.suspensions force row level security;
create policy add on people.suspensions for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator,service_lead}'::text[]) AS centres)::uuid[])))));
create policy add_not_oneself on people.suspensions as restrictive for insert to kith_app
  with check ((account_id IS DISTINCT FROM ( SELECT app.account() AS account)));
create policy change on people.suspensions for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator,service_lead}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator,service_lead}'::text[]) AS centres)::uuid[])))));
create policy change_not_oneself on people.suspensions as restrictive for update to kith_app
  using ((account_id IS DISTINCT FROM ( SELECT app.account() AS account)));
create policy owner_all on people.suspensions for all to kith_owner
  using (true)
  with check (true);
create policy see on people.suspensions for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator,service_lead}'::text[]) AS centres)::uuid[])))));
create policy see_own on people.suspensions for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
grant insert, select, update on people.suspensions to kith_app;

-- -------------------- platform --------------------------------------------------------------------

create schema platform;
comment on schema platform is 'What every room stands on: migrations, audit, drafts, jobs and messages.';

CREATE OR REPLACE FUNCTION platform.audit_last_seq()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'platform', 'pg_temp'
 SET lock_timeout TO '400ms'
AS $function$
begin
  if not app.is_system() then
    raise exception 'only the house seals the audit' using errcode = '42501';
  end if;
  lock table platform.audit_events in share mode;
  return (select max(seq) from platform.audit_events where organisation_id = app.org());
end
$function$
;

grant execute on function platform.audit_last_seq() to kith_app;

CREATE OR REPLACE FUNCTION platform.by_hand()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ select not app.is_system() and not pg_has_role('kith_owner', 'usage') $function$
;

comment on function platform.by_hand() is 'Whether a person writes, and not the house or the owner of the tables';

grant execute on function platform.by_hand() to public;

CREATE OR REPLACE FUNCTION platform.centre_policies(t regclass, see text[], add text[], change text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  scope constant text := 'organisation_id = (select app.org()) and ((select app.is_system()) or centre_id = any ((select app.centres(%L::text[]))::uuid[]))';
begin
  perform platform.protect(t);
  execute format('create policy see on %s for select to kith_app using (' || scope || ')', t, see);
  execute format('create policy add on %s for insert to kith_app with check (' || scope || ')', t, add);
  execute format('create policy change on %s for update to kith_app using (' || scope || ') with check (' || scope || ')', t, change, change);
  execute format('grant select, insert, update on %s to kith_app', t);
end $function$
;

grant execute on function platform.centre_policies(regclass,text[],text[],text[]) to public;

CREATE OR REPLACE FUNCTION platform.in_ones_own_name()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if to_jsonb(new) ->> tg_argv[0] is distinct from app.account()::text then
    raise exception 'this is written down in one''s own name' using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION platform.not_by_hand()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  raise exception '%', tg_argv[0] using errcode = 'check_violation';
end $function$
;

CREATE OR REPLACE FUNCTION platform.organisation_policies(t regclass, see text[], add text[], change text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  scope constant text := 'organisation_id = (select app.org()) and ((select app.is_system()) or (select app.holds(%L::text[])))';
begin
  perform platform.protect(t);
  execute format('create policy see on %s for select to kith_app using (' || scope || ')', t, see);
  execute format('create policy add on %s for insert to kith_app with check (' || scope || ')', t, add);
  execute format('create policy change on %s for update to kith_app using (' || scope || ') with check (' || scope || ')', t, change, change);
  execute format('grant select, insert, update on %s to kith_app', t);
end $function$
;

grant execute on function platform.organisation_policies(regclass,text[],text[],text[]) to public;

CREATE OR REPLACE FUNCTION platform.protect(protected regclass)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
    begin
      execute format('alter table %s enable row level security', protected);
      execute format('alter table %s force row level security', protected);
      execute format('create policy owner_all on %s to kith_owner using (true) with check (true)', protected);
    end $function$
;

comment on function platform.protect(regclass) is 'Every table of ours calls this once in its migration: row security on, forced, and open to the owner.';

grant usage on schema platform to kith_app;

create table platform.audit_events (
  organisation_id uuid not null,
  seq bigint generated always as identity not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  account_id uuid,
  verb text not null,
  subject_kind text not null,
  subject_id uuid,
  centre_id uuid,
  constraint audit_events_pkey PRIMARY KEY (organisation_id, seq),
  constraint audit_events_verb_check CHECK (verb ~ '^[a-z][a-z0-9_.]*$'::text)
);
comment on table platform.audit_events is 'Who did or looked at what: ids only, append-only for everyone';
CREATE INDEX audit_events_by_account ON platform.audit_events USING btree (organisation_id, account_id, at);
CREATE INDEX audit_events_by_day ON platform.audit_events USING btree (organisation_id, at);
CREATE INDEX audit_events_organisation_id_subject_id_at_idx ON platform.audit_events USING btree (organisation_id, subject_id, at);
CREATE INDEX audit_events_seq_idx ON platform.audit_events USING btree (seq);
alter table platform.audit_events enable row level security;
alter table platform.audit_events force row level security;
create policy add on platform.audit_events for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (NOT (account_id IS DISTINCT FROM ( SELECT app.account() AS account)))));
create policy owner_all on platform.audit_events for all to kith_owner
  using (true)
  with check (true);
create policy see on platform.audit_events for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ( SELECT app.is_system() AS is_system)));
grant insert, select on platform.audit_events to kith_app;

create table platform.audit_seals (
  organisation_id uuid not null,
  number integer not null,
  first_seq bigint not null,
  last_seq bigint not null,
  events integer not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamp with time zone not null,
  digests bytea default '\x'::bytea not null,
  constraint audit_seals_pkey PRIMARY KEY (organisation_id, number)
);
comment on table platform.audit_seals is 'The hash chain over the audit: each seal covers a run of events and the seal before it';
comment on column platform.audit_seals.digests is 'For each event of the run in order: its seq (8 bytes) and the first 16 bytes of its SHA-256';
alter table platform.audit_seals enable row level security;
alter table platform.audit_seals force row level security;
create policy add on platform.audit_seals for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND ( SELECT app.is_system() AS is_system)));
create policy owner_all on platform.audit_seals for all to kith_owner
  using (true)
  with check (true);
create policy see on platform.audit_seals for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ( SELECT app.is_system() AS is_system)));
grant insert, select on platform.audit_seals to kith_app;

create table platform.drafts (
  organisation_id uuid not null,
  id uuid not null,
  form text not null,
  subject_id uuid,
  account_id uuid,
  secret_hash text,
  step text,
  typed jsonb default '{}'::jsonb not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  finished_to text,
  constraint drafts_pkey PRIMARY KEY (organisation_id, id),
  constraint drafts_check CHECK ((account_id IS NULL) <> (secret_hash IS NULL))
);
comment on table platform.drafts is 'Forms somebody is still writing: bound to one author and one subject, deleted when they expire';
CREATE UNIQUE INDEX drafts_one_per_subject ON platform.drafts USING btree (organisation_id, account_id, form, subject_id) NULLS NOT DISTINCT WHERE (account_id IS NOT NULL);
alter table platform.drafts enable row level security;
alter table platform.drafts force row level security;
create policy own on platform.drafts for all to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)))));
create policy owner_all on platform.drafts for all to kith_owner
  using (true)
  with check (true);
create policy sealed on platform.drafts as restrictive for all to kith_app
  using (((subject_id = ANY (( SELECT people.sealed() AS sealed)::uuid[])) IS NOT TRUE));
grant delete, insert, select, update on platform.drafts to kith_app;

create table platform.findings (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  subject_kind text not null,
  subject_id uuid not null,
  centre_id uuid,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  gone_at timestamp with time zone,
  constraint findings_pkey PRIMARY KEY (organisation_id, id)
);
comment on table platform.findings is 'The nightly look for the impossible: what was found, and when it was gone again';
CREATE UNIQUE INDEX findings_open ON platform.findings USING btree (organisation_id, code, subject_id) WHERE (gone_at IS NULL);
alter table platform.findings enable row level security;
alter table platform.findings force row level security;
create policy add on platform.findings for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{}'::text[]) AS holds))));
create policy change on platform.findings for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{}'::text[]) AS holds))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{}'::text[]) AS holds))));
create policy owner_all on platform.findings for all to kith_owner
  using (true)
  with check (true);
create policy sealed on platform.findings as restrictive for all to kith_app
  using (((subject_id = ANY (( SELECT people.sealed() AS sealed)::uuid[])) IS NOT TRUE));
create policy see on platform.findings for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))));
grant insert, select, update on platform.findings to kith_app;

create table platform.form_errors (
  organisation_id uuid not null,
  on_day date not null,
  form text not null,
  field text not null,
  message text not null,
  times integer default 1 not null,
  constraint form_errors_pkey PRIMARY KEY (organisation_id, on_day, form, field, message)
);
comment on table platform.form_errors is 'Which messages people meet on which field, counted; never what they typed';
alter table platform.form_errors enable row level security;
alter table platform.form_errors force row level security;
create policy add on platform.form_errors for insert to kith_app
  with check ((organisation_id = ( SELECT app.org() AS org)));
create policy change on platform.form_errors for update to kith_app
  using ((organisation_id = ( SELECT app.org() AS org)))
  with check ((organisation_id = ( SELECT app.org() AS org)));
create policy owner_all on platform.form_errors for all to kith_owner
  using (true)
  with check (true);
create policy see on platform.form_errors for select to kith_app
  using ((organisation_id = ( SELECT app.org() AS org)));
grant insert, select, update on platform.form_errors to kith_app;

create table platform.messages (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid,
  person_id uuid,
  address text,
  channel text not null,
  template text not null,
  about text not null,
  pregnancy_id uuid,
  details jsonb default '{}'::jsonb not null,
  once_key text not null,
  state text default 'waiting'::text not null,
  why text,
  tries integer default 0 not null,
  made_at timestamp with time zone not null,
  send_after timestamp with time zone not null,
  claimed_at timestamp with time zone,
  gone_at timestamp with time zone,
  sent_to text,
  subject text,
  body text,
  constraint messages_pkey PRIMARY KEY (organisation_id, id),
  constraint messages_organisation_id_once_key_key UNIQUE (organisation_id, once_key),
  constraint messages_about_check CHECK (about = ANY (ARRAY['referral'::text, 'group'::text, 'baby'::text, 'safety'::text, 'team'::text, 'account'::text, 'support'::text, 'recruiting'::text])),
  constraint messages_channel_check CHECK (channel = ANY (ARRAY['email'::text, 'sms'::text])),
  constraint messages_check CHECK (person_id IS NOT NULL OR address IS NOT NULL),
  constraint messages_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'held'::text, 'sending'::text, 'sent'::text, 'shown'::text, 'stopped'::text, 'doubtful'::text, 'failed'::text]))
);
comment on table platform.messages is 'E-mail and SMS: enqueued once, checked and worded when claimed, kept as sent';
CREATE INDEX messages_organisation_id_centre_id_made_at_idx ON platform.messages USING btree (organisation_id, centre_id, made_at);
CREATE INDEX messages_organisation_id_person_id_made_at_idx ON platform.messages USING btree (organisation_id, person_id, made_at);
CREATE INDEX messages_organisation_id_state_send_after_idx ON platform.messages USING btree (organisation_id, state, send_after);
alter table platform.messages enable row level security;
alter table platform.messages force row level security;
create policy add on platform.messages for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.kind() AS kind) <> 'nobody'::text)));
create policy change on platform.messages for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ( SELECT app.is_system() AS is_system)))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND ( SELECT app.is_system() AS is_system)));
create policy owner_all on platform.messages for all to kith_owner
  using (true)
  with check (true);
create policy sealed on platform.messages as restrictive for all to kith_app
  using ((((person_id = ANY (( SELECT people.sealed() AS sealed)::uuid[])) OR (pregnancy_id = ANY (( SELECT families.sealed_pregnancies() AS sealed_pregnancies)::uuid[])) OR ((about = 'referral'::text) AND (person_id IS NULL) AND (( SELECT cardinality(referrals.sealed_traces()) AS cardinality) > 0) AND (("substring"(once_key, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'::text))::uuid = ANY (( SELECT referrals.sealed_traces() AS sealed_traces)::uuid[])))) IS NOT TRUE));
create policy see on platform.messages for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ((about = ANY (ARRAY['referral'::text, 'group'::text, 'baby'::text, 'support'::text])) AND (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[]))))));
create policy see_recruiting on platform.messages for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (about = 'recruiting'::text) AND (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[]))));
grant insert, select, update on platform.messages to kith_app;

create table platform.migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migrations_pkey PRIMARY KEY (name)
);
comment on table platform.migrations is 'Which migrations this database has had. Belongs to no organisation.';
comment on column platform.migrations.checksum is 'SHA-256 of the file as it ran; a past migration is never edited.';
alter table platform.migrations enable row level security;
alter table platform.migrations force row level security;
create policy owner_all on platform.migrations for all to kith_owner
  using (true)
  with check (true);

create table platform.submissions (
  organisation_id uuid not null,
  key uuid not null,
  account_id uuid,
  path text not null,
  went_to text,
  at timestamp with time zone not null,
  constraint submissions_pkey PRIMARY KEY (organisation_id, key)
);
comment on table platform.submissions is 'Idempotency keys of forms sent, so that pressing twice does once; purged after a week';
alter table platform.submissions enable row level security;
alter table platform.submissions force row level security;
create policy own on platform.submissions for all to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (NOT (account_id IS DISTINCT FROM ( SELECT app.account() AS account))))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (NOT (account_id IS DISTINCT FROM ( SELECT app.account() AS account))))));
create policy owner_all on platform.submissions for all to kith_owner
  using (true)
  with check (true);
grant delete, insert, select, update on platform.submissions to kith_app;

-- -------------------- programme -------------------------------------------------------------------

create schema programme;

grant usage on schema programme to kith_app;

create table programme.activities (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  toolbox text not null,
  title text not null,
  summary text not null,
  main_theme text not null,
  themes text[] not null,
  topics text[] not null,
  blocks text[] not null,
  stages text[] not null,
  facilitators text[] not null,
  minutes_usual integer not null,
  minutes_least integer not null,
  minutes_most integer not null,
  content jsonb not null,
  credit text default ''::text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  replaced_at timestamp with time zone,
  constraint activities_pkey PRIMARY KEY (organisation_id, id),
  constraint activities_organisation_id_code_version_key UNIQUE (organisation_id, code, version),
  constraint activities_check CHECK (minutes_least <= minutes_usual AND minutes_usual <= minutes_most),
  constraint activities_toolbox_check CHECK (toolbox = ANY (ARRAY['group'::text, 'peer_supporter'::text])),
  constraint activities_version_check CHECK (version > 0),
  constraint activities_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table programme.activities is 'The toolbox: one row a version of an activity, with its handout, adaptations and cautions';
CREATE UNIQUE INDEX activities_current ON programme.activities USING btree (organisation_id, code) WHERE (replaced_at IS NULL);
alter table programme.activities enable row level security;
alter table programme.activities force row level security;
create policy add on programme.activities for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,programme_coordinator,service_lead}'::text[]) AS holds))));
create policy change on programme.activities for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,programme_coordinator,service_lead}'::text[]) AS holds))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,programme_coordinator,service_lead}'::text[]) AS holds))));
create policy owner_all on programme.activities for all to kith_owner
  using (true)
  with check (true);
create policy see on programme.activities for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds))));
create policy see_handouts on programme.activities for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.kind() AS kind) = 'account'::text) AND (( SELECT app.person() AS person) IS NOT NULL) AND (replaced_at IS NULL) AND (content ? 'handout'::text)));
grant insert, select, update on programme.activities to kith_app;

create table programme.bank_holidays (
  organisation_id uuid not null,
  nation text not null,
  on_day date not null,
  name text not null,
  constraint bank_holidays_pkey PRIMARY KEY (organisation_id, nation, on_day),
  constraint bank_holidays_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table programme.bank_holidays is 'Days on which groups are not planned, by nation';
alter table programme.bank_holidays enable row level security;
alter table programme.bank_holidays force row level security;
create policy add on programme.bank_holidays for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,programme_coordinator}'::text[]) AS holds))));
create policy owner_all on programme.bank_holidays for all to kith_owner
  using (true)
  with check (true);
create policy remove on programme.bank_holidays for delete to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ( SELECT app.holds('{administrator,programme_coordinator}'::text[]) AS holds)));
create policy see on programme.bank_holidays for select to kith_app
  using ((organisation_id = ( SELECT app.org() AS org)));
grant delete, insert, select on programme.bank_holidays to kith_app;

create table programme.bookings (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  venue_id uuid not null,
  during tstzrange not null,
  what text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  version integer default 1 not null,
  constraint bookings_pkey PRIMARY KEY (organisation_id, id),
  constraint bookings_do_not_collide EXCLUDE USING gist (organisation_id WITH =, venue_id WITH =, during WITH &&) WHERE (cancelled_at IS NULL),
  constraint bookings_during_check CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)),
  constraint bookings_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint bookings_organisation_id_venue_id_fkey FOREIGN KEY (organisation_id, venue_id) REFERENCES programme.venues(organisation_id, id) ON DELETE RESTRICT
);
comment on table programme.bookings is 'When a room is taken and for what; two at once cannot be written';
CREATE INDEX bookings_organisation_id_centre_id_lower_idx ON programme.bookings USING btree (organisation_id, centre_id, lower(during));
alter table programme.bookings enable row level security;
alter table programme.bookings force row level security;
create policy add on programme.bookings for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on programme.bookings for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on programme.bookings for all to kith_owner
  using (true)
  with check (true);
create policy see on programme.bookings for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on programme.bookings to kith_app;

create table programme.favourites (
  organisation_id uuid not null,
  account_id uuid not null,
  activity_code text not null,
  at timestamp with time zone not null,
  constraint favourites_pkey PRIMARY KEY (organisation_id, account_id, activity_code),
  constraint favourites_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE CASCADE
);
comment on table programme.favourites is 'Activities somebody wants to find again';
alter table programme.favourites enable row level security;
alter table programme.favourites force row level security;
create policy own on programme.favourites for all to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy owner_all on programme.favourites for all to kith_owner
  using (true)
  with check (true);
grant delete, insert, select on programme.favourites to kith_app;

create table programme.reviews (
  organisation_id uuid not null,
  id uuid not null,
  subject text not null,
  subject_id uuid not null,
  reviewer_name text not null,
  reviewer_role text not null,
  reviewed_on date not null,
  approved boolean not null,
  words text default ''::text not null,
  entered_by uuid,
  entered_at timestamp with time zone not null,
  constraint reviews_pkey PRIMARY KEY (organisation_id, id),
  constraint reviews_subject_check CHECK (subject = ANY (ARRAY['activity'::text, 'handout'::text, 'help'::text, 'message'::text, 'language'::text])),
  constraint reviews_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table programme.reviews is 'Which named professional read what, when, and whether it may be shown to parents';
CREATE INDEX reviews_organisation_id_subject_id_reviewed_on_idx ON programme.reviews USING btree (organisation_id, subject_id, reviewed_on);
alter table programme.reviews enable row level security;
alter table programme.reviews force row level security;
create policy add on programme.reviews for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{programme_coordinator,service_lead}'::text[]) AS holds))));
create policy owner_all on programme.reviews for all to kith_owner
  using (true)
  with check (true);
create policy see on programme.reviews for select to kith_app
  using ((organisation_id = ( SELECT app.org() AS org)));
grant insert, select on programme.reviews to kith_app;

create table programme.templates (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  name text not null,
  effective_from date not null,
  content jsonb not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint templates_pkey PRIMARY KEY (organisation_id, id),
  constraint templates_organisation_id_code_version_key UNIQUE (organisation_id, code, version),
  constraint templates_version_check CHECK (version > 0),
  constraint templates_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table programme.templates is 'A programme as data, one row a version: themes, group kinds, structure, windows, eligibility';
alter table programme.templates enable row level security;
alter table programme.templates force row level security;
create policy add on programme.templates for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{programme_coordinator,service_lead}'::text[]) AS holds))));
create policy change on programme.templates for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{programme_coordinator,service_lead}'::text[]) AS holds))))
  with check ((organisation_id = ( SELECT app.org() AS org)));
create policy owner_all on programme.templates for all to kith_owner
  using (true)
  with check (true);
create policy see on programme.templates for select to kith_app
  using ((organisation_id = ( SELECT app.org() AS org)));
grant insert, select on programme.templates to kith_app;
grant update (withdrawn_at) on programme.templates to kith_app;

create table programme.venues (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  name text not null,
  room text default ''::text not null,
  address text not null,
  postcode text not null,
  capacity integer not null,
  creche_places integer default 0 not null,
  step_free boolean not null,
  parking text default ''::text not null,
  transport text default ''::text not null,
  notes text default ''::text not null,
  closed_at timestamp with time zone,
  version integer default 1 not null,
  constraint venues_pkey PRIMARY KEY (organisation_id, id),
  constraint venues_capacity_check CHECK (capacity > 0),
  constraint venues_creche_places_check CHECK (creche_places >= 0),
  constraint venues_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table programme.venues is 'A room where groups meet: capacity, access, crèche, parking, transport';
CREATE INDEX venues_organisation_id_centre_id_idx ON programme.venues USING btree (organisation_id, centre_id);
alter table programme.venues enable row level security;
alter table programme.venues force row level security;
create policy add on programme.venues for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on programme.venues for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on programme.venues for all to kith_owner
  using (true)
  with check (true);
create policy see on programme.venues for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy see_parent on programme.venues for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.kind() AS kind) = 'account'::text) AND (( SELECT app.person() AS person) IS NOT NULL)));
create policy see_public on programme.venues for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (EXISTS ( SELECT
   FROM delivery.groups g
  WHERE ((g.organisation_id = venues.organisation_id) AND (g.venue_id = venues.id) AND (g.kind = 'drop_in'::text) AND (g.ended_at IS NULL))))));
grant insert, select, update on programme.venues to kith_app;

-- -------------------- recruiting ------------------------------------------------------------------

create schema recruiting;

CREATE OR REPLACE FUNCTION recruiting.activity_limit(org uuid, on_day date)
 RETURNS TABLE(more_than integer, in_days integer, supervised_exempt boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'recruiting', 'pg_temp'
AS $function$
  select r.more_than_days, r.in_days, r.supervised_exempt
  from recruiting.activity_rules r
  where r.organisation_id = org and org = app.org() and r.effective_from <= on_day
  order by r.effective_from desc, r.made_at desc, r.id desc limit 1
$function$
;

grant execute on function recruiting.activity_limit(uuid,date) to kith_app;

CREATE OR REPLACE FUNCTION recruiting.both_scored(of_interview uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select count(*) = 2 from recruiting.interviews i
  join recruiting.interview_scores s on s.organisation_id = i.organisation_id and s.interview_id = i.id
    and s.account_id = any (i.panel) and s.done_at is not null
  where i.organisation_id = app.org() and i.id = of_interview
$function$
;

comment on function recruiting.both_scored(uuid) is 'Whether both of the two have finished scoring an interview';

grant execute on function recruiting.both_scored(uuid) to kith_app;

CREATE OR REPLACE FUNCTION recruiting.burden_figures(asked uuid[], from_on date, until_on date)
 RETURNS TABLE(form text, times integer, questions integer, timed integer, minutes integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'recruiting', 'pg_temp'
AS $function$
  select f.form, count(*)::int, sum(f.questions)::int, count(f.minutes)::int, coalesce(sum(f.minutes), 0)::int
  from recruiting.asked_of f join recruiting.cohort(asked, from_on, until_on) a on a.organisation_id = f.organisation_id and a.id = f.application_id
  where a.welcomed_at is not null
  group by f.form
$function$
;

grant execute on function recruiting.burden_figures(uuid[],date,date) to kith_app;

CREATE OR REPLACE FUNCTION recruiting.cohort(asked uuid[], from_on date, until_on date)
 RETURNS SETOF recruiting.applications
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'recruiting', 'pg_temp'
AS $function$
  select a.* from recruiting.applications a
  join people.centres c on c.organisation_id = a.organisation_id and c.id = a.centre_id
  where a.organisation_id = app.org() and a.centre_id = any (recruiting.figure_centres(asked)) and a.came_by <> 'import'
    and (a.enquired_at at time zone c.zone)::date between from_on and until_on
$function$
;

CREATE OR REPLACE FUNCTION recruiting.declared_days(org uuid, applicant uuid, from_on date, until_on date)
 RETURNS SETOF date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'recruiting', 'pg_temp'
AS $function$
  select distinct counted.day
  from recruiting.declared_settings s
  cross join lateral (
    select day::date as day
    from generate_series(greatest(s.from_on, declared_days.from_on)::timestamp, least(s.until_on, declared_days.until_on)::timestamp, interval '1 day') day
    where extract(isodow from day)::integer = any (s.days_of_week)
    union
    select day from unnest(s.dates) day
    where day >= greatest(s.from_on, declared_days.from_on) and day <= least(s.until_on, declared_days.until_on)
  ) counted
  where s.organisation_id = org and org = app.org() and s.applicant_id = applicant
$function$
;

grant execute on function recruiting.declared_days(uuid,uuid,date,date) to kith_app;

CREATE OR REPLACE FUNCTION recruiting.disclosures_about(applicants uuid[])
 RETURNS TABLE(check_id uuid, applicant_id uuid, opened_at timestamp with time zone, decision text, decided_at timestamp with time zone, named_here boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'recruiting', 'pg_temp'
AS $function$
  select d.check_id, d.applicant_id, d.opened_at, d.decision, d.decided_at, coalesce(app.account() = any (d.named), false)
  from recruiting.disclosures d
  where d.organisation_id = app.org() and d.applicant_id = any (applicants)
    and (app.is_system() or (d.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}'))
      and d.applicant_id <> all (recruiting.own_applicants())))
$function$
;

grant execute on function recruiting.disclosures_about(uuid[]) to kith_app;

CREATE OR REPLACE FUNCTION recruiting.ending_figures(asked uuid[], from_on date, until_on date)
 RETURNS TABLE(code text, ending text, why text, people integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'recruiting', 'pg_temp'
AS $function$
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
$function$
;

grant execute on function recruiting.ending_figures(uuid[],date,date) to kith_app;

CREATE OR REPLACE FUNCTION recruiting.equity_figures(in_year integer, today date)
 RETURNS TABLE(trait text, answer text, stage text, people integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'recruiting', 'pg_temp'
AS $function$
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
$function$
;

grant execute on function recruiting.equity_figures(integer,date) to kith_app;

CREATE OR REPLACE FUNCTION recruiting.figure_centres(asked uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'recruiting', 'pg_temp'
AS $function$
  select coalesce(array_agg(c.id), '{}') from people.centres c
  where c.organisation_id = app.org() and c.id = any (asked)
    and (app.is_system() or app.holds('{service_lead}') or c.id = any (app.centres('{volunteer_manager,programme_coordinator}')))
$function$
;

grant execute on function recruiting.figure_centres(uuid[]) to kith_app;

CREATE OR REPLACE FUNCTION recruiting.level_needed(org uuid, asked_part text, on_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'recruiting', 'pg_temp'
AS $function$
  select coalesce(max(case
    when d.level = 'basic' then 1
    when d.level = 'enhanced' then 2
    when d.level = 'enhanced_barred' then case when d.children_barred then 3 else 2 end
    else 0 end), 0)
  from (
    select distinct on (e.role_code) e.level, e.children_barred
    from recruiting.eligibility_decisions e
    where e.organisation_id = org and org = app.org() and e.part = asked_part and e.effective_from <= on_day
    order by e.role_code, e.effective_from desc, e.made_at desc, e.id desc
  ) d
$function$
;

grant execute on function recruiting.level_needed(uuid,text,date) to kith_app;

CREATE OR REPLACE FUNCTION recruiting.met_by_panel(of_interview uuid)
 RETURNS TABLE(interview_id uuid, name text, called_name text, access_needs text, role_name text, centre_name text, answers jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select i.id, trim(p.given_name || ' ' || p.family_name), coalesce(p.known_as, p.given_name), p.access_needs, r.content ->> 'name', c.name, f.answers
  from recruiting.interviews i
  join recruiting.applicants p on p.organisation_id = i.organisation_id and p.id = i.applicant_id
  join recruiting.applications a on a.organisation_id = i.organisation_id and a.id = i.application_id
  join recruiting.role_profiles r on r.organisation_id = a.organisation_id and r.id = a.profile_id
  join people.centres c on c.organisation_id = i.organisation_id and c.id = i.centre_id
  left join recruiting.forms f on f.organisation_id = i.organisation_id and f.application_id = i.application_id
  where i.organisation_id = app.org() and (of_interview is null or i.id = of_interview)
    and app.account() = any (i.panel) and i.cancelled_at is null and i.closed_at is null
    and (p.person_id is null or p.person_id <> app.person())
$function$
;

comment on function recruiting.met_by_panel(uuid) is 'Whom the actor meets in an interview that is still open (in all of them, without an id): name, role, access needs and the application as it was sent';

grant execute on function recruiting.met_by_panel(uuid) to kith_app;

CREATE OR REPLACE FUNCTION recruiting.on_panel(of_interview uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select 1 from recruiting.interviews i
    where i.organisation_id = app.org() and i.id = of_interview and app.account() = any (i.panel)
      and i.cancelled_at is null and i.closed_at is null)
$function$
;

comment on function recruiting.on_panel(uuid) is 'Whether the actor is one of the two of an interview that is still open';

grant execute on function recruiting.on_panel(uuid) to kith_app;

CREATE OR REPLACE FUNCTION recruiting.own_applicants()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'recruiting', 'pg_temp'
AS $function$ select coalesce(array_agg(a.id), '{}') from recruiting.applicants a where a.organisation_id = app.org() and a.person_id = app.person() $function$
;

grant execute on function recruiting.own_applicants() to kith_app;

CREATE OR REPLACE FUNCTION recruiting.panel_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if (select count(*) from recruiting.interview_scores s where s.organisation_id = old.organisation_id and s.interview_id = old.id
    and s.account_id = any (old.panel) and s.done_at is not null) = 2 then
    raise exception 'both have scored, so the two stay' using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION recruiting.policies(t regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform platform.centre_policies(t, '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
  execute format('create policy not_about_oneself on %s as restrictive for all to kith_app using ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]))', t);
end $function$
;

grant execute on function recruiting.policies(regclass) to public;

CREATE OR REPLACE FUNCTION recruiting.source_figures(asked uuid[], from_on date, until_on date)
 RETURNS TABLE(source_id uuid, kind text, name text, centre_id uuid, cost_pence integer, reach integer, enquired integer, talked integer, applied integer, offered integer, accepted integer, welcomed integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'recruiting', 'pg_temp'
AS $function$
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
$function$
;

grant execute on function recruiting.source_figures(uuid[],date,date) to kith_app;

CREATE OR REPLACE FUNCTION recruiting.step_figures(asked uuid[], from_on date, until_on date)
 RETURNS TABLE(code text, finished integer, waiting integer, median_days double precision)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'recruiting', 'pg_temp'
AS $function$
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
$function$
;

grant execute on function recruiting.step_figures(uuid[],date,date) to kith_app;

CREATE OR REPLACE FUNCTION recruiting.too_close_for_panel(of_application uuid, accounts uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(array_agg(distinct a.id), '{}')
  from people.accounts a
  join recruiting.applications w on w.organisation_id = a.organisation_id and w.id = of_application
  join recruiting.applicants p on p.organisation_id = w.organisation_id and p.id = w.applicant_id
  left join sign_in."user" u on u."id" = a.id
  left join people.contacts c on c.organisation_id = a.organisation_id and c.person_id = a.person_id
  where a.organisation_id = app.org() and a.id = any (accounts)
    and (app.is_system() or w.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}')))
    and (a.person_id = p.person_id
      or lower(p.email) in (lower(u."email"), lower(c.email))
      or exists (select 1 from recruiting.referees f where f.organisation_id = w.organisation_id and f.application_id = w.id
        and (lower(f.email) in (lower(u."email"), lower(c.email)) or f.phone = c.phone)))
$function$
;

comment on function recruiting.too_close_for_panel(uuid,uuid[]) is 'Which of these accounts cannot interview for an application: the applicant themselves, or somebody who is a referee of theirs';

grant execute on function recruiting.too_close_for_panel(uuid,uuid[]) to kith_app;

grant usage on schema recruiting to kith_app;

create table recruiting.activity_rules (
  organisation_id uuid not null,
  id uuid not null,
  effective_from date not null,
  more_than_days integer not null,
  in_days integer not null,
  overnight boolean not null,
  supervised_exempt boolean not null,
  words text not null,
  source text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint activity_rules_pkey PRIMARY KEY (organisation_id, id),
  constraint activity_rules_check CHECK (more_than_days < in_days),
  constraint activity_rules_in_days_check CHECK (in_days >= 1 AND in_days <= 366),
  constraint activity_rules_more_than_days_check CHECK (more_than_days >= 0 AND more_than_days <= 31),
  constraint activity_rules_source_check CHECK (source <> ''::text),
  constraint activity_rules_words_check CHECK (words <> ''::text),
  constraint activity_rules_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table recruiting.activity_rules is 'On more than how many days within how many an activity with children is a regulated one; dated, a correction is a new row';
comment on column recruiting.activity_rules.overnight is 'Whether one night, between 2am and 6am, is enough';
comment on column recruiting.activity_rules.supervised_exempt is 'Whether somebody under supervision stays outside, however often they come';
CREATE INDEX activity_rules_organisation_id_effective_from_idx ON recruiting.activity_rules USING btree (organisation_id, effective_from);
CREATE TRIGGER in_ones_own_name AFTER INSERT ON recruiting.activity_rules FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('made_by');
alter table recruiting.activity_rules enable row level security;
alter table recruiting.activity_rules force row level security;
create policy add on recruiting.activity_rules for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead,programme_coordinator}'::text[]) AS holds))));
create policy owner_all on recruiting.activity_rules for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.activity_rules for select to kith_app
  using ((organisation_id = ( SELECT app.org() AS org)));
grant insert, select on recruiting.activity_rules to kith_app;

create table recruiting.applicants (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  given_name text not null,
  family_name text default ''::text not null,
  known_as text,
  email text,
  phone text,
  may_text boolean default false not null,
  language text default 'en'::text not null,
  access_needs text default ''::text not null,
  source_id uuid,
  heard_from text default ''::text not null,
  was_parent_here boolean,
  person_id uuid,
  brought_by uuid,
  outside_key text,
  made_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint applicants_pkey PRIMARY KEY (organisation_id, id),
  constraint applicants_given_name_check CHECK (given_name <> ''::text),
  constraint applicants_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint applicants_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT,
  constraint applicants_organisation_id_source_id_fkey FOREIGN KEY (organisation_id, source_id) REFERENCES recruiting.sources(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.applicants is 'Somebody who asked about volunteering, and what recruiting goes on knowing of them once they are welcomed';
comment on column recruiting.applicants.was_parent_here is 'What they said about having been a parent with us; null: not asked or not answered';
comment on column recruiting.applicants.person_id is 'Their team file, from the welcome on; never their family file';
comment on column recruiting.applicants.brought_by is 'Who of the team told them of us, where it was word of mouth';
comment on column recruiting.applicants.outside_key is 'What makes an imported row known the second time';
CREATE INDEX applicants_organisation_id_centre_id_made_at_idx ON recruiting.applicants USING btree (organisation_id, centre_id, made_at);
CREATE INDEX applicants_organisation_id_lower_idx ON recruiting.applicants USING btree (organisation_id, lower(email)) WHERE (email IS NOT NULL);
CREATE UNIQUE INDEX applicants_outside ON recruiting.applicants USING btree (organisation_id, outside_key) WHERE (outside_key IS NOT NULL);
CREATE UNIQUE INDEX applicants_person ON recruiting.applicants USING btree (organisation_id, person_id) WHERE (person_id IS NOT NULL);
CREATE TRIGGER whose_file AFTER UPDATE OF person_id ON recruiting.applicants FOR EACH ROW WHEN (new.person_id IS DISTINCT FROM old.person_id AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('the house says which team file is an applicant''s, at the welcome');
CREATE TRIGGER whose_new_file AFTER INSERT ON recruiting.applicants FOR EACH ROW WHEN (new.person_id IS NOT NULL AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('the house says which team file is an applicant''s, at the welcome');
alter table recruiting.applicants enable row level security;
alter table recruiting.applicants force row level security;
create policy add on recruiting.applicants for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.applicants for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.applicants as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (person_id IS NULL) OR (person_id <> ( SELECT app.person() AS person))));
create policy owner_all on recruiting.applicants for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.applicants for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.applicants to kith_app;

create table recruiting.applications (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  profile_id uuid not null,
  origin text default ''::text not null,
  came_by text not null,
  words text default ''::text not null,
  enquired_at timestamp with time zone not null,
  talked_at timestamp with time zone,
  applied_at timestamp with time zone,
  offered_at timestamp with time zone,
  accepted_at timestamp with time zone,
  welcomed_at timestamp with time zone,
  paused_at timestamp with time zone,
  paused_until_on date,
  paused_why text,
  withdrawn_at timestamp with time zone,
  withdrawn_why text,
  withdrawn_words text default ''::text not null,
  withdrawn_by uuid,
  declined_at timestamp with time zone,
  declined_why text,
  declined_words text default ''::text not null,
  declined_letter text default ''::text not null,
  declined_by uuid,
  may_reapply_on date,
  last_heard_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint applications_pkey PRIMARY KEY (organisation_id, id),
  constraint applications_came_by_check CHECK (came_by = ANY (ARRAY['form'::text, 'staff'::text, 'import'::text])),
  constraint applications_check CHECK (withdrawn_at IS NULL OR withdrawn_why IS NOT NULL),
  constraint applications_check1 CHECK (declined_at IS NULL OR declined_why IS NOT NULL AND declined_by IS NOT NULL),
  constraint applications_check2 CHECK (welcomed_at IS NULL OR accepted_at IS NOT NULL),
  constraint applications_declined_why_check CHECK (declined_why = ANY (ARRAY['values'::text, 'not_yet_ready'::text, 'availability'::text, 'references'::text, 'check'::text, 'role_filled'::text, 'other'::text])),
  constraint applications_withdrawn_why_check CHECK (withdrawn_why = ANY (ARRAY['time'::text, 'money'::text, 'family_or_health'::text, 'checks'::text, 'too_slow'::text, 'not_what_i_thought'::text, 'found_something_else'::text, 'moved_away'::text, 'not_heard_again'::text, 'other'::text])),
  constraint applications_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint applications_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint applications_organisation_id_profile_id_fkey FOREIGN KEY (organisation_id, profile_id) REFERENCES recruiting.role_profiles(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.applications is 'One way of one applicant into one role: each large step a moment, with pause, withdrawal and decline';
comment on column recruiting.applications.origin is 'Where links in letters to the applicant lead, such as https://kith.example.org';
comment on column recruiting.applications.withdrawn_by is 'Null: the applicant said so themselves';
CREATE UNIQUE INDEX applications_live ON recruiting.applications USING btree (organisation_id, applicant_id) WHERE ((withdrawn_at IS NULL) AND (declined_at IS NULL) AND (welcomed_at IS NULL));
CREATE INDEX applications_organisation_id_applicant_id_idx ON recruiting.applications USING btree (organisation_id, applicant_id);
CREATE INDEX applications_organisation_id_centre_id_enquired_at_idx ON recruiting.applications USING btree (organisation_id, centre_id, enquired_at);
alter table recruiting.applications enable row level security;
alter table recruiting.applications force row level security;
create policy add on recruiting.applications for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.applications for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.applications as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.applications for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.applications for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.applications to kith_app;

create table recruiting.asked_of (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid not null,
  form text not null,
  questions integer not null,
  minutes integer,
  at timestamp with time zone not null,
  constraint asked_of_pkey PRIMARY KEY (organisation_id, id),
  constraint asked_of_minutes_check CHECK (minutes >= 0),
  constraint asked_of_questions_check CHECK (questions >= 0),
  constraint asked_of_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint asked_of_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint asked_of_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.asked_of is 'The burden of the process: each form asked of an applicant, its questions and how long it took';
CREATE INDEX asked_of_organisation_id_application_id_idx ON recruiting.asked_of USING btree (organisation_id, application_id);
alter table recruiting.asked_of enable row level security;
alter table recruiting.asked_of force row level security;
create policy add on recruiting.asked_of for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.asked_of for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.asked_of as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.asked_of for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.asked_of for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.asked_of to kith_app;

create table recruiting.check_rules (
  organisation_id uuid not null,
  id uuid not null,
  effective_from date not null,
  renew_after_months integer not null,
  update_service_months integer not null,
  fresh_months integer not null,
  keep_detail_months integer not null,
  source text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint check_rules_pkey PRIMARY KEY (organisation_id, id),
  constraint check_rules_fresh_months_check CHECK (fresh_months >= 1 AND fresh_months <= 60),
  constraint check_rules_keep_detail_months_check CHECK (keep_detail_months >= 1 AND keep_detail_months <= 6),
  constraint check_rules_renew_after_months_check CHECK (renew_after_months >= 1 AND renew_after_months <= 120),
  constraint check_rules_source_check CHECK (source <> ''::text),
  constraint check_rules_update_service_months_check CHECK (update_service_months >= 1 AND update_service_months <= 60),
  constraint check_rules_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table recruiting.check_rules is 'After how many months a check is done again, and how long things are kept; dated, a correction is a new row';
comment on column recruiting.check_rules.update_service_months is 'How often we look at the Update Service';
comment on column recruiting.check_rules.fresh_months is 'A certificate older than this is looked at twice before it is accepted';
comment on column recruiting.check_rules.keep_detail_months is 'How long the detail of a disclosure is kept after the decision: six months at most';
CREATE INDEX check_rules_organisation_id_effective_from_idx ON recruiting.check_rules USING btree (organisation_id, effective_from);
CREATE TRIGGER in_ones_own_name AFTER INSERT ON recruiting.check_rules FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('made_by');
alter table recruiting.check_rules enable row level security;
alter table recruiting.check_rules force row level security;
create policy add on recruiting.check_rules for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead,programme_coordinator}'::text[]) AS holds))));
create policy owner_all on recruiting.check_rules for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.check_rules for select to kith_app
  using ((organisation_id = ( SELECT app.org() AS org)));
grant insert, select on recruiting.check_rules to kith_app;

create table recruiting.checks (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid,
  decision_id uuid not null,
  level text not null,
  workforce text,
  children_barred boolean default false not null,
  adults_barred boolean default false not null,
  free_of_charge boolean not null,
  requested_at timestamp with time zone not null,
  requested_by uuid,
  certificate_number text,
  issued_on date,
  surname_on_it text,
  seen_at timestamp with time zone,
  seen_by uuid,
  seen_how text,
  outcome text,
  update_service boolean default false not null,
  consent_at timestamp with time zone,
  renew_by_on date,
  ended_at timestamp with time zone,
  ended_why text,
  version integer default 1 not null,
  constraint checks_pkey PRIMARY KEY (organisation_id, id),
  constraint checks_certificate_number_check CHECK (certificate_number ~ '^[0-9]{12}$'::text),
  constraint checks_check CHECK ((level = 'basic'::text) = (workforce IS NULL)),
  constraint checks_check1 CHECK ((level = 'enhanced_barred'::text) = (children_barred OR adults_barred)),
  constraint checks_check2 CHECK (num_nonnulls(seen_at, certificate_number, issued_on, surname_on_it, seen_how, outcome, renew_by_on) = ANY (ARRAY[0, 7])),
  constraint checks_check3 CHECK (update_service = (consent_at IS NOT NULL)),
  constraint checks_check4 CHECK (ended_at IS NULL OR ended_why <> ''::text),
  constraint checks_level_check CHECK (level = ANY (ARRAY['basic'::text, 'enhanced'::text, 'enhanced_barred'::text])),
  constraint checks_outcome_check CHECK (outcome = ANY (ARRAY['clear'::text, 'something'::text])),
  constraint checks_seen_how_check CHECK (seen_how = 'original'::text),
  constraint checks_workforce_check CHECK (workforce = ANY (ARRAY['child'::text, 'adult'::text, 'other'::text])),
  constraint checks_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint checks_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint checks_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint checks_organisation_id_decision_id_fkey FOREIGN KEY (organisation_id, decision_id) REFERENCES recruiting.eligibility_decisions(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.checks is 'A check that was asked for and the certificate that was seen: number, dates, level and lists. Never a picture of it, never what it says';
comment on column recruiting.checks.workforce is 'Null for a basic check';
comment on column recruiting.checks.outcome is 'Whether the certificate was clear; what it says stands nowhere but in the disclosure, for those who are named';
comment on column recruiting.checks.consent_at is 'When they agreed that we look at the Update Service';
CREATE UNIQUE INDEX checks_awaited ON recruiting.checks USING btree (organisation_id, applicant_id) WHERE ((seen_at IS NULL) AND (ended_at IS NULL));
CREATE INDEX checks_organisation_id_applicant_id_requested_at_idx ON recruiting.checks USING btree (organisation_id, applicant_id, requested_at);
CREATE INDEX checks_organisation_id_centre_id_requested_at_idx ON recruiting.checks USING btree (organisation_id, centre_id, requested_at);
alter table recruiting.checks enable row level security;
alter table recruiting.checks force row level security;
create policy add on recruiting.checks for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.checks for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.checks as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.checks for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.checks for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.checks to kith_app;

create table recruiting.declared_settings (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  name text not null,
  what text default ''::text not null,
  days_of_week integer[] default '{}'::integer[] not null,
  from_on date not null,
  until_on date,
  dates date[] default '{}'::date[] not null,
  overnight boolean default false not null,
  declared_by uuid,
  declared_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint declared_settings_pkey PRIMARY KEY (organisation_id, id),
  constraint declared_settings_check CHECK (cardinality(days_of_week) > 0 OR cardinality(dates) > 0),
  constraint declared_settings_check1 CHECK (ended_at IS NULL OR until_on IS NOT NULL),
  constraint declared_settings_days_of_week_check CHECK (days_of_week <@ '{1,2,3,4,5,6,7}'::integer[]),
  constraint declared_settings_name_check CHECK (name <> ''::text),
  constraint declared_settings_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint declared_settings_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.declared_settings is 'Where else a volunteer is with children: a school, a club; its days count towards regulated activity';
comment on column recruiting.declared_settings.days_of_week is '1 is Monday, 7 is Sunday';
comment on column recruiting.declared_settings.until_on is 'The last day on which it counts; before the first day it counts on none. Null: it goes on';
CREATE INDEX declared_settings_organisation_id_applicant_id_from_on_idx ON recruiting.declared_settings USING btree (organisation_id, applicant_id, from_on);
alter table recruiting.declared_settings enable row level security;
alter table recruiting.declared_settings force row level security;
create policy add on recruiting.declared_settings for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[])))));
create policy change on recruiting.declared_settings for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[])))));
create policy owner_all on recruiting.declared_settings for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.declared_settings for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[])))));
grant insert, select on recruiting.declared_settings to kith_app;
grant update (until_on), update (ended_by), update (ended_at) on recruiting.declared_settings to kith_app;

create table recruiting.disclosure_looks (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  disclosure_id uuid not null,
  account_id uuid not null,
  at timestamp with time zone not null,
  constraint disclosure_looks_pkey PRIMARY KEY (organisation_id, id),
  constraint disclosure_looks_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint disclosure_looks_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint disclosure_looks_organisation_id_disclosure_id_fkey FOREIGN KEY (organisation_id, disclosure_id) REFERENCES recruiting.disclosures(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.disclosure_looks is 'Who looked at a disclosure and when; additions only';
CREATE INDEX disclosure_looks_organisation_id_disclosure_id_at_idx ON recruiting.disclosure_looks USING btree (organisation_id, disclosure_id, at);
alter table recruiting.disclosure_looks enable row level security;
alter table recruiting.disclosure_looks force row level security;
create policy add on recruiting.disclosure_looks for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ((account_id = ( SELECT app.account() AS account)) AND (EXISTS ( SELECT
   FROM recruiting.disclosures d
  WHERE ((d.organisation_id = disclosure_looks.organisation_id) AND (d.id = disclosure_looks.disclosure_id))))))));
create policy owner_all on recruiting.disclosure_looks for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.disclosure_looks for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (EXISTS ( SELECT
   FROM recruiting.disclosures d
  WHERE ((d.organisation_id = disclosure_looks.organisation_id) AND (d.id = disclosure_looks.disclosure_id))))));
grant insert, select on recruiting.disclosure_looks to kith_app;

create table recruiting.disclosures (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  check_id uuid not null,
  named uuid[] not null,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  what text default ''::text not null,
  when_how_old text default ''::text not null,
  circumstances text default ''::text not null,
  what_changed text default ''::text not null,
  relevance text default ''::text not null,
  safeguards text default ''::text not null,
  reasons text default ''::text not null,
  conditions text default ''::text not null,
  decision text,
  decided_by uuid,
  decided_at timestamp with time zone,
  detail_deletes_on date,
  detail_deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint disclosures_pkey PRIMARY KEY (organisation_id, id),
  constraint disclosures_organisation_id_check_id_key UNIQUE (organisation_id, check_id),
  constraint disclosures_check CHECK (num_nonnulls(decision, decided_by, decided_at, detail_deletes_on) = ANY (ARRAY[0, 4])),
  constraint disclosures_check1 CHECK (decision <> 'with_conditions'::text OR conditions <> ''::text),
  constraint disclosures_check2 CHECK (detail_deleted_at IS NULL OR ((((((what || when_how_old) || circumstances) || what_changed) || relevance) || safeguards) || reasons) = ''::text),
  constraint disclosures_decision_check CHECK (decision = ANY (ARRAY['go_ahead'::text, 'with_conditions'::text, 'not_this_role'::text])),
  constraint disclosures_named_check CHECK (cardinality(named) >= 1 AND cardinality(named) <= 3),
  constraint disclosures_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint disclosures_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint disclosures_organisation_id_check_id_fkey FOREIGN KEY (organisation_id, check_id) REFERENCES recruiting.checks(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.disclosures is 'What a certificate said and what we make of it, for those who are named and nobody else; the detail goes six months after the decision';
comment on column recruiting.disclosures.named is 'Accounts that may read it, three at most; never the person themselves and never one of their referees';
comment on column recruiting.disclosures.what is 'Sealed for disclosures: what the certificate says';
comment on column recruiting.disclosures.when_how_old is 'Sealed for disclosures: when it was, and how old they were';
comment on column recruiting.disclosures.circumstances is 'Sealed for disclosures: how it came to it';
comment on column recruiting.disclosures.what_changed is 'Sealed for disclosures: what has changed since';
comment on column recruiting.disclosures.relevance is 'Sealed for disclosures: what it means for this role';
comment on column recruiting.disclosures.safeguards is 'Sealed for disclosures: what would keep everybody safe';
comment on column recruiting.disclosures.reasons is 'Sealed for disclosures: why it was decided so';
comment on column recruiting.disclosures.conditions is 'Sealed for disclosures: what they may do and with whom; kept as long as they volunteer, so it says nothing of the past';
CREATE INDEX disclosures_organisation_id_applicant_id_idx ON recruiting.disclosures USING btree (organisation_id, applicant_id);
CREATE INDEX disclosures_organisation_id_detail_deletes_on_idx ON recruiting.disclosures USING btree (organisation_id, detail_deletes_on) WHERE (detail_deleted_at IS NULL);
alter table recruiting.disclosures enable row level security;
alter table recruiting.disclosures force row level security;
create policy add on recruiting.disclosures for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.disclosures for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ((( SELECT app.account() AS account) = ANY (named)) AND (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[]))))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ((( SELECT app.account() AS account) = ANY (named)) AND (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[]))))));
create policy not_about_oneself on recruiting.disclosures as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.disclosures for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.disclosures for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ((( SELECT app.account() AS account) = ANY (named)) AND (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[]))))));
grant insert, select, update on recruiting.disclosures to kith_app;

create table recruiting.eligibility_decisions (
  organisation_id uuid not null,
  id uuid not null,
  role_code text not null,
  part text not null,
  level text not null,
  workforce text,
  children_barred boolean default false not null,
  adults_barred boolean default false not null,
  reasoning text not null,
  rule_version text not null,
  decided_on date not null,
  effective_from date not null,
  review_on date not null,
  decided_by uuid not null,
  made_at timestamp with time zone not null,
  constraint eligibility_decisions_pkey PRIMARY KEY (organisation_id, id),
  constraint eligibility_decisions_check CHECK (effective_from >= decided_on),
  constraint eligibility_decisions_check1 CHECK (review_on > decided_on),
  constraint eligibility_decisions_check2 CHECK ((level = ANY (ARRAY['none'::text, 'basic'::text])) = (workforce IS NULL)),
  constraint eligibility_decisions_check3 CHECK ((level = 'enhanced_barred'::text) = (children_barred OR adults_barred)),
  constraint eligibility_decisions_level_check CHECK (level = ANY (ARRAY['none'::text, 'basic'::text, 'enhanced'::text, 'enhanced_barred'::text])),
  constraint eligibility_decisions_part_check CHECK (part = ANY (ARRAY['peer_supporter'::text, 'creche'::text])),
  constraint eligibility_decisions_reasoning_check CHECK (reasoning <> ''::text),
  constraint eligibility_decisions_role_code_check CHECK (role_code ~ '^[a-z][a-z0-9_]*$'::text),
  constraint eligibility_decisions_rule_version_check CHECK (rule_version <> ''::text),
  constraint eligibility_decisions_workforce_check CHECK (workforce = ANY (ARRAY['child'::text, 'adult'::text, 'other'::text])),
  constraint eligibility_decisions_organisation_id_decided_by_fkey FOREIGN KEY (organisation_id, decided_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint eligibility_decisions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table recruiting.eligibility_decisions is 'Which check a volunteer role may be asked for, why, by which rules, who decided and since when; a new decision is a new row';
comment on column recruiting.eligibility_decisions.workforce is 'Null where no enhanced check is asked for';
CREATE INDEX eligibility_decisions_organisation_id_part_effective_from_idx ON recruiting.eligibility_decisions USING btree (organisation_id, part, effective_from);
CREATE INDEX eligibility_decisions_organisation_id_role_code_effective_f_idx ON recruiting.eligibility_decisions USING btree (organisation_id, role_code, effective_from);
CREATE TRIGGER in_ones_own_name AFTER INSERT ON recruiting.eligibility_decisions FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('decided_by');
alter table recruiting.eligibility_decisions enable row level security;
alter table recruiting.eligibility_decisions force row level security;
create policy add on recruiting.eligibility_decisions for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead,programme_coordinator}'::text[]) AS holds))));
create policy owner_all on recruiting.eligibility_decisions for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.eligibility_decisions for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{volunteer_manager,programme_coordinator,service_lead}'::text[]) AS holds))));
grant insert, select on recruiting.eligibility_decisions to kith_app;

create table recruiting.eligibility_reviews (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  opened_at timestamp with time zone not null,
  crosses_on date not null,
  decision text,
  reasoning text default ''::text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint eligibility_reviews_pkey PRIMARY KEY (organisation_id, id),
  constraint eligibility_reviews_check CHECK (num_nonnulls(decision, decided_by, decided_at) = ANY (ARRAY[0, 3])),
  constraint eligibility_reviews_check1 CHECK (decision IS NULL OR reasoning <> ''::text),
  constraint eligibility_reviews_decision_check CHECK (decision = ANY (ARRAY['ask_for_barred_list'::text, 'fewer_days'::text, 'not_regulated'::text])),
  constraint eligibility_reviews_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint eligibility_reviews_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.eligibility_reviews is 'Somebody''s days with children will make the activity a regulated one: what we decide about it, and why';
CREATE UNIQUE INDEX eligibility_reviews_open ON recruiting.eligibility_reviews USING btree (organisation_id, applicant_id) WHERE (decided_at IS NULL);
CREATE INDEX eligibility_reviews_organisation_id_applicant_id_opened_at_idx ON recruiting.eligibility_reviews USING btree (organisation_id, applicant_id, opened_at);
alter table recruiting.eligibility_reviews enable row level security;
alter table recruiting.eligibility_reviews force row level security;
create policy add on recruiting.eligibility_reviews for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.eligibility_reviews for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.eligibility_reviews as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.eligibility_reviews for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.eligibility_reviews for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.eligibility_reviews to kith_app;

create table recruiting.equity (
  organisation_id uuid not null,
  applicant_id uuid not null,
  centre_id uuid not null,
  age_band text,
  ethnic_group text,
  gender text,
  disabled text,
  answered_at timestamp with time zone not null,
  constraint equity_pkey PRIMARY KEY (organisation_id, applicant_id),
  constraint equity_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint equity_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.equity is 'What applicants ticked about themselves, if they wished: read by nobody, counted by the house';
alter table recruiting.equity enable row level security;
alter table recruiting.equity force row level security;
create policy house on recruiting.equity for all to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ( SELECT app.is_system() AS is_system)))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND ( SELECT app.is_system() AS is_system)));
create policy owner_all on recruiting.equity for all to kith_owner
  using (true)
  with check (true);
grant delete, insert, select, update on recruiting.equity to kith_app;

create table recruiting.forms (
  organisation_id uuid not null,
  application_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  answers jsonb not null,
  written text not null,
  sent_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint forms_pkey PRIMARY KEY (organisation_id, application_id),
  constraint forms_written_check CHECK (written = ANY (ARRAY['alone'::text, 'together'::text, 'by_phone'::text])),
  constraint forms_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint forms_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint forms_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.forms is 'What an applicant wrote in the application, or somebody wrote down with them';
alter table recruiting.forms enable row level security;
alter table recruiting.forms force row level security;
create policy add on recruiting.forms for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.forms for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.forms as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.forms for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.forms for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.forms to kith_app;

create table recruiting.help_asks (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid not null,
  kind text not null,
  words text default ''::text not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  constraint help_asks_pkey PRIMARY KEY (organisation_id, id),
  constraint help_asks_kind_check CHECK (kind = ANY (ARRAY['call'::text, 'together'::text, 'other'::text])),
  constraint help_asks_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint help_asks_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint help_asks_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.help_asks is 'An applicant would rather talk than write, or wants somebody beside them: asked, and answered by whom';
CREATE INDEX help_asks_organisation_id_centre_id_idx ON recruiting.help_asks USING btree (organisation_id, centre_id) WHERE (answered_at IS NULL);
alter table recruiting.help_asks enable row level security;
alter table recruiting.help_asks force row level security;
create policy add on recruiting.help_asks for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.help_asks for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.help_asks as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.help_asks for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.help_asks for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.help_asks to kith_app;

create table recruiting.induction_points (
  organisation_id uuid not null,
  application_id uuid not null,
  code text not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  done_on date not null,
  by_account uuid not null,
  at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  constraint induction_points_pkey PRIMARY KEY (organisation_id, application_id, code),
  constraint induction_points_code_check CHECK (code ~ '^[a-z][a-z0-9_]*$'::text),
  constraint induction_points_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint induction_points_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint induction_points_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.induction_points is 'What was gone through with a volunteer at the induction, on which day and by whom; a mistaken tick is taken back';
alter table recruiting.induction_points enable row level security;
alter table recruiting.induction_points force row level security;
create policy add on recruiting.induction_points for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.induction_points for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.induction_points as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.induction_points for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.induction_points for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.induction_points to kith_app;

create table recruiting.interview_outcomes (
  organisation_id uuid not null,
  interview_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  decision text not null,
  reasons text not null,
  agreed jsonb not null,
  feedback text default ''::text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint interview_outcomes_pkey PRIMARY KEY (organisation_id, interview_id),
  constraint interview_outcomes_decision_check CHECK (decision = ANY (ARRAY['yes'::text, 'not_now'::text, 'no'::text])),
  constraint interview_outcomes_reasons_check CHECK (reasons <> ''::text),
  constraint interview_outcomes_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint interview_outcomes_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint interview_outcomes_organisation_id_interview_id_fkey FOREIGN KEY (organisation_id, interview_id) REFERENCES recruiting.interviews(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.interview_outcomes is 'What the two agreed after an interview: a score for each question, the decision with its reasons, and the words for the applicant';
CREATE TRIGGER in_ones_own_name AFTER INSERT ON recruiting.interview_outcomes FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('decided_by');
alter table recruiting.interview_outcomes enable row level security;
alter table recruiting.interview_outcomes force row level security;
create policy add on recruiting.interview_outcomes for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.interview_outcomes as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.interview_outcomes for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.interview_outcomes for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select on recruiting.interview_outcomes to kith_app;

create table recruiting.interview_scores (
  organisation_id uuid not null,
  interview_id uuid not null,
  account_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  scores jsonb default '{}'::jsonb not null,
  words jsonb default '{}'::jsonb not null,
  changed_at timestamp with time zone not null,
  done_at timestamp with time zone,
  version integer default 1 not null,
  constraint interview_scores_pkey PRIMARY KEY (organisation_id, interview_id, account_id),
  constraint interview_scores_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint interview_scores_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint interview_scores_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint interview_scores_organisation_id_interview_id_fkey FOREIGN KEY (organisation_id, interview_id) REFERENCES recruiting.interviews(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.interview_scores is 'How one of the two scored, with their notes: their own until both are done, and then for the two and those who recruit';
alter table recruiting.interview_scores enable row level security;
alter table recruiting.interview_scores force row level security;
create policy add on recruiting.interview_scores for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account)) AND recruiting.on_panel(interview_id)));
create policy change on recruiting.interview_scores for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account)) AND (done_at IS NULL) AND recruiting.on_panel(interview_id)))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy not_about_oneself on recruiting.interview_scores as restrictive for all to kith_app
  using ((applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[])));
create policy owner_all on recruiting.interview_scores for all to kith_owner
  using (true)
  with check (true);
create policy see_both on recruiting.interview_scores for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND recruiting.both_scored(interview_id) AND (recruiting.on_panel(interview_id) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_own on recruiting.interview_scores for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account)) AND recruiting.on_panel(interview_id)));
grant insert, select, update on recruiting.interview_scores to kith_app;

create table recruiting.interviews (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid not null,
  question_set_id uuid not null,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  way text not null,
  place text default ''::text not null,
  adjustments text default ''::text not null,
  panel uuid[] not null,
  arranged_by uuid,
  arranged_at timestamp with time zone not null,
  other_time_at timestamp with time zone,
  other_time_words text default ''::text not null,
  cancelled_at timestamp with time zone,
  cancelled_why text,
  closed_at timestamp with time zone,
  version integer default 1 not null,
  constraint interviews_pkey PRIMARY KEY (organisation_id, id),
  constraint interviews_check CHECK (cancelled_at IS NULL OR cancelled_why <> ''::text),
  constraint interviews_minutes_check CHECK (minutes >= 15 AND minutes <= 180),
  constraint interviews_panel_check CHECK (cardinality(panel) = 2 AND panel[1] <> panel[2]),
  constraint interviews_way_check CHECK (way = ANY (ARRAY['in_person'::text, 'video'::text, 'phone'::text])),
  constraint interviews_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint interviews_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint interviews_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint interviews_organisation_id_question_set_id_fkey FOREIGN KEY (organisation_id, question_set_id) REFERENCES recruiting.question_sets(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.interviews is 'When two of the team meet an applicant, where, and with which questions';
comment on column recruiting.interviews.panel is 'The two accounts that ask and score';
comment on column recruiting.interviews.other_time_at is 'The applicant asked for another time; empty again once it is moved';
comment on column recruiting.interviews.closed_at is 'The two have decided; from here on only those who recruit read it';
CREATE UNIQUE INDEX interviews_one_open ON recruiting.interviews USING btree (organisation_id, application_id) WHERE ((cancelled_at IS NULL) AND (closed_at IS NULL));
CREATE INDEX interviews_organisation_id_centre_id_starts_at_idx ON recruiting.interviews USING btree (organisation_id, centre_id, starts_at);
CREATE INDEX interviews_organisation_id_starts_at_idx ON recruiting.interviews USING btree (organisation_id, starts_at) WHERE ((cancelled_at IS NULL) AND (closed_at IS NULL));
CREATE TRIGGER panel_stays AFTER UPDATE OF panel ON recruiting.interviews FOR EACH ROW WHEN (old.panel IS DISTINCT FROM new.panel AND platform.by_hand()) EXECUTE FUNCTION recruiting.panel_stays();
alter table recruiting.interviews enable row level security;
alter table recruiting.interviews force row level security;
create policy add on recruiting.interviews for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.interviews for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.interviews as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.interviews for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.interviews for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_panel on recruiting.interviews for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.account() AS account) = ANY (panel)) AND (cancelled_at IS NULL) AND (closed_at IS NULL)));
grant insert, select, update on recruiting.interviews to kith_app;

create table recruiting.links (
  organisation_id uuid not null,
  secret_hash text not null,
  application_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint links_pkey PRIMARY KEY (organisation_id, secret_hash),
  constraint links_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint links_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint links_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.links is 'The links that open an applicant''s own page, as hashes; those who recruit may make one and end one, and never read a secret';
CREATE INDEX links_organisation_id_application_id_idx ON recruiting.links USING btree (organisation_id, application_id);
alter table recruiting.links enable row level security;
alter table recruiting.links force row level security;
create policy add on recruiting.links for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.links for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.links as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.links for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.links for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.links to kith_app;

create table recruiting.notes (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid not null,
  about text not null,
  words text not null,
  by_account uuid not null,
  at timestamp with time zone not null,
  constraint notes_pkey PRIMARY KEY (organisation_id, id),
  constraint notes_about_check CHECK (about = ANY (ARRAY['conversation'::text, 'application'::text, 'references'::text, 'check'::text, 'interview'::text, 'course'::text, 'offer'::text, 'induction'::text, 'general'::text])),
  constraint notes_words_check CHECK (words <> ''::text),
  constraint notes_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint notes_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint notes_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.notes is 'What those who recruit write down about an application: additions only';
CREATE INDEX notes_organisation_id_application_id_at_idx ON recruiting.notes USING btree (organisation_id, application_id, at);
alter table recruiting.notes enable row level security;
alter table recruiting.notes force row level security;
create policy add on recruiting.notes for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.notes as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.notes for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.notes for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select on recruiting.notes to kith_app;

create table recruiting.offered_times (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  with_account uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  way text not null,
  place text default ''::text not null,
  application_id uuid,
  taken_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  cancelled_why text,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint offered_times_pkey PRIMARY KEY (organisation_id, id),
  constraint offered_times_apart EXCLUDE USING gist (organisation_id WITH =, with_account WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (cancelled_at IS NULL),
  constraint offered_times_check CHECK (ends_at > starts_at),
  constraint offered_times_check1 CHECK ((application_id IS NULL) = (taken_at IS NULL)),
  constraint offered_times_way_check CHECK (way = ANY (ARRAY['phone'::text, 'video'::text, 'in_person'::text])),
  constraint offered_times_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint offered_times_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint offered_times_organisation_id_with_account_fkey FOREIGN KEY (organisation_id, with_account) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.offered_times is 'Times at which somebody of the centre is free for an informal conversation, and which applicant took one';
CREATE UNIQUE INDEX offered_times_one_each ON recruiting.offered_times USING btree (organisation_id, application_id, starts_at) WHERE ((application_id IS NOT NULL) AND (cancelled_at IS NULL));
CREATE INDEX offered_times_organisation_id_centre_id_starts_at_idx ON recruiting.offered_times USING btree (organisation_id, centre_id, starts_at);
alter table recruiting.offered_times enable row level security;
alter table recruiting.offered_times force row level security;
create policy add on recruiting.offered_times for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.offered_times for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on recruiting.offered_times for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.offered_times for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.offered_times to kith_app;

create table recruiting.openings (
  organisation_id uuid not null,
  centre_id uuid not null,
  role_code text not null,
  open boolean not null,
  wanted integer default 0 not null,
  words text default ''::text not null,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint openings_pkey PRIMARY KEY (organisation_id, centre_id, role_code),
  constraint openings_wanted_check CHECK (wanted >= 0),
  constraint openings_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.openings is 'Which volunteer roles a centre looks for now; its public page shows them';
alter table recruiting.openings enable row level security;
alter table recruiting.openings force row level security;
create policy add on recruiting.openings for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.openings for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on recruiting.openings for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.openings for select to kith_app
  using ((organisation_id = ( SELECT app.org() AS org)));
grant insert, select, update on recruiting.openings to kith_app;

create table recruiting.proofs (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  code text not null,
  earned_on date not null,
  expires_on date,
  level integer,
  from_id uuid not null,
  given_by uuid,
  given_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_why text,
  constraint proofs_pkey PRIMARY KEY (organisation_id, id),
  constraint proofs_check CHECK (expires_on IS NULL OR expires_on >= earned_on),
  constraint proofs_check1 CHECK (withdrawn_at IS NULL OR withdrawn_why <> ''::text),
  constraint proofs_code_check CHECK (code ~ '^[a-z][a-z0-9_.:-]*$'::text),
  constraint proofs_level_check CHECK (level >= 1 AND level <= 3),
  constraint proofs_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint proofs_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.proofs is 'What somebody has shown: an accepted reference, a clearance, an interview, a course, an induction, each from when until when';
comment on column recruiting.proofs.level is 'Of a clearance: 1 basic, 2 enhanced, 3 enhanced with the children''s barred list';
comment on column recruiting.proofs.from_id is 'The reference, check, interview, certificate or application that it came from';
CREATE UNIQUE INDEX proofs_once ON recruiting.proofs USING btree (organisation_id, code, from_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX proofs_organisation_id_applicant_id_code_idx ON recruiting.proofs USING btree (organisation_id, applicant_id, code);
CREATE TRIGGER in_ones_own_name AFTER INSERT ON recruiting.proofs FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('given_by');
CREATE TRIGGER proof_stands_on_something AFTER INSERT ON recruiting.proofs FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION delivery.proof_stands_on_something();
CREATE TRIGGER withdrawn_stays_withdrawn AFTER UPDATE OF withdrawn_at ON recruiting.proofs FOR EACH ROW WHEN (old.withdrawn_at IS NOT NULL AND new.withdrawn_at IS DISTINCT FROM old.withdrawn_at AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('a proof that was taken back is given anew');
alter table recruiting.proofs enable row level security;
alter table recruiting.proofs force row level security;
create policy add on recruiting.proofs for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.proofs for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.proofs as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.proofs for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.proofs for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select on recruiting.proofs to kith_app;
grant update (withdrawn_by), update (withdrawn_at), update (withdrawn_why) on recruiting.proofs to kith_app;

create table recruiting.question_sets (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  content jsonb not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint question_sets_pkey PRIMARY KEY (organisation_id, id),
  constraint question_sets_organisation_id_code_version_key UNIQUE (organisation_id, code, version),
  constraint question_sets_code_check CHECK (code ~ '^[a-z][a-z0-9_]*$'::text),
  constraint question_sets_version_check CHECK (version > 0),
  constraint question_sets_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table recruiting.question_sets is 'The questions of an interview, for each value what we listen for and words for each score from 1 to 4; a version is never changed, and an interview keeps the one it was arranged with';
alter table recruiting.question_sets enable row level security;
alter table recruiting.question_sets force row level security;
create policy add on recruiting.question_sets for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead,programme_coordinator}'::text[]) AS holds))));
create policy owner_all on recruiting.question_sets for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.question_sets for select to kith_app
  using ((organisation_id = ( SELECT app.org() AS org)));
grant insert, select on recruiting.question_sets to kith_app;

create table recruiting.referees (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid not null,
  position integer not null,
  name text not null,
  email text,
  phone text,
  context text not null,
  how_known text not null,
  known_years integer not null,
  related boolean not null,
  works_here boolean not null,
  named_at timestamp with time zone not null,
  named_by uuid,
  let_go_at timestamp with time zone,
  let_go_by uuid,
  let_go_why text,
  version integer default 1 not null,
  constraint referees_pkey PRIMARY KEY (organisation_id, id),
  constraint referees_check CHECK (email IS NOT NULL OR phone IS NOT NULL),
  constraint referees_check1 CHECK (let_go_at IS NULL OR let_go_why <> ''::text),
  constraint referees_context_check CHECK (context = ANY (ARRAY['work'::text, 'volunteering'::text, 'study'::text, 'faith_or_community'::text, 'neighbour_or_friend'::text, 'professional_support'::text, 'other'::text])),
  constraint referees_known_years_check CHECK (known_years >= 0 AND known_years <= 90),
  constraint referees_name_check CHECK (name <> ''::text),
  constraint referees_position_check CHECK ("position" > 0),
  constraint referees_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint referees_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint referees_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.referees is 'Who an applicant named to say something about them; one that was let go keeps the row, and another takes the position';
comment on column recruiting.referees.known_years is 'For how many whole years, as the applicant says';
comment on column recruiting.referees.named_by is 'Null: the applicant named them';
CREATE UNIQUE INDEX referees_one_each ON recruiting.referees USING btree (organisation_id, application_id, "position") WHERE (let_go_at IS NULL);
alter table recruiting.referees enable row level security;
alter table recruiting.referees force row level security;
create policy add on recruiting.referees for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.referees for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.referees as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.referees for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.referees for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.referees to kith_app;

create table recruiting.reference_answers (
  organisation_id uuid not null,
  referee_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid not null,
  answers jsonb,
  answered_at timestamp with time zone,
  taken_by uuid,
  declined_at timestamp with time zone,
  declined_why text,
  declined_words text default ''::text not null,
  compared_at timestamp with time zone,
  compared_by uuid,
  outcome text,
  words text default ''::text not null,
  supplement text default ''::text not null,
  senior_by uuid,
  version integer default 1 not null,
  constraint reference_answers_pkey PRIMARY KEY (organisation_id, referee_id),
  constraint reference_answers_check CHECK ((answered_at IS NULL) <> (declined_at IS NULL)),
  constraint reference_answers_check1 CHECK ((answered_at IS NULL) = (answers IS NULL)),
  constraint reference_answers_check2 CHECK ((declined_at IS NULL) = (declined_why IS NULL)),
  constraint reference_answers_check3 CHECK ((compared_at IS NULL) = (outcome IS NULL)),
  constraint reference_answers_check4 CHECK (compared_at IS NULL OR answered_at IS NOT NULL AND compared_by IS NOT NULL),
  constraint reference_answers_check5 CHECK (outcome <> 'weak'::text OR supplement <> ''::text OR senior_by IS NOT NULL),
  constraint reference_answers_check6 CHECK (senior_by IS NULL OR senior_by <> compared_by),
  constraint reference_answers_declined_why_check CHECK (declined_why = ANY (ARRAY['no_time'::text, 'not_well_enough'::text, 'rather_not'::text])),
  constraint reference_answers_outcome_check CHECK (outcome = ANY (ARRAY['good'::text, 'weak'::text, 'worry'::text])),
  constraint reference_answers_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint reference_answers_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint reference_answers_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint reference_answers_organisation_id_referee_id_fkey FOREIGN KEY (organisation_id, referee_id) REFERENCES recruiting.referees(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.reference_answers is 'What a referee answered, or that they could not, and what those who recruit made of it';
comment on column recruiting.reference_answers.taken_by is 'Who wrote the answers down on the phone; null: the referee wrote them';
comment on column recruiting.reference_answers.senior_by is 'With whom of the team a weak reference was talked through';
CREATE INDEX reference_answers_organisation_id_centre_id_idx ON recruiting.reference_answers USING btree (organisation_id, centre_id) WHERE ((compared_at IS NULL) AND (answered_at IS NOT NULL));
alter table recruiting.reference_answers enable row level security;
alter table recruiting.reference_answers force row level security;
create policy add on recruiting.reference_answers for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.reference_answers for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.reference_answers as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.reference_answers for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.reference_answers for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.reference_answers to kith_app;

create table recruiting.reference_asks (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid not null,
  referee_id uuid not null,
  kind text not null,
  secret_hash text not null,
  sent_by uuid,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  call_wanted_at timestamp with time zone,
  call_words text default ''::text not null,
  ended_at timestamp with time zone,
  constraint reference_asks_pkey PRIMARY KEY (organisation_id, id),
  constraint reference_asks_organisation_id_secret_hash_key UNIQUE (organisation_id, secret_hash),
  constraint reference_asks_check CHECK (expires_at > sent_at),
  constraint reference_asks_kind_check CHECK (kind = ANY (ARRAY['first'::text, 'reminder'::text, 'again'::text])),
  constraint reference_asks_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint reference_asks_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint reference_asks_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint reference_asks_organisation_id_referee_id_fkey FOREIGN KEY (organisation_id, referee_id) REFERENCES recruiting.referees(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.reference_asks is 'Each letter to a referee with its link, as a hash, and until when it opens; a reminder carries a link of its own';
comment on column recruiting.reference_asks.ended_at is 'Sent again, answered, or the referee let go: this link opens nothing any more';
CREATE UNIQUE INDEX reference_asks_one_reminder ON recruiting.reference_asks USING btree (organisation_id, referee_id) WHERE ((kind = 'reminder'::text) AND (ended_at IS NULL));
CREATE INDEX reference_asks_organisation_id_referee_id_idx ON recruiting.reference_asks USING btree (organisation_id, referee_id);
alter table recruiting.reference_asks enable row level security;
alter table recruiting.reference_asks force row level security;
create policy add on recruiting.reference_asks for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.reference_asks for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.reference_asks as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.reference_asks for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.reference_asks for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.reference_asks to kith_app;

create table recruiting.reference_exceptions (
  organisation_id uuid not null,
  application_id uuid not null,
  rule text not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  why text not null,
  allowed_by uuid not null,
  allowed_at timestamp with time zone not null,
  constraint reference_exceptions_pkey PRIMARY KEY (organisation_id, application_id, rule),
  constraint reference_exceptions_rule_check CHECK (rule = ANY (ARRAY['known_years'::text, 'related'::text, 'works_here'::text, 'contexts'::text])),
  constraint reference_exceptions_why_check CHECK (why <> ''::text),
  constraint reference_exceptions_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint reference_exceptions_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint reference_exceptions_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.reference_exceptions is 'A rule about referees set aside for one application: which, why and by whom';
alter table recruiting.reference_exceptions enable row level security;
alter table recruiting.reference_exceptions force row level security;
create policy add on recruiting.reference_exceptions for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.reference_exceptions for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.reference_exceptions as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.reference_exceptions for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.reference_exceptions for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.reference_exceptions to kith_app;

create table recruiting.reference_rules (
  organisation_id uuid not null,
  version integer not null,
  effective_from date not null,
  needed integer not null,
  known_years integer not null,
  may_be_related boolean not null,
  may_work_here boolean not null,
  contexts_least integer not null,
  answer_days integer not null,
  reminder_days integer not null,
  link_days integer not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint reference_rules_pkey PRIMARY KEY (organisation_id, version),
  constraint reference_rules_answer_days_check CHECK (answer_days >= 1 AND answer_days <= 90),
  constraint reference_rules_check CHECK (contexts_least <= needed),
  constraint reference_rules_check1 CHECK (reminder_days < link_days),
  constraint reference_rules_contexts_least_check CHECK (contexts_least >= 1 AND contexts_least <= 5),
  constraint reference_rules_known_years_check CHECK (known_years >= 0 AND known_years <= 20),
  constraint reference_rules_link_days_check CHECK (link_days >= 1 AND link_days <= 180),
  constraint reference_rules_needed_check CHECK (needed >= 1 AND needed <= 5),
  constraint reference_rules_reminder_days_check CHECK (reminder_days >= 1 AND reminder_days <= 90),
  constraint reference_rules_version_check CHECK (version > 0),
  constraint reference_rules_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table recruiting.reference_rules is 'Whom an applicant may name as a referee and how long we wait, by the day from which it holds; a version is never changed';
comment on column recruiting.reference_rules.contexts_least is 'From how many different parts of life the referees come: work, study, a faith group …';
CREATE TRIGGER in_ones_own_name AFTER INSERT ON recruiting.reference_rules FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('made_by');
alter table recruiting.reference_rules enable row level security;
alter table recruiting.reference_rules force row level security;
create policy add on recruiting.reference_rules for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead,programme_coordinator}'::text[]) AS holds))));
create policy owner_all on recruiting.reference_rules for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.reference_rules for select to kith_app
  using ((organisation_id = ( SELECT app.org() AS org)));
grant insert, select on recruiting.reference_rules to kith_app;

create table recruiting.role_profiles (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  effective_from date not null,
  part text not null,
  content jsonb not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint role_profiles_pkey PRIMARY KEY (organisation_id, id),
  constraint role_profiles_organisation_id_code_version_key UNIQUE (organisation_id, code, version),
  constraint role_profiles_code_check CHECK (code ~ '^[a-z][a-z0-9_]*$'::text),
  constraint role_profiles_part_check CHECK (part = ANY (ARRAY['peer_supporter'::text, 'creche'::text])),
  constraint role_profiles_version_check CHECK (version > 0),
  constraint role_profiles_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table recruiting.role_profiles is 'What a volunteer role is, which attributes it needs and the route into it; a version is never changed, and an application keeps the one it began with';
comment on column recruiting.role_profiles.part is 'What somebody in this role does in a session';
alter table recruiting.role_profiles enable row level security;
alter table recruiting.role_profiles force row level security;
create policy add on recruiting.role_profiles for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead,programme_coordinator}'::text[]) AS holds))));
create policy owner_all on recruiting.role_profiles for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.role_profiles for select to kith_app
  using ((organisation_id = ( SELECT app.org() AS org)));
grant insert, select on recruiting.role_profiles to kith_app;

create table recruiting.sources (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  kind text not null,
  name text not null,
  words text default ''::text not null,
  from_on date not null,
  until_on date,
  cost_pence integer default 0 not null,
  reach integer,
  slug text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint sources_pkey PRIMARY KEY (organisation_id, id),
  constraint sources_organisation_id_slug_key UNIQUE (organisation_id, slug),
  constraint sources_check CHECK (until_on >= from_on),
  constraint sources_cost_pence_check CHECK (cost_pence >= 0),
  constraint sources_kind_check CHECK (kind = ANY (ARRAY['word_of_mouth'::text, 'former_parent'::text, 'partner'::text, 'talk'::text, 'event'::text, 'social_media'::text, 'website'::text, 'poster'::text, 'volunteer_centre'::text, 'advert'::text, 'other'::text])),
  constraint sources_name_check CHECK (name <> ''::text),
  constraint sources_reach_check CHECK (reach >= 0),
  constraint sources_slug_check CHECK (slug ~ '^[a-z0-9-]+$'::text),
  constraint sources_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.sources is 'Where volunteers hear of a centre: a talk, a poster, word of mouth, with what it cost and how many it reached';
CREATE INDEX sources_organisation_id_centre_id_from_on_idx ON recruiting.sources USING btree (organisation_id, centre_id, from_on);
alter table recruiting.sources enable row level security;
alter table recruiting.sources force row level security;
create policy add on recruiting.sources for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.sources for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on recruiting.sources for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.sources for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator,administrator,service_lead}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.sources to kith_app;

create table recruiting.status_checks (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  check_id uuid not null,
  looked_on date not null,
  result text not null,
  looked_by uuid not null,
  made_at timestamp with time zone not null,
  constraint status_checks_pkey PRIMARY KEY (organisation_id, id),
  constraint status_checks_result_check CHECK (result = ANY (ARRAY['no_change'::text, 'changed'::text, 'not_valid'::text])),
  constraint status_checks_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint status_checks_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint status_checks_organisation_id_check_id_fkey FOREIGN KEY (organisation_id, check_id) REFERENCES recruiting.checks(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.status_checks is 'Each look at the Update Service, with the person''s consent: what it said on the day and who looked; additions only';
CREATE INDEX status_checks_organisation_id_check_id_looked_on_idx ON recruiting.status_checks USING btree (organisation_id, check_id, looked_on);
alter table recruiting.status_checks enable row level security;
alter table recruiting.status_checks force row level security;
create policy add on recruiting.status_checks for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.status_checks as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.status_checks for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.status_checks for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select on recruiting.status_checks to kith_app;

create table recruiting.steps (
  organisation_id uuid not null,
  application_id uuid not null,
  code text not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  opened_at timestamp with time zone not null,
  due_on date not null,
  mover text not null,
  mover_since timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by uuid,
  waived_at timestamp with time zone,
  waived_by uuid,
  waived_why text,
  nudged_at timestamp with time zone,
  constraint steps_pkey PRIMARY KEY (organisation_id, application_id, code),
  constraint steps_check CHECK (waived_at IS NULL OR waived_why <> ''::text),
  constraint steps_mover_check CHECK (mover = ANY (ARRAY['applicant'::text, 'us'::text, 'referees'::text, 'panel'::text])),
  constraint steps_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint steps_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint steps_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.steps is 'The steps of the route that have opened for an application: whose move it is, since when, until when it usually takes';
CREATE INDEX steps_organisation_id_centre_id_code_idx ON recruiting.steps USING btree (organisation_id, centre_id, code) WHERE ((done_at IS NULL) AND (waived_at IS NULL));
alter table recruiting.steps enable row level security;
alter table recruiting.steps force row level security;
create policy add on recruiting.steps for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.steps for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.steps as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.steps for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.steps for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.steps to kith_app;

create table recruiting.welcomes (
  organisation_id uuid not null,
  application_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  tries integer default 0 not null,
  trouble text,
  done_at timestamp with time zone,
  constraint welcomes_pkey PRIMARY KEY (organisation_id, application_id),
  constraint welcomes_tries_check CHECK (tries >= 0),
  constraint welcomes_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint welcomes_organisation_id_application_id_fkey FOREIGN KEY (organisation_id, application_id) REFERENCES recruiting.applications(organisation_id, id) ON DELETE RESTRICT,
  constraint welcomes_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table recruiting.welcomes is 'Somebody asked the house to welcome a volunteer: who, when, and what stood in the way';
comment on column recruiting.welcomes.trouble is 'Why the house could not do it yet, in words for those who recruit; null: nothing does';
alter table recruiting.welcomes enable row level security;
alter table recruiting.welcomes force row level security;
create policy add on recruiting.welcomes for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on recruiting.welcomes for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_about_oneself on recruiting.welcomes as restrictive for all to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on recruiting.welcomes for all to kith_owner
  using (true)
  with check (true);
create policy see on recruiting.welcomes for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on recruiting.welcomes to kith_app;

-- -------------------- referrals -------------------------------------------------------------------

create schema referrals;

CREATE OR REPLACE FUNCTION referrals.outcome_of(org uuid, referral uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'referrals', 'pg_temp'
AS $function$ select t.outcome from referrals.triages t where t.organisation_id = org and t.organisation_id = app.org() and t.referral_id = referral order by t.decided_at desc, t.id desc limit 1 $function$
;

grant execute on function referrals.outcome_of(uuid,uuid) to kith_app;

CREATE OR REPLACE FUNCTION referrals.sealed_referrals()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  behind constant uuid[] := people.sealed();
begin
  if cardinality(behind) = 0 then return '{}'; end if;
  return coalesce((select array_agg(r.id) from referrals.referrals r
    where r.organisation_id = app.org() and r.person_id = any (behind)), '{}');
end $function$
;

comment on function referrals.sealed_referrals() is 'Referrals of people behind the wall; ids, for policies';

grant execute on function referrals.sealed_referrals() to kith_app;

CREATE OR REPLACE FUNCTION referrals.sealed_traces()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  behind constant uuid[] := referrals.sealed_referrals();
begin
  if cardinality(behind) = 0 then return '{}'; end if;
  return behind || array(select t.id from referrals.triages t where t.organisation_id = app.org() and t.referral_id = any (behind));
end $function$
;

comment on function referrals.sealed_traces() is 'Referrals of people behind the wall and the decisions about them; ids, for policies';

grant execute on function referrals.sealed_traces() to kith_app;

grant usage on schema referrals to kith_app;

create table referrals.handovers (
  organisation_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  centre_id uuid not null,
  kind text not null,
  to_service text not null,
  to_contact text default ''::text not null,
  parent_agreed boolean not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  follow_up_on date not null,
  arrived boolean,
  seen boolean,
  followed_up_at timestamp with time zone,
  followed_up_by uuid,
  words text default ''::text not null,
  version integer default 1 not null,
  constraint handovers_pkey PRIMARY KEY (organisation_id, id),
  constraint handovers_kind_check CHECK (kind = ANY (ARRAY['signpost'::text, 'hand_over'::text])),
  constraint handovers_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint handovers_organisation_id_referral_id_fkey FOREIGN KEY (organisation_id, referral_id) REFERENCES referrals.referrals(organisation_id, id) ON DELETE RESTRICT
);
comment on table referrals.handovers is 'Somebody was passed to another service: did they arrive, were they seen (null: not known yet)';
CREATE INDEX handovers_organisation_id_centre_id_follow_up_on_idx ON referrals.handovers USING btree (organisation_id, centre_id, follow_up_on) WHERE (followed_up_at IS NULL);
alter table referrals.handovers enable row level security;
alter table referrals.handovers force row level security;
create policy add on referrals.handovers for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on referrals.handovers for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on referrals.handovers for all to kith_owner
  using (true)
  with check (true);
create policy sealed on referrals.handovers as restrictive for all to kith_app
  using (((referral_id IN ( SELECT unnest(referrals.sealed_referrals()) AS unnest)) IS NOT TRUE));
create policy see on referrals.handovers for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on referrals.handovers to kith_app;

create table referrals.import_rejects (
  organisation_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  column_name text not null,
  reason text not null,
  mend text not null,
  cells jsonb not null,
  constraint import_rejects_pkey PRIMARY KEY (organisation_id, id),
  constraint import_rejects_organisation_id_import_id_fkey FOREIGN KEY (organisation_id, import_id) REFERENCES referrals.imports(organisation_id, id) ON DELETE CASCADE
);
comment on table referrals.import_rejects is 'Rows of a file that did not land: row, column, why, how to mend it; removed after thirty days';
CREATE INDEX import_rejects_organisation_id_import_id_row_number_idx ON referrals.import_rejects USING btree (organisation_id, import_id, row_number);
alter table referrals.import_rejects enable row level security;
alter table referrals.import_rejects force row level security;
create policy add on referrals.import_rejects for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{programme_coordinator,administrator}'::text[]) AS holds))));
create policy change on referrals.import_rejects for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{}'::text[]) AS holds))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{}'::text[]) AS holds))));
create policy owner_all on referrals.import_rejects for all to kith_owner
  using (true)
  with check (true);
create policy remove on referrals.import_rejects for delete to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ( SELECT app.is_system() AS is_system)));
create policy see on referrals.import_rejects for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (EXISTS ( SELECT
   FROM referrals.imports i
  WHERE ((i.organisation_id = import_rejects.organisation_id) AND (i.id = import_rejects.import_id) AND ( SELECT app.holds('{programme_coordinator,administrator}'::text[]) AS holds) AND ((i.started_by = ( SELECT app.account() AS account)) OR (i.centre_ids = '{}'::uuid[]) OR (i.centre_ids && ( SELECT app.centres('{programme_coordinator,administrator}'::text[]) AS centres)))))))));
grant delete, insert, select, update on referrals.import_rejects to kith_app;

create table referrals.imports (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid,
  file_name text not null,
  file_hash text not null,
  started_by uuid,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  rows_read integer default 0 not null,
  rows_landed integer default 0 not null,
  rows_known integer default 0 not null,
  rows_rejected integer default 0 not null,
  centre_ids uuid[] default '{}'::uuid[] not null,
  constraint imports_pkey PRIMARY KEY (organisation_id, id)
);
comment on table referrals.imports is 'A file of referrals: how many rows landed, were known already, or came back with a reason';
comment on column referrals.imports.centre_ids is 'The centres whose rows the file held';
alter table referrals.imports enable row level security;
alter table referrals.imports force row level security;
create policy add on referrals.imports for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{programme_coordinator,administrator}'::text[]) AS holds))));
create policy change on referrals.imports for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{programme_coordinator,administrator}'::text[]) AS holds))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{programme_coordinator,administrator}'::text[]) AS holds))));
create policy owner_all on referrals.imports for all to kith_owner
  using (true)
  with check (true);
create policy see on referrals.imports for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS holds))));
grant insert, select, update on referrals.imports to kith_app;

create table referrals.needs (
  organisation_id uuid not null,
  referral_id uuid not null,
  centre_id uuid not null,
  why text default ''::text not null,
  needs text[] default '{}'::text[] not null,
  risks text default ''::text not null,
  support_now text default ''::text not null,
  hopes text default ''::text not null,
  version integer default 1 not null,
  constraint needs_pkey PRIMARY KEY (organisation_id, referral_id),
  constraint needs_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint needs_organisation_id_referral_id_fkey FOREIGN KEY (organisation_id, referral_id) REFERENCES referrals.referrals(organisation_id, id) ON DELETE RESTRICT
);
comment on table referrals.needs is 'Why somebody was referred and what is hard just now: not for the office, not for volunteers';
alter table referrals.needs enable row level security;
alter table referrals.needs force row level security;
create policy add on referrals.needs for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on referrals.needs for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on referrals.needs for all to kith_owner
  using (true)
  with check (true);
create policy sealed on referrals.needs as restrictive for all to kith_app
  using (((referral_id IN ( SELECT unnest(referrals.sealed_referrals()) AS unnest)) IS NOT TRUE));
create policy see on referrals.needs for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on referrals.needs to kith_app;

create table referrals.referrals (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  reference text not null,
  route text not null,
  came_by text default 'form'::text not null,
  received_at timestamp with time zone not null,
  received_by uuid,
  referrer_id uuid,
  import_id uuid,
  outside_key text,
  person_id uuid not null,
  pregnancy_id uuid not null,
  template_id uuid not null,
  parent_knows boolean default true not null,
  tell_referrer boolean default false not null,
  heard_of_us text default ''::text not null,
  track_hash text,
  version integer default 1 not null,
  state text default 'received'::text not null,
  constraint referrals_pkey PRIMARY KEY (organisation_id, id),
  constraint referrals_organisation_id_reference_key UNIQUE (organisation_id, reference),
  constraint referrals_came_by_check CHECK (came_by = ANY (ARRAY['form'::text, 'call'::text, 'letter'::text, 'email'::text, 'file'::text, 'in_person'::text])),
  constraint referrals_route_check CHECK (route = ANY (ARRAY['professional'::text, 'self'::text, 'staff'::text, 'file'::text, 'fhir'::text])),
  constraint referrals_state_check CHECK (state = ANY (ARRAY['received'::text, 'asked'::text, 'welcomed'::text, 'signposted'::text, 'handed_over'::text, 'declined'::text, 'withdrawn'::text])),
  constraint referrals_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint referrals_organisation_id_import_id_fkey FOREIGN KEY (organisation_id, import_id) REFERENCES referrals.imports(organisation_id, id) ON DELETE RESTRICT,
  constraint referrals_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT,
  constraint referrals_organisation_id_pregnancy_id_fkey FOREIGN KEY (organisation_id, pregnancy_id) REFERENCES families.pregnancies(organisation_id, id) ON DELETE RESTRICT,
  constraint referrals_organisation_id_referrer_id_fkey FOREIGN KEY (organisation_id, referrer_id) REFERENCES referrals.referrers(organisation_id, id) ON DELETE RESTRICT,
  constraint referrals_organisation_id_template_id_fkey FOREIGN KEY (organisation_id, template_id) REFERENCES programme.templates(organisation_id, id) ON DELETE RESTRICT
);
comment on table referrals.referrals is 'A family was sent to us or came by itself: who, when, from where';
comment on column referrals.referrals.outside_key is 'The key of the row in the file or system it came from, so that importing twice changes nothing';
comment on column referrals.referrals.state is 'Where it stands, computed from its triages and withdrawal by the verb that wrote them; never typed in';
CREATE INDEX referrals_by_import ON referrals.referrals USING btree (organisation_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX referrals_by_state ON referrals.referrals USING btree (organisation_id, centre_id, state, received_at DESC);
CREATE INDEX referrals_organisation_id_centre_id_received_at_idx ON referrals.referrals USING btree (organisation_id, centre_id, received_at DESC);
CREATE INDEX referrals_organisation_id_person_id_idx ON referrals.referrals USING btree (organisation_id, person_id);
CREATE UNIQUE INDEX referrals_outside_key ON referrals.referrals USING btree (organisation_id, outside_key) WHERE (outside_key IS NOT NULL);
CREATE UNIQUE INDEX referrals_track ON referrals.referrals USING btree (organisation_id, track_hash) WHERE (track_hash IS NOT NULL);
alter table referrals.referrals enable row level security;
alter table referrals.referrals force row level security;
create policy add on referrals.referrals for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on referrals.referrals for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on referrals.referrals for all to kith_owner
  using (true)
  with check (true);
create policy sealed on referrals.referrals as restrictive for all to kith_app
  using (((person_id IN ( SELECT unnest(people.sealed()) AS unnest)) IS NOT TRUE));
create policy see on referrals.referrals for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy see_own on referrals.referrals for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (person_id = ( SELECT app.person() AS person))));
grant insert, select, update on referrals.referrals to kith_app;

create table referrals.referrers (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  name text not null,
  job text not null,
  works_for text default ''::text not null,
  email text,
  phone text,
  made_at timestamp with time zone not null,
  constraint referrers_pkey PRIMARY KEY (organisation_id, id),
  constraint referrers_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table referrals.referrers is 'A professional who referred somebody, and how to tell them what became of it';
CREATE INDEX referrers_organisation_id_lower_idx ON referrals.referrers USING btree (organisation_id, lower(email));
alter table referrals.referrers enable row level security;
alter table referrals.referrers force row level security;
create policy add on referrals.referrers for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on referrals.referrers for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on referrals.referrers for all to kith_owner
  using (true)
  with check (true);
create policy see on referrals.referrers for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on referrals.referrers to kith_app;

create table referrals.triages (
  organisation_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  centre_id uuid not null,
  outcome text not null,
  reason text not null,
  words text default ''::text not null,
  decided_by uuid,
  decided_at timestamp with time zone not null,
  constraint triages_pkey PRIMARY KEY (organisation_id, id),
  constraint triages_outcome_check CHECK (outcome = ANY (ARRAY['welcome'::text, 'ask_more'::text, 'signpost'::text, 'hand_over'::text, 'decline'::text])),
  constraint triages_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint triages_organisation_id_referral_id_fkey FOREIGN KEY (organisation_id, referral_id) REFERENCES referrals.referrals(organisation_id, id) ON DELETE RESTRICT
);
comment on table referrals.triages is 'What was decided about a referral, by whom and why; a later row replaces an earlier one';
CREATE INDEX triages_organisation_id_referral_id_decided_at_idx ON referrals.triages USING btree (organisation_id, referral_id, decided_at);
alter table referrals.triages enable row level security;
alter table referrals.triages force row level security;
create policy add on referrals.triages for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on referrals.triages for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{}'::text[]) AS centres)::uuid[])))));
create policy owner_all on referrals.triages for all to kith_owner
  using (true)
  with check (true);
create policy sealed on referrals.triages as restrictive for all to kith_app
  using (((referral_id IN ( SELECT unnest(referrals.sealed_referrals()) AS unnest)) IS NOT TRUE));
create policy see on referrals.triages for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on referrals.triages to kith_app;

create table referrals.withdrawals (
  organisation_id uuid not null,
  referral_id uuid not null,
  centre_id uuid not null,
  reason text not null,
  words text default ''::text not null,
  by_account uuid,
  at timestamp with time zone not null,
  constraint withdrawals_pkey PRIMARY KEY (organisation_id, referral_id),
  constraint withdrawals_reason_check CHECK (reason = ANY (ARRAY['parent_asked'::text, 'moved_away'::text, 'cannot_reach'::text, 'duplicate'::text, 'mistake'::text])),
  constraint withdrawals_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint withdrawals_organisation_id_referral_id_fkey FOREIGN KEY (organisation_id, referral_id) REFERENCES referrals.referrals(organisation_id, id) ON DELETE RESTRICT
);
comment on table referrals.withdrawals is 'A referral that ended without a decision of ours, and why';
alter table referrals.withdrawals enable row level security;
alter table referrals.withdrawals force row level security;
create policy add on referrals.withdrawals for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
create policy change on referrals.withdrawals for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{}'::text[]) AS centres)::uuid[])))));
create policy owner_all on referrals.withdrawals for all to kith_owner
  using (true)
  with check (true);
create policy sealed on referrals.withdrawals as restrictive for all to kith_app
  using (((referral_id IN ( SELECT unnest(referrals.sealed_referrals()) AS unnest)) IS NOT TRUE));
create policy see on referrals.withdrawals for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'::text[]) AS centres)::uuid[])))));
grant insert, select, update on referrals.withdrawals to kith_app;

-- -------------------- rights ----------------------------------------------------------------------

create schema rights;

CREATE OR REPLACE FUNCTION rights.is_data_lead()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select from rights.data_leads l
    where l.organisation_id = app.org() and l.account_id = app.account() and l.until_at is null)
    and app.kind() = 'account'
    and app.holds('{volunteer_manager,programme_coordinator,administrator,service_lead}')
$function$
;

comment on function rights.is_data_lead() is 'Whether the asker answers for what we keep about people';

grant execute on function rights.is_data_lead() to kith_app;

CREATE OR REPLACE FUNCTION rights.is_quiet_look(verb text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$
  select verb like 'safeguarding.%' or verb like 'people.seal%' or verb like 'people.suspension%'
    or verb like 'recruiting.disclosure%' or verb like 'supervision.note%' or verb like 'supervision.own\_note%'
    or verb like 'supervision.stay\_well%' or verb like 'supervision.debrief%'
$function$
;

comment on function rights.is_quiet_look(text) is 'Whether a look is only ever counted, because one row of it would tell that something is there';

grant execute on function rights.is_quiet_look(text) to kith_app;

CREATE OR REPLACE FUNCTION rights.lead_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.until_at is not null then
    raise exception 'this has ended' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

grant execute on function rights.lead_stays() to public;

CREATE OR REPLACE FUNCTION rights.look_counts(verbs text[], zone text, in_month date)
 RETURNS TABLE(verb text, looks bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select e.verb, count(*) from platform.audit_events e
  where rights.is_data_lead() and e.organisation_id = app.org() and e.actor_kind = 'account' and e.verb = any (verbs)
    and e.at >= date_trunc('month', in_month::timestamp) at time zone zone
    and e.at < (date_trunc('month', in_month::timestamp) + interval '1 month') at time zone zone
  group by e.verb
$function$
;

comment on function rights.look_counts(text[],text,date) is 'How many looks of each verb there were in a month; nothing for whoever is not the data lead';

grant execute on function rights.look_counts(text[],text,date) to kith_app;

CREATE OR REPLACE FUNCTION rights.looks(verbs text[], of_person uuid, by_account uuid, since timestamp with time zone, before bigint, most integer)
 RETURNS TABLE(seq bigint, at timestamp with time zone, account_id uuid, verb text, subject_kind text, subject_id uuid, centre_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  subjects uuid[];
  mine uuid[];
  hidden uuid[];
begin
  if not rights.is_data_lead() then return; end if;
  mine := recruiting.own_applicants();
  hidden := array(
    select unnest(mine)
    union all select x.id from recruiting.applications x where x.organisation_id = app.org() and x.applicant_id = any (mine)
    union all select x.id from recruiting.referees x where x.organisation_id = app.org() and x.applicant_id = any (mine)
    union all select x.id from recruiting.interviews x where x.organisation_id = app.org() and x.applicant_id = any (mine)
    union all select x.id from training.awards x where x.organisation_id = app.org() and x.applicant_id = any (mine)
    union all select x.id from training.certificates x where x.organisation_id = app.org() and x.applicant_id = any (mine)
    union all select x.id from training.practice x where x.organisation_id = app.org() and x.applicant_id = any (mine)
    union all select p.id from people.persons p where p.organisation_id = app.org() and p.sealed_at is not null
    union all select r.id from referrals.referrals r join people.persons p on p.organisation_id = r.organisation_id and p.id = r.person_id
      where r.organisation_id = app.org() and p.sealed_at is not null);
  if of_person is not null then
    subjects := array(
      select p.id from people.persons p where p.organisation_id = app.org() and (p.id = of_person or p.merged_into = of_person)
      union all select a.id from people.accounts a where a.organisation_id = app.org() and a.person_id = of_person
      union all select r.id from referrals.referrals r where r.organisation_id = app.org() and r.person_id = of_person
      union all select a.id from recruiting.applicants a where a.organisation_id = app.org() and a.person_id = of_person
      union all select x.id from recruiting.applications x join recruiting.applicants a on a.organisation_id = x.organisation_id and a.id = x.applicant_id
        where x.organisation_id = app.org() and a.person_id = of_person);
  end if;
  return query
    select e.seq, e.at, e.account_id, e.verb, e.subject_kind, e.subject_id, e.centre_id
    from platform.audit_events e
    where e.organisation_id = app.org()
      and e.actor_kind = 'account'
      and e.verb = any (verbs) and not rights.is_quiet_look(e.verb)
      and (subjects is null or e.subject_id = any (subjects))
      and (by_account is null or e.account_id = by_account)
      and e.at >= since
      and (before is null or e.seq < before)
      and (e.subject_id is null or e.subject_id <> all (hidden))
    order by e.seq desc
    limit least(most, 200);
end $function$
;

comment on function rights.looks(text[],uuid,uuid,timestamp with time zone,bigint,integer) is 'A page of who looked at what, newest first; empty for whoever is not the data lead';

grant execute on function rights.looks(text[],uuid,uuid,timestamp with time zone,bigint,integer) to kith_app;

grant usage on schema rights to kith_app;

create table rights.data_leads (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  from_at timestamp with time zone not null,
  given_by uuid,
  until_at timestamp with time zone,
  ended_by uuid,
  constraint data_leads_pkey PRIMARY KEY (organisation_id, id),
  constraint data_leads_check CHECK (until_at IS NULL OR until_at >= from_at),
  constraint data_leads_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint data_leads_organisation_id_ended_by_fkey FOREIGN KEY (organisation_id, ended_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint data_leads_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT,
  constraint data_leads_organisation_id_given_by_fkey FOREIGN KEY (organisation_id, given_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table rights.data_leads is 'Who answers for what we keep about people, since when; more than one may, so that nobody is alone with a month that ends';
comment on column rights.data_leads.given_by is 'The service lead who asked them; null: the house, when the programme was set up';
CREATE UNIQUE INDEX data_leads_once ON rights.data_leads USING btree (organisation_id, account_id) WHERE (until_at IS NULL);
CREATE TRIGGER lead_stays BEFORE UPDATE ON rights.data_leads FOR EACH ROW EXECUTE FUNCTION rights.lead_stays();
alter table rights.data_leads enable row level security;
alter table rights.data_leads force row level security;
create policy add on rights.data_leads for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead}'::text[]) AS holds))));
create policy change on rights.data_leads for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead}'::text[]) AS holds))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead}'::text[]) AS holds))));
create policy owner_all on rights.data_leads for all to kith_owner
  using (true)
  with check (true);
create policy see on rights.data_leads for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds))));
grant insert, select on rights.data_leads to kith_app;
grant update (until_at), update (ended_by) on rights.data_leads to kith_app;

-- -------------------- safeguarding ----------------------------------------------------------------

create schema safeguarding;

CREATE OR REPLACE FUNCTION safeguarding.away(centre uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(array_agg(distinct x.account_id), '{}')
  from people.suspensions x
  join people.roles r on r.organisation_id = x.organisation_id and r.account_id = x.account_id and r.ended_at is null
    and r.role in ('volunteer_manager', 'programme_coordinator', 'practitioner', 'specialist', 'service_lead')
    and (r.centre_id = centre or r.centre_id is null)
  where x.organisation_id = app.org() and x.until_at is null
    and (app.is_system() or centre = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}')))
$function$
;

comment on function safeguarding.away(uuid) is 'Who of a centre could be given concerns but is suspended';

grant execute on function safeguarding.away(uuid) to kith_app;

CREATE OR REPLACE FUNCTION safeguarding.named_suspended(concern uuid)
 RETURNS TABLE(account_id uuid, from_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select x.account_id, x.from_at
  from safeguarding.concerns c
  join people.suspensions x on x.organisation_id = c.organisation_id and x.account_id = any (c.named) and x.until_at is null
  where c.organisation_id = app.org() and c.id = concern and safeguarding.sees(concern)
$function$
;

comment on function safeguarding.named_suspended(uuid) is 'Who of those a concern names meets no families for now, for whoever has the concern';

grant execute on function safeguarding.named_suspended(uuid) to kith_app;

CREATE OR REPLACE FUNCTION safeguarding.sees(concern uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'safeguarding', 'pg_temp'
AS $function$
  select exists (
    select from safeguarding.concerns c
    where c.organisation_id = app.org() and c.id = concern and (app.is_system() or (
      (app.account() = any (c.named)) is not true
      and c.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'))
      and (c.owner_id = app.account()
        or exists (select from safeguarding.escalations e where e.organisation_id = c.organisation_id and e.concern_id = c.id and e.to_account_id = app.account())))))
$function$
;

grant execute on function safeguarding.sees(uuid) to kith_app;

CREATE OR REPLACE FUNCTION safeguarding.suspend_named(concern uuid, account uuid, suspension uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if not safeguarding.sees(concern) or account = app.account() then return false; end if;
  insert into people.suspensions (organisation_id, id, centre_id, account_id, from_at, by_account)
  select c.organisation_id, suspension, c.centre_id, account, at, app.account()
  from safeguarding.concerns c
  where c.organisation_id = app.org() and c.id = concern and account = any (c.named)
  on conflict do nothing;
  return found;
end $function$
;

comment on function safeguarding.suspend_named(uuid,uuid,uuid,timestamp with time zone) is 'Suspends somebody whom a concern names, for whoever has the concern; false when nothing was written';

grant execute on function safeguarding.suspend_named(uuid,uuid,uuid,timestamp with time zone) to kith_app;

grant usage on schema safeguarding to kith_app;

create table safeguarding.acknowledgements (
  organisation_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  account_id uuid not null,
  opened_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  words_to_reporter text default ''::text not null,
  constraint acknowledgements_pkey PRIMARY KEY (organisation_id, id),
  constraint acknowledgements_organisation_id_concern_id_account_id_key UNIQUE (organisation_id, concern_id, account_id),
  constraint acknowledgements_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES safeguarding.concerns(organisation_id, id) ON DELETE RESTRICT
);
comment on table safeguarding.acknowledgements is 'Who opened a concern and when they took it on';
alter table safeguarding.acknowledgements enable row level security;
alter table safeguarding.acknowledgements force row level security;
create policy add on safeguarding.acknowledgements for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account)) AND (EXISTS ( SELECT
   FROM safeguarding.concerns c
  WHERE ((c.organisation_id = acknowledgements.organisation_id) AND (c.id = acknowledgements.concern_id))))));
create policy change on safeguarding.acknowledgements for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account)) AND (acknowledged_at IS NULL) AND (EXISTS ( SELECT
   FROM safeguarding.concerns c
  WHERE ((c.organisation_id = acknowledgements.organisation_id) AND (c.id = acknowledgements.concern_id))))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy owner_all on safeguarding.acknowledgements for all to kith_owner
  using (true)
  with check (true);
create policy see on safeguarding.acknowledgements for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)) OR (EXISTS ( SELECT
   FROM safeguarding.concerns c
  WHERE ((c.organisation_id = acknowledgements.organisation_id) AND (c.id = acknowledgements.concern_id)))))));
grant insert, select on safeguarding.acknowledgements to kith_app;
grant update (acknowledged_at), update (words_to_reporter) on safeguarding.acknowledgements to kith_app;

create table safeguarding.clocks (
  organisation_id uuid not null,
  effective_from date not null,
  acknowledge_within_minutes integer not null,
  escalate_again_after_minutes integer not null,
  constraint clocks_pkey PRIMARY KEY (organisation_id, effective_from),
  constraint clocks_acknowledge_within_minutes_check CHECK (acknowledge_within_minutes >= 5 AND acknowledge_within_minutes <= 1440),
  constraint clocks_escalate_again_after_minutes_check CHECK (escalate_again_after_minutes >= 5 AND escalate_again_after_minutes <= 1440),
  constraint clocks_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table safeguarding.clocks is 'How soon a concern must be opened before the next person is told, from which date';
alter table safeguarding.clocks enable row level security;
alter table safeguarding.clocks force row level security;
create policy add on safeguarding.clocks for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead}'::text[]) AS holds))));
create policy change on safeguarding.clocks for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead}'::text[]) AS holds))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead}'::text[]) AS holds))));
create policy owner_all on safeguarding.clocks for all to kith_owner
  using (true)
  with check (true);
create policy see on safeguarding.clocks for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds))));
grant insert, select, update on safeguarding.clocks to kith_app;

create table safeguarding.concerns (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  reference text not null,
  raised_by uuid,
  raised_at timestamp with time zone not null,
  about_person_id uuid,
  about_words text default ''::text not null,
  happened text not null,
  said text default ''::text not null,
  done_already text default ''::text not null,
  danger_now boolean not null,
  called_999 boolean default false not null,
  page text default ''::text not null,
  owner_id uuid not null,
  deputy_id uuid,
  last_id uuid,
  acknowledge_by timestamp with time zone not null,
  named uuid[] default '{}'::uuid[] not null,
  constraint concerns_pkey PRIMARY KEY (organisation_id, id),
  constraint concerns_organisation_id_reference_key UNIQUE (organisation_id, reference),
  constraint concerns_happened_check CHECK (happened <> ''::text),
  constraint concerns_named_are_kept_out CHECK ((owner_id <> ALL (named)) AND (deputy_id IS NULL OR (deputy_id <> ALL (named))) AND (last_id IS NULL OR (last_id <> ALL (named)))),
  constraint concerns_organisation_id_about_person_id_fkey FOREIGN KEY (organisation_id, about_person_id) REFERENCES people.persons(organisation_id, id) ON DELETE RESTRICT,
  constraint concerns_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table safeguarding.concerns is 'A worry about somebody''s safety, as it was put in the letterbox; what follows is in other tables, nothing here changes';
comment on column safeguarding.concerns.about_words is 'Sealed for safeguarding: whom it is about, in words';
comment on column safeguarding.concerns.happened is 'Sealed for safeguarding: what happened';
comment on column safeguarding.concerns.said is 'Sealed for safeguarding: what was said, in the words of whoever said it';
comment on column safeguarding.concerns.done_already is 'Sealed for safeguarding: what has been done about it already';
comment on column safeguarding.concerns.named is 'Accounts of the team whom the concern is about: never owner, deputy or last, and they see nothing of it';
CREATE INDEX concerns_organisation_id_owner_id_idx ON safeguarding.concerns USING btree (organisation_id, owner_id);
alter table safeguarding.concerns enable row level security;
alter table safeguarding.concerns force row level security;
create policy add on safeguarding.concerns for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ((raised_by = ( SELECT app.account() AS account)) AND (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS centres)::uuid[]))))));
create policy owner_all on safeguarding.concerns for all to kith_owner
  using (true)
  with check (true);
create policy see on safeguarding.concerns for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (((( SELECT app.account() AS account) = ANY (named)) IS NOT TRUE) AND (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS centres)::uuid[])) AND ((owner_id = ( SELECT app.account() AS account)) OR (EXISTS ( SELECT
   FROM safeguarding.escalations e
  WHERE ((e.organisation_id = concerns.organisation_id) AND (e.concern_id = concerns.id) AND (e.to_account_id = ( SELECT app.account() AS account))))))))));
grant insert, select on safeguarding.concerns to kith_app;

create table safeguarding.duties (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  duty text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  constraint duties_pkey PRIMARY KEY (organisation_id, id),
  constraint duties_duty_check CHECK (duty = ANY (ARRAY['owner'::text, 'deputy'::text, 'last'::text])),
  constraint duties_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint duties_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table safeguarding.duties is 'Who owns concerns at a centre, who is the deputy, and who comes last (the service lead)';
CREATE INDEX duties_organisation_id_centre_id_idx ON safeguarding.duties USING btree (organisation_id, centre_id) WHERE (until_at IS NULL);
alter table safeguarding.duties enable row level security;
alter table safeguarding.duties force row level security;
create policy add on safeguarding.duties for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead}'::text[]) AS holds))));
create policy change on safeguarding.duties for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead}'::text[]) AS holds))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{service_lead}'::text[]) AS holds))));
create policy owner_all on safeguarding.duties for all to kith_owner
  using (true)
  with check (true);
create policy see on safeguarding.duties for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds))));
grant insert, select, update on safeguarding.duties to kith_app;

create table safeguarding.escalations (
  organisation_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  to_account_id uuid not null,
  step text not null,
  at timestamp with time zone not null,
  constraint escalations_pkey PRIMARY KEY (organisation_id, id),
  constraint escalations_organisation_id_concern_id_step_key UNIQUE (organisation_id, concern_id, step),
  constraint escalations_step_check CHECK (step = ANY (ARRAY['deputy'::text, 'last'::text])),
  constraint escalations_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES safeguarding.concerns(organisation_id, id) ON DELETE RESTRICT
);
comment on table safeguarding.escalations is 'A concern nobody had opened in time, and who was told next';
CREATE INDEX escalations_organisation_id_to_account_id_idx ON safeguarding.escalations USING btree (organisation_id, to_account_id);
alter table safeguarding.escalations enable row level security;
alter table safeguarding.escalations force row level security;
create policy add on safeguarding.escalations for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND ( SELECT app.is_system() AS is_system)));
create policy owner_all on safeguarding.escalations for all to kith_owner
  using (true)
  with check (true);
create policy see on safeguarding.escalations for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (to_account_id = ( SELECT app.account() AS account)) OR safeguarding.sees(concern_id))));
grant insert, select on safeguarding.escalations to kith_app;

create table safeguarding.receipts (
  organisation_id uuid not null,
  concern_id uuid not null,
  reference text not null,
  raised_by uuid not null,
  raised_at timestamp with time zone not null,
  landed_with text not null,
  acknowledged_at timestamp with time zone,
  words text default ''::text not null,
  constraint receipts_pkey PRIMARY KEY (organisation_id, concern_id),
  constraint receipts_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES safeguarding.concerns(organisation_id, id) ON DELETE RESTRICT
);
comment on table safeguarding.receipts is 'What the person who raised a concern may know of it: that it landed, with whom, and that it was taken on';
CREATE INDEX receipts_organisation_id_raised_by_raised_at_idx ON safeguarding.receipts USING btree (organisation_id, raised_by, raised_at);
alter table safeguarding.receipts enable row level security;
alter table safeguarding.receipts force row level security;
create policy add on safeguarding.receipts for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (raised_by = ( SELECT app.account() AS account)))));
create policy change on safeguarding.receipts for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (acknowledged_at IS NULL) AND (EXISTS ( SELECT
   FROM safeguarding.concerns c
  WHERE ((c.organisation_id = receipts.organisation_id) AND (c.id = receipts.concern_id))))))
  with check ((organisation_id = ( SELECT app.org() AS org)));
create policy owner_all on safeguarding.receipts for all to kith_owner
  using (true)
  with check (true);
create policy see on safeguarding.receipts for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (raised_by = ( SELECT app.account() AS account)) OR (EXISTS ( SELECT
   FROM safeguarding.concerns c
  WHERE ((c.organisation_id = receipts.organisation_id) AND (c.id = receipts.concern_id)))))));
grant insert, select on safeguarding.receipts to kith_app;
grant update (acknowledged_at), update (words) on safeguarding.receipts to kith_app;

-- -------------------- sign_in ---------------------------------------------------------------------

create schema sign_in;
comment on schema sign_in is 'Passwords, sessions and second factors: for the role kith_sign_in alone';

grant usage on schema sign_in to kith_sign_in;

create table sign_in.account (
  id uuid default gen_random_uuid() not null,
  accountId text not null,
  providerId text not null,
  userId uuid not null,
  accessToken text,
  refreshToken text,
  idToken text,
  accessTokenExpiresAt timestamp with time zone,
  refreshTokenExpiresAt timestamp with time zone,
  scope text,
  password text,
  createdAt timestamp with time zone default CURRENT_TIMESTAMP not null,
  updatedAt timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_userId_fkey FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
);
comment on table sign_in.account is 'A password, as a slow hash, or a sign-in kept elsewhere. Belongs to the sign-in library';
CREATE UNIQUE INDEX account_one_of_each ON sign_in.account USING btree ("userId", "providerId");
alter table sign_in.account enable row level security;
alter table sign_in.account force row level security;
create policy owner_all on sign_in.account for all to kith_owner
  using (true)
  with check (true);
create policy sign_in_all on sign_in.account for all to kith_sign_in
  using (true)
  with check (true);
grant delete, insert, select, update on sign_in.account to kith_sign_in;

create table sign_in.attempts (
  key_hash text not null,
  tries integer not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint attempts_pkey PRIMARY KEY (key_hash)
);
comment on table sign_in.attempts is 'Tries that did not match, counted per address, per code and per network: keyed hashes, never the address itself';
CREATE INDEX attempts_last_at_idx ON sign_in.attempts USING btree (last_at);
alter table sign_in.attempts enable row level security;
alter table sign_in.attempts force row level security;
create policy owner_all on sign_in.attempts for all to kith_owner
  using (true)
  with check (true);
create policy sign_in_all on sign_in.attempts for all to kith_sign_in
  using (true)
  with check (true);
grant delete, insert, select, update on sign_in.attempts to kith_sign_in;

create table sign_in.devices (
  account_id uuid not null,
  secret_hash text not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint devices_pkey PRIMARY KEY (account_id, secret_hash),
  constraint devices_account_id_fkey FOREIGN KEY (account_id) REFERENCES sign_in."user"(id) ON DELETE CASCADE
);
comment on table sign_in.devices is 'Browsers an account has signed in with: the hash of a random number in a cookie of theirs, forgotten after 400 days without them';
CREATE INDEX devices_last_at_idx ON sign_in.devices USING btree (last_at);
alter table sign_in.devices enable row level security;
alter table sign_in.devices force row level security;
create policy owner_all on sign_in.devices for all to kith_owner
  using (true)
  with check (true);
create policy sign_in_all on sign_in.devices for all to kith_sign_in
  using (true)
  with check (true);
grant delete, insert, select, update on sign_in.devices to kith_sign_in;

create table sign_in.invitations (
  token_hash text not null,
  account_id uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint invitations_pkey PRIMARY KEY (token_hash),
  constraint invitations_account_id_fkey FOREIGN KEY (account_id) REFERENCES sign_in."user"(id) ON DELETE CASCADE
);
comment on table sign_in.invitations is 'Invitations to choose a password: the hash of the link, used once';
CREATE INDEX invitations_account_id_idx ON sign_in.invitations USING btree (account_id);
alter table sign_in.invitations enable row level security;
alter table sign_in.invitations force row level security;
create policy owner_all on sign_in.invitations for all to kith_owner
  using (true)
  with check (true);
create policy sign_in_all on sign_in.invitations for all to kith_sign_in
  using (true)
  with check (true);
grant delete, insert, select, update on sign_in.invitations to kith_sign_in;

create table sign_in.limits (
  who text not null,
  idle interval not null,
  absolute interval not null,
  constraint limits_pkey PRIMARY KEY (who),
  constraint limits_who_check CHECK (who = ANY (ARRAY['staff'::text, 'volunteer'::text, 'parent'::text]))
);
comment on table sign_in.limits is 'How long a session lasts without a request, and at the very most';
alter table sign_in.limits enable row level security;
alter table sign_in.limits force row level security;
create policy owner_all on sign_in.limits for all to kith_owner
  using (true)
  with check (true);
create policy sign_in_all on sign_in.limits for all to kith_sign_in
  using (true)
  with check (true);
grant select on sign_in.limits to kith_sign_in;

create table sign_in.passkey (
  id uuid default gen_random_uuid() not null,
  name text,
  publicKey text not null,
  userId uuid not null,
  credentialID text not null,
  counter integer not null,
  deviceType text not null,
  backedUp boolean not null,
  transports text,
  createdAt timestamp with time zone,
  aaguid text,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_userId_fkey FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
);
comment on table sign_in.passkey is 'Passkeys: public keys of devices that can sign somebody in. Belongs to the sign-in library';
CREATE UNIQUE INDEX "passkey_credentialID_idx" ON sign_in.passkey USING btree ("credentialID");
CREATE INDEX "passkey_userId_idx" ON sign_in.passkey USING btree ("userId");
alter table sign_in.passkey enable row level security;
alter table sign_in.passkey force row level security;
create policy owner_all on sign_in.passkey for all to kith_owner
  using (true)
  with check (true);
create policy sign_in_all on sign_in.passkey for all to kith_sign_in
  using (true)
  with check (true);
grant delete, insert, select, update on sign_in.passkey to kith_sign_in;

create table sign_in.session (
  id uuid default gen_random_uuid() not null,
  expiresAt timestamp with time zone not null,
  token text not null,
  createdAt timestamp with time zone default CURRENT_TIMESTAMP not null,
  updatedAt timestamp with time zone not null,
  ipAddress text,
  userAgent text,
  userId uuid not null,
  way text,
  second_factor_at timestamp with time zone,
  last_seen_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint session_way_check CHECK (way = ANY (ARRAY['password'::text, 'link'::text, 'passkey'::text, 'invitation'::text])),
  constraint session_userId_fkey FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
);
comment on table sign_in.session is 'Where somebody is signed in. Belongs to the sign-in library';
comment on column sign_in.session.way is 'Ours: how it began';
comment on column sign_in.session.second_factor_at is 'Ours: when the second step was taken; without it staff reach nothing';
comment on column sign_in.session.last_seen_at is 'Ours: the last request, to within five minutes; the idle limit counts from it';
CREATE INDEX "session_userId_idx" ON sign_in.session USING btree ("userId");
alter table sign_in.session enable row level security;
alter table sign_in.session force row level security;
create policy owner_all on sign_in.session for all to kith_owner
  using (true)
  with check (true);
create policy sign_in_all on sign_in.session for all to kith_sign_in
  using (true)
  with check (true);
grant delete, insert, select, update on sign_in.session to kith_sign_in;

create table sign_in.twoFactor (
  id uuid default gen_random_uuid() not null,
  secret text not null,
  backupCodes text not null,
  userId uuid not null,
  verified boolean,
  failedVerificationCount integer,
  lockedUntil timestamp with time zone,
  constraint twoFactor_pkey PRIMARY KEY (id),
  constraint twoFactor_userId_fkey FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
);
comment on table sign_in.twoFactor is 'The secret of an authenticator app and its recovery codes, encrypted. Belongs to the sign-in library';
CREATE UNIQUE INDEX "twoFactor_userId_idx" ON sign_in."twoFactor" USING btree ("userId");
alter table sign_in."twoFactor" enable row level security;
alter table sign_in."twoFactor" force row level security;
create policy owner_all on sign_in."twoFactor" for all to kith_owner
  using (true)
  with check (true);
create policy sign_in_all on sign_in."twoFactor" for all to kith_sign_in
  using (true)
  with check (true);
grant delete, insert, select, update on sign_in."twoFactor" to kith_sign_in;

create table sign_in.user (
  id uuid default gen_random_uuid() not null,
  name text not null,
  email text not null,
  emailVerified boolean not null,
  image text,
  createdAt timestamp with time zone default CURRENT_TIMESTAMP not null,
  updatedAt timestamp with time zone default CURRENT_TIMESTAMP not null,
  twoFactorEnabled boolean,
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email)
);
comment on table sign_in.user is 'Who can sign in, by e-mail address; its id is the id of people.accounts. Belongs to the sign-in library';
alter table sign_in."user" enable row level security;
alter table sign_in."user" force row level security;
create policy owner_all on sign_in."user" for all to kith_owner
  using (true)
  with check (true);
create policy sign_in_all on sign_in."user" for all to kith_sign_in
  using (true)
  with check (true);
grant delete, insert, select, update on sign_in."user" to kith_sign_in;

create table sign_in.verification (
  id uuid default gen_random_uuid() not null,
  identifier text not null,
  value text not null,
  expiresAt timestamp with time zone not null,
  createdAt timestamp with time zone default CURRENT_TIMESTAMP not null,
  updatedAt timestamp with time zone default CURRENT_TIMESTAMP not null,
  constraint verification_pkey PRIMARY KEY (id)
);
comment on table sign_in.verification is 'E-mail links and passkey challenges still open, links as hashes. Belongs to the sign-in library';
CREATE INDEX verification_identifier_idx ON sign_in.verification USING btree (identifier);
alter table sign_in.verification enable row level security;
alter table sign_in.verification force row level security;
create policy owner_all on sign_in.verification for all to kith_owner
  using (true)
  with check (true);
create policy sign_in_all on sign_in.verification for all to kith_sign_in
  using (true)
  with check (true);
grant delete, insert, select, update on sign_in.verification to kith_sign_in;

-- -------------------- supervision -----------------------------------------------------------------

create schema supervision;

CREATE OR REPLACE FUNCTION supervision.agreed_by_all()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$
begin
  if new.said is distinct from old.said and not new.apart then
    update supervision.meetings m set agreed_at = case when new.said = 'yes' then new.said_at end, changed_at = coalesce(new.said_at, m.changed_at), version = m.version + 1
    where m.organisation_id = new.organisation_id and m.id = new.meeting_id and m.held_at is null and m.did_not_happen_at is null and m.called_off_at is null
      and (new.said is distinct from 'yes' or (m.agreed_at is null and not exists (
        select from supervision.meeting_people p where p.organisation_id = m.organisation_id and p.meeting_id = m.id and p.said is distinct from 'yes')))
      and (new.said = 'yes' or m.agreed_at is not null);
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION supervision.asked_to_meet()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$
begin
  if not (new.account_id = any (supervision.led_accounts()))
    and not exists (select from supervision.arrangements a where a.organisation_id = new.organisation_id and a.account_id = new.account_id
      and a.ended_at is null and a.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}'))) then
    raise exception 'somebody is asked to meet by those who look after them' using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION supervision.at()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(nullif(current_setting('supervision.at', true), '')::timestamptz, app.at(), now()) $function$
;

comment on function supervision.at() is 'The moment of the request, from which leave and openings are counted';

grant execute on function supervision.at() to public;

CREATE OR REPLACE FUNCTION supervision.debrief_parts()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'supervision', 'pg_temp'
AS $function$
begin
  if app.is_system() then return new; end if;
  if new.account_id is not distinct from app.account() then
    if (new.taken_by, new.offered_by, new.offered_how, new.offered_words, new.held_by, new.held_words)
      is distinct from (old.taken_by, old.offered_by, old.offered_how, old.offered_words, old.held_by, old.held_words) then
      raise exception 'nobody offers or holds a talk with themselves' using errcode = 'check_violation';
    end if;
  elsif new.ring_now_at is distinct from old.ring_now_at or new.offer_by is distinct from old.offer_by then
    raise exception 'only the peer supporter asks to be rung now' using errcode = 'check_violation';
  elsif (new.taken_by is distinct from old.taken_by and new.taken_by is distinct from app.account())
    or (new.offered_by is distinct from old.offered_by and new.offered_by is distinct from app.account())
    or (new.held_by is distinct from old.held_by and new.held_by is distinct from app.account()) then
    raise exception 'everybody speaks for themselves' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

grant execute on function supervision.debrief_parts() to public;

CREATE OR REPLACE FUNCTION supervision.led_accounts()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$ select coalesce(array_agg(a.account_id), '{}') from supervision.arrangements a
   where a.organisation_id = app.org() and a.ended_at is null and app.account() in (a.supervisor_id, a.cover_id) $function$
;

comment on function supervision.led_accounts() is 'The peer supporters whom the actor supervises or covers for';

grant execute on function supervision.led_accounts() to kith_app;

CREATE OR REPLACE FUNCTION supervision.led_meetings()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$ select coalesce(array_agg(id), '{}') from (
     select m.id from supervision.meetings m where m.organisation_id = app.org() and m.supervisor_id = app.account()
     union
     select p.meeting_id from supervision.meeting_people p
     where p.organisation_id = app.org() and not p.apart and p.account_id = any (supervision.led_accounts())
   ) led $function$
;

comment on function supervision.led_meetings() is 'The meetings the actor holds, and those of the peer supporters they supervise or cover for; never a coffee morning';

grant execute on function supervision.led_meetings() to kith_app;

CREATE OR REPLACE FUNCTION supervision.meeting_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$
declare
  met supervision.meetings;
begin
  select * into met from supervision.meetings m where m.organisation_id = new.organisation_id and m.id = new.meeting_id;
  if tg_op = 'INSERT' then
    if new.apart is distinct from (met.kind = 'coffee') or new.centre_id is distinct from met.centre_id then
      raise exception 'a coffee morning is apart, and everyone else is not' using errcode = 'check_violation';
    end if;
    if new.account_id = met.supervisor_id then
      raise exception 'nobody supervises themselves' using errcode = 'check_violation';
    end if;
  elsif app.kind() = 'account' then
    -- Whoever is in a meeting says whether the time suits them; that they came is said by who held it, except among peers.
    if new.came is distinct from old.came and new.account_id = app.account() and met.kind not in ('peer', 'coffee') then
      raise exception 'that somebody came is said by who held the meeting' using errcode = 'check_violation';
    end if;
    if new.account_id <> app.account() and not (met.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}')))
      and not (new.meeting_id = any (supervision.led_meetings()))
      and (met.kind <> 'peer' or (new.said, new.said_words, new.said_at) is distinct from (old.said, old.said_words, old.said_at)) then
      raise exception 'everybody answers for themselves' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION supervision.named_by_who_recruits()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'supervision', 'pg_temp'
AS $function$
begin
  if not (new.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}'))) then
    raise exception 'who supervises is decided by those who look after volunteers there' using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

grant execute on function supervision.named_by_who_recruits() to public;

CREATE OR REPLACE FUNCTION supervision.note_right(of_note uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$ select case
     when n.account_id = app.account() then 'supporter'
     when n.held_by = app.account() then 'holder'
     when a.supervisor_id = app.account() and (n.supervisor_id = a.supervisor_id or a.past_shared_at is not null) then 'supervisor'
     when a.account_id = any (supervision.standing_in_for()) and (n.supervisor_id is not distinct from a.supervisor_id or a.past_shared_at is not null) then 'cover'
     when exists (select from supervision.note_openings o where o.organisation_id = n.organisation_id and o.note_id = n.id and o.opened_by = app.account()
       and supervision.at() between o.opened_at and o.until_at) and n.centre_id = any (app.centres('{service_lead,specialist}')) then 'opened'
   end
   from supervision.notes n
   left join supervision.arrangements a on a.organisation_id = n.organisation_id and a.account_id = n.account_id and a.ended_at is null
   where n.organisation_id = app.org() and n.id = of_note and app.account() is not null $function$
;

comment on function supervision.note_right(uuid) is 'By which right the actor reads a note: supporter, holder, supervisor, cover, opened; null: not at all';

grant execute on function supervision.note_right(uuid) to kith_app;

CREATE OR REPLACE FUNCTION supervision.notes_there(of_meetings uuid[])
 RETURNS TABLE(id uuid, meeting_id uuid, account_id uuid, centre_id uuid, held_by uuid, met_on date, kept_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$ select n.id, n.meeting_id, n.account_id, n.centre_id, n.held_by, n.met_on, n.kept_at from supervision.notes n
   where n.organisation_id = app.org() and (of_meetings is null or n.meeting_id = any (of_meetings))
     and (app.account() in (n.account_id, n.held_by) or n.account_id = any (supervision.led_accounts())
       or n.centre_id = any (app.centres('{volunteer_manager,programme_coordinator,service_lead,specialist}'))) $function$
;

comment on function supervision.notes_there(uuid[]) is 'That notes of these meetings (null: of all) are there, and whose they are; not what they say';

grant execute on function supervision.notes_there(uuid[]) to kith_app;

CREATE OR REPLACE FUNCTION supervision.opened_meeting(of_meeting uuid, of_account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$ select exists (select from supervision.notes n where n.organisation_id = app.org() and n.meeting_id = of_meeting and n.account_id = of_account
   and supervision.note_right(n.id) = 'opened') $function$
;

comment on function supervision.opened_meeting(uuid,uuid) is 'Whether the note of this meeting is open to the actor for safety''s sake';

grant execute on function supervision.opened_meeting(uuid,uuid) to kith_app;

CREATE OR REPLACE FUNCTION supervision.opens_note(of_note uuid, of_account uuid, of_holder uuid, at_centre uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$ select exists (select from supervision.notes n where n.organisation_id = app.org() and n.id = of_note and n.account_id = of_account
   and n.held_by = of_holder and n.centre_id = at_centre and n.centre_id = any (app.centres('{service_lead,specialist}'))) $function$
;

comment on function supervision.opens_note(uuid,uuid,uuid,uuid) is 'Whether the actor may open this note for safety''s sake, and it is the note of these two';

grant execute on function supervision.opens_note(uuid,uuid,uuid,uuid) to kith_app;

CREATE OR REPLACE FUNCTION supervision.own_meetings()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$ select coalesce(array_agg(id), '{}') from (
     select p.meeting_id as id from supervision.meeting_people p where p.organisation_id = app.org() and p.account_id = app.account()
     union
     select m.id from supervision.meetings m
     where m.organisation_id = app.org() and m.kind = 'coffee' and exists (
       select from people.roles r where r.organisation_id = m.organisation_id and r.account_id = app.account() and r.role = 'peer_supporter'
         and r.ended_at is null and (r.centre_id is null or r.centre_id = m.centre_id))
   ) own $function$
;

comment on function supervision.own_meetings() is 'The meetings the actor is in, and the coffee mornings they may come to';

grant execute on function supervision.own_meetings() to kith_app;

CREATE OR REPLACE FUNCTION supervision.pauses_on(org uuid, account uuid)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$ select a.pauses_on from supervision.arrangements a where a.organisation_id = org and a.account_id = account and a.ended_at is null $function$
;

comment on function supervision.pauses_on(uuid,uuid) is 'From which day on nothing new is asked of a peer supporter because they are overdue; null: never';

CREATE OR REPLACE FUNCTION supervision.plans_shared()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$ select coalesce(array_agg(s.account_id), '{}') from supervision.stay_well_shares s
   join supervision.arrangements a on a.organisation_id = s.organisation_id and a.account_id = s.account_id and a.ended_at is null and a.supervisor_id = s.with_account
   where s.organisation_id = app.org() and s.taken_back_at is null and s.with_account = app.account() $function$
;

comment on function supervision.plans_shared() is 'The peer supporters who share their stay-well plan with the actor, their present supervisor';

grant execute on function supervision.plans_shared() to kith_app;

CREATE OR REPLACE FUNCTION supervision.share_past(shared boolean, at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$
declare
  changed uuid;
begin
  if app.kind() <> 'account' then return null; end if;
  update supervision.arrangements set past_shared_at = case when shared then at end
  where organisation_id = app.org() and account_id = app.account() and ended_at is null
  returning id into changed;
  return changed;
end $function$
;

comment on function supervision.share_past(boolean,timestamp with time zone) is 'The peer supporter lets their present supervisor read what was written with an earlier one, or takes that back';

grant execute on function supervision.share_past(boolean,timestamp with time zone) to kith_app;

CREATE OR REPLACE FUNCTION supervision.sharing_ends_with_the_supervisor()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'supervision', 'pg_temp'
AS $function$
begin
  if new.supervisor_id is distinct from old.supervisor_id then new.past_shared_at := null; end if;
  return new;
end $function$
;

grant execute on function supervision.sharing_ends_with_the_supervisor() to public;

CREATE OR REPLACE FUNCTION supervision.standing_in_for()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$ select coalesce(array_agg(a.account_id), '{}') from supervision.arrangements a
   join people.centres c on c.organisation_id = a.organisation_id and c.id = a.centre_id
   where a.organisation_id = app.org() and a.ended_at is null and a.cover_id = app.account() and a.account_id <> app.account()
     and (a.supervisor_id is null or exists (
       select from supervision.leave l where l.organisation_id = a.organisation_id and l.account_id = a.supervisor_id and l.taken_back_at is null
         and (supervision.at() at time zone c.zone)::date between l.from_on and l.until_on)) $function$
;

comment on function supervision.standing_in_for() is 'The peer supporters for whom the actor covers now, because their supervisor is away or not there';

grant execute on function supervision.standing_in_for() to kith_app;

CREATE OR REPLACE FUNCTION supervision.who_rings(account uuid, at_centre uuid, on_day date)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$
  select c.id from (
    select a.supervisor_id as id, 1 as turn, a.started_at as since from supervision.arrangements a
      where a.organisation_id = app.org() and a.account_id = account and a.ended_at is null
    union all
    select a.cover_id, 2, a.started_at from supervision.arrangements a
      where a.organisation_id = app.org() and a.account_id = account and a.ended_at is null
    union all
    select r.account_id, case r.role when 'volunteer_manager' then 3 else 4 end, r.given_at from people.roles r
      where r.organisation_id = app.org() and r.role in ('volunteer_manager', 'programme_coordinator') and r.ended_at is null
        and (r.centre_id = at_centre or r.centre_id is null)
  ) c
  join people.accounts p on p.organisation_id = app.org() and p.id = c.id and p.closed_at is null
  where c.id <> account
    and (app.is_system() or account = app.account() or at_centre = any (app.centres('{volunteer_manager,programme_coordinator}')) or account = any (supervision.led_accounts()))
    and not exists (select from supervision.leave l where l.organisation_id = app.org() and l.account_id = c.id and l.taken_back_at is null and on_day between l.from_on and l.until_on)
    and not exists (select from people.suspensions s where s.organisation_id = app.org() and s.account_id = c.id and s.until_at is null)
  order by c.turn, c.since, c.id limit 1
$function$
;

comment on function supervision.who_rings(uuid,uuid,date) is 'Who rings a peer supporter after something hard; null where nobody is there to';

grant execute on function supervision.who_rings(uuid,uuid,date) to kith_app;

CREATE OR REPLACE FUNCTION supervision.whose_note()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$
begin
  new.supervisor_id := (select a.supervisor_id from supervision.arrangements a
    where a.organisation_id = new.organisation_id and a.account_id = new.account_id and a.ended_at is null);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION supervision.works_with()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$ select coalesce(array_agg(distinct w.account_id), '{}') from (
     select a.account_id from supervision.arrangements a
     where a.organisation_id = app.org() and a.ended_at is null and a.supervisor_id = app.account()
     union all
     select unnest(supervision.standing_in_for())
     union all
     select p.account_id from supervision.meetings m
     join supervision.meeting_people p on p.organisation_id = m.organisation_id and p.meeting_id = m.id
     left join supervision.arrangements a on a.organisation_id = m.organisation_id and a.account_id = p.account_id and a.ended_at is null
     where m.organisation_id = app.org() and m.supervisor_id = app.account() and m.kind in ('one_to_one', 'early', 'debrief')
       and (m.proposed_by is distinct from m.supervisor_id or a.cover_id = m.supervisor_id or a.supervisor_id is null)
       and m.called_off_at is null and m.did_not_happen_at is null and p.came is not false
       and m.starts_at between supervision.at() - interval '28 days' and supervision.at() + interval '28 days'
       and not exists (select from supervision.notes n where n.organisation_id = m.organisation_id and n.meeting_id = m.id and n.account_id = p.account_id)
   ) w where w.account_id <> app.account() $function$
;

comment on function supervision.works_with() is 'The peer supporters with whom the actor works now: what was agreed is theirs to see';

grant execute on function supervision.works_with() to kith_app;

CREATE OR REPLACE FUNCTION supervision.writes_note(of_meeting uuid, of_account uuid, at_centre uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'supervision', 'pg_temp'
AS $function$ select exists (select from supervision.meetings m
   join supervision.meeting_people p on p.organisation_id = m.organisation_id and p.meeting_id = m.id and p.account_id = of_account
   where m.organisation_id = app.org() and m.id = of_meeting and m.centre_id = at_centre and m.supervisor_id = app.account() and of_account <> app.account()
     and m.kind in ('one_to_one', 'group', 'early', 'debrief') and m.called_off_at is null and m.did_not_happen_at is null and p.came is not false) $function$
;

comment on function supervision.writes_note(uuid,uuid,uuid) is 'Whether the actor holds this meeting with this peer supporter, and so writes its note';

grant execute on function supervision.writes_note(uuid,uuid,uuid) to kith_app;

grant usage on schema supervision to kith_app;

create table supervision.actions (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  meeting_id uuid not null,
  words text not null,
  whose text not null,
  by_on date,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  closed_as text,
  closed_words text default ''::text not null,
  constraint actions_pkey PRIMARY KEY (organisation_id, id),
  constraint actions_check CHECK (num_nulls(closed_at, closed_by, closed_as) = ANY (ARRAY[0, 3])),
  constraint actions_check1 CHECK (closed_as IS DISTINCT FROM 'let_go'::text OR closed_words <> ''::text),
  constraint actions_closed_as_check CHECK (closed_as = ANY (ARRAY['done'::text, 'let_go'::text])),
  constraint actions_whose_check CHECK (whose = ANY (ARRAY['supporter'::text, 'supervisor'::text])),
  constraint actions_words_check CHECK (words <> ''::text),
  constraint actions_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint actions_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint actions_organisation_id_closed_by_fkey FOREIGN KEY (organisation_id, closed_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint actions_organisation_id_made_by_fkey FOREIGN KEY (organisation_id, made_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint actions_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES supervision.meetings(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.actions is 'What the two agreed that one of them does; goes on to the next meeting, and the next supervisor, until it is done or let go';
CREATE INDEX actions_organisation_id_account_id_by_on_idx ON supervision.actions USING btree (organisation_id, account_id, by_on) WHERE (closed_at IS NULL);
CREATE INDEX actions_organisation_id_meeting_id_idx ON supervision.actions USING btree (organisation_id, meeting_id);
alter table supervision.actions enable row level security;
alter table supervision.actions force row level security;
create policy add on supervision.actions for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (made_by = ( SELECT app.account() AS account)) AND (closed_at IS NULL) AND supervision.writes_note(meeting_id, account_id, centre_id)));
create policy change on supervision.actions for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (closed_at IS NULL) AND ((account_id = ( SELECT app.account() AS account)) OR (account_id = ANY (( SELECT supervision.works_with() AS works_with)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (closed_by = ( SELECT app.account() AS account))));
create policy owner_all on supervision.actions for all to kith_owner
  using (true)
  with check (true);
create policy see on supervision.actions for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ((account_id = ( SELECT app.account() AS account)) OR (account_id = ANY (( SELECT supervision.works_with() AS works_with)::uuid[])) OR supervision.opened_meeting(meeting_id, account_id))));
grant insert, select on supervision.actions to kith_app;
grant update (closed_at), update (closed_by), update (closed_as), update (closed_words) on supervision.actions to kith_app;

create table supervision.arrangements (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  supervisor_id uuid,
  cover_id uuid,
  form text default 'one_to_one'::text not null,
  newcomer boolean default false not null,
  begins_on date not null,
  due_on date not null,
  pauses_on date,
  past_shared_at timestamp with time zone,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_why text,
  version integer default 1 not null,
  constraint arrangements_pkey PRIMARY KEY (organisation_id, id),
  constraint arrangements_check CHECK (supervisor_id IS DISTINCT FROM account_id),
  constraint arrangements_check1 CHECK (cover_id IS DISTINCT FROM account_id),
  constraint arrangements_check2 CHECK (cover_id IS NULL OR cover_id IS DISTINCT FROM supervisor_id),
  constraint arrangements_check3 CHECK ((ended_at IS NULL) = (ended_why IS NULL)),
  constraint arrangements_form_check CHECK (form = ANY (ARRAY['one_to_one'::text, 'group'::text, 'peer'::text, 'mixed'::text])),
  constraint arrangements_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint arrangements_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint arrangements_organisation_id_cover_id_fkey FOREIGN KEY (organisation_id, cover_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint arrangements_organisation_id_supervisor_id_fkey FOREIGN KEY (organisation_id, supervisor_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.arrangements is 'Who supervises a peer supporter, in which form, and from which day the rhythm is counted';
comment on column supervision.arrangements.supervisor_id is 'Null: nobody is named yet, and somebody is asked to';
comment on column supervision.arrangements.newcomer is 'Began with their welcome, so that the early check-ins are for them';
comment on column supervision.arrangements.due_on is 'The day of the rhythm on which the next one is due; counted anew from everything that was held';
comment on column supervision.arrangements.pauses_on is 'From this day on nothing new is asked of them until they have met; null: never';
comment on column supervision.arrangements.past_shared_at is 'When the peer supporter let the present supervisor read notes written with an earlier one';
CREATE UNIQUE INDEX arrangements_one_live ON supervision.arrangements USING btree (organisation_id, account_id) WHERE (ended_at IS NULL);
CREATE INDEX arrangements_organisation_id_account_id_started_at_idx ON supervision.arrangements USING btree (organisation_id, account_id, started_at);
CREATE INDEX arrangements_organisation_id_centre_id_due_on_idx ON supervision.arrangements USING btree (organisation_id, centre_id, due_on) WHERE (ended_at IS NULL);
CREATE INDEX arrangements_organisation_id_cover_id_idx ON supervision.arrangements USING btree (organisation_id, cover_id) WHERE (ended_at IS NULL);
CREATE INDEX arrangements_organisation_id_supervisor_id_idx ON supervision.arrangements USING btree (organisation_id, supervisor_id) WHERE (ended_at IS NULL);
CREATE TRIGGER ended_by_the_house AFTER UPDATE ON supervision.arrangements FOR EACH ROW WHEN ((old.begins_on IS DISTINCT FROM new.begins_on OR old.ended_at IS DISTINCT FROM new.ended_at OR old.ended_why IS DISTINCT FROM new.ended_why) AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('the house begins and ends an arrangement');
CREATE TRIGGER named_by_who_recruits AFTER UPDATE OF supervisor_id ON supervision.arrangements FOR EACH ROW WHEN (old.supervisor_id IS DISTINCT FROM new.supervisor_id AND platform.by_hand()) EXECUTE FUNCTION supervision.named_by_who_recruits();
CREATE TRIGGER pauses_some_day AFTER INSERT OR UPDATE ON supervision.arrangements FOR EACH ROW WHEN (new.pauses_on IS NULL AND new.ended_at IS NULL AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('the day is counted, not taken away');
CREATE TRIGGER shared_by_themselves AFTER INSERT ON supervision.arrangements FOR EACH ROW WHEN (new.past_shared_at IS NOT NULL AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('earlier notes are shared by whom they are about');
CREATE TRIGGER sharing_ends_with_the_supervisor BEFORE UPDATE ON supervision.arrangements FOR EACH ROW EXECUTE FUNCTION supervision.sharing_ends_with_the_supervisor();
alter table supervision.arrangements enable row level security;
alter table supervision.arrangements force row level security;
create policy add on supervision.arrangements for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on supervision.arrangements for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change_led on supervision.arrangements for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ((( SELECT app.account() AS account) = supervisor_id) OR (( SELECT app.account() AS account) = cover_id))))
  with check ((organisation_id = ( SELECT app.org() AS org)));
create policy not_about_oneself on supervision.arrangements as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (account_id <> ( SELECT app.account() AS account))));
create policy not_about_oneself_add on supervision.arrangements as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (account_id <> ( SELECT app.account() AS account))));
create policy owner_all on supervision.arrangements for all to kith_owner
  using (true)
  with check (true);
create policy see on supervision.arrangements for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator,service_lead}'::text[]) AS centres)::uuid[])))));
create policy see_own on supervision.arrangements for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (((( SELECT app.account() AS account) = account_id) OR (( SELECT app.account() AS account) = supervisor_id)) OR (( SELECT app.account() AS account) = cover_id))));
grant insert, select on supervision.arrangements to kith_app;
grant update (supervisor_id), update (cover_id), update (form), update (begins_on), update (due_on), update (pauses_on), update (ended_at), update (ended_why), update (version) on supervision.arrangements to kith_app;

create table supervision.availability (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  weekday integer not null,
  from_time time without time zone not null,
  until_time time without time zone not null,
  constraint availability_pkey PRIMARY KEY (organisation_id, id),
  constraint availability_check CHECK (until_time > from_time),
  constraint availability_weekday_check CHECK (weekday >= 1 AND weekday <= 7),
  constraint availability_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.availability is 'When in a week somebody can meet for supervision, as they say themselves';
comment on column supervision.availability.weekday is '1 is Monday, 7 is Sunday';
CREATE INDEX availability_organisation_id_account_id_weekday_idx ON supervision.availability USING btree (organisation_id, account_id, weekday);
alter table supervision.availability enable row level security;
alter table supervision.availability force row level security;
create policy add on supervision.availability for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)))));
create policy owner_all on supervision.availability for all to kith_owner
  using (true)
  with check (true);
create policy remove on supervision.availability for delete to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)))));
create policy see on supervision.availability for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)) OR ( SELECT app.holds('{volunteer_manager,programme_coordinator}'::text[]) AS holds) OR (account_id = ANY (( SELECT supervision.led_accounts() AS led_accounts)::uuid[])))));
grant delete, insert, select on supervision.availability to kith_app;

create table supervision.debriefs (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  opened_at timestamp with time zone not null,
  offer_by timestamp with time zone not null,
  ring_now_at timestamp with time zone,
  taken_at timestamp with time zone,
  taken_by uuid,
  offered_at timestamp with time zone,
  offered_by uuid,
  offered_how text,
  offered_words text default ''::text not null,
  answered text,
  answered_at timestamp with time zone,
  held_at timestamp with time zone,
  held_by uuid,
  held_words text default ''::text not null,
  closed_at timestamp with time zone,
  closed_why text,
  version integer default 1 not null,
  constraint debriefs_pkey PRIMARY KEY (organisation_id, id),
  constraint debriefs_answered_check CHECK (answered = ANY (ARRAY['yes'::text, 'no_thanks'::text])),
  constraint debriefs_check CHECK ((taken_at IS NULL) = (taken_by IS NULL)),
  constraint debriefs_check1 CHECK ((offered_at IS NULL) = (offered_by IS NULL) AND (offered_at IS NULL) = (offered_how IS NULL)),
  constraint debriefs_check2 CHECK ((answered IS NULL) = (answered_at IS NULL)),
  constraint debriefs_check3 CHECK ((held_at IS NULL) = (held_by IS NULL)),
  constraint debriefs_check4 CHECK ((closed_at IS NULL) = (closed_why IS NULL)),
  constraint debriefs_check5 CHECK ((held_at IS NOT NULL) = COALESCE(closed_why = 'held'::text, false)),
  constraint debriefs_closed_why_check CHECK (closed_why = ANY (ARRAY['held'::text, 'no_thanks'::text, 'taken_back'::text])),
  constraint debriefs_offered_how_check CHECK (offered_how = ANY (ARRAY['phone'::text, 'face_to_face'::text, 'online'::text, 'message'::text])),
  constraint debriefs_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint debriefs_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint debriefs_organisation_id_held_by_fkey FOREIGN KEY (organisation_id, held_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint debriefs_organisation_id_offered_by_fkey FOREIGN KEY (organisation_id, offered_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint debriefs_organisation_id_taken_by_fkey FOREIGN KEY (organisation_id, taken_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.debriefs is 'A talk to be offered to a peer supporter within a day of something hard, until it was held or they said no thanks';
comment on column supervision.debriefs.ring_now_at is 'They asked to be rung straight away';
comment on column supervision.debriefs.taken_by is 'Who said "I will ring"; they alone read what the supporter wrote';
comment on column supervision.debriefs.held_words is 'A line both may read: what was agreed, never what was confided';
CREATE UNIQUE INDEX debriefs_one_open ON supervision.debriefs USING btree (organisation_id, account_id) WHERE (closed_at IS NULL);
CREATE INDEX debriefs_organisation_id_account_id_opened_at_idx ON supervision.debriefs USING btree (organisation_id, account_id, opened_at);
CREATE INDEX debriefs_organisation_id_centre_id_offer_by_idx ON supervision.debriefs USING btree (organisation_id, centre_id, offer_by) WHERE (closed_at IS NULL);
CREATE TRIGGER debrief_parts BEFORE UPDATE ON supervision.debriefs FOR EACH ROW EXECUTE FUNCTION supervision.debrief_parts();
CREATE TRIGGER talk_stays_over AFTER UPDATE ON supervision.debriefs FOR EACH ROW WHEN (old.closed_at IS NOT NULL AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('a talk that is over stays over');
alter table supervision.debriefs enable row level security;
alter table supervision.debriefs force row level security;
create policy add on supervision.debriefs for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{}'::text[]) AS centres)::uuid[])))));
create policy add_own on supervision.debriefs for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account)) AND (num_nonnulls(taken_at, offered_at, held_at, closed_at) = 0)));
create policy change on supervision.debriefs for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change_led on supervision.debriefs for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ANY (( SELECT supervision.led_accounts() AS led_accounts)::uuid[]))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ANY (( SELECT supervision.led_accounts() AS led_accounts)::uuid[]))));
create policy change_own on supervision.debriefs for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy owner_all on supervision.debriefs for all to kith_owner
  using (true)
  with check (true);
create policy see on supervision.debriefs for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_led on supervision.debriefs for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ANY (( SELECT supervision.led_accounts() AS led_accounts)::uuid[]))));
create policy see_own on supervision.debriefs for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
grant insert, select on supervision.debriefs to kith_app;
grant update (offer_by), update (ring_now_at), update (taken_at), update (taken_by), update (offered_at), update (offered_by), update (offered_how), update (offered_words), update (answered), update (answered_at), update (held_at), update (held_by), update (held_words), update (closed_at), update (closed_why), update (version) on supervision.debriefs to kith_app;

create table supervision.leave (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  from_on date not null,
  until_on date not null,
  said_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  constraint leave_pkey PRIMARY KEY (organisation_id, id),
  constraint leave_check CHECK (until_on >= from_on),
  constraint leave_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint leave_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.leave is 'Days on which somebody is away: the dates alone, never why';
CREATE INDEX leave_organisation_id_account_id_until_on_idx ON supervision.leave USING btree (organisation_id, account_id, until_on) WHERE (taken_back_at IS NULL);
CREATE INDEX leave_organisation_id_centre_id_until_on_idx ON supervision.leave USING btree (organisation_id, centre_id, until_on) WHERE (taken_back_at IS NULL);
alter table supervision.leave enable row level security;
alter table supervision.leave force row level security;
create policy add on supervision.leave for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)))));
create policy change on supervision.leave for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)))))
  with check ((organisation_id = ( SELECT app.org() AS org)));
create policy owner_all on supervision.leave for all to kith_owner
  using (true)
  with check (true);
create policy see on supervision.leave for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (account_id = ANY (( SELECT supervision.led_accounts() AS led_accounts)::uuid[])))));
grant insert, select on supervision.leave to kith_app;
grant update (taken_back_at) on supervision.leave to kith_app;

create table supervision.load_entries (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  told_at timestamp with time zone not null,
  told_by text not null,
  ref uuid,
  debrief_id uuid,
  taken_back_at timestamp with time zone,
  constraint load_entries_pkey PRIMARY KEY (organisation_id, id),
  constraint load_entries_check CHECK (kind <> 'session'::text OR debrief_id IS NULL),
  constraint load_entries_kind_check CHECK (kind = ANY (ARRAY['session'::text, 'hard'::text, 'disclosure'::text])),
  constraint load_entries_told_by_check CHECK (told_by = ANY (ARRAY['self'::text, 'run_sheet'::text])),
  constraint load_entries_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint load_entries_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint load_entries_organisation_id_debrief_id_fkey FOREIGN KEY (organisation_id, debrief_id) REFERENCES supervision.debriefs(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.load_entries is 'A session run, a session that felt heavy, or that somebody told them something that stays: that it was so, and when';
comment on column supervision.load_entries.at is 'When it was; told_at is when we heard';
comment on column supervision.load_entries.ref is 'The session it is about; null where none was named';
comment on column supervision.load_entries.taken_back_at is 'The supporter says it was not so; it no longer counts';
CREATE UNIQUE INDEX load_entries_once ON supervision.load_entries USING btree (organisation_id, account_id, kind, ref) WHERE (ref IS NOT NULL);
CREATE INDEX load_entries_organisation_id_account_id_at_idx ON supervision.load_entries USING btree (organisation_id, account_id, at) WHERE (taken_back_at IS NULL);
CREATE INDEX load_entries_organisation_id_centre_id_at_idx ON supervision.load_entries USING btree (organisation_id, centre_id, at);
CREATE INDEX load_entries_organisation_id_debrief_id_idx ON supervision.load_entries USING btree (organisation_id, debrief_id);
alter table supervision.load_entries enable row level security;
alter table supervision.load_entries force row level security;
create policy add on supervision.load_entries for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{}'::text[]) AS centres)::uuid[])))));
create policy add_own on supervision.load_entries for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account)) AND (told_by = 'self'::text)));
create policy change on supervision.load_entries for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{}'::text[]) AS centres)::uuid[])))));
create policy change_own on supervision.load_entries for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy owner_all on supervision.load_entries for all to kith_owner
  using (true)
  with check (true);
create policy see on supervision.load_entries for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_led on supervision.load_entries for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ANY (( SELECT supervision.led_accounts() AS led_accounts)::uuid[]))));
create policy see_own on supervision.load_entries for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
grant insert, select on supervision.load_entries to kith_app;
grant update (taken_back_at) on supervision.load_entries to kith_app;

create table supervision.load_words (
  organisation_id uuid not null,
  entry_id uuid not null,
  account_id uuid not null,
  debrief_id uuid not null,
  words text not null,
  constraint load_words_pkey PRIMARY KEY (organisation_id, entry_id),
  constraint load_words_words_check CHECK (words <> ''::text),
  constraint load_words_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint load_words_organisation_id_debrief_id_fkey FOREIGN KEY (organisation_id, debrief_id) REFERENCES supervision.debriefs(organisation_id, id) ON DELETE RESTRICT,
  constraint load_words_organisation_id_entry_id_fkey FOREIGN KEY (organisation_id, entry_id) REFERENCES supervision.load_entries(organisation_id, id) ON DELETE CASCADE
);
comment on table supervision.load_words is 'What a peer supporter wrote beside something hard: for them, and for the one person who has said they will ring';
CREATE INDEX load_words_organisation_id_account_id_idx ON supervision.load_words USING btree (organisation_id, account_id);
CREATE INDEX load_words_organisation_id_debrief_id_idx ON supervision.load_words USING btree (organisation_id, debrief_id);
alter table supervision.load_words enable row level security;
alter table supervision.load_words force row level security;
create policy add on supervision.load_words for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy owner_all on supervision.load_words for all to kith_owner
  using (true)
  with check (true);
create policy remove on supervision.load_words for delete to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy see on supervision.load_words for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ((account_id = ( SELECT app.account() AS account)) OR (EXISTS ( SELECT
   FROM supervision.debriefs d
  WHERE ((d.organisation_id = load_words.organisation_id) AND (d.id = load_words.debrief_id) AND (d.taken_by = ( SELECT app.account() AS account))))))));
grant delete, insert, select on supervision.load_words to kith_app;

create table supervision.meeting_moves (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  centre_id uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  moved_by uuid,
  why text default ''::text not null,
  at timestamp with time zone not null,
  constraint meeting_moves_pkey PRIMARY KEY (organisation_id, id),
  constraint meeting_moves_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint meeting_moves_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES supervision.meetings(organisation_id, id) ON DELETE CASCADE,
  constraint meeting_moves_organisation_id_moved_by_fkey FOREIGN KEY (organisation_id, moved_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.meeting_moves is 'Each time a meeting was moved: from when to when, by whom and why';
comment on column supervision.meeting_moves.moved_by is 'Who moved it; null: the house';
CREATE INDEX meeting_moves_organisation_id_meeting_id_at_idx ON supervision.meeting_moves USING btree (organisation_id, meeting_id, at);
alter table supervision.meeting_moves enable row level security;
alter table supervision.meeting_moves force row level security;
create policy add on supervision.meeting_moves for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (meeting_id = ANY (( SELECT supervision.own_meetings() AS own_meetings)::uuid[])) OR (meeting_id = ANY (( SELECT supervision.led_meetings() AS led_meetings)::uuid[])))));
create policy owner_all on supervision.meeting_moves for all to kith_owner
  using (true)
  with check (true);
create policy see on supervision.meeting_moves for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (meeting_id = ANY (( SELECT supervision.own_meetings() AS own_meetings)::uuid[])) OR (meeting_id = ANY (( SELECT supervision.led_meetings() AS led_meetings)::uuid[])))));
grant insert, select on supervision.meeting_moves to kith_app;

create table supervision.meeting_people (
  organisation_id uuid not null,
  meeting_id uuid not null,
  account_id uuid not null,
  centre_id uuid not null,
  apart boolean default false not null,
  said text,
  said_words text default ''::text not null,
  said_at timestamp with time zone,
  came boolean,
  constraint meeting_people_pkey PRIMARY KEY (organisation_id, meeting_id, account_id),
  constraint meeting_people_check CHECK ((said IS NULL) = (said_at IS NULL)),
  constraint meeting_people_said_check CHECK (said = ANY (ARRAY['yes'::text, 'other_time'::text])),
  constraint meeting_people_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint meeting_people_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint meeting_people_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES supervision.meetings(organisation_id, id) ON DELETE CASCADE
);
comment on table supervision.meeting_people is 'The peer supporters a meeting is for: what each said to the time, and whether they came';
comment on column supervision.meeting_people.apart is 'A coffee morning, which is the peer supporters'' own: who comes is for them alone';
comment on column supervision.meeting_people.came is 'Null until somebody says so';
CREATE INDEX meeting_people_organisation_id_account_id_meeting_id_idx ON supervision.meeting_people USING btree (organisation_id, account_id, meeting_id);
CREATE TRIGGER agreed_by_all AFTER UPDATE ON supervision.meeting_people FOR EACH ROW EXECUTE FUNCTION supervision.agreed_by_all();
CREATE TRIGGER asked_to_meet AFTER INSERT ON supervision.meeting_people FOR EACH ROW WHEN (NOT new.apart AND platform.by_hand()) EXECUTE FUNCTION supervision.asked_to_meet();
CREATE TRIGGER meeting_person BEFORE INSERT OR UPDATE ON supervision.meeting_people FOR EACH ROW EXECUTE FUNCTION supervision.meeting_person();
alter table supervision.meeting_people enable row level security;
alter table supervision.meeting_people force row level security;
create policy add on supervision.meeting_people for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ((NOT apart) AND (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[]))) OR ((NOT apart) AND (meeting_id = ANY (( SELECT supervision.led_meetings() AS led_meetings)::uuid[]))) OR (apart AND (account_id = ( SELECT app.account() AS account)) AND (meeting_id = ANY (( SELECT supervision.own_meetings() AS own_meetings)::uuid[]))))));
create policy change on supervision.meeting_people for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)) OR ((NOT apart) AND ((centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (meeting_id = ANY (( SELECT supervision.led_meetings() AS led_meetings)::uuid[])))) OR ((NOT apart) AND (meeting_id = ANY (( SELECT supervision.own_meetings() AS own_meetings)::uuid[]))))))
  with check ((organisation_id = ( SELECT app.org() AS org)));
create policy owner_all on supervision.meeting_people for all to kith_owner
  using (true)
  with check (true);
create policy remove on supervision.meeting_people for delete to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (apart AND (account_id = ( SELECT app.account() AS account))) OR ((NOT apart) AND (came IS NULL) AND ((centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (meeting_id = ANY (( SELECT supervision.led_meetings() AS led_meetings)::uuid[])))))));
create policy see on supervision.meeting_people for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (account_id = ( SELECT app.account() AS account)) OR ((NOT apart) AND (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[]))) OR (meeting_id = ANY (( SELECT supervision.own_meetings() AS own_meetings)::uuid[])) OR (meeting_id = ANY (( SELECT supervision.led_meetings() AS led_meetings)::uuid[])))));
grant delete, insert, select on supervision.meeting_people to kith_app;
grant update (said), update (said_words), update (said_at), update (came) on supervision.meeting_people to kith_app;

create table supervision.meetings (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  kind text not null,
  early_code text,
  due_on date,
  supervisor_id uuid,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  how text default 'face_to_face'::text not null,
  place_words text default ''::text not null,
  because text[] default '{}'::text[] not null,
  sequence integer default 0 not null,
  proposed_at timestamp with time zone not null,
  proposed_by uuid,
  agreed_at timestamp with time zone,
  held_at timestamp with time zone,
  did_not_happen_at timestamp with time zone,
  did_not_happen_why text,
  did_not_happen_words text default ''::text not null,
  called_off_at timestamp with time zone,
  changed_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  constraint meetings_pkey PRIMARY KEY (organisation_id, id),
  constraint meetings_because_check CHECK (because <@ '{leave,bank_holiday,cover,hours,clash,past}'::text[]),
  constraint meetings_check CHECK ((kind = 'early'::text) = (early_code IS NOT NULL)),
  constraint meetings_check1 CHECK (num_nonnulls(held_at, did_not_happen_at, called_off_at) <= 1),
  constraint meetings_check2 CHECK ((did_not_happen_at IS NULL) = (did_not_happen_why IS NULL)),
  constraint meetings_check3 CHECK (did_not_happen_why IS DISTINCT FROM 'other'::text OR did_not_happen_words <> ''::text),
  constraint meetings_did_not_happen_why_check CHECK (did_not_happen_why = ANY (ARRAY['supporter_ill'::text, 'supporter_could_not'::text, 'supervisor_ill'::text, 'supervisor_could_not'::text, 'forgotten'::text, 'other'::text])),
  constraint meetings_how_check CHECK (how = ANY (ARRAY['face_to_face'::text, 'phone'::text, 'online'::text])),
  constraint meetings_kind_check CHECK (kind = ANY (ARRAY['one_to_one'::text, 'group'::text, 'peer'::text, 'coffee'::text, 'early'::text, 'debrief'::text])),
  constraint meetings_minutes_check CHECK (minutes >= 5 AND minutes <= 480),
  constraint meetings_sequence_check CHECK (sequence >= 0),
  constraint meetings_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint meetings_organisation_id_proposed_by_fkey FOREIGN KEY (organisation_id, proposed_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint meetings_organisation_id_supervisor_id_fkey FOREIGN KEY (organisation_id, supervisor_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.meetings is 'A time to meet, from its proposal until it was held or not: one to one, in a group, among peers, over coffee, early on, or after something hard';
comment on column supervision.meetings.due_on is 'The day of the rhythm it is for; null where it is for none';
comment on column supervision.meetings.supervisor_id is 'Who holds it; null for peers among themselves and for coffee';
comment on column supervision.meetings.because is 'Why it does not lie on its day of the rhythm, or is held by the cover';
comment on column supervision.meetings.sequence is 'How often it was moved; calendars take the highest';
comment on column supervision.meetings.proposed_by is 'Who proposed it; null: the house';
CREATE UNIQUE INDEX meetings_one_coffee ON supervision.meetings USING btree (organisation_id, centre_id, due_on) WHERE ((kind = 'coffee'::text) AND (called_off_at IS NULL) AND (did_not_happen_at IS NULL));
CREATE INDEX meetings_open ON supervision.meetings USING btree (organisation_id, starts_at) WHERE ((held_at IS NULL) AND (did_not_happen_at IS NULL) AND (called_off_at IS NULL));
CREATE INDEX meetings_organisation_id_centre_id_starts_at_idx ON supervision.meetings USING btree (organisation_id, centre_id, starts_at);
CREATE INDEX meetings_organisation_id_supervisor_id_starts_at_idx ON supervision.meetings USING btree (organisation_id, supervisor_id, starts_at);
CREATE TRIGGER in_ones_own_name AFTER INSERT ON supervision.meetings FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('proposed_by');
CREATE TRIGGER meeting_stays_over AFTER UPDATE ON supervision.meetings FOR EACH ROW WHEN (num_nonnulls(old.held_at, old.did_not_happen_at, old.called_off_at) > 0 AND (old.starts_at IS DISTINCT FROM new.starts_at OR old.held_at IS DISTINCT FROM new.held_at OR old.did_not_happen_at IS DISTINCT FROM new.did_not_happen_at OR old.did_not_happen_why IS DISTINCT FROM new.did_not_happen_why OR old.called_off_at IS DISTINCT FROM new.called_off_at) AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('what is over stays over');
CREATE TRIGGER meeting_stays_what_it_is AFTER UPDATE ON supervision.meetings FOR EACH ROW WHEN ((old.id IS DISTINCT FROM new.id OR old.centre_id IS DISTINCT FROM new.centre_id OR old.kind IS DISTINCT FROM new.kind OR old.early_code IS DISTINCT FROM new.early_code OR old.due_on IS DISTINCT FROM new.due_on OR old.supervisor_id IS DISTINCT FROM new.supervisor_id OR old.proposed_at IS DISTINCT FROM new.proposed_at OR old.proposed_by IS DISTINCT FROM new.proposed_by) AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('a meeting stays what it was made as');
alter table supervision.meetings enable row level security;
alter table supervision.meetings force row level security;
create policy add on supervision.meetings for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy add_led on supervision.meetings for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (kind <> 'coffee'::text) AND (supervisor_id = ( SELECT app.account() AS account)) AND (cardinality(( SELECT supervision.led_accounts() AS led_accounts)) > 0)));
create policy change on supervision.meetings for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change_led on supervision.meetings for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ((supervisor_id = ( SELECT app.account() AS account)) OR (id = ANY (( SELECT supervision.led_meetings() AS led_meetings)::uuid[])) OR ((kind = ANY (ARRAY['coffee'::text, 'peer'::text])) AND (id = ANY (( SELECT supervision.own_meetings() AS own_meetings)::uuid[]))))))
  with check ((organisation_id = ( SELECT app.org() AS org)));
create policy owner_all on supervision.meetings for all to kith_owner
  using (true)
  with check (true);
create policy see on supervision.meetings for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator,service_lead}'::text[]) AS centres)::uuid[])))));
create policy see_own on supervision.meetings for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ((supervisor_id = ( SELECT app.account() AS account)) OR (id = ANY (( SELECT supervision.own_meetings() AS own_meetings)::uuid[])) OR (id = ANY (( SELECT supervision.led_meetings() AS led_meetings)::uuid[])))));
grant insert, select, update on supervision.meetings to kith_app;

create table supervision.note_additions (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  note_id uuid not null,
  said_by uuid not null,
  words text not null,
  at timestamp with time zone not null,
  constraint note_additions_pkey PRIMARY KEY (organisation_id, id),
  constraint note_additions_words_check CHECK (words <> ''::text),
  constraint note_additions_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint note_additions_organisation_id_note_id_fkey FOREIGN KEY (organisation_id, note_id) REFERENCES supervision.notes(organisation_id, id) ON DELETE RESTRICT,
  constraint note_additions_organisation_id_said_by_fkey FOREIGN KEY (organisation_id, said_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.note_additions is 'Words that one of the two added to a note later: their own side of it, or what was wrong';
CREATE INDEX note_additions_organisation_id_note_id_at_idx ON supervision.note_additions USING btree (organisation_id, note_id, at);
alter table supervision.note_additions enable row level security;
alter table supervision.note_additions force row level security;
create policy add on supervision.note_additions for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (said_by = ( SELECT app.account() AS account)) AND (supervision.note_right(note_id) = ANY (ARRAY['supporter'::text, 'holder'::text]))));
create policy owner_all on supervision.note_additions for all to kith_owner
  using (true)
  with check (true);
create policy see on supervision.note_additions for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (supervision.note_right(note_id) IS NOT NULL)));
grant insert, select on supervision.note_additions to kith_app;

create table supervision.note_drafts (
  organisation_id uuid not null,
  meeting_id uuid not null,
  account_id uuid not null,
  author_id uuid not null,
  centre_id uuid not null,
  typed jsonb not null,
  begun_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint note_drafts_pkey PRIMARY KEY (organisation_id, meeting_id, account_id, author_id),
  constraint note_drafts_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint note_drafts_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint note_drafts_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint note_drafts_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES supervision.meetings(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.note_drafts is 'What somebody is still writing about one meeting with one peer supporter: for its author alone, until they keep it or throw it away';
CREATE INDEX note_drafts_organisation_id_author_id_changed_at_idx ON supervision.note_drafts USING btree (organisation_id, author_id, changed_at);
alter table supervision.note_drafts enable row level security;
alter table supervision.note_drafts force row level security;
create policy add on supervision.note_drafts for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (author_id = ( SELECT app.account() AS account)) AND supervision.writes_note(meeting_id, account_id, centre_id)));
create policy change on supervision.note_drafts for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (author_id = ( SELECT app.account() AS account))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (author_id = ( SELECT app.account() AS account))));
create policy owner_all on supervision.note_drafts for all to kith_owner
  using (true)
  with check (true);
create policy remove on supervision.note_drafts for delete to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (author_id = ( SELECT app.account() AS account))));
create policy see on supervision.note_drafts for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (author_id = ( SELECT app.account() AS account))));
grant delete, insert, select on supervision.note_drafts to kith_app;
grant update (typed), update (changed_at), update (version) on supervision.note_drafts to kith_app;

create table supervision.note_looks (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  note_id uuid not null,
  looked_by uuid not null,
  by_right text not null,
  at timestamp with time zone not null,
  constraint note_looks_pkey PRIMARY KEY (organisation_id, id),
  constraint note_looks_by_right_check CHECK (by_right = ANY (ARRAY['supporter'::text, 'holder'::text, 'supervisor'::text, 'cover'::text, 'opened'::text])),
  constraint note_looks_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint note_looks_organisation_id_looked_by_fkey FOREIGN KEY (organisation_id, looked_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint note_looks_organisation_id_note_id_fkey FOREIGN KEY (organisation_id, note_id) REFERENCES supervision.notes(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.note_looks is 'Each time somebody read a note, and by which right; the two see it on the note';
CREATE INDEX note_looks_organisation_id_note_id_at_idx ON supervision.note_looks USING btree (organisation_id, note_id, at);
alter table supervision.note_looks enable row level security;
alter table supervision.note_looks force row level security;
create policy add on supervision.note_looks for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (looked_by = ( SELECT app.account() AS account)) AND (by_right = supervision.note_right(note_id))));
create policy owner_all on supervision.note_looks for all to kith_owner
  using (true)
  with check (true);
create policy see on supervision.note_looks for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ((looked_by = ( SELECT app.account() AS account)) OR (supervision.note_right(note_id) = ANY (ARRAY['supporter'::text, 'holder'::text])))));
grant insert, select on supervision.note_looks to kith_app;

create table supervision.note_openings (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  note_id uuid not null,
  account_id uuid not null,
  held_by uuid not null,
  opened_by uuid not null,
  reason text not null,
  opened_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  constraint note_openings_pkey PRIMARY KEY (organisation_id, id),
  constraint note_openings_check CHECK (until_at = (opened_at + '24:00:00'::interval)),
  constraint note_openings_check1 CHECK (opened_by <> account_id AND opened_by <> held_by),
  constraint note_openings_reason_check CHECK (length(TRIM(BOTH FROM reason)) >= 10),
  constraint note_openings_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint note_openings_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint note_openings_organisation_id_held_by_fkey FOREIGN KEY (organisation_id, held_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint note_openings_organisation_id_note_id_fkey FOREIGN KEY (organisation_id, note_id) REFERENCES supervision.notes(organisation_id, id) ON DELETE RESTRICT,
  constraint note_openings_organisation_id_opened_by_fkey FOREIGN KEY (organisation_id, opened_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.note_openings is 'A service lead or specialist opened a note for safety''s sake: the reason, and until when it stays open to them';
CREATE INDEX note_openings_organisation_id_note_id_opened_by_until_at_idx ON supervision.note_openings USING btree (organisation_id, note_id, opened_by, until_at);
alter table supervision.note_openings enable row level security;
alter table supervision.note_openings force row level security;
create policy add on supervision.note_openings for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (opened_by = ( SELECT app.account() AS account)) AND (opened_at <= supervision.at()) AND supervision.opens_note(note_id, account_id, held_by, centre_id)));
create policy owner_all on supervision.note_openings for all to kith_owner
  using (true)
  with check (true);
create policy see on supervision.note_openings for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (((( SELECT app.account() AS account) = account_id) OR (( SELECT app.account() AS account) = held_by)) OR (( SELECT app.account() AS account) = opened_by)))));
grant insert, select on supervision.note_openings to kith_app;

create table supervision.notes (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  meeting_id uuid not null,
  account_id uuid not null,
  held_by uuid not null,
  supervisor_id uuid,
  met_on date not null,
  support text default ''::text not null,
  risk text default ''::text not null,
  role text default ''::text not null,
  development text default ''::text not null,
  staying_well text default ''::text not null,
  kept_at timestamp with time zone not null,
  constraint notes_pkey PRIMARY KEY (organisation_id, id),
  constraint notes_organisation_id_meeting_id_account_id_key UNIQUE (organisation_id, meeting_id, account_id),
  constraint notes_check CHECK (held_by <> account_id),
  constraint notes_check1 CHECK (((((support || risk) || role) || development) || staying_well) <> ''::text),
  constraint notes_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint notes_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint notes_organisation_id_held_by_fkey FOREIGN KEY (organisation_id, held_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint notes_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES supervision.meetings(organisation_id, id) ON DELETE RESTRICT,
  constraint notes_organisation_id_supervisor_id_fkey FOREIGN KEY (organisation_id, supervisor_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.notes is 'What a peer supporter and whoever held the meeting keep of it; shared by the two, never changed, only added to';
comment on column supervision.notes.supervisor_id is 'Whose peer supporter it was when it was kept; a later supervisor reads it only if they are let. Null: nobody was named';
CREATE INDEX notes_organisation_id_account_id_met_on_idx ON supervision.notes USING btree (organisation_id, account_id, met_on);
CREATE INDEX notes_organisation_id_centre_id_met_on_idx ON supervision.notes USING btree (organisation_id, centre_id, met_on);
CREATE TRIGGER whose_note BEFORE INSERT ON supervision.notes FOR EACH ROW EXECUTE FUNCTION supervision.whose_note();
alter table supervision.notes enable row level security;
alter table supervision.notes force row level security;
create policy add on supervision.notes for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (held_by = ( SELECT app.account() AS account)) AND supervision.writes_note(meeting_id, account_id, centre_id)));
create policy owner_all on supervision.notes for all to kith_owner
  using (true)
  with check (true);
create policy see on supervision.notes for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (supervision.note_right(id) IS NOT NULL)));
grant insert, select on supervision.notes to kith_app;

create table supervision.rules (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null,
  effective_from date not null,
  content jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  constraint rules_pkey PRIMARY KEY (organisation_id, id),
  constraint rules_organisation_id_version_key UNIQUE (organisation_id, version),
  constraint rules_version_check CHECK (version > 0),
  constraint rules_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT,
  constraint rules_organisation_id_made_by_fkey FOREIGN KEY (organisation_id, made_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.rules is 'How often people meet, early check-ins, forms and days of grace: dated versions, never changed';
comment on column supervision.rules.made_by is 'Who wrote this version; null: it came with the programme';
CREATE INDEX rules_organisation_id_effective_from_idx ON supervision.rules USING btree (organisation_id, effective_from);
alter table supervision.rules enable row level security;
alter table supervision.rules force row level security;
create policy add on supervision.rules for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{volunteer_manager,programme_coordinator,service_lead}'::text[]) AS holds))));
create policy owner_all on supervision.rules for all to kith_owner
  using (true)
  with check (true);
create policy see on supervision.rules for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds))));
grant insert, select on supervision.rules to kith_app;

create table supervision.stay_well_plans (
  organisation_id uuid not null,
  account_id uuid not null,
  content jsonb not null,
  version integer not null,
  changed_at timestamp with time zone not null,
  constraint stay_well_plans_pkey PRIMARY KEY (organisation_id, account_id),
  constraint stay_well_plans_version_check CHECK (version > 0),
  constraint stay_well_plans_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE CASCADE
);
comment on table supervision.stay_well_plans is 'What keeps a peer supporter well, in their own words and theirs alone; the supervisor reads it while it is shared with them';
alter table supervision.stay_well_plans enable row level security;
alter table supervision.stay_well_plans force row level security;
create policy add_own on supervision.stay_well_plans for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy change_own on supervision.stay_well_plans for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy owner_all on supervision.stay_well_plans for all to kith_owner
  using (true)
  with check (true);
create policy remove_own on supervision.stay_well_plans for delete to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy see_own on supervision.stay_well_plans for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy see_shared on supervision.stay_well_plans for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ANY (( SELECT supervision.plans_shared() AS plans_shared)::uuid[]))));
grant delete, insert, select on supervision.stay_well_plans to kith_app;
grant update (content), update (version), update (changed_at) on supervision.stay_well_plans to kith_app;

create table supervision.stay_well_shares (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  with_account uuid not null,
  shared_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  constraint stay_well_shares_pkey PRIMARY KEY (organisation_id, id),
  constraint stay_well_shares_check CHECK (with_account <> account_id),
  constraint stay_well_shares_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES supervision.stay_well_plans(organisation_id, account_id) ON DELETE CASCADE,
  constraint stay_well_shares_organisation_id_with_account_fkey FOREIGN KEY (organisation_id, with_account) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table supervision.stay_well_shares is 'With which supervisor, by name, a stay-well plan is shared, and until when; the next supervisor is not meant';
CREATE UNIQUE INDEX stay_well_shares_live ON supervision.stay_well_shares USING btree (organisation_id, account_id, with_account) WHERE (taken_back_at IS NULL);
CREATE INDEX stay_well_shares_organisation_id_with_account_idx ON supervision.stay_well_shares USING btree (organisation_id, with_account) WHERE (taken_back_at IS NULL);
alter table supervision.stay_well_shares enable row level security;
alter table supervision.stay_well_shares force row level security;
create policy add_own on supervision.stay_well_shares for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy change_own on supervision.stay_well_shares for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy owner_all on supervision.stay_well_shares for all to kith_owner
  using (true)
  with check (true);
create policy remove_own on supervision.stay_well_shares for delete to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy see_own on supervision.stay_well_shares for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
grant delete, insert, select on supervision.stay_well_shares to kith_app;
grant update (taken_back_at) on supervision.stay_well_shares to kith_app;

create table supervision.stay_well_versions (
  organisation_id uuid not null,
  account_id uuid not null,
  version integer not null,
  content jsonb not null,
  written_at timestamp with time zone not null,
  constraint stay_well_versions_pkey PRIMARY KEY (organisation_id, account_id, version),
  constraint stay_well_versions_version_check CHECK (version > 0),
  constraint stay_well_versions_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES supervision.stay_well_plans(organisation_id, account_id) ON DELETE CASCADE
);
comment on table supervision.stay_well_versions is 'How a stay-well plan read before, for its owner alone';
alter table supervision.stay_well_versions enable row level security;
alter table supervision.stay_well_versions force row level security;
create policy add_own on supervision.stay_well_versions for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy owner_all on supervision.stay_well_versions for all to kith_owner
  using (true)
  with check (true);
create policy remove_own on supervision.stay_well_versions for delete to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy see_own on supervision.stay_well_versions for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
grant delete, insert, select on supervision.stay_well_versions to kith_app;

-- -------------------- training --------------------------------------------------------------------

create schema training;

CREATE OR REPLACE FUNCTION training.attendance_is_of_the_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'training', 'pg_temp'
AS $function$
begin
  if not exists (select from cohort_meetings m join cohort_parts t on t.organisation_id = m.organisation_id and t.meeting_id = m.id
      where m.organisation_id = new.organisation_id and m.id = new.meeting_id and m.cohort_id = new.cohort_id and m.centre_id = new.centre_id
        and t.unit_code = new.unit_code) then
    raise exception 'the unit was not part of this meeting' using errcode = 'check_violation';
  end if;
  if not exists (select from cohort_places p where p.organisation_id = new.organisation_id and p.cohort_id = new.cohort_id and p.applicant_id = new.applicant_id and p.taken_at is not null)
    and not exists (select from catch_ups u where u.organisation_id = new.organisation_id and u.meeting_id = new.meeting_id and u.applicant_id = new.applicant_id
      and u.unit_code = new.unit_code) then
    raise exception 'nobody expected them at this meeting' using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION training.catch_up_counts_for(of_catch_up uuid)
 RETURNS TABLE(syllabus_id uuid, zone text, unit_code text, cohort_name text, trainee text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c.syllabus_id, z.zone, u.unit_code, c.name, trim(a.given_name || ' ' || a.family_name)
  from training.catch_ups u
  join training.cohorts c on c.organisation_id = u.organisation_id and c.id = u.cohort_id
  join people.centres z on z.organisation_id = u.organisation_id and z.id = u.centre_id
  join recruiting.applicants a on a.organisation_id = u.organisation_id and a.id = u.applicant_id
  where u.organisation_id = app.org() and u.id = of_catch_up
    and (app.is_system() or u.with_account = app.account() or u.cohort_id = any (training.cohorts_led()) or u.with_cohort_id = any (training.cohorts_led())
      or u.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}'))
      or u.held_at_centre_id = any (app.centres('{volunteer_manager,programme_coordinator}')))
$function$
;

comment on function training.catch_up_counts_for(uuid) is 'Which syllabus a catch-up counts for and with whom it is, for whoever holds it, leads the cohort or recruits at the centre';

grant execute on function training.catch_up_counts_for(uuid) to kith_app;

CREATE OR REPLACE FUNCTION training.certificate_is_earned()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'training', 'pg_temp'
AS $function$
begin
  if new.how = 'here' and not exists (
    select from learning l join courses c on c.organisation_id = l.organisation_id and c.id = l.course_id
    where l.organisation_id = new.organisation_id and l.id = new.learning_id and l.applicant_id = new.applicant_id and l.finished_at is not null
      and not exists (
        select from jsonb_array_elements(c.content -> 'modules') m where not exists (
          select from attempts a where a.organisation_id = l.organisation_id and a.learning_id = l.id and a.module = m ->> 'code' and a.passed)))
  then
    raise exception 'this certificate has not been earned' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION training.cohorts_joined()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'training', 'pg_temp'
AS $function$ select coalesce(array_agg(c), '{}') from (
     select p.cohort_id as c from cohort_places p
     where p.organisation_id = app.org() and p.applicant_id = any (recruiting.own_applicants()) and p.left_at is null
     union select u.with_cohort_id from catch_ups u
     where u.organisation_id = app.org() and u.applicant_id = any (recruiting.own_applicants()) and u.called_off_at is null and u.with_cohort_id is not null) own $function$
;

grant execute on function training.cohorts_joined() to kith_app;

CREATE OR REPLACE FUNCTION training.cohorts_led()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'training', 'pg_temp'
AS $function$ select coalesce(array_agg(t.cohort_id), '{}') from cohort_trainers t
   where t.organisation_id = app.org() and t.account_id = app.account() and t.until_at is null $function$
;

grant execute on function training.cohorts_led() to kith_app;

CREATE OR REPLACE FUNCTION training.coming_to(events uuid[])
 RETURNS TABLE(event_id uuid, coming integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'training', 'pg_temp'
AS $function$ select a.event_id, count(*)::integer from event_answers a
   where a.organisation_id = app.org() and a.event_id = any (events) and a.said = 'yes' and app.kind() in ('account', 'system') group by 1 $function$
;

grant execute on function training.coming_to(uuid[]) to kith_app;

CREATE OR REPLACE FUNCTION training.competency_is_needed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'training', 'pg_temp'
AS $function$
begin
  if exists (select from sign_offs s where s.organisation_id = new.organisation_id and s.applicant_id = new.applicant_id and s.withdrawn_at is null) then
    raise exception 'the last yes stands on this' using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION training.event_answer_stands()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'training', 'pg_temp'
AS $function$
declare
  of_event learning_events;
  already integer;
  plans constant boolean := app.is_system() or new.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator}'));
  own constant boolean := app.is_system() or new.account_id = app.account();
  before_came boolean; before_took text := ''; before_said text;
begin
  if tg_op = 'UPDATE' then
    before_came := old.came; before_took := old.took; before_said := old.said;
    if new.event_id is distinct from old.event_id or new.account_id is distinct from old.account_id then
      raise exception 'an answer stays with its event and its person' using errcode = 'check_violation';
    end if;
  end if;
  if new.came is distinct from before_came and not plans then
    raise exception 'whoever plans the event writes down who came' using errcode = 'check_violation';
  end if;
  if new.took is distinct from before_took and not own then
    raise exception 'what somebody took from it is theirs to write' using errcode = 'check_violation';
  end if;
  if new.said = 'yes' and before_said is distinct from 'yes' then
    select * into of_event from learning_events e where e.organisation_id = new.organisation_id and e.id = new.event_id for update;
    select count(*) into already from event_answers a where a.organisation_id = new.organisation_id and a.event_id = new.event_id
      and a.said = 'yes' and a.account_id <> new.account_id;
    if of_event.places is not null and already >= of_event.places then
      raise exception 'every place is taken' using errcode = 'KT001';
    end if;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION training.interest_follows_outcomes()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'training', 'pg_temp'
AS $function$
begin
  update interests i set closed_at = (
    select max(o.noted_at) from interest_outcomes o where o.organisation_id = i.organisation_id and o.interest_id = i.id
      and o.taken_back_at is null and o.outcome <> 'started')
  where i.organisation_id = new.organisation_id and i.id = new.interest_id;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION training.is_signed_on(of_practice uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'training', 'pg_temp'
AS $function$
  select exists (select from competency_sign_offs o where o.organisation_id = app.org() and o.practice_id = of_practice and o.withdrawn_at is null)
$function$
;

comment on function training.is_signed_on(uuid) is 'Whether a sign-off that holds is based on this practice';

grant execute on function training.is_signed_on(uuid) to kith_app;

CREATE OR REPLACE FUNCTION training.learner_is_known()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'training', 'pg_temp'
AS $function$
begin
  if not exists (select from recruiting.applicants a where a.organisation_id = new.organisation_id and a.id = new.applicant_id) then
    raise exception 'this learner is not known here' using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

grant execute on function training.learner_is_known() to public;

CREATE OR REPLACE FUNCTION training.learners_behind(of_account uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select coalesce(array_agg(p.id), '{}') from people.accounts a
   join recruiting.applicants p on p.organisation_id = a.organisation_id and p.person_id = a.person_id
   where a.organisation_id = app.org() and a.id = of_account and (app.is_system() or a.id = app.account()) $function$
;

comment on function training.learners_behind(uuid) is 'The applicants behind an account, for themselves and the house';

grant execute on function training.learners_behind(uuid) to kith_app;

CREATE OR REPLACE FUNCTION training.learners_named(of_applicants uuid[], of_accounts uuid[])
 RETURNS TABLE(applicant_id uuid, account_id uuid, centre_id uuid, given_name text, family_name text, zone text, own boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'training', 'pg_temp'
AS $function$
  select a.id, t.id, a.centre_id, a.given_name, a.family_name, c.zone, coalesce(a.person_id = app.person(), false)
  from recruiting.applicants a
  join people.centres c on c.organisation_id = a.organisation_id and c.id = a.centre_id
  left join people.accounts t on t.organisation_id = a.organisation_id and t.person_id = a.person_id
  where a.organisation_id = app.org() and (a.id = any (of_applicants) or t.id = any (of_accounts))
    and (app.is_system()
      or a.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}'))
      or (a.centre_id = any (app.centres('{practitioner}'))
        and (a.person_id is not null or exists (select from practice p where p.organisation_id = a.organisation_id and p.applicant_id = a.id)))
      or exists (select from practice p where p.organisation_id = a.organisation_id and p.applicant_id = a.id
        and (p.alongside_account = app.account() or p.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator}')))))
$function$
;

comment on function training.learners_named(uuid[],uuid[]) is 'Name and centre of learners, for those who sign them off and those who were beside them; own: it is the actor themselves';

grant execute on function training.learners_named(uuid[],uuid[]) to kith_app;

CREATE OR REPLACE FUNCTION training.led_trainee(of_applicant uuid)
 RETURNS TABLE(applicant_id uuid, centre_id uuid, name text, zone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select a.id, a.centre_id, trim(a.given_name || ' ' || a.family_name), z.zone
  from recruiting.applicants a join people.centres z on z.organisation_id = a.organisation_id and z.id = a.centre_id
  where a.organisation_id = app.org() and a.id = of_applicant and a.id <> all (recruiting.own_applicants())
    and (exists (select from training.cohort_places p where p.organisation_id = a.organisation_id and p.applicant_id = a.id
        and p.left_at is null and p.cohort_id = any (training.cohorts_led()))
      or exists (select from training.catch_ups u where u.organisation_id = a.organisation_id and u.applicant_id = a.id
        and u.called_off_at is null and (u.with_account = app.account() or u.with_cohort_id = any (training.cohorts_led()))))
$function$
;

comment on function training.led_trainee(uuid) is 'The name of one trainee, for whoever trains them now';

grant execute on function training.led_trainee(uuid) to kith_app;

CREATE OR REPLACE FUNCTION training.own_credentials()
 RETURNS TABLE(award_id uuid, jwt text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'training', 'pg_temp'
AS $function$ select c.award_id, c.jwt from credentials c
   where c.organisation_id = app.org() and c.replaced_at is null and c.applicant_id = any (recruiting.own_applicants()) $function$
;

grant execute on function training.own_credentials() to kith_app;

CREATE OR REPLACE FUNCTION training.own_learner()
 RETURNS TABLE(applicant_id uuid, centre_id uuid, given_name text, family_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'training', 'pg_temp'
AS $function$ select a.id, a.centre_id, a.given_name, a.family_name from recruiting.applicants a
   where a.organisation_id = app.org() and a.person_id = app.person() $function$
;

grant execute on function training.own_learner() to kith_app;

CREATE OR REPLACE FUNCTION training.place_is_there()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'training', 'pg_temp'
AS $function$
declare
  there integer;
begin
  select c.places into there from cohorts c where c.organisation_id = new.organisation_id and c.id = new.cohort_id for update;
  if there < (select count(*) from cohort_places p where p.organisation_id = new.organisation_id and p.cohort_id = new.cohort_id
    and p.taken_at is not null and p.left_at is null) then
    raise exception 'every place is taken' using errcode = 'KT001';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION training.review_in_ones_own_name()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'training', 'pg_temp'
AS $function$
begin
  if not app.is_system() and new.reviewed_by is distinct from app.account() then
    raise exception 'a course is reviewed in one''s own name' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

grant execute on function training.review_in_ones_own_name() to public;

CREATE OR REPLACE FUNCTION training.seen_in_ones_own_name()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'training', 'pg_temp'
AS $function$
declare
  was uuid;
begin
  if tg_op = 'UPDATE' then was := old.observed_by; end if;
  if new.observed_by is not null and new.observed_by is distinct from app.account() or (was is not null and new.observed_by is null) then
    raise exception 'what was seen is written down in one''s own name' using errcode = 'check_violation';
  end if;
  if training.is_signed_on(new.id) then
    raise exception 'somebody was signed off on this' using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

grant execute on function training.seen_in_ones_own_name() to public;

CREATE OR REPLACE FUNCTION training.sign_off_is_earned()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'training', 'pg_temp'
AS $function$
declare
  asked constant jsonb := (select s.content from syllabi s where s.organisation_id = new.organisation_id and s.id = new.syllabus_id);
begin
  if not exists (select from recruiting.applicants a where a.organisation_id = new.organisation_id and a.id = new.applicant_id and a.centre_id = new.centre_id) then
    raise exception 'a sign-off is given at the learner''s own centre' using errcode = 'check_violation';
  end if;
  if tg_argv[0] = 'competency' then return null; end if;
  if exists (
    select from jsonb_array_elements(asked -> 'units') u cross join jsonb_array_elements_text(u -> 'competencies') c
    where u ->> 'code' in (select jsonb_array_elements_text(l -> 'units') from jsonb_array_elements(asked -> 'levels') l where l ->> 'code' = 'core')
      and not exists (select from competency_sign_offs o where o.organisation_id = new.organisation_id and o.applicant_id = new.applicant_id
        and o.competency_code = c and o.withdrawn_at is null))
  then
    raise exception 'not every competency is signed off' using errcode = 'check_violation';
  end if;
  if new.without_practice_why is null and exists (
    select from jsonb_array_elements(asked -> 'rules' -> 'practice') r
    where (select count(*) from practice p where p.organisation_id = new.organisation_id and p.applicant_id = new.applicant_id
      and p.kind = r ->> 'kind' and p.happened_at is not null) < (r ->> 'times')::integer)
  then
    raise exception 'the practice is not done yet' using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION training.syllabus_in_ones_own_name()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'training', 'pg_temp'
AS $function$
begin
  if app.is_system() then
    return new;
  end if;
  if new.made_by is distinct from app.account() then
    raise exception 'a version is made in one''s own name' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

grant execute on function training.syllabus_in_ones_own_name() to public;

CREATE OR REPLACE FUNCTION training.syllabus_review_by_another()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'training', 'pg_temp'
AS $function$
begin
  if app.is_system() then
    return new;
  end if;
  if new.reviewed_by is distinct from app.account() then
    raise exception 'a syllabus is reviewed in one''s own name' using errcode = 'check_violation';
  end if;
  if exists (select from syllabi s where s.organisation_id = new.organisation_id and s.id = new.syllabus_id and s.made_by = new.reviewed_by) then
    raise exception 'nobody reviews a version of their own' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

grant execute on function training.syllabus_review_by_another() to public;

CREATE OR REPLACE FUNCTION training.trainees_of(of_cohort uuid)
 RETURNS TABLE(applicant_id uuid, name text, called_name text, access_needs text, home_centre_id uuid, guest boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select a.id, trim(a.given_name || ' ' || a.family_name), coalesce(a.known_as, a.given_name), a.access_needs, a.centre_id, w.guest
  from training.cohorts c
  join lateral (
    select p.applicant_id, false as guest from training.cohort_places p
    where p.organisation_id = c.organisation_id and p.cohort_id = c.id and (p.left_at is null or not c.id = any (training.cohorts_led())
      or c.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}')))
    union
    select u.applicant_id, true from training.catch_ups u
    where u.organisation_id = c.organisation_id and u.with_cohort_id = c.id and u.called_off_at is null
  ) w on true
  join recruiting.applicants a on a.organisation_id = c.organisation_id and a.id = w.applicant_id
  where c.organisation_id = app.org() and c.id = of_cohort
    and (app.is_system() or c.id = any (training.cohorts_led()) or c.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}')))
$function$
;

comment on function training.trainees_of(uuid) is 'Who learns in a cohort, guests for one unit among them: name and access needs, for its trainers and those who recruit at its centre';

grant execute on function training.trainees_of(uuid) to kith_app;

CREATE OR REPLACE FUNCTION training.unit_still_to_come(of_syllabus_code text, of_unit text, after_moment timestamp with time zone)
 RETURNS TABLE(meeting_id uuid, cohort_id uuid, centre_id uuid, cohort_name text, centre_name text, zone text, starts_at timestamp with time zone, minutes integer, place text, room_left integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select m.id, c.id, c.centre_id, c.name, z.name, z.zone, m.starts_at, t.minutes,
    coalesce(nullif(m.place_words, ''), nullif(c.place_words, ''), v.name || ', ' || v.room),
    c.places - (select count(*) from training.cohort_places p where p.organisation_id = c.organisation_id and p.cohort_id = c.id and p.taken_at is not null and p.left_at is null)::integer
      - (select count(*) from training.catch_ups u where u.organisation_id = c.organisation_id and u.meeting_id = m.id and u.called_off_at is null)::integer
  from training.cohorts c
  join training.syllabi s on s.organisation_id = c.organisation_id and s.id = c.syllabus_id
  join training.cohort_meetings m on m.organisation_id = c.organisation_id and m.cohort_id = c.id
  join training.cohort_parts t on t.organisation_id = m.organisation_id and t.meeting_id = m.id and t.unit_code = of_unit
  join people.centres z on z.organisation_id = c.organisation_id and z.id = c.centre_id
  left join programme.venues v on v.organisation_id = c.organisation_id and v.id = c.venue_id
  where c.organisation_id = app.org() and s.code = of_syllabus_code
    and c.opened_at is not null and c.called_off_at is null and c.closed_at is null
    and m.called_off_at is null and m.starts_at > after_moment
    and (app.is_system() or cardinality(app.centres('{volunteer_manager,programme_coordinator}')) > 0 or cardinality(training.cohorts_led()) > 0)
$function$
;

comment on function training.unit_still_to_come(text,text,timestamp with time zone) is 'Meetings of open cohorts that still have a unit ahead, with the room left in them';

grant execute on function training.unit_still_to_come(text,text,timestamp with time zone) to kith_app;

CREATE OR REPLACE FUNCTION training.units_held(of_applicants uuid[])
 RETURNS TABLE(applicant_id uuid, unit_code text, how text, earned_on date, award_id uuid, from_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
#variable_conflict use_column
begin
  return query select w.applicant_id, w.code, w.how, w.earned_on, w.id, w.from_id
  from training.awards w
  where w.organisation_id = app.org() and w.kind = 'unit' and w.withdrawn_at is null and w.applicant_id = any (of_applicants)
    and (app.is_system() or w.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}')) or w.applicant_id = any (recruiting.own_applicants())
      or exists (select from training.cohort_places p where p.organisation_id = w.organisation_id and p.applicant_id = w.applicant_id
        and (p.left_at is null and p.cohort_id = any (training.cohorts_led())
          or p.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}'))))
      or exists (select from training.catch_ups u where u.organisation_id = w.organisation_id and u.applicant_id = w.applicant_id
        and u.called_off_at is null and (u.with_account = app.account() or u.with_cohort_id = any (training.cohorts_led()))));
end $function$
;

comment on function training.units_held(uuid[]) is 'The units people hold now, for themselves, those who recruit at their centre, and whoever trains them';

grant execute on function training.units_held(uuid[]) to kith_app;

grant usage on schema training to kith_app;

create table training.attempts (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  learning_id uuid not null,
  course_id uuid not null,
  module text not null,
  answers jsonb not null,
  right_count integer not null,
  of_count integer not null,
  passed boolean not null,
  at timestamp with time zone not null,
  constraint attempts_pkey PRIMARY KEY (organisation_id, id),
  constraint attempts_check CHECK (right_count <= of_count),
  constraint attempts_of_count_check CHECK (of_count > 0),
  constraint attempts_right_count_check CHECK (right_count >= 0),
  constraint attempts_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint attempts_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint attempts_organisation_id_course_id_fkey FOREIGN KEY (organisation_id, course_id) REFERENCES training.courses(organisation_id, id) ON DELETE RESTRICT,
  constraint attempts_organisation_id_learning_id_fkey FOREIGN KEY (organisation_id, learning_id) REFERENCES training.learning(organisation_id, id) ON DELETE CASCADE
);
comment on table training.attempts is 'Each try at the questions of a module; what somebody answered is between them and the course';
CREATE INDEX attempts_organisation_id_learning_id_module_at_idx ON training.attempts USING btree (organisation_id, learning_id, module, at);
alter table training.attempts enable row level security;
alter table training.attempts force row level security;
create policy add on training.attempts for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[])))));
create policy owner_all on training.attempts for all to kith_owner
  using (true)
  with check (true);
create policy see on training.attempts for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[])))));
grant insert, select on training.attempts to kith_app;

create table training.awards (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  kind text not null,
  code text not null,
  syllabus_id uuid not null,
  title text not null,
  level text,
  earned_on date not null,
  expires_on date,
  how text not null,
  from_id uuid,
  elsewhere_words text,
  reference text not null,
  given_at timestamp with time zone not null,
  given_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_why text,
  constraint awards_pkey PRIMARY KEY (organisation_id, id),
  constraint awards_organisation_id_reference_key UNIQUE (organisation_id, reference),
  constraint awards_check CHECK ((kind = 'level'::text) = (level IS NOT NULL)),
  constraint awards_check1 CHECK (how <> 'elsewhere'::text OR kind = 'level'::text OR elsewhere_words <> ''::text),
  constraint awards_check2 CHECK (expires_on IS NULL OR expires_on >= earned_on),
  constraint awards_check3 CHECK (withdrawn_at IS NULL OR withdrawn_why <> ''::text),
  constraint awards_code_check CHECK (code ~ '^[a-z][a-z0-9_-]*$'::text),
  constraint awards_how_check CHECK (how = ANY (ARRAY['cohort'::text, 'catch_up'::text, 'one_to_one'::text, 'elsewhere'::text])),
  constraint awards_kind_check CHECK (kind = ANY (ARRAY['unit'::text, 'level'::text])),
  constraint awards_reference_check CHECK (reference ~ '^[0-9A-Z]{3}(-[0-9A-Z]{3}){2}$'::text),
  constraint awards_title_check CHECK (title <> ''::text),
  constraint awards_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint awards_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint awards_organisation_id_given_by_fkey FOREIGN KEY (organisation_id, given_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint awards_organisation_id_syllabus_id_fkey FOREIGN KEY (organisation_id, syllabus_id) REFERENCES training.syllabi(organisation_id, id) ON DELETE RESTRICT,
  constraint awards_organisation_id_withdrawn_by_fkey FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.awards is 'A unit or a level of the training that somebody has earned; it stays theirs when they leave';
comment on column training.awards.expires_on is 'Its last day; null: it has no end';
comment on column training.awards.how is 'In a cohort, caught up with another one, one to one with a trainer, or elsewhere before they came to us';
comment on column training.awards.from_id is 'The meeting, catch-up or other row that it came from; null: trained elsewhere';
comment on column training.awards.reference is 'What anybody may type to see whether it still holds; three groups, so that nobody meets one by trying';
CREATE UNIQUE INDEX awards_one_live ON training.awards USING btree (organisation_id, applicant_id, kind, code) WHERE (withdrawn_at IS NULL);
CREATE INDEX awards_organisation_id_applicant_id_earned_on_idx ON training.awards USING btree (organisation_id, applicant_id, earned_on);
CREATE INDEX awards_organisation_id_centre_id_given_at_idx ON training.awards USING btree (organisation_id, centre_id, given_at);
CREATE TRIGGER in_ones_own_name AFTER INSERT ON training.awards FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('given_by');
CREATE TRIGGER learner_is_known AFTER INSERT ON training.awards FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION training.learner_is_known();
CREATE TRIGGER withdrawn_as_it_was AFTER UPDATE ON training.awards FOR EACH ROW WHEN (old.withdrawn_at IS NOT NULL AND (old.withdrawn_at IS DISTINCT FROM new.withdrawn_at OR old.withdrawn_by IS DISTINCT FROM new.withdrawn_by OR old.withdrawn_why IS DISTINCT FROM new.withdrawn_why) AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('what was taken back stays as it was');
CREATE TRIGGER withdrawn_in_ones_own_name AFTER UPDATE OF withdrawn_at ON training.awards FOR EACH ROW WHEN (old.withdrawn_at IS NULL AND new.withdrawn_at IS NOT NULL AND platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('withdrawn_by');
CREATE TRIGGER withdrawn_stays_withdrawn AFTER UPDATE OF withdrawn_at ON training.awards FOR EACH ROW WHEN (old.withdrawn_at IS NOT NULL AND new.withdrawn_at IS DISTINCT FROM old.withdrawn_at AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('an award that was taken back is given anew');
alter table training.awards enable row level security;
alter table training.awards force row level security;
create policy add on training.awards for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on training.awards for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_changed_by_oneself on training.awards as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy not_given_to_oneself on training.awards as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on training.awards for all to kith_owner
  using (true)
  with check (true);
create policy see on training.awards for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_own on training.awards for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
grant insert, select on training.awards to kith_app;
grant update (withdrawn_at), update (withdrawn_by), update (withdrawn_why) on training.awards to kith_app;

create table training.catch_ups (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  cohort_id uuid not null,
  unit_code text not null,
  how text not null,
  meeting_id uuid,
  with_cohort_id uuid,
  held_at_centre_id uuid not null,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  with_account uuid,
  place_words text default ''::text not null,
  sequence integer default 0 not null,
  offered_at timestamp with time zone not null,
  offered_by uuid,
  done_at timestamp with time zone,
  called_off_at timestamp with time zone,
  why text default ''::text not null,
  changed_at timestamp with time zone not null,
  constraint catch_ups_pkey PRIMARY KEY (organisation_id, id),
  constraint catch_ups_check CHECK ((how = 'elsewhere'::text) = (meeting_id IS NOT NULL)),
  constraint catch_ups_check1 CHECK ((how = 'elsewhere'::text) = (with_cohort_id IS NOT NULL)),
  constraint catch_ups_check2 CHECK ((how = 'one_to_one'::text) = (with_account IS NOT NULL)),
  constraint catch_ups_check3 CHECK (called_off_at IS NULL OR why <> ''::text),
  constraint catch_ups_check4 CHECK (done_at IS NULL OR called_off_at IS NULL),
  constraint catch_ups_how_check CHECK (how = ANY (ARRAY['elsewhere'::text, 'one_to_one'::text])),
  constraint catch_ups_minutes_check CHECK (minutes >= 1 AND minutes <= 600),
  constraint catch_ups_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint catch_ups_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint catch_ups_organisation_id_cohort_id_fkey FOREIGN KEY (organisation_id, cohort_id) REFERENCES training.cohorts(organisation_id, id) ON DELETE RESTRICT,
  constraint catch_ups_organisation_id_held_at_centre_id_fkey FOREIGN KEY (organisation_id, held_at_centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint catch_ups_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES training.cohort_meetings(organisation_id, id) ON DELETE RESTRICT,
  constraint catch_ups_organisation_id_offered_by_fkey FOREIGN KEY (organisation_id, offered_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint catch_ups_organisation_id_with_account_fkey FOREIGN KEY (organisation_id, with_account) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint catch_ups_organisation_id_with_cohort_id_fkey FOREIGN KEY (organisation_id, with_cohort_id) REFERENCES training.cohorts(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.catch_ups is 'A missed unit, offered once more: with another cohort that still has it ahead, or with one trainer';
comment on column training.catch_ups.held_at_centre_id is 'Where it is held: the centre of the other cohort, or their own';
CREATE UNIQUE INDEX catch_ups_one_open ON training.catch_ups USING btree (organisation_id, applicant_id, unit_code) WHERE ((done_at IS NULL) AND (called_off_at IS NULL));
CREATE INDEX catch_ups_organisation_id_centre_id_starts_at_idx ON training.catch_ups USING btree (organisation_id, centre_id, starts_at) WHERE ((done_at IS NULL) AND (called_off_at IS NULL));
CREATE INDEX catch_ups_organisation_id_cohort_id_idx ON training.catch_ups USING btree (organisation_id, cohort_id);
CREATE INDEX catch_ups_organisation_id_meeting_id_idx ON training.catch_ups USING btree (organisation_id, meeting_id);
CREATE INDEX catch_ups_organisation_id_with_account_idx ON training.catch_ups USING btree (organisation_id, with_account) WHERE (called_off_at IS NULL);
CREATE TRIGGER catch_up_stays_whose_it_is AFTER UPDATE ON training.catch_ups FOR EACH ROW WHEN ((old.centre_id IS DISTINCT FROM new.centre_id OR old.applicant_id IS DISTINCT FROM new.applicant_id OR old.cohort_id IS DISTINCT FROM new.cohort_id OR old.unit_code IS DISTINCT FROM new.unit_code OR old.how IS DISTINCT FROM new.how OR old.meeting_id IS DISTINCT FROM new.meeting_id OR old.with_cohort_id IS DISTINCT FROM new.with_cohort_id OR old.held_at_centre_id IS DISTINCT FROM new.held_at_centre_id OR old.with_account IS DISTINCT FROM new.with_account OR old.offered_by IS DISTINCT FROM new.offered_by) AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('a catch-up stays whose it is');
CREATE TRIGGER in_ones_own_name AFTER INSERT ON training.catch_ups FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('offered_by');
CREATE TRIGGER learner_is_known AFTER INSERT ON training.catch_ups FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION training.learner_is_known();
alter table training.catch_ups enable row level security;
alter table training.catch_ups force row level security;
create policy add on training.catch_ups for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on training.catch_ups for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change_guests on training.catch_ups for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ((held_at_centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (with_cohort_id = ANY (( SELECT training.cohorts_led() AS cohorts_led)::uuid[])) OR (with_account = ( SELECT app.account() AS account)))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND ((held_at_centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (with_cohort_id = ANY (( SELECT training.cohorts_led() AS cohorts_led)::uuid[])) OR (with_account = ( SELECT app.account() AS account)))));
create policy not_ones_own on training.catch_ups as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on training.catch_ups for all to kith_owner
  using (true)
  with check (true);
create policy see on training.catch_ups for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_guests on training.catch_ups for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ((held_at_centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (cohort_id = ANY (( SELECT training.cohorts_led() AS cohorts_led)::uuid[])) OR (with_cohort_id = ANY (( SELECT training.cohorts_led() AS cohorts_led)::uuid[])) OR (with_account = ( SELECT app.account() AS account)))));
create policy see_own on training.catch_ups for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
grant insert, select, update on training.catch_ups to kith_app;

create table training.certificates (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  course_code text not null,
  course_version integer,
  how text not null,
  learning_id uuid,
  outside_id uuid,
  issued_on date not null,
  expires_on date,
  reference text not null,
  outside_provider text,
  outside_title text,
  seen_by uuid,
  seen_on date,
  checked_words text default ''::text not null,
  issued_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_why text,
  constraint certificates_pkey PRIMARY KEY (organisation_id, id),
  constraint certificates_organisation_id_reference_key UNIQUE (organisation_id, reference),
  constraint certificates_check CHECK (expires_on IS NULL OR expires_on >= issued_on),
  constraint certificates_check1 CHECK ((how = 'here'::text) = (learning_id IS NOT NULL)),
  constraint certificates_check2 CHECK ((how = 'outside'::text) = (outside_id IS NOT NULL)),
  constraint certificates_check3 CHECK (how = 'here'::text OR outside_provider <> ''::text AND outside_title <> ''::text AND seen_by IS NOT NULL AND seen_on IS NOT NULL),
  constraint certificates_check4 CHECK (withdrawn_at IS NULL OR withdrawn_why <> ''::text),
  constraint certificates_how_check CHECK (how = ANY (ARRAY['here'::text, 'outside'::text])),
  constraint certificates_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint certificates_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint certificates_organisation_id_learning_id_fkey FOREIGN KEY (organisation_id, learning_id) REFERENCES training.learning(organisation_id, id) ON DELETE RESTRICT,
  constraint certificates_organisation_id_outside_id_fkey FOREIGN KEY (organisation_id, outside_id) REFERENCES training.outside_courses(organisation_id, id) ON DELETE RESTRICT,
  constraint certificates_organisation_id_seen_by_fkey FOREIGN KEY (organisation_id, seen_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.certificates is 'What somebody has to show for the safeguarding course: done here, or elsewhere and checked, from when until when';
comment on column training.certificates.reference is 'What anybody may type to see whether the certificate still holds';
CREATE UNIQUE INDEX certificates_of_learning ON training.certificates USING btree (organisation_id, learning_id) WHERE (learning_id IS NOT NULL);
CREATE UNIQUE INDEX certificates_of_outside ON training.certificates USING btree (organisation_id, outside_id) WHERE (outside_id IS NOT NULL);
CREATE INDEX certificates_organisation_id_applicant_id_issued_on_idx ON training.certificates USING btree (organisation_id, applicant_id, issued_on);
CREATE INDEX certificates_organisation_id_centre_id_expires_on_idx ON training.certificates USING btree (organisation_id, centre_id, expires_on);
CREATE TRIGGER certificate_is_earned BEFORE INSERT ON training.certificates FOR EACH ROW EXECUTE FUNCTION training.certificate_is_earned();
alter table training.certificates enable row level security;
alter table training.certificates force row level security;
create policy add on training.certificates for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on training.certificates for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_changed_by_oneself on training.certificates as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy not_issued_to_oneself on training.certificates as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on training.certificates for all to kith_owner
  using (true)
  with check (true);
create policy see on training.certificates for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_own on training.certificates for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
grant insert, select, update on training.certificates to kith_app;

create table training.cohort_meetings (
  organisation_id uuid not null,
  id uuid not null,
  cohort_id uuid not null,
  centre_id uuid not null,
  position integer not null,
  title text not null,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  place_words text default ''::text not null,
  booking_id uuid,
  sequence integer default 0 not null,
  called_off_at timestamp with time zone,
  called_off_why text default ''::text not null,
  changed_at timestamp with time zone not null,
  constraint cohort_meetings_pkey PRIMARY KEY (organisation_id, id),
  constraint cohort_meetings_organisation_id_cohort_id_position_key UNIQUE (organisation_id, cohort_id, "position"),
  constraint cohort_meetings_check CHECK (called_off_at IS NULL OR called_off_why <> ''::text),
  constraint cohort_meetings_minutes_check CHECK (minutes >= 1 AND minutes <= 900),
  constraint cohort_meetings_position_check CHECK ("position" > 0),
  constraint cohort_meetings_title_check CHECK (title <> ''::text),
  constraint cohort_meetings_organisation_id_booking_id_fkey FOREIGN KEY (organisation_id, booking_id) REFERENCES programme.bookings(organisation_id, id) ON DELETE RESTRICT,
  constraint cohort_meetings_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint cohort_meetings_organisation_id_cohort_id_fkey FOREIGN KEY (organisation_id, cohort_id) REFERENCES training.cohorts(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.cohort_meetings is 'An evening or a day on which a cohort meets; sequence counts how often it was moved or called off';
comment on column training.cohort_meetings.place_words is 'Where this one is, when it is not where the cohort usually meets';
CREATE INDEX cohort_meetings_organisation_id_centre_id_starts_at_idx ON training.cohort_meetings USING btree (organisation_id, centre_id, starts_at);
CREATE INDEX cohort_meetings_organisation_id_cohort_id_starts_at_idx ON training.cohort_meetings USING btree (organisation_id, cohort_id, starts_at);
alter table training.cohort_meetings enable row level security;
alter table training.cohort_meetings force row level security;
create policy add on training.cohort_meetings for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on training.cohort_meetings for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on training.cohort_meetings for all to kith_owner
  using (true)
  with check (true);
create policy see on training.cohort_meetings for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_led on training.cohort_meetings for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ((cohort_id = ANY (( SELECT training.cohorts_led() AS cohorts_led)::uuid[])) OR (cohort_id = ANY (( SELECT training.cohorts_joined() AS cohorts_joined)::uuid[])))));
grant insert, select, update on training.cohort_meetings to kith_app;

create table training.cohort_parts (
  organisation_id uuid not null,
  meeting_id uuid not null,
  cohort_id uuid not null,
  centre_id uuid not null,
  position integer not null,
  unit_code text,
  title text not null,
  minutes integer not null,
  constraint cohort_parts_pkey PRIMARY KEY (organisation_id, meeting_id, "position"),
  constraint cohort_parts_minutes_check CHECK (minutes > 0),
  constraint cohort_parts_position_check CHECK ("position" > 0),
  constraint cohort_parts_title_check CHECK (title <> ''::text),
  constraint cohort_parts_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint cohort_parts_organisation_id_cohort_id_fkey FOREIGN KEY (organisation_id, cohort_id) REFERENCES training.cohorts(organisation_id, id) ON DELETE RESTRICT,
  constraint cohort_parts_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES training.cohort_meetings(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.cohort_parts is 'What a meeting is made of: units of the syllabus, time for the team, breaks';
comment on column training.cohort_parts.unit_code is 'The unit of the syllabus; null: a break, or time for the team';
CREATE UNIQUE INDEX cohort_parts_each_unit_once ON training.cohort_parts USING btree (organisation_id, cohort_id, unit_code);
alter table training.cohort_parts enable row level security;
alter table training.cohort_parts force row level security;
create policy add on training.cohort_parts for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on training.cohort_parts for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on training.cohort_parts for all to kith_owner
  using (true)
  with check (true);
create policy see on training.cohort_parts for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_led on training.cohort_parts for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ((cohort_id = ANY (( SELECT training.cohorts_led() AS cohorts_led)::uuid[])) OR (cohort_id = ANY (( SELECT training.cohorts_joined() AS cohorts_joined)::uuid[])))));
grant insert, select, update on training.cohort_parts to kith_app;

create table training.cohort_places (
  organisation_id uuid not null,
  id uuid not null,
  cohort_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  asked_at timestamp with time zone not null,
  taken_at timestamp with time zone,
  taken_by uuid,
  left_at timestamp with time zone,
  left_why text default ''::text not null,
  constraint cohort_places_pkey PRIMARY KEY (organisation_id, id),
  constraint cohort_places_check CHECK (left_at IS NULL OR left_why <> ''::text),
  constraint cohort_places_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint cohort_places_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint cohort_places_organisation_id_cohort_id_fkey FOREIGN KEY (organisation_id, cohort_id) REFERENCES training.cohorts(organisation_id, id) ON DELETE RESTRICT,
  constraint cohort_places_organisation_id_taken_by_fkey FOREIGN KEY (organisation_id, taken_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.cohort_places is 'Who goes through the training with a cohort, who waits for a place, and who left and why';
comment on column training.cohort_places.taken_at is 'Null: they wait, because every place was taken';
CREATE UNIQUE INDEX cohort_places_once ON training.cohort_places USING btree (organisation_id, cohort_id, applicant_id) WHERE (left_at IS NULL);
CREATE INDEX cohort_places_organisation_id_applicant_id_idx ON training.cohort_places USING btree (organisation_id, applicant_id);
CREATE INDEX cohort_places_organisation_id_centre_id_idx ON training.cohort_places USING btree (organisation_id, centre_id) WHERE (left_at IS NULL);
CREATE TRIGGER in_ones_own_name AFTER INSERT ON training.cohort_places FOR EACH ROW WHEN (new.taken_at IS NOT NULL AND platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('taken_by');
CREATE TRIGGER learner_is_known AFTER INSERT ON training.cohort_places FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION training.learner_is_known();
CREATE TRIGGER place_is_there AFTER INSERT OR UPDATE OF taken_at, left_at, cohort_id ON training.cohort_places FOR EACH ROW WHEN (new.taken_at IS NOT NULL AND new.left_at IS NULL) EXECUTE FUNCTION training.place_is_there();
CREATE TRIGGER place_stays_whose_it_is AFTER UPDATE ON training.cohort_places FOR EACH ROW WHEN ((old.centre_id IS DISTINCT FROM new.centre_id OR old.cohort_id IS DISTINCT FROM new.cohort_id OR old.applicant_id IS DISTINCT FROM new.applicant_id) AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('a place is not handed on');
alter table training.cohort_places enable row level security;
alter table training.cohort_places force row level security;
create policy add on training.cohort_places for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on training.cohort_places for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on training.cohort_places for all to kith_owner
  using (true)
  with check (true);
create policy see on training.cohort_places for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_led on training.cohort_places for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (cohort_id = ANY (( SELECT training.cohorts_led() AS cohorts_led)::uuid[])) AND (left_at IS NULL)));
create policy see_own on training.cohort_places for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
grant insert, select, update on training.cohort_places to kith_app;

create table training.cohort_trainers (
  organisation_id uuid not null,
  id uuid not null,
  cohort_id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  constraint cohort_trainers_pkey PRIMARY KEY (organisation_id, id),
  constraint cohort_trainers_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint cohort_trainers_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint cohort_trainers_organisation_id_cohort_id_fkey FOREIGN KEY (organisation_id, cohort_id) REFERENCES training.cohorts(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.cohort_trainers is 'Who leads a cohort, from when until when';
CREATE UNIQUE INDEX cohort_trainers_once ON training.cohort_trainers USING btree (organisation_id, cohort_id, account_id) WHERE (until_at IS NULL);
CREATE INDEX cohort_trainers_organisation_id_account_id_idx ON training.cohort_trainers USING btree (organisation_id, account_id) WHERE (until_at IS NULL);
alter table training.cohort_trainers enable row level security;
alter table training.cohort_trainers force row level security;
create policy add on training.cohort_trainers for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on training.cohort_trainers for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on training.cohort_trainers for all to kith_owner
  using (true)
  with check (true);
create policy see on training.cohort_trainers for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_led on training.cohort_trainers for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ((cohort_id = ANY (( SELECT training.cohorts_led() AS cohorts_led)::uuid[])) OR (cohort_id = ANY (( SELECT training.cohorts_joined() AS cohorts_joined)::uuid[])))));
grant insert, select, update on training.cohort_trainers to kith_app;

create table training.cohorts (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  syllabus_id uuid not null,
  name text not null,
  layout text not null,
  place_words text default ''::text not null,
  venue_id uuid,
  places integer not null,
  planned_at timestamp with time zone not null,
  planned_by uuid,
  opened_at timestamp with time zone,
  called_off_at timestamp with time zone,
  called_off_why text default ''::text not null,
  closed_at timestamp with time zone,
  version integer default 1 not null,
  constraint cohorts_pkey PRIMARY KEY (organisation_id, id),
  constraint cohorts_check CHECK (place_words <> ''::text OR venue_id IS NOT NULL),
  constraint cohorts_check1 CHECK (called_off_at IS NULL OR called_off_why <> ''::text),
  constraint cohorts_check2 CHECK (closed_at IS NULL OR opened_at IS NOT NULL),
  constraint cohorts_name_check CHECK (name <> ''::text),
  constraint cohorts_places_check CHECK (places >= 1 AND places <= 60),
  constraint cohorts_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint cohorts_organisation_id_planned_by_fkey FOREIGN KEY (organisation_id, planned_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint cohorts_organisation_id_syllabus_id_fkey FOREIGN KEY (organisation_id, syllabus_id) REFERENCES training.syllabi(organisation_id, id) ON DELETE RESTRICT,
  constraint cohorts_organisation_id_venue_id_fkey FOREIGN KEY (organisation_id, venue_id) REFERENCES programme.venues(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.cohorts is 'People who go through the training together: where, with which version of the syllabus, in which layout, how many places';
comment on column training.cohorts.opened_at is 'From when people may take places; null: only planned';
CREATE INDEX cohorts_organisation_id_centre_id_planned_at_idx ON training.cohorts USING btree (organisation_id, centre_id, planned_at);
alter table training.cohorts enable row level security;
alter table training.cohorts force row level security;
create policy add on training.cohorts for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on training.cohorts for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on training.cohorts for all to kith_owner
  using (true)
  with check (true);
create policy see on training.cohorts for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_led on training.cohorts for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ((id = ANY (( SELECT training.cohorts_led() AS cohorts_led)::uuid[])) OR (id = ANY (( SELECT training.cohorts_joined() AS cohorts_joined)::uuid[])))));
grant insert, select, update on training.cohorts to kith_app;

create table training.competency_sign_offs (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  competency_code text not null,
  syllabus_id uuid not null,
  evidence text default ''::text not null,
  practice_id uuid,
  unit_code text,
  earlier boolean default false not null,
  signed_by uuid,
  signed_on date not null,
  signed_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_why text,
  constraint competency_sign_offs_pkey PRIMARY KEY (organisation_id, id),
  constraint competency_sign_offs_check CHECK (evidence <> ''::text OR practice_id IS NOT NULL OR unit_code IS NOT NULL),
  constraint competency_sign_offs_check1 CHECK (NOT earlier OR evidence <> ''::text),
  constraint competency_sign_offs_check2 CHECK (withdrawn_at IS NULL OR withdrawn_why <> ''::text),
  constraint competency_sign_offs_competency_code_check CHECK (competency_code <> ''::text),
  constraint competency_sign_offs_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint competency_sign_offs_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint competency_sign_offs_organisation_id_practice_id_applicant_fkey FOREIGN KEY (organisation_id, practice_id, applicant_id) REFERENCES training.practice(organisation_id, id, applicant_id) ON DELETE RESTRICT,
  constraint competency_sign_offs_organisation_id_signed_by_fkey FOREIGN KEY (organisation_id, signed_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint competency_sign_offs_organisation_id_syllabus_id_fkey FOREIGN KEY (organisation_id, syllabus_id) REFERENCES training.syllabi(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.competency_sign_offs is 'Somebody says in their own name that a learner can do one thing, and on what they base it: words, a session, a unit';
comment on column training.competency_sign_offs.earlier is 'Based on what they did before they came to us';
comment on column training.competency_sign_offs.signed_by is 'Null: brought in by the house';
CREATE UNIQUE INDEX competency_sign_offs_live ON training.competency_sign_offs USING btree (organisation_id, applicant_id, competency_code) WHERE (withdrawn_at IS NULL);
CREATE INDEX competency_sign_offs_organisation_id_centre_id_idx ON training.competency_sign_offs USING btree (organisation_id, centre_id);
CREATE TRIGGER competency_is_needed AFTER UPDATE OF withdrawn_at ON training.competency_sign_offs FOR EACH ROW WHEN (old.withdrawn_at IS NULL AND new.withdrawn_at IS NOT NULL AND platform.by_hand()) EXECUTE FUNCTION training.competency_is_needed();
CREATE TRIGGER in_ones_own_name AFTER INSERT ON training.competency_sign_offs FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('signed_by');
CREATE TRIGGER sign_off_is_earned AFTER INSERT ON training.competency_sign_offs FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION training.sign_off_is_earned('competency');
CREATE TRIGGER withdrawn_as_it_was AFTER UPDATE ON training.competency_sign_offs FOR EACH ROW WHEN (old.withdrawn_at IS NOT NULL AND (old.withdrawn_at IS DISTINCT FROM new.withdrawn_at OR old.withdrawn_by IS DISTINCT FROM new.withdrawn_by OR old.withdrawn_why IS DISTINCT FROM new.withdrawn_why) AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('what was taken back stays as it was');
CREATE TRIGGER withdrawn_in_ones_own_name AFTER UPDATE OF withdrawn_at ON training.competency_sign_offs FOR EACH ROW WHEN (old.withdrawn_at IS NULL AND new.withdrawn_at IS NOT NULL AND platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('withdrawn_by');
CREATE TRIGGER withdrawn_stays_withdrawn AFTER UPDATE OF withdrawn_at ON training.competency_sign_offs FOR EACH ROW WHEN (old.withdrawn_at IS NOT NULL AND new.withdrawn_at IS DISTINCT FROM old.withdrawn_at AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('what was taken back is signed anew');
alter table training.competency_sign_offs enable row level security;
alter table training.competency_sign_offs force row level security;
create policy add on training.competency_sign_offs for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on training.competency_sign_offs for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_changed_by_oneself on training.competency_sign_offs as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy not_signed_by_oneself on training.competency_sign_offs as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on training.competency_sign_offs for all to kith_owner
  using (true)
  with check (true);
create policy see on training.competency_sign_offs for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_own on training.competency_sign_offs for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
grant insert, select on training.competency_sign_offs to kith_app;
grant update (withdrawn_at), update (withdrawn_by), update (withdrawn_why) on training.competency_sign_offs to kith_app;

create table training.course_reviews (
  organisation_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  reviewed_by uuid not null,
  role text not null,
  approved boolean not null,
  words text default ''::text not null,
  at timestamp with time zone not null,
  constraint course_reviews_pkey PRIMARY KEY (organisation_id, id),
  constraint course_reviews_check CHECK (approved OR words <> ''::text),
  constraint course_reviews_role_check CHECK (role <> ''::text),
  constraint course_reviews_organisation_id_course_id_fkey FOREIGN KEY (organisation_id, course_id) REFERENCES training.courses(organisation_id, id) ON DELETE RESTRICT,
  constraint course_reviews_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT,
  constraint course_reviews_organisation_id_reviewed_by_fkey FOREIGN KEY (organisation_id, reviewed_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.course_reviews is 'Which named professional read the whole of a course and decided whether it may be used; the latest review counts';
CREATE INDEX course_reviews_organisation_id_course_id_at_idx ON training.course_reviews USING btree (organisation_id, course_id, at);
CREATE TRIGGER review_in_ones_own_name AFTER INSERT ON training.course_reviews FOR EACH ROW EXECUTE FUNCTION training.review_in_ones_own_name();
alter table training.course_reviews enable row level security;
alter table training.course_reviews force row level security;
create policy add on training.course_reviews for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,specialist,service_lead}'::text[]) AS holds))));
create policy owner_all on training.course_reviews for all to kith_owner
  using (true)
  with check (true);
create policy see on training.course_reviews for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds))));
grant insert, select on training.course_reviews to kith_app;

create table training.courses (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  effective_from date not null,
  name text not null,
  minutes integer not null,
  pass_mark integer not null,
  valid_months integer,
  content jsonb not null,
  made_at timestamp with time zone not null,
  constraint courses_pkey PRIMARY KEY (organisation_id, id),
  constraint courses_organisation_id_code_version_key UNIQUE (organisation_id, code, version),
  constraint courses_code_check CHECK (code ~ '^[a-z][a-z0-9_-]*$'::text),
  constraint courses_minutes_check CHECK (minutes > 0),
  constraint courses_pass_mark_check CHECK (pass_mark >= 1 AND pass_mark <= 100),
  constraint courses_valid_months_check CHECK (valid_months > 0),
  constraint courses_version_check CHECK (version > 0),
  constraint courses_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table training.courses is 'A short course as data, one row a version: modules, screens, questions, pass mark, how long it holds';
comment on column training.courses.pass_mark is 'Percent of the questions that must be right, in each module and over all';
comment on column training.courses.valid_months is 'How long a certificate holds; null: it has no end';
alter table training.courses enable row level security;
alter table training.courses force row level security;
create policy add on training.courses for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{}'::text[]) AS holds))));
create policy owner_all on training.courses for all to kith_owner
  using (true)
  with check (true);
create policy see on training.courses for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds))));
grant insert, select on training.courses to kith_app;

create table training.credentials (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  award_id uuid not null,
  key_id uuid not null,
  subject_id uuid not null,
  status_index integer not null,
  jwt text not null,
  signed_at timestamp with time zone not null,
  replaced_at timestamp with time zone,
  constraint credentials_pkey PRIMARY KEY (organisation_id, id),
  constraint credentials_jwt_check CHECK (jwt <> ''::text),
  constraint credentials_status_index_check CHECK (status_index >= 0),
  constraint credentials_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint credentials_organisation_id_award_id_fkey FOREIGN KEY (organisation_id, award_id) REFERENCES training.awards(organisation_id, id) ON DELETE RESTRICT,
  constraint credentials_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint credentials_organisation_id_key_id_fkey FOREIGN KEY (organisation_id, key_id) REFERENCES training.signing_keys(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.credentials is 'An award as a signed file that its holder shows to whom they like; signed anew when its key was withdrawn';
comment on column training.credentials.subject_id is 'Who it is about, for machines: an id made for this one credential, so that two of them do not give away that they are one person''s';
comment on column training.credentials.status_index is 'Its place in the published list of what was taken back; drawn by lot, so that it tells nothing';
CREATE UNIQUE INDEX credentials_one_in_force ON training.credentials USING btree (organisation_id, award_id) WHERE (replaced_at IS NULL);
CREATE UNIQUE INDEX credentials_one_place ON training.credentials USING btree (organisation_id, status_index) WHERE (replaced_at IS NULL);
CREATE INDEX credentials_organisation_id_key_id_idx ON training.credentials USING btree (organisation_id, key_id);
alter table training.credentials enable row level security;
alter table training.credentials force row level security;
create policy house on training.credentials for all to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND ( SELECT app.is_system() AS is_system)))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND ( SELECT app.is_system() AS is_system)));
create policy owner_all on training.credentials for all to kith_owner
  using (true)
  with check (true);
grant insert, select on training.credentials to kith_app;
grant update (replaced_at) on training.credentials to kith_app;

create table training.event_answers (
  organisation_id uuid not null,
  event_id uuid not null,
  account_id uuid not null,
  centre_id uuid not null,
  said text,
  said_at timestamp with time zone,
  said_by uuid,
  came boolean,
  noted_at timestamp with time zone,
  noted_by uuid,
  took text default ''::text not null,
  took_at timestamp with time zone,
  constraint event_answers_pkey PRIMARY KEY (organisation_id, event_id, account_id),
  constraint event_answers_check CHECK ((said IS NULL) = (said_at IS NULL)),
  constraint event_answers_check1 CHECK ((came IS NULL) = (noted_at IS NULL)),
  constraint event_answers_said_check CHECK (said = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint event_answers_organisation_id_account_id_fkey FOREIGN KEY (organisation_id, account_id) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint event_answers_organisation_id_event_id_centre_id_fkey FOREIGN KEY (organisation_id, event_id, centre_id) REFERENCES training.learning_events(organisation_id, id, centre_id) ON DELETE RESTRICT
);
comment on table training.event_answers is 'Who of the team comes to an event, who came, and the one line they wrote about what they took from it';
comment on column training.event_answers.said is 'Null: nothing yet, they came all the same';
comment on column training.event_answers.came is 'Null: not written down yet';
comment on column training.event_answers.took is 'Theirs alone to write; whoever plans events at the centre reads it too';
CREATE INDEX event_answers_organisation_id_account_id_event_id_idx ON training.event_answers USING btree (organisation_id, account_id, event_id);
CREATE TRIGGER answered_in_ones_own_name AFTER UPDATE ON training.event_answers FOR EACH ROW WHEN ((old.said IS DISTINCT FROM new.said OR old.said_by IS DISTINCT FROM new.said_by) AND platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('said_by');
CREATE TRIGGER came_in_ones_own_name AFTER UPDATE ON training.event_answers FOR EACH ROW WHEN ((old.came IS DISTINCT FROM new.came OR old.noted_by IS DISTINCT FROM new.noted_by) AND platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('noted_by');
CREATE TRIGGER event_answer_stands AFTER INSERT OR UPDATE ON training.event_answers FOR EACH ROW EXECUTE FUNCTION training.event_answer_stands();
CREATE TRIGGER noted_in_ones_own_name AFTER INSERT ON training.event_answers FOR EACH ROW WHEN (new.came IS NOT NULL AND platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('noted_by');
CREATE TRIGGER said_in_ones_own_name AFTER INSERT ON training.event_answers FOR EACH ROW WHEN (new.said IS NOT NULL AND platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('said_by');
alter table training.event_answers enable row level security;
alter table training.event_answers force row level security;
create policy add on training.event_answers for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy add_own on training.event_answers for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account)) AND (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS centres)::uuid[]))));
create policy change on training.event_answers for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change_own on training.event_answers for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
create policy owner_all on training.event_answers for all to kith_owner
  using (true)
  with check (true);
create policy see on training.event_answers for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_own on training.event_answers for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (account_id = ( SELECT app.account() AS account))));
grant insert, select, update on training.event_answers to kith_app;

create table training.interest_outcomes (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  interest_id uuid not null,
  outcome text not null,
  on_day date not null,
  words text default ''::text not null,
  noted_at timestamp with time zone not null,
  noted_by uuid,
  taken_back_at timestamp with time zone,
  taken_back_by uuid,
  constraint interest_outcomes_pkey PRIMARY KEY (organisation_id, id),
  constraint interest_outcomes_outcome_check CHECK (outcome = ANY (ARRAY['started'::text, 'finished'::text, 'got_job'::text, 'not_chosen'::text, 'stopped'::text, 'not_now'::text])),
  constraint interest_outcomes_organisation_id_interest_id_applicant_id_fkey FOREIGN KEY (organisation_id, interest_id, applicant_id, centre_id) REFERENCES training.interests(organisation_id, id, applicant_id, centre_id) ON DELETE RESTRICT
);
comment on table training.interest_outcomes is 'What became of an interest, each with its day: started, finished, got the job, not chosen this time, stopped early, not now';
comment on column training.interest_outcomes.taken_back_at is 'A mistaken one is taken back and stays readable';
CREATE INDEX interest_outcomes_organisation_id_centre_id_on_day_idx ON training.interest_outcomes USING btree (organisation_id, centre_id, on_day) WHERE (taken_back_at IS NULL);
CREATE INDEX interest_outcomes_organisation_id_interest_id_noted_at_idx ON training.interest_outcomes USING btree (organisation_id, interest_id, noted_at);
CREATE TRIGGER in_ones_own_name AFTER INSERT ON training.interest_outcomes FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('noted_by');
CREATE TRIGGER interest_follows_outcomes AFTER INSERT OR UPDATE ON training.interest_outcomes FOR EACH ROW EXECUTE FUNCTION training.interest_follows_outcomes();
alter table training.interest_outcomes enable row level security;
alter table training.interest_outcomes force row level security;
create policy add on training.interest_outcomes for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy add_own on training.interest_outcomes for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy change on training.interest_outcomes for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on training.interest_outcomes for all to kith_owner
  using (true)
  with check (true);
create policy see on training.interest_outcomes for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_own on training.interest_outcomes for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
grant insert, select on training.interest_outcomes to kith_app;
grant update (taken_back_at), update (taken_back_by) on training.interest_outcomes to kith_app;

create table training.interests (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  pathway_id uuid not null,
  pathway_code text not null,
  pathway_kind text not null,
  pathway_name text not null,
  words text default ''::text not null,
  said_at timestamp with time zone not null,
  said_by uuid,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer_words text default ''::text not null,
  talk_on date,
  closed_at timestamp with time zone,
  constraint interests_pkey PRIMARY KEY (organisation_id, id),
  constraint interests_organisation_id_id_applicant_id_centre_id_key UNIQUE (organisation_id, id, applicant_id, centre_id),
  constraint interests_check CHECK (answered_at IS NULL OR answer_words <> ''::text),
  constraint interests_pathway_kind_check CHECK (pathway_kind = ANY (ARRAY['level'::text, 'course'::text, 'paid_role'::text])),
  constraint interests_pathway_name_check CHECK (pathway_name <> ''::text),
  constraint interests_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint interests_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint interests_organisation_id_pathway_id_fkey FOREIGN KEY (organisation_id, pathway_id) REFERENCES training.pathways(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.interests is 'A volunteer is interested in a way on: what they said, and what they were answered';
comment on column training.interests.pathway_name is 'As it was called then: what they were interested in does not change when the page does';
comment on column training.interests.said_by is 'Who wrote it down; not always the volunteer';
comment on column training.interests.closed_at is 'Written by the outcomes: when one of them ended it; null: it goes on';
CREATE UNIQUE INDEX interests_one_open ON training.interests USING btree (organisation_id, applicant_id, pathway_code) WHERE (closed_at IS NULL);
CREATE INDEX interests_organisation_id_applicant_id_said_at_idx ON training.interests USING btree (organisation_id, applicant_id, said_at);
CREATE INDEX interests_organisation_id_centre_id_said_at_idx ON training.interests USING btree (organisation_id, centre_id, said_at) WHERE ((answered_at IS NULL) AND (closed_at IS NULL));
CREATE TRIGGER answered_in_ones_own_name AFTER UPDATE OF answered_at ON training.interests FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('answered_by');
CREATE TRIGGER in_ones_own_name AFTER INSERT ON training.interests FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('said_by');
alter table training.interests enable row level security;
alter table training.interests force row level security;
create policy add on training.interests for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy add_own on training.interests for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (answered_at IS NULL) AND (closed_at IS NULL) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy change on training.interests for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_answered_by_oneself on training.interests as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy not_answered_for_oneself on training.interests as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR ((answered_at IS NULL) AND (closed_at IS NULL)) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on training.interests for all to kith_owner
  using (true)
  with check (true);
create policy see on training.interests for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_own on training.interests for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
grant insert, select on training.interests to kith_app;
grant update (answered_at), update (answered_by), update (answer_words), update (talk_on) on training.interests to kith_app;

create table training.issuer_addresses (
  organisation_id uuid not null,
  id uuid not null,
  origin text not null,
  from_at timestamp with time zone not null,
  set_by uuid,
  constraint issuer_addresses_pkey PRIMARY KEY (organisation_id, id),
  constraint issuer_addresses_origin_check CHECK (origin ~ '^https?://[^/]+$'::text),
  constraint issuer_addresses_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT,
  constraint issuer_addresses_organisation_id_set_by_fkey FOREIGN KEY (organisation_id, set_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.issuer_addresses is 'The address that credentials name for verifying them; the latest counts for new ones';
comment on column training.issuer_addresses.set_by is 'Who changed it; null: where the first credential was asked for';
CREATE INDEX issuer_addresses_organisation_id_from_at_idx ON training.issuer_addresses USING btree (organisation_id, from_at);
CREATE TRIGGER in_ones_own_name AFTER INSERT ON training.issuer_addresses FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('set_by');
alter table training.issuer_addresses enable row level security;
alter table training.issuer_addresses force row level security;
create policy add on training.issuer_addresses for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))));
create policy owner_all on training.issuer_addresses for all to kith_owner
  using (true)
  with check (true);
create policy see on training.issuer_addresses for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))));
grant insert, select on training.issuer_addresses to kith_app;

create table training.learning (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  course_id uuid not null,
  module text not null,
  screen integer not null,
  reached jsonb default '{}'::jsonb not null,
  seconds_spent integer default 0 not null,
  started_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  put_aside_at timestamp with time zone,
  constraint learning_pkey PRIMARY KEY (organisation_id, id),
  constraint learning_screen_check CHECK (screen > 0),
  constraint learning_seconds_spent_check CHECK (seconds_spent >= 0),
  constraint learning_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint learning_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint learning_organisation_id_course_id_fkey FOREIGN KEY (organisation_id, course_id) REFERENCES training.courses(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.learning is 'One time through a course: where somebody is, how far they read in each module, when they finished';
comment on column training.learning.put_aside_at is 'When another version of the course took its place before it was finished';
CREATE UNIQUE INDEX learning_one_at_a_time ON training.learning USING btree (organisation_id, applicant_id) WHERE ((finished_at IS NULL) AND (put_aside_at IS NULL));
CREATE INDEX learning_organisation_id_applicant_id_started_at_idx ON training.learning USING btree (organisation_id, applicant_id, started_at);
CREATE INDEX learning_organisation_id_centre_id_last_at_idx ON training.learning USING btree (organisation_id, centre_id, last_at) WHERE ((finished_at IS NULL) AND (put_aside_at IS NULL));
alter table training.learning enable row level security;
alter table training.learning force row level security;
create policy add on training.learning for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{}'::text[]) AS centres)::uuid[])))));
create policy add_own on training.learning for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy change on training.learning for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{}'::text[]) AS centres)::uuid[])))));
create policy change_own on training.learning for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on training.learning for all to kith_owner
  using (true)
  with check (true);
create policy see on training.learning for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_own on training.learning for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
grant insert, select, update on training.learning to kith_app;

create table training.learning_events (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  kind text not null,
  title text not null,
  about text default ''::text not null,
  renews text,
  led_by text default ''::text not null,
  place_words text default ''::text not null,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  places integer,
  sequence integer default 0 not null,
  planned_at timestamp with time zone not null,
  planned_by uuid,
  changed_at timestamp with time zone not null,
  called_off_at timestamp with time zone,
  called_off_by uuid,
  called_off_why text,
  closed_at timestamp with time zone,
  closed_by uuid,
  version integer default 1 not null,
  constraint learning_events_pkey PRIMARY KEY (organisation_id, id),
  constraint learning_events_organisation_id_id_centre_id_key UNIQUE (organisation_id, id, centre_id),
  constraint learning_events_check CHECK (called_off_at IS NULL OR called_off_why <> ''::text),
  constraint learning_events_check1 CHECK (called_off_at IS NULL OR closed_at IS NULL),
  constraint learning_events_kind_check CHECK (kind = ANY (ARRAY['refresher'::text, 'shared'::text, 'talk'::text, 'visit'::text])),
  constraint learning_events_minutes_check CHECK (minutes >= 15 AND minutes <= 720),
  constraint learning_events_places_check CHECK (places > 0),
  constraint learning_events_renews_check CHECK (renews ~ '^[a-z][a-z0-9_-]*$'::text),
  constraint learning_events_sequence_check CHECK (sequence >= 0),
  constraint learning_events_title_check CHECK (title <> ''::text),
  constraint learning_events_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint learning_events_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table training.learning_events is 'Something to learn at together: a refresher, an afternoon shared with the professionals of the building, a talk, a visit';
comment on column training.learning_events.renews is 'The unit that is gone over again, or safeguarding for the topic of the safeguarding course; null: nothing known already';
comment on column training.learning_events.places is 'How many may come; null: as many as like';
comment on column training.learning_events.sequence is 'How often it was moved or changed, for calendars';
comment on column training.learning_events.closed_at is 'When somebody wrote down who came';
CREATE INDEX learning_events_organisation_id_centre_id_starts_at_idx ON training.learning_events USING btree (organisation_id, centre_id, starts_at);
alter table training.learning_events enable row level security;
alter table training.learning_events force row level security;
create policy add on training.learning_events for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on training.learning_events for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy owner_all on training.learning_events for all to kith_owner
  using (true)
  with check (true);
create policy see on training.learning_events for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS centres)::uuid[])))));
create policy see_answered on training.learning_events for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (id IN ( SELECT a.event_id
   FROM training.event_answers a
  WHERE ((a.organisation_id = ( SELECT app.org() AS org)) AND (a.account_id = ( SELECT app.account() AS account)))))));
grant insert, select, update on training.learning_events to kith_app;

create table training.outside_courses (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  provider text not null,
  title text not null,
  done_on date not null,
  number text default ''::text not null,
  told_at timestamp with time zone not null,
  told_by uuid,
  decided_at timestamp with time zone,
  decided_by uuid,
  accepted boolean,
  checked_words text default ''::text not null,
  words_to_them text default ''::text not null,
  constraint outside_courses_pkey PRIMARY KEY (organisation_id, id),
  constraint outside_courses_check CHECK ((decided_at IS NULL) = (accepted IS NULL)),
  constraint outside_courses_check1 CHECK (accepted IS DISTINCT FROM true OR checked_words <> ''::text),
  constraint outside_courses_check2 CHECK (accepted IS DISTINCT FROM false OR words_to_them <> ''::text),
  constraint outside_courses_provider_check CHECK (provider <> ''::text),
  constraint outside_courses_title_check CHECK (title <> ''::text),
  constraint outside_courses_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint outside_courses_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint outside_courses_organisation_id_decided_by_fkey FOREIGN KEY (organisation_id, decided_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.outside_courses is 'A course somebody did elsewhere and says so: waits until the centre has seen the certificate and checked it';
comment on column training.outside_courses.told_by is 'Who wrote it down, signed in; null: they said so by their own link';
comment on column training.outside_courses.checked_words is 'What was seen and how it was checked';
CREATE UNIQUE INDEX outside_courses_one_waiting ON training.outside_courses USING btree (organisation_id, applicant_id) WHERE (decided_at IS NULL);
CREATE INDEX outside_courses_organisation_id_applicant_id_told_at_idx ON training.outside_courses USING btree (organisation_id, applicant_id, told_at);
CREATE INDEX outside_courses_organisation_id_centre_id_told_at_idx ON training.outside_courses USING btree (organisation_id, centre_id, told_at) WHERE (decided_at IS NULL);
alter table training.outside_courses enable row level security;
alter table training.outside_courses force row level security;
create policy add on training.outside_courses for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy add_own on training.outside_courses for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (decided_at IS NULL) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy change on training.outside_courses for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_accepted_for_oneself on training.outside_courses as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (decided_at IS NULL) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy not_ones_own_check on training.outside_courses as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on training.outside_courses for all to kith_owner
  using (true)
  with check (true);
create policy see on training.outside_courses for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_own on training.outside_courses for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
grant insert, select, update on training.outside_courses to kith_app;

create table training.own_learning (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  kind text not null,
  title text not null,
  where_from text default ''::text not null,
  done_on date not null,
  took text default ''::text not null,
  shared_at timestamp with time zone,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint own_learning_pkey PRIMARY KEY (organisation_id, id),
  constraint own_learning_kind_check CHECK (kind = ANY (ARRAY['course'::text, 'book'::text, 'talk'::text, 'listening'::text, 'doing'::text, 'other'::text])),
  constraint own_learning_title_check CHECK (title <> ''::text),
  constraint own_learning_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint own_learning_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.own_learning is 'What somebody wrote into their own learning record: a course elsewhere, a book, a talk; private until they share it';
comment on column training.own_learning.shared_at is 'From when those who look after volunteers may read it; null: nobody but its author';
CREATE INDEX own_learning_organisation_id_applicant_id_done_on_idx ON training.own_learning USING btree (organisation_id, applicant_id, done_on);
alter table training.own_learning enable row level security;
alter table training.own_learning force row level security;
create policy add on training.own_learning for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy change on training.own_learning for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on training.own_learning for all to kith_owner
  using (true)
  with check (true);
create policy remove on training.own_learning for delete to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy see on training.own_learning for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[])) OR ((shared_at IS NOT NULL) AND (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[]))))));
grant delete, insert, select, update on training.own_learning to kith_app;

create table training.pathways (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  kind text not null,
  effective_from date not null,
  content jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  constraint pathways_pkey PRIMARY KEY (organisation_id, id),
  constraint pathways_organisation_id_code_version_key UNIQUE (organisation_id, code, version),
  constraint pathways_code_check CHECK (code ~ '^[a-z][a-z0-9_]*$'::text),
  constraint pathways_kind_check CHECK (kind = ANY (ARRAY['level'::text, 'course'::text, 'paid_role'::text])),
  constraint pathways_version_check CHECK (version > 0),
  constraint pathways_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT
);
comment on table training.pathways is 'A way on for volunteers: an advanced level, a formal course, a paid role; a version is never changed, the newest one in effect counts';
alter table training.pathways enable row level security;
alter table training.pathways force row level security;
create policy add on training.pathways for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{volunteer_manager,programme_coordinator,service_lead}'::text[]) AS holds))));
create policy owner_all on training.pathways for all to kith_owner
  using (true)
  with check (true);
create policy see on training.pathways for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds))));
grant insert, select on training.pathways to kith_app;

create table training.practice (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  kind text not null,
  session_id uuid,
  on_date date not null,
  what text not null,
  alongside_account uuid,
  alongside_words text default ''::text not null,
  planned_at timestamp with time zone not null,
  planned_by uuid,
  happened_at timestamp with time zone,
  did_not_happen_at timestamp with time zone,
  did_not_happen_why text,
  observer_words text default ''::text not null,
  observed_by uuid,
  observed_at timestamp with time zone,
  version integer default 1 not null,
  constraint practice_pkey PRIMARY KEY (organisation_id, id),
  constraint practice_organisation_id_id_applicant_id_key UNIQUE (organisation_id, id, applicant_id),
  constraint practice_organisation_id_id_centre_id_applicant_id_key UNIQUE (organisation_id, id, centre_id, applicant_id),
  constraint practice_check CHECK (happened_at IS NULL OR did_not_happen_at IS NULL),
  constraint practice_check1 CHECK (did_not_happen_at IS NULL OR did_not_happen_why <> ''::text),
  constraint practice_check2 CHECK ((observed_at IS NULL) = (observed_by IS NULL)),
  constraint practice_check3 CHECK (observed_at IS NULL OR happened_at IS NOT NULL AND observer_words <> ''::text),
  constraint practice_kind_check CHECK (kind = ANY (ARRAY['shadowing'::text, 'buddying'::text, 'observed'::text])),
  constraint practice_what_check CHECK (what <> ''::text),
  constraint practice_organisation_id_alongside_account_fkey FOREIGN KEY (organisation_id, alongside_account) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint practice_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint practice_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.practice is 'One time that somebody was at a session to learn: to watch, to help, or to run it while somebody watches; what whoever was beside them saw';
comment on column training.practice.session_id is 'The session it belongs to; null: it happened before it was kept here. Sessions are known further along the corridor';
comment on column training.practice.alongside_account is 'Who is beside them and writes afterwards; null: somebody who does not sign in, or nobody yet';
comment on column training.practice.alongside_words is 'Who was beside them, where they do not sign in';
CREATE UNIQUE INDEX practice_once ON training.practice USING btree (organisation_id, session_id, applicant_id, kind) WHERE ((did_not_happen_at IS NULL) AND (session_id IS NOT NULL));
CREATE INDEX practice_organisation_id_alongside_account_on_date_idx ON training.practice USING btree (organisation_id, alongside_account, on_date);
CREATE INDEX practice_organisation_id_applicant_id_on_date_idx ON training.practice USING btree (organisation_id, applicant_id, on_date);
CREATE INDEX practice_organisation_id_centre_id_on_date_idx ON training.practice USING btree (organisation_id, centre_id, on_date) WHERE ((observed_at IS NULL) AND (did_not_happen_at IS NULL));
CREATE TRIGGER seen_in_ones_own_name AFTER INSERT ON training.practice FOR EACH ROW WHEN (new.observed_by IS NOT NULL AND platform.by_hand()) EXECUTE FUNCTION training.seen_in_ones_own_name();
CREATE TRIGGER seen_stays_theirs AFTER UPDATE OF observed_by, observer_words, observed_at ON training.practice FOR EACH ROW WHEN ((old.observed_by IS DISTINCT FROM new.observed_by OR old.observer_words IS DISTINCT FROM new.observer_words OR old.observed_at IS DISTINCT FROM new.observed_at) AND platform.by_hand()) EXECUTE FUNCTION training.seen_in_ones_own_name();
alter table training.practice enable row level security;
alter table training.practice force row level security;
create policy add on training.practice for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on training.practice for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change_alongside on training.practice for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (alongside_account = ( SELECT app.account() AS account))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (alongside_account = ( SELECT app.account() AS account))));
create policy not_added_for_oneself on training.practice as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy not_changed_by_oneself on training.practice as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on training.practice for all to kith_owner
  using (true)
  with check (true);
create policy see on training.practice for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_alongside on training.practice for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (alongside_account = ( SELECT app.account() AS account))));
create policy see_home on training.practice for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (EXISTS ( SELECT
   FROM recruiting.applicants a
  WHERE ((a.organisation_id = practice.organisation_id) AND (a.id = practice.applicant_id))))));
create policy see_own on training.practice for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
grant insert, select on training.practice to kith_app;
grant update (on_date), update (what), update (happened_at), update (did_not_happen_at), update (did_not_happen_why), update (observer_words), update (observed_by), update (observed_at), update (version) on training.practice to kith_app;

create table training.practice_reflections (
  organisation_id uuid not null,
  practice_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  words text not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer default 1 not null,
  constraint practice_reflections_pkey PRIMARY KEY (organisation_id, practice_id),
  constraint practice_reflections_organisation_id_practice_id_centre_id_fkey FOREIGN KEY (organisation_id, practice_id, centre_id, applicant_id) REFERENCES training.practice(organisation_id, id, centre_id, applicant_id) ON DELETE RESTRICT
);
comment on table training.practice_reflections is 'What a learner makes of a session they learned at: theirs to write, read by them and by those who look after volunteers';
CREATE INDEX practice_reflections_organisation_id_applicant_id_idx ON training.practice_reflections USING btree (organisation_id, applicant_id);
alter table training.practice_reflections enable row level security;
alter table training.practice_reflections force row level security;
create policy add on training.practice_reflections for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy change on training.practice_reflections for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on training.practice_reflections for all to kith_owner
  using (true)
  with check (true);
create policy see on training.practice_reflections for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[])))));
grant insert, select on training.practice_reflections to kith_app;
grant update (words), update (changed_at), update (version) on training.practice_reflections to kith_app;

create table training.practice_seen (
  organisation_id uuid not null,
  practice_id uuid not null,
  competency_code text not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  seen text not null,
  words text default ''::text not null,
  seen_by uuid not null,
  at timestamp with time zone not null,
  constraint practice_seen_pkey PRIMARY KEY (organisation_id, practice_id, competency_code),
  constraint practice_seen_competency_code_check CHECK (competency_code <> ''::text),
  constraint practice_seen_seen_check CHECK (seen = ANY (ARRAY['yes'::text, 'partly'::text, 'not_yet'::text])),
  constraint practice_seen_organisation_id_practice_id_centre_id_applic_fkey FOREIGN KEY (organisation_id, practice_id, centre_id, applicant_id) REFERENCES training.practice(organisation_id, id, centre_id, applicant_id) ON DELETE RESTRICT,
  constraint practice_seen_organisation_id_seen_by_fkey FOREIGN KEY (organisation_id, seen_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.practice_seen is 'What somebody saw of one competency in one session; what did not come up has no row';
CREATE INDEX practice_seen_organisation_id_applicant_id_idx ON training.practice_seen USING btree (organisation_id, applicant_id);
alter table training.practice_seen enable row level security;
alter table training.practice_seen force row level security;
create policy add on training.practice_seen for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ((seen_by = ( SELECT app.account() AS account)) AND ((centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (EXISTS ( SELECT
   FROM training.practice p
  WHERE ((p.organisation_id = practice_seen.organisation_id) AND (p.id = practice_seen.practice_id) AND (p.alongside_account = ( SELECT app.account() AS account))))))))));
create policy not_seen_by_oneself on training.practice_seen as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on training.practice_seen for all to kith_owner
  using (true)
  with check (true);
create policy remove on training.practice_seen for delete to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (seen_by = ( SELECT app.account() AS account)))));
create policy see on training.practice_seen for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])) OR (seen_by = ( SELECT app.account() AS account)) OR (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[])) OR (EXISTS ( SELECT
   FROM recruiting.applicants a
  WHERE ((a.organisation_id = practice_seen.organisation_id) AND (a.id = practice_seen.applicant_id)))))));
grant delete, insert, select on training.practice_seen to kith_app;

create table training.sign_offs (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  syllabus_id uuid not null,
  words text default ''::text not null,
  without_practice_why text,
  signed_by uuid,
  signed_on date not null,
  signed_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_why text,
  constraint sign_offs_pkey PRIMARY KEY (organisation_id, id),
  constraint sign_offs_check CHECK (withdrawn_at IS NULL OR withdrawn_why <> ''::text),
  constraint sign_offs_without_practice_why_check CHECK (without_practice_why <> ''::text),
  constraint sign_offs_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint sign_offs_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint sign_offs_organisation_id_signed_by_fkey FOREIGN KEY (organisation_id, signed_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint sign_offs_organisation_id_syllabus_id_fkey FOREIGN KEY (organisation_id, syllabus_id) REFERENCES training.syllabi(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.sign_offs is 'The last yes: may run sessions. Given when every competency is signed off and the practice is done';
comment on column training.sign_offs.without_practice_why is 'Why the practice here was not asked of somebody with experience; null: it was done';
comment on column training.sign_offs.signed_by is 'Null: brought in by the house';
CREATE UNIQUE INDEX sign_offs_live ON training.sign_offs USING btree (organisation_id, applicant_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX sign_offs_organisation_id_centre_id_idx ON training.sign_offs USING btree (organisation_id, centre_id);
CREATE TRIGGER in_ones_own_name AFTER INSERT ON training.sign_offs FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('signed_by');
CREATE TRIGGER sign_off_is_earned AFTER INSERT ON training.sign_offs FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION training.sign_off_is_earned('last');
CREATE TRIGGER withdrawn_as_it_was AFTER UPDATE ON training.sign_offs FOR EACH ROW WHEN (old.withdrawn_at IS NOT NULL AND (old.withdrawn_at IS DISTINCT FROM new.withdrawn_at OR old.withdrawn_by IS DISTINCT FROM new.withdrawn_by OR old.withdrawn_why IS DISTINCT FROM new.withdrawn_why) AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('what was taken back stays as it was');
CREATE TRIGGER withdrawn_in_ones_own_name AFTER UPDATE OF withdrawn_at ON training.sign_offs FOR EACH ROW WHEN (old.withdrawn_at IS NULL AND new.withdrawn_at IS NOT NULL AND platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('withdrawn_by');
CREATE TRIGGER withdrawn_stays_withdrawn AFTER UPDATE OF withdrawn_at ON training.sign_offs FOR EACH ROW WHEN (old.withdrawn_at IS NOT NULL AND new.withdrawn_at IS DISTINCT FROM old.withdrawn_at AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('what was taken back is signed anew');
alter table training.sign_offs enable row level security;
alter table training.sign_offs force row level security;
create policy add on training.sign_offs for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy change on training.sign_offs for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy not_changed_by_oneself on training.sign_offs as restrictive for update to kith_app
  using ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy not_signed_by_oneself on training.sign_offs as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on training.sign_offs for all to kith_owner
  using (true)
  with check (true);
create policy see on training.sign_offs for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{practitioner,volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_own on training.sign_offs for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
grant insert, select on training.sign_offs to kith_app;
grant update (withdrawn_at), update (withdrawn_by), update (withdrawn_why) on training.sign_offs to kith_app;

create table training.signing_keys (
  organisation_id uuid not null,
  id uuid not null,
  public_jwk jsonb not null,
  sealed_private text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  retired_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_why text,
  constraint signing_keys_pkey PRIMARY KEY (organisation_id, id),
  constraint signing_keys_check CHECK (withdrawn_at IS NULL OR withdrawn_why <> ''::text),
  constraint signing_keys_check1 CHECK (withdrawn_at IS NULL OR retired_at IS NOT NULL),
  constraint signing_keys_sealed_private_check CHECK (sealed_private <> ''::text),
  constraint signing_keys_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT,
  constraint signing_keys_organisation_id_made_by_fkey FOREIGN KEY (organisation_id, made_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint signing_keys_organisation_id_withdrawn_by_fkey FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.signing_keys is 'The keys that credentials are signed with: one in use, the retired ones still published, a withdrawn one no longer';
comment on column training.signing_keys.sealed_private is 'Sealed for signing-keys: the private half';
comment on column training.signing_keys.retired_at is 'From then on nothing new is signed with it; what it signed goes on holding';
comment on column training.signing_keys.withdrawn_at is 'From then on nothing that it signed holds: somebody else may have it';
CREATE UNIQUE INDEX signing_keys_one_in_use ON training.signing_keys USING btree (organisation_id) WHERE (retired_at IS NULL);
CREATE TRIGGER in_ones_own_name AFTER INSERT ON training.signing_keys FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('made_by');
CREATE TRIGGER retired_stays_retired AFTER UPDATE OF retired_at ON training.signing_keys FOR EACH ROW WHEN (old.retired_at IS NOT NULL AND new.retired_at IS DISTINCT FROM old.retired_at AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('a key that has retired signs nothing again');
CREATE TRIGGER withdrawn_as_it_was AFTER UPDATE ON training.signing_keys FOR EACH ROW WHEN (old.withdrawn_at IS NOT NULL AND (old.withdrawn_at IS DISTINCT FROM new.withdrawn_at OR old.withdrawn_by IS DISTINCT FROM new.withdrawn_by OR old.withdrawn_why IS DISTINCT FROM new.withdrawn_why) AND platform.by_hand()) EXECUTE FUNCTION platform.not_by_hand('what was taken back stays as it was');
CREATE TRIGGER withdrawn_in_ones_own_name AFTER UPDATE OF withdrawn_at ON training.signing_keys FOR EACH ROW WHEN (old.withdrawn_at IS NULL AND new.withdrawn_at IS NOT NULL AND platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('withdrawn_by');
alter table training.signing_keys enable row level security;
alter table training.signing_keys force row level security;
create policy add on training.signing_keys for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))));
create policy change on training.signing_keys for update to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))))
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))));
create policy owner_all on training.signing_keys for all to kith_owner
  using (true)
  with check (true);
create policy see on training.signing_keys for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{administrator,service_lead}'::text[]) AS holds))));
grant insert, select on training.signing_keys to kith_app;
grant update (retired_at), update (withdrawn_at), update (withdrawn_by), update (withdrawn_why) on training.signing_keys to kith_app;

create table training.syllabi (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  effective_from date not null,
  name text not null,
  content jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  constraint syllabi_pkey PRIMARY KEY (organisation_id, id),
  constraint syllabi_organisation_id_code_version_key UNIQUE (organisation_id, code, version),
  constraint syllabi_code_check CHECK (code ~ '^[a-z][a-z0-9_-]*$'::text),
  constraint syllabi_name_check CHECK (name <> ''::text),
  constraint syllabi_version_check CHECK (version > 0),
  constraint syllabi_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT,
  constraint syllabi_organisation_id_made_by_fkey FOREIGN KEY (organisation_id, made_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.syllabi is 'The training course as data, one row a version: competencies, units, layouts, levels, and the rules that go with them';
comment on column training.syllabi.made_by is 'Who made this version; null: it came with Kith';
CREATE TRIGGER syllabus_in_ones_own_name AFTER INSERT ON training.syllabi FOR EACH ROW EXECUTE FUNCTION training.syllabus_in_ones_own_name();
alter table training.syllabi enable row level security;
alter table training.syllabi force row level security;
create policy add on training.syllabi for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{volunteer_manager,programme_coordinator,service_lead}'::text[]) AS holds))));
create policy owner_all on training.syllabi for all to kith_owner
  using (true)
  with check (true);
create policy see on training.syllabi for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds))));
grant insert, select on training.syllabi to kith_app;

create table training.syllabus_reviews (
  organisation_id uuid not null,
  id uuid not null,
  syllabus_id uuid not null,
  reviewed_by uuid not null,
  role text not null,
  approved boolean not null,
  words text default ''::text not null,
  at timestamp with time zone not null,
  constraint syllabus_reviews_pkey PRIMARY KEY (organisation_id, id),
  constraint syllabus_reviews_check CHECK (approved OR words <> ''::text),
  constraint syllabus_reviews_role_check CHECK (role <> ''::text),
  constraint syllabus_reviews_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisations(organisation_id) ON DELETE RESTRICT,
  constraint syllabus_reviews_organisation_id_reviewed_by_fkey FOREIGN KEY (organisation_id, reviewed_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT,
  constraint syllabus_reviews_organisation_id_syllabus_id_fkey FOREIGN KEY (organisation_id, syllabus_id) REFERENCES training.syllabi(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.syllabus_reviews is 'Which named professional read the whole of a syllabus and decided whether cohorts may open with it; the latest review counts';
CREATE INDEX syllabus_reviews_organisation_id_syllabus_id_at_idx ON training.syllabus_reviews USING btree (organisation_id, syllabus_id, at);
CREATE TRIGGER syllabus_review_by_another AFTER INSERT ON training.syllabus_reviews FOR EACH ROW EXECUTE FUNCTION training.syllabus_review_by_another();
alter table training.syllabus_reviews enable row level security;
alter table training.syllabus_reviews force row level security;
create policy add on training.syllabus_reviews for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,specialist,service_lead}'::text[]) AS holds))));
create policy owner_all on training.syllabus_reviews for all to kith_owner
  using (true)
  with check (true);
create policy see on training.syllabus_reviews for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR ( SELECT app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'::text[]) AS holds))));
grant insert, select on training.syllabus_reviews to kith_app;

create table training.trainee_answers (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  cohort_id uuid not null,
  applicant_id uuid not null,
  meeting_id uuid,
  catch_up_id uuid,
  said text not null,
  words text default ''::text not null,
  at timestamp with time zone not null,
  constraint trainee_answers_pkey PRIMARY KEY (organisation_id, id),
  constraint trainee_answers_check CHECK (num_nonnulls(meeting_id, catch_up_id) = 1),
  constraint trainee_answers_check1 CHECK ((catch_up_id IS NOT NULL) = (said = ANY (ARRAY['yes'::text, 'other_time'::text]))),
  constraint trainee_answers_said_check CHECK (said = ANY (ARRAY['yes'::text, 'other_time'::text, 'cannot_come'::text, 'can_come'::text])),
  constraint trainee_answers_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint trainee_answers_organisation_id_catch_up_id_fkey FOREIGN KEY (organisation_id, catch_up_id) REFERENCES training.catch_ups(organisation_id, id) ON DELETE RESTRICT,
  constraint trainee_answers_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint trainee_answers_organisation_id_cohort_id_fkey FOREIGN KEY (organisation_id, cohort_id) REFERENCES training.cohorts(organisation_id, id) ON DELETE RESTRICT,
  constraint trainee_answers_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES training.cohort_meetings(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.trainee_answers is 'What a trainee said: I cannot come to this meeting after all, or yes to a catch-up, or another time please. The last answer counts';
CREATE INDEX trainee_answers_organisation_id_applicant_id_at_idx ON training.trainee_answers USING btree (organisation_id, applicant_id, at);
CREATE INDEX trainee_answers_organisation_id_cohort_id_at_idx ON training.trainee_answers USING btree (organisation_id, cohort_id, at);
alter table training.trainee_answers enable row level security;
alter table training.trainee_answers force row level security;
create policy add on training.trainee_answers for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{}'::text[]) AS centres)::uuid[])))));
create policy add_own on training.trainee_answers for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on training.trainee_answers for all to kith_owner
  using (true)
  with check (true);
create policy see on training.trainee_answers for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_led on training.trainee_answers for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (cohort_id = ANY (( SELECT training.cohorts_led() AS cohorts_led)::uuid[]))));
create policy see_own on training.trainee_answers for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
grant insert, select on training.trainee_answers to kith_app;

create table training.unit_attendances (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  cohort_id uuid not null,
  centre_id uuid not null,
  unit_code text not null,
  applicant_id uuid not null,
  came boolean not null,
  why text default ''::text not null,
  noted_by uuid,
  noted_at timestamp with time zone not null,
  constraint unit_attendances_pkey PRIMARY KEY (organisation_id, id),
  constraint unit_attendances_organisation_id_applicant_id_fkey FOREIGN KEY (organisation_id, applicant_id) REFERENCES recruiting.applicants(organisation_id, id) ON DELETE RESTRICT,
  constraint unit_attendances_organisation_id_centre_id_fkey FOREIGN KEY (organisation_id, centre_id) REFERENCES people.centres(organisation_id, id) ON DELETE RESTRICT,
  constraint unit_attendances_organisation_id_cohort_id_fkey FOREIGN KEY (organisation_id, cohort_id) REFERENCES training.cohorts(organisation_id, id) ON DELETE RESTRICT,
  constraint unit_attendances_organisation_id_meeting_id_fkey FOREIGN KEY (organisation_id, meeting_id) REFERENCES training.cohort_meetings(organisation_id, id) ON DELETE RESTRICT,
  constraint unit_attendances_organisation_id_noted_by_fkey FOREIGN KEY (organisation_id, noted_by) REFERENCES people.accounts(organisation_id, id) ON DELETE RESTRICT
);
comment on table training.unit_attendances is 'Who was there for which unit, as it was noted. A correction is a new row; the last one counts';
comment on column training.unit_attendances.centre_id is 'The centre of the meeting, also for a guest from another one';
comment on column training.unit_attendances.why is 'What was wrong before, when this corrects an earlier note';
CREATE INDEX unit_attendances_organisation_id_applicant_id_idx ON training.unit_attendances USING btree (organisation_id, applicant_id);
CREATE INDEX unit_attendances_organisation_id_meeting_id_noted_at_idx ON training.unit_attendances USING btree (organisation_id, meeting_id, noted_at);
CREATE TRIGGER attendance_is_of_the_meeting AFTER INSERT ON training.unit_attendances FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION training.attendance_is_of_the_meeting();
CREATE TRIGGER in_ones_own_name AFTER INSERT ON training.unit_attendances FOR EACH ROW WHEN (platform.by_hand()) EXECUTE FUNCTION platform.in_ones_own_name('noted_by');
alter table training.unit_attendances enable row level security;
alter table training.unit_attendances force row level security;
create policy add on training.unit_attendances for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy add_led on training.unit_attendances for insert to kith_app
  with check (((organisation_id = ( SELECT app.org() AS org)) AND (cohort_id = ANY (( SELECT training.cohorts_led() AS cohorts_led)::uuid[]))));
create policy not_ones_own on training.unit_attendances as restrictive for insert to kith_app
  with check ((( SELECT app.is_system() AS is_system) OR (applicant_id <> ALL (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
create policy owner_all on training.unit_attendances for all to kith_owner
  using (true)
  with check (true);
create policy see on training.unit_attendances for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (( SELECT app.is_system() AS is_system) OR (centre_id = ANY (( SELECT app.centres('{volunteer_manager,programme_coordinator}'::text[]) AS centres)::uuid[])))));
create policy see_led on training.unit_attendances for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (cohort_id = ANY (( SELECT training.cohorts_led() AS cohorts_led)::uuid[]))));
create policy see_own on training.unit_attendances for select to kith_app
  using (((organisation_id = ( SELECT app.org() AS org)) AND (applicant_id = ANY (( SELECT recruiting.own_applicants() AS own_applicants)::uuid[]))));
grant insert, select on training.unit_attendances to kith_app;
