-- Training joins what somebody may do: units and the sign-off are shown like everything else, and whoever is not signed off
-- yet learns alongside somebody who is. What supervision says is added once its room has its tables.

alter table delivery.requirements drop constraint requirements_part_check;
alter table delivery.requirements add constraint requirements_part_check check (part in ('peer_supporter', 'creche', 'alongside'));
alter table delivery.requirements drop constraint requirements_code_check;
alter table delivery.requirements add constraint requirements_code_check
  check (code in ('references', 'clearance', 'interview', 'course', 'induction', 'unit', 'sign_off', 'supervision'));
alter table delivery.requirements drop constraint requirements_minimum_check;
alter table delivery.requirements add constraint requirements_minimum_check check (minimum between 1 and 40);
comment on column delivery.requirements.minimum is 'How many must be valid at once: two references, fifteen units, one of the rest';
comment on column delivery.requirements.code is 'What is asked for. Supervision is never shown by a proof: while it is overdue nothing new begins, and what goes on goes on';

alter table delivery.exemptions drop constraint exemptions_part_check;
alter table delivery.exemptions add constraint exemptions_part_check check (part in ('peer_supporter', 'creche', 'alongside'));
alter table delivery.exemptions drop constraint exemptions_code_check;
alter table delivery.exemptions add constraint exemptions_code_check check (code in ('references', 'course', 'induction', 'unit', 'sign_off'));

alter table delivery.rota drop constraint rota_part_check;
alter table delivery.rota add constraint rota_part_check check (part in ('practitioner', 'peer_supporter', 'creche', 'alongside'));
comment on column delivery.rota.part is 'Alongside: there to learn, next to somebody who runs it; writes nothing of the session and counts for no number';

-- Whoever learns alongside meets the same families as a peer supporter, so the same check is asked of them.
create or replace function delivery.level_asked(org uuid, asked_part text, on_day date) returns integer
language sql stable security definer set search_path = pg_catalog as $$
  select recruiting.level_needed(org, p.part, on_day)
  from (select case asked_part when 'alongside' then 'peer_supporter' else asked_part end as part) p
  where exists (select from recruiting.eligibility_decisions d where d.organisation_id = org and d.part = p.part and d.effective_from <= on_day)
$$;

create or replace function delivery.is_ready(org uuid, account uuid, asked_part text, on_day date, at_centre uuid default null) returns boolean
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
end $$;

-- Whoever is there to learn runs nothing.
create or replace function delivery.runs_session(session uuid) returns boolean
language plpgsql stable security definer cost 1000 set search_path = pg_catalog as $$
begin
  return exists (
    select from delivery.rota r
    where r.organisation_id = app.org() and r.session_id = session and r.account_id = app.account() and r.part <> 'alongside' and r.stood_down_at is null
      and delivery.is_ready(r.organisation_id, r.account_id, r.part, delivery.session_day(r.organisation_id, session), r.centre_id))
    and not exists (select from people.suspensions x where x.organisation_id = app.org() and x.account_id = app.account() and x.until_at is null);
end $$;

drop function delivery.readiness_facts(uuid[], date[]);
create function delivery.readiness_facts(accounts uuid[], days date[], asked_at timestamptz) returns table (
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
    wanted, delivery.day_of(org, asked_at), null::date
  from people.accounts a
  left join recruiting.applicants ap on ap.organisation_id = a.organisation_id and ap.person_id = a.person_id
  where a.organisation_id = org and a.id = any (accounts)
    and (app.is_system() or a.id = app.account() or ap.centre_id = any (managed)
      or exists (select from people.roles r where r.organisation_id = org and r.account_id = a.id and (r.centre_id = any (managed) or (r.centre_id is null and cardinality(managed) > 0))));
end $$;
comment on function delivery.readiness_facts(uuid[], date[], timestamptz) is 'What readiness is decided from, as dates, for who manages these people, for themselves and for the house';
revoke all on function delivery.readiness_facts(uuid[], date[], timestamptz) from public;
grant execute on function delivery.readiness_facts(uuid[], date[], timestamptz) to kith_app;
