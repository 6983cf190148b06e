-- Nothing goes round readiness by the side door either: not by turning somebody else's row into one's own, not by opening
-- again what has ended, not by writing down a proof that nothing stands behind. What is done by hand is done in one's own
-- name. The house and the owner of the tables bring in and mend; these guards are for people.

-- They run after the row is let in by its policies, so that nobody learns from a guard what a policy would not tell.
-- `by_hand` is asked in their `when`, as whoever writes: inside a definer function everybody is the owner.
create function platform.by_hand() returns boolean language sql stable set search_path = pg_catalog as
$$ select not app.is_system() and not pg_has_role('kith_owner', 'usage') $$;
comment on function platform.by_hand() is 'Whether a person writes, and not the house or the owner of the tables';

create function platform.in_ones_own_name() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if to_jsonb(new) ->> tg_argv[0] is distinct from app.account()::text then
    raise exception 'this is written down in one''s own name' using errcode = 'check_violation';
  end if;
  return null;
end $$;
revoke all on function platform.in_ones_own_name() from public;

do $$
declare
  line text[];
begin
  foreach line slice 1 in array '{{delivery.requirements,made_by},{recruiting.eligibility_decisions,decided_by},{recruiting.check_rules,made_by},
    {recruiting.activity_rules,made_by},{recruiting.reference_rules,made_by},{recruiting.proofs,given_by},{recruiting.interview_outcomes,decided_by}}'::text[] loop
    execute format('create trigger in_ones_own_name after insert on %s for each row when (platform.by_hand()) execute function platform.in_ones_own_name(%L)', line[1], line[2]);
  end loop;
end $$;

create function platform.not_by_hand() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception '%', tg_argv[0] using errcode = 'check_violation';
end $$;
revoke all on function platform.not_by_hand() from public;

-- A role, an account and the tie between an applicant and their team file: none is turned into another's.
revoke update on people.roles from kith_app;
grant update (ended_at) on people.roles to kith_app;
create trigger ended_stays_ended after update of ended_at on people.roles for each row
  when (old.role = 'peer_supporter' and old.ended_at is not null and new.ended_at is distinct from old.ended_at and platform.by_hand())
  execute function platform.not_by_hand('a role that has ended is not moved');
revoke update on people.accounts from kith_app;
grant update (closed_at) on people.accounts to kith_app;
create trigger closed_stays_closed after update of closed_at on people.accounts for each row
  when (old.closed_at is not null and new.closed_at is distinct from old.closed_at and platform.by_hand())
  execute function platform.not_by_hand('an account that is closed stays closed');
create trigger whose_file after update of person_id on recruiting.applicants for each row
  when (new.person_id is distinct from old.person_id and platform.by_hand())
  execute function platform.not_by_hand('the house says which team file is an applicant''s, at the welcome');
create trigger whose_new_file after insert on recruiting.applicants for each row
  when (new.person_id is not null and platform.by_hand())
  execute function platform.not_by_hand('the house says which team file is an applicant''s, at the welcome');

-- A proof is taken back and otherwise stays as it was given; and something of the same person stands behind it.
revoke update on recruiting.proofs from kith_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_why) on recruiting.proofs to kith_app;
create trigger withdrawn_stays_withdrawn after update of withdrawn_at on recruiting.proofs for each row
  when (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at and platform.by_hand())
  execute function platform.not_by_hand('a proof that was taken back is given anew');

-- Definer, because what a certificate said is read by those named alone.
create function delivery.proof_stands_on_something() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
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
    -- The induction counts at the welcome, and the welcome is the house's.
    else false end;
  if not stands then raise exception 'nothing stands behind this proof' using errcode = 'check_violation'; end if;
  return null;
end $$;
revoke all on function delivery.proof_stands_on_something() from public;
create trigger proof_stands_on_something after insert on recruiting.proofs for each row
  when (platform.by_hand()) execute function delivery.proof_stands_on_something();

-- What is asked goes on from the last version; and whether a check is asked for at all is decided for the role, with its
-- reasoning, and not by leaving it out here.
create function delivery.requirement_goes_on() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.code = 'clearance' and new.dropped then
    raise exception 'whether a check is asked for is decided for the role' using errcode = 'check_violation';
  end if;
  if exists (select from delivery.requirements r where r.organisation_id = new.organisation_id and r.part = new.part and r.code = new.code and r.id <> new.id
    and (r.effective_from >= new.effective_from or r.version >= new.version)) then
    raise exception 'what was asked before stays as it was' using errcode = 'check_violation';
  end if;
  return null;
end $$;
revoke all on function delivery.requirement_goes_on() from public;
create trigger requirement_goes_on after insert on delivery.requirements for each row
  when (platform.by_hand()) execute function delivery.requirement_goes_on();

-- Somebody answers for a volunteer of their own centre, and for 90 days: not for 90 days and then 90 more.
create function delivery.exemption_has_an_end() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
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
end $$;
revoke all on function delivery.exemption_has_an_end() from public;
create trigger exemption_has_an_end after insert on delivery.exemptions for each row
  when (platform.by_hand()) execute function delivery.exemption_has_an_end();

-- Whoever looks after the crèche is with children, whatever is ticked: it is a day of the meter.
update delivery.rota set with_children = true where part = 'creche' and not with_children and stood_down_at is null;
alter table delivery.rota add constraint creche_is_with_children check (part <> 'creche' or with_children or stood_down_at is not null);

-- An end that is moved later opens somebody's time with a group again.
create or replace function delivery.guard_leaders() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  was constant text := current_setting('app.organisation', true);
  may boolean;
begin
  -- Ending somebody's time is always possible; what begins it, moves it or opens it again is asked.
  if tg_op = 'UPDATE' and new.until_at is not null and (old.until_at is null or new.until_at <= old.until_at)
    and (new.group_id, new.account_id, new.part, new.from_at, new.centre_id)
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

-- A session that comes to lie at another centre takes along only who may be there; and whoever is a peer supporter and
-- nothing else changes a session because they run it.
drop trigger guard_moved_session on delivery.sessions;
create trigger guard_moved_session after update of starts_at, called_off_at, centre_id on delivery.sessions
  for each row when (old.starts_at is distinct from new.starts_at or old.centre_id is distinct from new.centre_id
    or (old.called_off_at is not null and new.called_off_at is null))
  execute function delivery.guard_moved_session();
create policy runs_it_change on delivery.sessions as restrictive for update to kith_app
  using ((select app.is_system()) or centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'))::uuid[]) or delivery.runs_session(id));

-- Who has read both scores sat on the panel: nobody steps in for a look and out again.
create function recruiting.panel_stays() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if (select count(*) from recruiting.interview_scores s where s.organisation_id = old.organisation_id and s.interview_id = old.id
    and s.account_id = any (old.panel) and s.done_at is not null) = 2 then
    raise exception 'both have scored, so the two stay' using errcode = 'check_violation';
  end if;
  return null;
end $$;
revoke all on function recruiting.panel_stays() from public;
create trigger panel_stays after update of panel on recruiting.interviews for each row
  when (old.panel is distinct from new.panel and platform.by_hand()) execute function recruiting.panel_stays();
