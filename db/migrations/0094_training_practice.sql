-- Learning on the job: being there to watch, being there to help, the first session somebody watches; what was seen of each
-- competency, what is signed off and by whom, and the last yes. A learner is an applicant, as everywhere in this room.
create table training.practice (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  kind text not null check (kind in ('shadowing', 'buddying', 'observed')),
  session_id uuid,
  on_date date not null,
  what text not null check (what <> ''),
  alongside_account uuid,
  alongside_words text not null default '',
  planned_at timestamptz not null,
  planned_by uuid,
  happened_at timestamptz,
  did_not_happen_at timestamptz,
  did_not_happen_why text,
  observer_words text not null default '',
  observed_by uuid,
  observed_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, id, centre_id, applicant_id),
  unique (organisation_id, id, applicant_id),
  check (happened_at is null or did_not_happen_at is null),
  check (did_not_happen_at is null or did_not_happen_why <> ''),
  check ((observed_at is null) = (observed_by is null)),
  check (observed_at is null or (happened_at is not null and observer_words <> '')),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, alongside_account) references people.accounts on delete restrict
);
comment on table training.practice is 'One time that somebody was at a session to learn: to watch, to help, or to run it while somebody watches; what whoever was beside them saw';
comment on column training.practice.session_id is 'The session it belongs to; null: it happened before it was kept here. Sessions are known further along the corridor';
comment on column training.practice.alongside_account is 'Who is beside them and writes afterwards; null: somebody who does not sign in, or nobody yet';
comment on column training.practice.alongside_words is 'Who was beside them, where they do not sign in';
create unique index practice_once on training.practice (organisation_id, session_id, applicant_id, kind) where did_not_happen_at is null and session_id is not null;
create index on training.practice (organisation_id, applicant_id, on_date);
create index on training.practice (organisation_id, centre_id, on_date) where observed_at is null and did_not_happen_at is null;
create index on training.practice (organisation_id, alongside_account, on_date);
select platform.centre_policies('training.practice', '{practitioner,volunteer_manager,programme_coordinator}', '{practitioner,volunteer_manager,programme_coordinator}', '{practitioner,volunteer_manager,programme_coordinator}');
-- Whoever looks after the learner reads of a session at another centre too: they see the learner's own row, and so this.
create policy see_home on training.practice for select to kith_app
  using (organisation_id = (select app.org()) and exists (
    select from recruiting.applicants a where a.organisation_id = practice.organisation_id and a.id = practice.applicant_id));
create policy see_own on training.practice for select to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy see_alongside on training.practice for select to kith_app
  using (organisation_id = (select app.org()) and alongside_account = (select app.account()));
create policy change_alongside on training.practice for update to kith_app
  using (organisation_id = (select app.org()) and alongside_account = (select app.account()))
  with check (organisation_id = (select app.org()) and alongside_account = (select app.account()));
create policy not_added_for_oneself on training.practice as restrictive for insert to kith_app
  with check ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]));
create policy not_changed_by_oneself on training.practice as restrictive for update to kith_app
  using ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]));
revoke update on training.practice from kith_app;
grant update (on_date, what, happened_at, did_not_happen_at, did_not_happen_why, observer_words, observed_by, observed_at, version) on training.practice to kith_app;

-- What was seen stands in the name of whoever saw it, and nobody writes over another's words.
create function training.seen_in_ones_own_name() returns trigger language plpgsql set search_path = training, pg_temp as $$
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
end $$;
create trigger seen_in_ones_own_name after insert on training.practice for each row
  when (new.observed_by is not null and platform.by_hand()) execute function training.seen_in_ones_own_name();
create trigger seen_stays_theirs after update of observed_by, observer_words, observed_at on training.practice for each row
  when ((old.observed_by, old.observer_words, old.observed_at) is distinct from (new.observed_by, new.observer_words, new.observed_at) and platform.by_hand())
  execute function training.seen_in_ones_own_name();

create table training.practice_seen (
  organisation_id uuid not null,
  practice_id uuid not null,
  competency_code text not null check (competency_code <> ''),
  centre_id uuid not null,
  applicant_id uuid not null,
  seen text not null check (seen in ('yes', 'partly', 'not_yet')),
  words text not null default '',
  seen_by uuid not null,
  at timestamptz not null,
  primary key (organisation_id, practice_id, competency_code),
  foreign key (organisation_id, practice_id, centre_id, applicant_id) references training.practice (organisation_id, id, centre_id, applicant_id) on delete restrict,
  foreign key (organisation_id, seen_by) references people.accounts on delete restrict
);
comment on table training.practice_seen is 'What somebody saw of one competency in one session; what did not come up has no row';
create index on training.practice_seen (organisation_id, applicant_id);
select platform.protect('training.practice_seen');
create policy see on training.practice_seen for select to kith_app using (organisation_id = (select app.org())
  and ((select app.is_system()) or centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator}'))::uuid[])
    or seen_by = (select app.account()) or applicant_id = any ((select recruiting.own_applicants())::uuid[])
    or exists (select from recruiting.applicants a where a.organisation_id = practice_seen.organisation_id and a.id = practice_seen.applicant_id)));
create policy add on training.practice_seen for insert to kith_app with check (organisation_id = (select app.org())
  and ((select app.is_system()) or (seen_by = (select app.account())
    and (centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[])
      or exists (select from training.practice p where p.organisation_id = practice_seen.organisation_id and p.id = practice_seen.practice_id and p.alongside_account = (select app.account()))))));
create policy remove on training.practice_seen for delete to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or seen_by = (select app.account())));
create policy not_seen_by_oneself on training.practice_seen as restrictive for insert to kith_app
  with check ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]));
grant select, insert, delete on training.practice_seen to kith_app;

create table training.practice_reflections (
  organisation_id uuid not null,
  practice_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  words text not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, practice_id),
  foreign key (organisation_id, practice_id, centre_id, applicant_id) references training.practice (organisation_id, id, centre_id, applicant_id) on delete restrict
);
comment on table training.practice_reflections is 'What a learner makes of a session they learned at: theirs to write, read by them and by those who look after volunteers';
create index on training.practice_reflections (organisation_id, applicant_id);
select platform.protect('training.practice_reflections');
create policy see on training.practice_reflections for select to kith_app using (organisation_id = (select app.org())
  and ((select app.is_system()) or centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[])
    or applicant_id = any ((select recruiting.own_applicants())::uuid[])));
create policy add on training.practice_reflections for insert to kith_app
  with check (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy change on training.practice_reflections for update to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]))
  with check (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
grant select, insert on training.practice_reflections to kith_app;
grant update (words, changed_at, version) on training.practice_reflections to kith_app;

create table training.competency_sign_offs (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  competency_code text not null check (competency_code <> ''),
  syllabus_id uuid not null,
  evidence text not null default '',
  practice_id uuid,
  unit_code text,
  earlier boolean not null default false,
  signed_by uuid,
  signed_on date not null,
  signed_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_why text,
  primary key (organisation_id, id),
  check (evidence <> '' or practice_id is not null or unit_code is not null),
  check (not earlier or evidence <> ''),
  check (withdrawn_at is null or withdrawn_why <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, syllabus_id) references training.syllabi on delete restrict,
  foreign key (organisation_id, practice_id, applicant_id) references training.practice (organisation_id, id, applicant_id) on delete restrict,
  foreign key (organisation_id, signed_by) references people.accounts on delete restrict
);
comment on table training.competency_sign_offs is 'Somebody says in their own name that a learner can do one thing, and on what they base it: words, a session, a unit';
comment on column training.competency_sign_offs.earlier is 'Based on what they did before they came to us';
comment on column training.competency_sign_offs.signed_by is 'Null: brought in by the house';
create unique index competency_sign_offs_live on training.competency_sign_offs (organisation_id, applicant_id, competency_code) where withdrawn_at is null;
create index on training.competency_sign_offs (organisation_id, centre_id);

create table training.sign_offs (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  syllabus_id uuid not null,
  words text not null default '',
  without_practice_why text,
  signed_by uuid,
  signed_on date not null,
  signed_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_why text,
  primary key (organisation_id, id),
  check (without_practice_why <> ''),
  check (withdrawn_at is null or withdrawn_why <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, syllabus_id) references training.syllabi on delete restrict,
  foreign key (organisation_id, signed_by) references people.accounts on delete restrict
);
comment on table training.sign_offs is 'The last yes: may run sessions. Given when every competency is signed off and the practice is done';
comment on column training.sign_offs.without_practice_why is 'Why the practice here was not asked of somebody with experience; null: it was done';
comment on column training.sign_offs.signed_by is 'Null: brought in by the house';
create unique index sign_offs_live on training.sign_offs (organisation_id, applicant_id) where withdrawn_at is null;
create index on training.sign_offs (organisation_id, centre_id);

select platform.centre_policies('training.competency_sign_offs', '{practitioner,volunteer_manager,programme_coordinator}', '{practitioner,volunteer_manager,programme_coordinator}', '{practitioner,volunteer_manager,programme_coordinator}');
select platform.centre_policies('training.sign_offs', '{practitioner,volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
do $$
declare
  t text;
begin
  foreach t in array '{training.competency_sign_offs,training.sign_offs}'::text[] loop
    execute format('create policy see_own on %s for select to kith_app using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]))', t);
    execute format('create policy not_signed_by_oneself on %s as restrictive for insert to kith_app with check ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]))', t);
    execute format('create policy not_changed_by_oneself on %s as restrictive for update to kith_app using ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]))', t);
    execute format('revoke update on %s from kith_app', t);
    execute format('grant update (withdrawn_at, withdrawn_by, withdrawn_why) on %s to kith_app', t);
    execute format('create trigger in_ones_own_name after insert on %s for each row when (platform.by_hand()) execute function platform.in_ones_own_name(''signed_by'')', t);
    execute format('create trigger withdrawn_stays_withdrawn after update of withdrawn_at on %s for each row when (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at and platform.by_hand()) execute function platform.not_by_hand(''what was taken back is signed anew'')', t);
  end loop;
end $$;

-- A sign-off is a matter of the learner's own centre, and the last yes of everything before it: of every competency of the
-- core level and of the practice the syllabus asks for, or of a reason why not. Definer, because it counts what was written
-- at other centres too.
create function training.sign_off_is_earned() returns trigger language plpgsql security definer set search_path = training, pg_temp as $$
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
end $$;
revoke all on function training.sign_off_is_earned() from public;
create trigger sign_off_is_earned after insert on training.competency_sign_offs for each row when (platform.by_hand()) execute function training.sign_off_is_earned('competency');
create trigger sign_off_is_earned after insert on training.sign_offs for each row when (platform.by_hand()) execute function training.sign_off_is_earned('last');

-- While somebody may run sessions, what that stands on stays: the last yes is taken back first.
create function training.competency_is_needed() returns trigger language plpgsql security definer set search_path = training, pg_temp as $$
begin
  if exists (select from sign_offs s where s.organisation_id = new.organisation_id and s.applicant_id = new.applicant_id and s.withdrawn_at is null) then
    raise exception 'the last yes stands on this' using errcode = 'check_violation';
  end if;
  return null;
end $$;
revoke all on function training.competency_is_needed() from public;
create trigger competency_is_needed after update of withdrawn_at on training.competency_sign_offs for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null and platform.by_hand()) execute function training.competency_is_needed();

-- Recruiting's rows are for those who recruit. Whoever signs somebody off, or was beside them at a session, needs their name
-- and centre, and whoever writes the rota needs to know under which applicant somebody learns; nothing else of them.
create function training.learners_named(of_applicants uuid[], of_accounts uuid[]) returns table (
  applicant_id uuid, account_id uuid, centre_id uuid, given_name text, family_name text, zone text, own boolean)
language sql stable security definer set search_path = training, pg_temp as $$
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
$$;
comment on function training.learners_named(uuid[], uuid[]) is 'Name and centre of learners, for those who sign them off and those who were beside them; own: it is the actor themselves';
revoke all on function training.learners_named(uuid[], uuid[]) from public;
grant execute on function training.learners_named(uuid[], uuid[]) to kith_app;

-- What a sign-off stands on stays as it was written. Whoever wrote it may not read sign-offs, so this answers yes or no.
create function training.is_signed_on(of_practice uuid) returns boolean
language sql stable security definer set search_path = training, pg_temp as $$
  select exists (select from competency_sign_offs o where o.organisation_id = app.org() and o.practice_id = of_practice and o.withdrawn_at is null)
$$;
comment on function training.is_signed_on(uuid) is 'Whether a sign-off that holds is based on this practice';
revoke all on function training.is_signed_on(uuid) from public;
grant execute on function training.is_signed_on(uuid) to kith_app;
