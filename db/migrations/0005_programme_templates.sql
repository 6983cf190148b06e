create schema programme;
grant usage on schema programme to kith_app;

-- Template content is one typed document a version: a running group keeps the version it began
-- with, so no part of it may change under a group's feet.
create table programme.templates (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  code text not null,
  version integer not null check (version > 0),
  name text not null,
  effective_from date not null,
  content jsonb not null,
  made_by uuid,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, code, version)
);
comment on table programme.templates is 'A programme as data, one row a version: themes, group kinds, structure, windows, eligibility';
select platform.protect('programme.templates');
create policy see on programme.templates for select to kith_app using (organisation_id = (select app.org()));
create policy add on programme.templates for insert to kith_app with check (organisation_id = (select app.org()) and ((select app.is_system()) or (select app.holds('{programme_coordinator,service_lead}'))));
create policy change on programme.templates for update to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or (select app.holds('{programme_coordinator,service_lead}'))))
  with check (organisation_id = (select app.org()));
grant select, insert on programme.templates to kith_app;
grant update (withdrawn_at) on programme.templates to kith_app;

create table programme.activities (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  code text not null,
  version integer not null check (version > 0),
  toolbox text not null check (toolbox in ('group', 'peer_supporter')),
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
  credit text not null default '',
  made_by uuid,
  made_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, code, version),
  check (minutes_least <= minutes_usual and minutes_usual <= minutes_most)
);
comment on table programme.activities is 'The toolbox: one row a version of an activity, with its handout, adaptations and cautions';
create unique index activities_current on programme.activities (organisation_id, code) where replaced_at is null;
select platform.organisation_policies('programme.activities', '{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}',
  '{practitioner,programme_coordinator,service_lead}', '{practitioner,programme_coordinator,service_lead}');

create table programme.reviews (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  subject text not null check (subject in ('activity', 'handout', 'help', 'message', 'language')),
  subject_id uuid not null,
  reviewer_name text not null,
  reviewer_role text not null,
  reviewed_on date not null,
  approved boolean not null,
  words text not null default '',
  entered_by uuid,
  entered_at timestamptz not null,
  primary key (organisation_id, id)
);
comment on table programme.reviews is 'Which named professional read what, when, and whether it may be shown to parents';
create index on programme.reviews (organisation_id, subject_id, reviewed_on);
select platform.protect('programme.reviews');
create policy see on programme.reviews for select to kith_app using (organisation_id = (select app.org()));
create policy add on programme.reviews for insert to kith_app with check (organisation_id = (select app.org()) and ((select app.is_system()) or (select app.holds('{programme_coordinator,service_lead}'))));
grant select, insert on programme.reviews to kith_app;

-- A parent reads handouts, not the toolbox: what to say to a group stays with those who run it.
create policy see_handouts on programme.activities for select to kith_app using (organisation_id = (select app.org())
  and (select app.kind()) = 'account' and (select app.person()) is not null and replaced_at is null and content ? 'handout');

create table programme.favourites (
  organisation_id uuid not null,
  account_id uuid not null,
  activity_code text not null,
  at timestamptz not null,
  primary key (organisation_id, account_id, activity_code),
  foreign key (organisation_id, account_id) references people.accounts on delete cascade
);
comment on table programme.favourites is 'Activities somebody wants to find again';
select platform.protect('programme.favourites');
create policy own on programme.favourites for all to kith_app using (organisation_id = (select app.org()) and account_id = (select app.account()))
  with check (organisation_id = (select app.org()) and account_id = (select app.account()));
grant select, insert, delete on programme.favourites to kith_app;

create table programme.venues (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  name text not null,
  room text not null default '',
  address text not null,
  postcode text not null,
  capacity integer not null check (capacity > 0),
  creche_places integer not null default 0 check (creche_places >= 0),
  step_free boolean not null,
  parking text not null default '',
  transport text not null default '',
  notes text not null default '',
  closed_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict
);
comment on table programme.venues is 'A room where groups meet: capacity, access, crèche, parking, transport';
create index on programme.venues (organisation_id, centre_id);
select platform.centre_policies('programme.venues', '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}', '{programme_coordinator,administrator}', '{programme_coordinator,administrator}');
create policy see_parent on programme.venues for select to kith_app using (organisation_id = (select app.org()) and (select app.kind()) = 'account' and (select app.person()) is not null);

create table programme.bookings (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  venue_id uuid not null,
  during tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
  what text not null,
  made_by uuid,
  made_at timestamptz not null,
  cancelled_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, venue_id) references programme.venues on delete restrict,
  constraint bookings_do_not_collide exclude using gist (organisation_id with =, venue_id with =, during with &&) where (cancelled_at is null)
);
comment on table programme.bookings is 'When a room is taken and for what; two at once cannot be written';
create index on programme.bookings (organisation_id, centre_id, lower(during));
select platform.centre_policies('programme.bookings', '{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}', '{practitioner,volunteer_manager,programme_coordinator,administrator}');

create table programme.bank_holidays (
  organisation_id uuid not null references people.organisations on delete restrict,
  nation text not null,
  on_day date not null,
  name text not null,
  primary key (organisation_id, nation, on_day)
);
comment on table programme.bank_holidays is 'Days on which groups are not planned, by nation';
select platform.protect('programme.bank_holidays');
create policy see on programme.bank_holidays for select to kith_app using (organisation_id = (select app.org()));
create policy add on programme.bank_holidays for insert to kith_app with check (organisation_id = (select app.org()) and ((select app.is_system()) or (select app.holds('{administrator,programme_coordinator}'))));
create policy remove on programme.bank_holidays for delete to kith_app using (organisation_id = (select app.org()) and (select app.holds('{administrator,programme_coordinator}')));
grant select, insert, delete on programme.bank_holidays to kith_app;
