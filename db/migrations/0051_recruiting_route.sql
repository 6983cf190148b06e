-- How volunteers are found and chosen. Somebody who asks about volunteering is an applicant here and nowhere else:
-- a team file is opened when they are welcomed, because the whole team reads team files.
create schema recruiting;
grant usage on schema recruiting to kith_app;

create table recruiting.role_profiles (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  code text not null check (code ~ '^[a-z][a-z0-9_]*$'),
  version integer not null check (version > 0),
  effective_from date not null,
  part text not null check (part in ('peer_supporter', 'creche')),
  content jsonb not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, code, version)
);
comment on table recruiting.role_profiles is 'What a volunteer role is, which attributes it needs and the route into it; a version is never changed, and an application keeps the one it began with';
comment on column recruiting.role_profiles.part is 'What somebody in this role does in a session';
select platform.protect('recruiting.role_profiles');
create policy see on recruiting.role_profiles for select to kith_app using (organisation_id = (select app.org()));
create policy add on recruiting.role_profiles for insert to kith_app with check (organisation_id = (select app.org())
  and ((select app.is_system()) or (select app.holds('{service_lead,programme_coordinator}'))));
grant select, insert on recruiting.role_profiles to kith_app;

create table recruiting.openings (
  organisation_id uuid not null,
  centre_id uuid not null,
  role_code text not null,
  open boolean not null,
  wanted integer not null default 0 check (wanted >= 0),
  words text not null default '',
  changed_by uuid,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, centre_id, role_code),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict
);
comment on table recruiting.openings is 'Which volunteer roles a centre looks for now; its public page shows them';
select platform.protect('recruiting.openings');
create policy see on recruiting.openings for select to kith_app using (organisation_id = (select app.org()));
create policy add on recruiting.openings for insert to kith_app with check (organisation_id = (select app.org())
  and ((select app.is_system()) or centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[])));
create policy change on recruiting.openings for update to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[])))
  with check (organisation_id = (select app.org()) and ((select app.is_system()) or centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[])));
grant select, insert, update on recruiting.openings to kith_app;

create table recruiting.sources (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  kind text not null check (kind in ('word_of_mouth', 'former_parent', 'partner', 'talk', 'event', 'social_media', 'website', 'poster', 'volunteer_centre', 'advert', 'other')),
  name text not null check (name <> ''),
  words text not null default '',
  from_on date not null,
  until_on date,
  cost_pence integer not null default 0 check (cost_pence >= 0),
  reach integer check (reach >= 0),
  slug text not null check (slug ~ '^[a-z0-9-]+$'),
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, slug),
  check (until_on >= from_on),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict
);
comment on table recruiting.sources is 'Where volunteers hear of a centre: a talk, a poster, word of mouth, with what it cost and how many it reached';
create index on recruiting.sources (organisation_id, centre_id, from_on);
select platform.centre_policies('recruiting.sources', '{volunteer_manager,programme_coordinator,administrator,service_lead}',
  '{volunteer_manager,programme_coordinator,administrator}', '{volunteer_manager,programme_coordinator,administrator}');

create table recruiting.applicants (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  given_name text not null check (given_name <> ''),
  family_name text not null default '',
  known_as text,
  email text,
  phone text,
  may_text boolean not null default false,
  language text not null default 'en',
  access_needs text not null default '',
  source_id uuid,
  heard_from text not null default '',
  was_parent_here boolean,
  person_id uuid,
  brought_by uuid,
  outside_key text,
  made_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, source_id) references recruiting.sources on delete restrict,
  foreign key (organisation_id, person_id) references people.persons on delete restrict
);
comment on table recruiting.applicants is 'Somebody who asked about volunteering, and what recruiting goes on knowing of them once they are welcomed';
comment on column recruiting.applicants.was_parent_here is 'What they said about having been a parent with us; null: not asked or not answered';
comment on column recruiting.applicants.person_id is 'Their team file, from the welcome on; never their family file';
comment on column recruiting.applicants.brought_by is 'Who of the team told them of us, where it was word of mouth';
comment on column recruiting.applicants.outside_key is 'What makes an imported row known the second time';
create unique index applicants_person on recruiting.applicants (organisation_id, person_id) where person_id is not null;
create unique index applicants_outside on recruiting.applicants (organisation_id, outside_key) where outside_key is not null;
create index on recruiting.applicants (organisation_id, centre_id, made_at);
create index on recruiting.applicants (organisation_id, lower(email)) where email is not null;

-- Nobody opens notes about themselves, whatever role they gain.
create function recruiting.own_applicants() returns uuid[] language sql stable security definer set search_path = recruiting, pg_temp as
$$ select coalesce(array_agg(a.id), '{}') from recruiting.applicants a where a.organisation_id = app.org() and a.person_id = app.person() $$;
revoke all on function recruiting.own_applicants() from public;
grant execute on function recruiting.own_applicants() to kith_app;

-- What most tables here have: the people who recruit at the centre see, add and change; never about themselves.
create function recruiting.policies(t regclass) returns void language plpgsql as $$
begin
  perform platform.centre_policies(t, '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
  execute format('create policy not_about_oneself on %s as restrictive for all to kith_app using ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]))', t);
end $$;

select platform.centre_policies('recruiting.applicants', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy not_about_oneself on recruiting.applicants as restrictive for all to kith_app
  using ((select app.is_system()) or person_id is null or person_id <> (select app.person()));

-- Each of the route's large steps is a moment; where an application stands is read from them.
create table recruiting.applications (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  profile_id uuid not null,
  origin text not null default '',
  came_by text not null check (came_by in ('form', 'staff', 'import')),
  words text not null default '',
  enquired_at timestamptz not null,
  talked_at timestamptz,
  applied_at timestamptz,
  offered_at timestamptz,
  accepted_at timestamptz,
  welcomed_at timestamptz,
  paused_at timestamptz,
  paused_until_on date,
  paused_why text,
  withdrawn_at timestamptz,
  withdrawn_why text check (withdrawn_why in ('time', 'money', 'family_or_health', 'checks', 'too_slow', 'not_what_i_thought', 'found_something_else', 'moved_away', 'not_heard_again', 'other')),
  withdrawn_words text not null default '',
  withdrawn_by uuid,
  declined_at timestamptz,
  declined_why text check (declined_why in ('values', 'not_yet_ready', 'availability', 'references', 'check', 'role_filled', 'other')),
  declined_words text not null default '',
  declined_letter text not null default '',
  declined_by uuid,
  may_reapply_on date,
  last_heard_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  check (withdrawn_at is null or withdrawn_why is not null),
  check (declined_at is null or (declined_why is not null and declined_by is not null)),
  check (welcomed_at is null or accepted_at is not null),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, profile_id) references recruiting.role_profiles on delete restrict
);
comment on table recruiting.applications is 'One way of one applicant into one role: each large step a moment, with pause, withdrawal and decline';
comment on column recruiting.applications.origin is 'Where links in letters to the applicant lead, such as https://kith.example.org';
comment on column recruiting.applications.withdrawn_by is 'Null: the applicant said so themselves';
create unique index applications_live on recruiting.applications (organisation_id, applicant_id)
  where withdrawn_at is null and declined_at is null and welcomed_at is null;
create index on recruiting.applications (organisation_id, centre_id, enquired_at);
create index on recruiting.applications (organisation_id, applicant_id);
select recruiting.policies('recruiting.applications');

-- Every letter carries a link of its own, so that none has to be kept in the clear; an old one goes on opening the page.
create table recruiting.links (
  organisation_id uuid not null,
  secret_hash text not null,
  application_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, secret_hash),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict
);
comment on table recruiting.links is 'The links that open an applicant''s own page, as hashes; those who recruit may make one and end one, and never read a secret';
create index on recruiting.links (organisation_id, application_id);
select recruiting.policies('recruiting.links');

create table recruiting.steps (
  organisation_id uuid not null,
  application_id uuid not null,
  code text not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  opened_at timestamptz not null,
  due_on date not null,
  mover text not null check (mover in ('applicant', 'us', 'referees', 'panel')),
  mover_since timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  waived_at timestamptz,
  waived_by uuid,
  waived_why text,
  nudged_at timestamptz,
  primary key (organisation_id, application_id, code),
  check (waived_at is null or waived_why <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict
);
comment on table recruiting.steps is 'The steps of the route that have opened for an application: whose move it is, since when, until when it usually takes';
create index on recruiting.steps (organisation_id, centre_id, code) where done_at is null and waived_at is null;
select recruiting.policies('recruiting.steps');

create table recruiting.offered_times (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  with_account uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  way text not null check (way in ('phone', 'video', 'in_person')),
  place text not null default '',
  application_id uuid,
  taken_at timestamptz,
  cancelled_at timestamptz,
  cancelled_why text,
  made_by uuid,
  made_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  check (ends_at > starts_at),
  check ((application_id is null) = (taken_at is null)),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, with_account) references people.accounts on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict,
  constraint offered_times_apart exclude using gist (organisation_id with =, with_account with =, tstzrange(starts_at, ends_at) with &&) where (cancelled_at is null)
);
comment on table recruiting.offered_times is 'Times at which somebody of the centre is free for an informal conversation, and which applicant took one';
create unique index offered_times_one_each on recruiting.offered_times (organisation_id, application_id, starts_at) where application_id is not null and cancelled_at is null;
create index on recruiting.offered_times (organisation_id, centre_id, starts_at);
select platform.centre_policies('recruiting.offered_times', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');

create table recruiting.notes (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid not null,
  about text not null check (about in ('conversation', 'application', 'references', 'check', 'interview', 'course', 'offer', 'induction', 'general')),
  words text not null check (words <> ''),
  by_account uuid not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict
);
comment on table recruiting.notes is 'What those who recruit write down about an application: additions only';
create index on recruiting.notes (organisation_id, application_id, at);
select recruiting.policies('recruiting.notes');
revoke update on recruiting.notes from kith_app;
drop policy change on recruiting.notes;

create table recruiting.forms (
  organisation_id uuid not null,
  application_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  answers jsonb not null,
  written text not null check (written in ('alone', 'together', 'by_phone')),
  sent_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, application_id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict
);
comment on table recruiting.forms is 'What an applicant wrote in the application, or somebody wrote down with them';
select recruiting.policies('recruiting.forms');

create table recruiting.help_asks (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid not null,
  kind text not null check (kind in ('call', 'together', 'other')),
  words text not null default '',
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict
);
comment on table recruiting.help_asks is 'An applicant would rather talk than write, or wants somebody beside them: asked, and answered by whom';
create index on recruiting.help_asks (organisation_id, centre_id) where answered_at is null;
select recruiting.policies('recruiting.help_asks');

create table recruiting.asked_of (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid not null,
  form text not null,
  questions integer not null check (questions >= 0),
  minutes integer check (minutes >= 0),
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict
);
comment on table recruiting.asked_of is 'The burden of the process: each form asked of an applicant, its questions and how long it took';
create index on recruiting.asked_of (organisation_id, application_id);
select recruiting.policies('recruiting.asked_of');

-- Who somebody is, in their own ticks, counts only in figures: no page and no person reads a single row.
create table recruiting.equity (
  organisation_id uuid not null,
  applicant_id uuid not null,
  centre_id uuid not null,
  age_band text,
  ethnic_group text,
  gender text,
  disabled text,
  answered_at timestamptz not null,
  primary key (organisation_id, applicant_id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict
);
comment on table recruiting.equity is 'What applicants ticked about themselves, if they wished: read by nobody, counted by the house';
select platform.protect('recruiting.equity');
create policy house on recruiting.equity for all to kith_app
  using (organisation_id = (select app.org()) and (select app.is_system())) with check (organisation_id = (select app.org()) and (select app.is_system()));
grant select, insert, update, delete on recruiting.equity to kith_app;

-- What somebody has shown, from when until when: the one thing readiness is decided from.
create table recruiting.proofs (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  code text not null check (code ~ '^[a-z][a-z0-9_.:-]*$'),
  earned_on date not null,
  expires_on date,
  level integer check (level between 1 and 3),
  from_id uuid not null,
  given_by uuid,
  given_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_why text,
  primary key (organisation_id, id),
  check (expires_on is null or expires_on >= earned_on),
  check (withdrawn_at is null or withdrawn_why <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict
);
comment on table recruiting.proofs is 'What somebody has shown: an accepted reference, a clearance, an interview, a course, an induction, each from when until when';
comment on column recruiting.proofs.level is 'Of a clearance: 1 basic, 2 enhanced, 3 enhanced with the children''s barred list';
comment on column recruiting.proofs.from_id is 'The reference, check, interview, certificate or application that it came from';
create unique index proofs_once on recruiting.proofs (organisation_id, code, from_id) where withdrawn_at is null;
create index on recruiting.proofs (organisation_id, applicant_id, code);
select recruiting.policies('recruiting.proofs');

-- The level of check that a part in a session is eligible for, and so the level readiness asks for. The decisions
-- themselves are a table of their own; until the first one is made nothing may be asked for.
create function recruiting.level_needed(org uuid, asked_part text, on_day date) returns integer
language sql stable security definer set search_path = recruiting, pg_temp as $$ select 0 $$;
revoke all on function recruiting.level_needed(uuid, text, date) from public;
grant execute on function recruiting.level_needed(uuid, text, date) to kith_app;

-- Messages to applicants and referees, in the outbox of those who recruit.
alter table platform.messages drop constraint messages_about_check;
alter table platform.messages add constraint messages_about_check check (about in ('referral', 'group', 'baby', 'safety', 'team', 'account', 'support', 'recruiting'));
create policy see_recruiting on platform.messages for select to kith_app
  using (organisation_id = (select app.org()) and about = 'recruiting' and centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[]));
