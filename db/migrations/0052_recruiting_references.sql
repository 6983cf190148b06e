-- References: two people who know an applicant answer a few plain questions by a link of their own, without an account.
-- What they wrote is for those who recruit at the centre, and never for the applicant's pages.
create table recruiting.reference_rules (
  organisation_id uuid not null references people.organisations on delete restrict,
  version integer not null check (version > 0),
  effective_from date not null,
  needed integer not null check (needed between 1 and 5),
  known_years integer not null check (known_years between 0 and 20),
  may_be_related boolean not null,
  may_work_here boolean not null,
  contexts_least integer not null check (contexts_least between 1 and 5),
  answer_days integer not null check (answer_days between 1 and 90),
  reminder_days integer not null check (reminder_days between 1 and 90),
  link_days integer not null check (link_days between 1 and 180),
  made_by uuid,
  made_at timestamptz not null,
  primary key (organisation_id, version),
  check (contexts_least <= needed),
  check (reminder_days < link_days)
);
comment on table recruiting.reference_rules is 'Whom an applicant may name as a referee and how long we wait, by the day from which it holds; a version is never changed';
comment on column recruiting.reference_rules.contexts_least is 'From how many different parts of life the referees come: work, study, a faith group …';
select platform.protect('recruiting.reference_rules');
create policy see on recruiting.reference_rules for select to kith_app using (organisation_id = (select app.org()));
create policy add on recruiting.reference_rules for insert to kith_app with check (organisation_id = (select app.org())
  and ((select app.is_system()) or (select app.holds('{service_lead,programme_coordinator}'))));
grant select, insert on recruiting.reference_rules to kith_app;

create table recruiting.reference_exceptions (
  organisation_id uuid not null,
  application_id uuid not null,
  rule text not null check (rule in ('known_years', 'related', 'works_here', 'contexts')),
  centre_id uuid not null,
  applicant_id uuid not null,
  why text not null check (why <> ''),
  allowed_by uuid not null,
  allowed_at timestamptz not null,
  primary key (organisation_id, application_id, rule),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict
);
comment on table recruiting.reference_exceptions is 'A rule about referees set aside for one application: which, why and by whom';
select recruiting.policies('recruiting.reference_exceptions');

create table recruiting.referees (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid not null,
  position integer not null check (position > 0),
  name text not null check (name <> ''),
  email text,
  phone text,
  context text not null check (context in ('work', 'volunteering', 'study', 'faith_or_community', 'neighbour_or_friend', 'professional_support', 'other')),
  how_known text not null,
  known_years integer not null check (known_years between 0 and 90),
  related boolean not null,
  works_here boolean not null,
  named_at timestamptz not null,
  named_by uuid,
  let_go_at timestamptz,
  let_go_by uuid,
  let_go_why text,
  version integer not null default 1,
  primary key (organisation_id, id),
  check (email is not null or phone is not null),
  check (let_go_at is null or let_go_why <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict
);
comment on table recruiting.referees is 'Who an applicant named to say something about them; one that was let go keeps the row, and another takes the position';
comment on column recruiting.referees.named_by is 'Null: the applicant named them';
comment on column recruiting.referees.known_years is 'For how many whole years, as the applicant says';
create unique index referees_one_each on recruiting.referees (organisation_id, application_id, position) where let_go_at is null;
select recruiting.policies('recruiting.referees');

create table recruiting.reference_asks (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid not null,
  referee_id uuid not null,
  kind text not null check (kind in ('first', 'reminder', 'again')),
  secret_hash text not null,
  sent_by uuid,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  call_wanted_at timestamptz,
  call_words text not null default '',
  ended_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, secret_hash),
  check (expires_at > sent_at),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, referee_id) references recruiting.referees on delete restrict
);
comment on table recruiting.reference_asks is 'Each letter to a referee with its link, as a hash, and until when it opens; a reminder carries a link of its own';
comment on column recruiting.reference_asks.ended_at is 'Sent again, answered, or the referee let go: this link opens nothing any more';
create index on recruiting.reference_asks (organisation_id, referee_id);
create unique index reference_asks_one_reminder on recruiting.reference_asks (organisation_id, referee_id) where kind = 'reminder' and ended_at is null;
select recruiting.policies('recruiting.reference_asks');

-- One answer of one referee, whoever presses twice.
create table recruiting.reference_answers (
  organisation_id uuid not null,
  referee_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid not null,
  answers jsonb,
  answered_at timestamptz,
  taken_by uuid,
  declined_at timestamptz,
  declined_why text check (declined_why in ('no_time', 'not_well_enough', 'rather_not')),
  declined_words text not null default '',
  compared_at timestamptz,
  compared_by uuid,
  outcome text check (outcome in ('good', 'weak', 'worry')),
  words text not null default '',
  supplement text not null default '',
  senior_by uuid,
  version integer not null default 1,
  primary key (organisation_id, referee_id),
  check ((answered_at is null) <> (declined_at is null)),
  check ((answered_at is null) = (answers is null)),
  check ((declined_at is null) = (declined_why is null)),
  check ((compared_at is null) = (outcome is null)),
  check (compared_at is null or (answered_at is not null and compared_by is not null)),
  -- A thin reference counts only with something beside it.
  check (outcome <> 'weak' or supplement <> '' or senior_by is not null),
  check (senior_by is null or senior_by <> compared_by),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, referee_id) references recruiting.referees on delete restrict
);
comment on table recruiting.reference_answers is 'What a referee answered, or that they could not, and what those who recruit made of it';
comment on column recruiting.reference_answers.taken_by is 'Who wrote the answers down on the phone; null: the referee wrote them';
comment on column recruiting.reference_answers.senior_by is 'With whom of the team a weak reference was talked through';
create index on recruiting.reference_answers (organisation_id, centre_id) where compared_at is null and answered_at is not null;
select recruiting.policies('recruiting.reference_answers');
