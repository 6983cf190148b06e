create schema delivery;
grant usage on schema delivery to kith_app;

create table delivery.groups (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  kind text not null check (kind in ('antenatal_group', 'drop_in')),
  name text not null,
  template_id uuid not null,
  venue_id uuid,
  language text not null default 'en',
  places integer not null check (places > 0),
  creche_places integer not null default 0,
  due_from date,
  due_until date,
  starts_on date not null,
  at_time time not null,
  every text not null check (every in ('week', 'month')),
  online boolean not null default false,
  partners_welcome boolean not null default true,
  ground_rules text not null default '',
  ground_rules_said_at timestamptz,
  channel text not null default '',
  ended_at timestamptz,
  end_reason text,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, template_id) references programme.templates on delete restrict,
  foreign key (organisation_id, venue_id) references programme.venues on delete restrict
);
comment on table delivery.groups is 'An antenatal group or a monthly drop-in; it keeps the template version it began with';
create index on delivery.groups (organisation_id, centre_id, starts_on);
select platform.centre_policies('delivery.groups', '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}', '{practitioner,volunteer_manager,programme_coordinator,administrator}');
create policy see_public on delivery.groups for select to kith_app using (organisation_id = (select app.org()) and ended_at is null and kind = 'drop_in');

create table delivery.leaders (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  group_id uuid not null,
  account_id uuid not null,
  part text not null check (part in ('practitioner', 'peer_supporter')),
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, group_id) references delivery.groups on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict
);
comment on table delivery.leaders is 'Who runs a group, as practitioner or as peer supporter, from when until when';
create unique index leaders_once on delivery.leaders (organisation_id, group_id, account_id) where until_at is null;
create index on delivery.leaders (organisation_id, account_id) where until_at is null;
select platform.centre_policies('delivery.leaders', '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}',
  '{practitioner,volunteer_manager,programme_coordinator}', '{practitioner,volunteer_manager,programme_coordinator}');

create table delivery.sessions (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  group_id uuid not null,
  number integer not null check (number > 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  booking_id uuid,
  venue_id uuid,
  called_off_at timestamptz,
  called_off_why text,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, group_id, number),
  check (ends_at > starts_at),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, group_id) references delivery.groups on delete restrict,
  foreign key (organisation_id, booking_id) references programme.bookings on delete restrict,
  foreign key (organisation_id, venue_id) references programme.venues on delete restrict
);
comment on table delivery.sessions is 'One meeting of a group, in a room, at a time of the centre''s own clock';
create index on delivery.sessions (organisation_id, centre_id, starts_at);
create index on delivery.sessions (organisation_id, group_id, starts_at);
select platform.centre_policies('delivery.sessions', '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}', '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}');

-- A place is offered, taken, given back or ended; each is a moment, so that where somebody stands
-- is read from the row and never typed in.
create table delivery.places (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  pregnancy_id uuid not null,
  offered_at timestamptz not null,
  offered_by uuid,
  answer_by timestamptz,
  taken_at timestamptz,
  declined_at timestamptz,
  lapsed_at timestamptz,
  ended_at timestamptz,
  end_reason text check (end_reason in ('finished', 'moved_on', 'left', 'moved_away', 'loss', 'could_not_reach', 'mistake')),
  partner_comes boolean not null default false,
  creche_children integer not null default 0,
  bring text not null default '',
  joined_after_start boolean not null default false,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, group_id) references delivery.groups on delete restrict,
  foreign key (organisation_id, person_id) references people.persons on delete restrict,
  foreign key (organisation_id, pregnancy_id) references families.pregnancies on delete restrict
);
comment on table delivery.places is 'A place in a group or drop-in: offered, taken, declined, lapsed or ended, each with its moment';
create unique index places_live on delivery.places (organisation_id, group_id, person_id) where declined_at is null and lapsed_at is null and ended_at is null;
create index on delivery.places (organisation_id, person_id);
create index on delivery.places (organisation_id, centre_id, group_id);
select platform.centre_policies('delivery.places', '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}', '{practitioner,volunteer_manager,programme_coordinator,administrator}');
create policy see_own on delivery.places for select to kith_app using (organisation_id = (select app.org()) and person_id = (select app.person()));
create policy change_own on delivery.places for update to kith_app using (organisation_id = (select app.org()) and person_id = (select app.person()))
  with check (organisation_id = (select app.org()) and person_id = (select app.person()));

-- A parent sees a group, its sessions and its leaders through a place of their own, and nothing of who else is in it.
create function delivery.own_groups() returns uuid[] language sql stable security definer set search_path = delivery, pg_temp as
$$ select coalesce(array_agg(p.group_id), '{}') from delivery.places p
   where p.organisation_id = app.org() and p.person_id = app.person() and p.declined_at is null and p.lapsed_at is null and p.ended_at is null $$;
revoke all on function delivery.own_groups() from public;
grant execute on function delivery.own_groups() to kith_app;
create policy see_own on delivery.groups for select to kith_app using (organisation_id = (select app.org()) and id = any ((select delivery.own_groups())::uuid[]));
create policy see_own on delivery.sessions for select to kith_app using (organisation_id = (select app.org()) and group_id = any ((select delivery.own_groups())::uuid[]));
create policy see_own on delivery.leaders for select to kith_app using (organisation_id = (select app.org()) and group_id = any ((select delivery.own_groups())::uuid[]));
create policy see_public on delivery.sessions for select to kith_app using (organisation_id = (select app.org())
  and exists (select from delivery.groups g where g.organisation_id = sessions.organisation_id and g.id = sessions.group_id and g.kind = 'drop_in' and g.ended_at is null));

create table delivery.waiting (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  person_id uuid not null,
  pregnancy_id uuid not null,
  since timestamptz not null,
  wishes text not null default '',
  ended_at timestamptz,
  end_reason text check (end_reason in ('place', 'too_late', 'left', 'loss', 'mistake')),
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, person_id) references people.persons on delete restrict,
  foreign key (organisation_id, pregnancy_id) references families.pregnancies on delete restrict
);
comment on table delivery.waiting is 'Parents welcomed and waiting for a place in an antenatal group';
create unique index waiting_once on delivery.waiting (organisation_id, person_id) where ended_at is null;
create index on delivery.waiting (organisation_id, centre_id, since) where ended_at is null;
select platform.centre_policies('delivery.waiting', '{practitioner,volunteer_manager,programme_coordinator,administrator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}', '{practitioner,volunteer_manager,programme_coordinator,administrator}');
create policy see_own on delivery.waiting for select to kith_app using (organisation_id = (select app.org()) and person_id = (select app.person()));

create table delivery.answers (
  organisation_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  centre_id uuid not null,
  coming boolean not null,
  words text not null default '',
  said_at timestamptz not null,
  primary key (organisation_id, session_id, person_id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, session_id) references delivery.sessions on delete restrict,
  foreign key (organisation_id, person_id) references people.persons on delete restrict
);
comment on table delivery.answers is 'What a parent said about coming to a session';
create index on delivery.answers (organisation_id, person_id);
select platform.centre_policies('delivery.answers', '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}', '{practitioner,volunteer_manager,programme_coordinator,administrator}');
create policy own on delivery.answers for all to kith_app using (organisation_id = (select app.org()) and person_id = (select app.person()))
  with check (organisation_id = (select app.org()) and person_id = (select app.person()));

create table delivery.plans (
  organisation_id uuid not null,
  session_id uuid not null,
  centre_id uuid not null,
  bring text not null default '',
  note text not null default '',
  version integer not null default 1,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (organisation_id, session_id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, session_id) references delivery.sessions on delete restrict
);
comment on table delivery.plans is 'What a session is meant to be; its blocks are in plan_blocks';
select platform.centre_policies('delivery.plans', '{practitioner,volunteer_manager,programme_coordinator,peer_supporter}',
  '{practitioner,volunteer_manager,programme_coordinator,peer_supporter}', '{practitioner,volunteer_manager,programme_coordinator,peer_supporter}');

create table delivery.plan_blocks (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  centre_id uuid not null,
  position integer not null check (position > 0),
  kind text not null,
  minutes integer not null check (minutes between 0 and 240),
  activity_id uuid,
  words text not null default '',
  done text check (done in ('as_planned', 'adapted', 'left_out')),
  adapted_how text not null default '',
  primary key (organisation_id, id),
  constraint plan_blocks_in_order unique (organisation_id, session_id, position) deferrable initially deferred,
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, session_id) references delivery.plans on delete restrict,
  foreign key (organisation_id, activity_id) references programme.activities on delete restrict
);
comment on table delivery.plan_blocks is 'The blocks of a session: planned minutes and activity, and what was done with them';
select platform.centre_policies('delivery.plan_blocks', '{practitioner,volunteer_manager,programme_coordinator,peer_supporter}',
  '{practitioner,volunteer_manager,programme_coordinator,peer_supporter}', '{practitioner,volunteer_manager,programme_coordinator,peer_supporter}');
create policy remove on delivery.plan_blocks for delete to kith_app using (organisation_id = (select app.org())
  and centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator,peer_supporter}'))::uuid[]));
grant delete on delivery.plan_blocks to kith_app;

create table delivery.attendances (
  organisation_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  centre_id uuid not null,
  mark text not null check (mark in ('came', 'late', 'sent_word', 'did_not_come')),
  partner_came boolean not null default false,
  baby_came boolean not null default false,
  marked_by uuid,
  marked_at timestamptz not null,
  followed_up_at timestamptz,
  followed_up_by uuid,
  followed_up_words text,
  version integer not null default 1,
  primary key (organisation_id, session_id, person_id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, session_id) references delivery.sessions on delete restrict,
  foreign key (organisation_id, person_id) references people.persons on delete restrict
);
comment on table delivery.attendances is 'The register: who came to a session, late, sent word or did not come';
create index on delivery.attendances (organisation_id, person_id, session_id);
create index on delivery.attendances (organisation_id, centre_id, marked_at) where mark = 'did_not_come' and followed_up_at is null;
select platform.centre_policies('delivery.attendances', '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}', '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}');
create policy see_own on delivery.attendances for select to kith_app using (organisation_id = (select app.org()) and person_id = (select app.person()));

create table delivery.register_closings (
  organisation_id uuid not null,
  session_id uuid not null,
  centre_id uuid not null,
  happened boolean not null,
  why_not text,
  words text not null default '',
  closed_by uuid,
  closed_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, session_id),
  check (happened or why_not is not null),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, session_id) references delivery.sessions on delete restrict
);
comment on table delivery.register_closings is 'A register was closed: did the session happen, and if not, why';
select platform.centre_policies('delivery.register_closings', '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}', '{practitioner,volunteer_manager,programme_coordinator}');

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
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, session_id) references delivery.sessions on delete restrict,
  foreign key (organisation_id, person_id) references people.persons on delete restrict
);
comment on table delivery.corrections is 'What a closed register said before, what it says now, who changed it and why';
create index on delivery.corrections (organisation_id, session_id, at);
select platform.centre_policies('delivery.corrections', '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}', '{}');

create table delivery.reflections (
  organisation_id uuid not null,
  session_id uuid not null,
  account_id uuid not null,
  centre_id uuid not null,
  went_well text not null default '',
  next_time text not null default '',
  take_home text not null default '',
  heavy boolean not null default false,
  written_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, session_id, account_id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, session_id) references delivery.sessions on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict
);
comment on table delivery.reflections is 'What those who ran a session want to remember of it, and whether it was a heavy one';
select platform.protect('delivery.reflections');
create policy see on delivery.reflections for select to kith_app using (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())
  or centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator}'))::uuid[])));
create policy add on delivery.reflections for insert to kith_app with check (organisation_id = (select app.org()) and account_id = (select app.account())
  and centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator,peer_supporter}'))::uuid[]));
create policy change on delivery.reflections for update to kith_app using (organisation_id = (select app.org()) and account_id = (select app.account()))
  with check (organisation_id = (select app.org()) and account_id = (select app.account()));
grant select, insert, update on delivery.reflections to kith_app;
