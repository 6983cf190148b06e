-- What a peer supporter carries, the talk that is offered after something hard, and the plan for staying well that is
-- theirs alone. Nothing here comes from safeguarding: what somebody is told and raises as a concern must not show to a
-- manager whom that concern may name. Only what a supporter says themselves, and what a run sheet says, is counted.
create table supervision.debriefs (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  opened_at timestamptz not null,
  offer_by timestamptz not null,
  ring_now_at timestamptz,
  taken_at timestamptz,
  taken_by uuid,
  offered_at timestamptz,
  offered_by uuid,
  offered_how text check (offered_how in ('phone', 'face_to_face', 'online', 'message')),
  offered_words text not null default '',
  answered text check (answered in ('yes', 'no_thanks')),
  answered_at timestamptz,
  held_at timestamptz,
  held_by uuid,
  held_words text not null default '',
  closed_at timestamptz,
  closed_why text check (closed_why in ('held', 'no_thanks', 'taken_back')),
  version integer not null default 1,
  primary key (organisation_id, id),
  check ((taken_at is null) = (taken_by is null)),
  check ((offered_at is null) = (offered_by is null) and (offered_at is null) = (offered_how is null)),
  check ((answered is null) = (answered_at is null)),
  check ((held_at is null) = (held_by is null)),
  check ((closed_at is null) = (closed_why is null)),
  check ((held_at is not null) = coalesce(closed_why = 'held', false)),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict,
  foreign key (organisation_id, taken_by) references people.accounts on delete restrict,
  foreign key (organisation_id, offered_by) references people.accounts on delete restrict,
  foreign key (organisation_id, held_by) references people.accounts on delete restrict
);
comment on table supervision.debriefs is 'A talk to be offered to a peer supporter within a day of something hard, until it was held or they said no thanks';
comment on column supervision.debriefs.ring_now_at is 'They asked to be rung straight away';
comment on column supervision.debriefs.taken_by is 'Who said "I will ring"; they alone read what the supporter wrote';
comment on column supervision.debriefs.held_words is 'A line both may read: what was agreed, never what was confided';
create unique index debriefs_one_open on supervision.debriefs (organisation_id, account_id) where closed_at is null;
create index on supervision.debriefs (organisation_id, centre_id, offer_by) where closed_at is null;
create index on supervision.debriefs (organisation_id, account_id, opened_at);

create table supervision.load_entries (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('session', 'hard', 'disclosure')),
  at timestamptz not null,
  told_at timestamptz not null,
  told_by text not null check (told_by in ('self', 'run_sheet')),
  ref uuid,
  debrief_id uuid,
  taken_back_at timestamptz,
  primary key (organisation_id, id),
  check (kind <> 'session' or debrief_id is null),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict,
  foreign key (organisation_id, debrief_id) references supervision.debriefs on delete restrict
);
comment on table supervision.load_entries is 'A session run, a session that felt heavy, or that somebody told them something that stays: that it was so, and when';
comment on column supervision.load_entries.at is 'When it was; told_at is when we heard';
comment on column supervision.load_entries.ref is 'The session it is about; null where none was named';
comment on column supervision.load_entries.taken_back_at is 'The supporter says it was not so; it no longer counts';
create unique index load_entries_once on supervision.load_entries (organisation_id, account_id, kind, ref) where ref is not null;
create index on supervision.load_entries (organisation_id, account_id, at) where taken_back_at is null;
create index on supervision.load_entries (organisation_id, centre_id, at);
create index on supervision.load_entries (organisation_id, debrief_id);

create table supervision.load_words (
  organisation_id uuid not null,
  entry_id uuid not null,
  account_id uuid not null,
  debrief_id uuid not null,
  words text not null check (words <> ''),
  primary key (organisation_id, entry_id),
  foreign key (organisation_id, entry_id) references supervision.load_entries on delete cascade,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict,
  foreign key (organisation_id, debrief_id) references supervision.debriefs on delete restrict
);
comment on table supervision.load_words is 'What a peer supporter wrote beside something hard: for them, and for the one person who has said they will ring';
create index on supervision.load_words (organisation_id, account_id);
create index on supervision.load_words (organisation_id, debrief_id);

-- Those who look after volunteers at the centre, whoever supervises or covers, and the supporter by right.
select platform.centre_policies('supervision.debriefs', '{volunteer_manager,programme_coordinator}', '{}', '{volunteer_manager,programme_coordinator}');
select platform.centre_policies('supervision.load_entries', '{volunteer_manager,programme_coordinator}', '{}', '{}');
create policy see_led on supervision.debriefs for select to kith_app
  using (organisation_id = (select app.org()) and account_id = any ((select supervision.led_accounts())::uuid[]));
create policy change_led on supervision.debriefs for update to kith_app
  using (organisation_id = (select app.org()) and account_id = any ((select supervision.led_accounts())::uuid[]))
  with check (organisation_id = (select app.org()) and account_id = any ((select supervision.led_accounts())::uuid[]));
create policy see_own on supervision.debriefs for select to kith_app
  using (organisation_id = (select app.org()) and account_id = (select app.account()));
create policy add_own on supervision.debriefs for insert to kith_app
  with check (organisation_id = (select app.org()) and account_id = (select app.account()) and num_nonnulls(taken_at, offered_at, held_at, closed_at) = 0);
create policy change_own on supervision.debriefs for update to kith_app
  using (organisation_id = (select app.org()) and account_id = (select app.account()))
  with check (organisation_id = (select app.org()) and account_id = (select app.account()));
revoke update on supervision.debriefs from kith_app;
grant update (offer_by, ring_now_at, taken_at, taken_by, offered_at, offered_by, offered_how, offered_words, answered, answered_at,
  held_at, held_by, held_words, closed_at, closed_why, version) on supervision.debriefs to kith_app;

-- What one says for oneself and what somebody else does for one are columns of one row: nobody holds their own talk, and
-- nobody asks to be rung in somebody else's name.
create function supervision.debrief_parts() returns trigger language plpgsql set search_path = supervision, pg_temp as $$
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
end $$;
create trigger debrief_parts before update on supervision.debriefs for each row execute function supervision.debrief_parts();

create policy see_led on supervision.load_entries for select to kith_app
  using (organisation_id = (select app.org()) and account_id = any ((select supervision.led_accounts())::uuid[]));
create policy see_own on supervision.load_entries for select to kith_app
  using (organisation_id = (select app.org()) and account_id = (select app.account()));
create policy add_own on supervision.load_entries for insert to kith_app
  with check (organisation_id = (select app.org()) and account_id = (select app.account()) and told_by = 'self');
create policy change_own on supervision.load_entries for update to kith_app
  using (organisation_id = (select app.org()) and account_id = (select app.account()))
  with check (organisation_id = (select app.org()) and account_id = (select app.account()));
revoke update on supervision.load_entries from kith_app;
grant update (taken_back_at) on supervision.load_entries to kith_app;

-- Not even the house reads these: it has no errand with them.
select platform.protect('supervision.load_words');
create policy see on supervision.load_words for select to kith_app
  using (organisation_id = (select app.org()) and (account_id = (select app.account()) or exists (
    select from supervision.debriefs d where d.organisation_id = load_words.organisation_id and d.id = load_words.debrief_id and d.taken_by = (select app.account()))));
create policy add on supervision.load_words for insert to kith_app
  with check (organisation_id = (select app.org()) and account_id = (select app.account()));
create policy remove on supervision.load_words for delete to kith_app
  using (organisation_id = (select app.org()) and account_id = (select app.account()));
grant select, insert, delete on supervision.load_words to kith_app;

-- Who rings somebody on a day: the supervisor, else the cover, else a volunteer manager of the centre, else a coordinator;
-- nobody who is away or suspended that day, and never they themselves. Definer, because a peer supporter is told the
-- name of whoever rings and may not read when colleagues are away.
create function supervision.who_rings(account uuid, at_centre uuid, on_day date) returns uuid
language sql stable security definer set search_path = supervision, pg_temp as $$
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
$$;
comment on function supervision.who_rings(uuid, uuid, date) is 'Who rings a peer supporter after something hard; null where nobody is there to';
revoke all on function supervision.who_rings(uuid, uuid, date) from public;
grant execute on function supervision.who_rings(uuid, uuid, date) to kith_app;

-- The stay-well plan. ------------------------------------------------------------------------------------------------

create table supervision.stay_well_plans (
  organisation_id uuid not null,
  account_id uuid not null,
  content jsonb not null,
  version integer not null check (version > 0),
  changed_at timestamptz not null,
  primary key (organisation_id, account_id),
  foreign key (organisation_id, account_id) references people.accounts on delete cascade
);
comment on table supervision.stay_well_plans is 'What keeps a peer supporter well, in their own words and theirs alone; the supervisor reads it while it is shared with them';

create table supervision.stay_well_versions (
  organisation_id uuid not null,
  account_id uuid not null,
  version integer not null check (version > 0),
  content jsonb not null,
  written_at timestamptz not null,
  primary key (organisation_id, account_id, version),
  foreign key (organisation_id, account_id) references supervision.stay_well_plans on delete cascade
);
comment on table supervision.stay_well_versions is 'How a stay-well plan read before, for its owner alone';

create table supervision.stay_well_shares (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  with_account uuid not null,
  shared_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (organisation_id, id),
  check (with_account <> account_id),
  foreign key (organisation_id, account_id) references supervision.stay_well_plans on delete cascade,
  foreign key (organisation_id, with_account) references people.accounts on delete restrict
);
comment on table supervision.stay_well_shares is 'With which supervisor, by name, a stay-well plan is shared, and until when; the next supervisor is not meant';
create unique index stay_well_shares_live on supervision.stay_well_shares (organisation_id, account_id, with_account) where taken_back_at is null;
create index on supervision.stay_well_shares (organisation_id, with_account) where taken_back_at is null;

-- Whose plan the actor may read: shared with them by name, and they are still the supervisor. Definer, so that it does not
-- hang on what the policies of three tables show.
create function supervision.plans_shared() returns uuid[] language sql stable security definer set search_path = supervision, pg_temp as
$$ select coalesce(array_agg(s.account_id), '{}') from supervision.stay_well_shares s
   join supervision.arrangements a on a.organisation_id = s.organisation_id and a.account_id = s.account_id and a.ended_at is null and a.supervisor_id = s.with_account
   where s.organisation_id = app.org() and s.taken_back_at is null and s.with_account = app.account() $$;
comment on function supervision.plans_shared() is 'The peer supporters who share their stay-well plan with the actor, their present supervisor';
revoke all on function supervision.plans_shared() from public;
grant execute on function supervision.plans_shared() to kith_app;

-- The owner, and nobody else: no role, no manager, not the house.
select platform.protect('supervision.stay_well_plans');
select platform.protect('supervision.stay_well_versions');
select platform.protect('supervision.stay_well_shares');
do $$
declare t regclass;
begin
  foreach t in array array['supervision.stay_well_plans', 'supervision.stay_well_versions', 'supervision.stay_well_shares']::regclass[] loop
    execute format('create policy see_own on %s for select to kith_app using (organisation_id = (select app.org()) and account_id = (select app.account()))', t);
    execute format('create policy add_own on %s for insert to kith_app with check (organisation_id = (select app.org()) and account_id = (select app.account()))', t);
    execute format('create policy remove_own on %s for delete to kith_app using (organisation_id = (select app.org()) and account_id = (select app.account()))', t);
    execute format('grant select, insert, delete on %s to kith_app', t);
  end loop;
  foreach t in array array['supervision.stay_well_plans', 'supervision.stay_well_shares']::regclass[] loop
    execute format('create policy change_own on %s for update to kith_app using (organisation_id = (select app.org()) and account_id = (select app.account())) with check (organisation_id = (select app.org()) and account_id = (select app.account()))', t);
  end loop;
end $$;
grant update (content, version, changed_at) on supervision.stay_well_plans to kith_app;
grant update (taken_back_at) on supervision.stay_well_shares to kith_app;
create policy see_shared on supervision.stay_well_plans for select to kith_app
  using (organisation_id = (select app.org()) and account_id = any ((select supervision.plans_shared())::uuid[]));
