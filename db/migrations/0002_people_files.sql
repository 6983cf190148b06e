create schema people;
grant usage on schema people to kith_app;

create table people.organisations (
  organisation_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  zone text not null default 'Europe/London',
  phone text,
  email text,
  neutral_sender text not null default 'A message for you',
  demo boolean not null default false,
  made_at timestamptz not null
);
comment on table people.organisations is 'A charity or partner that runs peer support programmes; everything else belongs to one';
select platform.protect('people.organisations');
create policy see on people.organisations for select to kith_app using (organisation_id = (select app.org()));
create policy change on people.organisations for update to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or (select app.holds('{administrator,service_lead}'))))
  with check (organisation_id = (select app.org()) and ((select app.is_system()) or (select app.holds('{administrator,service_lead}'))));
create policy add on people.organisations for insert to kith_app with check (organisation_id = (select app.org()) and (select app.is_system()));
grant select, insert, update on people.organisations to kith_app;

create table people.centres (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  town text not null,
  about text not null default '',
  phone text,
  email text,
  zone text not null default 'Europe/London',
  nation text not null default 'england-and-wales',
  travel text not null default '',
  opened_on date not null,
  closed_on date,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, slug)
);
comment on table people.centres is 'A service centre: where groups and drop-ins are run from';
select platform.protect('people.centres');
create policy see on people.centres for select to kith_app using (organisation_id = (select app.org()));
create policy add on people.centres for insert to kith_app with check (organisation_id = (select app.org()) and ((select app.is_system()) or (select app.holds('{administrator,service_lead}'))));
create policy change on people.centres for update to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or id = any ((select app.centres('{administrator,service_lead}'))::uuid[])))
  with check (organisation_id = (select app.org()) and ((select app.is_system()) or id = any ((select app.centres('{administrator,service_lead}'))::uuid[])));
grant select, insert, update on people.centres to kith_app;

create table people.help_lines (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  code text not null,
  name text not null,
  what text not null,
  phone text,
  text_to text,
  url text,
  hours text not null,
  for_whom text not null default 'anyone' check (for_whom in ('anyone', 'loss', 'father', 'abuse', 'child_safety')),
  urgent boolean not null,
  position integer not null,
  confirmed_on date,
  confirmed_by uuid,
  shown boolean not null default true,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, code)
);
comment on table people.help_lines is 'Urgent help that people can call or text: confirmed by a named person at set-up and every year';
select platform.protect('people.help_lines');
create policy see on people.help_lines for select to kith_app using (organisation_id = (select app.org()));
create policy add on people.help_lines for insert to kith_app with check (organisation_id = (select app.org()) and ((select app.is_system()) or (select app.holds('{administrator,service_lead}'))));
create policy change on people.help_lines for update to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or (select app.holds('{administrator,service_lead}'))))
  with check (organisation_id = (select app.org()) and ((select app.is_system()) or (select app.holds('{administrator,service_lead}'))));
grant select, insert, update on people.help_lines to kith_app;

-- One row is one file, not one human being: somebody who was a parent here and is now a volunteer
-- has two, on two sides, and nothing in this table joins them.
create table people.persons (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  side text not null check (side in ('family', 'team')),
  given_name text not null check (given_name <> ''),
  family_name text not null default '',
  known_as text,
  born_on date,
  pronouns text,
  language text not null default 'en',
  interpreter_needed boolean not null default false,
  access_needs text not null default '',
  nhs_number text check (nhs_number ~ '^[0-9]{10}$'),
  introduced_at timestamptz,
  merged_into uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, merged_into) references people.persons on delete restrict
);
comment on table people.persons is 'One file about one person, on the family side or the team side; never both';
comment on column people.persons.introduced_at is 'From when peer supporters of the centre may know the name: set when a place in a group or drop-in opens';
create index on people.persons (organisation_id, centre_id, family_name, given_name);
create unique index persons_nhs_number on people.persons (organisation_id, nhs_number) where nhs_number is not null and merged_into is null;
create index persons_name_alike on people.persons using gin ((lower(given_name || ' ' || family_name)) gin_trgm_ops);
select platform.protect('people.persons');
create policy see on people.persons for select to kith_app using (
  organisation_id = (select app.org()) and (
    (select app.is_system())
    or id = (select app.person())
    or (side = 'team' and (select app.kind()) = 'account' and (select app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}')))
    or (side = 'family' and centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'))::uuid[]))
    or (side = 'family' and introduced_at is not null and centre_id = any ((select app.centres('{peer_supporter}'))::uuid[]))));
create policy add on people.persons for insert to kith_app with check (
  organisation_id = (select app.org()) and ((select app.is_system())
    or (side = 'family' and centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'))::uuid[]))
    or (side = 'team' and (select app.holds('{administrator,service_lead,volunteer_manager}')))));
create policy change on people.persons for update to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system())
    or id = (select app.person())
    or (side = 'family' and centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'))::uuid[]))
    or (side = 'team' and (select app.holds('{administrator,service_lead,volunteer_manager}')))))
  with check (organisation_id = (select app.org()));
grant select, insert, update on people.persons to kith_app;

create table people.contacts (
  organisation_id uuid not null,
  person_id uuid not null,
  centre_id uuid not null,
  email text,
  phone text,
  address text,
  postcode text,
  may_email boolean not null default false,
  may_text boolean not null default false,
  may_call boolean not null default false,
  may_voicemail boolean not null default false,
  neutral_only boolean not null default true,
  safe_times text not null default '',
  quiet_from time not null default '20:00',
  quiet_until time not null default '08:00',
  version integer not null default 1,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references people.persons on delete restrict,
  foreign key (organisation_id, centre_id) references people.centres on delete restrict
);
comment on table people.contacts is 'How to reach somebody, and what is safe: peer supporters never see it';
comment on column people.contacts.neutral_only is 'Somebody else may read the phone or the post: nothing may name the service. True until the person says otherwise';
create index on people.contacts (organisation_id, lower(email)) where email is not null;
create index on people.contacts (organisation_id, phone) where phone is not null;
select platform.centre_policies('people.contacts',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}');
create policy see_own on people.contacts for select to kith_app using (organisation_id = (select app.org()) and person_id = (select app.person()));
create policy change_own on people.contacts for update to kith_app
  using (organisation_id = (select app.org()) and person_id = (select app.person())) with check (organisation_id = (select app.org()) and person_id = (select app.person()));

-- The id of an account is the id of its sign-in, so that a session leads here in one join.
create table people.accounts (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  person_id uuid not null,
  demo boolean not null default false,
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (organisation_id, id),
  unique (id),
  foreign key (organisation_id, person_id) references people.persons on delete restrict
);
comment on table people.accounts is 'Who can sign in, and whose file that is';
create unique index accounts_open_per_person on people.accounts (organisation_id, person_id) where closed_at is null;
select platform.protect('people.accounts');
create policy see on people.accounts for select to kith_app using (organisation_id = (select app.org()) and ((select app.is_system()) or id = (select app.account())
  or (select app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'))));
create policy add on people.accounts for insert to kith_app with check (organisation_id = (select app.org()) and ((select app.is_system()) or (select app.holds('{administrator,service_lead}'))));
create policy change on people.accounts for update to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or (select app.holds('{administrator,service_lead}'))))
  with check (organisation_id = (select app.org()));
grant select, insert, update on people.accounts to kith_app;

create table people.roles (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('practitioner', 'volunteer_manager', 'programme_coordinator', 'administrator', 'service_lead', 'specialist', 'peer_supporter')),
  centre_id uuid,
  given_at timestamptz not null,
  given_by uuid,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, account_id) references people.accounts on delete restrict,
  foreign key (organisation_id, centre_id) references people.centres on delete restrict
);
comment on table people.roles is 'What somebody is here for, at one centre or (no centre) at all of them; nobody gives a role to themselves';
create unique index roles_held on people.roles (organisation_id, account_id, role, centre_id) nulls not distinct where ended_at is null;
select platform.protect('people.roles');
create policy see on people.roles for select to kith_app using (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())
  or (select app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'))));
create policy add on people.roles for insert to kith_app with check (organisation_id = (select app.org())
  and ((select app.is_system()) or ((select app.holds('{service_lead}')) and account_id <> (select app.account()))));
create policy change on people.roles for update to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or ((select app.holds('{service_lead}')) and account_id <> (select app.account()))))
  with check (organisation_id = (select app.org()));
grant select, insert, update on people.roles to kith_app;

create table people.merges (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  moved jsonb not null,
  why text not null,
  merged_by uuid,
  merged_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, kept_id) references people.persons on delete restrict,
  foreign key (organisation_id, merged_id) references people.persons on delete restrict
);
comment on table people.merges is 'Two files about one person made one, with what moved, so that it can be undone';
select platform.centre_policies('people.merges', '{practitioner,volunteer_manager,programme_coordinator}', '{practitioner,volunteer_manager,programme_coordinator}', '{practitioner,volunteer_manager,programme_coordinator}');

create table people.not_duplicates (
  organisation_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  centre_id uuid not null,
  said_by uuid,
  said_at timestamptz not null,
  primary key (organisation_id, one_id, other_id),
  check (one_id < other_id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, one_id) references people.persons on delete restrict,
  foreign key (organisation_id, other_id) references people.persons on delete restrict
);
comment on table people.not_duplicates is 'Pairs of files that look alike and that somebody said are two people';
select platform.centre_policies('people.not_duplicates', '{practitioner,volunteer_manager,programme_coordinator,administrator}', '{practitioner,volunteer_manager,programme_coordinator}', '{practitioner,volunteer_manager,programme_coordinator}');
