-- The rhythm of supervision: who looks after which peer supporter, when they meet, and whether they did. What is said
-- when they meet is no part of it. A peer supporter is known here by their account, from the welcome on.
create schema supervision;
grant usage on schema supervision to kith_app;

create table supervision.rules (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  version integer not null check (version > 0),
  effective_from date not null,
  content jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, version),
  foreign key (organisation_id, made_by) references people.accounts on delete restrict
);
comment on table supervision.rules is 'How often people meet, early check-ins, forms and days of grace: dated versions, never changed';
comment on column supervision.rules.made_by is 'Who wrote this version; null: it came with the programme';
create index on supervision.rules (organisation_id, effective_from);
select platform.organisation_policies('supervision.rules', '{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}',
  '{volunteer_manager,programme_coordinator,service_lead}', '{}');
revoke update on supervision.rules from kith_app;
drop policy change on supervision.rules;

create table supervision.arrangements (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  supervisor_id uuid,
  cover_id uuid,
  form text not null default 'one_to_one' check (form in ('one_to_one', 'group', 'peer', 'mixed')),
  newcomer boolean not null default false,
  begins_on date not null,
  due_on date not null,
  pauses_on date,
  past_shared_at timestamptz,
  started_at timestamptz not null,
  ended_at timestamptz,
  ended_why text,
  version integer not null default 1,
  primary key (organisation_id, id),
  check (supervisor_id is distinct from account_id),
  check (cover_id is distinct from account_id),
  check (cover_id is null or cover_id is distinct from supervisor_id),
  check ((ended_at is null) = (ended_why is null)),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict,
  foreign key (organisation_id, supervisor_id) references people.accounts on delete restrict,
  foreign key (organisation_id, cover_id) references people.accounts on delete restrict
);
comment on table supervision.arrangements is 'Who supervises a peer supporter, in which form, and from which day the rhythm is counted';
comment on column supervision.arrangements.supervisor_id is 'Null: nobody is named yet, and somebody is asked to';
comment on column supervision.arrangements.newcomer is 'Began with their welcome, so that the early check-ins are for them';
comment on column supervision.arrangements.due_on is 'The day of the rhythm on which the next one is due; counted anew from everything that was held';
comment on column supervision.arrangements.pauses_on is 'From this day on nothing new is asked of them until they have met; null: never';
comment on column supervision.arrangements.past_shared_at is 'When the peer supporter let the present supervisor read notes written with an earlier one';
create unique index arrangements_one_live on supervision.arrangements (organisation_id, account_id) where ended_at is null;
create index on supervision.arrangements (organisation_id, centre_id, due_on) where ended_at is null;
create index on supervision.arrangements (organisation_id, supervisor_id) where ended_at is null;
create index on supervision.arrangements (organisation_id, cover_id) where ended_at is null;
create index on supervision.arrangements (organisation_id, account_id, started_at);

create table supervision.availability (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  weekday integer not null check (weekday between 1 and 7),
  from_time time not null,
  until_time time not null,
  primary key (organisation_id, id),
  check (until_time > from_time),
  foreign key (organisation_id, account_id) references people.accounts on delete restrict
);
comment on table supervision.availability is 'When in a week somebody can meet for supervision, as they say themselves';
comment on column supervision.availability.weekday is '1 is Monday, 7 is Sunday';
create index on supervision.availability (organisation_id, account_id, weekday);

create table supervision.leave (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  from_on date not null,
  until_on date not null,
  said_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (organisation_id, id),
  check (until_on >= from_on),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict
);
comment on table supervision.leave is 'Days on which somebody is away: the dates alone, never why';
create index on supervision.leave (organisation_id, account_id, until_on) where taken_back_at is null;
create index on supervision.leave (organisation_id, centre_id, until_on) where taken_back_at is null;

create table supervision.meetings (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  kind text not null check (kind in ('one_to_one', 'group', 'peer', 'coffee', 'early', 'debrief')),
  early_code text,
  due_on date,
  supervisor_id uuid,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 480),
  how text not null default 'face_to_face' check (how in ('face_to_face', 'phone', 'online')),
  place_words text not null default '',
  because text[] not null default '{}' check (because <@ '{leave,bank_holiday,cover,hours,clash,past}'),
  sequence integer not null default 0 check (sequence >= 0),
  proposed_at timestamptz not null,
  proposed_by uuid,
  agreed_at timestamptz,
  held_at timestamptz,
  did_not_happen_at timestamptz,
  did_not_happen_why text check (did_not_happen_why in ('supporter_ill', 'supporter_could_not', 'supervisor_ill', 'supervisor_could_not', 'forgotten', 'other')),
  did_not_happen_words text not null default '',
  called_off_at timestamptz,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organisation_id, id),
  check ((kind = 'early') = (early_code is not null)),
  check (num_nonnulls(held_at, did_not_happen_at, called_off_at) <= 1),
  check ((did_not_happen_at is null) = (did_not_happen_why is null)),
  check (did_not_happen_why is distinct from 'other' or did_not_happen_words <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, supervisor_id) references people.accounts on delete restrict,
  foreign key (organisation_id, proposed_by) references people.accounts on delete restrict
);
comment on table supervision.meetings is 'A time to meet, from its proposal until it was held or not: one to one, in a group, among peers, over coffee, early on, or after something hard';
comment on column supervision.meetings.due_on is 'The day of the rhythm it is for; null where it is for none';
comment on column supervision.meetings.supervisor_id is 'Who holds it; null for peers among themselves and for coffee';
comment on column supervision.meetings.because is 'Why it does not lie on its day of the rhythm, or is held by the cover';
comment on column supervision.meetings.proposed_by is 'Who proposed it; null: the house';
comment on column supervision.meetings.sequence is 'How often it was moved; calendars take the highest';
create index on supervision.meetings (organisation_id, centre_id, starts_at);
create index on supervision.meetings (organisation_id, supervisor_id, starts_at);
create index meetings_open on supervision.meetings (organisation_id, starts_at) where held_at is null and did_not_happen_at is null and called_off_at is null;
-- Two nights at once, or a night and a hand, propose one coffee morning and not two.
create unique index meetings_one_coffee on supervision.meetings (organisation_id, centre_id, due_on)
  where kind = 'coffee' and called_off_at is null and did_not_happen_at is null;

create table supervision.meeting_people (
  organisation_id uuid not null,
  meeting_id uuid not null,
  account_id uuid not null,
  centre_id uuid not null,
  apart boolean not null default false,
  said text check (said in ('yes', 'other_time')),
  said_words text not null default '',
  said_at timestamptz,
  came boolean,
  primary key (organisation_id, meeting_id, account_id),
  check ((said is null) = (said_at is null)),
  foreign key (organisation_id, meeting_id) references supervision.meetings on delete cascade,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict,
  foreign key (organisation_id, centre_id) references people.centres on delete restrict
);
comment on table supervision.meeting_people is 'The peer supporters a meeting is for: what each said to the time, and whether they came';
comment on column supervision.meeting_people.apart is 'A coffee morning, which is the peer supporters'' own: who comes is for them alone';
comment on column supervision.meeting_people.came is 'Null until somebody says so';
create index on supervision.meeting_people (organisation_id, account_id, meeting_id);

create table supervision.meeting_moves (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  centre_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  moved_by uuid,
  why text not null default '',
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, meeting_id) references supervision.meetings on delete cascade,
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, moved_by) references people.accounts on delete restrict
);
comment on table supervision.meeting_moves is 'Each time a meeting was moved: from when to when, by whom and why';
comment on column supervision.meeting_moves.moved_by is 'Who moved it; null: the house';
create index on supervision.meeting_moves (organisation_id, meeting_id, at);

-- Whose rhythm the actor keeps: as supervisor or as cover. Definer, because the rows it is asked for hang on it.
create function supervision.led_accounts() returns uuid[] language sql stable security definer set search_path = supervision, pg_temp as
$$ select coalesce(array_agg(a.account_id), '{}') from supervision.arrangements a
   where a.organisation_id = app.org() and a.ended_at is null and app.account() in (a.supervisor_id, a.cover_id) $$;
comment on function supervision.led_accounts() is 'The peer supporters whom the actor supervises or covers for';
revoke all on function supervision.led_accounts() from public;
grant execute on function supervision.led_accounts() to kith_app;

-- Definer, because who is in a meeting and who may see that they are would ask each other without end.
create function supervision.led_meetings() returns uuid[] language sql stable security definer set search_path = supervision, pg_temp as
$$ select coalesce(array_agg(id), '{}') from (
     select m.id from supervision.meetings m where m.organisation_id = app.org() and m.supervisor_id = app.account()
     union
     select p.meeting_id from supervision.meeting_people p
     where p.organisation_id = app.org() and not p.apart and p.account_id = any (supervision.led_accounts())
   ) led $$;
comment on function supervision.led_meetings() is 'The meetings the actor holds, and those of the peer supporters they supervise or cover for; never a coffee morning';
revoke all on function supervision.led_meetings() from public;
grant execute on function supervision.led_meetings() to kith_app;

-- The same, and the coffee mornings of a centre for whoever is a peer supporter there.
create function supervision.own_meetings() returns uuid[] language sql stable security definer set search_path = supervision, pg_temp as
$$ select coalesce(array_agg(id), '{}') from (
     select p.meeting_id as id from supervision.meeting_people p where p.organisation_id = app.org() and p.account_id = app.account()
     union
     select m.id from supervision.meetings m
     where m.organisation_id = app.org() and m.kind = 'coffee' and exists (
       select from people.roles r where r.organisation_id = m.organisation_id and r.account_id = app.account() and r.role = 'peer_supporter'
         and r.ended_at is null and (r.centre_id is null or r.centre_id = m.centre_id))
   ) own $$;
comment on function supervision.own_meetings() is 'The meetings the actor is in, and the coffee mornings they may come to';
revoke all on function supervision.own_meetings() from public;
grant execute on function supervision.own_meetings() to kith_app;

select platform.centre_policies('supervision.arrangements', '{volunteer_manager,programme_coordinator,service_lead}',
  '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy see_own on supervision.arrangements for select to kith_app
  using (organisation_id = (select app.org()) and (select app.account()) in (account_id, supervisor_id, cover_id));
create policy change_led on supervision.arrangements for update to kith_app
  using (organisation_id = (select app.org()) and (select app.account()) in (supervisor_id, cover_id))
  with check (organisation_id = (select app.org()));
-- Whether somebody may read notes of an earlier supervisor is said by the peer supporter and nobody else, so that one
-- word goes through a function of its own; everything else about their own arrangement is decided by others.
create policy not_about_oneself_add on supervision.arrangements as restrictive for insert to kith_app
  with check ((select app.is_system()) or account_id <> (select app.account()));
create policy not_about_oneself on supervision.arrangements as restrictive for update to kith_app
  using ((select app.is_system()) or account_id <> (select app.account()));
revoke update on supervision.arrangements from kith_app;
grant update (supervisor_id, cover_id, form, begins_on, due_on, pauses_on, ended_at, ended_why, version) on supervision.arrangements to kith_app;

create function supervision.share_past(shared boolean, at timestamptz) returns uuid
language plpgsql security definer set search_path = supervision, pg_temp as $$
declare
  changed uuid;
begin
  if app.kind() <> 'account' then return null; end if;
  update supervision.arrangements set past_shared_at = case when shared then at end
  where organisation_id = app.org() and account_id = app.account() and ended_at is null
  returning id into changed;
  return changed;
end $$;
comment on function supervision.share_past(boolean, timestamptz) is 'The peer supporter lets their present supervisor read what was written with an earlier one, or takes that back';
revoke all on function supervision.share_past(boolean, timestamptz) from public;
grant execute on function supervision.share_past(boolean, timestamptz) to kith_app;

-- What was shared was shared with somebody: a new supervisor is not that person.
create function supervision.sharing_ends_with_the_supervisor() returns trigger language plpgsql set search_path = supervision, pg_temp as $$
begin
  if new.supervisor_id is distinct from old.supervisor_id then new.past_shared_at := null; end if;
  return new;
end $$;
create trigger sharing_ends_with_the_supervisor before update on supervision.arrangements
  for each row execute function supervision.sharing_ends_with_the_supervisor();

select platform.protect('supervision.availability');
create policy see on supervision.availability for select to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())
    or (select app.holds('{volunteer_manager,programme_coordinator}')) or account_id = any ((select supervision.led_accounts())::uuid[])));
create policy add on supervision.availability for insert to kith_app
  with check (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())));
create policy remove on supervision.availability for delete to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())));
grant select, insert, delete on supervision.availability to kith_app;

select platform.protect('supervision.leave');
create policy see on supervision.leave for select to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())
    or centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[]) or account_id = any ((select supervision.led_accounts())::uuid[])));
create policy add on supervision.leave for insert to kith_app
  with check (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())));
create policy change on supervision.leave for update to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())))
  with check (organisation_id = (select app.org()));
grant select, insert, update (taken_back_at) on supervision.leave to kith_app;

select platform.centre_policies('supervision.meetings', '{volunteer_manager,programme_coordinator,service_lead}',
  '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy see_own on supervision.meetings for select to kith_app
  using (organisation_id = (select app.org()) and (supervisor_id = (select app.account())
    or id = any ((select supervision.own_meetings())::uuid[]) or id = any ((select supervision.led_meetings())::uuid[])));
create policy add_led on supervision.meetings for insert to kith_app
  with check (organisation_id = (select app.org()) and kind <> 'coffee' and supervisor_id = (select app.account()) and cardinality((select supervision.led_accounts())::uuid[]) > 0);
create policy change_led on supervision.meetings for update to kith_app
  using (organisation_id = (select app.org()) and (supervisor_id = (select app.account())
    or id = any ((select supervision.led_meetings())::uuid[])
    or (kind in ('coffee', 'peer') and id = any ((select supervision.own_meetings())::uuid[]))))
  with check (organisation_id = (select app.org()));

-- Read by whoever may, but the coffee morning: that one shows staff its day and its place alone.
select platform.protect('supervision.meeting_people');
create policy see on supervision.meeting_people for select to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())
    or (not apart and centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[]))
    or meeting_id = any ((select supervision.own_meetings())::uuid[]) or meeting_id = any ((select supervision.led_meetings())::uuid[])));
create policy add on supervision.meeting_people for insert to kith_app
  with check (organisation_id = (select app.org()) and ((select app.is_system())
    or (not apart and centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[]))
    or (not apart and meeting_id = any ((select supervision.led_meetings())::uuid[]))
    or (apart and account_id = (select app.account()) and meeting_id = any ((select supervision.own_meetings())::uuid[]))));
create policy change on supervision.meeting_people for update to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())
    or (not apart and (centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[])
      or meeting_id = any ((select supervision.led_meetings())::uuid[])))
    or (not apart and meeting_id = any ((select supervision.own_meetings())::uuid[]))))
  with check (organisation_id = (select app.org()));
create policy remove on supervision.meeting_people for delete to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or (apart and account_id = (select app.account()))
    or (not apart and came is null and (centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[])
      or meeting_id = any ((select supervision.led_meetings())::uuid[])))));
grant select, insert, update (said, said_words, said_at, came), delete on supervision.meeting_people to kith_app;

-- Definer, because it asks what kind of meeting it is before anybody may see that one is theirs.
create function supervision.meeting_person() returns trigger language plpgsql security definer set search_path = supervision, pg_temp as $$
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
end $$;
revoke all on function supervision.meeting_person() from public;
create trigger meeting_person before insert or update on supervision.meeting_people for each row execute function supervision.meeting_person();

-- A time is agreed when everybody it is for has said yes. The peer supporter who says it may not change the meeting.
create function supervision.agreed_by_all() returns trigger language plpgsql security definer set search_path = supervision, pg_temp as $$
begin
  if new.said is distinct from old.said and not new.apart then
    update supervision.meetings m set agreed_at = case when new.said = 'yes' then new.said_at end, changed_at = coalesce(new.said_at, m.changed_at), version = m.version + 1
    where m.organisation_id = new.organisation_id and m.id = new.meeting_id and m.held_at is null and m.did_not_happen_at is null and m.called_off_at is null
      and (new.said is distinct from 'yes' or (m.agreed_at is null and not exists (
        select from supervision.meeting_people p where p.organisation_id = m.organisation_id and p.meeting_id = m.id and p.said is distinct from 'yes')))
      and (new.said = 'yes' or m.agreed_at is not null);
  end if;
  return null;
end $$;
revoke all on function supervision.agreed_by_all() from public;
create trigger agreed_by_all after update on supervision.meeting_people for each row execute function supervision.agreed_by_all();

select platform.protect('supervision.meeting_moves');
create policy see on supervision.meeting_moves for select to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[])
    or meeting_id = any ((select supervision.own_meetings())::uuid[]) or meeting_id = any ((select supervision.led_meetings())::uuid[])));
create policy add on supervision.meeting_moves for insert to kith_app
  with check (organisation_id = (select app.org()) and ((select app.is_system()) or centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[])
    or meeting_id = any ((select supervision.own_meetings())::uuid[]) or meeting_id = any ((select supervision.led_meetings())::uuid[])));
grant select, insert on supervision.meeting_moves to kith_app;

-- Asked where somebody is put on something new: from which day on that waits until they have met. Not for pages.
create function supervision.pauses_on(org uuid, account uuid) returns date language sql stable security definer set search_path = supervision, pg_temp as
$$ select a.pauses_on from supervision.arrangements a where a.organisation_id = org and a.account_id = account and a.ended_at is null $$;
comment on function supervision.pauses_on(uuid, uuid) is 'From which day on nothing new is asked of a peer supporter because they are overdue; null: never';
revoke all on function supervision.pauses_on(uuid, uuid) from public;
