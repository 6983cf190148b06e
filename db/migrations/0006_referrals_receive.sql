create schema referrals;
grant usage on schema referrals to kith_app;

create table referrals.referrers (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  name text not null,
  job text not null,
  works_for text not null default '',
  email text,
  phone text,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict
);
comment on table referrals.referrers is 'A professional who referred somebody, and how to tell them what became of it';
create index on referrals.referrers (organisation_id, lower(email));
select platform.centre_policies('referrals.referrers', '{practitioner,volunteer_manager,programme_coordinator,administrator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}', '{practitioner,volunteer_manager,programme_coordinator,administrator}');

create table referrals.imports (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid,
  file_name text not null,
  file_hash text not null,
  started_by uuid,
  started_at timestamptz not null,
  finished_at timestamptz,
  rows_read integer not null default 0,
  rows_landed integer not null default 0,
  rows_known integer not null default 0,
  rows_rejected integer not null default 0,
  primary key (organisation_id, id)
);
comment on table referrals.imports is 'A file of referrals: how many rows landed, were known already, or came back with a reason';
select platform.organisation_policies('referrals.imports', '{practitioner,volunteer_manager,programme_coordinator,administrator}', '{programme_coordinator,administrator}', '{programme_coordinator,administrator}');

create table referrals.import_rejects (
  organisation_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  column_name text not null,
  reason text not null,
  mend text not null,
  cells jsonb not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, import_id) references referrals.imports on delete cascade
);
comment on table referrals.import_rejects is 'Rows of a file that did not land: row, column, why, how to mend it; removed after thirty days';
create index on referrals.import_rejects (organisation_id, import_id, row_number);
select platform.organisation_policies('referrals.import_rejects', '{programme_coordinator,administrator}', '{programme_coordinator,administrator}', '{}');

-- Who, when, from where, for whom. Why, and what is hard, is in referrals.needs, which the office
-- does not read.
create table referrals.referrals (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  reference text not null,
  route text not null check (route in ('professional', 'self', 'staff', 'file', 'fhir')),
  came_by text not null default 'form' check (came_by in ('form', 'call', 'letter', 'email', 'file', 'in_person')),
  received_at timestamptz not null,
  received_by uuid,
  referrer_id uuid,
  import_id uuid,
  outside_key text,
  person_id uuid not null,
  pregnancy_id uuid not null,
  template_id uuid not null,
  parent_knows boolean not null default true,
  tell_referrer boolean not null default false,
  heard_of_us text not null default '',
  track_hash text,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, reference),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, referrer_id) references referrals.referrers on delete restrict,
  foreign key (organisation_id, import_id) references referrals.imports on delete restrict,
  foreign key (organisation_id, person_id) references people.persons on delete restrict,
  foreign key (organisation_id, pregnancy_id) references families.pregnancies on delete restrict,
  foreign key (organisation_id, template_id) references programme.templates on delete restrict
);
comment on table referrals.referrals is 'A family was sent to us or came by itself: who, when, from where';
comment on column referrals.referrals.outside_key is 'The key of the row in the file or system it came from, so that importing twice changes nothing';
create unique index referrals_outside_key on referrals.referrals (organisation_id, outside_key) where outside_key is not null;
create index on referrals.referrals (organisation_id, centre_id, received_at desc);
create index on referrals.referrals (organisation_id, person_id);
create unique index referrals_track on referrals.referrals (organisation_id, track_hash) where track_hash is not null;
select platform.centre_policies('referrals.referrals', '{practitioner,volunteer_manager,programme_coordinator,administrator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}', '{practitioner,volunteer_manager,programme_coordinator,administrator}');
create policy see_own on referrals.referrals for select to kith_app using (organisation_id = (select app.org()) and person_id = (select app.person()));

create table referrals.needs (
  organisation_id uuid not null,
  referral_id uuid not null,
  centre_id uuid not null,
  why text not null default '',
  needs text[] not null default '{}',
  risks text not null default '',
  support_now text not null default '',
  hopes text not null default '',
  version integer not null default 1,
  primary key (organisation_id, referral_id),
  foreign key (organisation_id, referral_id) references referrals.referrals on delete restrict,
  foreign key (organisation_id, centre_id) references people.centres on delete restrict
);
comment on table referrals.needs is 'Why somebody was referred and what is hard just now: not for the office, not for volunteers';
select platform.centre_policies('referrals.needs', '{practitioner,volunteer_manager,programme_coordinator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}', '{practitioner,volunteer_manager,programme_coordinator}');

create table referrals.triages (
  organisation_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  centre_id uuid not null,
  outcome text not null check (outcome in ('welcome', 'ask_more', 'signpost', 'hand_over', 'decline')),
  reason text not null,
  words text not null default '',
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, referral_id) references referrals.referrals on delete restrict,
  foreign key (organisation_id, centre_id) references people.centres on delete restrict
);
comment on table referrals.triages is 'What was decided about a referral, by whom and why; a later row replaces an earlier one';
create index on referrals.triages (organisation_id, referral_id, decided_at);
select platform.centre_policies('referrals.triages', '{practitioner,volunteer_manager,programme_coordinator}',
  '{practitioner,volunteer_manager,programme_coordinator}', '{}');
-- The office needs to know that it is decided and how it ended, not why: it reads this view of it.
create function referrals.outcome_of(org uuid, referral uuid) returns text
language sql stable security definer set search_path = referrals, pg_temp as
$$ select t.outcome from referrals.triages t where t.organisation_id = org and t.organisation_id = app.org() and t.referral_id = referral order by t.decided_at desc, t.id desc limit 1 $$;
revoke all on function referrals.outcome_of(uuid, uuid) from public;
grant execute on function referrals.outcome_of(uuid, uuid) to kith_app;

create table referrals.handovers (
  organisation_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  centre_id uuid not null,
  kind text not null check (kind in ('signpost', 'hand_over')),
  to_service text not null,
  to_contact text not null default '',
  parent_agreed boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  follow_up_on date not null,
  arrived boolean,
  seen boolean,
  followed_up_at timestamptz,
  followed_up_by uuid,
  words text not null default '',
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, referral_id) references referrals.referrals on delete restrict,
  foreign key (organisation_id, centre_id) references people.centres on delete restrict
);
comment on table referrals.handovers is 'Somebody was passed to another service: did they arrive, were they seen (null: not known yet)';
create index on referrals.handovers (organisation_id, centre_id, follow_up_on) where followed_up_at is null;
select platform.centre_policies('referrals.handovers', '{practitioner,volunteer_manager,programme_coordinator}',
  '{practitioner,volunteer_manager,programme_coordinator}', '{practitioner,volunteer_manager,programme_coordinator}');

create table referrals.withdrawals (
  organisation_id uuid not null,
  referral_id uuid not null,
  centre_id uuid not null,
  reason text not null check (reason in ('parent_asked', 'moved_away', 'cannot_reach', 'duplicate', 'mistake')),
  words text not null default '',
  by_account uuid,
  at timestamptz not null,
  primary key (organisation_id, referral_id),
  foreign key (organisation_id, referral_id) references referrals.referrals on delete restrict,
  foreign key (organisation_id, centre_id) references people.centres on delete restrict
);
comment on table referrals.withdrawals is 'A referral that ended without a decision of ours, and why';
select platform.centre_policies('referrals.withdrawals', '{practitioner,volunteer_manager,programme_coordinator,administrator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}', '{}');
